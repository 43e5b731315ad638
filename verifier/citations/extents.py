"""Where a note ends.

In: where a note starts and where the next label stands. Out: the end of its text. A note runs over blank lines only
where it plainly goes on: after a colon, to its URL, or in the middle of a sentence.
"""

from __future__ import annotations

import re

from verifier.citations.headings import is_signature_heading, note_heading
from verifier.citations.layout import Layout
from verifier.model.months import MONTHS
from verifier.model.pages import PAGE_NUMBER
from verifier.model.patterns import compile_late

_OPEN_END = tuple(":,;-–/=&(?_")
_OPEN_QUOTED = (",”", ",’", ',"', ",»")
_LEADS_ON = compile_late(
    r"(?:\b(?:at|see|from|in|of|the|and|available|accessed|sur|en|unter|disponible|verfügbar)|网址|見|见)$",
    re.IGNORECASE,
)
_URL_START = re.compile(r"[<(\[]?(?:h\s?t\s?tps?\s?:|www\.|doi\s?:|10\.\d{4})", re.IGNORECASE)
_URL_PIECE = re.compile(r"\S{4,}[.;,)]?$")
_LAST_PIECE = re.compile(r"[\w.~%-]+[,;](?:\s|$)")
"""A word with a comma behind it: no sentence begins so with a number, or in small letters."""
_URL_MARKS = re.compile(r"[/=?&%_]|-\w|\w\.\w")
_BEGINS_WITH_PIECE = re.compile(
    r"[/?&=%]\w|(?=\S*[\d.=?-])\w[\w.~%-]*(?:[/=?&%_][\w.~%-]+){2}|[\w.~%-]+[/=?&]\S*(?:://|\d/)"
)
"""How a line begins with the rest of an address, whatever stands behind it; `and/or/both` and `#tag` do not."""
_ENDS_IN_URL = re.compile(r"(?:https?://|www\.)\S*(?:\n[ \t>]{0,24}\S+){0,3}$", re.IGNORECASE)
"""An address, broken by line ends perhaps."""
_REMARK = re.compile(r"[(\[][^\W\d_]{2}")
"""What begins a remark on an address: `(accessed 3 May)`."""
_PIECE_ALONE = re.compile(r"(?:[^\W\d_A-Z]|\d+[^\W\d_.)]|[-/?&#=%_.]\w)[^\s:]{0,200}")
_HANGS = frozenset("/-_=&?%#")
"""How a link ends that rather goes on."""
_DAY = re.compile(r"(?<!\w)[0-3]?\d(?:st|nd|rd|th|er|\.)?(?: de)?\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]{3,20}")
_LAST_WORD = re.compile(r"([^\W\d_]{3,20})\.?(?: de)?,?\Z")
_YEAR = re.compile(r"(?:1[89]|20)\d\d\b")
_BLANKS = 8
_INDENT = 2
_PAIRS = (("“", "”"), ("„", "“"), ("«", "»"), ("《", "》"), ("「", "」"), ("(", ")"))
_LONGEST_QUOTED = 200
_MAIL_SIGNATURE = "--"
"""What stands alone above the signature of a mail, but for a space behind it (RFC 3676, 4.3)."""
_LONGEST = 8000
"""A note without a following label is followed no further than this many characters."""


def natural_end(layout: Layout, start: int, limit: int, *, wrapped: bool) -> int:
    """Where the note that starts at `start` ends of itself, at or before `limit`.

    `wrapped`: whether the lines of this list are broken at a margin, so that a plain line end means nothing.
    """
    text = layout.text
    index = layout.line_at(start)
    limit = min(limit, start + _LONGEST)
    end = min(layout.line_end(index), limit)
    depth = layout.quote_depth(index)
    page = layout.document.page_at(start)
    index += 1
    while index < layout.line_count and layout.line_start(index) < limit:
        line_start = layout.line_start(index)
        line = layout.line(index)
        if line_start in layout.surroundings and start not in layout.surroundings:
            break
        if layout.is_furniture(index):
            index += 1
            continue
        if not line:
            index = _over_blank(layout, index, limit)
            if index < 0 or not goes_on(_tail(text, start, end), layout.line(index)):
                break
            line_start, line = layout.line_start(index), layout.line(index)
        elif not wrapped and not _is_indented(layout, index, start):
            tail = _tail(text, start, end)
            if not goes_on(tail, line) and not _is_last_piece(tail, line):
                break
        if _is_barrier(layout, line_start, line) or layout.quote_depth(index) != depth:
            break
        if PAGE_NUMBER.fullmatch(line) and not _ends_date(text[start:end], line):
            # A page number may stand in the middle of a note; it never is the note's last word.
            index += 1
            continue
        turned = text[line_start - 1] == "\f" or layout.document.page_at(line_start) != page
        if turned and not goes_on(_tail(text, start, end), line):
            break
        end = min(layout.line_end(index), limit)
        index += 1
    return start + len(text[start:end].rstrip())


def _is_indented(layout: Layout, index: int, start: int) -> bool:
    """Whether line `index` is set in deeper than the label at `start`: a hanging indent makes it the note's."""
    line_start = layout.line_start(index)
    margin = start - layout.line_start(layout.line_at(start))
    return not layout.text[line_start : line_start + margin + _INDENT].strip(" \t")


def _over_blank(layout: Layout, index: int, limit: int) -> int:
    """The next line of running text, a few lines on and before `limit`; -1 when there is none."""
    for further in range(index + 1, min(index + _BLANKS, layout.line_count)):
        if layout.line_start(further) >= limit:
            return -1
        line = layout.line(further)
        if line and not layout.is_furniture(further) and not PAGE_NUMBER.fullmatch(line):
            return further
    return -1


def _is_barrier(layout: Layout, start: int, line: str) -> bool:
    if line == _MAIL_SIGNATURE:
        return True
    return note_heading(line) is not None or is_signature_heading(line) or start in layout.headings


def goes_on(before: str, line: str) -> bool:
    """Whether `line` plainly continues a note whose text so far is `before`."""
    tail = before[-200:].rstrip()
    if not tail or (PAGE_NUMBER.fullmatch(line) and not _ends_date(tail, line)):
        return False
    address = _ENDS_IN_URL.search(tail) is not None
    if address and tail[-1] == "/":  # most addresses that end so are whole
        small = line[:1].isdigit() or line[:1].islower()
        open_end = bool(_URL_PIECE.match(line) or _REMARK.match(line) or (small and _LAST_PIECE.match(line)))
    else:
        open_end = tail.endswith(_OPEN_END) or (address and _REMARK.match(line) is not None)
    if open_end or tail.endswith(_OPEN_QUOTED) or _LEADS_ON.search(tail) or _goes_on_with_month(tail, line):
        return True
    if _URL_START.match(line):
        return not _URL_START.search(before[-2000:])
    if address:
        at_an_end = tail[-1] == "." and line[:1].isupper()  # a sentence's, and a running head
        alone = _URL_PIECE.fullmatch(line) is not None and _URL_MARKS.search(line) is not None
        return not at_an_end and (alone or _BEGINS_WITH_PIECE.match(line) is not None)
    if _YEAR.match(line) and tail[-1] not in ".!?。！？":  # `27 April`, then `2022: …`: no page and no note begins so
        return True
    return _closes_quotation(tail, line) or (line[:1].islower() and tail[-1] not in '.!?。！？”’"»')


def _closes_quotation(before: str, line: str) -> bool:
    """Whether `line` closes what the text before it has opened: a quoted title, or brackets."""
    for opening, closing in _PAIRS:
        closed = line.find(closing, 0, _LONGEST_QUOTED)
        if closed >= 0 and before.rfind(opening) > before.rfind(closing):
            return opening == closing or opening not in line[:closed]
    return False


def _goes_on_with_month(before: str, line: str) -> bool:
    """Whether a line ends with the day of a date and the next begins with its month: `24.`, then `Januar 2023`."""
    month = _FIRST_WORD.match(line) if _DAY.search(before) else None
    return month is not None and month[0].lower() in MONTHS


def _ends_date(before: str, line: str) -> bool:
    """Whether a number alone on a line is the year of a date that the line before ends with: `13 June`, then `2025`."""
    month = _LAST_WORD.search(before[-40:])
    return month is not None and month[1].lower() in MONTHS and _YEAR.match(line) is not None


def _is_last_piece(before: str, line: str) -> bool:
    """Whether `line`, right below a note that ends in a link, is but one word, such as wrapping leaves of a link."""
    if not _ENDS_IN_URL.search(before[-200:]) or PAGE_NUMBER.fullmatch(line):
        return False
    hangs = before.rstrip()[-1] in _HANGS or any(not sign.isalpha() for sign in line.rstrip(".,;)"))
    return hangs and _PIECE_ALONE.fullmatch(line) is not None


def _tail(text: str, start: int, end: int) -> str:
    return text[max(start, end - 2000) : end]
