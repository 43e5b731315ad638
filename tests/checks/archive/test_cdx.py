"""The index: its queries, and every shape that its answers have been seen in."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.checks.archive.cdx import EMPTY_DIGEST, FIELDS, Capture, Listing, mend_timestamp, query_url, read_listing

WHEN = "20220601120000"
INDEX = "https://web.archive.org/cdx/search/cdx"
ROW = ["20220601120000", "https://example.org/a", "text/html", "200", "AAAA"]
CAPTURE = Capture("20220601120000", "https://example.org/a", 200, "AAAA", "text/html")


def table(*rows: list[object]) -> bytes:
    return json.dumps([list(FIELDS), *rows]).encode()


def test_the_index_is_asked_for_the_nearest_good_captures() -> None:
    parts = urlsplit(query_url(INDEX, "https://example.org/a?b=c&d=é#f", "20220528060000"))
    assert (parts.netloc, parts.path) == ("web.archive.org", "/cdx/search/cdx")
    assert dict(parse_qsl(parts.query, strict_parsing=True)) == {
        "url": "https://example.org/a?b=c&d=%C3%A9",
        "closest": "20220528060000",
        "sort": "closest",
        "filter": "statuscode:(200|203|206|-)",
        "fl": "timestamp,original,mimetype,statuscode,digest",
        "output": "json",
        "limit": "10",
    }


def test_absence_is_asked_for_without_a_filter() -> None:
    assert "filter" not in query_url(INDEX, "https://example.org/a", "20220528060000", good_only=False)


def test_a_star_does_not_make_it_a_prefix_search() -> None:
    query = dict(parse_qsl(urlsplit(query_url(INDEX, "https://example.org/a*", "20220528060000")).query))
    assert query["url"] == "https://example.org/a%2A"


@pytest.mark.parametrize(
    ("body", "captures", "why"),
    [
        (b"[]", (), "no captures, as the old server writes it"),
        (table(), (), "no captures, a header alone"),
        (b"", (), "no captures, nothing at all"),
        (b" \n", (), "no captures, a blank line"),
        (table(ROW), (CAPTURE,), "one row"),
        (table(ROW, ROW, ROW), (CAPTURE,), "the same row again"),
        (
            b'[["timestamp","original"],\n["20220601120000","u"]]',
            (Capture("20220601120000", "u", mimetype="unk"),),
            "fl",
        ),
        (table(ROW, [], ["com%2Cexample"]), (CAPTURE,), "a resume key at the end"),
        (b"20220601120000 https://example.org/a text/html 200 AAAA\n", (CAPTURE,), "plain lines"),
        (
            b"20220601120000 https://example.org/a b c text/html 200 AAAA\n",
            (Capture("20220601120000", "https://example.org/a b c", 200, "AAAA", "text/html"),),
            "spaces in the original",
        ),
    ],
)
def test_answers_of_the_index(body: bytes, captures: tuple[Capture, ...], why: str) -> None:
    assert read_listing(body) == Listing(captures), why


@pytest.mark.parametrize(
    ("row", "expected", "why"),
    [
        (["warc/revisit", "-", "A"], Capture(WHEN, "u", None, "A", "warc/revisit"), "revisit"),
        (["unk", "0", "-"], Capture(WHEN, "u", None, "", "unk"), "status 0, no digest"),
        ([None, None, None], Capture(WHEN, "u", None, "", "-"), "nulls"),
        (["text/html", 301, EMPTY_DIGEST], Capture(WHEN, "u", 301, "", "text/html"), "no body, a number"),
        (["text/html", "2xx", "A"], Capture(WHEN, "u", None, "A", "text/html"), "not a status"),
    ],
)  # fmt: skip
def test_dirty_rows_are_mended(row: list[object], expected: Capture, why: str) -> None:
    assert read_listing(table([WHEN, "u", *row])) == Listing((expected,)), why


def test_odd_originals_are_kept() -> None:
    row = ["20000012170449", "http://mailto:someone", "text/html", "200", "A"]
    assert read_listing(table(row)) == Listing(
        (Capture("20001217044900", "http://mailto:someone", 200, "A", "text/html"),)
    )


def test_rows_beyond_repair_are_counted() -> None:
    assert read_listing(table(ROW, ["2022", *ROW[1:]], [ROW[0], "", *ROW[2:]])) == Listing((CAPTURE,))


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"<html><body><h1>429 Too Many Requests</h1></body></html>", "a page"),
        (b"Too many\n", "a short message"),
        (b'{"error": "x"}', "an object"),
        (b'["timestamp"]', "a list of words"),
        (b'[["foo","bar"],["1","2"]]', "another table"),
        (b'[["timestamp","original","mimetype","stat', "cut off"),
        (b"[" * 5_000, "deeper than any table"),
        (table(["2022"], ["2023"]), "rows of one word, which are no captures"),
        (table(["2022", "u", "text/html", "200", "A"]), "nothing in it can be read: not the same as no captures"),
        (b"org.archive.util.io.RuntimeIOException: Blocked\n", "an error as text"),
        (b"\xff\xfe\x00", "no text"),
    ],
)
def test_anything_else_is_not_an_empty_index(body: bytes, why: str) -> None:
    assert read_listing(body) is None, why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20220601120000", "20220601120000"),
        ("20000012170449", "20001217044900"),
        ("20000800241623", "20000824162300"),
        ("20221301000000", None),
        ("20000000000000", None),
        ("2022060112000", None),
        ("202206011200000", None),
        ("", None),
        ("２０２２０６０１１２００００", None),
        ("2022060112000a", None),
    ],
)
def test_timestamps_are_mended_or_passed_over(text: str, expected: str | None) -> None:
    assert mend_timestamp(text) == expected


@given(st.binary(max_size=400))
def test_no_bytes_make_it_raise(body: bytes) -> None:
    read_listing(body)


_CELLS = st.one_of(
    st.none(), st.integers(), st.booleans(), st.text(max_size=20), st.lists(st.text(max_size=3), max_size=2)
)


@given(st.lists(st.lists(_CELLS, max_size=7), max_size=5))
def test_no_table_makes_it_raise(rows: list[list[object]]) -> None:
    listing = read_listing(table(*rows))
    for capture in listing.captures if listing else ():
        assert len(capture.timestamp) == 14
        datetime.strptime(capture.timestamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)


@given(st.dates(date(1996, 1, 1), date(2099, 1, 1)), st.sampled_from(["200", "404", "-"]))
def test_good_rows_come_through(moment: date, status: str) -> None:
    stamp = moment.strftime("%Y%m%d235959")
    listing = read_listing(table([stamp, "https://example.org/", "text/html", status, "D"]))
    assert listing is not None
    assert [capture.timestamp for capture in listing.captures] == [stamp]
    assert listing.captures[0].may_be_good is (status != "404")
