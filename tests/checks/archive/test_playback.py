"""What one answer of playback means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timing import at_most
from tests.web.archive_faults import ANSWERS
from verifier.checks.archive.playback import (
    Elsewhere,
    Excluded,
    Memento,
    NeverArchived,
    Played,
    Unusable,
    linked_mementos,
    memento_time,
    path_in,
    read_exclusion,
    read_playback,
    within,
)
from verifier.web.exchange import Headers, Response

BASE = "https://web.archive.org/web"
PAGE = "https://example.org/a"
ASKED = f"{BASE}/20220601120000id_/{PAGE}"
WHEN = ("Memento-Datetime", "Wed, 01 Jun 2022 12:00:00 GMT")


def answer(status: int, *headers: tuple[str, str], body: bytes = b"", url: str = ASKED) -> Played:
    return read_playback(BASE, Response(url, status, Headers(headers), body))


@pytest.mark.parametrize("status", [200, 301, 403, 404, 429, 503])
def test_with_memento_datetime_every_status_is_the_archived_one(status: int) -> None:
    read = answer(status, WHEN)
    assert isinstance(read, Memento)
    assert (read.timestamp, read.url, read.response.status_code) == ("20220601120000", PAGE, status)


def test_an_archived_page_about_exclusion_is_not_an_exclusion() -> None:
    body = ANSWERS["excluded page"].body
    assert isinstance(answer(200, WHEN, body=body), Memento)
    assert isinstance(answer(200, body=body), Excluded)


def test_the_header_knows_the_time_better_than_the_address() -> None:
    read = answer(200, WHEN, url=f"{BASE}/20220528060000id_/{PAGE}")
    assert isinstance(read, Memento)
    assert read.timestamp == "20220601120000"


def test_a_time_that_cannot_be_read_is_taken_from_the_address_or_not_at_all() -> None:
    read = answer(200, ("Memento-Datetime", "yesterday"))
    assert isinstance(read, Memento)
    assert read.timestamp == "20220601120000"
    assert isinstance(answer(200, ("Memento-Datetime", "yesterday"), url=f"{BASE}/{PAGE}"), Unusable)


def test_an_archived_redirect_says_where_to() -> None:
    read = answer(301, WHEN, ("Location", f"/web/20220601120000id_/{PAGE}/b"))
    assert isinstance(read, Memento)
    assert read.location == f"{BASE}/20220601120000id_/{PAGE}/b"


@pytest.mark.parametrize(
    ("status", "headers", "kind", "why"),
    [
        (302, [("Location", f"{BASE}/20220701000000id_/{PAGE}")], Elsewhere, "the nearest capture"),
        (302, [("Location", f"http://web.archive.org/web/20220701000000/{PAGE}")], Elsewhere, "plain http is the same"),
        (302, [("Location", f"/web/20220701000000/{PAGE}")], Elsewhere, "relative"),
        (302, [("Location", "https://archive.example/")], Unusable, "out of the archive"),
        (302, [("Location", "https://web.archive.org/donate")], Unusable, "to something else of the archive"),
        (302, [("Location", "http://[")], Unusable, "to nowhere"),
        (302, [], Unusable, "to nothing"),
        (404, [], NeverArchived, "never archived"),
        (200, [], Unusable, "a page of the archive's own"),
        (403, [], Unusable, "a refusal that gives no reason is not an exclusion"),
        (429, [], Unusable, "throttled"),
        (503, [], Unusable, "out of order"),
    ],
)
def test_without_it_the_archive_speaks(status: int, headers: list[tuple[str, str]], kind: type, why: str) -> None:
    assert isinstance(answer(status, *headers), kind), why


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        ("excluded 403", "administration"),
        ("excluded 403 without header", "administration"),
        ("robots 403", "robots"),
        ("robots in a row", "robots"),
        ("excluded page", "by the archive"),
    ],
)
def test_an_exclusion_is_told_with_its_reason(fault: str, why: str) -> None:
    status, headers, body = ANSWERS[fault]
    excluded = read_exclusion(Response(ASKED, status, Headers(tuple(headers)), body))
    assert excluded is not None
    assert why in excluded.why


@pytest.mark.parametrize(
    "fault", ["403", "404", "429", "500", "503", "maintenance", "not an index", "excluded as empty"]
)
def test_what_is_no_exclusion(fault: str) -> None:
    status, headers, body = ANSWERS[fault]
    assert read_exclusion(Response(ASKED, status, Headers(tuple(headers)), body)) is None


def test_a_listing_that_names_such_an_exception_is_no_exclusion() -> None:
    body = (
        b'[["timestamp","original"],' + b'["20220601120000","https://example.org/RobotAccessControlException"],' * 100
    )
    assert read_exclusion(Response(ASKED, 200, Headers(), body)) is None


@pytest.mark.parametrize(
    ("base", "url", "expected"),
    [
        (BASE, f"{BASE}/2022/{PAGE}", True),
        (BASE, f"http://web.archive.org:80/web/2022/{PAGE}", True),
        (BASE, f"https://web.archive.org:8443/web/2022/{PAGE}", False),
        (BASE, f"https://web.archive.org.example/web/2022/{PAGE}", False),
        (BASE, "https://web.archive.org/save/x", False),
        (BASE, "https://web.archive.org:port/web/x", False),
        ("http://127.0.0.1:8080/sim/web", f"http://127.0.0.1:8080/sim/web/2022/{PAGE}", True),
    ],
)
def test_what_lies_within_the_archive(base: str, url: str, expected: bool) -> None:
    assert within(base, url) is expected


def test_the_path_in_an_archive() -> None:
    assert path_in(BASE, f"{BASE}/2022/{PAGE}?a=b") == f"/2022/{PAGE}?a=b"
    assert path_in("http://127.0.0.1:8080/sim/web", f"http://127.0.0.1:8080/sim/web/2022/{PAGE}") == f"/2022/{PAGE}"


LINK = (
    f'<{PAGE}?a,b;c>; rel="original", <{BASE}/timemap/link/{PAGE}>; rel="timemap"; type="application/link-format", '
    f'<{BASE}/{PAGE}>; rel="timegate", '
    f'<{BASE}/20100101000000/{PAGE}>; rel="first memento"; datetime="Fri, 01 Jan 2010 00:00:00 GMT", '
    f'<{BASE}/20220601120000/{PAGE}>; rel="memento"; datetime="Wed, 01 Jun 2022 12:00:00 GMT", '
    f'<{BASE}/20230101000000/{PAGE}>; rel="next last memento"; datetime="Sun, 01 Jan 2023 00:00:00 GMT"'
)


@pytest.mark.parametrize(
    ("link", "expected", "why"),
    [
        (LINK, ("20100101000000", "20220601120000", "20230101000000"), "as the archive writes it"),
        ("", (), "none"),
        ("<a>; rel=memento; datetime=never", (), "no date"),
        ('<a>; datetime="Fri, 01 Jan 2010 00:00:00 GMT"; rel=memento', ("20100101000000",), "in another order"),
        ('<a>; rel="original"; datetime="Fri, 01 Jan 2010 00:00:00 GMT"', (), "not a capture"),
        ("<a", (), "cut off"),
    ],
)
def test_neighbours_in_a_link_header(link: str, expected: tuple[str, ...], why: str) -> None:
    assert linked_mementos(link) == expected, why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wed, 01 Jun 2022 12:00:00 GMT", "20220601120000"),
        ("Wed, 01 Jun 2022 12:00:00", "20220601120000"),
        ("Wed, 01 Jun 2022 14:00:00 +0200", "20220601120000"),
        ("Wed, 31 Jun 2022 12:00:00 GMT", None),
        ("Fri, 31 Dec 9999 23:59:59 -2300", None),
        ("", None),
    ],
)
def test_the_time_of_a_memento(text: str, expected: str | None) -> None:
    assert memento_time(text) == expected


@given(
    st.integers(100, 599),
    st.dictionaries(
        st.sampled_from(["Memento-Datetime", "Location", "Link", "X-Archive-Wayback-Runtime-Error"]),
        st.text(max_size=60),
    ),
    st.binary(max_size=50),
    st.text(max_size=60),
)
def test_no_answer_makes_it_raise(status: int, headers: dict[str, str], body: bytes, url: str) -> None:
    answer(status, *headers.items(), body=body, url=f"{BASE}/{url}")


@pytest.mark.parametrize("unit", ["<", "<a>", "<a>;", '<a>; rel="', "; a=b", ",", '"'])
def test_long_headers_take_no_time(unit: str) -> None:
    with at_most(2):
        linked_mementos(unit * (1_000_000 // len(unit)))
