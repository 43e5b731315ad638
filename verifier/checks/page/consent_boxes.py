"""Boxes that ask for consent to cookies beside a page's text, told by what their makers call them.

An element goes in, before it is taken out of the page's text; yes or no comes out. Where nothing is left beside such a
box, the page is a gate (`signs/consent.py`); no word of a box is read here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from verifier.checks.page.tree import words_of
from verifier.model.patterns import compile_late

if TYPE_CHECKING:
    from lxml.etree import _Element

_CALLED = compile_late(
    r"(?:[a-z0-9]+[-_]){0,3}(?:cookies?|cookie-?(?:consent|banner|bar|notice|law|popup|modal|box|info|alert|wall)s?"
    r"|consent|cmp|gdpr|rgpd|dsgvo|onetrust|didomi|qc-cmp2?|usercentrics|cybotcookiebot\w{0,20}|truste|trustarc|iubenda"
    r"|tarteaucitron\w{0,20}|klaro|osano|cky|cmplz|borlabs\w{0,20}|axeptio|termly|sp_message)(?:[-_][a-z0-9]+){0,5}"
)
"""Names of such boxes, as ids and classes: of the commonest makers, and what everybody else calls them."""
_HINTS = ("cookie", "consent", "cmp", "gdpr", "rgpd", "dsgvo", "onetrust", "didomi", "usercentrics", "trust", "iubenda",
          "tarteaucitron", "klaro", "osano", "cky", "borlabs", "axeptio", "termly", "sp_message")  # fmt: skip
_MOST_LETTERS = 4_000
_HOLDS_THE_PAGE = ("h1", "main", "article", "iframe")


def is_consent_box(element: _Element) -> bool:
    """Whether `element` is named as such a box, has a button to answer with, and holds nothing of the page itself."""
    if not (_is_called_so(element.get("class", "")[:300]) or _is_called_so(element.get("id", "")[:300])):
        return False
    if next(element.iter(*_HOLDS_THE_PAGE), None) is not None or not _has_a_button(element):
        return False
    return len(words_of(element)) <= _MOST_LETTERS


@lru_cache(maxsize=2048)
def _is_called_so(names: str) -> bool:
    """Remembered: the same classes come again and again, on a page and on the next."""
    folded = names.lower()
    return any(hint in folded for hint in _HINTS) and any(map(_CALLED.fullmatch, folded.split()))


def _has_a_button(element: _Element) -> bool:
    buttons = (one.get("type", "").lower() in ("submit", "button") for one in element.iter("input"))
    return next(element.iter("button"), None) is not None or any(buttons)
