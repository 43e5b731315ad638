"""From names to addresses: what a name server may answer, and what is made of it."""

from __future__ import annotations

import asyncio
import errno
import socket
import threading
import time
from ipaddress import ip_address, ip_network

import pytest

from verifier.web.exchange import FailureKind
from verifier.web.overrides import parse_override
from verifier.web.resolve import NetworkError, Resolver, system_lookup

PUBLIC = ip_address("93.184.216.34")


def resolve(lookup, host="site.example", times=1, **settings):
    async def scenario():
        resolver = Resolver(lookup=lookup, **settings)
        results = []
        for _ in range(times):
            try:
                results.append(await resolver.resolve(host, 443))
            except NetworkError as error:
                results.append(error)
        return results

    return asyncio.run(scenario())


def failing(error):
    def lookup(host):
        raise error

    return lookup


@pytest.mark.parametrize(
    ("error", "kind", "detail"),
    [
        (socket.gaierror(socket.EAI_NONAME, "x"), FailureKind.NXDOMAIN, ""),
        (socket.gaierror(getattr(socket, "EAI_NODATA", -5), "x"), FailureKind.DNS_FAILURE, "no_data"),
        (socket.gaierror(socket.EAI_AGAIN, "x"), FailureKind.DNS_FAILURE, "servfail"),
        (socket.gaierror(socket.EAI_FAIL, "x"), FailureKind.DNS_FAILURE, "servfail"),
        (UnicodeError("label too long"), FailureKind.MALFORMED, ""),
        (OSError(errno.EMFILE, "Too many open files"), FailureKind.DNS_FAILURE, ""),
    ],
)
def test_only_a_name_that_does_not_exist_is_nxdomain(error, kind, detail):
    (got,) = resolve(failing(error))
    assert (got.kind, got.detail) == (kind, detail) and "site.example" in got.message


@pytest.mark.parametrize("host", ["intranet", "wiki.corp.internal", "printer.local", "nas.lan", "Box.Home.Arpa."])
def test_a_name_of_a_private_network_is_not_gone_because_others_do_not_know_it(host):
    (got,) = resolve(failing(socket.gaierror(socket.EAI_NONAME, "x")), host)
    assert (got.kind, got.detail) == (FailureKind.DNS_FAILURE, "private_name") and host in got.message


@pytest.mark.parametrize("host", ["exampleonionaddress.onion", "www.exampleonionaddress.ONION."])
def test_no_name_server_learns_of_a_name_in_the_tor_network(host):
    asked = []
    (got,) = resolve(lambda name: asked.append(name) or [], host)
    assert got.kind is FailureKind.REFUSED_ADDRESS and "Tor" in got.message
    assert asked == []


def test_a_name_in_the_tor_network_may_be_played():
    override = parse_override("a.onion:*:127.0.0.1:8080")
    (got,) = resolve(failing(AssertionError()), "a.onion", overrides=[override])
    assert [str(one.address) for one in got] == ["127.0.0.1"]


def test_a_name_server_that_does_not_answer():
    release = threading.Event()
    started = time.monotonic()
    (got,) = resolve(lambda host: release.wait(60) and [], timeout=0.1)
    release.set()
    assert (got.kind, got.detail) == (FailureKind.DNS_FAILURE, "timeout") and time.monotonic() - started < 30


def test_an_answer_that_comes_after_the_end_of_the_program_harms_nobody():
    release = threading.Event()
    done = threading.Event()

    def slow(host):
        release.wait(5)
        done.set()
        return [PUBLIC]

    resolve(slow, timeout=0.05)
    release.set()
    assert done.wait(5)


def test_an_empty_answer_is_no_address():
    (got,) = resolve(lambda host: [])
    assert (got.kind, got.detail) == (FailureKind.DNS_FAILURE, "no_data")


def test_every_address_is_vetted_and_only_the_good_ones_are_used():
    mixed = [ip_address("127.0.0.1"), PUBLIC, ip_address("10.0.0.1"), ip_address("::1")]
    ((endpoint,),) = resolve(lambda host: mixed)
    assert endpoint == (PUBLIC, 443)


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:10.0.0.1"])
def test_a_name_that_leads_inside_is_refused(address):
    (got,) = resolve(lambda host: [ip_address(address)])
    assert got.kind is FailureKind.REFUSED_ADDRESS and "site.example" in got.message


def test_allowed_networks_hold_for_names_too():
    ((endpoint,),) = resolve(lambda host: [ip_address("10.0.0.1")], allowed=(ip_network("10.0.0.0/8"),))
    assert str(endpoint.address) == "10.0.0.1"


@pytest.mark.parametrize("host", ["127.0.0.1", "10.0.0.1", "2130706433", "127.1", "::1", "localhost", "x.localhost"])
def test_an_override_for_everything_does_not_open_what_is_refused(host):
    (got,) = resolve(lambda _: [PUBLIC], host, overrides=(parse_override("*:*:127.0.0.1:1"),))
    assert got.kind is FailureKind.REFUSED_ADDRESS


def test_the_target_of_an_override_is_exempt_and_no_one_is_asked():
    def never(host):
        raise AssertionError("asked")

    ((endpoint,),) = resolve(never, overrides=(parse_override("*:443:127.0.0.1:8443"),))
    assert endpoint == (ip_address("127.0.0.1"), 8443)
    ((endpoint,),) = resolve(never, "8.8.8.8", overrides=(parse_override("*:443:127.0.0.1:*"),))
    assert endpoint == (ip_address("127.0.0.1"), 443)


def test_an_override_for_another_port_changes_nothing():
    ((endpoint,),) = resolve(lambda host: [PUBLIC], overrides=(parse_override("*:80:127.0.0.1:1"),))
    assert endpoint.address == PUBLIC


def test_a_literal_address_asks_no_name_server():
    ((endpoint,),) = resolve(failing(AssertionError("asked")), "93.184.216.34")
    assert endpoint.address == PUBLIC


def test_names_are_asked_once_and_troubles_again():
    asked = []

    def lookup(host):
        asked.append(host)
        if host == "trouble.example":
            raise socket.gaierror(socket.EAI_AGAIN, "x")
        if host == "gone.example":
            raise socket.gaierror(socket.EAI_NONAME, "x")
        return [PUBLIC]

    for host, times in (("site.example", 1), ("gone.example", 1), ("trouble.example", 3)):
        asked.clear()
        resolve(lookup, host, times=3)
        assert len(asked) == times, host


def test_many_at_once_share_one_question():
    asked = []

    def lookup(host):
        asked.append(host)
        time.sleep(0.05)
        return [PUBLIC]

    async def scenario():
        resolver = Resolver(lookup=lookup)
        return await asyncio.gather(*(resolver.resolve("site.example", port) for port in range(20)))

    results = asyncio.run(scenario())
    assert len(asked) == 1 and [endpoints[0].port for endpoints in results] == list(range(20))


def test_one_who_gives_up_waiting_does_not_spoil_it_for_the_others():
    async def scenario():
        resolver = Resolver(lookup=lambda host: time.sleep(0.1) or [PUBLIC])
        first = asyncio.create_task(resolver.resolve("site.example", 1))
        second = asyncio.create_task(resolver.resolve("site.example", 2))
        await asyncio.sleep(0.02)
        first.cancel()
        return await second

    assert asyncio.run(scenario())[0].address == PUBLIC


def test_the_system_is_asked_for_names():
    assert ip_address("127.0.0.1") in system_lookup("localhost") or ip_address("::1") in system_lookup("localhost")


@pytest.mark.parametrize(
    ("later", "kind", "detail", "reason"),
    [
        ({}, FailureKind.NXDOMAIN, "", "the name server still knows what it knew: this name is gone"),
        ({"here.example": socket.EAI_NONAME}, FailureKind.DNS_FAILURE, "forgetful", "it denies every name now"),
        ({"here.example": socket.EAI_AGAIN}, FailureKind.DNS_FAILURE, "forgetful", "it is in trouble now"),
    ],
)
def test_a_name_is_gone_only_while_others_are_still_known(later, kind, detail, reason):
    troubles: dict[str, int] = {"gone.example": socket.EAI_NONAME}
    asked = []

    def lookup(host):
        asked.append(host)
        if host in troubles:
            raise socket.gaierror(troubles[host], "x")
        return [PUBLIC]

    async def scenario():
        resolver = Resolver(lookup=lookup)
        await resolver.resolve("here.example", 443)
        troubles.update(later)
        with pytest.raises(NetworkError) as raised:
            await resolver.resolve("gone.example", 443)
        return raised.value

    got = asyncio.run(scenario())
    assert (got.kind, got.detail) == (kind, detail), reason
    assert asked == ["here.example", "gone.example", "here.example"]
    assert "gone.example" in got.message
