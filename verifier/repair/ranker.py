"""Gives every way to go on at a break its odds, and says why.

In: the page, a reading and its continuations. Out: odds against the link ending there, with reasons in plain English.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier.model.patterns import compile_late
from verifier.repair import rules, syntax
from verifier.repair.breaks import Hyphen, Way
from verifier.repair.certain import PAGE_ALONE, is_minus, least
from verifier.repair.evidence import measure
from verifier.repair.extensions import CITED
from verifier.repair.geometry import seen_at
from verifier.repair.hyphens import whose
from verifier.repair.line_end import bounds
from verifier.repair.shape import LOWER, OTHER, UPPER, joined
from verifier.repair.trees import load_trees
from verifier.repair.words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from verifier.repair.breaks import Continuation
    from verifier.repair.page import Page
    from verifier.repair.reading import Reading


_JOINS = 0.3
"""Log-odds added to the model's: out of fold it joins less often than it should when it is unsure."""
_HARDLY = -4.0
"""Log-odds, at most, for what is plainly something else than the rest of the link."""
_MOST_REASONS = 3
_INTRODUCES = frozenset(":;,")
_OTHER_HYPHEN = 0.01
_FULL_STOP = "."
_SLASH = "/"
_LEAST_TIMES = 2
"""A word that the letter has so often is one of its sentences."""
_PAGE_NUMBER = re.compile(r"\d{1,4}/\d{1,4}")
"""Alone on the next line, "4/16" counts the pages."""
_PATH = compile_late(
    r"(?!www\.)[\w~%-]{1,60}(?:(?:/[\w~%-]{1,60}){2}|(?:-[\w%]{1,40}){3}"
    rf"|(?:/[\w~%.-]{{1,60}}){{0,9}}(?:\?[\w.\[\]-]{{1,40}}=|\.(?:{CITED})\Z))"
)
"""Several parts, a query, a file's extension or several hyphens, as names and words between slashes do not have."""
_SPACED_OUT = 2.5
"""Log-odds for a link that is spaced out from its beginning and meets a line's end at a delimiter; too few to learn."""


@dataclass(frozen=True, slots=True)
class Ranker:
    """Rules for breaks within a line, a trained model for breaks at its end."""

    model: Path | None = None
    """A model of one's own, for measuring; the shipped one by default. Read when the first line-end break is met."""

    def odds(self, page: Page, reading: Reading, ways: Sequence[Continuation]) -> list[tuple[float, tuple[str, ...]]]:
        """For each way on, the odds that the link goes on there, against its ending here; and why."""
        weighed = [self._one(page, reading, way) for way in ways]
        return _with_both_hyphens(weighed, ways) if any(way.hyphen for way in ways) else weighed

    def _is_prose(self, page: Page, reading: Reading, way: Continuation) -> bool:
        """Most often an ordinary word follows the link: told at a glance, with nothing weighed."""
        if way.way is Way.LINE:
            return _is_new_paragraph(reading, way)
        if way.way is not Way.SPACE or reading.head_spaced:
            return False
        behind = page.text[way.end : way.end + 2].strip()
        if way.token == _FULL_STOP:
            return behind.isupper()  # a sentence ends, set off by a space
        if reading.spaces:
            in_path = syntax.split(reading.url)[2] != ""
            return in_path and way.token in FUNCTION_WORDS and behind.islower()
        return self._is_word(page, reading, way, behind)

    def _is_word(self, page: Page, reading: Reading, way: Continuation, behind: str) -> bool:
        """Whether a word of the sentence follows a link that nothing has broken before."""
        if way.kept == _FULL_STOP and PAGE_ALONE.match(way.token):
            return False
        last = (reading.url + way.kept)[-1]
        may_be_path = last == "/" and reading.start in page.in_notes
        if last == "=":  # `…/search?q= or https://…`
            return way.token in FUNCTION_WORDS and behind.isalpha()
        rare = not way.token.isalpha() or page.words[way.token.lower()] < _LEAST_TIMES
        ends = (last.isalnum() or last in ".,;:)!?/") and not may_be_path
        if rare or not ends or page.has_lone_delimiters(way.resume):
            return False
        whole = syntax.host_is_whole(syntax.split(reading.url)[1])
        return whole and _word_around(reading.url, way.token).lower() not in reading.title

    def _one(self, page: Page, reading: Reading, way: Continuation) -> tuple[float, tuple[str, ...]]:
        if self._is_prose(page, reading, way):
            return 0.0, ()
        page.judged += 1
        way = _with_rest(page, way)
        found = measure(page, reading, way)
        whole = before, piece = joined(reading, way)
        weights = rules.weigh(found, piece, _word_around(before, piece))
        why = [weight.why for weight in weights if weight.value > 0 and weight.why]
        if way.way is Way.SPACE:
            total = sum(weight.value for weight in weights)
        else:
            total = self._learned(page, reading, way, found)
            if _begins_anew(reading, way, whole, found):
                total = min(total, _HARDLY)
            seen = seen_at(page.document.line_ends, way)
            total += seen.log_odds
            why = [*seen.why, *why]
            bound = bounds(page, way, whole, found)
            total = min(total, bound.most) if bound.most is not None else total
            if bound.least is not None and bound.least > total:
                total, why = bound.least, [bound.why, *why]
        if certain := least(reading, way, whole, found):
            total = max(total, certain.value)
            why = [certain.why, *why]
        return math.exp(max(min(total, 12.0), -12.0)), tuple(why[:_MOST_REASONS])

    def _learned(self, page: Page, reading: Reading, way: Continuation, found: dict[str, float]) -> float:
        """The model's log-odds for a break at a line's end, put right where it has learned from other pages."""
        total = load_trees(self.model).log_odds(found) + _JOINS
        at_delimiter = found["last"] >= OTHER or found["first"] >= OTHER
        if found["head_spaced"] and not way.skipped and at_delimiter and not way.piece[:1].isdigit():
            total += _SPACED_OUT
        return total + whose(page, reading, way, found)


def _with_both_hyphens(
    weighed: list[tuple[float, tuple[str, ...]]], ways: Sequence[Continuation]
) -> list[tuple[float, tuple[str, ...]]]:
    """Whether a hyphen at a line's end is the link's own is never so sure that the other reading is not told."""
    best: dict[int, float] = {}
    for way, (value, _) in zip(ways, weighed, strict=True):
        if way.hyphen:
            best[way.resume] = max(best.get(way.resume, 0.0), value)
    return [
        (max(value, _OTHER_HYPHEN * best[way.resume]) if way.hyphen else value, why)
        for way, (value, why) in zip(ways, weighed, strict=True)
    ]


def _begins_anew(reading: Reading, way: Continuation, whole: tuple[str, str], found: dict[str, float]) -> bool:
    """Whether what stands below a line's end is plainly something else than the rest of the link above it."""
    if way.blank and 0 < found["beside_here"] < 3 and 0 < found["beside_there"] < 3:
        return True  # the next row of a table, each with a label of its own
    list_below = way.kept[:1] in _INTRODUCES and reading.url.endswith("/")
    see_also = way.kept[-1:] == ";" and way.piece.isalpha() and found["next"] in (LOWER, UPPER)
    if list_below or see_also:
        return True
    if way.token[-1] == ":" and way.piece.isalpha() and not found["alone_there"] and whole[0][-1] == _SLASH:
        return True  # a label alone on its line
    if not way.blank and found["last"] <= OTHER and _PAGE_NUMBER.fullmatch(way.token) and not found["alone_there"]:
        return True
    if way.token == _FULL_STOP and found["next"] == UPPER and not (reading.spaces or reading.head_spaced):
        return True  # the full stop of the sentence, with a capital behind it
    between_slashes = whole[0][-1:] == whole[1][:1] == _SLASH  # `…/-/…`
    return way.hyphen is Hyphen.DROPPED and (between_slashes or is_minus(*whole))


def _with_rest(page: Page, way: Continuation) -> Continuation:
    """After a space, a piece that ends in a hyphen at the line's end is judged with what it was parted from.

    `-la` or `-` alone looks like a word, or a dash; `-la-haute-vallee` or `-spring-report` does not.
    """
    if way.way is Way.SPACE and way.piece == way.token == _SLASH:
        return _with_path(page, way)
    cut = way.way is Way.SPACE and way.end < len(page.text) and way.piece == way.token
    if not cut or not (page.text[way.end] in syntax.SOFT_HYPHENS or (way.piece == "-" and page.text[way.end] == "\n")):
        return way
    rest = syntax.TOKEN.match(page.text, way.end + 1)
    further = syntax.cut(rest[0]) if rest else ""
    if rest is None or (way.piece == "-" and further.isalpha()):  # a dash, and a word
        return way
    hyphen = "" if way.piece == "-" else "-"
    return way._replace(piece=way.piece + hyphen + further, token=way.token + hyphen + rest[0])


def _with_path(page: Page, way: Continuation) -> Continuation:
    """A slash between spaces, judged with the path behind it; between two names or words it parts them."""
    behind = way.end + 1
    rest = syntax.TOKEN.match(page.text, behind) if page.text[way.end : behind] == " " else None
    path = syntax.cut(rest[0]) if rest else ""
    if rest is None or _PATH.match(path) is None:
        return way
    return way._replace(piece="/" + path, token="/" + rest[0])


def _is_new_paragraph(reading: Reading, way: Continuation) -> bool:
    """A blank line, then a word with a capital or a number, or a plain word further on: the link has ended long ago."""
    word = way.token.strip(".,;:()[]*")
    if not way.blank or way.hyphen or reading.head_spaced or not word.isalnum():
        return False
    last = (reading.url + way.kept)[-1]
    if not (last.isalnum() or last in ".,;:)!?/") or not syntax.host_is_whole(syntax.split(reading.url)[1]):
        return False
    if reading.url[-1].isalpha() and _word_around(reading.url, word).lower() in reading.title:
        return False
    name = word.isalpha() and word[0].isupper() and (word[1:].islower() or word.isupper())
    return (name or (word.isdigit() and len(word) < 4)) if not way.skipped else word.isalpha() or word.isdigit()


def _word_around(before: str, piece: str) -> str:
    left = len(before)
    while left and before[left - 1].isalpha():
        left -= 1
    right = 0
    while right < len(piece) and piece[right].isalpha():
        right += 1
    return (before[left:] + piece[:right])[:60]
