"""Turns: not too often, not too many, and nobody waits for another's domain. Time is made up here."""

from __future__ import annotations

import asyncio
import itertools
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.web.pacing import Pacer


class Clock:
    """Time that passes only when somebody waits for it."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def call_later(self, seconds: float, callback: Callable[[], None]) -> None:
        asyncio.get_running_loop().call_soon(self._ring, self.now + seconds, callback)

    def _ring(self, at: float, callback: Callable[[], None]) -> None:
        self.now = max(self.now, at)
        callback()


def pacer(clock: Clock, **settings) -> Pacer:
    defaults = {"concurrency": 64, "host_concurrency": 2, "host_interval": 0.25}
    return Pacer(**(defaults | settings), clock=clock, call_later=clock.call_later)


def starts(turns, **settings):
    """When each of `turns`, a list of domains asked for at once, got its turn."""
    clock = Clock()
    seen: list[tuple[str, float]] = []

    async def scenario():
        one = pacer(clock, **settings)

        async def visit(domain):
            async with one.turn(domain):
                seen.append((domain, clock.now))

        await asyncio.gather(*(visit(domain) for domain in turns))

    asyncio.run(scenario())
    return seen


def test_starts_at_one_domain_are_never_closer_than_the_interval():
    times = [at for _, at in starts(["site.example"] * 20, host_concurrency=8)]
    assert all(later - earlier >= 0.25 for earlier, later in itertools.pairwise(times))


def test_a_timer_that_rings_a_little_early_lets_nobody_start_early():
    """Event loops count in milliseconds of their own."""

    class Hasty(Clock):
        def call_later(self, seconds: float, callback: Callable[[], None]) -> None:
            super().call_later(seconds * 0.9 if seconds > 0.001 else seconds, callback)

    clock = Hasty()
    times = []

    async def scenario():
        one = pacer(clock)

        async def visit():
            async with one.turn("site.example"):
                times.append(clock.now)

        await asyncio.gather(*(visit() for _ in range(9)))

    asyncio.run(scenario())
    assert len(times) == 9 and all(later - earlier >= 0.25 for earlier, later in itertools.pairwise(times))


def test_different_domains_do_not_wait_for_each_other():
    seen = starts([f"{number}.example" for number in range(30)])
    assert {at for _, at in seen} == {100.0}


def test_no_more_than_so_many_at_once():
    running = {"all": 0, "site": 0}
    most = {"all": 0, "site": 0}

    async def scenario():
        one = pacer(Clock(), concurrency=5, host_concurrency=2, host_interval=0)

        async def visit(domain):
            async with one.turn(domain):
                for key in ("all", "site") if domain == "site" else ("all",):
                    running[key] += 1
                    most[key] = max(most[key], running[key])
                await asyncio.sleep(0.001)
                for key in ("all", "site") if domain == "site" else ("all",):
                    running[key] -= 1

        await asyncio.gather(*(visit("site" if number % 2 else f"{number}") for number in range(40)))

    asyncio.run(scenario())
    assert most == {"all": 5, "site": 2}


def test_waiting_for_one_domain_takes_no_place_from_the_others():
    async def scenario():
        clock = Clock()
        one = pacer(clock, concurrency=1, host_interval=3600)
        one._call_later = lambda _seconds, _callback: None  # the time never comes
        async with one.turn("slow.example"):
            pass
        waiting = [asyncio.create_task(_visit(one, "slow.example")) for _ in range(5)]
        await asyncio.sleep(0)
        await asyncio.wait_for(_visit(one, "quick.example"), 1)
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)

    asyncio.run(scenario())


async def _visit(one, domain):
    async with one.turn(domain):
        pass


def test_who_is_cancelled_leaves_no_place_taken():
    async def scenario():
        one = pacer(Clock(), concurrency=1, host_concurrency=1, host_interval=0)
        async with one.turn("site.example"):
            waiting = asyncio.create_task(_visit(one, "site.example"))
            elsewhere = asyncio.create_task(_visit(one, "other.example"))
            await asyncio.sleep(0.01)
            waiting.cancel()
            elsewhere.cancel()
            await asyncio.gather(waiting, elsewhere, return_exceptions=True)
        await asyncio.wait_for(_visit(one, "other.example"), 1)
        await asyncio.wait_for(_visit(one, "site.example"), 1)

    asyncio.run(scenario())


@pytest.mark.parametrize("fate", ["before its turn", "just as it gets it"])
def test_who_is_cancelled_in_the_line_holds_up_nobody_behind(fate):
    """Two wait for a domain with one place; the first gives up, and the second still gets its turn."""

    async def scenario():
        one = pacer(Clock(), concurrency=1, host_concurrency=1, host_interval=0)
        async with one.turn("site.example"):
            first, second = (asyncio.create_task(_visit(one, "site.example")) for _ in range(2))
            await asyncio.sleep(0)
            if fate == "before its turn":
                first.cancel()
                await asyncio.sleep(0)
        if fate != "before its turn":
            first.cancel()
        await asyncio.wait_for(second, 1)
        await asyncio.wait_for(_visit(one, "other.example"), 1)
        return first.cancelled(), one._domains["site.example"].users, one._domains["site.example"].free

    assert asyncio.run(scenario()) == (True, 0, 1)


def test_the_next_request_to_the_same_domain_goes_before_those_to_domains_begun_later():
    async def scenario():
        one = pacer(Clock(), concurrency=1, host_interval=0)
        order = []

        async def visit(domain):
            async with one.turn(domain):
                order.append(domain)
                await asyncio.sleep(0)

        await asyncio.gather(*(visit(domain) for domain in ("first", "second", "third", "first", "second", "first")))
        return order

    assert asyncio.run(scenario()) == ["first"] * 3 + ["second"] * 2 + ["third"]


def test_a_block_that_arrives_while_waiting_for_a_place_is_kept():
    async def scenario():
        clock = Clock()
        one = pacer(clock, concurrency=1, host_interval=0)
        await _visit(one, "site.example")
        async with one.turn("other.example"):
            waiting = asyncio.create_task(_visit(one, "site.example"))
            await asyncio.sleep(0)
            one.block("site.example", 30)
        await asyncio.wait_for(waiting, 1)
        return clock.now

    assert asyncio.run(scenario()) >= 130


@given(
    concurrency=st.integers(1, 3),
    host_concurrency=st.integers(1, 3),
    interval=st.sampled_from((0.0, 1.0)),
    visits=st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3), st.sampled_from((True, False))), max_size=14),
)
def test_all_get_their_turn_within_the_limits_and_nothing_is_left_taken(
    concurrency, host_concurrency, interval, visits
):
    running: Counter[str] = Counter()
    started: dict[int, list[float]] = {}

    class Noting(Pacer):
        def _start(self, state):
            started.setdefault(id(state), []).append(clock.now)
            super()._start(state)

    clock = Clock()

    async def scenario():
        one = Noting(concurrency=concurrency, host_concurrency=host_concurrency, host_interval=interval,
                     clock=clock, call_later=clock.call_later)  # fmt: skip

        async def visit(domain, turns):
            async with one.turn(domain):
                running[domain] += 1
                assert running[domain] <= host_concurrency and running.total() <= concurrency
                try:
                    for _ in range(turns):
                        await asyncio.sleep(0)
                finally:
                    running[domain] -= 1

        tasks = [asyncio.create_task(visit(domain, turns)) for domain, turns, _ in visits]
        for task, (_, turns, patient) in zip(tasks, visits, strict=True):
            if not patient:
                for _ in range(turns):
                    await asyncio.sleep(0)
                task.cancel()
        ends = await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), 5)
        assert not [end for end in ends if isinstance(end, AssertionError)]
        assert all(end is None for end, (_, _, patient) in zip(ends, visits, strict=True) if patient)
        for state in one._domains.values():
            assert (state.users, state.free) == (0, host_concurrency)
        assert one._everywhere.free == concurrency

    asyncio.run(scenario())
    for times in started.values():
        assert all(later - earlier >= interval for earlier, later in itertools.pairwise(times))


def test_a_domains_own_settings_hold():
    async def scenario():
        clock = Clock()
        one = pacer(clock)
        times = []
        for _ in range(3):
            async with one.turn("site.example", interval=2.0, concurrency=1):
                times.append(clock.now)
        return times

    assert asyncio.run(scenario()) == [100.0, 102.0, 104.0]


@pytest.mark.parametrize(
    ("troubles", "reliefs", "interval"), [(1, 0, 0.5), (2, 0, 1.0), (9, 0, 8.0), (2, 1, 0.5), (2, 9, 0.25)]
)
def test_trouble_slows_down_and_relief_speeds_up_again(troubles, reliefs, interval):
    async def scenario():
        clock = Clock()
        one = pacer(clock)
        await _visit(one, "site.example")
        for _ in range(troubles):
            one.trouble("site.example")
        for _ in range(reliefs):
            one.relief("site.example")
        await _visit(one, "site.example")
        before = clock.now
        await _visit(one, "site.example")
        return clock.now - before

    assert asyncio.run(scenario()) == pytest.approx(interval)


def test_a_block_is_kept_even_by_those_already_waiting():
    async def scenario():
        clock = Clock()
        one = pacer(clock)
        await _visit(one, "site.example")
        waiting = asyncio.create_task(_visit(one, "site.example"))
        await asyncio.sleep(0)
        one.block("site.example", 30)
        await waiting
        return clock.now

    assert asyncio.run(scenario()) >= 130


def test_a_domain_that_nobody_asked_for_has_no_pace():
    one = pacer(Clock())
    one.trouble("never.example")
    one.relief("never.example")
    one.block("never.example", 9)
    assert one._domains == {}


def test_many_domains_are_not_all_remembered():
    async def scenario():
        clock = Clock()
        one = pacer(clock)
        for number in range(5000):
            await _visit(one, f"{number}.example")
            clock.now += 1
        return len(one._domains)

    assert asyncio.run(scenario()) < 4500


def test_a_domain_in_trouble_comes_after_the_others():
    async def scenario():
        one = pacer(Clock(), concurrency=1, host_interval=0)
        order = []

        async def visit(domain):
            async with one.turn(domain):
                order.append(domain)

        for domain in ("troubled.example", "quick.example"):
            await visit(domain)
        one.trouble("troubled.example")
        one._domains["troubled.example"].next_start = 0  # its pause is over; only the places are left to wait for
        async with one.turn("held.example"):
            waiting = [asyncio.create_task(visit(domain)) for domain in ("troubled.example", "quick.example")]
            await asyncio.sleep(0.01)
        await asyncio.gather(*waiting)
        return order[2:]

    assert asyncio.run(scenario()) == ["quick.example", "troubled.example"]
