"""One request: the only module that imports httpx.

A located URL and headers go in; what came back, or a NetworkError, comes out. httpx reads URLs and goes through
proxies. Without a proxy, connections are our own: to vetted addresses only, a few kept idle. httpx's client keeps one
cookie jar for everybody, its pool is searched through at every request, and its objects cost as much as the request
itself (all measured).
"""

from __future__ import annotations

import ssl
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Protocol, cast

import httpx

from verifier.model.errors import UsageError
from verifier.web.body import Decoder
from verifier.web.config import ClientConfig
from verifier.web.exchange import FailureKind, Headers
from verifier.web.idle import IdleConnections
from verifier.web.network import Connector, Progress
from verifier.web.plain_head import Pairs
from verifier.web.resolve import NetworkError, Resolver
from verifier.web.target import Parts, host_problem, in_punycode
from verifier.web.trust import handshake_problem, tls_context
from verifier.web.wire import Connection, Head, Named, request_bytes

_NO_TIMEOUTS = {"timeout": dict[str, float | None].fromkeys(("connect", "read", "write", "pool"))}
_TEXTUAL = ("text/", "application/xhtml", "application/xml", "application/json", "application/cdx", "application/link")
_PROXIES = ("http", "https", "socks5", "socks5h")


@dataclass(frozen=True, slots=True)
class Received:
    """What came back. `broke` is what ended the body before its time, if anything did."""

    status_code: int
    headers: Headers
    body: bytes
    complete: bool
    broke: NetworkError | None = None


def locate(url: str) -> Parts:
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
    secure = parsed.scheme == "https"
    problem = host_problem(host)
    if problem is not None:
        raise ValueError(problem)
    port = parsed.port or (443 if secure else 80)
    return Parts(host, port, secure, parsed.netloc.decode("ascii"), parsed.raw_path)


class Answer(Protocol):
    """An answer whose head has come."""

    status_code: int
    headers: Pairs

    async def piece(self) -> bytes:
        """The next bytes of the body, content coding left on; b"" at its end."""
        ...

    async def done(self) -> None:
        """Nothing more is wanted of it."""
        ...


class _DirectAnswer:
    """Over a connection of our own, which is kept when the answer was read to its end."""

    def __init__(self, head: Head, connection: Connection, done: Callable[[], None]) -> None:
        self.status_code, self.headers = head
        self.piece = connection.piece
        self._done = done

    async def done(self) -> None:
        self._done()


class _ProxiedAnswer:
    """By httpx, through a proxy."""

    def __init__(self, response: httpx.Response) -> None:
        self.status_code = response.status_code
        self.headers = response.headers.raw
        self._response = response
        # The raw stream, since httpx would inflate whole chunks without a limit.
        self._pieces = aiter(cast("httpx.AsyncByteStream", response.stream))

    async def piece(self) -> bytes:
        return await anext(self._pieces, b"")

    async def done(self) -> None:
        await self._response.aclose()


class _Direct:
    """Connections to vetted addresses, of our own making."""

    def __init__(self, connector: Connector, ssl_context: ssl.SSLContext | None, idle: IdleConnections) -> None:
        self._connector = connector
        self._tls = ssl_context
        self._idle = idle

    async def ask(self, location: Parts, headers: Named, form: bytes | None, progress: Progress) -> Answer:
        key = (location.host, location.port, location.secure)
        request = request_bytes(location.netloc, location.target, headers, form)
        # What is posted goes over a connection of its own: on one that has been waiting, a server that hangs up leaves
        # open whether it took the form.
        waiting = self._idle.take(key) if form is None else None
        connection = waiting or await self._connect(location, progress)
        try:
            head = await connection.ask(request, progress)
        except BaseException:
            connection.close()
            raise
        return _DirectAnswer(head, connection, lambda: self._idle.give_back(key, connection))

    async def aclose(self) -> None:
        self._idle.close()

    async def _connect(self, location: Parts, progress: Progress) -> Connection:
        stream = await self._connector.connect(location.host, location.port, progress)
        if location.secure:
            if self._tls is None:
                self._tls = tls_context()
            await stream.start_tls(self._tls, location.host)
        return Connection(stream, location.host)


class _Proxied:
    """httpx's own transport: the proxy connects, so there is no address to vet or to pin."""

    def __init__(self, proxy: httpx.Proxy, ssl_context: ssl.SSLContext) -> None:
        self._http = httpx.AsyncHTTPTransport(verify=ssl_context, proxy=proxy)

    async def ask(self, location: Parts, headers: Named, form: bytes | None, _progress: Progress) -> Answer:
        try:
            # Host is given, since httpx would decode the name for it and stumble over some that exist.
            named = [("Host", location.netloc), *headers]
            method = "GET" if form is None else "POST"
            scheme = "https" if location.secure else "http"
            url = f"{scheme}://{location.netloc}{location.target.decode('ascii')}"
            request = httpx.Request(method, url, headers=named, content=form, extensions=_NO_TIMEOUTS)
            return _ProxiedAnswer(await self._http.handle_async_request(request))
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ValueError) as error:
            raise _named(location.host, error) from error

    async def aclose(self) -> None:
        await self._http.aclose()


class Transport:
    """Sends requests as the configuration says. Raises UsageError for a proxy or certificates that cannot be used."""

    def __init__(self, config: ClientConfig, resolver: Resolver) -> None:
        context = tls_context(config.ca_bundle) if config.ca_bundle else None
        self._http: _Direct | _Proxied
        if config.proxy is None:
            self._http = _Direct(Connector(resolver), context, IdleConnections(config.host_concurrency))
        else:
            self._http = _Proxied(_proxy(config.proxy), context or tls_context())

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


async def _read(answer: Answer, host: str, max_body: int, max_other: int) -> Received:
    headers = Headers(tuple([(name.decode("latin-1"), _text(value)) for name, value in answer.headers]))
    media_type = headers.get("content-type").lower()
    limit = max_body if not media_type or media_type.startswith(_TEXTUAL) or "+xml" in media_type else max_other
    decoder = Decoder(headers.get("content-encoding"), limit)
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
    except (httpx.HTTPError, OSError) as error:
        broke = _named(host, error)
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
