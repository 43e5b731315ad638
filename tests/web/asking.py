"""Asks the simulated web as a stock client or a plain socket would, its addresses swapped as by `--resolve`."""

from __future__ import annotations

import contextlib
import functools
import socket
import ssl
import time
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import httpx

from tests.web.catalogue import as_asked
from tests.web.server import SimulatedWeb


def port_of(web: SimulatedWeb, host: str, port: str) -> str:
    """Where the rules send a host's port; the first that fits holds."""
    rules = (rule.split(":") for rule in web.resolve)
    return next(rule[3] for rule in rules if rule[0] in {host, "*"} and rule[1] in {port, "*"})


@functools.cache
def trusting(web: SimulatedWeb) -> ssl.SSLContext:
    """A client's context; making one takes longer than a request."""
    return ssl.create_default_context(cafile=str(web.ca_bundle))


def get(web: SimulatedWeb, url: str, method: str = "GET", **headers: str) -> httpx.Response:
    """Ask as a stock client would, with the address swapped as `--resolve` would swap it."""
    parts = urlsplit(as_asked(url))
    host, wanted = parts.hostname or "", str(parts.port or {"http": 80, "https": 443}[parts.scheme])
    port = port_of(web, host, wanted)
    tail = f"{parts.path}?{parts.query}" if parts.query else parts.path
    with httpx.Client(verify=trusting(web), timeout=4, trust_env=False) as client:
        return client.request(
            method,
            f"{parts.scheme}://127.0.0.1:{port}{tail}",
            headers={"Host": parts.netloc, **headers},
            extensions={"sni_hostname": host},
        )


def follow(web: SimulatedWeb, url: str, limit: int = 22) -> tuple[list[tuple[str, int]], httpx.Response]:
    """The steps that a patient reader with cookies takes, and the last answer."""
    cookies: dict[str, str] = {}
    steps = []
    for _ in range(limit):
        try:
            answer = get(web, url, cookie="; ".join(f"{name}={value}" for name, value in cookies.items()))
        except httpx.TransportError:
            answer = get(web, url)
        cookies.update(answer.cookies)
        steps.append((url, answer.status_code))
        if answer.has_redirect_location:
            url = urljoin(url, answer.headers["location"])
        elif answer.status_code in {429, 500, 502, 503} and len(steps) < 4:
            time.sleep(float(answer.headers.get("retry-after", 0)))
        else:
            break
    return steps, answer


@contextlib.contextmanager
def connection(web: SimulatedWeb, url: str, timeout: float = 2.0) -> Iterator[socket.socket]:
    """A plain socket on which a GET for the URL has been sent."""
    parts = urlsplit(as_asked(url))
    host = parts.hostname or ""
    port = int(port_of(web, host, {"http": "80", "https": "443"}[parts.scheme]))
    with socket.create_connection(("127.0.0.1", port), timeout) as plain, contextlib.ExitStack() as stack:
        plug = plain
        if parts.scheme == "https":
            plug = stack.enter_context(trusting(web).wrap_socket(plain, server_hostname=host))
        plug.sendall(f"GET {parts.path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        yield plug


def received(plug: socket.socket, seconds: float, limit: int = 1 << 22) -> bytes:
    """What arrives within so many seconds; ends early when the other side closes."""
    until, got = time.monotonic() + seconds, b""
    while len(got) < limit and (left := until - time.monotonic()) > 0:
        plug.settimeout(left)
        try:
            piece = plug.recv(1 << 16)
        except TimeoutError:
            break
        if not piece:
            break
        got += piece
    return got
