"""When a request may start: few at once and not too often per domain, few at once over all.

A domain name goes in, a turn comes out, as an asynchronous context. Turns of one domain are given in the order of
asking; waiting for one never takes up a place that another domain could use. Between domains, the one that was begun
first goes first, unless it is in trouble.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from itertools import count

from verifier.web.places import Places

Clock = Callable[[], float]
Sleep = Callable[[float], Awaitable[None]]

_SLOWEST = 8.0  # seconds between starts that trouble can lead to
_FIRST_SLOWING = 0.5  # seconds between starts after the first trouble, where less was set
_SWEEP_AT = 4096  # domains kept before the idle ones are forgotten


@dataclass(slots=True)
class _Domain:
    interval: float
    floor: float
    places: asyncio.Semaphore
    rank: int
    gate: asyncio.Lock = field(default_factory=asyncio.Lock)
    next_start: float = 0.0
    users: int = 0


class Turn:
    """An asynchronous context: entered when a request may start, left when it is over."""

    __slots__ = ("_domain", "_pacer")

    def __init__(self, pacer: Pacer, domain: _Domain) -> None:
        self._pacer = pacer
        self._domain = domain

    async def __aenter__(self) -> None:
        await self._pacer.begin(self._domain)

    async def __aexit__(self, *_failure: object) -> None:
        self._pacer.end(self._domain)


class Pacer:
    """Gives turns. `clock` and `sleep` may be replaced, so that tests need not wait."""

    def __init__(
        self,
        *,
        concurrency: int,
        host_concurrency: int,
        host_interval: float,
        clock: Clock = time.monotonic,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._everywhere = Places(concurrency)
        self._ranks = count()
        self._host_concurrency = host_concurrency
        self._host_interval = host_interval
        self._clock = clock
        self._sleep = sleep
        self._domains: dict[str, _Domain] = {}

    def turn(self, domain: str, *, interval: float | None = None, concurrency: int | None = None) -> Turn:
        """Wait for a turn at `domain` and hold it; `interval` and `concurrency` count when the domain is first met."""
        return Turn(self, self._domain(domain, interval, concurrency))

    async def begin(self, state: _Domain) -> None:
        """Wait until a request to this domain may start."""
        state.users += 1
        try:
            await state.places.acquire()
            try:
                # One at a time passes the gate, so that starts stay apart even when the global limit held one of them.
                async with state.gate:
                    await self._until(state)
                    await self._everywhere.acquire(state.rank)
                    state.next_start = self._clock() + state.interval
            except BaseException:
                state.places.release()
                raise
        except BaseException:
            state.users -= 1
            raise

    def end(self, state: _Domain) -> None:
        """The request is over."""
        self._everywhere.release()
        state.places.release()
        state.users -= 1

    def trouble(self, domain: str) -> None:
        """The domain answered 429 or 503, or fell silent: ask half as often from now on, and after the others."""
        state = self._domains.get(domain)
        if state is not None:
            state.rank = next(self._ranks)
            state.interval = min(max(state.interval * 2, _FIRST_SLOWING), max(_SLOWEST, state.floor))

    def relief(self, domain: str) -> None:
        """The domain answered well: ask as often as before, step by step."""
        state = self._domains.get(domain)
        if state is not None and state.interval > state.floor:
            state.interval = max(state.interval / 2, state.floor)

    def block(self, domain: str, seconds: float) -> None:
        """Nothing starts at `domain` for so many seconds (the server's own Retry-After)."""
        state = self._domains.get(domain)
        if state is not None:
            state.next_start = max(state.next_start, self._clock() + seconds)

    async def _until(self, state: _Domain) -> None:
        # A block may arrive while this one sleeps, so the time is read again after each sleep.
        while (wait := state.next_start - self._clock()) > 0:
            await self._sleep(wait)

    def _domain(self, name: str, interval: float | None, concurrency: int | None) -> _Domain:
        state = self._domains.get(name)
        if state is None:
            if len(self._domains) >= _SWEEP_AT:
                self._sweep()
            floor = self._host_interval if interval is None else interval
            places = asyncio.Semaphore(self._host_concurrency if concurrency is None else concurrency)
            state = self._domains[name] = _Domain(floor, floor, places, next(self._ranks))
        return state

    def _sweep(self) -> None:
        now = self._clock()
        for name, state in list(self._domains.items()):
            if state.users == 0 and state.next_start <= now and state.interval <= state.floor:
                del self._domains[name]
