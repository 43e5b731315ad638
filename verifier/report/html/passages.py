"""DocumentReport -> the letter in passages, as a reader meets them: headings, paragraphs, notes, what stands around it.

Each passage knows the places in it that matter: footnote markers, citations, the sentences that cite. Pure; offsets are
code points into the document's text. Work and output are bounded by the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from verifier.model.document import Anchor, Region, Role
from verifier.model.report import DocumentReport, Finding

_BREAK = re.compile(r"\n[ \t\r\u3000]*(?:\n[ \t\r\u3000]*)+|\f|\u2029")
_HASHES = re.compile(r"#{1,6}[ \t]+")
_FULL = 0.8
"""A line of at least this share of the longest one was ended by the page's width, not by its author."""
_PROSE = 55
"""Characters; a longest line of fewer is no running text."""

_SHORT = 6
"""Lines; a stretch of no more is one paragraph."""


class PassageKind(StrEnum):
    """What a passage is to its reader."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTED = "quoted"
    CODE = "code"
    NOTE = "note"
    AROUND = "around"


class PlaceKind(StrEnum):
    """What stands at a place inside a passage."""

    MARKER = "marker"
    CITATION = "citation"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the text that the report has something to say of."""

    start: int
    end: int
    kind: PlaceKind
    note: int | None = None
    """For a marker: the index of its note."""
    finding: int | None = None
    """For a citation: its place among the document's findings."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the letter from `start` to before `end`; `note` is the index of the note that begins in it."""

    start: int
    end: int
    kind: PassageKind
    page: int | None
    places: tuple[Place, ...] = ()
    claims: tuple[tuple[int, int], ...] = ()
    """The sentences before markers, as spans that do not overlap."""
    note: int | None = None


def passages(document: DocumentReport) -> tuple[Passage, ...]:
    """The whole text in reading order; places never overlap, the first and longest of them wins."""
    text = document.text
    places = _apart(_places(document))
    claims = _apart_spans(_claims(document))
    starts, claim_starts = [place.start for place in places], [claim[0] for claim in claims]
    marks = _Regions(document.regions)
    notes = sorted((note.start, note.end, note.index) for note in document.notes if note.end > note.start)
    offsets = [anchor.offset for anchor in document.anchors]
    cuts = [edge for note in notes for edge in note[:2]]
    made = []
    for start, end in _blocks(text, cuts, places, starts):
        at = bisect_right(notes, (start, len(text) + 1, 0)) - 1
        within = at >= 0 and notes[at][0] <= start < notes[at][1]
        opens = within and not text[notes[at][0] : start].strip()
        kind = PassageKind.NOTE if within else marks.kind(start, end)
        for begin, stop in [(start, end)] if within else _paragraphs(text, start, end, places, starts):
            inside = places[bisect_left(starts, begin) : bisect_left(starts, stop)]
            said = claims[bisect_left(claim_starts, begin) : bisect_left(claim_starts, stop)]
            made.append(
                Passage(
                    begin,
                    stop,
                    kind,
                    _page(document.anchors, offsets, begin),
                    tuple(inside),
                    tuple((first, min(last, stop)) for first, last in said),
                    notes[at][2] if opens else None,
                )
            )
    return tuple(made)


def lines(text: str) -> str:
    """`text` of the same length, with the line ends that only the page's width made turned into spaces."""
    if "\n" not in text:
        return text
    found = text.split("\n")
    longest = max(map(len, found))
    if longest < _PROSE:
        return text
    full = _FULL * longest
    joined = [f"{line}{' ' if len(line) >= full else chr(10)}" for line in found[:-1]]
    return "".join([*joined, found[-1]])


def heading(text: str) -> str:
    """A heading without the characters that only its markup has."""
    return _HASHES.sub("", text, count=1).strip()


def _blocks(
    text: str, edges: Iterable[int], places: Sequence[Place], starts: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Stretches between blank lines, page ends and the edges given, white space around them left off.

    A place is never cut in two: a link may run over the end of a page.
    """
    cuts = {0, len(text), *(edge for edge in edges if 0 < edge < len(text))}
    for match in _BREAK.finditer(text):
        cuts |= {match.start(), match.end()}
    ordered = sorted(cut for cut in cuts if not _inside(cut, places, starts))
    for start, end in pairwise(ordered):
        stretch = text[start:end]
        if stretch and not stretch.isspace():
            yield start + len(stretch) - len(stretch.lstrip()), end - len(stretch) + len(stretch.rstrip())


def _paragraphs(
    text: str, start: int, end: int, places: Sequence[Place], starts: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The paragraphs of running text whose lines have the page's width: each ends with a line that does not fill it."""
    found = text[start:end].split("\n")
    longest = max(map(len, found))
    if longest >= _PROSE and len(found) > _SHORT:
        begin, at, was_full = start, start, False
        for line in found[:-1]:
            at += len(line) + 1
            full = len(line) >= _FULL * longest
            if was_full and not full and not _inside(at, places, starts):
                yield begin, at - 1
                begin = at
            was_full = full
        start = begin
    yield start, end


def _inside(offset: int, places: Sequence[Place], starts: Sequence[int]) -> bool:
    at = bisect_left(starts, offset) - 1
    return at >= 0 and offset < places[at].end


def _places(document: DocumentReport) -> Iterator[Place]:
    length = len(document.text)
    for note in document.notes:
        for marker in note.markers:
            if 0 <= marker.start < marker.end <= length:
                yield Place(marker.start, marker.end, PlaceKind.MARKER, note=note.index)
    for number, finding in enumerate(document.findings):
        if _stands(finding, document.text):
            yield Place(finding.citation.start, finding.citation.end, PlaceKind.CITATION, finding=number)


def _stands(finding: Finding, text: str) -> bool:
    """Whether the citation's span is a place in this text (what an attribute holds has none)."""
    start, end = finding.citation.start, finding.citation.end
    return 0 <= start < end <= len(text) and not text[start:end].isspace()


def _apart(places: Iterable[Place]) -> list[Place]:
    kept: list[Place] = []
    for place in sorted(places, key=lambda one: (one.start, -one.end)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept


def _claims(document: DocumentReport) -> Iterator[tuple[int, int]]:
    """Where the sentence of each marker begins; known when its first words stand before the marker as they are."""
    for note in document.notes:
        for marker in note.markers:
            head = marker.sentence[:24]
            if marker.end > marker.start and head:
                at = document.text.rfind(head, max(marker.start - len(marker.sentence) - 400, 0), marker.start)
                if at >= 0:
                    yield at, marker.end


def _apart_spans(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(spans)):
        if kept and start < kept[-1][1]:
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((start, end))
    return kept


def _page(anchors: Sequence[Anchor], offsets: Sequence[int], offset: int) -> int | None:
    return anchors[max(bisect_right(offsets, offset) - 1, 0)].position.page if anchors else None


class _Regions:
    """Which kind a stretch is, by what the format says of most of it."""

    _KINDS = (
        (Role.SURROUNDINGS, PassageKind.AROUND),
        (Role.HEADING, PassageKind.HEADING),
        (Role.QUOTED, PassageKind.QUOTED),
        (Role.CODE, PassageKind.CODE),
    )

    def __init__(self, regions: Sequence[Region]) -> None:
        self._of = {role: _apart_spans((r.start, r.end) for r in regions if r.role is role) for role, _ in self._KINDS}

    def kind(self, start: int, end: int) -> PassageKind:
        middle = (start + end) // 2
        for role, kind in self._KINDS:
            spans = self._of[role]
            at = bisect_right(spans, (middle, end)) - 1
            if at >= 0 and spans[at][0] <= middle < spans[at][1]:
                return kind
        return PassageKind.PARAGRAPH
