"""The lines at the edges of pages that repeat: running heads, footers, page numbers.

In: the pages' lines. Out: those lines, known by their identity. A line is one when it stands outermost on its page (or
beside or within such lines only) and the pages before or after show the same words at the same height, numbers apart,
or when it is a page number that counts with the pages, or stands in the type of the text below its notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from verifier.documents.pdf.lines import Line
    from verifier.documents.pdf.page import PageContent

_DEEPEST = 4
"""A head or foot has at most this many rows."""
_ROWS = 3.0
"""Lines whose middles are closer than this, in points, stand in one row."""
_SAME_HEIGHT = 6.0
_WELL_BELOW = 1.2
"""In type heights: the gap above the number of a single page."""
_SMALLER = 0.94
"""Notes are set in type that is smaller by this factor at least."""
_FARTHEST = 2
"""Odd and even pages differ: a page is compared with the next two either way."""
_NUMBER = re.compile(r"\d{1,5}")
_PAGE_NUMBER = re.compile(
    r"[-–—|\s(\[]*(?:(?:page|seite|página|pagina|p\.|pág\.|стр\.?|第)\s?)?(?:(\d{1,5})|([ivxlc]{1,8}))"
    r"(?:\s?(?:/|of|de|von|sur|di|из|\|)\s?\d{1,5}|\s?页|\s?頁)?[-–—|\s)\].]*",
    re.IGNORECASE,
)
_PRINTED_BY_BROWSER = re.compile(r"(?:https?|file)://\S+\s+\d{1,4}\s?/\s?\d{1,4}")


_PRINTED_AT = re.compile(
    r"\d{1,4}(?P<sign>[./-])\s?\d{1,2}(?P=sign)\s?\d{2,4},?\s\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?\s?[Mm]\.?)?(?=\s|$)"
)
"""The day and time of printing, which a browser sets above the page, with the page's title beside them."""
_PRINTED_BELOW = re.compile(r"(?:https?|file)://\S|\d{1,4}\s?/\s?\d{1,4}\Z")
"""And what it sets below: the page's address, how many pages there are."""


class _Edge(NamedTuple):
    key: str
    numbers: tuple[int, ...]


def edge_lines(pages: Sequence[PageContent]) -> set[int]:
    """The ids of the lines that are running heads, footers and page numbers."""
    found: set[int] = set()
    for upper in (True, False):
        edges = _Edges(pages, upper=upper)
        for at, page in enumerate(pages):
            for outermost, row in enumerate(edges.rows[at]):
                if upper:
                    printed = not outermost and _is_printed_head(row, page)
                else:
                    alone = not outermost and len(pages) == 1 and _is_only_number(row, page)
                    printed = alone or (not outermost and _is_below_notes(row, page))
                repeated = [
                    id(line)
                    for line in row
                    if printed or _repeats(line, page, pages, edges, at) or _is_printed_address(line, upper=upper)
                ]
                found.update(repeated)
                if len(repeated) < len(row):  # what lies further in is no edge
                    break
    for page in pages:
        if all(id(line) in found for line in page.lines) and not _all_numbers(page):
            found.difference_update(map(id, page.lines))  # a page is not made of its edges alone
    return found


def _all_numbers(page: PageContent) -> bool:
    return all(_PAGE_NUMBER.fullmatch(line.text) for line in page.lines)


def _rows(page: PageContent, *, upper: bool) -> Iterator[list[Line]]:
    """The outermost rows of a page, from its edge inwards; a head or foot is not found in the page's middle."""
    if upper:
        outer = [line for line in page.lines if line.box.top >= 0.82 * page.height]
        outer.sort(key=lambda line: -line.box.top)
    else:
        outer = [line for line in page.lines if line.box.bottom <= 0.18 * page.height]
        outer.sort(key=lambda line: line.box.bottom)
    row: list[Line] = []
    count = 0
    for line in outer:
        middle = _middle(line)
        if (upper and middle < 0.82 * page.height) or (not upper and middle > 0.18 * page.height):
            break
        if row and abs(middle - _middle(row[0])) > _ROWS:
            yield row
            row = []
            count += 1
            if count == _DEEPEST:
                return
        row.append(line)
    if row:
        yield row


def _middle(line: Line) -> float:
    return (line.box.top + line.box.bottom) / 2


class _Edges:
    """The outermost rows of every page at one edge, and what each of their lines says, worked out once."""

    def __init__(self, pages: Sequence[PageContent], *, upper: bool) -> None:
        self.rows = [list(_rows(page, upper=upper)) for page in pages]
        self.lines = [[(_middle(line), line) for row in rows for line in row] for rows in self.rows]
        """All lines of the rows of each page, with their heights on it."""
        self._known: dict[int, _Edge] = {}

    def of(self, line: Line) -> _Edge:
        """The words and numbers of a line."""
        known = self._known.get(id(line))
        if known is None:
            text = " ".join(line.text.split()).casefold()
            numbers = tuple(map(int, _NUMBER.findall(text)))
            known = self._known[id(line)] = _Edge(_NUMBER.sub("#", text) if numbers else text, numbers)
        return known


def _repeats(line: Line, page: PageContent, pages: Sequence[PageContent], edges: _Edges, at: int) -> bool:
    """Whether a neighbouring page shows the same words at the same height, with numbers that stay or count pages."""
    if _is_labelled(line):  # its neighbour's note may be the same but for the number
        return False
    middle = _middle(line)
    mine = edges.of(line)
    number = _PAGE_NUMBER.fullmatch(line.text)
    roman = number is not None and number[2] is not None
    for other in range(max(at - _FARTHEST, 0), min(at + _FARTHEST + 1, len(pages))):
        if other == at:
            continue
        apart = pages[other].number - page.number
        for height, candidate in edges.lines[other]:
            if abs(height - middle) < _SAME_HEIGHT and edges.of(candidate).key == mine.key:
                if _numbers_agree(mine.numbers, edges.of(candidate).numbers, apart):
                    return True
            elif roman and _PAGE_NUMBER.fullmatch(candidate.text):
                return True
    return False


def _numbers_agree(mine: tuple[int, ...], theirs: tuple[int, ...], apart: int) -> bool:
    """Each number stays the same or counts with the pages; none is a note's own."""
    return all(their - my in (0, apart) for my, their in zip(mine, theirs, strict=True))


def _is_printed_address(line: Line, *, upper: bool) -> bool:
    """A browser prints the page's address and `1/3` at the foot, even of a single page."""
    return not upper and _PRINTED_BY_BROWSER.fullmatch(line.text) is not None


def _is_printed_head(row: Sequence[Line], page: PageContent) -> bool:
    """A browser prints the day, the time and the page's title at the head, even of a single page."""
    if not any(_PRINTED_AT.match(line.text) for line in row):
        return False
    foot = next(_rows(page, upper=False), [])
    return any(_PRINTED_BELOW.match(line.text) for line in foot)


def _is_only_number(row: Sequence[Line], page: PageContent) -> bool:
    """A single page may be numbered, too: a 1 alone, well below all else."""
    number = _PAGE_NUMBER.fullmatch(row[0].text) if len(row) == 1 else None
    if number is None or number[1] != "1":
        return False
    line = row[0]
    floor = min((one.box.bottom for one in page.lines if one is not line), default=page.height)
    return floor - line.box.top > _WELL_BELOW * line.size


def _is_labelled(line: Line) -> bool:
    """Whether the line begins with what stands raised, as notes do."""
    return bool(line.raised) and line.raised[0][0] == 0


def _is_below_notes(row: Sequence[Line], page: PageContent) -> bool:
    """Nothing of the text stands below the notes: larger type there is a foot, even that of a single page."""
    if not any(map(_is_labelled, page.lines)):
        return False
    size = _SMALLER * min(line.size for line in row)
    left, right = min(line.box.left for line in row), max(line.box.right for line in row)
    middle = _middle(row[0])
    beside = [line for line in page.lines if line.box.left < right and line.box.right > left]
    above = sorted((line for line in beside if _middle(line) > middle + _ROWS), key=_middle)
    return any(map(_is_labelled, takewhile(lambda line: 0 < line.size <= size, above)))
