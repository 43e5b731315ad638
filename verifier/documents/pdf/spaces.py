"""Takes spaces out of links on a printed page that are no spaces to the eye.

In: an open page and its lines. Out: the same lines, changed in place. pdfium tells a space wherever glyphs are moved
apart, as typesetters do around the delimiters of a link, and some writers of PDF at every change of font. Two measures
tell such from real ones: no gap at all; or, beside a delimiter, a gap much narrower than those between the words.
"""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verifier.documents.pdf.file import PdfPage
    from verifier.documents.pdf.lines import Line

_LINK_BEGINS = re.compile(r"https?(?=\s{0,2}:)|www(?=\s{0,2}\.)|doi(?=\s{0,2}[:.])|(?<=/)10(?=\s?\.)", re.IGNORECASE)
_SIGNS = ("http", "HTTP", "Http", "www", "WWW", "Www", "doi", "DOI", "/10")
_SPACE = re.compile(r"[ \u00a0]+")
_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d_]{2}) (?=[^\W\d_]{2})")
_DELIMITERS = frozenset("/.:?=&#_~%-\\")
_NO_GAP = 0.1
"""A gap narrower than this share of the type's height is no space: the narrowest real ones measure about 0.2."""
_MAY_BE_NONE = 0.26
"""A wider gap is a space whatever is beside it."""
_NARROW = 0.65
"""Beside a delimiter, a gap narrower than this share of those between words is none."""
_MOST_SPACES = 60
_SAMPLES = 9


def take_out_false_spaces(page: PdfPage, text: str, lines: Sequence[Line]) -> None:
    """Take out spaces in links where the glyphs leave no gap; the first real gap ends a link. `text`: the page's."""
    if not any(sign in text for sign in _SIGNS):  # asked once a page: most have none
        return
    open_link = False
    previous: Line | None = None
    for line in lines:
        begins = [match.end() for match in _LINK_BEGINS.finditer(line.text)]
        goes_on = open_link and previous is not None and _follows(previous, line)
        if begins or goes_on:
            gaps = _Gaps(page, line, previous)
            gone, open_link = _false_spaces(gaps, [0, *begins] if goes_on else begins)
            if gone:
                _cut(line, gone)
        else:
            open_link = False
        previous = line


def _follows(line: Line, following: Line) -> bool:
    """Whether a line stands right below another, as its continuation would."""
    return following.box.top <= line.box.top and line.box.bottom - following.box.bottom < 2.5 * max(line.size, 1.0)


def _false_spaces(gaps: _Gaps, begins: Sequence[int]) -> tuple[list[tuple[int, int]], bool]:
    """The spans of false spaces after each place where a link begins, and whether the last link reaches the end."""
    gone: set[tuple[int, int]] = set()
    checked = 0
    reached = True
    for begin in begins:
        reached = True
        for space in _SPACE.finditer(gaps.line.text, begin):
            checked += 1
            if checked > _MOST_SPACES or gaps.is_real(*space.span()):
                reached = False
                break
            gone.add(space.span())
    return sorted(gone), reached


class _Gaps:
    """The gaps of one line; how wide those between words are is asked only if it matters."""

    def __init__(self, page: PdfPage, line: Line, previous: Line | None) -> None:
        self.line = line
        self._page = page
        self._previous = previous
        self._between_words: float | None = None

    def is_real(self, first: int, last: int) -> bool:
        """Whether the space that is `text[first:last]` is one to the eye."""
        if first == 0 or last >= len(self.line.text):
            return True
        measured = _gap(self._page, self.line, first - 1, last)
        if measured is None:
            return True
        gap, height = measured
        if gap <= _NO_GAP * height:
            return False
        text = self.line.text
        beside = text[first - 1] in _DELIMITERS or text[last] in _DELIMITERS
        return not (beside and gap < _MAY_BE_NONE * height and gap < _NARROW * self.between_words())

    def between_words(self) -> float:
        """The usual gap between the words of this line, or else of the one before; 0 when neither has any."""
        if self._between_words is None:
            found = _word_gaps(self._page, self.line)
            if not found and self._previous is not None:
                found = _word_gaps(self._page, self._previous)
            self._between_words = median(found) if found else 0.0
        return self._between_words


def _word_gaps(page: PdfPage, line: Line) -> list[float]:
    found = []
    for space, _ in zip(_BETWEEN_WORDS.finditer(line.text), range(_SAMPLES), strict=False):
        measured = _gap(page, line, space.start() - 1, space.end())
        if measured is not None:
            found.append(measured[0])
    return found


def _gap(page: PdfPage, line: Line, before: int, after: int) -> tuple[float, float] | None:
    """How far apart two characters of a line stand, and how high the first is; None where the page doesn't tell."""
    left, right = page.box(line.offset(before)), page.box(line.offset(after))
    if left is None or right is None:
        return None
    return abs(right.left - left.right), max(left.top - left.bottom, 1.0)


def _cut(line: Line, spans: list[tuple[int, int]]) -> None:
    """Take spans out of a line's text, and keep its ties to the page."""
    kept: list[str] = []
    runs: list[tuple[int, int]] = []
    length = at = 0
    ends = [*spans, (len(line.text), len(line.text))]
    for start, end in ends:
        for column, offset in line.runs:
            if at < column < start:
                runs.append((length + column - at, offset))
        if at < start:
            runs.append((length, line.offset(at)))
        kept.append(line.text[at:start])
        length += start - at
        at = end
    line.raised = tuple((_after(spans, a), _after(spans, b)) for a, b in line.raised)
    line.text = "".join(kept)
    line.runs = sorted(set(runs))


def _after(spans: list[tuple[int, int]], column: int) -> int:
    """Where a column stands once the spans before it are gone."""
    return column - sum(min(end, column) - start for start, end in spans if start < column)
