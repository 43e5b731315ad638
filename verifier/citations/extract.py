"""A document's citations: `find` before repair, `assemble` after it.

In: a Document (and, for `assemble`, repair's proposals). Out: Found (notes, references, remarks), then Extract with the
citations, all in the order of the text.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verifier.citations.attribution import MOST_QUOTED, describe_references
from verifier.citations.domains import find_domains
from verifier.citations.identifiers import find_identifiers, from_url, is_resolver, url_of, wrong_isbns
from verifier.citations.layout import Layout
from verifier.citations.links import join_links
from verifier.citations.notes import find_notes
from verifier.citations.reach import reach_of
from verifier.citations.repeats import with_repeats
from verifier.citations.spots import Spot
from verifier.citations.un_symbols import find_symbols
from verifier.citations.urls import find_urls
from verifier.model.citation import (
    INTACT,
    Citation,
    EditKind,
    Extract,
    Found,
    Kind,
    Note,
    Proposal,
    Reference,
    Repair,
    RepairStatus,
)
from verifier.model.document import Document, Part

# The bracket that closes `<https://…>`; at the start of a line it is the mark of quoted mail.
_CLOSING = re.compile(r"(?<=[^\s>])>")
_ANOTHER = re.compile(r"<|://|\n[^\S\n]*\n")
_LONGEST_REST = 800


def find(document: Document) -> Found:
    """Notes (with markers and the sentences that bear them), references before repair, and remarks. Never raises."""
    layout = Layout(document)
    spots, left_out = join_links(layout, find_spots(layout))
    notes, bodies, remarks = find_notes(layout, spots)
    plain, repeated = with_repeats(document.text, notes, bodies, _references(layout, spots, notes))
    references = list(describe_references(layout, notes, bodies, plain))
    return Found(notes, tuple(references), (*remarks, *repeated, *_remarks(layout.text, references, left_out)))


def _remarks(text: str, references: Sequence[Reference], left_out: int) -> Iterator[str]:
    """What was left out or could not be read, in words for the report."""
    if left_out:
        yield f"{left_out} links lead nowhere on the web (relative, or of another scheme) and were left out."
    wrong = wrong_isbns(text)
    if wrong:
        more = f" and {len(wrong) - 10} more" if len(wrong) > 10 else ""
        yield f"ISBN with a wrong check digit, not counted as cited: {', '.join(wrong[:10])}{more}."
    if len(references) > MOST_QUOTED and sum(one.note_index is None for one in references) > MOST_QUOTED:
        yield f"Quotations beside links outside notes were read for the first {MOST_QUOTED} links of a passage only."


def find_spots(layout: Layout) -> list[Spot]:
    """Everything in the text that names a source, in order and without overlap, code left out."""
    text = layout.text
    found = [
        *find_urls(text),
        *find_domains(text, layout.document.regions),
        *find_identifiers(text),
        *find_symbols(text),
    ]
    # Of two that overlap the earlier wins, then the longer: a symbol within a URL is a part of it.
    found.sort(key=lambda spot: (spot.start, -spot.end))
    kept: list[Spot] = []
    for spot in found:
        if layout.has_roles and spot.start in layout.code:
            continue
        last = kept[-1] if kept else None
        if last is not None and (spot.start < last.end or _is_rest_of(text, last, spot)):
            continue
        kept.append(spot)
    return kept


def _is_rest_of(text: str, last: Spot, spot: Spot) -> bool:
    """Whether `spot` is only the rest of the broken link before it, told by how that link ends."""
    if last.kind is not Kind.URL or spot.start - last.end > 40 or text[last.end : spot.start].strip(" \t\n.\u00ad-"):
        return False
    if spot.kind is not Kind.URL:
        return is_resolver(last.value)
    if not spot.bare:
        return False
    unfinished = text[last.end - 1] in "=-_&?%" or last.value.endswith("//")
    hostless = "." not in last.value.partition("://")[2].partition("/")[0]
    return unfinished or (hostless and "." in text[last.end : spot.start])


def _closing_bracket(text: str, spot: Spot) -> int | None:
    """Where the bracket stands that closes `<https://…>`: nothing else ends such a link before it."""
    if text[spot.start - 1 : spot.start] != "<":
        return None
    if text[spot.end : spot.end + 1] == ">":
        return spot.end
    closing = _CLOSING.search(text, spot.end, spot.end + _LONGEST_REST)
    if closing is None or _ANOTHER.search(text, spot.end, closing.start()):
        return None
    return closing.start()


def _references(layout: Layout, spots: Sequence[Spot], notes: Sequence[Note]) -> list[Reference]:
    starts = [note.start for note in notes]
    references = []
    for index, spot in enumerate(spots):
        limit = spots[index + 1].start if index + 1 < len(spots) else len(layout.text)
        at = bisect_right(starts, spot.start) - 1
        note = notes[at] if at >= 0 and spot.start < notes[at].end else None
        if note is not None:
            limit = min(limit, max(note.end, spot.end))
        elif at + 1 < len(notes):
            limit = min(limit, notes[at + 1].start)
        part = Part.BODY if note is None else Part.NOTE
        if spot.start in layout.surroundings:
            part, note = Part.SURROUNDINGS, None
        else:
            limit = min(limit, layout.surroundings.next_start(spot.end, limit))
        limit = max(_closing_bracket(layout.text, spot) or limit, spot.end)
        reach = max(reach_of(layout, spot.end, limit), min(spot.reach, limit))
        references.append(
            Reference(
                kind=spot.kind,
                start=spot.start,
                end=spot.end,
                reach=reach,
                value=spot.value,
                part=part,
                note_index=note.index if note else None,
                href=spot.href,
            )
        )
    return references


def assemble(document: Document, found: Found, proposals: Sequence[Proposal]) -> Extract:
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
    # A resolver's link is a citation of what it resolves; told only now, so that its breaks are mended first.
    identified = from_url(url)
    if identified is not None:
        return identified[0], identified[1], url_of(*identified)
    return Kind.URL, url, url


def citation_id(source: str, squeezed: str, occurrence: int) -> str:
    """16 hex digits that outlive repair, renumbering and re-flowing: source, text without white space, occurrence."""
    return hashlib.sha256("\0".join((source, squeezed, str(occurrence))).encode("utf-8", "surrogatepass")).hexdigest()[
        :16
    ]
