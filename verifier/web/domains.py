"""The registrable domain of a host: the part of the domain name system that one owner has.

Used for pacing (one owner, one rate), for cookies (none above the owner) and to tell a move from a takeover.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from verifier.web.addresses import literal_address

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList


@lru_cache(maxsize=1)
def _suffixes() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList

    # Encoding every name of the list costs 30 ms, at each start; names are decoded instead, where they need it.
    return PublicSuffixList(accept_encoded_idn=False)


@lru_cache(maxsize=16384)
def registrable_domain(host: str) -> str:
    """The part of `host` that one owner registered, the list's private section (github.io …) included.

    An address stands for itself, and so does a name that is itself a public suffix.
    """
    name = host.lower().rstrip(".")
    if literal_address(name) is not None:
        return name
    if "xn--" not in name:
        return _suffixes().privatesuffix(name) or name
    owned = _suffixes().privatesuffix(".".join(map(_decoded, name.split("."))))
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
