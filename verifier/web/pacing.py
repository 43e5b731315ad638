"""When a request may start: few at once and not too often per domain, few at once over all.

A domain name goes in, a turn comes out, as an asynchronous context. Turns of one domain are given in the order of
asking; waiting for one never takes up a place that another domain could use. Between domains, the one that was begun
first goes first, unless it is in trouble.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import count

from verifier.web.places import Places

Clock = Callable[[], float]
Sleep = Callable[[float], Awaitable[None]]
CallLater = Callable[[float, Callable[[], None]], object]

_SLOWEST = 8.0  # seconds between starts that trouble can lead to
_FIRST_SLOWING = 0.5  # seconds between starts after the first trouble, where less was set
_SWEEP_AT = 4096  # domains kept before the idle ones are forgotten


def _call_later(seconds: float, callback: Callable[[], None]) -> object:
    return asyncio.get_running_loop().call_later(seconds, callback)


@dataclass(slots=True)
class _Domain:
    interval: float
    floor: float
    free: int
    """How many more requests may be under way."""
    rank: int
    next_start: float = 0.0
    users: int = 0
    line: deque[asyncio.Future[None]] = field(default_factory=deque)
    """Who waits for a turn; who gave up is passed over."""
    coming: bool = False
    """Whether the line will be looked at again: at the time of the next start, or when there is a place."""


class Turn:
    """An asynchronous context: entered when a request may start, left when it is over."""

    __slots__ = ("_domain", "_pacer")

    def __init__(self, pacer: Pacer, domain: _Domain) -> None:
        self._pacer = pacer
        self._domain = domain

    def __aenter__(self) -> Awaitable[None]:
        return self._pacer.begin(self._domain)

    async def __aexit__(self, *_failure: object) -> None:
        self._pacer.end(self._domain)


class Pacer:
    """Gives turns. `clock` and `call_later` may be replaced, so that tests need not wait."""

    def __init__(
        self,
        *,
        concurrency: int,
        host_concurrency: int,
        host_interval: float,
        clock: Clock = time.monotonic,
        call_later: CallLater = _call_later,
    ) -> None:
        self._everywhere = Places(concurrency)
        self._ranks = count()
        self._host_concurrency = host_concurrency
        self._host_interval = host_interval
        self._clock = clock
        self._call_later = call_later
        self._domains: dict[str, _Domain] = {}

    def turn(self, domain: str, *, interval: float | None = None, concurrency: int | None = None) -> Turn:
        """Wait for a turn at `domain` and hold it; `interval` and `concurrency` count when the domain is first met."""
        return Turn(self, self._domain(domain, interval, concurrency))

    async def begin(self, state: _Domain) -> None:
        """Wait until a request to this domain may start."""
        state.users += 1
        if not state.line and state.free and self._clock() >= state.next_start and self._everywhere.take():
            self._start(state)
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        state.line.append(turn)
        self._advance(state)
        try:
            await turn
        except BaseException:
            if turn.cancelled():
                state.users -= 1
            else:
                self.end(state)
            raise

    def end(self, state: _Domain) -> None:
        """The request is over."""
        state.free += 1
        state.users -= 1
        self._advance(state)  # first: whoever waits for this very domain goes before those begun later
        self._everywhere.release()

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

    def _advance(self, state: _Domain) -> None:
        """Let start who may, and see to it that the line is looked at again as soon as the next one may."""
        while not state.coming and state.free and _somebody(state.line):
            wait = state.next_start - self._clock()
            if wait <= 0 and self._everywhere.take():
                self._start(state)
                state.line.popleft().set_result(None)
                continue
            state.coming = True
            if wait > 0:
                self._call_later(wait, partial(self._due, state))
            else:
                self._everywhere.wait(state.rank, partial(self._offered, state))

    def _due(self, state: _Domain) -> None:
        # A block may have arrived meanwhile, so the time is read again.
        state.coming = False
        self._advance(state)

    def _offered(self, state: _Domain) -> bool:
        """Whether the first in line takes the place that there is for it."""
        state.coming = False
        taken = bool(state.free) and _somebody(state.line) and self._clock() >= state.next_start
        if taken:
            self._start(state)
            state.line.popleft().set_result(None)
        self._advance(state)
        return taken

    def _start(self, state: _Domain) -> None:
        state.free -= 1
        state.next_start = self._clock() + state.interval

    def _domain(self, name: str, interval: float | None, concurrency: int | None) -> _Domain:
        state = self._domains.get(name)
        if state is None:
            if len(self._domains) >= _SWEEP_AT:
                self._sweep()
            floor = self._host_interval if interval is None else interval
            free = self._host_concurrency if concurrency is None else concurrency
            state = self._domains[name] = _Domain(floor, floor, free, next(self._ranks))
        return state

    def _sweep(self) -> None:
        now = self._clock()
        for name, state in list(self._domains.items()):
            if state.users == 0 and state.next_start <= now and state.interval <= state.floor:
                del self._domains[name]


def _somebody(line: deque[asyncio.Future[None]]) -> bool:
    """Whether anyone in the line still waits."""
    while line and line[0].done():
        line.popleft()
    return bool(line)
