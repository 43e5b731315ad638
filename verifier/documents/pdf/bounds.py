"""How much is read of one PDF."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """Pages, characters, and seconds of the clock; what lies beyond is not read, and the remarks say so."""

    pages: int = 3000
    characters: int = 20_000_000
    seconds: float = 60.0
