"""Gives every way on from a break its odds, and says why.

In: the page, a reading and its continuations. Out: odds against the link ending there, with reasons in plain English.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from verifier.repair import rules
from verifier.repair.breaks import Way
from verifier.repair.evidence import joined, measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verifier.repair.breaks import Continuation
    from verifier.repair.page import Page
    from verifier.repair.reading import Reading


class RuleRanker:
    """Odds from rules alone."""

    def odds(self, page: Page, reading: Reading, ways: Sequence[Continuation]) -> list[tuple[float, tuple[str, ...]]]:
        """For each way on, the odds that the link goes on there, against its ending here; and why."""
        return [self._one(page, reading, way) for way in ways]

    def _one(self, page: Page, reading: Reading, way: Continuation) -> tuple[float, tuple[str, ...]]:
        found = measure(page, reading, way)
        before, piece = joined(reading, way)
        weights = rules.weigh(found, piece, _word_around(before, piece))
        total = sum(weight.value for weight in weights)
        if way.way is not Way.SPACE:
            total += 2.0 - 3.0 * way.skipped + (2.0 if found["room_usual"] < 0 else -1.0)
        why = tuple(weight.why for weight in weights if weight.value > 0 and weight.why)[:3]
        return math.exp(max(min(total, 12.0), -12.0)), why


def _word_around(before: str, piece: str) -> str:
    left = len(before)
    while left and before[left - 1].isalpha():
        left -= 1
    right = 0
    while right < len(piece) and piece[right].isalpha():
        right += 1
    return (before[left:] + piece[:right])[:60]
