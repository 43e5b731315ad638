"""Save Page Now, asked in this process on counted time: what it says, and what is made of it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import TypeVar

import pytest

from tests.web.archive import Captured, SimulatedArchive
from tests.web.archive_faults import Fault
from tests.web.archive_fetcher import NOW, InProcess, run_counted
from tests.web.archive_save import ACCESS, SECRET, Snag
from verifier.checks.archive.ask import NoAnswerError, archive_limits
from verifier.checks.saving import answers
from verifier.checks.saving.answers import Accepted, Allowance, Pending, Refused
from verifier.checks.saving.errors import BAD_KEYS, NOT_TAKEN, UNCLEAR, USED_UP, Course, trouble
from verifier.checks.saving.save_page_now import Keys, SavePageNow
from verifier.model.errors import UsageError
from verifier.web.exchange import Headers, Response

T = TypeVar("T")
PAGE = "https://example.org/news/harbour-wall?id=1&lang=en"
ODD = "https://example.org/news/é?a=b&c=100%25+#x"
KEYS = Keys(ACCESS, SECRET)


def ask(
    job: Callable[[SavePageNow], Coroutine[None, None, T]], archive: SimulatedArchive, keys: Keys = KEYS
) -> tuple[T, float]:
    """What `job` brings, and the seconds that it took."""

    async def main() -> tuple[T, float]:
        loop = asyncio.get_running_loop()
        archive.clock = loop.time
        archive.save.now = lambda: NOW + timedelta(seconds=loop.time())
        limits = archive_limits("web.archive.org", loop.time, asyncio.sleep)
        client = SavePageNow(InProcess(archive), limits, archive.save.now, keys)
        return await job(client), loop.time()

    return run_counted(main())


def test_a_page_is_captured() -> None:
    archive = SimulatedArchive()
    archive.save.seconds = 30

    async def job(client: SavePageNow) -> list[object]:
        accepted = await client.submit(ODD, unless_within="1d")
        assert isinstance(accepted, Accepted)
        first = await client.status(accepted.job or "", ODD)
        await asyncio.sleep(31)
        return [accepted, first, await client.status(accepted.job or "", ODD)]

    (accepted, first, last), _ = ask(job, archive)
    assert isinstance(accepted, Accepted)
    assert accepted.job in archive.save.jobs
    assert first == Pending()
    assert isinstance(last, answers.Captured)
    assert last.timestamp == archive.captures[-1].timestamp
    assert archive.captures[-1].url == ODD, "the address arrives as it was"
    assert archive.save.submissions()[0].form == {
        "url": ODD,
        "skip_first_archive": "1",
        "if_not_archived_within": "1d",
    }


@pytest.mark.parametrize("names_the_job", [True, False])
def test_a_capture_made_shortly_before_is_no_failure(names_the_job: bool) -> None:
    archive = SimulatedArchive([Captured(PAGE, "20261121120000")])
    archive.save.names_the_job = names_the_job
    answer, _ = ask(lambda client: client.submit(PAGE), archive)
    assert isinstance(answer, Accepted)
    assert answer.kept
    assert (answer.job is not None) is names_the_job


def test_the_allowance_is_read_from_the_service() -> None:
    archive = SimulatedArchive()
    archive.save.daily, archive.save.daily_limit, archive.save.available = 12, 40, 3
    answer, _ = ask(lambda client: client.allowance(), archive)
    assert answer == Allowance(available=3, daily=12, daily_limit=40)
    assert answer.left_today == 28


def test_keys_that_are_not_accepted() -> None:
    wrong = Keys("Somebody", "Else")
    assert ask(lambda client: client.allowance(), SimulatedArchive(), wrong)[0] == Refused(BAD_KEYS)
    assert ask(lambda client: client.submit(PAGE), SimulatedArchive(), wrong)[0] == Refused(BAD_KEYS)


@pytest.mark.parametrize(
    ("snag", "requests", "acted", "why"),
    [
        ("429", 2, False, "told to wait, it waits, and asks once more"),
        ("refuse", 5, False, "never connected: nothing was sent, so that it may be tried again"),
        ("reset", 1, True, "sent, and nobody knows what came of it"),
        ("silent", 1, True, "the same"),
        ("503", 1, True, "the same"),
        ("502", 1, True, "the same"),
    ],
)
def test_a_form_is_never_sent_again_where_it_may_have_been_taken(
    snag: str, requests: int, acted: bool, why: str
) -> None:
    archive = SimulatedArchive()
    archive.save.snags.append(Snag(submit=snag))
    with pytest.raises(NoAnswerError) as caught:
        ask(lambda client: client.submit(PAGE), archive)
    assert caught.value.acted is acted, why
    assert len(archive.save.submissions()) == requests, why


@pytest.mark.parametrize(("retry_after", "at_least"), [("75", 75), (None, 60), ("5", 60)])
def test_retry_after_is_obeyed(retry_after: str | None, at_least: float) -> None:
    archive = SimulatedArchive()
    archive.save.snags.append(Snag(submit="429", times=1, retry_after=retry_after))
    answer, seconds = ask(lambda client: client.submit(PAGE), archive)
    assert isinstance(answer, Accepted)
    assert at_least <= seconds <= at_least + 12
    first, second = archive.save.submissions()
    assert second.at - first.at >= at_least


def test_a_pause_that_is_too_long_is_not_waited_for() -> None:
    archive = SimulatedArchive()
    archive.save.snags.append(Snag(submit="429", times=1, retry_after="3600"))
    with pytest.raises(NoAnswerError, match="HTTP 429") as caught:
        ask(lambda client: client.submit(PAGE), archive)
    assert not caught.value.acted
    assert len(archive.save.submissions()) == 1


def test_forms_are_paced() -> None:
    archive = SimulatedArchive()

    async def many(client: SavePageNow) -> None:
        await asyncio.gather(*(client.submit(f"https://example.org/{number}") for number in range(30)))

    ask(many, archive)
    times = [asked.at for asked in archive.save.submissions()]
    assert len(times) == 30
    assert archive.save.refused == 0
    assert all(sum(1 for at in times if start <= at < start + 60) <= 7 for start in times)


def seen(archive: SimulatedArchive) -> str | None:
    return ask(lambda client: client.captured_since(PAGE, NOW - timedelta(minutes=5)), archive)[0]


@pytest.mark.parametrize(
    ("captures", "faults", "expected"),
    [
        ([], [], None),
        ([Captured(PAGE, "20261121122700")], [], "20261121122700"),
        ([Captured(PAGE, "20261121122700", only="index")], [], "20261121122700"),
        ([Captured(PAGE, "20261121122700", only="playback")], [], "20261121122700"),
        ([Captured(PAGE, "20261121120000")], [], None),
        ([Captured(PAGE, "20261121122700", status=503)], [], None),
        ([Captured(PAGE, "20261121122700")], [Fault("503", pool="index")], "20261121122700"),
        ([], [Fault("429", times=1)], None),
        ([], [Fault("reset")], None),
    ],
    ids=["none", "both", "index alone", "playback alone", "older", "an error", "index faulty", "throttled", "cut off"],
)
def test_whether_there_is_a_capture_after_all(
    captures: list[Captured], faults: list[Fault], expected: str | None
) -> None:
    assert seen(SimulatedArchive(captures, faults)) == expected


# What the answers say


def answer(said: object, status: int = 200) -> Response:
    body = said if isinstance(said, bytes) else json.dumps(said).encode()
    return Response("https://web.archive.org/save", status, Headers(), body)


@pytest.mark.parametrize(
    ("said", "status", "expected"),
    [
        ({"url": PAGE, "job_id": "spn2-0a"}, 200, Accepted("spn2-0a")),
        ({"job_id": "a0000000-0000-4000-8000-000000000000"}, 200, Accepted("a0000000-0000-4000-8000-000000000000")),
        (
            {"job_id": "spn2-0a", "message": "The capture will start in ~3 hours, 20 minutes because of overload."},
            200,
            Accepted("spn2-0a", starts_in=12_000.0),
        ),
        (
            {"job_id": "spn2-0a", "message": "The capture will start in ~12 minutes because our service is overloaded"},
            200,
            Accepted("spn2-0a", starts_in=720.0),
        ),
        ({"message": "The same snapshot had been made 1 hour, 12 minutes ago."}, 200, Accepted(None, kept=True)),
        ({"job_id": "../user", "url": PAGE}, 200, Refused(UNCLEAR)),
        ({"status": "error", "message": "You have reached your daily captures limit"}, 200, Refused(USED_UP)),
        ({"message": "You need to be logged in"}, 401, Refused(BAD_KEYS)),
        (b"<html>523</html>", 523, Refused(UNCLEAR, "HTTP 523")),
        (b"<html>Saving page</html>", 200, Refused(UNCLEAR, "HTTP 200")),
        ([], 200, Refused(UNCLEAR, "HTTP 200")),
        (b"[" * 100_000, 200, Refused(UNCLEAR, "HTTP 200")),
        ({"message": 7, "job_id": 9}, 200, Refused(UNCLEAR)),
    ],
)  # fmt: skip
def test_what_became_of_a_form(said: object, status: int, expected: object) -> None:
    assert answers.read_submission(answer(said, status)) == expected


@pytest.mark.parametrize(
    ("said", "status", "expected"),
    [
        ({"status": "pending", "resources": []}, 200, Pending()),
        ({"status": "success", "timestamp": "20261121123015"}, 200, answers.Captured("20261121123015")),
        ({"status": "success", "timestamp": "2026"}, 200, Refused(UNCLEAR)),
        ({"status": "error", "status_ext": "error:celery"}, 200, Refused(trouble("error:celery"), "error:celery")),
        ({"status": "error", "message": "Origin returned 523"}, 200, Refused(UNCLEAR)),
        (b"<html>502</html>", 502, Pending()),
        (b"gone", 404, Refused(trouble("job-not-found"), "job-not-found")),
        ({"message": "log in"}, 401, Refused(BAD_KEYS)),
        ({}, 200, Pending()),
    ],
)  # fmt: skip
def test_how_a_job_stands(said: object, status: int, expected: object) -> None:
    assert answers.read_status(answer(said, status)) == expected


@pytest.mark.parametrize(
    ("said", "status", "expected"),
    [
        ({"available": 8, "processing": 0}, 200, Allowance(8)),
        ({"available": "8", "daily_captures": -1}, 200, Allowance()),
        (b"<html>down</html>", 200, Refused(NOT_TAKEN, "HTTP 200")),
        ({"available": 8}, 500, Refused(NOT_TAKEN, "HTTP 500")),
    ],
)
def test_what_is_allowed(said: object, status: int, expected: object) -> None:
    assert answers.read_allowance(answer(said, status)) == expected


PUBLISHED = """bad-gateway bad-request bandwidth-limit-exceeded blocked blocked-client-ip blocked-url browsing-timeout
capture-location-error cannot-fetch celery filesize-limit ftp-access-denied gateway-timeout http-version-not-supported
internal-server-error invalid-url-syntax invalid-server-response invalid-host-resolution job-failed method-not-allowed
not-implemented no-browsers-available network-authentication-required no-access not-found proxy-error protocol-error
read-timeout soft-time-limit-exceeded service-unavailable too-many-daily-captures too-many-redirects too-many-requests
user-session-limit unauthorized no-captures redis-error"""
"""The names that the service publishes, and two more that its users have met."""


@pytest.mark.parametrize("code", PUBLISHED.split())
def test_every_published_error_is_explained(code: str) -> None:
    found = trouble(f"error:{code}")
    assert code not in found.words, "words, not the name again"
    assert "not known here" not in found.words
    assert found.course in Course


@pytest.mark.parametrize(
    ("code", "message", "course", "why"),
    [
        ("error:brand-new", "", Course.GIVE_UP, "a reason nobody knows is no reason to knock on"),
        ("error:brand-new", "the origin answered 523", Course.AGAIN, "523 may hide a success"),
        ("error:523", "", Course.AGAIN, "the same"),
        (None, "", Course.AGAIN, "nothing was said"),
        ("error:too-many-daily-captures", "This URL has been already captured 5 times: daily limit", Course.GIVE_UP,
         "the page's limit, not the account's"),
        (None, "You have reached your daily not-logged-in captures limit of (200,) webpages", Course.STOP, "used up"),
    ],
)  # fmt: skip
def test_what_follows_from_an_error(code: str | None, message: str, course: Course, why: str) -> None:
    assert trouble(code, message).course is course, why


# Keys


def test_keys_come_from_the_environment() -> None:
    assert Keys.of({"IA_ACCESS_KEY_ID": " a1 ", "IA_SECRET_ACCESS_KEY": "b2"}) == Keys("a1", "b2")


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, "IA_ACCESS_KEY_ID and IA_SECRET_ACCESS_KEY not set"),
        ({"IA_ACCESS_KEY_ID": "abcdefgh"}, "IA_SECRET_ACCESS_KEY not set"),
        ({"IA_ACCESS_KEY_ID": "a", "IA_SECRET_ACCESS_KEY": "s3cret\r\nX-Evil: 1"}, "characters that no key has"),
        ({"IA_ACCESS_KEY_ID": "a:b", "IA_SECRET_ACCESS_KEY": "s3cret"}, "characters that no key has"),
    ],
)
def test_keys_that_cannot_be_used_are_told_without_being_shown(environment: dict[str, str], words: str) -> None:
    with pytest.raises(UsageError) as caught:
        Keys.of(environment)
    assert words in caught.value.message
    assert "s3cret" not in f"{caught.value!r} {caught.value.hint}"
    assert "abcdefgh" not in f"{caught.value!r} {caught.value.hint}"


def test_keys_are_never_shown() -> None:
    assert SECRET not in repr(KEYS)
    assert ACCESS not in repr(KEYS)
