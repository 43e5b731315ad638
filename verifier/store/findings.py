"""What runs came to: findings as spans of runs in which nothing changed, and what they tell of time.

In: a finished run's report. Out: since when and how often an outcome was seen, and what a run or the last one found.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from verifier.model.evidence import GOOD, WITH_COPY, ArchiveOutcome, LiveOutcome, Provenance
from verifier.model.past import PastFinding, PastSpan
from verifier.model.report import SETTLING, DocumentReport, Finding, Report
from verifier.model.review import evidence_of
from verifier.model.transition import Standing
from verifier.store.codec import moment, stamp, storable
from verifier.store.results import url_number


def _archived_of(finding: Finding) -> bool | None:
    """Whether an archive holds a copy; None when none was asked or none answered."""
    if finding.archive is None or finding.archive.outcome is ArchiveOutcome.UNKNOWN:
        return None
    return finding.archive.outcome in WITH_COPY


def standing_of(finding: Finding) -> Standing:
    """How a finding of the present run stands, as history keeps it."""
    return Standing(finding.verdict and finding.verdict.value, outcome_of(finding), _archived_of(finding))


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
    if document.error is not None:
        db.execute("UPDATE run_documents SET unread = 1 WHERE document = ? AND run = ?", (known, run))
        return
    db.execute(
        "UPDATE documents SET media_type = ?, title = ? WHERE id = ?",
        (document.media_type, document.title and storable(document.title), known),
    )
    before = db.execute(
        "SELECT max(r.concluded) FROM run_documents AS d JOIN runs AS r ON r.seq = d.run"
        " WHERE d.document = ? AND r.concluded < ? AND NOT d.unread",
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
    standing = standing_of(finding)
    decision = finding.review.decision if finding.review else None
    last = db.execute(
        "SELECT first, last, verdict, outcome, archived FROM findings WHERE citation = ? ORDER BY first DESC LIMIT 1",
        (finding.citation.id,),
    ).fetchone()
    if last is not None and last[1] == before and _same(Standing(*last[2:]), standing):
        db.execute(
            "UPDATE findings SET last = ?, runs = runs + ?, archived = coalesce(?, archived), evidence = ?,"
            " decision = ? WHERE citation = ? AND first = ?",
            (number, _looked(finding), standing.archived, evidence_of(finding), decision, finding.citation.id, last[0]),
        )
        return
    seen = finding.live.checked_at if finding.live else started_at
    db.execute(
        "INSERT INTO findings (citation, first, last, runs, verdict, outcome, archived, since, evidence, decision)"
        " VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)",
        (finding.citation.id, number, number, *standing, stamp(seen), evidence_of(finding), decision),
    )


def _looked(finding: Finding) -> int:
    """1 when the run saw for itself, 0 when it remembered: who tells a thing again has not seen it again."""
    return int(finding.live is None or finding.live.provenance is Provenance.FRESH)


def _same(was: Standing, now: Standing) -> bool:
    """Whether nothing changed; an archive that did not answer changes nothing."""
    known = was.archived is not None and now.archived is not None
    return was[:2] == now[:2] and not (known and was.archived != now.archived)


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


def dead_days(db: sqlite3.Connection, url: str, outcome: str, not_after: datetime) -> tuple[date, ...]:
    """The days (UTC), up to `not_after`, on which `outcome` was seen since the page was last good."""
    rows = db.execute(
        "SELECT c.outcome, c.checked_at FROM checks AS c JOIN urls AS u ON u.id = c.url WHERE u.url = ?"
        " AND c.checked_at <= ? ORDER BY c.checked_at DESC",
        (storable(url), stamp(not_after)),
    ).fetchall()
    days = set()
    for seen, checked_at in rows:
        if seen in GOOD:
            break
        if seen == outcome:
            days.add(moment(checked_at).date())
    return tuple(sorted(days))


def last_judged(db: sqlite3.Connection, citation_id: str, *, looked_at: bool) -> Standing | None:
    """What the last run that judged the citation said of it, with `looked_at` the last one that looked; else None."""
    row = db.execute(
        "SELECT verdict, outcome, archived FROM findings WHERE citation = ? AND verdict IS NOT NULL"
        " AND verdict <> 'skipped' AND (outcome IS NOT NULL OR NOT ?) ORDER BY first DESC LIMIT 1",
        (citation_id, looked_at),
    ).fetchone()
    return Standing(row[0], row[1], _flag(row[2])) if row else None


def was_settled(db: sqlite3.Connection, citation_id: str) -> bool:
    """Whether the last finished run that had the citation had it accepted or ignored."""
    row = db.execute(
        "SELECT decision FROM findings WHERE citation = ? ORDER BY first DESC LIMIT 1", (citation_id,)
    ).fetchone()
    return row is not None and row[0] in SETTLING


def _flag(stored: int | None) -> bool | None:
    """What SQLite keeps as 0, 1 or nothing."""
    return None if stored is None else bool(stored)


_PAST = (
    "SELECT c.id, d.source, c.note, coalesce(c.value, u.url), f.verdict, f.outcome, f.since, f.archived,"
    " f.evidence, f.decision, c.part, c.kind, u.url"
)


def of_run(db: sqlite3.Connection, run: str) -> Iterable[PastFinding]:
    """Everything that the finished run `run` found, in the order of its citations' documents and notes."""
    rows = db.execute(
        f"{_PAST} FROM runs AS r JOIN run_documents AS rd ON rd.run = r.seq JOIN documents AS d ON d.id = rd.document"
        " JOIN citations AS c ON c.document = d.id"
        " JOIN findings AS f ON f.citation = c.id AND r.concluded BETWEEN f.first AND f.last"
        " LEFT JOIN urls AS u ON u.id = c.url WHERE r.id = ? AND NOT rd.unread"
        " ORDER BY d.source, CAST(c.note AS INTEGER), c.note, c.id",
        (run,),
    )
    yield from map(_past, rows)


def last_seen(db: sqlite3.Connection, citation_id: str, run: str) -> PastFinding | None:
    """What the last run up to the finished run `run` that looked at the citation found of it; None when none did."""
    row = db.execute(
        f"{_PAST} FROM findings AS f JOIN citations AS c ON c.id = f.citation JOIN documents AS d ON d.id = c.document"
        " LEFT JOIN urls AS u ON u.id = c.url JOIN runs AS r ON r.id = ? AND r.concluded >= f.first"
        " WHERE f.citation = ? AND f.outcome IS NOT NULL ORDER BY f.first DESC LIMIT 1",
        (run, citation_id),
    ).fetchone()
    return _past(row) if row else None


def _past(row: tuple[Any, ...]) -> PastFinding:
    citation_id, source, note, value, verdict, outcome, begun, archived, *more = row
    return PastFinding(citation_id, source, note, value, verdict, outcome, moment(begun), _flag(archived), *more)


def spans(db: sqlite3.Connection, source: str | None) -> Iterable[PastSpan]:
    """All that history knows of `source` (None: of all), by document, note and citation, the oldest first."""
    rows = db.execute(
        "SELECT c.id, d.source, c.note, coalesce(c.value, u.url), f.verdict, f.outcome, f.archived, f.since,"
        " r.finished_at, f.runs, c.kind FROM findings AS f JOIN citations AS c ON c.id = f.citation"
        " JOIN documents AS d ON d.id = c.document JOIN runs AS r ON r.concluded = f.last"
        " LEFT JOIN urls AS u ON u.id = c.url WHERE ?1 IS NULL OR d.source = ?1"
        " ORDER BY d.source, CAST(c.note AS INTEGER), c.note, c.id, f.first",
        (source and storable(source),),
    )
    for citation_id, name, note, value, verdict, outcome, archived, since_, until, *more in rows:
        known = _flag(archived)
        yield PastSpan(citation_id, name, note, value, verdict, outcome, known, moment(since_), moment(until), *more)
