"""Quotation match: are the quoted words in the text that was read?

Typographic quotes, dashes, case and white space do not count as differences; an ellipsis stands for any words. Square
brackets are the author's hand: a letter in them is part of its word ("[t]he"), words in them stand as they are or for a
few that the source had in their place ("he called [the wall] ugly" for "he called it ugly"). Where the words are not
found as they stand, they are looked for once more without the marks of notes and with words joined that a line's end
cut in two; hyphens within words then count for nothing, since at a line's end nobody can tell which kind one was. At
last they are looked for in the running text alone, without the captions and headings that stand between paragraphs.
"""

from __future__ import annotations

from verifier.content.words import words
from verifier.model.patterns import compile_late

_GAP = compile_late(r"\[\s*(?:\.{3,}|…)\s*\]|\(\s*(?:\.{3,}|…)\s*\)|\.{3,}|…|⋯|\. \. \.")
_IN_A_WORD = compile_late(r"\[(\w{1,12})\](?=\w)|(?<=\w)\[(\w{1,12})\]")
_BRACKETED = compile_late(r"\[([^\[\]]{0,80})\]")
_MOST_REPLACED = 5
"""Words of the source that an insertion may stand for."""
_MOST_BRACKETS = 20
_MOST_PLACES = 500
"""Places where the beginning of a quotation is tried: hostile pages repeat one word for ever."""


_CUT_WORD = compile_late(r"(?<=[^\W\d_])[-\u2010\u2011\u00ad](?:[ \t]*\r?\n[ \t]*)?(?=[^\W\d_])")
"""A hyphen within a word, at a line's end or not: "long-" and "term" on two lines, "long-term" in the quotation."""
_NOTE_MARK = compile_late(
    r"(?<=[\w.,;:!?”’\"'])\[(?:note )?(?:\d{1,3}|[a-z]|citation needed)\]|(?<=[^\W\d_]{3})\d{1,3}\b"
)


_DOTTED = compile_late(r"(?<=\b[^\W\d_])\.(?=[^\W\d_]\.)")
"""A dot within an abbreviation that has one behind each letter: U.N., i.e."""
_GROUPED = compile_late(r"(?<=\d)[.,'’\u00a0\u2009\u202f ](?=\d{3}(?!\d))")
"""What parts a long number in groups of three: 1,250, 1.250, 1 250."""
APART = "\u2063"
"""What is put between the letters of scripts without spaces between words: it is not seen, and parts words."""
_UNSPACED = compile_late(
    r"(?<=[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff])\s*(?=[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff])"
)
"""Between letters of scripts that part phrases by spaces, and no words: Thai, Lao, Burmese, Khmer."""


def cleaned(text: str) -> str:
    """`text` without what may stand in words on one side and not on the other.

    The marks of notes ("said[1]", "said1"), hyphens within words, also at the end of lines, dots within abbreviations,
    what groups the digits of a number, and the spaces of scripts that need none, whose letters count as words.
    """
    plain = _NOTE_MARK.sub("", _GROUPED.sub("", _CUT_WORD.sub("", _DOTTED.sub("", text))))
    return plain if plain.isascii() else _UNSPACED.sub(APART, plain)


def place(quotation: str, page_words: list[str]) -> tuple[int, int] | None:
    """Which of `page_words` the quotation takes: the first, and the one behind its last; None where it is not found.

    Its pieces between ellipses stand there in their order.
    """
    haystack = " " + " ".join(page_words) + " "
    joined = _IN_A_WORD.sub(lambda letters: letters[1] or letters[2], quotation)
    start, at = None, 0
    for piece in _GAP.split(joined):
        if not words(piece):
            continue
        span = _span(piece, haystack, at)
        if span is None:
            return None
        start, at = span[0] if start is None else start, span[1]
    return None if start is None else (haystack.count(" ", 0, start), haystack.count(" ", 0, at))


def _span(piece: str, haystack: str, at: int) -> tuple[int, int] | None:
    """The first occurrence of `piece` after `at`: the spaces before its first word and behind its last."""
    needle = " " + " ".join(words(_BRACKETED.sub(r" \1 ", piece))) + " "
    position = haystack.find(needle, at)
    if position >= 0:
        return position, position + len(needle) - 1
    parts = [" ".join(words(part)) for part in _BRACKETED.split(piece)[::2]]
    parts = [part for part in parts if part]
    return _with_other_words(parts, haystack, at) if parts and 1 <= piece.count("[") <= _MOST_BRACKETS else None


def _with_other_words(parts: list[str], haystack: str, at: int) -> tuple[int, int] | None:
    """The same with up to a few words of the source between the parts, in place of what stands in brackets."""
    starts = {position + len(parts[0]) + 1: position for position in _places(f" {parts[0]} ", haystack, at)}
    for part in parts[1:]:
        starts = {behind: start for end, start in starts.items() for behind in _skipping(f" {part} ", haystack, end)}
    return (starts[min(starts)], min(starts)) if starts else None


def _places(needle: str, haystack: str, at: int) -> list[int]:
    places: list[int] = []
    while len(places) < _MOST_PLACES and (position := haystack.find(needle, at)) >= 0:
        places.append(position)
        at = position + 1
    return places


def _skipping(needle: str, haystack: str, at: int) -> list[int]:
    """Ends of `needle` where it begins at the space `at`, or up to a few words later."""
    ends = []
    for _ in range(_MOST_REPLACED + 1):
        if haystack.startswith(needle, at):
            ends.append(at + len(needle) - 1)
        at = haystack.find(" ", at + 1)
        if at < 0:
            break
    return ends
