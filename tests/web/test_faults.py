"""Hosts in trouble are in the trouble that their data says, down to the reset and the verify code."""

from __future__ import annotations

import socket
import ssl
import time
import zlib

import httpx
import pytest

from tests.web.asking import connection, get, port_of, received, trusting
from tests.web.catalogue import load
from tests.web.model import Case
from tests.web.server import SimulatedWeb
from tests.web.sites import faults

CASES = load().cases


@pytest.fixture
def web(simulated_web: SimulatedWeb) -> SimulatedWeb:
    return simulated_web


def outcome(*names: str) -> list[Case]:
    return [case for case in CASES if case.truth.outcome in names]


# --- trouble


def test_errors_of_the_server_last(web: SimulatedWeb) -> None:
    for case in outcome("server_error"):
        assert {get(web, case.url).status_code // 100 for _ in range(5)} == {5}


@pytest.mark.parametrize(
    ("url", "least", "most"),
    [
        ("https://mute.example/lights/3", 0, 0),
        ("https://mute-headers.example/lights/3", 60, 200),
        ("https://mute-half.example/lights/3", 500, 2000),
        ("https://drip-body.example/lights/3", 60, 200),
        ("https://drip-headers.example/lights/3", 20, 200),
        ("https://drip-interim.example/lights/3", 20, 200),
    ],
)
def test_silences_and_drips_leave_the_connection_open(web: SimulatedWeb, url: str, least: int, most: int) -> None:
    with connection(web, url) as plug:
        got = received(plug, 0.7)
        assert least <= len(got) <= most
        if "drip" in url:
            assert received(plug, 0.5)
        else:
            with pytest.raises(TimeoutError):
                plug.recv(1)


def test_resets_are_resets_and_closes_are_closes(web: SimulatedWeb) -> None:
    with connection(web, "http://reset.example/lights/3") as plug, pytest.raises(ConnectionResetError):
        plug.recv(10)
    with connection(web, "http://reset-half.example/lights/3") as plug, pytest.raises(ConnectionResetError):
        while plug.recv(65536):
            time.sleep(0.1)
    with connection(web, "http://noreply.example/lights/3") as plug:
        assert plug.recv(10) == b""
    with connection(web, "http://cut-short.example/lights") as plug:
        cut = received(plug, 1)
    assert b"Content-Length: 100000" in cut
    assert len(cut) < 2000
    assert b"</html>" in cut


def test_broken_http_breaks_a_stock_client(web: SimulatedWeb) -> None:
    for name in ("garbage", "sshd", "badstatus", "badlength", "badchunk", "headerbomb", "longheader"):
        with pytest.raises(httpx.HTTPError):
            get(web, f"http://{name}.example/lights/3")
    with pytest.raises(httpx.DecodingError):
        get(web, "http://notgzip.example/lights")


def test_floods_do_not_end_by_themselves(web: SimulatedWeb) -> None:
    with connection(web, "http://headerbomb.example/lights/3") as plug:
        flood = received(plug, 2, 1_000_000)
    assert len(flood) >= 1_000_000
    assert b"\r\n\r\n" not in flood
    with connection(web, "https://endless-text.test/lights/3") as plug:
        assert len(received(plug, 2, 500_000)) >= 500_000
    with connection(web, "https://gzipbomb.example/lights/3") as plug:
        body = received(plug, 4, 20_000).partition(b"\r\n\r\n")[2]
    unpacker = zlib.decompressobj(47)
    start = unpacker.decompress(body, 2_000_000)
    assert faults.LIGHTS.encode() in start
    assert len(start) == 2_000_000


def test_the_forged_answer_lies_in_wait(web: SimulatedWeb) -> None:
    with connection(web, "http://desync.example/first") as plug:
        got = received(plug, 0.3)
        assert got.count(b"HTTP/1.1 ") == 2
        assert b"Not the page you asked for" in got
    assert "Buoys and beacons" in get(web, "http://desync.example/second").text


# --- TLS, network and names


VERIFY_CODES = {
    "expired": 10,
    "not_yet": 9,
    "self_signed": 18,
    "unknown_authority": 19,
    "incomplete": 20,
    "wrong_host": 62,
}


def test_certificates_are_wrong_in_the_way_they_say(web: SimulatedWeb) -> None:
    for host, kind in faults.TLS.items():
        port = int(port_of(web, host, "443"))
        with socket.create_connection(("127.0.0.1", port), 2) as plain, pytest.raises(ssl.SSLError) as failure:
            trusting(web).wrap_socket(plain, server_hostname=host)
        if kind in VERIFY_CODES:
            assert isinstance(failure.value, ssl.SSLCertVerificationError)
            assert failure.value.verify_code == VERIFY_CODES[kind], host
        else:
            assert "VERSION" in str(failure.value)


@pytest.mark.parametrize(
    ("host", "error"),
    [("hangup-tls.example", OSError), ("plaintext-tls.example", ssl.SSLError), ("silent-tls.example", TimeoutError)],
)
def test_tls_that_never_comes_about(web: SimulatedWeb, host: str, error: type[Exception]) -> None:
    with socket.create_connection(("127.0.0.1", int(port_of(web, host, "443"))), 0.5) as plain, pytest.raises(error):
        trusting(web).wrap_socket(plain, server_hostname=host)


def test_ports_that_refuse_and_ports_that_ignore(web: SimulatedWeb) -> None:
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", int(port_of(web, "refused.example", "443"))), 1)
    with pytest.raises(TimeoutError):
        socket.create_connection(("127.0.0.1", int(port_of(web, "noconnect.example", "443"))), 0.3)
    with connection(web, "http://mute-port.example/lights/3") as plug, pytest.raises(TimeoutError):
        plug.settimeout(0.3)
        plug.recv(1)


def test_names_without_an_address_come_before_the_rule_for_all(web: SimulatedWeb) -> None:
    rules = web.resolve
    assert {"gone.example:*:nxdomain:0", "servfail.example:*:servfail:0", "silent-dns.example:*:silent:0"} <= set(rules)
    first_for_all = next(place for place, rule in enumerate(rules) if rule.startswith("*"))
    assert all(rule.startswith("*") for rule in rules[first_for_all:])
    assert web.resolve_args == [part for rule in rules for part in ("--resolve", rule)]
    assert web.options[-2:] == ["--ca-bundle", str(web.ca_bundle)]


def test_unknown_hosts_are_misdirected(web: SimulatedWeb) -> None:
    assert get(web, "https://nobody-made-this.example/").status_code == 421
