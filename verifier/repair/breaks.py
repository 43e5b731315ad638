"""Where a broken link could go on: the places after a break, in the order of the text.

In: the text, where the link has been read to, and how far it may reach. Out: continuations, each with the characters
that would join it. No judgement: the ranker weighs them. The ways a link breaks:

- a space within the line, or the gap between two columns;
- the end of the line; then the next line, one line further (a footer or an interleaved column between), or the
  column that the link stands in;
- a hyphen before the line's end, which may be the link's own (kept) or the typesetter's (dropped);
- a character that a reader left where a line-end hyphen stood.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from verifier.repair import syntax

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verifier.repair.page import Page

_BLANKS = re.compile(r"[^\S\n\f\x0b\u2028\u2029]{1,400}")
_SCHEME_AHEAD = re.compile(r"[^\s:/]{0,40}?(?:https?|ftp)\s?:\s?//?|www\.|\w[\w+.-]{0,15}://", re.IGNORECASE)
_CARRIES = re.compile(
    r"(?:(?:=|/(?:\d{4,14}[a-z_*]{0,4}|\d{4}\.\d\d\.\d\d-\d{6})/)(?:h(?:t(?:tp?)?)?)?|://|/(?:https?:)/?)\Z"
)
"""A URL that ends so may carry another URL: a query, an archive's date."""
_CARRYING = re.compile(r"[^\s:/]{0,40}\?[\w.&=-]{1,40}=https?://", re.IGNORECASE)
"""The rest of an address that carries another in its query."""
_OTHER = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.\w|(?:doi|isbn|issn|url|arxiv|pmid|urn|mailto|tel):", re.IGNORECASE)
"""What names something else: an e-mail address, a labelled identifier."""
_RULE = re.compile(r"([-_=*~+#])\1{2,}")
"""A line drawn across the page."""
_IN_BRACKETS = re.compile(r"\([^()]{2,40}\)[.,;:]?")
"""A word or a date in brackets: behind letters or digits it is a remark, not the link's."""
_ALONE = frozenset("-#:")
"""At the start of a line these alone begin the item of a list, a heading or a comment, or belong to the sentence."""
_REPEATED = re.compile(r"-[^\W_]")
_NOTE_LABEL = re.compile(r"\[\d{1,4}\]|\(\d{1,3}\)\s")
_SEGMENT = re.compile(r"\S+(?:[ \t]\S+)*")
_LINES_AHEAD = 4
_COLUMN_SLACK = 3


class Way(IntEnum):
    """How a link was broken."""

    SPACE = 0
    LINE = 1
    COLUMN = 2
    SOFT = 3


class Hyphen(IntEnum):
    """What becomes of a hyphen at the break."""

    NONE = 0
    KEPT = 1
    DROPPED = 2


class Continuation(NamedTuple):
    """One way on: what stands between `at` and `resume` goes, `inserted` comes instead, `piece` follows.

    `kept`: punctuation between the reading so far and the break, part of the URL if it goes on. `token` is the piece
    with its own trailing punctuation; `end` is where the piece ends. `skipped`: lines with text passed over; `blank`:
    empty ones.
    """

    way: Way
    hyphen: Hyphen
    at: int
    resume: int
    end: int
    kept: str
    inserted: str
    piece: str
    token: str
    skipped: int = 0
    blank: int = 0


def continuations(page: Page, end: int, limit: int, url: str) -> Iterator[Continuation]:
    """Every place where the link read as `url` up to `end` could go on, none beyond `limit`."""
    text = page.text
    tail = syntax.TOKEN.match(text, end)
    broken = tail.end() if tail else end
    kept = text[end:broken]
    if len(kept) > 4 or any(character in "()[]{}'’‘\\" for character in kept) or "%%" in kept:
        return
    after = text[broken : broken + 1]
    if after and after in syntax.SOFT_HYPHENS:
        yield from _soft(page, broken, limit, url, kept)
    elif after.isspace():
        yield from _spaced(page, broken, limit, url, kept)


def _soft(page: Page, broken: int, limit: int, url: str, kept: str) -> Iterator[Continuation]:
    """A character stands where the line-end hyphen was: in the URL, or put in by the typesetter?"""
    resume = broken + 1
    while resume < limit and page.text[resume].isspace() and resume - broken < 200:
        resume += 1
    found = _piece(page.text, resume, limit, url)
    if found:
        piece, token = found
        end = resume + len(piece)
        yield Continuation(Way.SOFT, Hyphen.KEPT, broken, resume, end, kept, "-", piece, token)
        yield Continuation(Way.SOFT, Hyphen.DROPPED, broken, resume, end, kept, "", piece, token)


def _spaced(page: Page, broken: int, limit: int, url: str, kept: str) -> Iterator[Continuation]:
    text = page.text
    before = syntax.clean(url + kept, 0)[0]
    gap = _BLANKS.match(text, broken)
    resume = gap.end() if gap else broken
    at_line_end = resume >= len(text) or text[resume] in "\n\f\x0b\u2028\u2029"
    if not at_line_end:
        found = _piece(text, resume, limit, url)
        if found:
            yield Continuation(Way.SPACE, Hyphen.NONE, broken, resume, resume + len(found[0]), kept, "", *found)
        if resume - broken == 1:
            return
    for way, start, skipped, blank in _ahead(page, broken, limit if at_line_end else None):
        # The next citation may stand in the other column: a link's own column reaches past it.
        found = _piece(text, start, limit if at_line_end and way is Way.LINE else len(text), url)
        if not found or found[1] in _ALONE or (found[1] == "." and start + 1 >= page.line_end(start)):
            continue  # a full stop alone ends the sentence
        hyphen = Hyphen.KEPT if before.endswith("-") else Hyphen.NONE
        if hyphen and before[-2:-1] != "-" and _REPEATED.match(found[0]):
            # Portuguese, Polish and others print a word's own hyphen at the line's end and again on the next line.
            piece, token = found[0][1:], found[1][1:]
            end = start + len(found[0])
            yield Continuation(way, hyphen, broken, start + 1, end, kept, "", piece, token, skipped, blank)
            continue
        end = start + len(found[0])
        yield Continuation(way, hyphen, broken, start, end, kept, "", *found, skipped, blank)
        if hyphen and before[-2:-1] != "-":
            yield Continuation(way, Hyphen.DROPPED, broken - 1, start, end, kept, "", *found, skipped, blank)


def _ahead(page: Page, broken: int, limit: int | None) -> Iterator[tuple[Way, int, int, int]]:
    """Where the text goes on after this line: line starts, and what stands under the link's own column.

    `limit`: how far lines count where the link stands at a line's end; None where it does not. What pages print at
    their heads and feet is passed over like blank lines.
    """
    here = page.line_at(broken)
    own = page.line(here)
    column = _segment_column(page, here, broken)
    skipped = blank = 0
    for number in range(here + 1, here + 2 * _LINES_AHEAD):
        line = page.line(number)
        if line is None or skipped >= _LINES_AHEAD or (own is not None and line.quoted != own.quoted):
            return
        if line.first >= line.last or number in page.furniture:
            blank += 1
            continue
        if blank and _NOTE_LABEL.match(page.text, line.first):
            return  # another note begins: nothing from here on is this link's
        if limit is not None and line.first >= limit and column <= _COLUMN_SLACK:
            return
        below = _under(page, number, column) if column > _COLUMN_SLACK else None
        if below is not None and below != line.first:
            yield Way.COLUMN, below, skipped, blank
        if limit is not None or (below is None and skipped <= 1):
            yield Way.LINE, line.first, skipped, blank
        elif below == line.first:
            yield Way.COLUMN, below, skipped, blank
        if page.is_page_number(line):
            blank += 1
        else:
            skipped += 1


def _segment_column(page: Page, number: int, offset: int) -> int:
    """In which column the run of text begins that holds `offset` (runs are parted by two or more spaces)."""
    start = page.starts[number]
    before = page.text[max(start, offset - 1000) : offset]
    cut = max(before.rstrip().rfind("  "), before.rfind("\t"))
    lead = len(before) - len(before.lstrip())
    return max(start, offset - 1000) - start + (cut + 2 if cut > lead else lead)


def _under(page: Page, number: int, column: int) -> int | None:
    """Where, on another line, a run of text begins near this column."""
    start = page.starts[number]
    line = page.line(number)
    if line is None or line.last - start <= column - _COLUMN_SLACK:
        return None
    best: int | None = None
    for match in _SEGMENT.finditer(page.text, line.first, line.last):
        at = match.start() - start
        if abs(at - column) <= 2 * _COLUMN_SLACK and (best is None or abs(at - column) < abs(best - start - column)):
            best = match.start()
        if at > column + 2 * _COLUMN_SLACK:
            break
    return best


def _piece(text: str, start: int, limit: int, url: str) -> tuple[str, str] | None:
    """The piece that begins here, trimmed and whole; None where another link begins or nothing can follow."""
    if start >= limit:
        return None
    match = syntax.TOKEN.match(text, start, min(limit, start + 2048))
    if not match:
        return None
    token = match[0]
    if (
        (token[0] == "[" and "=" not in token and url.count("{") <= url.count("}"))
        or (token[0] == "(" and len(token) > 1 and ")" not in token)
        or (token[0] == ")" and url.count("(") <= url.count(")"))
        or (_OTHER.match(token) and url[-1] != "=")
        or _RULE.fullmatch(token)
        or (token[0] == "(" and url[-1].isalnum() and _IN_BRACKETS.fullmatch(token))
        or (_SCHEME_AHEAD.match(token) and not (_CARRIES.search(url) or _CARRYING.match(token)))
    ):
        return None
    piece = token if token in syntax.DELIMITERS else syntax.cut(token, url)
    return (piece, token) if piece else None
