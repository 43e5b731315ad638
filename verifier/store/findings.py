"""What runs came to: findings as spans of runs in which nothing changed, and what they tell of time.

In: a finished run's report. Out: since when and how often an outcome was seen, and what a run or the last one found.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from verifier.model.evidence import GOOD, LiveOutcome
from verifier.model.report import DocumentReport, Finding, Report
from verifier.store.codec import moment, stamp, storable
from verifier.store.results import url_number


class Told(NamedTuple):
    """What a run said of one citation: its verdict, and the outcome behind it (None: nothing was asked)."""

    verdict: str | None
    outcome: str | None


@dataclass(frozen=True, slots=True)
class PastFinding:
    """One citation as an earlier run found it. `since`: when this outcome was first seen without interruption."""

    citation_id: str
    source: str
    note: str | None
    value: str
    verdict: str | None
    outcome: str | None
    since: datetime


def outcome_of(finding: Finding) -> str | None:
    """The outcome that history follows: the live one, else the archive's; None when nothing was learnt.

    A link that was skipped was not seen at all: it neither goes on with what was seen before nor interrupts it.
    """
    if finding.live is not None and finding.live.outcome is not LiveOutcome.SKIPPED:
        return finding.live.outcome.value
    if finding.live is None and finding.archive is not None:
        return finding.archive.outcome.value
    return None


def conclude(db: sqlite3.Connection, run: int, finished_at: datetime, report: Report) -> None:
    """Mark `run` as finished and store what it found, document by document."""
    number = db.execute("SELECT coalesce(max(concluded), 0) + 1 FROM runs").fetchone()[0]
    db.execute("UPDATE runs SET finished_at = ?, concluded = ? WHERE seq = ?", (stamp(finished_at), number, run))
    for document in {document.source: document for document in report.documents}.values():
        _conclude_document(db, run, number, report.run.started_at, document)


def document_number(db: sqlite3.Connection, run: int, source: str, first_seen: datetime) -> int:
    """The number of the document read from `source`, tied to `run`."""
    source = storable(source)
    db.execute(
        "INSERT INTO documents (source, first_seen) VALUES (?, ?) ON CONFLICT DO NOTHING", (source, stamp(first_seen))
    )
    number = int(db.execute("SELECT id FROM documents WHERE source = ?", (source,)).fetchone()[0])
    db.execute("INSERT INTO run_documents (document, run) VALUES (?, ?) ON CONFLICT DO NOTHING", (number, run))
    return number


def _conclude_document(
    db: sqlite3.Connection, run: int, number: int, started_at: datetime, document: DocumentReport
) -> None:
    known = document_number(db, run, document.source, started_at)
    db.execute(
        "UPDATE documents SET media_type = ?, title = ? WHERE id = ?",
        (document.media_type, document.title and storable(document.title), known),
    )
    before = db.execute(
        "SELECT max(r.concluded) FROM run_documents AS d JOIN runs AS r ON r.seq = d.run"
        " WHERE d.document = ? AND r.concluded < ?",
        (known, number),
    ).fetchone()[0]
    for finding in {finding.citation.id: finding for finding in document.findings}.values():
        _store_citation(db, known, finding)
        _store_finding(db, finding, number, before, started_at)


def _store_citation(db: sqlite3.Connection, document: int, finding: Finding) -> None:
    citation = finding.citation
    url = url_number(db, citation.url) if citation.url else None
    values = (
        citation.id,
        document,
        url,
        citation.kind.value,
        citation.part.value,
        citation.note and storable(citation.note),
        None if citation.value == citation.url else storable(citation.value),
        None if citation.as_written == citation.value else storable(citation.as_written),
    )
    db.execute(
        "INSERT INTO citations (id, document, url, kind, part, note, value, as_written) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET url = excluded.url, kind = excluded.kind, part = excluded.part,"
        " note = excluded.note, value = excluded.value, as_written = excluded.as_written",
        values,
    )


def _store_finding(
    db: sqlite3.Connection, finding: Finding, number: int, before: int | None, started_at: datetime
) -> None:
    told = Told(finding.verdict and finding.verdict.value, outcome_of(finding))
    last = db.execute(
        "SELECT first, last, verdict, outcome FROM findings WHERE citation = ? ORDER BY first DESC LIMIT 1",
        (finding.citation.id,),
    ).fetchone()
    if last is not None and last[1] == before and Told(*last[2:]) == told:
        db.execute(
            "UPDATE findings SET last = ?, runs = runs + 1 WHERE citation = ? AND first = ?",
            (number, finding.citation.id, last[0]),
        )
        return
    seen = finding.live.checked_at if finding.live else started_at
    db.execute(
        "INSERT INTO findings (citation, first, last, runs, verdict, outcome, since) VALUES (?, ?, ?, 1, ?, ?, ?)",
        (finding.citation.id, number, number, *told, stamp(seen)),
    )


def since(db: sqlite3.Connection, citation_id: str, outcome: str) -> tuple[datetime | None, int]:
    """Since when `outcome` has been seen without interruption, and in how many finished runs; (None, 0) if not at all.

    Runs that did not look do not interrupt it.
    """
    first, runs = None, 0
    rows = db.execute(
        "SELECT outcome, since, runs FROM findings WHERE citation = ? AND outcome IS NOT NULL ORDER BY first DESC",
        (citation_id,),
    )
    for seen, begun, times in rows:
        if seen != outcome:
            break
        first, runs = begun, runs + times
    return (moment(first) if first else None), runs


def dead_days(db: sqlite3.Connection, url: str, outcome: str | None) -> tuple[date, ...]:
    """The days (UTC) on which `outcome` was seen, up to the newest answer that says that the page is there."""
    rows = db.execute(
        "SELECT c.outcome, c.checked_at FROM checks AS c JOIN urls AS u ON u.id = c.url WHERE u.url = ?"
        " ORDER BY c.checked_at DESC",
        (storable(url),),
    ).fetchall()
    days = set()
    for seen, checked_at in rows:
        outcome = outcome or seen
        if seen in GOOD:
            break
        if seen == outcome:
            days.add(moment(checked_at).date())
    return tuple(sorted(days))


def last_told(db: sqlite3.Connection, citation_id: str) -> Told | None:
    """What the last finished run over the citation's document said of it; None when that run did not have it."""
    row = db.execute("SELECT verdict, outcome FROM v_latest WHERE citation = ?", (citation_id,)).fetchone()
    return Told(*row) if row else None


def of_run(db: sqlite3.Connection, run: str) -> Iterable[PastFinding]:
    """Everything that the finished run `run` found, in the order of its citations' documents and notes."""
    rows = db.execute(
        "SELECT c.id, d.source, c.note, coalesce(c.value, u.url), f.verdict, f.outcome, f.since FROM runs AS r"
        " JOIN run_documents AS rd ON rd.run = r.seq JOIN documents AS d ON d.id = rd.document"
        " JOIN citations AS c ON c.document = d.id"
        " JOIN findings AS f ON f.citation = c.id AND r.concluded BETWEEN f.first AND f.last"
        " LEFT JOIN urls AS u ON u.id = c.url WHERE r.id = ? ORDER BY d.source, c.note, c.id",
        (run,),
    )
    for citation_id, source, note, value, verdict, outcome, begun in rows:
        yield PastFinding(citation_id, source, note, value, verdict, outcome, moment(begun))
