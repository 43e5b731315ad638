"""Gives every way on from a break its odds, and says why.

In: the page, a reading and its continuations. Out: odds against the link ending there, with reasons in plain English.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier.repair import rules, syntax
from verifier.repair.breaks import Way
from verifier.repair.evidence import joined, measure
from verifier.repair.geometry import seen_at
from verifier.repair.trees import load_trees

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from verifier.repair.breaks import Continuation
    from verifier.repair.page import Page
    from verifier.repair.reading import Reading


_JOINS = 0.5
"""Log-odds added to the model's: out of fold it joins less often than it should when it is unsure."""
_HARDLY = -4.0
_PAGE_NUMBER = re.compile(r"\d{1,4}/\d{1,4}")
"""Alone on the next line, "4/16" counts the pages."""
_SPACED_OUT = 2.5
"""Log-odds for a link that is spaced out from its beginning and meets a line's end at a delimiter; too few to learn."""


@dataclass(frozen=True, slots=True)
class Ranker:
    """Rules for breaks within a line, a trained model for breaks at its end."""

    model: Path | None = None
    """A model of one's own, for measuring; the shipped one by default. Read when the first line-end break is met."""

    def odds(self, page: Page, reading: Reading, ways: Sequence[Continuation]) -> list[tuple[float, tuple[str, ...]]]:
        """For each way on, the odds that the link goes on there, against its ending here; and why."""
        return [self._one(page, reading, way) for way in ways]

    def _is_prose(self, page: Page, reading: Reading, way: Continuation) -> bool:
        """Most often an ordinary word follows the link: told at a glance, with nothing weighed."""
        if way.way is not Way.SPACE or not way.token.isalpha() or reading.spaces or reading.head_spaced:
            return False
        last = (reading.url + way.kept)[-1]
        if page.words[way.token.lower()] < 2 or not (last.isalnum() or last in ".,;:)!?/"):
            return False
        if not syntax.host_is_whole(syntax.split(reading.url)[1]) or page.has_lone_delimiters(way.resume):
            return False
        return _word_around(reading.url, way.token).lower() not in reading.title

    def _one(self, page: Page, reading: Reading, way: Continuation) -> tuple[float, tuple[str, ...]]:
        if self._is_prose(page, reading, way):
            return 0.0, ()
        found = measure(page, reading, way)
        before, piece = joined(reading, way)
        weights = rules.weigh(found, piece, _word_around(before, piece))
        total = sum(weight.value for weight in weights)
        printed: tuple[str, ...] = ()
        if way.way is not Way.SPACE:
            total = load_trees(self.model).log_odds(found) + _JOINS
            at_delimiter = found["last"] > 3 or found["first"] > 3
            if found["head_spaced"] and not way.skipped and at_delimiter and not piece[:1].isdigit():
                total += _SPACED_OUT
            if not way.blank and found["last"] < 5 and _PAGE_NUMBER.fullmatch(way.token) and not found["alone_there"]:
                total = min(total, _HARDLY)
            seen = seen_at(page.document.line_ends, way)
            total += seen.log_odds
            printed = seen.why
        why = (*printed, *(weight.why for weight in weights if weight.value > 0 and weight.why))[:3]
        return math.exp(max(min(total, 12.0), -12.0)), why


def _word_around(before: str, piece: str) -> str:
    left = len(before)
    while left and before[left - 1].isalpha():
        left -= 1
    right = 0
    while right < len(piece) and piece[right].isalpha():
        right += 1
    return (before[left:] + piece[:right])[:60]
