"""The chosen copy is the right one: against an oracle, over whole letters and over archives made at random."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.checks.scripted import article, html
from tests.web.archive import Captured, SimulatedArchive, surt
from tests.web.archive_fetcher import InProcess, on_counted_time, run_counted
from tests.web.captures import CAPTURES, simulated_archive
from verifier import documents, pipeline
from verifier.checks.archive.ask import archive_limits
from verifier.checks.archive.wayback import Wayback
from verifier.model.dates import PartialDate
from verifier.model.evidence import WITH_COPY, ArchiveOutcome, ArchiveResult
from verifier.model.report import Report
from verifier.pipeline.desk import Clock, Desk, Options
from verifier.pipeline.plan import plan

LETTERS_NOW = datetime(2026, 11, 1, tzinfo=UTC)
LETTERS = Path(__file__).parent.parent.parent / "letters"
PAGE = "https://example.org/news/2022/harbour-wall"
GOOD = article("The harbour wall").encode()
BAD = {
    "not found": {"status": 404, "body": html("404 Not Found", "<h1>Not Found</h1>").encode()},
    "server error": {"status": 503, "body": html("Busy", "<p>Busy</p>").encode()},
    "led home": {"status": 301, "location": "https://example.org/"},
    "empty": {"body": b""},
    "wall": {"body": html("Just a moment...", "<div id='cf-challenge'></div><script>_cf_chl_opt={}</script>").encode()},
    "error page": {"body": html("404 Not Found", "<h1>404 Not Found</h1><p>The page was not found.</p>").encode()},
    "sign-in": {"status": 302, "location": "https://example.org/login?next=/news/2022/harbour-wall"},
}


def days(captured: Captured, cited: PartialDate) -> int:
    return cited.days_to(captured.moment.date())


def right_copy(captures: list[Captured], cited: PartialDate) -> Captured | None:
    """Of the good captures the nearest in days, the earlier one on a tie, the nearest to the day's middle otherwise."""
    good = [one for one in captures if one.status == 200 and one.body == GOOD]
    return min(good, key=lambda one: (abs(days(one, cited)), days(one, cited) > 0), default=None)


def found_by(captures: list[Captured], cited: PartialDate) -> ArchiveResult:
    archive = SimulatedArchive(captures)
    check, _ = on_counted_time(archive, lambda wayback: wayback.check(PAGE, cited))
    return check.result


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type]


seconds = st.integers(int(at(2019, 1, 1).timestamp()), int(at(2026, 11, 1).timestamp()))
moments = seconds.map(lambda second: datetime.fromtimestamp(second, UTC))
kinds = st.one_of(st.none(), st.sampled_from(sorted(BAD)))
some_captures = st.lists(st.tuples(moments, kinds), min_size=1, max_size=5, unique_by=lambda row: row[0].date())
some_dates = st.dates(date(2019, 1, 1), date(2026, 10, 1)).flatmap(
    lambda day: st.sampled_from(
        [PartialDate(day.year, day.month, day.day), PartialDate(day.year, day.month), PartialDate(day.year)]
    )
)


@given(some_captures, some_dates)
@example([(at(2022, 5, 27, 23, 59), None), (at(2022, 5, 29, 0, 1), None)], PartialDate(2022, 5, 28))
@example([(at(2022, 5, 28, 12), "wall"), (at(2022, 6, 28), None)], PartialDate(2022, 5, 28))
@settings(max_examples=150, deadline=None)
def test_of_any_captures_the_right_one_is_chosen(rows: list[tuple[datetime, str | None]], cited: PartialDate) -> None:
    captures = [
        Captured(PAGE, f"{moment:%Y%m%d%H%M%S}", **({"body": GOOD} if kind is None else BAD[kind]))  # type: ignore[arg-type]
        for moment, kind in rows
    ]
    expected = right_copy(captures, cited)
    result = found_by(captures, cited)
    if expected is None:
        assert result.outcome is ArchiveOutcome.ARCHIVED_BAD, result.evidence
        return
    assert result.outcome in (ArchiveOutcome.ARCHIVED, ArchiveOutcome.ARCHIVED_FAR), result.evidence
    assert result.snapshot is not None
    chosen = next(one for one in captures if one.timestamp == result.snapshot.timestamp)
    assert abs(days(chosen, cited)) == abs(days(expected, cited)), (chosen.timestamp, expected.timestamp)
    assert chosen.body == GOOD
    if days(expected, cited) != 0:
        assert chosen.timestamp == expected.timestamp
    assert result.snapshot.days_from_citation == days(chosen, cited)
    near = abs(days(chosen, cited)) <= 90
    assert (result.outcome is ArchiveOutcome.ARCHIVED) is (near or result.stable_around_citation is True)


@pytest.mark.parametrize("name", ["twin.txt", "twin.md", "twin.html"])
def test_the_chosen_copy_is_right_for_every_citation_of_a_letter(name: str) -> None:
    written = PartialDate(2022, 6, 8)
    archive = simulated_archive()

    async def main() -> Report:
        loop = asyncio.get_running_loop()
        limits = archive_limits("web.archive.org", loop.time, asyncio.sleep)
        wayback = Wayback(InProcess(archive), limits, lambda: LETTERS_NOW)
        desk = Desk(archives=(wayback,), clock=Clock(now=lambda: LETTERS_NOW))
        options = Options(letter_date=written, private=True)
        return await pipeline.verify(plan(documents.expand([str(LETTERS / name)])), desk, options)

    findings = run_counted(main()).documents[0].findings
    checked = 0
    for finding in findings:
        url = finding.citation.url
        held = [one for one in CAPTURES if surt(one.url) == surt(url or "")]
        assert finding.archive is not None
        if not held:
            assert finding.archive.outcome is ArchiveOutcome.NONE_FOUND, url
            continue
        cited = finding.citation.description.accessed or written
        best = min(
            (one for one in held if one.status == 200), key=lambda one: (abs(days(one, cited)), days(one, cited) > 0)
        )
        assert finding.archive.outcome in WITH_COPY, url
        assert finding.archive.snapshot is not None
        assert finding.archive.snapshot.timestamp == best.timestamp, url
        checked += 1
    assert checked >= 11
