"""What counts as one owner's part of the domain name system.

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

    return PublicSuffixList()


@lru_cache(maxsize=16384)
def registrable_domain(host: str) -> str:
    """The part of `host` that one owner registered, the list's private section (github.io …) included.

    An address stands for itself, and so does a name that is itself a public suffix.
    """
    name = host.lower().rstrip(".")
    if literal_address(name) is not None:
        return name
    return _suffixes().privatesuffix(name) or name
