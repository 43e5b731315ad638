"""Where a sentence runs over the end of a page at whose foot notes stand, in text that was taken from a PDF.

In: the lines of a text, and where its notes stand. Out: the stretches between the two parts of such sentences: notes,
page numbers, running lines and all.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from verifier.citations.layout import Layout
from verifier.model.pages import PAGE_NUMBER, page_breaks

_MOST_STEPS = 60
"""Lines and notes at a page's end that are stepped over: a bound against hostile text."""
_ENDS = frozenset(".!?…。！？:;”’")
_SHORTEST = 25
"""A shorter line above may end a list or a table."""


def page_turns(layout: Layout, notes: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches, in order and apart; `notes` are sorted. Those without notes in them are `Layout.page_gaps`."""
    gaps = dict(layout.page_gaps())
    starts = [start for start, _ in notes]
    for turn in _turns(layout) if notes else ():
        above = _above(layout, notes, starts, layout.line_at(turn) - 1)
        below = next((at for at in _lines_below(layout, layout.line_at(turn)) if not _is_between(layout, at)), None)
        if above is None or below is None or _note_at(notes, starts, layout.line_start(below)) is not None:
            continue
        last, first = layout.line(above), layout.line(below)
        whole = last[-1].isalpha() or last[-1] in ",-" or first[0].islower()  # a number may end in a marker
        if len(last) > _SHORTEST and whole and last[-1] not in _ENDS and (first[0].isalpha() or first[0] in "(“"):
            gaps.setdefault(layout.line_end(above), layout.line_start(below))
    apart: list[tuple[int, int]] = []
    for start, end in sorted(gaps.items()):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _turns(layout: Layout) -> Iterator[int]:
    """Where the pages after the first begin: as the source says, or else as the text shows it."""
    document = layout.document
    if not document.anchors or document.anchors[0].position.page is None:
        yield from page_breaks(layout.text)
        return
    for one, following in pairwise(document.anchors):
        if one.position.page != following.position.page:
            yield following.offset


def _above(layout: Layout, notes: Sequence[tuple[int, int]], starts: Sequence[int], index: int) -> int | None:
    """The last line of the text above the notes at a page's foot; None when no note stands there."""
    stepped = False
    for _ in range(_MOST_STEPS):
        if index < 0:
            return None
        note = _note_at(notes, starts, layout.line_start(index))
        if note is not None:
            index, stepped = layout.line_at(note) - 1, True
        elif _is_between(layout, index):
            index -= 1
        else:
            return index if stepped else None
    return None


def _note_at(notes: Sequence[tuple[int, int]], starts: Sequence[int], offset: int) -> int | None:
    """Where the note that holds `offset` starts; None when none does."""
    at = bisect_right(starts, offset) - 1
    return starts[at] if at >= 0 and offset < notes[at][1] else None


def _lines_below(layout: Layout, index: int) -> Iterator[int]:
    return iter(range(index, min(index + _MOST_STEPS, layout.line_count)))


def _is_between(layout: Layout, index: int) -> bool:
    """Whether a line is blank, a running head or foot, or a page's number."""
    line = layout.line(index)
    return not line or layout.is_furniture(index) or PAGE_NUMBER.fullmatch(line) is not None
