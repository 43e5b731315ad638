"""A document's text seen as lines and roles: in, a Document; out, look-ups by offset at the cost of a bisection.

Every finder of this room asks the same things of a text (which line, is this code, is this navigation), so they are
worked out once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from verifier.model.document import Document, Role
from verifier.model.pages import page_breaks, running_lines

_QUOTE_MARKS = re.compile(r"[ \t]{0,3}(?:>[ \t]?){1,20}")
QUOTED_LINE = re.compile(r"\n[ \t]{0,3}>[> \t]{0,20}")
"""A line break and the marks of quoted mail behind it."""
_LINE_BREAK = re.compile(r"[\n\f\u2028\u2029]")


_FULL_LINE = 40
"""A shorter line may be a heading."""


class Spans:
    """Stretches of the text, looked up by offset; they may nest or overlap."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends: list[int] = []
        furthest = 0
        for _, end in ordered:
            # The furthest end so far stands for all spans before it, which makes nesting harmless.
            furthest = max(furthest, end)
            self._ends.append(furthest)

    def __contains__(self, offset: int) -> bool:
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]

    def next_start(self, offset: int, default: int) -> int:
        """The first start at or after `offset`, or `default`."""
        index = bisect_right(self._starts, offset - 1)
        return self._starts[index] if index < len(self._starts) else default


_NOWHERE = Spans(())


class Layout:
    """The lines of a document and the roles of its stretches."""

    __slots__ = (
        "_furniture",
        "_link_ends",
        "_starts",
        "code",
        "document",
        "has_roles",
        "headings",
        "superscript",
        "surroundings",
        "text",
        "tied",
        "unseen",
    )

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self._starts = [0, *(match.end() for match in _LINE_BREAK.finditer(document.text))]
        self._furniture: frozenset[int] | None = None
        self._link_ends: frozenset[int] | None = None
        self.has_roles = bool(document.regions)
        self.code = self._role(Role.CODE)
        self.surroundings = self._role(Role.SURROUNDINGS)
        labels = ((note.start, note.body) for note in document.note_spans if note.body is not None)
        self.tied = Spans((*((marker.start, marker.end) for marker in document.marker_spans), *labels))
        self.headings = self._role(Role.HEADING)
        self.superscript = self._role(Role.SUPERSCRIPT)
        self.unseen = self._role(Role.TARGET)

    def _role(self, role: Role) -> Spans:
        if not self.has_roles:
            return _NOWHERE
        return Spans((region.start, region.end) for region in self.document.regions if region.role is role)

    @property
    def line_starts(self) -> Sequence[int]:
        """Offsets at which lines start."""
        return self._starts

    def line_at(self, offset: int) -> int:
        """The index of the line that holds `offset`."""
        return bisect_right(self._starts, offset) - 1

    def line_start(self, index: int) -> int:
        """Where line `index` starts; past the last line, the end of the text."""
        return self._starts[index] if index < len(self._starts) else len(self.text)

    def line_end(self, index: int) -> int:
        """Where line `index` ends, its line break left out."""
        if index + 1 < len(self._starts):
            return self._starts[index + 1] - 1
        return len(self.text)

    def begins_line(self, offset: int) -> bool:
        """Whether nothing but brackets stands before `offset` on its line."""
        return not self.text[max(self.line_start(self.line_at(offset)), offset - 9) : offset].strip("[ \t")

    def ends_link(self, offset: int) -> bool:
        """Whether the words of a link end right before `offset`."""
        if self._link_ends is None:
            self._link_ends = frozenset(link.end for link in self.document.links)
        return offset in self._link_ends

    def line(self, index: int) -> str:
        """The text of line `index` without white space around it and without the marks of quoted mail."""
        line = self.text[self.line_start(index) : self.line_end(index)].strip()
        return line.lstrip("> ") if line.startswith(">") else line

    def is_furniture(self, index: int) -> bool:
        """Whether line `index` is a page's running head or foot: it stands by page breaks again and again."""
        return index in self.furniture

    def is_page_number(self, index: int) -> bool:
        """Whether line `index`, a number alone, is a page's: a running head stands beside it."""
        beside = (index - 1, index + 1)
        return self.is_furniture(index) and any(
            self.is_furniture(at) and not self.line(at).isdigit() for at in beside if 0 <= at < self.line_count
        )

    @property
    def furniture(self) -> frozenset[int]:
        """The lines that are running heads and feet."""
        if self._furniture is None:
            self._furniture = self._running_lines()
        return self._furniture

    def _running_lines(self) -> frozenset[int]:
        breaks = list(page_breaks(self.text))
        near: set[int] = set()
        for first in map(self.line_at, [0, *breaks] if breaks else ()):
            near.update(self._visible(first, 1), self._visible(first - 1, -1))
        return running_lines((index, self.line(index)) for index in near)

    def _visible(self, index: int, step: int) -> Iterator[int]:
        """Up to two non-blank lines from `index` on, looking no further than eight lines."""
        found = 0
        for at in range(index, index + 8 * step, step):
            if found == 2 or not 0 <= at < self.line_count:
                return
            if self.line(at):
                found += 1
                yield at

    def page_gaps(self) -> Iterator[tuple[int, int]]:
        """Where a sentence runs over the end of a page: the stretch between its two parts, running lines and all."""
        done = -1
        for index in sorted(self.furniture):
            if index <= done:
                continue
            above, below = index - 1, index + 1
            while above >= 0 and not (self.line(above) and not self.is_furniture(above)):
                above -= 1
            while below < self.line_count and not (self.line(below) and not self.is_furniture(below)):
                below += 1
            done = below
            if above < 0 or below == self.line_count:
                continue
            last, first = self.line(above), self.line(below)
            if len(last) > _FULL_LINE and (last[-1].isalnum() or last[-1] in ",-") and first[0].isalpha():
                yield self.line_end(above), self.line_start(below)

    def heading_bounds(self) -> Iterator[tuple[int, int]]:
        """Where what the format makes a heading begins and ends, each as an empty stretch; its lines go together."""
        ended = -1
        for region in self.document.regions:
            if region.role is not Role.HEADING:
                continue
            if ended < 0 or self.text[ended : region.start].strip():
                yield from ((ended, ended),) if ended >= 0 else ()
                yield region.start, region.start
            ended = region.end
        if ended >= 0:
            yield ended, ended

    def quote_depth(self, index: int) -> int:
        """How many marks of quoted mail (`>`) begin line `index`."""
        start = self.line_start(index)
        marks = _QUOTE_MARKS.match(self.text, start, self.line_end(index))
        return marks[0].count(">") if marks else 0

    @property
    def line_count(self) -> int:
        """How many lines there are; never 0."""
        return len(self._starts)

    def lines_before(self, offset: int, count: int) -> list[tuple[int, str]]:
        """Up to `count` non-blank lines before the line of `offset`, nearest first, with their starts.

        Looks back over at most 12 lines per line wanted, so that a desert of blank lines costs nothing.
        """
        found: list[tuple[int, str]] = []
        index = self.line_at(offset) - 1
        floor = index - 12 * count
        while index >= 0 and index > floor and len(found) < count:
            line = self.line(index)
            if line:
                found.append((self.line_start(index), line))
            index -= 1
        return found
