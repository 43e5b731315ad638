"""Lines of a PDF -> one text, with the place of every line.

In: lines in reading order. Out: text and anchors; each line is told where it stands. A hyphen at a line's end, of
which nobody knows whether it was the word's own, becomes a soft hyphen without a line break, as repair and comparison
know it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from verifier.model.document import Anchor, Position

if TYPE_CHECKING:
    from verifier.documents.pdf_lines import Line

HYPHEN = "\u00ad"
_PARAGRAPH = 1.45
"""A paragraph begins where the step from line to line exceeds the usual one by this factor."""


class TextOfLines:
    """The text so far, its length, and its anchors."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._last: Line | None = None
        self._new_part = False
        self.length = 0
        self.anchors: list[Anchor] = []

    def add(self, lines: Sequence[Line]) -> None:
        """Put lines of one page, in order, after what is there."""
        usual = _usual_step(lines)
        for line in lines:
            if self._new_part and self._last is not None:
                self._put((HYPHEN if self._last.hyphen else "") + "\n\n")
            elif self._last is not None:
                self._put(self._break(self._last, line, usual))
            line.start = self.length
            self.anchors.append(Anchor(self.length, Position(line.number, 1, line.page)))
            self._put(line.text)
            self._last, self._new_part = line, False

    def part(self) -> None:
        """Begin a new part: an empty line goes before the next line."""
        self._new_part = True

    def text(self) -> str:
        """All of it."""
        return "".join(self._parts)

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)

    @staticmethod
    def _break(line: Line, following: Line, usual: float) -> str:
        if line.hyphen:
            return HYPHEN
        step = line.box.bottom - following.box.bottom
        apart = line.page == following.page and usual and step > _PARAGRAPH * usual and step > 1.5 * line.size
        return "\n\n" if apart else "\n"


def _usual_step(lines: Sequence[Line]) -> float:
    """The usual distance from one line to the next, in points; 0 when there is none."""
    steps = []
    for line, following in pairwise(lines):
        step = line.box.bottom - following.box.bottom
        if 0.5 * line.size < step < 4 * max(line.size, 1.0):
            steps.append(step)
    return median(steps) if len(steps) > 2 else 0.0
