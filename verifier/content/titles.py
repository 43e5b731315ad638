"""Title match: does one of the names a page gives itself fit the title in the note?

The cheapest drift test there is, and the witness against redirects and soft 404s (`verdicts.md`, part 2: titles of
live against archived page, Reyes Ayala 2022).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from verifier.content.words import words

TITLE_MATCH = 0.6
"""From this similarity on, a page counts as bearing the cited title."""

_SITE_NAME = re.compile(r"\s+[|·•»«–—:-]+\s+|\s*[|»«]\s*|\s*::\s*")
_MAX_TITLE = 2000


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
    """Mean of what was found of the cited title and what the page's name has besides, in order of words."""
    from rapidfuzz.distance import LCSseq

    common = LCSseq.similarity(wanted, given)
    recall = common / len(wanted)
    precision = common / len(given)
    # One shared word of a long title is chance; a title wholly inside a longer name is a match.
    balanced = 2 * recall * precision / (recall + precision) if common else 0.0
    if len(wanted) >= 4 and recall == 1.0:
        return max(balanced, 0.9)
    if len(given) >= 4 and precision == 1.0:
        return max(balanced, 0.75)  # the page's own title is a shortened form of the cited one
    return balanced
