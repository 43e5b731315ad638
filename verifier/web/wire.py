"""HTTP/1.1 over one connection: plain answers by `plain_head`, all others by h11, the parser that httpx itself uses.

A request line and headers go out; the head of the answer, then its body piece by piece, come in. Whether the
connection may serve another request is decided here too: not when anything stands in it that was not asked for, since
that could be a forged answer to the next request.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import h11

from verifier.web.exchange import FailureKind
from verifier.web.network import Progress, SocketStream
from verifier.web.plain_head import Pairs, plain_head
from verifier.web.resolve import NetworkError

_MOST_HEADERS = 100 * 1024  # bytes of one answer's headers
_CHUNK = 65_536
# What a request is made of may stem from a letter or a page: none of it may begin another line, or another request.
_TARGET = re.compile(rb"[\x21-\x7e]+")
_NAME = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(rb"(?:[\x21-\x7e\x80-\xff]+(?:[ \t]+[\x21-\x7e\x80-\xff]+)*)?")


class Head(NamedTuple):
    """The beginning of an answer."""

    status_code: int
    headers: Pairs


Named = tuple[tuple[str, str], ...]
"""Headers to send."""


def request_bytes(netloc: str, target: bytes, headers: Named, form: bytes | None = None) -> bytes:
    """A GET, or a POST of `form`, as it is sent; raises NetworkError for what cannot stand in one."""
    if not _TARGET.fullmatch(target):
        raise NetworkError(FailureKind.MALFORMED, "cannot be asked for over HTTP: illegal characters in the URL")
    lines = _lines((("Host", netloc),)) + _lines(headers)
    if form is None:
        return b"GET %b HTTP/1.1\r\n%b\r\n" % (target, lines)
    return b"POST %b HTTP/1.1\r\n%bContent-Length: %d\r\n\r\n%b" % (target, lines, len(form), form)


@lru_cache(maxsize=256)
def _lines(headers: Named) -> bytes:
    pairs = [(name.encode(), value.encode("utf-8", "surrogatepass")) for name, value in headers]
    for name, value in pairs:
        if not _NAME.fullmatch(name) or not _VALUE.fullmatch(value):
            raise NetworkError(FailureKind.MALFORMED, f"cannot be asked for over HTTP: illegal header {name[:40]!r}")
    return b"".join(b"%b: %b\r\n" % pair for pair in pairs)


class Connection:
    """One connection, and where in its present answer it stands."""

    def __init__(self, stream: SocketStream, host: str) -> None:
        self._stream = stream
        self._host = host
        self._left = 0
        self._begun = b""
        self._stays_open = False
        self._state: h11.Connection | None = None
        """What h11 knows of an answer that is not plain."""

    async def ask(self, request: bytes, progress: Progress | None = None) -> Head:
        """Send a request and read the head of its answer; raises NetworkError."""
        self._stream.progress = progress
        self._stays_open = False
        self._state = None
        self._stream.send(request)
        data = await self._stream.read(_CHUNK)
        if not data:
            raise self._ended()
        head = plain_head(data)
        if head is None:
            return await self._ask_h11(data)
        self._begun = data[head.body_at :]
        self._left = head.length
        self._stays_open = head.stays_open
        return Head(head.status_code, head.headers)

    async def piece(self) -> bytes:
        """The next bytes of the body, content coding left on, b"" at its end; raises NetworkError if it breaks off."""
        if self._state is not None:
            return await self._h11_piece(self._state)
        if not self._left:
            return b""
        data = self._begun or await self._stream.read(_CHUNK)
        if not data:
            raise self._ended()
        piece = data[: self._left]
        self._begun = data[self._left :]
        self._left -= len(piece)
        return piece

    def renew(self) -> bool:
        """Whether the connection can serve another request."""
        state = self._state
        if state is None:
            return self._stays_open and not self._left and not self._begun and self.idle
        if state.their_state is not h11.DONE or state.our_state is not h11.DONE:
            return False
        return state.trailing_data == (b"", False) and self.idle

    @property
    def idle(self) -> bool:
        """Whether nothing has come in or ended while nobody asked."""
        return not self._stream.readable

    def close(self) -> None:
        """Drop the connection at once."""
        self._stream.abort()

    async def _ask_h11(self, data: bytes) -> Head:
        """The head of an answer that begins with `data`, by h11, told of some GET: answers to a POST read alike."""
        self._state = state = h11.Connection(h11.CLIENT, max_incomplete_event_size=_MOST_HEADERS)
        state.send(h11.Request(method=b"GET", target=b"/", headers=[(b"Host", b"unused")]))
        state.send(h11.EndOfMessage())
        state.receive_data(data)
        while True:
            event = await self._next(state)
            if isinstance(event, h11.Response):
                return Head(event.status_code, event.headers.raw_items())
            if isinstance(event, h11.ConnectionClosed):
                raise self._ended()

    async def _h11_piece(self, state: h11.Connection) -> bytes:
        event = await self._next(state)
        if isinstance(event, h11.Data):
            return bytes(event.data)
        if isinstance(event, h11.EndOfMessage):
            return b""
        raise self._ended()

    async def _next(self, state: h11.Connection) -> object:
        while True:
            try:
                event = state.next_event()
            except h11.RemoteProtocolError as error:
                raise self._unreadable(state, error) from error
            if event is not h11.NEED_DATA:
                return event
            data = await self._stream.read(_CHUNK)
            if not data and state.their_state is h11.SEND_RESPONSE:
                raise self._ended()
            state.receive_data(data)

    def _unreadable(self, state: h11.Connection, error: h11.RemoteProtocolError) -> NetworkError:
        if self._stream.readable and state.their_state is h11.ERROR and "closed connection" in str(error):
            return self._ended()
        return NetworkError(
            FailureKind.PROTOCOL, f"{self._host} answered with something that is not HTTP ({str(error)[:120]})"
        )

    def _ended(self) -> NetworkError:
        return NetworkError(
            FailureKind.RESET, f"{self._host} closed the connection before its answer was complete", "cut_short"
        )
