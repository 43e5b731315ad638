"""Cookies on the way to a page: sent back where they belong, bounded, and never the cause of a crash."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.checks.cookies import Jar


@pytest.mark.parametrize(
    ("set_by", "cookie", "asked", "sent"),
    [
        ("https://s.example/a/b", "n=v", "https://s.example/a/c", "n=v"),
        ("https://s.example/a/b", "n=v", "https://s.example/x", ""),
        ("https://s.example/a/b", "n=v; Path=/", "https://s.example/x", "n=v"),
        ("https://s.example/a", "n=v; Path=/ab", "https://s.example/abc", ""),
        ("https://s.example/", "n=v", "https://www.s.example/", ""),
        ("https://www.s.example/", "n=v; Domain=s.example", "https://api.s.example/", "n=v"),
        ("https://www.s.example/", "n=v; domain=.s.example", "https://s.example/", "n=v"),
        ("https://www.s.example/", "n=v; Domain=example", "https://t.example/", ""),
        ("https://www.s.co.uk/", "n=v; Domain=co.uk", "https://t.co.uk/", ""),
        ("https://s.example/", "n=v; Domain=t.example", "https://t.example/", ""),
        ("https://s.example/", "n=v; Secure", "http://s.example/", ""),
        ("https://s.example/", "n=v; Secure", "https://s.example/", "n=v"),
        ("https://s.example/", "n=", "https://s.example/", "n="),
        ("https://s.example/", "novalue", "https://s.example/", ""),
        ("https://s.example/", "=v", "https://s.example/", ""),
        ("https://s.example/", "n=v\r\nX: y", "https://s.example/", ""),
        ("http://192.0.2.1/", "n=v; Domain=0.2.1", "http://9.0.2.1/", ""),
    ],
)
def test_cookies_go_where_they_belong(set_by, cookie, asked, sent):
    jar = Jar()
    jar.store(set_by, [cookie])
    assert jar.header(asked) == sent


def test_cookies_are_replaced_deleted_and_bounded():
    jar = Jar()
    jar.store("https://s.example/", ["a=1; Path=/", "a=2; Path=/", "b=1; Path=/", "c=1; Path=/"])
    jar.store("https://s.example/", ["b=; Path=/; Max-Age=0", "c=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT"])
    assert jar.header("https://s.example/") == "a=2"
    jar.store("https://s.example/", [f"n{number}=1" for number in range(500)])
    assert jar.header("https://s.example/").count(";") < 50


@given(st.text(max_size=100))
def test_any_cookie_is_taken_or_left(header):
    jar = Jar()
    jar.store("https://s.example/a", [header])
    assert "\n" not in jar.header("https://s.example/a") and "\r" not in jar.header("https://s.example/a")
