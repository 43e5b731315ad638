"""Lines of a PDF -> one text, with the place of every line.

In: lines in reading order. Out: text and anchors; each line is told where it stands. A hyphen at a line's end, of
which nobody knows whether it was the word's own, becomes a soft hyphen without a line break, as repair and comparison
know it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import repeat
from statistics import median
from typing import TYPE_CHECKING

from verifier.model.document import Anchor, Position

if TYPE_CHECKING:
    from verifier.documents.pdf.lines import Line

_HYPHEN = "\u00ad"
_PARAGRAPH = 1.45
"""A paragraph begins where the step from line to line exceeds the usual one by this factor."""


class TextOfLines:
    """The text so far, its length, and where its lines stand."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._lines: list[Line] = []
        self._new_part = False
        self.length = 0

    def add(self, lines: Sequence[Line]) -> None:
        """Put lines of one page, in order, after what is there."""
        if not lines:
            return
        far = _PARAGRAPH * _usual_step(lines)
        last = self._lines[-1] if self._lines else None
        if self._new_part and last is not None:
            self._put((_HYPHEN if last.hyphen else "") + "\n\n")
            last = None
        self._new_part = False
        parts, length = self._parts, self.length
        for line in lines:
            if last is not None:
                between = _HYPHEN if last.hyphen else _break(last, line, far)
                parts.append(between)
                length += len(between)
            line.start = length
            parts.append(line.text)
            length += len(line.text)
            last = line
        self.length = length
        self._lines += lines

    def part(self) -> None:
        """Begin a new part: an empty line goes before the next line."""
        self._new_part = True

    def text(self) -> str:
        """The whole text."""
        return "".join(self._parts)

    def anchors(self) -> tuple[Anchor, ...]:
        """One for each line."""
        return anchors_of(
            [line.start for line in self._lines],
            [line.number for line in self._lines],
            [line.page for line in self._lines],
        )

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)


def anchors_of(offsets: Sequence[int], numbers: Sequence[int], pages: Sequence[int]) -> tuple[Anchor, ...]:
    """Anchors of lines that begin at `offsets`, and are line `numbers[i]` of page `pages[i]`.

    Every line of every PDF has one: naming the fields one by one would take three times as long.
    """
    positions = map(partial(tuple.__new__, Position), zip(numbers, repeat(1), pages, repeat("line"), strict=False))
    return tuple(map(partial(tuple.__new__, Anchor), zip(offsets, positions, strict=True)))


def _break(line: Line, following: Line, far: float) -> str:
    """What goes between two lines: an empty line where the step is farther than `far` points; 0: that is not known."""
    if far and line.page == following.page:
        step = line.box.bottom - following.box.bottom
        if step > far and step > 1.5 * line.size:
            return "\n\n"
    return "\n"


def _usual_step(lines: Sequence[Line]) -> float:
    """The usual distance from one line to the next, in points; 0 when there is none."""
    steps = []
    above = lines[0]
    for line in lines[1:]:
        step = above.box.bottom - line.box.bottom
        if 0.5 * above.size < step < 4 * max(above.size, 1.0):
            steps.append(step)
        above = line
    return median(steps) if len(steps) > 2 else 0.0
