"""Settings: flags > VERIFY_* > --config > verify.toml > [tool.verify] of pyproject.toml > defaults.

In: what was given on each of these levels, as text or TOML values. Out: one validated, frozen `Settings`, with the
origin of each value. Unknown keys and values that cannot be read are refused with a suggestion (UsageError).
"""

from __future__ import annotations

import difflib
import ipaddress
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import timedelta
from pathlib import Path
from typing import Any

from verifier.model.dates import PartialDate
from verifier.model.errors import UsageError

FAIL_ON = ("broken", "fix", "review", "new", "never")
HOST_KEYS = ("interval", "concurrency", "headers", "accept")
_UNITS = {"ms": 0.001, "s": 1.0, "m": 60.0, "min": 60.0, "h": 3600.0, "d": 86400.0, "w": 604800.0}
_DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*(ms|s|min|m|h|d|w)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HostSettings:
    """What `[hosts."example.org"]` sets: pacing, headers (values from the environment), statuses to accept."""

    interval: timedelta | None = None
    concurrency: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    accept: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that shapes a run. Durations are timedeltas; `None` means "no limit" or "not given"."""

    format: tuple[str, ...] = ()
    output_dir: Path = Path("reports")
    no_report: bool = False
    history: Path = Path(".verify/history.sqlite")
    no_history: bool = False
    reviews: Path = Path("verify.reviews.toml")
    letter_date: PartialDate | None = None
    offline: bool = False
    private: bool = False
    plan: bool = False
    no_archive: bool = False
    archive: tuple[str, ...] = ()
    note: tuple[str, ...] = ()
    refresh: bool = False
    fail_on: tuple[str, ...] = ("fix",)
    min_decided: float | None = None
    max_age: timedelta = timedelta(days=1)
    timeout: timedelta = timedelta(seconds=20)
    deadline: timedelta | None = None
    concurrency: int = 64
    host_concurrency: int = 2
    host_interval: timedelta = timedelta(milliseconds=250)
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    allow_network: tuple[str, ...] = ()
    resolve: tuple[str, ...] = ()
    user_agent: str | None = None
    contact: str | None = None
    proxy: str | None = None
    ca_bundle: Path | None = None
    vantage: str | None = None
    hosts: Mapping[str, HostSettings] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    """Where each value that is not a default came from, for `config show --origin`."""


def parse_duration(text: str) -> timedelta:
    """Read "250ms", "20s", "5m", "2h", "1d", "1w" or plain seconds; raises ValueError otherwise."""
    match = _DURATION.fullmatch(text.strip())
    if match is None:
        raise ValueError("write a number and a unit, such as 250ms, 20s, 5m, 2h or 1d")
    return timedelta(seconds=float(match[1]) * _UNITS[(match[2] or "s").lower()])


def _duration(value: object) -> timedelta:
    return timedelta(seconds=value) if isinstance(value, int | float) else parse_duration(str(value))


def _optional_duration(value: object) -> timedelta | None:
    return None if str(value).strip().lower() in {"", "none"} else _duration(value)


def _positive(value: object) -> int:
    number = int(str(value))
    if number < 1:
        raise ValueError("must be at least 1")
    return number


def _share(value: object) -> float:
    number = float(str(value))
    if not 0 <= number <= 1:
        raise ValueError("must lie between 0 and 1")
    return number


def _switch(value: object) -> bool:
    if isinstance(value, bool):
        return value
    words = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
    word = str(value).strip().lower()
    if word not in words:
        raise ValueError("write true or false")
    return words[word]


def _many(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(part for part in value.split() if part)
    if isinstance(value, list | tuple):
        return tuple(str(part) for part in value)
    raise ValueError("write a list of strings")


def _patterns(value: object) -> tuple[str, ...]:
    patterns = _many(value)
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"{pattern!r} is not a regular expression: {error}") from error
    return patterns


def _networks(value: object) -> tuple[str, ...]:
    return tuple(str(ipaddress.ip_network(network, strict=False)) for network in _many(value))


def _archives(value: object) -> tuple[str, ...]:
    """Names or addresses of archives; raises UsageError for one that is not known, or is no evidence."""
    from urllib.parse import urlsplit

    from verifier.checks.memento import archive_address

    names = _many(value)
    hosts = [urlsplit(archive_address(name)).hostname for name in names]
    if len(set(hosts)) < len(hosts):
        raise ValueError("two of them are at the same host; name each host once")
    return names


def _fail_on(value: object) -> tuple[str, ...]:
    levels = _many(value)
    for level in levels:
        if level not in FAIL_ON:
            raise ValueError(f"{level!r} is not one of {', '.join(FAIL_ON)}{_suggest(level, FAIL_ON)}")
    return levels


def _header_value(text: str) -> str:
    """A value that is printable ASCII: it goes into a request header as it is."""
    if not text.isascii() or not text.isprintable():
        raise ValueError("write plain printable ASCII")
    return text


_READERS: dict[str, Callable[[Any], object]] = {
    "format": _many,
    "output_dir": Path,
    "no_report": _switch,
    "history": Path,
    "no_history": _switch,
    "reviews": Path,
    "letter_date": lambda value: PartialDate.parse(str(value)),
    "offline": _switch,
    "private": _switch,
    "plan": _switch,
    "no_archive": _switch,
    "archive": _archives,
    "note": _many,
    "refresh": _switch,
    "fail_on": _fail_on,
    "min_decided": _share,
    "max_age": _duration,
    "timeout": _duration,
    "deadline": _optional_duration,
    "concurrency": _positive,
    "host_concurrency": _positive,
    "host_interval": _duration,
    "include": _patterns,
    "exclude": _patterns,
    "allow_network": _networks,
    "resolve": _many,
    "user_agent": _header_value,
    "contact": _header_value,
    "proxy": str,
    "ca_bundle": Path,
    "vantage": str,
}
KEYS = tuple(_READERS)


def _suggest(word: str, known: tuple[str, ...]) -> str:
    close = difflib.get_close_matches(word, known, n=1)
    return f" (did you mean {close[0]!r}?)" if close else ""


def _host_settings(host: str, table: object, environment: Mapping[str, str]) -> HostSettings:
    if not isinstance(table, dict):
        raise UsageError(f'[hosts."{host}"] must be a table', f"It may set {', '.join(HOST_KEYS)}.")
    for key in table:
        if key not in HOST_KEYS:
            raise UsageError(f'unknown key {key!r} in [hosts."{host}"]{_suggest(key, HOST_KEYS)}')
    try:
        headers = {
            str(name): _header_value(_expand(str(text), environment)) for name, text in table.get("headers", {}).items()
        }
        return HostSettings(
            interval=_duration(table["interval"]) if "interval" in table else None,
            concurrency=_positive(table["concurrency"]) if "concurrency" in table else None,
            headers=headers,
            accept=tuple(int(status) for status in table.get("accept", [])),
        )
    except (ValueError, TypeError, AttributeError) as error:
        raise UsageError(f'[hosts."{host}"]: {error}') from error


def _expand(text: str, environment: Mapping[str, str]) -> str:
    """Put in `${NAME}` from the environment, so that secrets stay out of files."""

    def value(match: re.Match[str]) -> str:
        if match[1] not in environment:
            raise ValueError(f"the environment variable {match[1]} is not set")
        return environment[match[1]]

    return re.sub(r"\$\{(\w+)\}", value, text)


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}", "Check the path given with --config.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is not valid TOML: {error}") from error


def _levels(
    flags: Mapping[str, object], environment: Mapping[str, str], folder: Path, config: Path | None
) -> list[tuple[str, Mapping[str, Any]]]:
    """What each level gives, weakest first, with its name."""
    levels: list[tuple[str, Mapping[str, Any]]] = []
    project = folder / "pyproject.toml"
    if project.is_file():
        table = _read_toml(project).get("tool", {}).get("verify", {})
        levels.append(("pyproject.toml [tool.verify]", table))
    if (folder / "verify.toml").is_file():
        levels.append(("verify.toml", _read_toml(folder / "verify.toml")))
    if config is not None:
        levels.append((str(config), _read_toml(config)))
    variables = {key: environment[f"VERIFY_{key.upper()}"] for key in KEYS if f"VERIFY_{key.upper()}" in environment}
    levels.append(("environment", variables))
    levels.append(("command line", flags))
    return levels


def load(
    flags: Mapping[str, object],
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    config: Path | None = None,
) -> Settings:
    """Merge all levels into validated settings.

    `flags` holds only what the command line gave (key as in `KEYS`). Raises UsageError for unknown keys and values
    that cannot be read, naming the level.
    """
    values: dict[str, Any] = {}
    hosts: dict[str, HostSettings] = {}
    origins: dict[str, str] = {}
    environment = environment or {}
    for origin, level in _levels(flags, environment, folder or Path(), config):
        for written, value in level.items():
            key = written.replace("-", "_")
            if key == "hosts" and isinstance(value, dict):
                hosts |= {host.lower(): _host_settings(host, table, environment) for host, table in value.items()}
                continue
            if key not in _READERS:
                raise UsageError(
                    f"unknown setting {written!r} in {origin}{_suggest(key, KEYS)}",
                    "docs/configuration.md lists every setting.",
                )
            try:
                values[key] = _READERS[key](value)
            except (ValueError, TypeError) as error:
                name = f"--{key.replace('_', '-')}" if origin == "command line" else f"{written} in {origin}"
                raise UsageError(f"{name}: cannot use {value!r}: {error}") from error
            origins[key] = origin
    return Settings(**values, hosts=hosts, origins=origins)


def shown(settings: Settings) -> dict[str, object]:
    """The settings as plain values for a report, defaults left out and secrets (headers, proxy passwords) masked."""
    plain: dict[str, object] = {}
    for item in fields(settings):
        if item.name in settings.origins:
            value = getattr(settings, item.name)
            text = value if isinstance(value, bool | int | float) else _text(value)
            plain[item.name] = re.sub(r"//[^/@\s]+@", "//***@", text) if isinstance(text, str) else text
    return plain


def _text(value: object) -> object:
    if isinstance(value, timedelta):
        return f"{value.total_seconds():g}s"
    if isinstance(value, tuple):
        return [str(part) for part in value]
    return str(value)
