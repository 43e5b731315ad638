"""Counts what a run has done and has left to do, notes which hosts it waits for, and tells a watcher of it."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from verifier.pipeline.progress import Progress

TICK = 0.5
"""Seconds between two tellings."""


@dataclass(slots=True)
class Tracker:
    """Counts look-ups, and tells `watcher` of them every now and then."""

    watcher: Callable[[Progress], None]
    clock: Callable[[], float] = time.monotonic
    done: int = 0
    total: int = 0
    _told: int = 0
    _moved: float = 0.0
    _asked: Counter[str] = field(default_factory=Counter)
    _started: float = 0.0

    @contextmanager
    def asking(self, host: str) -> Iterator[None]:
        """For as long as `host` is being asked."""
        self._asked[host] += 1  # a counter keeps the order in which hosts came: the first has been waited for longest
        try:
            yield
        finally:
            self._asked[host] -= 1
            if not self._asked[host]:
                del self._asked[host]

    async def tell(self) -> None:
        """Tell the watcher until cancelled, and once more then."""
        self._started = self._moved = self.clock()
        try:
            while True:
                await asyncio.sleep(TICK)
                self.watcher(self._now(tuple(host for host, _ in zip(self._asked, range(3), strict=False))))
        finally:
            self.watcher(self._now(ended=True))

    def _now(self, waiting: tuple[str, ...] = (), *, ended: bool = False) -> Progress:
        now = self.clock()
        if self.done != self._told:
            self._told, self._moved = self.done, now
        return Progress(self.done, self.total, now - self._started, waiting, ended, now - self._moved)
