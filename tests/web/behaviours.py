"""How a page of the simulated web behaves, as plain data: what is sent, and how the connection is treated.

A behaviour says nothing of what a checker ought to make of it; that is the business of `tests.web.catalogue.Truth`.
`tests.web.serving` plays behaviours on a real socket.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A complete HTTP response. A `str` body is sent as UTF-8.

    `fresh` replaces `{{path}}`, `{{count}}` and `{{token}}` in the body by the path asked for, the number of requests
    so far, and a token that differs each time. `pad` adds that many bytes of filler. `delay` (seconds) comes before the
    status line.
    """

    body: str | bytes = b""
    status: int = 200
    headers: Pairs = ()
    content_type: str | None = "text/html; charset=utf-8"
    coding: Literal["", "gzip", "deflate", "br"] = ""
    framing: Literal["length", "chunked", "close"] = "length"
    delay: float = 0.0
    reason: str | None = None
    fresh: bool = False
    pad: int = 0


@dataclass(frozen=True, slots=True)
class Redirect:
    """A redirect; `location` is sent as it stands, None sends none, and `{{token}}` in it differs each time."""

    location: str | None
    status: int = 302
    headers: Pairs = ()


@dataclass(frozen=True, slots=True)
class Sequence:
    """The first request gets the first behaviour, and so on; the last one stays."""

    steps: tuple[Behaviour, ...]


@dataclass(frozen=True, slots=True)
class ByMethod:
    """Answers HEAD otherwise than GET."""

    head: Behaviour
    get: Behaviour


@dataclass(frozen=True, slots=True)
class CookieGate:
    """`before` until the request carries `cookie` ("name=value"), then `after`."""

    cookie: str
    before: Behaviour
    after: Behaviour


@dataclass(frozen=True, slots=True)
class RateLimit:
    """429 until `wait` seconds have passed since the last refusal; whoever asks too soon waits anew."""

    then: Behaviour
    wait: float
    retry_after: str | None = None


@dataclass(frozen=True, slots=True)
class Silent:
    """Says nothing more after the request, after the headers, or after the first half of the body."""

    after: Literal["request", "headers", "half"] = "request"


@dataclass(frozen=True, slots=True)
class Drip:
    """Sends one byte of the body, one header line, or one interim response each `interval` seconds, for ever."""

    part: Literal["body", "headers", "interim"] = "body"
    interval: float = 0.2


@dataclass(frozen=True, slots=True)
class Reset:
    """Resets the connection after the request, or after half of a body."""

    after: Literal["request", "half"] = "request"


@dataclass(frozen=True, slots=True)
class Close:
    """Closes the connection: without a reply, or after half of the body that the headers promised."""

    after: Literal["request", "half"] = "request"


@dataclass(frozen=True, slots=True)
class Raw:
    """Sends these bytes, whatever they are; then closes, unless `keep_alive`."""

    data: bytes
    keep_alive: bool = False


@dataclass(frozen=True, slots=True)
class HeaderBomb:
    """A good status line, then `size` bytes of headers: many lines, or one that does not end."""

    size: int = 8_000_000
    lines: bool = True


@dataclass(frozen=True, slots=True)
class GzipBomb:
    """`head` and then `size` bytes of nothing, packed to a thousandth."""

    head: str
    size: int = 400_000_000


@dataclass(frozen=True, slots=True)
class Endless:
    """A body that begins with `head` and never ends."""

    head: bytes
    content_type: str = "text/html; charset=utf-8"


Behaviour = (
    Answer
    | Redirect
    | Sequence
    | ByMethod
    | CookieGate
    | RateLimit
    | Silent
    | Drip
    | Reset
    | Close
    | Raw
    | HeaderBomb
    | GzipBomb
    | Endless
)
