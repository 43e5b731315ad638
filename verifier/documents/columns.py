"""Text laid out in columns side by side -> the same text column by column, and where each piece of it stood (pure).

`pdftotext -layout`, and whoever copies a page with its layout, put the lines of two columns into one row. Read row by
row, sentences, notes and wrapped links are torn apart. Rows are only taken to be those of columns where an empty strip
runs down between two stretches of running prose: tables, lists with a column of labels, and code stay as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from verifier.model.document import Anchor, Document, Position
from verifier.model.pages import PAGE_NUMBER

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_MAY_BE = re.compile(r"(?<=\S) {3,}(?=\S)|\n {20,}(?=\S)")
"""Seldom in a text without columns, or tables."""
_ROWS = 4
"""Rows with text on both sides of the strip that it takes to part columns."""
_LINES = 5
"""Lines that a column has."""
_WIDTH = 20
"""Characters left of a strip, and in a column's lines on the average: labels and cells are shorter."""
_SLACK = 3
"""How far a row's gap may end from the strip: layouts round widths to whole characters."""
_RUNNING = 0.12
"""How many of a column's lines go on with the sentence or the word of the line before; in prose most do."""
_GOES_ON = re.compile(r"(?=[^\W\d_A-Z])[^\W\d_]+[,;:.)]*\s+\S+\s+\S")
"""A line that begins with a word in lower case; names of files and addresses are no words."""
_APART = 3
"""Blanks between the two columns in most rows; the words of justified prose stand two apart."""
_HYPHENS = ("-", "\u2010", "\u00ad")
_STRIPS = 20
"""Strips that are tried on a page, where it is no longer than pages are."""
_LONG = 500
_DEEPEST = 2
"""How often a column may again stand in columns."""


class Slice(NamedTuple):
    """A piece of a line: the line's number, and from where to where in it."""

    line: int
    start: int
    end: int


class Unfolded(NamedTuple):
    """The text column by column, and where its pieces stood."""

    text: str
    anchors: tuple[Anchor, ...]


def unfolded(text: str) -> Unfolded | None:
    """`text` with the columns of each page one behind the other; None when no page stands in columns."""
    if "   " not in text or len(list(islice(_MAY_BE.finditer(text), _ROWS))) < _ROWS:
        return None
    lines = text.split("\n")
    whole = [Slice(number, 0, len(line)) for number, line in enumerate(lines)]
    slices = [one for page in _pages(lines, whole) for one in _in_reading_order(lines, page, _DEEPEST)]
    if slices == whole:
        return None
    pieces = [lines[one.line][one.start : one.end] for one in slices]
    anchors = []
    offset = 0
    for one, piece in zip(slices, pieces, strict=True):
        anchors.append(Anchor(offset, Position(one.line + 1, one.start + 1)))
        offset += len(piece) + 1
    return Unfolded("\n".join(pieces), tuple(anchors))


def are_in(document: Document) -> bool:
    """Whether a text was read column by column: then what follows in it need not follow in the file."""
    return any(later.position < earlier.position for earlier, later in pairwise(document.anchors))


def _pages(lines: Sequence[str], whole: Sequence[Slice]) -> Iterator[Sequence[Slice]]:
    """The lines of each page; a form feed begins one."""
    begin = [number for number, line in enumerate(lines) if number and line.startswith("\f")]
    for first, last in pairwise([0, *begin, len(lines)]):
        yield whole[first:last]


def _in_reading_order(lines: Sequence[str], page: Sequence[Slice], deepest: int) -> list[Slice]:
    """The slices of a page, or of a column, those of columns in it one column behind the other."""
    rows = [lines[one.line][one.start : one.end] for one in page]
    blocks = _best_blocks(rows) if deepest else []
    read: list[Slice] = []
    after = 0
    for block in blocks:
        read += page[after : block.first]
        within = page[block.first : block.first + len(block.cuts)]
        for column in _columns(lines, within, block.cuts):
            read += _in_reading_order(lines, column, deepest - 1)
        after = block.first + len(block.cuts)
    return [*read, *page[after:]]


class _Block(NamedTuple):
    """Rows in columns: the number of the first, and where each is cut."""

    first: int
    cuts: list[int]


def _best_blocks(rows: Sequence[str]) -> list[_Block]:
    """The blocks of rows that one strip parts into columns; the strip that parts most rows."""
    starts = Counter(start for row in rows for start in _starts(row) if start > _WIDTH)
    best: list[_Block] = []
    for strip, _ in starts.most_common(_STRIPS if len(rows) <= _LONG else _STRIPS // 4):
        blocks = [block for block in _uncrossed(rows, strip) if _is_in_columns(rows, block)]
        if sum(len(block.cuts) for block in blocks) > sum(len(block.cuts) for block in best):
            best = blocks
    return best


def _starts(row: str) -> Iterator[int]:
    """Where in the row a column may begin."""
    yield len(row) - len(row.lstrip(" "))
    yield from (gap.end() for gap in _GAP.finditer(row))


def _uncrossed(rows: Sequence[str], strip: int) -> Iterator[_Block]:
    """The stretches of rows that leave the strip empty, without blank rows and page numbers at their ends."""
    first, cuts = 0, list[int]()
    for number, row in enumerate([*rows, None]):
        cut = None if row is None else _cut(row, strip)
        if cut is None:
            shown = [at for at in range(first, number) if not _is_apart(rows[at])]
            if shown:
                yield _Block(shown[0], cuts[shown[0] - first : shown[-1] + 1 - first])
            first, cuts = number + 1, []
        else:
            cuts.append(cut)


def _is_apart(row: str) -> bool:
    words = row.strip()
    return not words or PAGE_NUMBER.fullmatch(words) is not None


def _cut(row: str, strip: int) -> int | None:
    """Where the row's right column begins (its end, when it has none); None when its text runs over the strip."""
    end = len(row.rstrip())
    if end < strip:
        return end
    if not row[max(strip - 2, 0) : strip].strip():
        return strip
    if "  " not in row[strip - _SLACK - 2 : strip + _SLACK]:
        return None
    return next((gap.end() for gap in _GAP.finditer(row) if abs(gap.end() - strip) <= _SLACK), None)


def _is_in_columns(rows: Sequence[str], block: _Block) -> bool:
    """Whether both sides are running prose, set apart, side by side; the two may stand on lines of their own height."""
    sides = [(row[:cut].strip(), row[cut:].strip()) for row, cut in zip(rows[block.first :], block.cuts, strict=False)]
    rights = [False, *(bool(right) for _, right in sides), False]
    beside = sum(1 for number, (left, _) in enumerate(sides) if left and any(rights[number : number + 3]))
    if beside < _ROWS or not all(_is_prose([line for line in column if line]) for column in zip(*sides, strict=True)):
        return False
    gaps = [_gap_at(row, cut) for row, cut in zip(rows[block.first :], block.cuts, strict=False) if row[cut:].strip()]
    return 4 * sum(1 for gap in gaps if gap >= _APART) >= 3 * len(gaps)


def _gap_at(row: str, cut: int) -> int:
    """How many blanks part the row's right column from its left one."""
    return cut - len(row[:cut].rstrip())


def _is_prose(column: Sequence[str]) -> bool:
    if len(column) < _LINES or sum(map(len, column)) < _WIDTH * len(column):
        return False
    running = sum(1 for above, line in pairwise(column) if _goes_on(above, line))
    return running >= max(_RUNNING * len(column), 2)


def _goes_on(above: str, line: str) -> bool:
    """Whether a line goes on with the sentence, word or link of the one above, or gives the link that it cites."""
    if _GOES_ON.match(line) or above.endswith(_HYPHENS):
        return True
    cites = "://" in line[:9]
    return cites != ("://" in above) and (cites or not line[0].isupper())


def _columns(lines: Sequence[str], within: Sequence[Slice], cuts: Sequence[int]) -> tuple[list[Slice], list[Slice]]:
    """The left and the right column of a block; the text goes on from the foot of one to the head of the other."""
    left, right = list[Slice](), list[Slice]()
    for (number, start, end), cut in zip(within, cuts, strict=True):
        middle = min(start + cut, end)
        piece = lines[number][start:middle]
        left.append(Slice(number, start, start + max(len(piece.rstrip()), _begins_page(piece))))
        right.append(Slice(number, middle, end))
    pieces = [[lines[one.line][one.start : one.end] for one in column] for column in (left, right)]
    blank = [[not piece.strip() and not _begins_page(piece) for piece in column] for column in pieces]
    return _closed_up(left, *blank), _closed_up(right, *reversed(blank))


def _begins_page(piece: str) -> bool:
    return piece.startswith("\f")


def _closed_up(column: Sequence[Slice], blank: Sequence[bool], beside: Sequence[bool]) -> list[Slice]:
    """A column without the blank lines at its ends, and without single ones beside which the other column has text.

    Those part no paragraphs: the two columns stand on lines of their own height. Two in a row stay as one.
    """
    shown = [number for number, empty in enumerate(blank) if not empty]
    return [
        column[number]
        for number in range(shown[0], shown[-1] + 1)
        if not blank[number] or beside[number] or (blank[number - 1] and not blank[number - 2])
    ]
