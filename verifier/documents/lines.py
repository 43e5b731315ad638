"""Text -> its lines, and spans of it, without the white space around them (pure)."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """A line that is not blank: the span of its visible characters, and those characters."""

    start: int
    end: int
    text: str
    indent: int = 0


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends; empty when it holds nothing else."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


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
