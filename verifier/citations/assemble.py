"""Citations from what was found and what repair made of it, in the order of the text.

In: a Document, what `extract.find` found in it, and repair's proposals. Out: Extract. What a resolver's link stands for
is told only here, so that its breaks are mended first; a later piece of a mended link is no citation of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verifier.citations.identifiers import from_url, url_of
from verifier.model.citation import (
    INTACT,
    Citation,
    EditKind,
    Extract,
    Kind,
    Proposal,
    RawExtract,
    Reference,
    Repair,
    RepairStatus,
)
from verifier.model.document import Document


def assemble(document: Document, found: RawExtract, proposals: Sequence[Proposal]) -> Extract:
    """Join references and repair's proposals into citations; ValueError when their numbers differ."""
    occurrences: dict[str, int] = {}
    labels = {note.index: note.label for note in found.notes}
    citations: list[Citation] = []
    by_start: dict[int, Citation] = {}
    for reference, read in _without_rests(found.references, proposals):
        proposal = read
        if reference.repeats is None:
            as_written = document.text[proposal.start : proposal.end]
            kind, value, url = _target(reference, proposal, as_written)
        else:
            original = by_start.get(found.references[reference.repeats].start)
            if original is None:
                continue
            as_written = document.text[reference.start : reference.end]
            kind, value, url = original.kind, original.value, original.url
            proposal = Proposal(_repair_of_repeat(original.repair), reference.start, reference.end, url)
        squeezed = "".join(as_written.split())
        occurrence = occurrences[squeezed] = occurrences.get(squeezed, 0) + 1
        citations.append(
            Citation(
                id=citation_id(document.source, squeezed, occurrence),
                part=reference.part,
                note=labels.get(reference.note_index) if reference.note_index is not None else None,
                note_index=reference.note_index,
                kind=kind,
                as_written=as_written,
                value=value,
                url=url,
                position=document.position(proposal.start),
                start=proposal.start,
                end=proposal.end,
                description=reference.description,
                repair=proposal.repair,
                href=reference.href if reference.repeats is None and reference.href != url else None,
                spare=proposal.spare,
            )
        )
        by_start[reference.start] = citations[-1]
    return Extract(found.notes, tuple(citations), (*found.remarks, *_unweighed(proposals)))


def _unweighed(proposals: Sequence[Proposal]) -> Iterator[str]:
    plainly = sum(proposal.plainly for proposal in proposals)
    if plainly:
        yield (
            f"The document has too many breaks to weigh them all: its last {plainly} links were read as they stand; "
            "their confidence is how often links that end so are whole."
        )


def _repair_of_repeat(repair: Repair) -> Repair:
    """A repetition is no broken link, but what it repeats may be unclear or unmendable."""
    if repair.status in {RepairStatus.INTACT, RepairStatus.MENDED}:
        return INTACT
    return replace(repair, edits=(), confirmed_by=None)


def _without_rests(
    references: Sequence[Reference], proposals: Sequence[Proposal]
) -> Iterator[tuple[Reference, Proposal]]:
    """All but what proved to be a later piece of an earlier, mended link.

    What stands between the pieces (the other column of a page) is no piece, and keeps its own citations.
    """
    widest: Proposal | None = None
    for reference, proposal in zip(references, proposals, strict=True):
        if widest is not None and reference.start < widest.end and _is_piece_of(widest, reference.start):
            continue
        if proposal.repair.edits and (widest is None or proposal.end > widest.end):
            widest = proposal
        yield reference, proposal


def _is_piece_of(mended: Proposal, at: int) -> bool:
    gaps = ((mended.start + edit.at, edit) for edit in mended.repair.edits if edit.kind is not EditKind.UNWRAP)
    return at > mended.start and not any(start <= at < start + len(edit.removed) for start, edit in gaps)


def _target(reference: Reference, proposal: Proposal, as_written: str) -> tuple[Kind, str, str | None]:
    """The kind, the canonical value, and where a reader is sent."""
    if proposal.repair.status is RepairStatus.UNMENDABLE:
        return reference.kind, as_written, None
    if reference.kind is not Kind.URL:
        value = proposal.url or reference.value
        return reference.kind, value, url_of(reference.kind, value)
    url = proposal.url or reference.value
    # A resolver's link is a citation of what it resolves.
    identified = from_url(url)
    if identified is not None:
        return identified[0], identified[1], url_of(*identified)
    return Kind.URL, url, url


def citation_id(source: str, squeezed: str, occurrence: int) -> str:
    """16 hex digits that outlive repair, renumbering and re-flowing: source, text without white space, occurrence."""
    return hashlib.sha256("\0".join((source, squeezed, str(occurrence))).encode("utf-8", "surrogatepass")).hexdigest()[
        :16
    ]
