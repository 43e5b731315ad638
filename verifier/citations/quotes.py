"""Quotations: where they stand in a text, and whether the letter gives them to the source it cites.

In: text. Out: Quotations by their marks, mismatched closers and stray spaces included. An apostrophe closes nothing; of
nested quotations only the outer one is reported.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from verifier.citations.speaking import gives_to_source
from verifier.model.patterns import compile_late
from verifier.model.words import word_count

_CLOSERS = {
    "“": '”“"',
    "”": "”“",
    "„": '“”"',
    "‟": "”",
    '"': '"”“',
    "״": "״",
    "‘": "’‘'‛`",
    "‚": "‘’",
    "'": "'’",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
}
_MARK = compile_late("[" + "".join(_CLOSERS) + "」』》〉’‛`]")
_SINGLE = frozenset("‘’'‚‛`")
_CLOSE_LONG_ONES = '”“"»«」』'
"""Marks behind quotations of several sentences: looked for first."""
_WITHIN_WORDS = frozenset('"״')
"""Between letters these mark a Hebrew abbreviation."""
_ALWAYS_OPENS = frozenset("“„‟‘‚«‹「『《〈")
_OPENING_CONTEXT = frozenset("([{（［—–-:：/,;，。")
_AFTER_TITLE = compile_late(
    r"\s*(?:$|[.,;:!?)\]）。，；：]|\(|\[|[—–]|\d|https?:|www\.|(?:accessed|retrieved|available|published|in|on|by|at|from|vom|du|del)\b|"
    r"[A-Z][a-zé]{2,8}\.?\s\d)"
)
_OTHER_SPACE = re.compile(r"[\t\r\n\f\v\u2028\u2029]")
_PLAIN_SPACE = compile_late(r"[ \t\r\n\f\v\u2028\u2029]+")
_EMPHASIS = compile_late(r"(?<![\w*])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_\n]{1,300})(?<=\S)\1(?![\w*])")
_LOOK_AHEAD = 24
"""Marks that an opener is matched against before it is given up: keeps hostile text linear."""
_LONGEST = 2000


class Quotation(NamedTuple):
    """Words between quotation marks: `start`/`end` include the marks, `text` does not."""

    start: int
    end: int
    text: str


def single_spaced(text: str) -> str:
    """`text` on one line, runs of plain white space made one space; no-break spaces are the writer's and stay."""
    if "  " in text or _OTHER_SPACE.search(text):
        text = _PLAIN_SPACE.sub(" ", text)
    return text.strip()


def unemphasised(text: str) -> str:
    """`text` without the stars and low lines that set some of its words in italics or bold, as Markdown has them."""
    return _EMPHASIS.sub(r"\2", text) if "*" in text or "_" in text else text


@lru_cache(maxsize=256)
def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of `text`, in order."""
    marks = list(_MARK.finditer(text))
    found: list[Quotation] = []
    index = 0
    while index < len(marks):
        at = marks[index].start()
        close = _closing(text, marks, index) if _opens(text, at) else None
        if close is None:
            index += 1
            continue
        end = marks[close].end()
        inner = single_spaced(text[at + 1 : end - 1])
        if any(map(str.isalnum, inner)):
            found.append(Quotation(at, end, inner))
        index = close + 1
    return tuple(found)


def quotation_around(text: str, at: int) -> Quotation | None:
    """The quotation within which `at` stands, if one does."""
    if not any(map(text[at:].__contains__, _CLOSE_LONG_ONES)):
        return None
    return next((one for one in find_quotations(text) if one.start < at < one.end), None)


def _opens(text: str, at: int) -> bool:
    mark = text[at]
    if mark not in _CLOSERS or at + 1 >= len(text):
        return False
    before = text[at - 1] if at else " "
    if mark in "‘“" and (before.isalnum() or before in ".,!?") and not text[at + 1].isalnum():
        return False
    if mark in _ALWAYS_OPENS:
        return not (mark in _SINGLE and before.isalpha() and text[at + 1].isalpha())
    return (before.isspace() or before in _OPENING_CONTEXT or before in _CLOSERS) and not (
        text[at + 1].isspace() or text[at + 1] in ".,;:!?)"
    )


def _closing(text: str, marks: list[re.Match[str]], index: int) -> int | None:
    """The mark that closes the one at `index`: the first that fits, or for single marks the first that ends a title."""
    opener = text[marks[index].start()]
    closers = _CLOSERS[opener]
    maybe: int | None = None
    depth = 0
    limit = marks[index].start() + _LONGEST
    for further in range(index + 1, min(index + 1 + _LOOK_AHEAD, len(marks))):
        at = marks[further].start()
        if at > limit or "\n\n" in text[marks[further - 1].end() : at]:
            break
        mark = text[at]
        if mark == opener and opener in "«„「『《" and opener not in closers:
            depth += 1
        elif mark not in closers or (mark == opener and mark not in "\"'‘“»«" and _opens(text, at)):
            continue
        elif depth:
            depth -= 1
        elif not _goes_on(text, at, opener):
            if opener not in _SINGLE or text[at - 1] not in "sS" or _AFTER_TITLE.match(text, at + 1):
                return further
            maybe = maybe or further  # `the sailors’ rest’`: an apostrophe, unless no other mark closes
    return maybe


def _goes_on(text: str, at: int, opener: str) -> bool:
    """Whether a mark that could close what `opener` opened opens another quotation, or stands within a word."""
    mark, before, after = text[at], text[at - 1], text[at + 1 : at + 2]
    if mark == opener and opener in "“‘" and before.isspace() and after.isalnum() and _opens(text, at):
        return True
    if opener in _SINGLE:
        return after.isalnum()
    return mark in _WITHIN_WORDS and before.isalpha() and after.isalpha()


_GLUED = compile_late("[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters that stand beside a name without a space: scripts that have none, particles of Korean."""
_TAIL = 80  # letters behind a quotation in which its source is named


def is_attributed(quotation: str, lead: str, title: str | None, sources: tuple[str, ...], tail: str = "") -> bool:
    """Whether a quotation is given to the cited source.

    `lead` is the sentence up to the quotation, `tail` what follows where no other quotation does, `sources` the names
    (publisher, author) that the note gives. A word or two in quotation marks are distance, not quotation. Words that
    the cited title repeats are the source's own. Otherwise the sentence must name the source, by its title too, or a
    document that speaks.
    """
    if word_count(quotation) <= 2:
        return False
    if title and _folded(quotation) in _folded(title):
        return True
    around = f"{_folded(lead)}{_folded(tail[:_TAIL])}"
    names = (*sources, title) if title and word_count(title) > 2 else sources
    if any(len(name) > 2 and _is_named(_folded(name), around) for name in names):
        return True
    return gives_to_source(lead, tail)


def _is_named(name: str, around: str) -> bool:
    """Whether a folded name stands in folded words: as words of their own, where its script or theirs parts words."""
    if name in around:
        return True
    bare = name.strip()
    if around.isascii() or not bare:
        return False
    at = around.find(bare)
    while at >= 0:
        left, right = around[at - 1 : at + 1], around[at + len(bare) - 1 : at + len(bare) + 1]
        if all(" " in seam or _GLUED.search(seam) for seam in (left, right)):
            return True
        at = around.find(bare, at + 1)
    return False


_ACCENTS = compile_late("[\u0300-\u036f]+")
_PUNCTUATION = re.compile(r"[^\w]+")


def _folded(text: str) -> str:
    if not text.isascii():
        # Accents may be left out: "озёр" and "озер", "Étude" and "Etude" are one word.
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
        text = unicodedata.normalize("NFC", text)
    return f" {_PUNCTUATION.sub(' ', text.casefold()).strip()} "
