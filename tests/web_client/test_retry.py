"""Which answers are worth another request, and when."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.web.exchange import Failure, FailureKind, Headers, Response
from verifier.web.retry import again, backoff, retries_for, retry_after

NOW = datetime(2022, 6, 8, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("status", "worth"),
    [(200, 0), (301, 0), (400, 0), (403, 0), (404, 0), (408, 0), (429, 2), (500, 2), (501, 0), (502, 2), (503, 2),
     (504, 2), (505, 0), (511, 0), (520, 2), (999, 0)],
)  # fmt: skip
def test_how_often_a_status_is_worth_asking_again(status, worth):
    assert retries_for(Response("u", status), 2) == worth


@pytest.mark.parametrize(
    ("kind", "detail", "worth"),
    [
        (FailureKind.RESET, "", 2), (FailureKind.UNREACHABLE, "", 2), (FailureKind.DNS_FAILURE, "servfail", 2),
        (FailureKind.DNS_FAILURE, "timeout", 1), (FailureKind.DNS_FAILURE, "no_data", 0),
        (FailureKind.CONNECT_REFUSED, "", 1), (FailureKind.CONNECT_TIMEOUT, "", 1), (FailureKind.READ_TIMEOUT, "", 1),
        (FailureKind.NXDOMAIN, "", 0), (FailureKind.TLS, "expired", 0), (FailureKind.PROTOCOL, "", 0),
        (FailureKind.REFUSED_ADDRESS, "", 0), (FailureKind.GIVEN_UP, "", 0), (FailureKind.MALFORMED, "", 0),
    ],
)  # fmt: skip
def test_how_often_a_failure_is_worth_asking_again(kind, detail, worth):
    assert retries_for(Failure("u", kind, "", detail), 2) == worth
    assert retries_for(Failure("u", kind, "", detail), 0) == 0


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120), ("0", 0), (" 5 ", 5), ("Wed, 08 Jun 2022 12:00:30 GMT", 30), ("Wed, 08 Jun 2022 11:00:00 GMT", 0),
        ("Wed, 08 Jun 2022 12:00:30", 30), ("", None), ("soon", None), ("-5", None), ("1.5", None), ("٣", None),
        ("Wed, 99 Jun 2022 12:00:30 GMT", None), ("Wed, 08 Jun 99999999999999999999 12:00:30 GMT", None),
    ],
)  # fmt: skip
def test_how_long_a_host_asks_to_wait(value, seconds):
    assert retry_after(Headers((("Retry-After", value),)), NOW) == seconds


@given(st.text(max_size=80))
def test_any_retry_after_is_read_or_passed_over(value):
    seconds = retry_after(Headers((("retry-after", value),)), NOW)
    assert seconds is None or seconds >= 0


def test_backoff_doubles_within_bounds():
    assert [backoff(attempts, lambda: 1.0) for attempts in (1, 2, 3, 9)] == [0.5, 1.0, 2.0, 8.0]
    assert backoff(1, lambda: 0.0) == 0.25


def run(answers, *, most=2, left=60.0, wait=0.5):
    left_over = list(answers[1:])
    slept = []

    async def ask():
        return left_over.pop(0)

    async def sleep(seconds):
        slept.append(seconds)

    got = asyncio.run(again(answers[0], ask, most=most, wait=lambda *_: wait, left=lambda: left, sleep=sleep))
    return got, slept


def test_it_goes_on_until_an_answer_is_good():
    bad, good = Response("u", 503), Response("u", 200)
    assert run([bad, good, bad]) == (good, [0.5])


def test_it_ends_with_the_last_answer():
    answers = [Response("u", 503), Failure("u", FailureKind.RESET, ""), Response("u", 500), Response("u", 200)]
    assert run(answers) == (answers[2], [0.5, 0.5])


def test_a_kind_that_is_worth_less_ends_it_sooner():
    answers = [Response("u", 503), Failure("u", FailureKind.READ_TIMEOUT, ""), Response("u", 200)]
    assert run(answers) == (answers[1], [0.5])


def test_it_does_not_wait_longer_than_there_is_time():
    first = Response("u", 503)
    assert run([first], left=0.5, wait=0.5) == (first, [])
    assert run([first], wait=float("inf")) == (first, [])
