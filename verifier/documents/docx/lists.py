"""numbering.xml -> the numbers that Word puts before the paragraphs of a list (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verifier.documents.docx.parts import W, is_on, number_of, value_of
from verifier.documents.number_formats import DECORATION, LONGEST_LABEL, spell

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    style: str = "decimal"
    text: str = ""
    legal: bool = False
    """All numbers of the label in decimal, whatever their own levels say."""
    restarts: bool = True
    paragraph_style: str | None = None


@dataclass(slots=True)
class _Abstract:
    levels: dict[int, _Level] = field(default_factory=dict)
    counters: dict[int, int] = field(default_factory=dict)
    link: str | None = None


@dataclass(slots=True)
class _List:
    abstract: _Abstract
    levels: dict[int, _Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    """Overrides that wait for the first paragraph of their level."""


class Lists:
    """The lists of a file with their counters."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        if root is None:
            return
        abstracts: dict[str, _Abstract] = {}
        styled: dict[str, _Abstract] = {}
        for element in root.iterchildren(f"{W}abstractNum"):
            abstract = _Abstract(_levels(element), link=value_of(element, "numStyleLink"))
            abstracts[element.get(f"{W}abstractNumId", "")] = abstract
            if name := value_of(element, "styleLink"):
                styled[name] = abstract
        for element in root.iterchildren(f"{W}num"):
            found = abstracts.get(value_of(element, "abstractNumId") or "")
            if found is not None and found.link and not found.levels:
                found = styled.get(found.link, found)
            if found is not None:
                self._lists[element.get(f"{W}numId", "")] = _overridden(element, found)

    def label(self, identity: str | None, level: int | None, style: str | None) -> str | None:
        """Count the next paragraph of the list `identity` and return its number as shown, without dots and brackets.

        `level` is None where only the paragraph's `style` (its id) tells it. None for bullets and for no list.
        """
        one = self._lists.get(identity or "")
        if one is None:
            return None
        if level is None:
            levels = one.abstract.levels.items()
            level = next((at for at, it in levels if style and it.paragraph_style == style), 0)
        level = min(max(level, 0), _LEVELS - 1)
        form = _form(one, level)
        counters = one.abstract.counters
        if level in one.starts:
            counters[level] = one.starts.pop(level)
        else:
            counters[level] = counters[level] + 1 if level in counters else form.start
        for deeper in range(level + 1, _LEVELS):
            if _form(one, deeper).restarts:
                counters.pop(deeper, None)
        if form.style in ("bullet", "none"):
            return None
        label = _PLACE.sub(lambda place: _number(one, int(place[1]) - 1, form), form.text, count=_LEVELS)
        return label.strip(DECORATION)[:LONGEST_LABEL] or None


def _form(one: _List, level: int) -> _Level:
    return one.levels.get(level) or one.abstract.levels.get(level) or _Level(text=f"%{level + 1}.")


def _number(one: _List, level: int, shown_by: _Level) -> str:
    form = _form(one, level)
    number = one.abstract.counters.get(level, form.start)
    return spell(number, "decimal" if shown_by.legal else form.style)


def _levels(element: Element) -> dict[int, _Level]:
    levels = {}
    for child in element.iterchildren(f"{W}lvl"):
        at = number_of(child.get(f"{W}ilvl"))
        if at is not None:
            levels[at] = _level(child)
    return levels


def _level(element: Element) -> _Level:
    start = number_of(value_of(element, "start"))
    return _Level(
        start=1 if start is None else start,
        style=value_of(element, "numFmt") or "decimal",
        text=(value_of(element, "lvlText") or "")[:100],
        legal=is_on(element.find(f"{W}isLgl")),
        restarts=value_of(element, "lvlRestart") != "0",
        paragraph_style=value_of(element, "pStyle"),
    )


def _overridden(element: Element, abstract: _Abstract) -> _List:
    one = _List(abstract)
    for override in element.iterchildren(f"{W}lvlOverride"):
        at = number_of(override.get(f"{W}ilvl"))
        if at is None:
            continue
        level = override.find(f"{W}lvl")
        if level is not None:
            one.levels[at] = _level(level)
        start = number_of(value_of(override, "startOverride"))
        if start is not None:
            one.starts[at] = start
    return one
