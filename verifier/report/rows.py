"""Plain rows -> CSV or JSON Lines: what `verify export` writes of the history."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence

from verifier.report.csv import cell


def render(columns: Sequence[str], rows: Iterable[Sequence[object]], to: str) -> str:
    """The rows under their columns' names; `to` is csv (inert cells, lines ending in CR LF) or jsonl."""
    if to == "jsonl":
        return "".join(f"{json.dumps(dict(zip(columns, row, strict=True)))}\n" for row in rows)
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell(int(value) if isinstance(value, bool) else value) for value in row])
    return table.getvalue()
