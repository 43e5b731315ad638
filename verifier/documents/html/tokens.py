"""HTML source -> its tags and texts with their offsets, in one linear pass.

A tokenizer of our own for two reasons: every piece of text must keep its place in the source, and the standard
library's parser takes quadratic time on hostile pages. It follows the HTML standard (13.2.5, Tokenization) where that
decides what a reader sees; every search that finds nothing is remembered, so that nothing is searched twice.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?""")
_TAG_END = re.compile(r"[\s/]*>")
_ENTITY_IN_ATTRIBUTE = re.compile(
    r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31})(;|(?=([a-zA-Z0-9=]))|)"
)
_MOST_ATTRIBUTES = 200
_LONGEST_KEPT = 100_000  # characters of an attribute's value; longer ones are pictures
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})

Attributes = dict[str, str]
_NO_ATTRIBUTES: Attributes = {}


class Text(NamedTuple):
    """Character data `source[start:end]`, entities still in it (unless `literal`)."""

    start: int
    end: int
    literal: bool = False


class StartTag(NamedTuple):
    """A start tag at `start`; attribute values are unescaped, names in lower case, the first of a name counts."""

    name: str
    attributes: Attributes
    start: int
    end: int


class EndTag(NamedTuple):
    """An end tag at `start`."""

    name: str
    start: int


class Raw(NamedTuple):
    """The contents of an element that holds no markup (script, title …), after its start tag."""

    name: str
    start: int
    end: int


Token = Text | StartTag | EndTag | Raw


class Tokenizer:
    """Reads `source` once; `remarks` says afterwards what could not be read to its end."""

    def __init__(self, source: str, *, xml: bool = False) -> None:
        self._source = source
        self._xml = xml
        self._missing: set[str] = set()
        self.remarks: list[str] = []

    def tokens(self) -> Iterator[Token]:
        """The tokens of the page, in order."""
        source, at, size = self._source, 0, len(self._source)
        while at < size:
            opening = source.find("<", at)
            if opening == -1:
                yield Text(at, size)
                return
            if opening > at:
                yield Text(at, opening)
            following = source[opening + 1 : opening + 2]
            if following.isalpha() and following.isascii():
                tag = self._start_tag(opening)
                if tag is None:
                    self._cut(opening, "a tag")
                    return
                yield tag
                at = tag.end
                if tag.name in _RAW and not source.startswith("/>", at - 2):
                    raw = self._raw(tag.name, at)
                    yield raw
                    at = raw.end
            elif following == "/":
                name = _NAME.match(source, opening + 2)
                if name:
                    yield EndTag(name[0].lower(), opening)
                at = self._after(">", opening + 2)
            elif following in ("!", "?") and following:
                cdata = self._xml and source.startswith("<![CDATA[", opening)
                at = self._after_declaration(opening)
                if cdata:
                    yield Text(opening + 9, at - 3 if at < size else size, literal=True)
            else:
                yield Text(opening, opening + 1, literal=True)
                at = opening + 1

    def _start_tag(self, opening: int) -> StartTag | None:
        """The tag that begins at `opening`; None when the page ends inside it."""
        source = self._source
        name = _NAME.match(source, opening + 1)
        if name is None:  # cannot be: the caller saw a letter
            return None
        at = name.end()
        attributes: Attributes = {}
        while not (end := _TAG_END.match(source, at)):
            match = _ATTRIBUTE.match(source, at)
            if match is None:
                return None
            at = match.end()
            if len(attributes) < _MOST_ATTRIBUTES and at - match.start() < _LONGEST_KEPT:
                value = match[2] or match[3] or match[4] or ""
                attributes.setdefault(match[1].lower(), unescape_attribute(value) if "&" in value else value)
        return StartTag(name[0].lower(), attributes or _NO_ATTRIBUTES, opening, end.end())

    def _raw(self, name: str, at: int) -> Raw:
        """Up to the end tag of `name`, or, without one, to the end of the page (titles: to the next tag)."""
        if name not in self._missing:
            match = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self._source, at)
            if match:
                return Raw(name, at, match.start())
            self._missing.add(name)
        if name in ("title", "textarea"):
            end = self._source.find("<", at)
            return Raw(name, at, len(self._source) if end == -1 else end)
        self._cut(at, f"a <{name}> element")
        return Raw(name, at, len(self._source))

    def _after_declaration(self, opening: int) -> int:
        source = self._source
        if source.startswith("<!--", opening):
            if source.startswith((">", "->"), opening + 4):
                return source.index(">", opening) + 1
            end, other = self._find("-->", opening + 4), self._find("--!>", opening + 4)
            if end == -1 and other == -1:
                self._cut(opening, "a comment")
                return len(source)
            return end + 3 if end != -1 and (other == -1 or end < other) else other + 4
        if self._xml and source.startswith("<![CDATA[", opening):
            return self._after("]]>", opening)
        return self._after(">", opening)

    def _after(self, mark: str, at: int) -> int:
        found = self._find(mark, at)
        return len(self._source) if found == -1 else found + len(mark)

    def _find(self, mark: str, at: int) -> int:
        if mark in self._missing:
            return -1
        found = self._source.find(mark, at)
        if found == -1:
            self._missing.add(mark)
        return found

    def _cut(self, at: int, what: str) -> None:
        line = self._source.count("\n", 0, at) + 1
        self.remarks.append(f"The page ends inside {what} that begins on line {line}; what follows was not read.")


class Attribute(NamedTuple):
    """An attribute in the source: its name in lower case, the span of its value, and the quotes around it ("" if none).

    Without a value the span is empty and lies after the name.
    """

    name: str
    start: int
    end: int
    quote: str


def attributes_of(source: str, tag: StartTag) -> Iterator[Attribute]:
    """The attributes of `tag` where they stand in `source`."""
    name = _NAME.match(source, tag.start + 1)
    at = name.end() if name else tag.end
    while not _TAG_END.match(source, at) and (match := _ATTRIBUTE.match(source, at)):
        at = match.end()
        group = next((number for number in (2, 3, 4) if match[number] is not None), 1)
        start, end = match.span(group) if group > 1 else (match.end(1), match.end(1))
        yield Attribute(match[1].lower(), start, end, {2: '"', 3: "'"}.get(group, ""))


def unescape_attribute(value: str) -> str:
    """Character references as an attribute has them: `&copy=1` is left alone, `&amp;` and `&copy;` are not."""

    def replace(match: re.Match[str]) -> str:
        named_without_end = match[1] == "" and match[0][1] != "#"
        return match[0] if named_without_end and match[2] else html.unescape(match[0])

    return _ENTITY_IN_ATTRIBUTE.sub(replace, value)
