"""The pages of a PDF as one text: sentences go on over the page, whatever is printed between.

In: the words of each page, line by line. Out: one text. Left out is what a quotation that runs over two pages does not
hold: the numbers of pages, and running heads and feet. These stand once, before the first page or behind the last one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_LINES = 3
"""Lines at either end of a page among which running heads, running feet and page numbers stand."""
_LONGEST = 120  # characters of such a line
_NUMBER = re.compile(r"\d{1,6}")
_COUNTING = re.compile(r"[\W_]{0,4}#-?\d{1,6}[\W_]{0,4}")
"""A number alone that counts with the pages."""
_BETWEEN_DASHES = re.compile(r"[-–—|]\s{0,3}(?:\d{1,4}|[ivxl]{1,7})\s{0,3}[-–—|]", re.IGNORECASE)


def joined(pages: Sequence[str]) -> str:
    """The words of all `pages` in their order, without what is printed between two of them."""
    lines = [page.replace("\r\n", "\n").strip("\n").split("\n") for page in pages]
    ends = [
        (range(min(_LINES, (len(one) + 1) // 2)), range(len(one) - min(_LINES, len(one) // 2), len(one)))
        for one in lines
    ]
    dropped: list[set[int]] = [set() for _ in lines]
    aside: tuple[list[str], list[str]] = ([], [])
    for end, order in enumerate((range(len(lines)), range(len(lines) - 1, -1, -1))):
        shared = Counter(
            key for at in order for key in {k for line in ends[at][end] for k in _keys(lines[at][line], at)}
        )
        seen: set[str] = set()
        for at in order:
            for line in ends[at][end]:
                keys = [key for key in _keys(lines[at][line], at) if shared[key] > 1]
                counted = any(_COUNTING.fullmatch(key) for key in keys)
                if counted or not seen.isdisjoint(keys) or _BETWEEN_DASHES.fullmatch(lines[at][line].strip()):
                    dropped[at].add(line)
                elif keys and at != order[0]:
                    dropped[at].add(line)
                    aside[end].append(lines[at][line])
                seen.update(keys)
    kept = [line for at, one in enumerate(lines) for number, line in enumerate(one) if number not in dropped[at]]
    return "\n".join([*aside[0], *kept, *aside[1]])


def _keys(line: str, page: int) -> tuple[str, ...]:
    """What a line shares with its like on other pages: its words, the first or the last number counting the pages."""
    words = " ".join(line.split())
    if not words or len(words) > _LONGEST:
        return ()
    numbers = list(_NUMBER.finditer(words))
    counted = [
        f"{words[: one.start()]}#{int(one[0]) - page}{words[one.end() :]}" for one in (*numbers[:1], *numbers[1:][-1:])
    ]
    return (words, *counted)
