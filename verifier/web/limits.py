"""Paces the requests to one service, and stops them when the service asks for it or no longer answers.

In: which pool a request belongs to, and what became of it. Out: a slot to send it in, or `CircuitOpenError`.
Why: a service such as the Wayback Machine counts requests per network, tells off once with a 429, and shuts out for an
hour or more who goes on. Every request of a run therefore passes one `ServiceLimits`.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from verifier.web.pacing import Clock, Sleep

_FIRST_PAUSE = 60.0
"""Seconds of silence after the first 429 that names no longer time."""

_REFUSED_PAUSE = 5.0
"""Seconds before the one further try that tells a passing fault from a service that shuts us out."""

_ENOUGH_FAILURES = 3
"""How many errors in a row an outage takes, besides its length: two far apart are chance."""


class CircuitOpenError(Exception):
    """The service is not asked any more in this run; `str()` gives the reason in plain words."""


@dataclass(frozen=True, slots=True)
class Rate:
    """How fast one pool may be used: requests per second, how many at once after a rest, how many unanswered."""

    per_second: float
    burst: int = 1
    in_flight: int = 2


class TokenBucket:
    """Lets `rate.burst` takers through at once and then `rate.per_second` of them, in the order in which they came."""

    def __init__(self, rate: Rate, clock: Clock = time.monotonic, sleep: Sleep = asyncio.sleep) -> None:
        self._rate = rate
        self._clock = clock
        self._sleep = sleep
        self._tokens = float(rate.burst)
        self._filled_at = clock()

    async def take(self) -> None:
        """Wait until a token is there, and take it. Callers take turns: hold a lock around it."""
        while (missing := self._missing()) > 0:
            await self._sleep(missing / self._rate.per_second)
        self._tokens -= 1

    def empty(self) -> None:
        """Take away what has been saved up, so that a rest is not followed by a burst."""
        self._filled_at = self._clock()
        self._tokens = 0.0

    def _missing(self) -> float:
        now = self._clock()
        self._tokens = min(float(self._rate.burst), self._tokens + (now - self._filled_at) * self._rate.per_second)
        self._filled_at = now
        # A sum of floats may stop a hair short of a whole token; a sleep that short would not move the clock.
        missing = 1 - self._tokens
        return missing if missing > 1e-6 else 0.0


class CircuitBreaker:
    """Decides, from what became of requests, whether to go on, to pause, or to stop for the rest of the run.

    `patience` is in seconds: a longer pause is not waited for, and an outage longer than that ends the asking.
    Every method that reports takes `started`, the clock's reading when that request was sent: requests that were under
    way together when trouble began count as one sign of it, not as several in a row.
    """

    def __init__(self, service: str, patience: float = 90.0, clock: Clock = time.monotonic) -> None:
        self.reason: str | None = None
        self._service = service
        self._patience = patience
        self._clock = clock
        self._next_pause = _FIRST_PAUSE
        self._strikes = 0
        self._struck_at = float("-inf")
        self._struck_about: str | None = None
        self._resume_at = float("-inf")
        self._silent_since: float | None = None
        self._failures = 0

    def pause_left(self) -> float:
        """Seconds until requests may be sent again; raises `CircuitOpenError` when that will not be in this run."""
        if self.reason is not None:
            raise CircuitOpenError(self.reason)
        return max(0.0, self._resume_at - self._clock())

    def answered(self, started: float) -> None:
        """A request got a useful answer."""
        if started >= self._struck_at:
            self._strikes = 0
            self._struck_about = None
        self._silent_since = None

    def throttled(self, started: float, retry_after: float | None) -> None:
        """A request was answered with 429: everything rests for as long as told, and for a minute at least."""
        asked = retry_after or 0.0
        if started < self._struck_at:
            self._rest(asked)
            return
        pause = max(asked, min(self._next_pause, self._patience))
        self._next_pause *= 2
        self._strike(f"{self._service} answered HTTP 429 (too many requests) twice in a row")
        self._rest(pause)

    def refused(self, started: float, what: str, about: str) -> None:
        """A connection was refused or reset: how the Internet Archive shuts out who ignores its 429.

        `about` is the URL that was asked about: one URL that fails twice proves nothing about the service.
        """
        if started < self._struck_at or about == self._struck_about:
            return
        self._strike(f"{self._service} {what} twice in a row, as it does with those it has shut out")
        self._struck_about = about
        self._rest(_REFUSED_PAUSE)

    def failed(self, started: float, what: str, *, lasting: bool = False) -> None:
        """A request got an error of the service's own, or nothing; ends the asking when that is all it gives.

        With `lasting` (no such host, no route, a bad certificate) the length of the outage does not matter.
        """
        if self._silent_since is None:
            self._silent_since = started
            self._failures = 0
        self._failures += 1
        silence = self._clock() - self._silent_since
        if self._failures >= _ENOUGH_FAILURES and (lasting or silence > self._patience):
            self._open(f"{self._service} has given no usable answer {self._failures} times in a row (last: {what})")

    def _strike(self, reason: str) -> None:
        self._struck_at = self._clock()
        self._struck_about = None
        self._strikes += 1
        if self._strikes >= 2:
            self._open(reason)

    def _rest(self, seconds: float) -> None:
        if seconds > self._patience:
            self._open(
                f"{self._service} asked for a pause of {seconds:.0f} seconds, "
                f"longer than the {self._patience:.0f} that this run waits"
            )
        self._resume_at = max(self._resume_at, self._clock() + seconds)

    def _open(self, reason: str) -> None:
        self.reason = self.reason or reason


class ServiceLimits:
    """The buckets of one service and the breaker that they share."""

    def __init__(
        self,
        service: str,
        rates: Mapping[str, Rate],
        *,
        patience: float = 90.0,
        clock: Clock = time.monotonic,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self.clock = clock
        self.sleep = sleep
        self._patience = patience
        self.breaker = CircuitBreaker(service, patience, clock)
        self._buckets = {pool: TokenBucket(rate, clock, sleep) for pool, rate in rates.items()}
        self._turns = {pool: asyncio.Lock() for pool in rates}
        self._flying = {pool: asyncio.Semaphore(rate.in_flight) for pool, rate in rates.items()}

    def for_another(self, service: str, rates: Mapping[str, Rate]) -> ServiceLimits:
        """Limits of another service, with the same clock and patience."""
        return ServiceLimits(service, rates, patience=self._patience, clock=self.clock, sleep=self.sleep)

    @asynccontextmanager
    async def slot(self, pool: str) -> AsyncIterator[float]:
        """Wait for leave to send one request of `pool`; gives the clock's reading at that moment.

        Raises `CircuitOpenError` when the breaker opens before that, and KeyError for a pool that is not known.
        """
        async with self._flying[pool]:
            async with self._turns[pool]:
                await self._pause_over(pool)
                await self._buckets[pool].take()
                await self._pause_over(pool)
            yield self.clock()

    async def _pause_over(self, pool: str) -> None:
        while (left := self.breaker.pause_left()) > 0:
            await self.sleep(left)
            self._buckets[pool].empty()
