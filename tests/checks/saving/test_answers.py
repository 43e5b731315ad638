"""What Save Page Now says is read as data: no answer ends a run, and none is taken for more than it is."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.checks.saving.answers import Accepted, Captured, read_allowance, read_status, read_submission
from verifier.web.exchange import Headers, Response


def said(answer: object, status: int = 200) -> Response:
    return Response("https://archive.example/save", status, Headers(), json.dumps(answer).encode())


@pytest.mark.parametrize(
    ("job", "taken", "why"),
    [
        ("spn2-0123456789abcdef", True, "as the service names its jobs"),
        ("..", False, "another address than that of a job"),
        ("../../user", False, "likewise"),
        ("a?b", False, "likewise"),
        ("", False, "no name"),
    ],
)
def test_a_job_is_a_name_that_an_address_can_end_with(job: str, taken: bool, why: str) -> None:
    assert isinstance(read_submission(said({"job_id": job})), Accepted) is taken, why


@pytest.mark.parametrize(
    ("wait", "seconds"), [("2 hours, 5 minutes", 7500.0), ("3 minutes", 180.0), (f"{'9' * 400} hours", 0.0)]
)
def test_how_long_it_has_to_wait(wait: str, seconds: float) -> None:
    answer = read_submission(said({"job_id": "a", "message": f"The capture will start in {wait}."}))
    assert isinstance(answer, Accepted) and answer.starts_in == seconds


def test_a_time_is_fourteen_plain_digits() -> None:
    assert read_status(said({"status": "success", "timestamp": "20261122040000"})) == Captured("20261122040000")
    assert not isinstance(read_status(said({"status": "success", "timestamp": "١" * 14})), Captured)


@pytest.mark.parametrize(
    ("status", "kept", "why"),
    [
        (200, True, "a page"),
        (203, True, "a page, by way of a proxy"),
        (None, True, "the service does not tell"),
        (404, False, "the site's error page was captured"),
        (503, False, "likewise"),
    ],
)
def test_a_capture_of_an_error_is_no_copy(status: int | None, kept: bool, why: str) -> None:
    answer = read_status(said({"status": "success", "timestamp": "20261122040000", "http_status": status}))
    assert isinstance(answer, Captured) is kept, why
    assert kept or f"HTTP {status}" in answer.trouble.words


VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.lists(st.text(max_size=3))
NAMES = st.sampled_from(["job_id", "message", "status", "status_ext", "timestamp", "available", "daily_captures"])


@given(st.dictionaries(NAMES, VALUES) | VALUES, st.sampled_from([200, 401, 404, 429, 500]))
def test_no_answer_makes_it_raise(answer: object, status: int) -> None:
    for read in (read_submission, read_status, read_allowance):
        read(said(answer, status))
