"""Where words of a page stand in it -> the passage around them, for a reader to judge a quotation by.

In: the page's text, its words, and which of them are the quoted ones. Out: plain text on one line, `MOST` characters at
most, with an ellipsis where something is left out. What cannot be placed for sure gives none: nothing is guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from verifier.content.words import words

MOST = 160
"""Characters of an excerpt."""
_BESIDE = 36
"""Characters that the words on either side have at least, however long the quotation."""
_READ = 6 * MOST
"""Characters of the page that are read on either side, before white space is collapsed."""
_BLOCK = re.compile(r"[\s\S]{1,4000}\S{0,4000}")
"""Pieces of a page in which words are counted one by one; they end between words, but where no space comes for long."""


def excerpt(text: str, page_words: list[str], first: int, behind: int) -> str:
    """The words of `text` from number `first` up to before `behind`, and what stands around them."""
    start, end = _place(text, first + 1)[0] - 1, _place(text, behind)[1]
    if not 0 <= start < end or words(text[start:end]) != page_words[first:behind]:
        return ""
    before, after = _line(text[max(0, start - _READ) : start]), _line(text[end : end + _READ])
    quoted = _line(text[start:end])
    if len(quoted) > MOST - 2 * _BESIDE:
        half = (MOST - 2 * _BESIDE - 3) // 2
        quoted = f"{_head(quoted, half)} … {_tail(quoted, half)}"
    before += " " if before and text[start - 1].isspace() else ""
    after = (" " if after and text[end].isspace() else "") + after
    room = MOST - len(quoted)
    kept = _tail(before, max(room // 2, room - len(after)) - 1)
    rest = _head(after, room - len(kept) - 2)
    return f"{'…' if kept != before else ''}{kept}{quoted}{rest}{'…' if rest != after else ''}"


def _place(text: str, number: int) -> tuple[int, int]:
    """How many characters of `text` it takes, at least and at most, for its first `number` words; (0, 0) if it has not.

    The longer end takes in the punctuation that follows the last word.
    """
    counted = 0
    for block in _BLOCK.finditer(text):
        here = len(words(block[0]))
        if counted + here >= number:
            return _within(block[0], number - counted, block.start())
        counted += here
    return 0, 0


def _within(block: str, number: int, offset: int) -> tuple[int, int]:
    def held(length: int) -> int:
        return len(words(block[:length]))

    lengths = range(len(block) + 1)
    least = bisect_left(lengths, number, key=held)
    most = bisect_right(lengths, number, lo=least, key=held) - 1
    return offset + least, offset + len(block[:most].rstrip())


def _line(text: str) -> str:
    return " ".join(text.split())


def _head(text: str, room: int) -> str:
    """The beginning of `text`, whole words if they are not too long."""
    kept = text[: max(room, 0)]
    at = kept.rfind(" ") if kept != text else 0
    return kept[:at] if at > room // 2 else kept


def _tail(text: str, room: int) -> str:
    """The end of `text`, likewise."""
    kept = text[max(len(text) - max(room, 0), 0) :]
    at = kept.find(" ") + 1 if kept != text else 0
    return kept[at:] if 0 < at < room // 2 else kept
