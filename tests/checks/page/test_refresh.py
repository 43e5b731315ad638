"""Values of `Refresh` as servers and pages write them."""

from __future__ import annotations

import pytest

from verifier.checks.page.refresh import Refresh, parse_refresh


@pytest.mark.parametrize(
    ("content", "refresh"),
    [
        ("0; url=/a", Refresh(0, "/a")),
        ("5;URL='http://x/'", Refresh(5, "http://x/")),
        (' 3 , url = "/b" ', Refresh(3, "/b")),
        ("0;/c", Refresh(0, "/c")),
        ("0.5; url=/d", Refresh(0, "/d")),
        ("; url=/e", Refresh(0, "/e")),
        ("7", None),
        ("", None),
        ("0; url=", None),
    ],
)
def test_where_and_when_a_refresh_leads(content, refresh):
    assert parse_refresh(content) == refresh
