"""Gates before a page: signing in, paying, consenting, being of age. The page may well be there behind them.

The chain of addresses and the last page go in, a sentence that names the gate, or None, comes out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from verifier.checks.members import asks_members_in
from verifier.checks.page import ReadPage
from verifier.checks.payment import payment_gate
from verifier.checks.phrases import Phrases, holds, is_longer, plain, together
from verifier.checks.turned_away import turned_away
from verifier.checks.unrendered import filled_by_script
from verifier.model.patterns import compile_late

_SIGN_IN_PATH = compile_late(
    r"(?:^|[/._-])(?:log-?in|log-?on|sign-?in|sign_in|sso|oauth2?|saml2?|idp|authenticate|authorize|shibboleth"
    r"|cas|wayf"
    r"|anmelden|anmeldung|connexion|iniciar-?sesion|accedi|inloggen|logowanie|giris)(?:[/._-]|$)",
    re.IGNORECASE,
)
_SIGN_IN_HOST = compile_late(
    r"^(?:login|signin|sso|auth|idp|accounts?|id|passport|secure-?login|wayf)\d{0,2}\.", re.IGNORECASE
)
_SIGN_IN_QUERY = compile_late(
    r"(?:^|&)(?:SAMLRequest=|wa=wsignin|response_type=(?:code|token|id_token)\b)", re.IGNORECASE
)
"""How SAML 2.0, WS-Federation and OAuth 2.0 ask for a sign-in, wherever they send readers for it."""
_CONSENT_HOST = compile_late(r"^(?:consent|cookie-?consent|gdpr|privacy-?gate|guce)\.", re.IGNORECASE)
_CONSENT_PATH = compile_late(
    r"(?:^|[/._-])(?:consent|cookie-?wall|gdpr|age-?(?:gate|check|verification))(?:[/._-]|$)", re.IGNORECASE
)
_MATTERS = (
    (
        "consent",
        compile_late(
            r"cookie|privac|consent|gdpr|rgpd|dsgvo|datenschutz|confidentialite|personvern|integritet", re.IGNORECASE
        ),
    ),
    (
        "subscription",
        compile_late(
            r"subscri|paywall|abonn?e|abbon|suscri|assina|prenumer|(?:^|[/_-])abos?(?:[/._-]|$)", re.IGNORECASE
        ),
    ),
    ("sign in", _SIGN_IN_PATH),
)
"""By a word of what was found: the addresses of pages that are themselves about it."""
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
_HARDLY_ANY = 25
_A_DIALOGUE = 40  # words of the page's own, beside its links
_CHOICE = 2  # buttons that a question offers at least
_A_NAME = 5  # words that a site's name beside a dialogue has at most
_A_FORMS_HEADING = 3  # words
_MOST_FIELDS = 200  # of a query that are looked at
_CONSENT = Phrases((
    "cookie", "куки", "クッキー", "쿠키", "eväste", "küpsis", "ciasteczk", "süti", "çerez", "slapuk", "sīkdat",
    "informasjonskaps", "kolačić", "piškot", "کوکی", "คุกกี้", "kuki ", "kakor", "galletas", "galetes", "бисквит",
    "עוגיות", "ملفات تعريف الارتباط", "your privacy", "कुकी", "колачић", "vie privée", "privatsphäre", "tu privacidad",
    "sua privacidade", "tua privacy", "jouw privacy", "personvern", "soukromí", "twoja prywatność", "gizliliğiniz",
    "before you continue",
))  # fmt: skip
_ACCEPT = Phrases((
    "accept", "agree", "consent", "allow all", "got it", "akzept", "zustimm", "einverstanden", "annehmen",
    "tout refuser", "acept", "aceit", "accett", "consentir", "akkoord", "godkänn", "godta", "tillad", "hyväksy",
    "akceptuj", "zgadzam", "souhlas", "súhlas", "elfogad", "kabul", "αποδοχή", "принять", "согласен", "прийняти",
    "同意", "接受", "동의", "قبول", "موافق", "أوافق", "מאשר", "מסכים", "einwillig", "přijm", "prijať", "prijíma",
    "prihva", "sprejm", "приема", "sutink", "piekrīt", "nõustu", "de acord", "autoriser", "toestaan", "permitir",
    "chấp nhận", "setuju", "terima", "ยอมรับ", "پذیر", "موافقم", "מקבל", "ตกลง", "อนุญาต", "đồng ý", "izinkan",
    "tillåt", "samtyck", "samtykk", "salli", "συμφων", "izin ver", "дозвол", "разреш", "соглас", "съглас", "engedély",
    "सहमत", "अनुमति", "أقبل", "السماح", "允许", "允許", "許可", "承諾", "허용", "수락", "povol", "dovol", "toestem",
    "toesta", "consinti", "permett", "स्वीकार", "αποδέχ", "прихват", "погодж", "zezw",
))  # fmt: skip
_CONSENT_BOX = compile_late(
    r"\b(?:class|id)\s*=\s*[\"'][^\"'<>]{0,200}\b(?:sp_message_container|onetrust|usercentrics|didomi|qc-cmp|cmp|cybot"
    r"|cookiebot|truste|iubenda|cookie-?wall|consent)"
)
"""How vendors of consent dialogues, and their customers, name the container."""
_AGE = Phrases((
    "at least 18", "at least 21", "are you 18", "are you 21", "are you over", "verify your age", "confirm your age",
    "age verification", "must be 18", "must be 21", "altersprüfung", "altersverifikation", "άνω των 18", "άνω των 21",
    "מעל גיל 18",
))  # fmt: skip
_OF_AGE = Phrases((
    "mayor de edad", "maggiorenne", "maior de idade", "plnoletý", "plnoletá", "pełnoletn", "nagykorú", "punoljet",
    "совершеннолет", "повнолітн", "пълнолет", "ενήλικ", "volljährig", "meerderjarig", "reşit",
))  # fmt: skip
"""Words for being of age, which tell of a gate only where an answer is asked for."""
_YEARS = compile_late(
    r"(?<![\d.,a-z])(?:16|18|19|20|21)[\s-]?(?:\+|\.\s?lebensjahr|(?:years|yrs|jahre|ans|años|anni|anos|anys|jaar|år|lat|let|rokov|vuo|yaş|ani|év"
    r"|лет|років|χρον|سن|שנ|tuổi|tahun|ปี|वर्ष|साल|عام|歳|岁|歲|才|세|[^\w\n.,;:]{0,3}[?？]))",
    re.IGNORECASE,
)
"""An age of consent with its unit."""
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩०१२३४५६७८९๐๑๒๓๔๕๖๗๘๙০১২৩৪৫৬৭৮৯０１２３４５６７８９", "0123456789" * 6)
"""Digits of Persian, Arabic, Hindi, Thai and Bengali, and wide ones."""
_E_MAIL = compile_late(r"<input\b[^<>]{0,300}\b(?:type|name|autocomplete)\s*=\s*[\"']?e-?mail\b")
_ASKING = Phrases((
    "?", "？", "؟", "หรือไม่", "हैं क्या", "ますか", "습니까", "είστε", "must be", "confirm", "bestätig", "verif", "potvr",
))  # fmt: skip
"""How a question for the age ends, begins or demands."""
_HARDLY_ANY_LINKS = 3
_SIGN_IN_WORDS = Phrases((
    "sign in", "log in", "login", "log on", "logon", "signin", "anmelden", "anmeldung",
    "einloggen", "se connecter",
    "connexion", "identifiez-vous", "iniciar sesión", "acceder", "entrar", "accedi", "inloggen",
    "logga in", "logg inn",
    "log ind", "zaloguj", "přihlásit", "prihlásiť", "bejelentkez", "giriş", "войти", "вход", "увійти", "登录", "登入",
    "ログイン", "로그인", "تسجيل الدخول", "συνδεθείτε", "autentific", "kirjaudu", "prijavi se", "prijavite", "התחבר",
    "लॉग इन", "लॉगिन", "साइन इन", "เข้าสู่ระบบ", "đăng nhập", "ورود به",
))  # fmt: skip
_SIGN_IN_NAMES = frozenset({
    "belépés", "σύνδεση", "přihlášení", "prihlásenie", "prijava", "logowanie", "conectare", "вхід", "авторизация",
    "masuk", "כניסה", "ورود", "prisijungimas", "inloggning", "innlogging",
})  # fmt: skip
"""What sign-in pages call themselves, whole, in words that mean other things beside others."""


def access_gate(chain: Sequence[str], status: int, read: ReadPage | None) -> str | None:
    """Which gate stands before the page; None when there is none. `chain` begins with the cited URL."""
    if status == 401:
        return "answered 401: the page asks for a sign-in"
    if status == 402:
        return "answered 402: the page asks for payment"
    # Also where the gate's own page is missing: that says nothing of the page behind it.
    # Who comes back to the cited page in the end was only asked for in passing.
    back = status < 400 and chain[-1].partition("#")[0] == chain[0].partition("#")[0]
    hop = _gate_on_the_way(chain) if len(chain) > 1 and not back else None
    if hop is not None:
        return hop
    if read is None or (status >= 400 and status != 403):
        return None
    found = _gate_on_the_page(read) if read.words < _FEW_WORDS else _gate_in_dress(read)
    if found is None:
        found = payment_gate(read) or (_asks_for_a_sign_in(read) if read.words < _VERY_FEW_WORDS else None)
    found = found or ((asks_members_in(read) or turned_away(read)) if status < 400 else None)
    return None if found is not None and _is_its_matter(found, urlsplit(chain[0]).path, read) else found


def _is_its_matter(gate: str, path: str, read: ReadPage) -> bool:
    """Whether the cited address is itself that of a page about what the gate was told by: such a page has to say it."""
    return not read.marks.password_field and any(word in gate and about.search(path) for word, about in _MATTERS)


def nameless_gate(read: ReadPage) -> str | None:
    """What a page that a host shows for every address looks like when it asks for something: buttons, hardly a link.

    Error pages lead on, with links and a search; whoever asks a question offers the answers.
    """
    if not read.marks.buttons or read.words >= _VERY_FEW_WORDS or read.marks.links >= _HARDLY_ANY_LINKS:
        return None
    if read.marks.search_field:
        return None
    return only_asks(read.marks.buttons)


def only_asks(answers: Sequence[str]) -> str:
    """The sentence for a page that is nothing but a question, with some of the answers that it offers."""
    return f"the page only asks something (answers: {', '.join(answers[:3])})"


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
    if read.marks.password_field and (not read.marks.password_beside or not _says_anything(read)):
        return "the page is only a form to sign in"
    buttons = read.marks.on_buttons
    words = f"{read.names}\n{read.said[:3000]}\n{buttons}"
    if _asks_for_the_age(read, words):
        return "the page only asks for the reader's age"
    accepts = bool(buttons) and holds(buttons, _ACCEPT)
    if holds(words, _CONSENT) and (accepts or (not read.marks.buttons and together(words, _CONSENT, _ACCEPT))):
        return "the page is only a consent dialogue"
    if accepts and _only_a_vendors_dialogue(read):
        return "the page is only a consent vendor's dialogue"
    return None


def _says_anything(read: ReadPage) -> bool:
    """Whether a page of few words says more than its names, beside links, and no line heads a form to sign in."""
    names = read.names.split("\n")
    lines = plain(read.unlinked or "").split("\n")
    if any(holds(line, _SIGN_IN_WORDS) for line in lines if not is_longer(line, _A_FORMS_HEADING)):
        return False
    return any(line and line not in names for line in lines)


def _gate_in_dress(read: ReadPage) -> str | None:
    """A dialogue in the place of the text, with all of the site's menus around it."""
    if len(read.marks.buttons) < _CHOICE or not read.unlinked or read.says_more_than(_A_DIALOGUE):
        return None
    text = plain(read.unlinked)
    if _names_an_age(text) and holds(text, _ASKING):
        return "the page only asks for the reader's age"
    if holds(text, _CONSENT) and holds(read.marks.on_buttons, _ACCEPT):
        return "the page only shows a consent dialogue in place of its text"
    return None


def _names_an_age(words: str) -> bool:
    """Whether the words tell of being of age, or of an age of consent with its unit."""
    if holds(words, _OF_AGE):
        return True
    return _YEARS.search(words if words.isascii() else words.translate(_DIGITS)) is not None


def _asks_for_a_sign_in(read: ReadPage) -> str | None:
    if not read.marks.buttons and "<form" not in read.markup:
        return None
    asks = holds(read.names, _SIGN_IN_WORDS) or not _SIGN_IN_NAMES.isdisjoint(read.names.split("\n"))
    return "the page is only a form to sign in" if asks else None


def _only_a_vendors_dialogue(read: ReadPage) -> bool:
    """Whether a consent vendor's container holds what the page shows, and no script's frame waits beside it."""
    bare = read.own_words <= _A_NAME
    return bare and _CONSENT_BOX.search(read.markup) is not None and filled_by_script(read) is None


def _asks_for_the_age(read: ReadPage, words: str) -> bool:
    """Whether the page asks for an age by name, or names one beside a question or a choice of answers."""
    if holds(words, _AGE):
        asks = bool(read.marks.buttons or read.marks.links)
    else:
        asks = len(read.marks.buttons) > 1 or "?" in words or "？" in words or "؟" in words
        asks = asks and _offers_answers(read) and _names_an_age(words)
    # Who signs a petition or books a visit is asked for more than an age.
    return asks and _E_MAIL.search(read.markup) is None


def _offers_answers(read: ReadPage) -> bool:
    """Whether the page has something to answer a question with: buttons, or next to no words and two or three links."""
    return bool(read.marks.buttons) or (read.words < _HARDLY_ANY and 2 <= read.marks.links <= _HARDLY_ANY_LINKS)
