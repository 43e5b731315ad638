"""Report -> JSON, version 1: the shape that `design.md` fixes and `schema/verifier-report-1.json` publishes.

Every key is always present; a stage that was not run is null. Only the standard library is imported, because
`verify extract` prints this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import TypeAlias

from verifier.model.citation import Note, Repair
from verifier.model.dates import PartialDate
from verifier.model.evidence import ArchiveResult, ContentResult, LiveResult
from verifier.model.report import DocumentReport, Finding, Report, Review, Run, Summary
from verifier.model.transition import Changes
from verifier.report.json_text import indented, safe

Data: TypeAlias = dict[str, object]

SCHEMA = "verifier-report/1"


def pieces(report: Report) -> Iterator[str]:
    """The report citation by citation, indented by two spaces, with a line feed at its end."""
    judged = report.run.judged
    head: Data = {"schema": SCHEMA, "run": run_data(report.run), "summary": summary_data(report.summary, judged=judged)}
    head["changes"] = changes_data(report.changes) if report.changes else None
    yield _opened(head, "\n") + '"documents": '
    yield from _listed((_document(document, judged) for document in report.documents), "\n  ")
    yield "\n}\n"


def _document(document: DocumentReport, judged: bool) -> Iterator[str]:
    yield _opened(document_data(document), "\n    ") + '"citations": '
    data = (citation_data(finding, judged=judged) for finding in document.findings)
    yield from _listed(([safe(indented(citation, "\n        "))] for citation in data), "\n      ")
    yield "\n    }"


def _opened(data: Data, end: str) -> str:
    """An object without its closing brace, ready for one more key."""
    return safe(indented(data, end).removesuffix(end + "}")) + f",{end}  "


def _listed(items: Iterable[Iterable[str]], end: str) -> Iterator[str]:
    separator = f"[{end}  "
    for item in items:
        pieces = iter(item)
        yield separator + next(pieces)
        yield from pieces
        separator = f",{end}  "
    yield f"{end}]" if separator.startswith(",") else "[]"


def run_data(run: Run) -> Data:
    """`run` of the report."""
    return {
        "id": run.id,
        "started_at": _moment(run.started_at),
        "finished_at": _moment(run.finished_at),
        "tool_version": run.tool_version,
        "network": run.network,
        "vantage": run.vantage,
        "options": run.options,
        "remarks": run.remarks,
        "partial": run.partial,
    }


def summary_data(summary: Summary, *, judged: bool) -> Data:
    """`summary` of the report; without judging, what belongs to judging is null."""
    return {
        "documents": summary.documents,
        "citations": summary.citations,
        "notes_without_citation": summary.notes_without_citation,
        "decided": summary.decided if judged else None,
        "verdicts": summary.verdicts if judged else None,
        "live": summary.live,
        "archive": summary.archive,
    }


def changes_data(changes: Changes) -> Data:
    """`changes` of the report: what is not as the last run over the same documents left it."""
    return {
        "since": _moment(changes.since),
        "transitions": [
            {
                "kind": one.kind.name.lower(),
                "citation": one.citation,
                "source": one.source,
                "note": one.note,
                "link": one.link,
                "was": one.was,
                "now": one.now,
                "flapping": one.flapping,
            }
            for one in changes.transitions
        ],
    }


def document_data(document: DocumentReport) -> Data:
    """One of `documents`, without its citations."""
    error = document.error
    return {
        "source": document.source,
        "media_type": document.media_type,
        "title": document.title,
        "date": _partial(document.date),
        "language": document.language,
        "error": {"message": error.message, "hint": error.hint} if error else None,
        "remarks": document.remarks,
        "notes": [_note(note) for note in document.notes],
    }


def citation_data(finding: Finding, *, judged: bool) -> Data:
    """One of `citations`: the citation, then what was found, then what it comes to."""
    citation, archives = finding.citation, finding.archives
    said, position = citation.description, citation.position
    return {
        "id": citation.id,
        "part": citation.part,
        "note": citation.note,
        "note_index": citation.note_index,
        "kind": citation.kind,
        "as_written": citation.as_written,
        "value": citation.value,
        "url": citation.url,
        "href": citation.href,
        "line": position.line,
        "column": position.column,
        "page": position.page,
        "title": said.title,
        "publisher": said.publisher,
        "author": said.author,
        "date": _partial(said.date),
        "accessed": _partial(said.accessed),
        "quotes": [{"text": quote.text, "where": quote.where, "attributed": quote.attributed} for quote in said.quotes],
        "repair": _repair(citation.repair),
        "live": _live(finding.live) if finding.live else None,
        "archive": _archive(finding.archive) if finding.archive else None,
        "archives": None if archives is None else [_archive(archive) for archive in archives],
        "content": _content(finding.content) if finding.content else None,
        "verdict": finding.verdict if judged else None,
        "attested_by": finding.attested_by,
        "actions": [{"kind": action.kind, "url": action.url} for action in finding.actions],
        "rules": [{"id": rule.id, "message": rule.message} for rule in finding.rules],
        "since": _moment(finding.since) if judged and finding.since else None,
        "seen": finding.seen,
        "new": finding.new if judged else None,
        "review": _review(finding.review) if judged and finding.review else None,
    }


def _note(note: Note) -> Data:
    return {
        "index": note.index,
        "label": note.label,
        "kind": note.kind,
        "text": note.text,
        "line": note.position.line,
        "page": note.position.page,
        "markers": [
            {"line": marker.position.line, "column": marker.position.column, "sentence": marker.sentence}
            for marker in note.markers
        ],
    }


def _repair(repair: Repair) -> Data:
    return {
        "status": repair.status,
        "edits": [
            {"kind": edit.kind, "at": edit.at, "removed": edit.removed, "inserted": edit.inserted}
            for edit in repair.edits
        ],
        "confidence": repair.confidence,
        "candidates": [
            {"url": candidate.url, "score": candidate.score, "why": candidate.why} for candidate in repair.candidates
        ],
        "confirmed_by": repair.confirmed_by,
    }


def _live(live: LiveResult) -> Data:
    return {
        "outcome": live.outcome,
        "confirmed": live.confirmed,
        "status_code": live.status_code,
        "final_url": live.final_url,
        "redirects": [{"url": hop.url, "status_code": hop.status_code} for hop in live.redirects],
        "title": live.title,
        "media_type": live.media_type,
        "body_sha256": live.body_sha256,
        "elapsed_ms": live.elapsed_ms,
        "requests": live.requests,
        "checked_at": _moment(live.checked_at),
        "provenance": live.provenance,
        "evidence": live.evidence,
    }


def _archive(archive: ArchiveResult) -> Data:
    snapshot = archive.snapshot
    return {
        "outcome": archive.outcome,
        "service": archive.service,
        "snapshot": {
            "timestamp": snapshot.timestamp,
            "url": snapshot.url,
            "status_code": snapshot.status_code,
            "days_from_citation": snapshot.days_from_citation,
        }
        if snapshot
        else None,
        "stable_around_citation": archive.stable_around_citation,
        "checked_at": _moment(archive.checked_at),
        "provenance": archive.provenance,
        "evidence": archive.evidence,
    }


def _content(content: ContentResult) -> Data:
    return {
        "title_similarity": content.title_similarity,
        "similarity": content.similarity,
        "drift": content.drift,
        "quotes": [{"text": quote.text, "found": quote.found, "excerpt": quote.excerpt} for quote in content.quotes],
    }


def _review(review: Review) -> Data:
    return {
        "decision": review.decision,
        "by": review.by,
        "on": _day(review.on),
        "note": review.note,
        "url": review.url,
        "expires": _day(review.expires),
    }


def _moment(value: datetime) -> str:
    """ISO 8601 in UTC with a Z; a naive value is taken to be UTC."""
    if value.tzinfo is not UTC:
        value = value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
    return value.isoformat(timespec="seconds").replace("+00:00", "Z")


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _partial(value: PartialDate | None) -> str | None:
    return str(value) if value else None
