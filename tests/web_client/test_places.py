"""Places over all hosts, and answers handed over one at a time."""

from __future__ import annotations

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from verifier.web.handover import HandOver
from verifier.web.places import Places


async def place(places: Places, rank: int) -> None:
    """Wait for a place and take it."""
    if places.take():
        return
    turn = asyncio.get_running_loop().create_future()

    def offered() -> bool:
        if turn.done():
            return False
        turn.set_result(None)
        return True

    places.wait(rank, offered)
    try:
        await turn
    except asyncio.CancelledError:
        if not turn.cancelled():
            places.release()
        raise


async def settled() -> None:
    """Let everything run that can."""
    for _ in range(20):
        await asyncio.sleep(0)


def test_the_host_that_was_begun_first_gets_the_next_place():
    served = []

    async def visit(places: Places, rank: int) -> None:
        await place(places, rank)
        served.append(rank)
        places.release()

    async def scenario():
        places = Places(1)
        await place(places, 0)
        waiting = [asyncio.create_task(visit(places, rank)) for rank in (5, 3, 9, 3, 1)]
        await settled()
        places.release()
        await asyncio.gather(*waiting)

    asyncio.run(scenario())
    assert served == [1, 3, 3, 5, 9]


def test_a_place_that_nobody_takes_is_offered_to_the_next():
    places = Places(1)
    assert places.take() and not places.take()
    offered = []
    for rank, takes in ((1, False), (3, True), (2, False)):
        places.wait(rank, lambda rank=rank, takes=takes: offered.append(rank) or takes)
    places.release()
    assert offered == [1, 2, 3] and not places.take()
    places.release()
    assert places.take()


@given(
    count=st.integers(1, 4),
    visitors=st.lists(st.tuples(st.integers(0, 3), st.sampled_from(("stay", "leave", "never"))), max_size=20),
)
def test_never_more_than_there_are_and_none_is_lost(count, visitors):
    running = most = 0

    async def visit(places: Places, rank: int) -> None:
        nonlocal running, most
        await place(places, rank)
        try:
            running += 1
            most = max(most, running)
            await asyncio.sleep(0)
        finally:
            running -= 1
            places.release()

    async def scenario():
        places = Places(count)
        tasks = []
        for number, (rank, fate) in enumerate(visitors):
            task = asyncio.create_task(visit(places, rank))
            tasks.append(task)
            if fate == "never":
                task.cancel()
            elif fate == "leave":
                for _ in range(number % 4):
                    await asyncio.sleep(0)
                task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await settled()
        # All places are there again.
        for _ in range(count):
            await asyncio.wait_for(place(places, 0), 1)

    asyncio.run(scenario())
    assert most <= count


def test_one_answer_for_each_turn_of_the_loop_and_the_network_in_between():
    seen = []

    async def reader(handover: HandOver, name: str) -> None:
        await handover.turn()
        seen.append(name)
        asyncio.get_running_loop().call_soon(seen.append, "the network")

    async def scenario():
        handover = HandOver(10)
        await asyncio.gather(*(reader(handover, name) for name in "abc"))
        await settled()

    asyncio.run(scenario())
    assert seen == ["a", "the network", "b", "the network", "c", "the network"]


def test_it_is_full_when_so_many_wait():
    async def scenario():
        handover = HandOver(2)
        tasks = [asyncio.create_task(handover.turn()) for _ in range(3)]
        before = handover.full
        await asyncio.sleep(0)
        during = handover.full
        await asyncio.gather(*tasks)
        return before, during, handover.full

    assert asyncio.run(scenario()) == (False, True, False)


def test_who_is_cancelled_holds_nobody_up():
    async def scenario():
        handover = HandOver(9)
        tasks = [asyncio.create_task(handover.turn()) for _ in range(5)]
        await asyncio.sleep(0)
        for task in tasks[1:4]:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await settled()
        await asyncio.wait_for(handover.turn(), 1)
        return [task.cancelled() for task in tasks]

    assert asyncio.run(scenario()) == [False, True, True, True, False]
