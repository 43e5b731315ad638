"""Counts what a run has done and has left to do, notes which hosts it waits for, and tells a watcher of it."""

from __future__ import annotations

import asyncio
import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from verifier.pipeline.progress import Progress

_TICK = 0.5
"""Seconds between two tellings."""
_SPAN, _ENOUGH = 5.0, 3
"""The least seconds and look-ups over which the rate of late is measured."""
_KEPT = 240
"""Tellings that are remembered for that: two minutes of them."""


class Asking:
    """A host counts as asked inside of it; by hand, since it is entered for every link."""

    __slots__ = ("_asked", "_host")

    def __init__(self, asked: dict[str, int], host: str) -> None:
        self._asked = asked
        self._host = host

    def __enter__(self) -> None:
        # A dictionary keeps the order in which hosts came: the first has been waited for longest.
        self._asked[self._host] = self._asked.get(self._host, 0) + 1

    def __exit__(self, *_failure: object) -> None:
        self._asked[self._host] -= 1
        if not self._asked[self._host]:
            del self._asked[self._host]


@dataclass(slots=True)
class Tally:
    """Look-ups of one kind: those done, and those known to be needed."""

    done: int = 0
    total: int = 0
    _past: deque[tuple[float, int]] = field(default_factory=lambda: deque(maxlen=_KEPT))

    def lately(self, now: float) -> float:
        """Look-ups per second since the last telling that is long enough ago, and enough of them; 0 without one."""
        rate = 0.0
        for at, done in reversed(self._past):
            if now - at >= _SPAN and self.done - done >= _ENOUGH:
                rate = (self.done - done) / (now - at)
                break
        self._past.append((now, self.done))
        return rate


@dataclass(slots=True)
class Tracker:
    """Counts look-ups of cited pages and of archived copies, and tells `watcher` of them every now and then."""

    watcher: Callable[[Progress], None]
    clock: Callable[[], float] = time.monotonic
    pages: Tally = field(default_factory=Tally)
    copies: Tally = field(default_factory=Tally)
    _told: int = 0
    _moved: float = 0.0
    _asked: dict[str, int] = field(default_factory=dict)
    _started: float = 0.0

    def asking(self, host: str) -> Asking:
        """A context, for as long as `host` is being asked."""
        return Asking(self._asked, host)

    async def tell(self) -> None:
        """Tell the watcher until cancelled, and once more then."""
        self._started = self._moved = self.clock()
        try:
            while True:
                await asyncio.sleep(_TICK)
                self.watcher(self._now(tuple(host for host, _ in zip(self._asked, range(3), strict=False))))
        finally:
            self.watcher(self._now(ended=True))

    def _now(self, waiting: tuple[str, ...] = (), *, ended: bool = False) -> Progress:
        now = self.clock()
        kinds = (self.pages, self.copies)
        done, total = sum(kind.done for kind in kinds), sum(kind.total for kind in kinds)
        if done != self._told:
            self._told, self._moved = done, now
        paces = [(kind.total - kind.done, kind.lately(now)) for kind in kinds]
        left, lately = max(paces, key=_seconds_to_go)  # the run ends with the slower kind
        return Progress(done, total, now - self._started, waiting, ended, now - self._moved, lately, left)


def _seconds_to_go(pace: tuple[int, float]) -> float:
    """How long look-ups take, from how many are left and how many are done in a second; 0 where none is left."""
    left, lately = pace
    if not left:
        return 0.0
    return left / lately if lately else math.inf
