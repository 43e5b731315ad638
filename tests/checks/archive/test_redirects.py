"""Which archived redirects still lead to the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.checks.archive.redirects import leads_away

STORY = "https://example.org/news/2022/harbour-wall-rebuilt"


@pytest.mark.parametrize(
    ("wanted", "target", "why"),
    [
        (STORY, "http://www.example.org/news/2022/harbour-wall-rebuilt/", "scheme, www, slash"),
        (STORY, "https://example.org/News/2022/Harbour-Wall-Rebuilt", "case"),
        (STORY, "https://news.example.net/a/harbour-wall-rebuilt-98765", "the same words at another place"),
        ("https://example.org/item?id=4711", "https://example.org/items/4711", "the same number"),
        ("https://doi.org/10.1234/abc", "https://journal.example/article/x", "a resolver redirects by trade"),
        ("https://resolver.example/10.1234/abc", "https://journal.example/article/x", "so does whoever is given a DOI"),
        ("https://bit.ly/3xYz", "https://journal.example/article/x", "a short link"),
        ("https://example.org/", "https://example.org/en/", "a home page in one language"),
        ("https://example.org/", "https://example.org/index.html", "a home page by name"),
        (
            "https://example.org/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C",
            "https://example.org/a/новость",
            "encoded or not",
        ),
    ],
)
def test_leads_to_the_page(wanted: str, target: str, why: str) -> None:
    assert leads_away(wanted, target) is None, why


@pytest.mark.parametrize(
    ("wanted", "target", "where"),
    [
        (STORY, "https://example.org/", "to a home page"),
        (STORY, "https://example.org/en/", "to a home page"),
        (STORY, "https://example.org/news/", "to another page"),
        (STORY, "https://example.org/news/2022/sea-wall-closed", "to another page"),
        (STORY, "https://example.org/404.html", "to an error page"),
        (STORY, "https://example.org/login?next=/news/2022/harbour-wall-rebuilt", "sign in"),
        (STORY, "https://market.example/buy?domain=example.org", "to another page"),
        (STORY, "mailto:someone@example.org", "something other"),
        (STORY, "https://[", "cannot be read"),
        ("https://doi.org/10.1234/abc", "https://journal.example/", "to a home page"),
        ("https://example.org/", "https://example.org/closing-down", "to another page"),
    ],
)
def test_an_archived_redirect_that_leads_elsewhere_is_told(wanted: str, target: str, where: str) -> None:
    away = leads_away(wanted, target)
    assert away is not None
    assert where in away


@pytest.mark.parametrize(
    ("target", "title", "same", "why"),
    [
        ("https://example.org/news/harbour-wall-rebuilt", "Harbour wall rebuilt", True, "named after the title"),
        ("https://example.org/news/harbour-wall-rebuilt", "", False, "nothing tells what was cited"),
        ("https://example.org/news/harbour-lamps-stolen", "Harbour wall rebuilt", False, "one word of three"),
        ("https://example.org/harbour/wall/rebuilt/", "Harbour wall rebuilt", False, "sections, whose names it shares"),
        ("https://example.org/login?next=/harbour-wall-rebuilt", "Harbour wall rebuilt", False, "a sign-in"),
    ],
)
def test_a_page_is_known_by_its_cited_title(target: str, title: str, same: bool, why: str) -> None:
    assert (leads_away("https://example.org/node/4711", target, title) is None) is same, why


@given(st.text(max_size=80), st.text(max_size=80))
def test_nothing_makes_it_raise(one: str, other: str) -> None:
    leads_away(f"https://example.org/{one}", other)
    leads_away(f"https://example.org/{one}", f"https://{other}")
