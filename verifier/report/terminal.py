"""Text laid out in terminal cells: widths that know wide characters, wrapping, and colour.

Only the standard library is used: `verify extract` prints with this, and must start fast.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "magenta": "35", "cyan": "36"}
_WORD = re.compile(r"\s+")
_PAINTED = re.compile("\x1b\\[[0-9;]*m")


@dataclass(frozen=True, slots=True)
class Paint:
    """Marks text with colour when `on`; without, every style is the text itself."""

    on: bool

    def __call__(self, text: str, *styles: str) -> str:
        """`text` in the styles named, for example paint("broken", "bold", "red")."""
        if not self.on or not text or not styles:
            return text
        return f"\x1b[{';'.join(_CODES[style] for style in styles)}m{text}\x1b[0m"


def cells(text: str) -> int:
    """How many terminal cells `text` takes: two for wide characters, none for combining ones and for colour."""
    if "\x1b" in text:
        text = _PAINTED.sub("", text)
    if text.isascii():
        return len(text)
    return sum(_cell(character) for character in text)


def _cell(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if _is_wide(character) else 1


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` cells, broken at spaces and between wide characters.

    A longer word (a link) stays whole on a line of its own, because a link broken here could not be copied.
    """
    words = _WORD.split(text.strip())
    whole = " ".join(words)
    if cells(whole) <= width:
        return [whole] if whole else []
    lines: list[str] = []
    line, used = "", 0
    for word in words:
        for piece in _breakable(word, width):
            size = cells(piece.text)
            gap = 1 if line and not piece.joined else 0
            if line and used + gap + size > width:
                lines.append(line)
                line, used, gap = "", 0, 0
            line += " " * gap + piece.text
            used += gap + size
    return [*lines, line] if line else lines


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    joined: bool


def _breakable(word: str, width: int) -> list[_Piece]:
    """A word in the pieces between which a line may break: one, or its single wide characters when it is too long."""
    if cells(word) <= width or not any(map(_is_wide, word)):
        return [_Piece(word, joined=False)]
    pieces: list[str] = []
    for character in word:
        if pieces and not _is_wide(character) and not _is_wide(pieces[-1][-1]):
            pieces[-1] += character
        else:
            pieces.append(character)
    return [_Piece(piece, joined=number > 0) for number, piece in enumerate(pieces)]


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in {"W", "F"}
