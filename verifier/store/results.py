"""Results of single look-ups: written as they land, found again by the run that resumes or comes soon after.

In: live, archive and content results, each with the run that got it. Out: the same values, marked as remembered;
`resumed` is the number of the run of which all may be used.
A result that says the same as an earlier one of its URL shares that one's text, so that many runs stay small.
"""

from __future__ import annotations

import sqlite3
from datetime import datetime

from verifier.model.evidence import (
    GOOD,
    WITH_COPY,
    ArchiveOutcome,
    ArchiveResult,
    ContentResult,
    LiveOutcome,
    LiveResult,
    Provenance,
    Usable,
)
from verifier.store.codec import decode, encode, moment, stamp, storable

_UNREADABLE = (ValueError, TypeError, KeyError, AttributeError)
"""What `decode` raises for a body that another version wrote: such a result is asked for again."""

_LIVE_COLUMNS = frozenset(
    {
        "outcome",
        "status_code",
        "checked_at",
        "elapsed_ms",
        "requests",
        "body_sha256",
        "etag",
        "last_modified",
        "provenance",
    }
)
_ARCHIVE_COLUMNS = frozenset({"outcome", "service", "checked_at", "provenance"})


def url_number(db: sqlite3.Connection, url: str) -> int:
    """The number of `url`, given now if it has none."""
    known = (storable(url),)
    row = db.execute("SELECT id FROM urls WHERE url = ?", known).fetchone()
    return int(row[0] if row else db.execute("INSERT INTO urls (url) VALUES (?) RETURNING id", known).fetchone()[0])


def _body_number(db: sqlite3.Connection, same: str, keys: tuple[object, ...], body: str) -> int:
    """The number of `body`, shared with an earlier result where `same` finds one that says just that."""
    row = db.execute(same, (*keys, body)).fetchone()
    if row is None:
        row = (db.execute("INSERT INTO results (body) VALUES (?)", (body,)).lastrowid,)
    return int(row[0])


def record_live(db: sqlite3.Connection, run: int, url: str, result: LiveResult) -> None:
    """Store one live result of `run`; a second one of the same run replaces the first."""
    number = url_number(db, url)
    body = _body_number(
        db,
        "SELECT r.id FROM checks AS c JOIN results AS r ON r.id = c.result WHERE c.url = ? AND r.body = ?",
        (number,),
        encode(result, url, _LIVE_COLUMNS),
    )
    values = (
        number,
        run,
        result.outcome.value,
        result.status_code,
        stamp(result.checked_at),
        result.elapsed_ms,
        result.requests,
        result.body_sha256,
        result.etag and storable(result.etag),
        result.last_modified and storable(result.last_modified),
        body,
    )
    db.execute("INSERT OR REPLACE INTO checks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)


def recall_live(db: sqlite3.Connection, url: str, usable: Usable, *, resumed: int | None) -> LiveResult | None:
    """The newest live result of `url` that is `usable`, if it is good or of the resumed run.

    Only the newest counts: a good answer from before a bad one is no answer any more.
    """
    row = db.execute(
        "SELECT c.run, c.outcome, c.status_code, c.checked_at, c.elapsed_ms, c.requests, c.body_sha256, c.etag,"
        " c.last_modified, r.body FROM urls AS u JOIN checks AS c ON c.url = u.id JOIN results AS r ON r.id = c.result"
        " WHERE u.url = ? AND c.checked_at <= ? ORDER BY c.checked_at DESC, c.run DESC LIMIT 1",
        (storable(url), stamp(usable.not_after)),
    ).fetchone()
    if row is None:
        return None
    run, outcome, status_code, checked_at, elapsed_ms, requests, body_sha256, etag, last_modified, body = row
    if run != resumed and not (outcome in GOOD and checked_at >= stamp(usable.not_before)):
        return None
    try:
        return LiveResult(
            LiveOutcome(outcome),
            moment(checked_at),
            status_code=status_code,
            elapsed_ms=elapsed_ms,
            requests=requests,
            body_sha256=body_sha256,
            etag=etag,
            last_modified=last_modified,
            provenance=Provenance.REMEMBERED,
            **decode(LiveResult, url, body),
        )
    except _UNREADABLE:
        return None


def record_archive(db: sqlite3.Connection, run: int, url: str, cited: str, result: ArchiveResult) -> None:
    """Store what one archive service said in `run` of `url` as cited on `cited`."""
    number = url_number(db, url)
    body = _body_number(
        db,
        "SELECT r.id FROM archive_checks AS c JOIN results AS r ON r.id = c.result"
        " WHERE c.url = ? AND c.service = ? AND r.body = ?",
        (number, result.service),
        encode(result, url, _ARCHIVE_COLUMNS),
    )
    values = (
        number,
        result.service,
        cited,
        run,
        result.outcome.value,
        stamp(result.checked_at),
        result.snapshot and storable(result.snapshot.timestamp),
        body,
    )
    db.execute("INSERT OR REPLACE INTO archive_checks VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)


def recall_archive(
    db: sqlite3.Connection, url: str, cited: str, service: str, usable: Usable, *, resumed: int | None
) -> ArchiveResult | None:
    """The newest answer of `service` that is `usable`, if it has a copy.

    From the resumed run any answer counts; `unknown` is none, and is asked again.
    """
    row = db.execute(
        "SELECT c.run, c.outcome, c.checked_at, r.body FROM urls AS u JOIN archive_checks AS c ON c.url = u.id"
        " JOIN results AS r ON r.id = c.result WHERE u.url = ? AND c.service = ? AND c.cited = ?"
        " AND c.checked_at <= ? ORDER BY c.checked_at DESC, c.run DESC LIMIT 1",
        (storable(url), service, cited, stamp(usable.not_after)),
    ).fetchone()
    if row is None:
        return None
    run, outcome, checked_at, body = row
    fresh = outcome in WITH_COPY and checked_at >= stamp(usable.not_before)
    if not fresh and (run != resumed or outcome == ArchiveOutcome.UNKNOWN):
        return None
    try:
        return ArchiveResult(
            ArchiveOutcome(outcome),
            service,
            moment(checked_at),
            provenance=Provenance.REMEMBERED,
            **decode(ArchiveResult, url, body),
        )
    except _UNREADABLE:
        return None


def record_content(
    db: sqlite3.Connection, run: int, url: str, question: str, result: ContentResult, *, recorded_at: datetime
) -> None:
    """Store what the page at `url` was found to hold of what `question` (a digest) asks."""
    number = url_number(db, url)
    body = _body_number(
        db,
        "SELECT r.id FROM contents AS c JOIN results AS r ON r.id = c.result WHERE c.url = ? AND r.body = ?",
        (number,),
        encode(result, url),
    )
    db.execute(
        "INSERT OR REPLACE INTO contents VALUES (?, ?, ?, ?, ?)", (number, question, run, stamp(recorded_at), body)
    )


def recall_content(
    db: sqlite3.Connection, url: str, question: str, usable: Usable, *, resumed: int | None
) -> ContentResult | None:
    """The newest answer to the same question that is `usable`."""
    row = db.execute(
        "SELECT c.run, c.recorded_at, r.body FROM urls AS u JOIN contents AS c ON c.url = u.id"
        " JOIN results AS r ON r.id = c.result WHERE u.url = ? AND c.question = ?"
        " AND c.recorded_at <= ? ORDER BY c.recorded_at DESC, c.run DESC LIMIT 1",
        (storable(url), question, stamp(usable.not_after)),
    ).fetchone()
    if row is None or (row[0] != resumed and row[1] < stamp(usable.not_before)):
        return None
    try:
        return ContentResult(**decode(ContentResult, url, row[2]))
    except _UNREADABLE:
        return None
