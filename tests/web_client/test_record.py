"""Records: what is written opens in other programs' readers, holds no secret, and answers again just as it was."""

from __future__ import annotations

import asyncio
import base64
import gzip
import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from verifier.model.errors import UsageError
from verifier.pipeline.secrecy import concealed
from verifier.web.exchange import Failure, FailureKind, Headers, Request, Response
from verifier.web.record import Record, RecordingFetcher, begin
from verifier.web.replay import Recorded, RecordedTime, ReplayFetcher

BEGUN = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
PAGE = "https://example.org/statement"
HTML = (("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip"), ("Content-Length", "9"))


class Scripted:
    """A fetcher that gives each request its answer; a list is given one after the other, but for the last as tries."""

    def __init__(self, *exchanges: tuple[Request, Response | Failure | list[Response | Failure]]) -> None:
        self.exchanges = list(exchanges)
        self.record: Record | None = None

    async def fetch(self, request: Request) -> Response | Failure:
        _, answer = next(exchange for exchange in self.exchanges if exchange[0] is request)
        tries = answer if isinstance(answer, list) else [answer]
        for one in tries:
            self.record.tried(request, one)
        return tries[-1]


def recorded(path: Path, *exchanges: tuple[Request, Response | Failure | list[Response | Failure]]) -> Path:
    begin(path, {"software": "verifier 1.0", "seed": "s"}, BEGUN)
    script = Scripted(*exchanges)
    with Record(path, concealed, "verifier/1.0", now=lambda: BEGUN) as record:
        script.record = record
        fetcher = RecordingFetcher(script, record)
        for request, _ in exchanges:
            asyncio.run(fetcher.fetch(request))
    return path


def replayed(path: Path, *requests: Request) -> list[Response | Failure]:
    fetcher = ReplayFetcher(Recorded(path), concealed)
    return [asyncio.run(fetcher.fetch(request)) for request in requests]


def records(path: Path) -> list[tuple[str, str, bytes]]:
    """Type, address and content of every record, as warcio reads them."""
    with path.open("rb") as file:
        return [
            (one.rec_type, one.rec_headers.get_header("WARC-Target-URI"), one.content_stream().read())
            for one in ArchiveIterator(file, check_digests="raise")
        ]


@pytest.mark.parametrize("name", ["run.warc.gz", "run.warc"])
def test_another_reader_finds_every_exchange(tmp_path: Path, name: str) -> None:
    gone = Request("https://gone.example/a")
    path = recorded(
        tmp_path / name,
        (Request(PAGE), Response(PAGE, 200, Headers(HTML), b"<p>Hello", requests=1)),
        (gone, Failure(gone.url, FailureKind.NXDOMAIN, "the name gone.example does not exist (NXDOMAIN)", requests=0)),
    )
    assert [(kind, url) for kind, url, _ in records(path)] == [
        ("warcinfo", None),
        ("response", PAGE),
        ("request", PAGE),
        ("metadata", gone.url),
    ]
    assert records(path)[1][2] == b"<p>Hello"
    assert b'"failure": "nxdomain"' in records(path)[3][2]
    with path.open("rb") as file:
        response = list(ArchiveIterator(file))[1]
    digest = base64.b32encode(hashlib.sha1(b"<p>Hello").digest()).decode()
    assert response.rec_headers.get_header("WARC-Payload-Digest") == f"sha1:{digest}"
    assert response.http_headers.get_header("Content-Encoding") is None, "the body is kept decoded"
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Response(PAGE, 200, Headers(HTML), b"<p>\xff\x00Hello\r\n\r\nthere", elapsed_ms=81), "a page, bytes and all"),
        (Response(PAGE, 204, Headers(), b""), "nothing"),
        (Response(PAGE, 200, Headers((("X-Empty", ""), ("X-Empty", "2"))), b"a"), "empty and repeated headers"),
        (Response(PAGE, 302, Headers((("Location", "/übung: neu"),))), "a header that is not ASCII"),
        (Response(PAGE, 999, Headers(), b"no"), "a status of no standard"),
        (Response(PAGE, 200, Headers(), b"x" * 100_000, complete=False, requests=3), "cut where reading stopped"),
        (Failure(PAGE, FailureKind.TLS, "example.org: the certificate has expired", "expired", answered=True), "TLS"),
        (Failure(PAGE, FailureKind.READ_TIMEOUT, "did not answer in 20 s", elapsed_ms=20_000, requests=2), "silence"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_answer_comes_back_as_it_was(tmp_path: Path, answer: Response | Failure, why: str) -> None:
    request = Request(PAGE)
    assert replayed(recorded(tmp_path / "run.warc.gz", (request, answer)), request) == [answer], why


@given(
    status=st.integers(100, 599),
    body=st.binary(max_size=300),
    values=st.lists(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]), max_size=30), max_size=4),
)
def test_any_answer_comes_back_as_it_was(tmp_path_factory, status: int, body: bytes, values: list[str]) -> None:
    headers = Headers(tuple((f"X-{number}", value.strip()) for number, value in enumerate(values)))
    answer, request = Response(PAGE, status, headers, body), Request(PAGE)
    path = recorded(tmp_path_factory.mktemp("record") / "run.warc.gz", (request, answer))
    assert replayed(path, request) == [answer]


def test_answers_come_in_the_order_in_which_they_came_and_the_last_one_stays(tmp_path: Path) -> None:
    plain, conditional = Request(PAGE), Request(PAGE, headers={"If-None-Match": '"a"'})
    first, second, same = (Response(PAGE, status) for status in (503, 200, 304))
    path = recorded(tmp_path / "run.warc.gz", (plain, first), (conditional, same), (Request(PAGE), second))
    assert replayed(path, plain, plain, plain, conditional) == [first, second, second, same]


def test_a_request_made_otherwise_gets_what_the_address_answered(tmp_path: Path) -> None:
    path = recorded(tmp_path / "run.warc.gz", (Request(PAGE), Response(PAGE, 200, body=b"x" * 90)))
    smaller, form = replayed(path, Request(PAGE, max_body=10), Request(PAGE, form={"url": "a"}))
    assert (smaller.body, smaller.complete) == (b"x" * 10, False)
    assert form.kind is FailureKind.GIVEN_UP, "a form asks for more than an address"


def test_a_place_on_the_page_is_not_part_of_the_address(tmp_path: Path) -> None:
    request = Request(f"{PAGE}#part-2")
    path = recorded(tmp_path / "run.warc.gz", (request, Response(request.url, 200, body=b"a")))
    assert records(path)[1][1] == PAGE
    assert replayed(path, Request(f"{PAGE}#part-3", max_body=7)) == [Response(f"{PAGE}#part-3", 200, body=b"a")]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (b'"ms": 0', b'"ms": {}', "a number that is none"),
        (b'"ms": 0', b'"ms": 1e999', "a number without end"),
        (b"HTTP/1.1 200", b"HTTP/1.1 two", "a status that is none"),
        (b"HTTP/1.1 200", b"HTTP/1.1 -20", "a status below all"),
        (b"WARC-Date: 2026", b"WARC-Date: 9999", "a time that cannot be calculated with"),
        (b"X-Verifier: {", b"X-Verifier: [" + b"[" * 20_000, "a field that is too deep"),
    ],
)
def test_a_record_that_somebody_has_changed_is_no_danger(tmp_path: Path, old: bytes, new: bytes, why: str) -> None:
    path = recorded(tmp_path / "run.warc", (Request(PAGE), Response(PAGE, 200, body=b"a")))
    path.write_bytes(path.read_bytes().replace(old, new))
    assert replayed(path, Request(PAGE))[0].kind is FailureKind.GIVEN_UP, why


def test_a_record_without_a_length_is_where_the_file_ends(tmp_path: Path) -> None:
    path = recorded(tmp_path / "run.warc", (Request(PAGE), Response(PAGE, 200, body=b"a")))
    first, second = path.read_bytes().split(b"WARC/1.1\r\n")[1:3]
    path.write_bytes(b"WARC/1.1\r\n" + first + b"WARC/1.1\r\n" + second.replace(b"Content-Length", b"Content-Width"))
    assert Recorded(path).cut_short


@pytest.mark.parametrize("endless", [b"X: " + b"a" * 3_000_000, b"X: a\r\n" * 500_000], ids=["one line", "many lines"])
def test_a_head_without_end_is_not_read_to_its_end(tmp_path: Path, endless: bytes) -> None:
    path = recorded(tmp_path / "run.warc.gz", (Request(PAGE), Response(PAGE, 200)))
    path.write_bytes(path.read_bytes() + gzip.compress(b"WARC/1.1\r\n" + endless + b"\r\n\r\n"))
    assert Recorded(path).cut_short
    assert replayed(path, Request(PAGE)) == [Response(PAGE, 200)], "what stands before it still answers"


def test_what_a_failure_says_is_text(tmp_path: Path) -> None:
    path = recorded(tmp_path / "run.warc", (Request(PAGE), Failure(PAGE, FailureKind.TLS, "[]", "{} ")))
    path.write_bytes(path.read_bytes().replace(b'"[]"', b"[[]]").replace(b'"{} "', b"{}   "))
    assert [type(text) for one in replayed(path, Request(PAGE)) for text in (one.message, one.detail)] == [str, str]


def test_no_more_is_read_than_was_asked_for(tmp_path: Path) -> None:
    path = recorded(tmp_path / "run.warc.gz", (Request(PAGE), Response(PAGE, 200, body=b"\0" * 5_000_000)))
    assert path.stat().st_size < 50_000
    answer = replayed(path, Request(PAGE))[0]
    assert (len(answer.body), answer.complete) == (1_000_000, False)


def test_what_is_not_in_the_record_is_told(tmp_path: Path) -> None:
    path = recorded(tmp_path / "run.warc.gz", (Request(PAGE), Response(PAGE, 200)))
    known = Recorded(path)
    answer = asyncio.run(ReplayFetcher(known, concealed).fetch(Request("https://example.org/other?token=0123456789")))
    assert (answer.kind, answer.requests) == (FailureKind.GIVEN_UP, 0)
    assert [*known.missing] == ["https://example.org/other?token=masked-84d"]


def test_tries_are_kept_and_not_replayed(tmp_path: Path) -> None:
    request, busy, fine = Request(PAGE), Response(PAGE, 503, body=b"busy"), Response(PAGE, 200, body=b"fine")
    path = recorded(tmp_path / "run.warc.gz", (request, [busy, fine]))
    assert [body for kind, _, body in records(path) if kind == "response"] == [b"busy", b"fine"]
    assert replayed(path, request) == [fine]


SECRET, COOKIE, KEY = "s3cr3t-share-token", "c00kie-value", "Bearer-0123456789"


def test_nothing_secret_is_written(tmp_path: Path) -> None:
    url = f"https://files.example/a?token={SECRET}&page=2"
    asked = Request(url, headers={"Cookie": f"sid={COOKIE}", "Authorization": KEY, "X-Api-Key": KEY})
    sent = Headers(
        (
            ("Set-Cookie", f"sid={COOKIE}; Path=/; Secure"),
            ("Location", f"https://login.example/?access_token={SECRET}x"),
        )
    )
    path = recorded(
        tmp_path / "run.warc.gz",
        (asked, Response(url, 302, sent, f'<a href="{url}">here</a>'.encode())),
        (Request(f"https://me:{KEY}@example.org/"), Response("https://example.org/", 200)),
    )
    data = gzip.decompress(path.read_bytes())
    assert not [secret for secret in (SECRET, COOKIE, KEY) if secret.encode() in data]
    answer = replayed(path, asked)[0]
    assert answer.url == url, "who replays has the letter, and the link with it"
    assert answer.headers.all("set-cookie") == ("sid=***; Path=/; Secure",)
    assert b"&page=2" in data, "what is no secret stays"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Location", f"/reset?token={SECRET}"),
        ("Location", f"//login.example/?a=1,2&token={SECRET}"),
        ("Location", f"https://me:{SECRET}@example.net/"),
        ("Location", f"?access%5Ftoken={SECRET}"),
        ("Link", f'</a?token={SECRET}>; rel="next"'),
        ("Refresh", f"0; url=/a?token={SECRET}"),
        ("Refresh", f"0;URL=https://me:{SECRET}@example.net/"),
    ],
)
def test_no_secret_is_written_of_where_an_answer_leads(tmp_path: Path, name: str, value: str) -> None:
    answer = Response(PAGE, 302, Headers(((name, value),)), f"Moved to {SECRET}".encode())
    path = recorded(tmp_path / "run.warc", (Request(PAGE, headers={"Referer": f"{PAGE}?token={SECRET}"}), answer))
    assert SECRET.encode() not in path.read_bytes()


def test_two_secrets_of_one_address_are_told_apart(tmp_path: Path) -> None:
    first, second = (Request(f"https://files.example/a?token={letter * 20}") for letter in "ab")
    answers = Response(first.url, 200, body=b"1"), Response(second.url, 404)
    path = recorded(tmp_path / "run.warc.gz", *zip((first, second), answers, strict=True))
    assert replayed(path, second, first) == [answers[1], answers[0]]


def test_a_record_is_never_written_over(tmp_path: Path) -> None:
    path = recorded(tmp_path / "run.warc.gz")
    with pytest.raises(UsageError, match="there is such a file already"):
        begin(path, {}, BEGUN)
    with pytest.raises(UsageError, match="cannot be written"):
        begin(tmp_path / "run.warc.gz" / "b.warc", {}, BEGUN)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a record",
        gzip.compress(b"WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 9\r\n\r\na: b\r\n\r\n", mtime=0),
    ],
    ids=["empty", "text", "another program's"],
)
def test_what_is_no_record_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.warc.gz").write_bytes(data)
    with pytest.raises(UsageError, match="not a record of this program"):
        Recorded(tmp_path / "a.warc.gz")
    with pytest.raises(UsageError, match="No such file"):
        Recorded(tmp_path / "missing.warc.gz")


def test_a_record_that_was_cut_short_answers_as_far_as_it_goes(tmp_path: Path) -> None:
    other = Request("https://example.org/other")
    path = recorded(
        tmp_path / "run.warc.gz",
        (Request(PAGE), Response(PAGE, 200)),
        (other, Response(other.url, 200, body=b"a")),
    )
    path.write_bytes(path.read_bytes()[:-40])
    known = Recorded(path)
    assert known.cut_short
    assert "ends in the middle" in known.words
    assert replayed(path, Request(PAGE)) == [Response(PAGE, 200)]


def test_the_time_is_the_records() -> None:
    time = RecordedTime(BEGUN)
    asyncio.run(time.sleep(86_400))
    assert (time.now(), time.monotonic()) == (BEGUN, 86_400)
