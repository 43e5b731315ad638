"""One story of a DOCX file (its body, a note, a header) -> Paragraphs: what Word shows, in the order of the file.

Text boxes hang on a paragraph and are read after it. Insertions are read, deletions not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier.documents.docx.letter import Letter
from verifier.documents.docx.parts import W, is_on, value_of
from verifier.documents.docx.runs import Runs
from verifier.documents.docx.styles import Style
from verifier.documents.office.xml_walk import End, Start, leave_out, walk
from verifier.documents.paragraphs import BLOCK, CELL, ROW
from verifier.model.document import Role

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEFT_OUT = (
    "pPr", "rPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "rubyPr", "rt",
    "delText", "delInstrText", "fldData", "smartTagPr", "customXmlPr",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Paragraph:
    style: Style
    label: str | None
    joined: bool
    ends_section: bool


class Story:
    """A walk through one story. `addresses` are where the links of its part lead, by id."""

    def __init__(self, letter: Letter, addresses: dict[str, str]) -> None:
        self._letter = letter
        self._out = letter.out
        self._addresses = addresses
        self._runs = Runs(letter, addresses)
        self._paragraphs: list[_Paragraph] = []
        self._boxes: list[Element] = []
        self._unbalanced = False
        self._starts: dict[str, Start] = {
            **self._runs.starts,
            **{f"{W}{name}": leave_out for name in _LEFT_OUT},
            f"{W}p": self._start_paragraph,
            f"{W}tbl": self._enter,
            f"{W}tr": self._start_row,
            f"{W}tc": self._start_cell,
            f"{W}sdt": self._start_control,
            f"{W}txbxContent": self._box,
            f"{_MC}Choice": self._start_branch,
            f"{_MC}Fallback": self._start_branch,
            f"{W}ins": self._inserted,
            f"{W}moveTo": self._inserted,
            f"{W}del": self._deleted,
            f"{W}moveFrom": self._deleted,
            f"{W}commentReference": self._comment,
            f"{W}altChunk": self._embedded,
        }
        self._ends: dict[str, End] = {
            **self._runs.ends,
            f"{W}p": self._end_paragraph,
            f"{W}tbl": lambda _: self._out.leave(BLOCK),
            f"{W}tr": lambda _: self._out.leave(ROW),
            f"{W}tc": lambda _: self._out.leave(CELL),
        }

    def read(self, root: Element) -> None:
        """Read what `root` holds."""
        kinds = [char.get(f"{W}fldCharType") for char in root.iter(f"{W}fldChar")]
        self._unbalanced = kinds.count("begin") != kinds.count("end")
        walk(root, self._starts, self._ends)
        self._runs.end_fields()

    def _start_paragraph(self, element: Element) -> bool:
        letter = self._letter
        properties = element.find(f"{W}pPr")
        style = letter.styles.of_paragraph(properties)
        joined = properties is not None and properties.find(f"{W}rPr/{W}del") is not None
        ends_section = properties is not None and properties.find(f"{W}sectPr") is not None
        label = None
        if joined:
            letter.tally.changes += 1
        else:
            label = letter.lists.label(style.number_id, style.number_level, value_of(properties, "pStyle"))
        if properties is not None and is_on(properties.find(f"{W}pageBreakBefore")):
            letter.break_page()
        self._paragraphs.append(_Paragraph(style, label, joined, ends_section))
        self._runs.paragraph = style
        self._out.begin()
        return True

    def _end_paragraph(self, _: Element) -> None:
        paragraph = self._paragraphs.pop()
        self._runs.paragraph = self._paragraphs[-1].style if self._paragraphs else None
        if self._unbalanced:
            self._runs.end_instructions()
        stretch = self._out.end(joined=paragraph.joined)
        if paragraph.style.is_heading:
            self._out.add_region(stretch, Role.HEADING)
            if paragraph.style.is_title:
                self._letter.titles.append(stretch)
        if paragraph.label:
            self._out.add_region(stretch, Role.ITEM, paragraph.label)
        if not self._paragraphs:
            self._read_boxes()
        if paragraph.ends_section:
            self._letter.section += 1
            self._letter.break_page()

    def _box(self, element: Element) -> bool:
        self._boxes.append(element)
        return False

    def _read_boxes(self) -> None:
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            Story(self._letter, self._addresses).read(box)

    def _enter(self, _: Element) -> bool:
        self._out.enter()
        return True

    def _start_row(self, element: Element) -> bool:
        if element.find(f"{W}trPr/{W}del") is not None:
            return self._deleted(element)
        return self._enter(element)

    def _start_cell(self, element: Element) -> bool:
        if element.find(f"{W}tcPr/{W}cellDel") is not None:
            return self._deleted(element)
        return self._enter(element)

    def _start_control(self, element: Element) -> bool:
        """A content control that still shows its prompt ("Click here to enter text") shows no text of the letter."""
        return not is_on(element.find(f"{W}sdtPr/{W}showingPlcHdr"))

    def _start_branch(self, element: Element) -> bool:
        """Of alternatives the first is read, which is what new readers show; the fallback repeats it for old ones."""
        return element.getprevious() is None

    def _inserted(self, _: Element) -> bool:
        self._letter.tally.changes += 1
        return True

    def _deleted(self, _: Element) -> bool:
        self._letter.tally.changes += 1
        return False

    def _comment(self, _: Element) -> bool:
        self._letter.tally.comments += 1
        return False

    def _embedded(self, _: Element) -> bool:
        self._letter.tally.embedded += 1
        return False
