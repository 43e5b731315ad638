"""Report -> JSON lines: a line for the run, one for each document, one for each citation.

Each line names the schema, its `record` (run, document or citation) and, below the run, its `source`; the rest is as in
the JSON report. Lines can be read one by one, so that reports of any length fit in any memory.
"""

from __future__ import annotations

from collections.abc import Iterator

from verifier.model.report import Report
from verifier.report import json
from verifier.report.json_text import on_one_line, safe


def pieces(report: Report) -> Iterator[str]:
    """All lines, each ending in a line feed."""
    return (f"{safe(on_one_line(record))}\n" for record in _records(report))


def _records(report: Report) -> Iterator[json.Data]:
    judged = report.run.judged
    schema = {"schema": json.SCHEMA}
    summary = json.summary_data(report.summary, judged=judged)
    changes = json.changes_data(report.changes) if report.changes else None
    yield {**schema, "record": "run", **json.run_data(report.run), "summary": summary, "changes": changes}
    for document in report.documents:
        yield {**schema, "record": "document", **json.document_data(document)}
        for finding in document.findings:
            citation = json.citation_data(finding, judged=judged)
            yield {**schema, "record": "citation", "source": document.source, **citation}
