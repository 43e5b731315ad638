"""Paragraphs of a word processor's file -> running text with its anchors, links, notes, markers and regions.

The readers of DOCX and ODT write into it as they walk: a blank line parts paragraphs, a tab the cells of a table, a
line end its rows. A marker is written as its label in square brackets, so that it stands apart from the words and links
around it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from verifier.documents.lines import trimmed
from verifier.model.document import Anchor, Link, MarkerSpan, NoteKind, NoteSpan, Position, Region, Role

_SEPARATORS = ("", "\t", "\n", "\n\n")
JOINED, CELL, ROW, BLOCK = 0, 1, 2, 3
_LONGEST_WORD, _PIECES_OF_A_WORD = 300, 5
_SOFT_HYPHEN = "\u00ad"
_BRACKETS = {"[": "]", "(": ")", "［": "］", "（": "）", "【": "】"}


@dataclass(slots=True, eq=False)
class Stretch:
    """A stretch of the text that is being written: it starts with the first characters added after it was opened."""

    start: int = -1
    end: int = -1


@dataclass(slots=True)
class Paragraphs:
    """What was written so far."""

    length: int = 0
    number: int = 0
    """Of the present paragraph, empty ones counted in."""
    anchors: list[Anchor] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _links: list[tuple[Stretch, str]] = field(default_factory=list)
    _notes: list[tuple[Stretch, str, str, NoteKind]] = field(default_factory=list)
    _markers: list[tuple[int, int, str]] = field(default_factory=list)
    _awaiting: list[Stretch] = field(default_factory=list)
    _raised: Stretch | None = None
    _entered: list[int] = field(default_factory=list)
    _pending: int = JOINED
    _anchored: bool = True
    _column: int = 1
    """Of the next character, as long as the present paragraph shows nothing."""
    last: str = ""
    """The last character written in this paragraph."""
    present: Stretch = field(default_factory=Stretch)
    """The present paragraph's text."""

    def begin(self) -> None:
        """Begin a paragraph; what parts it from the one before was told when that one, or its cell, ended."""
        self.number += 1
        self._anchored = False
        self._column = 1
        self.last = ""
        self.present = self.open()

    def end(self, *, joined: bool = False) -> Stretch:
        """End the present paragraph and return its text's stretch, empty when it has none.

        `joined`: the next paragraph goes on in the same line.
        """
        self._lower()
        stretch = self.close(self.present)
        if stretch.end > stretch.start:
            self._pending = JOINED if joined else BLOCK
        return stretch

    def enter(self) -> None:
        """Enter a table, a row or a cell."""
        self._entered.append(self.length)

    def leave(self, kind: int) -> None:
        """Leave it again; if it held any text, `kind` (CELL, ROW, BLOCK) parts it from what comes next."""
        if self._entered and self.length > self._entered.pop():
            self._pending = kind

    def open(self) -> Stretch:
        """Open a stretch."""
        stretch = Stretch()
        self._awaiting.append(stretch)
        return stretch

    def close(self, stretch: Stretch) -> Stretch:
        """End a stretch here; one without text becomes empty."""
        if stretch.start == -1:
            stretch.start = self.length
            self._awaiting = [other for other in self._awaiting if other is not stretch]
        stretch.end = self.length
        return stretch

    def add(self, text: str, *, raised: bool = False) -> None:
        """Add characters; `raised` ones stand above the line.

        White space at a paragraph's start is dropped, and soft hyphens everywhere: they are a wish about line ends, and
        the lines of such a file are not known.
        """
        text = text.replace(_SOFT_HYPHEN, "")
        if not self._anchored and (self._pending or not self.length):
            words = text.lstrip()
            self._column += len(text) - len(words)
            text = words
        if not text:
            return
        self._before_text()
        if raised and self._raised is None:
            self._raised = Stretch(self.length)
        elif not raised and self._raised is not None:
            self._lower()
        self._pieces.append(text)
        self.length += len(text)
        self.last = text[-1]
        if self._raised is not None:
            self._raised.end = self.length

    def add_marker(self, key: str, shown: str) -> None:
        """Add a note's marker, `shown` as the reader sees it."""
        bracketed = self.last in _BRACKETS and bool(self.last)
        self._lower()
        if not bracketed and self._ends_in_address():
            self.add(" ")
        self.add(shown if bracketed else f"[{shown}]")
        end = self.length
        self.mark(key, end - len(shown) - (0 if bracketed else 2), end)

    def _ends_in_address(self) -> bool:
        """Whether an address or identifier was just written: a bracket glued to it might be taken for a part of it."""
        if not self.last or self.last.isspace():
            return False
        words = "".join(piece[-_LONGEST_WORD:] for piece in self._pieces[-_PIECES_OF_A_WORD:]).split()
        return bool(words) and "/" in words[-1]

    def mark(self, key: str, start: int, end: int) -> None:
        """Say that what was written from `start` to `end` is a marker of the note `key`."""
        self._markers.append((start, end, key))

    def add_link(self, stretch: Stretch, url: str) -> None:
        """Say that a stretch is a link to `url`."""
        self._links.append((stretch, url))

    def add_note(self, stretch: Stretch, key: str, label: str, kind: NoteKind) -> None:
        """Say that a stretch is a note."""
        self._notes.append((stretch, key, label, kind))

    def add_region(self, stretch: Stretch, role: Role, label: str | None = None) -> None:
        """Give a stretch a role, unless it is empty."""
        if stretch.end > stretch.start:
            self.regions.append(Region(stretch.start, stretch.end, role, label))

    def text(self) -> str:
        """All that was written."""
        return "".join(self._pieces)

    def links(self, text: str) -> tuple[Link, ...]:
        """The links, without white space at their ends; those that show nothing are left out."""
        spans = [(*trimmed(text, stretch.start, stretch.end), url) for stretch, url in self._links]
        return tuple(sorted((Link(start, end, url) for start, end, url in spans if end > start), key=_by_place))

    def notes(self, text: str) -> tuple[NoteSpan, ...]:
        """The notes in order. Where a note's text spells its label, `body` tells where its own words begin."""
        spans = []
        for stretch, key, label, kind in self._notes:
            start, end = trimmed(text, stretch.start, stretch.end)
            own = start + len(label)
            spelled = label and not label[-1].isalnum() and text.startswith(label, start) and own < end
            body = own + len(text[own:end]) - len(text[own:end].lstrip()) if spelled else None
            spans.append(NoteSpan(key, label, kind, start, end, body))
        return tuple(spans)

    def markers(self, text: str) -> tuple[MarkerSpan, ...]:
        """The markers of notes that were written, with the brackets that the author put around them."""
        known = {key for _, key, _, _ in self._notes}
        spans = []
        for start, end, key in sorted(self._markers):
            if key in known:
                closing = _BRACKETS.get(text[start - 1 : start])
                wider = closing is not None and text[end : end + 1] == closing
                spans.append(MarkerSpan(key, start - wider, end + wider))
        return tuple(spans)

    def _before_text(self) -> None:
        if self._pending and self.length:
            separator = _SEPARATORS[self._pending]
            self._pieces.append(separator)
            self.length += len(separator)
        self._pending = JOINED
        if not self._anchored:
            self.anchors.append(Anchor(self.length, Position(self.number, self._column, unit="paragraph")))
            self._anchored = True
        if self._awaiting:
            for stretch in self._awaiting:
                stretch.start = self.length
            self._awaiting.clear()

    def _lower(self) -> None:
        if self._raised is not None:
            self.add_region(self._raised, Role.SUPERSCRIPT)
            self._raised = None


def _by_place(link: Link) -> tuple[int, int]:
    return link.start, link.end
