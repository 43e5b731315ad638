"""Footnote markers in running text, by their shapes: where they may stand, and which notes each would call for.

In: the text. Out: Calls of one shape. Shapes are strict in the order of how seldom they mean anything else: `[1]`
before `¹` before `(1)` before a bare glued `1`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from heapq import merge
from typing import NamedTuple

from verifier.citations.glued import glued_digits
from verifier.citations.labels import SUP_TAG, SUPER_DIGITS, Style, sequence_number
from verifier.citations.layout import Layout
from verifier.model.document import Role
from verifier.model.patterns import compile_late


class Shape(StrEnum):
    """How a marker is written."""

    SQUARE = "square"
    CARET = "caret"
    KEY = "key"
    SUPER = "super"
    ROUND = "round"
    HALF = "half"
    GLUED = "glued"
    SYMBOL = "symbol"


class Call(NamedTuple):
    """A marker at `text[start:end]` that calls for the notes `names`."""

    shape: Shape
    start: int
    end: int
    names: tuple[str, ...]


_SEPARATOR = r"\s?[,;，、،؛–—-]\s?"
_BETWEEN = rf"(?:{_SEPARATOR}|\]\s?[–—-]\s?\[)"
_PAGE = (
    r",\s?(?:pp?|S|с|стр|p[áa]gs?|ff?|§|paras?|par|art|sec|sect|section|ch|chap|cap|kap|rn|abs|nn?|figs?|tab|table|app)"
    r"\.?\s?\d{1,4}(?:\s?[–-]\s?\d{1,4})?"
)
"""Where in the source the words stand: `[1, p. 4]`."""
_NOTE_WORD = r"(?:(?:see )?(?:(?:foot|end)?note|nota|fu(?:ß|ss)note|anm\.|fn\.?|ref\.?|source|注|註|각주|미주)\s?)?"
_SQUARE = re.compile(
    rf"(?:\[|［|【|〔|[«‹{{｛<＜](?=\s?\d)|\\[\[［【〔])\s?(?:\#(?=\d))?{_NOTE_WORD}"
    rf"(?P<names>[a-z]{{1,2}}\d{{1,3}}(?:\s?[,;]\s?[a-z]{{1,2}}\d{{1,3}}){{0,8}}(?=\W)|\d{{1,3}}(?:(?:[a-d]|\s?(?:bis|ter))(?=\W)|(?:(?:{_PAGE})?{_BETWEEN}\d{{1,3}}){{0,20}})|[ivxl]{{1,7}}|[a-z]|\*{{1,3}}|[†‡]|(?<=[注註])[一二三四五六七八九十]{{1,3}})(?:{_PAGE})?\.?\s?\\?[\]］】〕»›}}｝>＞](?!\((?!#|<?https?:))(?:_(?!\w))?",
    re.IGNORECASE,
)
_DEFINES = compile_late(r":(?!/|[^\S\n]*(?:\n|\Z))")
"""Behind brackets at the start of a line: `[1]: words` of a definition, not the `wrote [1]:` of a sentence."""
_PAGE_OF = compile_late(_PAGE, re.IGNORECASE)
_CLAUSE = compile_late(
    r"(?:(?<!\d)\d{1,3}|(?:\bart(?:icle|\.)?|§{1,2}|\bs(?:ection|\.)?|\brule|\bpara(?:graph|\.)?)\s?\d{1,4}[a-z]?\s?"
    r"|\d\s?\(\d{1,3}\)\s?(?:,|and|or|to|et|ou|und|oder|bis|y|e|–|-)\s?)\Z",
    re.IGNORECASE,
)
"""Before `(1)`: the number of a rule whose first clause that is; before `(4)` in `132(2) and (4)`: its other clause."""
# `[^name]` of Markdown; `[fn:name]` of Org; `[NAME]_`, `[#name]_` and `[#]_` of reStructuredText.
_CARET = re.compile(
    r"\[(?:(?:\^|fn:)(?P<names>[\w-]{1,20})\](?!:)|(?P<keys>#[\w.-]{0,30}|[A-Za-z][\w.-]{1,30})\]_(?!\w))"
)
_KEY = compile_late(r"\[(?P<names>[A-Za-z][\w.+:-]{1,30})\](?![\[(_:])")
# A set of characters first: the search then skips to them.
_SUPER = compile_late(r"[¹²³⁰⁴-⁹①-⑳](?:(?<![①-⑳])[¹²³⁰⁴-⁹]{0,2}(?:[,⁻˒⸴][¹²³⁰⁴-⁹]{1,3}){0,8})?")
# As typed where nothing can be raised: `unsafe^1`; behind a digit or a short word it is a power.
_CARETED = compile_late(
    r"\^(?:(?<=[^\W\d_]{3}\^)|(?<=[.,;:!?)”’\"»]\^))[({]?(?P<names>\d{1,3}(?:,\s?\d{1,3}){0,8})[)}]?(?!\w)\^?"
)
_POWER = compile_late(
    r"(?:\d|(?<![^\W\d_])(?:(?!a\Z)[^\W\d_\u0900-\u109f\u1780-\u17ff\u3040-\u9fff]|[\u0590-\u06ff]{2}"
    r"|[khcdmnpµμ]m|[кдсм]м|ft|yd|mi|in|ha|sq|kg|Hz|cc)|^|\s)\Z"
)
"""Behind a digit, one letter or a unit's name raised digits are a power."""
_ENUMERATED = compile_late(
    r"(?:(?<!\d)(?:1[5-9]|20)\d\d|(?:\bart(?:icle|ículo|ikel|\.)?|§{1,2}|\bsection|\brule|\bpara(?:graph|\.)?)\s\d{1,4})\Z",
    re.IGNORECASE,
)
"""A year, or what bears a number: digits raised behind it are no power of it."""
# `※1` of Japanese letters, `FN1` of court papers.
_SIGNED = compile_late(r"(?:[※＊]|(?<=[^\s\[(])FN)(?P<names>\d{1,3}(?:[、,，]\s?[※＊]?\d{1,3}){0,8})(?!\d)")
_WORD_AND_SPACE = compile_late(
    r"(?:[^\W\d_]{3}|\b(?:it|us|so|we|he|up|si|no|es|er|zu|là)|[^\W\d_]{2}[.,;:!?)”’»\"])[ \u00a0]\Z"
)
_SET_OFF_END = compile_late(r"[ \u00a0]?[.,;:!?)]|[ \u00a0][^\W\d_“‘«\"'(]|\n[^\W\d_]|\s*\Z")
_UNIT = compile_late(r"(?:^|[\s\d(/\xa0])(?:[khcdmµn]?m|[кдсг]?м|мм|ft|mc)\Z")
_POWER_OF_TEN = re.compile(r"(?<!\d)10\Z")
_ROUND = compile_late(
    rf"[(（]{_NOTE_WORD}"
    rf"(?P<names>\d{{1,3}}(?:{_SEPARATOR}\d{{1,3}}){{0,20}}|[ivxl]{{1,7}}|[a-z]|(?<=[注註])[一二三四五六七八九十]{{1,3}})[)）]",
    re.IGNORECASE,
)
# The first digit stands before what must precede it: the search then skips to digits.
_HALF = compile_late(
    r"(?P<names>\d(?:(?<![\w.(（/].)|(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af].)|(?<=[^\W\d_]{2}\..)|(?<=[”“’‘\"'»«]\..))\d{0,2}(?:,\s?\d{1,3}){0,5})(?:\)|/(?=[\s.,;]|$))"
)
_PART_BEFORE = re.compile(r"(?:[=\[{}~]\s?|\\[A-Za-z@]{1,24}\*?|\]\s?[-+*/]\s?\w{1,12})\Z")
_PART_BEHIND = re.compile(r"\s?:?=(?!=)|\{|\s?\*\s?\w{1,12}\[")
"""Around the number of a part in code: `num[1] = 3`, `\\newcommand{\\x}[1]{`, `[[1, 2], [3, 4]]`."""
_INTERVAL = re.compile(r"0\s?[-–,]")
_SYMBOL = compile_late(
    r"(?:(?<=[^\s*†‡§¶/\\=<{(\[-])|(?<=\w )(?=[†‡][\s.,;:]))"
    r"(?P<names>\*{1,5}|†{1,2}|‡{1,2}|§{1,2}|¶)(?=[\s.,;:!?)”’\"'»\]]|$)"
)
_STARRED = compile_late(r"(?<=\s)(?P<names>\*{1,5}|†{1,2}|‡{1,2})\)(?=[\s.,;:!?)]|$)")
"""A symbol with a bracket, set off by a space: `to the harbour **).`"""
_NEAR = 60
_LONGEST_EMPHASIS = 200
_NUMBERED = (Shape.SQUARE, Shape.SUPER, Shape.ROUND, Shape.GLUED)
SHAPES: dict[Style, tuple[Shape, ...]] = {
    Style.SQUARE: (Shape.SQUARE, Shape.SUPER),
    Style.CARET: (Shape.CARET,),
    Style.KEY: (Shape.KEY,),
    Style.SYMBOL: (Shape.SYMBOL, Shape.SUPER),
    Style.SUPER: (Shape.SUPER, Shape.SQUARE, Shape.GLUED),
    Style.WORD: (Shape.SQUARE, Shape.SUPER, Shape.ROUND, Shape.GLUED),
    Style.ROUND: (Shape.ROUND, Shape.SUPER, Shape.SQUARE, Shape.GLUED),
    Style.DOT: _NUMBERED,
    Style.PAREN: (Shape.HALF, *_NUMBERED),
    Style.BARE: (Shape.SUPER, Shape.GLUED, Shape.SQUARE, Shape.ROUND),
    Style.ALONE: (Shape.SUPER, Shape.GLUED, Shape.SQUARE, Shape.ROUND),
    Style.ITEM: _NUMBERED,
    Style.DASH: _NUMBERED,
}
"""The shapes in which markers of a list may be written, likeliest first."""

_MAX_RANGE = 50
_INSERTED = compile_late(r"\d{1,3}(?:[a-d]|\s?(?:bis|ter))", re.IGNORECASE)
_PREFIXED = compile_late(r"[a-z]{1,2}\d{1,3}", re.IGNORECASE)
_LAST_OF_INSERTED = frozenset("abcdrsABCDRS")
"""Of notes put between two others: `3a`, `2 bis`."""


def _matching(
    shape: Shape, pattern: re.Pattern[str], read: Callable[[Layout, re.Match[str]], str]
) -> Callable[[Layout], Iterator[Call]]:
    """What finds the matches of `pattern`; `read` gives the names written in one, or nothing if it is no marker."""

    def find(layout: Layout) -> Iterator[Call]:
        for match in pattern.finditer(layout.text):
            if written := read(layout, match):
                yield Call(shape, match.start(), match.end(), _names_of(written))

    return find


def _as_written(_: Layout, match: re.Match[str]) -> str:
    return match["names"]


def _no_emphasis(layout: Layout, match: re.Match[str]) -> str:
    """Stars, but those that close what stars before a word opened: `a *very* old lake`."""
    stars = match["names"]
    before = layout.text[max(match.start() - _LONGEST_EMPHASIS, 0) : match.start()]
    words = before.rpartition("*")[2]
    opened = stars[0] == "*" and before[: len(before) - len(words)].endswith(stars) and not words[:1].isspace()
    behind = before[: len(before) - len(words) - len(stars)][-1:]
    return "" if opened and "\n\n" not in words and not behind.isalnum() and behind != "*" else stars


def _in_square_brackets(layout: Layout, match: re.Match[str]) -> str:
    text, written = layout.text, match["names"]
    if text[match.start() - 1 : match.start()] == "]" and layout.ends_link(match.start() - 1):
        return ""  # `[the survey][s]` is a link of Markdown
    if _is_code(text, match) or (_DEFINES.match(text, match.end()) and layout.begins_line(match.start())):
        return ""
    return _PAGE_OF.sub("", written) if " " in written else written


def _in_round_brackets(layout: Layout, match: re.Match[str]) -> str:
    return "" if _CLAUSE.search(layout.text[max(match.start() - 24, 0) : match.start()]) else match["names"]


def _in_half_brackets(layout: Layout, match: re.Match[str]) -> str:
    """Behind a full stop the bracket must be the marker's own: that of `(see Art.2)` was opened before."""
    before = layout.text[max(match.start() - _NEAR, 0) : match.start()]
    return match["names"] if before[-1:] != "." or before.count("(") <= before.count(")") else ""


def _carets(layout: Layout) -> Iterator[Call]:
    """Names with a caret, or those of reStructuredText, of which `#` stands for the next number."""
    unnamed = 0
    for match in _CARET.finditer(layout.text):
        name = match["names"] or match["keys"]
        if name[0] == "#":
            unnamed += name == "#"
            name = name[1:] or str(unnamed)
        # One name, hyphens and all; everywhere else a hyphen makes a range.
        yield Call(Shape.CARET, match.start(), match.end(), (name,))


def _keys(layout: Layout) -> Iterator[Call]:
    """The keys of standards: `[RFC2119]`."""
    for match in _KEY.finditer(layout.text):
        yield Call(Shape.KEY, match.start(), match.end(), (match["names"],))


def _glued(layout: Layout) -> Iterator[Call]:
    """Digits that may be markers though nothing raises or encloses them."""
    for start, end in glued_digits(layout.text):
        yield Call(Shape.GLUED, start, end, _names_of(layout.text[start:end]))


def _is_code(text: str, match: re.Match[str]) -> bool:
    """Whether brackets hold the number of a part, of an argument or an interval, as in code and mathematics."""
    if _PART_BEHIND.match(text, match.end()) or _INTERVAL.match(match["names"]):
        return True
    if "," in match["names"] and text[match.end() : match.end() + 1] == "]":
        return True
    before = _PART_BEFORE.search(text[max(match.start() - 27, 0) : match.start()])
    # `[[1]](url)` is a link of Markdown around a marker.
    return before is not None and not (before[0] == "[" and text[match.end() : match.end() + 1] == "]")


def _symbols(layout: Layout) -> Iterator[Call]:
    """Signs right behind a word, or with a bracket between spaces."""
    glued = _matching(Shape.SYMBOL, _SYMBOL, _no_emphasis)(layout)
    if not any(map(layout.text.__contains__, ("*)", "†)", "‡)"))):
        return glued
    return merge(glued, _matching(Shape.SYMBOL, _STARRED, _as_written)(layout), key=lambda call: call.start)


def _raised(layout: Layout) -> Iterator[Call]:
    """Raised digits; after a digit they are a power, after a letter or two a unit (km²), after a space a label."""
    text = layout.text
    found = []
    for match in () if text.isascii() else _SUPER.finditer(text):
        raw = match[0]
        before = text[max(match.start() - 24, 0) : match.start()]
        if _POWER.search(before) and not (_ENUMERATED.search(before) or _is_set_off(text, before, match.end())):
            continue
        if "①" <= raw <= "⑳":
            names: tuple[str, ...] = (str(sequence_number(raw)[1]),)
        else:
            names = _names_of(raw.translate(SUPER_DIGITS).replace("⁻", "-").replace("˒", ",").replace("⸴", ","))
        found.append(Call(Shape.SUPER, match.start(), match.end(), names))
    for region in layout.document.regions:
        if region.role is Role.SUPERSCRIPT and not is_power(text, region.start, region.end):
            raw = text[region.start : region.end].strip().strip("[]()")
            if re.fullmatch(r"\d{1,3}(?:\s?[,–-]\s?\d{1,3})*|[ivxl]{1,7}|[a-z]|[*†‡§¶‖]{1,3}", raw):
                found.append(Call(Shape.SUPER, region.start, region.end, _names_of(raw)))
    found.extend(
        Call(Shape.SUPER, match.start(), match.end(), _names_of(match["names"]))
        for match in (SUP_TAG.finditer(text) if "<sup>" in text else ())
        if not is_power(text, match.start(), match.end(), match["names"])
    )
    for pattern, signs in ((_CARETED, ("^",)), (_SIGNED, ("※", "＊", "FN"))):
        if any(map(text.__contains__, signs)):
            found.extend(_matching(Shape.SUPER, pattern, _as_written)(layout))
    return iter(sorted(found, key=lambda call: call.start))


def _is_set_off(text: str, before: str, end: int) -> bool:
    """Whether raised digits stand between spaces, behind a word that is no unit and has one more behind them."""
    word = _WORD_AND_SPACE.search(before) is not None or (before[-1:] == " " and text[end - 1] not in "²³")
    return word and not before[-2:-1].isdigit() and _SET_OFF_END.match(text, end) is not None


def is_power(text: str, start: int, end: int, raised: str | None = None) -> bool:
    """Whether the character `raised` (else all of it) at `text[start:end]` is the power of a unit, as in `300 km2`."""
    before = text[max(start - 5, 0) : start]
    if _POWER_OF_TEN.search(before):
        return True
    return (raised or text[start:end]) in {"2", "3"} and _UNIT.search(before) is not None


FINDERS: dict[Shape, Callable[[Layout], Iterator[Call]]] = {
    Shape.SQUARE: _matching(Shape.SQUARE, _SQUARE, _in_square_brackets),
    Shape.CARET: _carets,
    Shape.KEY: _keys,
    Shape.SUPER: _raised,
    Shape.ROUND: _matching(Shape.ROUND, _ROUND, _in_round_brackets),
    Shape.HALF: _matching(Shape.HALF, _HALF, _in_half_brackets),
    Shape.GLUED: _glued,
    Shape.SYMBOL: _symbols,
}
"""What finds the markers of each shape in a text, in order."""


def _names_of(written: str) -> tuple[str, ...]:
    """The names in a marker as written: `1, 3–5` gives 1, 3, 4, 5. Ranges longer than 50 keep only their ends."""
    if written.isdecimal():
        return (str(int(written)),)
    if written[0].isdecimal() and written[-1] in _LAST_OF_INSERTED and _INSERTED.fullmatch(written):
        return (written,)
    if _PREFIXED.match(written):
        return tuple(_PREFIXED.findall(written))
    names: list[str] = []
    last: int | None = None
    joined = False
    for piece in re.findall(r"\d+|[–—-]|[^\W\d]+|[*†‡§¶‖]+", written):
        if piece in "–—-":
            joined = last is not None
        elif piece.isdecimal():
            number = int(piece)
            if joined and last is not None and last < number <= last + _MAX_RANGE:
                names.extend(str(value) for value in range(last + 1, number))
            names.append(str(number))
            last, joined = number, False
        else:
            alphabet, number = sequence_number(piece)
            names.append(str(number) if alphabet == "number" else piece)
    return tuple(names) if names else (written,)
