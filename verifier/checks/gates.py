"""Gates before a page: signing in, paying, consenting, being of age. The page may well be there behind them.

The chain of addresses and the last page go in, a sentence that names the gate, or None, comes out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from verifier.checks.page import ReadPage
from verifier.checks.phrases import holds, in_one_line, plain, together

_SIGN_IN_PATH = re.compile(
    r"(?:^|[/._-])(?:log-?in|log-?on|sign-?in|sign_in|sso|oauth2?|saml2?|idp|authenticate|authorize|shibboleth"
    r"|cas|wayf"
    r"|anmelden|anmeldung|connexion|iniciar-?sesion|accedi|inloggen|logowanie|giris)(?:[/._-]|$)",
    re.IGNORECASE,
)
_SIGN_IN_HOST = re.compile(
    r"^(?:login|signin|sso|auth|idp|accounts?|id|passport|secure-?login|wayf)\d{0,2}\.", re.IGNORECASE
)
_SIGN_IN_QUERY = re.compile(
    r"(?:^|&)(?:SAMLRequest=|wa=wsignin|response_type=(?:code|token|id_token)\b)", re.IGNORECASE
)
"""How SAML 2.0, WS-Federation and OAuth 2.0 ask for a sign-in, wherever they send readers for it."""
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
_SHORTENED = 250  # words below which an article that has to be paid for is not shown whole
_VERY_FEW_WORDS = 80
_HARDLY_ANY = 25
_MOST_FIELDS = 200  # of a query that are looked at
_CONSENT = (
    "cookie", "куки", "クッキー", "쿠키", "eväste", "küpsis", "ciasteczk", "süti", "çerez", "slapuk", "sīkdat",
    "informasjonskaps", "kolačić", "piškot", "бисквит", "עוגיות", "ملفات تعريف الارتباط", "your privacy", "vie privée",
    "privatsphäre", "tu privacidad", "sua privacidade", "tua privacy", "jouw privacy", "personvern", "soukromí",
    "twoja prywatność", "gizliliğiniz", "before you continue",
)  # fmt: skip
_ACCEPT = (
    "accept", "agree", "consent", "allow all", "got it", "akzept", "zustimm", "einverstanden",
    "annehmen", "tout refuser",
    "acept", "aceit", "accett", "consentir", "akkoord", "godkänn", "godta", "tillad", "hyväksy",
    "akceptuj", "zgadzam",
    "souhlas", "súhlas", "elfogad", "kabul", "αποδοχή", "принять", "согласен", "прийняти", "同意",
    "接受", "동의", "قبول",
)  # fmt: skip
_AGE = (
    "at least 18", "at least 21", "are you 18", "are you 21", "are you over", "verify your age", "confirm your age",
    "age verification", "must be 18", "must be 21", "altersprüfung", "altersverifikation", "mayor de edad",
    "maggiorenne", "maior de idade",
)  # fmt: skip
_YEARS = re.compile(
    r"(?<![\w.,])(?:16|18|19|20|21)\s?(?:\+|(?:years|yrs|jahre|ans|años|anni|anos|anys|jaar|år|lat|let|rokov|vuo|yaş|ani|év"
    r"|лет|років|χρον|سن|שנ|tuổi|tahun|ปี|歳|岁|歲|才|세|[^\w\n.,;:]{0,3}[?？]))",
    re.IGNORECASE,
)
"""An age of consent with its unit."""
_HARDLY_ANY_LINKS = 3
_PAY = (
    "subscribe to continue", "subscribe to keep", "subscribe to read", "subscribe now", "subscription required",
    "subscribers only", "for subscribers", "available to members", "already a subscriber", "purchase access",
    "purchase this article", "to continue reading", "nur für abonnenten", "abo abschließen",
    "réservé aux abonnés",
    "exclusivo para suscriptores", "exclusivo para assinantes", "riservato agli abbonati", "alleen voor abonnees",
)  # fmt: skip
_SUBSCRIPTION = (
    "subscri", "abonn", "abbon", "suscri", "suscrí", "assina", "assine", "prenumer", "tilaa", "předplat", "predplat",
    "pretplat", "naročni", "előfizet", "подписк", "подписчик", "передплат", "абонамент", "συνδρομ", "abone",
    "有料会員", "会員限定", "订阅", "訂閱", "付费", "付費", "구독", "유료", "اشترك", "מנוי", "berlangganan", "paywall",
)  # fmt: skip
_GOES_ON = (
    "continue", "read the", "read this", "full article", "full story", "full text", "unlock", "unlimited", "only for",
    "exclusiv", "lesen", "nur für", "poursuivre", "lire ", "réservé", "leyendo", "leer ", "lendo", "ler ", "leggere",
    "riservat", "lezen", "alleen voor", "lese ", "lesa ", "läsa", "læse", "lukea", "vain ", "czyta", "tylko dla",
    "číst", "čítať", "pouze pro", "čita", "brati", "olvas", "чита", "чете", "доступ", "только для", "διαβά", "okumak",
    "devamı", "yalnızca", "限定", "続きを", "阅读", "閱讀", "이용", "읽", "전용", "قراءة", "לקרוא", "membaca",
)  # fmt: skip
_NEWSLETTER = (
    "newsletter",
    "boletín",
    "infolettre",
    "nieuwsbrief",
    "nyhetsbrev",
    "рассылк",
    "メールマガジン",
    "뉴스레터",
)
_FREE_ARTICLES = (
    "free article", "free stor", "free read", "artículos gratuitos", "articles gratuits", "kostenlose artikel",
    "kostenlosen artikel", "gratis artik", "gratisartik", "articoli gratuiti", "artigos gratuitos", "artigos grátis",
    "бесплатных", "無料記事", "免费文章", "免費文章", "무료 기사", "darmowych artyku",
)  # fmt: skip
_COUNTED = (
    "limit", "límite", "left", "remaining", "reached", "used", "grenze", "erreicht", "übrig", "atteint", "alcanzado",
    "raggiunto", "atingiu", "bereikt", "nått", "nådd", "wykorzyst", "исчерп", "лимит", "残り", "上限", "剩余", "모두",
)  # fmt: skip
_NOT_FREE = re.compile(r"\"isaccessibleforfree\"\s*:\s*\"?(?:https?://schema\.org/)?false", re.IGNORECASE)
"""What publishers tell search engines of articles that have to be paid for (schema.org)."""
_SIGN_IN_WORDS = (
    "sign in", "log in", "login", "log on", "logon", "signin", "anmelden", "anmeldung",
    "einloggen", "se connecter",
    "connexion", "identifiez-vous", "iniciar sesión", "acceder", "entrar", "accedi", "inloggen",
    "logga in", "logg inn",
    "log ind", "zaloguj", "přihlásit", "prihlásiť", "bejelentkez", "giriş", "войти", "вход", "увійти", "登录", "登入",
    "ログイン", "로그인", "تسجيل الدخول",
)  # fmt: skip


def access_gate(chain: Sequence[str], status: int, read: ReadPage | None) -> str | None:
    """Which gate stands before the page; None when there is none. `chain` begins with the cited URL."""
    if status == 401:
        return "answered 401: the page asks for a sign-in"
    if status == 402:
        return "answered 402: the page asks for payment"
    # Also where the gate's own page is missing: that says nothing of the page behind it.
    hop = _gate_on_the_way(chain)
    if hop is not None:
        return hop
    if read is None or (status >= 400 and status != 403):
        return None
    if read.words < _SHORTENED and _NOT_FREE.search(read.markup):
        return "the page holds the beginning of an article that it declares not to be free"
    return _gate_on_the_page(read) if read.words < _FEW_WORDS else None


def nameless_gate(read: ReadPage) -> str | None:
    """What a page that a host shows for every address looks like when it asks for something: buttons, hardly a link.

    Error pages lead on, with links and a search; whoever asks a question offers the answers.
    """
    if not read.buttons or read.words >= _VERY_FEW_WORDS or read.links >= _HARDLY_ANY_LINKS:
        return None
    if read.search_field:
        return None
    return f"the page only asks something (answers: {', '.join(read.buttons[:3])})"


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
    named = _SIGN_IN_PATH.search(parts.path) or _SIGN_IN_HOST.search(parts.hostname or "")
    return bool(named or _SIGN_IN_QUERY.search(parts.query))


def _is_consent(parts: SplitResult) -> bool:
    return bool(_CONSENT_PATH.search(parts.path) or _CONSENT_HOST.search(parts.hostname or ""))


def _carries_back(parts: SplitResult, chain: Sequence[str]) -> bool:
    """Whether the query names a page to return to: by the parameter's name, or by holding an address of the chain."""
    earlier = [urlsplit(url) for url in chain]
    fields = parse_qsl("&".join(parts.query.split("&", _MOST_FIELDS)[:_MOST_FIELDS]))
    for name, value in fields:
        if name.lower() in _BACK or "redirect" in name.lower() or "return" in name.lower():
            return True
        text = unquote(value)
        if any(len(one.path) > 1 and one.path in text for one in earlier):
            return True
    return bool({"samlrequest", "client_id"} & {name.lower() for name, _ in fields})


def _gate_on_the_page(read: ReadPage) -> str | None:
    if read.password_field:
        return "the page is only a form to sign in"
    named = plain("\n".join((read.page.title or "", *read.page.headings)))
    buttons = plain("\n".join(read.buttons))
    words = f"{named}\n{plain(read.shown)[:3000]}\n{buttons}"
    if _asks_for_the_age(read, words):
        return "the page only asks for the reader's age"
    if holds(words, _CONSENT) and (
        holds(buttons, _ACCEPT) or (not read.buttons and together(words, _CONSENT, _ACCEPT))
    ):
        return "the page is only a consent dialogue"
    if read.words >= _VERY_FEW_WORDS:
        return None
    if holds(words, _PAY) or _asks_to_subscribe(words) or together(words, _FREE_ARTICLES, _COUNTED):
        return "the page only asks for a subscription"
    asks = holds(named, _SIGN_IN_WORDS) and (read.buttons or "<form" in read.markup)
    return "the page is only a form to sign in" if asks else None


def _asks_for_the_age(read: ReadPage, words: str) -> bool:
    """Whether the page asks for an age by name, or names one beside a question or a choice of answers."""
    if holds(words, _AGE):
        return bool(read.buttons or read.links)
    asks = len(read.buttons) > 1 or any(mark in words for mark in "?？؟")
    return asks and _offers_answers(read) and _YEARS.search(words) is not None


def _asks_to_subscribe(words: str) -> bool:
    """Whether one paragraph speaks of a subscription and of reading on, other than by letter."""
    lines = "\n".join(line for line in words.split("\n") if not holds(line, _NEWSLETTER))
    return in_one_line(lines, _SUBSCRIPTION, _GOES_ON)


def _offers_answers(read: ReadPage) -> bool:
    """Whether the page has something to answer a question with: buttons, or next to no words and two or three links."""
    return bool(read.buttons) or (read.words < _HARDLY_ANY and 2 <= read.links <= _HARDLY_ANY_LINKS)
