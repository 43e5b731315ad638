"""Which addresses are the web's."""

from __future__ import annotations

import pytest

from verifier.model.addresses import is_web


@pytest.mark.parametrize(
    ("address", "expected"),
    [("https://example.org", True), ("HTTP://x", True), ("letter.txt", False), ("-", False), ("ftp://x", False)],
)
def test_what_is_a_web_address(address: str, expected: bool) -> None:
    assert is_web(address) is expected
