"""Comments that speak to this program, `<!-- verify: ignore … -->`, found in the source of Markdown and HTML (pure).

In: the source as decoded. Out: their words, where they stand, and whether they have their lines to themselves.
"""

from __future__ import annotations

from verifier.model.document import Comment, Position

_OPENING, _CLOSING, _NAME = "<!--", "-->", "verify:"
_LONGEST = 2000  # characters
_NEAR = 50  # characters within which the name must come


def find_comments(text: str) -> tuple[Comment, ...]:
    """All comments whose first word is `verify:`, in order; one that never ends, or is very long, is none."""
    found: list[Comment] = []
    place = _Place(text)
    at = 0
    while (opening := text.find(_OPENING, at)) != -1:
        at = opening + len(_OPENING)
        if not text[at : at + _NEAR].lstrip().lower().startswith(_NAME):
            continue
        body, closing, _ = text[at : at + _LONGEST].partition(_CLOSING)
        if not closing:
            continue
        words = " ".join(body.split())
        start, before = place.of(opening), text[max(place.line_start, opening - _LONGEST) : opening]
        at += len(body) + len(_CLOSING)
        after = text[at : at + _LONGEST].partition("\n")[0]
        alone = not before.strip() and not after.strip()
        found.append(Comment(words[len(_NAME) :].strip(), start, place.of(at), alone))
    return tuple(found)


class _Place:
    """Tells line and column of offsets that only grow, so that a long line is crossed once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line = 1
        self._at = 0
        self.line_start = 0

    def of(self, offset: int) -> Position:
        newline = self._text.rfind("\n", self._at, offset)
        if newline != -1:
            self._line += self._text.count("\n", self._at, offset)
            self.line_start = newline + 1
        self._at = offset
        return Position(self._line, offset - self.line_start + 1)
