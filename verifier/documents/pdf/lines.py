"""An open PDF page -> its printed lines with their places.

In: a PdfPage and its text. Out: Lines in the order of the page's content, each with its box and the size of its type.
What pdfium parts although it stands on one line (a raised marker, a change of font) is put together again; spaces
within links where the glyphs leave no gap are taken out. Geometry is asked for the two ends and one character of each
piece only: asking for every character would take longer than reading.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier.documents.pdf.box import NOWHERE, Box
from verifier.documents.pdf.spaces import take_out_false_spaces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verifier.documents.pdf.file import PdfPage

_PRINTED = re.compile(r"[^\r\n\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
HYPHENS = "\x02\ufffe"
"""What pdfium puts in place of a hyphen at a line's end."""
_INVISIBLE = re.compile(r"[\x00-\x01\x03-\x08\x0b\x0e-\x1f\x7f]")
_WORD = re.compile(r"[^\W\d_]{2}")
_PARTS_OF_LINKISH = (
    re.compile(r":(?:(?<=[ps]:)|(?<=[ps]\s:))", re.IGNORECASE),
    re.compile(r"\.(?<=w\.)", re.IGNORECASE),
    re.compile(r"\.[a-z]{2}", re.IGNORECASE),
)
"""What no `_LINKISH` is without: all three are found in a third of the time."""
_LINKISH = re.compile(
    r" (?<=\S )(?:(?:https?|ftp)\s?:|www\.|(?:[\w-]{2,63}+\.){1,4}[a-z]{2,10}(?![\w.]))", re.IGNORECASE
)
_COLUMN_GAP = 1.5
"""A gap wider than this many type heights parts columns; justified lines seldom have wider ones than 1."""
_SPACE_GAP = 0.15
"""Between pieces of a line that pdfium parted, a gap wider than this is a space."""
_SAME_LINE_GAP = 1.2
"""Pieces further apart than this many type heights are cells or columns, not one line."""
_BLANK = " \t\u00a0"


@dataclass(slots=True)
class Line:
    """A printed line: its text, its box and type size; `hyphen`: pdfium says that it ends in one, not in `text`.

    `runs` tie `text` to the page's characters: from column `runs[i][0]` on, offsets count from `runs[i][1]`.
    `raised`: spans of `text` that stand smaller and higher than what is before them.
    """

    page: int
    number: int
    text: str
    box: Box
    size: float
    runs: list[tuple[int, int]]
    hyphen: bool = False
    raised: tuple[tuple[int, int], ...] = ()
    initial: float = 0.0
    """How high the first character is, in points; 0 when that is not known."""
    start: int = -1
    """Where `text` stands in the document; -1 while that is not settled."""

    def column(self, offset: int) -> int:
        """The column at which the page's `offset` stands, or would stand, held within the line."""
        at = max(bisect_right(self.runs, offset, key=lambda run: run[1]) - 1, 0)
        column, first = self.runs[at]
        limit = self.runs[at + 1][0] if at + 1 < len(self.runs) else len(self.text)
        return max(0, min(column + offset - first, limit))

    def offset(self, column: int) -> int:
        """The page's offset of `text[column]`."""
        if len(self.runs) == 1:
            return self.runs[0][1] + column
        at = max(bisect_right(self.runs, column, key=lambda run: run[0]) - 1, 0)
        return self.runs[at][1] + column - self.runs[at][0]

    @property
    def first(self) -> int:
        """The page's offset of the first character."""
        return self.runs[0][1]

    @property
    def last(self) -> int:
        """The page's offset of the last character."""
        return self.offset(len(self.text) - 1)


class LinesAsText:
    """The lines of a page as one text, so that what few of them hold is looked for once a page, not once a line."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._text = "\n".join([line.text for line in lines])

    @property
    def characters(self) -> int:
        """How many there are, line ends not counted."""
        return len(self._text) - max(len(self._lines) - 1, 0)

    def count(self, pattern: re.Pattern[str]) -> int:
        """How often `pattern`, which is not ASCII, occurs."""
        return 0 if self._text.isascii() else len(pattern.findall(self._text))

    def holding(self, *patterns: re.Pattern[str]) -> list[Line]:
        """The lines, in order, that hold one of `patterns`, which may not reach over a line's end."""
        text = self._text
        found: set[int] = set()
        for pattern in patterns:
            number = at = 0
            while match := pattern.search(text, at):
                number += text.count("\n", at, match.start())
                found.add(number)
                at = text.find("\n", match.start())
                if at < 0:
                    break
        return [self._lines[number] for number in sorted(found)]


def lines_of(page: PdfPage, text: str, number: int) -> list[Line]:
    """The lines of an open page that show something. `text` is what `page.read` gave; `number` the page's, from 1."""
    lines: list[Line] = []
    last: Line | None = None
    for piece in _pieces(page, text, number):
        # Most pieces lie below the one before: seen at once.
        if last is not None and piece.box.top > last.box.bottom and _on_one_line(last, piece):
            _append(last, piece)
        else:
            lines.append(piece)
            last = piece
    if not page.mirrored:  # there, both were told by the glyphs' places
        lines = _as_seen(page, text, lines)
    for number_on_page, line in enumerate(lines, 1):
        line.number = number_on_page
    if _INVISIBLE.search(text):
        for line in lines:
            line.text = _INVISIBLE.sub("\ufffd", line.text)
    return lines


def _as_seen(page: PdfPage, text: str, lines: list[Line]) -> list[Line]:
    """The lines parted at columns that pdfium reads over, and without the spaces that it puts into links."""
    if linkish := {id(line) for line in LinesAsText(lines).holding(*_PARTS_OF_LINKISH)}:
        lines = [part for line in lines for part in (_parted(page, line) if id(line) in linkish else (line,))]
    take_out_false_spaces(page, text, lines)
    return lines


def _parted(page: PdfPage, line: Line) -> tuple[Line, ...]:
    """The line, cut before a link in the margin or the next column, which pdfium reads on as if it were one line."""
    for begin in _LINKISH.finditer(line.text):
        at = begin.start() + 1
        before, after = page.box(line.offset(at - 2)), page.box(line.offset(at))
        if before is None or after is None or after.left - before.right <= _COLUMN_GAP * max(line.size, 1.0):
            continue
        return _cut_before(page, line, at)
    return (line,)


def _cut_before(page: PdfPage, line: Line, column: int) -> tuple[Line, Line]:
    """Two lines made of one."""
    left_text, right_text = line.text[:column].rstrip(), line.text[column:]
    left = Line(
        line.page,
        0,
        left_text,
        _box(page, line.first, line.offset(len(left_text) - 1)),
        line.size,
        [run for run in line.runs if run[0] < len(left_text)],
        raised=tuple(span for span in line.raised if span[1] <= len(left_text)),
        initial=line.initial,
    )
    right = Line(
        line.page,
        0,
        right_text,
        _box(page, line.offset(column), line.last),
        line.size,
        [(0, line.offset(column)), *((run[0] - column, run[1]) for run in line.runs if run[0] > column)],
        line.hyphen,
        tuple((first - column, last - column) for first, last in line.raised if first >= column),
    )
    return left, right


def _pieces(page: PdfPage, text: str, number: int) -> list[Line]:
    """What pdfium gives as lines, white space off both ends."""
    printed: list[tuple[str, int, bool]] = []
    places: list[int] = []
    for match in _PRINTED.finditer(text):
        raw = match[0]
        hyphen = raw[-1] in HYPHENS
        led = (raw[:-1] if hyphen else raw).rstrip(_BLANK)
        shown = led.lstrip(_BLANK)
        if shown:
            first = match.start() + len(led) - len(shown)
            places += (first, first + len(shown) - 1)
            printed.append((shown, first, hyphen))
    pieces = []
    sizes = page.sizes
    for (shown, first, hyphen), (box, heights, initial) in zip(printed, page.ends(places), strict=True):
        # Lines whose ends are as high as those of a line before are set alike: most need not be asked.
        if heights not in sizes:
            sizes[heights] = _size(page, first, shown, box)
        pieces.append(Line(number, 0, shown, box, sizes[heights], [(0, first)], hyphen, (), initial))
    return pieces


def _box(page: PdfPage, first: int, last: int) -> Box:
    """The box of a piece, from its first and last characters."""
    left = page.box(first) or NOWHERE
    return left.around(page.box(last) or left)


def _size(page: PdfPage, first: int, shown: str, box: Box) -> float:
    """The type size of a piece: of a letter near its middle, for its ends may be raised."""
    word = _WORD.search(shown, len(shown) // 3) or _WORD.search(shown)
    middle = word.start() if word else len(shown) // 2
    size = page.size(
        first + (middle if shown[middle] not in _BLANK else len(shown) - 1)
    )  # blanks have none of their own
    height = box.top - box.bottom
    tall = page.mirrored and size > 0  # Arabic type: its letters reach far above and below their size
    return size if tall or size * 2 > height else round(height * 2) / 2  # scaled by what pdfium does not tell


def _on_one_line(line: Line, piece: Line) -> bool:
    """Whether pdfium's next line goes on where this one ends: raised, lowered, or in another font."""
    size = max(line.size, piece.size, 1.0)
    gap = piece.box.left - line.box.right
    if not -0.5 * size < gap < _SAME_LINE_GAP * size or line.hyphen:
        return False
    if line.box.top <= line.box.bottom or piece.box.top <= piece.box.bottom:
        return False
    overlap = min(line.box.top, piece.box.top) - max(line.box.bottom, piece.box.bottom)
    lower = min(line.box.top - line.box.bottom, piece.box.top - piece.box.bottom)
    return overlap > 0.4 * lower and not _is_sideways(line) and not _is_sideways(piece)


def _is_sideways(line: Line) -> bool:
    return len(line.text) > 2 and line.box.top - line.box.bottom > 2.5 * (line.box.right - line.box.left)


def _append(line: Line, piece: Line) -> None:
    """Put a piece at the end of its line."""
    size = max(line.size, piece.size, 1.0)
    space = " " if piece.box.left - line.box.right > _SPACE_GAP * size else ""
    column = len(line.text) + len(space)
    small = piece.size < 0.87 * line.size and piece.box.bottom - line.box.bottom > 0.12 * line.size
    if small:
        line.raised = (*line.raised, (column, column + len(piece.text)))
    line.text += space + piece.text
    line.runs.append((column, piece.runs[0][1]))
    line.hyphen = piece.hyphen
    if len(piece.text) > column:
        line.size = piece.size
    line.box = Box(
        min(line.box.left, piece.box.left),
        line.box.bottom if small else min(line.box.bottom, piece.box.bottom),
        max(line.box.right, piece.box.right),
        line.box.top if small else max(line.box.top, piece.box.top),
    )
