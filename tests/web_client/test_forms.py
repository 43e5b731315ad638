"""Forms: posted once, whole, over a connection of their own, and never sent again by themselves."""

from __future__ import annotations

import pytest

from tests.web_client.loopback import Peer, answer, ask, replies
from verifier.web.exchange import Failure, FailureKind, Request, Response

PAGE = "http://site.example/save"
FORM = {"url": "https://example.org/a?b=c&d=é", "capture_all": "1"}
SENT = b"url=https%3A%2F%2Fexample.org%2Fa%3Fb%3Dc%26d%3D%C3%A9&capture_all=1"


async def taking_forms(peer: Peer) -> None:
    """Answers each request with its method and body."""
    while head := await peer.request():
        length = next((line for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), b":0")
        body = await peer.reader.readexactly(int(length.partition(b":")[2]))
        await peer.send(answer(head.split(b" ")[0] + b" " + body))


def test_a_form_is_posted() -> None:
    (got, after), server = ask(
        taking_forms, Request(PAGE, {"X-Key": "1", "accept": "application/json"}, form=FORM), Request(PAGE)
    )
    assert isinstance(got, Response)
    assert got.body == b"POST " + SENT
    assert isinstance(after, Response)
    assert after.body == b"GET "
    head = server.requests[0].lower()
    assert b"content-type: application/x-www-form-urlencoded\r\n" in head
    assert b"x-key: 1\r\n" in head
    assert head.count(b"content-length:") == 1
    assert head.count(b"accept:") == 1, "what a request says of its own takes the place of what the client says"
    assert b"accept: application/json\r\n" in head
    assert b"content-" not in server.requests[1].lower(), "a GET carries no body"


def test_an_empty_form_is_a_form() -> None:
    (got,), _ = ask(taking_forms, Request(PAGE, form={}))
    assert isinstance(got, Response)
    assert got.body == b"POST "


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable", "500 Internal Server Error"])
def test_a_form_is_not_sent_again_after_an_error(status: str) -> None:
    (got,), server = ask(replies(answer(b"", status, Connection="close")), Request(PAGE, form=FORM), retries=3)
    assert isinstance(got, Response)
    assert len(server.requests) == 1


async def hanging_up(peer: Peer) -> None:
    """Answers the first request of a connection, and takes the second without a word."""
    await peer.request()
    await peer.send(answer())
    if await peer.request():
        peer.reset()


def test_a_form_goes_over_a_connection_of_its_own() -> None:
    """On a used connection a hang-up would leave open whether the form was taken."""
    (_, got), server = ask(hanging_up, Request(PAGE), Request(PAGE, form=FORM))
    assert isinstance(got, Response)
    assert [number for number, _ in server.log] == [1, 2]


def test_a_form_whose_fate_is_unknown_is_not_sent_again() -> None:
    async def taking_and_leaving(peer: Peer) -> None:
        await peer.request()
        peer.reset()

    (got,), server = ask(taking_and_leaving, Request(PAGE, form=FORM), retries=3)
    assert isinstance(got, Failure)
    assert got.kind is FailureKind.RESET
    assert len(server.requests) == 1


def test_the_headers_of_a_request_are_not_shown() -> None:
    assert "secret" not in repr(Request(PAGE, {"Authorization": "LOW key:secret"}))
