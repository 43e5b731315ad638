"""The runs that the history knows: when, over which letters, and which of these could be read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from verifier.model.past import PastRun
from verifier.store.codec import moment, storable


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
