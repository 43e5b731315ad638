"""HTML source -> Page: the text, its anchors, and all the elements that say something about it.

One walk over the tokens. What the elements mean (notes, surroundings, links) is decided afterwards, when the whole
page is known: `notes.py`, `surroundings.py`, `reader.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from verifier.documents.html.elements import BLOCK as BLOCK_NAMES
from verifier.documents.html.elements import CELLS, HEADINGS, VOID, Element, OpenElements
from verifier.documents.html.lists import OrderedList
from verifier.documents.html.text import BLOCK, CELL, LINE, Mark, TextBuilder
from verifier.documents.html.tokens import EndTag, Raw, StartTag, Text, Tokenizer
from verifier.model.document import Anchor, Role
from verifier.model.patterns import compile_late

_UNSEEN = frozenset([
    "script", "style", "template", "iframe", "svg", "select", "textarea", "audio", "video", "canvas", "noembed",
    "noframes", "datalist", "title",
])  # fmt: skip
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_RAISED_STYLE = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_CODE_CLASS = re.compile(r"\b(?:code|highlight|language-|lang-|hljs|prettyprint|sourcecode|brush:)", re.IGNORECASE)
_BACKLINK = re.compile(
    r"[\s\[\]()]*(?:[\^↑↩↵⏎⤴⬆←⮐↖⏫▲↥⇑\ufe0e\ufe0f]\s*)+[\s\[\]()]*"
    r"|[\s\[\]()]*(?:back|return|back to (?:text|content|top|article)|return to text|jump up|zurück|retour|volver)"
    r"[\s\[\]()]*",
    re.IGNORECASE,
)
_SIDENOTES = ("sidenote", "side-note", "marginnote", "margin-note")
_POPUP_CLASS = compile_late(
    r"(?:tool|hover)[_-]?(?:tip|text)|pop-?(?:over|up)|note[\w-]{0,60}(?:text|content|body|outer|inner|tip|note)(?![a-z])",
    re.IGNORECASE,
)
_MARKER_NAMES = frozenset({"sup", "a", "button"})
_ROLES = {"sup": Role.SUPERSCRIPT, "blockquote": Role.QUOTED, "code": Role.CODE, "kbd": Role.CODE, "samp": Role.CODE}


@dataclass(slots=True)
class Page:
    """A page as walked: its text, anchors, and elements by what they are. Elements hold their span of the text."""

    text: str = ""
    anchors: list[Anchor] = field(default_factory=list)
    links: list[Element] = field(default_factory=list)
    roles: list[tuple[Role, Element]] = field(default_factory=list)
    lists: list[OrderedList] = field(default_factory=list)
    sidenotes: list[Element] = field(default_factory=list)
    """Notes that the style sheet sets into the margin."""
    popups: list[Element] = field(default_factory=list)
    """Elements within a line that by their class may hold a note which is shown on touch."""
    ids: dict[str, Element] = field(default_factory=dict)
    blocks: list[Element] = field(default_factory=list)
    """Blocks with a class, an id, a role or a telling name, in the order in which they open."""
    head: list[StartTag] = field(default_factory=list)
    """<meta>, <link>, <base>, <time>, <html> tags, wherever they stand."""
    titles: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    """The contents of JSON-LD scripts."""
    remarks: list[str] = field(default_factory=list)
    hides: set[str] = field(default_factory=set)
    """What was left out as hidden: "noscript", "hidden"."""


def walk(
    source: str, *, xml: bool = False, show: frozenset[str] = frozenset(), hide: frozenset[str] = frozenset()
) -> Page:
    """Read `source`.

    `show` names what is shown although it is hidden by default: "noscript", "hidden"; `hide` what is not shown although
    it is by default: "popups".
    """
    return _Walk(source, xml, show, hide).page()


class _Walk:
    """The state of one walk."""

    def __init__(self, source: str, xml: bool, show: frozenset[str], hide: frozenset[str]) -> None:
        self._source = source
        self._xml = xml
        self._unseen = _UNSEEN if "noscript" in show else _UNSEEN | {"noscript"}
        self._show_hidden = "hidden" in show
        self._hide_popups = "popups" in hide
        self._text = TextBuilder(source)
        self._open = OpenElements()
        self._hidden = 0
        self._preformatted = 0
        self._quotes = 0
        self._lists: list[OrderedList] = []
        self._marks: dict[Element, tuple[Mark, int]] = {}
        self._page = Page()

    def page(self) -> Page:
        tokenizer = Tokenizer(self._source, xml=self._xml)
        for token in tokenizer.tokens():
            if isinstance(token, Text):
                self._read_text(token)
            elif isinstance(token, StartTag):
                self._start(token)
            elif isinstance(token, EndTag):
                self._end(token)
            else:
                self._raw(token)
        self._close(self._open.end_all())
        page = self._page
        page.text, page.anchors = self._text.text(), self._text.anchors
        page.remarks = tokenizer.remarks
        return page

    def _read_text(self, token: Text) -> None:
        if self._hidden:
            return
        if self._preformatted and not token.literal:
            self._text.add_preformatted(token.start, token.end)
        else:
            self._text.add(token.start, token.end, literal=token.literal)

    def _raw(self, token: Raw) -> None:
        if token.name == "title" and not self._page.titles:
            self._page.titles.append(self._source[token.start : min(token.end, token.start + 2000)])
        elif token.name == "xmp" and not self._hidden:
            self._text.add_preformatted(token.start, token.end)

    def _start(self, tag: StartTag) -> None:
        name = tag.name
        self._close(self._open.implied_ends(name))
        if name in BLOCK_NAMES or name == "hr":
            self._text.separate(BLOCK)
        elif name in CELLS:
            self._text.separate(CELL)
        elif name == "br":
            self._line_break(tag)
        elif name == "script" and "ld+json" in tag.attributes.get("type", "").lower():
            self._page.data.append(self._contents(tag.end))
        if name in ("meta", "link", "base", "time", "html"):
            self._page.head.append(tag)
        if name in VOID or (self._xml and self._source.startswith("/>", tag.end - 2)):
            self._note_id(Element(name, tag.attributes, self._text.length, self._open.block))
            return
        if name == "a" and (before := self._open.innermost("a")) and before.end == -1:
            self._close((before,))
        element = Element(name, tag.attributes, self._text.length, self._open.block)
        self._register(element, tag)
        self._open.push(element)

    def _contents(self, start: int) -> str:
        end = self._source.find("</", start)
        return self._source[start : end if end != -1 else len(self._source)][:1_000_000]

    def _line_break(self, tag: StartTag) -> None:
        if self._preformatted and not self._hidden:
            self._text.add_character("\n", tag.start)
        elif not self._hidden:
            self._text.separate(LINE)

    def _register(self, element: Element, tag: StartTag) -> None:
        """Note what `element` is to the page, and count it in."""
        name, attributes, page = element.name, element.attributes, self._page
        if name in self._unseen or (attributes and self._is_hidden(element)):
            element.hidden = True
            self._hidden += 1
            page.hides.add("noscript" if name == "noscript" else "hidden" if name not in _UNSEEN else name)
        if name == "pre":
            self._preformatted += 1
        self._note_id(element)
        if "class" in attributes and not self._hidden and element.has_token("class", *_SIDENOTES):
            page.sidenotes.append(element)
        if "class" in attributes and not self._hidden and _may_pop_up(element):
            page.popups.append(element)
        if element.is_block and (attributes or name in ("header", "footer", "nav", "aside", "main", "article", "form")):
            page.blocks.append(element)
        if name == "a" and "href" in attributes:
            page.links.append(element)
            self._marks[element] = self._text.mark(), len(page.roles)
        elif name == "q" and not self._hidden:
            self._text.add_character("“" if self._quotes % 2 == 0 else "‘", tag.start)
            self._quotes += 1
        if name == "ol":
            self._lists.append(OrderedList(element))
            page.lists.append(self._lists[-1])
        elif name == "li" and self._lists and self._open.innermost("ol", "ul", "menu") is self._lists[-1].element:
            self._lists[-1].items.append(element)
        if role := self._role(element):
            page.roles.append((role, element))

    def _role(self, element: Element) -> Role | None:
        name, attributes = element.name, element.attributes
        if name in HEADINGS or attributes.get("role") == "heading":
            return Role.HEADING
        if name == "pre":
            return Role.CODE if _CODE_CLASS.search(attributes.get("class", "")) else None
        if name in _ROLES:
            return _ROLES[name]
        return Role.SUPERSCRIPT if _RAISED_STYLE.search(attributes.get("style", "")) else None

    def _is_hidden(self, element: Element) -> bool:
        attributes = element.attributes
        if element.has_token("class", "mw-cite-backlink", "footnote-backrefs", "footnote-backlinks"):
            return True
        if self._hide_popups and _may_pop_up(element):
            return True
        if self._show_hidden:
            return False
        if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
            return True
        if element.name == "dialog" and "open" not in attributes:
            return True
        return "style" in attributes and _HIDING_STYLE.search(attributes["style"]) is not None

    def _note_id(self, element: Element) -> None:
        for attribute in ("id", "name"):
            value = element.attributes.get(attribute)
            if value and (attribute == "id" or element.name == "a") and not self._hidden:
                self._page.ids.setdefault(value, element)

    def _end(self, tag: EndTag) -> None:
        if tag.name == "br":
            self._text.separate(LINE)
        elif tag.name == "p" and self._open.innermost("p") is None:
            self._text.separate(BLOCK)
        if tag.name == "q" and (quote := self._open.innermost("q")) and quote.end == -1 and not self._hidden:
            self._quotes -= 1
            self._text.add_character("”" if self._quotes % 2 == 0 else "’", tag.start)
        self._close(self._open.end(tag.name))

    def _close(self, elements: Iterable[Element]) -> None:
        for element in elements:
            element.end = self._text.length
            name = element.name
            if name in BLOCK_NAMES:
                self._text.separate(BLOCK)
            elif name in CELLS:
                self._text.separate(CELL)
            if element.hidden:
                self._hidden -= 1
            if name == "pre":
                self._preformatted -= 1
            elif name == "a" and element in self._marks:
                self._close_link(element)
            elif name == "ol" and self._lists and self._lists[-1].element is element:
                self._lists.pop()

    def _close_link(self, element: Element) -> None:
        """A link back from a note to its marker is no text of the letter: take it out again."""
        mark, roles = self._marks.pop(element)
        if "#" not in element.attributes["href"]:
            return
        text = self._text.since(mark)
        if len(text) <= 40 and text.strip() and _BACKLINK.fullmatch(text):
            self._text.truncate(mark)
            del self._page.roles[roles:]
            element.end = element.start = self._text.length


def _may_pop_up(element: Element) -> bool:
    """Whether an element's class says that it holds a note which is shown on touch."""
    classes = element.attributes.get("class", "")
    return not element.is_block and element.name not in _MARKER_NAMES and _POPUP_CLASS.search(classes) is not None
