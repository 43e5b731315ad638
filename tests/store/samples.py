"""Results and reports as the tests of the history need them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.builders import NOON, a_citation, a_document, a_finding, a_report
from verifier.model.evidence import (
    ArchiveOutcome,
    ArchiveResult,
    ContentResult,
    Drift,
    Found,
    Hop,
    Listed,
    LiveOutcome,
    LiveResult,
    QuoteResult,
    Snapshot,
    Usable,
)
from verifier.model.report import Finding, Report, Verdict
from verifier.store import History

URL = "https://www.example.org/en/news/2022/05/a-statement-on-the-water-levels-of-the-northern-lake"
LETTER = "letters/lake.txt"
LONG_AGO = NOON - timedelta(days=3650)


def since(moment: datetime, resumed: str | None = None) -> Usable:
    """Results from `moment` on may be used, and all of the run `resumed`."""
    return Usable(moment, datetime.max.replace(tzinfo=UTC), resumed)


def day(number: float) -> datetime:
    """Noon, `number` days after the first noon."""
    return NOON + timedelta(days=number)


def live(outcome: LiveOutcome = LiveOutcome.OK, at: datetime = NOON, **changes: Any) -> LiveResult:
    """A live result with every field filled in."""
    result = LiveResult(
        outcome,
        at,
        evidence=("200 text/html", "the title matches the cited one"),
        confirmed=True,
        status_code=200,
        final_url=URL,
        redirects=(Hop("http://www.example.org/en", 301), Hop(URL, 302)),
        title="A statement on the water levels | Example Board",
        headings=("A statement on the water levels",),
        media_type="text/html",
        body_sha256="ab" * 32,
        etag='"6f-2a"',
        last_modified="Sat, 21 Nov 2026 12:00:00 GMT",
        elapsed_ms=321,
        requests=2,
        answered=True,
    )
    return replace(result, **changes)


def archive(outcome: ArchiveOutcome = ArchiveOutcome.ARCHIVED, at: datetime = NOON, **changes: Any) -> ArchiveResult:
    """An archive result with every field filled in."""
    result = ArchiveResult(
        outcome,
        "web.archive.org",
        at,
        Snapshot("20220529010203", f"https://web.archive.org/web/20220529010203/{URL}", 200, 1),
        stable_around_citation=True,
        evidence=("12 captures from 2022-05-28 to 2024-01-02",),
        answered=True,
        title="A statement on the water levels",
        captures=(Listed("20220301"), Listed("20220529", 200), Listed("20230102", 404)),
    )
    return replace(result, **changes)


QUOTE = QuoteResult("the lowest level in forty years", Found.BOTH, "It was the lowest level in forty years, she said.")
CONTENT = ContentResult(0.97, 0.91, Drift.EDITED, (QUOTE,))


def finding(
    outcome: LiveOutcome = LiveOutcome.OK,
    verdict: Verdict = Verdict.OK,
    at: datetime = NOON,
    *,
    citation_id: str = "c1",
    url: str = URL,
) -> Finding:
    """A finding on a citation of `url`."""
    citation = a_citation(id=citation_id, url=url, value=url, as_written=url[:40] + " " + url[40:])
    return a_finding(citation=citation, live=live(outcome, at), verdict=verdict)


def report(*findings: Finding, source: str = LETTER, **changes: Any) -> Report:
    """A report over one letter."""
    return a_report(a_document(*findings, source=source), **changes)


def run(history: History, run_id: str, *findings: Finding, at: datetime = NOON, source: str = LETTER) -> None:
    """A whole run over one letter, with the live results of its findings."""
    history.begin_run(run_id, at, [source], "options", "1.0")
    for each in findings:
        if each.live and each.citation.url:
            history.record_live(run_id, each.citation.url, each.live)
    history.finish_run(run_id, at + timedelta(minutes=1), report(*findings, source=source, id=run_id, started_at=at))
