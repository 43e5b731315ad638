"""Short pages judged by what they say, sentence by sentence: a notice says one thing and hardly anything else.

A text made ready for wording and a rule for one sentence go in; what the rule makes of the page, or None, comes out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeVar

from verifier.checks.page.phrases import SENTENCE_ENDS, count_words

_ENDS = " .!?。！？।"
_Told = TypeVar("_Told")


def only_says(text: str, names: Collection[str], tells: Callable[[str], _Told | None], *, aside: int) -> _Told | None:
    """What `tells` makes of the first sentence of `text` that it knows; None when there is none, or too much beside.

    `aside` is how many words may stand beside such sentences and `names`: who says more is about something else.
    """
    told = None
    beside = 0
    named = {*names, *(name.rstrip(_ENDS) for name in names)}
    for sentence in SENTENCE_ENDS.split(text):
        reason = tells(sentence)
        told = told or reason
        if reason is None and sentence.strip() not in named:
            beside += count_words(sentence)
    return told if beside <= aside else None
