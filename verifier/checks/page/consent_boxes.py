"""Boxes that ask for consent to cookies beside a page's text, told by what their makers call them.

An element goes in, before it is taken out of the page's text; yes or no comes out. Where nothing is left beside such a
box, the page is a gate (`signs/consent.py`). Of a box that says more than a notice does, the answers have to consent:
recipes for cookies and texts on the law have such names, too.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from verifier.checks.page.phrases import Phrases, count_words, holds, plain
from verifier.checks.page.tree import words_of
from verifier.model.patterns import compile_late

if TYPE_CHECKING:
    from lxml.etree import _Element

_CALLED = compile_late(
    r"(?:[a-z0-9]+[-_]){0,3}(?:cookies?|cookie-?(?:consent|banner|bar|notice|law|popup|modal|box|info|alert|wall)s?"
    r"|consent|cmp|gdpr|rgpd|dsgvo|onetrust|didomi|qc-cmp2?|usercentrics|cybotcookiebot\w{0,20}|truste|trustarc|iubenda"
    r"|tarteaucitron\w{0,20}|klaro|osano|cky|cmplz|borlabs\w{0,20}|axeptio|termly|sp_message)(?:[-_][a-z0-9]+){0,5}"
)
"""Names of such boxes, as ids and classes: of the commonest makers, and what everybody else calls them."""
_HINTS = ("cookie", "consent", "cmp", "gdpr", "rgpd", "dsgvo", "onetrust", "didomi", "usercentrics", "trust", "iubenda",
          "tarteaucitron", "klaro", "osano", "cky", "borlabs", "axeptio", "termly", "sp_message")  # fmt: skip
_MOST_LETTERS = 4_000
_A_NOTICE = 60  # words
ACCEPT = Phrases((
    "accept", "agree", "consent", "allow all", "got it", "akzept", "zustimm", "einverstanden", "annehmen",
    "tout refuser", "acept", "aceit", "accett", "consentir", "akkoord", "godkänn", "godta", "tillad", "hyväksy",
    "akceptuj", "zgadzam", "souhlas", "súhlas", "elfogad", "kabul", "αποδ", "принять", "согласен", "прийня",
    "同意", "接受", "동의", "قبول", "موافق", "أوافق", "מאשר", "מסכים", "einwillig", "přijm", "prijať", "prijíma",
    "prihva", "sprejm", "приема", "sutink", "piekrīt", "nõustu", "de acord", "autoriser", "toestaan", "permitir",
    "chấp nhận", "setuju", "terima", "ยอมรับ", "پذیر", "موافقم", "מקבל", "ตกลง", "อนุญาต", "đồng ý", "izinkan",
    "tillåt", "samþykk", "pranoj", "onartu", "derbyn", "aanvaar", "kubali", "თანხმ", "ընդուն", "келісем", "منظور",
    "samtyck", "samtykk", "salli", "συμφων", "izin ver", "дозвол", "разреш", "соглас", "съглас", "engedély",
    "सहमत", "अनुमति", "أقبل", "السماح", "允许", "允許", "許可", "承諾", "허용", "수락", "povol", "dovol", "toestem",
    "toesta", "consinti", "permett", "स्वीकार", "मंज़ूर", "מסכימ", "прихват", "погодж", "zezw",
))  # fmt: skip
"""What the answers say by which readers consent, or the words around them."""
_HOLDS_THE_PAGE = ("h1", "main", "article", "iframe")


def is_consent_box(element: _Element) -> bool:
    """Whether `element` is named as such a box, has a button to answer with, and holds nothing of the page itself."""
    if not (_is_called_so(element.get("class", "")[:300]) or _is_called_so(element.get("id", "")[:300])):
        return False
    buttons = [one for one in element.iter("button", "input", "a") if _is_an_answer(one)]
    if not buttons or next(element.iter(*_HOLDS_THE_PAGE), None) is not None:
        return False
    text = words_of(element)
    if len(text) > _MOST_LETTERS:
        return False
    return count_words(text) <= _A_NOTICE or any(holds(plain(_answer(one)), ACCEPT) for one in buttons)


@lru_cache(maxsize=2048)
def _is_called_so(names: str) -> bool:
    """Remembered: the same classes come again and again, on a page and on the next."""
    folded = names.lower()
    return any(hint in folded for hint in _HINTS) and any(map(_CALLED.fullmatch, folded.split()))


def _is_an_answer(element: _Element) -> bool:
    """Whether it is a button, or a link that leads nowhere, as boxes have them in place of buttons."""
    if element.tag == "a":
        return element.get("role") == "button" or element.get("href", "#").startswith(("#", "javascript:"))
    return element.tag == "button" or element.get("type", "").lower() in ("submit", "button")


def _answer(button: _Element) -> str:
    return words_of(button) or button.get("value", "")
