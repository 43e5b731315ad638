"""Parked and for-sale domains, by at least two independent signs.

The chain of addresses and the last page go in; the signs come out. One sign alone is never enough: a page
may write about the trade in domains, a market for domains may itself be what is cited.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple
from urllib.parse import urlsplit

from verifier.checks.page.phrases import Phrases, holds, is_longer, plain, together
from verifier.checks.page.reading import ReadPage
from verifier.model.patterns import compile_late
from verifier.web.domains import registrable_domain

_MARKETS = frozenset({
    "sedo.com", "sedoparking.com", "dan.com", "undeveloped.com", "afternic.com", "hugedomains.com", "bodis.com",
    "parkingcrew.net", "parklogic.com", "above.com", "uniregistry.com", "buydomains.com", "domainmarket.com",
    "domainnamesales.com", "godaddy.com", "namebright.com", "brandbucket.com", "squadhelp.com",
    "atom.com", "efty.com",
    "voodoo.com", "domainsponsor.com", "fabulous.com", "skenzo.com", "smartname.com", "trafficz.com", "ztomy.com",
    "domainactive.co", "namedrive.com", "parked.com", "cashparking.com", "giantpanda.com", "tonic.to",
})  # fmt: skip
_SCRIPTS = Phrases((
    "adsense/domains/caf.js", "domainparking", "domain_parking", "parkingcrew", "sedoparking", "parking-lander",
    "parklogic", "bodis.com", "d38psrni17bvxu.cloudfront.net", "window.park=", "window.park =", "data-adblockkey",
    "/dan.com/", ".dan.com/", "afternic.com/", "hugedomains.com/", "domainnamesales", "buydomains.com/",
    "/sedo.com/search", ".sedo.com/search",
))  # fmt: skip
_DOMAIN = Phrases((
    "domain", "domein", "dominio", "domínio", "domän", "domæne", "domen", "doména", "domény",
    "verkkotunnus", "alan adı", "tên miền", "نطاق", "دامنه", "домен", "域名", "网域", "網域", "ドメイン", "도메인",
    "domeen", "domēn", "שם המתחם", "שם מתחם",
    "דומיין", "डोमेन", "โดเมน",
))  # fmt: skip
_SALE = Phrases((
    "for sale", "available for purchase", "to purchase", "buy this", "purchase this",
    "acquire this", "get this", "own this",
    "make an offer", "make offer", "inquire about", "interested in this", "parked", "parking",
    "has expired", "is available",
    "kauf", "geparkt", "abgelaufen", "à vendre", "acheter", "en vente", "achat", "a expiré", "en venta",
    "a la venta", "compre", "comprar", "à venda", "in vendita", "acquist", "te koop", "kopen",
    "till salu", "til salg",
    "na sprzedaż", "na prodej", "na predaj", "eladó", "de vânzare", "satılık", "myynnissä",
    "dijual", "للبيع", "فروش",
    "продаж", "продаётся", "продается", "купить", "продається", "出售", "转让", "轉讓", "販売", "売り", "판매",
    "πωλείται", "προς πώληση", "למכירה", "बिक्री", "ขาย", "myytävänä", "na prodaj", "naprodaj", "parcat", "продава",
    "rao bán", "cần bán", "để bán", "được bán", "chuyển nhượng", "לרכישה", "מוצע", "معروض", "شراء", "خرید", "खरीद",
    "매매", "구매", "매각", "売却", "譲渡", "購入", "待售", "购买", "購買", "satın al", "satışta", "купити", "prodá",
    "koupit", "köpa ", "megvásárol", "cumpăr", "πώληση", "parduod", "pārdo", "müüa", "müügil", "ในการขาย", "ซื้อ",
    "pargitud",
))  # fmt: skip
_LAPSED = Phrases((
    "scadut", "expirad", "expirou", "caducad", "verlopen", "utgått", "utløpt", "udløbet", "vanhentunut", "wygas",
    "vypršel", "lejárt", "expirat", "истёк", "истек", "закінчи", "изтек", "istek", "έληξε", "έχει λήξει", "süresi dol",
    "منتهي", "انتهت", "منقضی", "פג תוקף", "समाप्त", "过期", "過期", "有効期限", "期限切れ", "만료", "หมดอายุ",
    "hết hạn",
    "kedaluwarsa", "telah berakhir", "aegunud", "beidzies", "pasibaig", "caducat", "registreeritud",
    "is registered", "registriert", "enregistré", "registrad", "è registrat", "geregistreerd", "zarejestrowan",
    "registrován",
    "registrovan", "зарегистрирован", "зареєстрован", "užregistruot", "reģistrēt", "registrerad", "registreret",
))  # fmt: skip
"""That it is registered, or has run out: imprints and terms say so too, under the name of the site that they are of."""
_ADS = Phrases((
    "related searches", "sponsored listings", "sponsored links", "ähnliche suchen",
    "verwandte suchanfragen", "weitere links",
    "recherches associées", "liens sponsorisés", "búsquedas relacionadas", "enlaces patrocinados",
    "ricerche correlate",
))  # fmt: skip
_HOLDERS = Phrases((
    "advertis", "sponsor", "owner", "copyright", "registr", "hosting", "this page", "this site", "this website",
    "information about", "looking for", "searching for", "werbe", "anzeige", "annonce", "publicit", "anuncio",
    "anúncio", "pubblicit", "реклам", "広告", "广告",
))  # fmt: skip
"""What pages of domains without a site say of themselves in whole sentences."""
_PARKED = Phrases((
    "parked free", "site is parked", "page is parked", "parked by", "parked at", "parked with", "future home of",
    "geparkt", "parqué chez", "est parqué", "припаркован", "zaparkov", "zaparkowan", "estacionado por", "è parcheggiat",
    "geparkeerd", "parkeret hos", "parkert hos", "parkerad", "este parcat", "паркиран", "park edilmiş", "停放",
    "パーキング中", "파킹",
))  # fmt: skip
"""What registrars say on the pages of names that nobody uses yet."""
_A_LINE_OR_TWO = 40  # words
_PARKED_BY_SCRIPT = compile_late(
    r"data-adblockkey\s*=[^<>]{20,400}>[\s\S]{0,4000}window\.park\s*=|window\.park\s*=[\s\S]{0,4000}data-adblockkey\s*="
)
"""A parking service's key on the page's root, and its data in a script: two marks that no other page bears together."""
_LANDER = re.compile(r"^/(?:lander|forsale|for-sale|parking(?:-lander)?)(?:[/.]|$)", re.IGNORECASE)
_NUMBERED = compile_late(r"^ww\d{1,3}\.", re.IGNORECASE)
_AGREE = 2  # signs
_ITSELF = "this domain\u2060"
"""What is put for the domain's own name: no page says so."""
_UNDER_ITS_NAME = Phrases((_ITSELF,))
_A_PARAGRAPH = 12  # words
_SOME = 2
_OWN_PATH = compile_late(r"<a\b[^<>]{0,300}?\bhref\s*=\s*[\"']?(/[a-z0-9][^\"'<>\s?#]{0,300})(?=[\"'\s>])")
"""A link to another page of the site, by its path alone."""
_MOST_LINKS = 50
_FEW_WORDS = 250
_SHORT_NAME = 8  # words of a title that has little to say but the domain's name


class ParkingSigns(NamedTuple):
    """Independent signs that a domain is parked or for sale, in words."""

    words: tuple[str, ...] = ()
    named_after: bool = False
    """Whether one of them is that the page is about the domain's name: many an honest page is."""
    led_within: bool = False
    """Whether one of them is that readers are sent on to another page of the same owner."""
    lapsed: bool = False
    """Whether one of them is that the domain is registered, or has run out: that is said of domains in use, too."""
    in_words_alone: bool = False
    """Whether they are nothing but the page's words on domains, parking and sales, as sellers of any of these use."""

    @property
    def convict(self) -> bool:
        """Whether two agree. What is said under a domain's name of its registration is one thing, not two.

        Nor are its name and a way that leads on, within one site: towns have pages on parking, agents on what is for
        sale.
        """
        return len(self.words) - (self.named_after and (self.lapsed or self.led_within)) >= _AGREE

    @property
    def beyond_its_name(self) -> bool:
        """Whether there is any but that the page is about the domain's name."""
        return len(self.words) > self.named_after


def parking_signs(chain: Sequence[str], read: ReadPage | None, *, least: int = 1) -> ParkingSigns:
    """Every sign that the domain is parked or for sale. `chain` begins with the cited URL.

    Who makes nothing of fewer than `least` signs spares the last one, a search of the whole source, where it is alone.
    """
    final = urlsplit(chain[-1])
    host = final.hostname or ""
    cited = host if len(chain) == 1 else urlsplit(chain[0]).hostname or ""
    signs = []
    lapsed = False
    led = _led_away(cited, host, final.path)
    if led is not None:
        signs.append(led)
    if read is None or read.words >= _FEW_WORDS:
        return ParkingSigns(tuple(signs))
    owned = registrable_domain(cited)
    named = f"{read.names}\n{read.said}\n{read.marks.on_buttons}"
    # The longest first: each of them ends in the next.
    names = dict.fromkeys((cited, cited.removeprefix("www."), owned))
    held = [name for name in names if name in named]
    named_after = bool(held) and _is_named_after(read, held)
    if named_after:
        signs.append("the page is about the domain's name itself")
    for name in held:
        named = named.replace(name, _ITSELF)
    if together(named, _DOMAIN, _SALE):
        signs.append("the page offers the domain for sale, or says that it is parked")
    elif named_after and read.words <= _A_LINE_OR_TWO and holds(named, _PARKED):
        signs.append("the page says that it is parked")
    elif lapsed := together(named, _DOMAIN, _LAPSED):
        signs.append("the page says that the domain is registered, or has run out")
    if holds(named, _ADS):
        signs.append("the page lists advertisements in place of content")
    if len(signs) > (led is not None) and _tells_of_others(read, named, held):
        return ParkingSigns((led,) if led is not None else ())
    in_words_alone = led is None and not holds(named, _ADS)
    if len(signs) + (1 if read.words else 2) >= least and owned not in _MARKETS and holds(read.markup, _SCRIPTS):
        in_words_alone = False
        signs.append("the page loads what parked domains load")
        if not read.words and _PARKED_BY_SCRIPT.search(read.markup):
            signs.append("it holds nothing but an advertiser's key and its data")
    within = led is not None and registrable_domain(host) == owned
    return ParkingSigns(tuple(signs), named_after, within, lapsed, in_words_alone)


def has_pages_of_its_own(read: ReadPage) -> bool:
    """Whether a page links to several others of its site by their paths: landers lead to searches, and elsewhere."""
    paths = islice((found[1] for found in _OWN_PATH.finditer(read.markup)), _MOST_LINKS)
    return len({path for path in paths if not _LANDER.search(path)}) >= _SOME


def _tells_of_others(read: ReadPage, named: str, names: list[str]) -> bool:
    """Whether a page has paragraphs, offers nothing under its own domain's name, and loads nothing that sells names.

    Guides, rulings and news tell of names for sale, of parked pages and of what these show; teasers stand beside them.
    """
    text = read.unlinked if read.unlinked is not None else read.page.text
    lines = [line for line in text.split("\n") if is_longer(line, _A_PARAGRAPH)]
    if len(lines) < _SOME and not any(_is_of_no_domain(plain(line), names) for line in lines):
        return False
    own = named.split("\n", read.names.count("\n") + 1)[-1]
    return not together(own, _UNDER_ITS_NAME, _SALE) and not holds(read.markup, _SCRIPTS)


def _is_of_no_domain(line: str, names: list[str]) -> bool:
    """Whether a paragraph speaks neither of domains nor of what their holders show, nor of the site by its `names`."""
    of_domains = any(holds(line, words) for words in (_DOMAIN, _SALE, _LAPSED, _PARKED, _ADS, _HOLDERS))
    return not of_domains and not any(name in line for name in names)


def _led_away(cited: str, host: str, path: str) -> str | None:
    if host == cited and not _LANDER.search(path):
        return None
    owner = registrable_domain(host)
    if owner != registrable_domain(cited):
        return f"readers are sent to {host}, where domains are sold" if owner in _MARKETS else None
    if _LANDER.search(path) or (_NUMBERED.search(host) and not _NUMBERED.search(cited)):
        return f"readers are sent to a holding page ({host}{path})"
    return None


def _is_named_after(read: ReadPage, names: list[str]) -> bool:
    """Whether title or first heading speak of the cited domain by one of its names, with little beside it.

    Sites that are called as their domain put that behind the heading of each page.
    """
    title = read.name_lines[0]
    if any(_heads_a_text(plain(heading), title, names) for heading in read.page.headings):
        return False
    for text in read.names.split("\n", 2)[:2]:
        for name in names:
            if name in text and len(text.split()) <= _SHORT_NAME:
                return True
    return False


def _heads_a_text(heading: str, title: str, names: list[str]) -> bool:
    """Whether a heading that the title repeats before the site's name is of something else than of this domain."""
    if heading not in title or any(name in heading for name in names):
        return False
    return not (holds(heading, _DOMAIN) or holds(heading, _SALE) or holds(heading, _PARKED))
