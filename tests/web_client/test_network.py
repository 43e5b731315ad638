"""Connections: several addresses, ways that do not exist, and readers slower than senders."""

from __future__ import annotations

import asyncio
import errno
import ssl
from ipaddress import ip_address, ip_network

import pytest

from tests.web_client.loopback import Peer, answer, replies, serving
from verifier.web.exchange import FailureKind
from verifier.web.network import Connector, SocketStream, broken, not_connected
from verifier.web.resolve import NetworkError, Resolver

LOOPBACK = (ip_network("127.0.0.0/8"), ip_network("::1/128"))


def connect(addresses, port):
    return Connector(Resolver(lookup=lambda host: addresses, allowed=LOOPBACK)).connect("site.example", port)


def test_the_next_address_is_tried_when_one_refuses():
    async def scenario():
        async with serving(replies(answer())) as server:
            stream = await connect([ip_address("127.0.0.2"), ip_address("127.0.0.1")], server.port)
            stream.send(b"GET / HTTP/1.1\r\n\r\n")
            data = await stream.read(12)
            stream.abort()
            return data

    assert asyncio.run(scenario()) == b"HTTP/1.1 200"


def test_the_last_failure_is_told_when_none_accepts():
    async def scenario():
        async with serving(replies(answer())) as server:
            await connect([ip_address("127.0.0.2"), ip_address("127.0.0.3")], server.port)

    with pytest.raises(NetworkError) as caught:
        asyncio.run(scenario())
    assert caught.value.kind is FailureKind.CONNECT_REFUSED


def test_who_is_cancelled_just_as_the_connection_comes_stays_cancelled():
    """The end of a run, or of a request's time, may come at any step, and with two addresses each has its own time."""

    async def made(factory, *_address):
        await asyncio.sleep(0)
        return None, factory()

    async def scenario(steps):
        asyncio.get_running_loop().create_connection = made
        task = asyncio.create_task(connect([ip_address("127.0.0.2"), ip_address("127.0.0.1")], 80))
        for _ in range(steps):
            await asyncio.sleep(0)
        taken = task.cancel()
        await asyncio.wait({task})
        return taken, task.cancelled()

    ends = [asyncio.run(scenario(steps)) for steps in range(20)]
    assert (True, True) in ends and (False, False) in ends
    assert all(taken == cancelled for taken, cancelled in ends)


def test_a_fast_sender_is_made_to_wait_and_nothing_is_lost():
    size = 3_000_000

    async def flood(peer: Peer) -> None:
        await peer.send(b"x" * size)
        peer.writer.write_eof()
        await asyncio.sleep(5)

    async def scenario():
        async with serving(flood) as server:
            stream = await connect([ip_address("127.0.0.1")], server.port)
            await asyncio.sleep(0.1)
            held = len(stream._buffer)
            got = 0
            while data := await stream.read(65_536):
                got += len(data)
            stream.abort()
            return held, got

    held, got = asyncio.run(scenario())
    assert got == size and held < 1_500_000


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (ConnectionRefusedError(errno.ECONNREFUSED, "x"), FailureKind.CONNECT_REFUSED),
        (ConnectionResetError(errno.ECONNRESET, "x"), FailureKind.RESET),
        (OSError(errno.ENETUNREACH, "x"), FailureKind.UNREACHABLE),
        (OSError(errno.EHOSTUNREACH, "x"), FailureKind.UNREACHABLE),
        (OSError(errno.ETIMEDOUT, "x"), FailureKind.CONNECT_TIMEOUT),
        (OSError(errno.EMFILE, "too many open files"), FailureKind.OTHER),
    ],
)
def test_what_the_system_says(error, kind):
    got = not_connected("site.example", error)
    assert got.kind is kind and "site.example" in got.message


def test_an_end_of_a_connection_has_its_name():
    assert broken(ConnectionResetError(), "h").kind is FailureKind.RESET
    alert = broken(ssl.SSLError(1, "[SSL] tlsv13 alert certificate required"), "h")
    assert alert.kind is FailureKind.TLS


def test_a_connection_that_is_gone_takes_no_more():
    async def scenario():
        stream = SocketStream("h")
        stream.send(b"x")
        stream.abort()
        stream.connection_lost(ConnectionResetError())
        assert stream.readable
        await stream.read(1)

    with pytest.raises(NetworkError):
        asyncio.run(scenario())
