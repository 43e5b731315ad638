"""A defect that one page brings to light costs that page: the run goes on, and says so."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.checks.scripted import ScriptedWeb, article, response
from verifier import pipeline
from verifier.checks.live import LiveChecker
from verifier.documents import expand
from verifier.model.errors import StoreError
from verifier.model.evidence import LiveOutcome
from verifier.model.exits import ExitCode, exit_code
from verifier.pipeline.gathered import Gathered
from verifier.store.history import History
from verifier.web.exchange import Failure, FailureKind, Request, Response

NOON = datetime(2022, 6, 8, 12, tzinfo=UTC)
GOOD, BAD = "https://good.example/page", "https://bad.example/page?token=swordfish123456"


class Tripping(ScriptedWeb):
    """Answers, but for one address whose answer nobody was prepared for."""

    async def fetch(self, request: Request) -> Response | Failure:
        if request.url == BAD:
            raise ZeroDivisionError(request.url)
        return await super().fetch(request)


def test_a_page_that_a_rule_trips_over_costs_no_other(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(f"See {GOOD} and {BAD} there.\n")
    web = Tripping({GOOD: response(article("A page"))})
    with History.open(tmp_path / "history.sqlite") as history:
        desk = pipeline.Desk(
            live=LiveChecker(web, lambda: NOON), history=history, clock=pipeline.Clock(now=lambda: NOON)
        )
        report = asyncio.run(pipeline.verify(pipeline.plan(expand([str(tmp_path)])), desk, pipeline.Options()))
        assert len(history.runs()) == 1, "the run has ended, and the next one begins anew"
    good, bad = (finding.live for finding in report.documents[0].findings)
    assert good is not None and good.outcome is LiveOutcome.OK
    assert bad is not None and bad.outcome is LiveOutcome.SKIPPED and "ZeroDivisionError in" in bad.evidence[0]
    told = [remark for remark in report.run.remarks if "defect of verifier kept 1 link" in remark]
    assert told and not any("swordfish" in words for words in (*told, *bad.evidence)), "an error may quote a secret"
    assert exit_code(report, ("fix",), None) is ExitCode.INCOMPLETE


def test_a_defect_at_the_second_look_leaves_what_the_first_one_saw(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(f"See {GOOD} and {BAD} there.\n")
    waited: list[float] = []

    class Later(Tripping):
        async def fetch(self, request: Request) -> Response | Failure:
            if request.url == BAD and not waited:
                return Failure(request.url, FailureKind.READ_TIMEOUT, "no answer")
            return await super().fetch(request)

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    web = Later({GOOD: response(article("A page"))})
    desk = pipeline.Desk(live=LiveChecker(web, lambda: NOON), clock=pipeline.Clock(now=lambda: NOON, sleep=sleep))
    report = asyncio.run(pipeline.verify(pipeline.plan(expand([str(tmp_path)])), desk, pipeline.Options()))
    good, bad = (finding.live for finding in report.documents[0].findings)
    assert good is not None and good.outcome is LiveOutcome.OK
    assert bad is not None and bad.outcome is LiveOutcome.TIMEOUT
    assert not any("not asked again" in words for words in bad.evidence), "it was asked"
    assert any("defect of verifier kept 1 link" in remark for remark in report.run.remarks)


def test_what_the_user_has_to_know_is_no_defect() -> None:
    gathered = Gathered()
    with pytest.raises(StoreError), gathered.sparing(GOOD):
        raise StoreError("the disk is full")
    assert gathered.defects == {}
