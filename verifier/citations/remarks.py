"""How remarks list what they speak of: in, words; out, the first of them and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence


def listed(items: Sequence[str], most: int = 20, between: str = ", ") -> str:
    """At most `most` of `items`, and the number of the others."""
    more = f" and {len(items) - most} more" if len(items) > most else ""
    return between.join(items[:most]) + more
