"""Dialogues that want the reader's consent before a page is shown: to cookies, or to advertising in place of payment.

A read page goes in; the gate, or None, comes out.
"""

from __future__ import annotations

from verifier.checks.page.consent_boxes import ACCEPT
from verifier.checks.page.phrases import Phrases, holds, is_longer, together
from verifier.checks.page.reading import ReadPage
from verifier.checks.signs.error_names import is_error_name
from verifier.checks.signs.matters import Gate, Matter
from verifier.checks.signs.payment import PRICE, SUBSCRIPTION
from verifier.checks.signs.unrendered import filled_by_script
from verifier.model.patterns import compile_late

_DIALOGUE = Gate("the page is only a consent dialogue", (Matter.CONSENT,))
_A_NAME = 5  # words that a site's name beside a dialogue has at most
_A_CHOICE = 120  # words
_A_HEADING = 3  # words
_CONSENT = Phrases((
    "cookie", "куки", "クッキー", "쿠키", "eväste", "küpsis", "ciasteczk", "süti", "çerez", "slapuk", "sīkdat",
    "informasjonskaps", "kolačić", "piškot", "کوکی", "คุกกี้", "kuki ", "kuki.", "kuki,", "vafrakök", "cwcis",
    "koekies", "vidakuzi", "ქუქი", "թխուկ", "কুকি", "کوکیز", "kakor", "galletas", "galetes", "бисквит",
    "עוגיות", "ملفات تعريف الارتباط", "your privacy", "कुकी", "колачић", "vie privée", "privatsphäre", "tu privacidad",
    "sua privacidade", "tua privacy", "jouw privacy", "personvern", "soukromí", "twoja prywatność", "gizliliğiniz",
    "before you continue",
))  # fmt: skip
_PARTNERS = Phrases((
    "your consent", "our partners", "partners and we", "deine einwilligung", "ihre einwilligung", "unsere partner",
    "unseren partnern", "votre consentement", "nos partenaires", "su consentimiento", "tu consentimiento",
    "nuestros socios", "seu consentimento", "nossos parceiros", "il tuo consenso", "nostri partner", "jouw toestemming",
    "uw toestemming", "onze partners", "ditt samtycke", "våra partner", "twoja zgoda", "naszymi partnerami",
))  # fmt: skip
"""Whose consent, and for whom: said of other things too, so that only a choice of answers tells."""
_CONSENT_BOX = compile_late(
    r"\b(?:class|id)\s*=\s*[\"'][^\"'<>]{0,200}\b(?:sp_message_container|onetrust|usercentrics|didomi|qc-cmp|cmp|cybot"
    r"|cookiebot|truste|iubenda|cookie-?wall|consent)"
)
"""How vendors of consent dialogues, and their customers, name the container."""
_ADVERTISING = Phrases((
    "advertis", " ads", "tracking", "werbung", "publicité", "publicidad", "publicidade", "pubblicità", "advertentie",
    "reklam", "annons", "annonce", "mainon", "mainos", "reclame", "reklám", "реклам", "διαφημ", "إعلان", "تبلیغ",
    "פרסומ", "विज्ञापन", "广告", "廣告", "広告", "광고", "โฆษณา", "quảng cáo", "iklan",
))  # fmt: skip
_SUBSCRIBES = Phrases(
    SUBSCRIPTION.all,
    ("abo ", "abo\n", "pur-abo", "abbon", "assin", "subskry", "подпис", "абонам", "מינוי", "会員", "สมัคร"),
)
"""Bolder than elsewhere: advertising, a price and an answer to agree by stand beside."""


def consent_dialogue(read: ReadPage, words: str) -> Gate | None:
    """Whether a page of few words is only a consent dialogue; `words` are its names, what it shows, and its buttons."""
    if not read.marks.buttons:
        return _DIALOGUE if together(words, _CONSENT, ACCEPT) and not _beside_its_text(read) else None
    if not holds(read.marks.on_buttons, ACCEPT):
        return None
    if holds(words, _CONSENT) or (len(read.marks.buttons) > 1 and holds(words, _PARTNERS)):
        return None if _beside_its_text(read) else _DIALOGUE
    vendors = Gate("the page is only a consent vendor's dialogue", (Matter.CONSENT,))
    return vendors if _only_a_vendors_dialogue(read) else None


def _beside_its_text(read: ReadPage) -> bool:
    """Whether what asks for consent is marked as a dialogue beside the page's text, and that text says something."""
    text = read.own_said
    shown = f"{read.names}\n{text}"
    if not text or holds(shown, _CONSENT) or holds(shown, _PARTNERS):
        return False
    names = read.name_lines
    lines = text.split("\n")
    headings = names[1:]  # which may be broken into lines
    others = [
        line for line in lines if line not in names and "©" not in line and not any(line in one for one in headings)
    ]
    headed = len(others) < len(lines)
    return any(headed or is_longer(line, _A_HEADING) for line in others) or any(map(is_error_name, names))


def dialogue_in_place_of_a_text(read: ReadPage, text: str) -> Gate | None:
    """Whether `text`, the few words that stand where the page's own should, and its buttons ask for consent."""
    if holds(text, _CONSENT) and holds(read.marks.on_buttons, ACCEPT):
        return Gate("the page only shows a consent dialogue in place of its text", (Matter.CONSENT,))
    return None


def advertising_or_money(read: ReadPage) -> Gate | None:
    """Whether a short page offers to be read with advertising or for money, with an answer to agree by."""
    if read.words >= _A_CHOICE or not read.marks.buttons or not holds(read.marks.on_buttons, ACCEPT):
        return None
    words = f"{read.names}\n{read.said}\n"
    if not holds(words, _ADVERTISING) or not holds(words, _SUBSCRIBES):
        return None
    if PRICE.search(words) is None and not holds(read.marks.on_buttons, _SUBSCRIBES):
        return None
    said = "the page only asks for consent to advertising, or a subscription in its place"
    return Gate(said, (Matter.CONSENT, Matter.SUBSCRIPTION))


def _only_a_vendors_dialogue(read: ReadPage) -> bool:
    """Whether a consent vendor's container holds what the page shows, and no script's frame waits beside it."""
    bare = read.own_words <= _A_NAME
    return bare and _CONSENT_BOX.search(read.markup) is not None and filled_by_script(read) is None
