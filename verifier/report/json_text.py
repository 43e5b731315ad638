"""A value -> JSON text: indented as `json.dumps(indent=2)` does it, or on one line; what steers a reader is escaped.

The standard library indents in Python, step by step. A report holds the same few names and types thousands of times:
here it is worked out once for each how it is written. Strings are written by the standard library's C encoder.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from json.encoder import encode_basestring as _string
from typing import Any

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
"""Legal in JSON, but steering a terminal or unwritable as UTF-8; they only occur inside strings."""
_INFINITE = float("inf")

on_one_line = json.JSONEncoder(ensure_ascii=False, default=str).encode
"""A value on one line, without a line feed, nothing escaped but what JSON asks for."""


def safe(text: str) -> str:
    """JSON with the characters escaped that must not reach a terminal, steer a runner or cannot be encoded."""
    # Runners of GitHub and Azure obey `##[error]…` wherever it stands in what they print.
    text = text.replace("##", "#\\u0023")
    if text.isascii() and "\x7f" not in text:
        return text  # all the others lie beyond ASCII
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _number(value: float) -> str:
    """What JSON has no number for is spelt as Python spells it."""
    return float.__repr__(value) if -_INFINITE < value < _INFINITE else on_one_line(value)


class _Leaves(dict[type, "Callable[[Any], str] | None"]):
    """By type, what writes a value that holds no others; None for objects and lists."""

    def __missing__(self, kind: type) -> Callable[[Any], str] | None:
        holds_others = issubclass(kind, (dict, list, tuple))
        self[kind] = write = None if holds_others else _string if issubclass(kind, str) else on_one_line
        return write


class _Names(dict[str, str]):
    """By name, how a member begins."""

    def __missing__(self, name: str) -> str:
        self[name] = begun = f"{_string(name)}: "
        return begun


_LEAVES = _Leaves(
    {
        type(None): {None: "null"}.__getitem__,
        bool: {True: "true", False: "false"}.__getitem__,
        int: int.__repr__,
        float: _number,
    }
)
_NAMES = _Names()


def indented(value: object, end: str = "\n") -> str:
    """`value` as `json.dumps(indent=2, ensure_ascii=False, default=str)` writes it; names of members are strings.

    `end` is a line feed and the indent of the line that `value` stands on.
    """
    write = _LEAVES[type(value)]
    return write(value) if write else _nested(value, end)


def _nested(value: Any, end: str) -> str:  # noqa: ANN401 - an object or a list
    if not value:
        return "{}" if isinstance(value, dict) else "[]"
    inner = end + "  "
    if not isinstance(value, dict):
        return f"[{inner}{f',{inner}'.join([indented(item, inner) for item in value])}{end}]"
    members = []
    for name, member in value.items():
        if member is None:
            members.append(f"{_NAMES[name]}null")
        elif write := _LEAVES[type(member)]:
            members.append(f"{_NAMES[name]}{write(member)}")
        else:
            members.append(f"{_NAMES[name]}{_nested(member, inner)}")
    return f"{{{inner}{f',{inner}'.join(members)}{end}}}"
