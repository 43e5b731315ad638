"""Text in which what goes from the left stands as it is seen -> the same text as it was typed (pure).

Poppler's `pdftotext` writes a line from the right between marks of direction (U+202B, U+202C), and within it, between
others (U+202A), whatever is not from the right, in the order of sight: a note's number behind its space, a link before
the comma and the year that were typed ahead of it. Other texts hold no such lines and stay as they are.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from verifier.documents.typing_order import as_typed, goes_left

_FROM_THE_RIGHT, _FROM_THE_LEFT, _ENDS = "\u202b", "\u202a", "\u202c"
_LINE = re.compile(rf"^([\f ]*)[{_FROM_THE_RIGHT}{_FROM_THE_LEFT}](.*){_ENDS}[ ]*$", re.MULTILINE)
_JOINED = re.compile("\u0627([\u0622\u0623\u0625\u0627])\u0644")
"""Lam and alef, which are one glyph and stand here in the order of sight, behind the alef of an article."""
_PARTS = re.compile(rf"{_FROM_THE_LEFT}([^{_FROM_THE_LEFT}{_ENDS}]*){_ENDS}")


class _Sign(NamedTuple):
    """A character of a line."""

    char: str
    offset: int = 0
    bottom: float = 0.0
    height: float = 0.0

    @property
    def goes_left(self) -> bool:
        return goes_left(self.char)


def in_typing_order(text: str) -> str:
    """`text` with its lines from the right as they were typed, without marks of direction; the same lines remain."""
    if _FROM_THE_RIGHT not in text or _FROM_THE_LEFT not in text:
        return text
    return _LINE.sub(_typed, text)


def _typed(line: re.Match[str]) -> str:
    begin, inner = line.groups()
    if line[0].lstrip("\f ")[0] == _FROM_THE_LEFT:
        inner = f"{_FROM_THE_LEFT}{inner}{_ENDS}"
    from_right = _PARTS.sub(lambda part: part[1][::-1], inner)
    words = [[_Sign(char) for char in word] for word in from_right.split()]
    typed = "".join([char for char, _ in as_typed(words)])
    return begin + _JOINED.sub("\u0627\u0644\\1", typed)
