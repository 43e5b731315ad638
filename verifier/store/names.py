"""A source under another name: its row, and the ids of its citations, which are made from it.

In: the old and the new name, and how ids are made. Out: the same history under the new name and ids. An id that cannot
be made again from what is kept stays as it is; its citation then counts as one that the letter cites no more.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable

from verifier.store.codec import storable

Identify = Callable[[str, str, int], str]


def rename(db: sqlite3.Connection, old: str, new: str, identify: Identify) -> None:
    """Rename the source `old`; no row may be called `new` yet."""
    db.execute("PRAGMA defer_foreign_keys = ON")
    rows = db.execute(
        "SELECT c.id, coalesce(c.as_written, c.value, u.url) FROM citations AS c JOIN documents AS d"
        " ON d.id = c.document LEFT JOIN urls AS u ON u.id = c.url WHERE d.source = ?",
        (storable(old),),
    ).fetchall()
    written = {citation: "".join((text or "").split()) for citation, text in rows}
    most = Counter(written.values())
    for citation, squeezed in written.items():
        # A citation that the letter has lost since may have left a gap in the counting.
        for occurrence in range(1, most[squeezed] + 9):
            if identify(old, squeezed, occurrence) == citation:
                ids = (identify(new, squeezed, occurrence), citation)
                db.execute("UPDATE citations SET id = ? WHERE id = ?", ids)
                db.execute("UPDATE findings SET citation = ? WHERE citation = ?", ids)
                break
    db.execute("UPDATE documents SET source = ? WHERE source = ?", (storable(new), storable(old)))
    # The job is a digest of the names: an interrupted run under the old one is not gone on with.
    db.execute(
        "UPDATE runs SET job = '' WHERE seq IN (SELECT rd.run FROM run_documents AS rd JOIN documents AS d"
        " ON d.id = rd.document WHERE d.source = ?)",
        (storable(new),),
    )
