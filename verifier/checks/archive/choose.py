"""Which capture is nearest to the citation's date, and whether the page changed around it. Pure.

In: captures (or their times) and the date, which may be known only to the month or the year. Out: an order, a distance
in days (negative when the copy is older), and whether the captures just before and just after hold the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from heapq import nsmallest

from verifier.checks.archive.cdx import Capture
from verifier.model.dates import PartialDate
from verifier.model.evidence import Listed

SHOWN = 8
"""Days with captures that are kept to be shown."""

NEAR = 90
"""Days from the citation's date up to which a copy counts as made at about that time."""

_FIRST_CAPTURES = date(1996, 1, 1)
"""No web archive holds anything older."""


def days_between(cited: PartialDate, timestamp: str) -> int:
    """Signed days from the citation's date to a capture's 14-digit time: 0 inside a partial date, negative if older."""
    return cited.days_to(date(int(timestamp[:4]), int(timestamp[4:6]), int(timestamp[6:8])))


def nearness(cited: PartialDate, timestamp: str) -> tuple[int, str]:
    """Sort key: fewest days first, the earlier capture on a tie."""
    return abs(days_between(cited, timestamp)), timestamp


def nearest(cited: PartialDate, timestamps: Iterable[str]) -> str | None:
    """The time nearest to the date, or None where there is none."""
    return min(timestamps, key=lambda timestamp: nearness(cited, timestamp), default=None)


def by_nearness(cited: PartialDate, captures: Iterable[Capture]) -> list[Capture]:
    """Captures that may be good, the nearest first."""
    return sorted(
        (capture for capture in captures if capture.may_be_good),
        key=lambda capture: nearness(cited, capture.timestamp),
    )


def nearest_days(cited: PartialDate, captures: Iterable[Capture]) -> tuple[Listed, ...]:
    """The `SHOWN` days with captures that are nearest to the date, in their order; of a day, the best capture's status.

    A status that is not told counts between a good and a bad one.
    """
    days: dict[str, Capture] = {}
    for capture in captures:
        day = capture.timestamp[:8]
        if day not in days or _promise(capture) > _promise(days[day]):
            days[day] = capture
    shown = nsmallest(SHOWN, days, key=lambda day: nearness(cited, day))
    return tuple(Listed(day, days[day].status_code) for day in sorted(shown))


def _promise(capture: Capture) -> int:
    return capture.may_be_good + (capture.may_be_good and capture.status_code is not None)


def time_to_ask(cited: PartialDate, today: date) -> str:
    """The 14 digits to ask an archive for: the middle of what the date may mean, between 1996 and today.

    A capture inside the interval is then always nearer than one outside. Six in the morning rather than noon: of two
    captures equally many days away the earlier is wanted, and archives count in seconds.
    """
    earliest = min(max(cited.earliest, _FIRST_CAPTURES), today)
    latest = min(max(cited.latest, _FIRST_CAPTURES), today)
    middle = datetime.combine(earliest, time(6), UTC) + timedelta(days=(latest - earliest).days / 2)
    return middle.strftime("%Y%m%d%H%M%S")


def stable_around(cited: PartialDate, captures: Sequence[Capture]) -> bool | None:
    """Whether the captures just before and just after the date hold the same bytes; None when a side is missing.

    Of a date known only to the month or year, every capture inside it counts as well. The digest is the index's, over
    the bytes as stored: replayed pages differ from one request to the next.
    """
    known = sorted((capture for capture in captures if capture.may_be_good), key=lambda capture: capture.timestamp)
    sides = [days_between(cited, capture.timestamp) for capture in known]
    before = max((at for at, days in enumerate(sides) if days < 0), default=None)
    after = min((at for at, days in enumerate(sides) if days > 0), default=None)
    around = known[before or 0 : None if after is None else after + 1]
    both_sides = any(days <= 0 for days in sides) and any(days >= 0 for days in sides)
    if not both_sides or len(around) < 2 or not all(capture.digest for capture in around):
        return None
    return len({capture.digest for capture in around}) == 1
