"""A page written from right to left, as Arabic and Hebrew are -> its text in the order in which people read it.

In: an open page and its text as pdfium orders it: by guesses, the letters of a word backwards or not, links and numbers
where they are seen. Out: the text line by line as it would be typed; the page then answers by the new order, in a
mirror, so that whoever asks finds lines that go from left to right.

Going back from what is seen to what was typed follows the Unicode bidirectional algorithm (UAX 9) as far as sight
tells: what is written from left to right, such as a link, is one stretch in a line that goes the other way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from verifier.documents.pdf.glyphs import FROM_THE_RIGHT, Glyph, around, printed_lines, words_of

if TYPE_CHECKING:
    from verifier.documents.pdf.file import PdfPage

_LETTERS = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")
_ALSO_OF_A_LINK = "/-_=&?%#+~"
"""What ends a link that goes on in the next line; at the right end of one it is the link's, not the sentence's."""
_ENOUGH = 0.3
_ENOUGH_AFTER_SUCH = 0.1
"""The share of its letters that makes a page one from the right: addresses that spaces part pass for words."""
_A_REST = 300
"""Characters of a page to which only the end of the notes runs over."""
_STRETCHING = "#$%&*+<=>@^|~\u0640"
"""For what the glyph is taken by which justification stretches a word; no word is written so."""
_LABEL = re.compile(r"[.:)\](\[]{0,2}\d{1,3}[.:)\](\[]{0,2}")
_ENDS = frozenset(".,;:!?\u060c\u061b" + _ALSO_OF_A_LINK)
"""What stands behind words or links, and so at the left in a line from the right."""
_OPENING = "([{«‹"
_MIRRORS = dict(zip("()[]{}«»‹›", ")(][}{»«›‹", strict=True))
"""What stands turned round in a line from the right (Bidi_Mirrored)."""
_RAISED = 0.12
"""What stands so much higher than its neighbour, in the neighbour's height, is a marker or a label."""
_EARLY = 2.0
"""A line that ends so many heights before the margin begins at the other one."""
_NO_PLACE = -1
"""In place of the page's offset: of a space or a line's end, which have no glyph."""
_SPACE = (" ", _NO_PLACE)

_Typed = Iterator[tuple[str, int]]
"""Characters with the page's offsets."""
_Word = Sequence[Glyph]
"""From right to left, as all that follows."""


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
        ends_early = box.left - margin > _EARLY * (box.top - box.bottom)
        typed += _with_brackets(list(_as_typed(words_of(line), ends_early=ends_early)))
        typed += (("\r", _NO_PLACE), ("\n", _NO_PLACE))
    page.reorder([offset for _, offset in typed])
    return "".join([char for char, _ in typed])


def _is_from_the_right(text: str, enough: float) -> bool:
    """Whether enough letters go from right to left; those of addresses say nothing."""
    if text.isascii() or not FROM_THE_RIGHT.search(text):
        return False
    letters = "".join(_LETTERS.findall(_ADDRESS.sub("", text)))
    return len(FROM_THE_RIGHT.findall(letters)) > enough * len(letters)


def _as_typed(words: Sequence[_Word], *, ends_early: bool) -> _Typed:
    """The characters of a line in the order of typing. `ends_early`: it does not reach the page's left margin."""
    if not any(map(_goes_left, words)) and not _is_of_the_right(words, ends_early=ends_early):
        for at, word in enumerate(reversed(words)):
            if at:
                yield _SPACE
            yield from ((glyph.char, glyph.offset) for glyph in reversed(word))
        return
    for at, stretch in enumerate(_stretches(words)):
        if at:
            yield _SPACE
        yield from _from_the_left(stretch) if _goes_right(stretch[0]) else _from_the_right(stretch[0])


def _with_brackets(typed: Sequence[tuple[str, int]]) -> _Typed:
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
    return "".join([glyph.char for glyph in reversed(word)])


def _goes_left(word: _Word) -> bool:
    return any(glyph.goes_left for glyph in word)


def _goes_right(word: _Word) -> bool:
    return not _goes_left(word) and any(glyph.char.isalnum() for glyph in word)


def _has_letters(word: _Word) -> bool:
    return any(glyph.char.isalpha() for glyph in word)


def _is_address(word: _Word) -> bool:
    return _ADDRESS.fullmatch(_shown(word)) is not None


def _is_raised(word: _Word, beside: _Word) -> bool:
    base = beside[-1].box
    return word[0].box.bottom - base.bottom > _RAISED * (base.top - base.bottom)


def _is_of_the_right(words: Sequence[_Word], *, ends_early: bool) -> bool:
    """Whether a line without a word from the right goes that way all the same: it begins with a label there, as in
    `https://example.org/a .1`, or has at its left what ends it.
    """
    rest = words[1:]
    labelled = bool(rest) and _LABEL.fullmatch(_shown(words[0])) is not None
    if labelled and (ends_early or any(map(_is_address, rest))):
        return True
    return _goes_right(words[-1]) and _shown(words[-1])[0] in _ENDS


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
    ends = not _shown(right)[0].isalnum() or _is_raised(right, left)
    return _has_letters(left) and not ends and not _is_address(left)


def _from_the_left(stretch: Sequence[_Word]) -> _Typed:
    """Words that are read from left to right; the punctuation at both ends is the line's, which goes the other way."""
    glyphs: list[Glyph | None] = []
    for word in reversed(stretch):
        glyphs += [None, *reversed(word)] if glyphs else reversed(word)
    inner = [at for at, one in enumerate(glyphs) if one and one.char.isalnum()]
    first, last = inner[0], inner[-1] + 1
    if any(map(_has_letters, stretch)):
        while last < len(glyphs) and (one := glyphs[last]) is not None and one.char in _ALSO_OF_A_LINK:
            last += 1
    yield from _letters(reversed(glyphs[last:]))
    yield from _letters(glyphs[first:last])
    yield from _letters(reversed(glyphs[:first]))


def _from_the_right(word: _Word) -> _Typed:
    """A word that goes from right to left; numbers and letters in it that do not are turned round."""
    kept = [one for at, one in enumerate(word) if not _only_stretches(word[at - 1 : at + 2])]
    for goes_right, run in groupby(zip(kept, _inside(kept), strict=True), key=lambda one: one[1]):
        glyphs = [glyph for glyph, _ in run]
        yield from _letters(reversed(glyphs) if goes_right else glyphs)


def _only_stretches(three: _Word) -> bool:
    """Whether the middle one only draws its neighbours apart: by a glyph that some writers of PDF give no meaning."""
    return len(three) == 3 and three[1].char in _STRETCHING and three[0].goes_left and three[2].goes_left


def _inside(word: _Word) -> Iterator[bool]:
    """Of each glyph, whether it is part of what goes from left to right: so does what stands between two such."""
    walls = [-1, *(at for at, glyph in enumerate(word) if glyph.goes_left), len(word)]
    inside: set[int] = set()
    for before, after in pairwise(walls):
        there = [at for at in range(before + 1, after) if word[at].char.isalnum()]
        if there:
            inside.update(range(there[0], there[-1] + 1))
    return (at in inside for at in range(len(word)))


def _letters(glyphs: Iterable[Glyph | None]) -> _Typed:
    """What was typed for each glyph, and for None a space: forms that letters take between others are letters."""
    for one in glyphs:
        if one is None:
            yield _SPACE
        elif "\ufb50" <= one.char <= "\ufdff" or "\ufe70" <= one.char <= "\ufefc":
            yield from ((char, one.offset) for char in unicodedata.normalize("NFKC", one.char))
        else:
            yield one.char, one.offset
