"""One timer for all that wait: each ends at its time, and nobody else is touched."""

from __future__ import annotations

import asyncio
import time

import pytest

from verifier.web.deadlines import Deadline, Deadlines


def test_what_takes_too_long_ends_with_a_timeout_and_not_before():
    async def scenario():
        started = time.monotonic()
        with pytest.raises(TimeoutError), Deadlines().within(0.05):
            await asyncio.Event().wait()
        return time.monotonic() - started

    assert asyncio.run(scenario()) >= 0.05


def test_each_ends_by_its_own_time_in_whatever_order_they_came():
    ended = []

    async def wait(deadlines: Deadlines, seconds: float) -> None:
        try:
            with deadlines.within(seconds):
                await asyncio.Event().wait()
        except TimeoutError:
            ended.append(seconds)

    async def scenario():
        deadlines = Deadlines()
        await asyncio.gather(*(wait(deadlines, seconds) for seconds in (0.15, 0.05, 0.1)))

    asyncio.run(scenario())
    assert ended == [0.05, 0.1, 0.15]


def test_what_ends_in_time_is_left_alone():
    async def scenario():
        deadlines = Deadlines()
        with deadlines.within(0.02):
            await asyncio.sleep(0)
        await asyncio.sleep(0.05)  # the timer rings for nobody
        with deadlines.within(5):
            await asyncio.sleep(0)
        deadlines.close()
        return asyncio.current_task().cancelling()

    assert asyncio.run(scenario()) == 0


def test_an_error_inside_is_the_error():
    async def scenario():
        with Deadlines().within(5):
            raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        asyncio.run(scenario())


def test_who_is_cancelled_from_outside_at_the_same_time_stays_cancelled():
    async def wait(one: Deadline) -> None:
        with one:
            await asyncio.Event().wait()

    async def scenario():
        one = Deadlines().within(60)
        task = asyncio.create_task(wait(one))
        await asyncio.sleep(0)
        one.expire()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return task.cancelled()

    assert asyncio.run(scenario())


def test_one_inside_another_ends_by_the_nearer_time():
    async def scenario():
        outer, inner = Deadlines(), Deadlines()
        with pytest.raises(TimeoutError), outer.within(5), inner.within(0.02):
            await asyncio.Event().wait()
        return asyncio.current_task().cancelling()

    assert asyncio.run(scenario()) == 0
