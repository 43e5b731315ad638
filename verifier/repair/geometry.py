"""What the geometry of a printed page says of a break at a line's end (pure).

In: the document's line ends, and a continuation over one. Out: log-odds that the link goes on there, and why. Weights
are the logarithms of how much more often wrapped links than whole ones show each sign, on printed pages whose link
annotations tell the truth, somewhat tempered: the words weighed beside them tell part of the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from verifier.repair.breaks import Hyphen, Way

if TYPE_CHECKING:
    from verifier.model.document import LineEnd
    from verifier.repair.breaks import Continuation

_FITTED, _FULL = -4.0, 1.2
_OTHER_STYLE, _SAME_STYLE = -4.0, 1.5
_SAME_STYLE_APART = 2.4
"""Both sides alike, and otherwise than the words around the link: then the next word is the link's."""
_OWN_HYPHEN, _PUT_IN = 1.5, -2.5
"""Typesetters do not hyphenate typewriter type: on the pages looked at, no hyphen in such a link was put in."""


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
    if way.way is Way.SOFT:  # a line that ends in a hyphen was full, whatever else would have fitted
        value += _FULL
        if end.typewriter:
            value += _OWN_HYPHEN if way.hyphen is Hyphen.KEPT else _PUT_IN
            why += ["the link is set in typewriter type, which is not hyphenated"] * (way.hyphen is Hyphen.KEPT)
    elif end.fits is not None:
        value += _FITTED if end.fits else _FULL
        why += ["the part after the break would not have fitted on the line"] * (not end.fits)
    if end.same_style:
        value += _SAME_STYLE_APART if end.set_apart else _SAME_STYLE
        words = ", other than the words around" if end.set_apart else ""
        why.append(f"both sides are printed in the same type and colour{words}")
    elif end.same_style is not None:
        value += _OTHER_STYLE
    return Seen(value, tuple(why))
