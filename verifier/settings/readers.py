"""Readers of single settings: from text or a TOML value to what the program works with.

Each takes what was written and gives the value, or raises ValueError (for archives UsageError) with the reason.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from verifier.model.dates import PartialDate

FAIL_ON = ("broken", "fix", "review", "new", "never")
_UNITS = {"ms": 0.001, "s": 1.0, "m": 60.0, "min": 60.0, "h": 3600.0, "d": 86400.0, "w": 604800.0}
_DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*(ms|s|min|m|h|d|w)?", re.IGNORECASE)
_LONGEST = timedelta(days=36500)
"""No run waits for longer, and no date lies so far before today that it could not be written."""


def parse_duration(text: str) -> timedelta:
    """Read "250ms", "20s", "5m", "2h", "1d", "1w" or plain seconds; raises ValueError otherwise."""
    match = _DURATION.fullmatch(text.strip())
    if match is None:
        raise ValueError("write a number and a unit, such as 250ms, 20s, 5m, 2h or 1d")
    seconds = float(match[1]) * _UNITS[(match[2] or "s").lower()]
    if seconds > _LONGEST.total_seconds():
        raise ValueError(f"write at most {_LONGEST.days}d")
    return timedelta(seconds=seconds)


def duration(value: object) -> timedelta:
    """A duration, written with its unit or as a number of seconds."""
    return parse_duration(str(value))


def _wait(value: object) -> timedelta:
    """A duration in which something can happen."""
    wait = duration(value)
    if not wait:
        raise ValueError("write a time longer than 0")
    return wait


def _optional_duration(value: object) -> timedelta | None:
    return None if str(value).strip().lower() in {"", "none"} else _wait(value)


def positive(value: object) -> int:
    """A whole number of at least 1."""
    number = 0
    with suppress(ValueError):
        number = int(str(value))
    if number < 1:
        raise ValueError("write a whole number of at least 1")
    return number


def _share(value: object) -> float:
    try:
        number = float(str(value))
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise ValueError("write a number from 0 to 1, such as 0.8")
    return number


def _date(value: object) -> PartialDate:
    try:
        return PartialDate.parse(str(value))
    except ValueError:
        raise ValueError("write a date as YYYY-MM-DD, YYYY-MM or YYYY") from None


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
    try:
        return tuple(str(ipaddress.ip_network(network, strict=False)) for network in _many(value))
    except ValueError as error:
        raise ValueError(f"{error}; write an address or a range, such as 10.0.0.0/8") from None


def _archives(value: object) -> tuple[str, ...]:
    """Names or addresses of archives; raises UsageError for one that is not known, or is no evidence."""
    from urllib.parse import urlsplit

    from verifier.checks.archive.memento import archive_address

    names = _many(value)
    hosts = [urlsplit(archive_address(name)).hostname for name in names]
    if len(set(hosts)) < len(hosts):
        raise ValueError("two of them are at the same host; name each host once")
    return names


def _fail_on(value: object) -> tuple[str, ...]:
    levels = _many(value)
    for level in levels:
        if level not in FAIL_ON:
            raise ValueError(f"{level!r} is not one of {', '.join(FAIL_ON)}{suggest(level, FAIL_ON)}")
    return levels


def header_value(text: str) -> str:
    """A value that is printable ASCII: it goes into a request header as it is."""
    if not text.isascii() or not text.isprintable():
        raise ValueError("write plain printable ASCII")
    return text


def header_name(text: str) -> str:
    """A header's name, of the characters that a name may have (RFC 9110, section 5.6.2)."""
    if not re.fullmatch(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+", text):
        raise ValueError(f"{text!r} is no name of a header")
    return text


def host_name(text: str) -> str:
    """A host as it stands in an address, in lower case: no address, no path, no port."""
    if not re.fullmatch(r"[^\s/:@?#\[\]]+|\[[0-9A-Fa-f:.]+\]", text):
        raise ValueError("name a host alone, such as example.org")
    return text.lower()


def status_codes(value: object) -> tuple[int, ...]:
    """A list of statuses."""
    if not isinstance(value, list):
        raise TypeError("write a list of status codes, such as [403]")
    return tuple(map(status_code, value))


def status_code(value: object) -> int:
    """A status that a host may answer with; some make up their own beyond 599."""
    text = str(value)
    if not re.fullmatch(r"[1-9][0-9]{2}", text):
        raise ValueError(f"{text!r} is no status code, such as 403")
    return int(text)


READERS: dict[str, Callable[[Any], object]] = {
    "format": _many,
    "share": _switch,
    "show_secrets": _switch,
    "quiet": _switch,
    "verbose": _switch,
    "output_dir": Path,
    "no_report": _switch,
    "history": Path,
    "no_history": _switch,
    "reviews": Path,
    "letter_date": _date,
    "offline": _switch,
    "private": _switch,
    "plan": _switch,
    "no_archive": _switch,
    "archive": _archives,
    "note": _many,
    "refresh": _switch,
    "fail_on": _fail_on,
    "min_decided": _share,
    "max_age": duration,
    "timeout": _wait,
    "deadline": _optional_duration,
    "concurrency": positive,
    "host_concurrency": positive,
    "host_interval": duration,
    "include": _patterns,
    "exclude": _patterns,
    "allow_network": _networks,
    "resolve": _many,
    "user_agent": header_value,
    "contact": header_value,
    "proxy": str,
    "ca_bundle": Path,
    "vantage": str,
}
KEYS = tuple(READERS)
_PREFIX = "VERIFY_"
_ALIKE = 0.8
"""From this likeness on (difflib's ratio) a name is a misspelling and not another program's."""


def suggest(word: str, known: tuple[str, ...]) -> str:
    """The known word that is most like `word`, as a question to append; empty when none is."""
    import difflib

    close = difflib.get_close_matches(word, known, n=1)
    return f" (did you mean {close[0]!r}?)" if close else ""


def misspelt(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Of the names of environment variables, those that are nearly one of a setting, each with the name meant."""
    ours = {f"{_PREFIX}{key.upper()}" for key in KEYS}
    foreign = [name for name in names if name.upper().startswith(_PREFIX) and name not in ours]
    if not foreign:
        return ()
    import difflib

    found = []
    for name in foreign:
        meant = difflib.get_close_matches(name.upper()[len(_PREFIX) :], map(str.upper, KEYS), n=1, cutoff=_ALIKE)
        found += [(name, f"{_PREFIX}{one}") for one in meant]
    return tuple(found)
