"""The document as repair sees it: its lines, its words, and the other links in it. Built only when asked for.

In: a document's text and the references found in it. Out: line lengths and neighbours, how often a word occurs, which
URLs stand unbroken elsewhere. All linear in the text, all lazy: a document without broken links pays for none of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property
from itertools import accumulate, islice
from typing import TYPE_CHECKING, NamedTuple

from verifier.model.citation import Kind
from verifier.model.pages import PAGE_NUMBER, page_breaks, running_lines
from verifier.model.patterns import compile_late
from verifier.model.words import words_in
from verifier.repair import spelling, syntax
from verifier.repair.hyphens import HYPHEN_BREAK, HYPHENATED, LAST_WORD, Hyphenation
from verifier.repair.run_together import hyphened, usual_length

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verifier.model.citation import Reference
    from verifier.model.document import Document

WORD = re.compile(r"[^\W\d_]{1,40}")
_LINE_END = re.compile(r"[\n\f\x0b\u2028\u2029]")
_OTHER_LINE_END = re.compile(r"[\f\x0b\u2028\u2029]")
_NEXT_LINE = re.compile(r"[-.,:/]{0,2}[^\S\n]{0,8}\n\s{0,120}(\S{1,80})")
_PATH = compile_late(r"(?![a-z]{1,6}:/)[\w.~%+-]{1,60}[/?#=&]\w", re.IGNORECASE)
_OWN_SCHEME = re.compile(r"\w{1,6}\s?:|www\.", re.IGNORECASE)
_COPY_OF = compile_late(r"/ ?(?:19|20)\d{12} ?(?:[a-z]{2}_ ?)?/ {1,2}\Z")
"""Behind the date of an archived copy, spaced out, stands the address that it is a copy of."""
_REST_OF_PATH = compile_late(
    r" (?!www\.|\S{0,40}://|\d{1,4}[/-]\d{1,2}[/-]\d)(?=[a-z0-9%_./?&=-])[\w.~%?&=+-]{0,60}"
    r"(?:(?<=\w)/[\w%~-]{2,}[/.?=-]|[\w\]]=[\w%]|%[0-9A-F]{2}|(?:-[a-z0-9]{1,40}){2}|\.(?:s?html?|pdf|aspx?|php)\b)"
)
"""Behind one space, what is the rest of an address by its own shape."""
LONE_DELIMITER = re.compile(r"(?<=\s)[/._?=&#:-](?=\s\w)")
"""A delimiter of URLs between spaces, as where a link is spaced out."""
_VALUE_NEXT = compile_late(r"=[\s>]{1,119}\Z")
_QUOTES_AND_BLANKS = " \t\r\n\f\v>"
_LEAD = re.compile(r"\s*(?:>\s?){0,9}\s*")
_NEAR_BREAK = 4
"""So many lines from a page break a running head or foot may stand."""
_AROUND = 30
"""How many lines either way tell how full a line can be."""


class Line(NamedTuple):
    """One line: where its text begins and ends (white space off both ends), and how far it is indented.

    The `>` marks of quoted mail are part of the indent; `quoted` counts them.
    """

    number: int
    first: int
    last: int
    indent: int
    quoted: int = 0

    @property
    def length(self) -> int:
        """How far the line reaches, indent included, in characters."""
        return self.indent + self.last - self.first


class Page:
    """What surrounds a link, for the document at hand; `judged` counts the breaks weighed in it so far."""

    def __init__(self, document: Document, references: Sequence[Reference]) -> None:
        self.document = document
        self.text = document.text
        self.references = references
        self.judged = 0
        self._widths: dict[int, tuple[int, int]] = {}
        self._lengths: dict[int, int] = {}
        self._lines: dict[int, Line] = {}

    @cached_property
    def starts(self) -> list[int]:
        """Where each line starts."""
        if _OTHER_LINE_END.search(self.text):
            return [0, *[match.end() for match in _LINE_END.finditer(self.text)]]
        return [*accumulate([len(line) + 1 for line in self.text.split("\n")[:-1]], initial=0)]

    def line_at(self, offset: int) -> int:
        """The number, from 0, of the line that holds `offset`."""
        return bisect_right(self.starts, offset) - 1

    def has_lone_delimiters(self, offset: int) -> bool:
        """Do delimiters stand alone between spaces soon after, as where a link is spaced out?"""
        return bool(LONE_DELIMITER.search(self.text, offset, offset + 80))

    def line_end(self, offset: int) -> int:
        """Where the line that holds `offset` ends."""
        number = self.line_at(offset) + 1
        return self.starts[number] - 1 if number < len(self.starts) else len(self.text)

    def line(self, number: int) -> Line | None:
        """The line with this number, or None outside the text."""
        if not 0 <= number < len(self.starts):
            return None
        if number not in self._lines:  # each is asked for by every break near it
            self._lines[number] = self._read_line(number)
        return self._lines[number]

    def _read_line(self, number: int) -> Line:
        start = self.starts[number]
        body = self._body(number)
        stripped = body.lstrip()
        indent = len(body) - len(stripped)
        quoted = 0
        if stripped[:1] == ">" and (lead := _LEAD.match(body)):
            indent = lead.end()
            stripped = body[indent:]
            quoted = body.count(">", 0, indent)
        return Line(number, start + indent, start + indent + len(stripped.rstrip()), indent, quoted)

    def _body(self, number: int) -> str:
        """The text of a line, as far as it is looked at; empty outside the text."""
        starts = self.starts
        if not 0 <= number < len(starts):
            return ""
        start = starts[number]
        end = starts[number + 1] - 1 if number + 1 < len(starts) else len(self.text)
        return self.text[start : min(end, start + 4000)]

    def widths(self, number: int) -> tuple[int, int]:
        """How far nearly full lines around this one reach, and the farthest one: 90th percentile and maximum."""
        bucket = number // 8
        if bucket not in self._widths:
            near = range(max(bucket * 8 - _AROUND, 0), min(bucket * 8 + 8 + _AROUND, len(self.starts)))
            lengths = sorted(filter(None, map(self._length, near))) or [0]
            self._widths[bucket] = (lengths[int(len(lengths) * 0.9)], lengths[-1])
        return self._widths[bucket]

    def _length(self, number: int) -> int:
        """How far a line reaches; 0 when it holds nothing."""
        if number not in self._lengths:
            body = self._body(number)
            quoted = body.lstrip()[:1] == ">" and (line := self.line(number)) and line.last == line.first
            self._lengths[number] = 0 if quoted else len(body.rstrip())
        return self._lengths[number]

    def is_last(self, offset: int) -> bool:
        """Does nothing but white space follow up to the page's end?"""
        return self.text[offset : offset + 400].lstrip(" \t\r\n")[:1] in ("", "\f")

    def is_page_number(self, line: Line) -> bool:
        """Is this line but a number that is set apart, as at a page's foot?"""
        words = self.text[line.first : min(line.last, line.first + 24)]
        if line.last - line.first > 20 or not PAGE_NUMBER.fullmatch(words):
            return False
        return not self._length(line.number - 1) or not self._length(line.number + 1) or "\f" in self._edges(line)

    def _edges(self, line: Line) -> str:
        """The characters at which the line begins and ends."""
        start = self.starts[line.number]
        after = self.line_end(line.first)
        return self.text[max(start - 1, 0) : start + 1] + self.text[after : after + 2]

    @cached_property
    def furniture(self) -> frozenset[int]:
        """The lines that stand next to page breaks again and again, numbers aside: running heads and feet."""
        shown: set[int] = set()
        for first in map(self.line_at, page_breaks(self.text)):
            for near in (range(first, first + _NEAR_BREAK), range(first - 1, first - 1 - _NEAR_BREAK, -1)):
                shown.update(islice(filter(self._length, near), 1))
        return running_lines((number, self._body(number).strip()) for number in shown)

    def limit(self, index: int) -> int:
        """How far the link of reference `index` may reach: past a bare host that may be the rest of its own."""
        limit = max(self.references[index].reach, self.references[index].end)
        for other in self.references[index + 1 : index + 4]:
            between = self.text[limit : min(other.start, limit + 200)]
            if other.start - limit > 120 or between.strip(_QUOTES_AND_BLANKS) or other.href is not None:
                break
            held = self.text[other.start - 1] == "=" or _COPY_OF.search(
                self.text, max(other.start - 40, 0), other.start
            )
            if other.kind is not Kind.URL:  # `?id=`, and an identifier on the next line
                held = held or _VALUE_NEXT.search(self.text, max(other.start - 120, 0), other.start)
            if _OWN_SCHEME.match(self.text, other.start) and not held:
                break
            limit = max(limit, other.reach)
        return limit

    @cached_property
    def in_notes(self) -> frozenset[int]:
        """Where the links begin that stand in notes: what follows there are words of a citation, or the link's rest."""
        return frozenset(one.start for one in self.references if one.note_index is not None)

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word occurs in the document outside its links, in lower case."""
        pieces = []
        at = 0
        for reference in self.references:
            if reference.start > at:
                pieces.append(self.text[at : reference.start])
            at = max(at, reference.end)
        pieces.append(self.text[at:])
        return Counter(words_in("\n".join(pieces).lower()))

    @cached_property
    def linked(self) -> Counter[str]:
        """How many of the links have each word, in lower case."""
        return Counter(word for reference in self.references for word in set(words_in(reference.value.lower())))

    @cached_property
    def hyphen_style(self) -> tuple[float, int, int]:
        """How the document's links break at hyphens: mean spelling score, how many do, and how many after a slash.

        A typesetter that puts hyphens into links does it throughout, and then the halves read like one word.
        """
        scores: list[float] = []
        after_slash = 0
        for reference in self.references:
            match = HYPHEN_BREAK.match(self.text, max(reference.end - 1, 0)) or HYPHEN_BREAK.match(
                self.text, reference.end
            )
            if not match:
                continue
            before = self.text[max(reference.start, match.start() - 41) : match.start()]
            left = LAST_WORD.search(before)
            after_slash += before.endswith("/")
            if left and match[1]:
                scores.append(max(-12.0, min(spelling.one_word(left[0], match[1]), 12.0)))
        return (sum(scores) / len(scores) if scores else 0.0, min(len(scores), 8), min(after_slash, 4))

    @cached_property
    def prose_hyphens(self) -> int:
        """How many lines end in a hyphen within a word: does the typesetter hyphenate? The first ones suffice."""
        return sum(1 for _ in islice(HYPHENATED.finditer(self.text), 20))

    @cached_property
    def hyphenation(self) -> Hyphenation:
        """How the document's typesetter treats hyphens."""
        return Hyphenation(self.document, self.references)

    @cached_property
    def has_stray_spaces(self) -> bool:
        """Whether links of the document are broken by spaces: one may be cut on purpose, two are not."""
        broken = (one for one in self.references if _REST_OF_PATH.match(self.text, one.end))
        return next(islice(broken, 1, None), None) is not None

    @cached_property
    def run_together(self) -> int:
        """How long lines are where the copy has run some together at their hyphens; 0 where it has not."""
        return usual_length(self.text)

    @cached_property
    def hyphened(self) -> frozenset[str]:
        """The pairs of words that a hyphen joins in links of the document."""
        return hyphened(" ".join([reference.value for reference in self.references]))

    @cached_property
    def known(self) -> Counter[str]:
        """The URLs that stand in the document, links of the format included, by their comparison key."""
        return Counter(syntax.key(reference.value) for reference in self.references)

    @cached_property
    def built(self) -> dict[tuple[str, ...], set[str]]:
        """How the document's links are built (`syntax.build_of`), and with which words those end."""
        known: dict[tuple[str, ...], set[str]] = {}
        for key in self.known:
            known.setdefault(syntax.build_of(key), set()).add(key.rpartition("/")[2])
        return known

    @cached_property
    def _sorted_keys(self) -> list[str]:
        return sorted(self.known)

    def shared(self, before: str, joined: str) -> int:
        """How many characters past the break `joined` has in common with some other URL of the document."""
        at = bisect_right(self._sorted_keys, joined)
        best = 0
        for other in self._sorted_keys[max(at - 3, 0) : at + 2]:
            if other != before:
                common = 0
                for mine, theirs in zip(joined, other, strict=False):
                    if mine != theirs:
                        break
                    common += 1
                best = max(best, common - len(before))
        return best

    @cached_property
    def break_style(self) -> tuple[int, int, int]:
        """How the document's links meet line ends: how many do, how many with half a host, how many before a path.

        A page whose links are cut anywhere shows it by hosts like `example.o` at a line's end.
        """
        at_end = half = path = 0
        for reference in self.references:
            match = _NEXT_LINE.match(self.text, reference.end)
            if not match:
                continue
            at_end += 1
            host = syntax.split(self.text[reference.start : reference.end])[1]
            half += not syntax.host_is_whole(host)
            path += bool(_PATH.match(match[1]))
        return min(at_end, 20), min(half, 6), min(path, 10)

    @cached_property
    def hosts(self) -> Counter[str]:
        """How often each host occurs among the links of the document."""
        return Counter(key.partition("/")[0] for key in self.known.elements())
