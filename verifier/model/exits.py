"""The exit code of a run. Scripts rely on the numbers (`design.md`, Command line)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from verifier.model.document import Part

if TYPE_CHECKING:  # every command asks for its exit code, few for a report
    from verifier.model.report import Finding, Report, Run


class ExitCode(IntEnum):
    """What a run tells its caller."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    INCOMPLETE = 3
    INTERRUPTED = 130


_ENOUGH_TO_EXPECT_ONE = 3
"""With this many checked citations, none decided means that the job was not done."""

_COUNTED = {"broken": ("broken",), "fix": ("broken", "fix"), "review": ("broken", "fix", "review")}
"""The verdicts that fail a run at each level."""


def exit_code(report: Report, fail_on: Sequence[str], min_decided: float | None) -> ExitCode:
    """The exit code of a run. A job that was not done in full outweighs its findings."""
    if report.run.interrupted:
        return ExitCode.INTERRUPTED
    if _incomplete(report, min_decided):
        return ExitCode.INCOMPLETE
    return ExitCode.FINDINGS if any(fails(finding, fail_on) for finding in report.findings) else ExitCode.CLEAN


def fails(finding: Finding, fail_on: Sequence[str]) -> bool:
    """Whether a finding fails a run at these levels; `fix` (and so `broken`) when none of them names a verdict."""
    if "never" in fail_on or ("new" in fail_on and not finding.new):
        return False
    levels = [level for level in fail_on if level in _COUNTED] or ["fix"]
    return counts(finding) and any(finding.verdict in _COUNTED[level] for level in levels)


def failing_levels(run: Run) -> tuple[str, ...]:
    """What `--fail-on` was given for a run, as far as its report tells."""
    given = run.fail_on or run.options.get("fail_on") or ()
    return (given,) if isinstance(given, str) else tuple(map(str, given)) if isinstance(given, list | tuple) else ()


def _incomplete(report: Report, min_decided: float | None) -> bool:
    from verifier.model.report import Network

    if report.run.partial or report.run.network is Network.DOWN or any(d.error for d in report.documents):
        return True
    decided = report.summary.decided
    if decided is None or report.run.network is Network.OFFLINE:
        return False
    if min_decided is not None:
        return decided < min_decided
    checked = report.summary.citations - (report.summary.verdicts or {}).get("skipped", 0)
    return checked >= _ENOUGH_TO_EXPECT_ONE and decided == 0


def counts(finding: Finding) -> bool:
    """Whether a finding can fail at all: text around the letter never does, nor what a person has accepted."""
    return finding.citation.part is not Part.SURROUNDINGS and not finding.settled
