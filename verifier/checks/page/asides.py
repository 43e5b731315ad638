"""Words that stand amid a sentence of a page and are none of it, by how the page's code calls and shows them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from verifier.checks.signs.error_names import is_error_name
from verifier.model.patterns import compile_late

if TYPE_CHECKING:
    from lxml.etree import _Element

_STRUCK_OUT = ("del", "s", "strike")
MAY_STAND_BESIDE = ("span", "div", *_STRUCK_OUT)
"""Elements that are looked at."""
_LOOK = 200  # characters of an element's classes and style that are looked at
_FEW_LETTERS = 60  # more of them, hidden at first, are the rest of a text ("read more")
_A_PASSAGE = 1_000  # more of them, struck out, are a page whose author forgot to end the tag
_FEW_ELEMENTS = 50
_NOT_SHOWN = compile_late(r"(?i)\bdisplay\s*:\s*none|\bvisibility\s*:\s*hidden")
_BESIDE = compile_late(
    r"(?i)\bdisplay\s*:\s*none|\bvisibility\s*:\s*hidden"
    r"|(?<![^\s_-])(?:sr-only|visually-?hidden|screen-?reader|ads?|advert\w*)(?![^\s_-])"
)
"""Not shown; or called as such words usually are in the code of pages, whatever their language."""


def is_beside_the_words(element: _Element) -> bool:
    """Whether it holds words that were struck out, or a few that are not shown, read aloud only, or advertise."""
    if element.tag in _STRUCK_OUT:
        return _is_short(element, _A_PASSAGE)
    look = f"{element.get('class', '')} {element.get('style', '')}"
    return look != " " and _stands_beside(look[:_LOOK]) and _is_short(element, _FEW_LETTERS)


def unshown_error(heading: _Element) -> _Element | None:
    """The box that holds this `heading` and is not shown, if it is an error's: that is kept for another day."""
    box = next((one for one in heading.iterancestors() if _is_not_shown(one)), None)
    return box if box is not None and is_error_name((heading.text or "")[:_LOOK]) else None


def _is_not_shown(element: _Element) -> bool:
    if element.tag in ("body", "html"):
        return False
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and _NOT_SHOWN.search(style[:_LOOK]) is not None)


def _is_short(element: _Element, most: int) -> bool:
    """Whether it holds no more letters than `most`, and few elements: of hostile ones no more is looked at."""
    letters = len(element.text or "")
    for count, inner in enumerate(element.iterdescendants()):
        letters += len(inner.text or "") + len(inner.tail or "")
        if letters > most or count == _FEW_ELEMENTS:
            return False
    return letters <= most


@lru_cache(maxsize=1024)
def _stands_beside(look: str) -> bool:
    return _BESIDE.search(look) is not None
