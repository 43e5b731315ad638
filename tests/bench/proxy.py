"""A forward proxy that leads programs without `--resolve` into the simulated web.

In: the web's rules. Out: a loopback port that speaks HTTP and CONNECT, and a count of the requests that came through.
A host that refuses, stays silent or does not exist is met with what a proxy can say of it: 502, or silence.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from types import TracebackType
from typing import Self

from tests.web.server import SimulatedWeb


class Proxy:
    """The proxy, in a thread of its own."""

    def __init__(self, web: SimulatedWeb) -> None:
        self.port = 0
        self._rules = [rule.rsplit(":", 3) for rule in web.resolve]
        self._ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(5)

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self._loop.set_exception_handler(lambda _loop, _context: None)
        server = await asyncio.start_server(self._talk, "127.0.0.1", 0, limit=1 << 20)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, EOFError, asyncio.LimitOverrunError, ValueError):
            first = (await reader.readline()).split()
            if len(first) == 3 and first[0] == b"CONNECT":
                while (await reader.readline()).strip():
                    pass  # headers, if there are any
                host, _, port = first[1].decode().rpartition(":")
                await self._join(host.strip("[]"), port, reader, writer, b"")
            elif len(first) == 3 and first[1].startswith(b"http://"):
                netloc, _, rest = first[1][7:].partition(b"/")
                host, _, port = netloc.decode().partition(":")
                # One request per connection: the next one may be for another host.
                head = await reader.readuntil(b"\r\n\r\n")
                kept = [
                    line for line in head.split(b"\r\n") if not line.lower().startswith((b"proxy-", b"connection:"))
                ]
                line = b" ".join((first[0], b"/" + rest, first[2])) + b"\r\nConnection: close\r\n"
                await self._join(host, port or "80", reader, writer, line + b"\r\n".join(kept))
        writer.close()

    async def _join(
        self, host: str, port: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, sent: bytes
    ) -> None:
        there = self._there(host, port)
        if there == "silent":
            await asyncio.sleep(60)
            return
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", int(there))
        except (OSError, ValueError):
            writer.write(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            await writer.drain()
            return
        if sent:
            far_writer.write(sent)
        else:
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        pumps = [asyncio.create_task(_pump(reader, far_writer)), asyncio.create_task(_pump(far_reader, writer))]
        await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
        await asyncio.wait(pumps[1:], timeout=60)
        for pump in pumps:
            pump.cancel()
        far_writer.close()

    def _there(self, host: str, port: str) -> str:
        """The port that plays a host's port, or what keeps it from being reached."""
        for name, wanted, address, there in self._rules:
            if name in {host.lower(), "*"} and wanted in {port, "*"}:
                return there if address == "127.0.0.1" else address
        return "nowhere"


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await reader.read(1 << 16):
            writer.write(data)
            await writer.drain()
        writer.write_eof()
