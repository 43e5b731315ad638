"""Which hosts a link may name: row by row, each with its reason."""

from __future__ import annotations

import pytest

from verifier.repair.syntax import clean, is_url


@pytest.mark.parametrize(
    ("url", "possible", "why"),
    [
        ("https://example.org/x", True, "a name"),
        ("http://192.0.2.1/x", True, "an address"),
        ("http://127.1/x", True, "browsers read 127.0.0.1: refused later, not malformed"),
        ("http://0177.0.0.1/x", True, "in octal"),
        ("http://0x7f.1:8080/x", True, "in hexadecimal, with a port"),
        ("http://2130706433/x", True, "in one number"),
        ("http://%31%32%37.0.0.1/x", True, "in escapes"),
        ("http://169.254.169.254./latest", True, "with the root's dot"),
        ("http://300.1.2.3/x", False, "no address: a number is too large"),
        ("http://1.2.3.4.5/x", False, "no address: five numbers"),
        ("http://127.1", False, "a section's number, as far as one can tell"),
        ("http://192.168.", False, "cut at a line's end"),
        ("http://%zz.example/x", False, "an escape that says nothing"),
        ("gopher://example.org/x", False, "another scheme"),
    ],
)
def test_which_hosts_a_link_may_name(url: str, possible: bool, why: str) -> None:
    assert is_url(url) is possible, why


@pytest.mark.parametrize(
    ("sign", "why"),
    [("\u2010", "a hyphen by name"), ("\u2011", "one that does not break"), ("\u2212", "the minus sign of man pages")],
)
def test_what_is_typeset_for_a_hyphen_is_one(sign: str, why: str) -> None:
    assert clean(f"https://mud{sign}lake.example/a{sign}b", 0)[0] == "https://mud-lake.example/a-b", why
