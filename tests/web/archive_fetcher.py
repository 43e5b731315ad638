"""Two ways to the simulated archive: inside the process on a clock that is only counted, and over a real socket.

`InProcess` turns an archive's answers into the values of the HTTP client's seam. `serve` puts it on a loopback port.
`run_counted` runs a coroutine on an event loop whose time passes by itself whenever everybody waits: minutes of pacing
take milliseconds, and the clock's readings are exact.
"""

from __future__ import annotations

import asyncio
import selectors
import threading
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeVar
from urllib.parse import urlencode, urlsplit

from tests.web.archive import SimulatedArchive
from verifier.checks.archive.ask import Budget, archive_limits
from verifier.checks.archive.wayback import Wayback
from verifier.web.exchange import Failure, FailureKind, Headers, Request, Response

T = TypeVar("T")

_BROKEN = {
    "reset": (FailureKind.RESET, "the connection was reset", True),
    "refuse": (FailureKind.CONNECT_REFUSED, "the connection was refused", False),
}


class InProcess:
    """A `Fetcher` that asks an archive directly; every answer takes `latency` seconds of the loop's time."""

    def __init__(self, archive: SimulatedArchive, *, latency: float = 0.5) -> None:
        self.archive = archive
        self.latency = latency
        self.sent: list[Request] = []
        self.under_way = 0
        self.most_under_way = 0

    async def fetch(self, request: Request) -> Response | Failure:
        """One request."""
        self.sent.append(request)
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        try:
            return await self._fetch(request)
        finally:
            self.under_way -= 1

    async def _fetch(self, request: Request) -> Response | Failure:
        parts = urlsplit(request.url)
        target = request.url.partition("://")[2].partition("/")[2]
        method, body = ("GET", b"") if request.form is None else ("POST", urlencode(request.form).encode())
        sent = {"Host": parts.netloc, **request.headers}
        answer = self.archive.answer(f"/{target}", sent, method=method, body=body)
        headers = Headers(tuple(answer.headers))
        marker = headers.get("X-Simulated")
        wait = float(headers.get("X-Simulated-Delay") or self.latency)
        limit = request.total_timeout or 30.0
        if marker == "silent" or wait > limit:
            await asyncio.sleep(limit)
            why = f"no answer within {limit:.0f} seconds"
            return Failure(request.url, FailureKind.READ_TIMEOUT, why, answered=True, elapsed_ms=round(limit * 1000))
        await asyncio.sleep(wait)
        spent = round(wait * 1000)
        if marker:
            kind, message, answered = _BROKEN[marker]
            return Failure(request.url, kind, message, answered=answered, elapsed_ms=spent)
        body = answer.body[: request.max_body]
        complete = len(body) == len(answer.body) and "X-Simulated-Cut" not in headers
        return Response(request.url, answer.status, headers, body, complete, elapsed_ms=spent)


class _CountedSelector(selectors.DefaultSelector):
    """A selector that never waits: it moves the clock on instead."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise RuntimeError("everybody waits, and nobody for a time")
        self.now += max(timeout, 0.0)
        return super().select(0)


class CountedLoop(asyncio.SelectorEventLoop):
    """An event loop on counted time, which begins at 0."""

    def __init__(self) -> None:
        self._counted = _CountedSelector()
        super().__init__(self._counted)

    def time(self) -> float:
        return self._counted.now


def run_counted(main: Coroutine[Any, Any, T]) -> T:
    """Run `main` on counted time. It may not use threads or sockets."""
    with asyncio.Runner(loop_factory=CountedLoop) as runner:
        return runner.run(main)


NOW = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)


def on_counted_time(
    archive: SimulatedArchive,
    errand: Callable[[Wayback], Awaitable[T]],
    *,
    latency: float = 0.5,
    patience: float = 90.0,
    budget: Budget | None = None,
) -> tuple[T, float]:
    """What `errand` brings from a `Wayback` that asks `archive`, and the seconds that it took."""

    async def main() -> tuple[T, float]:
        loop = asyncio.get_running_loop()
        archive.clock = loop.time
        limits = archive_limits("web.archive.org", loop.time, asyncio.sleep, patience=patience)
        wayback = Wayback(InProcess(archive, latency=latency), limits, lambda: NOW, base=archive.base, budget=budget)
        return await errand(wayback), loop.time()

    return run_counted(main())


@contextmanager
def serve(archive: SimulatedArchive) -> Iterator[str]:
    """The archive on a loopback port; gives its base address, which the archive then puts into its redirects."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = archive.answer(self.path, dict(self.headers.items()))
            if status == 0:
                self.close_connection = True
                return
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Tests read the archive's own log."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    base = f"http://127.0.0.1:{server.server_address[1]}"
    archive.base = base
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield base
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
