"""Ordered lists of HTML -> the numbers that a browser would put before their items (HTML standard, 4.4.5 and 4.4.8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.documents.html.elements import Element

_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b(none|lower-roman|upper-roman|lower-alpha|upper-alpha|lower-latin|upper-latin|decimal)"
)
_TYPES = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
}  # fmt: skip
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


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
                yield item, label(number, style)
            number += step


def label(number: int, style: str) -> str:
    """`number` in a CSS list style: "4", "d", "D", "iv", "IV"; decimal where the style has no sign for it."""
    text = str(number)
    if style.endswith("roman") and 0 < number < 4000:
        text, rest = "", number
        for value, sign in _ROMAN:
            text += sign * (rest // value)
            rest %= value
    elif style.endswith(("alpha", "latin")) and number > 0:
        text = ""
        while number > 0:
            number, digit = divmod(number - 1, 26)
            text = chr(ord("a") + digit) + text
    return text.upper() if style.startswith("upper") else text


def _style(element: Element) -> str | None:
    match = _STYLE.search(element.attributes.get("style", "").lower()[:500])
    if match:
        return match[1]
    return _TYPES.get(element.attributes.get("type", "").strip())


def _integer(value: str | None, default: int) -> int:
    match = re.match(r"\s*[+-]?\d{1,9}", value or "")
    return int(match[0]) if match else default
