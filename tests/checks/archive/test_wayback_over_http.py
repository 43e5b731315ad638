"""The simulated archive on a real socket, asked through the real HTTP client."""

from __future__ import annotations

import asyncio
import time

import pytest

from tests.web.archive import Captured, SimulatedArchive
from tests.web.archive_faults import Fault, html
from tests.web.archive_fetcher import NOW, serve
from verifier.checks.archive.ask import INDEX, PLAYBACK
from verifier.checks.archive.wayback import Wayback
from verifier.model.dates import PartialDate
from verifier.model.evidence import ArchiveCheck, ArchiveOutcome
from verifier.web.client import HttpFetcher
from verifier.web.config import ClientConfig
from verifier.web.limits import Rate, ServiceLimits
from verifier.web.overrides import parse_override

PAGE = "https://example.org/news?id=1&name=harbour wall"
DAY = PartialDate(2022, 5, 28)


def ask(archive: SimulatedArchive, *urls: str, want_page: bool = False) -> list[ArchiveCheck]:
    async def main(base: str) -> list[ArchiveCheck]:
        port = base.rpartition(":")[2]
        config = ClientConfig(
            user_agent="verifier/test", host_interval=0.0, overrides=(parse_override(f"*:80:127.0.0.1:{port}"),)
        )
        fast = {PLAYBACK: Rate(1000), INDEX: Rate(1000)}
        async with HttpFetcher(config) as fetcher:
            limits = ServiceLimits("web.archive.org", fast, clock=_fast_clock, sleep=_fast_sleep)
            wayback = Wayback(fetcher, limits, lambda: NOW, base=archive.base)
            return [await wayback.check(url, DAY, want_page=want_page) for url in urls]

    with serve(archive) as base:
        archive.base = "http://web.archive.org"
        return asyncio.run(main(base))


def _fast_clock() -> float:
    """A minute's pause takes a tenth of a second here."""
    return time.monotonic() * 600


async def _fast_sleep(seconds: float) -> None:
    await asyncio.sleep(seconds / 600)


@pytest.mark.parametrize(
    "url", [PAGE, "https://example.org/é/ü?q=ж", "https://example.org/a%2Fb?u=http://x.example/#c"]
)
def test_a_copy_comes_through(url: str) -> None:
    archive = SimulatedArchive([Captured(url.replace(" ", "%20"), "20220601120000", text="Stone by stone.")])
    archive.captures += [Captured(_encoded(url), "20220601120000", text="Stone by stone.")]
    (check,) = ask(archive, url, want_page=True)
    assert check.result.outcome is ArchiveOutcome.ARCHIVED
    assert check.page is not None
    assert "Stone by stone." in check.page.text


def _encoded(url: str) -> str:
    return url.replace("é", "%C3%A9").replace("ü", "%C3%BC").replace("ж", "%D0%B6").replace(" ", "%20")


def test_absence_is_confirmed_by_the_index() -> None:
    archive = SimulatedArchive()
    (check,) = ask(archive, PAGE)
    assert check.result.outcome is ArchiveOutcome.NONE_FOUND
    (asked,) = archive.requests("index")
    assert asked.url == PAGE.replace(" ", "%20"), "the server reads the same URL again"


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        ("429", ArchiveOutcome.UNKNOWN),
        ("503", ArchiveOutcome.UNKNOWN),
        ("reset", ArchiveOutcome.UNKNOWN),
        ("excluded 403", ArchiveOutcome.EXCLUDED),
        ("excluded page", ArchiveOutcome.EXCLUDED),
    ],
)
def test_faults_over_http(fault: str, outcome: ArchiveOutcome) -> None:
    (check,) = ask(SimulatedArchive([], [Fault(fault)]), PAGE)
    assert check.result.outcome is outcome


def test_archived_errors_are_not_taken_for_the_archives_own() -> None:
    captures = [Captured(PAGE.replace(" ", "%20"), "20220601120000", status=status) for status in (429,)]
    archive = SimulatedArchive(captures)
    (check,) = ask(archive, PAGE)
    assert check.result.outcome is ArchiveOutcome.ARCHIVED_BAD
    assert len(archive.requests("playback")) == 2, "an archived 429 is no reason to pause or to ask again"


def test_a_large_page_is_cut_and_says_so() -> None:
    body = html("A long page", "<p>word</p>" * 200_000)
    archive = SimulatedArchive([Captured(PAGE.replace(" ", "%20"), "20220601120000", body=body)])
    (check,) = ask(archive, PAGE, want_page=True)
    assert check.result.outcome is ArchiveOutcome.ARCHIVED
    assert check.page is not None
    assert not check.page.complete
