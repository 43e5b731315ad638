"""The seam between the HTTP client and those who use it: plain requests, responses and failures.

Nothing here knows httpx. A failure is a value, never an exception: what went wrong with a link is data.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

REDIRECTS = frozenset({301, 302, 303, 307, 308})
"""Status codes that send on to the `Location` they name (RFC 9110, 15.4)."""


class FailureKind(StrEnum):
    """Why a request got no HTTP response."""

    MALFORMED = "malformed"  # not a URL that can be asked for
    UNSUPPORTED_SCHEME = "unsupported_scheme"
    REFUSED_ADDRESS = "refused_address"  # private, loopback, link-local, metadata …: never connected to
    NXDOMAIN = "nxdomain"
    DNS_FAILURE = "dns_failure"  # SERVFAIL, no data, DNS timeout: not proof of absence
    CONNECT_REFUSED = "connect_refused"
    CONNECT_TIMEOUT = "connect_timeout"
    READ_TIMEOUT = "read_timeout"  # connected, then silence or a drip past the limits
    RESET = "reset"
    PROTOCOL = "protocol"  # not HTTP, or HTTP too broken to read
    TLS = "tls"  # `detail` says which: expired, self_signed, wrong_host, incomplete_chain, other
    PROXY = "proxy"
    UNREACHABLE = "unreachable"  # no route, network unreachable
    GIVEN_UP = "given_up"  # the host or the run ran out of its time; nothing was learnt
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Request:
    """One GET, or, with `form`, one POST of its fields.

    `headers` are added to the client's own, or take the place of those of the same name. The body is read up to
    `max_body` decoded bytes.

    Of a body that is no text (a PDF, an image), at most `max_other` bytes are read; None means `max_body` for it too.
    `total_timeout` (seconds) bounds everything, retries and waiting for them included; None means the client's default.
    With `retry` False the first answer stands, whatever it is. `patience` is the longest wait, in seconds, before
    another try; what took all its time is then not tried again either (None: as the client sees fit).
    A form is sent once and never again by itself: who takes it may act on it twice.
    """

    url: str
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)  # they may hold keys
    max_body: int = 1_000_000
    total_timeout: float | None = None
    retry: bool = True
    max_other: int | None = None
    patience: float | None = None
    form: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Headers:
    """Response headers in the order sent; names compare without case."""

    pairs: tuple[tuple[str, str], ...] = ()

    def get(self, name: str, default: str = "") -> str:
        """The first value of `name`, or `default`."""
        wanted = name.lower()
        for key, value in self.pairs:
            if key.lower() == wanted:
                return value
        return default

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of `name`, in order."""
        wanted = name.lower()
        return tuple(value for key, value in self.pairs if key.lower() == wanted)

    def __contains__(self, name: str) -> bool:
        wanted = name.lower()
        return any(key.lower() == wanted for key, _ in self.pairs)


@dataclass(frozen=True, slots=True)
class Response:
    """An HTTP answer: `body` decoded (content coding undone) and cut at the limit; `complete` says whether it is whole.

    `requests` counts every request sent for it, retries included; `elapsed_ms` spans them all.
    """

    url: str
    status_code: int
    headers: Headers = Headers()
    body: bytes = b""
    complete: bool = True
    elapsed_ms: int = 0
    requests: int = 1


@dataclass(frozen=True, slots=True)
class Failure:
    """No HTTP answer: `message` says what happened in words; `answered` whether a host was there at all."""

    url: str
    kind: FailureKind
    message: str
    detail: str = ""
    answered: bool = False
    elapsed_ms: int = 0
    requests: int = 1


Answer = Response | Failure
"""What came of a request."""


class Fetcher(Protocol):
    """Sends one request (with retries, pacing, address vetting) and follows nothing."""

    async def fetch(self, request: Request) -> Answer:
        """Ask for `request.url`; never raises for what a remote host does."""
        ...
