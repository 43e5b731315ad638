"""HTTP/1.1 over one connection, by h11, the parser that httpx itself uses.

A request line and headers go out; the head of the answer, then its body piece by piece, come in. Whether the
connection may serve another request is decided here too: not when anything stands in it that was not asked for, since
that could be a forged answer to the next request.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from typing import NamedTuple

import h11

from verifier.web.exchange import FailureKind
from verifier.web.network import SocketStream
from verifier.web.resolve import NetworkError

_MOST_HEADERS = 100 * 1024  # bytes of one answer's headers
_CHUNK = 65_536

Pairs = list[tuple[bytes, bytes]]


class Head(NamedTuple):
    """The beginning of an answer."""

    status_code: int
    headers: Pairs


class Connection:
    """One connection and what h11 knows of it."""

    def __init__(self, stream: SocketStream, host: str) -> None:
        self._stream = stream
        self._host = host
        self._state = h11.Connection(h11.CLIENT, max_incomplete_event_size=_MOST_HEADERS)

    async def ask(self, method: str, target: bytes, headers: Iterable[tuple[bytes, bytes]], body: bytes = b"") -> Head:
        """Send a request and read the head of its answer; raises NetworkError."""
        try:
            request = self._state.send(h11.Request(method=method, target=target, headers=list(headers))) or b""
            if body:
                request += self._state.send(h11.Data(data=body)) or b""
            request += self._state.send(h11.EndOfMessage()) or b""
        except h11.LocalProtocolError as error:
            raise NetworkError(FailureKind.MALFORMED, f"cannot be asked for over HTTP: {error}") from error
        self._stream.send(request)
        while True:
            event = await self._next()
            if isinstance(event, h11.Response):
                return Head(event.status_code, event.headers.raw_items())
            if isinstance(event, h11.ConnectionClosed):
                raise self._ended()

    async def body(self) -> AsyncIterator[bytes]:
        """The body as it comes, content coding left on; raises NetworkError when it breaks off."""
        while True:
            event = await self._next()
            if isinstance(event, h11.Data):
                yield bytes(event.data)
            elif isinstance(event, h11.EndOfMessage):
                return
            else:
                raise self._ended()

    def renew(self) -> bool:
        """Make ready for another request; False when the connection cannot serve one."""
        if self._state.their_state is not h11.DONE or self._state.our_state is not h11.DONE:
            return False
        if self._state.trailing_data != (b"", False):
            return False
        self._state.start_next_cycle()
        return self.idle

    @property
    def idle(self) -> bool:
        """Whether nothing has come in or ended while nobody asked."""
        return not self._stream.readable

    def close(self) -> None:
        """Drop the connection at once."""
        self._stream.abort()

    async def _next(self) -> object:
        while True:
            try:
                event = self._state.next_event()
            except h11.RemoteProtocolError as error:
                raise self._unreadable(error) from error
            if event is not h11.NEED_DATA:
                return event
            data = await self._stream.read(_CHUNK)
            if not data and self._state.their_state is h11.SEND_RESPONSE:
                raise self._ended()
            self._state.receive_data(data)

    def _unreadable(self, error: h11.RemoteProtocolError) -> NetworkError:
        if self._stream.readable and self._state.their_state is h11.ERROR and "closed connection" in str(error):
            return self._ended()
        return NetworkError(
            FailureKind.PROTOCOL, f"{self._host} answered with something that is not HTTP ({str(error)[:120]})"
        )

    def _ended(self) -> NetworkError:
        return NetworkError(
            FailureKind.RESET, f"{self._host} closed the connection before its answer was complete", "cut_short"
        )
