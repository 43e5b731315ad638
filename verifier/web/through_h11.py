"""One answer that leaves something to interpret, read by h11, the parser that httpx itself uses.

The stream and the first bytes of the answer go in; its head, then its body piece by piece, come out. h11's patterns
take time by the square of the blanks in a line (13 s for 60 KB of tabs, measured), in which nothing else is done: it is
given heads line by line, none with more blanks than it can bear, and bodies in short pieces.
"""

from __future__ import annotations

import h11

from verifier.web.exchange import FailureKind
from verifier.web.network import SocketStream, cut_short
from verifier.web.plain_head import Pairs
from verifier.web.resolve import NetworkError

_MOST_HEADERS = 100 * 1024  # bytes of one answer's headers
_MOST_BLANKS = 2_048  # of one header, together with the lines that go on with it
_CHUNK = 65_536
_PIECE = 8_192  # bytes of a body that h11 is given at once
_MOST_BETWEEN = 1_024  # bytes between two chunks, beyond such a piece
_TOO_LARGE = 431  # h11's hint that a head has outgrown its bound
_FRAMING = frozenset({b"connection", b"content-length", b"transfer-encoding"})


class InterpretedAnswer:
    """The answer to one request over `stream`."""

    def __init__(self, stream: SocketStream, host: str, begun: bytes) -> None:
        self._stream = stream
        self._host = host
        self._came = begun
        self._at = 0
        """How much of what came h11 was given."""
        self._in_head = True
        self._at_line = True
        self._blanks = 0
        self._state = _after_request(_MOST_HEADERS)

    async def head(self) -> tuple[int, Pairs]:
        """Status code and headers; raises NetworkError."""
        while True:
            event = await self._next()
            if isinstance(event, h11.Response):
                self._begin_body(event)
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
        if state.their_state is not h11.DONE or state.our_state is not h11.DONE or self._at < len(self._came):
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
            if self._at == len(self._came):
                self._came, self._at = await self._stream.read(_CHUNK), 0
                if not self._came and self._state.their_state is h11.SEND_RESPONSE:
                    raise cut_short(self._host)
            self._state.receive_data(self._line() if self._in_head else self._taken(self._at + _PIECE))

    def _taken(self, end: int) -> bytes:
        """What came and was not given yet, up to `end`."""
        taken = self._came[self._at : end]
        self._at += len(taken)
        return taken

    def _line(self) -> bytes:
        """The next line of a head, or what there is of it; raises NetworkError where its header is made of blanks."""
        line = self._taken(self._came.find(b"\n", self._at) + 1 or len(self._came))
        if self._at_line and line[:1] not in (b" ", b"\t"):
            self._blanks = 0
        self._at_line = line.endswith(b"\n")
        self._blanks += line.count(b" ") + line.count(b"\t")
        if self._blanks > _MOST_BLANKS:
            words = f"{self._host} sent a header of hardly anything but blanks, or something that is not HTTP"
            raise NetworkError(FailureKind.PROTOCOL, words)
        return line

    def _begin_body(self, head: h11.Response) -> None:
        """Read on with a state of its own: what stands between the chunks of a body is far shorter than a head."""
        lines = [b"%b: %b\r\n" % (name, value) for name, value in head.headers if name in _FRAMING]
        self._state = _after_request(_MOST_BETWEEN)
        self._state.receive_data(b"HTTP/%b %d \r\n%b\r\n" % (head.http_version, head.status_code, b"".join(lines)))
        self._state.next_event()
        self._in_head = False

    def _unreadable(self, error: h11.RemoteProtocolError) -> NetworkError:
        if self._stream.readable and self._state.their_state is h11.ERROR and "closed connection" in str(error):
            return cut_short(self._host)
        if error.error_status_hint == _TOO_LARGE:
            size = f"more than {_MOST_HEADERS // 1024} KiB of headers" if self._in_head else "a chunk of no known size"
            words = f"{self._host} sent {size}, or something that is not HTTP"
            return NetworkError(FailureKind.PROTOCOL, words)
        return NetworkError(
            FailureKind.PROTOCOL,
            f"{self._host} answered with something that is not HTTP ({str(error).partition(': bytearray(')[0][:120]})",
        )


def _after_request(most: int) -> h11.Connection:
    """A connection on which the answer is awaited. h11 is told of a GET: answers to a POST are read the same way."""
    state = h11.Connection(h11.CLIENT, max_incomplete_event_size=most)
    state.send(h11.Request(method=b"GET", target=b"/", headers=[(b"Host", b"unused")]))
    state.send(h11.EndOfMessage())
    return state
