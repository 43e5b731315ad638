"""The only module that imports httpx, for what it does here: reading URLs that are not plain, going through proxies.

A cleaned URL goes in, its parts come out; a request goes in, the answer that a proxy brought comes out. Loaded when it
is needed: most runs need neither, and it takes longer to load than all of the client (measured).
"""

from __future__ import annotations

import ssl
from importlib.util import find_spec
from typing import cast

import httpx

from verifier.model.errors import UsageError
from verifier.web.exchange import FailureKind
from verifier.web.network import Progress
from verifier.web.resolve import NetworkError
from verifier.web.target import Parts, host_problem, in_punycode
from verifier.web.trust import handshake_problem
from verifier.web.wire import Named

_NO_TIMEOUTS = {"timeout": dict[str, float | None].fromkeys(("connect", "read", "write", "pool"))}
_PROXIES = ("http", "https", "socks5", "socks5h")


def located(url: str) -> Parts:
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


class ProxiedAnswer:
    """An answer that came through a proxy."""

    def __init__(self, response: httpx.Response, host: str) -> None:
        self.status_code = response.status_code
        self.headers = response.headers.raw
        self._response = response
        self._host = host
        # The raw stream, since httpx would inflate whole chunks without a limit.
        self._pieces = aiter(cast("httpx.AsyncByteStream", response.stream))

    async def piece(self) -> bytes:
        """The next bytes of the body, content coding left on; b"" at its end. Raises NetworkError."""
        try:
            return await anext(self._pieces, b"")
        except (httpx.HTTPError, httpx.StreamError, OSError) as error:
            raise _named(self._host, error) from error

    async def done(self) -> None:
        """Nothing more is wanted of it."""
        await self._response.aclose()


class Proxied:
    """httpx's own transport: the proxy connects, so there is no address to vet or to pin.

    Raises UsageError for a proxy that cannot be used.
    """

    def __init__(self, proxy: str, ssl_context: ssl.SSLContext) -> None:
        self._http = httpx.AsyncHTTPTransport(verify=ssl_context, proxy=_proxy(proxy))

    async def ask(self, location: Parts, headers: Named, form: bytes | None, progress: Progress) -> ProxiedAnswer:
        """GET, or POST the `form`; raises NetworkError."""
        progress.begin()
        try:
            # Host is given, since httpx would decode the name for it and stumble over some that exist.
            named = [("Host", location.netloc), *headers]
            method = "GET" if form is None else "POST"
            scheme = "https" if location.secure else "http"
            url = f"{scheme}://{location.netloc}{location.target.decode('ascii')}"
            request = httpx.Request(method, url, headers=named, content=form, extensions=_NO_TIMEOUTS)
            return ProxiedAnswer(await self._http.handle_async_request(request), location.host)
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ValueError) as error:
            raise _named(location.host, error) from error

    async def aclose(self) -> None:
        """Close every connection."""
        await self._http.aclose()


def _proxy(text: str) -> httpx.Proxy:
    shown = _without_user(text)  # an error stands in the logs of jobs
    hint = "Give http://HOST:PORT, https://HOST:PORT or socks5h://HOST:PORT."
    try:
        proxy = httpx.Proxy(text)
    except (ValueError, httpx.InvalidURL):
        raise UsageError(f"--proxy {shown}: not a proxy's URL", hint) from None
    if proxy.url.scheme not in _PROXIES or not proxy.url.host:
        raise UsageError(f"--proxy {shown}: not a proxy's URL", hint)
    if proxy.url.scheme.startswith("socks") and find_spec("socksio") is None:
        raise UsageError("--proxy: SOCKS needs the package socksio", "Install it: pip install 'httpx[socks]'.")
    return proxy


def _without_user(text: str) -> str:
    """A proxy's address as it may be told; a password that was not escaped may hold anything, slashes too."""
    before, at, address = text.rpartition("@")
    scheme, colon, _ = before.partition("://")
    return f"{scheme}{colon}***@{address}" if at and colon else f"{at and '***@'}{address}"


def _named(host: str, error: Exception) -> NetworkError:
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
