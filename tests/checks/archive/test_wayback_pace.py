"""How fast the archive is asked, and how long that takes: counted from its own log."""

from __future__ import annotations

import asyncio

import pytest

from tests.web.archive import Asked, Captured, Pool, SimulatedArchive
from tests.web.archive_fetcher import NOW, InProcess, on_counted_time, run_counted
from verifier.checks.archive.ask import archive_limits
from verifier.checks.archive.wayback import Wayback
from verifier.model.dates import PartialDate
from verifier.model.evidence import ArchiveOutcome, ArchiveResult

DAY = PartialDate(2022, 5, 28)


def most_in(seconds: float, log: list[Asked]) -> int:
    """The most requests that any stretch of so many seconds saw."""
    times = sorted(asked.at for asked in log)
    return max((sum(1 for other in times if start <= other < start + seconds) for start in times), default=0)


def ask(
    archive: SimulatedArchive, urls: list[str], *, at_once: int, latency: float
) -> tuple[list[ArchiveResult], float]:
    async def all_of_them(wayback: Wayback) -> list[ArchiveResult]:
        places = asyncio.Semaphore(at_once)

        async def one(url: str) -> ArchiveResult:
            async with places:
                return (await wayback.check(url, DAY)).result

        return list(await asyncio.gather(*(one(url) for url in urls)))

    return on_counted_time(archive, all_of_them, latency=latency)


def five_hundred() -> tuple[list[str], SimulatedArchive]:
    """500 links, of which every fifth is not archived."""
    urls = [f"https://host{number % 50}.example/page/{number}" for number in range(500)]
    return urls, SimulatedArchive(Captured(url, "20220601120000") for place, url in enumerate(urls) if place % 5)


@pytest.mark.parametrize(("latency", "minutes"), [(0.3, 8), (1.0, 8), (3.0, 12)])
def test_five_hundred_links(latency: float, minutes: float, capsys: pytest.CaptureFixture[str]) -> None:
    urls, archive = five_hundred()
    results, seconds = ask(archive, urls, at_once=64, latency=latency)
    outcomes = [result.outcome for result in results]
    assert outcomes.count(ArchiveOutcome.NONE_FOUND) == 100
    assert outcomes.count(ArchiveOutcome.ARCHIVED) == 400
    playback, index = archive.requests("playback"), archive.requests("index")
    assert (len(playback), len(index)) == (900, 100)
    assert seconds / 60 < minutes
    with capsys.disabled():
        print(  # noqa: T201 -- the figure is what this test is for
            f"\n500 links, answers after {latency} s: {seconds / 60:.1f} minutes, "
            f"{len(playback)} playback and {len(index)} index requests"
        )


@pytest.mark.parametrize(
    ("pool", "a_minute", "in_ten_seconds"), [("index", 24, 4), ("playback", 120, 20)], ids=["index", "playback"]
)
@pytest.mark.parametrize("latency", [0.0, 1.0])
def test_the_limits_hold_over_every_stretch(pool: Pool, a_minute: int, in_ten_seconds: int, latency: float) -> None:
    urls = [f"https://example.org/{number}" for number in range(150)]
    archive = SimulatedArchive()
    ask(archive, urls, at_once=64, latency=latency)
    assert len(archive.requests(pool)) == 150
    assert most_in(60, archive.requests(pool)) <= a_minute + 1
    assert most_in(10, archive.requests(pool)) <= in_ten_seconds + 1


def test_few_requests_are_under_way_at_once() -> None:
    async def main() -> int:
        loop = asyncio.get_running_loop()
        fetcher = InProcess(SimulatedArchive(), latency=20)
        wayback = Wayback(fetcher, archive_limits("web.archive.org", loop.time, asyncio.sleep), lambda: NOW)
        await asyncio.gather(*(wayback.check(f"https://example.org/{number}", DAY) for number in range(30)))
        return fetcher.most_under_way

    assert run_counted(main()) <= 5


def test_eleven_links_at_the_desk() -> None:
    urls = [f"https://example.org/{number}" for number in range(11)]
    _, seconds = ask(SimulatedArchive(Captured(url, "20220601120000") for url in urls), urls, at_once=64, latency=1.0)
    assert seconds < 15
