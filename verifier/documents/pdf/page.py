"""An open PDF page -> all that the rest of the reader needs of it, as plain values.

In: an open page. Out: PageContent: lines, the places of link annotations, raised markers, and what speaks for and
against a wrap at line ends near links. The page can be closed then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from verifier.documents.pdf.box import Box
from verifier.documents.pdf.drawn_last import drawn_in_order
from verifier.documents.pdf.hosts import hosts_set_as_links
from verifier.documents.pdf.line_ends import Wrap, may_hold_links, wraps_of
from verifier.documents.pdf.lines import Line, LinesAsText, lines_of
from verifier.documents.pdf.raised import find_raised, raise_lone_labels
from verifier.documents.pdf.right_to_left import in_reading_order

if TYPE_CHECKING:
    from verifier.documents.pdf.file import PdfPage

_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff]")


class Piece(NamedTuple):
    """A part of a line: `line.text[first:last]`."""

    line: Line
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class PlacedLink:
    """A link annotation: the visible text under it, none when it lies over a picture."""

    uri: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class PageContent:
    """One page, read."""

    number: int
    width: float
    height: float
    lines: list[Line]
    links: tuple[PlacedLink, ...]
    wraps: tuple[Wrap, ...]
    hosts: tuple[Piece, ...]
    """Bare hosts that are set as links are, and bear no annotation."""
    characters: int = 0
    """How many its lines hold."""
    unreadable: int = 0
    """Of how many of them the file does not say what they are."""
    cut: bool = False
    pictures: bool = False
    mirrored: bool = False
    """It is read from right to left; places on it are those in a mirror."""


def page_content(page: PdfPage, number: int, most: int, *, annotations: bool, after_mirrored: bool) -> PageContent:
    """Read an open page, at most `most` characters of it; without its link annotations when so asked.

    `after_mirrored`: the page before is read from right to left.
    """
    text = in_reading_order(page, page.read(most), goes_on=after_mirrored)
    lines = drawn_in_order(lines_of(page, text, number))
    together = LinesAsText(lines)
    find_raised(page, lines, together)
    raise_lone_labels(lines)
    placed = tuple(_placed(page, lines, link.boxes, link.uri) for link in page.links()) if annotations else ()
    return PageContent(
        number,
        page.width,
        page.height,
        lines,
        placed,
        tuple(wraps_of(page, lines, _open_ends(lines, placed))) if may_hold_links(text) else (),
        tuple(Piece(*host) for host in hosts_set_as_links(page, together) if not _is_linked(placed, *host)),
        characters=together.characters,
        unreadable=together.count(_UNREADABLE),
        cut=len(text) >= most,
        pictures=not lines and page.has_pictures(),
        mirrored=page.mirrored,
    )


def _open_ends(lines: Sequence[Line], placed: Sequence[PlacedLink]) -> Sequence[Line]:
    """The lines whose end no annotation reaches."""
    linked = {(id(piece.line), piece.last) for link in placed for piece in link.pieces}
    return [line for line in lines if (id(line), len(line.text)) not in linked] if linked else lines


def _is_linked(placed: Sequence[PlacedLink], line: Line, first: int, last: int) -> bool:
    return any(
        piece.line is line and piece.first < last and piece.last > first for link in placed for piece in link.pieces
    )


def _placed(page: PdfPage, lines: Sequence[Line], boxes: Sequence[Box], uri: str) -> PlacedLink:
    pieces: list[Piece] = []
    for box in boxes:
        beside = (line for line in lines if line.box.bottom < box.top and line.box.top > box.bottom)
        pieces += (piece for line in beside if (piece := _under(page, line, box)) is not None)
    return PlacedLink(uri, tuple(pieces))


def _under(page: PdfPage, line: Line, box: Box) -> Piece | None:
    """The part of the line that a rectangle covers; None when it covers none of it."""
    if line.box.right <= box.left or line.box.left >= box.right:
        return None
    overlap = min(line.box.top, box.top) - max(line.box.bottom, box.bottom)
    if overlap <= 0.5 * min(line.box.top - line.box.bottom, box.top - box.bottom):
        return None
    first = _first_right_of(page, line, box.left)
    last = _first_right_of(page, line, box.right)
    while first < last and line.text[first].isspace():
        first += 1
    while first < last and line.text[last - 1].isspace():
        last -= 1
    return Piece(line, first, last) if first < last else None


def _first_right_of(page: PdfPage, line: Line, x: float) -> int:
    """The first column whose character has its middle right of `x`. Bisects: characters go from left to right."""
    low, high = 0, len(line.text)
    if line.box.left >= x:
        return low
    if line.box.right <= x:
        return high
    while low < high:
        middle = at = (low + high) // 2
        box = page.box(line.offset(at))
        while box is None and at + 1 < high:  # an inserted space has no box
            at += 1
            box = page.box(line.offset(at))
        if box is not None and (box.left + box.right) / 2 < x:
            low = at + 1
        else:
            high = middle
    return low
