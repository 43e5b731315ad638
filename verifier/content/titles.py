"""Title match: does one of the names a page gives itself fit the title in the note?

The cheapest drift test there is, and the witness against redirects and soft 404s (`verdicts.md`, part 2: titles of
live against archived page, Reyes Ayala 2022).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from verifier.content.words import words

_SITE_NAME = re.compile(r"\s+[|·•»«–—:-]+\s+|\s*[|»«]\s*|\s*::\s*")
_MAX_TITLE = 2000
_LONGEST_NUMBER = 20  # digits


def similarity(cited: str | None, names: Iterable[str | None]) -> float | None:
    """How well the best of `names` fits the cited title, 0 to 1; None when there is nothing to compare.

    A page title usually carries the site's name too, and may be cut short by it: each name is tried whole and in the
    pieces around its separators. Word order counts a little, missing words count most.
    """
    wanted = words(cited or "")
    if not wanted:
        return None
    scores = [_fit(wanted, variant) for name in names if name for variant in _variants(name[:_MAX_TITLE])]
    return round(max(scores), 3) if scores else None


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
    if len(wanted) >= 3 and _holds(given, wanted):
        return max(score, 0.9)
    if len(given) >= 4 and _holds(wanted, given):
        return max(score, 0.75)  # the page's own title is a shortened form of the cited one
    # A short name that shares a general word ("A statement", "Report") with a long title is chance.
    return score if len(given) >= 4 or len(wanted) < 4 else min(score, recall)


def _other_numbers(wanted: list[str], given: list[str]) -> bool:
    """Whether each title has a number that the other lacks: reports of two years, parts one and two.

    A number more on one side alone is a date or a page; numbers that are one but for their grouping agree.
    """
    numbers, others = ([word for word in title if word.isdecimal()] for title in (wanted, given))
    if not numbers or not others or "".join(numbers) == "".join(others):
        return False
    one, other = {int(word[:_LONGEST_NUMBER]) for word in numbers}, {int(word[:_LONGEST_NUMBER]) for word in others}
    return bool(one - other) and bool(other - one)


def _weights(title: list[str]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for word in title:
        counted[word] += len(word)
    return counted


def _holds(longer: list[str], shorter: list[str]) -> bool:
    return f" {' '.join(shorter)} " in f" {' '.join(longer)} "
