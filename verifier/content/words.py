"""Words as they are compared: typographic variants, case and white space do not count as differences."""

from __future__ import annotations

import re
import unicodedata

from verifier.model.patterns import compile_late

_CJK = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_WORD = compile_late(rf"[{_CJK}]|[^\W_{_CJK}]+", re.UNICODE)
_SIGNS = compile_late("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]+")
"""Accents, vowel signs of Arabic and Hebrew, which may be left out in writing, and what only stretches a word."""
_FOLDED = str.maketrans(
    {
        **dict.fromkeys("'’‘ʼ`´\u00ad\u200b\u200c\u200d\u2060\ufeff"),
        "\u064a": "\u06cc",
        "\u0649": "\u06cc",
        "\u0643": "\u06a9",
    }
)
"""Apostrophes and signs without width are left out. Yeh and kaf are one letter each, which Arabic and Persian keyboards
write in ways of their own."""


def words(text: str) -> list[str]:
    """The words of `text` in order, folded for comparison; each CJK character counts as a word.

    Quotes, dashes and other punctuation separate words; apostrophes are dropped, so that "China’s" and "China's"
    are the same word, and so are accents and vowel signs.
    """
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text.translate(_FOLDED))
        return _WORD.findall(unicodedata.normalize("NFC", _SIGNS.sub("", plain)).casefold())
    return _WORD.findall(text.replace("'", "").replace("`", "").casefold())
