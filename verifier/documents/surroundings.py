"""Lines of text -> which of them are not the letter but the web page around it (pure).

A letter saved from the web brings along breadcrumbs, sharing buttons, teasers of other articles, and the site's
footer. They are told by their form and by the words of `page_words.py`. When in doubt a line is the letter's: a line
wrongly kept costs a look, one wrongly left out hides a citation. So a stretch is only taken when it is closed off by
its own signs, and a heading of notes, numbered notes, a salutation or signatures always end it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from verifier.documents import page_words as words
from verifier.documents.line_signs import BRACKETED, NO_SIGNS, NUMBERED, URL, Signs, heads_notes, key_of, signs_of
from verifier.documents.lines import Line
from verifier.model.patterns import compile_late

Span = tuple[int, int]

_BREADCRUMB = compile_late(r"[^\s>›»→][^>›»→]{0,60}(?:[>›»→]+[^>›»→]{1,80}){1,8}[>›»→]?|[^>›»→]{1,40}[>›»→]")
_HAS_STEP = re.compile("[>›»→/]")
_NO_STEP = compile_late("[«‹<]")
"""Beside these `»` closes a quotation, and `>` a tag."""
_BREADCRUMB_STEP = compile_late(r"\s*[>›»→/]+\s*")
_BULLET = compile_late(r"[•‣▪●◦■□►▸◆◇➢➤★☆∙·*–—-]\s+\S")
_TOP_LINES = 12
_HEAD, _TAIL = 2_000, 8_000  # lines looked at in a very long text: a page stands before and after its letter
_LEAST_LETTER = 300  # characters: less before a share bar is a page head, not a letter


def find(lines: Sequence[Line]) -> list[Span]:
    """The spans of the text that `lines` (the visible ones, in order) give to the page around the letter, sorted."""
    middle = range(_HEAD, len(lines) - _TAIL)
    signs = [NO_SIGNS if number in middle else signs_of(line.text) for number, line in enumerate(lines)]
    bars = _share_bars(signs)
    footer = _footer(signs)
    ranges = [range(number, number + 1) for number in _breadcrumbs(lines)]
    ranges += bars
    ranges += [range(footer, len(lines)), _bullets_before(lines, footer)]
    ranges.append(range(_trailer(lines, signs, [bar.start for bar in bars]), len(lines)))
    return _merge(lines, ranges)


def is_notes_heading(text: str) -> bool:
    """Whether a line is a heading of notes or references ("Editors Notes:", "## Références", "注释")."""
    return heads_notes(text, key_of(text.casefold()))


def is_salutation(text: str) -> bool:
    """Whether a line addresses the reader of a letter."""
    return len(text) <= 200 and text.casefold().startswith(words.SALUTATION)


def count_notes(lines: Sequence[Line]) -> int:
    """How many of `lines` begin as notes do: with a number in brackets, or with a number and a link."""
    return sum(signs_of(line.text).note for line in lines)


def _is_breadcrumb(text: str) -> bool:
    """Whether a line shows the way to a page inside its site ("Home > News > World >")."""
    if len(text) > 200 or not _HAS_STEP.search(text) or URL.search(text):
        return False
    if _NO_STEP.search(text) or BRACKETED.match(text):
        return False
    steps = [step for step in _BREADCRUMB_STEP.split(text) if step]
    if len(steps) > 1 and key_of(steps[0].casefold()) in words.HOME:
        return all(len(step) <= 60 for step in steps[:-1])
    if not _BREADCRUMB.fullmatch(text):
        return False
    return len(steps) >= 3 or (len(steps) == 2 and text[-1] in ">›»→")


def _breadcrumbs(lines: Sequence[Line]) -> list[int]:
    return [number for number, line in enumerate(lines[:_TOP_LINES]) if _is_breadcrumb(line.text)]


def _share_bars(signs: Sequence[Signs]) -> list[range]:
    """Rows of sharing buttons, wherever they stand: a share heading with a button after it, or two buttons in a row."""
    bars: list[range] = []
    number = 0
    while number < len(signs):
        first = signs[number]
        stop = number + 1
        if first.share or first.button:
            while stop < len(signs) and signs[stop].button:
                stop += 1
            if stop - number >= 2 or first.names_network:
                bars.append(range(number, stop))
        number = stop
    return bars


def _footer(signs: Sequence[Signs]) -> int:
    """Where the site's footer begins: the first of the last lines that are all of its kind."""
    at = len(signs)
    while at and (signs[at - 1].footer or signs[at - 1].share or signs[at - 1].button):
        at -= 1
    while at < len(signs) and not signs[at].footer:
        at += 1
    return at


def _bullets_before(lines: Sequence[Line], footer: int) -> range:
    """Teasers between the letter and the footer: a bulleted list right after a finished numbered one.

    Signatories or notes are numbered in that case, and a list in another style after them is not theirs. Bullets that
    follow prose stay: they may be the letter's own.
    """
    at = footer
    if footer == len(lines):
        return range(0)
    while at and _is_teaser_bullet(lines[at - 1].text):
        at -= 1
    before = lines[max(at - 3, 0) : at]
    finished = len(before) == 3 and all(NUMBERED.match(line.text) for line in before)
    return range(at, footer) if finished else range(0)


def _is_teaser_bullet(text: str) -> bool:
    return len(text) < 200 and _BULLET.match(text) is not None and not URL.search(text)


def _trailer(lines: Sequence[Line], signs: Sequence[Signs], bars: Sequence[int]) -> int:
    """Where the letter is over: the first share bar or heading of teasers with nothing of the letter after it.

    Only the last third of a text may be lost this way, or up to two thirds of one that was signed or annotated before.
    """
    starts = sorted({*bars, *(number for number, sign in enumerate(signs) if sign.more)})
    if not starts:
        return len(lines)
    last_note, first_close, last_sign = _landmarks(signs)
    weights = [0, *accumulate(len(line.text) for line in lines)]
    for number in starts:
        finished = first_close < number
        if number <= last_note or (number <= last_sign and not finished) or weights[number] < _LEAST_LETTER:
            continue
        tail = weights[-1] - weights[number]
        if tail * 3 < weights[-1] * (2 if finished else 1):
            return number
    return len(lines)


def _landmarks(signs: Sequence[Signs]) -> tuple[int, int, int]:
    """The last line of notes or numbered lists, the first that closes the letter, the last that greets or signs."""
    last_note = last_sign = -1
    first_close = len(signs)
    numbered_before = after_more = False
    for number, sign in enumerate(signs):
        after_more = sign.more or (after_more and sign.numbered)
        if sign.note or (sign.numbered and numbered_before and not after_more):
            last_note = number
        if sign.signed or last_note == number:
            first_close = min(first_close, number)
        if sign.signed or sign.greeting:
            last_sign = number
        numbered_before = sign.numbered
    return last_note, first_close, last_sign


def _merge(lines: Sequence[Line], ranges: Sequence[range]) -> list[Span]:
    """Line ranges -> spans of the text, sorted, neighbours joined."""
    taken = sorted({number for numbers in ranges for number in numbers})
    spans: list[Span] = []
    previous = -2
    for number in taken:
        start, end = lines[number].start, lines[number].end
        if number == previous + 1:
            start = spans.pop()[0]
        spans.append((start, end))
        previous = number
    return spans
