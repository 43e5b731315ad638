"""A value -> JSON text: indented as `json.dumps(indent=2)` does it, or on one line; what steers a terminal is escaped.

The standard library indents in Python, step by step. A report repeats a few shapes thousands of times: here the frame
of an object (its names, commas and indents) is made once for each shape, and filled. Strings are written by the
standard library's C encoder.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from json.encoder import encode_basestring as _string

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
"""Legal in JSON, but steering a terminal or unwritable as UTF-8; they only occur inside strings."""
_INFINITE = float("inf")

on_one_line = json.JSONEncoder(ensure_ascii=False, default=str).encode
"""A value on one line, without a line feed, nothing escaped but what JSON asks for."""


def safe(text: str) -> str:
    """JSON with the characters escaped that must not reach a terminal or cannot be encoded."""
    if text.isascii() and "\x7f" not in text:
        return text  # all the others lie beyond ASCII
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def indented(value: object, end: str = "\n") -> str:
    """`value` as `json.dumps(indent=2, ensure_ascii=False, default=str)` writes it; names of members are strings.

    `end` is a line feed and the indent of the line that `value` stands on.
    """
    if isinstance(value, dict):
        return _object(value, end) if value else "{}"
    if isinstance(value, (list, tuple)):
        inner = end + "  "
        return f"[{inner}{f',{inner}'.join([indented(item, inner) for item in value])}{end}]" if value else "[]"
    if isinstance(value, str):
        return _string(value)
    if type(value) is float and -_INFINITE < value < _INFINITE:
        return float.__repr__(value)
    return on_one_line(value)


def _object(value: dict[str, object], end: str) -> str:
    """What most members are (strings, nulls, whole numbers) takes no further call."""
    inner = end + "  "
    texts = []
    for member in value.values():
        kind = type(member)
        if kind is str:
            texts.append(_string(member))  # type: ignore[arg-type]
        elif member is None:
            texts.append("null")
        elif kind is int:
            texts.append(int.__repr__(member))
        else:
            texts.append(indented(member, inner))
    return _frame(tuple(value), end) % tuple(texts)


@lru_cache(maxsize=256)
def _frame(names: tuple[str, ...], end: str) -> str:
    """An object with these names, a `%s` for each value."""
    inner = end + "  "
    members = [f"{_string(name).replace('%', '%%')}: %s" for name in names]
    return f"{{{inner}{f',{inner}'.join(members)}{end}}}"
