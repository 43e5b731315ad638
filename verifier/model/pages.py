"""Where the pages of a printed text begin, and which of the lines there are running heads and feet. Pure.

In: a text, or lines of it. Out: offsets, or numbers of lines. Notes and links are read over what pages print between
their pieces, and both have to see the same pages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import islice

from verifier.model.patterns import compile_late

_BREAK = compile_late(
    r"[\n\f](?:(?<=\f)|[ \t]{0,200}\n[ \t]{0,200}[-–—]?[ \t]?\d{1,4}[ \t]?[-–—]?[ \t]{0,200}\n(?=[ \t]{0,200}\n))"
)
"""A form feed, or the number of a page that stands alone between blank lines, as pasted."""
PAGE_NUMBER = re.compile(r"[-–—\s]*(?:page\s)?\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?[-–—\s]*", re.IGNORECASE)
"""A line that may be the number of a page, where its place says so too."""
_OF = r"[ \t]?(?:/|of|von|van|sur|de|di|av|af|z|ze|из|з)[ \t]?\d{1,4}"
_FOOT = compile_late(
    r"(?:(?:.{0,70}?(?:[-–—|·•]|[ \t]{2})[ \t]{0,9})?(?i:page|seite|p[áa]gina|p[áa]g\.|p\.|sivu|sid[ae]n?|strona"
    r"|str\.|strana|stránka|стр\.|страница|сторінка|страна|sayfa|halaman|trang|σελίδα|σελ\.|صفحة|صفحه|עמוד)"
    rf"[ \t]?\d{{1,4}}(?:{_OF})?|\d{{1,4}}{_OF}|\d{{1,4}}\.?[ \t]?(?:oldal|lk|쪽|ページ)|第[ \t]?\d{{1,4}}[ \t]?[页頁])"
    r"[ \t]?[-–—|·]?"
)
"""A line that counts the pages: with the word for it or how many there are, alone or set off from the text's name."""
_FOOT_ENDS = compile_late(r"\n(?<=[\d\-–—|·页頁쪽ジlk \t]\n)(?=[ \t]{0,200}\n)")
"""Where such a line may end: above a blank one, behind the last character of one of these forms."""
_LONGEST_FOOT = 300
_DIGITS = re.compile(r"\d+")
_LONGEST_HEAD = 90
_MOST = 5000
"""Page breaks that are looked at: a bound against hostile text."""


def page_breaks(text: str) -> Iterator[int]:
    """Where the pages after the first begin, as far as form feeds or page numbers between blank lines show it."""
    return islice(merge((match.end() for match in _BREAK.finditer(text)), _behind_feet(text)), _MOST)


def _behind_feet(text: str) -> Iterator[int]:
    """Where lines between blank ones that count the pages end."""
    for match in _FOOT_ENDS.finditer(text):
        above, _, line = text[max(match.start() - _LONGEST_FOOT, 0) : match.start()].rpartition("\n")
        if above.rstrip(" \t").endswith("\n") and _FOOT.fullmatch(line.strip()):
            yield match.end()


def running_lines(near_breaks: Iterable[tuple[int, str]]) -> frozenset[int]:
    """Of the lines next to page breaks (number and words of each), those that come again or count the pages.

    The digits in them are put aside.
    """
    alike: defaultdict[str, set[int]] = defaultdict(set)
    feet: set[str] = set()
    for number, words in near_breaks:
        without = _DIGITS.sub("#", words)
        alike[without].add(number)
        if _FOOT.fullmatch(words):
            feet.add(without)
    return frozenset(
        number
        for words, numbers in alike.items()
        if len(words) <= _LONGEST_HEAD and (len(numbers) > 1 or words in feet)
        for number in numbers
    )
