"""Settings: flags > VERIFY_* > --config > verify.toml > [tool.verify] of pyproject.toml > defaults.

In: what was given on each of these levels, as text or TOML values. Out: one validated, frozen `Settings`, with the
origin of each value. Unknown keys and values that cannot be read are refused with a suggestion (UsageError).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import timedelta
from pathlib import Path
from typing import Any

from verifier.model.dates import PartialDate
from verifier.model.errors import UsageError
from verifier.settings.readers import (
    FAIL_ON,
    KEYS,
    READERS,
    duration,
    header_name,
    header_value,
    host_name,
    misspelt,
    parse_duration,
    positive,
    status_codes,
    suggest,
)

__all__ = [
    "FAIL_ON",
    "HOST_KEYS",
    "KEYS",
    "HostSettings",
    "Settings",
    "load",
    "misspelt",
    "parse_duration",
    "shown",
    "without_user",
]

HOST_KEYS = ("interval", "concurrency", "headers", "accept")


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
    share: bool = False
    show_secrets: bool = False
    quiet: bool = False
    verbose: bool = False
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
    record: Path | None = None
    replay: Path | None = None
    """What a run is recorded in or answered from: given for one run, so that no file or variable sets them."""
    origins: Mapping[str, str] = field(default_factory=dict)
    """Where each value that is not a default came from, for `config show --origin`."""


def _host_settings(host: str, table: object, environment: Mapping[str, str]) -> HostSettings:
    if not isinstance(table, dict):
        raise UsageError(f'[hosts."{host}"] must be a table', f"It may set {', '.join(HOST_KEYS)}.")
    for key in table:
        if key not in HOST_KEYS:
            raise UsageError(f'unknown key {key!r} in [hosts."{host}"]{suggest(key, HOST_KEYS)}')
    key = ""
    try:
        host_name(host)
        values: dict[str, Any] = {}
        for key, value in table.items():
            values[key] = _headers(value, environment) if key == "headers" else _HOST_READERS[key](value)
        return HostSettings(**values)
    except (ValueError, TypeError, AttributeError) as error:
        raise UsageError(f'{key and f"{key} in "}[hosts."{host}"]: {error}') from error


_HOST_READERS: Mapping[str, Callable[[object], object]] = {
    "interval": duration,
    "concurrency": positive,
    "accept": status_codes,
}


def _headers(table: object, environment: Mapping[str, str]) -> dict[str, str]:
    if not isinstance(table, dict):
        raise TypeError('write a table, such as { Authorization = "${TOKEN}" }')
    return {header_name(str(name)): header_value(_expand(str(text), environment)) for name, text in table.items()}


def _expand(text: str, environment: Mapping[str, str]) -> str:
    """Put in `${NAME}` from the environment, so that secrets stay out of files."""

    def value(match: re.Match[str]) -> str:
        if match[1] not in environment:
            raise ValueError(f"the environment variable {match[1]} is not set")
        return environment[match[1]]

    return re.sub(r"\$\{(\w+)\}", value, text)


def _read_toml(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}", "Check the path given with --config.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not valid TOML: it is not in UTF-8", "Save it as UTF-8 in an editor.") from error
    except (ValueError, RecursionError) as error:  # a number too long to be read is no TOMLDecodeError
        raise UsageError(f"{path} is not valid TOML: {error}", "`verify init` writes one to begin with.") from error


def _table_of(table: dict[str, Any], *names: str) -> dict[str, Any]:
    """The table of that name in the tables of a file, empty when it is not there."""
    for at, name in enumerate(names, 1):
        table = table.get(name, {})
        if not isinstance(table, dict):
            raise UsageError(f"[{'.'.join(names[:at])}] of pyproject.toml must be a table")
    return table


_COMMAND_LINE = "command line"
_ENVIRONMENT = "environment"


def _name(written: str, origin: str) -> str:
    """What a person calls the setting where it was given."""
    if origin == _COMMAND_LINE:
        return f"--{written.replace('_', '-')}"
    return f"VERIFY_{written.upper()}" if origin == _ENVIRONMENT else f"{written} in {origin}"


def _levels(
    flags: Mapping[str, object], environment: Mapping[str, str], folder: Path, config: Path | None, given_by: str
) -> list[tuple[str, Mapping[str, Any]]]:
    """What each level gives, weakest first, with its name."""
    levels: list[tuple[str, Mapping[str, Any]]] = []
    project = folder / "pyproject.toml"
    if project.is_file():
        levels.append(("pyproject.toml [tool.verify]", _table_of(_read_toml(project), "tool", "verify")))
    if (folder / "verify.toml").is_file():
        levels.append(("verify.toml", _read_toml(folder / "verify.toml")))
    if config is not None:
        levels.append((str(config), _read_toml(config)))
    # An empty variable is one that is not set: CI files write `VERIFY_X: ${{ vars.X }}`.
    variables = {key: value for key in KEYS if (value := environment.get(f"VERIFY_{key.upper()}"))}
    levels.append((_ENVIRONMENT, variables))
    levels.append((given_by, flags))
    return levels


def load(
    flags: Mapping[str, object],
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    config: Path | None = None,
    given_by: str = _COMMAND_LINE,
) -> Settings:
    """Merge all levels into validated settings.

    `flags` holds only what `given_by` gave (key as in `KEYS`). Raises UsageError for unknown keys and values that
    cannot be read, naming the level.
    """
    values: dict[str, Any] = {}
    hosts: dict[str, HostSettings] = {}
    origins: dict[str, str] = {}
    environment = environment or {}
    for origin, level in _levels(flags, environment, folder or Path(), config, given_by):
        for written, value in level.items():
            key = written.replace("-", "_")
            if key == "hosts":
                if not isinstance(value, dict):
                    raise UsageError(f"hosts in {origin} must hold tables", 'Write [hosts."example.org"] above them.')
                hosts |= {host.lower(): _host_settings(host, table, environment) for host, table in value.items()}
                continue
            if key not in READERS:
                raise UsageError(
                    f"unknown setting {written!r} in {origin}{suggest(key, (*KEYS, 'hosts'))}",
                    "`verify check --help` names them all.",
                )
            try:
                values[key] = READERS[key](value)
            except (ValueError, TypeError) as error:
                name = _name(written, origin)
                told = " ".join(value) if isinstance(value, tuple) else value  # options that are repeated
                raise UsageError(f"{name}: cannot use {told!r}: {error}") from error
            origins[key] = origin
    return Settings(**values, hosts=hosts, origins=origins)


def shown(settings: Settings) -> dict[str, object]:
    """The settings as plain values for a report, defaults left out and secrets (headers, proxy passwords) masked."""
    plain: dict[str, object] = {}
    for item in fields(settings):
        if item.name in settings.origins:
            value = getattr(settings, item.name)
            text = value if isinstance(value, bool | int | float) else _text(value)
            plain[item.name] = without_user(text) if isinstance(text, str) else text
    return plain


def without_user(text: str) -> str:
    """`text` without what stands before the host of an address: a proxy's user and password."""
    return re.sub(r"//[^/@\s]+@", "//***@", text)


def _text(value: object) -> object:
    if isinstance(value, timedelta):
        return f"{value.total_seconds():g}s"
    if isinstance(value, tuple):
        return [str(part) for part in value]
    return str(value)
