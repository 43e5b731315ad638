"""Heads that are read in one go are those that h11 reads the same way; all else is left to h11."""

from __future__ import annotations

import h11
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.web.exchange import FailureKind
from verifier.web.plain_head import plain_head
from verifier.web.resolve import NetworkError
from verifier.web.wire import request_bytes

FINE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nhello"


def by_h11(data: bytes) -> tuple[int, list[tuple[bytes, bytes]], bytes, bool]:
    """Status, headers and body of an answer, and whether its connection may be used again, as h11 reads it."""
    state = h11.Connection(h11.CLIENT)
    state.send(h11.Request(method="GET", target="/", headers=[("Host", "h")]))
    state.send(h11.EndOfMessage())
    state.receive_data(data)
    head = state.next_event()
    assert isinstance(head, h11.Response)
    body = b""
    while isinstance(event := state.next_event(), h11.Data):
        body += event.data
    assert isinstance(event, h11.EndOfMessage)
    open_still = state.their_state is h11.DONE and state.trailing_data == (b"", False)
    return head.status_code, head.headers.raw_items(), body, open_still


def test_a_plain_head_is_read() -> None:
    head = plain_head(FINE)
    assert head is not None and head.status_code == 200 and head.length == 5 and head.stays_open
    assert FINE[head.body_at :] == b"hello"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(FINE.replace(b"1.1", b"1.0"), id="HTTP/1.0 closes by itself"),
        pytest.param(FINE.replace(b"200 OK", b"100 Continue"), id="1xx is no answer yet"),
        pytest.param(FINE.replace(b"200 OK", b"204 No Content"), id="204 has no body"),
        pytest.param(FINE.replace(b"200 OK", b"304 Not Modified"), id="nor has 304"),
        pytest.param(FINE.replace(b"200 OK", b"2000 OK"), id="a status of four digits"),
        pytest.param(FINE.replace(b"200 OK", b"200\xc2\xa0OK"), id="no space after the status"),
        pytest.param(FINE.replace(b"Content-Length: 5", b"Transfer-Encoding: chunked"), id="chunked"),
        pytest.param(FINE.replace(b"\r\n\r\n", b"\r\nTransfer-Encoding: chunked\r\n\r\n"), id="both framings"),
        pytest.param(FINE.replace(b"\r\n\r\n", b"\r\ncontent-length: 6\r\n\r\n"), id="two lengths"),
        pytest.param(FINE.replace(b"\r\n\r\n", b"\r\nContent-Length: 5\r\n\r\n"), id="the same length twice"),
        pytest.param(FINE.replace(b": 5", b": 5, 5"), id="a list of lengths"),
        pytest.param(FINE.replace(b": 5", b": +5"), id="a sign"),
        pytest.param(FINE.replace(b": 5", b": 0x5"), id="hexadecimal"),
        pytest.param(FINE.replace(b": 5", b": " + b"9" * 30), id="an endless length"),
        pytest.param(FINE.replace(b"Content-Length: 5\r\n", b""), id="no length"),
        pytest.param(FINE.replace(b"Length: 5", b"Length : 5"), id="a space before the colon"),
        pytest.param(FINE.replace(b"text/html\r\n", b"text/html\r\n folded\r\n"), id="a folded line"),
        pytest.param(FINE.replace(b"text/html\r\n", b"text/html\n"), id="a bare line feed"),
        pytest.param(FINE.replace(b"text/html", b"text\x00html"), id="a zero byte"),
        pytest.param(FINE.replace(b"text/html", b"text\rhtml"), id="a bare carriage return"),
        pytest.param(FINE.replace(b"Content-Type", b"Content Type"), id="a space in a name"),
        pytest.param(FINE[:40], id="not all there"),
        pytest.param(b"\r\n" + FINE, id="a line before it"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_what_leaves_anything_open_is_left_to_h11(data: bytes) -> None:
    assert plain_head(data) is None


@pytest.mark.parametrize("value", [b"close", b"Close", b"keep-alive, close", b"upgrade", b""])
def test_only_a_connection_said_to_stay_stays(value: bytes) -> None:
    head = plain_head(FINE.replace(b"\r\n\r\n", b"\r\nConnection: " + value + b"\r\n\r\n"))
    assert head is not None and not head.stays_open


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [b"Content-Length: 5", b"content-length:5 ", b"Content-Length: 0", b"Transfer-Encoding: chunked",
             b"Connection: close", b"Connection: keep-alive", b"Content-Type: text/html", b" folded", b"X: \t a\tb "]
        ),
        st.binary(max_size=12),
        st.text(alphabet="aZ-:; \t\r\n\x0b\x7f\u00e9", max_size=10).map(str.encode),
    ),
    max_size=5,
)  # fmt: skip


@given(
    st.sampled_from(
        [b"HTTP/1.1 200 OK", b"HTTP/1.1 404 ", b"HTTP/1.1 301 \xe9", b"HTTP/1.0 200 OK", b"HTTP/1.1 204 x"]
    ),
    LINES,
    st.sampled_from([b"hello", b"", b"hello, and more", b"5\r\nhello\r\n0\r\n\r\n"]),
)
def test_it_never_reads_otherwise_than_h11(status: bytes, lines: list[bytes], body: bytes) -> None:
    data = b"\r\n".join([status, *lines, b"Content-Length: 5" if body == b"hello" else b"X-Last: 1", b"", b""]) + body
    head = plain_head(data)
    if head is None or len(data) - head.body_at < head.length:
        return
    code, headers, read, open_still = by_h11(data)
    assert (head.status_code, head.headers) == (code, headers)
    assert data[head.body_at :][: head.length] == read
    rest = data[head.body_at + head.length :]
    assert not (head.stays_open and not rest) or open_still


@pytest.mark.parametrize(
    ("netloc", "target", "headers"),
    [
        ("h.example", b"/a b", ()),
        ("h.example", b"/a\r\nX: 1", ()),
        ("h.example", b"", ()),
        ("h.example\r\nX: 1", b"/", ()),
        ("h.example", b"/", (("Cookie", "a=b\r\nX: 1"),)),
        ("h.example", b"/", (("Cookie", "a=\x00"),)),
        ("h.example", b"/", (("X: 1\r\nY", "1"),)),
        ("h.example", b"/", (("", "1"),)),
    ],
)
def test_nothing_in_a_request_begins_another_line(netloc: str, target: bytes, headers: tuple[tuple[str, str]]) -> None:
    with pytest.raises(NetworkError) as caught:
        request_bytes(netloc, target, headers)
    assert caught.value.kind is FailureKind.MALFORMED


def test_requests_as_they_are_sent() -> None:
    assert request_bytes("h.example", b"/a?b", (("Cookie", "a=\u00e9"),)) == (
        "GET /a?b HTTP/1.1\r\nHost: h.example\r\nCookie: a=\u00e9\r\n\r\n".encode()
    )
    assert request_bytes("h.example:81", b"/", (), b"a=1") == (
        b"POST / HTTP/1.1\r\nHost: h.example:81\r\nContent-Length: 3\r\n\r\na=1"
    )
