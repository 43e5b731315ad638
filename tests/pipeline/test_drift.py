"""Drift over whole runs: whichever side lands first, from memory, and of pages that have not changed since."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.checks.scripted import NOW, Scripted, ScriptedWeb, failure, html, response
from tests.content.pairs import EN, TITLE
from tests.web.archive import Captured, SimulatedArchive
from tests.web.archive_faults import Fault
from tests.web.archive_fetcher import InProcess, run_counted
from verifier import documents, pipeline
from verifier.checks.archive.ask import archive_limits
from verifier.checks.archive.wayback import Wayback
from verifier.checks.live import LiveChecker
from verifier.model.dates import PartialDate
from verifier.model.evidence import ArchiveOutcome, ContentResult, Drift
from verifier.model.report import Finding
from verifier.pipeline.desk import Clock, Desk, Options
from verifier.pipeline.plan import plan
from verifier.store.history import History
from verifier.web.exchange import FailureKind, Response

URL = "https://harbour.example/news/sea-wall-2014"
LETTER = f"The wall gave way [1].\n\nNotes\n\n[1] Harbour News, ‘{TITLE}’, 28 May 2022: {URL}\n"
THEN = html(TITLE, f"<h1>{TITLE}</h1><p>{' '.join(EN)}</p>")
CUT = html(TITLE, f"<h1>{TITLE}</h1><p>{' '.join(EN[:8])}</p>")
LOGIN = html("Sign in", "<form action=/login><input name=user><input type=password name=word></form>")


def look_up(folder: Path, web: ScriptedWeb, archive: SimulatedArchive, **more: Any) -> ContentResult:
    found = finding(folder, web, archive, **more).content
    assert found is not None
    return found


def finding(
    folder: Path,
    web: ScriptedWeb,
    archive: SimulatedArchive,
    *,
    now: datetime = NOW,
    latency: float = 0.5,
    history: History | None = None,
    refresh: bool = False,
) -> Finding:
    path = folder / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    options = Options(letter_date=PartialDate(2022, 6, 1), refresh=refresh)

    async def main() -> Finding:
        limits = archive_limits("web.archive.org", asyncio.get_running_loop().time, asyncio.sleep)
        desk = Desk(
            live=LiveChecker(web, lambda: now),
            archives=(Wayback(InProcess(archive, latency=latency), limits, lambda: now),),
            history=history,
            clock=Clock(now=lambda: now),
        )
        report = await pipeline.verify(plan(documents.expand([str(path)])), desk, options)
        return report.documents[0].findings[0]

    return run_counted(main())


def kept(body: str = THEN) -> SimulatedArchive:
    return SimulatedArchive([Captured(URL, "20220601120000", body=body.encode())])


@pytest.mark.parametrize(
    ("today", "drift", "why"),
    [
        (response(THEN), Drift.SAME, "untouched"),
        (response(CUT), Drift.EDITED, "cut by a third"),
        (response(LOGIN), Drift.UNMEASURED, "behind a sign-in"),
        (response("", 404), Drift.UNMEASURED, "gone"),
        (failure(FailureKind.READ_TIMEOUT), Drift.UNMEASURED, "silence"),
    ],
)
def test_todays_page_is_compared_with_the_copy(tmp_path: Path, today: Scripted, drift: Drift, why: str) -> None:
    found = look_up(tmp_path, ScriptedWeb({URL: today}), kept())
    assert found.drift is drift, why
    assert (found.similarity is None) == (drift is Drift.UNMEASURED)


def test_the_copy_may_come_first(tmp_path: Path) -> None:
    class Slow(ScriptedWeb):
        async def fetch(self, request) -> Response:  # type: ignore[no-untyped-def,override]
            await asyncio.sleep(30)
            return await super().fetch(request)  # type: ignore[return-value]

    assert look_up(tmp_path, Slow({URL: response(CUT)}), kept(), latency=0.01).drift is Drift.EDITED


def test_no_request_is_spent_on_it(tmp_path: Path) -> None:
    web, archive = ScriptedWeb({URL: response(THEN)}), kept()
    look_up(tmp_path, web, archive)
    assert len(web.asked) == 1
    assert len(archive.requests()) == 2, "to find the capture, and to read it"


def test_remembered_runs_show_it(tmp_path: Path) -> None:
    web, archive = ScriptedWeb({URL: response(CUT, ETag='"one"')}), kept()
    with History.open(tmp_path / "history.sqlite") as history:
        first = look_up(tmp_path, web, archive, history=history)
        assert first.drift is Drift.EDITED
        again = look_up(tmp_path, web, archive, history=history, now=NOW + timedelta(hours=1))
        assert again == first
        assert (len(web.asked), len(archive.requests())) == (1, 2), "nothing was asked twice"
        third = look_up(tmp_path, web, archive, history=history, now=NOW + timedelta(hours=2))
        assert third == first, "a remembered result is remembered again"


def test_a_page_that_has_not_changed_has_not_drifted_further(tmp_path: Path) -> None:
    archive = kept()
    with History.open(tmp_path / "history.sqlite") as history:
        web = ScriptedWeb({URL: response(CUT, ETag='"one"')})
        first = look_up(tmp_path, web, archive, history=history)
        unchanged = ScriptedWeb({URL: response("", 304)})
        later = look_up(tmp_path, unchanged, archive, history=history, now=NOW + timedelta(days=3))
        assert unchanged.asked[0].headers.get("If-None-Match") == '"one"'
        assert (later.drift, later.similarity) == (Drift.EDITED, first.similarity)


def said(of: Finding) -> str:
    assert of.archive is not None
    return of.archive.evidence[-1]


def test_a_page_of_an_earlier_run_beside_a_new_copy_is_unmeasured_and_says_why(tmp_path: Path) -> None:
    web, archive = ScriptedWeb({URL: response(CUT)}), kept()
    archive.faults.append(Fault("503"))
    with History.open(tmp_path / "history.sqlite") as history:
        assert finding(tmp_path, web, archive, history=history).archive.outcome is ArchiveOutcome.UNKNOWN  # type: ignore[union-attr]
        archive.faults.clear()
        mixed = finding(tmp_path, web, archive, history=history, now=NOW + timedelta(hours=1))
        assert len(web.asked) == 1, "the page is remembered"
        assert mixed.content is not None
        assert mixed.content.drift is Drift.UNMEASURED
        assert "was not measured: the page was read in an earlier run; --refresh" in said(mixed)
        both = finding(tmp_path, web, archive, history=history, now=NOW + timedelta(hours=2), refresh=True)
        assert both.content is not None
        assert both.content.drift is Drift.EDITED
        assert "not measured" not in said(both)


def test_a_copy_of_an_earlier_run_beside_a_new_page_says_so_too(tmp_path: Path) -> None:
    archive = kept()
    with History.open(tmp_path / "history.sqlite") as history:
        finding(tmp_path, ScriptedWeb({URL: response("busy", 503)}), archive, history=history)
        mixed = finding(
            tmp_path, ScriptedWeb({URL: response(CUT)}), archive, history=history, now=NOW + timedelta(hours=1)
        )
        assert mixed.content is not None
        assert mixed.content.drift is Drift.UNMEASURED
        assert "the copy was read in an earlier run" in said(mixed)


def test_two_pages_that_are_too_short_are_no_mixture(tmp_path: Path) -> None:
    short = html(TITLE, f"<h1>{TITLE}</h1><p>Three words only.</p>")
    alone = finding(tmp_path, ScriptedWeb({URL: response(short)}), kept())
    assert "not measured" not in said(alone)
