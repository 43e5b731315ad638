"""Pieces of HTML source -> running text as a reader sees it, each piece anchored to its place in the source."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from verifier.model.document import Anchor, Position

_RUN = re.compile(r"[^ \t\n\f\r]+(?: [^ \t\n\f\r]+)*")
ENTITY = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[a-zA-Z][a-zA-Z0-9]{1,31};?)")
"""A character reference as it may stand in text, its semicolon forgotten or not."""
_WHITE = " \t\n\f\r"
_SEPARATORS = ("", " ", "\t", "\n", "\n\n")
SPACE, CELL, LINE, BLOCK = 1, 2, 3, 4


class Mark(NamedTuple):
    """A state of the text that `TextBuilder.truncate` can go back to."""

    pieces: int
    anchors: int
    length: int
    pending: int


class TextBuilder:
    """Collects text; white space between pieces is held back until more text follows, the strongest kind wins."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._pieces: list[str] = []
        self._pending = 0
        self._line, self._line_start, self._next_line = 1, 0, source.find("\n") + 1
        self.length = 0
        self.anchors: list[Anchor] = []

    def text(self) -> str:
        """All that was added."""
        return "".join(self._pieces)

    def separate(self, kind: int) -> None:
        """Ask for white space of `kind` (SPACE, CELL, LINE, BLOCK) before the next text; two lines make a block."""
        if kind == LINE and self._pending >= LINE:
            kind = BLOCK
        self._pending = max(self._pending, kind)

    def add(self, start: int, end: int, *, literal: bool = False) -> None:
        """Add `source[start:end]` with its white space collapsed."""
        raw = self._source[start:end]
        after = 0
        for match in _RUN.finditer(raw):
            if match.start() > after:
                self.separate(SPACE)
            after = match.end()
            if "&" in match[0] and not literal:
                self._add_with_entities(match[0], start + match.start())
            else:
                self._emit(match[0], start + match.start())
        if after < len(raw):
            self.separate(SPACE)

    def add_preformatted(self, start: int, end: int) -> None:
        """Add `source[start:end]` with its lines and spaces as they stand."""
        for line in self._source[start:end].split("\n"):
            if "&" in line:
                self._add_with_entities(line, start)
            elif line:
                self._emit(line, start)
            start += len(line) + 1
            if start <= end:
                self._emit("\n", start - 1)

    def add_character(self, character: str, at: int) -> None:
        """Add a character that the element at source offset `at` makes (a line end, a quotation mark)."""
        self._emit(character, at)

    def mark(self) -> Mark:
        """The present state."""
        return Mark(len(self._pieces), len(self.anchors), self.length, self._pending)

    def truncate(self, mark: Mark) -> None:
        """Forget all that was added since `mark`."""
        del self._pieces[mark.pieces :]
        del self.anchors[mark.anchors :]
        self.length, self._pending = mark.length, mark.pending

    def since(self, mark: Mark) -> str:
        """What was added since `mark`."""
        return "".join(self._pieces[mark.pieces :])

    def _add_with_entities(self, raw: str, start: int) -> None:
        after = 0
        for match in ENTITY.finditer(raw):
            shown = html.unescape(match[0])
            if shown == match[0]:
                continue
            if match.start() > after:
                self._emit(raw[after : match.start()], start + after)
            after = match.end()
            if shown in _WHITE:
                self.separate(SPACE)
            else:
                self._emit(shown, start + match.start())
        if after < len(raw):
            self._emit(raw[after:], start + after)

    def _emit(self, piece: str, source_offset: int) -> None:
        if self._pending:
            if self.length:
                separator = _SEPARATORS[self._pending]
                self._pieces.append(separator)
                self.length += len(separator)
            self._pending = 0
        while 0 < self._next_line <= source_offset:
            self._line += 1
            self._line_start = self._next_line
            self._next_line = self._source.find("\n", self._line_start) + 1
        column = source_offset - self._line_start + 1
        last = self.anchors[-1] if self.anchors else None
        if not (
            last and last.position.line == self._line and column - last.position.column == self.length - last.offset
        ):
            self.anchors.append(Anchor(self.length, Position(self._line, column)))
        self._pieces.append(piece)
        self.length += len(piece)
