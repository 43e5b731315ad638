"""A line as it is seen, where some of it goes from right to left -> its characters in the order of typing.

In: words from right to left, each of signs from right to left. Out: the characters, with the places that the signs had.
It goes back from sight to typing by the Unicode bidirectional algorithm (UAX 9), as far as sight tells: what is written
from left to right, such as a link, is one stretch in a line that goes the other way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Protocol

FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Letters, and signs beside them, of scripts that are written from right to left."""
_OF_ADDRESSES = ("://", "www.", "@")
_STRETCHING = "#$%&*+<=>@^|~\u0640"
"""For what the glyph is taken by which justification stretches a word; no word is written so."""
_LONGEST_LABEL = 3
_LABEL = re.compile(r"[.:)\](\[]{0,2}\d{1,3}[.:)\](\[]{0,2}")
_ENDS = frozenset(".,;:!?\u060c\u061b/-_=&%#+~")
"""What stands behind words or links, and so at the left in a line from the right."""
_OPENING = "([{«‹"
_MIRRORS = dict(zip("()[]{}«»‹›", ")(][}{»«›‹", strict=True))
"""What stands turned round in a line from the right (Bidi_Mirrored)."""
_RAISED = 0.12
"""What stands so much higher than its neighbour, in the neighbour's height, is a marker or a label."""
_NEVER_ITS_END = frozenset(_MIRRORS) | frozenset("\"'“”„‘’")
"""What stands at the right end of words from the left and was typed before them; all else there was typed behind."""
NO_PLACE = -1
"""In place of an offset: of a space that nothing stands for."""
_SPACE = (" ", NO_PLACE)

Typed = Iterator[tuple[str, int]]
"""Characters with their places."""


class Sign(Protocol):
    """A character that is seen."""

    @property
    def char(self) -> str:
        """What it is."""
        ...

    @property
    def offset(self) -> int:
        """Its place in the text that it was taken from."""
        ...

    @property
    def goes_left(self) -> bool:
        """Whether its script is written from right to left."""
        ...

    @property
    def bottom(self) -> float:
        """How high its foot stands, by any measure."""
        ...

    @property
    def height(self) -> float:
        """How high it is by the same measure; 0 where nothing is known of places."""
        ...


_Word = Sequence[Sign]
"""From right to left."""


def goes_left(char: str) -> bool:
    """Whether the script of a character is written from right to left."""
    return FROM_THE_RIGHT.match(char) is not None


def is_address(word: str) -> bool:
    """Whether a word without spaces is an address."""
    return any(sign in word for sign in _OF_ADDRESSES)


def as_typed(words: Sequence[_Word], *, ends_early: bool = False) -> Typed:
    """The characters of a line in the order of typing, brackets as their neighbours have them.

    `words`, and the signs of each, stand from right to left. `ends_early`: the line does not reach the left margin.
    """
    return _with_brackets(list(_in_order(_with_label_apart(words), ends_early=ends_early)))


def _in_order(words: Sequence[_Word], *, ends_early: bool) -> Typed:
    if not any(map(_goes_left, words)) and not _is_of_the_right(words, ends_early=ends_early):
        for at, word in enumerate(reversed(words)):
            if at:
                yield _SPACE
            yield from ((sign.char, sign.offset) for sign in reversed(word))
        return
    for at, stretch in enumerate(_stretches(words)):
        if at:
            yield _SPACE
        yield from _from_the_left(stretch) if _goes_right(stretch[0]) else _from_the_right(stretch[0])


def _with_label_apart(words: Sequence[_Word]) -> Sequence[_Word]:
    """The words; a raised label that begins the line, and clings to a word from the left, is one of its own."""
    first = words[0] if words else ()
    ends = next((at for at in range(1, min(len(first), _LONGEST_LABEL + 1)) if _is_raised(first[at - 1], first[at])), 0)
    if ends and not first[ends].goes_left and all(sign.char.isdecimal() for sign in first[:ends]):
        return [first[:ends], first[ends:], *words[1:]]
    return words


def _with_brackets(typed: Sequence[tuple[str, int]]) -> Typed:
    """The same characters, each bracket as its neighbours have it: pdfium turns some round, and tells not which."""
    depth = 0
    for (before, _), (char, offset), (after, _) in zip([_SPACE, *typed], typed, [*typed[1:], _SPACE], strict=False):
        if char not in _MIRRORS:
            yield char, offset
            continue
        begins = after.isalnum() or after in _MIRRORS or (before == after and not depth)
        opens = begins and (before == " " or before in _OPENING or not depth)
        depth = depth + 1 if opens else max(depth - 1, 0)
        yield (char if (char in _OPENING) is opens else _MIRRORS[char]), offset


def _shown(word: _Word) -> str:
    """A word as it is seen, from left to right."""
    return "".join([sign.char for sign in reversed(word)])


def _goes_left(word: _Word) -> bool:
    return any(sign.goes_left for sign in word)


def _goes_right(word: _Word) -> bool:
    return not _goes_left(word) and any(sign.char.isalnum() for sign in word)


def _has_letters(word: _Word) -> bool:
    return any(sign.char.isalpha() for sign in word)


def _is_of_the_right(words: Sequence[_Word], *, ends_early: bool) -> bool:
    """Whether a line without a word from the right goes that way all the same: it begins with a label there, as in
    `https://example.org/a .1`, or has at its left what ends it.
    """
    rest = words[1:]
    labelled = bool(rest) and _LABEL.fullmatch(_shown(words[0])) is not None
    if labelled and (
        ends_early or any(is_address(_shown(word)) for word in rest) or _is_raised(words[0][0], rest[0][-1])
    ):
        return True
    return bool(words) and _goes_right(words[-1]) and _shown(words[-1])[0] in _ENDS


def _stretches(words: Sequence[_Word]) -> Iterator[list[_Word]]:
    """Those words from the left that belong together in one stretch, any other in its own."""
    stretch: list[_Word] = []
    for word in words:
        if stretch and not _belong_together(stretch[-1], word):
            yield stretch
            stretch = []
        stretch.append(word)
    if stretch:
        yield stretch


def _belong_together(right: _Word, left: _Word) -> bool:
    """Whether two neighbours are read from left to right, as one.

    A number is no part of what stands left of it where that is a link, where the number begins with punctuation, which
    was typed behind it, where it is raised, or where numbers stand on both sides.
    """
    if not (_goes_right(right) and _goes_right(left)):
        return False
    if _has_letters(right):
        return True
    ends = not _shown(right)[0].isalnum() or _is_raised(right[0], left[-1])
    return _has_letters(left) and not ends and not is_address(_shown(left))


def _is_raised(sign: Sign, beside: Sign) -> bool:
    return sign.bottom - beside.bottom > _RAISED * beside.height


def _from_the_left(stretch: Sequence[_Word]) -> Typed:
    """Words that are read from left to right; the punctuation at both ends is the line's, which goes the other way."""
    signs: list[Sign | None] = []
    for word in reversed(stretch):
        signs += [None, *reversed(word)] if signs else reversed(word)
    inner = [at for at, one in enumerate(signs) if one and one.char.isalnum()]
    first, last = inner[0], inner[-1] + 1
    if any(map(_has_letters, stretch)):
        while last < len(signs) and (one := signs[last]) is not None and one.char not in _NEVER_ITS_END:
            last += 1
    yield from _letters(reversed(signs[last:]))
    yield from _letters(signs[first:last])
    yield from _letters(reversed(signs[:first]))


def _from_the_right(word: _Word) -> Typed:
    """A word that goes from right to left; numbers and letters in it that do not are turned round."""
    kept = [one for at, one in enumerate(word) if not _only_stretches(word[at - 1 : at + 2])]
    for goes_right, run in groupby(zip(kept, _inside(kept), strict=True), key=lambda one: one[1]):
        signs = [sign for sign, _ in run]
        yield from _letters(reversed(signs) if goes_right else signs)


def _only_stretches(three: _Word) -> bool:
    """Whether the middle one only draws its neighbours apart: by a sign that some writers of PDF give no meaning."""
    return len(three) == 3 and three[1].char in _STRETCHING and three[0].goes_left and three[2].goes_left


def _inside(word: _Word) -> Iterator[bool]:
    """Of each sign, whether it is part of what goes from left to right: so does what stands between two such."""
    walls = [-1, *(at for at, sign in enumerate(word) if sign.goes_left), len(word)]
    inside: set[int] = set()
    for before, after in pairwise(walls):
        there = [at for at in range(before + 1, after) if word[at].char.isalnum()]
        if there:
            inside.update(range(there[0], there[-1] + 1))
    return (at in inside for at in range(len(word)))


def _letters(signs: Iterable[Sign | None]) -> Typed:
    """What was typed for each sign, and for None a space: forms that letters take between others are letters."""
    for one in signs:
        if one is None:
            yield _SPACE
        elif "\ufb50" <= one.char <= "\ufdff" or "\ufe70" <= one.char <= "\ufefc":
            yield from ((char, one.offset) for char in unicodedata.normalize("NFKC", one.char))
        else:
            yield one.char, one.offset
