"""How a run ends: each row is a run and the exit code that scripts rely on."""

from __future__ import annotations

import pytest

from tests.builders import a_citation, a_document, a_finding, a_report
from verifier.model.document import Part
from verifier.model.exits import ExitCode, exit_code
from verifier.model.report import DocumentReport, Network, Review, SourceFailure, Verdict


def finding(verdict: Verdict, **more):
    return a_finding(verdict=verdict, **more)


OK, FIX, BROKEN, REVIEW, SKIPPED = (finding(verdict) for verdict in Verdict)
AROUND = finding(Verdict.BROKEN, citation=a_citation(part=Part.SURROUNDINGS))
ACCEPTED = finding(Verdict.BROKEN, review=Review("accept"))
OPENED = finding(Verdict.BROKEN, review=Review("opened"))


@pytest.mark.parametrize(
    ("findings", "fail_on", "code", "why"),
    [
        ([OK], ("fix",), 0, "clean"),
        ([], ("fix",), 0, "a readable letter without citations"),
        ([OK, BROKEN], ("fix",), 1, "the default counts broken"),
        ([OK, FIX], ("fix",), 1, "and fix"),
        ([OK, REVIEW], ("fix",), 0, "but not review"),
        ([OK, FIX], ("broken",), 0, "broken alone"),
        ([OK, REVIEW], ("review",), 1, "review asked for"),
        ([OK, BROKEN], ("never",), 0, "never"),
        ([OK, AROUND], ("fix",), 0, "surroundings never fail"),
        ([OK, ACCEPTED], ("fix",), 0, "accepted by a person"),
        ([OK, OPENED], ("fix",), 1, "opened is not accepted"),
        ([OK, finding(Verdict.FIX, new=False)], ("fix", "new"), 0, "known from earlier runs"),
        ([OK, finding(Verdict.FIX, new=True)], ("fix", "new"), 1, "new in this run"),
        ([OK, finding(Verdict.FIX, new=True)], ("new",), 1, "new alone keeps the default level"),
        ([REVIEW, REVIEW], ("fix",), 0, "two undecided are few"),
        ([REVIEW, REVIEW, REVIEW], ("fix",), 3, "of three none decided: the job was not done"),
        ([REVIEW, REVIEW, SKIPPED], ("fix",), 0, "skipped ones were not to be decided"),
    ],
)
def test_what_is_found_and_what_fails_decide_the_exit_code(findings, fail_on, code, why) -> None:
    assert exit_code(a_report(a_document(*findings)), fail_on, None) == code, why


def test_a_run_that_decided_too_little_is_incomplete() -> None:
    report = a_report(a_document(OK, REVIEW))
    assert exit_code(report, ("fix",), 0.5) == ExitCode.CLEAN
    assert exit_code(report, ("fix",), 0.6) == ExitCode.INCOMPLETE


@pytest.mark.parametrize(
    ("report", "code"),
    [
        (a_report(a_document(BROKEN), network=Network.DOWN), 3),
        (a_report(a_document(BROKEN), partial=True), 3),
        (a_report(a_document(BROKEN), partial=True, interrupted=True), 130),
        (a_report(a_document(OK), DocumentReport("b.txt", error=SourceFailure("empty"))), 3),
        (a_report(a_document(REVIEW, REVIEW, REVIEW), network=Network.OFFLINE), 0),
    ],
)
def test_a_job_not_done_in_full_outweighs_findings(report, code) -> None:
    assert exit_code(report, ("fix",), None) == code
