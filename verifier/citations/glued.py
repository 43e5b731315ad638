"""Digits that may be footnote markers though nothing raises or encloses them, as text taken from a PDF has them.

In: the text. Out: where they stand: right behind a word or its punctuation, behind a number that ends a sentence, or
between two sentences. Whether they are markers is for the order of the notes to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from verifier.model.patterns import compile_late

# In these the first digit stands before what must precede it: the search then skips to digits.
_GLUED = compile_late(
    r"(?P<names>\d(?:(?<=[^\W\d_]{3}.)|(?<=(?:1[5-9]|20)\d\d[.,;:)].)|(?<=\s(?:1[5-9]|20)\d\d.)|(?<=\d\s[грr]\..)|(?<=[\u0900-\u0963\u0980-\u09e3\u0b80-\u0be5\u0e01-\u0e4e].)|(?<=[^\W\d_]{2}[.,;:!?)”“’‘\"'»«\]].)|(?<=[.,!?][”“’‘\"'»«)].)|(?<=[”“’‘\"'»«)][.,;:].)|"
    r"(?<=[\s\d](?:zł|kr|Kč|Ft|лв).)|(?<=[\d.]\s€.)|(?<=\d€.)|(?<=[。，；：！？」』”）].))"
    r"\d{0,2}(?:,\s?\d{1,3}){0,3})(?=[\s.,;:!?)”’\"'»\]—–]|$|[。।，；：！？」』”）\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af])(?![.,]\d|\.[a-z])"
)
_AFTER_NUMBER = compile_late(
    "\\d(?:"
    + "|".join(
        rf"(?<=[^\W\d_]{dot}\s\d{{{digits}}}[.;:]{space}.)"
        for dot in ("", r"\.")
        for digits in (1, 2, 3, 4)
        for space in ("", " ")
    )
    + r")\d{0,2}(?=\s|\Z)"
)
"""`under No. 17.12 The`, `in 2016. 9 The`: a number that ends a sentence, its full stop, and what may be a marker."""
_SET_OFF = compile_late(r"\d(?:(?<=[^\W\d_]{2}[.!?] .)|(?<=[.!?][”’»)] .))\d{0,2}(?= [^\W\d_]| ?\n[^\W\d_])")
"""`in fees. 3 The`: between spaces, as raised digits come out of some PDFs."""
_ROMAN = compile_late(
    r"(?:(?<=[^\W\d_]{2})|(?<=\d)|(?<=[^\W\d_]{2}[”’»\"]))[.,;:!?)”’»](?P<numeral>[ivx]{1,5})(?=[\s.,;:!?)”’»]|$)"
)
"""`no reply.iv The`: as word processors number endnotes."""
_BEARS_NUMBER = compile_late(
    r"(?:\b(?:nos?|nr|núm|num|art|arts|sec|sect|para|par|pp?|vol|fig|figs|ch|chap|abs|ziff|tab|bd|pt|app|cl|st|cap|págs?"
    r"|pos|lit|rn|ст|стр|рис|гл|п))\. \Z",
    re.IGNORECASE,
)
"""An abbreviation that a number follows: `No. 3`."""
_NAME_OF_FILE = re.compile(r"(?:[/.]\w{1,20}/|\s/|[\\_=@])\w{0,24}\Z")
"""Before a digit that belongs to a name: `/usr/share/man1`, `var_name1`."""


def glued_digits(text: str) -> Iterator[tuple[int, int]]:
    """Where digits, or small Roman numerals, stand that may be markers, in order."""
    found = dict(_between_sentences(text)) | dict(_behind_words(text))
    found |= dict(match.span("numeral") for match in _ROMAN.finditer(text))
    return iter(sorted(found.items()))


def _behind_words(text: str) -> Iterator[tuple[int, int]]:
    """Digits that stand right behind a word or its punctuation."""
    for match in _GLUED.finditer(text):
        if _NAME_OF_FILE.search(text[max(match.start() - 46, 0) : match.start()]):
            continue
        written = match["names"]
        if " " in written and not _counts_on(written):
            written = written.partition(",")[0]
        yield match.start(), match.start() + len(written)


def _between_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Digits behind a full stop that look like part of a number, or stand between spaces: a sentence begins behind."""
    for pattern in (_AFTER_NUMBER, _SET_OFF):
        for match in pattern.finditer(text):
            following = text[match.end() : match.end() + 9].lstrip(" \n“‘«„(")[:1]
            goes_on = following.islower() and text[match.start() - 1] != ";"
            if not goes_on and not _BEARS_NUMBER.search(text[max(match.start() - 12, 0) : match.start()]):
                yield match.span()


def _counts_on(written: str) -> bool:
    """Whether numbers parted by commas are one after the other: `3, 4`, but not the year behind a marker, `3, 14`."""
    numbers = [int(number) for number in written.split(",")]
    return all(number == before + 1 for before, number in pairwise(numbers))
