"""Whether a page stayed the same around its date: asked last, and only where a copy has to speak for the page."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.checks.scripted import NOW, Scripted, ScriptedWeb, article, failure, redirect, response
from tests.web.archive import Captured, SimulatedArchive
from tests.web.archive_faults import Fault
from tests.web.archive_fetcher import InProcess, run_counted
from verifier import documents, pipeline
from verifier.checks.archive.ask import archive_limits
from verifier.checks.archive.wayback import Wayback
from verifier.checks.live import LiveChecker
from verifier.model.dates import PartialDate
from verifier.model.evidence import ArchiveOutcome, ArchiveResult, LiveOutcome, LiveResult, Snapshot
from verifier.model.report import Finding
from verifier.pipeline.desk import Clock, Desk, Options
from verifier.pipeline.gathered import Gathered
from verifier.pipeline.plan import plan
from verifier.pipeline.stability import MOST, ask, doubts
from verifier.store.history import History
from verifier.web.exchange import FailureKind

TITLE = "The sea wall gave way in the night"
PAGES = [f"https://harbour.example/news/{number}" for number in range(3)]
GONE, OTHER, THIRD = PAGES
GOOD = response(article(TITLE))


def letter(*urls: str) -> str:
    notes = "\n".join(f"[{number}] Harbour News, ‘{TITLE}’, 28 May 2022: {url}" for number, url in enumerate(urls, 1))
    return f"The wall gave way{''.join(f' [{number}]' for number in range(1, len(urls) + 1))}.\n\nNotes\n\n{notes}\n"


def kept(url: str, *texts: str) -> list[Captured]:
    """Captures some days before and after the letter's date."""
    stamps = ("20220525120000", "20220607120000")
    return [
        Captured(url, stamp, body=article(TITLE, text=text * 60).encode())
        for stamp, text in zip(stamps, texts, strict=False)
    ]


def look_up(
    folder: Path,
    web: dict[str, Scripted],
    archive: SimulatedArchive,
    history: History | None = None,
    *,
    date: bool = True,
) -> list[Finding]:
    path = folder / "letter.txt"
    path.write_text(letter(*web), encoding="utf-8")
    options = Options(letter_date=PartialDate(2022, 6, 1) if date else None)

    async def main() -> list[Finding]:
        loop = asyncio.get_running_loop()
        archive.clock = loop.time
        limits = archive_limits("web.archive.org", loop.time, asyncio.sleep)
        desk = Desk(
            live=LiveChecker(ScriptedWeb(dict(web)), lambda: NOW),
            archives=(Wayback(InProcess(archive), limits, lambda: NOW),),
            history=history,
            clock=Clock(now=lambda: NOW),
        )
        report = await pipeline.verify(plan(documents.expand([str(path)])), desk, options)
        return list(report.documents[0].findings)

    return run_counted(main())


def stable(finding: Finding) -> bool | None:
    assert finding.archive is not None
    return finding.archive.stable_around_citation


NOT_FOUND = response("gone", 404)


@pytest.mark.parametrize(
    ("now", "asked", "why"),
    [
        (NOT_FOUND, True, "dead: the copy is all there is"),
        (response("no", 403), True, "refused: the copy has to speak"),
        (redirect("https://harbour.example/"), True, "led home"),
        (failure(FailureKind.CONNECT_REFUSED), True, "unreachable"),
        (response(article(TITLE, text="quite other words than then " * 30)), True, "drifted"),
        (GOOD, False, "fine, and the same"),
    ],
)
def test_it_is_asked_where_the_copy_has_to_speak(tmp_path: Path, now: Scripted, asked: bool, why: str) -> None:
    archive = SimulatedArchive(kept(GONE, *[" ".join(f"word{n} of a long and quiet story" for n in range(2))] * 2))
    if not asked:
        archive = SimulatedArchive([Captured(GONE, one.timestamp, body=GOOD.body) for one in archive.captures])
    (finding,) = look_up(tmp_path, {GONE: now}, archive)
    assert finding.archive is not None
    assert finding.archive.outcome is ArchiveOutcome.ARCHIVED
    assert stable(finding) is (True if asked else None), why
    assert len(archive.requests("index")) == asked
    if asked:
        assert "hold the same bytes" in finding.archive.evidence[-1]


def test_a_page_that_changed_around_the_date(tmp_path: Path) -> None:
    (finding,) = look_up(tmp_path, {GONE: NOT_FOUND}, SimulatedArchive(kept(GONE, "one ", "other ")))
    assert stable(finding) is False


def test_digests_come_last(tmp_path: Path) -> None:
    web = {GONE: NOT_FOUND, OTHER: NOT_FOUND, THIRD: GOOD}
    captures = [captured for url in (GONE, OTHER) for captured in kept(url, "same ", "same ")]
    archive = SimulatedArchive([*captures, Captured(THIRD, "20220529120000", body=GOOD.body)])
    findings = look_up(tmp_path, web, archive)
    assert [stable(finding) for finding in findings] == [True, True, None]
    pools = [asked.pool for asked in archive.log]
    assert pools.index("index") > max(at for at, pool in enumerate(pools) if pool == "playback")


@pytest.mark.parametrize("fault", ["429", "503", "reset", "not an index"])
def test_an_index_in_trouble_takes_nothing_away(tmp_path: Path, fault: str) -> None:
    archive = SimulatedArchive(kept(GONE, "same ", "same "), [Fault(fault, pool="index")])
    (finding,) = look_up(tmp_path, {GONE: NOT_FOUND}, archive)
    assert finding.archive is not None
    assert (finding.archive.outcome, stable(finding)) == (ArchiveOutcome.ARCHIVED, None)
    assert "is not known" in finding.archive.evidence[-1]


def test_without_a_date_there_is_nothing_to_ask(tmp_path: Path) -> None:
    archive = SimulatedArchive(kept(GONE, "same ", "same "))
    look_up(tmp_path, {GONE: NOT_FOUND}, archive, date=False)
    assert [asked for asked in archive.requests("index") if "closest=2022" in asked.target] == []


def test_what_was_asked_is_remembered(tmp_path: Path) -> None:
    archive = SimulatedArchive(kept(GONE, "same ", "same "))
    with History.open(tmp_path / "history.sqlite") as history:
        first = look_up(tmp_path, {GONE: NOT_FOUND}, archive, history)
        archive.log.clear()
        second = look_up(tmp_path, {GONE: NOT_FOUND}, archive, history)
    assert [stable(*first), stable(*second)] == [True, True]
    assert archive.requests("index") == []


class Counting:
    """An archive that knows stability only, and how often it was asked."""

    service = "web.archive.org"

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def stable_around(self, url: str, cited: PartialDate) -> tuple[bool | None, str]:
        self.asked.append(url)
        return True, "the same"


def gathered(number: int) -> Gathered:
    result = Gathered()
    for at in range(number):
        url = f"https://example.org/{at}"
        outcome = LiveOutcome.NOT_FOUND if at % 2 else LiveOutcome.BOT_WALL
        result.live[url] = LiveResult(outcome, NOW)
        snapshot = Snapshot("20220525120000", "x", 200, -7)
        copy = ArchiveResult(ArchiveOutcome.ARCHIVED, "web.archive.org", NOW, snapshot)
        result.archives[(url, "2022-06-01")] = (copy,)
    return result


def test_the_dead_come_first_and_no_more_than_the_budget_are_asked() -> None:
    held = gathered(70)
    assert [doubt.dead for doubt in doubts(held, "web.archive.org")] == [True] * 35 + [False] * 35
    archive = Counting()
    answered = asyncio.run(ask(held, archive))  # type: ignore[arg-type]
    assert len(archive.asked) == MOST
    assert len(answered) == 70
    told = [result for doubt, result in answered if doubt.url not in archive.asked]
    assert all(one.stable_around_citation is None and "was not asked" in one.evidence[-1] for one in told)


def test_only_the_archive_that_holds_the_copy_is_asked() -> None:
    assert list(doubts(gathered(4), "other.example")) == []
