"""Lines of a page that are drawn last though they stand further up: its head, and the numbers of a list's items.

In: the lines as they are drawn. Out: the lines in the order of reading. Programs that make pages of HTML draw what a
style sheet adds behind all text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verifier.documents.pdf.lines import Line

_MOST_EDGES = 4
"""Lines of a page's head and foot, at most, that are drawn behind the text."""
_ITEM = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]")
_SAME_ROW = 2.0
"""In points: how far apart the feet of an item's number and of its first line are at most."""
_FARTHEST = 40.0
"""In points: how far to the left of its line an item's number stands at most."""
_FEWEST = 2
_LONGEST = 7
_MOST_NUMBERS = 200


def drawn_in_order(lines: list[Line]) -> list[Line]:
    """The lines, with what is drawn last where it is read."""
    return _heads_first(_numbers_in_rows(lines))


def _numbers_in_rows(lines: list[Line]) -> list[Line]:
    """The lines, with every number of an item that is drawn behind the items before its own line."""
    mates: dict[int, Line] = {}
    moved: set[int] = set()
    run: list[Line] = []
    for line in [*lines, None]:
        if line is not None and len(line.text) <= _LONGEST and _ITEM.fullmatch(line.text):
            run.append(line)
            continue
        if _FEWEST <= len(run) <= _MOST_NUMBERS:
            beside = [_beside(number, lines) for number in run]
            if all(mate is not None and mate.first < number.first for mate, number in zip(beside, run, strict=True)):
                mates |= {id(mate): number for mate, number in zip(beside, run, strict=True)}
                moved |= {id(number) for number in run}
        run = []
    if not mates:
        return lines
    ordered: list[Line] = []
    for line in lines:
        if id(line) in mates:
            ordered.append(mates[id(line)])
        if id(line) not in moved:
            ordered.append(line)
    return ordered


def _beside(number: Line, lines: Sequence[Line]) -> Line | None:
    """The nearest line right of an item's number."""
    right = (
        line
        for line in lines
        if abs(line.box.bottom - number.box.bottom) < _SAME_ROW and 0 <= line.box.left - number.box.right < _FARTHEST
    )
    return min(right, key=lambda line: line.box.left, default=None)


def _heads_first(lines: list[Line]) -> list[Line]:
    """The lines, with a page's head that is drawn last, but for its foot perhaps, before them."""
    if not lines or max(line.box.top for line in lines[-_MOST_EDGES:]) <= lines[0].box.top:
        return lines
    for drawn_last in range(min(_MOST_EDGES, len(lines) - 1), 0, -1):
        rest, edges = lines[:-drawn_last], lines[-drawn_last:]
        ceiling, floor = max(line.box.top for line in rest), min(line.box.bottom for line in rest)
        heads = [line for line in edges if line.box.bottom >= ceiling]
        feet = [line for line in edges if line.box.top <= floor]
        if heads and len(heads) + len(feet) == drawn_last:
            return heads + rest + feet
    return lines
