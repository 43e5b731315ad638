"""PDF -> Document: the text in reading order, with pages and lines, links, notes at the foot, and what was left out.

In: the bytes of a PDF. Out: a Document. Running heads, footers and page numbers go to the end of the text, footnotes
that are surely such go behind the text, so that what runs over a page's end can be read on.
"""

from __future__ import annotations

import math
import re
import time
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain

from verifier.documents import surroundings
from verifier.documents.dates import letter_date
from verifier.documents.formats import Format
from verifier.documents.language import guess_language
from verifier.documents.lines import visible_lines
from verifier.documents.pdf.bounds import Bounds
from verifier.documents.pdf.edges import edge_lines
from verifier.documents.pdf.file import PdfFile, open_pdf
from verifier.documents.pdf.footnotes import Footnote, find_endnotes, find_footnotes, text_size
from verifier.documents.pdf.lines import Line
from verifier.documents.pdf.links import links_over
from verifier.documents.pdf.metadata import made_on, title_from
from verifier.documents.pdf.page import PageContent, page_content
from verifier.documents.pdf.text import TextOfLines
from verifier.documents.saved_on import remark_on
from verifier.documents.text import before_notes, in_order, title_of, without
from verifier.model.document import Document, LineEnd, Link, MarkerSpan, NoteSpan, Region, Role
from verifier.model.errors import SourceError

_HEADING = 1.15
"""Type larger than the text's by this factor makes a heading."""
_LONGEST_HEADING = 200
_LONGEST_LETTER = 60_000
"""Characters, some twenty pages; of a longer text only the beginning is looked through for a date and a title, and it
is no web page that was printed with what stood around a letter."""
_FEW = 8
"""A page with fewer visible characters holds no text to speak of."""
_OCR_HINT = "Run it through a program for text recognition (OCR), such as ocrmypdf, and check the result."
_DIGITS = re.compile(r"\d+")


def read_pdf(
    data: bytes, source: str, remarks: tuple[str, ...] = (), bounds: Bounds | None = None, *, annotations: bool = True
) -> Document:
    """Read a PDF; `remarks` go before the reader's own; `annotations=False` leaves link annotations unread.

    Positions are the page and the line on it. Raises SourceError when the file is encrypted or damaged, or holds
    pictures of text only. What was cut or could not be read is in the remarks.
    """
    said = list(remarks)
    with open_pdf(data, source) as file:
        pages = list(_read_pages(file, bounds or Bounds(), said, annotations=annotations))
        metadata, language = file.metadata(), file.language()
    _refuse_pictures(pages, source, said)
    edges = edge_lines(pages)
    body = [_without(edges, page.lines) for page in pages]
    size = text_size(chain.from_iterable(body))
    notes = find_footnotes(body, size)
    noted = {id(line) for note in notes for line in note.lines}
    kept = _without(noted, list(chain.from_iterable(body)))
    if endnotes := find_endnotes(kept, size, notes):
        notes += endnotes
        noted |= {id(line) for note in endnotes for line in note.lines}
        kept = _without(noted, kept)
    text, spans = _assemble(body, noted, notes, [line for page in pages for line in page.lines if id(line) in edges])
    whole = text.text()
    lines = visible_lines(whole[: min(spans.body_end, _LONGEST_LETTER)])
    around = surroundings.find(lines) if spans.body_end < _LONGEST_LETTER else []
    lines = before_notes(without(lines, around))
    day = letter_date(lines)
    made = None if day else made_on(metadata)
    if made:
        said.append(remark_on(made))
    return Document(
        source=source,
        media_type=Format.PDF,
        text=whole,
        anchors=text.anchors(),
        title=title_from(metadata, [line for line in kept if line.page == kept[0].page], size) or title_of(lines),
        date=day or made,
        language=guess_language(whole) or language,
        links=_links(whole, pages, said),
        regions=_regions(kept, around, pages, size, spans),
        note_spans=spans.notes,
        marker_spans=spans.markers,
        line_ends=_line_ends(pages),
        remarks=tuple(said),
    )


def _without(left_out: AbstractSet[int], lines: Sequence[Line]) -> Sequence[Line]:
    """The lines that are not known by their ids as left out."""
    return [line for line in lines if id(line) not in left_out] if left_out else lines


def _read_pages(file: PdfFile, bounds: Bounds, remarks: list[str], *, annotations: bool) -> Iterator[PageContent]:
    """Page after page, within bounds; what is not read is said."""
    until = time.monotonic() + bounds.seconds
    left = bounds.characters
    damaged: list[int] = []
    mirrored = False
    for number in range(1, min(file.pages, bounds.pages) + 1):
        if left <= 0 or time.monotonic() > until:
            why = "its text is too long" if left <= 0 else f"reading took longer than {bounds.seconds:g} seconds"
            remarks.append(f"Only the first {number - 1} of {file.pages} pages were read: {why}.")
            break
        with file.page(number) as page:
            if page is None:
                damaged.append(number)
                continue
            content = page_content(page, number, left, annotations=annotations, after_mirrored=mirrored)
        mirrored = content.mirrored
        left -= content.characters + 1
        if content.cut:
            left = 0
        yield content
    else:
        if file.pages > bounds.pages:
            remarks.append(f"Only the first {bounds.pages} of {file.pages} pages were read.")
    if damaged:
        remarks.append(f"Damaged pages that could not be read: {_listed(damaged)}.")


def _refuse_pictures(pages: Sequence[PageContent], source: str, remarks: list[str]) -> None:
    """Raise SourceError when no page holds text; remark on those that hold a picture only."""
    pictures = [page.number for page in pages if page.pictures]
    visible = sum(page.characters for page in pages)
    if visible < _FEW * max(len(pages), 1) and pictures:
        message = f"{source} holds pictures of its pages, no text"
        raise SourceError(message, _OCR_HINT)
    if not visible:
        raise SourceError(f"{source} holds no text", _OCR_HINT)
    if pictures:
        remarks.append(f"Pages that hold pictures and no text were not read: {_listed(pictures)}; they need OCR.")
    unreadable = sum(page.unreadable for page in pages)
    if unreadable * 2 > visible:
        message = f"{source} does not say which characters its fonts show; its text cannot be read"
        raise SourceError(message, _OCR_HINT)
    if unreadable * 20 > visible:
        remarks.append("Parts of the text cannot be read: the file does not say which characters its fonts show.")


def _listed(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:20]))
    return shown if len(numbers) <= 20 else f"{shown} and {len(numbers) - 20} more"


@dataclass(frozen=True, slots=True)
class _Spans:
    body_end: int
    edges_start: int
    """Where the lines at the edges of pages begin; -1 when there are none."""
    end: int
    notes: tuple[NoteSpan, ...]
    markers: tuple[MarkerSpan, ...]


def _assemble(
    body: Sequence[Sequence[Line]], noted: AbstractSet[int], notes: Sequence[Footnote], edges: Sequence[Line]
) -> tuple[TextOfLines, _Spans]:
    """The text: the body over all pages, then the footnotes, then what stands at the edges, each wording once."""
    text = TextOfLines()
    for lines in body:
        text.add(_without(noted, lines))
    body_end = text.length
    note_spans = []
    for at, note in enumerate(notes):
        text.part()
        text.add(note.lines)
        start = note.lines[0].start
        note_spans.append(NoteSpan(f"{at}", note.label, note.kind, start, text.length, start + note.body))
    markers = [
        MarkerSpan(f"{at}", piece.line.start + piece.first, piece.line.start + piece.last)
        for at, note in enumerate(notes)
        for piece in note.markers
        if piece.line.start >= 0
    ]
    text.part()
    edges_start = -1
    said: set[str] = set()
    for line in edges:
        key = _DIGITS.sub("#", line.text.casefold())
        if key not in said:
            said.add(key)
            text.add([line])
            edges_start = line.start if edges_start < 0 else edges_start
    markers.sort(key=lambda marker: marker.start)
    return text, _Spans(body_end, edges_start, text.length, tuple(note_spans), tuple(markers))


def _links(text: str, pages: Sequence[PageContent], remarks: list[str]) -> tuple[Link, ...]:
    placed = [link for page in pages for link in page.links]
    hidden = {link.uri for link in placed if not link.pieces and link.uri.lower().startswith(("http:", "https:"))}
    links = links_over(text, placed)
    hidden -= {link.url for link in links}
    if hidden:
        count = "1 link lies" if len(hidden) == 1 else f"{len(hidden)} links lie"
        remarks.append(f"{count} over pictures or blank space and were left out: {', '.join(sorted(hidden)[:5])}.")
    return links


def _regions(
    kept: Sequence[Line],
    around: Sequence[tuple[int, int]],
    pages: Sequence[PageContent],
    size: float,
    spans: _Spans,
) -> tuple[Region, ...]:
    regions = [Region(start, end, Role.SURROUNDINGS) for start, end in around]
    heading = _HEADING * size or math.inf
    regions += [
        Region(line.start, line.start + len(line.text), Role.HEADING)
        for line in kept
        if line.size > heading and len(line.text) < _LONGEST_HEADING
    ]
    for page in pages:
        for line in page.lines:
            if line.raised and line.start >= 0:
                regions.extend(Region(line.start + a, line.start + b, Role.SUPERSCRIPT) for a, b in line.raised)
        for line, first, last in page.hosts:
            if line.start >= 0:
                regions.append(Region(line.start + first, line.start + last, Role.LINK))
    if spans.edges_start >= 0:
        regions.append(Region(spans.edges_start, spans.end, Role.SURROUNDINGS))
    return in_order(regions)


def _line_ends(pages: Sequence[PageContent]) -> tuple[LineEnd, ...]:
    ends = [
        LineEnd(wrap.line.start + len(wrap.line.text), wrap.fits, wrap.same_style, wrap.set_apart, wrap.typewriter)
        for page in pages
        for wrap in page.wraps
        if wrap.line.start >= 0
    ]
    return tuple(sorted(ends, key=lambda end: end.offset))
