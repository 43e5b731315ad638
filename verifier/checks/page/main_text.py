"""A page's own text: without navigation, banners and footers, and, where it is short, without its links.

The tree of a page goes in, of which what is not shown has been taken away; texts come out. The tree is cut on the way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from verifier.checks.page.consent_boxes import is_consent_box
from verifier.checks.page.phrases import tidy
from verifier.checks.page.tree import BOILERPLATE, BOILERPLATE_ROLES, ByTag, remove, words_of
from verifier.model.patterns import compile_late

if TYPE_CHECKING:
    from lxml.etree import _Element

_WITH_ROLES = ("div", "section", "ul", "form")
APART = frozenset({*BOILERPLATE, *_WITH_ROLES, "header", "main", "article"})
"""Without any of these, all that is shown is the page's own text."""
_MAIN_WORDS = 50  # words from which on a page's own <main> or <article> is taken for all that matters
_LETTER = compile_late(r"[^\W_]")


def main_text(root: _Element, body: _Element, found: ByTag, shown: str, boxes: Iterable[_Element]) -> str:
    """The text without navigation, banners and footers: <main> or the one <article> when that holds enough.

    `shown` is the text with them; `boxes` stand beside it, too.
    """
    beside = [tag for tag in BOILERPLATE if tag in found]
    for element in (*_unmarked_boilerplate(found), *boxes):
        element.tag = "nav"
        beside.append("nav")
    if beside:
        remove(root, *dict.fromkeys(beside))
    for tag in ("main", "article"):
        inside = [one for one in root.iter(tag) if not _in_a_head(one)] if tag in found else ()
        if len(inside) == 1:
            text = tidy(words_of(inside[0]))
            if text.count(" ") + text.count("\n") >= _MAIN_WORDS:
                return text
    return tidy(words_of(body)) if beside else shown


def _in_a_head(element: _Element) -> bool:
    return next(element.iterancestors("head"), None) is not None


def _unmarked_boilerplate(found: ByTag) -> Iterator[_Element]:
    for header in found.get("header", ()):
        # An article's own header holds its headline; the page's header holds the site's name.
        if header.getparent() is not None and not any(True for _ in header.iterancestors("article", "main")):
            yield header
    for tag in _WITH_ROLES:
        for element in found.get(tag, ()):
            if element.tag == tag and (element.get("role") in BOILERPLATE_ROLES or is_consent_box(element)):
                yield element


def unlinked_text(body: _Element, main: str, found: ByTag) -> str:
    """The text of a page, whose boilerplate is removed already, without links that stand in no sentence."""
    if "a" not in found:
        return main
    speaking: dict[_Element, bool] = {}
    alone = []
    for link in body.iter("a"):
        parent = link.getparent()
        if parent is None:
            continue
        if parent not in speaking:
            speaking[parent] = _speaks(parent)
        if not speaking[parent]:
            alone.append(link)
    if not alone and "main" not in found and "article" not in found:
        return main
    for link in alone:
        link.tag = "nav"
    if alone:
        remove(body, "nav")
    return tidy(words_of(body))


def _speaks(element: _Element) -> bool:
    """Whether words stand in `element` itself, beside its children."""
    text = element.text
    return bool(text and _LETTER.search(text)) or any(
        _LETTER.search(child.tail) is not None for child in element if child.tail
    )
