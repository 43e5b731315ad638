"""A page written from right to left, as Arabic and Hebrew are -> its text in the order in which people read it.

In: an open page and its text as pdfium orders it: by guesses, the letters of a word backwards or not, links and numbers
where they are seen. Out: the text line by line as it would be typed; the page then answers by the new order, in a
mirror, so that whoever asks finds lines that go from left to right.

What stands where is taken from the glyphs' places; what was typed is worked out in `typing_order.py`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.documents.pdf.glyphs import around, printed_lines, words_of
from verifier.documents.typing_order import FROM_THE_RIGHT, NO_PLACE, as_typed, is_address

if TYPE_CHECKING:
    from verifier.documents.pdf.file import PdfPage

_LETTERS = re.compile(r"[^\W\d_]+")
_ENOUGH = 0.3
_ENOUGH_AFTER_SUCH = 0.1
"""The share of its letters that makes a page one from the right: addresses that spaces part pass for words."""
_A_REST = 300
"""Characters of a page to which only the end of the notes runs over."""
_EARLY = 2.0
"""A line that ends so many heights before the margin begins at the other one."""


def in_reading_order(page: PdfPage, text: str, *, goes_on: bool = False) -> str:
    """The page's text in the order of reading: `text` itself, unless enough of it is written from right to left.

    `goes_on`: the page before is; then less is enough, for notes end in links, and nothing where but a rest is left.
    """
    rest = goes_on and len(text) < _A_REST
    if not rest and not _is_from_the_right(text, _ENOUGH_AFTER_SUCH if goes_on else _ENOUGH):
        return text
    lines = printed_lines(page, text)
    margin = min((around(line).left for line in lines), default=0.0)
    typed: list[tuple[str, int]] = []
    for line in lines:
        box = around(line)
        ends_early = box.left - margin > _EARLY * box.height
        typed += as_typed(words_of(line), ends_early=ends_early)
        typed += (("\r", NO_PLACE), ("\n", NO_PLACE))
    page.reorder([offset for _, offset in typed])
    return "".join([char for char, _ in typed])


def _is_from_the_right(text: str, enough: float) -> bool:
    """Whether enough letters go from right to left; those of addresses say nothing."""
    if text.isascii() or not FROM_THE_RIGHT.search(text):
        return False
    letters = "".join(_LETTERS.findall(" ".join([word for word in text.split() if not is_address(word)])))
    return len(FROM_THE_RIGHT.findall(letters)) > enough * len(letters)
