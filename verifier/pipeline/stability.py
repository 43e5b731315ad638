"""Whether pages stayed the same around the day they were cited, where that matters: asked last, of the archive's index.

In: what was gathered. Out: the archive results again, with `stable_around_citation` filled. It costs a slow request a
page (24 a minute in all), so it is asked where a copy has to speak for the page: pages that are dead, walled or led
elsewhere, and pages that have drifted; the dead first, and no more than `MOST`. Remembered results stay as they are.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from verifier.model.dates import PartialDate
from verifier.model.evidence import DEAD, ArchiveOutcome, ArchiveResult, Drift, LiveOutcome, Provenance
from verifier.pipeline.gathered import Gathered

if TYPE_CHECKING:
    from verifier.checks.archives import ArchiveChecker

MOST = 50
"""Pages that are asked about in one run: two minutes at the archive's pace."""
_MOVED = frozenset({Drift.EDITED, Drift.DRIFTED})
_NOT_ASKED = (
    f"whether the page changed around the citation's date was not asked: that is done for {MOST} pages in a run"
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """One page as cited on one day, whose copy has to speak for it. `day` is the history's key of the date."""

    url: str
    day: str
    dead: bool


def doubts(gathered: Gathered, service: str) -> Iterator[Doubt]:
    """The pages to ask `service` about, the dead first."""
    found = []
    for (url, day), results in gathered.archives.items():
        live = gathered.live.get(url)
        outcome = live.outcome if live else None
        drifted = (known := gathered.drifts.get((url, day))) is not None and known.drift in _MOVED
        if not day or (outcome in (None, LiveOutcome.OK, LiveOutcome.SKIPPED) and not drifted):
            continue
        if any(one.service == service and _is_open(one) for one in results):
            found.append(Doubt(url, day, outcome in DEAD))
    yield from sorted(found, key=lambda doubt: not doubt.dead)


async def ask(gathered: Gathered, archive: ArchiveChecker) -> list[tuple[Doubt, ArchiveResult]]:
    """Ask about each page, put the answers in their place, and give back what is to be stored."""
    answered = []
    for number, doubt in enumerate(doubts(gathered, archive.service)):
        results = gathered.archives[(doubt.url, doubt.day)]
        place = next(at for at, one in enumerate(results) if one.service == archive.service)
        stable, said = None, _NOT_ASKED
        if number < MOST:
            stable, said = await archive.stable_around(doubt.url, PartialDate.parse(doubt.day))
        told = replace(results[place], stable_around_citation=stable, evidence=(*results[place].evidence, said))
        gathered.archives[(doubt.url, doubt.day)] = (*results[:place], told, *results[place + 1 :])
        answered.append((doubt, told))
        await asyncio.sleep(0)
    return answered


def _is_open(result: ArchiveResult) -> bool:
    """Whether there is a near copy of which nobody has looked yet whether it shows the page as it was cited."""
    near = result.outcome is ArchiveOutcome.ARCHIVED and result.stable_around_citation is None
    apart = result.snapshot is not None and result.snapshot.days_from_citation != 0
    return near and apart and result.provenance is Provenance.FRESH
