"""Which element is open where: the stack of open elements, with the end tags that HTML lets authors leave out.

After the HTML standard (13.2.6, Tree construction), cut down to what the text of a letter needs: no tree is kept, an
element only knows where its text begins and ends. Every step takes constant time on average, however deep the page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from verifier.documents.html.tokens import Attributes

VOID = frozenset([
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "keygen", "frame",
])  # fmt: skip
BLOCK = frozenset([
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "search", "section",
    "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "caption", "listing", "xmp", "optgroup",
])  # fmt: skip
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
CELLS = frozenset({"td", "th"})
_ROW_GROUPS = frozenset({"tbody", "thead", "tfoot"})
_CLOSES_P = BLOCK - {"option", "optgroup", "html", "body", "tr", "tbody", "thead", "tfoot", "caption", "legend"}
_FENCES = frozenset({"td", "th", "caption", "table", "button", "object", "template", "noscript"})
_TABLE_PARTS = frozenset({"td", "th", "tr", "tbody", "thead", "tfoot", "caption", "table"})


class Element:
    """An element of the page: its text is `text[start:end]`; `end` is -1 while it is open."""

    __slots__ = ("attributes", "block", "end", "hidden", "name", "start")

    def __init__(self, name: str, attributes: Attributes, start: int, block: Element | None) -> None:
        self.name = name
        self.attributes = attributes
        self.start = start
        self.end = -1
        self.block = block
        self.hidden = False

    @property
    def is_block(self) -> bool:
        """Whether it stands on lines of its own."""
        return self.name in BLOCK or self.name in CELLS

    def has_token(self, attribute: str, *wanted: str) -> bool:
        """Whether the space-separated `attribute` holds one of `wanted` (lower case)."""
        value = self.attributes.get(attribute)
        return value is not None and not set(wanted).isdisjoint(value.lower().split())


class OpenElements:
    """The stack. Opening and closing yield the elements that were closed by it, innermost first."""

    def __init__(self) -> None:
        self._stack: list[Element] = []
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._fences: list[int] = []
        self._blocks: list[Element] = []

    @property
    def block(self) -> Element | None:
        """The innermost open block."""
        return self._blocks[-1] if self._blocks else None

    def innermost(self, *names: str) -> Element | None:
        """The innermost open element that has one of `names`."""
        place = max((self._places[name][-1] for name in names if self._places.get(name)), default=-1)
        return self._stack[place] if place >= 0 else None

    def push(self, element: Element) -> None:
        """Open `element`."""
        place = len(self._stack)
        self._stack.append(element)
        self._places[element.name].append(place)
        if element.name in _FENCES:
            self._fences.append(place)
        if element.is_block:
            self._blocks.append(element)

    def implied_ends(self, name: str) -> Iterator[Element]:
        """Close what the start tag of `name` ends without saying so."""
        if name in _CLOSES_P:
            yield from self._close_from(self._within("p"))
        if name == "li":
            place = self._within("li")
            if place > max(self._within("ul"), self._within("ol"), self._within("menu")):
                yield from self._close_from(place)
        elif name in ("dt", "dd"):
            place = max(self._within("dt"), self._within("dd"))
            if place > self._within("dl"):
                yield from self._close_from(place)
        elif name in HEADINGS:
            if self._stack and self._stack[-1].name in HEADINGS:
                yield from self._close_from(len(self._stack) - 1)
        elif name == "option":
            yield from self._close_from(self._within("option"))
        elif name in CELLS or name == "tr" or name in _ROW_GROUPS:
            yield from self._close_table_parts(name)
        elif name == "body":
            yield from self.end("head")

    def end(self, name: str) -> Iterator[Element]:
        """Close the innermost open `name`: with all inside it for a block, alone for an inline element."""
        places = self._places.get(name)
        if not places:
            return
        beyond_fence = bool(self._fences) and places[-1] < self._fences[-1]
        if beyond_fence and name not in _TABLE_PARTS and name not in _FENCES:
            return
        place = places[-1]
        element = self._stack[place]
        if element.is_block or name in _FENCES or place == len(self._stack) - 1:
            yield from self._close_from(place)
        elif element.end == -1:
            places.pop()
            yield element  # the caller closes it; it leaves the stack with what surrounds it

    def end_all(self) -> Iterator[Element]:
        """Close everything, at the end of the page."""
        yield from self._close_from(0)

    def _within(self, name: str) -> int:
        """The place of the innermost open `name` inside the present cell or the like; -1 without one."""
        places = self._places.get(name)
        place = places[-1] if places else -1
        return place if not self._fences or place > self._fences[-1] else -1

    def _close_table_parts(self, name: str) -> Iterator[Element]:
        table = self._places["table"][-1] if self._places.get("table") else -1
        closing = {"tr", *CELLS} if name == "tr" else CELLS if name in CELLS else {"tr", *CELLS, *_ROW_GROUPS}
        places = [self._places[part][-1] for part in closing if self._places.get(part)]
        inside = [place for place in places if place > table]
        if inside:
            yield from self._close_from(min(inside))

    def _close_from(self, place: int) -> Iterator[Element]:
        if place < 0:
            return
        while len(self._stack) > place:
            element = self._stack.pop()
            last = len(self._stack)
            places = self._places[element.name]
            if places and places[-1] == last:
                places.pop()
            if self._fences and self._fences[-1] == last:
                self._fences.pop()
            if self._blocks and self._blocks[-1] is element:
                self._blocks.pop()
            if element.end == -1:
                yield element
