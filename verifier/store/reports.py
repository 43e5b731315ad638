"""Finished reports, kept in full for a while, so that they can be shown again in any format.

In: a finished run's report. Out: the same report, but for the texts of the letters, which are not kept. Of each letter
the newest `KEPT` are there.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from dataclasses import replace

from verifier.model.report import DocumentReport, Report, Run, summarise
from verifier.model.transition import Changes
from verifier.store.values import plain, restored

KEPT = 2
"""How many reports of each letter are kept: today's, and the one that it is compared with."""
_MOST = 20_000
"""Citations in a report that is kept: a larger one would take longer to write than is worth it."""

_OUTDATED = """
    DELETE FROM reports WHERE run NOT IN (
        SELECT run FROM (
            SELECT rd.run, row_number() OVER (PARTITION BY rd.document, rd.unread ORDER BY rd.run DESC) AS age
            FROM run_documents AS rd JOIN reports AS kept ON kept.run = rd.run
        ) WHERE age <= ?
    )"""


def keep(db: sqlite3.Connection, run: int, report: Report) -> None:
    """Store the report of the finished `run`, and drop those that newer ones of the same letters have outdated."""
    if report.summary.citations <= _MOST:
        db.execute("INSERT OR REPLACE INTO reports VALUES (?, ?)", (run, _packed(report)))
    db.execute(_OUTDATED, (KEPT,))


def find(db: sqlite3.Connection, run_id: str) -> Report | None:
    """The report of a run as far as it is kept; None when it is not, or was written by a version too different."""
    row = db.execute(
        "SELECT k.report FROM reports AS k JOIN runs AS r ON r.seq = k.run WHERE r.id = ?", (run_id,)
    ).fetchone()
    try:
        return None if row is None else _unpacked(row[0])
    except (ValueError, TypeError, KeyError, AttributeError, zlib.error):
        return None


def _packed(report: Report) -> bytes:
    """Line by line, since all of a large report at once would double the memory that it takes."""
    packer = zlib.compressobj(6)
    pieces = [packer.compress(_line({"run": plain(report.run), "changes": plain(report.changes)}))]
    told = (replace(document, text="", regions=(), anchors=()) for document in report.documents)
    pieces.extend(packer.compress(_line(plain(document))) for document in told)
    return b"".join([*pieces, packer.flush()])


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _unpacked(data: bytes) -> Report:
    head, *rest = zlib.decompress(data).decode("utf-8").rstrip("\n").split("\n")
    told = json.loads(head)
    documents = tuple(restored(DocumentReport, json.loads(line)) for line in rest)
    changes = restored(Changes | None, told["changes"])
    return Report(restored(Run, told["run"]), summarise(documents), documents, changes)
