"""Bounds how long tasks may wait, with one timer for all of them.

Seconds go in, a context comes out that ends with TimeoutError when they are over. Why not `asyncio.timeout`: nearly
every exchange ends long before its time, and a timer for each, set only to be taken back, costs as much as reading the
answer's head (measured).
"""

from __future__ import annotations

import asyncio
import time


class Deadlines:
    """The contexts that are open, and one timer for the first of them to end."""

    def __init__(self) -> None:
        self._open: set[Deadline] = set()
        self._rings_at = float("inf")
        self._timer: asyncio.TimerHandle | None = None

    def within(self, seconds: float) -> Deadline:
        """A context that is cancelled, and raises TimeoutError, when it takes longer than `seconds`."""
        return Deadline(self, time.monotonic() + seconds)

    def close(self) -> None:
        """Ring no more; for when nobody waits any longer."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None
        self._rings_at = float("inf")

    def opened(self, one: Deadline) -> None:
        """A context was entered."""
        self._open.add(one)
        if one.at < self._rings_at:
            self._ring_at(one.at)

    def closed(self, one: Deadline) -> None:
        """A context was left. The timer stays: most likely the next ones will need it."""
        self._open.discard(one)

    def _ring_at(self, at: float) -> None:
        self.close()
        self._rings_at = at
        self._timer = asyncio.get_running_loop().call_later(at - time.monotonic(), self._ring)

    def _ring(self) -> None:
        now = time.monotonic()
        self._rings_at = float("inf")
        for one in [one for one in self._open if one.at <= now]:
            self._open.discard(one)
            one.expire()
        if self._open:
            self._ring_at(min(one.at for one in self._open))


class Deadline:
    """What a task does inside of this context ends at `at` (seconds of `time.monotonic`)."""

    __slots__ = ("_cancelling", "_deadlines", "_expired", "_task", "at")

    def __init__(self, deadlines: Deadlines, at: float) -> None:
        self._deadlines = deadlines
        self.at = at
        self._expired = False

    def __enter__(self) -> None:
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("a deadline needs a task")
        self._task = task
        self._cancelling = task.cancelling()
        self._deadlines.opened(self)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _trace: object) -> None:
        self._deadlines.closed(self)
        # As in asyncio.timeout: a cancellation that somebody else asked for meanwhile must not be swallowed.
        if self._expired and self._task.uncancel() <= self._cancelling and kind is asyncio.CancelledError:
            raise TimeoutError from error

    def expire(self) -> None:
        """The time is over."""
        self._expired = True
        self._task.cancel()
