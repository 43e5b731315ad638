"""An XML part of a DOCX or ODT file -> where its paragraphs' texts and its links stand in the bytes (pure).

A second, narrow look at a part that its reader has already taken for sound: it knows offsets, which a parsed tree does
not, so that a link can be changed without writing anything else of the part anew.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

_MARKUP = re.compile(
    r"""<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(/?)([^\s/>!?]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(/?)>""", re.DOTALL
)
_ATTRIBUTE = re.compile(r"""([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_PARAGRAPHS = frozenset({"p", "h"})
_UNREAD = frozenset({"delText", "note-citation", "annotation", "instrText", "posOffset", "align", "binary-data"})
_SIGNS = {
    "br": "\n",
    "cr": "\n",
    "tab": "\t",
    "ptab": "\t",
    "line-break": "\n",
    "s": " ",
    "noBreakHyphen": "\u2011",
    "softHyphen": "",  # the reader leaves it out of the text
}
_MOST_SPACES = 100


class Piece(NamedTuple):
    """A stretch of a paragraph: `text` as shown, from `source[start:end]`; not `is_text`: an element stands for it."""

    text: str
    start: int
    end: int
    is_text: bool


class Place(NamedTuple):
    """An attribute's value, unescaped, and where it stands, with the quotes around it."""

    value: str
    start: int
    end: int
    quote: str


@dataclass(slots=True)
class Places:
    """What was found in one part."""

    paragraphs: list[list[Piece]] = field(default_factory=list)
    targets: list[Place] = field(default_factory=list)
    """Values of `Target` (a relationship's), `href` (an ODT link's) and `instr` (a simple field's)."""
    codes: list[list[Piece]] = field(default_factory=list)
    """Field codes, each in the pieces that its runs cut it into."""


def find_places(source: str, *, in_runs: bool) -> Places:
    """The places in a part. `in_runs`: text counts only inside <t> (DOCX); else anywhere in a paragraph (ODT)."""
    return _Scan(source, in_runs=in_runs).places()


class _Scan:
    def __init__(self, source: str, *, in_runs: bool) -> None:
        self._source = source
        self._in_runs = in_runs
        self._found = Places()
        self._open: list[list[Piece]] = []
        self._unread = 0
        self._in_text = False
        self._instruction = -1
        self._fields: list[list[Piece]] = []
        """The codes of the fields that are open, as far as they are read; empty from where a field shows something."""

    def places(self) -> Places:
        after = 0
        for match in _MARKUP.finditer(self._source):
            self._text(after, match.start())
            after = match.end()
            if match[2] is None:
                if match[0].startswith("<![CDATA["):
                    self._unread_text()
                continue
            self._tag(match)
        while self._fields:
            self._keep_code(self._fields.pop())
        return self._found

    def _unread_text(self) -> None:
        """A CDATA section inside a paragraph: its text is known to the reader, but never changed here."""
        if self._open:
            self._open[-1].append(Piece("\ufffc", -1, -1, is_text=False))

    def _tag(self, match: re.Match[str]) -> None:
        name = match[2].rpartition(":")[2]
        if match[1]:
            self._end(name, match.start())
            return
        closed = bool(match[4])
        if name == "fldChar":
            self._field_char(match[3])
        for attribute in _ATTRIBUTE.finditer(match[3]):
            if attribute[1].rpartition(":")[2] in ("Target", "href", "instr"):
                group = 2 if attribute[2] is not None else 3
                start, end = (match.start(3) + at for at in attribute.span(group))
                self._found.targets.append(
                    Place(html.unescape(attribute[group]), start, end, '"' if group == 2 else "'")
                )
        if name in _SIGNS and self._open and not self._unread:
            text = _SIGNS[name]
            if name == "s" and (many := re.search(r"""\bc\s*=\s*["'](\d{1,4})""", match[3])):
                text = " " * min(int(many[1]), _MOST_SPACES)
            if closed:  # one that holds something is left where it is
                self._open[-1].append(Piece(text, match.start(), match.end(), is_text=False))
        if closed:
            return
        if name in _PARAGRAPHS:
            self._open.append([])
        elif name in _UNREAD:
            self._unread += 1
            self._instruction = match.end() if name == "instrText" else -1
        elif name == "t":
            self._in_text = True

    def _end(self, name: str, at: int) -> None:
        if name in _PARAGRAPHS and self._open:
            self._found.paragraphs.append(self._open.pop())
        elif name in _UNREAD:
            self._unread -= 1
            if name == "instrText" and self._instruction >= 0:
                text = html.unescape(self._source[self._instruction : at])
                piece = Piece(text, self._instruction, at, is_text=True)
                if self._fields:
                    self._fields[-1].append(piece)
                else:
                    self._found.codes.append([piece])
        elif name == "t":
            self._in_text = False

    def _field_char(self, attributes: str) -> None:
        """Where a field's code begins, and where it ends: with what the field shows, or with the field."""
        kind = re.search(r"""fldCharType\s*=\s*["'](\w+)""", attributes)
        if kind is None:
            return
        if kind[1] == "begin":
            self._fields.append([])
        elif self._fields:
            self._keep_code(self._fields[-1])
            self._fields[-1] = []
            if kind[1] == "end":
                self._fields.pop()

    def _keep_code(self, code: list[Piece]) -> None:
        if code:
            self._found.codes.append(code)

    def _text(self, start: int, end: int) -> None:
        if start == end or not self._open or self._unread or (self._in_runs and not self._in_text):
            return
        self._open[-1].append(Piece(html.unescape(self._source[start:end]), start, end, is_text=True))


def characters(piece: Piece, source: str) -> Iterator[tuple[str, int, int]]:
    """The characters of a piece, each with the span of the source that spells it."""
    if not piece.is_text:
        for character in piece.text:
            yield character, piece.start, piece.end
        return
    at = piece.start
    for match in re.finditer(r"&[^;&\s]{1,31};|.", source[piece.start : piece.end], re.DOTALL):
        shown = html.unescape(match[0])
        for character in shown:
            yield character, at, at + len(match[0])
        at += len(match[0])
