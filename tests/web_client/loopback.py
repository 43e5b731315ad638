"""Small servers on loopback for the client's tests: each speaks bytes, well or badly."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from verifier.web.client import HttpFetcher
from verifier.web.config import ClientConfig
from verifier.web.exchange import Failure, Request, Response
from verifier.web.overrides import parse_override


@dataclass
class Peer:
    """One connection as a handler sees it."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    number: int

    async def request(self) -> bytes:
        """The next request, b"" when the client has gone."""
        try:
            return await self.reader.readuntil(b"\r\n\r\n")
        except (asyncio.IncompleteReadError, OSError):
            return b""

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    def reset(self) -> None:
        """End with RST in place of FIN."""
        self.writer.transport.abort()


Handler = Callable[[Peer], Awaitable[None]]


def answer(body: bytes = b"hello", status: str = "200 OK", **headers: str) -> bytes:
    """A well-formed response; underscores in header names stand for hyphens."""
    fields = {"Content-Type": "text/html", "Content-Length": str(len(body))}
    fields |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


def replies(*data: bytes) -> Handler:
    """Answers each request, on whatever connection, with the next of `data`; the last one stays."""
    left = list(data)

    async def handle(peer: Peer) -> None:
        while await peer.request():
            await peer.send(left.pop(0) if len(left) > 1 else left[0])

    return handle


@dataclass
class Server:
    """A running server: its port, and the requests it got, in order, with the number of their connection."""

    port: int
    log: list[tuple[int, bytes]] = field(default_factory=list)

    @property
    def requests(self) -> list[bytes]:
        return [request for _, request in self.log]


@contextlib.asynccontextmanager
async def serving(handler: Handler, tls: ssl.SSLContext | None = None) -> AsyncIterator[Server]:
    """Serve on a free loopback port for the length of the context."""
    tasks: set[asyncio.Task[None]] = set()
    count = 0

    class Logging(Peer):
        async def request(self) -> bytes:
            data = await super().request()
            if data:
                server.log.append((self.number, data))
            return data

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal count
        count += 1
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        try:
            with contextlib.suppress(OSError, asyncio.CancelledError):
                await handler(Logging(reader, writer, count))
        finally:
            writer.transport.abort()

    listening = await asyncio.start_server(connected, "127.0.0.1", 0, ssl=tls, limit=2**20)
    server = Server(listening.sockets[0].getsockname()[1])
    try:
        yield server
    finally:
        listening.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def config(port: int, **changes: Any) -> ClientConfig:
    """A client's configuration for which every host, on every port, is the server at `port`."""
    settings: dict[str, Any] = {
        "overrides": (parse_override(f"*:*:127.0.0.1:{port}"),),
        "host_interval": 0.0,
        "timeout": 5.0,
        "retries": 0,
    }
    return ClientConfig(**(settings | changes))


async def no_wait(seconds: float) -> None:
    """Sleeps not at all."""
    await asyncio.sleep(0)


def ask(
    handler: Handler, *requests: Request | str, tls: ssl.SSLContext | None = None, **changes: Any
) -> tuple[list[Response | Failure], Server]:
    """Send `requests` one after the other to a server that runs `handler`; changes are those of `config`."""

    async def scenario() -> tuple[list[Response | Failure], Server]:
        async with (
            serving(handler, tls) as server,
            HttpFetcher(config(server.port, **changes), sleep=no_wait) as fetcher,
        ):
            answers = [
                await fetcher.fetch(Request(one) if isinstance(one, str) else one)
                for one in requests or ("http://site.example/page",)
            ]
            return answers, server

    return asyncio.run(scenario())
