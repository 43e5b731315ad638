"""styles.xml -> what a paragraph's and a run's style mean for reading: headings, lists, hidden and raised text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from verifier.documents.docx.parts import W, has_flag, is_on, number_of, value_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADING = re.compile(r"heading\s?([1-9])\Z", re.IGNORECASE)
_RAISED_HALF_POINTS = 4
_DEEPEST = 50
"""Styles based on styles: a real chain has a few links, a loop none that ends."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says; None where it says nothing."""

    name: str = ""
    hidden: bool | None = None
    raised: bool | None = None
    level: int | None = None
    """Outline level, 0 for the topmost headings; 9 is body text."""
    number_id: str | None = None
    number_level: int | None = None

    @property
    def is_title(self) -> bool:
        """Whether it is the style of a document's title."""
        return self.name.lower() == "title"

    @property
    def is_heading(self) -> bool:
        """Whether paragraphs in it are headings."""
        return self.is_title or (self.level is not None and self.level < 9)

    def over(self, base: Style) -> Style:
        """This style where it says something, `base` elsewhere; the name stays, unless there is none."""
        return Style(
            self.name or base.name,
            base.hidden if self.hidden is None else self.hidden,
            base.raised if self.raised is None else self.raised,
            base.level if self.level is None else self.level,
            base.number_id if self.number_id is None else self.number_id,
            base.number_level if self.number_level is None else self.number_level,
        )


_PLAIN = Style()


class Styles:
    """The styles of a file, each resolved over those that it is based on."""

    def __init__(self, root: Element | None) -> None:
        self._own: dict[str, Style] = {}
        self._bases: dict[str, str] = {}
        self._resolved: dict[str, Style] = {}
        self.language: str | None = None
        self.default = _PLAIN
        if root is None:
            return
        for style in root.iterchildren(f"{W}style"):
            identity = style.get(f"{W}styleId", "")
            self._own[identity] = _style(style)
            base = value_of(style, "basedOn")
            if base:
                self._bases[identity] = base
            if style.get(f"{W}type") == "paragraph" and has_flag(style, "default"):
                self.default = self._own[identity]
        language = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
        self.language = language.get(f"{W}val") if language is not None else None

    def named(self, identity: str | None) -> Style:
        """The style with this id; a plain one when there is none."""
        if not identity:
            return _PLAIN
        if identity not in self._resolved:
            chain = [identity]
            while (base := self._bases.get(chain[-1])) and base not in chain and len(chain) < _DEEPEST:
                chain.append(base)
            style = _PLAIN
            for name in reversed(chain):
                style = replace(self._own.get(name, _PLAIN).over(style), name=self._own.get(name, _PLAIN).name)
            self._resolved[identity] = style
        return self._resolved[identity]

    def of_paragraph(self, properties: Element | None) -> Style:
        """What a paragraph's properties (w:pPr, or None) mean, its style counted in."""
        if properties is None:
            return self.default
        identity = value_of(properties, "pStyle")
        style = self.named(identity) if identity else self.default
        own = _of_properties(properties, None)
        return own.over(style)

    def of_run(self, properties: Element | None, paragraph: Style) -> tuple[bool, bool]:
        """Whether a run is hidden, and whether it is raised."""
        if properties is None:
            return bool(paragraph.hidden), bool(paragraph.raised)
        own = _of_properties(None, properties)
        style = own.over(self.named(value_of(properties, "rStyle"))).over(paragraph)
        return bool(style.hidden), bool(style.raised)


def _style(element: Element) -> Style:
    style = _of_properties(element.find(f"{W}pPr"), element.find(f"{W}rPr"))
    name = value_of(element, "name") or ""
    heading = _HEADING.match(name)
    if heading and style.level is None:
        style = replace(style, level=int(heading[1]) - 1)
    return replace(style, name=name)


def _of_properties(paragraph: Element | None, run: Element | None) -> Style:
    level = number_of(value_of(paragraph, "outlineLvl"))
    numbering = paragraph.find(f"{W}numPr") if paragraph is not None else None
    hidden = raised = None
    if run is not None:
        vanish = run.find(f"{W}vanish")
        hidden = None if vanish is None else is_on(vanish)
        place = value_of(run, "vertAlign")
        height = number_of(value_of(run, "position"))
        if place is not None:
            raised = place == "superscript"
        elif height is not None:
            raised = height >= _RAISED_HALF_POINTS
    return Style(
        hidden=hidden,
        raised=raised,
        level=level,
        number_id=value_of(numbering, "numId"),
        number_level=number_of(value_of(numbering, "ilvl")),
    )
