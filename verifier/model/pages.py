"""Where the pages of a printed text begin, and which of the lines there are running heads and feet. Pure.

In: a text, or lines of it. Out: offsets, or numbers of lines. Notes and links are read over what pages print between
their pieces, and both have to see the same pages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from verifier.model.patterns import compile_late

_OF = r"(?:[ \t]?(?:/|of|von|van|sur|de|di|av|af|z|ze|od|из|з)[ \t]?\d{1,4})?"
_COUNTED = (
    r"(?:(?:[^\n]{0,70}?(?:[-–—|·•]|[ \t]{2})[ \t]{0,9})?(?i:page|seite|p[áa]gina|p[áa]g\.|p\.|sivu|sid[ae]n?|strona"
    r"|str\.|strana|stránka|стр\.|страница|сторінка|страна|sayfa|halaman|trang|σελίδα|σελ\.|صفحة|صفحه|עמוד)"
    rf"[ \t]?\d{{1,4}}{_OF}|\d{{1,4}}\.?[ \t]?(?:oldal|lk|쪽|ページ)|第[ \t]?\d{{1,4}}[ \t]?[页頁])[ \t]?[-–—|·]?"
)
"""A line that counts the pages: with the word for it, alone or set off from the name of the text."""
_FOOT = compile_late(_COUNTED)
_BREAK = compile_late(
    rf"[\n\f](?:(?<=\f)|[ \t]{{0,200}}\n[ \t]{{0,200}}(?=[^\n]{{1,110}}\n[ \t]{{0,200}}\n)"
    rf"(?:[-–—]?[ \t]?\d{{1,4}}{_OF}[ \t]?[-–—]?|{_COUNTED})[ \t]{{0,200}}\n)"
)
"""A form feed, or a line between blank ones that bears the number of a page alone or counts it, as pasted."""
_DIGITS = re.compile(r"\d+")
_LONGEST_HEAD = 90
_MOST = 5000
"""Page breaks that are looked at: a bound against hostile text."""


def page_breaks(text: str) -> Iterator[int]:
    """Where the pages after the first begin, as far as form feeds or page numbers between blank lines show it."""
    return (match.end() for match in islice(_BREAK.finditer(text), _MOST))


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
