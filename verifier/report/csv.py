"""Report -> CSV (RFC 4180): a row for each citation, for spreadsheets.

A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV Injection"); the leading
characters that matter are = + - @, a tab and a carriage return. Documents without citations have one row of their own.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from verifier.model.report import DocumentReport, Finding, Report
from verifier.report import escapes

COLUMNS = (
    "source",
    "id",
    "verdict",
    "note",
    "page",
    "line",
    "part",
    "kind",
    "as_written",
    "url",
    "repair",
    "live",
    "status_code",
    "final_url",
    "archive",
    "archive_url",
    "days_from_citation",
    "title",
    "publisher",
    "date",
    "title_found",
    "actions",
    "rules",
    "why",
    "since",
    "review",
    "error",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render(report: Report) -> str:
    """The table with its head, lines ending in CR LF."""
    return table(COLUMNS, _rows(report))


def table(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """`rows` under `columns`, every cell inert, lines ending in CR LF; what a row does not have stays empty."""
    written = io.StringIO()
    writer = csv.DictWriter(written, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({column: _cell(value) for column, value in row.items()} for row in rows)
    return written.getvalue()


def _rows(report: Report) -> Iterator[dict[str, object]]:
    for document in report.documents:
        for finding in document.findings:
            yield {"source": document.source, **_row(finding, judged=report.run.judged)}
        if not document.findings:
            yield {"source": document.source, "error": _error(document)}


def _cell(value: object) -> object:
    """Numbers stay numbers, yes is 1 and no 0; text loses what cannot be seen, and what would be run or obeyed."""
    if value is None or isinstance(value, (int, float)):
        return int(value) if isinstance(value, bool) else value
    text = escapes.log(escapes.prose(str(value)))
    return f"'{text}" if text.startswith(_FORMULA) else text


def _error(document: DocumentReport) -> str:
    return document.error.message if document.error else "no citation in this letter"


def _row(finding: Finding, *, judged: bool) -> dict[str, object]:
    citation, live, archive = finding.citation, finding.live, finding.archive
    said, position = citation.description, citation.position
    snapshot = archive.snapshot if archive else None
    return {
        "id": citation.id,
        "verdict": finding.verdict if judged else None,
        "note": citation.note,
        "page": position.page,
        "line": position.line,
        "part": citation.part,
        "kind": citation.kind,
        "as_written": citation.as_written,
        "url": citation.url,
        "repair": citation.repair.status,
        "live": live.outcome if live else None,
        "status_code": live.status_code if live else None,
        "final_url": live.final_url if live else None,
        "archive": archive.outcome if archive else None,
        "archive_url": snapshot.url if snapshot else None,
        "days_from_citation": snapshot.days_from_citation if snapshot else None,
        "title": said.title,
        "publisher": said.publisher,
        "date": said.date,
        "title_found": live.title if live else None,
        "actions": " ".join(f"{action.kind} {action.url or ''}".strip() for action in finding.actions),
        "rules": " ".join(rule.id for rule in finding.rules),
        "why": " ".join(rule.message for rule in finding.rules),
        "since": finding.since.date() if judged and finding.since else None,
        "review": finding.review.decision if judged and finding.review else None,
    }
