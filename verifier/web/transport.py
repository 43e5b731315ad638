"""One request through httpx: the only module that imports httpx.

A located URL and headers go in; what came back, or a NetworkError, comes out. `PinnedTransport` is an httpx transport
of our own: it connects to vetted addresses only and keeps a few idle connections. httpx's client is left out, since it
keeps one cookie jar for everybody, and so is its pool, which is searched through at every request (both measured).
"""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import cast

import httpx

from verifier.model.errors import UsageError
from verifier.web.body import Decoder
from verifier.web.config import ClientConfig
from verifier.web.exchange import FailureKind, Headers
from verifier.web.idle import IdleConnections
from verifier.web.network import Connector
from verifier.web.resolve import NetworkError, Resolver
from verifier.web.target import host_problem, in_punycode
from verifier.web.trust import handshake_problem, tls_context
from verifier.web.wire import Connection

_NO_TIMEOUTS = {"timeout": dict[str, float | None].fromkeys(("connect", "read", "write", "pool"))}
_TEXTUAL = ("text/", "application/xhtml", "application/xml", "application/json", "application/cdx", "application/link")
_PROXIES = ("http", "https", "socks5", "socks5h")


@dataclass(frozen=True, slots=True)
class Location:
    """A URL that can be asked for: where it leads, and the form httpx wants it in."""

    url: httpx.URL
    host: str
    port: int


@dataclass(frozen=True, slots=True)
class Received:
    """What came back. `broke` is what ended the body before its time, if anything did."""

    status_code: int
    headers: Headers
    body: bytes
    complete: bool
    broke: NetworkError | None = None


def locate(url: str) -> Location:
    """Split a cleaned URL; the host comes in ASCII. Raises ValueError, in words, when no such host or URL can exist."""
    try:
        try:
            parsed = httpx.URL(url)
        except httpx.InvalidURL:
            if url.isascii():
                raise
            parsed = httpx.URL(in_punycode(url))
    except httpx.InvalidURL as error:
        raise ValueError(str(error)) from None
    host = parsed.raw_host.decode("ascii")
    port = parsed.port or (443 if parsed.scheme == "https" else 80)
    problem = host_problem(host)
    if problem is not None:
        raise ValueError(problem)
    return Location(parsed, host, port)


class PinnedTransport(httpx.AsyncBaseTransport):
    """Sends requests over connections to vetted addresses; raises NetworkError instead of httpx's errors."""

    def __init__(self, connector: Connector, ssl_context: ssl.SSLContext | None, idle: IdleConnections) -> None:
        self._connector = connector
        self._tls = ssl_context
        self._idle = idle

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; the response's stream gives the connection back when it is closed.

        What is posted goes over a connection of its own: on one that has been waiting, a server that hangs up leaves
        open whether it took the form.
        """
        host = request.url.raw_host.decode("ascii")
        secure = request.url.scheme == "https"
        port = request.url.port or (443 if secure else 80)
        key = (host, port, secure)
        waiting = self._idle.take(key) if request.method == "GET" else None
        connection = waiting or await self._connect(host, port, secure=secure)
        try:
            head = await connection.ask(request.method, request.url.raw_path, request.headers.raw, request.content)
        except BaseException:
            connection.close()
            raise
        stream = _Body(connection, lambda: self._idle.give_back(key, connection))
        return httpx.Response(head.status_code, headers=head.headers, stream=stream)

    async def aclose(self) -> None:
        """Close every idle connection."""
        self._idle.close()

    async def _connect(self, host: str, port: int, *, secure: bool) -> Connection:
        stream = await self._connector.connect(host, port)
        if secure:
            if self._tls is None:
                self._tls = tls_context()
            await stream.start_tls(self._tls, host)
        return Connection(stream, host)


class _Body(httpx.AsyncByteStream):
    """A response's body, not decoded."""

    def __init__(self, connection: Connection, done: Callable[[], None]) -> None:
        self._connection = connection
        self._done = done

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._connection.body():
            yield piece

    async def aclose(self) -> None:
        self._done()


class Transport:
    """Sends requests as the configuration says. Raises UsageError for a proxy or certificates that cannot be used."""

    def __init__(self, config: ClientConfig, resolver: Resolver) -> None:
        context = tls_context(config.ca_bundle) if config.ca_bundle else None
        self._http: httpx.AsyncBaseTransport
        if config.proxy is None:
            self._http = PinnedTransport(Connector(resolver), context, IdleConnections(config.host_concurrency))
        else:
            # httpx's own transport: the proxy connects, so there is no address to vet or to pin.
            self._http = httpx.AsyncHTTPTransport(verify=context or tls_context(), proxy=_proxy(config.proxy))

    async def ask(
        self,
        location: Location,
        headers: list[tuple[str, str]],
        *,
        max_body: int,
        max_other: int,
        form: bytes | None = None,
    ) -> Received:
        """GET, or POST the `form`, and read what is wanted of the answer; raises NetworkError when there is none."""
        # Host is given, since httpx would decode the name for it and stumble over some that exist.
        named = [("Host", location.url.netloc.decode("ascii")), *headers]
        try:
            method = "GET" if form is None else "POST"
            request = httpx.Request(method, location.url, headers=named, content=form, extensions=_NO_TIMEOUTS)
            response = await self._http.handle_async_request(request)
            try:
                return await _read(response, location.host, max_body, max_other)
            finally:
                await response.aclose()
        except (httpx.HTTPError, httpx.StreamError, OSError, ValueError) as error:
            raise _named(location.host, error) from error

    async def aclose(self) -> None:
        """Close every connection."""
        await self._http.aclose()


def _proxy(text: str) -> httpx.Proxy:
    hint = "Give http://HOST:PORT, https://HOST:PORT or socks5h://HOST:PORT."
    try:
        proxy = httpx.Proxy(text)
    except (ValueError, httpx.InvalidURL):
        raise UsageError(f"--proxy {text}: not a proxy's URL", hint) from None
    if proxy.url.scheme not in _PROXIES or not proxy.url.host:
        raise UsageError(f"--proxy {text}: not a proxy's URL", hint)
    if proxy.url.scheme.startswith("socks") and find_spec("socksio") is None:
        raise UsageError("--proxy: SOCKS needs the package socksio", "Install it: pip install 'httpx[socks]'.")
    return proxy


async def _read(response: httpx.Response, host: str, max_body: int, max_other: int) -> Received:
    headers = Headers(tuple((name.decode("latin-1"), _text(value)) for name, value in response.headers.raw))
    media_type = headers.get("content-type").lower()
    limit = max_body if not media_type or media_type.startswith(_TEXTUAL) or "+xml" in media_type else max_other
    decoder = Decoder(headers.get("content-encoding"), limit)
    broke: NetworkError | None = None
    stopped = False
    try:
        # The raw stream, since httpx would inflate whole chunks without a limit.
        async for chunk in cast("httpx.AsyncByteStream", response.stream):
            decoder.feed(chunk)
            if decoder.full:
                # A body that ends exactly at the limit is whole; waiting for its end could mean waiting for a drip.
                whole = decoder.ended or headers.get("content-length") == str(decoder.received)
                stopped = decoder.dropped or not whole
                break
    except (httpx.HTTPError, OSError) as error:
        broke = _named(host, error)
    except NetworkError as error:
        broke = error
    if decoder.broken and response.status_code < 300:
        broke = NetworkError(FailureKind.PROTOCOL, f"{host}: the body is not compressed as its headers say", "coding")
    complete = not (stopped or broke or decoder.cut_short or decoder.broken or decoder.unsupported)
    return Received(response.status_code, headers, bytes(decoder.data), complete, broke)


def _text(value: bytes) -> str:
    """Header values are ASCII by rule and often UTF-8 in fact (a Location with an umlaut); Latin-1 never fails."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _named(host: str, error: Exception) -> NetworkError:
    """What to call an error of httpx's own transport (behind a proxy), or of building the request."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            detail, words = handshake_problem(cause)
            return NetworkError(FailureKind.TLS, f"{host}: {words}", detail)
        cause = cause.__cause__ or cause.__context__
    words = str(error)[:200] or type(error).__name__
    if isinstance(error, httpx.ProxyError | httpx.ConnectError):
        return NetworkError(FailureKind.PROXY, f"the proxy did not connect to {host}: {words}")
    if isinstance(error, httpx.RemoteProtocolError | httpx.NetworkError):
        return NetworkError(FailureKind.RESET, f"{host} or the proxy broke the connection off: {words}")
    return NetworkError(FailureKind.OTHER, f"the request to {host} failed: {words}")
