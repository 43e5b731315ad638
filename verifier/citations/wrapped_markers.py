"""Markers that wrapping put at the start of lines, where they look like the labels of notes.

In: all runs of labels, and the possible markers. Out: the runs without such markers. A marker comes before the note
that it calls for: where a label is the first of its name, and a list further down counts on to that name, it is one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from verifier.citations.calls import Calls
from verifier.citations.labels import DISTINCT, Label, Style
from verifier.citations.markers import SHAPES
from verifier.citations.runs import Run


def without_markers(runs: Sequence[Run], calls: Calls) -> list[Run]:
    """The runs without the markers at their ends; those that hold nothing else are left out."""
    lists = _Lists(run for run in runs if run.style in DISTINCT)
    for run in runs:
        if run.style not in DISTINCT:
            continue
        if _is_called_before(run.labels[0], calls):
            while _has_note_below(run.labels[-1], lists.goes_on(run.labels[-1]), calls):
                run.labels.pop()
        else:
            while run.labels and _has_note_below(run.labels[0], lists.last(run.labels[0]), calls):
                del run.labels[0]
    return [run for run in runs if run.labels]


class _Lists:
    """Where the names of labels stand last, in the lists that begin with 1 and in those that go on from elsewhere."""

    def __init__(self, runs: Iterable[Run]) -> None:
        self._going_on: dict[tuple[Style, str], int] = {}
        self._from_1: dict[tuple[Style, str], list[tuple[int, int]]] = defaultdict(list)
        for run in runs:
            for label in run.labels:
                name = run.style, label.name
                if run.labels[0].number == 1:
                    above = self._from_1[name][-1][1] if self._from_1[name] else -1
                    self._from_1[name].append((run.start, max(above, label.start)))
                else:
                    self._going_on[name] = max(self._going_on.get(name, -1), label.start)

    def goes_on(self, label: Label) -> int:
        """Where a name stands last in the lists that may go on behind `label`: not in those that begin below it."""
        name = label.style, label.name
        begun = bisect_left(self._from_1[name], (label.start,))
        above = self._from_1[name][begun - 1][1] if begun else -1
        return max(self._going_on.get(name, -1), above)

    def last(self, label: Label) -> int:
        """Where a name stands last; a 1 begins a list of its own."""
        name = label.style, label.name
        if label.number == 1:
            return -1
        return max(self._going_on.get(name, -1), self._from_1[name][-1][1] if self._from_1[name] else -1)


def _has_note_below(label: Label, last: int, calls: Calls) -> bool:
    return last > label.start and not _is_called_before(label, calls)


def _is_called_before(label: Label, calls: Calls) -> bool:
    first = [calls.naming(shape, label.name)[:1] for shape in SHAPES[label.style]]
    return any(call.start < label.start for found in first for call in found)
