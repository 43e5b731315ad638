"""What an archive was asked to capture: written when a job is taken on and when it ends, found again by the next run.

In: `SaveResult`s, each with the run that asked. Out: the same values, marked as remembered; without words, since these
follow from outcome and code.
"""

from __future__ import annotations

import sqlite3

from verifier.model.evidence import Provenance
from verifier.model.saving import SaveOutcome, SaveResult
from verifier.store.codec import moment, stamp, storable
from verifier.store.results import url_number


def record_save(db: sqlite3.Connection, run: int, result: SaveResult) -> None:
    """Store what became of one page; only the newest is kept for each page and service."""
    values = (
        url_number(db, result.url),
        result.service,
        run,
        stamp(result.asked_at),
        result.job and storable(result.job),
        result.outcome.value,
        result.code and storable(result.code),
        result.timestamp,
    )
    db.execute("INSERT OR REPLACE INTO saves VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)


def recall_save(db: sqlite3.Connection, url: str, service: str) -> SaveResult | None:
    """The newest that is known of asking `service` to capture `url`, however old, or None."""
    row = db.execute(
        "SELECT s.asked_at, s.job, s.outcome, s.code, s.snapshot FROM urls AS u JOIN saves AS s ON s.url = u.id"
        " WHERE u.url = ? AND s.service = ?",
        (storable(url), service),
    ).fetchone()
    if row is None:
        return None
    asked_at, job, outcome, code, snapshot = row
    try:
        return SaveResult(
            url, SaveOutcome(outcome), service, moment(asked_at), job=job, code=code, timestamp=snapshot,
            provenance=Provenance.REMEMBERED,
        )  # fmt: skip
    except ValueError:  # an outcome of another version
        return None
