"""Line ends near links on an open PDF page -> what geometry says of a wrap there.

In: the page and its lines. Out: one Wrap per line end after which a link might go on: whether the next token would have
fitted on the line, and whether both sides are set alike. Asked near links only: per character, geometry is dear.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from verifier.documents.pdf.hosts import is_typewriter

if TYPE_CHECKING:
    from verifier.documents.pdf.calls import Style
    from verifier.documents.pdf.file import PdfPage
    from verifier.documents.pdf.lines import Line

    _Look = tuple[bytes, tuple[int, int, int]]

_OPEN_LINK = re.compile(
    r"(?:(?:https?|ftp|hxxps?)\s?:|www\.|\bdoi\b|\b10\.\d{4}|(?<![\w@])(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?:/|$))\S{0,2000}$",
    re.IGNORECASE,
)
_SIGNS_OF_LINKS = ("://", "www.", "WWW.", "doi", "DOI", "http", "HTTP", "Http", "10.")
_HOST_END = re.compile(r"\.[A-Za-z]{2,24}[/\s]")
_AFTER_LINK = ".,;:!?)]}>'’”»"
_TOKEN_HEAD = re.compile(r"\S+")
_MOST = 200
"""Line ends of one page that geometry is asked for."""
_LONGEST_CHAIN = 12
_NEIGHBOURS = 30
_FEW = 3
"""With no more neighbours in its own type size than this, a line is measured by all of them."""
_SAMPLES = 9
"""Lines whose type tells how most of a page is set."""
_LINK = re.compile(r"(?:https?|ftp|hxxps?)\s?:|www\.|(?<=\s)10\.\d{4}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wrap:
    """The end of `line`: whether the next token would have fitted; whether both sides are set alike.

    `set_apart`: whether the link before the end is set otherwise than the words before it and most of the page.
    `typewriter`: whether it is set in typewriter type.
    """

    line: Line
    fits: bool | None
    same_style: bool | None
    set_apart: bool | None = None
    typewriter: bool = False


def may_hold_links(text: str) -> bool:
    """Whether anything on a page looks like a link: asked first, for most pages hold none."""
    # Plain searches for what begins with itself take a tenth of the time of one expression for all.
    return any(sign in text for sign in _SIGNS_OF_LINKS) or _HOST_END.search(text) is not None


def wraps_of(page: PdfPage, lines: Sequence[Line], ends: Sequence[Line]) -> Iterator[Wrap]:
    """What geometry says of those line ends among `ends` that a link may run over."""
    wanted = {id(line) for line in ends}
    chain = asked = 0
    column = _Column(lines)
    setting = _Setting(page, lines)
    for line, following in pairwise(lines):
        opens = _opens_link(line.text)
        goes_on = chain > 0 and _may_go_on(line)
        if opens and not (goes_on and len(line.text.split(maxsplit=1)) == 1):
            setting.open(line)
        chain = chain + 1 if opens or goes_on else 0
        if not chain or chain > _LONGEST_CHAIN or id(line) not in wanted:
            continue
        asked += 1
        if asked > _MOST:
            return
        yield _wrap(page, column.margin(line), setting, line, following)


def _may_go_on(line: Line) -> bool:
    """Whether the end of a line under an open link may be within it: a piece alone, or one with its punctuation."""
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


def _wrap(page: PdfPage, margin: float, setting: _Setting, line: Line, following: Line) -> Wrap:
    own = max(len(line.text.rstrip(_AFTER_LINK)) - 1, 0)
    before, after = page.style(line.offset(own)), page.style(following.first)
    # Punctuation set otherwise than the link is not the link's: then it has ended.
    same = before == after and (own == len(line.text) - 1 or page.style(line.last) == before)
    token = _TOKEN_HEAD.match(following.text)
    below = following.box.top < line.box.top and following.box.left < line.box.right
    fits = None
    if token is not None and below:
        # On a page from right to left, a token that goes the other way ends where it begins.
        ends = filter(None, page.boxes([following.first, following.offset(token.end() - 1)]))
        fits = (
            max((box.right for box in ends), default=following.box.right) - following.box.left
            <= margin - line.box.right + 0.5
        )
    return Wrap(line, fits, same, setting.is_apart(before), is_typewriter(before))


class _Setting:
    """How the words are set that an open link stands among."""

    def __init__(self, page: PdfPage, lines: Sequence[Line]) -> None:
        self._page = page
        self._lines = lines
        self._usual: _Look | None = None
        self._before: _Look | None = None

    def open(self, line: Line) -> None:
        """A link begins on this line: remember how the word before it is set."""
        begins = [match.start() for match in _LINK.finditer(line.text)] or [line.text.rfind(" ") + 1]
        last = len(line.text[: begins[-1]].rstrip(" ([<{:“«\"'")) - 1
        self._before = _look(self._page.style(line.offset(last))) if last >= 0 else None

    def is_apart(self, style: Style) -> bool | None:
        """Whether type so set stands out both from the word before the link and from most of the page."""
        if self._before is None:
            return None
        mine = _look(style)
        return mine not in (self._before, self._of_page())

    def _of_page(self) -> _Look:
        if self._usual is None:
            some = self._lines[:: max(len(self._lines) // _SAMPLES, 1)]
            looks = Counter(_look(self._page.style(line.offset(len(line.text) // 2))) for line in some)
            self._usual = looks.most_common(1)[0][0]
        return self._usual


def _look(style: Style) -> _Look:
    return style.font, style.colour


class _Column:
    """How far to the right the lines of a column reach; worked out once for neighbouring lines that begin alike."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._known: dict[tuple[int, int, float], float] = {}

    def margin(self, line: Line) -> float:
        """The right edge of the column that a line stands in."""
        key = (round(line.box.left), line.number // 8, line.size)
        if key not in self._known or self._known[key] < line.box.right:
            self._known[key] = self._measured(line)
        return self._known[key]

    def _measured(self, line: Line) -> float:
        """Where several lines of the column end alike, there; else the farthest. No column reaches into the next."""
        at = line.number - 1
        near = self._lines[max(at - _NEIGHBOURS, 0) : at + _NEIGHBOURS]
        middle = (line.box.top + line.box.bottom) / 2
        limit = min(
            (one.box.left for one in near if one.box.bottom < middle < one.box.top and one.box.left > line.box.right),
            default=math.inf,
        )
        beside = [
            one
            for one in near
            if one.box.left < line.box.right < limit
            and one.box.right > line.box.left
            and one.box.left < line.box.left + 200
            and one.box.right < limit
        ]
        alike = [one for one in beside if one.size == line.size]
        rights = [one.box.right for one in (alike if len(alike) > _FEW else beside)]
        counted = Counter(round(right) for right in rights if right >= line.box.right - 1)
        common = [right for right, count in counted.items() if count >= 3]
        return float(max(common)) if common else max(rights, default=line.box.right)
