"""Line ends near links on an open PDF page -> what geometry says of a wrap there.

In: the page and its lines. Out: one Wrap per line end after which a link might go on: whether the next token would have
fitted on the line, and whether both sides are set alike. Asked near links only: per character, geometry is dear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verifier.documents.pdf_file import PdfPage
    from verifier.documents.pdf_lines import Line

_OPEN_LINK = re.compile(
    r"(?:(?:https?|ftp|hxxps?)\s?:|www\.|\bdoi\b|\b10\.\d{4}|(?<![\w@])(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?:/|$))\S{0,2000}$",
    re.IGNORECASE,
)
_ANY_LINK = re.compile(r"://|www\.|\bdoi\b|\b10\.\d{4}|https?\s?:|\w\.[a-z]{2,24}(?:/|\s)", re.IGNORECASE)
_TOKEN_HEAD = re.compile(r"\S+")
_PIECE = re.compile(r"[^\s/.?=&_:#-]*[/.?=&_:#-]?")
_MOST = 200
"""Line ends of one page that geometry is asked for."""
_LONGEST_CHAIN = 12
_NEIGHBOURS = 30


@dataclass(frozen=True, slots=True)
class Wrap:
    """The end of `line`: whether the next token, or its first breakable piece, would have fitted; set alike or not."""

    line: Line
    fits: bool | None
    same_style: bool | None
    piece_fits: bool | None = None


def may_hold_links(text: str) -> bool:
    """Whether anything on a page looks like a link: asked first, for most pages hold none."""
    return _ANY_LINK.search(text) is not None


def wraps_of(page: PdfPage, lines: Sequence[Line], ends: Sequence[Line]) -> Iterator[Wrap]:
    """What geometry says of those line ends among `ends` that a link may run over."""
    wanted = {id(line) for line in ends}
    chain = asked = 0
    margins: dict[tuple[int, int], float] = {}
    for line, following in pairwise(lines):
        opens = _opens_link(line.text)
        goes_on = chain > 0 and _may_go_on(line)
        chain = chain + 1 if opens or goes_on else 0
        if not chain or chain > _LONGEST_CHAIN or id(line) not in wanted:
            continue
        asked += 1
        if asked > _MOST:
            return
        margin = (round(line.box.left), line.number // 8)
        if margin not in margins or margins[margin] < line.box.right:
            margins[margin] = _margin(lines, line)
        yield _wrap(page, margins[margin], line, following)


def _may_go_on(line: Line) -> bool:
    """Whether the end of a line under an open link may be within that link: a piece alone, or one with its signs."""
    token = line.text[line.text.rfind(" ") + 1 :]
    return len(token) == len(line.text) or line.hyphen or "/" in token or token[-1] in "-_=&?%"


def _opens_link(text: str) -> bool:
    """Whether a line ends within what may be a link: in its last word, or after a link that spaces may have broken."""
    if "://" in text or "www." in text:
        return True
    at = text.rfind(" ") + 1
    if text.find(".", at) < 0 and text.find("/", at) < 0 and text.find(":", at) < 0:
        return False
    return _OPEN_LINK.search(text, max(at - 8, len(text) - 2100, 0)) is not None


def _wrap(page: PdfPage, margin: float, line: Line, following: Line) -> Wrap:
    before, after = page.style(line.last), page.style(following.first)
    same = before == after
    token = _TOKEN_HEAD.match(following.text)
    piece = _PIECE.match(following.text)
    below = following.box.top < line.box.top and following.box.left < line.box.right
    if token is None or piece is None or not below:
        return Wrap(line, None, same)
    room = margin - line.box.right
    return Wrap(
        line,
        _width(page, following, token.end()) <= room + 0.5,
        same,
        _width(page, following, max(piece.end(), 1)) <= room + 0.5,
    )


def _width(page: PdfPage, line: Line, end: int) -> float:
    box = page.box(line.offset(end - 1))
    return (box.right if box else line.box.right) - line.box.left


def _margin(lines: Sequence[Line], line: Line) -> float:
    """How far to the right lines of this column reach: where several end alike, there; else the farthest."""
    at = line.number - 1
    near = lines[max(at - _NEIGHBOURS, 0) : at + _NEIGHBOURS]
    rights = [
        other.box.right
        for other in near
        if other.box.left < line.box.right and other.box.right > line.box.left and other.box.left < line.box.left + 200
    ]
    counted = Counter(round(right) for right in rights if right >= line.box.right - 1)
    common = [right for right, count in counted.items() if count >= 3]
    return float(max(common)) if common else max(rights, default=line.box.right)
