"""Addresses written without scheme or `www.`: `example.org/path`.

In: the text. Out: Spots. A path is required, and a top-level domain that exists: a bare `example.org` is a name, and
`README.md`, `node.js`, `U.S./China` or `3.5/5` are no addresses at all.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from verifier.citations.spots import Spot
from verifier.citations.urls import plain_end
from verifier.model.citation import Kind

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_CANDIDATE = re.compile(
    r"(?<![\w@./:=%&\\-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}(?P<tld>[a-z]{2,24}|xn--[a-z0-9-]{2,50})"
    r"(?::\d{2,5})?/(?=[\w.~%?#+@-])",
    re.IGNORECASE,
)
# Both top-level domains and endings of file names; after them a path must look like one.
_FILE_ENDINGS = frozenset({"cc", "md", "pl", "ps", "py", "rs", "sh", "so", "zip", "mov", "app", "java", "page"})


@lru_cache(maxsize=1)
def _suffixes() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(accept_unknown=False)


def is_public_domain(host: str) -> bool:
    """Whether `host` lies under a public suffix that exists (and is not merely a suffix itself)."""
    return _suffixes().privatesuffix(host.lower()) is not None


def find_domains(text: str) -> list[Spot]:
    """Every bare domain with a path, in order."""
    spots: list[Spot] = []
    for match in _CANDIDATE.finditer(text):
        if match["tld"].lower() in _FILE_ENDINGS or not match["tld"].islower():
            continue
        host = match[0].rstrip("/").partition(":")[0]
        if spots and match.start() < spots[-1].end:
            continue
        if not is_public_domain(host):
            continue
        end = plain_end(text, match.start(), match.start(), len(text))
        if end >= match.end():
            spots.append(Spot(Kind.URL, match.start(), end, "https://" + text[match.start() : end], bare=True))
    return spots
