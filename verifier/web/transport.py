"""One GET on the wire: the only module that knows httpx and httpcore.

A parsed URL and headers go in; what came back, or a NetworkError, comes out. The transport is driven directly
(`handle_async_request`), with one connection pool per origin: httpx's client keeps a cookie jar for everyone, and one
large pool is searched through at every request (both measured).
"""

from __future__ import annotations

import ssl
from collections import OrderedDict
from dataclasses import dataclass
from importlib.util import find_spec
from typing import cast

import httpcore
import httpx

from verifier.model.errors import UsageError
from verifier.web.body import Decoder
from verifier.web.config import ClientConfig
from verifier.web.exchange import FailureKind, Headers
from verifier.web.network import Connector
from verifier.web.resolve import NetworkError, Resolver
from verifier.web.target import host_problem
from verifier.web.trust import tls_context

_MOST_ORIGINS = 256  # pools kept open; each holds at most `host_concurrency` idle connections
_KEEPALIVE = 5.0  # seconds; many servers close after that themselves
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
        parsed = httpx.URL(url)
        host = parsed.raw_host.decode("ascii")
        port = parsed.port or (443 if parsed.scheme == "https" else 80)
    except httpx.InvalidURL as error:
        raise ValueError(str(error)) from None
    problem = host_problem(host)
    if problem is not None:
        raise ValueError(problem)
    return Location(parsed, host, port)


@dataclass(slots=True)
class _Pool:
    transport: httpx.AsyncHTTPTransport
    users: int = 0


class Transport:
    """Keeps the connections. Raises UsageError for a proxy or a bundle of certificates that cannot be used."""

    def __init__(self, config: ClientConfig, resolver: Resolver) -> None:
        self._config = config
        self._proxy = None if config.proxy is None else _proxy(config.proxy)
        # The proxy is the user's own and may stand anywhere; what lies behind it, it resolves itself.
        self._connector = Connector(resolver if self._proxy is None else Resolver(vet=False, timeout=config.timeout))
        self._tls: ssl.SSLContext | None = tls_context(config.ca_bundle) if config.ca_bundle else None
        self._no_tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._pools: OrderedDict[tuple[str, str, int], _Pool] = OrderedDict()

    async def get(
        self, location: Location, headers: list[tuple[str, str]], *, max_body: int, max_other: int
    ) -> Received:
        """Send one GET and read what is wanted of the answer; raises NetworkError when there is none."""
        request = httpx.Request("GET", location.url, headers=headers, extensions=_NO_TIMEOUTS)
        pool = await self._pool(location)
        pool.users += 1
        try:
            response = await pool.transport.handle_async_request(request)
            try:
                return await _read(response, max_body, max_other)
            finally:
                await response.aclose()
        except (httpx.HTTPError, httpx.StreamError, ssl.SSLError, OSError, ValueError) as error:
            raise _named(location.host, error) from error
        finally:
            pool.users -= 1

    async def aclose(self) -> None:
        """Close every connection."""
        while self._pools:
            _, pool = self._pools.popitem()
            await pool.transport.aclose()

    async def _pool(self, location: Location) -> _Pool:
        key = (location.url.scheme, location.host, location.port)
        pool = self._pools.get(key)
        if pool is None:
            if len(self._pools) >= _MOST_ORIGINS:
                await self._evict()
            pool = self._pools[key] = _Pool(self._transport(secure=location.url.scheme == "https"))
        else:
            self._pools.move_to_end(key)
        return pool

    async def _evict(self) -> None:
        for key, pool in self._pools.items():
            if not pool.users:
                del self._pools[key]
                await pool.transport.aclose()
                return

    def _transport(self, *, secure: bool) -> httpx.AsyncHTTPTransport:
        context = self._no_tls
        if secure:
            context = self._tls = self._tls or tls_context()
        transport = httpx.AsyncHTTPTransport(verify=context)
        # httpx has no parameter for a network backend; its pool is replaced by one that has. Hence the pinned version.
        transport._pool = self._core_pool(context)  # noqa: SLF001
        return transport

    def _core_pool(self, context: ssl.SSLContext) -> httpcore.AsyncConnectionPool:
        # Connector has the methods that httpcore calls, without being a subclass: its failures are no httpcore errors.
        backend = cast("httpcore.AsyncNetworkBackend", self._connector)
        most = max(self._config.host_concurrency, 1)
        if self._proxy is None:
            return httpcore.AsyncConnectionPool(
                ssl_context=context,
                max_keepalive_connections=most,
                keepalive_expiry=_KEEPALIVE,
                network_backend=backend,
            )
        url = httpcore.URL(
            scheme=self._proxy.url.raw_scheme,
            host=self._proxy.url.raw_host,
            port=self._proxy.url.port,
            target=self._proxy.url.raw_path,
        )
        if self._proxy.url.scheme.startswith("socks"):
            return httpcore.AsyncSOCKSProxy(
                proxy_url=url, proxy_auth=self._proxy.raw_auth, ssl_context=context, network_backend=backend
            )
        return httpcore.AsyncHTTPProxy(
            proxy_url=url,
            proxy_auth=self._proxy.raw_auth,
            ssl_context=context,
            proxy_ssl_context=tls_context(self._config.ca_bundle) if self._proxy.url.scheme == "https" else None,
            network_backend=backend,
        )


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


async def _read(response: httpx.Response, max_body: int, max_other: int) -> Received:
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
    except (httpx.HTTPError, NetworkError, OSError) as error:
        broke = error if isinstance(error, NetworkError) else _named("the server", error)
    if decoder.broken and response.status_code < 300:
        broke = NetworkError(FailureKind.PROTOCOL, "the answer's body is not compressed as its headers say", "coding")
    complete = not (stopped or broke or decoder.cut_short or decoder.broken or decoder.unsupported)
    return Received(response.status_code, headers, bytes(decoder.data), complete, broke)


def _text(value: bytes) -> str:
    """Header values are ASCII by rule and often UTF-8 in fact (a Location with an umlaut); Latin-1 never fails."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _named(host: str, error: Exception) -> NetworkError:
    """What to call an error that came out of httpx; `NetworkError`s pass through it unchanged and never get here."""
    words = str(error)[:200]
    if isinstance(error, httpx.ProxyError):
        return NetworkError(FailureKind.PROXY, f"the proxy did not connect to {host}: {words}")
    if isinstance(error, httpx.RemoteProtocolError):
        if "disconnected without sending" in words or "without sending complete message" in words:
            return NetworkError(FailureKind.RESET, f"{host} closed the connection before its answer was complete")
        return NetworkError(FailureKind.PROTOCOL, f"{host} answered with something that is not HTTP: {words}")
    if isinstance(error, httpx.NetworkError):
        return NetworkError(FailureKind.RESET, f"{host} broke the connection off")
    return NetworkError(FailureKind.OTHER, f"the request to {host} failed: {words or type(error).__name__}")
