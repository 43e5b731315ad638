"""What a page says, as evidence repeats it to people."""

from __future__ import annotations

import pytest

from verifier.checks.signs.quoting import quoted


@pytest.mark.parametrize(
    ("said", "told", "why"),
    [
        ("Page not found", "“Page not found”", "quotation marks as print has them, not as programs do"),
        ("It's gone", "“It's gone”", "an apostrophe needs no other marks"),
        ("Not\n  found", "“Not found”", "one line"),
        ("so " * 40, f"“{' '.join(['so'] * 40)}”", "white space at the end is no reason to cut"),
        ("so " * 50, f"“{' '.join(['so'] * 40)}…”", "what is cut is seen to be"),
    ],
)
def test_what_a_page_says_is_quoted(said: str, told: str, why: str) -> None:
    assert quoted(said) == told, why
