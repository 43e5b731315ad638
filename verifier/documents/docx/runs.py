"""Runs of a DOCX paragraph -> Paragraphs: their text and symbols, links, fields, and the markers of notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.documents.docx.fields import DEEPEST, Field, link_target, note_reference
from verifier.documents.docx.letter import Letter
from verifier.documents.docx.parts import R, W, has_flag
from verifier.documents.docx.styles import Style
from verifier.documents.docx.symbols import symbol
from verifier.documents.office.xml_walk import End, Start
from verifier.documents.paragraphs import Stretch
from verifier.model.document import NoteKind

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS = re.compile(r"[\t\n\r]+")
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011"}
_MOST_BOOKMARKS = 20


class Runs:
    """The runs of one story. `addresses` are where the links of its part lead, by id."""

    def __init__(self, letter: Letter, addresses: dict[str, str]) -> None:
        self._letter = letter
        self._out = letter.out
        self._addresses = addresses
        self._formats: list[tuple[bool, bool]] = []
        self._fields: list[Field] = []
        self._instructing = 0
        self._links: list[tuple[Stretch, str | None]] = []
        self._mark_written = False
        self._bookmarks: dict[str, str] = {}
        self.paragraph: Style | None = None
        """The style of the paragraph around; None outside of paragraphs, where no text is read."""
        self.starts: dict[str, Start] = {
            f"{W}r": self._start,
            f"{W}t": self._text,
            f"{_M}t": self._text,
            **{f"{W}{name}": self._sign for name in _SIGNS},
            f"{W}br": self._break,
            f"{W}lastRenderedPageBreak": self._rendered_break,
            f"{W}sym": self._symbol,
            f"{W}hyperlink": self._start_link,
            f"{W}fldSimple": self._start_simple_field,
            f"{W}fldChar": self._field_char,
            f"{W}instrText": self._instruction,
            f"{W}footnoteReference": self._call,
            f"{W}endnoteReference": self._call,
            f"{W}bookmarkStart": self._start_bookmark,
            f"{W}bookmarkEnd": self._end_bookmark,
        }
        self.ends: dict[str, End] = {
            f"{W}r": self._end,
            f"{W}hyperlink": self._end_link,
            f"{W}fldSimple": self._end_link,
        }

    def end_instructions(self) -> None:
        """End the fields whose instructions are still being read: one that never ends would swallow the letter."""
        while self._instructing:
            self._end_field()

    def end_fields(self) -> None:
        """End all fields."""
        while self._fields:
            self._end_field()

    def _start(self, element: Element) -> bool:
        if self.paragraph is None:
            return False
        self._formats.append(self._letter.styles.of_run(element.find(f"{W}rPr"), self.paragraph))
        self._mark_written = False
        return True

    def _end(self, _: Element) -> None:
        self._formats.pop()
        self._mark_written = False

    def _text(self, element: Element) -> bool:
        text = element.text or ""
        if element.get(_SPACE) != "preserve":
            text = text.strip(" \t\r\n")
        self._put(_BREAKS.sub(" ", text))
        return False

    def _sign(self, element: Element) -> bool:
        self._put(_SIGNS[element.tag.rpartition("}")[2]])
        return False

    def _break(self, element: Element) -> bool:
        if element.get(f"{W}type") == "page":
            self._letter.break_page()
        self._put("\n")
        return False

    def _rendered_break(self, _: Element) -> bool:
        self._letter.page += 1
        return False

    def _symbol(self, element: Element) -> bool:
        self._put(symbol(element.get(f"{W}font"), element.get(f"{W}char")))
        return False

    def _put(self, text: str) -> None:
        if self._instructing:
            self._instruct(text)
            return
        hidden, raised = self._formats[-1] if self._formats else (False, False)
        if hidden:
            self._letter.tally.hidden += len(text)
        elif self.paragraph is not None and not self._mark_written:
            self._out.add(text, raised=raised)

    def _start_link(self, element: Element) -> bool:
        address = self._addresses.get(element.get(f"{R}id", ""))
        anchor = element.get(f"{W}anchor")
        if address and anchor and "#" not in address:
            address = f"{address}#{anchor}"
        self._links.append((self._out.open(), address))
        return True

    def _start_simple_field(self, element: Element) -> bool:
        self._links.append((self._out.open(), link_target(element.get(f"{W}instr", ""))))
        return True

    def _end_link(self, _: Element) -> None:
        stretch, address = self._links.pop()
        self._out.close(stretch)
        if address:
            self._out.add_link(stretch, address)

    def _field_char(self, element: Element) -> bool:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(Field())
            self._instructing += 1
        elif kind == "separate" and self._fields and not self._fields[-1].in_result:
            self._fields[-1].in_result = True
            self._instructing -= 1
            if len(self._fields) <= DEEPEST:
                self._fields[-1].shown = self._out.open()
        elif kind == "end" and self._fields:
            self._end_field()
        return False

    def _end_field(self) -> None:
        closed = self._fields.pop()
        if not closed.in_result:
            self._instructing -= 1
        if closed.shown is None:
            return
        self._out.close(closed.shown)
        if self._instructing:
            return
        address = link_target(closed.instruction)
        if address:
            self._out.add_link(closed.shown, address)
        elif reference := note_reference(closed.instruction):
            bookmark, as_mark = reference
            if as_mark or (self._formats and self._formats[-1][1]):
                self._letter.references.append((bookmark, closed.shown))

    def _instruction(self, element: Element) -> bool:
        self._instruct(element.text or "")
        return False

    def _instruct(self, text: str) -> None:
        for field in reversed(self._fields[-DEEPEST:]):
            if not field.in_result:
                field.instruct(text)
                return

    def _call(self, element: Element) -> bool:
        hidden = self._formats[-1][0] if self._formats else False
        if hidden or self._instructing or self.paragraph is None:
            return False
        kind = NoteKind.FOOTNOTE if element.tag == f"{W}footnoteReference" else NoteKind.ENDNOTE
        custom = None
        if has_flag(element, "customMarkFollows"):
            custom = _custom_mark(element)
            self._mark_written = True
        call = self._letter.call(kind, element.get(f"{W}id", ""), custom)
        self._out.add_marker(call.key, call.label)
        for name in self._bookmarks.values():
            self._letter.bookmarks.setdefault(name, call.key)
        return False

    def _start_bookmark(self, element: Element) -> bool:
        if len(self._bookmarks) < _MOST_BOOKMARKS:
            self._bookmarks[element.get(f"{W}id", "")] = element.get(f"{W}name", "")
        return False

    def _end_bookmark(self, element: Element) -> bool:
        self._bookmarks.pop(element.get(f"{W}id", ""), None)
        return False


def _custom_mark(reference: Element) -> str:
    """The mark that the author chose: the text after the reference in the same run."""
    pieces = []
    for element in reference.itersiblings():
        if element.tag == f"{W}t":
            pieces.append(element.text or "")
        elif element.tag == f"{W}sym":
            pieces.append(symbol(element.get(f"{W}font"), element.get(f"{W}char")))
    return " ".join("".join(pieces).split())[:20] or "*"
