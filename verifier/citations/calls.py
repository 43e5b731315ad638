"""All places of a document where notes may be called for, by shape and by name.

In: the text. Out: its possible markers, found when first asked for; whoever ties one to a note spends it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from verifier.citations.layout import Layout
from verifier.citations.markers import FINDERS, Call, Shape

_MOST_CALLS = 40_000
"""Possible markers of one shape that are looked at: a bound against hostile text."""


class Calls:
    """Every possible marker of a document by shape, found when first asked for; each can be spent once."""

    __slots__ = ("_by_name", "_by_shape", "_layout", "_starts", "remarks", "spent")

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._by_shape: dict[Shape, list[Call]] = {}
        self._starts: dict[Shape, list[int]] = {}
        self._by_name: dict[tuple[Shape, str], list[Call]] = {}
        self.spent: set[tuple[int, str]] = set()
        self.remarks: dict[str, None] = {}
        """What was left out because a bound was reached, in words for the report, each once."""

    def of(self, shape: Shape) -> list[Call]:
        """All calls of one shape, in order."""
        if shape not in self._by_shape:
            layout = self._layout
            found = list(islice(FINDERS[shape](layout), _MOST_CALLS + 1))
            if len(found) > _MOST_CALLS:
                found.pop()
                self.remarks[f"More than {_MOST_CALLS} places look like markers; only the first ones were read."] = None
            if layout.has_roles:
                found = [
                    call for call in found if call.start not in layout.code and call.start not in layout.surroundings
                ]
            if layout.document.marker_spans:
                # What the format ties to a note of its own marks no other note, nor does that note's own label.
                found = [call for call in found if call.start not in layout.tied]
            self._by_shape[shape] = found
            self._starts[shape] = [call.start for call in found]
            for call in found:
                for name in call.names:
                    self._by_name.setdefault((shape, name), []).append(call)
        return self._by_shape[shape]

    def naming(self, shape: Shape, name: str) -> Sequence[Call]:
        """The calls of one shape for the note `name`, in order."""
        self.of(shape)
        return self._by_name.get((shape, name), ())

    def side_by_side(self, number: int, names: Sequence[str], before: int) -> Iterator[Call]:
        """The raised calls for a note and its neighbour: `²³` calls for 2 and 3 where `names` has both, but no 23."""
        for first in (number - 1, number) if number < 10 else ():
            written = f"{first}{first + 1}"
            if 0 < first < 9 and str(first) in names and str(first + 1) in names and written not in names:
                yield from (call for call in self.naming(Shape.SUPER, written) if call.start < before)

    def between(self, shape: Shape, start: int, end: int) -> Sequence[Call]:
        """The calls of one shape that start in `[start, end)`."""
        calls = self.of(shape)
        starts = self._starts[shape]
        return calls[bisect_left(starts, start) : bisect_left(starts, end)]


def in_order(calls: Sequence[Call], names: Sequence[str]) -> list[Call]:
    """The calls that follow the order of the list: the test that a bare glued number must pass.

    Each name is looked for after the call of the one before it; names that are not called are skipped.
    """
    places: dict[str, list[int]] = {}
    for index, call in enumerate(calls):
        places.setdefault(call.names[0], []).append(index)
    chosen: list[Call] = []
    at = -1
    for name in names:
        later = places.get(name, [])
        found = bisect_left(later, at + 1)
        if found < len(later):
            at = later[found]
            chosen.append(calls[at])
    return chosen
