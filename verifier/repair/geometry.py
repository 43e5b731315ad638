"""What the geometry of a printed page says of a break at a line's end (pure).

In: the document's line ends, and a continuation over one. Out: log-odds that the link goes on there, and why. Weights
are the logarithms of how much more often wrapped links than whole ones show each sign, on printed pages whose link
annotations tell the truth, somewhat tempered: the words weighed beside them tell part of the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from verifier.model.document import LineEnd
    from verifier.repair.breaks import Continuation

_FITTED, _FULL = -4.0, 1.2
_OTHER_STYLE, _SAME_STYLE = -4.0, 1.0


class Seen(NamedTuple):
    """The log-odds, and the reasons in plain English for what speaks for the join."""

    log_odds: float
    why: tuple[str, ...]


def seen_at(ends: Sequence[LineEnd], way: Continuation) -> Seen:
    """What is seen at the line end that `way` goes over; nothing when it was not looked at or lines are skipped."""
    if way.skipped:
        return Seen(0.0, ())
    at = bisect_left(ends, way.at - 2, key=lambda end: end.offset)
    if at == len(ends) or ends[at].offset > way.resume:
        return Seen(0.0, ())
    end = ends[at]
    value = 0.0
    why: list[str] = []
    if end.fits is not None:
        value += _FITTED if end.fits else _FULL
    if end.same_style is not None:
        value += _SAME_STYLE if end.same_style else _OTHER_STYLE
    if end.fits is False:
        why.append("the next piece would not have fitted on the line")
    if end.same_style:
        why.append("both sides are printed in the same type and colour")
    return Seen(value, tuple(why))
