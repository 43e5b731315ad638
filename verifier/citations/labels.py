"""Labels at the starts of lines: `[1]`, `1.`, `(1)`, `¹`, `[^a]:`, `[fn:1]`, `【注1】`, `*`, and others like them.

In: the text. Out: Labels in order. Whether they announce notes at all is decided in `notelists.py`; here only the
shape of the label and its place in a sequence count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import islice, pairwise
from typing import NamedTuple

from verifier.citations.headings import note_heading
from verifier.citations.layout import Layout
from verifier.model.document import Role
from verifier.model.months import MONTHS
from verifier.model.patterns import compile_late


class Style(StrEnum):
    """How a label is written. Labels of one list share their style."""

    SQUARE = "square"  # [1]  ［1］ 【1】 〔1〕
    KEY = "key"  # [RFC2119]  Words, set off as in standards
    WORD = "word"  # Note 1:  注1  [註1]  Fn. 1
    CARET = "caret"  # [^1]:  [fn:1]
    SUPER = "super"  # ¹, ①, or digits that the format sets above the line
    ROUND = "round"  # (1)
    DOT = "dot"  # 1.  1、
    PAREN = "paren"  # 1)  1]  1/
    DASH = "dash"  # 1 - Text, 1: Text
    BARE = "bare"  # 1 Text, as left of a superscript in text taken from a PDF
    ALONE = "alone"  # the number on a line of its own
    ITEM = "item"  # made by the format, not in the text
    SYMBOL = "symbol"  # * † ‡ §


class Label(NamedTuple):
    """A label: `name` without brackets, its `number` in the sequence (0 when it has none), where note text begins."""

    style: Style
    alphabet: str
    name: str
    number: int
    start: int
    end: int


DISTINCT = frozenset({Style.SQUARE, Style.WORD, Style.CARET, Style.SUPER})
"""Styles that seldom begin a line for any other reason."""

_CAPITALS = "A-ZÀ-ÞΑ-ΩА-Я"
_LINE_LABEL = re.compile(
    r"[ \t\u3000\u00a0>\u200b-\u200f\u202a-\u202e\u2060\ufeff]{0,24}"
    r"(?:[↑^]|\.\.[ ]|[•‣▪◦·*–-][ \t]{1,4}(?=\\?[\[［【]\s?\d))?"
    r"(?P<strong>\*{1,2}(?=[\[［【(（]?\d{1,3}[\]］】)）]?\.?\*))?(?:"
    r"(?P<caret>\[(?:\^(?=[\w-]+\]:)|fn:(?=[\w-]+\]\s))(?P<caret_n>[\w-]{1,20})\]:?"
    r"|(?<=\.\. )\[(?P<directive>\#[\w.-]{0,30}|[A-Za-z][\w.-]{1,30})\](?=\s))"
    r"|(?P<square>\\?(?:\[\[|[\[［【〔«‹{｛<＜])\s?(?:\#(?=\d))?(?P<square_n>(?!fn)[a-z]{1,2}\d{1,3}(?=\W)|\d{1,3}(?:[a-d]|\s?(?:bis|ter))?(?=\W)|(?<![«‹{｛<＜])(?<![«‹{｛<＜]\s)(?:[ivxlIVXL]{1,7}|[a-z]|\*{1,5}|[†‡]))\.?\s?\\?(?:\]\]|[\]］】〕»›}｝>＞])(?!\()[.:]?(?:(?<=[\]］】])\*{1,2})?)"
    r"|(?P<key>\[(?P<key_n>[A-Za-z][\w.+:-]{1,30})\](?=[ \t]{2,12}\S|[ \t]{0,3}\n[ \t]{4,20}\S))"
    r"|(?P<word>(?:[\[［【（(〔]\s?)?(?:(?:end|foot)?note|fn\.?|nota|fußnote|anm(?:erkung|\.)|注释?|註釋?|注釈|脚注|각주|미주|주|примечание|(?:ref(?:erence)?\.?|source|quelle|fuente|fonte|bron|kilde|источник|джерело|来源|來源|出典)(?=[^\S\n]?\d{1,3}\s?[:：.)\]］】])|[※＊])[^\S\n]?"
    r"(?P<word_n>\d{1,3}|[一二三四五六七八九十]{1,3})\s?[\]］】）)〕]?(?:\s?[:.：．、)]|(?=\s)|(?<=[\]］】）)〕])|(?<=[※＊]\d)|(?<=[※＊]\d\d))(?!\d))"
    r"|(?P<round>[(（](?P<round_n>\d{1,3}|[ivxl]{1,7}|[a-z]|[一二三四五六七八九十]{1,3})[)）](?:\*{1,2}(?=\s))?)"
    r"|(?P<super>(?P<super_n>[¹²³⁰⁴-⁹]{1,3}|[①-⑳])\)?)"
    r"|(?P<paren>(?P<paren_n>\d{1,3}|[ivxl]{1,7}|[a-z])(?:[)\]）](?!\d)|/(?=[ \t]+[^\s\d])))"
    r"|(?P<dot>(?P<dot_n>\d{1,3}|[ivxl]{1,7})\\?(?:\.\*{1,2}(?=\s)|\.(?:[ ]?\^)?(?=\s|[^\W\d_]|[“‘\"'«„])|[、．]))"
    r"|(?P<dash>(?P<dash_n>\d{1,3})(?:\s?[-–—]|:)\s(?=[^\s\d]))"
    r"|(?P<alone>(?P<alone_n>\d{1,3})[ \t]*$(?![ \t\n]{0,40}(?:\f|\Z)))"
    r"|(?P<bare>(?P<bare_n>\d{1,3}(?=[ \t\u00a0]{1,8}[^\s\d.,;:)\-–/%]"
    rf"|(?-i:[{_CAPITALS}](?:[’'-]?[^\W\d_]|\.\s?[{_CAPITALS}]))|https?:|[“‘«„「『《])"
    rf"|(?-i:[ivxl]{{1,7}})(?=[ \t\u00a0]{{1,8}}(?:(?-i:[{_CAPITALS}])|https?:|[“‘\"«<„]))))"
    r"|(?!\*[^\s*][^*\n]{0,80}[^\s*]\*(?!\*)|\*\*[^*\n]{1,120}\*\*(?!\*))"  # *emphasis*, ** strong **
    r"(?P<symbol>(?P<symbol_n>\*{1,5}|†{1,2}|‡{1,2}|§{1,2}|¶)"
    r"(?:\)(?=[ \t]{1,8}\w)|(?!\.\w)(?=[ \t\u00a0]?[^\s*†‡§¶/)\],;=])))"
    r")",
    re.MULTILINE | re.IGNORECASE,
)
_ARROWED = compile_late(
    r"[ \t]{0,8}(?P<arrow>[↑^])[ \t]{1,3}(?:Jump up(?: to)?:?\s)?(?:(?:\d{1,2}\.\d{1,2}|[a-z]),?[ \t]){0,30}(?=\S)"
)
SUP_TAG = compile_late(r"<sup>\s?\[?(?P<names>\d{1,3}(?:,\s?\d{1,3}){0,8}|[a-z]|[ivxl]{1,7}|[*†‡]{1,3})\]?\s?</sup>")
_HEADED = re.compile(r"[ \t]{0,9}(?P<words>[^\n\[\]]{1,60}[:：])[ \t]{0,9}(?=\[1\])")
# The bracket first, so that the search skips to it.
_NEXT_SQUARE = compile_late(
    r"\[(?:(?<=[^\w\s][ \t].)|(?<=\w[ \t].)|(?<=[.;].))(?P<n>\d{1,3})\](?=[ \t]*(?:[^\W\d_]|[“‘\"«„《]|https?:))"
)
_PLAIN = frozenset({Style.BARE, Style.DOT})
_MONTH_AND_YEAR = compile_late(r"\.?[ \u00a0](?:de )?(?P<month>[^\W\d_]{3,20})\.?,?[ \u00a0](?:de )?\d{4}\b")
_NUMBER_AND_NUMBER = compile_late(r"[ \t\u00a0]{0,24}(?P<n>\d{1,3})[ \t\u00a0]{1,8}(?=\d)")
"""A label, perhaps, before words that begin with a number themselves: `14 18 U.S.C. § 1001`."""
MOST_LABELS = 20_000
"""Lines that may begin notes which are looked at: a bound against hostile text."""
_LONGEST_GAP = 5
"""So many labels in a row may stand before numbers."""
_BROKEN_NUMBER = re.compile(r"(?<=\d)(?:[.,]?\d)")
"""Behind a label's digits: the rest of a longer number, such as a section's (2.1) or a year."""
SUPER_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_CHINESE_DIGITS = {char: value for value, char in enumerate("一二三四五六七八九", 1)}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def find_labels(layout: Layout) -> list[Label]:
    """Every label at the start of a line outside code and surroundings, and every item number, in order."""
    text = layout.text
    labels = [*_item_labels(layout), *_raised_labels(layout), *_tagged_labels(layout), *_arrowed_labels(layout)]
    has_roles = bool(labels)
    known = {label.start for label in labels}
    found = (match for start in layout.line_starts if (match := _LINE_LABEL.match(text, start)))
    unnamed = 0
    for match in islice(found, MOST_LABELS):
        style = Style(str(match.lastgroup))
        start = match.start("strong" if match["strong"] else style.value)
        if style is Style.ALONE and layout.is_page_number(layout.line_at(start)):
            continue
        if style is Style.PAREN and not _may_be_note(layout, labels, match[f"{style.value}_n"], start):
            continue
        if style in _PLAIN and _is_day(layout, start, match.end(f"{style.value}_n")):
            continue
        if start not in known and start not in layout.code and start not in layout.surroundings:
            raw = match[f"{style.value}_n"]
            if raw is None:  # a name of reStructuredText; `#` stands for the next number
                unnamed += match["directive"] == "#"
                raw = match["directive"].removeprefix("#") or str(unnamed)
            labels.append(_label(style, raw, start, match.end()))
    added = [*_inline_labels(layout, labels), *_between_bare(layout, labels)]
    return sorted([*labels, *added], key=lambda label: label.start) if has_roles or added else labels


def _may_be_note(layout: Layout, labels: list[Label], raw: str, start: int) -> bool:
    """Whether a label with one bracket may begin a note: `a)` begins a demand, but below a heading or another such."""
    if len(raw) > 1 or raw.isdigit() or raw in "ivxlIVXL":
        return True
    last = labels[-1] if labels else None
    if last is not None and last.style is Style.PAREN and ord(raw.lower()) == ord(last.name[-1].lower()) + 1:
        return True
    return raw in "aA" and any(note_heading(line) is not None for _, line in layout.lines_before(start, 2))


def _inline_labels(layout: Layout, labels: list[Label]) -> list[Label]:
    """Labels within a line: `[1] Source. [2] Source`, of which only the first begins it, or stands behind a heading."""
    text = layout.text
    square = [label for label in labels if label.style is Style.SQUARE and label.alphabet == "number"]
    begun = {label.number for label in square}
    found: list[Label] = []
    if 1 not in begun and "[1]" in text:
        for start in layout.line_starts:
            headed = _HEADED.match(text, start)
            if headed and note_heading(headed["words"]) is not None:
                found.append(_label(Style.SQUARE, "1", headed.end(), text.index("]", headed.end()) + 1))
                break
    for label in (*square, *found[:1]):
        number = label.number
        for match in _NEXT_SQUARE.finditer(text, label.end, layout.line_end(layout.line_at(label.end))):
            if int(match["n"]) == number + 1 and number + 1 not in begun:
                number += 1
                found.append(_label(Style.SQUARE, match["n"], match.start(), match.end()))
    return found if len(found) < MOST_LABELS else []


def _is_day(layout: Layout, start: int, end: int) -> bool:
    """Whether a number that begins a line is the day of a date broken by wrapping: `accessed on`, `6 February 2018`."""
    month = _MONTH_AND_YEAR.match(layout.text, end)
    if month is None or month["month"].lower() not in MONTHS:
        return False
    above = layout.line(layout.line_at(start) - 1) if layout.line_at(start) else ""
    return bool(above) and (above[-1].isalpha() or above[-1] in ",:(")


def _between_bare(layout: Layout, labels: list[Label]) -> list[Label]:
    """Bare numbers before words that begin with a number: labels where they fill the gap between two bare labels."""
    bare = [label for label in labels if label.style is Style.BARE and label.alphabet == "number"]
    found: list[Label] = []
    for one, following in pairwise(sorted(bare, key=lambda label: label.start)):
        missing = following.number - one.number - 1
        if not 0 < missing <= _LONGEST_GAP:
            continue
        first, last = layout.line_at(one.end) + 1, layout.line_at(following.start)
        between = (_NUMBER_AND_NUMBER.match(layout.text, layout.line_start(at)) for at in range(first, last))
        fills = [match for match in between if match and one.number < int(match["n"]) < following.number]
        if [int(match["n"]) for match in fills] == list(range(one.number + 1, following.number)):
            found.extend(_label(Style.BARE, match["n"], match.start("n"), match.end("n")) for match in fills)
    return found


def _tagged_labels(layout: Layout) -> Iterator[Label]:
    """Raised numbers whose tags stand in the text, as in Markdown: `<sup>1</sup> Note`."""
    if "<sup>" not in layout.text:
        return
    for match in SUP_TAG.finditer(layout.text):
        line = layout.line_start(layout.line_at(match.start()))
        if not layout.text[line : match.start()].strip() and match.start() not in layout.surroundings:
            yield _label(Style.SUPER, match["names"], match.start(), match.end())


def _arrowed_labels(layout: Layout) -> Iterator[Label]:
    """Lines that begin with an arrow back to the text, as copied from wikis: the copy has lost their numbers."""
    text = layout.text
    if "↑ " not in text and "\n^ " not in text:
        return
    number = 0
    for index, start in enumerate(layout.line_starts):
        match = _ARROWED.match(text, start)
        if match:
            number += 1
            if number > MOST_LABELS:
                return
            yield _label(Style.SQUARE, str(number), match.start("arrow"), match.end())
        elif number and note_heading(layout.line(index)) is not None:
            number = 0


def _item_labels(layout: Layout) -> Iterator[Label]:
    for region in layout.document.regions:
        if region.role is Role.ITEM and region.label and region.start not in layout.surroundings:
            yield _label(Style.ITEM, region.label.strip("[]().:^"), region.start, region.start)


def _raised_labels(layout: Layout) -> Iterator[Label]:
    """Numbers that the format sets above the line, where they begin a line."""
    text = layout.text
    for region in layout.document.regions:
        if region.role is not Role.SUPERSCRIPT or region.start in layout.surroundings:
            continue
        raw = text[region.start : region.end].strip().strip("[]().")
        line = layout.line_start(layout.line_at(region.start))
        if _BROKEN_NUMBER.match(text, region.end):
            continue
        if not text[line : region.start].strip() and re.fullmatch(r"\d{1,3}|[ivxl]{1,7}|[a-z]", raw):
            yield _label(Style.SUPER, raw, region.start, region.end)


def _label(style: Style, raw: str, start: int, end: int) -> Label:
    alphabet, number = sequence_number(raw)
    if style in {Style.CARET, Style.KEY}:
        alphabet = "name"
    name = str(number) if alphabet == "number" else raw
    return Label(style, alphabet, name, number, start, end)


def sequence_number(raw: str) -> tuple[str, int]:
    """The alphabet of a label and its place in it: ("number", 12), ("roman", 4), ("letter", 2), ("symbol", 0)."""
    plain = raw.translate(SUPER_DIGITS)
    if plain.isdecimal():
        return "number", int(plain)
    if len(plain) == 1 and "①" <= plain <= "⑳":
        return "number", ord(plain) - ord("①") + 1
    if all(char in _CHINESE_DIGITS or char == "十" for char in plain):
        tens, _, units = plain.rpartition("十") if "十" in plain else ("", "", plain)
        ten = (_CHINESE_DIGITS.get(tens, 1) * 10) if "十" in plain else 0
        return "number", ten + _CHINESE_DIGITS.get(units, 0)
    lowered = plain.lower()
    if all(char in _ROMAN for char in lowered):
        return "roman", _roman(lowered)
    if len(lowered) == 1 and lowered.isascii() and lowered.isalpha():
        return "letter", ord(lowered) - ord("a") + 1
    return "symbol", 0


def _roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )
