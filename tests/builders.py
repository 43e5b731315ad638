"""Values for tests, each with everything filled in; name only what the test is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from verifier.model.citation import Citation, Description, Edit, EditKind, Kind, Marker, Note, Repair, RepairStatus
from verifier.model.document import NoteKind, Part, Position
from verifier.model.report import DocumentReport, Finding, Network, Report, Run, summarise

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)

_CITATION = Citation(
    id="c0ffee0000000001",
    part=Part.NOTE,
    note="1",
    note_index=0,
    kind=Kind.URL,
    as_written="https://example.org/statement",
    value="https://example.org/statement",
    url="https://example.org/statement",
    position=Position(10, 5),
    start=100,
    end=129,
    description=Description(title="A statement"),
    repair=Repair(RepairStatus.INTACT),
)


def a_citation(**changes: Any) -> Citation:
    """A citation of one intact URL in note 1."""
    return replace(_CITATION, **changes)


def a_mended_citation(**changes: Any) -> Citation:
    """A citation whose URL was printed with a space in it."""
    edits = (Edit(EditKind.JOIN, 24, " "),)
    mended = a_citation(
        as_written="https://example.org/stat ement",
        repair=Repair(RepairStatus.MENDED, 0.97, edits),
    )
    return replace(mended, **changes)


def a_note(**changes: Any) -> Note:
    """Note 1, with one marker."""
    note = Note(
        index=0,
        label="1",
        kind=NoteKind.ENDNOTE,
        text="Example Office, ‘A statement’ 28 May 2022: https://example.org/statement",
        position=Position(10, 1),
        start=57,
        end=129,
        markers=(Marker(Position(2, 40), "The office made a statement."),),
    )
    return replace(note, **changes)


def a_finding(**changes: Any) -> Finding:
    """A citation that nothing was asked about yet; keywords of `Finding`, or `citation`."""
    return replace(Finding(a_citation()), **changes)


def a_document(*findings: Finding, **changes: Any) -> DocumentReport:
    """A letter that was read, with note 1 and the findings given."""
    document = DocumentReport(
        source="letter.txt",
        media_type="text/plain",
        title="A letter",
        notes=(a_note(),),
        findings=findings,
    )
    return replace(document, **changes)


def a_run(**changes: Any) -> Run:
    """An online run of ten seconds at noon."""
    run = Run(
        id="01JD7000000000000000000000",
        started_at=NOON,
        finished_at=NOON.replace(second=10),
        tool_version="1.0.0",
        network=Network.ONLINE,
    )
    return replace(run, **changes)


def a_report(*documents: DocumentReport, **changes: Any) -> Report:
    """A report over the documents, with its true summary; keywords are those of `Run`."""
    return Report(a_run(**changes), summarise(documents), documents)
