"""Ordered lists of HTML -> the numbers that a browser would put before their items (HTML standard, 4.4.5 and 4.4.8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.documents.html.elements import Element
from verifier.documents.number_formats import letters, roman

_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b(none|lower-roman|upper-roman|lower-alpha|upper-alpha|lower-latin|upper-latin|decimal)"
)
_TYPES = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
}  # fmt: skip


class OrderedList:
    """An <ol> and its own items, in order."""

    __slots__ = ("element", "items")

    def __init__(self, element: Element) -> None:
        self.element = element
        self.items: list[Element] = []

    def labelled(self) -> Iterator[tuple[Element, str]]:
        """Each item with its number as shown, without a dot; nothing for items whose number is not shown."""
        attributes = self.element.attributes
        step = -1 if "reversed" in attributes else 1
        number = _integer(attributes.get("start"), len(self.items) if step < 0 else 1)
        own = _style(self.element)
        for item in self.items:
            number = _integer(item.attributes.get("value"), number)
            style = _style(item) or own or "decimal"
            if style != "none":
                yield item, _label(number, style)
            number += step


def _label(number: int, style: str) -> str:
    """`number` in a CSS list style: "4", "d", "D", "iv", "IV"; decimal where the style cannot write it."""
    text = str(number)
    if style.endswith("roman"):
        text = roman(number)
    elif style.endswith(("alpha", "latin")):
        text = letters(number)
    return text.upper() if style.startswith("upper") else text


def _style(element: Element) -> str | None:
    match = _STYLE.search(element.attributes.get("style", "").lower()[:500])
    if match:
        return match[1]
    return _TYPES.get(element.attributes.get("type", "").strip())


def _integer(value: str | None, default: int) -> int:
    match = re.match(r"\s*[+-]?\d{1,9}", value or "")
    return int(match[0]) if match else default
