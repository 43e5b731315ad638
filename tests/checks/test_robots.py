"""robots.txt: what it allows, what its absence means, and how often it is asked for."""

from __future__ import annotations

import asyncio

import pytest

from tests.checks.scripted import ScriptedWeb, response
from verifier.checks.robots import Robots, Rules


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", True),
        ("User-agent: *\nDisallow: /private", True),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: verifier\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: other\nDisallow: /", True),
        ("User-agent: *\nDisallow: /*a*a*a*a*a*a*a*a*a*a$", False),
        ("<html>not robots.txt</html>", True),
    ],
)
def test_what_a_robots_txt_allows(text, allowed):
    assert Rules.parse(text).allow("https://s.example/2019/made-up") is allowed


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_robots_txt_that_cannot_be_had_forbids(status):
    web = ScriptedWeb({"https://s.example/robots.txt": response("", status)})
    assert asyncio.run(Robots(web).allow("https://s.example/a")) == (False, 1)


def test_robots_txt_is_asked_for_once_per_origin():
    web = ScriptedWeb({})

    async def scenario():
        robots = Robots(web)
        return [await robots.allow(url) for url in ("https://s.example/a", "https://s.example/b", "http://s.example/")]

    assert asyncio.run(scenario()) == [(True, 1), (True, 0), (True, 1)]
