"""Parked and for-sale domains, by at least two independent signs.

The chain of addresses and the last page go in; the signs, in words, come out. One sign alone is never enough: a page
may write about the trade in domains, a market for domains may itself be what is cited.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from verifier.checks.page import ReadPage
from verifier.web.domains import registrable_domain

_MARKETS = (
    "sedo.com", "sedoparking.com", "dan.com", "undeveloped.com", "afternic.com", "hugedomains.com", "bodis.com",
    "parkingcrew.net", "parklogic.com", "above.com", "uniregistry.com", "buydomains.com", "domainmarket.com",
    "domainnamesales.com", "godaddy.com", "namebright.com", "brandbucket.com", "squadhelp.com", "atom.com", "efty.com",
    "voodoo.com", "domainsponsor.com", "fabulous.com", "skenzo.com", "smartname.com", "trafficz.com", "ztomy.com",
    "domainactive.co", "namedrive.com", "parked.com", "cashparking.com", "giantpanda.com", "tonic.to",
)  # fmt: skip
_SCRIPTS = re.compile(
    r"adsense/domains/caf\.js|/domain_?parking|parkingcrew|sedoparking|img1?\.wsimg\.com/parking-lander|parklogic"
    r"|bodis\.com|d38psrni17bvxu\.cloudfront\.net|window\.park\s*=|parking-lander|data-adblockkey|dan\.com/"
    r"|afternic\.com/"
    r"|hugedomains\.com/|domainnamesales|buydomains\.com/|above\.com/marketplace|sedo\.com/search",
    re.IGNORECASE,
)
_SALE = re.compile(
    r"\b(?:(?:this |the )?(?:web ?site |premium )?domain(?: name)?(?: [\w.-]{3,60})? (?:is|may be|might be|could be) "
    r"(?:now )?(?:for sale|available for (?:sale|purchase)|up for sale|parked)|(?:buy|purchase|acquire) this domain"
    r"|inquire about this domain|make an offer (?:on|for) this domain|domain (?:is )?parked"
    r"|this domain steht zum verkauf|parked (?:free|domain|page)"
    r"|get this domain|own this domain|interested in this domain|is for sale!|this domain has expired"
    r"|domain (?:name )?has expired|registered and parked"
    r"|diese domain (?:steht|ist)(?: \w+)? zu(?:m)? verkauf|domain (?:zu verkaufen|kaufen)"
    r"|ce (?:nom de )?domaine est à "
    r"vendre|acheter ce domaine|este dominio está (?:en venta|a la venta)|comprar este dominio"
    r"|este domínio está à venda"
    r"|questo dominio è in vendita|dit domein is te koop|deze domeinnaam is te koop|домен продается|домен продаётся"
    r"|продажа домена|купить домен|域名(?:出售|转让)|此域名|このドメインは|販売中|이 도메인은)",
    re.IGNORECASE,
)
_ADS = re.compile(
    r"\b(?:related searches|related links|sponsored listings|ähnliche suchen|verwandte suchanfragen"
    r"|recherches associées|búsquedas relacionadas)\b",
    re.IGNORECASE,
)
_LANDER = re.compile(r"^/(?:lander|forsale|for-sale|parking(?:-lander)?)(?:[/.]|$)", re.IGNORECASE)
_NUMBERED = re.compile(r"^ww\d{1,3}\.", re.IGNORECASE)
_FEW_WORDS = 250
_SHORT_NAME = 8  # words of a title that has little to say but the domain's name


def parking_signs(chain: Sequence[str], read: ReadPage | None) -> tuple[str, ...]:
    """Every independent sign that the domain is parked or for sale, in words. `chain` begins with the cited URL."""
    cited = (urlsplit(chain[0]).hostname or "").lower()
    final = urlsplit(chain[-1])
    host = (final.hostname or "").lower()
    signs = []
    led = _led_away(cited, host, final.path)
    if led is not None:
        signs.append(led)
    if read is None or read.words >= _FEW_WORDS:
        return tuple(signs)
    named = f"{read.page.title or ''}\n{read.shown}\n" + "\n".join((*read.page.headings, *read.buttons))
    named = named.lower()
    if _is_named_after_the_domain(read, cited):
        signs.append("the page is about the domain's name itself")
    for name in (cited, cited.removeprefix("www."), registrable_domain(cited)):
        named = named.replace(name, "this domain")
    if _SALE.search(named):
        signs.append("the page offers the domain for sale, or says that it is parked")
    if registrable_domain(cited) not in _MARKETS and _SCRIPTS.search(read.markup):
        signs.append("the page loads what parked domains load")
    if _ADS.search(named):
        signs.append("the page lists advertisements in place of content")
    return tuple(signs)


def _led_away(cited: str, host: str, path: str) -> str | None:
    if host == cited and not _LANDER.search(path):
        return None
    owner = registrable_domain(host)
    if owner != registrable_domain(cited):
        return f"readers are sent to {host}, where domains are sold" if owner in _MARKETS else None
    if _LANDER.search(path) or (_NUMBERED.search(host) and not _NUMBERED.search(cited)):
        return f"readers are sent to a holding page ({host}{path})"
    return None


def _is_named_after_the_domain(read: ReadPage, cited: str) -> bool:
    """Whether title or first heading speak of the cited domain by its name, with little beside it."""
    own = (cited.removeprefix("www."), registrable_domain(cited))
    names = [name.lower() for name in (read.page.title or "", *read.page.headings[:1])]
    return any(name in text and len(text.split()) <= _SHORT_NAME for text in names for name in own)
