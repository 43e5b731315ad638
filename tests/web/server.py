"""The simulated web: one loopback server that plays every host of the catalogue, and the Wayback Machine.

In: nothing but the catalogue. Out: a plain and a TLS port, the `--resolve` rules that lead a program to them, the
authority to trust, and a log of every request. Runs in a thread of its own with its own event loop:

    with SimulatedWeb() as web:
        run(["verify", "letter.txt", *web.options])
        web.log
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from tests.web.behaviours import Answer
from tests.web.catalogue import Catalogue, load
from tests.web.certificates import Certificates
from tests.web.pages import page
from tests.web.serving import Asked, Call, Memory, play

ARCHIVE_HOSTS = frozenset({"web.archive.org", "archive.org"})
OTHER_PORTS = (8080, 8443)
PORTAL = page(
    "Guest network",
    "<h1>Welcome to the guest network</h1><p>Accept the terms to go on.</p>"
    '<form method="post" action="/accept"><button>Accept</button></form>',
)


class Archive(Protocol):
    """What is mounted at web.archive.org."""

    def answer(self, path_and_query: str, headers: Mapping[str, str]) -> tuple[int, Any, bytes]:
        """Status, headers (a mapping or pairs), body."""
        ...


class EmptyArchive:
    """An archive that answers every question of the index, and knows nothing."""

    def answer(self, path_and_query: str, headers: Mapping[str, str]) -> tuple[int, dict[str, str], bytes]:
        """No captures."""
        if path_and_query.startswith(("/cdx/", "/web/timemap/")):
            body = b"[]" if "output=json" in path_and_query or "/timemap/json" in path_and_query else b""
            return 200, {"Content-Type": "text/plain;charset=UTF-8"}, body
        return 404, {"Content-Type": "text/html"}, b"<p>The Wayback Machine has not archived that URL.</p>"


class SimulatedWeb:
    """The server. `captive` makes every host answer with one sign-on page; `patience` bounds silences and drips."""

    def __init__(
        self, *, archive: Archive | None = None, captive: bool = False, patience: float = 60.0,
        catalogue: Catalogue | None = None,
    ) -> None:  # fmt: skip
        self.archive: Archive = archive or EmptyArchive()
        self.captive = captive
        self.catalogue = catalogue or load()
        self.memory = Memory(patience)
        self.log: list[Asked] = []
        self.errors: list[str] = []
        """What went wrong in the server itself; always empty unless the server has a fault."""
        self.ports: dict[str, int] = {}
        self._folder = tempfile.TemporaryDirectory(prefix="simulated-web-")
        self._certificates = Certificates(Path(self._folder.name), self._tls_of)
        self._ready = threading.Event()
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="simulated-web", daemon=True)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._tasks: set[asyncio.Task[Any]] = set()

    # --- what a test or a program needs to know

    @property
    def ca_bundle(self) -> Path:
        """The authority that vouches for the good hosts, as a PEM file."""
        return self._certificates.bundle

    @property
    def resolve(self) -> list[str]:
        """The rules HOST:PORT:ADDRESS:PORT, those of single hosts before those of all."""
        rules = [rule for host in self.catalogue.hosts.values() for rule in self._rules_of(host.name)]
        plain, tls = self.ports["plain"], self.ports["tls"]
        everyone = {80: plain, 443: tls, OTHER_PORTS[0]: plain, OTHER_PORTS[1]: tls}
        return rules + [f"*:{port}:127.0.0.1:{there}" for port, there in everyone.items()]

    @property
    def resolve_args(self) -> list[str]:
        """The same as command-line arguments."""
        return [part for rule in self.resolve for part in ("--resolve", rule)]

    @property
    def options(self) -> list[str]:
        """All that a program needs to be told to live in this web."""
        return [*self.resolve_args, "--ca-bundle", str(self.ca_bundle)]

    def reset_log(self) -> None:
        """Forget what was asked: the log, and how far sequences and rate limits have got."""
        self.log.clear()
        self.memory.clear()

    def asked(self, host: str) -> list[Asked]:
        """The logged requests to one host, in order."""
        return [entry for entry in self.log if entry.host.partition(":")[0] == host]

    # --- its life

    def start(self) -> Self:
        """Listen; returns when the ports are open. Raises what made listening impossible."""
        self._thread.start()
        self._ready.wait()
        if self._failure is not None:
            self._folder.cleanup()
            raise self._failure
        return self

    def stop(self) -> None:
        """Drop all connections and end the thread."""
        if self._loop is not None and self._stop is not None and self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)
        self._folder.cleanup()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as error:  # noqa: BLE001 - handed to the thread that waits in start()
            self._failure = error
        finally:
            self._ready.set()

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self._loop.set_exception_handler(lambda _, context: self.errors.append(str(context)))
        certificates = self._certificates
        async with contextlib.AsyncExitStack() as stack:
            listeners = {
                "plain": (lambda r, w: self._talk("http", r, w), None),
                "tls": (lambda r, w: self._talk("https", r, w), certificates.listener_context()),
                "old_protocol": (lambda r, w: self._talk("https", r, w), certificates.old_protocol_context()),
                "plaintext": (self._banner, None),
                "reset": (self._hang_up, None),
                "silent": (self._say_nothing, None),
            }
            for name, (handler, context) in listeners.items():
                server = await asyncio.start_server(handler, "127.0.0.1", 0, ssl=context, limit=1 << 18, backlog=1024)
                stack.callback(server.close)
                self.ports[name] = server.sockets[0].getsockname()[1]
            for name, plug in dead_ends(stack):
                self.ports[name] = plug
            self._ready.set()
            await self._stop.wait()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.sleep(0.01)  # let aborted transports close their sockets

    # --- connections

    async def _guard(self, work: Any, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            await work
        except (OSError, EOFError, asyncio.LimitOverrunError, TimeoutError):
            pass  # the client left, sent no HTTP, or the patience ended: all in a day's work
        finally:
            self._tasks.discard(task)
            writer.transport.abort() if writer.transport.is_closing() else writer.close()

    async def _talk(self, scheme: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._guard(self._requests(scheme, reader, writer), writer)

    async def _requests(self, scheme: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            asked = await read_request(scheme, reader)
            place = self.memory.counts[asked.url]
            self.memory.counts[asked.url] += 1
            self.log.append(asked)
            if not await play(self._behaviour(asked), Call(asked, writer, self.memory, place)):
                return

    def _behaviour(self, asked: Asked) -> Any:
        if self.captive:
            return Answer(PORTAL)
        if asked.host.partition(":")[0] in ARCHIVE_HOSTS:
            status, headers, body = self.archive.answer(asked.target, dict(asked.headers))
            pairs = headers.items() if isinstance(headers, Mapping) else headers
            kept = tuple((name, value) for name, value in pairs if name.lower() != "content-length")
            return Answer(body, status, kept, content_type=None)
        return self.catalogue.find(asked.scheme, asked.host, asked.target)

    async def _banner(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async def speak() -> None:
            writer.write(b"220 mail.test ESMTP ready\r\n")
            await writer.drain()

        await self._guard(speak(), writer)

    async def _hang_up(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async def refuse() -> None:
            await reader.read(1)
            Call(Asked(0, "", "", "", "", ()), writer, self.memory, 0).reset()

        await self._guard(refuse(), writer)

    async def _say_nothing(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._guard(asyncio.sleep(self.memory.patience), writer)

    # --- who lives where

    def _tls_of(self, name: str) -> Any:
        host = self.catalogue.hosts.get(name)
        return host.tls if host else "good"

    def _rules_of(self, name: str) -> list[str]:
        host = self.catalogue.hosts[name]
        if host.network in {"nxdomain", "servfail"}:
            return [f"{name}:*:{host.network}:0"]
        if host.network == "silent_dns":
            return [f"{name}:*:silent:0"]
        if host.network != "open":
            return [f"{name}:*:127.0.0.1:{self.ports[host.network]}"]
        if host.tls in {"old_protocol", "reset", "plaintext", "silent"}:
            return [f"{name}:443:127.0.0.1:{self.ports[host.tls]}"]
        return []


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


def dead_ends(stack: contextlib.AsyncExitStack) -> list[tuple[str, int]]:
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
    return [("refused", refused.getsockname()[1]), ("silent_connect", full.getsockname()[1])]
