"""The fetcher: a request goes in, its answer or a named failure comes out, after vetting, waiting for a turn, retries.

This file holds the policy; `transport.py` is the wire.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Self
from urllib.parse import urlencode

from verifier.web.config import ClientConfig, HostConfig
from verifier.web.deadlines import Deadlines
from verifier.web.domains import registrable_domain
from verifier.web.exchange import Answer, Failure, FailureKind, Request, Response
from verifier.web.handover import HandOver
from verifier.web.health import Health
from verifier.web.network import Progress
from verifier.web.pacing import Pacer
from verifier.web.resolve import NetworkError, Resolver
from verifier.web.retry import again, backoff, retries_for, retry_after
from verifier.web.target import Parts, Problem, clean_url, plain_parts
from verifier.web.transport import Received, Transport, locate
from verifier.web.wire import Named

_NO_SETTINGS = HostConfig()
_BLOCKED = frozenset({429, 503})
_LONGEST_GRANTED = 60.0
"""Seconds that a server is granted when it names how long it wants to be left alone."""
_GIVE_UP_AFTER = 3
"""Different URLs of one host that met only silence: it is not asked any more."""
_USEFUL = 1.0  # seconds below which another try would only tell how short it was


@dataclass(slots=True)
class _Asked:
    """One URL being asked for, and what has been spent on it."""

    request: Request
    url: str
    location: Parts
    domain: str
    settings: HostConfig
    total: float
    """Seconds that the URL may take: being answered and waiting for another try, but not waiting for a turn."""
    spent: float = 0.0
    requests: int = 0
    elapsed: float = 0.0
    partial: Response | None = None
    """What there is of an answer that ended before its time; browsers show as much."""

    @property
    def left(self) -> float:
        """Seconds of its time that the URL has left."""
        return self.total - self.spent

    def took(self, seconds: float) -> None:
        """Count the time of one try."""
        self.elapsed += seconds
        self.spent += seconds

    def response(self, received: Received) -> Response:
        return Response(self.url, received.status_code, received.headers, received.body, received.complete,
                        round(self.elapsed * 1000), self.requests)  # fmt: skip

    def failure(self, kind: FailureKind, message: str, detail: str = "", *, answered: bool = False) -> Failure:
        return Failure(self.url, kind, message, detail, answered, round(self.elapsed * 1000), self.requests)


class HttpFetcher:
    """A `Fetcher`. Use it as an asynchronous context, or call `aclose()`; make it inside the event loop.

    `resolver`, `pacer` and `sleep` may be replaced in tests. `tried` is told of every single try.
    Raises UsageError for a proxy or a bundle of certificates that cannot be used.
    """

    def __init__(
        self,
        config: ClientConfig,
        *,
        resolver: Resolver | None = None,
        pacer: Pacer | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        tried: Callable[[Request, Answer], None] = lambda _request, _answer: None,
    ) -> None:
        self._config = config
        self._tried = tried
        self._resolver = resolver or Resolver(
            overrides=config.overrides, allowed=config.allow_networks, timeout=config.timeout
        )
        self._pacer = pacer or Pacer(
            concurrency=config.concurrency,
            host_concurrency=config.host_concurrency,
            host_interval=config.host_interval,
        )
        self._handover = HandOver(config.concurrency)
        self._deadlines = Deadlines()
        self._sleep = sleep
        self._transport = Transport(config, self._resolver)
        self._health = Health(give_up_after=_GIVE_UP_AFTER, clock=time.monotonic)
        self._headers = (
            ("User-Agent", config.user_agent),
            ("Accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"),
            ("Accept-Language", "en;q=0.8,*;q=0.5"),
            ("Accept-Encoding", "gzip, deflate"),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close every connection."""
        self._deadlines.close()
        await self._transport.aclose()

    async def fetch(self, request: Request) -> Answer:
        """Ask for `request.url`; never raises for what a remote host does.

        The answer's URL is the one asked for, without credentials. `elapsed_ms` leaves out waiting for a turn.
        """
        asked = self._prepare(request)
        if isinstance(asked, Failure):
            return asked
        answer = await self._attempt(asked)
        most = self._retries(asked)
        if retries_for(answer, most, patience=request.patience):

            async def sleep(seconds: float) -> None:
                asked.spent += seconds
                await self._sleep(seconds)

            answer = await again(
                answer,
                lambda: self._attempt(asked),
                most=most,
                patience=request.patience,
                wait=self._wait,
                left=lambda: asked.left - min(_USEFUL, self._config.timeout / 4),
                sleep=sleep,
            )
        self._health.note(asked.location.host, asked.url, answer)
        if asked.partial is not None and isinstance(answer, Failure) and answer.kind is FailureKind.RESET:
            return replace(asked.partial, elapsed_ms=answer.elapsed_ms, requests=answer.requests)
        return answer

    def _prepare(self, request: Request) -> _Asked | Failure:
        """Everything that can be known of a URL before anything is sent."""
        plain = plain_parts(request.url)
        url = request.url if plain else clean_url(request.url)
        if isinstance(url, Problem):
            return Failure(request.url, url.kind, url.message, requests=0)
        try:
            location = plain or locate(url)
        except ValueError as error:
            return Failure(url, FailureKind.MALFORMED, f"not a URL: {error}", requests=0)
        host = location.host
        reason = self._resolver.refuse(host)
        if reason is not None:
            return Failure(url, FailureKind.REFUSED_ADDRESS, f"not asked: {reason}", requests=0)
        domain = registrable_domain(host)
        objection = self._health.objection(host, domain)
        if objection is not None:
            return Failure(url, FailureKind.GIVEN_UP, objection, requests=0)
        total = self._config.total_timeout if request.total_timeout is None else request.total_timeout
        return _Asked(request, url, location, domain, self._config.hosts.get(host, _NO_SETTINGS), total)

    def _retries(self, asked: _Asked) -> int:
        """How many further requests the URL is worth: none on a host that has failed at one link after the other.

        Who has little patience asks once more, and comes back later.
        """
        if not asked.request.retry or asked.request.form is not None or self._health.failing(asked.location.host):
            return 0
        return self._config.retries if asked.request.patience is None else min(1, self._config.retries)

    def _seconds(self, asked: _Asked) -> float:
        """How long one try may take. Who forbids further tries has given the one try all the time there is."""
        if not asked.request.retry and asked.request.total_timeout is not None:
            return asked.left
        return min(self._config.timeout, asked.left)

    async def _attempt(self, asked: _Asked) -> Answer:
        """Send once, in turn; waiting for the turn takes nothing from the time that the URL has."""
        if self._config.proxy is None:
            started = time.monotonic()
            try:
                await self._resolver.resolve(asked.location.host, asked.location.port)
            except NetworkError as failure:
                asked.took(time.monotonic() - started)
                unknown = asked.failure(failure.kind, failure.message, failure.detail)
                self._tried(asked.request, unknown)
                return unknown
        settings = asked.settings
        async with self._pacer.turn(asked.domain, interval=settings.interval, concurrency=settings.concurrency):
            answer = await self._send(asked, self._seconds(asked))
            self._adapt(asked, answer)
            held_back = self._handover.full
            if held_back:
                await self._handover.turn()
        if not held_back:
            await self._handover.turn()
        self._tried(asked.request, answer)
        return answer

    async def _send(self, asked: _Asked, seconds: float) -> Answer:
        request = asked.request
        progress = Progress()
        started = time.monotonic()
        received: Received | None = None
        failure: NetworkError | None = None
        try:
            with self._deadlines.within(seconds):
                received = await self._transport.ask(
                    asked.location,
                    self._named(asked),
                    form=None if request.form is None else urlencode(request.form).encode(),
                    max_body=request.max_body,
                    max_other=request.max_body if request.max_other is None else request.max_other,
                    progress=progress,
                )
                failure = received.broke
        except TimeoutError:
            failure = _timed_out(asked.location.host, progress, seconds)
        except NetworkError as error:
            failure = error
        asked.requests += progress.requests
        asked.took(time.monotonic() - started)
        if failure is None and received is not None:
            return asked.response(received)
        if received is not None and received.body and failure is not None and failure.detail == "cut_short":
            asked.partial = asked.response(received)
        assert failure is not None  # noqa: S101 -- without an answer there is a failure
        return asked.failure(failure.kind, failure.message, failure.detail, answered=progress.received)

    def _named(self, asked: _Asked) -> Named:
        """The headers to send."""
        headers = self._headers + asked.settings.headers
        request = asked.request
        if request.headers:
            own = {name.lower() for name in request.headers}
            headers = (*(pair for pair in headers if pair[0].lower() not in own), *request.headers.items())
        if request.form is not None:
            headers += (("Content-Type", "application/x-www-form-urlencoded"),)
        return headers

    def _wait(self, attempts: int, answer: Answer) -> float:
        """Seconds before the next request, as the server wishes if it says so; endless where it wishes for too much."""
        asking = retry_after(answer.headers, datetime.now(UTC)) if isinstance(answer, Response) else None
        if asking is None:
            return backoff(attempts)
        return asking if asking <= _LONGEST_GRANTED else float("inf")

    def _adapt(self, asked: _Asked, answer: Answer) -> None:
        """Let the domain's pace follow how it answers."""
        if isinstance(answer, Failure):
            if answer.kind in (FailureKind.CONNECT_TIMEOUT, FailureKind.READ_TIMEOUT):
                self._pacer.trouble(asked.domain)
            return
        if answer.status_code not in _BLOCKED:
            self._pacer.relief(asked.domain)
            return
        self._pacer.trouble(asked.domain)
        asking = retry_after(answer.headers, datetime.now(UTC))
        if asking is None:
            return
        if asking <= _LONGEST_GRANTED:
            self._pacer.block(asked.domain, asking)
        else:
            self._health.close(asked.domain, asking)


def _timed_out(host: str, progress: Progress, seconds: float) -> NetworkError:
    if progress.connecting and not progress.connected:
        return NetworkError(FailureKind.CONNECT_TIMEOUT, f"{host} did not accept a connection within {seconds:.3g} s")
    if progress.received:
        return NetworkError(FailureKind.READ_TIMEOUT, f"{host} had not finished its answer after {seconds:.3g} s")
    return NetworkError(FailureKind.READ_TIMEOUT, f"{host} took the connection, but did not answer in {seconds:.3g} s")
