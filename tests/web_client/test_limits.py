"""Pacing and the breaker, on counted time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from tests.web.archive_fetcher import run_counted
from verifier.web.limits import CircuitBreaker, CircuitOpenError, Rate, ServiceLimits, TokenBucket


class Clock:
    """A clock that stands where it is put."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def limits(rate: Rate, patience: float = 90.0) -> ServiceLimits:
    loop = asyncio.get_running_loop()
    rates = {"a": rate, "b": rate}
    return ServiceLimits("archive.test", rates, patience=patience, clock=loop.time, sleep=asyncio.sleep)


def starts(rate: Rate, count: int, *, hold: float = 0.0, rest: float = 0.0) -> list[float]:
    """When each of `count` requests made at once was let through; each takes `hold` seconds."""
    times: list[float] = []

    async def main() -> None:
        service = limits(rate)

        async def one() -> None:
            async with service.slot("a") as started:
                times.append(started)
                await asyncio.sleep(hold)

        await asyncio.sleep(rest)
        await asyncio.gather(*(one() for _ in range(count)))

    run_counted(main())
    return [round(moment - rest, 6) for moment in times]


@pytest.mark.parametrize(
    ("rate", "hold", "expected", "why"),
    [
        (Rate(0.4), 0.0, [0, 2.5, 5, 7.5], "24 a minute, one at once"),
        (Rate(2.0, burst=3), 0.0, [0, 0, 0, 0.5], "what was saved up may go at once"),
        (Rate(10.0, in_flight=1), 4.0, [0, 4, 8, 12], "the next waits for the answer when one may be under way"),
        (Rate(10.0, in_flight=2), 4.0, [0, 0.1, 4, 4.1], "two may be under way"),
    ],
)
def test_starts_keep_to_the_rate(rate: Rate, hold: float, expected: list[float], why: str) -> None:
    assert starts(rate, 4, hold=hold) == pytest.approx(expected), why


def test_a_rest_saves_up_no_more_than_the_burst() -> None:
    assert starts(Rate(1.0, burst=2), 4, rest=3600) == pytest.approx([0, 0, 1, 2])


def test_a_rate_in_thirds_ends() -> None:
    """A sum of floats a hair under one token must not wait for ever."""
    assert starts(Rate(3.0), 50)[-1] == pytest.approx(49 / 3)


def test_an_emptied_bucket_starts_from_nothing() -> None:
    async def main() -> float:
        loop = asyncio.get_running_loop()
        bucket = TokenBucket(Rate(0.5, burst=5), loop.time, asyncio.sleep)
        bucket.empty()
        await bucket.take()
        return loop.time()

    assert run_counted(main()) == pytest.approx(2.0)


def test_pools_do_not_wait_for_each_other() -> None:
    async def main() -> list[float]:
        service = limits(Rate(0.1))
        times = []
        for pool in ("a", "b"):
            async with service.slot(pool) as started:
                times.append(started)
        return times

    assert run_counted(main()) == [0.0, 0.0]


def test_a_cancelled_wait_gives_its_turn_away() -> None:
    async def main() -> float:
        service = limits(Rate(1.0, in_flight=1))
        async with service.slot("a"):
            pass
        waiting = asyncio.create_task(_enter(service))
        await asyncio.sleep(0.1)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        async with service.slot("a") as started:
            return started

    assert run_counted(main()) == pytest.approx(1.0)


async def _enter(service: ServiceLimits) -> None:
    async with service.slot("a"):
        pass


# The breaker


def test_the_first_429_rests_a_minute(clock: Clock) -> None:
    breaker = CircuitBreaker("archive.test", clock=clock)
    breaker.throttled(clock.now, None)
    assert breaker.pause_left() == 60
    clock.now += 60
    assert breaker.pause_left() == 0


@pytest.mark.parametrize(
    ("retry_after", "pause", "why"),
    [(None, 60, "nothing named"), (5, 60, "less than a minute is not believed"), (75, 75, "as told")],
)
def test_a_429_rests_as_told_and_a_minute_at_least(
    clock: Clock, retry_after: float | None, pause: float, why: str
) -> None:
    breaker = CircuitBreaker("archive.test", clock=clock)
    breaker.throttled(clock.now, retry_after)
    assert breaker.pause_left() == pause, why


def test_a_longer_pause_than_the_patience_ends_the_asking(clock: Clock) -> None:
    breaker = CircuitBreaker("archive.test", patience=90, clock=clock)
    breaker.throttled(clock.now, 3600)
    with pytest.raises(CircuitOpenError, match="pause of 3600 seconds, longer than the 90"):
        breaker.pause_left()


def test_two_429_in_a_row_end_the_asking(clock: Clock) -> None:
    breaker = CircuitBreaker("archive.test", clock=clock)
    breaker.throttled(clock.now, None)
    clock.now += 61
    breaker.throttled(clock.now, None)
    assert breaker.reason is not None
    assert "twice in a row" in breaker.reason


def test_an_answer_in_between_doubles_the_pause_and_goes_on(clock: Clock) -> None:
    breaker = CircuitBreaker("archive.test", patience=600, clock=clock)
    for expected in (60, 120, 240, 480, 600):
        breaker.throttled(clock.now, None)
        assert breaker.pause_left() == expected
        clock.now += expected
        breaker.answered(clock.now)
    assert breaker.reason is None


def test_requests_under_way_together_are_one_sign(clock: Clock) -> None:
    breaker = CircuitBreaker("archive.test", clock=clock)
    sent = clock.now
    clock.now += 2
    breaker.throttled(sent, None)
    clock.now += 1
    breaker.throttled(sent, 80)
    breaker.refused(sent, "reset the connection", "https://example.org/a")
    assert breaker.reason is None
    assert breaker.pause_left() == 80, "but a longer wish counts"


def test_an_answer_to_an_older_request_does_not_clear_the_strike(clock: Clock) -> None:
    breaker = CircuitBreaker("archive.test", clock=clock)
    sent = clock.now
    clock.now += 1
    breaker.throttled(clock.now, None)
    clock.now += 1
    breaker.answered(sent)
    clock.now += 60
    breaker.throttled(clock.now, None)
    assert breaker.reason is not None


def test_refused_for_two_urls_in_a_row_is_taken_for_a_ban(clock: Clock) -> None:
    breaker = CircuitBreaker("archive.test", clock=clock)
    breaker.refused(clock.now, "refused the connection", "https://example.org/a")
    assert 0 < breaker.pause_left() <= 10
    clock.now += 10
    breaker.refused(clock.now, "refused the connection", "https://example.org/b")
    assert breaker.reason is not None
    assert "shut out" in breaker.reason


def test_one_url_that_is_always_reset_shuts_nothing(clock: Clock) -> None:
    breaker = CircuitBreaker("archive.test", clock=clock)
    for _ in range(5):
        breaker.refused(clock.now, "reset the connection", "https://example.org/a")
        clock.now += 10
    assert breaker.reason is None


@pytest.mark.parametrize(
    ("gaps", "lasting", "opens", "why"),
    [
        ([0, 10, 10], False, False, "a short outage is waited for"),
        ([0, 50, 50], False, True, "an outage longer than the patience"),
        ([0, 500], False, False, "two errors far apart are chance"),
        ([0, 1, 1], True, True, "no name, no route: time will not help"),
        ([0, 1], True, False, "twice is not yet sure"),
    ],
)
def test_an_outage_ends_the_asking(clock: Clock, gaps: list[int], lasting: bool, opens: bool, why: str) -> None:
    breaker = CircuitBreaker("archive.test", patience=90, clock=clock)
    for gap in gaps:
        clock.now += gap
        breaker.failed(clock.now, "HTTP 503", lasting=lasting)
    assert (breaker.reason is not None) is opens, why


def test_an_answer_ends_an_outage(clock: Clock) -> None:
    breaker = CircuitBreaker("archive.test", patience=90, clock=clock)
    for _ in range(6):
        breaker.failed(clock.now, "HTTP 503")
        clock.now += 40
        breaker.failed(clock.now, "HTTP 503")
        breaker.answered(clock.now)
    assert breaker.reason is None


def test_those_who_wait_hear_that_it_is_over() -> None:
    async def main() -> list[str]:
        service = limits(Rate(1.0, in_flight=1))

        async def one(outcome: Callable[[float], None] | None) -> str:
            try:
                async with service.slot("a") as started:
                    if outcome:
                        outcome(started)
            except CircuitOpenError as stopped:
                return f"{stopped} at {asyncio.get_running_loop().time():.0f}"
            return "sent"

        first: Coroutine[Any, Any, str] = one(lambda started: service.breaker.throttled(started, 3600))
        return list(await asyncio.gather(first, *(one(None) for _ in range(3))))

    sent, *others = run_counted(main())
    assert sent == "sent"
    assert len(others) == 3
    assert all("longer than the 90" in text and text.endswith("at 0") for text in others)


def test_a_pause_holds_everybody_and_is_not_followed_by_a_burst() -> None:
    async def main() -> list[float]:
        service = limits(Rate(1.0, burst=4, in_flight=9))
        async with service.slot("a") as started:
            service.breaker.throttled(started, None)
        times: list[float] = []

        async def one(pool: str) -> None:
            async with service.slot(pool) as moment:
                times.append(moment)

        await asyncio.gather(*(one(pool) for pool in "aaab"))
        return sorted(times)

    assert run_counted(main()) == pytest.approx([61, 61, 62, 63])
