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
import functools
import socket
import ssl
import tempfile
import threading
from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.web.archive import SimulatedArchive
from tests.web.archive_faults import Answer as ArchiveAnswer
from tests.web.behaviours import Answer, Behaviour, Raw, Reset, Silent
from tests.web.catalogue import Catalogue, load
from tests.web.certificates import Certificates
from tests.web.model import Tls
from tests.web.pages import page
from tests.web.ports import ALERT, dead_ends, hang_up, interrupt, read_request, unplug
from tests.web.serving import Asked, Call, Memory, head, play

ARCHIVE_HOSTS = frozenset({"web.archive.org", "archive.org"})
OTHER_PORTS = (8080, 8443)
PORTAL = page(
    "Guest network",
    "<h1>Welcome to the guest network</h1><p>Accept the terms to go on.</p>"
    '<form method="post" action="/accept"><button>Accept</button></form>',
)


Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
NO_FAULT_OF_OURS = (OSError, EOFError, asyncio.LimitOverrunError, TimeoutError)
"""The client left, or sent no HTTP, or the patience ended: all in a day's work."""


class SimulatedWeb:
    """The server. `captive` makes every host answer with one sign-on page; `patience` bounds silences and drips."""

    def __init__(
        self, *, archive: SimulatedArchive | None = None, captive: bool = False, patience: float = 60.0,
        catalogue: Catalogue | None = None,
    ) -> None:  # fmt: skip
        self.archive = archive or SimulatedArchive()
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
        self.archive.reset()
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
        with contextlib.ExitStack() as stack:
            for name, (handler, context) in self._listeners().items():
                listener = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=1024))
                listener.setblocking(False)
                self.ports[name] = listener.getsockname()[1]
                self._loop.add_reader(listener, self._accept, listener, handler, context)
                stack.callback(self._loop.remove_reader, listener)
            self.ports |= dead_ends(stack)
            self._ready.set()
            await self._stop.wait()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.sleep(0.01)  # let aborted transports close their sockets

    def _listeners(self) -> dict[str, tuple[Handler, ssl.SSLContext | None]]:
        return {
            "plain": (functools.partial(self._talk, "http"), None),
            "tls": (functools.partial(self._talk, "https"), self._certificates.listener_context()),
            "old_protocol": (functools.partial(interrupt, ALERT), None),
            "plaintext": (functools.partial(interrupt, b"220 mail.test ESMTP ready\r\n"), None),
            "reset": (hang_up, None),
            "silent": (self._say_nothing, None),
        }

    # --- connections

    def _spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self.errors.append(repr(error))

    def _accept(self, listener: socket.socket, handler: Handler, context: ssl.SSLContext | None) -> None:
        try:
            plug, _ = listener.accept()
        except OSError:
            return  # the client has thought better of it
        plug.setblocking(False)
        plug.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        task = self._spawn(self._welcome(plug, handler, context))
        task.add_done_callback(functools.partial(unplug, plug))  # it may be cancelled before it begins

    async def _welcome(self, plug: socket.socket, handler: Handler, context: ssl.SSLContext | None) -> None:
        """Make streams of an accepted connection, shaking hands under TLS, and see it through to its end."""
        loop = asyncio.get_running_loop()
        reader = asyncio.StreamReader(limit=1 << 18)
        protocol = asyncio.StreamReaderProtocol(reader)
        wait = 1.0 if context else None
        with contextlib.suppress(*NO_FAULT_OF_OURS):
            transport, _ = await loop.connect_accepted_socket(
                lambda: protocol, plug, ssl=context, ssl_shutdown_timeout=wait
            )
            try:
                writer = asyncio.StreamWriter(transport, protocol, reader, loop)
                with contextlib.suppress(*NO_FAULT_OF_OURS):
                    await handler(reader, writer)
                writer.close()
                await writer.wait_closed()
            finally:
                transport.abort()  # nothing of it may outlive the server

    async def _talk(self, scheme: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            asked = await read_request(scheme, reader)
            place = self.memory.counts[asked.url]
            self.memory.counts[asked.url] += 1
            self.log.append(asked)
            if not await play(self._behaviour(asked), Call(asked, writer, self.memory, place)):
                return

    def _behaviour(self, asked: Asked) -> Behaviour:
        if self.captive:
            return Answer(PORTAL)
        if asked.host.partition(":")[0] in ARCHIVE_HOSTS:
            sent = dict(asked.headers)
            return _archived(self.archive.answer(asked.target, sent, method=asked.method, body=asked.body))
        return self.catalogue.find(asked.scheme, asked.host, asked.target)

    async def _say_nothing(self, _: asyncio.StreamReader, __: asyncio.StreamWriter) -> None:
        await asyncio.sleep(self.memory.patience)

    # --- who lives where

    def _tls_of(self, name: str) -> Tls:
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


def _archived(answer: ArchiveAnswer) -> Behaviour:
    """The archive's answer as a behaviour, also where HTTP cannot say it; a refusal becomes a reset."""
    said = dict(answer.headers)
    if answer.status == 0:
        return Silent() if said.get("X-Simulated") == "silent" else Reset()
    kept = [(name, value) for name, value in answer.headers if not name.startswith("X-Simulated")]
    if "X-Simulated-Cut" in said:
        return Raw(head(answer.status, [*kept, ("Content-Length", str(2 * len(answer.body) + 1))]) + answer.body)
    delay = float(said.get("X-Simulated-Delay", 0))
    return Answer(answer.body, answer.status, tuple(kept), content_type=None, delay=delay)
