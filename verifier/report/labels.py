"""The sheet of a field trial: findings as rows of a CSV for people to label, and the labelled sheet read back.

In: rows; a file's text. Out: the sheet, safe to open in a spreadsheet; the labels, or what is wrong with them, by line.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from verifier.model.errors import UsageError
from verifier.model.report import Finding
from verifier.report.csv import table

COLUMNS = (
    "number", "right", "link_right", "remark", "verdict", "outcome", "repair", "source", "note", "title",
    "as_written", "url", "final_url", "title_found", "copy", "why", "citation",
)  # fmt: skip
_LABELS = {"yes": "yes", "y": "yes", "no": "no", "n": "no", "": None, "?": None, "unclear": None}
MOST_BYTES = 10_000_000


def sheet(drawn: Iterable[tuple[str, str, Finding]]) -> str:
    """The sheet for findings, each with its letter and outcome; `right` and `link_right` are for people to fill in."""
    rows = (
        {"number": number, "source": source, "outcome": outcome, **_row(finding)}
        for number, (source, outcome, finding) in enumerate(drawn, start=1)
    )
    return table(COLUMNS, rows)


def _row(finding: Finding) -> dict[str, object]:
    citation, live, archive = finding.citation, finding.live, finding.archive
    snapshot = archive.snapshot if archive else None
    return {
        "verdict": finding.verdict,
        "repair": citation.repair.status,
        "note": citation.note,
        "title": citation.description.title,
        "as_written": citation.as_written,
        "url": citation.url,
        "final_url": live.final_url if live else None,
        "title_found": live.title if live else None,
        "copy": snapshot.url if snapshot else None,
        "why": " ".join(rule.message for rule in finding.rules),
        "citation": citation.id,
    }


def read(text: str, name: str) -> Iterator[tuple[str, str | None]]:
    """The labels of a sheet, each with what it is about: a verdict, or a mended link.

    Commas or semicolons may part the columns: spreadsheets save either. Raises UsageError for what is no such sheet,
    and for a label that is none, naming the row.
    """
    text = text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",")
    missing = {"number", "verdict", "right", "link_right", "repair"} - set(rows.fieldnames or ())
    if missing:
        raise UsageError(f"{name} is no sheet of a field trial: it has no column {min(missing)}")
    for row in rows:
        yield row["verdict"] or "", _label(row, "right", name)
        if row["repair"] == "mended":
            yield "mended link", _label(row, "link_right", name)


def _label(row: dict[str, str | None], column: str, name: str) -> str | None:
    word = (row[column] or "").strip().lower()
    if word not in _LABELS:
        hint = "Write yes or no; leave it empty or write unclear where it cannot be told."
        raise UsageError(f"{name}, number {row['number']}: {column} is {word[:40]!r}", hint)
    return _LABELS[word]
