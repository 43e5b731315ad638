"""Links of one host that all end at one page: which of them are telling, and what the verdict makes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import NOON, a_citation
from verifier.model.evidence import ANSWERED_OTHERWISE, ContentResult, Hop, LiveOutcome, LiveResult
from verifier.model.report import Verdict
from verifier.verdict import Evidence, Look, judge, shared_ends

END = "https://site.example/welcome"


def ended(url: str, at: str = END, outcome: LiveOutcome = LiveOutcome.OK) -> LiveResult:
    return LiveResult(outcome, NOON, final_url=at, redirects=(Hop(url, 302),))


def at_one_page(*urls: str, at: str = END) -> dict[str, LiveResult]:
    return {url: ended(url, at) for url in urls}


THREE = tuple(f"https://site.example/story.asp?id={n}" for n in range(3))
ROWS = [
    (THREE, 3, "three links by query, which no sibling can tell of"),
    ((*THREE, "https://www.site.example/a"), 4, "www. is the same host"),
    (THREE[:2], 0, "two may be one page under two addresses"),
    (
        ("https://site.example/a", "http://site.example/a", "https://www.site.example/a/"),
        0,
        "three spellings of one link",
    ),
    ((*THREE[:2], "https://other.example/c"), 0, "the third is another host's"),
]


@pytest.mark.parametrize(("urls", "sharing", "why"), ROWS)
def test_how_many_links_share_an_end(urls, sharing, why):
    assert shared_ends(at_one_page(*urls)).get(urls[0], 0) == sharing, why


def test_only_pages_reached_by_redirect_count():
    straight = {url: LiveResult(LiveOutcome.OK, NOON, final_url=END) for url in THREE}
    walled = {url: ended(url, outcome=LiveOutcome.ACCESS_WALL) for url in THREE}
    assert shared_ends(straight) == shared_ends(walled) == {}


def verdict(title_similarity: float | None) -> tuple[LiveOutcome, Verdict]:
    citation = a_citation(url=THREE[0])
    look = Look(ended(THREE[0]), content=ContentResult(title_similarity=title_similarity), sharing=3)
    found = judge(citation, Evidence({THREE[0]: look}), NOON)
    assert found.live is not None
    return found.live.outcome, found.verdict


def test_a_shared_end_without_the_cited_title_is_an_error_page():
    assert verdict(0.1) == (LiveOutcome.SOFT_404, Verdict.BROKEN)


def test_the_cited_title_clears_a_shared_end_and_without_a_title_nothing_is_claimed():
    assert verdict(0.9)[1] is not Verdict.BROKEN
    assert verdict(None)[1] is not Verdict.BROKEN


def test_a_host_that_knows_its_addresses_sends_them_on_for_a_reason():
    live = replace(ended(THREE[0]), evidence=(f"it bears no title, but {ANSWERED_OTHERWISE}",))
    look = Look(live, content=ContentResult(title_similarity=0.1), sharing=3)
    found = judge(a_citation(url=THREE[0]), Evidence({THREE[0]: look}), NOON)
    assert found.live is not None
    assert (found.live.outcome, found.verdict) == (LiveOutcome.REDIRECTED_HOME, Verdict.REVIEW)
