"""URLs that are taken as they stand are those that cleaning and httpx would leave as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.web.target import clean_url, plain_parts
from verifier.web.transport import locate

LABEL = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,6}[a-z0-9])?", fullmatch=True) | st.sampled_from(
    ["xn--mnchen-3ya", "a--b"]
)
HOST = st.lists(LABEL, min_size=1, max_size=4).map(".".join) | st.lists(
    st.integers(0, 300).map(str) | st.sampled_from(["01", "0x7f", "00"]), min_size=1, max_size=5
).map(".".join)
REST = st.text(alphabet="aZ0/._~=+,:;@-%&?#'()[]{}|^` \\é", max_size=16) | st.just("/a%20b/c.html?x=%C3%BC&y=1")
PORT = st.sampled_from(["", ":80", ":443", ":8080", ":0", ":65535", ":65536", ":"])


@given(st.sampled_from(["http", "https"]), HOST, PORT, REST)
def test_what_is_taken_as_it_stands_needs_no_cleaning(scheme: str, host: str, port: str, rest: str) -> None:
    url = f"{scheme}://{host}{port}/{rest}"
    parts = plain_parts(url)
    if parts is not None:
        assert clean_url(url) == url
        assert locate(url) == parts


@pytest.mark.parametrize(
    ("url", "host", "netloc", "target"),
    [
        ("https://www.example.org/a/b.html?x=1&y=%20z", "www.example.org", "www.example.org", b"/a/b.html?x=1&y=%20z"),
        ("http://example.org:8080/", "example.org", "example.org:8080", b"/"),
        ("http://203.0.113.9/x", "203.0.113.9", "203.0.113.9", b"/x"),
    ],
)
def test_common_links_are_taken_as_they_stand(url: str, host: str, netloc: str, target: bytes) -> None:
    parts = plain_parts(url)
    assert parts is not None and (parts.host, parts.netloc, parts.target) == (host, netloc, target)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://127.1/", "a short form of an address"),
        ("http://0177.0.0.1/", "an octal form of an address"),
        ("http://2130706433/", "an address in one number"),
        ("http://%31%32%37.0.0.1/", "an encoded host"),
        ("http://１２７.0.0.1/", "wide digits"),
        ("http://user@example.org/", "a user's name"),
        ("http://Example.org/", "capitals in the host"),
        ("http://example.org./", "a dot after the host"),
        ("http://example.org", "no path"),
        ("http://example.org/a/../b", "a path that goes up"),
        ("http://example.org/%zz", "a sign that encodes nothing"),
        ("http://example.org/a b", "a space"),
        ("http://example.org/\r\nX:", "a line break"),
        ("http://example.org/ü", "a letter beyond ASCII"),
        ("http://example.org/#part", "a fragment, which is not sent"),
        ("http://[::1]/", "an IPv6 address"),
        ("http://" + "a" * 64 + ".org/", "a label too long"),
        ("ftp://example.org/", "another scheme"),
    ],
)
def test_all_else_is_cleaned_first(url: str, why: str) -> None:
    assert plain_parts(url) is None, why
