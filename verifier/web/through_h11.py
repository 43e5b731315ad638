"""One answer that leaves something to interpret, read by h11, the parser that httpx itself uses.

The stream and the first bytes of the answer go in; its head, then its body piece by piece, come out.
"""

from __future__ import annotations

import h11

from verifier.web.exchange import FailureKind
from verifier.web.network import SocketStream, cut_short
from verifier.web.plain_head import Pairs
from verifier.web.resolve import NetworkError

_MOST_HEADERS = 100 * 1024  # bytes of one answer's headers
_CHUNK = 65_536
_TOO_LARGE = 431  # h11's hint that a head has outgrown its bound


class InterpretedAnswer:
    """The answer to one request over `stream`."""

    def __init__(self, stream: SocketStream, host: str, begun: bytes) -> None:
        self._stream = stream
        self._host = host
        # h11 is told that this was a GET: answers to a POST are read the same way.
        self._state = state = h11.Connection(h11.CLIENT, max_incomplete_event_size=_MOST_HEADERS)
        state.send(h11.Request(method=b"GET", target=b"/", headers=[(b"Host", b"unused")]))
        state.send(h11.EndOfMessage())
        state.receive_data(begun)

    async def head(self) -> tuple[int, Pairs]:
        """Status code and headers; raises NetworkError."""
        while True:
            event = await self._next()
            if isinstance(event, h11.Response):
                return event.status_code, event.headers.raw_items()
            if isinstance(event, h11.ConnectionClosed):
                raise cut_short(self._host)

    async def piece(self) -> bytes:
        """The next bytes of the body, content coding left on, b"" at its end; raises NetworkError if it breaks off."""
        event = await self._next()
        if isinstance(event, h11.Data):
            return bytes(event.data)
        if isinstance(event, h11.EndOfMessage):
            return b""
        raise cut_short(self._host)

    @property
    def over(self) -> bool:
        """Whether all of it was read, and nothing came after it."""
        state = self._state
        if state.their_state is not h11.DONE or state.our_state is not h11.DONE:
            return False
        return state.trailing_data == (b"", False)

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
                raise cut_short(self._host)
            self._state.receive_data(data)

    def _unreadable(self, error: h11.RemoteProtocolError) -> NetworkError:
        if self._stream.readable and self._state.their_state is h11.ERROR and "closed connection" in str(error):
            return cut_short(self._host)
        if error.error_status_hint == _TOO_LARGE:
            size = f"{_MOST_HEADERS // 1024} KiB"
            words = f"{self._host} sent more than {size} of headers, or of something that is not HTTP"
            return NetworkError(FailureKind.PROTOCOL, words)
        return NetworkError(
            FailureKind.PROTOCOL,
            f"{self._host} answered with something that is not HTTP ({str(error).partition(': bytearray(')[0][:120]})",
        )
