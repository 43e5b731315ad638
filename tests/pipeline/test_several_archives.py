"""Several archives: every answer is in the report, and the best copy is the one that is compared."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.checks.scripted import NOW, ScriptedWeb, article, html, response
from tests.web.archive import Captured, SimulatedArchive
from tests.web.archive_fetcher import InProcess, run_counted
from verifier import documents, pipeline
from verifier.checks.archive.ask import RATES
from verifier.checks.archive.wayback import Wayback
from verifier.checks.live import LiveChecker
from verifier.model.dates import PartialDate
from verifier.model.evidence import ArchiveOutcome, Drift, Found
from verifier.model.report import Finding
from verifier.pipeline.desk import Clock, Desk, Options
from verifier.pipeline.plan import plan
from verifier.store.history import History
from verifier.web.limits import ServiceLimits

URL = "https://harbour.example/news/sea-wall-2014"
WORDS = "the stones went one by one and without a sound"
LETTER = f"The keeper said “{WORDS}” [1].\n\nNotes\n\n[1] Harbour News, ‘The wall’, 28 May 2022: {URL}\n"
GOOD = article("The wall", text=f"He said that {WORDS}. " * 12)
FAR = html("The wall", "<p>" + "Nothing is built here as yet but a hut for the masons and their tools. " * 12)


def kept(service: str, *captures: tuple[str, str]) -> SimulatedArchive:
    held = [Captured(URL, stamp, body=body.encode()) for stamp, body in captures]
    return SimulatedArchive(held, base=f"https://{service}")


def look_up(folder: Path, archives: list[SimulatedArchive], history: History | None = None) -> Finding:
    path = folder / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")

    async def main() -> Finding:
        clock = asyncio.get_running_loop().time
        clients = tuple(
            Wayback(InProcess(one), ServiceLimits(one.base, RATES, clock=clock), lambda: NOW, base=one.base)
            for one in archives
        )
        live = LiveChecker(ScriptedWeb({URL: response(GOOD)}), lambda: NOW)
        desk = Desk(live=live, archives=clients, history=history, clock=Clock(now=lambda: NOW))
        options = Options(letter_date=PartialDate(2022, 6, 1))
        report = await pipeline.verify(plan(documents.expand([str(path)])), desk, options)
        return report.documents[0].findings[0]

    return run_counted(main())


FIRST = ("first.example", ("20150601120000", FAR))
SECOND = ("second.example", ("20220530120000", GOOD))
NOTHING = ("third.example",)


@pytest.mark.parametrize("order", [(FIRST, SECOND, NOTHING), (NOTHING, SECOND, FIRST), (SECOND, FIRST, NOTHING)])
def test_the_best_copy_is_compared_whatever_the_order(tmp_path: Path, order: tuple[tuple, ...]) -> None:
    archives = [kept(*one) for one in order]
    with History.open(tmp_path / "history.sqlite") as history:
        finding = look_up(tmp_path, archives, history)
        assert [one.service for one in finding.archives or ()] == [one[0] for one in order]
        assert {one.outcome for one in finding.archives or ()} == {
            ArchiveOutcome.ARCHIVED_FAR,
            ArchiveOutcome.ARCHIVED,
            ArchiveOutcome.NONE_FOUND,
        }
        assert finding.archive is not None
        assert finding.archive.service == "second.example"
        assert finding.content is not None
        assert finding.content.drift is Drift.SAME
        assert {quote.found for quote in finding.content.quotes if quote.text == WORDS} == {Found.BOTH}
        again = look_up(tmp_path, archives, history)
        assert again.archive is not None
        assert (again.archive.service, again.content) == ("second.example", finding.content)
