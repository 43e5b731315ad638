"""The public suffix list, which comes with its library: loaded once, and only by a run that meets a host to look up."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList


@cache
def suffixes() -> PublicSuffixList:
    """The list. Names in it are in their own script, and one that it does not hold is no suffix."""
    from publicsuffixlist import PublicSuffixList

    # Encoding every name of the list costs 30 ms, at each start; names are decoded instead, where they need it.
    return PublicSuffixList(accept_unknown=False, accept_encoded_idn=False)
