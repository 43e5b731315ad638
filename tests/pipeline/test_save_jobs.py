"""Having pages captured, on counted time: jobs, faults, allowances, and what the history knows of it all."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from tests.web.archive import Captured, SimulatedArchive
from tests.web.archive_fetcher import NOW, InProcess, run_counted
from tests.web.archive_save import ACCESS, SECRET, Snag
from verifier.checks.archive.ask import archive_limits
from verifier.checks.saving.answers import Allowance
from verifier.checks.saving.save_page_now import Keys, SavePageNow
from verifier.model.saving import SaveOutcome, SaveResult
from verifier.pipeline.desk import Clock
from verifier.pipeline.save import Wanted
from verifier.pipeline.save_jobs import Clerk, Ledger
from verifier.store import History

PAGE = "https://example.org/page/0"
PAGES = [f"https://example.org/page/{number}" for number in range(20)]
SAVED, KEPT, PENDING, POSTPONED, FAILED = (
    SaveOutcome.SAVED, SaveOutcome.KEPT, SaveOutcome.PENDING, SaveOutcome.POSTPONED, SaveOutcome.FAILED,
)  # fmt: skip


@dataclass
class Outcome:
    """What a run brought, the seconds that it took, and why it stopped, if it did."""

    results: list[SaveResult]
    seconds: float
    stopped: str | None

    @property
    def one(self) -> SaveResult:
        (result,) = self.results
        return result

    @property
    def outcomes(self) -> set[SaveOutcome]:
        return {result.outcome for result in self.results}


def save(
    archive: SimulatedArchive,
    urls: Sequence[str] = (PAGE,),
    *,
    allowance: Allowance | None = None,
    history: History | None = None,
    refresh: bool = False,
    hours: float = 0,
    stop_after: float | None = None,
) -> Outcome:
    """Have `urls` captured, `hours` after NOW; with `stop_after`, the run is killed after so many seconds."""

    async def main() -> Outcome:
        loop = asyncio.get_running_loop()
        archive.clock = loop.time
        archive.save.now = lambda: NOW + timedelta(hours=hours, seconds=loop.time())
        limits = archive_limits("web.archive.org", loop.time, asyncio.sleep)
        client = SavePageNow(InProcess(archive), limits, archive.save.now, Keys(ACCESS, SECRET))
        clock = Clock(archive.save.now, loop.time, asyncio.sleep)
        run_id = None
        if history is not None:
            run_id = f"run-{hours}-{len(history.runs())}"
            history.begin_run(run_id, archive.save.now(), ["letter.txt"], "options", "1")
        clerk = Clerk(client, clock, Ledger("web.archive.org", history, run_id, refresh=refresh))
        wanted = [Wanted(url, ("note 1",), "1d") for url in urls]
        known = allowance or Allowance(archive.save.available, archive.save.daily, archive.save.daily_limit)
        try:
            async with asyncio.timeout(stop_after):
                await clerk.save(wanted, known)
        except TimeoutError:
            assert stop_after is not None
        return Outcome(clerk.results, loop.time(), clerk.stopped)

    return run_counted(main())


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with History.open(tmp_path / "history.sqlite") as opened:
        yield opened


def test_pages_are_captured_and_their_copies_named() -> None:
    archive = SimulatedArchive()
    archive.save.seconds = 33
    got = save(archive, PAGES)
    assert got.outcomes == {SAVED}
    for result in got.results:
        (kept,) = [capture for capture in archive.captures if capture.url == result.url]
        assert result.timestamp == kept.timestamp
        assert result.copy == f"https://web.archive.org/web/{kept.timestamp}/{result.url}"
    assert len(archive.save.submissions()) == len(PAGES)
    assert archive.save.refused == 0


@pytest.mark.parametrize("available", [1, 3, 8])
def test_no_more_jobs_are_under_way_than_the_service_allows(available: int) -> None:
    archive = SimulatedArchive()
    archive.save.seconds, archive.save.available = 60, available
    got = save(archive, PAGES[:10])
    assert got.outcomes == {SAVED}
    assert archive.save.most_at_once <= available
    assert len(archive.save.submissions()) == 10, "nothing is sent that would be refused"


def test_fewer_places_than_were_promised_are_waited_for() -> None:
    archive = SimulatedArchive()
    archive.save.seconds, archive.save.available = 45, 1
    got = save(archive, PAGES[:3], allowance=Allowance(available=3))
    assert got.outcomes == {SAVED}
    assert archive.save.most_at_once == 1


def test_the_days_allowance_ends_the_asking() -> None:
    archive = SimulatedArchive()
    archive.save.daily, archive.save.daily_limit = 27, 30
    got = save(archive, PAGES[:8])
    assert [result.outcome for result in got.results].count(SAVED) == 3
    assert [result.outcome for result in got.results].count(POSTPONED) == 5
    assert len(archive.save.submissions()) == 3
    assert "tomorrow" in (got.stopped or "")
    assert all("tomorrow" in result.why for result in got.results if result.outcome is POSTPONED)


def test_an_allowance_that_others_use_up_meanwhile() -> None:
    archive = SimulatedArchive()
    archive.save.daily = archive.save.daily_limit
    got = save(archive, PAGES[:5], allowance=Allowance(available=1, daily=0, daily_limit=100))
    assert got.outcomes == {POSTPONED}
    assert len(archive.save.submissions()) == 1
    assert "used up" in (got.stopped or "")


def test_a_capture_made_shortly_before_will_do() -> None:
    archive = SimulatedArchive([Captured(PAGE, "20261121120000")])
    for names_the_job in (True, False):
        archive.save.names_the_job = names_the_job
        result = save(archive).one
        assert (result.outcome, result.timestamp) == (KEPT, "20261121120000")
        assert result.copy == f"https://web.archive.org/web/20261121120000/{PAGE}"
    assert len(archive.captures) == 1


LASTING = ["no-access", "blocked", "not-found", "blocked-url", "invalid-host-resolution", "too-many-redirects", "new"]
PASSING = ["soft-time-limit-exceeded", "proxy-error", "browsing-timeout", "no-browsers-available", "celery",
           "cannot-fetch", "gateway-timeout", "523"]  # fmt: skip


@pytest.mark.parametrize("where", ["submit", "job"])
@pytest.mark.parametrize("code", LASTING)
def test_what_cannot_be_captured_is_asked_for_once_and_explained(where: str, code: str) -> None:
    archive = SimulatedArchive()
    archive.save.snags.append(Snag(**{where: f"error:{code}"}))
    result = save(archive).one
    assert (result.outcome, result.code) == (FAILED, f"error:{code}")
    assert len(result.why) > 20
    assert len(archive.save.submissions()) == 1


@pytest.mark.parametrize("where", ["submit", "job"])
@pytest.mark.parametrize("code", PASSING)
def test_what_passes_is_asked_for_again(where: str, code: str) -> None:
    archive = SimulatedArchive()
    archive.save.snags.append(Snag(times=1, **{where: f"error:{code}"}))
    got = save(archive)
    assert got.one.outcome is SAVED
    assert len(archive.save.submissions()) == 2
    assert got.seconds >= 60, "not at once"


@pytest.mark.parametrize("where", ["submit", "job"])
def test_what_does_not_pass_is_given_up_for_this_run(where: str) -> None:
    archive = SimulatedArchive()
    archive.save.snags.append(Snag(**{where: "error:proxy-error"}))
    result = save(archive).one
    assert result.outcome is POSTPONED
    assert "proxy failed" in result.why
    assert "again later" in result.why
    assert len(archive.save.submissions()) == 3


@pytest.mark.parametrize(
    "snag",
    [
        Snag(submit="523", captured=True, times=1),
        Snag(submit="reset", captured=True, times=1),
        Snag(submit="silent", captured=True, times=1),
        Snag(submit="502", captured=True, times=1),
        Snag(submit="error:celery", captured=True, times=1),
        Snag(job="error:soft-time-limit-exceeded", captured=True, times=1),
        Snag(job="lost", captured=True, times=1),
    ],
    ids=lambda snag: snag.submit or snag.job,
)
def test_an_error_that_hides_a_success_is_found_out(snag: Snag) -> None:
    archive = SimulatedArchive()
    archive.save.snags.append(snag)
    result = save(archive).one
    assert result.outcome is SAVED
    assert result.timestamp == archive.captures[-1].timestamp
    assert "holds a capture made since" in result.why
    assert len(archive.save.submissions()) == 1, "it is looked for before anything is sent again"
    assert len(archive.captures) == 1


def test_a_hidden_success_that_cannot_be_seen_yet_is_not_captured_twice() -> None:
    archive = SimulatedArchive()
    archive.save.snags.append(Snag(submit="523", times=1))
    made: list[str] = []
    archive.save.captured = lambda _: made  # the service knows of it, playback and index not yet

    archive.save.snags[0].captured = True
    archive.save.capture = lambda _, moment: made.append(f"{moment:%Y%m%d%H%M%S}") or made[-1]
    result = save(archive).one
    assert result.outcome is KEPT
    assert result.timestamp == made[0]
    assert len(made) == 1


def test_a_job_that_does_not_end_is_left_pending() -> None:
    archive = SimulatedArchive()
    archive.save.snags.append(Snag(job="never"))
    got = save(archive)
    assert got.one.outcome is PENDING
    assert "the same command asks what became of it" in got.one.why
    assert 570 <= got.seconds <= 630
    assert sum(asked.what == "status" for asked in archive.save.log) <= 30


@pytest.mark.parametrize(("late", "outcome", "at_most"), [(120, SAVED, 200), (7200, PENDING, 30)])
def test_an_overloaded_service_says_when_it_begins(late: int, outcome: SaveOutcome, at_most: float) -> None:
    archive = SimulatedArchive()
    archive.save.snags.append(Snag(late=late, times=1))
    got = save(archive)
    assert got.one.outcome is outcome
    assert got.seconds <= at_most


@pytest.mark.parametrize(
    ("snag", "most", "words"),
    [
        (Snag(submit="429"), 2, "429"),
        (Snag(submit="429", retry_after="7200"), 1, "429"),
        (Snag(submit="error:blocked-client-ip"), 1, "shut out"),
    ],
)
def test_a_service_that_wants_to_be_left_alone_is(snag: Snag, most: int, words: str) -> None:
    archive = SimulatedArchive()
    archive.save.snags.append(snag)
    got = save(archive, PAGES)
    assert got.outcomes == {POSTPONED}
    assert len(archive.save.submissions()) == most
    assert words in (got.stopped or "")
    assert len(got.results) == len(PAGES), "each page is accounted for"


def test_trouble_with_one_page_leaves_the_others_alone() -> None:
    archive = SimulatedArchive()
    archive.save.snags += [Snag(PAGES[2], job="error:no-access"), Snag(PAGES[5], submit="reset")]
    got = save(archive, PAGES[:8])
    by_url = {result.url: result.outcome for result in got.results}
    assert by_url.pop(PAGES[2]) is FAILED
    assert by_url.pop(PAGES[5]) is POSTPONED
    assert set(by_url.values()) == {SAVED}


class TestWithAHistory:
    def test_what_was_captured_is_not_asked_for_again_within_a_day(self, history: History) -> None:
        archive = SimulatedArchive()
        first = save(archive, history=history).one
        archive.save.log.clear()
        second = save(archive, history=history, hours=3).one
        assert archive.save.log == []
        assert (second.outcome, second.copy) == (SAVED, first.copy)
        assert "an earlier run" in second.why
        third = save(archive, history=history, hours=30).one
        assert third.outcome is SAVED
        assert third.copy != first.copy

    def test_what_cannot_be_captured_is_remembered_until_refreshed(self, history: History) -> None:
        archive = SimulatedArchive()
        archive.save.snags.append(Snag(job="error:no-access", times=1))
        save(archive, history=history)
        again = save(archive, history=history, hours=1).one
        assert again.outcome is FAILED
        assert "--refresh" in again.why
        assert "refused the archive" in again.why
        assert len(archive.save.submissions()) == 1
        assert save(archive, history=history, hours=2, refresh=True).one.outcome is SAVED

    def test_a_killed_run_goes_on_where_it_stopped(self, history: History) -> None:
        archive = SimulatedArchive()
        archive.save.seconds = 30
        first = save(archive, PAGES[:6], history=history, stop_after=44)
        submitted = len(archive.save.submissions())
        assert 0 < len(first.results) < submitted < 6, "killed in the middle"
        jobs = {name: job.ends - 44 for name, job in archive.save.jobs.items()}
        for name, ends in jobs.items():  # the clock of the next run begins at 0
            archive.save.jobs[name].ends = ends
        second = save(archive, PAGES[:6], history=history, hours=44 / 3600)
        assert second.outcomes == {SAVED}
        assert len(archive.save.submissions()) == 6, "no page was asked for twice"
        assert len(archive.captures) == 6

    def test_a_job_of_an_earlier_run_that_is_lost_is_asked_for_again(self, history: History) -> None:
        archive = SimulatedArchive()
        archive.save.snags.append(Snag(job="never", times=1))
        assert save(archive, history=history).one.outcome is PENDING
        archive.save.jobs.clear()
        assert save(archive, history=history, hours=1).one.outcome is SAVED
        assert len(archive.save.submissions()) == 2

    def test_what_may_pass_is_asked_for_again_by_the_next_run(self, history: History) -> None:
        archive = SimulatedArchive()
        archive.save.snags.append(Snag(submit="error:celery", times=3))
        assert save(archive, history=history).one.outcome is POSTPONED
        assert save(archive, history=history, hours=1).one.outcome is SAVED

    def test_a_history_that_fails_is_left_aside(self, history: History) -> None:
        history.close()
        ledger = Ledger("web.archive.org", history, "run")
        assert ledger.recall(PAGE, NOW) is None
        assert "could not be used" in (ledger.problem or "")
        ledger.keep(SaveResult(PAGE, SAVED, "web.archive.org", NOW))
