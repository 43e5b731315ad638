"""One request over one connection of our own, or through a proxy.

The parts of a URL and headers go in; what came back, or a NetworkError, comes out. Connections are made to vetted
addresses only, and a few are kept idle. httpx's client is left out, since it keeps one cookie jar for everybody, its
pool is searched through at every request, and its objects cost as much as the request itself (all measured).
"""

from __future__ import annotations

import ssl
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from verifier.web.body import Decoder
from verifier.web.config import ClientConfig
from verifier.web.exchange import FailureKind, Headers
from verifier.web.idle import IdleConnections, Key
from verifier.web.network import Connector, Progress
from verifier.web.plain_head import Pairs
from verifier.web.resolve import NetworkError, Resolver
from verifier.web.target import Parts
from verifier.web.trust import tls_context
from verifier.web.wire import Connection, Named, request_bytes

if TYPE_CHECKING:
    from verifier.web.through_httpx import Proxied

_TEXTUAL = ("text/", "application/xhtml", "application/xml", "application/json", "application/cdx", "application/link")


class Received(NamedTuple):
    """What came back. `broke` is what ended the body before its time, if anything did."""

    status_code: int
    headers: Headers
    body: bytes
    complete: bool
    broke: NetworkError | None = None


def locate(url: str) -> Parts:
    """Split a cleaned URL; the host comes in ASCII. Raises ValueError, in words, when no such host or URL can exist."""
    from verifier.web.through_httpx import located

    return located(url)


class Arriving(Protocol):
    """An answer whose head has come."""

    status_code: int
    headers: Pairs

    async def piece(self) -> bytes:
        """The next bytes of the body, content coding left on; b"" at its end."""
        ...

    async def done(self) -> None:
        """Nothing more is wanted of it."""
        ...


class _Direct:
    """Connections to vetted addresses, of our own making."""

    def __init__(self, connector: Connector, ssl_context: ssl.SSLContext | None, idle: IdleConnections) -> None:
        self._connector = connector
        self._tls = ssl_context
        self._idle = idle

    async def ask(self, location: Parts, headers: Named, form: bytes | None, progress: Progress) -> Connection:
        key = (location.host, location.port, location.secure)
        while True:
            progress.begin()
            request = request_bytes(location.netloc, location.target, headers, form)
            # What is posted goes over a connection of its own: on one that has been waiting, a server that hangs up
            # leaves open whether it took the form.
            waiting = self._idle.take(key) if form is None else None
            connection = waiting or await self._connect(location, progress, key)
            try:
                await connection.ask(request, progress)
            except BaseException as failure:
                connection.close()
                # A server may close an idle connection just as it is used again: that says nothing of the page.
                if waiting is None or progress.received or not _reset(failure):
                    raise
            else:
                return connection

    async def aclose(self) -> None:
        self._idle.close()

    async def _connect(self, location: Parts, progress: Progress, key: Key) -> Connection:
        stream = await self._connector.connect(location.host, location.port, progress)
        if location.secure:
            if self._tls is None:
                self._tls = tls_context()
            await stream.start_tls(self._tls, location.host)
        return Connection(stream, location.host, partial(self._idle.give_back, key))


def _reset(failure: BaseException) -> bool:
    return isinstance(failure, NetworkError) and failure.kind is FailureKind.RESET


class Transport:
    """Sends requests as the configuration says. Raises UsageError for a proxy or certificates that cannot be used."""

    def __init__(self, config: ClientConfig, resolver: Resolver) -> None:
        context = tls_context(config.ca_bundle) if config.ca_bundle else None
        self._http: _Direct | Proxied
        if config.proxy is None:
            self._http = _Direct(Connector(resolver), context, IdleConnections(config.host_concurrency))
        else:
            from verifier.web.through_httpx import Proxied

            self._http = Proxied(config.proxy, context or tls_context())

    async def ask(
        self,
        location: Parts,
        headers: Named,
        *,
        max_body: int,
        max_other: int,
        progress: Progress,
        form: bytes | None = None,
    ) -> Received:
        """GET, or POST the `form`, and read what is wanted of the answer; raises NetworkError when there is none."""
        answer = await self._http.ask(location, headers, form, progress)
        try:
            return await _read(answer, location.host, max_body, max_other)
        finally:
            await answer.done()

    async def aclose(self) -> None:
        """Close every connection."""
        await self._http.aclose()


async def _read(answer: Arriving, host: str, max_body: int, max_other: int) -> Received:
    headers = Headers(tuple([(name.decode("latin-1"), _text(value)) for name, value in answer.headers]))
    media_type = headers.get("content-type").lower()
    limit = max_body if not media_type or media_type.startswith(_TEXTUAL) or "+xml" in media_type else max_other
    # Archives pass on what a server said of a body that they keep unpacked.
    decoder = Decoder(headers.get("content-encoding"), limit, maybe_plain="memento-datetime" in headers)
    broke: NetworkError | None = None
    stopped = False
    try:
        while piece := await answer.piece():
            decoder.feed(piece)
            if decoder.full:
                # A body that ends exactly at the limit is whole; waiting for its end could mean waiting for a drip.
                whole = decoder.ended or headers.get("content-length") == str(decoder.received)
                stopped = decoder.dropped or not whole
                break
    except NetworkError as error:
        broke = error
    if decoder.broken and answer.status_code < 300:
        broke = NetworkError(FailureKind.PROTOCOL, f"{host}: the body is not compressed as its headers say", "coding")
    complete = not (stopped or broke or decoder.cut_short or decoder.broken or decoder.unsupported)
    return Received(answer.status_code, headers, bytes(decoder.data), complete, broke)


def _text(value: bytes) -> str:
    """Header values are ASCII by rule and often UTF-8 in fact (a Location with an umlaut); Latin-1 never fails."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")
