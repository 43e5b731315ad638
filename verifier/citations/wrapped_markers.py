"""Markers that wrapping put at the start of lines, where they look like the labels of notes.

In: all runs of labels, and the possible markers. Out: the runs without such markers. A marker comes before the note
that it calls for: where a label is the first of its name, and a list further down counts on to that name, it is one.
"""

from __future__ import annotations

from collections.abc import Sequence

from verifier.citations.calls import Calls
from verifier.citations.labels import DISTINCT, Label, Style
from verifier.citations.layout import Layout
from verifier.citations.markers import SHAPES
from verifier.citations.runs import Run


def without_markers(runs: Sequence[Run], layout: Layout, calls: Calls) -> list[Run]:
    """The runs without the markers at their ends; those that hold nothing else are left out."""
    last: dict[tuple[Style, str], int] = {}
    for run in runs:
        if run.style in DISTINCT:
            # Several texts may each have a note 1; a list that begins with another number goes on from somewhere.
            for label in run.labels:
                name = run.style, label.name
                last[name] = max(last.get(name, -1), label.start if label.number != 1 else -1)

    def is_marker(label: Label) -> bool:
        if last[label.style, label.name] <= label.start or _is_called_before(label, calls):
            return False
        return layout.line(layout.line_at(label.start) - 1) != ""  # wrapping leaves no blank line

    for run in runs:
        if run.style not in DISTINCT:
            continue
        if _is_called_before(run.labels[0], calls):
            while is_marker(run.labels[-1]):
                run.labels.pop()
        else:
            while run.labels and is_marker(run.labels[0]):
                del run.labels[0]
    return [run for run in runs if run.labels]


def _is_called_before(label: Label, calls: Calls) -> bool:
    first = [calls.naming(shape, label.name)[:1] for shape in SHAPES[label.style]]
    return any(call.start < label.start for found in first for call in found)
