"""What a page is headed, beside its title: its headings of the first rank, or what stands in their place.

Elements of a page by their tag go in; names come out. Where a page has no heading of the first rank but a logo, one
that stands alone in its rank heads it: a second rank that is used once, an element that is called a title, a bold line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from verifier.checks.page.tree import ByTag, pieces, words_of
from verifier.model.patterns import compile_late

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_HEADINGS = 6
_LONGEST_NAME = 500  # characters of a title or heading that are kept
_RANKS = ("h2", "h3")
_BOXES = ("div", "p", "span", "td", "center")
_BOLD = ("b", "strong", "big", "font")
_MOST_BOXES = 300  # a name stands near the beginning
_CALLED_A_TITLE = compile_late(
    r"(?:[a-z0-9]+[-_]){0,3}(?:lbl|lit)?(?:title|headline|heading|h1|titre|titel|titulo|titolo|ueberschrift|uberschrift|zagolovok)"
    r"(?:[-_](?:text|main|page|article))?"
)
"""How the element that holds a text's name is called, as a class or an id."""


_HINTS = ("tit", "head", "h1", "berschrift", "zagol")
"""What each of these names holds."""


def name_of(text: str) -> str | None:
    """`text` as a name: on one line, and cut where no name is as long."""
    return " ".join(text[: _LONGEST_NAME * 4].split())[:_LONGEST_NAME] or None


def headings_of(elements: Sequence[_Element], also: str | None) -> tuple[str, ...]:
    """What the `elements` of the first rank say, and what the page calls itself elsewhere (`also`)."""
    names = [" ".join(pieces(one)) if len(one) else one.text or "" for one in elements[:_MOST_HEADINGS]]
    return tuple(dict.fromkeys([name for name in map(name_of, (*names, also or "")) if name]))


def stand_in(body: _Element, found: ByTag) -> tuple[str, ...]:
    """What heads a page whose first rank is missing, or only links home. Its boilerplate is removed already."""
    if not all(map(_is_a_link, found.get("h1", ()))):
        return ()
    for rank in _RANKS:
        here = list(islice(_within(body, found.get(rank, ())), 2))
        if here:
            return _only(here)
    boxes = [one for tag in _BOXES if tag in found for one in found[tag][:_MOST_BOXES]]
    if not boxes:
        return ()
    titles = list(islice(_within(body, filter(_is_called_a_title, boxes)), 2))
    return _only(titles or list(islice(_within(body, filter(_is_bold, boxes)), 2)))


def stand_ins(column: _Element) -> Iterator[str]:
    """What may head the text of one column of a page: boxes that are called a title, and whatever is bold or large."""
    for one in islice(column.iter(*_BOXES, *_BOLD), _MOST_BOXES):
        if one.tag in _BOLD or _is_called_a_title(one):
            name = name_of(words_of(one))
            if name:
                yield name


def _within(body: _Element, elements: Iterable[_Element]) -> Iterator[_Element]:
    """Those of the elements that have not been taken out of the page with what they stood in."""
    for one in elements:
        if any(above is body for above in one.iterancestors()):
            yield one


def _only(elements: Sequence[_Element]) -> tuple[str, ...]:
    if len(elements) != 1 or _is_a_link(elements[0]):
        return ()
    name = name_of(words_of(elements[0]))
    return (name,) if name else ()


def _is_a_link(element: _Element) -> bool:
    return any(True for _ in element.iter("a")) or any(True for _ in element.iterancestors("a"))


def _is_called_a_title(element: _Element) -> bool:
    return _names_a_title(element.get("class", "")[:300]) or _names_a_title(element.get("id", "")[:300])


@lru_cache(maxsize=2048)
def _names_a_title(names: str) -> bool:
    """Remembered: the same classes come again and again, on a page and on the next."""
    folded = names.lower()
    return any(hint in folded for hint in _HINTS) and any(map(_CALLED_A_TITLE.fullmatch, folded.split()))


def _is_bold(element: _Element) -> bool:
    """Whether all that the element says is bold or large, on a line of its own."""
    if len(element) != 1 or element[0].tag not in _BOLD or element.tag == "span":
        return False
    return not (element.text or "").strip() and not (element[0].tail or "").strip()
