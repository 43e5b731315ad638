"""Text -> its lines with their spans, as the readers of layout need them (pure)."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """A line that is not blank: the span of its visible characters, and those characters."""

    start: int
    end: int
    text: str
    indent: int = 0


def visible_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of `text[start:end]` that are not blank, without their surrounding white space."""
    lines: list[Line] = []
    offset = start
    for raw in text[start:end].split("\n"):
        stripped = raw.strip()
        if stripped:
            indent = len(raw) - len(raw.lstrip())
            begin = offset + indent
            lines.append(Line(begin, begin + len(stripped), stripped, indent))
        offset += len(raw) + 1
    return lines
