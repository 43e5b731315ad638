"""How long something may take: the computing time of this thread, whatever else the machine does meanwhile."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_most(seconds: float, why: str = "") -> Iterator[None]:
    """What is done within takes less than `seconds`, however it ends. Be generous: a quadratic step takes minutes."""
    started = time.thread_time()
    try:
        yield
    finally:
        assert time.thread_time() - started < seconds, why
