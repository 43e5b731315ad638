"""Markdown source -> its blocks: which stretches are code, headings, quotations, definitions, comments (pure).

After CommonMark 0.31 (section 4 and 5), with footnotes and front matter as GitHub, Pandoc and static site generators
have them. The text itself is never changed; every block is a span of the source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from verifier.model.document import Region, Role

_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_QUOTE = re.compile(r" {0,3}>")
_QUOTE_MARKS = re.compile(r"(?: {0,3}> ?)+")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)\s*$")
_ITEM = re.compile(r"(\s{0,12})(?:[-+*]|\d{1,9}[.)])(\s+|$)")
_FOOTNOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,100})\]:[ \t]?")
_DEFINITION = re.compile(
    r" {0,3}\[((?:[^\[\]\\]|\\.){1,999})\]:[ \t]*+(?:\n[ \t]*+)?+(?:<([^<>\n]*)>|(\S+))"
    r"(?:[ \t]*+(?:\n[ \t]*+)?+(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'|\([^()\n]{0,500}\)))?[ \t]*+(?=\n|$)"
)
_DEFINITION_START = re.compile(r" {0,3}\[[^\]^]")
_DEFINED = re.compile(r" {0,3}\[([^\[\]^][^\[\]]{0,99})\]:[ \t]*\S")
_USED = re.compile(r"\]\[([^\[\]\n]{1,100})\]")
_BREAK = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")


class Definition(NamedTuple):
    """A link reference definition: its target as written, and the span of the target in the source."""

    target: str
    start: int
    end: int


class Footnote(NamedTuple):
    """A footnote definition; `body` is where its words begin."""

    label: str
    start: int
    end: int
    body: int


@dataclass(slots=True)
class Blocks:
    """The blocks of a source. `prose` are the spans in which inline markup counts, in order."""

    regions: list[Region] = field(default_factory=list)
    definitions: dict[str, Definition] = field(default_factory=dict)
    footnotes: list[Footnote] = field(default_factory=list)
    prose: list[tuple[int, int]] = field(default_factory=list)


def key_of(label: str) -> str:
    """A reference's label as it is compared: without case, white space collapsed."""
    return " ".join(label.split()).casefold()


def find_blocks(text: str, start: int) -> Blocks:
    """The blocks of `text` from offset `start` on."""
    return _Scanner(text, start).blocks()


class _Scanner:
    """Goes over the lines once; each method looks at one line and says whether it took it."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._at = start
        self._found = Blocks()
        self._fence = ""
        self._fence_start = 0
        self._paragraph: int | None = None
        self._quote: int | None = None
        self._quote_end = 0
        self._code: int | None = None
        self._code_end = 0
        self._item_indent: int | None = None
        self._note: tuple[str, int, int] | None = None
        self._note_end = 0
        self._used: frozenset[str] | None = None
        self._blank = True

    def blocks(self) -> Blocks:
        text, size = self._text, len(self._text)
        while self._at < size:
            end = text.find("\n", self._at)
            end = size if end == -1 else end
            self._at = self._line(self._at, text[self._at : end], end) + 1
        self._end_fence(size)
        self._end_note()
        self._end_quote()
        self._end_code()
        self._end_prose(size)
        return self._found

    def _line(self, start: int, line: str, end: int) -> int:
        """Read the line at `start`; returns where what was read ends (a line's end)."""
        quoted = _QUOTE_MARKS.match(line) if ">" in line[:8] and self._code is None else None
        content = line[quoted.end() :] if quoted else line
        blank = not content.strip()
        if self._in_fence(content, end):
            return end
        if not line.strip():
            self._blank_line(start)
            return end
        self._follow_quote(quoted is not None, start, end)
        self._follow_note(content, start, end)
        if not blank and self._is_code(content, start, end, quoted=quoted is not None):
            return end
        self._end_code()
        offset = start + len(line) - len(content)
        if fence := _FENCE.match(content):
            self._end_prose(start)
            self._fence, self._fence_start = fence[1], start
            return end
        return self._flow(content, offset, end)

    def _flow(self, content: str, offset: int, end: int) -> int:
        """A line that is neither code nor blank: footnote, definition, heading, list item or paragraph."""
        if footnote := _FOOTNOTE.match(content):
            self._end_note()
            self._note = (
                footnote[1],
                offset + footnote.start() + content[: footnote.end()].index("["),
                offset + footnote.end(),
            )
            self._note_end = end
        elif self._paragraph is None and _DEFINITION_START.match(content):
            if definition := _DEFINITION.match(self._text, offset):
                self._define(definition)
                return definition.end()
        elif _HEADING.match(content):
            self._found.regions.append(Region(offset, end, Role.HEADING))
            self._open_prose(offset)
            self._blank, self._paragraph = False, None
            return end
        elif self._paragraph is not None and _UNDERLINE.match(content):
            self._found.regions.append(Region(self._paragraph, end, Role.HEADING))
            self._paragraph = None
            return end
        if item := _ITEM.match(content):
            self._item_indent = item.end() if not _BREAK.match(content) else None
            self._paragraph = None
        elif not content.startswith((" ", "\t")) and self._blank:
            self._item_indent = None
        self._open_prose(offset)
        if self._paragraph is None:
            self._paragraph = offset
        self._blank = False
        return end

    def _in_fence(self, content: str, end: int) -> bool:
        if not self._fence:
            return False
        stripped = content.strip()
        if stripped.startswith(self._fence) and not stripped.strip(self._fence[0]):
            self._end_fence(end)
        return True

    def _end_fence(self, end: int) -> None:
        if self._fence:
            self._found.regions.append(Region(self._fence_start, end, Role.CODE))
            self._fence, self._paragraph, self._blank = "", None, False

    def _blank_line(self, start: int) -> None:
        self._blank = True
        self._paragraph = None
        self._end_prose(start)
        self._end_quote()

    def _is_code(self, content: str, start: int, end: int, *, quoted: bool) -> bool:
        """Whether a line is indented code: four columns in, after a blank line, and no list's or footnote's own."""
        indent = _columns(content)
        if indent < 4 or self._note is not None or quoted:
            return False
        if self._code is None:
            inner = indent - (self._item_indent or 0)
            if not self._blank or self._paragraph is not None or inner < 4:
                return False
            self._code = start
        self._code_end = end
        return True

    def _end_code(self) -> None:
        if self._code is not None:
            self._found.regions.append(Region(self._code, self._code_end, Role.CODE))
            self._code, self._blank = None, False

    def _follow_quote(self, quoted: bool, start: int, end: int) -> None:
        if quoted:
            self._quote = start if self._quote is None else self._quote
            self._quote_end = end
        elif self._quote is not None:
            if self._paragraph is None:
                self._end_quote()
            else:
                self._quote_end = end  # a lazy continuation line

    def _end_quote(self) -> None:
        if self._quote is not None:
            self._found.regions.append(Region(self._quote, self._quote_end, Role.QUOTED))
            self._quote = None

    def _follow_note(self, content: str, start: int, end: int) -> None:
        """A footnote goes on with lines that are indented, or that follow without a blank line."""
        if self._note is None:
            return
        starts_block = _HEADING.match(content) or _FOOTNOTE.match(content) or _QUOTE.match(content)
        if not starts_block and self._defines_used(content):
            self._end_note()
            self._end_prose(start)
            self._paragraph = None
            return
        if content.startswith(("  ", "\t")) or (not self._blank and not starts_block):
            self._note_end = end
        else:
            self._end_note()

    def _defines_used(self, content: str) -> bool:
        """Whether a line right below a footnote defines a target that words of the text lead to: `[words][name]`.

        CommonMark reads it as the note's last words; its author meant a definition.
        """
        name = _DEFINED.match(content)
        if name is None:
            return False
        if self._used is None:
            self._used = frozenset(key_of(used[1]) for used in _USED.finditer(self._text))
        return key_of(name[1]) in self._used

    def _end_note(self) -> None:
        if self._note is not None:
            label, start, body = self._note
            self._found.footnotes.append(Footnote(label, start, max(self._note_end, body), body))
            self._note = None

    def _define(self, match: re.Match[str]) -> None:
        group = 2 if match[2] is not None else 3
        definition = Definition(match[group], match.start(group), match.end(group))
        self._found.definitions.setdefault(key_of(match[1]), definition)
        self._blank = True

    def _open_prose(self, offset: int) -> None:
        if not self._found.prose or self._found.prose[-1][1] != -1:
            self._found.prose.append((offset, -1))

    def _end_prose(self, end: int) -> None:
        if self._found.prose and self._found.prose[-1][1] == -1:
            self._found.prose[-1] = (self._found.prose[-1][0], end)


def _columns(line: str) -> int:
    """The indentation of a line in columns; tabs go to the next multiple of four."""
    columns = 0
    for character in line:
        if character == " ":
            columns += 1
        elif character == "\t":
            columns += 4 - columns % 4
        else:
            break
    return columns
