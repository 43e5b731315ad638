"""Live looks: what is asked again at the end of a run, and what is not sent a second time."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.checks.scripted import ScriptedWeb, article, failure, html, redirect, response
from verifier.checks.live import LiveChecker
from verifier.model.citation import Description, Quote, QuoteWhere
from verifier.model.evidence import LiveOutcome, LiveResult
from verifier.pipeline import live_looks
from verifier.pipeline.desk import Clock, Desk, Options
from verifier.pipeline.gathered import Gathered
from verifier.pipeline.live_looks import LiveLooks
from verifier.pipeline.memory import Memory
from verifier.pipeline.progress import Progress
from verifier.pipeline.tracker import Tracker
from verifier.store.history import History
from verifier.web.exchange import FailureKind

URL = "https://site.example/2019/rivers"
RIVERS = Description(title="Rivers and rights")
FINE = response(article("Rivers and rights"), ETag='"1"')
DAY = datetime(2022, 6, 8, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_looks, "SECOND_AFTER", 0.0)


def look(
    web: ScriptedWeb, history: History | None = None, now: datetime = DAY, description: Description = RIVERS
) -> tuple[LiveResult, Gathered, Tracker]:
    """One URL looked up in a run of its own."""

    async def scenario() -> tuple[LiveResult, Gathered, Tracker]:
        options, gathered, tracker = Options(max_age=timedelta(hours=1)), Gathered(), Tracker(lambda _progress: None)
        desk = Desk(live=LiveChecker(web, lambda: now), history=history, clock=Clock(now=lambda: now))
        memory = Memory(history, f"run-{now:%d%H}", options)
        memory.begin([f"letter {now:%H}.txt"], now)  # another job, so that nothing is resumed
        await LiveLooks(desk, options, memory, gathered, tracker).ask({URL: [description]}, {})
        return gathered.live[URL], gathered, tracker

    return asyncio.run(scenario())


def test_what_may_pass_is_looked_at_once_more():
    web = ScriptedWeb({URL: [failure(FailureKind.READ_TIMEOUT), FINE]})
    live, _, tracker = look(web)
    assert (
        live.outcome is LiveOutcome.OK and "at the end of the run; at first no answer came in time" in live.evidence[-1]
    )
    assert len(web.asked) == 2 and all(request.patience == live_looks.PATIENCE for request in web.asked)
    assert (tracker.pages.done, tracker.pages.total) == (2, 2)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_stays_is_said_to_have_stayed(status):
    web = ScriptedWeb({URL: response("", status)})
    live, _, _ = look(web)
    assert live.outcome in {LiveOutcome.RATE_LIMITED, LiveOutcome.SERVER_ERROR}
    assert "no better answer" in live.evidence[-1] and len(web.asked) == 2


@pytest.mark.parametrize("status", [200, 403, 404, 410])
def test_what_will_not_pass_is_looked_at_once(status):
    web = ScriptedWeb({URL: response(article("Rivers and rights"), status)})
    look(web)
    assert len(web.asked) == 1


def test_a_second_answer_that_says_less_does_not_replace_the_first():
    web = ScriptedWeb({URL: [failure(FailureKind.READ_TIMEOUT), failure(FailureKind.GIVEN_UP)]})
    assert look(web)[0].outcome is LiveOutcome.TIMEOUT


def test_what_a_second_answer_that_says_less_has_cost_is_told():
    web = ScriptedWeb(
        {
            URL: [failure(FailureKind.READ_TIMEOUT), redirect("https://silent.example/")],
            "https://silent.example/": failure(FailureKind.GIVEN_UP),
        }
    )
    live = look(web)[0]
    assert live.outcome is LiveOutcome.TIMEOUT
    assert live.requests == len(web.asked) == 3


def test_second_looks_have_a_budget(monkeypatch: pytest.MonkeyPatch):
    class Stuck(ScriptedWeb):
        async def fetch(self, request):
            if self.asked:
                await asyncio.sleep(30)
            return await super().fetch(request)

    monkeypatch.setattr(live_looks, "SECOND_LOOKS", 0.05)
    live, _, tracker = look(Stuck({URL: failure(FailureKind.READ_TIMEOUT)}))
    assert live.outcome is LiveOutcome.TIMEOUT and "was not asked again" in live.evidence[-1]
    assert (tracker.pages.done, tracker.pages.total) == (2, 2)


def test_an_unchanged_page_is_not_sent_again_and_its_comparison_is_kept(tmp_path: Path):
    web = ScriptedWeb({URL: [FINE, response("", 304)]})
    with History.open(tmp_path / "history.sqlite") as history:
        first, before, _ = look(web, history)
        again, after, _ = look(web, history, DAY + timedelta(hours=5))
    assert web.asked[1].headers == {"If-None-Match": '"1"'}
    assert again.outcome is LiveOutcome.OK and again.checked_at == DAY + timedelta(hours=5)
    assert (again.title, again.body_sha256, again.status_code) == (first.title, first.body_sha256, 200)
    assert "unchanged since it was read on 2022-06-08" in again.evidence[-1]
    assert after.contents == before.contents


def test_a_changed_page_is_read_anew(tmp_path: Path):
    web = ScriptedWeb({URL: [FINE, response(article("Rivers and rights"), 404)]})
    with History.open(tmp_path / "history.sqlite") as history:
        look(web, history)
        assert look(web, history, DAY + timedelta(hours=5))[0].outcome is LiveOutcome.NOT_FOUND


def test_another_question_needs_the_page_itself(tmp_path: Path):
    web = ScriptedWeb({URL: FINE})
    with History.open(tmp_path / "history.sqlite") as history:
        look(web, history)
        look(web, history, DAY + timedelta(hours=5), replace(RIVERS, title="Rivers and rights, second part"))
    assert web.asked[1].headers == {}


@pytest.mark.parametrize(
    ("progress", "line"),
    [
        (Progress(3, 10, 1.0), "3 of 10 done"),
        (Progress(30, 90, 15.0), "30 of 90 done, 2 a second, about 30 s to go"),
        (Progress(1, 1000, 10.0), "1 of 1000 done, 6 a minute, about 2.8 h to go"),
        (
            Progress(9, 10, 90.0, ("slow.example",)),
            "9 of 10 done, 6 a minute, about 10 s to go, waiting for slow.example",
        ),
        (
            Progress(9, 10, 90.0, ("slow.example",), idle=9),
            "9 of 10 done, 6 a minute, about 10 s to go, waiting for slow.example",
        ),
        (Progress(9, 10, 90.0, ("slow.example",), idle=11), "9 of 10 done, waiting for slow.example"),
        (Progress(99, 100, 9.9), "99 of 100 done, 10 a second, about 1 s to go"),
        (Progress(0, 10, 9.9, ("slow.example",)), "0 of 10 done, waiting for slow.example"),
    ],
)
def test_the_line_of_progress(progress, line):
    assert progress.line(200) == line
    assert all(len(progress.line(width)) <= width for width in range(1, 100))


HOSTS = ("press-office.of.an-institution.example", "h2.example", "h3.example")


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (117, f"36 of 61 done, 6 a second, about 4 s to go, waiting for {HOSTS[0]}, h2.example"),
        (99, "36 of 61 done, 6 a second, about 4 s to go, waiting for press-office.of.an-institution.example"),
        (79, "36 of 61 done, 6 a second, about 4 s to go, waiting for …an-institution.example"),
        (63, "36 of 61 done, about 4 s to go, waiting for …nstitution.example"),
        (39, "36 of 61 done, about 4 s to go"),
        (13, "36 of 61 done"),
        (9, "36 of 61…"),
    ],
)
def test_the_line_fits_the_screen_and_the_host_stays_the_longest(width, line):
    assert Progress(36, 61, 6.0, HOSTS).line(width) == line


def test_a_narrow_screen_shows_who_is_waited_for_when_no_time_can_be_told():
    assert Progress(60, 61, 20.0, HOSTS, idle=5).line(39) == "60 of 61 done, waiting for …ion.example"


def told_at(moments: dict[float, int], total: int, copies: tuple[int, ...] = ()) -> dict[float, str]:
    """What the line says when so much is done at each of these seconds, told every half second.

    `copies`: the seconds at which a copy is found in the archive; 10 more are never.
    """
    now = [0.0]
    tracker = Tracker(lambda _progress: None, clock=lambda: now[0])
    tracker.pages.total, tracker.copies.total = total, len(copies) + 10 * bool(copies)
    lines = {}
    for half in range(int(max(moments) * 2) + 1):
        now[0] = half / 2
        tracker.pages.done = max(done for at, done in moments.items() if at <= now[0])
        tracker.copies.done = sum(at <= now[0] for at in copies)
        lines[now[0]] = tracker._now().line(100)
    return {at: lines[at] for at in moments}


def test_the_time_to_go_is_told_by_what_is_done_lately():
    burst = {0.0: 0, 0.5: 11} | {0.5 + 2.5 * n: 11 + n for n in range(1, 9)}
    lines = told_at(burst, 20)
    assert lines[3.0] == "12 of 20 done", "a burst at the beginning tells nothing of what is slow"
    assert lines[8.0] == "14 of 20 done, 33 a minute, about 11 s to go", "not the 3 s of all that is done"
    assert lines[18.0] == "18 of 20 done, 33 a minute, about 4 s to go"
    with_copies = told_at({float(second): min(10 * second, 100) for second in range(31)}, 100, tuple(range(0, 30, 4)))
    assert with_copies[8.0] == "83 of 118 done", "what is quick tells nothing of the archive"
    assert with_copies[20.0] == "106 of 118 done, 21 a minute, about 34 s to go", "that of the copies"
    steady = told_at({float(second): 10 * second for second in range(31)}, 600)
    assert steady[10.0] == "100 of 600 done, 10 a second, about 50 s to go"


def test_hosts_are_told_in_the_order_in_which_they_were_asked():
    told: list[Progress] = []

    async def scenario() -> None:
        tracker = Tracker(told.append)
        telling = asyncio.create_task(tracker.tell())
        with tracker.asking("b.example"), tracker.asking("a.example"), tracker.asking("b.example"):
            await asyncio.sleep(0.7)
        telling.cancel()
        await asyncio.gather(telling, return_exceptions=True)

    asyncio.run(scenario())
    assert told[0].waiting == ("b.example", "a.example") and not told[0].ended
    assert told[-1].ended and told[-1].waiting == ()


@pytest.mark.parametrize(
    ("quote", "where", "outcome"),
    [
        ("This film is not available in your country today", QuoteWhere.SENTENCE, LiveOutcome.OK),
        ("Another sentence that stands nowhere on that page", QuoteWhere.SENTENCE, LiveOutcome.ACCESS_DENIED),
        ("not available", QuoteWhere.SENTENCE, LiveOutcome.ACCESS_DENIED),
        ("A film about rivers and their rights", QuoteWhere.TITLE, LiveOutcome.ACCESS_DENIED),
    ],
    ids=["its words are quoted", "they are others", "two words prove nothing", "a title stands over gates, too"],
)
def test_a_page_that_holds_what_is_quoted_from_it_withholds_nothing(quote, where, outcome):
    body = html(
        "Film",
        "<h1>A film about rivers and their rights</h1><p>This film is not available in your country today.</p>",
    )
    live, _, _ = look(
        ScriptedWeb({URL: response(body)}), description=Description(quotes=(Quote(quote, where, attributed=True),))
    )
    assert live.outcome is outcome, live.evidence
