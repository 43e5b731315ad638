"""Words as they are compared: typographic variants, case and white space do not count as differences."""

from __future__ import annotations

import re
import unicodedata

from verifier.model.patterns import compile_late

_CJK = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_WORD = compile_late(rf"[{_CJK}]|[^\W_{_CJK}]+", re.UNICODE)
_SIGNS = compile_late("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]+")
"""Accents, vowel signs of Arabic and Hebrew, which may be left out in writing, and what only stretches a word."""
_DIGITS = "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0e50\u0ed0\u0f20\u1040\u17e0"
"""The noughts of other scripts; their other digits follow them."""
_FOLDED = str.maketrans(
    {
        **{chr(ord(nought) + digit): str(digit) for nought in _DIGITS for digit in range(10)},
        "œ": "oe",
        "Œ": "oe",
        "æ": "ae",
        "Æ": "ae",
        **dict.fromkeys("'’‘ʼ`´\u00ad\u200b\u200c\u200d\u2060\ufeff"),
        "\u064a": "\u06cc",
        "\u0649": "\u06cc",
        "\u0643": "\u06a9",
    }
)
"""Apostrophes and signs without width are left out. Yeh and kaf are one letter each, which Arabic and Persian keyboards
write in ways of their own; joined letters are often typed as two, and digits in those of the keyboard."""


def words(text: str) -> list[str]:
    """The words of `text` in order, folded for comparison; each CJK character counts as a word.

    Quotes, dashes and other punctuation separate words; apostrophes are dropped, so that "China’s" and "China's"
    are the same word, and so are accents and vowel signs.
    """
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text.translate(_FOLDED))
        return _WORD.findall(unicodedata.normalize("NFC", _SIGNS.sub("", plain)).casefold())
    return _WORD.findall(text.replace("'", "").replace("`", "").casefold())
