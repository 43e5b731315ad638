"""So many requests at once, over all domains: a place goes to the domain that was begun first.

A rank goes in, a place comes out. Why by rank: hosts in work are finished before others are begun, while their
connections are still open; in the order of asking, each host would wait for all the others between two requests.
"""

from __future__ import annotations

import asyncio
from heapq import heappop, heappush


class Places:
    """`count` places. Not to be shared between event loops."""

    def __init__(self, count: int) -> None:
        self._free = count
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._asked = 0
        self._giving = False

    async def acquire(self, rank: int) -> None:
        """Take a place; while there is none, wait for one. The lowest rank comes first, then who asked first."""
        if self._free and not self._waiting:
            self._free -= 1
            return
        self._asked += 1
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heappush(self._waiting, (rank, self._asked, turn))
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.release()
            raise

    def release(self) -> None:
        """Give a place back.

        It is passed on a moment later: whoever gives back a place may have the next request to the same host at hand.
        """
        self._free += 1
        if self._waiting and not self._giving:
            self._giving = True
            asyncio.get_running_loop().call_soon(self._give)

    def _give(self) -> None:
        self._giving = False
        while self._free and self._waiting:
            _, _, turn = heappop(self._waiting)
            if not turn.done():
                self._free -= 1
                turn.set_result(None)
