"""Reference lists without labels, and the author-date markers that call for their entries.

In: the layout. Out: Entries, each with a label of the form `Smith 2020`, which is how the text calls for it. Only under
a heading of references, and only when most of the entries begin with an author and a year: a plain list of links stays
what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from verifier.citations.headings import is_signature_heading, note_heading
from verifier.citations.layout import Layout
from verifier.model.document import NoteKind
from verifier.model.patterns import compile_late

_YEAR = re.compile(r"(?<![\d/.-])(?:1[5-9]|20)\d\d[a-z]?(?![\w/-])")
_ENTRY = compile_late(
    r"[\s>*•·–-]{0,12}(?P<name>[^\W\d_][\w’'.-]*(?:\s[^\W\d_][\w’'.-]*){0,6}?)(?=\s?[,.;(&]|\s(?:and|et|und|y|e|и)\s)"
    r"(?P<others>[^()\n]{0,160}?)[\s(\[,.]{1,4}(?P<year>(?:1[5-9]|20)\d\d[a-z]?|(?:n\.\s?d\.|no\sdate|o\.\s?J\.|s\.\s?[adf]\.)(?=\)))(?=[),.;:\]\s])",
)
_TITLED = compile_late(
    r"[\s>*•·–-]{0,12}[“\"«„](?P<name>[^\W_][^“”\"«»„\n]{2,120}?)[.,?!]?[”\"»“]"
    r"(?P<others>(?:[^\n]|\n(?=[ \t]{2})){0,240}?)"
    r"[\s(\[,.–-]{1,4}(?P<year>(?:1[5-9]|20)\d\d)(?=[),.;:\]\s–-])"
)
"""An entry of a work without an author begins with its title (MLA)."""
_DATED = re.compile(
    r"[\s(\[,.](?:(?:1[5-9]|20)\d\d[a-z]?|(?:n\.\s?d\.|no\sdate|o\.\s?J\.|s\.\s?[adf]\.)(?=\)))(?=[),.;:\]\s])"
)
"""The year of an entry, with the character before it: a quick look before a slow one."""
_INITIALS = re.compile(r"(?:\s[^\W\d_]{1,2}\.?)+$")
_PIECE_END = compile_late(r"[;)\]）\n]")
_LOOK_BACK = 90
_LEAST_ENTRIES = 2
_MOST_ENTRIES = 2000
_MOST_YEARS = 40_000
_LONGEST = 2000
_LONGEST_HEADING = 81


@dataclass(slots=True)
class Entry:
    """One entry: its label, its span, and the places that call for it."""

    label: str
    family: str
    year: str
    start: int
    end: int
    calls: list[tuple[int, int]] = field(default_factory=list)


def find_entries(layout: Layout) -> list[Entry]:
    """The entries of every author-date list, in order, with their calls."""
    entries: list[Entry] = []
    years = [match.start() for match in _DATED.finditer(layout.text)]
    if len(years) < _LEAST_ENTRIES:
        return entries
    starts = [*layout.line_starts, len(layout.text) + 1]
    for index, (start, end) in enumerate(pairwise(starts)):
        if end - start > _LONGEST_HEADING or end - start < 2:
            continue
        if start > years[-_LEAST_ENTRIES]:
            break
        if note_heading(layout.line(index)) is NoteKind.REFERENCE:
            found = _entries(layout, index + 1)
            dated = [entry for entry in found if entry.year]
            if len(dated) >= _LEAST_ENTRIES and len(dated) * 2 > len(found):
                entries.extend(dated)
    if entries:
        _call(layout, entries)
    return entries


def _entries(layout: Layout, first: int) -> list[Entry]:
    """The entries from line `first` to the next heading or the last one with a year; `year` is empty where none is."""
    found: list[Entry] = []
    for start, end in _blocks(layout, first):
        # Without blank lines an entry begins wherever a line begins like one.
        lines = range(layout.line_at(start), layout.line_at(end - 1) + 1)
        starts = [
            at
            for at in map(layout.line_start, lines)
            if _begun(layout.text, at, min(at + _LONGEST, layout.line_end(layout.line_at(at))), end)
        ]
        starts = starts if starts and starts[0] == start else [start]
        found.extend(_entry(layout.text, *pair) for pair in zip(starts, [*starts[1:], end], strict=True))
        if len(found) >= _MOST_ENTRIES:
            break
    last = max((index for index, entry in enumerate(found) if entry.year), default=-1)
    return found[: last + 1]


def _blocks(layout: Layout, first: int) -> Iterator[tuple[int, int]]:
    """Paragraphs from line `first` on."""
    start = -1
    for index in range(first, layout.line_count):
        at, line = layout.line_start(index), layout.line(index)
        line = "" if line.startswith(":::") else line  # the fence of Pandoc's `refs`
        closing = at in layout.headings or at in layout.surroundings
        if line and (closing or note_heading(line) is not None or is_signature_heading(line)):
            break
        if line and start < 0:
            start = at
        elif not line and start >= 0:
            yield start, layout.line_end(index - 1)
            start = -1
    else:
        index = layout.line_count
    if start >= 0:
        yield start, layout.line_end(index - 1)


def _begun(text: str, start: int, end: int, furthest: int) -> re.Match[str] | None:
    """The author and the year of the entry that begins at `start`; behind a title the year may stand further down."""
    return _ENTRY.match(text, start, end) or _TITLED.match(text, start, min(furthest, start + _LONGEST))


def _entry(text: str, start: int, end: int) -> Entry:
    start += len(text[start:end]) - len(text[start:end].lstrip(" \t>*•·–-"))
    match = _begun(text, start, min(end, start + _LONGEST), end)
    if match is None:
        return Entry("", "", "", start, end)
    family = _INITIALS.sub("", match["name"].rstrip(".,"))
    return Entry(f"{family} {match['year']}", family, match["year"], start, start + len(text[start:end].rstrip()))


def _call(layout: Layout, entries: Sequence[Entry]) -> None:
    """Give each entry the places before its list that name its author and year."""
    by_year: dict[str, list[Entry]] = {}
    for entry in entries:
        by_year.setdefault(entry.year, []).append(entry)
    text = layout.text
    for number, match in enumerate(_YEAR.finditer(text, 0, entries[0].start)):
        if number >= _MOST_YEARS:
            break
        for entry in by_year.get(match[0], ()):
            span = _span(text, match, entry.family)
            if span is not None and match.start() not in layout.surroundings:
                entry.calls.append(span)
                break


def _span(text: str, year: re.Match[str], family: str) -> tuple[int, int] | None:
    """`Smith, 2020, p. 4` within brackets, or `(2020)` behind the name; None when the name does not stand before it."""
    low = max(year.start() - _LOOK_BACK, 0)
    before = text[low : year.start()]
    opening = max(before.rfind("("), before.rfind("["), before.rfind("（"))
    closing = max(before.rfind(")"), before.rfind("]"), before.rfind("）"))
    if opening <= closing:
        return None  # a year in running text calls for nothing
    end = _PIECE_END.search(text, year.end(), year.end() + 60)
    stop = end.start() if end else year.end()
    piece = max(opening, before.rfind(";")) + 1
    named = re.compile(rf"\b{re.escape(family)}\b")
    if named.search(before, piece):
        start = low + piece
        return start + len(text[start : year.start()]) - len(text[start : year.start()].lstrip()), stop
    narrative = not before[opening + 1 :].strip() and any(
        len(before[one.end() : opening]) <= 40 for one in named.finditer(before, 0, opening)
    )
    return (low + opening, stop + 1 if end and end[0] in ")]）" else stop) if narrative else None
