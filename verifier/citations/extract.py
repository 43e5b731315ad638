"""What a document cites, before repair: its notes, and a reference for each source that it names.

In: a Document. Out: a RawExtract (notes, references, remarks), all in the order of the text. `assemble.py` makes
citations of them when repair has read each reference.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from verifier.citations.attribution import MOST_QUOTED, describe_references
from verifier.citations.domains import find_domains
from verifier.citations.identifiers import find_identifiers, is_resolver, wrong_isbns
from verifier.citations.layout import Layout
from verifier.citations.links import join_links
from verifier.citations.notes import find_notes
from verifier.citations.reach import reach_of
from verifier.citations.remarks import listed
from verifier.citations.repeats import with_repeats
from verifier.citations.spots import Spot
from verifier.citations.un_symbols import find_symbols
from verifier.citations.urls import find_urls
from verifier.model.citation import Kind, Note, RawExtract, Reference
from verifier.model.document import Document, Part
from verifier.model.patterns import compile_late

# The bracket that closes `<https://…>`; at the start of a line it is the mark of quoted mail.
_CLOSING = re.compile(r"(?<=[^\s>])>")
_ANOTHER = re.compile(r"<|://|\n[^\S\n]*\n")
_CAPTURED = compile_late(r"[^\S\n]*\n[>\s]*\d{4,14}[a-z_*]{0,4}/")
"""Between the two halves of the address of an archived copy: a line's end, and the time of its capture."""
_LONGEST_REST = 800


def find(document: Document) -> RawExtract:
    """Notes (with markers and the sentences that bear them), references before repair, and remarks. Never raises."""
    layout = Layout(document)
    spots, left_out = join_links(layout, _find_spots(layout))
    notes, bodies, remarks = find_notes(layout, spots)
    plain, repeated = with_repeats(document.text, notes, bodies, _references(layout, spots, notes))
    references = list(describe_references(layout, notes, bodies, plain))
    return RawExtract(notes, tuple(references), (*remarks, *repeated, *_remarks(layout.text, references, left_out)))


def _remarks(text: str, references: Sequence[Reference], left_out: int) -> Iterator[str]:
    """What was left out or could not be read, in words for the report."""
    if left_out:
        links = "1 link was" if left_out == 1 else f"{left_out} links were"
        yield f"{links} left out, leading nowhere on the web: relative, or of another scheme."
    wrong = wrong_isbns(text)
    if wrong:
        yield f"ISBN with a wrong check digit, not counted as cited: {listed(wrong, 10)}."
    if len(references) > MOST_QUOTED and sum(one.note_index is None for one in references) > MOST_QUOTED:
        yield f"Quotations beside links outside notes were read for the first {MOST_QUOTED} links of a passage only."


def _find_spots(layout: Layout) -> list[Spot]:
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
    if last.kind is not Kind.URL or spot.start - last.end > 40:
        return False
    if last.value.endswith("/web/") and _CAPTURED.fullmatch(text, last.end, spot.start):
        return True
    if text[last.end : spot.start].strip(" \t\n>.\u00ad-"):
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
