"""Pages that ask for the reader's age before they show anything.

A read page goes in, yes or no comes out.
"""

from __future__ import annotations

import re

from verifier.checks.page.phrases import Phrases, holds
from verifier.checks.page.reading import ReadPage
from verifier.model.digits import in_western_digits
from verifier.model.patterns import compile_late

_HARDLY_ANY = 25  # words
_FEW_LINKS = 3
_AGE = Phrases((
    "at least 18", "at least 21", "are you 18", "are you 21", "are you over", "verify your age", "confirm your age",
    "age verification", "must be 18", "must be 21", "altersprüfung", "altersverifikation", "άνω των 18", "άνω των 21",
    "מעל גיל 18",
))  # fmt: skip
_OF_AGE = Phrases((
    "mayor de edad", "maggiorenne", "maior de idade", "plnoletý", "plnoletá", "pełnoletn", "nagykorú", "punoljet",
    "совершеннолет", "повнолітн", "пълнолет", "ενήλικ", "volljährig", "meerderjarig", "reşit",
    "drinking age", "legal age",
))  # fmt: skip
"""Words for being of age, which tell of a gate only where an answer is asked for."""
_YEARS = compile_late(
    r"(?<![\d.,a-z])(?:16|18|19|20|21)[\s-]?(?:\+|\.\s?lebensjahr|(?:years|yrs|jahre|ans|años|anni|anos|anys|jaar|år|"
    r"lat|let|rokov|rokmi|vuo|yaş|ani|év|gad|met[uųa]|aasta|ára|godin|vjeç|urte|mlwydd"
    r"|лет|років|годин|години|жас|წლ|տարեկան|বছর|χρον|سن|שנ|tuổi|tahun|ปี|वर्ष|साल|عام|歳|岁|歲|才|세|[^\w\n.,;:]{0,3"
    r"}[?？]))",
    re.IGNORECASE,
)
"""An age of consent with its unit."""
_E_MAIL = compile_late(r"<input\b[^<>]{0,300}\b(?:type|name|autocomplete)\s*=\s*[\"']?e-?mail\b")
_ASKING = Phrases((
    "?", "？", "؟", "หรือไม่", "हैं क्या", "ますか", "습니까", "είστε", "must be", "confirm", "bestätig", "verif",
    "potvr",
))  # fmt: skip
"""How a question for the age ends, begins or demands."""


def asks_for_the_age(read: ReadPage, words: str) -> bool:
    """Whether the page asks for an age by name, or names one beside a question or a choice of answers."""
    if holds(words, _AGE):
        asks = bool(read.marks.buttons or read.marks.links)
    else:
        asks = len(read.marks.buttons) > 1 or "?" in words or "？" in words or "؟" in words
        asks = asks and _offers_answers(read) and _names_an_age(words)
    # Those who sign a petition or book a visit are asked for more than an age.
    return asks and _E_MAIL.search(read.markup) is None


def asks_in_place_of_a_text(text: str) -> bool:
    """Whether the few words that stand where a page's text would name an age, and ask."""
    return _names_an_age(text) and holds(text, _ASKING)


def _names_an_age(words: str) -> bool:
    """Whether the words tell of being of age, or of an age of consent with its unit."""
    if holds(words, _OF_AGE):
        return True
    return _YEARS.search(in_western_digits(words)) is not None


def _offers_answers(read: ReadPage) -> bool:
    """Whether the page has something to answer a question with: buttons, or next to no words and two or three links."""
    return bool(read.marks.buttons) or (read.words < _HARDLY_ANY and 2 <= read.marks.links <= _FEW_LINKS)
