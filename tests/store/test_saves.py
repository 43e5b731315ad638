"""What an archive was asked to capture: the newest is found again, and forgotten with the letter."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.samples import LETTER, NOON, URL, day, finding, run
from verifier.model.evidence import Provenance
from verifier.model.saving import SaveOutcome, SaveResult
from verifier.store import History

SERVICE = "web.archive.org"
ASKED = SaveResult(URL, SaveOutcome.PENDING, SERVICE, NOON, "taken on", job="spn2-1")
MOVED_TO = "https://moved.example.org/where-the-survey-is-now"


def remembered(result: SaveResult) -> SaveResult:
    return replace(result, why="", copy=None, provenance=Provenance.REMEMBERED)


@pytest.mark.parametrize(
    "result",
    [
        ASKED,
        replace(ASKED, outcome=SaveOutcome.SAVED, timestamp="20261121120042", copy="https://web.archive.org/web/x"),
        replace(ASKED, outcome=SaveOutcome.FAILED, code="error:no-access", job=None),
        replace(ASKED, outcome=SaveOutcome.POSTPONED, code="error:\ud800 not Unicode"),
    ],
    ids=lambda result: result.outcome.value,
)
def test_what_was_recorded_comes_back(history: History, result: SaveResult) -> None:
    run(history, "r1", finding())
    history.record_save("r1", result)
    known = history.recall_save(URL, SERVICE)
    assert known is not None
    assert replace(known, code=result.code) == remembered(result)
    assert history.recall_save(URL, "archive.example") is None
    assert history.recall_save(MOVED_TO, SERVICE) is None


def test_only_the_newest_counts(history: History) -> None:
    run(history, "r1", finding())
    history.record_save("r1", ASKED)
    later = replace(ASKED, outcome=SaveOutcome.SAVED, asked_at=day(1), timestamp="20261122120000")
    history.record_save("r1", later)
    assert history.recall_save(URL, SERVICE) == remembered(later)


def test_it_is_forgotten_with_the_letter_that_asked_for_it(history: History, path: Path) -> None:
    run(history, "r1", finding())
    history.record_save("r1", replace(ASKED, url=MOVED_TO))
    assert b"where-the-survey" in b"".join(each.read_bytes() for each in path.parent.iterdir())
    assert history.forget(LETTER)
    assert history.recall_save(MOVED_TO, SERVICE) is None
    assert b"where-the-survey" not in b"".join(each.read_bytes() for each in path.parent.iterdir())


def test_what_is_only_remembered_is_not_counted_as_seen(history: History) -> None:
    """`verify save` tells the last run's results again: that is no second look."""
    run(history, "r1", finding())
    told_again = finding()
    assert told_again.live is not None
    run(
        history, "r2", replace(told_again, live=replace(told_again.live, provenance=Provenance.REMEMBERED)), at=day(0.1)
    )
    assert history.since("c1", "ok") == (NOON, 1)
    run(history, "r3", finding(at=day(1)), at=day(1))
    assert history.since("c1", "ok") == (NOON, 2)
