"""A hyphen that a line's end put into a link, where the copy has a space for the line's end: `…/inde- pendent`.

In: the text and the readings of a link. Out: the reading without the hyphen, the likelier one where only it makes a
word of the cited title. Web pages and forms make spaces of line ends; a link's own hyphen looks just the same then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.model.citation import Edit, EditKind
from verifier.repair.hyphens import LAST_WORD
from verifier.repair.page import WORD
from verifier.repair.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

_WHY = "without the hyphen before the space it makes the title's word “{}”"
_SURE = 0.97
_LEAST = 5
"""Letters of a word that two pieces hardly make by chance."""


def by_title(text: str, readings: Sequence[Reading]) -> tuple[Reading, float] | None:
    """The likeliest reading without its hyphen, and its probability; None where the title does not ask for it."""
    likeliest = max(readings, key=lambda one: one.probability, default=None)
    other = without_hyphen(text, likeliest) if likeliest is not None else None
    if likeliest is None or other is None:
        return None
    seam = next(at for at, (one, two) in enumerate(zip(likeliest.url, other.url, strict=False)) if one != two)
    left, right = LAST_WORD.search(other.url[:seam]), WORD.match(other.url[seam:])
    if left is None or right is None:
        return None
    word = (left[0] + right[0]).lower()
    if len(word) < _LEAST or word not in likeliest.title or left[0].lower() in likeliest.title:
        return None
    return other._replace(why=(*other.why, _WHY.format(word))), _SURE


def without_hyphen(text: str, reading: Reading) -> Reading | None:
    """The link without the last hyphen that it has before a space; None where it has none between letters."""
    for edit in reversed(reading.edits):
        cut = edit.at - 1
        spaces = edit.kind is EditKind.JOIN and not edit.inserted and edit.removed.strip(" ") == ""
        between = spaces and text[cut] == "-"
        after = edit.at + len(edit.removed)
        if not between or not (text[cut - 1].isalpha() and text[after : after + 1].isalpha()):
            continue
        seam = _length_up_to(reading, edit)
        if reading.url[seam - 1 : seam] != "-":
            return None
        dropped = Edit(EditKind.UNHYPHENATE, cut, text[cut:after], "")
        edits = tuple(dropped if one is edit else one for one in reading.edits)
        return reading._replace(url=reading.url[: seam - 1] + reading.url[seam:], edits=edits)
    return None


def _length_up_to(reading: Reading, last: Edit) -> int:
    """How many characters of the URL come from the text before an edit."""
    behind = [edit for edit in reading.edits if edit.at >= last.at]
    changed = sum(len(edit.inserted) - len(edit.removed) for edit in behind)
    return len(reading.url) - (reading.end - last.at + changed)
