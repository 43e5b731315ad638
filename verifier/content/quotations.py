"""Quotation match: are the quoted words in the text that was read?

Typographic quotes, dashes, case and white space do not count as differences; an ellipsis stands for any words; a word
in square brackets is the author's, not the source's, and stands for one changed word.
"""

from __future__ import annotations

import re

from verifier.content.words import words

_GAP = re.compile(r"\[\s*(?:\.{3,}|…)\s*\]|\(\s*(?:\.{3,}|…)\s*\)|\.{3,}|…|⋯|\. \. \.")
_BRACKETED = re.compile(r"\[([^\[\]]{0,80})\]")


def found(quotation: str, page_words: list[str]) -> bool:
    """Whether the pieces of `quotation` between ellipses stand in `page_words`, in their order."""
    haystack = " " + " ".join(page_words) + " "
    at = 0
    pieces = [piece for piece in (words(_BRACKETED.sub(r" \1 ", part)) for part in _GAP.split(quotation)) if piece]
    for piece in pieces:
        needle = " " + " ".join(piece) + " "
        position = haystack.find(needle, at)
        if position < 0:
            return False
        at = position + len(needle) - 1
    return bool(pieces)
