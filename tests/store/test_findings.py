"""What history tells across runs: since when, how often, on which days, and what has changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.store.samples import LETTER, LONG_AGO, NOON, URL, archive, day, finding, live, report, run, since
from verifier.model.evidence import ArchiveOutcome, LiveOutcome
from verifier.model.report import Verdict
from verifier.store import History
from verifier.store.findings import outcome_of

OK, GONE, LATE, WALL = LiveOutcome.OK, LiveOutcome.NOT_FOUND, LiveOutcome.TIMEOUT, LiveOutcome.BOT_WALL
SKIPPED = LiveOutcome.SKIPPED


@pytest.mark.parametrize(
    ("seen", "asked", "since", "runs", "reason"),
    [
        ([], OK, None, 0, "never seen"),
        ([OK], GONE, None, 0, "never seen with this outcome"),
        ([GONE], GONE, 0, 1, "once"),
        ([OK, GONE, GONE, GONE], GONE, 1, 3, "since the second run"),
        ([GONE, OK, GONE], GONE, 2, 1, "what was interrupted begins anew"),
        ([GONE, GONE, OK], GONE, None, 0, "no longer so"),
        ([GONE, SKIPPED, GONE], GONE, 0, 2, "a run that did not look interrupts nothing"),
        ([GONE, SKIPPED], GONE, 0, 1, "nor does it count"),
        ([LATE, WALL, LATE], LATE, 2, 1, "any other outcome interrupts"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_since(
    history: History, seen: list[LiveOutcome], asked: LiveOutcome, since: int | None, runs: int, reason: str
) -> None:
    for number, outcome in enumerate(seen):
        run(history, f"r{number}", finding(outcome, at=day(number)), at=day(number))
    assert history.since("c1", asked.value) == (None if since is None else day(since), runs), reason


def test_a_change_of_verdict_alone_does_not_interrupt(history: History) -> None:
    run(history, "r0", finding(OK, Verdict.FIX, at=day(0)), at=day(0))
    run(history, "r1", finding(OK, Verdict.OK, at=day(1)), at=day(1))
    assert history.since("c1", "ok") == (day(0), 2)


def test_a_citation_that_was_away_for_a_run_is_followed_on(history: History) -> None:
    run(history, "r0", finding(GONE, at=day(0)), at=day(0))
    run(history, "r1", at=day(1))
    run(history, "r2", finding(GONE, at=day(2)), at=day(2))
    assert history.since("c1", "not_found") == (day(0), 2)
    assert history.findings_of("r1") == ()
    assert [each.outcome for each in history.findings_of("r2")] == ["not_found"]


def test_the_present_run_counts_once_it_is_finished(history: History) -> None:
    history.begin_run("r0", NOON, [LETTER], "options", "1.0")
    history.record_live("r0", URL, live(GONE))
    assert history.since("c1", "not_found") == (None, 0)
    history.finish_run("r0", NOON, report(finding(GONE), id="r0"))
    assert history.since("c1", "not_found") == (NOON, 1)


@pytest.mark.parametrize(
    ("seen", "outcome", "days", "reason"),
    [
        ([], "not_found", [], "never looked"),
        ([GONE], "not_found", [0], "once"),
        ([GONE, GONE], "not_found", [0, 1], "on two days"),
        ([GONE, OK, GONE], "not_found", [2], "a good answer in between wipes the slate"),
        ([GONE, LATE, GONE], "not_found", [0, 2], "a failure that may pass does not"),
        ([GONE, LiveOutcome.SOFT_404], "soft_404", [1], "another way to be dead is not the same answer"),
        ([GONE, OK], "not_found", [], "back again"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_on_which_days_a_link_was_dead(
    history: History, seen: list[LiveOutcome], outcome: str, days: list[int], reason: str
) -> None:
    for number, each in enumerate(seen):
        run(history, f"r{number}", finding(each, at=day(number)), at=day(number))
    assert history.dead_days(URL, outcome, not_after=day(999)) == tuple(
        date(2026, 11, 21) + timedelta(number) for number in days
    ), reason


def test_days_to_come_neither_count_nor_wipe_the_slate(history: History) -> None:
    for number, outcome in ((0, GONE), (9, GONE), (400, OK), (401, GONE)):
        run(history, f"r{number}", finding(outcome, at=day(number)), at=day(number))
    assert history.dead_days(URL, "not_found", not_after=day(10)) == (date(2026, 11, 21), date(2026, 11, 30))
    assert history.dead_days(URL, "not_found", not_after=day(999)) == (date(2026, 11, 21) + timedelta(401),)


def test_dead_days_of_a_run_that_is_still_going_on(history: History) -> None:
    run(history, "r0", finding(GONE, at=day(0)), at=day(0))
    history.begin_run("r1", day(3), [LETTER], "options", "1.0")
    history.record_live("r1", URL, live(GONE, at=day(3)))
    assert history.dead_days(URL, "not_found", not_after=day(999)) == (date(2026, 11, 21), date(2026, 11, 24))


def test_many_runs_keep_the_first_and_the_last_day(history: History) -> None:
    for number in range(20):
        run(history, f"r{number}", finding(GONE, at=day(number)), at=day(number))
    assert history.dead_days(URL, "not_found", not_after=day(999)) == (date(2026, 11, 21), date(2026, 12, 10))
    assert history.since("c1", "not_found") == (NOON, 20)
    assert history._connection.execute("SELECT count(*) FROM checks").fetchone() == (2,)


def test_conditional_request_headers_are_kept_for_the_newest_check_alone(history: History) -> None:
    for number in range(2):
        run(history, f"r{number}", finding(OK, at=day(number)), at=day(number))
    rows = history._connection.execute("SELECT etag FROM checks ORDER BY checked_at").fetchall()
    assert rows == [(None,), ('"6f-2a"',)]


def test_old_archive_answers_do_not_pile_up(history: History) -> None:
    """A letter without a date is asked about as of today, every day anew."""
    for number in range(15):
        history.begin_run(f"r{number}", day(number), [LETTER], "options", "1.0")
        history.record_archive(f"r{number}", URL, f"{day(number):%Y-%m-%d}", archive(at=day(number)))
        history.finish_run(f"r{number}", day(number), report(finding(at=day(number)), id=f"r{number}"))
    assert history._connection.execute("SELECT count(*) FROM archive_checks").fetchone() == (8,)
    assert history.recall_archive(URL, "2026-12-05", "web.archive.org", since(LONG_AGO)) is not None


def test_views_tell_what_is_and_what_has_changed(history: History) -> None:
    run(history, "r0", finding(OK, at=day(0)), finding(citation_id="c2", url=URL + "/2"), at=day(0))
    run(
        history,
        "r1",
        finding(GONE, Verdict.BROKEN, at=day(1)),
        finding(citation_id="c2", url=URL + "/2", at=day(1)),
        finding(citation_id="c3", url=URL + "/3", at=day(1)),
        at=day(1),
    )
    db = history._connection
    latest = db.execute("SELECT citation, verdict, outcome, runs, run FROM v_latest ORDER BY citation").fetchall()
    assert latest == [
        ("c1", "broken", "not_found", 1, "r1"),
        ("c2", "ok", "ok", 2, "r1"),
        ("c3", "ok", "ok", 1, "r1"),
    ]
    changed = db.execute("SELECT citation, was_verdict, verdict, url FROM v_changed ORDER BY citation").fetchall()
    assert changed == [("c1", "ok", "broken", URL), ("c3", None, "ok", URL + "/3")]
    asked = db.execute("SELECT run, asked, outcome, result FROM v_results WHERE url = ?", (URL,)).fetchall()
    assert [row[:3] for row in asked] == [("r0", "live", "ok"), ("r1", "live", "not_found")]
    assert URL in asked[0][3]


def test_the_findings_of_each_run_can_be_told_apart(history: History) -> None:
    run(history, "r0", finding(OK, at=day(0)), at=day(0))
    run(history, "r1", finding(OK, at=day(1)), at=day(1))
    run(history, "other", finding(GONE, citation_id="x", at=day(1)), at=day(1), source="other.txt")
    run(history, "r2", finding(GONE, Verdict.BROKEN, at=day(2)), at=day(2))
    told = {
        name: [(each.citation_id, each.verdict) for each in history.findings_of(name)] for name in ("r0", "r1", "r2")
    }
    assert told == {"r0": [("c1", "ok")], "r1": [("c1", "ok")], "r2": [("c1", "broken")]}
    (past,) = history.findings_of("r1")
    assert (past.source, past.note, past.value, past.since) == (LETTER, "1", URL, NOON)
    assert history.findings_of("r9") == ()


def test_runs_are_listed_newest_first(history: History) -> None:
    run(history, "r0", at=day(0))
    run(history, "r1", at=day(1), source="other.txt")
    history.begin_run("r2", day(2), [LETTER, "other.txt"], "options", "1.0")
    assert [each.id for each in history.runs()] == ["r2", "r1", "r0"]
    assert [each.id for each in history.runs(LETTER)] == ["r2", "r0"]
    first, last = history.runs()[-1], history.runs()[0]
    assert (first.started_at, first.finished_at, first.sources) == (NOON, NOON + timedelta(minutes=1), (LETTER,))
    assert (last.finished_at, last.sources, last.tool_version) == (None, (LETTER, "other.txt"), "1.0")


def test_runs_that_finish_out_of_order(history: History) -> None:
    """Two processes at one letter: what counts is the order in which they are done."""
    history.begin_run("slow", day(0), [LETTER], "options", "1.0")
    run(history, "fast", finding(OK, at=day(1)), at=day(1))
    history.finish_run("slow", day(2), report(finding(GONE, at=day(0)), id="slow", started_at=day(0)))
    run(history, "next", finding(GONE, at=day(3)), at=day(3))
    assert [each.outcome for name in ("fast", "slow", "next") for each in history.findings_of(name)] == [
        "ok",
        "not_found",
        "not_found",
    ]
    assert history.since("c1", "not_found") == (day(0), 2)


@pytest.mark.parametrize(
    ("live_outcome", "archive_outcome", "outcome"),
    [
        (GONE, ArchiveOutcome.ARCHIVED, "not_found"),
        (SKIPPED, ArchiveOutcome.ARCHIVED, None),
        (None, ArchiveOutcome.NONE_FOUND, "none_found"),
        (None, None, None),
    ],
)
def test_outcome_of(
    live_outcome: LiveOutcome | None, archive_outcome: ArchiveOutcome | None, outcome: str | None
) -> None:
    one = replace(
        finding(),
        live=live_outcome and live(live_outcome),
        archives=archive_outcome and (archive(archive_outcome),),
    )
    assert outcome_of(one) == outcome


def test_a_citation_is_brought_up_to_date(history: History) -> None:
    """Its id stays when its repair changes, so what was stored of it must change in place."""
    run(history, "r0", finding(at=day(0)), at=day(0))
    run(history, "r1", finding(url=URL + "-2", at=day(1)), at=day(1))
    assert [each.value for each in history.findings_of("r1")] == [URL + "-2"]


def test_a_citation_without_a_url_is_kept(history: History) -> None:
    book = finding()
    book = replace(book, citation=replace(book.citation, url=None, value="978-3-16-148410-0"), live=None)
    run(history, "r0", book)
    (past,) = history.findings_of("r0")
    assert (past.value, past.outcome) == ("978-3-16-148410-0", None)
