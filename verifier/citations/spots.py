"""The place of one citation in the text before anything is known of notes: kind, span and plain value."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from verifier.model.citation import Kind


@lru_cache(maxsize=1)
def lowered(text: str) -> str:
    """A document's text in lower case, which several finders ask for one after the other."""
    return text.lower()


class Spot(NamedTuple):
    """`text[start:end]` names a thing of `kind`; `value` is its canonical form, `href` what the format links to.

    `bare` marks a web address that was written without a scheme; `reach` is a least reach that a link annotation
    proves (0 when there is none).
    """

    kind: Kind
    start: int
    end: int
    value: str
    href: str | None = None
    bare: bool = False
    reach: int = 0
