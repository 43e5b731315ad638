"""The numbers of footnotes and endnotes as Word shows them: format, start, restarts (ECMA-376 part 1, 17.11)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier.documents.docx.parts import W, number_of, value_of
from verifier.documents.number_formats import spell
from verifier.model.document import NoteKind

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_DEFAULT_STYLES = {NoteKind.FOOTNOTE: "decimal", NoteKind.ENDNOTE: "lowerRoman"}


@dataclass(frozen=True, slots=True)
class _Rule:
    style: str
    start: int
    restart: str


class NoteNumbers:
    """Counts the notes of one kind through sections and pages."""

    def __init__(self, kind: NoteKind, settings: Element | None, sections: Sequence[Element]) -> None:
        name = f"{W}{kind.value}Pr"
        whole = settings.find(name) if settings is not None else None
        default = _rule(whole, _Rule(_DEFAULT_STYLES[kind], 1, "continuous"))
        self._rules = [_rule(section.find(name), default) for section in sections] or [default]
        self._number: int | None = None
        self._place: tuple[int, int] | None = None
        self.guessed = False
        """Whether numbers depend on where Word ended its pages when it last saved the file."""

    def following(self, section: int, page: int) -> str:
        """The next note's label, its marker standing in `section` (0-based) on `page`."""
        rule = self._rules[min(section, len(self._rules) - 1)]
        place = {"eachSect": (section, 0), "eachPage": (0, page)}.get(rule.restart, (0, 0))
        begins = self._place is not None and rule.restart != "continuous" and place != self._place
        self._place = place
        self._number = rule.start if self._number is None or begins else self._number + 1
        self.guessed = self.guessed or rule.restart == "eachPage"
        return spell(self._number, rule.style)


def notes_by_id(root: Element, kind: NoteKind) -> dict[str, Element]:
    """The notes of a part by their ids, the separators that Word keeps among them left out."""
    return {
        note.get(f"{W}id", ""): note
        for note in root.iterchildren(f"{W}{kind.value}")
        if note.get(f"{W}type") not in _SEPARATORS
    }


def _rule(properties: Element | None, default: _Rule) -> _Rule:
    start = number_of(value_of(properties, "numStart"))
    return _Rule(
        value_of(properties, "numFmt") or default.style,
        default.start if start is None else start,
        value_of(properties, "numRestart") or default.restart,
    )
