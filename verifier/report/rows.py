"""Plain rows -> CSV or JSON Lines: what `verify export` writes of the history."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from verifier.report.csv import table


def render(columns: Sequence[str], rows: Iterable[Sequence[object]], to: str) -> str:
    """The rows under their columns' names; `to` is csv (inert cells, lines ending in CR LF) or jsonl."""
    named = (dict(zip(columns, row, strict=True)) for row in rows)
    return table(columns, named) if to == "csv" else "".join(f"{json.dumps(row)}\n" for row in named)
