"""Reads a visible link along the href that the format gives it: the cheapest evidence there is.

In: the text, where its link begins, and the href. Out: the reading whose characters are the href's, breaks taken
out, or None when text and href differ by more than breaks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.model.citation import Edit, EditKind
from verifier.repair import syntax

if TYPE_CHECKING:
    from verifier.repair.reading import Reading

_BREAKS = frozenset(" \t\n\f\r\v\u00a0" + syntax.SOFT_HYPHENS)
_LONGEST_BREAK = 400
_SPACE = "%20"
"""A space of the address's own, as the href has it and the words beside it show it plainly."""
OWN_LINK = "the document's own link says so"
"""Why a reading is preferred that the format's link agrees with."""


def align(text: str, first: Reading, href: str, limit: int) -> Reading | None:
    """The reading of `text` from `first` on that spells `href`; None when there is none before `limit`."""
    at = first.end
    if not href.startswith(first.url):
        return None
    edits = list(first.edits)
    position = len(first.url)
    while position < len(href):
        if at < limit and text[at] == href[position]:
            at += 1
            position += 1
            continue
        if at < limit and text[at] == " " and href.startswith(_SPACE, position):
            edits.append(Edit(EditKind.JOIN, at, " ", _SPACE))
            at += 1
            position += len(_SPACE)
            continue
        end = _break_end(text, at, limit)
        if end == at or end >= limit or text[end] != href[position]:
            return None
        hyphen = text[at] in "-" + syntax.SOFT_HYPHENS
        edits.append(Edit(EditKind.UNHYPHENATE if hyphen else EditKind.JOIN, at, text[at:end]))
        at = end
    return first._replace(end=at, url=href, edits=tuple(edits), why=(OWN_LINK,))


def _break_end(text: str, at: int, limit: int) -> int:
    """Where the break that begins here ends: an optional hyphen, then white space."""
    end = at
    if end < limit and text[end] == "-":
        end += 1
    while end < limit and end - at < _LONGEST_BREAK and text[end] in _BREAKS:
        end += 1
    return end
