"""The runs that the history knows: when, over which letters, and which of these could be read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from verifier.store.codec import moment, storable


@dataclass(frozen=True, slots=True)
class PastRun:
    """One run over `sources`; `finished_at` is None when it was interrupted (or is still going on).

    `read` are those that it could read: of the others it says nothing.
    """

    id: str
    started_at: datetime
    finished_at: datetime | None
    tool_version: str
    sources: tuple[str, ...]
    read: frozenset[str]


def all_runs(db: sqlite3.Connection, source: str | None) -> Iterable[PastRun]:
    """All runs, newest first; with `source`, those that read it."""
    rows = db.execute(
        "SELECT r.seq, r.id, r.started_at, r.finished_at, r.tool_version FROM runs AS r WHERE ?1 IS NULL"
        " OR r.seq IN (SELECT rd.run FROM run_documents AS rd JOIN documents AS d ON d.id = rd.document"
        " WHERE d.source = ?1 AND NOT rd.unread) ORDER BY r.seq DESC",
        (source and storable(source),),
    ).fetchall()
    for number, run, begun, done, version in rows:
        sources = db.execute(
            "SELECT d.source, rd.unread FROM run_documents AS rd JOIN documents AS d ON d.id = rd.document"
            " WHERE rd.run = ? ORDER BY d.id",
            (number,),
        ).fetchall()
        read = frozenset(one for one, unread in sources if not unread)
        ended = moment(done) if done else None
        yield PastRun(run, moment(begun), ended, version, tuple(one for one, _ in sources), read)
