"""Title match: does one of the names a page gives itself fit the title in the note?

The cheapest drift test there is, and the witness against redirects and soft 404s (`verdicts.md`, part 2: titles of
live against archived page, Reyes Ayala 2022).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from verifier.content.words import words
from verifier.model.patterns import compile_late

_SITE_NAME = compile_late(r"\s+[|·•»«–—:-]+\s+|\s*[|»«]\s*|\s*::\s*")
_MAX_TITLE = 2000
_LONGEST_NUMBER = 20  # digits
_OTHER_WORDS = 0.5  # the most that titles can fit of which one has another word in the place of the other's
_SAME_SPELLING = 0.8  # share of letters from which on two words that begin alike are spellings of one
_STEM, _ENDING = 4, 2  # letters in which forms of one word agree, and those that may then follow
_SHORTEST_WORD = 3  # letters
_AND = frozenset({"and", "und", "et", "y", "e", "en", "og", "och", "ja", "i", "a", "ve", "es", "si", "και", "и", "та"})
"""What "&" is short for, as `words` folds it."""
_ROMAN = re.compile(r"[ivxlc]+")


def similarity(cited: str | None, names: Iterable[str | None]) -> float | None:
    """How well the best of `names` fits the cited title, 0 to 1; None when there is nothing to compare.

    A page title usually carries the site's name too, and may be cut short by it: each name is tried whole and in the
    pieces around its separators. Word order counts a little, missing words count most. Titles that differ in a word
    for a word ("Old harbour", "New harbour") are those of two pages, however much else they share.
    """
    wanted = words(cited or "")
    if not wanted:
        return None
    scores: list[float] = []
    for name in names:
        pairs = _joined_by_sign(cited) | _joined_by_sign(name)
        cited_words = _with_sign(wanted, pairs)
        scores += [_fit(cited_words, _with_sign(variant, pairs)) for variant in _variants((name or "")[:_MAX_TITLE])]
    return round(max(scores), 3) if scores else None


def _joined_by_sign(title: str | None) -> set[tuple[str, str]]:
    """The words before and after each "&" of a title."""
    if title is None or "&" not in title:
        return set()
    pieces = [words(piece) for piece in title[:_MAX_TITLE].split("&")]
    return {(left[-1], right[0]) for left, right in pairwise(pieces) if left and right}


def _with_sign(title: list[str], pairs: set[tuple[str, str]]) -> list[str]:
    """A title's words without those that stand where another spelling of it has "&", which is no word."""
    if not pairs:
        return title
    between = zip(["", *title], title, [*title[1:], ""], strict=False)
    return [word for left, word, right in between if word not in _AND or (left, right) not in pairs]


def _variants(name: str) -> list[list[str]]:
    pieces = [piece for piece in _SITE_NAME.split(name) if piece]
    variants = [words(name)]
    if len(pieces) > 1:
        variants += [words(piece) for piece in pieces[:8]]
        variants += [words(" ".join(pieces[:-1])), words(" ".join(pieces[1:]))]
    return [variant for variant in variants if variant]


def _fit(wanted: list[str], given: list[str]) -> float:
    """How much of the cited title is in the name and how much of the name is in the title, long words counting more.

    Shared words count even when turned around, in order they count in full.
    """
    from rapidfuzz.distance import LCSseq

    wanted_weights, given_weights = _weights(wanted), _weights(given)
    shared = (wanted_weights & given_weights).total()
    if not shared:
        return 0.0
    recall, precision = shared / wanted_weights.total(), shared / given_weights.total()
    if _other_numbers(wanted, given):
        return 0.0
    in_order = LCSseq.similarity(wanted, given) / max(len(wanted), len(given))
    score = 0.8 * (2 * recall * precision / (recall + precision)) + 0.2 * in_order
    if score > _OTHER_WORDS and (_names_a_section(wanted, given) or _other_words(wanted, given)):
        return _OTHER_WORDS
    if len(wanted) >= 3 and _holds(given, wanted):
        return max(score, 0.9)
    if len(given) >= 4 and _holds(wanted, given):
        return max(score, 0.75)  # the page's own title is a shortened form of the cited one
    # A short name that shares a general word ("A statement", "Report") with a long title is chance.
    return score if len(given) >= 4 or len(wanted) < 4 else min(score, recall)


def _names_a_section(wanted: list[str], given: list[str]) -> bool:
    """Whether a name is one word of the title: "Guidance" heads a list of what "Guidance on nets" is one of."""
    return len(given) == 1 and any(len(word) > _SHORTEST_WORD for word in wanted if word not in given)


def _other_numbers(wanted: list[str], given: list[str]) -> bool:
    """Whether each title has a number that the other lacks: reports of two years, parts one and two.

    A number more on one side alone is a date or a page; numbers that are one but for their grouping agree.
    """
    numbers, others = ([word for word in title if word.isdecimal()] for title in (wanted, given))
    if not numbers or not others or "".join(numbers) == "".join(others):
        return False
    one, other = {int(word[:_LONGEST_NUMBER]) for word in numbers}, {int(word[:_LONGEST_NUMBER]) for word in others}
    return bool(one - other) and bool(other - one)


def _other_words(wanted: list[str], given: list[str]) -> bool:
    """Whether one title has a word of its own just where the other has another: old for new, part one for part two.

    Words that only stand elsewhere in the other title are none, nor are other spellings or forms of the same word.
    """
    from rapidfuzz.distance import Levenshtein

    return any(
        edit.tag == "replace" and wanted[edit.src_pos] not in given and given[edit.dest_pos] not in wanted
        and not _alike(wanted[edit.src_pos], given[edit.dest_pos])
        for edit in Levenshtein.editops(wanted, given)
    )  # fmt: skip


def _alike(one: str, other: str) -> bool:
    """Whether two words are one in other spelling or form (colour, color), or hardly words at all (of, in).

    Numbers are compared by their value elsewhere; those in Roman digits count parts as plain ones do.
    """
    from rapidfuzz.distance import Indel, Prefix

    if one.isdecimal() or other.isdecimal():
        return True
    shorter, longer = sorted((len(one), len(other)))
    if shorter < _SHORTEST_WORD:
        return 1 < longer <= _SHORTEST_WORD and not (_ROMAN.fullmatch(one) and _ROMAN.fullmatch(other))
    same = Prefix.similarity(one, other)
    if same >= _STEM and longer - same <= _ENDING:
        return True
    return 2 * same >= shorter and Indel.normalized_similarity(one, other) >= _SAME_SPELLING


def _weights(title: list[str]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for word in title:
        counted[word] += len(word)
    return counted


def _holds(longer: list[str], shorter: list[str]) -> bool:
    return f" {' '.join(shorter)} " in f" {' '.join(longer)} "
