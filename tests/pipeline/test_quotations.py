"""Quotations over whole runs: on the live page and in the archived copy, each of them a web page or a PDF."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.checks.scripted import NOW, ScriptedWeb, article, response
from tests.web.archive import Captured, SimulatedArchive
from tests.web.archive_fetcher import InProcess
from tests.web.pages import pdf
from verifier import documents, pipeline
from verifier.checks.archive.ask import RATES
from verifier.checks.archive.wayback import Wayback
from verifier.checks.live import LiveChecker
from verifier.model.dates import PartialDate
from verifier.model.evidence import Found
from verifier.pipeline.desk import Clock, Desk, Options
from verifier.pipeline.plan import plan
from verifier.web.limits import Rate, ServiceLimits

URL = "https://harbour.example/reports/sea-wall"
TITLE = "Report on the sea wall"
WORDS = "the stones went one by one and without a sound"
LETTER = f"The keeper said “{WORDS}” [1].\n\nNotes\n\n[1] Harbour Board, ‘{TITLE}’, 28 May 2022: {URL}\n"
FILLER = [f"Line {number} of a report that goes on for a while and says little." for number in range(20)]


def page(*, holds: bool) -> bytes:
    words = f"He saw that {WORDS}, he said. " if holds else "He saw nothing at all, he said. "
    return article(TITLE, text=words + " ".join(FILLER)).encode()


def paper(*, holds: bool) -> bytes:
    return pdf(TITLE, [TITLE, *FILLER, f"He saw that {WORDS}." if holds else "He saw nothing at all."])


KINDS = {"page": (page, "text/html"), "PDF": (paper, "application/pdf")}


def look_up(folder: Path, live: tuple[str, bool], copy: tuple[str, bool]) -> Found:
    path = folder / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    (make, media_type), (make_copy, copy_type) = KINDS[live[0]], KINDS[copy[0]]
    web = ScriptedWeb({URL: response(make(holds=live[1]), content_type=media_type)})
    archive = SimulatedArchive([Captured(URL, "20220601120000", mimetype=copy_type, body=make_copy(holds=copy[1]))])

    async def main() -> Found:
        fast = {pool: Rate(1000.0) for pool in RATES}
        wayback = Wayback(InProcess(archive, latency=0.0), ServiceLimits("web.archive.org", fast), lambda: NOW)
        desk = Desk(live=LiveChecker(web, lambda: NOW), archives=(wayback,), clock=Clock(now=lambda: NOW))
        options = Options(letter_date=PartialDate(2022, 6, 1))
        report = await pipeline.verify(plan(documents.expand([str(path)])), desk, options)
        content = report.documents[0].findings[0].content
        assert content is not None
        return next(quote.found for quote in content.quotes if quote.text == WORDS)

    return asyncio.run(main())


@pytest.mark.parametrize("copy", KINDS)
@pytest.mark.parametrize("live", KINDS)
@pytest.mark.parametrize(
    ("now", "then", "expected"),
    [(True, True, Found.BOTH), (True, False, Found.LIVE), (False, True, Found.ARCHIVE), (False, False, Found.NO)],
)
def test_where_the_words_stand(tmp_path: Path, live: str, copy: str, now: bool, then: bool, expected: Found) -> None:
    assert look_up(tmp_path, (live, now), (copy, then)) is expected


@pytest.mark.parametrize(
    ("copied", "told", "why"),
    [
        (article("Autumn flower show"), True, "at that time another page stood there"),
        (article(TITLE), False, "the copy bears the cited title"),
        (article("Harbour Board").replace("<h1>Harbour Board", f"<h1>{TITLE}"), False, "its heading does"),
        ("<html><body><p>Stone by stone.</p></body></html>", False, "the copy has no title to tell by"),
    ],
)
def test_a_dead_page_and_the_title_of_its_copy(tmp_path: Path, copied: str, told: bool, why: str) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    web = ScriptedWeb({URL: response("", 404)})
    archive = SimulatedArchive([Captured(URL, "20220601120000", body=copied.encode())])

    async def main() -> list[str]:
        fast = {pool: Rate(1000.0) for pool in RATES}
        wayback = Wayback(InProcess(archive, latency=0.0), ServiceLimits("web.archive.org", fast), lambda: NOW)
        desk = Desk(live=LiveChecker(web, lambda: NOW), archives=(wayback,), clock=Clock(now=lambda: NOW))
        report = await pipeline.verify(plan(documents.expand([str(path)])), desk, Options())
        return [rule.id for rule in report.documents[0].findings[0].rules]

    rules = asyncio.run(main())
    assert rules[0] in {"VFY201", "VFY221"}
    assert ("VFY307" in rules) is told, why
