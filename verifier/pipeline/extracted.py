"""A source in the report: what was read and found, with whatever findings there are."""

from __future__ import annotations

from verifier.model.dates import PartialDate
from verifier.model.report import DocumentReport, Finding
from verifier.pipeline.desk import Options
from verifier.pipeline.plan import Planned


def as_extracted(planned: Planned, options: Options) -> DocumentReport:
    """A source with what it cites, nothing judged."""
    return document_report(
        planned, tuple(Finding(citation) for citation in planned.found.citations), options.letter_date
    )


def document_report(planned: Planned, findings: tuple[Finding, ...], letter_date: PartialDate | None) -> DocumentReport:
    """The document as read, under the letter's date if one was given, or why it could not be read."""
    document = planned.document
    if document is None:
        return DocumentReport(planned.source.name, error=planned.error)
    return DocumentReport(
        source=planned.source.name,
        media_type=document.media_type,
        title=document.title,
        date=letter_date or document.date,
        language=document.language,
        remarks=(*document.remarks, *planned.found.remarks),
        notes=planned.found.notes,
        findings=findings,
        text=document.text,
        regions=document.regions,
        anchors=document.anchors,
    )
