"""Data that says that there is nothing, and data that is there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.checks.signs.data_errors import says_missing


@pytest.mark.parametrize(
    "body",
    [
        b'{"code": 404, "msg": "gone", "data": null}',
        b'{"status": "404"}',
        b'{"statusCode": 410, "message": "Gone"}',
        b'{"error": {"code": 404, "message": "no such story"}}',
        b'{"errors": [{"status": "404", "title": "Not found"}]}',
        b'{"err-code": 404}',
    ],
)
def test_nothing_is_there(body: bytes) -> None:
    assert "404" in str(says_missing(body)) or "410" in str(says_missing(body))


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b'{"code": 200, "data": {"title": "404"}}', "success"),
        (b'{"code": 404, "data": {"title": "The lock"}}', "something is there all the same"),
        (b'{"id": 404, "name": "The lock"}', "a number that is none of a status"),
        (b'[{"code": 404}]', "a list of things"),
        (b'{"code": 404', "no data"),
        (b'{"code": 404, "text": "' + b"x" * 5000 + b'"}', "more than an error needs"),
        (b"[" * 3900, "a trap for readers of data, with a 4"),
        (b'{"errors": [], "code4": 1}', "no error"),
    ],
)
def test_something_may_be_there(body: bytes, why: str) -> None:
    assert says_missing(body) is None, why


@given(st.binary(max_size=200))
def test_any_bytes_are_read(body: bytes) -> None:
    says_missing(b'{"code":404,' + body)
