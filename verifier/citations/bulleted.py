"""Sources listed under a heading without labels: a bullet before each, on a line of its own.

In: a layout and where a link begins. Out: where the words of its item begin; None where it stands in no such list.
"""

from __future__ import annotations

import re

from verifier.citations.headings import note_heading
from verifier.citations.layout import Layout

_BULLET = re.compile(r"[ \t>]{0,16}[-–•*▪·◦‣][ \t]{1,4}(?=\S)")
_MOST_ABOVE = 80
"""Lines that are looked at above an item, for the heading of its list."""
_WRAPPED = 4
"""So many lines an item may run over."""


def item_around(layout: Layout, start: int) -> int | None:
    """Where the words of the item begin within which `start` stands."""
    first = layout.line_at(start)
    begin: int | None = None
    unmarked = 0
    for index in range(first, max(first - _MOST_ABOVE, -1), -1):
        bullet = _BULLET.match(layout.text, layout.line_start(index))
        line = layout.line(index)
        if bullet:
            begin = bullet.end() if begin is None else begin
            unmarked = 0
        elif line and note_heading(line) is not None:
            return begin
        elif line:
            unmarked += 1
            if unmarked > _WRAPPED:
                return None
        elif begin is None:
            return None
    return None
