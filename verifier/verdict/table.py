"""The decision table: what a citation comes to, every row a rule with an id. The first row that applies decides.

In: the facts of one citation, gathered in `Case`. Out: verdict and rule. The order is that of `verdicts.md`, part 1.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from verifier.model.citation import Repair, RepairStatus
from verifier.model.evidence import DEAD, ArchiveResult, ContentResult, Drift, Found, LiveOutcome, LiveResult
from verifier.model.report import Verdict

SURE = 0.9
"""From this confidence on, a mended link is put forward as the right one."""


@dataclass(frozen=True, slots=True)
class Case:
    """The facts that the table decides on. `live` carries its final outcome; None when nothing was asked.

    `contradicted`: a capture of the last 90 days shows the page. `attested`: a wall, and a capture of the last 30 days
    that bears the cited title. `missing_quotation`: an attributed quotation of five words or more is in neither copy.
    `open_reading`: the reading is unsure and another one may be alive, so that a dead page proves nothing yet.
    """

    repair: Repair
    url: str | None
    live: LiveResult | None = None
    archive: ArchiveResult | None = None
    content: ContentResult | None = None
    contradicted: bool = False
    attested: bool = False
    missing_quotation: bool = False
    open_reading: bool = False

    @property
    def outcome(self) -> LiveOutcome | None:
        """The live outcome, None when nothing was asked."""
        return self.live.outcome if self.live else None

    @property
    def mended(self) -> bool:
        """Whether the link is damaged as printed and one reading of it was chosen."""
        return self.repair.status is RepairStatus.MENDED


class Row(NamedTuple):
    """One row: the rule it stands for, what it decides, and when it applies."""

    rule: str
    verdict: Verdict
    applies: Callable[[Case], bool]


def _outcome(*outcomes: LiveOutcome) -> Callable[[Case], bool]:
    return lambda case: case.outcome in outcomes


def _sure(case: Case) -> bool:
    return case.mended and case.repair.confidence >= SURE


def _unasked(case: Case) -> bool:
    return case.outcome in {None, LiveOutcome.SKIPPED}


_WALLS = (LiveOutcome.BOT_WALL, LiveOutcome.ACCESS_WALL)

TABLE: tuple[Row, ...] = (
    Row("VFY218", Verdict.SKIPPED, lambda case: _unsupported(case.url)),
    Row("VFY103", Verdict.BROKEN, lambda case: case.repair.status is RepairStatus.UNMENDABLE),
    Row("VFY102", Verdict.REVIEW, lambda case: case.outcome in DEAD and case.open_reading),
    Row("VFY221", Verdict.REVIEW, lambda case: case.outcome in DEAD and case.contradicted),
    Row("VFY201", Verdict.BROKEN, _outcome(LiveOutcome.NOT_FOUND)),
    Row("VFY202", Verdict.BROKEN, _outcome(LiveOutcome.DOMAIN_GONE)),
    Row("VFY203", Verdict.BROKEN, _outcome(LiveOutcome.PARKED)),
    Row("VFY204", Verdict.BROKEN, _outcome(LiveOutcome.SOFT_404)),
    Row("VFY102", Verdict.REVIEW, lambda case: case.repair.status is RepairStatus.AMBIGUOUS),
    Row("VFY101", Verdict.FIX, _sure),
    Row("VFY102", Verdict.REVIEW, lambda case: case.mended),
    Row("VFY219", Verdict.SKIPPED, _unasked),
    Row("VFY207", Verdict.FIX, _outcome(LiveOutcome.MOVED)),
    Row("VFY401", Verdict.REVIEW, lambda case: case.outcome is LiveOutcome.OK and case.missing_quotation),
    Row("VFY403", Verdict.REVIEW, lambda case: case.outcome is LiveOutcome.OK and _drifted(case)),
    Row("VFY220", Verdict.OK, _outcome(LiveOutcome.OK)),
    Row("VFY304", Verdict.OK, lambda case: case.outcome in _WALLS and case.attested),
    Row("VFY205", Verdict.REVIEW, _outcome(LiveOutcome.REDIRECTED_HOME)),
    Row("VFY206", Verdict.REVIEW, _outcome(LiveOutcome.REDIRECTED_ELSEWHERE)),
    Row("VFY208", Verdict.REVIEW, _outcome(LiveOutcome.BOT_WALL)),
    Row("VFY209", Verdict.REVIEW, _outcome(LiveOutcome.ACCESS_WALL)),
    Row("VFY210", Verdict.REVIEW, _outcome(LiveOutcome.RATE_LIMITED)),
    Row("VFY211", Verdict.REVIEW, _outcome(LiveOutcome.ACCESS_DENIED)),
    Row("VFY215", Verdict.REVIEW, _outcome(LiveOutcome.TLS_ERROR)),
    Row("VFY216", Verdict.REVIEW, _outcome(LiveOutcome.REDIRECT_LOOP)),
    Row("VFY217", Verdict.REVIEW, _outcome(LiveOutcome.UNRENDERED)),
    Row("VFY212", Verdict.REVIEW, _outcome(LiveOutcome.SERVER_ERROR)),
    Row("VFY213", Verdict.REVIEW, _outcome(LiveOutcome.TIMEOUT)),
    Row("VFY214", Verdict.REVIEW, _outcome(LiveOutcome.UNREACHABLE)),
    Row("VFY218", Verdict.REVIEW, _outcome(LiveOutcome.NOT_CHECKABLE)),
)


def decide(case: Case) -> Row:
    """The first row that applies; the rows cover every outcome, which a test holds them to."""
    return next(row for row in TABLE if row.applies(case))


def _unsupported(url: str | None) -> bool:
    return url is not None and not url.lower().startswith(("http://", "https://"))


def _drifted(case: Case) -> bool:
    """Drift alone is information; with an attributed quotation that is only in the copy, it is worth a look."""
    if case.content is None or case.content.drift is not Drift.DRIFTED:
        return False
    return any(quote.found is Found.ARCHIVE for quote in case.content.quotes)
