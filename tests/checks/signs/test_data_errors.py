"""Data that says that there is nothing, and data that is there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.checks.signs.data_errors import says_missing

JSON = "application/json"


@pytest.mark.parametrize(
    "body",
    [
        b'{"code": 404, "msg": "gone", "data": null}',
        b'{"status": "404"}',
        b'{"statusCode": 410, "message": "Gone"}',
        b'{"error": {"code": 404, "message": "no such story"}}',
        b'{"errors": [{"status": "404", "title": "Not found"}]}',
        b'{"err-code": 404}',
        b'{"status": 404, "error": "Not Found", "path": "/v1/weirs/7", "timestamp": "2026-01-01"}',
        b'{"code": 404, "description": "Pegel nicht gefunden"}',
        b'{"code": 404, "message": "Nenhum registo", "data": []}',
        b'{"code": 410, "ok": false}',
        b'{"code": 404, "status": "ERROR"}',
        b'{"code": 404, "status": "failed"}',
    ],
)
def test_nothing_is_there(body: bytes) -> None:
    assert "404" in (said := str(says_missing(body, JSON))) or "410" in said


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b'{"code": 200, "data": {"title": "404"}}', "success"),
        (b'{"code": 404, "data": {"title": "The lock"}}', "something is there all the same"),
        (b'{"id": 404, "name": "The lock"}', "a number that is none of a status"),
        (b'[{"code": 404}]', "a list of things"),
        (b'{"code": "404", "name": "Kenya"}', "the code of a country"),
        (b'{"code": 410, "label": "Travaux", "within": {"code": 41}}', "the code of a trade"),
        (b'{"statusCode": "active", "code": 410}', "the state of what is registered"),
        (b'{"code": 404, "status": "dissolved", "listed": 1998}', "the state of what is registered, and its year"),
        (b'{"status": 404, "gauges": [1.2, 1.3], "message": "ok"}', "a status of another kind"),
        (b'{"code": 404', "no data"),
        (b'{"code": 404, "text": "' + b"x" * 5000 + b'"}', "more than an error needs"),
        (b"[" * 3900, "a trap for readers of data, with a 4"),
        (b'{"errors": [], "code4": 1}', "no error"),
        (b'{"success": true, "error": {"kind": "record_not_found", "hint": "x"}}', "it did not fail"),
    ],
)
def test_something_may_be_there(body: bytes, why: str) -> None:
    assert says_missing(body, JSON) is None, why


@given(st.binary(max_size=200))
def test_any_bytes_are_read(body: bytes) -> None:
    says_missing(b'{"code":404,' + body, JSON)


@pytest.mark.parametrize(
    ("body", "media_type", "why"),
    [
        (b'{"detail": "Not found."}', JSON, "nothing but words for it"),
        (b'{"message": "Aucun document ne correspond : introuvable", "error": null}', JSON, "the same, fr"),
        (b'{"error": {"code": "ResourceNotFound", "target": "r"}}', JSON, "an error's name"),
        (b'{"status": "NOT_FOUND", "path": "/r/7"}', JSON, "the same, in capitals"),
        (b'{"status": "Not Found", "path": "/r/7"}', JSON, "the same, with a space"),
        (b'{"error": "not_found", "reason": "missing"}', JSON, "a name where others have words"),
        (b'{"ok": false, "error": "record_not_found"}', JSON, "the same, of what failed"),
        (b'{"error": {"message": "Not found"}}', JSON, "words within an error, and nothing else"),
        (b'{"errors": ["Eintrag nicht gefunden"]}', JSON, "in a list, German"),
        (b"<?xml version='1.0'?>\n<Error><Code>NoSuchKey</Code><Key>r</Key></Error>", "application/xml", "a store's"),
        (b"<error><code>not-found</code></error>", "text/xml", "the same, otherwise"),
        (b"<Error><Code>410</Code><Message>Gone</Message></Error>", "text/xml", "its number"),
        (b'{"success": false, "error": {"kind": "record_not_found", "hint": "x"}}', JSON, "a name within what failed"),
    ],
)
def test_an_error_is_told_by_its_name_or_in_words(body: bytes, media_type: str, why: str) -> None:
    assert says_missing(body, media_type) is not None, why


@pytest.mark.parametrize(
    ("body", "media_type", "why"),
    [
        (b'{"detail": "Open from nine."}', JSON, "words for something else"),
        (b'{"title": "Not found: a poem", "text": "A page", "year": 1911}', JSON, "a work, with more fields"),
        (b'{"message": "Not found", "rows": [1, 2]}', JSON, "rows beside it"),
        (b'{"status": "found"}', JSON, "found"),
        (b'{"code": "notfoundland"}', JSON, "within another name"),
        (b"<error><code>AccessDenied</code></error>", "application/xml", "kept out, not missing"),
        (b"<errors><code>NotFound</code></errors>", "application/xml", "a list of codes"),
        (b"{}", JSON, "nothing told"),
        (b'{"error": {"message": "Not found"}, "rows": [1, 2]}', JSON, "rows beside an error"),
        (b'{"error": {"message": "Not found", "line": 7, "file": "a"}}', JSON, "an error that tells more"),
        (b'{"errors": [["not found"]]}', JSON, "a list of lists"),
        (b'{"error": "forbidden"}', JSON, "kept out, not missing"),
        (b'{"title": "Keys not found", "text": "They were lost."}', JSON, "a text under its title"),
    ],
)
def test_names_and_words_that_come_near(body: bytes, media_type: str, why: str) -> None:
    assert says_missing(body, media_type) is None, why


def test_what_failed_says_why_in_its_own_words() -> None:
    assert says_missing('{"success": false, "felmeddelande": "Ärendet hittades inte", "data": null}'.encode(), JSON)
    assert says_missing(b'{"success": false, "message": "Please sign in"}', JSON) is None
    assert says_missing(b'{"success": true, "message": "Not found in the log"}', JSON) is None


@pytest.mark.parametrize(
    ("body", "missing", "why"),
    [
        ('error\n"Dataset 118 not found"\n', True, "one row under a name"),
        ("Fichier introuvable\n", True, "one row"),
        ("year,depth\n1951,not found\n", False, "a table of two columns"),
        ("remark\nnot found\nfound\nnot found\n", False, "a table of some rows"),
        ("", False, "nothing at all"),
        ("remark\n" + "not found " * 40, False, "more than an error needs"),
    ],
)
def test_a_table_of_one_row(body: str, missing: bool, why: str) -> None:
    assert (says_missing(body.encode(), "text/csv") is not None) is missing, why
