"""An archive that errs, throttles, lies low or talks nonsense: never `none_found`, always a reason, always in time."""

from __future__ import annotations

import asyncio

import pytest

from tests.web.archive import Captured, SimulatedArchive
from tests.web.archive_faults import ANSWERS, Fault
from tests.web.archive_fetcher import NOW, InProcess, on_counted_time, run_counted
from verifier.checks.archive.ask import archive_limits
from verifier.checks.archive.wayback import Wayback
from verifier.model.dates import PartialDate
from verifier.model.evidence import ArchiveCheck, ArchiveOutcome, ArchiveResult
from verifier.web.exchange import Failure, FailureKind, Request, Response

PAGE = "https://example.org/news/harbour-wall"
DAY = PartialDate(2022, 5, 28)
UNKNOWN, EXCLUDED, ARCHIVED = ArchiveOutcome.UNKNOWN, ArchiveOutcome.EXCLUDED, ArchiveOutcome.ARCHIVED


def ask(archive: SimulatedArchive, *urls: str, latency: float = 0.5) -> tuple[list[ArchiveResult], float]:
    async def all_of_them(wayback: Wayback) -> list[ArchiveCheck]:
        return list(await asyncio.gather(*(wayback.check(url, DAY) for url in urls or (PAGE,))))

    checks, seconds = on_counted_time(archive, all_of_them, latency=latency)
    return [check.result for check in checks], seconds


PLAYBACK_FAULTS = {
    "429": (UNKNOWN, "throttles"),
    "429 short": (UNKNOWN, "throttles"),
    "400": (UNKNOWN, "HTTP 400"),
    "403": (UNKNOWN, "HTTP 403"),
    "500": (UNKNOWN, "HTTP 500; tried 5 times"),
    "502": (UNKNOWN, "HTTP 502; tried 5 times"),
    "503": (UNKNOWN, "HTTP 503; tried 5 times"),
    "503 index": (UNKNOWN, "HTTP 503; tried 5 times"),
    "504": (UNKNOWN, "HTTP 504; tried 5 times"),
    "excluded 403": (EXCLUDED, "administration"),
    "excluded 403 without header": (EXCLUDED, "administration"),
    "robots 403": (EXCLUDED, "robots.txt"),
    "robots in a row": (EXCLUDED, "robots.txt"),
    "excluded page": (EXCLUDED, "excluded"),
    "excluded as empty": (UNKNOWN, "HTTP 200 without saying"),
    "maintenance": (UNKNOWN, "HTTP 200 without saying"),
    "not an index": (UNKNOWN, "HTTP 200 without saying"),
    "sent away": (UNKNOWN, "out of the archive"),
    "circle": (UNKNOWN, "in a circle"),
    "reset": (UNKNOWN, "reset"),
    "refuse": (UNKNOWN, "refused"),
    "silent": (UNKNOWN, "no answer"),
}
INDEX_FAULTS = {
    "429": (UNKNOWN, "throttles"),
    "429 short": (UNKNOWN, "throttles"),
    "400": (UNKNOWN, "HTTP 400"),
    "403": (UNKNOWN, "HTTP 403"),
    "404": (UNKNOWN, "HTTP 404"),
    "500": (UNKNOWN, "HTTP 500"),
    "502": (UNKNOWN, "HTTP 502"),
    "503": (UNKNOWN, "HTTP 503"),
    "503 index": (UNKNOWN, "HTTP 503"),
    "504": (UNKNOWN, "HTTP 504"),
    "excluded 403": (EXCLUDED, "administration"),
    "excluded 403 without header": (EXCLUDED, "administration"),
    "robots 403": (EXCLUDED, "robots.txt"),
    "robots in a row": (EXCLUDED, "robots.txt"),
    "excluded page": (EXCLUDED, "excluded"),
    "maintenance": (UNKNOWN, "not an index"),
    "not an index": (UNKNOWN, "not an index"),
    "sent away": (UNKNOWN, "HTTP 302"),
    "circle": (UNKNOWN, "HTTP 302"),
    "reset": (UNKNOWN, "reset"),
    "refuse": (UNKNOWN, "refused"),
    "silent": (UNKNOWN, "no answer"),
}


def test_every_fault_has_its_row() -> None:
    """ "404" is how playback says that it knows nothing, "excluded as empty" how the index does: no faults there."""
    assert set(ANSWERS) - set(PLAYBACK_FAULTS) == {"404"}
    assert set(ANSWERS) - set(INDEX_FAULTS) == {"excluded as empty"}


def rows(faults: dict[str, tuple[ArchiveOutcome, str]]) -> list[tuple[str, ArchiveOutcome, str]]:
    return [(fault, *expected) for fault, expected in faults.items()]


@pytest.mark.parametrize(("fault", "outcome", "why"), rows(PLAYBACK_FAULTS))
def test_a_playback_that_fails_gives_no_copy(fault: str, outcome: ArchiveOutcome, why: str) -> None:
    (result,), seconds = ask(SimulatedArchive([], [Fault(fault, pool="playback")]))
    assert result.outcome is outcome
    assert why in "\n".join(result.evidence)
    assert result.snapshot is None
    assert seconds <= 240
    assert result.answered is (fault != "refuse")


@pytest.mark.parametrize(("fault", "outcome", "why"), rows(INDEX_FAULTS))
@pytest.mark.parametrize("captures", [[], [Captured(PAGE, "20220601120000", status=404)]], ids=["absent", "bad"])
def test_an_index_that_fails_proves_no_absence(
    fault: str, outcome: ArchiveOutcome, why: str, captures: list[Captured]
) -> None:
    """Neither absence nor the want of a better capture is claimed without the index."""
    (result,), seconds = ask(SimulatedArchive(captures, [Fault(fault, pool="index")]))
    assert result.outcome is outcome
    assert why in "\n".join(result.evidence)
    assert seconds <= 240
    assert result.answered


@pytest.mark.parametrize("fault", sorted(set(ANSWERS) - {"404", "excluded as empty"}))
def test_no_fault_of_everything_makes_absence(fault: str) -> None:
    (result,), _ = ask(SimulatedArchive([], [Fault(fault)]))
    assert result.outcome in (UNKNOWN, EXCLUDED)


@pytest.mark.parametrize("empty", ["[]", ""])
def test_a_listing_that_breaks_off_is_no_empty_one(empty: str) -> None:
    (result,), _ = ask(SimulatedArchive([], [Fault("cut", pool="index")], empty=empty))
    assert result.outcome is UNKNOWN


def test_a_throttled_url_is_asked_about_twice_at_most() -> None:
    archive = SimulatedArchive([Captured(url, "20220601120000") for url in MANY], [Fault("429", url=MANY[0])])
    ask(archive, *MANY)
    assert sum(1 for asked in archive.log if asked.url == MANY[0]) == 2


def test_an_exclusion_that_only_shows_as_emptiness_is_absence_with_a_warning() -> None:
    (result,), _ = ask(SimulatedArchive([], [Fault("excluded as empty", pool="index")]))
    assert result.outcome is ArchiveOutcome.NONE_FOUND
    assert "excluded" in result.evidence[-1]


@pytest.mark.parametrize(
    ("fault", "times", "at_least", "at_most"),
    [
        ("429", 1, 60, 65),
        ("503", 4, 30, 40),
        ("504", 2, 6, 12),
        ("reset", 1, 5, 12),
        ("refuse", 1, 5, 12),
        ("silent", 1, 60, 70),
    ],
)
def test_what_passes_is_waited_for(fault: str, times: int, at_least: float, at_most: float) -> None:
    archive = SimulatedArchive([Captured(PAGE, "20220601120000")], [Fault(fault, times=times)])
    (result,), seconds = ask(archive)
    assert result.outcome is ARCHIVED
    assert at_least <= seconds <= at_most


def test_a_slow_archive_is_waited_for() -> None:
    archive = SimulatedArchive([Captured(PAGE, "20220601120000")], [Fault("slow", seconds=45)])
    (result,), seconds = ask(archive)
    assert result.outcome is ARCHIVED
    assert 90 <= seconds <= 95


@pytest.mark.parametrize(
    ("retry_after", "seconds", "outcome"),
    [("75", 75, ARCHIVED), ("5", 60, ARCHIVED), ("Sat, 21 Nov 2026 12:31:15 GMT", 75, ARCHIVED), ("3600", 0, UNKNOWN)],
)
def test_retry_after_is_obeyed_or_the_asking_ends(retry_after: str, seconds: float, outcome: ArchiveOutcome) -> None:
    archive = SimulatedArchive([Captured(PAGE, "20220601120000")], [Fault("429", times=1, retry_after=retry_after)])
    (result,), took = ask(archive)
    assert result.outcome is outcome
    assert seconds <= took <= seconds + 3
    if outcome is UNKNOWN:
        assert len(archive.log) == 1


MANY = [f"https://example.org/page/{number}" for number in range(40)]
BEFORE_IT_IS_KNOWN = 4
"""Requests that may be under way when the first sign of trouble comes."""


@pytest.mark.parametrize(
    ("fault", "requests", "seconds", "why"),
    [
        (Fault("429"), 2 * BEFORE_IT_IS_KNOWN, 65, "one pause, one more try, then peace"),
        (Fault("429", retry_after="7200"), BEFORE_IT_IS_KNOWN, 5, "told to stay away for long"),
        (Fault("refuse"), 2 * BEFORE_IT_IS_KNOWN, 10, "shut out"),
        (Fault("reset"), 2 * BEFORE_IT_IS_KNOWN, 10, "shut out"),
        (Fault("503"), 200, 130, "out of order for longer than is waited"),
        (Fault("silent"), 10, 240, "silent"),
    ],
)
def test_a_service_in_trouble_is_left_alone(fault: Fault, requests: int, seconds: float, why: str) -> None:
    archive = SimulatedArchive([], [fault])
    results, took = ask(archive, *MANY)
    assert {result.outcome for result in results} == {UNKNOWN}, why
    assert len(archive.log) <= requests
    assert took <= seconds
    assert all(result.evidence and "web.archive.org" in result.evidence[-1] for result in results)


@pytest.mark.parametrize("kind", ["429", "reset", "refuse", "503", "silent", "excluded 403"])
def test_trouble_with_one_url_leaves_the_others_alone(kind: str) -> None:
    archive = SimulatedArchive([Captured(url, "20220601120000") for url in MANY], [Fault(kind, url=MANY[3])])
    results, _ = ask(archive, *MANY)
    assert [result.outcome for url, result in zip(MANY, results, strict=True) if url != MANY[3]] == [ARCHIVED] * 39
    assert results[3].outcome in (UNKNOWN, EXCLUDED)


# What the client itself may report


class Failing:
    """A `Fetcher` without network."""

    def __init__(self, kind: FailureKind) -> None:
        self.kind = kind
        self.sent: list[Request] = []

    async def fetch(self, request: Request) -> Response | Failure:
        self.sent.append(request)
        return Failure(request.url, self.kind, f"failed: {self.kind}")


@pytest.mark.parametrize("kind", list(FailureKind))
def test_no_failure_makes_absence(kind: FailureKind) -> None:
    fetcher = Failing(kind)

    async def main() -> ArchiveResult:
        loop = asyncio.get_running_loop()
        limits = archive_limits("web.archive.org", loop.time, asyncio.sleep)
        return (await Wayback(fetcher, limits, lambda: NOW).check(PAGE, DAY)).result

    result = run_counted(main())
    assert result.outcome is UNKNOWN
    assert not result.answered
    assert f"failed: {kind}" in result.evidence[-1]
    assert 1 <= len(fetcher.sent) <= 5
    assert not any(request.retry for request in fetcher.sent), "the client's own retries know nothing of bans"


@pytest.mark.parametrize(
    ("kind", "message", "told"),
    [
        (
            FailureKind.REFUSED_ADDRESS,
            "not asked: 127.0.0.1 is a loopback address",
            (
                "web.archive.org: not asked: 127.0.0.1 is a loopback address; "
                "--allow-network lets an archive of your own be asked"
            ),
        ),
        (
            FailureKind.PROTOCOL,
            "web.archive.org broke the connection off",
            "web.archive.org broke the connection off; tried 5 times",
        ),
    ],
)
def test_why_an_archive_gave_no_answer_is_said_once_and_can_be_acted_on(
    kind: FailureKind, message: str, told: str
) -> None:
    class Telling(Failing):
        async def fetch(self, request: Request) -> Response | Failure:
            return Failure(request.url, kind, message)

    async def main() -> ArchiveResult:
        limits = archive_limits("web.archive.org", asyncio.get_running_loop().time, asyncio.sleep)
        return (await Wayback(Telling(kind), limits, lambda: NOW).check(PAGE, DAY)).result

    assert run_counted(main()).evidence[-1] == told


def test_a_dead_network_is_noticed_soon() -> None:
    fetcher = Failing(FailureKind.DNS_FAILURE)

    async def main() -> None:
        loop = asyncio.get_running_loop()
        wayback = Wayback(fetcher, archive_limits("web.archive.org", loop.time, asyncio.sleep), lambda: NOW)
        await asyncio.gather(*(wayback.check(url, DAY) for url in MANY))

    run_counted(main())
    assert len(fetcher.sent) <= 4


def test_in_process_answers_are_what_the_client_would_give() -> None:
    fetcher = InProcess(SimulatedArchive([Captured(PAGE, "20220601120000")]))
    request = Request(f"https://web.archive.org/web/20220601120000id_/{PAGE}", max_body=10)
    response = run_counted(fetcher.fetch(request))
    assert isinstance(response, Response)
    assert (response.status_code, len(response.body), response.complete) == (200, 10, False)
