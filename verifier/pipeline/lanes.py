"""Works through jobs: some at once, or host by host, so that a slow host never holds up the others.

In: jobs, and the host that each concerns. Out: coroutines that do them all; the client bounds what is really under
way.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable, Coroutine, Iterable, Sequence

Job = Callable[[], Coroutine[None, None, None]]

_PER_REQUEST = 8
"""Lanes for each request that may be under way: most of them wait for the pace of their host."""


async def by_host(jobs: Sequence[tuple[str, Job]], *, concurrency: int, host_concurrency: int) -> None:
    """Do all jobs. Lanes with most to do start first: pacing makes their hosts the longest."""
    hosts: dict[str, deque[Job]] = defaultdict(deque)
    for host, job in jobs:
        hosts[host].append(job)
    by_length = [
        (len(queue) / lane, queue)
        for queue in hosts.values()
        for lane in range(1, min(host_concurrency, len(queue)) + 1)
    ]
    by_length.sort(key=lambda share: share[0], reverse=True)
    shares = deque(queue for _, queue in by_length)
    async with asyncio.TaskGroup() as group:
        for number in range(min(len(shares), concurrency * _PER_REQUEST)):
            if number % concurrency == 0:
                await asyncio.sleep(0)  # the first requests go out before the last lanes are begun
            group.create_task(_work(shares))


async def at_once(jobs: Iterable[Job], most: int) -> None:
    """Do all jobs in their order, `most` of them at once."""
    queue = deque(jobs)
    async with asyncio.TaskGroup() as group:
        for _ in range(min(most, len(queue))):
            group.create_task(_drain(queue))


async def _drain(jobs: deque[Job]) -> None:
    while jobs:
        await jobs.popleft()()


async def _work(shares: deque[deque[Job]]) -> None:
    while shares:
        await _drain(shares.popleft())
