"""The decision table: what a citation comes to, every row a rule with an id. The first row that applies decides.

In: the facts of one citation, gathered in `Case`. Out: verdict and rule. The order is that of `verdicts.md`, part 1.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import NamedTuple
from urllib.parse import urlsplit

from verifier.model.addresses import is_web
from verifier.model.citation import SURE, Repair, RepairStatus
from verifier.model.evidence import DEAD, WALLED, ArchiveResult, ContentResult, Drift, Found, LiveOutcome, LiveResult
from verifier.model.report import Verdict


class Case(NamedTuple):
    """The facts that the table decides on. `live` carries its final outcome; None when nothing was asked.

    `contradicted`: the day of a capture of the last 90 days that shows the page. `attested`: the day of one of the last
    30 that bears the cited title. `missing_quotation`: an attributed quotation of five words or more that is in neither
    copy. Each is empty where there is none. `quotation_stands`: a passage that the letter quotes is on the page today.
    `open_reading`: the reading is unsure and another one may be alive, so that a dead page proves nothing yet.
    `left_out`: by the user, who wants nothing said of it. `copy_astray`: the copy does not bear the cited title.
    """

    repair: Repair
    url: str | None
    live: LiveResult | None = None
    archive: ArchiveResult | None = None
    content: ContentResult | None = None
    contradicted: str = ""
    attested: str = ""
    missing_quotation: str = ""
    quotation_stands: bool = False
    open_reading: bool = False
    left_out: bool = False
    copy_astray: bool = False

    @property
    def outcome(self) -> LiveOutcome | None:
        """The live outcome, None when nothing was asked."""
        return self.live.outcome if self.live else None

    @property
    def mended(self) -> bool:
        """Whether the link is damaged as printed and one reading of it was chosen."""
        return self.repair.status is RepairStatus.MENDED


def _unsupported(case: Case) -> bool:
    return case.url is not None and not is_web(case.url)


def _drifted(case: Case) -> bool:
    """Whether the page is worth a look because it has drifted.

    Words of the citation that only the copy has are lost. Where a quotation is still there, or the link leads to a
    home page, which always changes, drift is information.
    """
    if case.content is None or case.content.drift is not Drift.DRIFTED:
        return False
    found = {quote.found for quote in case.content.quotes}
    if Found.ARCHIVE in found:
        return True
    parts = urlsplit(case.url or "")
    return not case.quotation_stands and bool(parts.path.strip("/") or parts.query)


_ANY: frozenset[LiveOutcome | None] = frozenset({None, *LiveOutcome})
_UNASKED = frozenset({None, LiveOutcome.SKIPPED})


class Row(NamedTuple):
    """One row: the rule it stands for, what it decides, for which live outcomes, and what else must hold."""

    rule: str
    verdict: Verdict
    outcomes: Set[LiveOutcome | None]
    holds: Callable[[Case], bool] = lambda _: True


TABLE: tuple[Row, ...] = (
    Row("VFY219", Verdict.SKIPPED, _ANY, lambda case: case.left_out),
    Row("VFY218", Verdict.SKIPPED, _ANY, _unsupported),
    Row("VFY103", Verdict.BROKEN, _ANY, lambda case: case.repair.status is RepairStatus.UNMENDABLE),
    Row("VFY102", Verdict.REVIEW, DEAD, lambda case: case.open_reading),
    Row("VFY221", Verdict.REVIEW, DEAD, lambda case: bool(case.contradicted)),
    Row("VFY201", Verdict.BROKEN, {LiveOutcome.NOT_FOUND}),
    Row("VFY202", Verdict.BROKEN, {LiveOutcome.DOMAIN_GONE}),
    Row("VFY203", Verdict.BROKEN, {LiveOutcome.PARKED}),
    Row("VFY204", Verdict.BROKEN, {LiveOutcome.SOFT_404}),
    Row("VFY102", Verdict.REVIEW, _ANY, lambda case: case.repair.status is RepairStatus.AMBIGUOUS),
    Row("VFY101", Verdict.FIX, _ANY, lambda case: case.mended and case.repair.confidence >= SURE),
    Row("VFY102", Verdict.REVIEW, _ANY, lambda case: case.mended),
    Row("VFY219", Verdict.SKIPPED, _UNASKED),
    Row("VFY207", Verdict.FIX, {LiveOutcome.MOVED}),
    Row("VFY401", Verdict.REVIEW, {LiveOutcome.OK}, lambda case: bool(case.missing_quotation)),
    Row("VFY403", Verdict.REVIEW, {LiveOutcome.OK}, _drifted),
    Row("VFY220", Verdict.OK, {LiveOutcome.OK}),
    Row("VFY304", Verdict.OK, WALLED, lambda case: bool(case.attested)),
    Row("VFY205", Verdict.REVIEW, {LiveOutcome.REDIRECTED_HOME}),
    Row("VFY206", Verdict.REVIEW, {LiveOutcome.REDIRECTED_ELSEWHERE}),
    Row("VFY208", Verdict.REVIEW, {LiveOutcome.BOT_WALL}),
    Row("VFY209", Verdict.REVIEW, {LiveOutcome.ACCESS_WALL}),
    Row("VFY210", Verdict.REVIEW, {LiveOutcome.RATE_LIMITED}),
    Row("VFY211", Verdict.REVIEW, {LiveOutcome.ACCESS_DENIED}),
    Row("VFY215", Verdict.REVIEW, {LiveOutcome.TLS_ERROR}),
    Row("VFY216", Verdict.REVIEW, {LiveOutcome.REDIRECT_LOOP}),
    Row("VFY217", Verdict.REVIEW, {LiveOutcome.UNRENDERED}),
    Row("VFY212", Verdict.REVIEW, {LiveOutcome.SERVER_ERROR}),
    Row("VFY213", Verdict.REVIEW, {LiveOutcome.TIMEOUT}),
    Row("VFY214", Verdict.REVIEW, {LiveOutcome.UNREACHABLE}),
    Row("VFY218", Verdict.REVIEW, {LiveOutcome.NOT_CHECKABLE}),
)
_ROWS = {outcome: tuple(row for row in TABLE if outcome in row.outcomes) for outcome in _ANY}
"""The rows that may apply to each outcome, in the order of the table."""


def decide(case: Case) -> Row:
    """The first row that applies; the rows cover every outcome, which a test holds them to."""
    return next(row for row in _ROWS[case.outcome] if row.holds(case))
