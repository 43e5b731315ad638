"""HTTP/1.1 over one connection: plain answers by `plain_head`, all others by `through_h11`.

A request line and headers go out; the head of the answer, then its body piece by piece, come in. Whether the
connection may serve another request is decided here too: not when anything stands in it that was not asked for, since
that could be a forged answer to the next request.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from verifier.web.exchange import FailureKind
from verifier.web.network import Progress, SocketStream, cut_short
from verifier.web.plain_head import Pairs, plain_head
from verifier.web.resolve import NetworkError

if TYPE_CHECKING:
    from verifier.web.through_h11 import InterpretedAnswer

_CHUNK = 65_536
# What a request is made of may stem from a letter or a page: none of it may begin another line, or another request.
_TARGET = re.compile(rb"[\x21-\x7e]+")
_NAME = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(rb"(?:[\x21-\x7e\x80-\xff]+(?:[ \t]+[\x21-\x7e\x80-\xff]+)*)?")


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
    """One connection, its present answer, and where in it we stand. `over` is called when no more of it is wanted."""

    def __init__(self, stream: SocketStream, host: str, over: Callable[[Connection], None]) -> None:
        self.status_code = 0
        self.headers: Pairs = []
        self._stream = stream
        self._host = host
        self._over = over
        self._left = 0
        self._begun = b""
        self._stays_open = False
        self._interpreted: InterpretedAnswer | None = None
        """The present answer, where it is not plain."""

    async def ask(self, request: bytes, progress: Progress | None = None) -> None:
        """Send a request and read the head of its answer; raises NetworkError."""
        self._stream.progress = progress
        self._stays_open = False
        self._interpreted = None
        self._stream.send(request)
        data = await self._stream.read(_CHUNK)
        if not data:
            raise cut_short(self._host)
        head = plain_head(data)
        if head is None:
            from verifier.web.through_h11 import InterpretedAnswer

            self._interpreted = InterpretedAnswer(self._stream, self._host, data)
            self.status_code, self.headers = await self._interpreted.head()
            return
        self.status_code, self.headers, self._left, body_at, self._stays_open = head
        self._begun = data[body_at:]

    async def piece(self) -> bytes:
        """The next bytes of the body, content coding left on, b"" at its end; raises NetworkError if it breaks off."""
        if self._interpreted is not None:
            return await self._interpreted.piece()
        if not self._left:
            return b""
        data = self._begun or await self._stream.read(_CHUNK)
        if not data:
            raise cut_short(self._host)
        piece = data[: self._left]
        self._begun = data[self._left :]
        self._left -= len(piece)
        return piece

    async def done(self) -> None:
        """Nothing more is wanted of the present answer."""
        self._over(self)

    def renew(self) -> bool:
        """Whether the connection can serve another request."""
        if self._interpreted is not None:
            return self._interpreted.over and self.idle
        return self._stays_open and not self._left and not self._begun and self.idle

    @property
    def idle(self) -> bool:
        """Whether nothing has come in or ended while nobody asked."""
        return not self._stream.readable

    def close(self) -> None:
        """Drop the connection at once."""
        self._stream.abort()
