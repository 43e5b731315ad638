"""What runs said over time: of a letter as a whole, and of one citation. Counted from history, shown by reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Tally:
    """What one finished run said of a letter: how many of its citations had each verdict, those around it left out.

    `open` is how many asked for something and were neither accepted nor ignored.
    """

    run: str
    finished_at: datetime
    verdicts: Mapping[str, int]
    open: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """`runs` runs in a row that looked a citation up and said the same of it, from `since` to `until`."""

    verdict: str
    outcome: str
    since: datetime
    until: datetime
    runs: int
