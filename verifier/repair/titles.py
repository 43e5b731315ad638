"""The words that the text around a link gives for the cited thing. Read when first asked for: most links never ask.

In: the text and a reference. Out: whether a word, in lower case, is among them, as addresses of pages spell it.
"""

from __future__ import annotations

import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

from verifier.model.words import words_in
from verifier.repair.spelling import spellings

if TYPE_CHECKING:
    from verifier.model.citation import Reference

_CONTEXT = 400
"""How many characters before a link may hold the words of its title."""


class Title:
    """The words of a cited thing's title and of the text before its link."""

    def __init__(self, text: str, reference: Reference) -> None:
        self._text = text
        self._reference = reference

    def __contains__(self, word: object) -> bool:
        return word in self._words

    @cached_property
    def _words(self) -> frozenset[str]:
        start = self._reference.start
        before = self._text[max(0, start - _CONTEXT) : start]
        said = f"{self._reference.description.title or ''} {before}".lower()
        if not said.isascii():
            said = unicodedata.normalize("NFC", said)
        words = words_in(said)
        if said.isascii():
            return frozenset(words)
        return frozenset(spelt for word in set(words) for spelt in ((word,) if word.isascii() else spellings(word)))
