"""Does a guest network (a captive portal) answer in place of every host? Live results in, yes or no out. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from verifier.model.evidence import LiveOutcome, LiveResult
from verifier.pipeline.questions import host_of

_NETWORK_AUTHENTICATION_REQUIRED = 511
_ENOUGH_HOSTS = 3
"""Different sites that must give the same answer: two may well belong together."""


def answered_as_one(lives: Mapping[str, LiveResult]) -> bool:
    """Whether all sites that answered over HTTP gave one and the same page, or led to one and the same place elsewhere.

    Only sites for which that page is out of place count: a gate, or not what was asked for. `lives` holds the results
    of one run by the URL asked for. A certificate that is not the host's agrees with every answer, since that is what
    such a network shows under https.
    """
    sites: set[str] = set()
    pages: set[str] = set()
    for url, live in lives.items():
        if not live.answered or live.outcome is LiveOutcome.TLS_ERROR:
            continue
        page = _page(url, live)
        if page is None or len(pages | {page}) > 1:
            return False
        pages.add(page)
        if live.outcome is not LiveOutcome.OK:  # many sites may well have one welcome page; here it is out of place
            sites.add(_site(host_of(url)))
    return len(sites) >= _ENOUGH_HOSTS


def _page(url: str, live: LiveResult) -> str | None:
    """What tells the page from others: a network's own status, its digest, or where a redirect elsewhere ended.

    Only networks on the way answer 511 (RFC 6585, 6), to each host with a page that names another way back.
    """
    if live.status_code == _NETWORK_AUTHENTICATION_REQUIRED:
        return str(live.status_code)
    if live.body_sha256 is not None:
        return live.body_sha256
    ended = host_of(live.final_url or "")
    return ended if live.redirects and _site(ended) != _site(host_of(url)) else None


def _site(host: str) -> str:
    """Hosts of one owner, roughly: what is left of `www.` and the like."""
    return ".".join(host.split(".")[-2:])
