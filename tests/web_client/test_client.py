"""The fetcher against servers that behave, misbehave and lie, over real sockets."""

from __future__ import annotations

import asyncio
import gzip
import socket
import time
import zlib
from ipaddress import ip_network

import pytest

from tests.web_client.loopback import Peer, answer, ask, config, no_wait, replies, serving
from verifier.model.errors import UsageError
from verifier.web.client import HttpFetcher
from verifier.web.config import ClientConfig, HostConfig, user_agent
from verifier.web.exchange import Failure, FailureKind, Request, Response
from verifier.web.overrides import parse_override
from verifier.web.pacing import Pacer

PAGE = "http://site.example/page"


def one(handler, request=PAGE, **changes):
    answers, server = ask(handler, request, **changes)
    return answers[0], server


# --- the request that is sent


def test_the_request_is_an_honest_get():
    got, server = one(
        replies(answer()),
        "http://site.example/a%20b?q=%F6&x=[1]#part",
        user_agent=user_agent("https://example.org/who"),
    )
    lines = server.requests[0].decode().split("\r\n")
    assert lines[0] == "GET /a%20b?q=%F6&x=[1] HTTP/1.1"
    sent = dict(line.split(": ", 1) for line in lines[1:] if line)
    assert sent["Host"] == "site.example"
    assert sent["User-Agent"].startswith("verifier/") and "(+https://example.org/who)" in sent["User-Agent"]
    assert sent["Accept-Encoding"] == "gzip, deflate"
    assert "Cookie" not in sent
    assert isinstance(got, Response) and got.status_code == 200 and got.body == b"hello" and got.complete


def test_credentials_in_a_url_are_never_sent_nor_shown():
    got, server = one(replies(answer()), "http://user:secret@site.example/page")
    assert b"secret" not in server.requests[0] and b"uthorization" not in server.requests[0]
    assert got.url == PAGE


def test_headers_of_the_request_and_of_the_host_are_added():
    hosts = {"site.example": HostConfig(headers=(("X-Key", "1"),))}
    _, server = one(replies(answer()), Request(PAGE, headers={"If-None-Match": '"a"'}), hosts=hosts)
    assert b"X-Key: 1\r\n" in server.requests[0] and b'If-None-Match: "a"\r\n' in server.requests[0]


def test_headers_of_one_host_are_not_sent_to_another():
    hosts = {"site.example": HostConfig(headers=(("X-Key", "1"),))}
    _, server = one(replies(answer()), "http://other.example/", hosts=hosts)
    assert b"X-Key" not in server.requests[0]


def test_cookies_are_not_kept_between_requests():
    _, server = ask(replies(answer(Set_Cookie="a=b; Path=/")), PAGE, PAGE)
    assert len(server.requests) == 2 and not any(b"ookie" in request for request in server.requests)


def test_redirects_are_not_followed():
    got, server = one(replies(answer(b"", "301 Moved Permanently", Location="/elsewhere")))
    assert got.status_code == 301 and got.headers.get("location") == "/elsewhere" and len(server.requests) == 1


@pytest.mark.parametrize(
    "location", [b"mailto:x@example.org", b"http://[::1", b"\xc3\xa4", b"\xe4", b"javascript:alert(1)", b""]
)
def test_an_odd_location_is_handed_on_and_never_raises(location):
    raw = b"HTTP/1.1 302 Found\r\nLocation: " + location + b"\r\nContent-Length: 0\r\n\r\n"
    got, _ = one(replies(raw))
    assert got.status_code == 302
    assert got.headers.get("location") == (location.decode("utf-8") if location != b"\xe4" else "ä")


# --- reading within bounds


@pytest.mark.parametrize(
    ("coding", "encoded"),
    [
        ("gzip", gzip.compress(b"words " * 100, mtime=0)),
        ("x-gzip", gzip.compress(b"words " * 100, mtime=0)),
        ("deflate", zlib.compress(b"words " * 100)),
        ("deflate", zlib.compress(b"words " * 100)[2:-4]),
    ],
    ids=["gzip", "x-gzip", "deflate with its header", "deflate without"],
)
def test_content_codings_are_undone(coding, encoded):
    got, _ = one(replies(answer(encoded, Content_Encoding=coding)))
    assert got.body == b"words " * 100 and got.complete


def test_a_bomb_is_cut_at_the_limit():
    bomb = gzip.compress(b"\0" * 50_000_000)
    got, _ = one(replies(answer(bomb, Content_Encoding="gzip")), Request(PAGE, max_body=10_000))
    assert len(got.body) == 10_000 and not got.complete


def test_a_body_of_exactly_the_limit_is_complete():
    got, _ = one(replies(answer(b"x" * 1000)), Request(PAGE, max_body=1000))
    assert len(got.body) == 1000 and got.complete


def test_an_endless_body_is_left_at_the_limit():
    async def endless(peer: Peer) -> None:
        await peer.request()
        await peer.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
        while True:
            await peer.send(b"x" * 65536)

    got, _ = one(endless, Request(PAGE, max_body=100_000))
    assert len(got.body) == 100_000 and not got.complete


def test_less_is_read_of_what_is_no_text():
    got, _ = one(replies(answer(b"%PDF" + b"x" * 5000, Content_Type="application/pdf")), Request(PAGE, max_other=100))
    assert len(got.body) == 100 and not got.complete


def test_a_coding_that_was_not_asked_for_leaves_no_body():
    got, _ = one(replies(answer(b"\x0b\x02", Content_Encoding="zstd")))
    assert got.status_code == 200 and got.body == b"" and not got.complete


def test_a_body_that_is_not_what_its_coding_says():
    got, _ = one(replies(answer(b"<h1>plain</h1>", Content_Encoding="gzip")))
    assert isinstance(got, Failure) and got.kind is FailureKind.PROTOCOL and got.answered


def test_an_error_keeps_its_status_though_its_body_cannot_be_read():
    got, _ = one(replies(answer(b"<h1>plain</h1>", "404 Not Found", Content_Encoding="gzip")))
    assert got.status_code == 404 and not got.complete


def test_chunked_bodies_and_bodies_that_end_with_the_connection():
    async def chunked(peer: Peer) -> None:
        await peer.request()
        await peer.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
        await peer.request()

    async def until_close(peer: Peer) -> None:
        await peer.request()
        await peer.send(b"HTTP/1.0 200 OK\r\n\r\nabcde")
        peer.writer.write_eof()
        await peer.request()

    for handler in (chunked, until_close):
        got, _ = one(handler)
        assert got.body == b"abcde" and got.complete


# --- what goes wrong on the wire


async def _mute(peer: Peer) -> None:
    await peer.request()
    await asyncio.sleep(30)


async def _drip(peer: Peer) -> None:
    await peer.request()
    await peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    while True:
        await peer.send(b"x")
        await asyncio.sleep(0.02)


async def _drip_headers(peer: Peer) -> None:
    await peer.request()
    await peer.send(b"HTTP/1.1 200 OK\r\n")
    while True:
        await peer.send(b"X-A: b\r\n")
        await asyncio.sleep(0.02)


async def _interim(peer: Peer) -> None:
    await peer.request()
    while True:
        await peer.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        await asyncio.sleep(0.02)


async def _reset(peer: Peer) -> None:
    await peer.request()
    import struct

    sock = peer.writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    peer.reset()


async def _close(peer: Peer) -> None:
    await peer.request()


async def _header_bomb(peer: Peer) -> None:
    await peer.request()
    await peer.send(b"HTTP/1.1 200 OK\r\n" + b"X-A: " + b"b" * 2_000_000)


@pytest.mark.parametrize(
    ("handler", "kind", "answered"),
    [
        (_mute, FailureKind.READ_TIMEOUT, False),
        (_drip, FailureKind.READ_TIMEOUT, True),
        (_drip_headers, FailureKind.READ_TIMEOUT, True),
        (_interim, FailureKind.READ_TIMEOUT, True),
        (_reset, FailureKind.RESET, False),
        (_close, FailureKind.RESET, False),
        (_header_bomb, FailureKind.PROTOCOL, True),
        (replies(b"SSH-2.0-x\r\n\r\n"), FailureKind.PROTOCOL, True),
        (replies(b"\x00\x01\x02\xff\r\n\r\n"), FailureKind.PROTOCOL, True),
        (replies(b"HTTP/1.1 two hundred\r\n\r\n"), FailureKind.PROTOCOL, True),
        (replies(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabc"), FailureKind.PROTOCOL, True),
    ],
    ids=[
        "mute",
        "drip",
        "drip headers",
        "interim",
        "reset",
        "close",
        "header bomb",
        "ssh",
        "bytes",
        "status",
        "lengths",
    ],
)
def test_trouble_after_connecting_has_its_name(handler, kind, answered):
    started = time.monotonic()
    got, _ = one(handler, timeout=0.5)
    assert isinstance(got, Failure) and got.kind is kind and got.answered is answered and "site.example" in got.message
    assert "bytearray" not in got.message
    assert time.monotonic() - started < 20


def test_headers_without_end_are_told_in_plain_words():
    got, _ = one(_header_bomb)
    assert isinstance(got, Failure) and "more than 100 KiB of headers" in got.message


def test_a_body_cut_short_is_shown_as_far_as_it_came():
    async def cut(peer: Peer) -> None:
        await peer.request()
        await peer.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\nthe beginning")
        peer.writer.write_eof()
        await asyncio.sleep(1)

    got, server = one(cut, retries=2)
    assert isinstance(got, Response) and got.body == b"the beginning" and not got.complete
    assert got.requests == len(server.requests) == 3


def test_every_request_counts_where_the_first_answer_shows_most():
    async def worse(peer: Peer) -> None:
        if await peer.request() and peer.number == 1:
            await peer.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\nthe beginning")
            peer.writer.write_eof()
            await asyncio.sleep(1)
        peer.reset()

    got, server = one(worse, retries=2)
    assert isinstance(got, Response) and got.body == b"the beginning"
    assert got.requests == len(server.requests) == 3


def test_a_refused_connection_is_a_failure_and_no_answer():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        got = asyncio.run(_fetch(config(unused.getsockname()[1]), PAGE))
    assert isinstance(got, Failure) and got.kind is FailureKind.CONNECT_REFUSED and not got.answered


def test_a_host_that_accepts_no_connection():
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        port = full.getsockname()[1]
        waiting = [socket.socket() for _ in range(4)]
        for one_of_many in waiting:
            one_of_many.setblocking(False)
            one_of_many.connect_ex(("127.0.0.1", port))
        try:
            got = asyncio.run(_fetch(config(port, timeout=0.5), PAGE))
        finally:
            for one_of_many in waiting:
                one_of_many.close()
    assert isinstance(got, Failure) and got.kind is FailureKind.CONNECT_TIMEOUT and not got.answered


async def _fetch(settings: ClientConfig, *urls: str) -> Response | Failure:
    async with HttpFetcher(settings, sleep=no_wait) as fetcher:
        for url in urls:
            got = await fetcher.fetch(Request(url))
    return got


# --- what is never asked


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("ftp://example.org/x", FailureKind.UNSUPPORTED_SCHEME),
        ("example.org/x", FailureKind.MALFORMED),
        ("http://", FailureKind.MALFORMED),
        ("http://exa mple.org/", FailureKind.MALFORMED),
        ("http://a..b/", FailureKind.MALFORMED),
        ("http://" + "a" * 64 + ".org/", FailureKind.MALFORMED),
        ("http://example.org:99999/", FailureKind.MALFORMED),
        ("http://example.org:0/", FailureKind.MALFORMED),
        ("http://[::1/", FailureKind.MALFORMED),
        ("http://１２７.0.0.1/", FailureKind.REFUSED_ADDRESS),
        ("http://%31%32%37.0.0.1/", FailureKind.REFUSED_ADDRESS),
        ("http://a%2fb/", FailureKind.MALFORMED),
        ("http://localhost/", FailureKind.REFUSED_ADDRESS),
        ("http://db.localhost:5432/", FailureKind.REFUSED_ADDRESS),
        ("http://127.0.0.1/", FailureKind.REFUSED_ADDRESS),
        ("http://127.1/", FailureKind.REFUSED_ADDRESS),
        ("http://2130706433/", FailureKind.REFUSED_ADDRESS),
        ("http://0x7f.1/", FailureKind.REFUSED_ADDRESS),
        ("http://10.0.0.1:8080/", FailureKind.REFUSED_ADDRESS),
        ("http://169.254.169.254/latest/meta-data/", FailureKind.REFUSED_ADDRESS),
        ("http://[::1]/", FailureKind.REFUSED_ADDRESS),
        ("http://[::ffff:127.0.0.1]/", FailureKind.REFUSED_ADDRESS),
        ("http://user@[fe80::1%25eth0]/", FailureKind.REFUSED_ADDRESS),
    ],
)
def test_some_urls_are_never_asked_even_with_an_override_for_everything(url, kind):
    got, server = one(replies(answer()), url)
    assert isinstance(got, Failure) and got.kind is kind and got.requests == 0
    assert server.log == []


def test_an_allowed_network_may_be_asked():
    async def scenario():
        async with serving(replies(answer())) as server:
            settings = ClientConfig(allow_networks=(ip_network("127.0.0.0/8"),), host_interval=0, timeout=5)
            return await _fetch(settings, f"http://127.0.0.1:{server.port}/")

    assert asyncio.run(scenario()).status_code == 200


@pytest.mark.parametrize(
    ("answer_of_dns", "kind", "detail"),
    [("nxdomain", "nxdomain", ""), ("servfail", "dns_failure", "servfail"), ("silent", "dns_failure", "timeout")],
)
def test_failures_of_the_name_server(answer_of_dns, kind, detail):
    settings = ClientConfig(overrides=(parse_override(f"*:*:{answer_of_dns}"),), timeout=0.05)
    got = asyncio.run(_fetch(settings, PAGE))
    assert isinstance(got, Failure) and (got.kind, got.detail) == (kind, detail) and got.requests == 0


# --- retries, and manners


def test_what_may_pass_is_asked_for_again():
    got, server = one(replies(answer(b"", "502 Bad Gateway"), answer(b"", "500 Oh"), answer(b"fine")), retries=2)
    assert got.status_code == 200 and got.requests == len(server.requests) == 3


def test_the_last_answer_stands_when_retries_do_not_help():
    got, server = one(replies(answer(b"why", "503 Service Unavailable")), retries=2)
    assert got.status_code == 503 and got.body == b"why" and got.requests == len(server.requests) == 3


def test_no_retries_when_none_are_wanted():
    _, server = one(replies(answer(b"", "503 Service Unavailable")), Request(PAGE, retry=False), retries=2)
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "501 Not Implemented", "200 OK"])
def test_what_will_not_pass_is_asked_for_once(status):
    _, server = one(replies(answer(b"", status)), retries=2)
    assert len(server.requests) == 1


def test_a_longer_retry_after_than_allowed_ends_the_asking_of_that_domain():
    limited = answer(b"", "429 Too Many Requests", Retry_After="3600")
    answers, server = ask(replies(limited), PAGE, "http://www.site.example/b", retries=2)
    assert isinstance(answers[0], Response) and answers[0].status_code == 429
    assert isinstance(answers[1], Failure) and answers[1].kind is FailureKind.GIVEN_UP
    assert len(server.requests) == 1


def test_a_retry_after_within_bounds_is_waited_for():
    async def scenario():
        limited = answer(b"", "429 Too Many Requests", Retry_After="1")
        async with serving(replies(limited, answer())) as server:
            started = time.monotonic()
            async with HttpFetcher(config(server.port, retries=1)) as fetcher:
                return await fetcher.fetch(Request(PAGE)), time.monotonic() - started

    got, seconds = asyncio.run(scenario())
    assert got.status_code == 200 and seconds >= 1


def test_a_silent_host_is_given_up_after_several_different_urls():
    urls = [f"http://site.example/{number}" for number in range(5)]
    answers, server = ask(_mute, *urls, timeout=0.4, retries=0)
    assert [got.kind for got in answers] == [FailureKind.READ_TIMEOUT] * 3 + [FailureKind.GIVEN_UP] * 2
    assert len(server.requests) == 3


def test_one_url_asked_often_does_not_give_the_host_up():
    answers, _ = ask(_mute, *[PAGE] * 4, timeout=0.4, retries=0)
    assert {got.kind for got in answers} == {FailureKind.READ_TIMEOUT}


def test_the_total_time_covers_retries():
    started = time.monotonic()
    got, server = one(_mute, Request(PAGE, total_timeout=0.4), timeout=0.3, retries=2)
    assert isinstance(got, Failure) and time.monotonic() - started < 10
    assert len(server.requests) <= 2


def test_who_forbids_retries_gives_the_one_try_all_the_time():
    async def late(peer: Peer) -> None:
        await peer.request()
        await asyncio.sleep(0.5)
        await peer.send(answer())

    got, _ = one(late, Request(PAGE, total_timeout=3.0, retry=False), timeout=0.2, retries=2)
    assert isinstance(got, Response) and got.status_code == 200


def test_waiting_for_a_turn_takes_nothing_from_the_time_of_a_retry():
    class Slow(Pacer):
        """Lets everybody wait for longer than the whole time that a URL has."""

        async def begin(self, state):
            await asyncio.sleep(0.5)
            await super().begin(state)

    async def scenario():
        async with serving(replies(answer(b"", "502 Bad Gateway"), answer())) as server:
            pacer = Slow(concurrency=8, host_concurrency=2, host_interval=0.0)
            settings = config(server.port, retries=1, timeout=0.4)
            async with HttpFetcher(settings, pacer=pacer, sleep=no_wait) as fetcher:
                return await fetcher.fetch(Request(PAGE, total_timeout=0.4))

    # The pause before the second try is up to half a second: with a total of less it may be left out, never cut short.
    got = asyncio.run(scenario())
    assert isinstance(got, Response) and got.status_code in {200, 502}


def test_little_patience_means_only_retries_that_follow_soon():
    wait = answer(b"", "429 Too Many Requests", Retry_After="30")
    got, server = one(replies(wait, answer()), Request(PAGE, patience=2.0), retries=2)
    assert got.status_code == 429 and len(server.requests) == 1
    got, server = one(replies(answer(b"", "502 Bad Gateway"), answer()), Request(PAGE, patience=2.0), retries=2)
    assert got.status_code == 200 and len(server.requests) == 2
    got, server = one(_mute, Request(PAGE, patience=2.0), timeout=0.15, retries=2)
    assert got.kind is FailureKind.READ_TIMEOUT and len(server.requests) == 1


def test_a_host_that_keeps_failing_gets_no_more_retries_and_is_then_given_up():
    urls = [f"http://site.example/{number}" for number in range(15)]
    answers, server = ask(replies(answer(b"", "500 Oh")), *urls, retries=2)
    assert [got.requests for got in answers[:12]] == [3] * 3 + [1] * 9
    assert {got.kind for got in answers[12:]} == {FailureKind.GIVEN_UP}
    assert "12 other links" in answers[12].message and len(server.requests) == 18


def test_one_good_answer_in_between_keeps_a_failing_host_in_the_run():
    bad = answer(b"", "500 Oh")
    answers, _ = ask(
        replies(*[bad] * 9, answer(), *[bad] * 5), *[f"http://site.example/{n}" for n in range(15)], retries=0
    )
    assert all(isinstance(got, Response) for got in answers)


# --- connections


def test_a_good_connection_is_used_again():
    _, server = ask(replies(answer()), PAGE, "http://site.example/b")
    assert [number for number, _ in server.log] == [1, 1]


def test_hosts_do_not_share_connections():
    _, server = ask(replies(answer()), PAGE, "http://other.example/b")
    assert [number for number, _ in server.log] == [1, 2]


def test_a_forged_second_answer_is_not_taken_for_the_next_one():
    first = answer(b"first") + answer(b"forged")
    answers, server = ask(replies(first, answer(b"second")), PAGE, "http://site.example/b")
    assert [got.body for got in answers] == [b"first", b"second"]
    assert [number for number, _ in server.log] == [1, 2]


def test_a_forged_answer_sent_while_idle_is_not_taken_either():
    async def handle(peer: Peer) -> None:
        await peer.request()
        await peer.send(answer(b"right %d" % peer.number))
        await asyncio.sleep(0.05)
        await peer.send(answer(b"forged"))
        await peer.request()
        await peer.send(answer(b"too late"))

    async def scenario():
        async with serving(handle) as server, HttpFetcher(config(server.port)) as fetcher:
            first = await fetcher.fetch(Request(PAGE))
            await asyncio.sleep(0.15)
            return first.body, (await fetcher.fetch(Request(PAGE))).body

    assert asyncio.run(scenario()) == (b"right 1", b"right 2")


def test_a_connection_that_the_server_closed_meanwhile_is_not_the_pages_fault():
    async def once(peer: Peer) -> None:
        await peer.request()
        await peer.send(answer())
        if peer.number == 1:
            await peer.request()  # takes the second request, and closes without a word
            return
        while await peer.request():
            await peer.send(answer(b"again"))

    answers, server = ask(once, PAGE, "http://site.example/b")
    assert [got.status_code for got in answers] == [200, 200]
    assert answers[1].requests == 2 and [number for number, _ in server.log] == [1, 1, 2]


# --- through a proxy


def test_through_an_http_proxy_the_proxy_is_asked_for_everything():
    async def scenario():
        async with serving(replies(answer(b"by proxy"))) as server:
            settings = ClientConfig(proxy=f"http://127.0.0.1:{server.port}", timeout=5, host_interval=0)
            async with HttpFetcher(settings, sleep=no_wait) as fetcher:
                got = await fetcher.fetch(Request(PAGE))
                refused = await fetcher.fetch(Request("http://127.0.0.1/"))
            return got, refused, server

    got, refused, server = asyncio.run(scenario())
    assert got.body == b"by proxy" and server.requests[0].startswith(b"GET http://site.example/page HTTP/1.1")
    assert isinstance(refused, Failure) and refused.kind is FailureKind.REFUSED_ADDRESS


def test_a_proxy_that_is_not_there_and_one_that_says_no():
    async def scenario():
        async with serving(replies(answer(b"", "403 Forbidden"))) as server:
            settings = ClientConfig(proxy=f"http://127.0.0.1:{server.port}", timeout=5, retries=0)
            denied = await _fetch(settings, "https://site.example/")
        gone = await _fetch(settings, PAGE)
        return denied, gone

    for got in asyncio.run(scenario()):
        assert isinstance(got, Failure) and got.kind is FailureKind.PROXY


def test_a_proxy_that_breaks_off_is_asked_no_more_often_than_a_host_would_be():
    async def hang_up(peer: Peer) -> None:
        await peer.request()

    async def scenario():
        async with serving(hang_up) as server:
            settings = ClientConfig(proxy=f"http://127.0.0.1:{server.port}", timeout=2, host_interval=0, retries=1)
            return await _fetch(settings, PAGE), server

    got, server = asyncio.run(scenario())
    assert isinstance(got, Failure) and got.kind is FailureKind.RESET
    assert got.requests == len(server.requests) == 2


@pytest.mark.parametrize(
    "proxy",
    [
        "ftp://127.0.0.1:1",
        "127.0.0.1:8080",
        "http://",
        "http://[::1",
        "maria:s3cret@127.0.0.1:8080",
        "ftp://maria:s3cret@[::1]:1",
    ],
)
def test_a_proxy_that_is_none_is_a_usage_error(proxy):
    async def make():
        HttpFetcher(ClientConfig(proxy=proxy))

    with pytest.raises(UsageError) as caught:
        asyncio.run(make())
    assert caught.value.hint
    assert "s3cret" not in caught.value.message


@pytest.mark.parametrize(
    ("host", "sent"),
    [
        ("bücher.example", b"xn--bcher-kva.example"),
        ("☃.example", b"xn--n3h.example"),
        ("xn--n3h.example", b"xn--n3h.example"),
    ],
    ids=["a name in IDNA", "one that IDNA 2008 does not know", "the same in ASCII"],
)
def test_names_beyond_ascii_are_sent_encoded(host, sent):
    got, server = one(replies(answer()), f"http://{host}/")
    assert got.status_code == 200 and b"Host: " + sent + b"\r\n" in server.requests[0]
