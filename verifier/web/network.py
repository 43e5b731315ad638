"""The connection itself: to a vetted address, with or without TLS, over asyncio.

Every failure is raised as a `NetworkError` that knows its kind, so nobody has to read it out of exception chains.
"""

from __future__ import annotations

import asyncio
import errno
import ssl

from verifier.web.exchange import FailureKind
from verifier.web.resolve import Endpoint, NetworkError, Resolver
from verifier.web.trust import handshake_problem

_HIGH_WATER = 262_144  # bytes held unread before the sender is made to wait
_MOST_ADDRESSES = 4
_SHARE_OF_AN_ADDRESS = 3.0  # seconds given to an address while another one is left to try
_NO_ROUTE = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.EADDRNOTAVAIL, errno.ENETDOWN, errno.EHOSTDOWN})


class Progress:
    """How far a request has come: what a timeout or a broken connection is to be called depends on it."""

    __slots__ = ("connected", "connecting", "received", "requests")

    def __init__(self) -> None:
        self.requests = 0
        """How many requests were begun."""
        self.connecting = False
        self.connected = False
        self.received = False

    def begin(self) -> None:
        """Begin with a request, or anew with another one."""
        self.requests += 1
        self.connecting = False
        self.connected = False
        self.received = False


def broken(error: BaseException | None, host: str) -> NetworkError:
    """What to call the end of a connection that was already made."""
    if isinstance(error, ssl.SSLError):
        detail, words = handshake_problem(error)
        return NetworkError(FailureKind.TLS, f"{host}: {words}", detail)
    return NetworkError(FailureKind.RESET, f"{host} broke the connection off")


def cut_short(host: str) -> NetworkError:
    """What to call the end of a connection in the midst of an answer."""
    return NetworkError(FailureKind.RESET, f"{host} closed the connection before its answer was complete", "cut_short")


class SocketStream(asyncio.Protocol):
    """One connection, read from at the reader's pace."""

    def __init__(self, host: str, progress: Progress | None = None) -> None:
        self.progress = progress
        """How far the present request has come; noted here as bytes come in."""
        self._host = host
        self._buffer = bytearray()
        self._ended = False
        self._error: BaseException | None = None
        self._paused = False
        self._waiter: asyncio.Future[None] | None = None
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Called by asyncio; uvloop's transports are no subclasses, hence no check."""
        self._transport = transport  # type: ignore[assignment]

    def data_received(self, data: bytes) -> None:
        """Called by asyncio: keep the bytes, and make the sender wait when too many are unread."""
        self._buffer += data
        if len(self._buffer) > _HIGH_WATER and not self._paused and self._transport is not None:
            self._transport.pause_reading()
            self._paused = True
        self._wake()

    def eof_received(self) -> None:
        """Called by asyncio: the server has said all it wants to."""
        self._ended = True
        self._wake()

    def connection_lost(self, exc: Exception | None) -> None:
        """Called by asyncio: the connection is gone."""
        self._ended = True
        self._error = exc
        self._wake()

    @property
    def readable(self) -> bool:
        """Whether bytes, or the end, have come that nobody has read yet."""
        return bool(self._buffer) or self._ended

    async def read(self, max_bytes: int) -> bytes:
        """Up to `max_bytes`, or b"" at the end; raises NetworkError when the connection broke.

        There is no time limit here: the client bounds the whole request, which a drip of bytes cannot stretch.
        """
        while not self._buffer:
            if self._error is not None:
                raise broken(self._error, self._host)
            if self._ended:
                return b""
            self._waiter = asyncio.get_running_loop().create_future()
            try:
                await self._waiter
            finally:
                self._waiter = None
        self._mark_received()
        data = bytes(self._buffer[:max_bytes])
        del self._buffer[:max_bytes]
        if self._paused and not self._buffer and self._transport is not None:
            self._transport.resume_reading()
            self._paused = False
        return data

    def send(self, data: bytes) -> None:
        """Send; a request is small, so nothing waits. A broken connection shows when it is read from."""
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(data)

    def abort(self) -> None:
        """Drop the connection at once: whoever is still sending is not waited for."""
        if self._transport is not None:
            self._transport.abort()

    async def start_tls(self, ssl_context: ssl.SSLContext, server_hostname: str) -> None:
        """Put TLS on the connection; raises NetworkError when the handshake fails."""
        loop = asyncio.get_running_loop()
        assert self._transport is not None  # noqa: S101 -- only ever called on a made connection
        try:
            secured = await loop.start_tls(self._transport, self, ssl_context, server_hostname=server_hostname)
        except ssl.SSLError as error:
            self._mark_received()
            detail, words = handshake_problem(error)
            raise NetworkError(FailureKind.TLS, f"{self._host}: {words}", detail) from error
        except ssl.CertificateError as error:
            self._mark_received()
            raise NetworkError(FailureKind.TLS, f"{self._host}: {error}", "wrong_host") from error
        except OSError as error:
            words = "broke the connection off while it was being secured"
            raise NetworkError(FailureKind.RESET, f"{self._host} {words}") from error
        except BaseException:
            # Whoever gives up in the middle leaves a connection that would wait half a minute to be shut in good order.
            self.abort()
            raise
        if secured is None:
            raise NetworkError(FailureKind.RESET, f"{self._host} closed the connection while it was being secured")
        self._transport = secured
        self._mark_received()

    def _mark_received(self) -> None:
        if self.progress is not None:
            self.progress.received = True

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)


class Connector:
    """Opens connections: resolves, vets, and connects to the vetted address and to no other."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver

    async def connect(self, host: str, port: int, progress: Progress | None = None) -> SocketStream:
        """A connection to `host`; raises NetworkError. Tries its addresses in turn."""
        progress = progress or Progress()
        endpoints = (await self._resolver.resolve(host, port))[:_MOST_ADDRESSES]
        progress.connecting = True
        failure: NetworkError | None = None
        for left, endpoint in zip(range(len(endpoints) - 1, -1, -1), endpoints, strict=True):
            try:
                stream = await self._connect(host, endpoint, progress, hurried=left > 0)
            except TimeoutError:
                failure = NetworkError(FailureKind.CONNECT_TIMEOUT, f"{host} did not accept a connection in time")
            except OSError as error:
                failure = not_connected(host, error)
            else:
                progress.connected = True
                return stream
        assert failure is not None  # noqa: S101 -- resolve() never gives an empty list
        raise failure

    async def _connect(self, host: str, endpoint: Endpoint, progress: Progress, *, hurried: bool) -> SocketStream:
        loop = asyncio.get_running_loop()
        address = str(endpoint.address)
        # Not wait_for: in Python 3.11, it swallows the end of the whole request where it comes with the connection.
        async with asyncio.timeout(_SHARE_OF_AN_ADDRESS if hurried else None):
            _, stream = await loop.create_connection(lambda: SocketStream(host, progress), address, endpoint.port)
        return stream


def not_connected(host: str, error: OSError) -> NetworkError:
    """What to call a connection that could not be made."""
    if isinstance(error, ConnectionRefusedError):
        return NetworkError(FailureKind.CONNECT_REFUSED, f"{host} refused the connection")
    if isinstance(error, ConnectionResetError):
        return NetworkError(FailureKind.RESET, f"{host} broke the connection off")
    if error.errno in _NO_ROUTE:
        return NetworkError(FailureKind.UNREACHABLE, f"there is no way from here to {host} ({error.strerror})")
    if error.errno == errno.ETIMEDOUT:
        return NetworkError(FailureKind.CONNECT_TIMEOUT, f"{host} did not accept a connection in time")
    return NetworkError(FailureKind.OTHER, f"no connection to {host}: {error.strerror or error}")
