"""Finding -> two small pictures of time: captures around the citation's date, and what runs said one after the other.

Each comes with the same in words beside it. A few hundred bytes each: a report holds thousands of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from math import log1p

from markupsafe import Markup

from verifier.model.dates import PartialDate
from verifier.model.evidence import WITH_COPY, ArchiveOutcome, ArchiveResult, LiveOutcome
from verifier.model.report import Finding
from verifier.model.trend import Stretch
from verifier.report import words
from verifier.report.html import svg
from verifier.report.html.strings import text

_WIDTH, _HEIGHT = 240.0, 16.0
_MIDDLE, _LEVEL = _WIDTH / 2, _HEIGHT / 2
_REACH = 112.0
"""Units on either side of the citation's date, for the farthest that is told apart."""
_FARTHEST = 7300
"""Days (twenty years); what lies beyond stands at the edge."""
NEAR = 90
"""Days within which a copy counts as one from about when it was cited."""
_CLOSE = 15
"""Days; within them the scale is nearly even, beyond them each step of the eye is a multiple."""

_TICKS = {"listed": "5v6", "error": "6l4 4m0-4l-4 4"}
"""How a capture is drawn on which no answer rests, from its day on."""

_HEIGHTS = {"ok": 4.0, "skipped": 4.0, "fix": 8.0, "review": 11.0, "broken": 16.0}
"""The more a verdict asks for, the higher it stands, so that the picture needs no colour."""

_MARKS = {"cited": "│", "copy": "●", "bad": "○", "looked": "◆", "listed": "╷", "error": "×"}
"""The same shapes as in the picture, before the words."""


def captures(finding: Finding, letter: PartialDate | None) -> Markup | None:
    """Captures around the citation's date, on a scale that grows coarser with distance; None when there is no copy.

    The copy that each archive's answer rests on stands out from the others that it listed.

    `letter` is the letter's date: what the author last saw is of the access date, else of it, else of today.
    """
    services = finding.archives or ()
    copies = [(day, one) for one in services if one.snapshot and (day := _day(one.snapshot.timestamp))]
    if not copies:
        return None
    today = PartialDate.of(copies[0][1].checked_at.date())
    cited = finding.citation.description.accessed or letter
    since = cited or today
    told = text("timeline.cited", day=words.day(cited)) if cited else text("timeline.today", day=words.day(today))
    marks = [(since.earliest, _mark("cited", told))]
    shapes = [
        svg.rectangle("near", _MIDDLE - _away(NEAR), 1, 2 * _away(NEAR), _HEIGHT - 2),
        svg.path("axis", f"M0 {_LEVEL:.0f}h{_WIDTH:.0f}M{_MIDDLE:.0f} 0v{_HEIGHT:.0f}"),
    ]
    looked = finding.live.checked_at.date() if finding.live and cited else since.earliest
    if since.days_to(looked):
        shapes.append(svg.path("looked", f"M{svg.number(_x(since.days_to(looked)))} {_LEVEL / 2:.0f}l4 4-4 4-4-4z"))
        marks.append((looked, _mark("looked", text("timeline.looked", day=words.day(looked)))))
    others = _others(services, {day for day, _ in copies})
    shapes += [
        svg.path(kind, "".join(f"M{svg.number(_x(since.days_to(day)))} {_TICKS[kind]}" for day in days))
        for kind, days in others.items()
    ]
    for day, one in copies:
        kind = "copy" if one.outcome in WITH_COPY else "bad"
        shapes.append(svg.circle(kind, _x(since.days_to(day)), _LEVEL, 4))
        marks.append((day, _mark(kind, text(f"timeline.{kind}", day=words.day(day)))))
    shown = dict.fromkeys(mark for _, mark in sorted(marks, key=lambda mark: mark[0]))
    shown |= dict.fromkeys(_mark(kind, _listed(kind, days)) for kind, days in others.items())
    picture = svg.picture("tl", _WIDTH, _HEIGHT, shapes, name=text("timeline"))
    return picture + Markup("<small>{}</small>").format(Markup(" ").join(shown))


def _others(services: Iterable[ArchiveResult], taken: set[date]) -> dict[str, list[date]]:
    """The days of other captures that the archives listed, those of errors by themselves."""
    others: dict[str, set[date]] = {"listed": set(), "error": set()}
    for one in services:
        for listed, status in one.captures:
            if (day := _day(listed)) and day not in taken:
                others["error" if status is not None and status >= 400 else "listed"].add(day)
    others["error"] -= others["listed"]
    return {kind: sorted(days) for kind, days in others.items() if days}


def _listed(kind: str, days: list[date]) -> str:
    """How many other captures, and from when to when."""
    first, last = words.day(days[0]), words.day(days[-1])
    span = text("timeline.days", first=first, last=last) if len(days) > 1 else first
    return text(f"timeline.{kind}", len(days), days=span)


def checks(finding: Finding) -> Markup | None:
    """What the runs said, the oldest first: the higher, the more is to be done; None for a first run."""
    past = finding.past
    if not past:
        return None
    runs = sum(one.runs for one in past)
    shapes, x = [], 0.0
    for one in past:
        width = (_WIDTH - 2 * len(past)) * one.runs / runs + 2
        height = _HEIGHTS.get(one.verdict, _HEIGHT)
        shapes.append(svg.rectangle(one.verdict, x, _HEIGHT - height, width - 1, height))
        x += width
    picture = svg.picture("tl", _WIDTH, _HEIGHT, shapes, name=text("looks", runs))
    return picture + Markup("<small>{}</small>").format(_in_words(past))


def _in_words(past: tuple[Stretch, ...]) -> str:
    shown = past[-3:]
    told = [_stretch(one) for one in shown[:-1]] + [_stretch(shown[-1], last=True)]
    earlier = len(past) - len(shown)
    return (text("looks.before", earlier) if earlier else "") + text("looks.then").join(told)


def _stretch(one: Stretch, *, last: bool = False) -> str:
    said = words.LIVE.get(LiveOutcome(one.outcome)) if one.outcome in set(LiveOutcome) else None
    said = said or (words.ARCHIVE[ArchiveOutcome(one.outcome)] if one.outcome in set(ArchiveOutcome) else one.verdict)
    begun, ended = words.day(one.since), words.day(one.until)
    if one.runs == 1 or begun == ended:
        return text("looks.on", one.runs, said=said, day=ended)
    return text("looks.since" if last else "looks.from", one.runs, said=said, day=begun, end=ended)


def _day(timestamp: str) -> date | None:
    try:
        return datetime.strptime(timestamp[:8], "%Y%m%d").replace(tzinfo=UTC).date()
    except ValueError:
        return None


def _away(days: int) -> float:
    return _REACH * log1p(min(abs(days), _FARTHEST) / _CLOSE) / log1p(_FARTHEST / _CLOSE)


def _x(days: int) -> float:
    return _MIDDLE + (_away(days) if days > 0 else -_away(days))


def _mark(kind: str, told: str) -> Markup:
    return Markup('<span><i aria-hidden="true">{}</i> {}</span>').format(_MARKS[kind], told)
