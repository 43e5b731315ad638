"""Addresses that must never be connected to, in all their disguises."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.web.addresses import embedded, literal_address, local_name, refusal


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("127.0.0.1", "loopback"),
        ("127.255.255.254", "loopback"),
        ("0.0.0.0", "unspecified"),
        ("10.1.2.3", "private"),
        ("172.16.0.1", "private"),
        ("192.168.1.1", "private"),
        ("169.254.10.10", "link-local"),
        ("169.254.169.254", "metadata"),
        ("168.63.129.16", "metadata"),
        ("100.100.100.200", "metadata"),
        ("100.64.0.1", "shared"),
        ("224.0.0.251", "multicast"),
        ("255.255.255.255", "reserved"),
        ("240.0.0.1", "reserved"),
        ("192.0.2.1", "reserved"),
        ("198.18.0.1", "reserved"),
        ("192.88.99.1", "reserved"),
        ("::", "unspecified"),
        ("::1", "loopback"),
        ("fe80::1", "link-local"),
        ("fec0::1", "private"),
        ("fd00::1", "private"),
        ("fd00:ec2::254", "metadata"),
        ("ff02::1", "multicast"),
        ("2001:db8::1", "reserved"),
        ("3fff::1", "reserved"),
        ("100::1", "reserved"),
        ("5f00::1", "reserved"),
        ("64:ff9b:1::a00:1", "reserved"),
        ("::ffff:127.0.0.1", "loopback"),
        ("::ffff:0:127.0.0.1", "loopback"),
        ("::127.0.0.1", "loopback"),
        ("::8.8.8.8", "reserved"),
        ("64:ff9b::7f00:1", "loopback"),
        ("64:ff9b::a9fe:a9fe", "metadata"),
        ("2002:7f00:1::", "loopback"),
        ("2002:a00:1::1", "private"),
        ("2001:0:7f00:1::", "loopback"),
        ("2001:0:808:808:0:0:80ff:fffe", "loopback"),
        ("2a00:1450::5efe:7f00:1", "loopback"),
        ("fe80::5efe:808:808", "link-local"),
    ],
)
def test_addresses_that_are_nobodys_business_are_refused_by_name(text, word):
    reason = refusal(ip_address(text))
    assert reason is not None and word in reason and str(ip_address(text)) in reason


@pytest.mark.parametrize(
    "text", ["8.8.8.8", "93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses_are_fine(text):
    assert refusal(ip_address(text)) is None


def test_allowed_networks_are_exempt_and_nothing_else_is():
    allowed = (ip_network("10.0.0.0/8"), ip_network("fd00::/8"))
    assert refusal(ip_address("10.1.2.3"), allowed) is None
    assert refusal(ip_address("::ffff:10.1.2.3"), allowed) is None
    assert refusal(ip_address("fd12::1"), allowed) is None
    assert refusal(ip_address("192.168.0.1"), allowed) is not None


@given(st.ip_addresses(v=4))
def test_no_disguise_helps_a_refused_address(address: IPv4Address):
    low = int(address)
    disguises = [
        IPv6Address((0xFFFF << 32) | low),
        IPv6Address((0x0064FF9B << 96) | low),
        IPv6Address((0x2002 << 112) | (low << 80)),
        IPv6Address((0x20010000 << 96) | (low << 64)),
        IPv6Address((0x20010000 << 96) | (0x08080808 << 64) | (low ^ 0xFFFFFFFF)),
        IPv6Address((0x2A001450 << 96) | (0x5EFE << 32) | low),
    ]
    for disguise in disguises:
        assert address in set(embedded(disguise))
        if refusal(address) is not None:
            assert refusal(disguise) is not None


@given(st.ip_addresses(v=6))
def test_only_global_unicast_and_translations_are_ever_allowed(address: IPv6Address):
    if refusal(address) is None:
        assert address in ip_network("2000::/3") or address.ipv4_mapped or address in ip_network("64:ff9b::/96")


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "127.0.0.1"), ("127.0.0.1.", "127.0.0.1"), ("127.1", "127.0.0.1"), ("0x7f.1", "127.0.0.1"),
        ("0177.0.0.1", "127.0.0.1"), ("2130706433", "127.0.0.1"), ("0x7F000001", "127.0.0.1"), ("1.2.3", "1.2.0.3"),
        ("[::1]", "::1"), ("::1", "::1"), ("fe80::1%eth0", "fe80::1"), ("0", "0.0.0.0"),
        ("example.org", None), ("1.example.org", None), ("127.0.0.1 x", None), ("dead.beef", None), ("", None),
        ("999.1.1.1", None), ("1.2.3.4.5", None),
    ],
)  # fmt: skip
def test_literals_in_any_notation(host, address):
    assert literal_address(host) == (None if address is None else ip_address(address))


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("localhost", True),
        ("LOCALHOST.", True),
        ("a.localhost", True),
        ("localhost.example", False),
        ("mylocalhost", False),
    ],
)
def test_names_that_always_mean_this_machine(host, local):
    assert local_name(host) is local
