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
    heads = [range(min(_LINES, (len(one) + 1) // 2)) for one in lines]
    feet = [range(len(one) - min(_LINES, len(one) // 2), len(one)) for one in lines]
    above, before = _running(lines, heads, range(len(lines)))
    below, behind = _running(lines, feet, range(len(lines) - 1, -1, -1))
    dropped = above | below
    kept = [line for at, one in enumerate(lines) for number, line in enumerate(one) if (at, number) not in dropped]
    return "\n".join([*before, *kept, *behind])


def _running(
    lines: Sequence[Sequence[str]], ends: Sequence[range], order: range
) -> tuple[set[tuple[int, int]], list[str]]:
    """What runs along one end of the pages: where it stands, as page and line; and what of it is to stand once, aside.

    `ends` are the lines at that end of each page; `order` begins with the page that may keep what it has there.
    """
    shared = Counter(key for at in order for key in {k for line in ends[at] for k in _keys(lines[at][line], at)})
    places: set[tuple[int, int]] = set()
    aside: list[str] = []
    seen: set[str] = set()
    for at in order:
        for line in ends[at]:
            keys = [key for key in _keys(lines[at][line], at) if shared[key] > 1]
            counted = any(_COUNTING.fullmatch(key) for key in keys)
            if counted or not seen.isdisjoint(keys) or _BETWEEN_DASHES.fullmatch(lines[at][line].strip()):
                places.add((at, line))
            elif keys and at != order[0]:
                places.add((at, line))
                aside.append(lines[at][line])
            seen.update(keys)
    return places, aside


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
