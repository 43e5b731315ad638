"""Field codes of Word -> what they mean for a reader: `HYPERLINK "…"` a link, `NOTEREF …` a marker (17.16.5, pure)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from verifier.documents.paragraphs import Stretch

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*+)"?|[“”]([^“”]*+)[“”]?|([^\s"“”]++)')
_ESCAPE = re.compile(r"\\(.)")
_LONGEST = 20_000
DEEPEST = 50
"""Fields within fields that are followed; Word itself stops at about twenty."""


@dataclass(slots=True, eq=False)
class Field:
    """A field that is open: its instruction so far, and the stretch of text that it shows."""

    in_result: bool = False
    shown: Stretch | None = None
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0

    def instruct(self, text: str) -> None:
        """Add to the instruction."""
        if self._length < _LONGEST:
            self._pieces.append(text)
            self._length += len(text)

    @property
    def instruction(self) -> str:
        """The instruction as far as it was read."""
        return "".join(self._pieces)[:_LONGEST]


def link_target(instruction: str) -> str | None:
    """Where a HYPERLINK field leads outside the document; None for any other field and for bookmarks."""
    name, tokens = _parsed(instruction)
    if name != "HYPERLINK":
        return None
    address = anchor = None
    rest = iter(tokens)
    for token, quoted in rest:
        if quoted or not token.startswith("\\"):
            address = address or token
        elif token.lower() in ("\\l", "\\o", "\\t", "\\s"):
            value = next(rest, ("", False))[0]
            anchor = value if token.lower() == "\\l" else anchor
    if not address:
        return None
    return f"{address}#{anchor}" if anchor and "#" not in address else address


def note_reference(instruction: str) -> tuple[str, bool] | None:
    """The bookmark that a NOTEREF field names, and whether it is set as a note's mark (switch \\f)."""
    name, tokens = _parsed(instruction)
    if name != "NOTEREF" or not tokens:
        return None
    return tokens[0][0], ("\\f", False) in tokens


def _parsed(instruction: str) -> tuple[str, list[tuple[str, bool]]]:
    """The field's name, and its other words, each with whether it was quoted."""
    tokens = []
    for match in _TOKEN.finditer(instruction):
        if match[3] is None:
            tokens.append((_ESCAPE.sub(r"\1", match[1] if match[1] is not None else match[2]).strip(), True))
        else:
            tokens.append((match[3], False))
    if not tokens:
        return "", []
    return tokens[0][0].upper(), tokens[1:]
