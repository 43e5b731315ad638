"""So many requests at once, over all domains: a place goes to the domain that was begun first.

A rank goes in, a place comes out. Why by rank: hosts in work are finished before others are begun, while their
connections are still open; in the order of asking, each host would wait for all the others between two requests.
"""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappop, heappush


class Places:
    """`count` places for requests, each given to the domain that was begun first."""

    def __init__(self, count: int) -> None:
        self.free = count
        """Places that nobody has."""
        self._waiting: list[tuple[int, int, Callable[[], bool]]] = []
        self._asked = 0

    def take(self) -> bool:
        """Take a place if there is one that nobody waits for; whether there was."""
        if not self.free or self._waiting:
            return False
        self.free -= 1
        return True

    def wait(self, rank: int, offer: Callable[[], bool]) -> None:
        """Wait for a place: `offer` is called once, when there is one, and tells whether it is taken.

        The lowest rank comes first, then who asked first.
        """
        self._asked += 1
        heappush(self._waiting, (rank, self._asked, offer))

    def release(self) -> None:
        """Give a place back; it is offered at once to those who wait, until one takes it."""
        self.free += 1
        while self.free and self._waiting:
            _, _, offer = heappop(self._waiting)
            self.free -= 1
            if not offer():
                self.free += 1
