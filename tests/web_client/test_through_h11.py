"""Answers that leave something to interpret: read as h11 alone reads them, and none makes it work without end."""

from __future__ import annotations

import h11
import pytest

from tests.web_client.loopback import Peer, ask
from verifier.web.exchange import Failure, FailureKind, Response

PAGE = "http://site.example/page"
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"


def answered(data: bytes, piece: int = 65_536) -> Response | Failure:
    """What the client makes of `data`, sent in pieces of so many bytes."""

    async def sending(peer: Peer) -> None:
        await peer.request()
        for at in range(0, len(data), piece):
            await peer.send(data[at : at + piece])
        peer.writer.write_eof()
        await peer.request()

    answers, _ = ask(sending, PAGE)
    return answers[0]


def as_h11_reads(data: bytes) -> tuple[int, bytes]:
    """Status code and body, by h11 alone and in one go."""
    state = h11.Connection(h11.CLIENT)
    state.send(h11.Request(method=b"GET", target=b"/", headers=[(b"Host", b"site.example")]))
    state.send(h11.EndOfMessage())
    state.receive_data(data)
    state.receive_data(b"")
    status, body = 0, b""
    while not isinstance(event := state.next_event(), h11.EndOfMessage):
        if isinstance(event, h11.Response):
            status = event.status_code
        elif isinstance(event, h11.Data):
            body += event.data
    return status, body


@pytest.mark.parametrize("piece", [1, 7, 65_536])
@pytest.mark.parametrize(
    "data",
    [
        pytest.param(CHUNKED + b"\r\n3\r\nabc\r\n2;name=value\r\nde\r\n0\r\n\r\n", id="chunks, one with an extension"),
        pytest.param(CHUNKED + b"\r\n1\r\nx\r\n0\r\nX-After: 1\r\n\r\n", id="a trailer"),
        pytest.param(CHUNKED + b"X-Long: a,\r\n b,\r\n\tc\r\n\r\n1\r\nx\r\n0\r\n\r\n", id="a header on three lines"),
        pytest.param(
            b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + CHUNKED + b"\r\n0\r\n\r\n", id="interim first"
        ),
        pytest.param(b"HTTP/1.0 404 Not Found\r\n\r\n<p>gone", id="up to the end of the connection"),
        pytest.param(
            b"HTTP/1.1 200 OK\nContent-Length: 2\nContent-Length: 2\n\nok", id="bare line feeds, twice a length"
        ),
        pytest.param(CHUNKED + b"\r\n2710\r\n" + b"\t" * 10_000 + b"\r\n0\r\n\r\n", id="a body may be all blanks"),
    ],
)
def test_an_answer_is_read_as_h11_reads_it_however_it_comes(data: bytes, piece: int) -> None:
    if piece == 1 and len(data) > 1_000:
        piece = 1_000
    got = answered(data, piece)
    assert isinstance(got, Response) and got.complete
    assert (got.status_code, got.body) == as_h11_reads(data)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(CHUNKED + b"X:" + b"\t" * 60_000 + b"\x01\r\n\r\n", "blanks", id="a header of tabs"),
        pytest.param(CHUNKED + b"X:" + b"\r\n " * 30_000 + b"\x01\r\n\r\n", "blanks", id="one of lines that go on"),
        pytest.param(
            b"HTTP/1.1 103 Early Hints\r\n\r\n" + CHUNKED + b"X:" + b" " * 60_000 + b"\x01\r\n\r\n",
            "blanks",
            id="behind an interim answer",
        ),
        pytest.param(CHUNKED + b"\r\n1;" + b"\t" * 60_000 + b"\nx\r\n", "no known size", id="a chunk's extension"),
        pytest.param(CHUNKED + b"\r\n0\r\nX:" + b"\t" * 60_000 + b"\x01\r\n\r\n", "no known size", id="a trailer"),
    ],
)
def test_what_would_keep_the_parser_busy_is_refused(data: bytes, told: str) -> None:
    got = answered(data)
    assert isinstance(got, Failure) and got.kind is FailureKind.PROTOCOL and told in got.message
