"""What a `Refresh` header or meta element says: after how many seconds a page sends its readers on, and where to."""

from __future__ import annotations

import re
from typing import NamedTuple

from verifier.model.patterns import compile_late

_REFRESH = compile_late(r"\s*(\d{0,9})(?:\.\d*)?\s*[;,]?\s*(?:url\s*=\s*)?(.*)", re.IGNORECASE | re.DOTALL)


class Refresh(NamedTuple):
    """A page that sends readers on by itself: after how many seconds, and where to (as written)."""

    seconds: int
    target: str


def parse_refresh(content: str | None) -> Refresh | None:
    """Read the value of a `Refresh` header or meta element; None when it names no target."""
    match = _REFRESH.match(content[:4000]) if content else None
    target = match.group(2).strip().strip("\"'").strip() if match else ""
    return Refresh(int(match.group(1) or 0), target) if match and target else None
