"""What a URL means to the client before anything is sent."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.web.exchange import FailureKind
from verifier.web.target import Problem, clean_url, host_problem, in_punycode


@pytest.mark.parametrize(
    ("url", "cleaned"),
    [
        ("http://example.org", "http://example.org/"),
        ("HTTP://example.org/A", "http://example.org/A"),
        ("  http://example.org/a\n", "http://example.org/a"),
        ("http://exam\nple.org/a\tb", "http://example.org/ab"),
        ("http:\\\\example.org\\a?b\\c", "http://example.org/a?b\\c"),
        ("http://example.org\\@evil.example/", "http://example.org/@evil.example/"),
        ("http://user:pw@example.org:8080/a#b", "http://example.org:8080/a#b"),
        ("http://a@b@example.org/", "http://example.org/"),
        ("http://[2001:db8::1]:80/", "http://[2001:db8::1]:80/"),
        ("http://0177.0.0.1:8080/a", "http://127.0.0.1:8080/a"),
        ("http://0x7F.1/", "http://127.0.0.1/"),
        ("http://2130706433", "http://127.0.0.1/"),
        ("http://08.1.1.1/", "http://08.1.1.1/"),
        ("http://1.example.org/", "http://1.example.org/"),
    ],
)
def test_cleaned_as_browsers_do(url, cleaned):
    assert clean_url(url) == cleaned


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("", FailureKind.MALFORMED),
        ("example.org", FailureKind.MALFORMED),
        ("//example.org/", FailureKind.MALFORMED),
        ("http:///a", FailureKind.MALFORMED),
        ("http://example.org:port/", FailureKind.MALFORMED),
        ("http://example.org:0/", FailureKind.MALFORMED),
        ("http://[::1/", FailureKind.MALFORMED),
        ("http://example.org/" + "a" * 20_000, FailureKind.MALFORMED),
        ("mailto:a@example.org", FailureKind.UNSUPPORTED_SCHEME),
        ("javascript:alert(1)", FailureKind.UNSUPPORTED_SCHEME),
        ("FTP://example.org/", FailureKind.UNSUPPORTED_SCHEME),
    ],
)
def test_what_cannot_be_asked_for(url, kind):
    problem = clean_url(url)
    assert isinstance(problem, Problem) and problem.kind is kind and problem.message


@given(st.one_of(st.text(max_size=80), st.text(max_size=60).map(lambda text: f"http://{text}")))
def test_any_text_is_cleaned_or_refused_and_no_credentials_stay(text):
    cleaned = clean_url(text)
    if isinstance(cleaned, str):
        assert "@" not in urlsplit(cleaned).netloc and urlsplit(cleaned).scheme in ("http", "https")


@pytest.mark.parametrize(
    ("host", "good"),
    [("example.org", True), ("example.org.", True), ("a_b.example", True), ("xn--n3h.example", True), ("::1", True),
     ("a..b", False), ("", False), (".", False), ("a b", False), ("a" * 64, False), ("a." * 127 + "ab", False),
     ("%31.example", False)],
)  # fmt: skip
def test_host_names(host, good):
    assert (host_problem(host) is None) is good


def test_punycode_for_names_without_a_place_in_idna():
    assert in_punycode("http://☃.example:81/ä") == "http://xn--n3h.example:81/ä"
    assert in_punycode("http://１２７.0.0.1/") == "http://127.0.0.1/"
