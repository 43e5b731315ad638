"""What earlier runs said, run by run and stretch by stretch, over a real history."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.builders import NOON, a_citation, a_document, a_finding, a_report
from verifier.model.document import Part
from verifier.model.evidence import LiveOutcome, LiveResult
from verifier.model.report import DocumentReport, Finding, Review, Verdict
from verifier.pipeline.desk import Options
from verifier.pipeline.memory import Memory
from verifier.pipeline.trends import tell_trends
from verifier.store import History

SEEN = {
    "ok": (Verdict.OK, LiveOutcome.OK),
    "late": (Verdict.REVIEW, LiveOutcome.TIMEOUT),
    "wall": (Verdict.REVIEW, LiveOutcome.BOT_WALL),
    "gone": (Verdict.BROKEN, LiveOutcome.NOT_FOUND),
    "skipped": (Verdict.SKIPPED, LiveOutcome.SKIPPED),
}


def seen(word: str, **changes) -> Finding:
    verdict, outcome = SEEN[word]
    return a_finding(verdict=verdict, live=LiveResult(outcome, NOON), **changes)


def weeks(path: Path, *runs: tuple[Finding, ...], source: str = "letter.txt") -> DocumentReport:
    """The document as the last of several weekly runs tells it."""
    with History.open(path / "history.sqlite") as history:
        for number, findings in enumerate(runs):
            at = NOON + timedelta(weeks=number)
            memory = Memory(history, f"{source} {number}", Options())
            memory.begin([source], at)
            dated = tuple(replace(one, live=replace(one.live, checked_at=at)) for one in findings)
            (told,) = tell_trends([a_document(*dated, source=source)], memory, f"r{number}", at)
            memory.finish(a_report(told, id=f"{source} {number}", started_at=at, finished_at=at))
            assert memory.remarks == []
    return told


@pytest.mark.parametrize(
    ("words", "stretches", "why"),
    [
        ("ok", [], "nothing to compare with"),
        ("ok ok ok", [("ok", 3, 0, 2)], "quiet weeks are one stretch"),
        ("ok ok gone", [("ok", 2, 0, 1), ("not_found", 1, 2, 2)], "it broke this week"),
        ("ok gone ok", [("ok", 1, 0, 0), ("not_found", 1, 1, 1), ("ok", 1, 2, 2)], "and came back"),
        ("late wall", [("timeout", 1, 0, 0), ("bot_wall", 1, 1, 1)], "another reason is another stretch"),
        ("ok skipped ok", [("ok", 2, 0, 2)], "a week without a look is no stretch"),
        ("ok skipped", [], "one look alone is no history"),
    ],
)
def test_the_stretches_of_a_citation(tmp_path, words, stretches, why):
    told = weeks(tmp_path, *[(seen(word),) for word in words.split()])
    got = [(one.outcome, one.runs, one.since, one.until) for one in told.findings[0].past]
    at = [NOON + timedelta(weeks=number) for number in range(9)]
    assert got == [(outcome, runs, at[first], at[last]) for outcome, runs, first, last in stretches], why


def test_a_citation_that_flaps_for_months_keeps_its_newest_stretches(tmp_path):
    told = weeks(tmp_path, *[(seen(word),) for word in ["ok", "gone"] * 10])
    assert [one.outcome for one in told.findings[0].past] == ["ok", "not_found"] * 6


def test_the_tallies_of_a_letter_leave_out_what_stands_around_it_and_what_was_accepted(tmp_path):
    around = a_citation(id="a" * 16, part=Part.SURROUNDINGS)
    accepted = seen("gone", citation=a_citation(id="b" * 16), review=Review("accept"))
    told = weeks(
        tmp_path,
        (seen("ok"), seen("gone", citation=around)),
        (),
        (seen("gone"), seen("gone", citation=around), accepted),
    )
    assert [(dict(one.verdicts), one.open) for one in told.tallies] == [({"ok": 1}, 0), ({}, 0), ({"broken": 2}, 1)]
    assert [one.finished_at for one in told.tallies] == [NOON + timedelta(weeks=number) for number in range(3)]


def test_the_first_run_over_a_letter_has_no_trend_and_letters_do_not_mix(tmp_path):
    assert weeks(tmp_path, (seen("ok"),)).tallies == ()
    assert weeks(tmp_path, (seen("gone"),), source="other.txt").tallies == ()


def test_what_was_accepted_stays_accepted_in_the_tallies_of_later_runs(tmp_path):
    accepted = seen("gone", review=Review("accept"))
    assert [one.open for one in weeks(tmp_path, (accepted,), (accepted,)).tallies] == [0, 0]
