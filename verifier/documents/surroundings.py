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
from typing import NamedTuple

from verifier.documents import page_words as words
from verifier.documents.lines import Line

Span = tuple[int, int]

_DECORATION = " \t|:：·•‣▪●◦–—-»›>→▼▲✉☎*#_/\\.…+[]()"
_KEYWORD_LENGTH = 60
_BREADCRUMB = re.compile(r"[^\s>›»→][^>›»→]{0,60}(?:[>›»→]+[^>›»→]{1,80}){1,8}[>›»→]?|[^>›»→]{1,40}[>›»→]")
_HAS_STEP = re.compile("[>›»→/]")
_NO_STEP = re.compile("[«‹<]")
"""Beside these `»` closes a quotation, and `>` a tag."""
_BREADCRUMB_STEP = re.compile(r"\s*[>›»→/]+\s*")
_SEPARATOR = re.compile(r"[|｜·•●/,，、]")
_GAP = re.compile(r"\s{2,}")
_BULLET = re.compile(r"[•‣▪●◦■□►▸◆◇➢➤★☆∙·*–—-]\s+\S")
_NUMBERED = re.compile(r"[\[(（［【]?(\d{1,4})[\])）］】.、:．]{1,2}\s?\S|\^\d{1,3}\s?\S|[¹²³⁴⁵⁶⁷⁸⁹]")
_BRACKETED = re.compile(r"[\[［【](\d{1,3})[\]］】]\s*\S|\[\^[^\]]{1,30}\]:|[¹²³⁴⁵⁶⁷⁸⁹]+\s*\S")
_URL = re.compile(r"https?:|www\.|hxxp|\bdoi\b", re.IGNORECASE)
_E_MAIL = re.compile(r"e-?mail\s*[:：]|[\w.+-]{1,64}@[\w-]{1,64}\.\w", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_SIGNATURE_WORDS = frozenset(match[0] for sign in words.SIGNATURE if (match := _WORD.match(sign)))
_COPYRIGHT = re.compile("|".join(map(re.escape, words.COPYRIGHT)))
_TELLING = frozenset(
    max(_WORD.findall(entry), key=len, default="©")
    for table in (words.SHARE, words.NETWORKS, words.MORE, words.FOOTER, words.COPYRIGHT, words.NOTES, words.SIGNATURE)
    for entry in table
) | {"from", "in"}
"""A line that matches an entry of the tables holds that entry's longest word: all others need no second look."""
_TOP_LINES = 12
_HEAD, _TAIL = 2_000, 8_000  # lines looked at in a very long text: a page stands before and after its letter
_LONGEST_SIGN = 400
_LEAST_LETTER = 300  # characters: less before a share bar is a page head, not a letter


def find(lines: Sequence[Line]) -> list[Span]:
    """The spans of the text that `lines` (the visible ones, in order) give to the page around the letter, sorted."""
    middle = range(_HEAD, len(lines) - _TAIL)
    signs = [_NO_SIGNS if number in middle else _signs(line.text) for number, line in enumerate(lines)]
    bars = _share_bars(signs)
    footer = _footer(signs)
    ranges = [range(number, number + 1) for number in _breadcrumbs(lines)]
    ranges += bars
    ranges += [range(footer, len(lines)), _bullets_before(lines, footer)]
    ranges.append(range(_trailer(lines, signs, [bar.start for bar in bars]), len(lines)))
    return _merge(lines, ranges)


def is_notes_heading(text: str) -> bool:
    """Whether a line is a heading of notes or references ("Editors Notes:", "## Références", "注释")."""
    return len(text) <= _KEYWORD_LENGTH and _key(text.casefold()).lstrip("0123456789. ") in words.NOTES


def is_salutation(text: str) -> bool:
    """Whether a line addresses the reader of a letter."""
    return len(text) <= 200 and text.casefold().startswith(words.SALUTATION)


def count_notes(lines: Sequence[Line]) -> int:
    """How many of `lines` begin as notes do: with a number in brackets, or with a number and a link."""
    return sum(_signs(line.text).note for line in lines)


def is_breadcrumb(text: str) -> bool:
    """Whether a line shows the way to a page inside its site ("Home > News > World >")."""
    if len(text) > 200 or not _HAS_STEP.search(text) or _URL.search(text):
        return False
    if _NO_STEP.search(text) or _BRACKETED.match(text):
        return False
    steps = [step for step in _BREADCRUMB_STEP.split(text) if step]
    if len(steps) > 1 and _key(steps[0].casefold()) in words.HOME:
        return all(len(step) <= 60 for step in steps[:-1])
    if not _BREADCRUMB.fullmatch(text):
        return False
    return len(steps) >= 3 or (len(steps) == 2 and text[-1] in ">›»→")


class _Signs(NamedTuple):
    """What one line is by its own form and words."""

    share: bool = False
    names_network: bool = False
    button: bool = False
    more: bool = False
    footer: bool = False
    note: bool = False
    numbered: bool = False
    signed: bool = False
    greeting: bool = False


_NO_SIGNS = _Signs()


def _signs(text: str) -> _Signs:
    """Read one line. Long lines are prose or notes; only short ones are looked up."""
    number = _NUMBERED.match(text) or _BRACKETED.match(text)
    note = number is not None and (_BRACKETED.match(text) is not None or _URL.search(text) is not None)
    if len(text) > _LONGEST_SIGN:
        return _Signs(note=note, numbered=number is not None) if number else _NO_SIGNS
    low = text.casefold()
    greeting = low.startswith(words.SALUTATION)
    if _parts_words(low) and _TELLING.isdisjoint(_WORD.findall(low)):
        return _Signs(note=note, numbered=number is not None, greeting=greeting) if number or greeting else _NO_SIGNS
    key = _key(low)
    share, names_network = _share(key)
    return _Signs(
        share=share,
        names_network=names_network,
        button=_is_network(low, key) or _is_share_button(key),
        more=_is_more(key),
        footer=_is_footer(low),
        note=note or (len(text) <= _KEYWORD_LENGTH and key.lstrip("0123456789. ") in words.NOTES),
        numbered=number is not None,
        signed=_is_signed(low),
        greeting=greeting,
    )


def _parts_words(low: str) -> bool:
    """Whether spaces part the words of `low`: no CJK, nor signs that are entries of the tables by themselves."""
    return low.isascii() or (max(low) < "\u2070" and "©" not in low)


def _key(low: str) -> str:
    return " ".join(low.strip(_DECORATION).split())


def _pieces(low: str) -> list[str]:
    parts = _SEPARATOR.split(low)
    if " ".join(low.split()) != low:
        parts = [piece for part in parts for piece in _GAP.split(part.strip())]
    return [key for part in parts if (key := _key(part))]


def _is_network(low: str, key: str) -> bool:
    """A line that holds nothing but names of networks and other share buttons."""
    if key in words.NETWORKS:
        return True
    parted = min((found.start() for found in (_SEPARATOR.search(low), _GAP.search(low)) if found), default=-1)
    head = _key(low[:parted]) if parted >= 0 else key.partition(" ")[0]
    if head and head not in words.NETWORKS:
        return False
    pieces = _pieces(low) if parted >= 0 else key.split()
    return len(pieces) > 1 and all(piece in words.NETWORKS for piece in pieces)


def _share(key: str) -> tuple[bool, bool]:
    """Whether a line introduces share buttons, and whether it goes on to name them ("Share: Facebook | X")."""
    if key in words.SHARE:
        return True, False
    head, colon, rest = key.partition(":")
    if not colon:
        head, _, rest = key.partition(" ")
    named = bool(rest) and head.strip() in words.SHARE and _is_network(rest, _key(rest))
    return named, named


def _is_share_button(key: str) -> bool:
    """Lines such as "Share on Facebook", "Facebook teilen"."""
    if len(key) > _KEYWORD_LENGTH or " " not in key:
        return False
    first, _, rest = key.partition(" ")
    for head in (first, f"{first} {rest.partition(' ')[0]}"):
        if head in words.SHARE and key[len(head) :].strip() in words.NETWORKS:
            return True
    name, _, verb = key.rpartition(" ")
    return name in words.NETWORKS and verb in words.SHARE


def _is_more(key: str) -> bool:
    if len(key) > _KEYWORD_LENGTH:
        return False
    return key in words.MORE or key.startswith(("more from ", "more stories from ", "more in ", "latest from "))


def _is_footer(low: str) -> bool:
    """A line of a site's footer: copyright, or a bar of at least two of its usual items."""
    if low.startswith(words.COPYRIGHT) or (len(low) <= 160 and _COPYRIGHT.search(low)):
        return True
    pieces = _pieces(low)
    if len(pieces) < 2:
        return False
    known = sum([piece in words.FOOTER for piece in pieces])
    if known and _E_MAIL.search(low):
        known += 1
    return known >= 2 and known * 2 >= len(pieces)


def _is_signed(low: str) -> bool:
    if len(low) > 120:
        return False
    if _parts_words(low):
        return not _SIGNATURE_WORDS.isdisjoint(_WORD.findall(low)) and any(sign in low for sign in words.SIGNATURE)
    return any(sign in low for sign in words.SIGNATURE)


def _breadcrumbs(lines: Sequence[Line]) -> list[int]:
    return [number for number, line in enumerate(lines[:_TOP_LINES]) if is_breadcrumb(line.text)]


def _share_bars(signs: Sequence[_Signs]) -> list[range]:
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


def _footer(signs: Sequence[_Signs]) -> int:
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
    finished = len(before) == 3 and all(_NUMBERED.match(line.text) for line in before)
    return range(at, footer) if finished else range(0)


def _is_teaser_bullet(text: str) -> bool:
    return len(text) < 200 and _BULLET.match(text) is not None and not _URL.search(text)


def _trailer(lines: Sequence[Line], signs: Sequence[_Signs], bars: Sequence[int]) -> int:
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


def _landmarks(signs: Sequence[_Signs]) -> tuple[int, int, int]:
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
