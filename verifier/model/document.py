"""A letter as read: its text, where each piece of the text stood, and what its format says of it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate, count, repeat
from typing import NamedTuple

from verifier.model.dates import PartialDate


class Position(NamedTuple):
    """Where something stands, 1-based, in code points.

    Text, Markdown, HTML: line and column in the file as decoded. PDF: the page, and the line on it.
    DOCX and ODT: the paragraph as line, and `unit` says so.
    """

    line: int
    column: int
    page: int | None = None
    unit: str = "line"


class Anchor(NamedTuple):
    """From `offset` in the text on, columns count upwards from `position` until the next anchor."""

    offset: int
    position: Position


class Part(StrEnum):
    """Which part of the document something belongs to."""

    BODY = "body"
    NOTE = "note"
    SURROUNDINGS = "surroundings"


class Role(StrEnum):
    """What the format (or, in plain text, the layout) says of a stretch of text."""

    SURROUNDINGS = "surroundings"  # navigation, sharing buttons, teasers, site footers
    HEADING = "heading"
    CODE = "code"
    SUPERSCRIPT = "superscript"
    ITEM = "item"  # an item of an ordered list whose number the format makes; `label` is that number
    QUOTED = "quoted"  # block quotation
    LINK = "link"  # a bare host that print sets apart as links are: in a colour of its own, or in typewriter type
    TARGET = "target"  # where the source spells a link's or picture's target out, unseen by readers; a Link carries it


class NoteKind(StrEnum):
    """What kind of note the document makes it."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the text, `start` inclusive to `end` exclusive, with its role."""

    start: int
    end: int
    role: Role
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link that the format itself carries: an href or a link annotation over `text[start:end]`.

    `url` is the target as the format gives it, damage and all; for a relative href with a known base, resolved.
    """

    start: int
    end: int
    url: str
    origin: str = "href"  # href | annotation


@dataclass(frozen=True, slots=True)
class NoteSpan:
    """A note that the format itself marks as one (HTML ids, Word footnotes). `key` ties markers to it.

    The span includes the label where the text spells it; `body` is then where the note's own words begin.
    """

    key: str
    label: str
    kind: NoteKind
    start: int
    end: int
    body: int | None = None


@dataclass(frozen=True, slots=True)
class MarkerSpan:
    """A footnote marker that the format itself ties to the note with the same `key`."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LineEnd:
    """What the geometry of a printed page says of a line's end that a link may run over.

    `offset`: where the line's text ends. `fits`: whether the next line's first piece (up to a character after which
    typesetters break links) would have fitted on the line: then the line was not full, and no wrap parted them.
    `same_style`: whether font, size and colour are the same on both sides. `set_apart`: whether the link before the end
    is set in another font or colour than the words around it. None: the page does not tell.
    `typewriter`: the link is set in typewriter type, which typesetters do not hyphenate.
    """

    offset: int
    fits: bool | None
    same_style: bool | None
    set_apart: bool | None = None
    typewriter: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the source that speaks to this program: what follows `verify:`, from `start` to before `end`.

    `alone` when nothing else stands on its lines.
    """

    words: str
    start: Position
    end: Position
    alone: bool


@dataclass(frozen=True, slots=True)
class Document:
    """One source, read. All offsets are code points into `text`; spans are sorted by `start`."""

    source: str
    media_type: str
    text: str
    anchors: tuple[Anchor, ...] = ()
    title: str | None = None
    date: PartialDate | None = None
    language: str | None = None
    links: tuple[Link, ...] = ()
    regions: tuple[Region, ...] = ()
    note_spans: tuple[NoteSpan, ...] = ()
    marker_spans: tuple[MarkerSpan, ...] = ()
    line_ends: tuple[LineEnd, ...] = ()
    """Known for printed formats only, and there for line ends near links."""
    encoding: str | None = None
    """The Python codec that the source's bytes were read with, for formats that are text."""
    remarks: tuple[str, ...] = ()
    """What was guessed, cut or left out while reading, in words for the report."""
    comments: tuple[Comment, ...] = ()
    """What the source says to this program in comments; known for Markdown and HTML."""
    offsets: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "offsets", tuple(anchor.offset for anchor in self.anchors))

    def position(self, offset: int) -> Position:
        """Where `text[offset]` stood in the source."""
        if not self.anchors:
            return Position(1, offset + 1)
        anchor = self.anchors[max(bisect_right(self.offsets, offset) - 1, 0)]
        line, column, page, unit = anchor.position
        return Position(line, column + max(offset - anchor.offset, 0), page, unit)

    def page_at(self, offset: int) -> int | None:
        """The page on which `text[offset]` stood; None where the source has no pages."""
        return self.anchors[max(bisect_right(self.offsets, offset) - 1, 0)].position.page if self.anchors else None


def line_anchors(text: str) -> tuple[Anchor, ...]:
    """Anchors for text whose lines are the source's own lines (one at every line start)."""
    starts = accumulate([len(line) + 1 for line in text.split("\n")[:-1]], initial=0)
    return tuple(map(Anchor, starts, map(Position, count(1), repeat(1))))
