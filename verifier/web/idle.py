"""Connections that have answered and may answer again: kept for a while, per host and port.

When there is no more room, the connection just done with is closed and the older ones stay: a long list of hosts, asked
in turn, then still finds some of them open.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from verifier.web.wire import Connection

Key = tuple[str, int, bool]

_LONGEST = 15.0  # seconds; many servers close sooner, which shows before the connection is used again
_MOST = 400
_SWEEP_EVERY = 1.0


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
        self._next_sweep = 0.0

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
        if self._count >= self._room:
            self._sweep()
        kept = self._kept.get(key, ())
        if self._count >= self._room or len(kept) >= self._per_host or not connection.renew():
            connection.close()
            return
        self._kept.setdefault(key, []).append((self._clock(), connection))
        self._count += 1

    def close(self) -> None:
        """Close them all."""
        for kept in self._kept.values():
            for _, connection in kept:
                connection.close()
        self._kept.clear()
        self._count = 0

    def _sweep(self) -> None:
        now = self._clock()
        if now < self._next_sweep:
            return
        self._next_sweep = now + _SWEEP_EVERY
        for key, kept in list(self._kept.items()):
            good = [(since, one) for since, one in kept if one.idle and now - since < _LONGEST]
            for _, stale in (pair for pair in kept if pair not in good):
                stale.close()
            self._count -= len(kept) - len(good)
            if good:
                self._kept[key] = good
            else:
                del self._kept[key]
