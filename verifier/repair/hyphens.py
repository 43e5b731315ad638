"""Whose a hyphen at a line's end is: the link's own, or one that the typesetter put in.

In: the document's text and references, and one continuation over such a hyphen. Out: log-odds for and against it, to be
added to the model's, which has learned most from pages that LaTeX and DocBook set. Letters come from browsers and word
processors too: what these do to links shows in the rest of the document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from verifier.model.patterns import compile_late
from verifier.repair import spelling, syntax
from verifier.repair.breaks import Hyphen, Way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verifier.model.citation import Reference
    from verifier.model.document import Document
    from verifier.repair.breaks import Continuation
    from verifier.repair.page import Page
    from verifier.repair.reading import Reading

HYPHEN_BREAK = compile_late(
    r"(?:[\u00ad\ufffe\x02\ufffd]\s{0,99}|[-\u2010\u2212][^\S\n]{0,4}\n\s{0,99})([^\W\d_]{0,40})"
)
LAST_WORD = re.compile(r"[^\W\d_]{1,40}\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]{1,40}")
# A set of characters first: the search then skips to them.
HYPHENATED = compile_late(
    r"[-\u2010\xad\ufffe\x02](?<=[^\W\d_][^\W\d_].)(?:(?<=[-\u2010])\s{0,4}\n|(?<=[\xad\ufffe\x02])\s{0,4})\s{0,60}(?=[^\W\d_])",
    re.DOTALL,
)
_WHOLE_WORDS = compile_late(r"[^\W\d_][,;]?[^\S\n]?\n[^\S\n]{0,60}[^\W\d_]")
_OF_ADDRESSES = re.compile(r"[/@=%_]|[.:]\w")
_PRINTED = "\u2010"
_WITHIN_LINE = compile_late(r"\u2010(?<=\w.)(?=\w)")
_AT_LINE_END = compile_late(r"\u2010(?<=[^\W\d_].)\s{0,4}\n")
_OWN_HYPHEN = re.compile(r"[^\W\d_]-[^\W\d_]")
_PDF = "application/pdf"
"""Its reader leaves a soft hyphen for every hyphen at a line's end."""
_FEW = 3
_MOST_LINES = 60
_FEW_LINES = 10
_PAST_HYPHEN = 140
"""So far behind a link's end a hyphen, the next line's indent and the word there may reach."""
_LIKE_ONE_WORD = 2.5
"""The mean where typesetters put hyphens into links is 3 or more; where they break at the links' own, below 2."""
_RATHER_PUT_IN = -0.6
"""Log-odds for a hyphen that the typesetter put in: browsers and word processors put none into links."""
_HAS_OWN = -1.0
"""The same where the link has hyphens of its own, and hardly a line ends in one."""
_UNHYPHENATED, _NEVER_HYPHENATED = -0.05, -2.0
"""The same for each line that ends with a whole word in a document without a word divided, and for all of them."""
_WITHOUT_HYPHENS = frozenset({"ar", "fa", "he", "ja", "km", "ko", "lo", "my", "th", "ur", "yi", "zh"})
"""Languages whose writing divides no word by a hyphen."""
_UNSEEN = 1.2
OF_PROGRAMS = frozenset({("wp", "content"), ("wp", "includes"), ("wp", "json"), ("cgi", "bin")})
"""Folders that programs of many sites have: their hyphen is their own."""
_NAMED_SO = 4.0
_CAMEL = re.compile(r"[a-z][A-Z]")
_IN_CAMEL = 1.5
"""The log-odds that a hyphen between small letters is put in where words begin with capitals instead."""
_TYPESET = 4.0


class Hyphenation:
    """How a document's typesetter treats hyphens; worked out when a link breaks at one."""

    def __init__(self, document: Document, references: Sequence[Reference]) -> None:
        self._text = document.text
        self._language = document.language
        self._references = references

    @cached_property
    def divides_links(self) -> bool:
        """Whether the letters around the line-end hyphens of links mostly read like one word."""
        scores = []
        for reference in self._references:
            for match in HYPHEN_BREAK.finditer(self._text, reference.start, reference.end + _PAST_HYPHEN):
                left = LAST_WORD.search(self._text[max(reference.start, match.start() - 41) : match.start()])
                if left and match[1]:
                    scores.append(max(-12.0, min(spelling.one_word(left[0], match[1]), 12.0)))
        return len(scores) >= _FEW and sum(scores) > _LIKE_ONE_WORD * len(scores)

    @cached_property
    def unhyphenated(self) -> int:
        """How many lines end with a whole word, where no word of the prose is divided: 0 where one is.

        Hyphens within links do not count: they are what is asked about.
        """
        if any(not self._in_link(match.start()) for match in islice(HYPHENATED.finditer(self._text), 200)):
            return 0
        return sum(1 for _ in islice(_WHOLE_WORDS.finditer(self._text), _MOST_LINES))

    @property
    def keeps_hyphens(self) -> bool:
        """Whether neither words of the prose are divided nor those of links."""
        return self.unhyphenated >= _FEW_LINES and not self.divides_links

    @property
    def written_without(self) -> bool:
        """Whether the document's language divides no words: what it spells in Latin letters is no word to tell by."""
        return self._language in _WITHOUT_HYPHENS

    @cached_property
    def has_own_sign(self) -> bool:
        """Whether the typesetter's hyphen, U+2010, stands at the ends of lines only: then every other was written."""
        return _AT_LINE_END.search(self._text) is not None and _WITHIN_LINE.search(self._text) is None

    def _in_link(self, offset: int) -> bool:
        """Whether a place is in a link, or in what may be the rest of one."""
        at = bisect_right(self._references, offset, key=lambda one: one.start) - 1
        if at >= 0 and offset < max(self._references[at].reach, self._references[at].end):
            return True
        word = self._text[max(offset - 60, 0) : offset].split()
        return bool(word) and _OF_ADDRESSES.search(word[-1]) is not None


def whose(page: Page, reading: Reading, way: Continuation, found: dict[str, float]) -> float:
    """Log-odds for what `way` makes of the hyphen at the line's end; 0 where there is none."""
    if not way.hyphen:
        return 0.0
    style = page.hyphenation
    total = _left_by_reader(page, way, found) + _by_name(page, reading, way)
    if style.has_own_sign:
        put_in = _PRINTED in (page.text[way.at - 1], page.text[way.at])
        total += _TYPESET if put_in is (way.hyphen is Hyphen.DROPPED) else -_TYPESET
    if way.hyphen is Hyphen.DROPPED:
        total += _RATHER_PUT_IN + (_HAS_OWN if _has_hyphens(reading.url) and page.prose_hyphens < 2 else 0.0)
        if style.written_without:
            total -= _TYPESET
        elif style.keeps_hyphens:
            total += max(_UNHYPHENATED * style.unhyphenated, _NEVER_HYPHENATED)
    return total


def _by_name(page: Page, reading: Reading, way: Continuation) -> float:
    """What the name tells that the hyphen stands in: a folder of a program, or words that capitals part."""
    left = reading.url.rstrip("-\u2010")
    before, after = LAST_WORD.search(left), _FIRST_WORD.match(way.piece)
    if before is None or after is None:
        return 0.0
    kept = 1.0 if way.hyphen is Hyphen.KEPT else -1.0
    if (before[0].lower(), after[0].lower()) in OF_PROGRAMS:
        return kept * _NAMED_SO
    name = left[left.rfind("/") + 1 :] + way.piece.partition("/")[0]
    divided = before[0][-1].islower() and after[0][0].islower() and page.prose_hyphens
    return -kept * _IN_CAMEL if divided and "-" not in name and _CAMEL.search(name) else 0.0


def _has_hyphens(url: str) -> bool:
    """Whether words of the link's path are joined by hyphens before the one at its end."""
    return _OWN_HYPHEN.search(syntax.split(url)[2], 0, len(url) - 1) is not None


def _left_by_reader(page: Page, way: Continuation, found: dict[str, float]) -> float:
    """Within a line a soft hyphen is not even printed; some makers of PDF write every hyphen so.

    In a PDF it stood at a line's end. There it says nothing where words are not divided, or these two are no word.
    """
    if way.way is not Way.SOFT or page.text[way.at : way.resume] != "\u00ad":
        return 0.0
    style = page.hyphenation
    divided = style.divides_links or (found["one_word"] > 0 and not style.unhyphenated)
    if page.document.media_type == _PDF and not divided:
        return 0.0
    return _UNSEEN if way.hyphen is Hyphen.DROPPED else -_UNSEEN
