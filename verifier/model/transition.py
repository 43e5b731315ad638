"""What became of a citation between two runs: newly broken, recovered, newly archived, changed. Pure.

In: what an earlier and a later run told of it. Out: the kind of change, if there is one that a reader should know.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple


class Standing(NamedTuple):
    """How a citation stood in one run: its verdict, the outcome behind it (None: nothing was asked), and whether a copy
    was known in an archive (None: not asked, or no answer).
    """

    verdict: str | None
    outcome: str | None
    archived: bool | None = None


class TransitionKind(StrEnum):
    """The changes that are told, the most urgent first."""

    NEWLY_BROKEN = "newly broken"
    CHANGED = "changed"
    RECOVERED = "recovered"
    NEWLY_ARCHIVED = "newly archived"


@dataclass(frozen=True, slots=True)
class Transition:
    """One citation whose state is not what it was. `was` is None for one that the earlier run did not have."""

    kind: TransitionKind
    citation: str
    source: str
    note: str | None
    link: str
    was: str | None
    now: str
    flapping: bool = False
    """Whether it came and went so often of late that the change may well not last."""


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed since the run that finished at `since`."""

    since: datetime
    transitions: tuple[Transition, ...] = ()


_URGENCY = {"ok": 0, "review": 1, "fix": 2, "broken": 3}


def is_worse(was: str | None, now: str | None) -> bool:
    """Whether the verdict `now` asks for more than `was` did; None and `skipped` say nothing."""
    return _URGENCY.get(now or "", -1) > _URGENCY.get(was or "", 0)


def kind_of(was: Standing | None, now: Standing) -> TransitionKind | None:
    """What happened between the two, or None: another outcome with the same verdict asks for nothing new."""
    if now.verdict not in _URGENCY:
        return None
    before = was.verdict if was else None
    if now.verdict == "broken" and before != "broken":
        # Where nobody had looked, it may have been broken for long.
        return TransitionKind.CHANGED if before == "skipped" else TransitionKind.NEWLY_BROKEN
    if before not in _URGENCY or was is None:
        return None
    if before == "broken" and now.verdict in {"ok", "fix"}:
        return TransitionKind.RECOVERED
    if was.archived is False and now.archived:
        return TransitionKind.NEWLY_ARCHIVED
    return TransitionKind.CHANGED if before != now.verdict else None


_FLAPS = 3
"""From so many changes between broken and not broken on, a link is flapping."""
_FLAPS_WITHIN = timedelta(days=90)
"""How far back they count."""


class Spell(NamedTuple):
    """Runs in a row, from `since` to `until`, that all found a link broken, or all found it otherwise."""

    broken: bool
    since: datetime
    until: datetime


def spells(seen: Iterable[Spell]) -> list[Spell]:
    """What was seen, the oldest first, with equal neighbours joined."""
    joined: list[Spell] = []
    for one in seen:
        if joined and joined[-1].broken == one.broken:
            joined[-1] = joined[-1]._replace(until=one.until)
        else:
            joined.append(one)
    return joined


def is_flapping(past: Iterable[Spell], now: datetime) -> bool:
    """Whether a link has come and gone often enough of late; `past` are its joined spells, the present one last."""
    return sum(one.since >= now - _FLAPS_WITHIN for one in list(past)[1:]) >= _FLAPS


def stayed_broken(past: Iterable[Spell], now: datetime) -> bool:
    """Whether a flapping link was found broken on one earlier day alone: news now that it still is, a day later.

    `past` are its joined spells before this run.
    """
    last = list(past)[-1:]
    return any(one.broken and one.since.date() == one.until.date() < now.date() for one in last)
