"""Paragraphs of Markdown -> links, footnote markers, code spans (pure), by one linear scan of each paragraph.

After CommonMark 0.31, section 6, with one deliberate difference: a target with stray white space in it
(`[text](https://example.org/a b/c)`) is still taken for a link, for mending such links is what this program is for.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from verifier.documents.markdown.blocks import Definition, key_of
from verifier.model.document import Link, MarkerSpan, Region, Role

_SPECIAL = re.compile(r"[\\`<\[\]!]")
_TICKS = re.compile(r"`+")
_AUTOLINK = re.compile(r"<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*)>")
_A_HREF = re.compile(
    r"""<a\s(?:[^<>"']|"[^"]*"|'[^']*'){0,400}?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE
)
_ANCHOR_END = re.compile(r"</a\s*>", re.IGNORECASE)
_TAG = re.compile(r"""</?[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*'){0,2000}>""")
_NO_WORDS = r"\s+|<[^<>]{0,2000}>|!\[[^\[\]]{0,1000}\]\([^()]{0,2000}\)"
_WORDLESS_START = re.compile(rf"(?:{_NO_WORDS})*+")
_WORDLESS_END = re.compile(rf"(?:{_NO_WORDS})++\Z")
"""Tags and pictures around the words of a link."""
_LONGEST_SHOWN = 2000  # characters; what tags and pictures stand around longer ones is not looked at
_FOOTNOTE = re.compile(r"\[\^([^\]\[\s]{1,100})\]")
_TARGET = re.compile(r"\(\s*(?:<([^<>\n]*)>|([^\s()<][^\s()]*(?:\([^\s()]*\)[^\s()]*)*)?)")
_TITLE = re.compile(r"""\s+(?:"(?:[^"\\]|\\.){0,1000}"|'(?:[^'\\]|\\.){0,1000}'|\((?:[^()\\]|\\.){0,1000}\))""")
_BROKEN_TARGET = re.compile(
    r"\(\s*((?:https?|hxxps?|ftp|www)\b[^()\"'<>\n]{0,400}(?:\n[^()\"'<>\n]{1,400}){0,3}(?:\([^()\n]{0,100}\)[^()\"'\n]{0,200})?)\)"
)
_REFERENCE = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999})\]")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_NO_CITATION = ("mailto:", "tel:", "javascript:", "data:", "sms:", "#")
_ABSOLUTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]{0,30}:|//|www\.", re.IGNORECASE)
_MOST_OPEN = 1000


@dataclass(slots=True)
class Inline:
    """What the inline markup of a source holds."""

    links: list[Link] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    markers: list[MarkerSpan] = field(default_factory=list)
    fragments: list[tuple[int, int, str]] = field(default_factory=list)
    """Links inside the document: the span of their words, and the name they lead to."""
    inline_notes: list[tuple[int, int]] = field(default_factory=list)
    """Notes in the line: where `^[` begins, and where the bracket stands that closes it."""
    relative: int = 0
    """How many relative links were left out."""


def scan(text: str, start: int, end: int, definitions: Mapping[str, Definition], found: Inline) -> None:
    """Scan the paragraphs in `text[start:end]` and add what they hold to `found`."""
    _Scan(text, end, definitions, found).run(start)


def unescape(target: str) -> str:
    """A link target without Markdown's backslash escapes and character references."""
    plain = _ESCAPE.sub(r"\1", target) if "\\" in target else target
    return html.unescape(plain) if re.search(r"&(?:#\w{1,8}|\w{1,31});", plain) else plain


class _Scan:
    """The state of one scan: the open brackets, and which lengths of backtick runs are known not to close."""

    def __init__(self, text: str, end: int, definitions: Mapping[str, Definition], found: Inline) -> None:
        self._text = text
        self._end = end
        self._definitions = definitions
        self._found = found
        self._open: list[tuple[int, bool]] = []
        self._unclosed: set[int] = set()
        self._no_anchor_end = False

    def run(self, at: int) -> None:
        while True:
            match = _SPECIAL.search(self._text, at, self._end)
            if match is None:
                return
            at = self._step(match[0], match.start())

    def _step(self, character: str, at: int) -> int:
        """Read what begins at `at` with `character`; returns where to go on."""
        match character:
            case "\\":
                return at + 2
            case "`":
                return self._code(at)
            case "<":
                return self._angle(at)
            case "!" | "[":
                return self._bracket(at)
            case _:
                return self._close(at)

    def _push(self, at: int, *, image: bool) -> None:
        if len(self._open) >= _MOST_OPEN:
            del self._open[: _MOST_OPEN // 2]
        self._open.append((at, image))

    def _bracket(self, at: int) -> int:
        if self._text[at] == "!":
            if self._text.startswith("[", at + 1) and not self._text.startswith("[^", at + 1):
                self._push(at + 1, image=True)
                return at + 2
            return at + 1
        footnote = _FOOTNOTE.match(self._text, at, self._end)
        raised = footnote and footnote[1].endswith("^") and self._text.startswith("(", footnote.end())
        if footnote and not raised and not self._text.startswith(":", footnote.end()):
            self._found.markers.append(MarkerSpan(footnote[1], at, footnote.end()))
            return footnote.end()
        self._push(at, image=False)
        return at + 1

    def _code(self, at: int) -> int:
        ticks = _TICKS.match(self._text, at, self._end)
        after = ticks.end() if ticks else at + 1
        length = after - at
        if length in self._unclosed:
            return after
        for closing in _TICKS.finditer(self._text, after, self._end):
            if closing.end() - closing.start() == length:
                self._found.regions.append(Region(at, closing.end(), Role.CODE))
                return closing.end()
        self._unclosed.add(length)
        return after

    def _angle(self, at: int) -> int:
        text, end = self._text, self._end
        if auto := _AUTOLINK.match(text, at, end):
            self._add(at + 1, auto.end() - 1, auto[1])
            return auto.end()
        if text[at + 1 : at + 3] in ("a ", "A ", "a\n") and (anchor := _A_HREF.match(text, at, end)):
            return self._anchor(anchor)
        tag = _TAG.match(text, at, end)
        if tag and "=" in tag[0] and tag[0][1].islower():  # capitals name a component: what it shows, nobody knows
            self._found.regions.append(Region(at, tag.end(), Role.TARGET))
        return tag.end() if tag else at + 1

    def _anchor(self, anchor: re.Match[str]) -> int:
        group = anchor.lastindex or 1
        opened = self._text.find(">", anchor.end(), self._end)
        if opened == -1 or self._no_anchor_end:
            return anchor.end()
        closing = _ANCHOR_END.search(self._text, opened, self._end)
        if closing is None:
            self._no_anchor_end = True
            return anchor.end()
        self._found.regions.append(Region(anchor.start(), opened + 1, Role.TARGET))
        shown = self._words(opened + 1, closing.start()) or anchor.span(group)
        self._add(*shown, html.unescape(anchor[group]))
        return opened + 1

    def _words(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the words of a link stand without the tags and pictures around them; None when it has no words."""
        if end - start > _LONGEST_SHOWN:
            return start, end
        if wordless := _WORDLESS_START.match(self._text, start, end):
            start = wordless.end()
        if wordless := _WORDLESS_END.search(self._text, start, end):
            end = wordless.start()
        return (start, end) if start < end else None

    def _close(self, at: int) -> int:
        """A closing bracket: the end of a link's text, if a target or a defined label goes with it."""
        if not self._open:
            return at + 1
        start, image = self._open.pop()
        inside = self._text[start:at]
        if not image and self._text[max(start - 2, 0) : start].endswith("^") and (" " in inside or "://" in inside):
            if self._text[max(start - 2, 0) : start] != "\\^":
                self._found.inline_notes.append((start - 1, at))
            return at + 1
        found = self._inline_target(at + 1) or self._reference(start, at)
        if found is None:
            return at + 1
        target, after, spelt = found
        if spelt:
            self._found.regions.append(Region(*spelt, Role.TARGET))
        if not image:
            self._add(start + 1, at, unescape(target))
            self._open = [(place, is_image) for place, is_image in self._open if is_image]  # no link inside a link
        return after

    def _inline_target(self, at: int) -> tuple[str, int, tuple[int, int]] | None:
        text, end = self._text, self._end
        if not text.startswith("(", at):
            return None
        if match := _TARGET.match(text, at, end):
            group = 1 if match[1] is not None else 2
            after = match.end()
            if title := _TITLE.match(text, after, end):
                after = title.end()
            while after < end and text[after] in " \t\n":
                after += 1
            if text.startswith(")", after) and match[group] is not None:
                return match[group], after + 1, (match.start(group), after)
        if broken := _BROKEN_TARGET.match(text, at, end):
            return broken[1].rstrip(), broken.end(), broken.span(1)
        return None

    def _reference(self, start: int, at: int) -> tuple[str, int, tuple[int, int] | None] | None:
        label, after = self._text[start + 1 : at], at + 1
        if match := _REFERENCE.match(self._text, after, self._end):
            label, after = match[1] or label, match.end()
        if len(label) > 999:
            return None
        definition = self._definitions.get(key_of(label))
        return (definition.target, after, None) if definition else None

    def _add(self, start: int, end: int, url: str) -> None:
        if url.startswith("#"):
            self._found.fragments.append((start, end, url[1:]))
        if url.lower().startswith(_NO_CITATION) or not url:
            return
        if _ABSOLUTE.match(url):
            self._found.links.append(Link(start, end, url))
        else:
            self._found.relative += 1
            if "#" in url:
                self._found.fragments.append((start, end, url.partition("#")[2]))
