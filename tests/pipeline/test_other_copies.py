"""Where the nearest copy does not show what is cited, another one that does is taken."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.checks.scripted import NOW, Scripted, ScriptedWeb, article, html, response
from tests.web.archive import Captured, SimulatedArchive
from tests.web.archive_faults import Fault
from tests.web.archive_fetcher import InProcess, run_counted
from verifier import documents, pipeline
from verifier.checks.archive.ask import RATES
from verifier.checks.archive.wayback import Wayback
from verifier.checks.live import LiveChecker
from verifier.model.dates import PartialDate
from verifier.model.evidence import Drift, Found
from verifier.model.report import ActionKind, Finding
from verifier.pipeline.desk import Clock, Desk, Options
from verifier.pipeline.plan import plan
from verifier.store.history import History
from verifier.web.limits import ServiceLimits

URL = "https://harbour.example/news/sea-wall-2014"
TITLE = "The sea wall gave way in the night"
WORDS = "the stones went one by one and without a sound"
NOTE = f"[1] Harbour News, ‘{TITLE}’, 28 April 2022: {URL}"
PLAIN = f"The wall gave way [1].\n\nNotes\n\n{NOTE}\n"
QUOTED = f"According to Harbour News, “{WORDS}” [1].\n\nNotes\n\n{NOTE}\n"
FERRIES = "Ferries in summer"

RIGHT = article(TITLE)
WITH_WORDS = article(TITLE, text=f"He said that {WORDS}. " * 12)
OTHER = article(FERRIES, text="There are ferries to all the islands, and back again every day. " * 12)
RENAMED = article("What became of our defences", text="The wall is being built anew, and slowly. " * 12)
CHALLENGE = response(html("Just a moment...", "<script>_cf_chl_opt={}</script>"), 403, cf_mitigated="challenge")
GONE = response("", 404)


def kept(*captures: tuple[str, str], service: str = "web.archive.org", **more: object) -> SimulatedArchive:
    held = [Captured(URL, f"2022{day}120000", body=body.encode()) for day, body in captures]
    return SimulatedArchive(held, base=f"https://{service}", **more)  # type: ignore[arg-type]


def look_up(
    folder: Path, today: Scripted, *archives: SimulatedArchive, letter: str = PLAIN, history: History | None = None
) -> Finding:
    path = folder / "letter.txt"
    path.write_text(letter, encoding="utf-8")

    async def main() -> Finding:
        clock = asyncio.get_running_loop().time
        clients = tuple(
            Wayback(InProcess(one), ServiceLimits(one.base, RATES, clock=clock), lambda: NOW, base=one.base)
            for one in archives
        )
        live = LiveChecker(ScriptedWeb({URL: today}), lambda: NOW)
        desk = Desk(live=live, archives=clients, history=history, clock=Clock(now=lambda: NOW))
        report = await pipeline.verify(
            plan(documents.expand([str(path)])), desk, Options(letter_date=PartialDate(2022, 6, 1))
        )
        return report.documents[0].findings[0]

    return run_counted(main())


def chosen(finding: Finding) -> str:
    assert finding.archive is not None
    assert finding.archive.snapshot is not None
    return finding.archive.snapshot.timestamp[4:8]


@pytest.mark.parametrize(
    ("today", "captures", "day", "why"),
    [
        (GONE, {"0531": OTHER, "0520": RIGHT}, "0520", "dead, and the nearest copy is of another page"),
        (CHALLENGE, {"0531": OTHER, "0605": RIGHT}, "0605", "walled"),
        (GONE, {"0531": OTHER, "0530": RENAMED, "0520": RIGHT}, "0520", "of two other pages"),
        (GONE, {"0531": RENAMED, "0520": OTHER}, "0531", "none bears the title: the nearest stays"),
        (response(RIGHT), {"0531": OTHER, "0520": RIGHT}, "0520", "the page itself bears the title"),
        (response(RENAMED), {"0531": RENAMED, "0520": RIGHT}, "0531", "the page and its copy are one"),
        (response(RENAMED), {"0531": OTHER, "0520": RIGHT}, "0531", "the title may be the author's own words"),
        (GONE, {"0531": RIGHT, "0520": WITH_WORDS}, "0531", "the nearest bears the title"),
    ],
)
def test_the_copy_of_the_cited_title(
    tmp_path: Path, today: Scripted, captures: dict[str, str], day: str, why: str
) -> None:
    finding = look_up(tmp_path, today, kept(*captures.items()))
    assert chosen(finding) == day, why


@pytest.mark.parametrize(
    ("today", "captures", "day", "found", "why"),
    [
        (response(RIGHT), {"0531": RIGHT, "0520": WITH_WORDS}, "0520", Found.ARCHIVE, "the page has lost the words"),
        (GONE, {"0531": RIGHT, "0520": WITH_WORDS}, "0520", Found.ARCHIVE, "and the page is gone"),
        (response(WITH_WORDS), {"0531": RIGHT, "0520": WITH_WORDS}, "0531", Found.LIVE, "the page has the words"),
        (response(RIGHT), {"0531": RIGHT, "0520": OTHER}, "0531", Found.NO, "nobody has them"),
        (
            response(RIGHT),
            {"0531": RIGHT, "0420": article(FERRIES, text=f"Heard: {WORDS}. " * 15)},
            "0420",
            Found.ARCHIVE,
            "an older one than the page's date has the very words",
        ),
        (GONE, {"0531": OTHER, "0520": RIGHT, "0510": WITH_WORDS}, "0520", Found.UNMEASURED, "at least the title"),
    ],
)
def test_the_copy_that_holds_what_is_quoted(
    tmp_path: Path, today: Scripted, captures: dict[str, str], day: str, found: Found, why: str
) -> None:
    finding = look_up(tmp_path, today, kept(*captures.items()), letter=QUOTED)
    assert chosen(finding) == day, why
    assert finding.content is not None
    assert next(quote.found for quote in finding.content.quotes if quote.text == WORDS) is found, why


def test_it_is_told_and_proposed_and_compared(tmp_path: Path) -> None:
    finding = look_up(tmp_path, response(RENAMED), kept(("0531", RIGHT), ("0520", WITH_WORDS)), letter=QUOTED)
    assert finding.archive is not None
    assert finding.archive.evidence[0] == ("the nearest copy, of 2022-05-31, does not hold the words that are quoted")
    assert "a copy of 2022-05-20 12:00 UTC is kept, 12 days before the citation's date" in finding.archive.evidence
    assert finding.content is not None
    assert finding.content.drift is Drift.DRIFTED
    proposed = [action.url for action in finding.actions if action.kind is ActionKind.USE_ARCHIVE]
    assert proposed == [f"https://web.archive.org/web/20220520120000/{URL}"]


def test_few_captures_are_read_for_it(tmp_path: Path) -> None:
    others = [(f"05{day}", article(f"{FERRIES}, part {day}", text=f"On day {day}. " * 60)) for day in range(11, 31)]
    archive = kept(("0531", OTHER), *others, ("0501", RIGHT))
    finding = look_up(tmp_path, CHALLENGE, archive)
    assert chosen(finding) == "0531"
    assert len(archive.requests("playback")) <= 2 + 2 + 4, "the nearest, the newest, four others"
    assert len(archive.requests("index")) <= 2


def test_an_index_in_trouble_takes_nothing_away(tmp_path: Path) -> None:
    archive = kept(("0531", OTHER), ("0520", RIGHT), faults=[Fault("503", pool="index")])
    assert chosen(look_up(tmp_path, GONE, archive)) == "0531"


def test_what_was_found_is_remembered(tmp_path: Path) -> None:
    archive = kept(("0531", RIGHT), ("0520", WITH_WORDS))
    with History.open(tmp_path / "history.sqlite") as history:
        first = look_up(tmp_path, response(RIGHT), archive, letter=QUOTED, history=history)
        asked = len(archive.log)
        again = look_up(tmp_path, response(RIGHT), archive, letter=QUOTED, history=history)
    assert chosen(first) == chosen(again) == "0520"
    assert again.content == first.content
    assert len(archive.log) == asked


def test_a_nearer_copy_in_another_archive_stays_the_best(tmp_path: Path) -> None:
    """Whose words were compared: those of the copy that is reported."""
    first = kept(("0531", OTHER), ("0401", RIGHT), service="first.example")
    second = kept(("0520", RENAMED), service="second.example")
    finding = look_up(tmp_path, GONE, first, second)
    assert finding.archive is not None
    assert (finding.archive.service, chosen(finding)) == ("first.example", "0531")
