"""Dates as letters write them, in the languages that letters come in.

In: text. Out: where a date stands and what it says, to the day, month or year. An all-numeric date whose order of day
and month cannot be told (05/06/2022) is given to the year only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from verifier.model.dates import PartialDate
from verifier.model.digits import in_western_digits
from verifier.model.months import MONTHS
from verifier.model.patterns import compile_late


class FoundDate(NamedTuple):
    """A date at `text[start:end]`."""

    start: int
    end: int
    date: PartialDate


# Any word where a month would stand: looking it up afterwards is faster than a pattern of all months.
# The vowel signs of Indian scripts and of Thai are not letters to `re`.
_MONTH = r"(?P<{}>[^\W\d_]{{3,12}}|מאי|مه|[\u0900-\u0963\u0980-\u09e3\u0b80-\u0bcd]{{2,16}}|[\u0e01-\u0e4e]{{6,12}})\.?"
_OTHER_NAME = r"(?:\s?/\s?[\u0600-\u06ff]{3,12})?"
"""Arabic letters name months in the words of two calendars: `نيسان/أبريل`."""
_YEAR = r"(?P<{}>(?:1[6-9]|20)\d\d)"
_DAY = r"(?P<{}>[0-3]?\d)"
_BEHIND_YEAR = r"(?=[a-z]?\s*(?:[,;:.)\[\]）،؛，。」]|$|https?:|\s(?i:at|p\.|pp\.|pg\.|accessed|available)))(?!\.\d)"
# What begins with a digit stands apart: at the beginning of a word none of it needs to be tried.
_DATE = compile_late(
    r"(?<![\w/.-])(?:(?=\d)(?:"
    rf"(?P<iso>{_YEAR.format('iy')}-(?P<im>[01]\d)(?:-(?P<id>[0-3]\d))?(?![\d-]))"
    rf"|(?P<cjk>{_YEAR.format('cy')}\s?年(?:\s?(?P<cm>[01]?\d)\s?月(?:\s?(?P<cd>[0-3]?\d)\s?[日号號])?)?)"
    rf"|(?P<korean>{_YEAR.format('ky')}\s?년(?:\s?(?P<km>[01]?\d)\s?월(?:\s?(?P<kd>[0-3]?\d)\s?일)?)?)"
    rf"|(?P<vietnamese>(?P<vd>[0-3]?\d)\stháng\s(?P<vm>[01]?\d)(?:\snăm|,)?\s{_YEAR.format('vy')})"
    rf"|(?P<slash>{_YEAR.format('sy')}(?:[/.]|\.\s)(?P<sm>[01]?\d)(?:[/.]|\.\s)(?P<sd>[0-3]?\d)(?!\d))"
    rf"|(?P<latvian>{_YEAR.format('ly')}\.\sgada\s(?P<ld>[0-3]?\d)\.\s{_MONTH.format('lm')})"
    rf"|(?P<ymd>{_YEAR.format('hy')}(?:\sm)?[.,]?\s{_MONTH.format('hm')}\s(?P<hd>[0-3]?\d)(?:st|nd|rd|th)?(?![\d/-])(?!,?\s(?:1[6-9]|20)\d\d))"
    rf"|(?P<thai>{_DAY.format('td')}\s(?P<tm>[\u0e01-\u0e4e]{{6,12}})\s(?:พ\.ศ\.\s?)?(?P<ty>2[45]\d\d)(?!\d))"
    rf"|(?P<numeric>(?P<na>[0-3]?\d)(?P<sep>[./-])\s?(?P<nb>[0-3]?\d)(?P=sep)\s?{_YEAR.format('ny')}(?!\d))"
    rf"|(?P<dmy>{_DAY.format('dd')}(?:st|nd|rd|th|er|º|\.)?(?:\s?[-–]\s?[0-3]?\d\.?)?(?:\s{{0,2}}|-)(?i:of\s|de\s|d[’'])?"
    rf"{_MONTH.format('dm')}{_OTHER_NAME}(?:\s{{0,2}}(?:de\s|del\s)|\s?,\s{{0,2}}|\s{{1,3}}|-){_YEAR.format('dy')})"
    rf"|(?P<year>{_YEAR.format('yy')}{_BEHIND_YEAR})"
    r")"
    rf"|(?P<mdy>{_MONTH.format('mm')}\s{{1,3}}{_DAY.format('md')}(?:st|nd|rd|th)?\s?,?\s{{0,3}}{_YEAR.format('my')})"
    rf"|(?P<month>{_MONTH.format('om')}{_OTHER_NAME}(?:\s?,)?\s{{1,3}}(?:de\s|del\s)?{_YEAR.format('oy')})"
    r")(?![\w/]*[-/]\d)",
)

_YEAR_ALONE = compile_late(rf"(?<![\w/.-]){_YEAR.format('yy')}{_BEHIND_YEAR}(?![\w/]*[-/]\d)")
_ANY_YEAR = re.compile(r"[12](?<!\d.)(?:(?<=1)[6-9]|(?<=2)[045])\d\d(?!\d)")
_ERAS = {"民國": 1911, "民国": 1911, "令和": 2018, "平成": 1988, "昭和": 1925}
"""The year before the first of each."""
_ERA = compile_late(
    r"(?P<era>民[國国]|令和|平成|昭和)\s?(?P<count>\d{1,3}|元)\s?年(?:\s?(?P<month>[01]?\d)\s?月(?:\s?(?P<day>[0-3]?\d)\s?日)?)?"
)
_BEFORE_YEAR = 36
_AFTER_YEAR = 24


@lru_cache(maxsize=256)
def dates_in(text: str) -> tuple[FoundDate, ...]:
    """Every date in `text`, in order. Dates that no calendar knows are passed over."""
    found = list(_dates(text))
    if "年" in text:
        found.extend(_dates_of_eras(text))
        found.sort()
    return tuple(found)


def _dates_of_eras(text: str) -> Iterator[FoundDate]:
    """Dates counted from the start of a reign or of the Republic of China: `令和5年3月1日`, `民國112年`."""
    for match in _ERA.finditer(text):
        count = 1 if match["count"] == "元" else int(match["count"])
        parts = [_ERAS[match["era"]] + count, *(int(part) for part in match.group("month", "day") if part)]
        try:
            yield FoundDate(match.start(), match.end(), PartialDate(*parts))
        except ValueError:
            continue


def _dates(text: str) -> Iterator[FoundDate]:
    text = in_western_digits(text)
    end = 0
    for year in _ANY_YEAR.finditer(text):
        # Every date holds a year; looking only around years is what makes this fast.
        if year.start() < end:
            continue
        low = max(end, year.start() - _BEFORE_YEAR)
        for match in _DATE.finditer(text, low, min(year.end() + _AFTER_YEAR, len(text))):
            if match.end() < year.end():
                continue
            if match.start() > year.end():
                break  # a later year's
            end = match.end()
            date = _read(match)
            if date is not None:
                yield FoundDate(match.start(), end, date)
            elif _names_no_month(match) and (begun := _begun_with(text, year)):
                end = begun.end
                yield begun
            break


def _begun_with(text: str, year: re.Match[str]) -> FoundDate | None:
    """The date that begins with `year`, or the year alone, where the word before it is no month: `cited 2015 Mar 3`."""
    match = _DATE.match(text, year.start(), year.end() + _AFTER_YEAR)
    date = _read(match) if match else None
    if match and date:
        return FoundDate(match.start(), match.end(), date)
    if _YEAR_ALONE.match(text, year.start()):
        return FoundDate(year.start(), year.end(), PartialDate(int(year[0])))
    return None


def find_date(text: str) -> FoundDate | None:
    """The first date of at least a month's precision, else the first year; None when there is neither."""
    year: FoundDate | None = None
    for found in dates_in(text):
        if found.date.month is not None:
            return found
        year = year or found
    return year


_FIGURES = {
    "iso": ("iy", "im", "id"),
    "cjk": ("cy", "cm", "cd"),
    "korean": ("ky", "km", "kd"),
    "vietnamese": ("vy", "vm", "vd"),
    "slash": ("sy", "sm", "sd"),
}
"""Year, month and day of dates that are written in figures and whose order is known."""
_WORDED = {
    "dmy": ("dy", "dm", "dd"),
    "mdy": ("my", "mm", "md"),
    "ymd": ("hy", "hm", "hd"),
    "latvian": ("ly", "lm", "ld"),
    "month": ("oy", "om"),
}
"""Year, month and day of dates that name the month."""
_BUDDHIST = 543
"""Thai letters count years from the death of the Buddha."""


def _names_no_month(match: re.Match[str]) -> bool:
    """Whether the word where a month would stand is none, so that only the year is one."""
    groups = _WORDED.get(match.lastgroup or "")
    return groups is not None and match[groups[1]].lower() not in MONTHS


def _read(match: re.Match[str]) -> PartialDate | None:
    group = match.lastgroup or ""
    parts: tuple[str | None, ...]
    if group in _FIGURES:
        parts = match.group(*_FIGURES[group])
    elif group in _WORDED:
        year, month, *day = match.group(*_WORDED[group])
        parts = (year, _month(month), *day)
    elif group == "numeric":
        parts = _numeric(*match.group("na", "nb", "ny", "sep"))
    elif group == "thai":
        parts = (str(int(match["ty"]) - _BUDDHIST), _month(match["tm"]), match["td"])
    else:
        parts = (match["yy"], None, None)
    try:
        return PartialDate(*(int(part) if part else None for part in parts))  # type: ignore[arg-type]
    except ValueError:
        return None


def _month(word: str) -> str:
    return str(MONTHS.get(word.lower(), 99))  # 99 is refused with all other days that no calendar knows


def _numeric(first: str, second: str, year: str, separator: str) -> tuple[str, str | None, str | None]:
    """Dots put the day first (DIN 5008 and its neighbours); slashes and hyphens tell only when one part exceeds 12."""
    if separator == "." or int(first) > 12:
        return year, second, first
    if int(second) > 12 or first == second:
        return year, first, second
    return year, None, None


def is_date_line(line: str) -> bool:
    """Whether a line holds a date and little else, as the line that closes a letter does."""
    if len(line) > 60:
        return False
    found = find_date(line)
    return found is not None and found.end - found.start >= len(line.strip(" .,")) - 16
