"""Results to text and back: what goes into the columns and JSON of the history.

In: result values of the model. Out: JSON without what is at its default, and times as text that sorts.
Text that is no Unicode (a lone surrogate in a hostile page) must not keep a result out of the file.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import Any

from verifier.model.evidence import (
    ArchiveResult,
    ContentResult,
    Drift,
    Found,
    Hop,
    Listed,
    LiveResult,
    QuoteResult,
    Snapshot,
)


def stamp(moment: datetime) -> str:
    """ISO 8601 in UTC, always with microseconds, so that text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def moment(text: str) -> datetime:
    """What `stamp` wrote."""
    return datetime.fromisoformat(text)


def storable(text: str) -> str:
    """The text itself, or with lone surrogates spelt out; equal texts stay equal."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")


_Result = LiveResult | ArchiveResult | ContentResult

_DEFAULTS: dict[type, tuple[tuple[str, object], ...]] = {
    kind: tuple((field.name, field.default) for field in fields(kind))
    for kind in (LiveResult, ArchiveResult, ContentResult)
}


def _plain(value: object) -> object:
    if isinstance(value, QuoteResult):  # most excerpts hold the quotation: once is enough
        around = value.excerpt.split(value.text, 1) if value.text else [value.excerpt]
        return [value.text, value.found.value, *around]
    if isinstance(value, tuple) and value and isinstance(value[0], Listed):
        return " ".join(day if status is None else f"{day}:{status}" for day, status in value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    return value


URL = "\x1a"
"""Stands for the URL that was asked. JSON has control characters escaped, so that it can mean nothing else."""


def encode(value: _Result, url: str, columns: frozenset[str] = frozenset()) -> str:
    """JSON of the fields that are neither in `columns` nor at their default, with `URL` for every `url` in it."""
    said = {
        name: _plain(part)
        for name, default in _DEFAULTS[type(value)]
        if name not in columns and ((part := getattr(value, name)) != default or default is MISSING)
    }
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    if not text.isascii() and not _is_unicode(text):
        text = json.dumps(said, separators=(",", ":"))
    return text.replace(_quoted(url), URL)


def _quoted(url: str) -> str:
    """The URL as it stands inside JSON strings; one that does not stand there as it is will just not be found."""
    return url.replace("\\", "\\\\").replace('"', '\\"') or URL


def _is_unicode(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _whole(kind: Callable[..., Any], parts: Any) -> Any:  # noqa: ANN401 - any part of a result
    """A part of a result from its values in their order, which weigh less than with names, as versions before wrote."""
    return kind(**parts) if isinstance(parts, dict) else kind(*parts)


def _quote(text: str, found: str, excerpt: str = "", after: str | None = None) -> QuoteResult:
    """A quotation; where four parts are kept, its text stands between the last two."""
    return QuoteResult(text, Found(found), excerpt if after is None else f"{excerpt}{text}{after}")


def _listed(day: str, status: str = "") -> Listed:
    return Listed(day, int(status) if status else None)


_RESTORED: dict[str, Callable[[Any], object]] = {
    "redirects": lambda hops: tuple(_whole(Hop, hop) for hop in hops),
    "snapshot": lambda snapshot: _whole(Snapshot, snapshot),
    "drift": Drift,
    "quotes": lambda quotes: tuple(_whole(_quote, quote) for quote in quotes),
    "captures": lambda captures: tuple(_listed(*one.split(":")) for one in captures.split()),
    "evidence": tuple,
    "headings": tuple,
}


def decode(kind: type[_Result], url: str, body: str) -> dict[str, Any]:
    """Keyword arguments for `kind`; fields that this version does not know are left out.

    Raises ValueError, TypeError, KeyError or AttributeError when the body is not what `encode` writes.
    """
    known = {name for name, _ in _DEFAULTS[kind]}
    said = json.loads(body.replace(URL, _quoted(url)))
    return {name: _RESTORED.get(name, _as_is)(value) for name, value in said.items() if name in known}


def _as_is(value: object) -> object:
    return value
