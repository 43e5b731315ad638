"""What a page says -> how evidence repeats it: in quotation marks, on one line, cut visibly where it is long."""

from __future__ import annotations

_LONGEST = 120


def quoted(said: str) -> str:
    """“Page not found”"""
    line = " ".join(said[: 4 * _LONGEST].split())
    return f"“{line[:_LONGEST].rstrip()}…”" if len(line) > _LONGEST else f"“{line}”"
