"""One story of an OpenDocument text (its body, a note, a header) -> Paragraphs: what a word processor shows of it.

Frames that hang in a paragraph are read after it. Deleted text lies apart in the file and is not read.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verifier.documents.odt.lists import Lists
from verifier.documents.odt.styles import DRAW, OFFICE, PLAIN, STYLE, SVG, TABLE, TEXT, Style, Styles, number_of
from verifier.documents.office.xml_walk import End, Start, leave_out, walk
from verifier.documents.paragraphs import BLOCK, CELL, ROW, Paragraphs, Stretch
from verifier.model.document import NoteKind, Role

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HREF = "{http://www.w3.org/1999/xlink}href"
_WHITE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 100
_SHAPES = (
    "frame", "custom-shape", "rect", "line", "polyline", "polygon", "regular-polygon", "path", "circle", "ellipse", "g",
    "connector", "caption", "measure", "control", "page-thumbnail",
)  # fmt: skip
_LEFT_OUT = (
    f"{OFFICE}annotation", f"{OFFICE}forms", f"{OFFICE}binary-data", f"{OFFICE}script", f"{OFFICE}event-listeners",
    f"{TEXT}script", f"{TEXT}ruby-text", f"{TEXT}number", f"{TEXT}hidden-text", f"{TEXT}dde-connection-decls",
    f"{SVG}title", f"{SVG}desc", f"{DRAW}object", f"{DRAW}object-ole", f"{DRAW}image",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Call:
    """A note where its marker stands: what ties the two, its label, and the words that it will have."""

    kind: NoteKind
    key: str
    label: str
    body: Element


@dataclass(slots=True)
class Letter:
    """What the stories of one file share."""

    out: Paragraphs = field(default_factory=Paragraphs)
    calls: list[Call] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    counts: Counter[NoteKind] = field(default_factory=Counter)
    titles: list[Stretch] = field(default_factory=list)
    guessed: bool = False
    """Whether the file left out the number of a note."""
    changes: int = 0
    hidden: int = 0
    comments: int = 0


class Story:
    """A walk through one story."""

    def __init__(self, letter: Letter, styles: Styles) -> None:
        self._letter = letter
        self._out = letter.out
        self._styles = styles
        self._lists = Lists(styles)
        self._paragraph: Style | None = None
        self._label: str | None = None
        self._is_heading = False
        self._after_space = True
        self._formats: list[Style] = []
        self._links: list[tuple[Stretch, str]] = []
        self._frames: list[Element] = []
        self._starts: dict[str, Start] = {
            **dict.fromkeys(_LEFT_OUT, leave_out),
            **{f"{DRAW}{name}": self._start_frame for name in _SHAPES},
            f"{OFFICE}annotation": self._comment,
            f"{TEXT}tracked-changes": self._changes,
            f"{TEXT}section": self._start_section,
            f"{TEXT}p": self._start_paragraph,
            f"{TEXT}h": self._start_paragraph,
            f"{TEXT}span": self._start_span,
            f"{TEXT}a": self._start_link,
            f"{TEXT}s": self._spaces,
            f"{TEXT}tab": self._tab,
            f"{TEXT}line-break": self._line_break,
            f"{TEXT}note": self._note,
            f"{TEXT}note-ref": self._note_reference,
            f"{TEXT}list": self._start_list,
            f"{TEXT}list-item": self._start_item,
            f"{TABLE}table": self._enter,
            f"{TABLE}table-row": self._enter,
            f"{TABLE}table-cell": self._enter,
        }
        self._ends: dict[str, End] = {
            f"{TEXT}p": self._end_paragraph,
            f"{TEXT}h": self._end_paragraph,
            f"{TEXT}span": self._end_span,
            f"{TEXT}a": self._end_link,
            f"{TEXT}list": lambda _: self._lists.leave(),
            f"{TABLE}table": lambda _: self._out.leave(BLOCK),
            f"{TABLE}table-row": lambda _: self._out.leave(ROW),
            f"{TABLE}table-cell": lambda _: self._out.leave(CELL),
        }

    @property
    def _style(self) -> Style | None:
        """The style of what is read now: of the innermost span, or of the paragraph; None outside of paragraphs."""
        return self._formats[-1] if self._formats else self._paragraph

    def read(self, root: Element) -> None:
        """Read what `root` holds."""
        walk(root, self._starts, self._ends, default=self._inline, tail=lambda element: self._put(element.tail or ""))

    def _start_paragraph(self, element: Element) -> bool:
        if self._paragraph is not None:  # no writer makes it, and no reader could show it
            return False
        style = self._styles.named("paragraph", element.get(f"{TEXT}style-name"))
        hidden = element.find(f"{TEXT}hidden-paragraph")
        if hidden is not None and hidden.get(f"{TEXT}is-hidden") == "true":
            style = Style(hidden=True).over(style)
        self._paragraph = style
        self._is_heading = element.tag == f"{TEXT}h" or style.is_title or bool(style.level)
        self._label = self._lists.label(style.list_style)
        self._after_space = True
        self._out.begin()
        self._put(element.text or "")
        return True

    def _end_paragraph(self, _: Element) -> None:
        stretch = self._out.end()
        style, self._paragraph = self._paragraph or PLAIN, None
        if self._is_heading:
            self._out.add_region(stretch, Role.HEADING)
        if style.is_title:
            self._letter.titles.append(stretch)
        if self._label:
            self._out.add_region(stretch, Role.ITEM, self._label)
        frames, self._frames = self._frames, []
        for frame in frames:
            Story(self._letter, self._styles).read(frame)

    def _start_frame(self, element: Element) -> bool:
        """A frame in a paragraph is read after it; one that stands by itself, where it stands."""
        if self._paragraph is None:
            return True
        self._frames.append(element)
        return False

    def _inline(self, element: Element) -> bool:
        """Fields, bookmarks and what else may stand in a paragraph: the text they show."""
        self._put(element.text or "")
        return True

    def _put(self, text: str) -> None:
        """White space counts as one space, and as nothing at the start of a paragraph (6.1.2)."""
        if self._paragraph is None or not text:
            return
        text = _WHITE.sub(" ", text)
        if self._after_space and text.startswith(" "):
            text = text[1:]
        if text:
            self._after_space = text.endswith(" ")
            self._add(text)

    def _add(self, text: str) -> None:
        style = self._style
        if style is None or self._paragraph is None:
            return
        if style.hidden:
            self._letter.hidden += len(text)
        else:
            self._out.add(text, raised=bool(style.raised))

    def _start_span(self, element: Element) -> bool:
        own = self._styles.named("text", element.get(f"{TEXT}style-name"))
        self._formats.append(own.over(self._style or PLAIN))
        self._put(element.text or "")
        return True

    def _end_span(self, _: Element) -> None:
        self._formats.pop()

    def _start_link(self, element: Element) -> bool:
        self._links.append((self._out.open(), element.get(_HREF, "")))
        self._put(element.text or "")
        return True

    def _end_link(self, _: Element) -> None:
        stretch, address = self._links.pop()
        self._out.close(stretch)
        if address and not address.startswith("#"):
            self._out.add_link(stretch, address)

    def _spaces(self, element: Element) -> bool:
        count = number_of(element.get(f"{TEXT}c"))
        self._add(" " * min(1 if count is None else count, _MOST_SPACES))
        return False

    def _tab(self, _: Element) -> bool:
        self._add("\t")
        return False

    def _line_break(self, _: Element) -> bool:
        self._add("\n")
        return False

    def _note(self, element: Element) -> bool:
        style = self._style
        body = element.find(f"{TEXT}note-body")
        if style is None or style.hidden or body is None:
            return False
        kind = NoteKind.ENDNOTE if element.get(f"{TEXT}note-class") == "endnote" else NoteKind.FOOTNOTE
        citation = element.find(f"{TEXT}note-citation")
        own = citation.get(f"{TEXT}label") if citation is not None else None
        label = own or ("" if citation is None else "".join(map(str, citation.itertext())))
        label = " ".join(label.split())[:20]
        self._letter.counts[kind] += not own
        if label in ("", "0"):  # LibreOffice writes 0 where numbers wait for a layout that was never made
            label = str(self._letter.counts[kind])
            self._letter.guessed = True
        key = element.get(f"{TEXT}id", "")
        if not key or key in self._letter.keys:
            key = f"{kind.value} number {len(self._letter.calls)}"
        self._letter.keys.add(key)
        self._letter.calls.append(Call(kind, key, label, body))
        self._out.add_marker(key, label)
        self._after_space = False
        return False

    def _note_reference(self, element: Element) -> bool:
        """A further mark of a note; set on the line it is rather a word of the sentence ("see note 3")."""
        style = self._style
        start = self._out.length
        self._put(element.text or "")
        if style is not None and style.raised and self._out.length > start:
            self._out.mark(element.get(f"{TEXT}ref-name", ""), start, self._out.length)
        return True

    def _start_list(self, element: Element) -> bool:
        self._lists.enter(element)
        return True

    def _start_item(self, element: Element) -> bool:
        self._lists.item(element)
        return True

    def _enter(self, _: Element) -> bool:
        self._out.enter()
        return True

    def _start_section(self, element: Element) -> bool:
        if element.get(f"{TEXT}display") != "none":
            return True
        self._letter.hidden += sum(len(str(text).strip()) for text in element.itertext())
        return False

    def _changes(self, element: Element) -> bool:
        self._letter.changes += len(element)
        return False

    def _comment(self, _: Element) -> bool:
        self._letter.comments += 1
        return False


def margins(root: Element) -> list[Element]:
    """The headers and footers of a file's page styles."""
    names = [f"{STYLE}{kind}{which}" for kind in ("header", "footer") for which in ("", "-left", "-first")]
    return [margin for page in root.iter(f"{STYLE}master-page") for margin in page.iterchildren(*names)]
