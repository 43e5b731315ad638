"""Changes to an HTML page -> splices of its source: the link's target, and its text where that shows the address.

Tags inside the text of a link stay where they are; line breaks and the seams of a link cut in two go. Text that runs
over blocks is left alone. A dead address in plain text becomes a link: only a link can say what it led to.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from verifier.documents.encoding import decode
from verifier.documents.html.elements import BLOCK, CELLS
from verifier.documents.html.reader import is_xml
from verifier.documents.html.text import ENTITY
from verifier.documents.html.tokens import EndTag, StartTag, Text, Tokenizer
from verifier.documents.rewrite.hrefs import robust_link, target_splices
from verifier.documents.rewrite.splices import RefusedError, Splice
from verifier.documents.rewrite.text import Outcome, rewrite_source
from verifier.model.change import Change, ChangeKind
from verifier.model.document import Document

_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*)(?:[^>"']|"[^"]*"|'[^']*')*>|<!--.*?-->""", re.DOTALL)
_BREAKS = frozenset({"br", "wbr"})
_NO_LINK = frozenset({"button", "option", "select", "textarea", "title", "svg", "math", "a"})
"""Elements that may hold no link, or show it as text."""
_NO_SEAM = BLOCK | CELLS | {"hr", "script", "style", "img", "svg", "iframe", "template", "noscript"}


def rewrite_html(data: bytes, document: Document, changes: Sequence[Change]) -> Outcome:
    """An HTML page. Its places come from the document's anchors, so that the reader alone knows what it shows."""
    source = decode(data, document.encoding, html=True).text
    page = _Source(source, document)
    return rewrite_source(data, document, changes, page.plan)


class _Link(NamedTuple):
    """An <a> element: its start tag, and where its contents begin and end."""

    tag: StartTag
    start: int
    end: int


class _Source:
    """The page's source, with the places of its texts and links."""

    def __init__(self, source: str, document: Document) -> None:
        self._source = source
        self._document = document
        self._lines = [0]
        at = source.find("\n")
        while at != -1:
            self._lines.append(at + 1)
            at = source.find("\n", at + 1)
        self._texts: list[Text] = []
        self._links: list[_Link] = []
        self._linkless: list[tuple[int, int]] = []
        self._read()
        self._text_starts = [text.start for text in self._texts]
        self._link_starts = [link.start for link in self._links]

    def _read(self) -> None:
        opened: StartTag | None = None
        within: tuple[str, int] | None = None
        for token in Tokenizer(self._source, xml=is_xml(self._source, self._document.source)).tokens():
            if isinstance(token, Text):
                self._texts.append(token)
                continue
            if within is None and isinstance(token, StartTag) and token.name in _NO_LINK:
                within = (token.name, token.end)
            elif within and isinstance(token, EndTag) and token.name == within[0]:
                self._linkless.append((within[1], token.start))
                within = None
            start = isinstance(token, StartTag) and token.name == "a"
            if opened and (start or (isinstance(token, EndTag) and token.name == "a")):
                self._links.append(_Link(opened, opened.end, token.start))
                opened = None
            if isinstance(token, StartTag) and start and not self._source.startswith("/>", token.end - 2):
                opened = token
        if opened:
            self._links.append(_Link(opened, opened.end, len(self._source)))
        if within:
            self._linkless.append((within[1], len(self._source)))

    def plan(self, change: Change) -> list[Splice]:
        """The splices that one change takes."""
        start, end = self._place(change.start), self._end(change.end - 1)
        splices: list[Splice] = []
        if change.shown is not None and change.shown != change.written:
            splices += self._text(change, start, end)
        gone = [(one.start, one.end) for one in splices]
        links = list(self._links_over(start, end))
        if change.kind is ChangeKind.DEAD and splices and not links and self._may_hold_link(start):
            splices[0] = replace(splices[0], text=robust_link(change, splices[0].text))
        for link in links:
            if not any(first <= link.tag.start and link.tag.end <= last for first, last in gone):
                splices += target_splices(self._source, link.tag, change)
        if not splices:
            raise RefusedError("its link was not found in the source")
        return splices

    def _may_hold_link(self, place: int) -> bool:
        """Whether a link made at `place` would be one."""
        text = self._texts[max(bisect_right(self._text_starts, place) - 1, 0)]
        return not text.literal and not any(start <= place < end for start, end in self._linkless)

    def _place(self, offset: int) -> int:
        """Where `text[offset]` stands in the source."""
        line, column, *_ = self._document.position(offset)
        return self._lines[line - 1] + column - 1

    def _end(self, offset: int) -> int:
        """Where the character `text[offset]` ends in the source."""
        place = self._place(offset)
        entity = ENTITY.match(self._source, place)
        shown = self._document.text[offset]
        return entity.end() if entity and shown in html.unescape(entity[0]) and entity[0] != shown else place + 1

    def _links_over(self, start: int, end: int) -> Iterator[_Link]:
        at = max(bisect_right(self._link_starts, start) - 1, 0)
        for link in self._links[at:]:
            if link.start >= end:
                return
            if start < link.end:
                yield link

    def _text(self, change: Change, start: int, end: int) -> Iterator[Splice]:
        """All of the new text in place of the first piece; the other pieces go, and so do the breaks between them."""
        pieces = list(self._pieces(start, end))
        sources = ((self._source[piece.start : piece.end], piece.literal) for piece in pieces)
        read = "".join(text if literal else html.unescape(text) for text, literal in sources)
        if "".join(read.split()) != "".join(change.written.split()):
            raise RefusedError("its text is not in one piece in the source")
        first, *others = pieces
        shown = change.shown or ""
        yield Splice(first.start, first.end, shown if first.literal else html.escape(shown, quote=False))
        before = first
        for piece in others:
            yield from self._seam(before.end, piece.start)
            yield Splice(piece.start, piece.end, "")
            before = piece

    def _pieces(self, start: int, end: int) -> Iterator[Text]:
        for text in self._texts[max(bisect_right(self._text_starts, start) - 1, 0) :]:
            if text.start >= end:
                return
            if text.end > start:
                yield Text(max(text.start, start), min(text.end, end), text.literal)

    def _seam(self, start: int, end: int) -> Iterator[Splice]:
        """What goes of the markup between two pieces of a link's text."""
        ended: re.Match[str] | None = None
        for tag in _TAG.finditer(self._source, start, end):
            name = (tag[2] or "").lower()
            if name in _NO_SEAM:
                raise RefusedError("its text runs over more than one block of the page")
            if name in _BREAKS:
                yield Splice(tag.start(), tag.end(), "")
            elif name == "a" and tag[1]:
                ended = tag
            elif name == "a" and ended:
                yield Splice(ended.start(), ended.end(), "")
                yield Splice(tag.start(), tag.end(), "")
                ended = None
