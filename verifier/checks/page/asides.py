"""Words that stand amid a sentence of a page and are none of it, by how the page's code calls and shows them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from verifier.checks.page.tree import words_of
from verifier.model.patterns import compile_late

if TYPE_CHECKING:
    from lxml.etree import _Element

_LOOK = 200  # characters of an element's classes and style that are looked at
_FEW_LETTERS = 60  # more of them, hidden at first, are the rest of a text ("read more")
_BESIDE = compile_late(
    r"(?i)\bdisplay\s*:\s*none|\bvisibility\s*:\s*hidden"
    r"|(?<![^\s_-])(?:sr-only|visually-?hidden|screen-?reader|ads?|advert\w*)(?![^\s_-])"
)
"""Not shown; or called as such words usually are in the code of pages, whatever their language."""


def is_beside_the_words(element: _Element) -> bool:
    """Whether it holds a few words that are not shown, are only read aloud, or are an advertisement."""
    look = f"{element.get('class', '')} {element.get('style', '')}"
    return look != " " and _stands_beside(look[:_LOOK]) and len(words_of(element)) <= _FEW_LETTERS


@lru_cache(maxsize=1024)
def _stands_beside(look: str) -> bool:
    return _BESIDE.search(look) is not None
