"""Lines of a letter -> the day the letter bears (pure): near its top or next to the signatures, else None.

A date counts only on a line of its own ("24 January 2024", "Geneva, le 24 janvier 2024", "update:January 26,2024"):
dates inside sentences, notes and teasers are those of other things. When several lines compete and none is the
letter's by its place, there is no date: better none than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from verifier.documents.lines import Line
from verifier.model.dates import PartialDate
from verifier.model.digits import in_western_digits
from verifier.model.months import MONTHS
from verifier.model.patterns import compile_late

_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_DAY = r"(?P<{0}>0?[1-9]|[12]\d|3[01])"
_NAME = r"(?P<{0}>[^\W\d_]{{3,15}})"
_FORMS = compile_late(
    rf"""
      (?<!\d){_YEAR.format("y1")}[-/.](?P<m1>0?[1-9]|1[0-2])[-/.]{_DAY.format("d1")}(?!\d)
    | {_YEAR.format("y2")}\s?[年년]\s?(?P<m2>1[0-2]|0?[1-9])\s?[月월]\s?(?:{_DAY.format("d2")}\s?[日일号號])?
    | (?<!\d){_DAY.format("d3")}(?:st|nd|rd|th|er|º|ª|°|\.)?\s{{0,3}}(?:of\s|de\s|d['’]\s?|-)?{_NAME.format("n3")}
      \.?,?\s{{0,3}}(?:de\s|del\s|-)?{_YEAR.format("y3")}(?!\d)
    | {_NAME.format("n4")}\.?\s{{0,3}}{_DAY.format("d4")}(?:st|nd|rd|th)?\s{{0,3}},?\s{{0,3}}{_YEAR.format("y4")}(?!\d)
    | (?<!\d)(?P<a5>\d{{1,2}})(?P<s5>[./-])(?P<b5>\d{{1,2}})(?P=s5){_YEAR.format("y5")}(?!\d)
    | {_NAME.format("n6")}\.?,?\s{{0,3}}(?:de\s|del\s)?{_YEAR.format("y6")}(?!\d)
    """,
    re.VERBOSE,
)
_LABEL = re.compile(r"(?:date|dated|datum|fecha|data|дата|日期|발표일|作成日)\s*[:：]", re.IGNORECASE)
"""What a letter puts before its own date."""
_PAGE_LABEL = compile_late(
    r"updated?|modified|posted|published|publié|mis à jour|veröffentlicht|aktualisiert|stand"
    r"|publicado|actualizado|pubblicato"
    r"|gepubliceerd|опубликовано|обновлено|发布|更新|发表|來源|来源|作者|written by"
    r"|\bby\b|\bpar\b|\bpor\b",
    re.IGNORECASE,
)
"""What a page puts beside the date of its publication."""
_NUMBER_LABEL = re.compile(r"\s*[\[(]?\d{1,3}[\]).]")
_HAS_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_LINE = 120
_LONGEST_REST = 40
_MOST_WORDS = 6
"""A line that says more than this beside its date is a sentence."""
_PROSE = 200
"""Characters: a longer line is a paragraph of the letter."""
_TOP = 15
"""Lines that a letter's head may take."""


_IN_A_REMARK = re.compile(r"\S\s*[(\[]\s*[^\W\d_A-Z][^()\[\]]{0,60}\Z")
"""`https://example.org/a (accessed` before a date, or the rest of a wrapped address: a note's, not the letter's."""


def letter_date(lines: Sequence[Line]) -> PartialDate | None:
    """The date of the letter made of `lines` (its body only: without notes and surroundings)."""
    dated = [(number, found) for number, line in enumerate(lines) if (found := _date_line(line.text))]
    if not dated:
        return None
    labelled = [day for number, (day, text) in dated if _LABEL.match(text) and number < _TOP]
    if labelled:
        return labelled[0]
    prose = [number for number, line in enumerate(lines) if len(line.text) > _PROSE]
    first, last = (prose[0], prose[-1]) if prose else (min(_TOP, len(lines)), -1)
    own = [(number, day) for number, (day, text) in dated if not _PAGE_LABEL.search(text)]
    closing = {day for number, day in own if number > last and prose}
    if len(closing) == 1:
        return closing.pop()
    top = [day for number, day in own if number < min(first, _TOP)]
    if top:
        return top[0]
    page = [day for number, (day, _) in dated if number < min(first, _TOP)]
    return page[0] if page else None


def parse_date(text: str) -> PartialDate | None:
    """The first date written in `text`, in words or digits; None when there is none or it can be read two ways."""
    text = in_western_digits(text[:500])
    for match in _FORMS.finditer(text) if _HAS_YEAR.search(text) else ():
        day = _of_match(match)
        if day:
            return day
    return None


def _date_line(text: str) -> tuple[PartialDate, str] | None:
    """The date of a line that says little else; with the text around the date."""
    if len(text) > _LONGEST_LINE:
        return None
    text = in_western_digits(text)
    if not _HAS_YEAR.search(text):
        return None
    for match in _FORMS.finditer(text):
        day = _of_match(match)
        if day is None:
            continue
        before, after = text[: match.start()], text[match.end() :]
        rest = f"{before} {after}".strip()
        sentence = len(rest.split()) > _MOST_WORDS or len(rest) > _LONGEST_REST or "://" in rest
        listed = (
            _IN_A_REMARK.search(before) is not None
            or _ends_a_remark(before, after)
            or rest.startswith(("[", "(", "•"))
            or _NUMBER_LABEL.match(before) is not None
        )
        return None if sentence or listed or _FORMS.search(after) else (day, rest)
    return None


def _ends_a_remark(before: str, after: str) -> bool:
    """Whether the date stands in brackets that an earlier line has opened: `3 May 2024).`."""
    return after.lstrip()[:1] in (")", "]", "）") and not any(sign in before for sign in "([（")


def _of_match(match: re.Match[str]) -> PartialDate | None:
    parts = {name[0]: value for name, value in match.groupdict().items() if value is not None}
    year = int(parts["y"])
    try:
        if "a" in parts:
            return _numeric(int(parts["a"]), int(parts["b"]), year, parts["s"])
        month = MONTHS.get(parts["n"].casefold()) if "n" in parts else int(parts["m"])
        if month is None or year > date.max.year:
            return None
        return PartialDate(year, month, int(parts["d"]) if "d" in parts else None)
    except ValueError:
        return None


def _numeric(first: int, second: int, year: int, separator: str) -> PartialDate | None:
    """Day and month in digits: dots mean day first; with other marks only what can be read one way counts."""
    if separator == "." or first > 12 or first == second:
        return PartialDate(year, second, first)
    if second > 12:
        return PartialDate(year, first, second)
    return None
