"""Works through jobs host by host, so that a slow host never holds up the others.

In: jobs with the host that each concerns. Out: coroutines that do them all; the client bounds what is really under way.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable, Coroutine, Sequence

Job = Callable[[], Coroutine[None, None, None]]

_PER_REQUEST = 8
"""Lanes for each request that may be under way: most of them wait for the pace of their host."""


async def by_host(jobs: Sequence[tuple[str, Job]], *, concurrency: int, host_concurrency: int) -> None:
    """Do all jobs. Hosts with most jobs start first: pacing makes them the longest."""
    hosts: dict[str, deque[Job]] = defaultdict(deque)
    for host, job in jobs:
        hosts[host].append(job)
    queues = sorted(hosts.values(), key=len, reverse=True)
    shares = deque(queue for queue in queues for _ in range(min(host_concurrency, len(queue))))
    async with asyncio.TaskGroup() as group:
        for _ in range(min(len(shares), concurrency * _PER_REQUEST)):
            group.create_task(_work(shares))


async def drain(jobs: deque[Job]) -> None:
    """Do jobs one after the other until none is left; several may drain one queue."""
    while jobs:
        await jobs.popleft()()


async def _work(shares: deque[deque[Job]]) -> None:
    while shares:
        await drain(shares.popleft())
