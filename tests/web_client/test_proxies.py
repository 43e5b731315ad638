"""Through a SOCKS proxy, which looks the names up itself: nobody here asks a name server, and TLS is the host's own."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import ssl
import struct
import warnings
from collections.abc import AsyncIterator, Coroutine
from typing import Any, TypeVar

import pytest
import trustme

from tests.web_client.loopback import answer, no_wait, replies, serving
from verifier.model.errors import UsageError
from verifier.web.client import HttpFetcher
from verifier.web.config import ClientConfig
from verifier.web.exchange import Failure, FailureKind, Request, Response
from verifier.web.resolve import Resolver
from verifier.web.through_httpx import _proxy

T = TypeVar("T")
NAME, ADDRESS_4 = 3, 1
DONE, NO_SUCH_HOST = 0, 4
"""Address types and replies of RFC 1928."""


@contextlib.asynccontextmanager
async def socks(to: int, reply: int = DONE) -> AsyncIterator[tuple[int, list[tuple[int, bytes, int]]]]:
    """A SOCKS5 proxy that leads everybody to the port `to` of this machine; its own port, and what it was asked for."""
    asked: list[tuple[int, bytes, int]] = []

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            _, methods = await reader.readexactly(2)
            await reader.readexactly(methods)
            writer.write(b"\x05\x00")
            _, _, _, kind = await reader.readexactly(4)
            host = await reader.readexactly((await reader.readexactly(1))[0] if kind == NAME else 4)
            asked.append((kind, host, struct.unpack("!H", await reader.readexactly(2))[0]))
            writer.write(bytes([5, reply, 0, ADDRESS_4]) + bytes(6))
            if reply == DONE:
                far_reader, far_writer = await asyncio.open_connection("127.0.0.1", to)
                await asyncio.gather(passed_on(reader, far_writer), passed_on(far_reader, writer))
        writer.close()

    async def passed_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while data := await reader.read(65_536):
                writer.write(data)
        writer.close()

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1], asked


def nobody(host: str) -> list:
    raise AssertionError(f"{host} was looked up here")


async def fetched(proxy: int, *urls: str, **settings: object) -> list[Response | Failure]:
    config = ClientConfig(proxy=f"socks5h://127.0.0.1:{proxy}", timeout=5, retries=0, host_interval=0, **settings)
    async with HttpFetcher(config, resolver=Resolver(lookup=nobody), sleep=no_wait) as fetcher:
        return [await fetcher.fetch(Request(url)) for url in urls]


def ran(scenario: Coroutine[Any, Any, T]) -> T:
    """What came of it. httpcore leaves what a SOCKS proxy or a handshake refused to the garbage collector."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        result = asyncio.run(scenario)
        gc.collect()
    return result


def test_names_are_left_to_the_proxy_and_private_addresses_are_never_asked_for() -> None:
    async def scenario():
        async with serving(replies(answer(b"by proxy"))) as server, socks(server.port) as (port, asked):
            return await fetched(port, "http://site.example/a", "http://127.0.0.1/", "http://localhost/"), asked

    (got, *private), asked = ran(scenario())
    assert isinstance(got, Response) and got.body == b"by proxy"
    assert asked == [(NAME, b"site.example", 80)]
    assert all(isinstance(one, Failure) and one.kind is FailureKind.REFUSED_ADDRESS for one in private)


@pytest.mark.parametrize(("name", "good"), [("site.example", True), ("other.example", False)])
def test_the_certificate_is_the_hosts_own(tmp_path, name: str, good: bool) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(tls)

    async def scenario():
        async with serving(replies(answer(b"in secret")), tls) as server, socks(server.port) as (port, asked):
            return await fetched(port, "https://site.example/a", ca_bundle=tmp_path / "ca.pem"), asked

    (got,), asked = ran(scenario())
    assert asked == [(NAME, b"site.example", 443)]
    if good:
        assert isinstance(got, Response) and got.body == b"in secret"
    else:
        assert isinstance(got, Failure) and (got.kind, got.detail) == (FailureKind.TLS, "wrong_host")


def test_what_the_proxy_cannot_reach_is_never_a_name_that_does_not_exist() -> None:
    async def scenario():
        async with socks(1, reply=NO_SUCH_HOST) as (port, _):
            return await fetched(port, "http://gone.example/a")

    (got,) = ran(scenario())
    assert isinstance(got, Failure) and got.kind is FailureKind.PROXY


@pytest.mark.parametrize("password", ["secret", "sec/ret", "s ecret", "sec@ret", "sec:ret?", "#secret"])
def test_a_proxy_that_cannot_be_used_is_told_without_its_password(password: str) -> None:
    with pytest.raises(UsageError) as raised:
        _proxy(f"gopher://user:{password}@proxy.example:8080")
    assert "proxy.example:8080" in raised.value.message
    assert "user" not in raised.value.message and "ret" not in raised.value.message
