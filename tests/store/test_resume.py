"""Interrupted is not lost: what an unfinished run had is found by the next run of the same job."""

from __future__ import annotations

import pytest

from tests.store.samples import LETTER, LONG_AGO, NOON, URL, archive, day, finding, live, report, run, since
from verifier.model.evidence import LiveOutcome
from verifier.store import History


def begin(history: History, run_id: str, number: float = 0) -> None:
    history.begin_run(run_id, day(number), [LETTER, "b.txt"], "options", "1.0")


def test_an_unfinished_run_is_found_by_the_same_command(history: History) -> None:
    begin(history, "r1")
    assert history.unfinished_run([LETTER, "b.txt"], "options") == "r1"
    assert history.unfinished_run(["b.txt", LETTER], "options") == "r1", "the order of the sources does not matter"


@pytest.mark.parametrize(
    ("sources", "options", "reason"),
    [([LETTER], "options", "fewer sources"), ([LETTER, "b.txt"], "others", "other options")],
)
def test_another_command_does_not_find_it(history: History, sources: list[str], options: str, reason: str) -> None:
    begin(history, "r1")
    assert history.unfinished_run(sources, options) is None, reason


def test_only_the_latest_run_counts(history: History) -> None:
    begin(history, "r1")
    begin(history, "r2", 1)
    history.finish_run("r2", day(1), report(finding(), id="r2"))
    assert history.unfinished_run([LETTER, "b.txt"], "options") is None, "what r1 saw is out of date"


def test_a_run_of_long_ago_can_be_left_alone(history: History) -> None:
    begin(history, "r1")
    assert history.unfinished_run([LETTER, "b.txt"], "options", not_before=day(1)) is None
    assert history.unfinished_run([LETTER, "b.txt"], "options", not_before=NOON) == "r1"


def test_a_partial_report_finishes_nothing(history: History) -> None:
    begin(history, "r1")
    history.finish_run("r1", NOON, report(finding(), id="r1", partial=True))
    assert history.unfinished_run([LETTER, "b.txt"], "options") == "r1"
    assert history.since("c1", "ok") == (None, 0)


def test_all_results_of_the_interrupted_run_are_used_again(history: History) -> None:
    begin(history, "r1")
    history.record_live("r1", URL, live(LiveOutcome.TIMEOUT))
    begin(history, "r2", 1)
    recalled = history.recall_live(URL, since(day(1), "r1"))
    assert recalled is not None
    assert (recalled.outcome, recalled.checked_at) == (LiveOutcome.TIMEOUT, NOON)


def test_a_run_that_is_interrupted_twice_is_resumed_from_the_last(history: History) -> None:
    begin(history, "r1")
    history.record_live("r1", URL, live(LiveOutcome.TIMEOUT))
    begin(history, "r2", 1)
    recalled = history.recall_live(URL, since(day(1), "r1"))
    assert recalled is not None
    history.record_live("r2", URL, recalled)
    begin(history, "r3", 2)
    assert history.recall_live(URL, since(day(2), "r2")) == recalled


def test_other_runs_in_between_do_not_cost_an_interrupted_run_its_results(history: History) -> None:
    begin(history, "r1", 1)
    history.record_live("r1", URL, live(LiveOutcome.NOT_FOUND, at=day(1)))
    history.record_archive("r1", URL, "2022", archive(at=day(1)))
    for number in (0, 0.2, 0.4):
        run(history, f"other {number}", finding(LiveOutcome.NOT_FOUND, at=day(number)), at=day(number), source="c.txt")
    run(history, "last", finding(LiveOutcome.NOT_FOUND, at=day(0.6)), at=day(0.6), source="c.txt")
    recalled = history.recall_live(URL, since(day(3), "r1"))
    assert recalled is not None
    assert recalled.outcome is LiveOutcome.NOT_FOUND
    assert history.recall_archive(URL, "2022", "web.archive.org", since(day(3), "r1")) is not None


def test_an_abandoned_run_leaves_nothing(history: History) -> None:
    begin(history, "r1")
    history.record_live("r1", URL, live(LiveOutcome.UNREACHABLE))
    history.abandon_run("r1")
    assert history.unfinished_run([LETTER, "b.txt"], "options") is None
    assert history.recall_live(URL, since(LONG_AGO)) is None
    assert history.runs() == ()


def test_a_finished_run_is_not_abandoned(history: History) -> None:
    run(history, "r1", finding())
    history.abandon_run("r1")
    assert [each.id for each in history.runs()] == ["r1"]
