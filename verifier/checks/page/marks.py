"""What a page asks of its readers: passwords, searches, buttons.

The elements of a page by their tag go in; counts, and what the buttons say, come out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from verifier.checks.page.phrases import plain, tidy
from verifier.checks.page.tree import ByTag, words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_SEARCH_NAMES = frozenset({"q", "s", "query", "search", "searchword", "keyword", "keywords", "term", "text"})


class Marks(NamedTuple):
    """What a page asks of its readers, as its markup tells."""

    scripts: int = 0
    frames: int = 0
    links: int = 0
    password_field: bool = False
    password_beside: bool = False
    """Whether every password is asked for beside the text: in a header, a footer, or what is hidden at first."""
    search_field: bool = False
    buttons: tuple[str, ...] = ()

    @property
    def on_buttons(self) -> str:
        """What the buttons say, a line each, made ready for wording."""
        return plain("\n".join(self.buttons)) if self.buttons else ""


_MARKED = frozenset({"script", "frame", "iframe", "a", "input", "button"})
"""Elements without which a page has no marks."""
NO_MARKS = Marks()


def marks_of(found: ByTag, passwords: Sequence[_Element], boxes: Sequence[_Element] | None) -> Marks:
    """The marks among `found`; `boxes` hold the `passwords`, where all are asked for beside the text."""
    if _MARKED.isdisjoint(found):
        return NO_MARKS
    inputs = found.get("input", ())
    buttons = [tidy(words_of(one)) for one in found.get("button", ())]
    buttons += [one.get("value", "") for one in inputs if one.get("type", "").lower() in ("submit", "button")]
    return Marks(
        scripts=len(found.get("script", ())),
        frames=len(found.get("frame", ())) + len(found.get("iframe", ())),
        links=len([one for one in found.get("a", ()) if one.get("href")]),
        password_field=bool(passwords),
        password_beside=bool(boxes),
        search_field=any(is_search(one) for one in inputs),
        buttons=tuple([text[:80] for text in buttons[:20] if text]),
    )


def passwords_of(inputs: Iterable[_Element]) -> list[_Element]:
    """Those of the `inputs` that take a password."""
    return [one for one in inputs if one.get("type", "").lower() == "password"]


def is_search(field: _Element) -> bool:
    """Whether a field takes the words of a search."""
    return field.get("type", "").lower() == "search" or field.get("name", "").lower() in _SEARCH_NAMES
