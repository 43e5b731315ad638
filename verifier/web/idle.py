"""Connections that have answered and may answer again: kept for a while, per host and port.

When there is no more room, the one that has been idle for longest is closed: hosts in work are finished before others
are begun (`places.py`), so that it most likely belongs to a host that is done with.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from verifier.web.wire import Connection

Key = tuple[str, int, bool]

_LONGEST = 15.0  # seconds; many servers close sooner, which shows before the connection is used again
_MOST = 400


def _room() -> int:
    """How many connections may lie idle: a part of the files this process may have open."""
    try:
        import resource
    except ImportError:  # Windows
        return _MOST
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return _MOST if soft == resource.RLIM_INFINITY else max(0, min(_MOST, soft // 2 - 64))


class IdleConnections:
    """Keeps idle connections; at most `per_host` for one host and port."""

    def __init__(self, per_host: int, *, room: int | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_host = per_host
        self._room = _room() if room is None else room
        self._clock = clock
        self._kept: dict[Key, list[tuple[float, Connection]]] = {}
        self._count = 0

    def take(self, key: Key) -> Connection | None:
        """An idle connection for `key` that is still good; None when there is none."""
        kept = self._kept.get(key)
        while kept:
            since, connection = kept.pop()
            self._count -= 1
            if not kept:
                del self._kept[key]
            if connection.idle and self._clock() - since < _LONGEST:
                return connection
            connection.close()
        return None

    def give_back(self, key: Key, connection: Connection) -> None:
        """Keep `connection` if it can serve another request and there is room; close it otherwise."""
        if not self._room or len(self._kept.get(key, ())) >= self._per_host or not connection.renew():
            connection.close()
            return
        if self._count >= self._room:
            self._close_the_oldest()
        self._kept.setdefault(key, []).append((self._clock(), connection))
        self._count += 1

    def close(self) -> None:
        """Close them all, and those that come back later as soon as they do."""
        self._room = 0
        for kept in self._kept.values():
            for _, connection in kept:
                connection.close()
        self._kept.clear()
        self._count = 0

    def _close_the_oldest(self) -> None:
        # Keys stand in the order in which they were last without a connection, so the first is as good as the oldest.
        key, kept = next(iter(self._kept.items()))
        _, connection = kept.pop(0)
        connection.close()
        self._count -= 1
        if not kept:
            del self._kept[key]
