"""A cut link of which every reading fails is completed from an archive's index, and only then."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from tests.checks.scripted import ScriptedWeb, article, response
from tests.web.archive import Captured, SimulatedArchive
from tests.web.archive_faults import Fault
from tests.web.archive_fetcher import NOW, InProcess, run_counted
from verifier.checks.archive.ask import archive_limits
from verifier.checks.archive.wayback import Wayback
from verifier.checks.live import LiveChecker
from verifier.model.citation import Candidate, Citation, Confirmation, Description, Edit, EditKind, Kind, Repair
from verifier.model.citation import RepairStatus as Status
from verifier.model.dates import PartialDate
from verifier.model.document import Part, Position
from verifier.model.evidence import ArchiveOutcome, ArchiveResult, LiveOutcome, LiveResult
from verifier.model.report import Finding, Verdict
from verifier.pipeline.completion import CutLink, completed, cut_links
from verifier.pipeline.desk import Clock, Desk, Options
from verifier.pipeline.gathered import Gathered

STUMP = "https://example.org/news/2022/harbour-wall-gave-"
WRITTEN = STUMP + " way at-night"
READING = STUMP + "way"
REAL = STUMP + "way-at-night-2022"


def citation(written: str = WRITTEN, *, status: Status = Status.MENDED, urls: Sequence[str] = (READING,)) -> Citation:
    edits = (Edit(EditKind.JOIN, len(STUMP), " "),)
    candidates = tuple(Candidate(url, 10 + len(url), 0.6, edits) for url in urls)
    return Citation(
        id="c1",
        part=Part.NOTE,
        note="1",
        note_index=0,
        start=10,
        end=10 + len(written),
        kind=Kind.URL,
        as_written=written,
        value=urls[0],
        url=urls[0],
        position=Position(1, 1),
        description=Description(title="Why the harbour wall gave way", accessed=PartialDate(2022, 5, 28)),
        repair=Repair(status, candidates=candidates, edits=edits, confidence=0.6),
    )


@pytest.mark.parametrize(
    ("written", "listed", "expected", "why"),
    [
        (WRITTEN, [REAL], REAL, "goes on as the letter does"),
        (WRITTEN, [REAL.replace("https://", "http://www.")], REAL, "in the form in which the letter begins it"),
        (WRITTEN, [REAL, STUMP + "up-its-secrets"], REAL, "another page of the same beginning is not meant"),
        (WRITTEN, [STUMP + "way-at-nigth"], STUMP + "way-at-nigth", "a slip of a letter"),
        (WRITTEN, [REAL, STUMP + "way-at-night-part-two"], None, "two that fit"),
        (WRITTEN, [STUMP + "up-its-secrets"], None, "goes on otherwise"),
        (WRITTEN, [READING], None, "was tried already"),
        (WRITTEN, [STUMP], None, "nothing more than the stump"),
        (WRITTEN, ["https://example.net/other"], None, "does not begin so"),
        (WRITTEN, [], None, "nothing listed"),
    ],
)
def test_which_listed_address_is_meant(written: str, listed: list[str], expected: str | None, why: str) -> None:
    found = completed(CutLink(citation(written), None, STUMP), listed, "web.archive.org")
    assert (found.url if found else None) == expected, why
    if found:
        (edit,) = found.edits
        assert written[: edit.at] + edit.inserted + written[edit.at + len(edit.removed) :] == found.url
        assert "web.archive.org" in " ".join(found.why)


def test_a_cut_link_is_completed_from_the_index_and_judged_by_its_copy() -> None:
    archive = SimulatedArchive([Captured(REAL, "20220601120000", title="Why the harbour wall gave way")])
    finding = look_up(archive, {})
    assert finding.citation.url == REAL
    assert finding.citation.repair.confirmed_by is Confirmation.ARCHIVE
    assert finding.verdict is Verdict.BROKEN, "the completed link is dead too, but a copy is kept"
    assert [action.kind.value for action in finding.actions] == ["use_archive"]
    asked = [one for one in archive.requests("index") if "matchType=prefix" in one.target]
    assert len(asked) == 1
    assert "limit=60" in asked[0].target


def test_a_completed_link_that_answers_is_confirmed_by_its_title() -> None:
    archive = SimulatedArchive([Captured(REAL, "20220601120000", title="Why the harbour wall gave way")])
    finding = look_up(archive, {REAL: article("Why the harbour wall gave way")})
    assert finding.citation.repair.confirmed_by is Confirmation.PAGE_TITLE
    assert (finding.verdict, finding.citation.url) == (Verdict.FIX, REAL)


@pytest.mark.parametrize(
    ("one", "pages", "faults", "why"),
    [
        (citation(READING, status=Status.INTACT), {}, [], "an intact link"),
        (citation(), {READING: article("Why the harbour wall gave way")}, [], "a reading that answers"),
        (citation("https://example.org/a b"), {}, [], "too short a beginning"),
        (citation(), {}, [Fault("503")], "an archive that knows not even of the readings"),
    ],
)
def test_when_the_index_is_not_asked(one: Citation, pages: dict[str, str], faults: list[Fault], why: str) -> None:
    archive = SimulatedArchive([Captured(REAL, "20220601120000")], faults)
    finding = look_up(archive, pages, one)
    assert not [one for one in archive.requests("index") if "matchType=prefix" in one.target], why
    assert finding.citation.url == one.url


def test_nothing_is_known_without_an_answer() -> None:
    gathered = Gathered()
    gathered.live[READING] = LiveResult(LiveOutcome.NOT_FOUND, NOW)
    gathered.archives[(READING, "2022-05-28")] = (ArchiveResult(ArchiveOutcome.UNKNOWN, "web.archive.org", NOW),)
    assert not list(cut_links([planned(citation())], gathered, Options()))


def planned(one: Citation):
    from verifier import documents
    from verifier.model.citation import Extract
    from verifier.pipeline.plan import Planned

    document = documents.read(b"A letter of 8 June 2022.", "letter.txt")
    return Planned(documents.Source("letter.txt", "file"), document, Extract(citations=(one,)))


def look_up(archive: SimulatedArchive, pages: dict[str, str], one: Citation | None = None) -> Finding:
    from verifier.pipeline.check import check
    from verifier.pipeline.conclude import conclude
    from verifier.pipeline.memory import Memory

    letter = planned(one or citation())
    options = Options()

    async def main() -> Finding:
        limits = archive_limits("web.archive.org", asyncio.get_running_loop().time, asyncio.sleep)
        web = ScriptedWeb({url: response(page) for url, page in pages.items()})
        desk = Desk(
            live=LiveChecker(web, lambda: NOW),
            archives=(Wayback(InProcess(archive), limits, lambda: NOW),),
            clock=Clock(now=lambda: NOW),
        )
        memory = Memory(None, "run", options)
        gathered = await check([letter], desk, options, memory)
        (document,) = conclude([letter], gathered, memory, options, NOW, down=False)
        return document.findings[0]

    return run_counted(main())
