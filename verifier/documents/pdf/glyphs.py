"""The glyphs of an open PDF page -> its printed lines and words by where they stand, from right to left.

In: the page and its text as pdfium orders it. Out: for each printed line its glyphs, and the words of those. pdfium
parts a line at every marker and every change of direction, and gives letters that are joined in a hand in either order.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from verifier.documents.pdf.box import Box
from verifier.documents.pdf.lines import HYPHENS
from verifier.documents.typing_order import goes_left

if TYPE_CHECKING:
    from verifier.documents.pdf.file import PdfPage

_JOINERS = "\u200b\u200c\u200d\u200e\u200f\u2060"
"""What tells how letters join, or which way they go, and has no width to be found by."""
_SPACE_GAP = 0.1
"""Glyphs further apart than this share of their height have a space between them."""
_CELL_GAP = 1.2
"""Pieces further apart than this many heights are columns, not one line."""
_GUTTER = 0.5
_MANY = 5
"""The same where so many pieces begin below each other: there a column does."""
_LABEL_GAP = 12.0
"""The same behind a label, whose space justification may widen, or a tab."""
_SAME_LINE = 0.5
"""Pieces that share this much of the lower one's height stand on one line."""
_A_MARKER_SHARES = 0.2
"""The same for a marker, which may stand high above its line."""
_LONGEST_MARKER = 4
"""Glyphs of what may be a marker, a label, or a full stop behind one."""
_COVERED = 0.25
"""The share of a piece's glyphs at whose places others stand in the next line, but not in the same."""
_SAMPLES = 20
_MOST_BESIDE = 40
"""Pieces of one line that another is compared with; only hostile pages have more."""


class Glyph(NamedTuple):
    """A glyph, or the part of one that stands for one character."""

    char: str
    offset: int
    """Its place in the page's text."""
    box: Box
    piece: int
    word: int
    """Which of the words that pdfium tells apart, and which of its lines."""

    @property
    def goes_left(self) -> bool:
        """Whether its script is written from right to left."""
        return goes_left(self.char)

    @property
    def bottom(self) -> float:
        """Where its font begins, in points."""
        return self.box.bottom

    @property
    def height(self) -> float:
        """How high its font is, in points."""
        return self.box.height


Piece = tuple[Box, Sequence[Glyph]]
"""What pdfium gives as a line, and the box around it."""


def around(glyphs: Sequence[Glyph]) -> Box:
    """The box around all of them."""
    lefts, bottoms, rights, tops = zip(*[glyph.box for glyph in glyphs], strict=True)
    return Box(min(lefts), min(bottoms), max(rights), max(tops))


def printed_lines(page: PdfPage, text: str) -> list[list[Glyph]]:
    """The glyphs of each printed line, in the order in which pdfium comes to the lines."""
    rows: list[_Row] = []
    small: list[Piece] = []
    pieces: list[Piece] = [(around(piece), piece) for piece in _pieces(page, text)]
    for box, piece in sorted(pieces, key=lambda one: -_level(one[0])):
        if len(piece) <= _LONGEST_MARKER and not any(glyph.char.isalpha() for glyph in piece):
            small.append((box, piece))
        elif rows and rows[-1].shares(box) > _SAME_LINE and not rows[-1].is_above(box, piece):
            rows[-1].add(box, piece)
        else:
            rows.append(_Row(box, piece))
    heights = [-_level(row.box) for row in rows]
    for box, piece in small:  # a marker may reach into the line above its own, but not as far
        at = bisect(heights, -_level(box))
        near = max(rows[max(at - 2, 0) : at + 2], key=lambda row: row.shares(box), default=None)
        if near is not None and near.shares(box) > _A_MARKER_SHARES:
            near.add(box, piece)
        else:
            rows.append(_Row(box, piece))
    begins = Counter(round(box.right) for box, _ in pieces)
    lines = [line for row in rows for line in row.cells(begins)]
    return sorted(lines, key=lambda line: min(glyph.offset for glyph in line))


def words_of(line: Sequence[Glyph]) -> list[list[Glyph]]:
    """The words of a line from right to left, each with its glyphs from right to left."""
    marks = [glyph for glyph in line if unicodedata.combining(glyph.char)]
    glyphs = sorted((one for one in line if not unicodedata.combining(one.char)), key=_from_right_edge)
    if not glyphs:
        return [marks]
    height = around(glyphs).height
    words = [glyphs[:1]]
    for before, glyph in pairwise(_with_marks(glyphs, marks) if marks else glyphs):
        if _are_apart(before, glyph, height):
            words.append([])
        words[-1].append(glyph)
    return words


def _pieces(page: PdfPage, text: str) -> list[list[Glyph]]:
    """What pdfium gives as lines: the glyphs of each, without blanks."""
    boxes = page.boxes(range(len(text)))
    pieces: list[list[Glyph]] = [[]]
    word = 0
    for offset, (char, box) in enumerate(zip(text, boxes, strict=True)):
        word += char.isspace()
        if char in "\r\n":
            pieces.append([])
        elif box is not None and not char.isspace() and char not in _JOINERS:
            ends = char in HYPHENS  # at a line's end, even where pdfium reads on
            pieces[-1].append(Glyph("-" if ends else char, offset, box, len(pieces), word))
            if ends:
                pieces.append([])
    return [piece for piece in pieces if piece]


class _Row:
    """What stands side by side; `box` is that of the widest piece."""

    def __init__(self, box: Box, piece: Sequence[Glyph]) -> None:
        self.box = box
        self._pieces = [(box, piece)]

    def add(self, box: Box, piece: Sequence[Glyph]) -> None:
        """Put one more piece into the row."""
        self._pieces.append((box, piece))
        if box.right - box.left > self.box.right - self.box.left:
            self.box = box

    def shares(self, box: Box) -> float:
        """The share of the lower one's height at which both stand."""
        lower = min(self.box.height, box.height)
        return (min(self.box.top, box.top) - max(self.box.bottom, box.bottom)) / lower if lower > 0 else 0.0

    def is_above(self, box: Box, piece: Sequence[Glyph]) -> bool:
        """Whether the row's glyphs stand over or below those of a piece in `box`; beside it, they leave room for it."""
        return any(
            one.left < box.right and box.left < one.right and _cover(glyphs, piece)
            for one, glyphs in self._pieces[-_MOST_BESIDE:]
        )

    def cells(self, begins: Mapping[int, int]) -> Iterator[list[Glyph]]:
        """The glyphs of the row, parted where columns are; `begins`: at how many points how many pieces begin."""
        cell: list[Glyph] = []
        edge = 0.0
        for box, piece in sorted(self._pieces, key=lambda one: -one[0].right):
            widest = _LABEL_GAP if len(cell) <= _LONGEST_MARKER else _CELL_GAP
            in_line = sum(begins[at] for at in range(round(box.right) - 1, round(box.right) + 2)) >= _MANY
            if cell and edge - box.right > (min(widest, _GUTTER) if in_line else widest) * box.height:
                yield cell
                cell = []
            edge = min(edge, box.left) if cell else box.left
            cell.extend(piece)
        yield cell


def _cover(glyphs: Sequence[Glyph], others: Sequence[Glyph]) -> bool:
    """Whether glyphs stand at the places of others from left to right."""
    spans = sorted((glyph.box.left, glyph.box.right) for glyph in glyphs)
    some = others[:: len(others) // _SAMPLES + 1]
    covered = 0
    for middle in (_middle(glyph.box) for glyph in some):
        at = bisect(spans, (middle, middle)) - 1
        covered += at >= 0 and spans[at][1] > middle
    return covered > _COVERED * len(some)


def _with_marks(glyphs: Sequence[Glyph], marks: Sequence[Glyph]) -> Iterator[Glyph]:
    """The glyphs, each with the marks behind it that stand over or below it: so they are typed."""
    middles = [-_middle(one.box) for one in glyphs]
    over: dict[int, list[Glyph]] = defaultdict(list)
    for mark in marks:
        middle = -_middle(mark.box)
        at = bisect(middles, middle)
        near = range(max(at - 1, 0), min(at + 1, len(glyphs)))
        over[min(near, key=lambda one: abs(middles[one] - middle))].append(mark)
    for at, glyph in enumerate(glyphs):
        yield glyph
        yield from over.get(at, ())


def _are_apart(right: Glyph, left: Glyph, height: float) -> bool:
    """Whether a space stands between two neighbours; `height` is that of their line.

    Writers of PDF give letters that are joined in a hand their places one by one, so that gaps gape within words, and
    none between them: of two such, pdfium tells. Around brackets and numbers its words are no guide.
    """
    if unicodedata.combining(left.char):
        return False
    if right.piece == left.piece and right.goes_left and left.goes_left:
        return right.word != left.word
    if not (right.goes_left or left.goes_left):
        height = max(right.box.height, left.box.height)
    return right.box.left - left.box.right > _SPACE_GAP * height


def _from_right_edge(glyph: Glyph) -> tuple[float, bool, int]:
    """Sort key. Of one glyph that shows two letters, lam and alef, lam is typed first."""
    return -_middle(glyph.box), glyph.char != "\u0644", glyph.offset


def _middle(box: Box) -> float:
    return round(box.left + box.right, 2) / 2


def _level(box: Box) -> float:
    """How high on the page the middle of a box stands."""
    return (box.top + box.bottom) / 2
