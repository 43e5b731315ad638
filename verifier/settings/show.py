"""Settings -> TOML that a person can read and copy: every value that holds, and where it comes from."""

from __future__ import annotations

import json
from datetime import timedelta

from verifier.settings import KEYS, HostSettings, Settings, without_user

_UNITS = {
    "d": timedelta(days=1),
    "h": timedelta(hours=1),
    "m": timedelta(minutes=1),
    "s": timedelta(seconds=1),
    "ms": timedelta(milliseconds=1),
}


def toml(settings: Settings, *, origins: bool = False) -> str:
    """All settings, one a line; with `origins`, each with the level that gave it. Secrets are masked."""
    lines = []
    for key in KEYS:
        value = getattr(settings, key)
        line = f"# {key} is not set" if value is None else f"{key} = {_value(value)}"
        lines.append(f"{line}  # {settings.origins.get(key, 'default')}" if origins else line)
    for host, per_host in settings.hosts.items():
        lines += ["", f"[hosts.{json.dumps(host)}]", *_host(per_host)]
    return "\n".join(lines) + "\n"


def _host(per_host: HostSettings) -> list[str]:
    lines = []
    if per_host.interval is not None:
        lines.append(f"interval = {_value(per_host.interval)}")
    if per_host.concurrency is not None:
        lines.append(f"concurrency = {per_host.concurrency}")
    if per_host.headers:
        masked = ", ".join(f'{json.dumps(name)} = "***"' for name in per_host.headers)
        lines.append(f"headers = {{ {masked} }}")
    if per_host.accept:
        lines.append(f"accept = {_value(per_host.accept)}")
    return lines


def _value(value: object) -> str:
    if isinstance(value, bool | int | float):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    text = _span(value) if isinstance(value, timedelta) else str(value)
    return json.dumps(without_user(text), ensure_ascii=False)


def _span(time: timedelta) -> str:
    """A time as people write it: in the largest unit of which it is a whole number."""
    whole = (f"{time // unit}{name}" for name, unit in _UNITS.items() if time and not time % unit)
    return next(whole, f"{time.total_seconds():g}s")
