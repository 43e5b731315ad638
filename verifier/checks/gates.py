"""Gates before a page: signing in, paying, consenting, being of age. The page may well be there behind them.

The chain of addresses and the last page go in, a sentence that names the gate, or None, comes out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from verifier.checks.page import ReadPage

_SIGN_IN_PATH = re.compile(
    r"(?:^|[/._-])(?:log-?in|log-?on|sign-?in|sign_in|sso|oauth2?|saml2?|idp|authenticate|authorize|shibboleth"
    r"|cas|wayf"
    r"|anmelden|anmeldung|connexion|iniciar-?sesion|accedi|inloggen|logowanie|giris)(?:[/._-]|$)",
    re.IGNORECASE,
)
_SIGN_IN_HOST = re.compile(
    r"^(?:login|signin|sso|auth|idp|accounts?|id|passport|secure-?login|wayf)\d{0,2}\.", re.IGNORECASE
)
_CONSENT_HOST = re.compile(r"^(?:consent|cookie-?consent|gdpr|privacy-?gate|guce)\.", re.IGNORECASE)
_CONSENT_PATH = re.compile(
    r"(?:^|[/._-])(?:consent|cookie-?wall|gdpr|age-?(?:gate|check|verification))(?:[/._-]|$)", re.IGNORECASE
)
_BACK_WORDS = (
    "next return returnto return_to returnurl return_url redirect redirect_to redirecturl redirect_url "
    "redirect_uri redirecturi continue continueurl dest destination goto back backurl target targeturl "
    "target_url from ref referer url service relaystate rurl ru r callback callbackurl origin "
    "original_url came_from spring-security-redirect session_redirect done forward u return_path "
    "returnpath"
)
_BACK = frozenset(_BACK_WORDS.split())
_FEW_WORDS = 150
_VERY_FEW_WORDS = 80
_CONSENT = re.compile(
    r"\b(?:we (?:and our (?:\d+ )?partners )?(?:use|value|store) (?:your privacy|cookies)|before you continue"
    r"|your privacy choices|accept (?:all )?cookies|alle cookies akzeptieren|cookies? zustimmen|wir verwenden cookies"
    r"|nous utilisons des cookies|accepter les cookies|utilizamos cookies|usamos cookies|utilizziamo (?:i )?cookie"
    r"|wij gebruiken cookies|consent to (?:the use of )?cookies|manage (?:your )?(?:consent|cookie))",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"\b(?:are you (?:over |at least )?(?:18|21)|(?:verify|confirm) your age|age verification|must be (?:18|21)"
    r"|i am (?:over )?(?:18|21)|18 years (?:of age )?or older|altersprüfung|sind sie (?:über )?18|mayor de edad"
    r"|avez-vous (?:plus de )?18)",
    re.IGNORECASE,
)
_PAY = re.compile(
    r"\b(?:subscribe (?:now )?to (?:continue|keep|read)|subscription required|for subscribers only|subscribers only"
    r"|this (?:article|content) is (?:only )?(?:for|available to) (?:subscribers|members)|already a subscriber"
    r"|purchase (?:access|this article)|to continue reading|nur für abonnenten|réservé aux abonnés"
    r"|exclusivo para suscriptores|riservato agli abbonati)",
    re.IGNORECASE,
)
_SIGN_IN_WORDS = re.compile(
    r"\b(?:sign in|log ?in|log in|log on|logon|anmelden|einloggen|se connecter|connexion|identifiez-vous"
    r"|iniciar sesión|acceder|entrar|accedi|inloggen|logga in|zaloguj|войти|вход|登录|登入|ログイン|로그인)",
    re.IGNORECASE,
)


def access_gate(chain: Sequence[str], status: int, read: ReadPage | None) -> str | None:
    """Which gate stands before the page; None when there is none. `chain` begins with the cited URL."""
    if status == 401:
        return "answered 401: the page asks for a sign-in"
    if status == 402:
        return "answered 402: the page asks for payment"
    if status in (404, 410):
        return None
    hop = _gate_on_the_way(chain)
    if hop is not None:
        return hop
    if read is None or (status >= 400 and status != 403):
        return None
    return _gate_on_the_page(read)


def _gate_on_the_way(chain: Sequence[str]) -> str | None:
    cited = urlsplit(chain[0])
    for url in chain[1:]:
        parts = urlsplit(url)
        sign_in = _is_sign_in(parts) and not _is_sign_in(cited)
        consent = _is_consent(parts) and not _is_consent(cited)
        if (sign_in or consent) and _carries_back(parts, chain):
            kind = "a sign-in" if sign_in else "a consent"
            return f"readers are sent to {kind} page that promises the way back ({parts.hostname}{parts.path})"
    return None


def _is_sign_in(parts: SplitResult) -> bool:
    return bool(_SIGN_IN_PATH.search(parts.path) or _SIGN_IN_HOST.search(parts.hostname or ""))


def _is_consent(parts: SplitResult) -> bool:
    return bool(_CONSENT_PATH.search(parts.path) or _CONSENT_HOST.search(parts.hostname or ""))


def _carries_back(parts: SplitResult, chain: Sequence[str]) -> bool:
    """Whether the query names a page to return to: by the parameter's name, or by holding an address of the chain."""
    earlier = [urlsplit(url) for url in chain]
    for name, value in parse_qsl(parts.query, keep_blank_values=True, max_num_fields=200):
        if not value:
            continue
        if name.lower() in _BACK or "redirect" in name.lower() or "return" in name.lower():
            return True
        text = unquote(value)
        if any(len(one.path) > 1 and one.path in text for one in earlier):
            return True
    return bool({"samlrequest", "client_id"} & {name.lower() for name, _ in parse_qsl(parts.query, max_num_fields=200)})


def _gate_on_the_page(read: ReadPage) -> str | None:  # noqa: PLR0911 -- one line per gate reads best
    words = f"{read.page.title or ''} {' '.join(read.page.headings)} {read.shown[:3000]} {' '.join(read.buttons)}"
    if read.password_field and read.words < _FEW_WORDS:
        return "the page is only a form to sign in"
    if read.words >= _FEW_WORDS:
        return None
    if _AGE.search(words):
        return "the page only asks for the reader's age"
    if _CONSENT.search(words) and (read.buttons or read.links):
        return "the page is only a consent dialogue"
    if _PAY.search(words) and read.words < _VERY_FEW_WORDS:
        return "the page only asks for a subscription"
    named = f"{read.page.title or ''}\n" + "\n".join(read.page.headings)
    if read.words < _VERY_FEW_WORDS and _SIGN_IN_WORDS.search(named) and (read.buttons or "<form" in read.markup):
        return "the page is only a form to sign in"
    return None
