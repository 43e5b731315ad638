"""Scripts that send readers on: followed when they say plainly where to, and left alone in every other case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.checks.page.script_redirects import script_target, told_and_sent_back


@pytest.mark.parametrize(
    ("code", "target"),
    [
        ("location = '/new'", "/new"),
        ('window.location.href="https://h.example/a";', "https://h.example/a"),
        ("document.location.replace( '/new' );", "/new"),
        ("top.location.assign('/new')", "/new"),
        ("self.location.href = '/new';\n", "/new"),
        ('window.location.replace("https:\\/\\/h.example\\/a");', "https://h.example/a"),
        ("setTimeout(function(){ location.href='/new' }, 3000);", "/new"),
        ("window.onload=function(){window.location.href='/new'}", "/new"),
        ("/* moved in 2019 */ location.href = '/new' ;", "/new"),
        ("// location.href='/old'\nlocation.href='/new'", "/new"),
        ("location.href='/new'; location.replace('/new');", "/new"),
        ("location.href='/new?id=1&x=2#part'", "/new?id=1&x=2#part"),
    ],
)
def test_what_a_browser_would_do_at_once(code: str, target: str) -> None:
    assert script_target(code) == target


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("", "no script"),
        ("var a = 1;", "nothing about an address"),
        ("if (mobile) { location.href='/m' }", "on a condition"),
        ("location.href = small ? '/m' : '/d'", "one of two"),
        ("small && (location.href='/m')", "a condition in short"),
        ("location.href = '/m'; location.href = '/d';", "two addresses"),
        ("location.href = '/a' + id", "put together"),
        ("location.href = base + '/a'", "put together"),
        ("location.href = target;", "computed"),
        ("document.cookie='seen=1'; location.href='/a?t=1'", "a cookie is what this is about"),
        ("button.addEventListener('click', function(){location.href='/a'})", "only when clicked"),
        ("my.location.href='/a'", "some other thing of that name"),
        ("relocation = '/a'", "another word"),
        ("location.reload()", "the same page anew"),
        ("location.href = '\\x2fa'", "escapes that would have to be computed"),
        ("/* location.href='/a' */", "in a comment"),
        ("location.href='/a';" + " " * 5000, "more than a script that only sends on"),
    ],
)
def test_what_depends_on_anything_is_left_alone(code: str, why: str) -> None:
    assert script_target(code) is None, why


@given(st.text(alphabet="location.href='\"/*\n ;=+(){}windowreplace\\", max_size=200))
def test_any_script_can_be_read(code: str) -> None:
    target = script_target(code)
    assert target is None or target in code.replace("\\/", "/")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("alert('Gone.');history.back();", "Gone."),
        ('window.alert("Gone.\\nBack we go."); window.history.go(-1)', "Gone.\nBack we go."),
        ("alert('Gone.'); location.href='/'", None),
        ("history.back()", None),
        ("// alert('Gone.')\nhistory.back()", None),
        ("my.alert('Gone.');history.back()", None),
        ("alert(text);history.back()", None),
        ("alert('" + "a" * 5000 + "');history.back()", None),
    ],
)
def test_what_is_told_before_readers_are_sent_back(code: str, told: str | None) -> None:
    assert told_and_sent_back(code) == told
