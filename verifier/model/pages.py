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

_BREAK = compile_late(
    r"[\n\f](?:(?<=\f)|[ \t]{0,200}\n[ \t]{0,200}[-–—]?[ \t]?\d{1,4}[ \t]?[-–—]?[ \t]{0,200}\n(?=[ \t]{0,200}\n))"
)
"""A form feed, or the number of a page that stands alone between blank lines, as pasted."""
_DIGITS = re.compile(r"\d+")
_LONGEST_HEAD = 90
_MOST = 5000
"""Page breaks that are looked at: a bound against hostile text."""


def page_breaks(text: str) -> Iterator[int]:
    """Where the pages after the first begin, as far as form feeds or numbers between blank lines show it."""
    return (match.end() for match in islice(_BREAK.finditer(text), _MOST))


def running_lines(near_breaks: Iterable[tuple[int, str]]) -> frozenset[int]:
    """Of the lines next to page breaks (number and words of each), those that come again, the digits in them aside."""
    alike: defaultdict[str, set[int]] = defaultdict(set)
    for number, words in near_breaks:
        alike[_DIGITS.sub("#", words)].add(number)
    return frozenset(
        number
        for words, numbers in alike.items()
        if len(words) <= _LONGEST_HEAD and len(numbers) > 1
        for number in numbers
    )
