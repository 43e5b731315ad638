"""Values of the model to plain JSON values and back, by their declared types.

In: frozen dataclasses made of texts, numbers, times, enums, tuples and each other. Out: the same values without what is
at its default, so that files stay small and a later version can add fields. What a later version has taken away is
left out when reading.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from verifier.store.codec import moment, stamp, storable

_Way = Callable[[Any], Any]

_PLAIN: dict[Any, _Way] = {}
_RESTORED: dict[Any, _Way] = {}
"""How values of each type are turned: worked out once, since a report has millions of them."""


def plain(value: object) -> object:
    """`value` in what JSON knows."""
    kind = type(value)
    way = _PLAIN.get(kind)
    if way is None:
        way = _PLAIN[kind] = _plain_way(kind)
    return way(value)


_PLAIN_WAYS: tuple[tuple[Any, _Way], ...] = (
    (Enum, lambda value: value.value),
    (str, storable),
    (datetime, stamp),
    (date, lambda value: value.isoformat()),
    (Mapping, lambda value: {storable(str(name)): plain(part) for name, part in value.items()}),
    ((list, tuple), lambda value: [plain(part) for part in value]),
)
"""The first whose types hold the value: an Enum may be a text too, and a datetime is a date."""


def _plain_way(kind: type) -> _Way:
    if not is_dataclass(kind):
        return next((way for kinds, way in _PLAIN_WAYS if issubclass(kind, kinds)), lambda value: value)
    defaults = [(field.name, _default(field)) for field in fields(kind) if field.init]
    return lambda value: {name: plain(part) for name, default in defaults if (part := getattr(value, name)) != default}


def _default(field: Any) -> object:  # noqa: ANN401 - a field of anything
    return field.default if field.default_factory is MISSING else field.default_factory()


def restored(kind: Any, value: Any) -> Any:  # noqa: ANN401 - types are values here
    """The value of type `kind` that `plain` made `value` of. Raises ValueError, TypeError or KeyError for others."""
    way = _RESTORED.get(kind)
    if way is None:
        way = _RESTORED[kind] = _generic_way(kind) if typing.get_args(kind) else _simple_way(kind)
    return way(value)


def _generic_way(kind: Any) -> _Way:  # noqa: ANN401
    """For `A | None`, `tuple[A, ...]` and `Mapping[str, A]`."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if isinstance(kind, types.UnionType) or origin is typing.Union:
        known = next(one for one in inner if one is not type(None))
        return lambda value: None if value is None else restored(known, value)
    if origin is tuple:
        return lambda value: tuple(restored(inner[0], part) for part in value)
    return lambda value: {name: restored(inner[1], part) for name, part in value.items()}


def _simple_way(kind: Any) -> _Way:  # noqa: ANN401
    if kind in (datetime, date):
        return moment if kind is datetime else date.fromisoformat
    if hasattr(kind, "_fields"):
        parts = [*typing.get_type_hints(kind).values()]
        return lambda value: kind(*(restored(part, one) for part, one in zip(parts, value, strict=False)))
    if hasattr(kind, "__dataclass_fields__"):
        known = typing.get_type_hints(kind)
        return lambda value: kind(**{name: restored(known[name], one) for name, one in value.items() if name in known})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return lambda value: value
