"""The registrable domain of a host: the part of the domain name system that one owner has.

Used for pacing (one owner, one rate), for cookies (none above the owner) and to tell a move from a takeover.
"""

from __future__ import annotations

from functools import lru_cache

from verifier.web.addresses import literal_address
from verifier.web.suffixes import suffixes


@lru_cache(maxsize=16384)
def registrable_domain(host: str) -> str:
    """The part of `host` that one owner registered, the list's private section (github.io …) included.

    An address stands for itself, and so does a name that is itself a public suffix.
    """
    name = host.lower().rstrip(".")
    if literal_address(name) is not None:
        return name
    if "xn--" not in name:
        return suffixes().privatesuffix(name, accept_unknown=True) or name
    owned = suffixes().privatesuffix(".".join(map(_decoded, name.split("."))), accept_unknown=True)
    return ".".join(name.split(".")[-(owned.count(".") + 1) :]) if owned else name


def _decoded(label: str) -> str:
    """A label as its owner writes it; the label itself where it is no encoded one."""
    if not label.startswith("xn--"):
        return label
    try:
        decoded = label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label
    return label if "." in decoded or not decoded else decoded
