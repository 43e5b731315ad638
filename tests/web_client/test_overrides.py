"""`--resolve`: reading it, and which of several applies."""

from __future__ import annotations

import contextlib
from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.model.errors import UsageError
from verifier.web.overrides import NoAddress, Override, find, parse_override


@pytest.mark.parametrize(
    ("text", "override"),
    [
        ("example.org:443:127.0.0.1:8443", Override("example.org", 443, ip_address("127.0.0.1"), 8443)),
        ("Example.ORG.:443:127.0.0.1:8443", Override("example.org", 443, ip_address("127.0.0.1"), 8443)),
        ("*:80:[::1]:8080", Override(None, 80, ip_address("::1"), 8080)),
        ("*:*:127.0.0.1:*", Override(None, None, ip_address("127.0.0.1"), None)),
        ("[2001:db8::1]:80:127.0.0.1:81", Override("2001:db8::1", 80, ip_address("127.0.0.1"), 81)),
        ("gone.example:*:nxdomain", Override("gone.example", None, NoAddress.NXDOMAIN)),
        ("gone.example:*:NXDOMAIN:0", Override("gone.example", None, NoAddress.NXDOMAIN, 0)),
        ("gone.example:80:servfail:80", Override("gone.example", 80, NoAddress.SERVFAIL, 80)),
        ("gone.example:80:silent:*", Override("gone.example", 80, NoAddress.SILENT)),
    ],
)
def test_an_override_is_read(text, override):
    assert parse_override(text) == override


@pytest.mark.parametrize(
    "text",
    [
        "", "example.org", "example.org:80", "example.org:80:127.0.0.1", ":80:127.0.0.1:80", "a:b:127.0.0.1:80",
        "a:0:127.0.0.1:80", "a:80:127.0.0.1:99999", "a:80:localhost:80", "a:80:127.0.0.1:80:1", "a:80:::1:80",
        "a:80:[::1:80", "a:80:127.1:80", "a:-1:127.0.0.1:80", "a:٨٠:127.0.0.1:80",
    ],
)  # fmt: skip
def test_what_is_none_is_refused_with_a_hint(text):
    with pytest.raises(UsageError) as caught:
        parse_override(text)
    assert "HOST:PORT:ADDRESS:PORT" in caught.value.hint and text in caught.value.message


@given(st.text(alphabet="*:.[]0123456789abcdef", max_size=60))
def test_any_text_is_read_or_refused(text):
    with contextlib.suppress(UsageError):
        parse_override(text)


def test_the_most_exact_rule_applies():
    rules = [
        parse_override(text)
        for text in ("*:*:127.0.0.1:1", "site.example:*:127.0.0.1:3", "*:80:127.0.0.1:2", "site.example:80:127.0.0.1:4")
    ]
    for host, port, target in (
        ("site.example", 80, 4), ("SITE.example.", 443, 3), ("other.example", 80, 2), ("other.example", 81, 1),
    ):  # fmt: skip
        found = find(rules, host, port)
        assert found is not None and found.target_port == target
    assert find(rules[3:], "other.example", 80) is None
