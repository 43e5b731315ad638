"""The styles of an OpenDocument file -> what they mean for reading: titles, headings, lists, hidden and raised text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verifier.documents.number_formats import DECORATION, LONGEST_LABEL, spell

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, STYLE = f"{{{_OASIS}office:1.0}}", f"{{{_OASIS}text:1.0}}", f"{{{_OASIS}style:1.0}}"
DRAW, TABLE, SVG = f"{{{_OASIS}drawing:1.0}}", f"{{{_OASIS}table:1.0}}", f"{{{_OASIS}svg-compatible:1.0}}"
_FO = f"{{{_OASIS}xsl-fo-compatible:1.0}}"
_RAISED = re.compile(r"super|(?:[1-9]\d?|100)(?:\.\d+)?%")
_DEEPEST = 50
_LARGEST = 99_999
_FORMATS = {
    "1": "decimal", "a": "alpha", "A": "ALPHA", "i": "lowerRoman", "I": "upperRoman", "①": "decimalEnclosedCircle",
    "一": "chineseCounting", "１": "decimalFullWidth", "а": "russianLower", "А": "russianUpper",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, those that it is based on counted in; None where none of them says anything."""

    hidden: bool | None = None
    raised: bool | None = None
    is_title: bool = False
    level: int | None = None
    list_style: str | None = None

    def over(self, base: Style) -> Style:
        """This style where it says something, `base` elsewhere."""
        return Style(
            base.hidden if self.hidden is None else self.hidden,
            base.raised if self.raised is None else self.raised,
            self.is_title or base.is_title,
            base.level if self.level is None else self.level,
            self.list_style or base.list_style,
        )


PLAIN = Style()


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list style; `form` is None for bullets and for items without a mark."""

    form: str | None = None
    start: int = 1
    shown_levels: int = 1


@dataclass(slots=True)
class Styles:
    """The styles of one or more parts; where two share a name, the later part's counts."""

    language: str | None = None
    _own: dict[tuple[str, str], Style] = field(default_factory=dict)
    _parents: dict[tuple[str, str], str] = field(default_factory=dict)
    _resolved: dict[tuple[str, str], Style] = field(default_factory=dict)
    _lists: dict[str, dict[int, Level]] = field(default_factory=dict)

    @classmethod
    def of(cls, roots: Sequence[Element]) -> Styles:
        """The styles of the parts with these roots."""
        styles = cls()
        for root in roots:
            for element in root.iter(f"{STYLE}style"):
                styles._add(element)
            for element in root.iter(f"{TEXT}list-style"):
                styles._lists[element.get(f"{STYLE}name", "")] = _levels(element)
            for element in root.iter(f"{STYLE}default-style"):
                properties = element.find(f"{STYLE}text-properties")
                if element.get(f"{STYLE}family") == "paragraph" and properties is not None:
                    styles.language = properties.get(f"{_FO}language") or styles.language
        return styles

    def _add(self, element: Element) -> None:
        name, family = element.get(f"{STYLE}name", ""), element.get(f"{STYLE}family", "")
        text = element.find(f"{STYLE}text-properties")
        place = text.get(f"{STYLE}text-position") if text is not None else None
        display = text.get(f"{TEXT}display") if text is not None else None
        self._own[family, name] = Style(
            hidden=None if display is None else display == "none",
            raised=None if place is None else _RAISED.match(place.strip()) is not None,
            is_title=name == "Title",
            level=number_of(element.get(f"{STYLE}default-outline-level")),
            list_style=element.get(f"{STYLE}list-style-name"),
        )
        if parent := element.get(f"{STYLE}parent-style-name"):
            self._parents[family, name] = parent

    def named(self, family: str, name: str | None) -> Style:
        """The style `name` of a family ("paragraph", "text"); a plain one when there is none."""
        if not name:
            return PLAIN
        key = family, name
        if key not in self._resolved:
            style, at, steps = PLAIN, name, 0
            while at and steps < _DEEPEST:
                style = style.over(self._own.get((family, at), PLAIN))
                at, steps = self._parents.get((family, at), ""), steps + 1
            self._resolved[key] = style
        return self._resolved[key]

    def level(self, list_style: str | None, level: int) -> Level:
        """A level (1-based) of a list style; one without a mark when it is unknown."""
        return self._lists.get(list_style or "", {}).get(level, Level())

    def label(self, list_style: str | None, numbers: Sequence[int]) -> str | None:
        """The number of an item as shown, without dots and brackets; `numbers` are those of all levels down to it."""
        own = self.level(list_style, len(numbers))
        if own.form is None:
            return None
        shown = range(max(len(numbers) - own.shown_levels, 0), len(numbers))
        pieces = [spell(numbers[at], self.level(list_style, at + 1).form or "decimal") for at in shown]
        return ".".join(pieces).strip(DECORATION)[:LONGEST_LABEL] or None


def number_of(text: str | None) -> int | None:
    """A small whole number as attributes hold it; None for anything else."""
    number = int(text) if text and len(text) < 10 and text.isdecimal() else None
    return number if number is None or number <= _LARGEST else _LARGEST


def _levels(element: Element) -> dict[int, Level]:
    levels = {}
    for child in element:
        at = number_of(child.get(f"{TEXT}level"))
        if at is None:
            continue
        form = child.get(f"{STYLE}num-format") if child.tag == f"{TEXT}list-level-style-number" else None
        start = number_of(child.get(f"{TEXT}start-value"))
        name = None
        if form:
            name = _FORMATS.get(form[0], "decimal")
            if name in ("alpha", "ALPHA") and child.get(f"{STYLE}num-letter-sync") == "true":
                name = "lowerLetter" if name == "alpha" else "upperLetter"
        levels[at] = Level(name, 1 if start is None else start, number_of(child.get(f"{TEXT}display-levels")) or 1)
    return levels
