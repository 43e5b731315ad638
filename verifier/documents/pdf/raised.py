"""The lines of an open PDF page -> which spans of theirs stand raised, as markers and labels of notes do.

In: the page and its lines. Out: the same lines, `raised` filled in. Where the words around allow a marker, geometry is
asked: of a type that is smaller and higher, or else of the ink alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING

from verifier.documents.pdf.lines import Line, LinesAsText

if TYPE_CHECKING:
    from verifier.documents.pdf.box import Box
    from verifier.documents.pdf.file import PdfPage

_MARKER = re.compile(r"[\d*†‡§¶‖](?:(?<!\d)[*†‡§¶‖]{0,2}|(?<=\d)\d{0,2}(?:[,–-]\d{1,3}){0,5}(?![\d%/=_]|[.,]\d))")
_NUMERAL_END = re.compile(r"[ivx](?![^\s.,;:!?)\]’”»])")
_NUMERAL = re.compile(r"(?<![ivxl])(?:x{0,3}(?:i[vx]|vi{0,3}|i{1,3})|x{1,3})(?=[\s.,;:!?)\]’”»]|$)")
"""A small Roman numeral at a word's end; looked for only where a word ends in one of its letters."""
_NEVER_BEFORE = frozenset("0123456789/=_+([{<#$€£&@~^\\|")
_AFTER_SPACE = frozenset('.;:!?”’"»)')
"""A marker is glued to a word or its punctuation, or begins the line, where it may be a label."""
_SIGNS = "[0-9*†‡§¶‖ivx\u0660-\u1fff\ua620-\uabff\uff10-\uff19\U000104a0-\U0001fbf9]"
"""All that a marker may begin with, and the letters of scripts with digits of their own: `\\d` takes twice as long."""
_MAY_BE_MARKER = re.compile(
    _SIGNS + r"(?:(?<![ivx])(?<!^.)(?<=[\d*†‡§¶‖])|(?![a-hj-uwyz])(?<![ivxl].)"
    r"(?=(?:(?<=x)x{0,2}(?:i[vx]|vi{0,3}|i{1,3})?|(?<=v)i{0,3}|(?<=i)(?:[vx]|i{0,2}))(?:[\s.,;:!?)\]’”»]|$)))"
    r"(?<![0-9/=_+(\[{<#$€£&@~^\\|].)(?:(?<![0-9][.,–-].)|(?<=[*†‡§¶‖]))"
    r"(?:(?<! .)|(?<=[^\W\d_][.;:!?”’\"»)] .)|(?<=[\u0e00-\u0eff] .))",
    re.MULTILINE,
)
"""Where `_MARKER` or `_NUMERAL` may agree with `_may_follow` on a marker, but for the first character of a line."""
_AFTER_YEAR = re.compile(
    r"[12](?<!\d.)(?:(?<=1)[5-9]|(?<=2)0)\d\d[.,;:]?(?P<sign>\d{1,2}|[ivx]{1,4})(?![\w%/=–-]|[.,]\d)"
)
"""`2015.1`, `1911ii`: a year, its sentence's full stop, and what may be a marker."""
_AFTER_NUMBER = re.compile(
    r"(?:^|[ \u00a0](?=\d)(?:(?<=[^\W\d_].)|(?<=[^\W\d_]\..)|(?<=§.)))(?:\d{1,3}(?:[.,]\d{3}){1,3}|\d{1,6})"
    r"(?:[.,;:](?P<sign>\d{1,3}|[a-z]|[ivx]{2,5})(?=\s|$)|(?<=\d\d)(?=[.,;:)](?:\s|$)|$))",
    re.MULTILINE,
)
"""`under No. 17.12 The`, `under No. 1712.`: a number that words lead to, and what may be a marker at its end."""
_LETTER = re.compile(r"[.,;:!?”’)»](?:(?<=[^\W\d_].)|(?<=[^\W\d_][.,;:!?”’)»].))(?P<sign>[a-z])(?=\s|$)", re.MULTILINE)
"""`of the harbour.b The`: notes may be called by letters."""
_GLUED_LABEL = re.compile(
    r"^(?:\d{1,3}(?=[^\W\d_a-z]|[“‘„\"'«‹「『《〈【（(¿¡]|https?:|www\.)|[a-z](?=[^\W\d_a-z]|[“‘„\"'«]|https?:|www\.))",
    re.MULTILINE,
)
"""`1The`, `bThe`, `3https:` at a line's beginning, where `1The` would be no word."""
_LABEL = re.compile(r"(?P<sign>\d{1,3}) ?[“‘„\"'«‹「《]?[^\W\d_]")
"""`3 The`: the label of a note, or any number."""
_BEFORE_YEAR = re.compile(r"[。！？」』）、，](?P<sign>\d{1,2})(?=(?:1[5-9]|20)\d\d(?!\d))")
"""`なった。42019 年に`: Chinese and Japanese leave no space between a marker and the year that begins a sentence."""
_AS_HIGH = 0.9
"""What has this share of its line's height, or of what stands beside it, is no smaller."""
_TOO_LOW = 0.75
"""No character is as low, in its type's size, that stands for a glyph of its own."""
_DESCENDING = frozenset("gjpqyJQçşţąęįųýÿþµруфцщдβγζημξρφχψ")
"""Letters that reach, or may reach, below the line: beside them digits on the line look raised."""
_NEAR = 12
_LONGEST_LABEL = 3
_ADDRESS = re.compile(r"[<(\[]?(?:https?://|www\.)")
_HIGH_ABOVE = 0.25
"""What stands so far above the line, in its height, is raised whatever its own."""
_INK = 0.2
"""Ink that begins so far above the line, in its type's size, is raised: no letter nor digit of the text's own is."""
_MOST_ON_LINE = 20
"""More numbers than this make a row of a table."""
_MOST_MARKERS = 150
"""Possible markers of one page that geometry is asked for; tables of numbers have more, and no notes."""


def _may_follow(before: str, sign: str) -> bool:
    """Whether a marker may stand after these characters (three at most): text, or nothing at all. `sign`: its first."""
    if not before:
        return True
    if before[-1] == " ":
        ends = before[-2:-1] in _AFTER_SPACE and before[:1].isalpha()
        return ends or "\u0e00" <= before[-2:-1] <= "\u0eff"  # Thai and Lao part sentences by spaces
    in_number = before[-1] in ".,–-" and before[-2:-1].isdigit() and sign.isalnum()
    return before[-1] not in _NEVER_BEFORE and not in_number


def _begins_small(line: Line) -> bool:
    """Whether the line may begin with a label that stands raised: with a sign of one, lower than the line is high."""
    box = line.box
    low = line.initial < _AS_HIGH * (box.top - box.bottom) or line.initial < _AS_HIGH * line.size
    return low and (_MARKER.match(line.text) or _GLUED_LABEL.match(line.text)) is not None


def find_raised(page: PdfPage, lines: Sequence[Line], together: LinesAsText) -> None:
    """Tell lines which spans of theirs stand smaller and higher than the character beside them."""
    suspects = {id(line): line for line in together.holding(_MAY_BE_MARKER)}
    suspects |= {
        id(line): line for line in together.holding(_AFTER_YEAR, _AFTER_NUMBER, _BEFORE_YEAR, _LETTER, _GLUED_LABEL)
    }
    suspects |= {id(line): line for line in lines if _begins_small(line)}
    asked = [(line, *place) for line in suspects.values() for place in _possible_markers(line.text)]
    if page.mirrored:
        _find_smaller(page, [(line, first, last) for line, first, last, _ in asked])
        return
    _find_drawn_labels(page, (line for line in lines if id(line) not in suspects))
    boxes = page.boxes([line.offset(first) for line, first, _, _ in asked])
    low = []
    for (line, first, last, beside), mark in zip(asked, boxes, strict=True):
        if mark is None:
            continue
        if _is_lower(mark, line) or mark.bottom - line.box.bottom > _HIGH_ABOVE * line.size:
            low.append((line, first, last, beside, mark))
        elif _is_drawn_high(page, line, first, beside):
            _raise(line, first, last)
    bases = page.boxes([line.offset(beside) for line, _, _, beside, _ in low])
    for (line, first, last, beside, mark), base in zip(low, bases, strict=True):
        if base is None:
            continue
        height = base.top - base.bottom
        if height < _TOO_LOW * line.size:  # one of several letters of a glyph, which share its box
            _find_smaller(page, [(line, first, last)])
            continue
        rise = mark.bottom - base.bottom
        # High above the line it need be no smaller: fonts of other scripts are lower.
        small = _AS_HIGH if rise < _HIGH_ABOVE * height else 1.0
        set_high = rise > 0.12 * height and mark.top - mark.bottom < small * height
        if set_high or _is_drawn_high(page, line, first, beside):
            _raise(line, first, last)


def _find_drawn_labels(page: PdfPage, lines: Iterable[Line]) -> None:
    """Labels at the beginnings of lines in raised digits of the font's own, as high as the line: only ink tells."""
    begun = ((line, label) for line in lines if (label := _LABEL.match(line.text)))
    for line, label in islice(begun, _MOST_MARKERS):
        if _is_drawn_high(page, line, 0, label.end() - 1):
            _raise(line, 0, label.end("sign"))


def _is_drawn_high(page: PdfPage, line: Line, first: int, beside: int) -> bool:
    """Whether a letter or digit is raised though its type is as high as its line's, and on it.

    Fonts hold raised digits of their own (OpenType's feature `sups`), of which only the ink tells.
    """
    return line.text[first].isalnum() and page.ink_above(line.offset(first), line.offset(beside)) > _INK * line.size


def _raise(line: Line, first: int, last: int) -> None:
    """Note that `line.text[first:last]` stands raised, but for what is part of a raised span."""
    if not any(one <= first and last <= end for one, end in line.raised):
        line.raised = tuple(sorted({*line.raised, (first, last)}))[:_MOST_MARKERS]


def _find_smaller(page: PdfPage, asked: Sequence[tuple[Line, int, int]]) -> None:
    """The same by the size of type alone, where letters are as high as they happen to be: on pages from the right."""
    for line, first, last in asked:
        if 0 < page.size(line.offset(first)) < _AS_HIGH * line.size:
            _raise(line, first, last)


def _is_lower(mark: Box, line: Line) -> bool:
    return mark.top - mark.bottom < _AS_HIGH * max(line.box.top - line.box.bottom, line.size)


def raise_lone_labels(lines: Sequence[Line]) -> None:
    """A number alone that stands raised left of an address is its label, however far justification drove them apart."""
    for line, following in pairwise(lines):
        if len(line.text) <= _LONGEST_LABEL and line.text.isdigit() and _ADDRESS.match(following.text):
            mark, address = line.box, following.box
            height = address.top - address.bottom
            if address.bottom + 0.12 * height < mark.bottom < address.top and mark.right < address.left:
                line.raised = ((0, len(line.text)),)


def _possible_markers(text: str) -> Iterator[tuple[int, int, int]]:
    """Where the words around allow a marker on a line: from, to, and the column of the character beside it."""
    for match in islice(_AFTER_YEAR.finditer(text), _MOST_ON_LINE):
        yield *match.span("sign"), match.start("sign") - 1
    for match in () if text.isascii() else islice(_BEFORE_YEAR.finditer(text), _MOST_ON_LINE):
        yield *match.span("sign"), match.end("sign")
    for match in islice(_LETTER.finditer(text), _MOST_ON_LINE):
        yield *match.span("sign"), match.start("sign") - 2
    if glued := _GLUED_LABEL.match(text):
        yield *glued.span(), glued.end()
    for match in islice(_AFTER_NUMBER.finditer(text), _MOST_ON_LINE):
        number = match.start() + (not text[match.start()].isdigit())
        if match["sign"]:
            yield *match.span("sign"), number
        else:
            yield from ((first, match.end(), number) for first in range(max(match.end() - 3, number + 1), match.end()))
    found: Iterable[re.Match[str]] = _MARKER.finditer(text)
    if _NUMERAL_END.search(text):
        found = chain(found, _NUMERAL.finditer(text))
    for match in islice(found, _MOST_ON_LINE):
        first, last = match.span()
        if not _may_follow(text[max(first - 3, 0) : first], text[first]):
            continue
        beside = _beside(text, first, last)
        if beside is not None:
            yield first, last, beside


def _beside(text: str, first: int, last: int) -> int | None:
    """The column of a character beside `text[first:last]` that stands on the line: one before it, or else behind it."""
    for columns in (range(first - 1, -1, -1), range(last, len(text))):
        near = [column for column in islice(columns, _NEAR) if text[column] != " "]
        if near and text[near[0]] in _DESCENDING:
            return next((at for at in near if text[at].isalnum() and text[at] not in _DESCENDING), near[0])
        if near:
            return near[0]
    return None
