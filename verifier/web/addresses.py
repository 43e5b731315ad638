"""Which addresses may be connected to. An address goes in; the reason for refusing it, or None, comes out.

A letter is hostile input: its links may aim at the machine that checks them, at its network or at a cloud's metadata
service. Only addresses that are routed on the public internet are asked, whatever notation or tunnel hides the others.
Ranges: the IANA special-purpose address registries (RFC 6890), RFC 4291, RFC 6052, RFC 3056, RFC 4380, RFC 5214.
"""

from __future__ import annotations

import socket
from collections.abc import Iterable, Iterator
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

_METADATA: frozenset[Address] = frozenset(
    ip_address(text)
    for text in ("169.254.169.254", "169.254.170.2", "168.63.129.16", "100.100.100.200", "192.0.0.192", "fd00:ec2::254")
)
_NAMED: tuple[tuple[str, tuple[Network, ...]], ...] = tuple(
    (name, tuple(ip_network(text) for text in texts))
    for name, texts in (
        ("an unspecified", ("0.0.0.0/8", "::/128")),
        ("a loopback", ("127.0.0.0/8", "::1/128")),
        ("a link-local", ("169.254.0.0/16", "fe80::/10")),
        ("a private", ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fec0::/10")),
        ("a shared (carrier-grade NAT)", ("100.64.0.0/10",)),
        ("a multicast", ("224.0.0.0/4", "ff00::/8")),
        ("a reserved", ("192.0.0.0/24", "192.88.99.0/24", "240.0.0.0/4")),
    )
)
_DOCUMENTATION = ip_network("3fff::/20")  # RFC 9637, newer than the tables of Python 3.11
_GLOBAL_UNICAST = ip_network(
    "2000::/3"
)  # all that IANA has given out of IPv6; anything else is not the public internet
_NAT64 = ip_network("64:ff9b::/96")
_TRANSLATED = ip_network("::ffff:0:0:0/96")
_COMPATIBLE = ip_network("::/96")
_ISATAP = frozenset({0x00005EFE, 0x02005EFE})


@lru_cache(maxsize=4096)
def literal_address(host: str) -> Address | None:
    """The address that `host` spells out, in any notation a resolver takes (127.1, 0x7f.1, 2130706433), or None."""
    text = host.strip("[]").partition("%")[0].rstrip(".")
    try:
        return ip_address(text)
    except ValueError:
        pass
    # inet_aton ignores what follows white space, so only the characters of a number may reach it.
    if not text or not text[0].isdigit() or text.strip("0123456789abcdefABCDEFxX."):
        return None
    try:
        return IPv4Address(socket.inet_aton(text))
    except OSError:
        return None


def embedded(address: Address) -> Iterator[IPv4Address]:
    """The IPv4 addresses that an IPv6 address leads to: mapped, translated, 6to4, Teredo, ISATAP."""
    if isinstance(address, IPv4Address):
        return
    low = IPv4Address(int(address) & 0xFFFFFFFF)
    if address.ipv4_mapped is not None or any(address in network for network in (_NAT64, _TRANSLATED)):
        yield low
    if address in _COMPATIBLE and int(address) > 1:
        yield low
    if address.sixtofour is not None:
        yield address.sixtofour
    if address.teredo is not None:
        yield from address.teredo
    if int(address) >> 32 & 0xFFFFFFFF in _ISATAP:
        yield low


def refusal(address: Address, allowed: Iterable[Network] = ()) -> str | None:
    """Why `address` must not be connected to, in words ("127.0.0.1 is a loopback address"), or None when it may be.

    An address inside one of the `allowed` networks, or that leads to one, is never refused.
    """
    inner = tuple(embedded(address))
    if any(one in network for network in allowed for one in (address, *inner) if one.version == network.version):
        return None
    for one in inner:
        reason = _kind(one)
        if reason is not None:
            return f"{address} leads to {one}, {reason} address"
    if address.version == 6 and (address.ipv4_mapped is not None or address in _NAT64):
        return None  # nothing but another way to write the IPv4 address just vetted
    reason = _kind(address)
    return None if reason is None else f"{address} is {reason} address"


def _kind(address: Address) -> str | None:
    if address in _METADATA:
        return "a cloud metadata"
    for name, networks in _NAMED:
        if any(address in network for network in networks if network.version == address.version):
            return name
    if address.version == 6 and (address not in _GLOBAL_UNICAST or address in _DOCUMENTATION):
        return "a reserved"
    return None if address.is_global and not address.is_multicast else "a reserved"


def local_name(host: str) -> bool:
    """Whether `host` always means the machine itself (RFC 6761, section 6.3)."""
    name = host.rstrip(".").lower()
    return name == "localhost" or name.endswith(".localhost")


_PRIVATE_ENDINGS = (".local", ".internal", ".lan", ".home.arpa")


def private_name(host: str) -> bool:
    """Whether only the network that `host` stands in, or the machine itself, knows the name.

    A name of one word, and those set apart by RFC 6762, RFC 8375 and ICANN (2024), or by habit.
    """
    name = host.rstrip(".").lower()
    return local_name(name) or name.endswith(_PRIVATE_ENDINGS) or "." not in name


def in_tor(host: str) -> bool:
    """Whether `host` stands in the Tor network: a name server can know nothing of it, and must not be asked.

    Source: RFC 7686, section 2.
    """
    return host.rstrip(".").lower().endswith(".onion")
