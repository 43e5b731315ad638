"""Findings of finished runs -> how many citations of a letter had each verdict, run by run."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict

from verifier.model.trend import Tally
from verifier.store.codec import moment, storable


def tallies(db: sqlite3.Connection, source: str, last: int) -> tuple[Tally, ...]:
    """The `last` finished runs that read `source`, the oldest first, with their verdicts; none around the letter.

    Decisions are known for the newest run of a span only, and are taken for all of it.
    """
    runs = db.execute(
        "SELECT r.concluded, r.id, r.finished_at, d.id FROM documents AS d JOIN run_documents AS rd"
        " ON rd.document = d.id JOIN runs AS r ON r.seq = rd.run WHERE d.source = ? AND r.concluded IS NOT NULL"
        " AND NOT rd.unread ORDER BY r.concluded DESC LIMIT ?",
        (storable(source), last),
    ).fetchall()
    if not runs:
        return ()
    rows = db.execute(
        "SELECT f.first, f.last, f.verdict, f.decision IN ('accept', 'ignore'), count(*) FROM citations AS c"
        " JOIN findings AS f ON f.citation = c.id WHERE c.document = ? AND c.part <> 'surroundings'"
        " AND f.verdict IS NOT NULL AND f.last >= ? GROUP BY 1, 2, 3, 4",
        (runs[0][3], runs[-1][0]),
    ).fetchall()
    verdicts: defaultdict[int, Counter[str]] = defaultdict(Counter)
    still_open: Counter[int] = Counter()
    for number, *_ in runs:
        for first, end, verdict, settled, count in rows:
            if first <= number <= end:
                verdicts[number][verdict] += count
                still_open[number] += 0 if settled or verdict in {"ok", "skipped"} else count
    return tuple(
        Tally(run, moment(finished), dict(verdicts[number]), still_open[number])
        for number, run, finished, _ in reversed(runs)
    )
