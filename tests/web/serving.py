"""Plays one behaviour on one real connection.

In: a behaviour (data) and an open connection with a request read from it. Out: bytes, silence or a reset, and whether
the connection may be used again. No silence or drip lasts longer than `Memory.patience` seconds.
"""

from __future__ import annotations

import asyncio
import gzip
import itertools
import socket
import struct
import zlib
from collections import Counter
from dataclasses import dataclass, field
from http import HTTPStatus

from tests.web.behaviours import (
    Answer,
    Behaviour,
    ByMethod,
    Close,
    CookieGate,
    Drip,
    Endless,
    GzipBomb,
    HeaderBomb,
    RateLimit,
    Raw,
    Redirect,
    Reset,
    Sequence,
    Silent,
)
from tests.web.pages import error_page, page

HALF_OF_A_PAGE = page("A page that stops", "<p>" + "This sentence is followed by more. " * 20).encode()


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it arrived: `time` in seconds of the monotonic clock, headers in order, names in lower case."""

    time: float
    scheme: str
    method: str
    host: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""

    @property
    def url(self) -> str:
        """The URL that was asked for."""
        return f"{self.scheme}://{self.host}{self.target}"

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]

    def header(self, name: str) -> str:
        """The first value of a header, or nothing."""
        return next((value for key, value in self.headers if key == name.lower()), "")


@dataclass(slots=True)
class Memory:
    """What the server remembers between requests."""

    patience: float = 60.0
    counts: Counter[str] = field(default_factory=Counter)
    refused_at: dict[str, float] = field(default_factory=dict)
    tokens: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def clear(self) -> None:
        """Forget it all."""
        self.counts.clear()
        self.refused_at.clear()


@dataclass(slots=True)
class Call:
    """A request with the connection it came on. `place` is the request's number at its URL, from 0."""

    asked: Asked
    writer: asyncio.StreamWriter
    memory: Memory
    place: int

    async def send(self, data: bytes) -> None:
        """Send, waiting while the other side is slow to read; raises ConnectionError when it has gone."""
        if self.writer.transport.is_closing():
            raise ConnectionResetError
        self.writer.write(data)
        await self.writer.drain()
        await asyncio.sleep(0)  # drain alone does not let others in, nor notice that the client left


def reset(writer: asyncio.StreamWriter) -> None:
    """Make the kernel answer with RST."""
    plug = writer.get_extra_info("socket")
    plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def play(behaviour: Behaviour, call: Call) -> bool:
    """Do what the data says; True when the connection may carry another request."""
    match behaviour:
        case Sequence(steps):
            return await play(steps[min(call.place, len(steps) - 1)], call)
        case ByMethod(head, get):
            return await play(head if call.asked.method == "HEAD" else get, call)
        case CookieGate(cookie, before, after):
            carried = {part.strip() for part in call.asked.header("cookie").split(";")}
            return await play(after if cookie in carried else before, call)
        case RateLimit():
            return await play(_limited(behaviour, call), call)
        case Redirect():
            return await _answer(_redirect(behaviour, call), call)
        case Answer():
            return await _answer(behaviour, call)
        case Raw(data, keep_alive):
            await call.send(data)
            return keep_alive
        case Silent() | Drip() | HeaderBomb() | GzipBomb() | Endless():
            async with asyncio.timeout(call.memory.patience):
                await _misbehave(behaviour, call)
            return False
        case Reset(after) | Close(after):
            await _break_off(after, call)
            if isinstance(behaviour, Reset):
                reset(call.writer)
            return False


def _limited(behaviour: RateLimit, call: Call) -> Behaviour:
    now, key = call.asked.time, call.asked.url
    since = now - call.memory.refused_at.get(key, float("-inf"))
    if call.place > 0 and since >= behaviour.wait:
        return behaviour.then
    call.memory.refused_at[key] = now
    headers = (("Retry-After", behaviour.retry_after),) if behaviour.retry_after is not None else ()
    return Answer(error_page("Too Many Requests", "Please slow down."), 429, headers)


def _redirect(behaviour: Redirect, call: Call) -> Answer:
    location = behaviour.location
    if location is None:
        return Answer(error_page("Moved", "Elsewhere."), behaviour.status, behaviour.headers)
    location = location.replace("{{token}}", f"{next(call.memory.tokens):06d}")
    return Answer(error_page("Moved", "Elsewhere."), behaviour.status, (("Location", location), *behaviour.headers))


def _body(answer: Answer, call: Call) -> bytes:
    body = answer.body.encode() if isinstance(answer.body, str) else answer.body
    if answer.fresh:
        body = body.replace(b"{{path}}", call.asked.target.encode()).replace(b"{{count}}", b"%d" % (call.place + 1))
        body = body.replace(b"{{token}}", b"%06d" % next(call.memory.tokens))
    body += b"<!-- filler -->\n" * (answer.pad // 16)
    match answer.coding:
        case "gzip":
            return gzip.compress(body, mtime=0)
        case "deflate":
            return zlib.compress(body)
        case "br":
            return _brotli(body)
        case _:
            return body


def _brotli(body: bytes) -> bytes:
    """Valid Brotli without a library: stored meta-blocks (RFC 7932, 9.2) in a window of 64 KiB."""
    out = bytearray()
    for start in range(0, len(body), 65536):
        piece = body[start : start + 65536]
        bits = (len(piece) - 1) << 3 | 1 << 19
        out += (bits << 1 if start == 0 else bits).to_bytes(3, "little") + piece
    return bytes(out) + b"\x03"


async def _answer(answer: Answer, call: Call) -> bool:
    if answer.delay:
        await asyncio.sleep(min(answer.delay, call.memory.patience))
    body = _body(answer, call)
    headers = list(answer.headers)
    if answer.content_type is not None:
        headers.insert(0, ("Content-Type", answer.content_type))
    if answer.coding:
        headers.append(("Content-Encoding", answer.coding))
    if answer.framing == "length" and answer.status not in {204, 304}:
        headers.append(("Content-Length", str(len(body))))
    if answer.framing == "chunked":
        headers.append(("Transfer-Encoding", "chunked"))
    closing = answer.framing == "close" or call.asked.header("connection").lower() == "close"
    if closing:
        headers.append(("Connection", "close"))
    if call.asked.method == "HEAD" or answer.status in {204, 304}:
        body = b""
    elif answer.framing == "chunked":
        body = _chunks(body)
    await call.send(head(answer.status, headers, answer.reason) + body)
    return not closing


def head(status: int, headers: list[tuple[str, str]], reason: str | None = None) -> bytes:
    """Status line and headers, in UTF-8 as careless servers send them."""
    if reason is None:
        reason = HTTPStatus(status).phrase if status in set(HTTPStatus) else "Unknown"
    lines = [f"HTTP/1.1 {status} {reason}", *(f"{name}: {value}" for name, value in headers), "", ""]
    return "\r\n".join(lines).encode()


def _chunks(body: bytes, size: int = 700) -> bytes:
    parts = [body[start : start + size] for start in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


PROMISE = head(200, [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", "100000")])


async def _break_off(after: str, call: Call) -> None:
    if after == "half":
        await call.send(PROMISE + HALF_OF_A_PAGE)
        await asyncio.sleep(0.05)  # let it be read first: a reset may overtake bytes still on their way


async def _misbehave(behaviour: Silent | Drip | HeaderBomb | GzipBomb | Endless, call: Call) -> None:
    match behaviour:
        case Silent(after):
            if after != "request":
                await call.send(PROMISE + (HALF_OF_A_PAGE if after == "half" else b""))
            await asyncio.sleep(call.memory.patience)
        case Drip(part, interval):
            await _drip(part, interval, call)
        case HeaderBomb(size, lines):
            await call.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + (b"" if lines else b"X-Long: "))
            line = b"X-Filler: " + b"x" * 500 + b"\r\n" if lines else b"x" * 512
            for _ in range(size // len(line)):
                await call.send(line)
        case GzipBomb(start, size):
            packer = zlib.compressobj(9, zlib.DEFLATED, 31)
            await call.send(head(200, [("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip")]))
            await call.send(packer.compress(start.encode()) + packer.flush(zlib.Z_SYNC_FLUSH))
            for _ in range(size // 1_000_000):
                await call.send(packer.compress(bytes(1_000_000)))
            await call.send(packer.flush())
        case Endless(start, content_type):
            await call.send(head(200, [("Content-Type", content_type)]) + start)
            while True:
                await call.send(b"<p>And so it goes on and on, line after line, without an end.</p>\n" * 100)
                await asyncio.sleep(0.001)


async def _drip(part: str, interval: float, call: Call) -> None:
    if part == "body":
        await call.send(PROMISE)
        pieces = (bytes([byte]) for byte in itertools.cycle(HALF_OF_A_PAGE))
    elif part == "headers":
        await call.send(b"HTTP/1.1 200 OK\r\n")
        pieces = (b"X-Line-%d: still here\r\n" % number for number in itertools.count())
    else:
        pieces = (b"HTTP/1.1 102 Processing\r\n\r\n" for _ in itertools.count())
    for piece in pieces:
        await call.send(piece)
        await asyncio.sleep(interval)
