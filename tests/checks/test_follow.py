"""Where a redirect leads, whatever a server writes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.checks.follow import resolve_target


@pytest.mark.parametrize(
    ("base", "location", "target"),
    [
        ("https://s.example/a/b", "c", "https://s.example/a/c"),
        ("https://s.example/a/b", "/c", "https://s.example/c"),
        ("https://s.example/a/b", "//t.example/c", "https://t.example/c"),
        ("https://s.example/a/b", "?q=1", "https://s.example/a/b?q=1"),
        ("https://s.example/a#f", "/c", "https://s.example/c#f"),
        ("https://s.example/a#f", "/c#g", "https://s.example/c#g"),
        ("https://s.example/a", "  /c\n", "https://s.example/c"),
        ("https://s.example/a", "\\\\t.example\\c", "https://t.example/c"),
        ("https://s.example/a", "https://u:p@t.example/c", "https://t.example/c"),
        ("https://s.example/a", "mailto:a@b", "mailto:a@b"),
        ("https://s.example/a", "http://[::1", None),
        ("https://s.example/a", "https:///c", None),
        ("https://s.example/a", "http://t.example:99999/", None),
    ],
)
def test_where_a_redirect_leads(base, location, target):
    assert resolve_target(base, location) == target


@given(st.text(max_size=60))
def test_any_location_leads_somewhere_or_nowhere(location):
    target = resolve_target("https://s.example/a", location)
    assert target is None or ":" in target
