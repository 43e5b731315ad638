"""`--resolve HOST:PORT:ADDRESS:PORT`: answers that stand in for the name server's.

Text goes in, an `Override` comes out; `find` picks the one that fits a host and port best. This is how a simulated web
is reached: the target of an override is exempt from vetting, and nothing else is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address

from verifier.model.errors import UsageError
from verifier.web.addresses import Address

_HINT = (
    "Write HOST:PORT:ADDRESS:PORT, for example example.org:443:127.0.0.1:8443 or '*:80:[::1]:8080'; "
    "ADDRESS may also be nxdomain, servfail or silent."
)


class NoAddress(StrEnum):
    """What a name server may do other than give an address."""

    NXDOMAIN = "nxdomain"
    SERVFAIL = "servfail"
    SILENT = "silent"


_NO_ADDRESS = frozenset(member.value for member in NoAddress)


@dataclass(frozen=True, slots=True)
class Override:
    """For `host` and `port` (None: any), connect to `target` at `target_port` (None: the port asked for)."""

    host: str | None
    port: int | None
    target: Address | NoAddress
    target_port: int | None = None


def parse_override(text: str) -> Override:
    """Read one `--resolve` value; raises UsageError, with a hint, when it is not one."""
    fields = _fields(text)
    without_port = len(fields) == 3 and fields[2].lower() in _NO_ADDRESS
    if len(fields) != 4 and not without_port:
        raise UsageError(f"--resolve {text}: not four fields separated by colons", _HINT)
    host = fields[0].lower().rstrip(".")
    if not host:
        raise UsageError(f"--resolve {text}: no host", _HINT)
    return Override(
        host=None if host == "*" else host,
        port=_port(text, fields[1]),
        target=_target(text, fields[2]),
        target_port=None if without_port else _port(text, fields[3], least=0),
    )


def find(overrides: Iterable[Override], host: str, port: int) -> Override | None:
    """The override that fits best: a named host before `*`, then a named port before `*`, then the last given."""
    name = host.lower().rstrip(".")
    best: Override | None = None
    best_rank = (False, False)
    for override in overrides:
        if override.host not in (None, name) or override.port not in (None, port):
            continue
        rank = (override.host is not None, override.port is not None)
        if best is None or rank >= best_rank:
            best, best_rank = override, rank
    return best


def _fields(text: str) -> list[str]:
    """Split at colons, except inside [brackets], which are taken off."""
    fields = [""]
    inside = False
    for char in text.strip():
        if char == "[" and not fields[-1] and not inside:
            inside = True
        elif char == "]" and inside:
            inside = False
        elif char == ":" and not inside:
            fields.append("")
        else:
            fields[-1] += char
    if inside:
        raise UsageError(f"--resolve {text}: a [ without its ]", _HINT)
    return fields


def _port(text: str, field: str, least: int = 1) -> int | None:
    if field == "*":
        return None
    if not (field.isascii() and field.isdigit() and len(field) <= 5 and least <= int(field) <= 65535):
        raise UsageError(f"--resolve {text}: {field!r} is not a port", _HINT)
    return int(field)


def _target(text: str, field: str) -> Address | NoAddress:
    if field.lower() in _NO_ADDRESS:
        return NoAddress(field.lower())
    try:
        return ip_address(field)
    except ValueError:
        raise UsageError(f"--resolve {text}: {field!r} is not an address", _HINT) from None
