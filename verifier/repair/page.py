"""The document as repair sees it: its lines, its words, and the other links in it. Built only when asked for.

In: a document's text and the references found in it. Out: line lengths and neighbours, how often a word occurs, which
URLs stand unbroken elsewhere. All linear in the text, all lazy: a document without broken links pays for none of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from verifier.repair import syntax

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verifier.model.citation import Reference
    from verifier.model.document import Document

WORD = re.compile(r"[^\W\d_]{1,40}")
_LINE_END = re.compile(r"[\n\f\x0b\u2028\u2029]")
_AROUND = 30
"""How many lines either way tell how full a line can be."""


class Line(NamedTuple):
    """One line: where its text begins and ends (white space off both ends), and how far it is indented."""

    number: int
    first: int
    last: int
    indent: int

    @property
    def length(self) -> int:
        """How far the line reaches, indent included, in characters."""
        return self.indent + self.last - self.first


class Page:
    """What surrounds a link, for the document at hand."""

    def __init__(self, document: Document, references: Sequence[Reference]) -> None:
        self.document = document
        self.text = document.text
        self.references = references
        self._widths: dict[int, tuple[int, int]] = {}

    @cached_property
    def starts(self) -> list[int]:
        """Where each line starts."""
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def line_at(self, offset: int) -> int:
        """The number, from 0, of the line that holds `offset`."""
        return bisect_right(self.starts, offset) - 1

    def line(self, number: int) -> Line | None:
        """The line with this number, or None outside the text."""
        if not 0 <= number < len(self.starts):
            return None
        start = self.starts[number]
        end = self.starts[number + 1] - 1 if number + 1 < len(self.starts) else len(self.text)
        body = self.text[start : min(end, start + 4000)]
        stripped = body.strip()
        indent = len(body) - len(body.lstrip()) if stripped else len(body)
        return Line(number, start + indent, start + indent + len(stripped), indent)

    def widths(self, number: int) -> tuple[int, int]:
        """How far nearly full lines around this one reach, and the farthest one: 90th percentile and maximum."""
        bucket = number // 8
        if bucket not in self._widths:
            near = (self.line(other) for other in range(bucket * 8 - _AROUND, bucket * 8 + 8 + _AROUND))
            lengths = sorted(line.length for line in near if line and line.last > line.first) or [0]
            self._widths[bucket] = (lengths[int(len(lengths) * 0.9)], lengths[-1])
        return self._widths[bucket]

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word occurs in the document outside its links, in lower case."""
        counts: Counter[str] = Counter()
        at = 0
        for reference in self.references:
            if reference.start > at:
                counts.update(WORD.findall(self.text[at : reference.start].lower()))
            at = max(at, reference.end)
        counts.update(WORD.findall(self.text[at:].lower()))
        return counts

    @cached_property
    def known(self) -> Counter[str]:
        """The URLs that stand in the document, links of the format included, by their comparison key."""
        urls = [reference.value for reference in self.references]
        return Counter(syntax.key(url) for url in urls)

    @cached_property
    def _sorted_keys(self) -> list[str]:
        return sorted(self.known)

    def continues_known(self, key: str) -> bool:
        """Does some other URL of the document begin with this and go on?"""
        at = bisect_right(self._sorted_keys, key)
        return at < len(self._sorted_keys) and self._sorted_keys[at].startswith(key)

    @cached_property
    def hosts(self) -> Counter[str]:
        """How often each host occurs among the links of the document."""
        return Counter(key.partition("/")[0] for key in self.known.elements())
