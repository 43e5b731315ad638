"""How a run ends for whoever called it. Scripts rely on the numbers (`design.md`, Command line)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from verifier.model.document import Part
from verifier.model.report import Finding, Network, Report, Verdict


class ExitCode(IntEnum):
    """What a run tells its caller."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    INCOMPLETE = 3
    INTERRUPTED = 130


ENOUGH_TO_EXPECT_ONE = 3
"""With this many checked citations, none decided means that the job was not done."""

_COUNTED = {
    "broken": frozenset({Verdict.BROKEN}),
    "fix": frozenset({Verdict.BROKEN, Verdict.FIX}),
    "review": frozenset({Verdict.BROKEN, Verdict.FIX, Verdict.REVIEW}),
}


def exit_code(report: Report, fail_on: Sequence[str], min_decided: float | None) -> ExitCode:
    """The exit code of a run. A job that was not done in full outweighs its findings."""
    if report.run.interrupted:
        return ExitCode.INTERRUPTED
    if _incomplete(report, min_decided):
        return ExitCode.INCOMPLETE
    if "never" in fail_on:
        return ExitCode.CLEAN
    levels = [level for level in fail_on if level in _COUNTED] or ["fix"]
    counted = frozenset().union(*(_COUNTED[level] for level in levels))
    findings = [finding for document in report.documents for finding in document.findings]
    failing = [finding for finding in findings if finding.verdict in counted and _counts(finding)]
    if "new" in fail_on:
        failing = [finding for finding in failing if finding.new]
    return ExitCode.FINDINGS if failing else ExitCode.CLEAN


def _incomplete(report: Report, min_decided: float | None) -> bool:
    if report.run.partial or report.run.network is Network.DOWN or any(d.error for d in report.documents):
        return True
    decided = report.summary.decided
    if decided is None or report.run.network is Network.OFFLINE:
        return False
    if min_decided is not None:
        return decided < min_decided
    checked = report.summary.citations - (report.summary.verdicts or {}).get("skipped", 0)
    return checked >= ENOUGH_TO_EXPECT_ONE and decided == 0


def _counts(finding: Finding) -> bool:
    """Text around the letter never fails a run, nor does what a person has accepted."""
    settled = finding.review is not None and finding.review.decision in {"accept", "ignore"}
    return finding.citation.part is not Part.SURROUNDINGS and not settled
