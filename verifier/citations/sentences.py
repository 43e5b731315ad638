"""The sentence that bears a marker.

In: the text, where its markers and notes stand and where pages end amid a sentence, and one marker's span. Out: the
sentence without any marker.
Abbreviations, initials, decimals and closing quotation marks do not end a sentence where they plainly do not; a marker
may stand before or after the full stop. A sentence never runs into a note, a mail's header, or mail of another depth.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import itemgetter

from verifier.citations.loose_headings import below_headings
from verifier.citations.quoted_mail import QUOTE_MARKS, same_mail
from verifier.citations.quotes import quotation_around
from verifier.model.months import MONTHS
from verifier.model.patterns import compile_late

_WINDOW = 2000
"""No sentence is followed further than this many characters to either side of its marker."""

_MOST_MARKERS = 40
"""No sentence is followed over more markers than this to either side: a bound against hostile text."""

_ENDS_OF_SCRIPTS = "।॥။།።។։᠃۔؟"
"""The full stops, and a question mark, of Indic scripts, Burmese, Tibetan, Ethiopic, Khmer, Armenian, Mongolian, Urdu,
Arabic."""
_CLOSERS = "”“’\"'»›)]）］」』》】"
_OPENERS = "“‘\"'«‹(\\[（［「『《【„¿¡"
# A set of characters first: the search then skips to them.
_END = compile_late(
    rf"[.!?…。！？;\u037e{_ENDS_OF_SCRIPTS}](?:(?<![。！？;\u037e])[.!?…]{{0,2}}[{re.escape(_CLOSERS)}]{{0,3}}"
    # Raised figures one by one: in groups of one to three, a row of them could be read in more ways than can be tried.
    r"(?P<notes>(?:\s?\[[\d,;–\- ]{1,12}\]|[¹²³⁰⁴-⁹]|(?<=\D)\d{1,3}(?=\s))*)"
    rf"(?=\s+[{_OPENERS}]{{0,2}}[^\W_]|\s*$)"
    r"|(?<=[\u0370-\u03ff\u1f00-\u1fff][;\u037e])(?=\s+[«“]?[Α-ΫΆ-Ώ])"
    rf"|(?<=[。！？])[。！？]*[{re.escape(_CLOSERS)}]{{0,3}}(?:[\[［【]\d{{1,3}}[\]］】])*)"
)
_PARAGRAPH = compile_late(r"[\n\f\u2029](?:(?<=[\f\u2029])|[ \t\u3000]*(?:>[> \t]*)?\n|(?=[ \t]{0,8}[-•‣▪◦–][ \t]))")
_BETWEEN_PARAGRAPHS = frozenset("\n \t\u3000>")
_NEAR = 250
"""Most paragraphs begin within so many characters."""
_ABBREVIATED = """
mr mrs ms dr prof st no nos vol pp pg p para paras art arts sec ch ed eds cf al etc vs v fig gen col lt sgt
hon rev sr jr inc ltd co corp dept univ jan feb mar apr jun jul aug sept sep oct nov dec e.g i.e u.n u.s u.k
e.u op cit ibid res doc approx ca est gov sen rep pres m mme mlle núm sra dra ud lic z.b d.h bzw nr abs hr
fr usw vgl bd hrsg u.s.a a.m p.m ph.d b.a m.a d.c ziff lit abb tab sog
ст стр рис гл п пп ч г гг т см ср ул д.н к.н т.е т.н т.к ред изд вып
mio mrd tsd mln mld tys млн млрд тыс
ust pkt poz tzw tj odst čl č vyr md örn yy αρ αριθ σελ παρ βλ π.χ
"""
_ABBREVIATIONS = frozenset(_ABBREVIATED.split())
_NUMBERED_PARTS = """
sect cl reg regs ord sched chap app ann annex exh dir ref refs suppl eq princ rec recs tit cap inc décr blz kap
"""
_BEFORE_NUMBERS = frozenset(_NUMBERED_PARTS.split())
"""Abbreviations where a number follows them; else some of them are words."""
_NUMBERED = compile_late(r"(?P<word>[^\W\d_]{2,6})\.\Z")
_NUMBER = re.compile(r"\s+[(]?\d")
_WORD = re.compile(r"[\w.]+")
_LONGEST_ABBREVIATION = 25
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_GREEK_QUESTION = compile_late(r"[\u0370-\u03ff\u1f00-\u1fff][;\u037e]\Z")
_ORDINAL = compile_late(
    r"(?:\b(?:am|im|vom|zum|zur|beim|der|die|das|dem|den|des|seit|bis|ab|de|på) \d{1,3}|(?P<day>\b[0-3]?\d))\.\Z",
    re.IGNORECASE,
)
"""In German and Danish a number with a full stop counts: `im 19. Jahrhundert`, `3. März`."""
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_TERMINAL = ".!?…。！？" + _ENDS_OF_SCRIPTS
# What is left of `[1, 2]` when the format ties both numbers.
_EMPTY_BRACKETS = compile_late(r"\s?[\[(（［【][\s,;，、–-]{0,8}[\])）］】]")
_AFTER_WORDS = frozenset(".,;:!?)”’»。，；：！？）」』")


class Sentences:
    """The sentences of one text; `markers` are left out of every sentence, `notes` bound it (both may be unsorted)."""

    __slots__ = (
        "_bare",
        "_bare_ends",
        "_gaps",
        "_marker_ends",
        "_marker_starts",
        "_note_ends",
        "_note_starts",
        "_text",
    )

    def __init__(
        self,
        text: str,
        markers: Iterable[tuple[int, int]] = (),
        notes: Iterable[tuple[int, int]] = (),
        gaps: Sequence[tuple[int, int]] = (),
    ) -> None:
        self._text = text
        self._marker_starts: list[int] = []
        self._marker_ends: list[int] = []
        pieces: list[str] = []
        at = 0
        for start, end in sorted(set(markers)):
            if start >= at:
                pieces.append(self._piece(at, start, end))
                self._marker_starts.append(start)
                self._marker_ends.append(end)
                at = end
        # Worked out once, not for each sentence: the text before its last marker without any, and where each stood.
        self._bare = "".join(pieces)
        self._bare_ends = list(accumulate(map(len, pieces)))
        spans = sorted(notes)
        self._note_starts = [start for start, _ in spans]
        self._note_ends = sorted(end for _, end in spans)
        self._gaps = gaps

    def around(self, start: int, end: int, window: int = _WINDOW) -> str:
        """The sentence that bears the marker at `[start, end)`, without markers, white space made single."""
        low, high = _paragraph(self._text, start, end, window)
        after = bisect_left(self._note_starts, end)
        if after < len(self._note_starts):
            high = min(high, self._note_starts[after])
        before = bisect_right(self._note_ends, start) - 1
        if before >= 0:
            low = max(low, self._note_ends[before])
        marker = bisect_left(self._marker_starts, start)
        if marker > _MOST_MARKERS:
            low = max(low, min(self._marker_ends[marker - _MOST_MARKERS - 1], start))
        if marker + _MOST_MARKERS < len(self._marker_starts):
            high = max(min(high, self._marker_starts[marker + _MOST_MARKERS]), end)
        low, high = same_mail(self._text, below_headings(self._text, low, start), start, high)
        return _sentence(self._back(low, start, window), self._forward(end, high, window))

    def _back(self, low: int, start: int, window: int) -> str:
        """`text[low:start]` without markers; with what stands before the pages' end that begins it, if one does."""
        gap = self._gap_around(low)
        if gap is None or gap[1] > start:
            return self._without_markers(low, start)
        begun, ended = bisect_left(self._note_starts, gap[0]), bisect_right(self._note_ends, gap[0] - 1)
        if begun > ended:  # what ends there is a note, and not the text
            return self._without_markers(low, start)
        noted = self._note_ends[ended - 1] if ended else 0
        above = max(_paragraph(self._text, gap[0], gap[0], window)[0], noted)
        return f"{self._without_markers(above, gap[0])} {self._without_markers(gap[1], start)}"

    def _forward(self, end: int, high: int, window: int) -> str:
        """`text[end:high]` without markers; with what stands behind the pages' end that ends it, if one does."""
        gap = self._gap_around(high)
        if gap is None or gap[0] < end:
            return self._without_markers(end, high)
        below = _paragraph(self._text, gap[1], gap[1], window)[1]
        after = bisect_left(self._note_starts, gap[1])
        below = min(below, self._note_starts[after]) if after < len(self._note_starts) else below
        return f"{self._without_markers(end, gap[0])} {self._without_markers(gap[1], below)}"

    def _gap_around(self, at: int) -> tuple[int, int] | None:
        """The end of a page that holds `at`, if one does."""
        index = bisect_right(self._gaps, at, key=itemgetter(0)) - 1
        return self._gaps[index] if index >= 0 and at <= self._gaps[index][1] else None

    def _piece(self, at: int, start: int, end: int) -> str:
        """`text[at:start]`, which the marker at `[start, end)` follows, without blanks before punctuation."""
        kept = self._text[at:start].removesuffix("^")
        return kept.rstrip(" \t") if self._text[end : end + 1] in _AFTER_WORDS else kept

    def _without_markers(self, low: int, high: int) -> str:
        """`text[low:high]` without markers and without the marks of quoted mail."""
        first, stop = bisect_left(self._marker_starts, low), bisect_left(self._marker_starts, high)
        if first == stop:
            joined = self._text[low:high]
        else:
            before = self._piece(low, self._marker_starts[first], self._marker_ends[first])
            between = self._bare[self._bare_ends[first] : self._bare_ends[stop - 1]]
            joined = before + between + self._text[min(self._marker_ends[stop - 1], high) : high]
        joined = joined.removesuffix("^")  # text browsers set it before what is raised: `low.^[1]`
        return QUOTE_MARKS.sub("\n", joined) if ">" in joined else joined


def sentence_around(text: str, start: int, end: int, window: int = _WINDOW) -> str:
    """The sentence that bears what stands at `text[start:end]`, without it; nothing is known of other markers."""
    return Sentences(text).around(start, end, window)


def _sentence(before: str, after: str) -> str:
    trimmed = before.rstrip()
    bare = trimmed.rstrip(_CLOSERS)
    ended = bool(bare) and (bare[-1] in _TERMINAL or _GREEK_QUESTION.search(bare[-2:]) is not None)
    closed = ended and _closes(before[: len(trimmed)], after)
    cut = _beginning(trimmed, len(bare) - 1 if closed else len(trimmed))
    if closed:
        return _tidy(trimmed[cut:], "")
    stop = _first_end(trimmed[cut:], after)
    return _tidy(trimmed[cut:] + (" " if before != trimmed and after[:1].isalnum() else ""), after[:stop])


def _paragraph(text: str, start: int, end: int, window: int) -> tuple[int, int]:
    low, high = max(start - window, 0), min(end + window, len(text))
    if _has_break(text, low, start):
        near = max(start - _NEAR, low)
        # Begun in the middle of a break, the search would find another one.
        while low < near < start and text[near - 1] in _BETWEEN_PARAGRAPHS:
            near += 1
        found = [*_PARAGRAPH.finditer(text, near, start)] or [*_PARAGRAPH.finditer(text, low, start)]
        low = found[-1].end() if found else low
    after = _PARAGRAPH.search(text, end, high) if _has_break(text, end, high) else None
    return low, after.start() if after else high


def _has_break(text: str, low: int, high: int) -> bool:
    """Whether a paragraph may end in `text[low:high]`, told ten times as fast as by the expression."""
    return text.find("\n", low, high) >= 0 or text.find("\f", low, high) >= 0 or text.find("\u2029", low, high) >= 0


def _closes(before: str, after: str) -> bool:
    """Whether the full stop before a marker ends the sentence: what follows begins anew, or nothing follows."""
    following = after.lstrip("0123456789[],").lstrip(" \t\n\u3000[")
    if _is_small(following[:1]):
        return False
    return not _abbreviated(before.rstrip(_CLOSERS)) or not following or following[0].isupper()


def _abbreviated(text: str) -> bool:
    """Whether the full stop at the end of `text` belongs to an abbreviation or an initial."""
    if not text.endswith("."):
        return False
    word = _WORD.match(text[-2:-_LONGEST_ABBREVIATION:-1])
    if word is None:
        return False
    name = word[0][::-1].lower().strip(".")
    return name in _ABBREVIATIONS or (len(name) == 1 and name.isalpha()) or _INITIALS.fullmatch(name) is not None


def _counts(beginning: str, text: str, stop: int) -> bool:
    """Whether the full stop that ends `beginning`, which is `text[stop - 1]`, is a number's: `3. März`, `Sect. 3`."""
    if _NUMBER.match(text, stop):
        word = _NUMBERED.search(beginning)
        return word is not None and word["word"].lower() in _BEFORE_NUMBERS
    if not beginning.endswith(".") or not beginning[-2:-1].isdigit():
        return False
    number = _ORDINAL.search(beginning)
    if number is None or number["day"] is None:
        return number is not None
    following = _NEXT_WORD.match(text, stop)
    return following is not None and following[1].lower() in MONTHS


def _runs_on(text: str, end: int) -> bool:
    """Whether a small letter follows: an ellipsis or a quoted question in the middle of a sentence."""
    return _is_small(text[end : end + 8].lstrip(_OPENERS + " \t\n")[:1])


def _is_small(letter: str) -> bool:
    """Whether a sentence would begin with another form of `letter`: Georgian letters have capitals, but none there."""
    return letter.islower() and letter.title() != letter


def _beginning(before: str, stop: int) -> int:
    """Where the last sentence of `before[:stop]` begins; several sentences may be quoted in one."""
    cut = _last_end(before[:stop])
    quoted = quotation_around(before, cut) if cut else None
    return cut if quoted is None else _last_end(before[: quoted.start + 2])


def _last_end(before: str) -> int:
    """Where the last sentence of `before` begins."""
    for match in reversed(list(_END.finditer(before))):
        if match.end() >= len(before) or match[0].strip() == "":
            continue
        stop = match.start() + len(match[0]) - len(match[0].lstrip(_TERMINAL))
        beginning = before[max(stop - _LONGEST_ABBREVIATION, 0) : stop]
        kept = _abbreviated(beginning) or _counts(beginning, before, stop)
        if not kept and not _runs_on(before, match.end()):
            return match.end()
    return 0


def _first_end(before: str, after: str) -> int:
    """Where the sentence ends in `after`."""
    for match in _END.finditer(after):
        stop = match.start() + len(match[0]) - len(match[0].lstrip(_TERMINAL))
        beginning = (before[-24:] + after[:stop])[-48:]
        kept = _abbreviated(beginning) or _counts(beginning, after, stop)
        if not kept and not _runs_on(after, match.end()):
            return match.start("notes") if match["notes"] else match.end()
    return len(after)


def _tidy(before: str, after: str) -> str:
    joined = before.rstrip() + after if after[:1] in tuple(".,;:!?)”’»") else before + after
    if any(map(joined.__contains__, "[(（［【")):
        joined = _EMPTY_BRACKETS.sub("", joined)
    return " ".join(joined.split())
