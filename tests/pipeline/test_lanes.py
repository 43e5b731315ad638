"""Host by host: who begins, and that everything is done."""

from __future__ import annotations

import asyncio

from verifier.pipeline.lanes import by_host


def begun(counts, *, concurrency, host_concurrency):
    """The hosts of jobs in the order in which they begin, when each job takes one turn of the loop."""
    order = []

    def job(host):
        async def run() -> None:
            order.append(host)
            await asyncio.sleep(0)

        return run

    jobs = [(host, job(host)) for host, count in counts.items() for _ in range(count)]
    asyncio.run(by_host(jobs, concurrency=concurrency, host_concurrency=host_concurrency))
    return order


def test_every_host_gets_a_lane_before_any_gets_two():
    order = begun({"a": 3, "b": 3, "c": 3}, concurrency=64, host_concurrency=2)
    assert order[:6] == ["a", "b", "c", "a", "b", "c"]
    assert sorted(order) == list("aaabbbccc")


def test_a_long_list_of_one_host_gets_several_lanes_at_once():
    order = begun({"short": 1, "long": 9, "other": 1}, concurrency=64, host_concurrency=3)
    assert order[:3] == ["long", "long", "long"]


def test_more_hosts_than_lanes_are_all_done():
    counts = {f"{number}.example": 1 + number % 3 for number in range(50)}
    order = begun(counts, concurrency=1, host_concurrency=2)
    assert {host: order.count(host) for host in counts} == counts
