"""Every transition is told once, on the run that saw it; quiet runs say nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.builders import NOON, a_citation, a_document, a_finding, a_report
from verifier.model.document import Part
from verifier.model.evidence import ArchiveOutcome, ArchiveResult, LiveOutcome, LiveResult
from verifier.model.report import Finding, Review, Verdict
from verifier.model.transition import Standing, TransitionKind, is_worse, kind_of
from verifier.pipeline.desk import Options
from verifier.pipeline.memory import Memory
from verifier.pipeline.news import between, tell_news
from verifier.store import History

OUTCOMES = {
    "ok": LiveOutcome.OK,
    "broken": LiveOutcome.NOT_FOUND,
    "review": LiveOutcome.TIMEOUT,
    "fix": LiveOutcome.MOVED,
    "skipped": LiveOutcome.SKIPPED,
}


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with History.open(tmp_path / "history.sqlite") as opened:
        yield opened


def seen(verdict: str, archived: bool | None = None, **changes) -> Finding:
    outcome = {True: ArchiveOutcome.ARCHIVED, False: ArchiveOutcome.NONE_FOUND, None: ArchiveOutcome.UNKNOWN}[archived]
    archive = ArchiveResult(outcome, "web.archive.org", NOON)
    return a_finding(live=LiveResult(OUTCOMES[verdict], NOON), archives=(archive,), verdict=Verdict(verdict), **changes)


def week(history: History, number: int, *findings: Finding) -> tuple[list[str], list[bool]]:
    """One weekly run: what it told, and which findings it marked as new."""
    at = NOON + timedelta(weeks=number)
    memory = Memory(history, f"r{number}", Options())
    memory.begin(["letter.txt"], at)
    documents, changes = tell_news([a_document(*findings)], memory)
    memory.finish(a_report(*documents, id=f"r{number}", started_at=at, finished_at=at + timedelta(minutes=1)))
    assert memory.remarks == []
    told = [f"{one.kind}" for one in changes.transitions] if changes else ["first"]
    return told, [finding.new for finding in documents[0].findings]


@pytest.mark.parametrize(
    ("verdicts", "told", "why"),
    [
        ("ok ok ok", ["first", "", ""], "quiet weeks"),
        ("ok broken broken ok ok", ["first", "newly broken", "", "recovered", ""], "each once, on its week"),
        ("broken broken", ["first", ""], "what was broken from the start is no change"),
        ("ok skipped broken", ["first", "", "newly broken"], "a week without a look changes nothing"),
        ("broken skipped broken", ["first", "", ""], "nor does it make old news new"),
        ("ok review ok", ["first", "changed", "changed"], "an answer that did not come, and came again"),
        ("fix broken fix", ["first", "newly broken", "recovered"], "moved, dead, and moved again"),
    ],
)
def test_transitions_of_one_link(history: History, verdicts: str, told: list[str], why: str) -> None:
    got = ["+".join(week(history, number, seen(each))[0]) for number, each in enumerate(verdicts.split())]
    assert got == told, why


def test_a_copy_that_appears_is_told_once(history: History) -> None:
    told = [week(history, n, seen("broken", copy))[0] for n, copy in enumerate([False, None, True, None, True])]
    assert told == [["first"], [], ["newly archived"], [], []]


@pytest.mark.parametrize(
    ("verdicts", "new", "why"),
    [
        ("fix fix fix", [True, False, False], "known from the second run on"),
        ("ok fix fix", [True, True, False], "new when it comes"),
        ("fix broken", [True, True], "it asks for more than before"),
        ("broken fix", [True, False], "it asks for less"),
        ("fix ok fix", [True, False, True], "gone and come back"),
        ("fix skipped fix", [True, False, False], "a run that did not look forgets nothing"),
    ],
)
def test_what_counts_as_new(history: History, verdicts: str, new: list[bool], why: str) -> None:
    got = [week(history, number, seen(each))[1][0] for number, each in enumerate(verdicts.split())]
    assert got == new, why


def test_added_links_are_told_only_when_broken(history: History) -> None:
    old = seen("ok")
    week(history, 0, old)
    added = [seen(v, citation=a_citation(id=f"c-{v}")) for v in ("ok", "fix", "broken")]
    assert week(history, 1, old, *added) == (["newly broken"], [False, False, True, True])


def test_accepted_links_and_text_around_the_letter_are_no_change(history: History) -> None:
    around = a_citation(id="around", part=Part.SURROUNDINGS)
    week(history, 0, seen("ok"), seen("ok", citation=around))
    accepted = seen("broken", review=Review("accept"))
    assert week(history, 1, accepted, seen("broken", citation=around))[0] == []


def test_two_finished_runs_are_compared(history: History) -> None:
    for number, verdict in enumerate(["ok", "broken", "broken", "ok"]):
        week(history, number, seen(verdict, False))

    def told(before: str, after: str) -> list[str]:
        return [
            f"{one.kind}: {one.was} {one.now}"
            for one in between(history.findings_of(before), history.findings_of(after))
        ]

    assert told("r0", "r2") == ["newly broken: ok broken"]
    assert told("r1", "r2") == []
    assert told("r2", "r3") == ["recovered: broken ok"]
    assert told("unknown", "r3") == []
    (one,) = history.findings_of("r2")
    assert between([one], [replace(one, archived=True)])[0].kind is TransitionKind.NEWLY_ARCHIVED


def test_verdicts_that_say_nothing() -> None:
    assert kind_of(None, Standing("skipped", None)) is None
    assert kind_of(Standing(None, None), Standing("ok", "ok")) is None
    assert (
        kind_of(Standing("skipped", None), Standing("broken", "not_found")) is TransitionKind.CHANGED
    )  # nobody had looked
    assert not is_worse(None, "ok")
    assert is_worse("skipped", "review")
