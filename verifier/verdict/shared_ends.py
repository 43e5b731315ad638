"""Different links of one host that all end at one page: what hosts do with addresses that are no longer there.

Live results by the URL asked go in; for each URL with such company, how many links end there, comes out. Pure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from urllib.parse import urldefrag, urlsplit

from verifier.model.evidence import LiveOutcome, LiveResult
from verifier.verdict.outcome import bare_host

_TELLING = 3
"""From this many different links on, one end for all of them is no chance."""


def shared_ends(lives: Mapping[str, LiveResult]) -> dict[str, int]:
    """How many different links of the same host were sent on to where each URL ended, where that is telling."""
    groups: dict[tuple[str, str], set[str]] = defaultdict(set)
    for url, live in lives.items():
        if live.outcome is LiveOutcome.OK and live.redirects and live.final_url:
            groups[bare_host(urlsplit(url)), urldefrag(live.final_url).url].add(url)
    return {url: len(_pages(urls)) for urls in groups.values() if len(_pages(urls)) >= _TELLING for url in urls}


def _pages(urls: set[str]) -> set[tuple[str, str]]:
    """Links that differ in more than scheme, www. or a slash at the end."""
    return {(parts.path.rstrip("/"), parts.query) for parts in map(urlsplit, urls)}
