"""Lists of an OpenDocument text -> the numbers before their items (OpenDocument 1.3 part 3, 5.3 and 19.880)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier.documents.odt.styles import TEXT, Styles, number_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass(slots=True)
class _Open:
    style: str | None
    identity: str | None
    number: int | None
    waiting: bool = False
    """Whether the present item has not shown its number yet."""
    set_to: int | None = None


class Lists:
    """The lists that are open, and how far those that ended have counted."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._open: list[_Open] = []
        self._by_style: dict[tuple[str, int], int | None] = {}
        self._by_id: dict[str, int | None] = {}

    def enter(self, element: Element) -> None:
        """A list begins, inside the item of another one or by itself."""
        outer = self._open[-1].style if self._open else None
        style = element.get(f"{TEXT}style-name") or outer
        number = None
        if element.get(f"{TEXT}continue-numbering") == "true":
            number = self._by_style.get((style or "", len(self._open)))
        continued = element.get(f"{TEXT}continue-list")
        if continued and continued in self._by_id:
            number = self._by_id[continued]
        self._open.append(_Open(style, element.get(_ID), number))

    def leave(self) -> None:
        """The innermost list ends."""
        one = self._open.pop()
        self._by_style[one.style or "", len(self._open)] = one.number
        if one.identity:
            self._by_id[one.identity] = one.number

    def item(self, element: Element) -> None:
        """An item begins; it counts when its first paragraph does, so that items that only hold a list don't."""
        if self._open:
            self._open[-1].waiting = True
            self._open[-1].set_to = number_of(element.get(f"{TEXT}start-value"))

    def label(self, paragraph_list_style: str | None) -> str | None:
        """The number before the paragraph that begins here; None when it has none."""
        if not self._open or not self._open[-1].waiting:
            return None
        one = self._open[-1]
        one.waiting = False
        style = one.style or paragraph_list_style
        start = self._styles.level(style, len(self._open)).start
        if one.set_to is not None:
            one.number = one.set_to
        else:
            one.number = start if one.number is None else one.number + 1
        return self._styles.label(style, [each.number or 1 for each in self._open])
