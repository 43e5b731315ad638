"""Answers that are data and say that there is nothing: `{"code": 404}` sent as success.

The bytes of a JSON answer go in, a sentence, or None, comes out. Programs that fill a page in the browser ask for such
data; whoever cites its address cites what it held.
"""

from __future__ import annotations

import json

_LONGEST = 4_000  # bytes: an error is told in few
_CODES = frozenset({"code", "status", "statuscode", "errorcode", "errcode", "httpstatus", "httpcode", "httpstatuscode"})
_GONE = frozenset({"404", "410"})
_MOST_FIELDS = 20


def says_missing(body: bytes) -> str | None:
    """By which field the data says that there is nothing at the address; None when it does not, or holds more."""
    if not 0 < len(body) <= _LONGEST or b"4" not in body:
        return None
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or len(data) > _MOST_FIELDS or data.get("data"):
        return None
    inner = data.get("error") or data.get("errors")
    if isinstance(inner, list) and inner:
        inner = inner[0]
    return _code(data) or (_code(inner) if isinstance(inner, dict) else None)


def _code(fields: dict[str, object]) -> str | None:
    for name, value in list(fields.items())[:_MOST_FIELDS]:
        if name.lower().replace("_", "").replace("-", "") in _CODES and str(value) in _GONE:
            return f"the data sent says that there is nothing here ({name[:20]}: {value})"
    return None
