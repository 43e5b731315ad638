"""What goes on at a port: requests are read, or the port refuses, ignores, interrupts or hangs up."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import time

from tests.web.serving import Asked, reset

ALERT = b"\x15\x03\x01\x00\x02\x02\x46"
"""What a server that knows only TLS 1.0 says to newer clients: fatal alert 70, protocol_version (RFC 5246, 7.2)."""


async def interrupt(words: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer whatever comes first with these words, and hang up."""
    await reader.read(1 << 16)
    writer.write(words)
    await writer.drain()


def unplug(plug: socket.socket, _: asyncio.Task[None]) -> None:
    """Close a socket when its task has ended."""
    plug.close()


async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Reset the connection at the first byte."""
    await reader.read(1)
    reset(writer)


def dead_ends(stack: contextlib.ExitStack) -> dict[str, int]:
    """A port that refuses, and one whose queue is full so that connecting gets no answer at all."""
    refused = stack.enter_context(socket.socket())
    refused.bind(("127.0.0.1", 0))  # bound but not listening: refused, and nobody else can take it
    full = stack.enter_context(socket.socket())
    full.bind(("127.0.0.1", 0))
    full.listen(0)
    for _ in range(3):
        filler = stack.enter_context(socket.socket())
        filler.setblocking(False)
        filler.connect_ex(full.getsockname())
    return {"refused": refused.getsockname()[1], "silent_connect": full.getsockname()[1]}


async def read_request(scheme: str, reader: asyncio.StreamReader) -> Asked:
    """Read one request; raises EOFError when the client has none, or sends no HTTP."""
    raw = await reader.readuntil(b"\r\n\r\n")
    first, *lines = raw.decode("latin-1").split("\r\n")[:-2]
    parts = first.split(" ")
    if len(parts) != 3:
        raise EOFError
    headers = tuple((name.strip().lower(), value.strip()) for name, _, value in (line.partition(":") for line in lines))
    found = dict(headers)
    length = found.get("content-length", "0")
    body = await reader.readexactly(min(int(length), 1_000_000)) if length.isdigit() else b""
    return Asked(time.monotonic(), scheme, parts[0], found.get("host", "").lower(), parts[1], headers, body)
