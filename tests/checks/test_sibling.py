"""A made-up sibling of a page: where it is asked for, and what its answer tells of the page."""

from __future__ import annotations

import asyncio

import pytest

from tests.checks.scripted import ScriptedWeb, article, failure, html, redirect, response
from verifier.checks.follow import follow
from verifier.checks.likeness import Likeness
from verifier.checks.sibling import SiblingProbe
from verifier.web.exchange import FailureKind


@pytest.mark.parametrize(
    ("url", "before", "after"),
    [
        ("https://s.example/a/b.html", "https://s.example/a/", ".html"),
        ("https://s.example/a/b/", "https://s.example/a/", "/"),
        ("https://s.example/b.longsuffix", "https://s.example/", ""),
        ("https://s.example/", None, None),
        ("https://s.example", None, None),
        ("https://s.example/the-long-ebb?part=3", None, None),
    ],
)
def test_where_a_sibling_stands(url, before, after):
    web = ScriptedWeb({})
    chain = asyncio.run(follow(web, url))
    likeness, requests = asyncio.run(SiblingProbe(web, name=lambda _place: "madeup").compare(chain))
    if before is None:
        assert (likeness, requests, len(web.asked)) == (Likeness.UNKNOWN, 0, 1)
    else:
        assert (likeness, requests, web.urls[-1]) == (Likeness.HONEST, 2, f"{before}madeup{after}")


@pytest.mark.parametrize(
    ("sibling", "likeness"),
    [
        (response(article("Rivers")), Likeness.SAME),
        (response(article("Something else entirely", text="other words " * 90)), Likeness.DIFFERENT),
        (response("", 404), Likeness.HONEST),
        (response("", 410), Likeness.HONEST),
        (response("", 401), Likeness.UNKNOWN),
        (response("", 429), Likeness.UNKNOWN),
        (response("", 500), Likeness.UNKNOWN),
        (response(b"%PDF", content_type="application/pdf"), Likeness.UNKNOWN),
        (failure(FailureKind.READ_TIMEOUT), Likeness.UNKNOWN),
        (redirect("https://s.example/a/madeup"), Likeness.UNKNOWN),
    ],
)
def test_what_a_sibling_tells(sibling, likeness):
    web = ScriptedWeb({"https://s.example/a/rivers": response(article("Rivers"))}, missing=sibling)
    web.pages["https://s.example/robots.txt"] = [response("", 404)]
    chain = asyncio.run(follow(web, "https://s.example/a/rivers"))
    assert asyncio.run(SiblingProbe(web, name=lambda _place: "madeup").compare(chain))[0] is likeness


def test_words_that_repeat_the_address_do_not_tell_pages_apart():
    def echo(name: str):
        return response(html("Library", f"<p>You are at /a/{name} .</p><p>{'All books are lent. ' * 20}</p>"))

    web = ScriptedWeb({"https://s.example/a/x9": echo("x9"), "https://s.example/a/madeup": echo("madeup")})
    chain = asyncio.run(follow(web, "https://s.example/a/x9"))
    assert asyncio.run(SiblingProbe(web, name=lambda _place: "madeup").compare(chain))[0] is Likeness.ECHO


MENU = "".join(f"<p>Item {n} of the register and how to find it</p>" for n in range(60))


@pytest.mark.parametrize(
    ("record", "blank", "likeness", "why"),
    [
        ("<p>Sea holly</p>", "", Likeness.DIFFERENT, "the title stands where the sibling has nothing"),
        ("<p>Sea holly</p>", "<p>Choose a sheet</p>", Likeness.DIFFERENT, "or other words"),
        ("<p>Sea holly</p>", "<p>Sea holly</p>", Likeness.SAME, "it stands on every page"),
        ("<p>Samphire</p>", "", Likeness.SAME, "another line than the title"),
        ("<p>Sea holly</p>", "<p>No madeup</p>", Likeness.ECHO, "told back"),
    ],
)
def test_a_title_on_a_line_of_its_own_tells_a_record_from_its_template(record, blank, likeness, why):
    url = "https://s.example/sheet/one"
    web = ScriptedWeb(
        {url: response(html("Register", MENU + record))}, missing=response(html("Register", MENU + blank))
    )
    web.pages["https://s.example/robots.txt"] = [response("", 404)]
    chain = asyncio.run(follow(web, url))
    probe = SiblingProbe(web, name=lambda _place: "madeup")
    told, _ = asyncio.run(probe.compare(chain, bears=lambda lines: "Sea holly" in lines))
    assert told is likeness, why


def teasers(seed: str, said: str) -> str:
    return f"<p>{said}</p>" + "".join(f"<p>The {seed} story number {n} of many</p>" for n in range(30))


@pytest.mark.parametrize(
    ("page", "sibling", "likeness", "why"),
    [
        ("Sorry, the page you requested was removed.", None, Likeness.REGRET, "the same regret, among other teasers"),
        ("Hledaná stránka neexistuje.", None, Likeness.REGRET, "in another language"),
        ("The mole is open.", "The page you requested was removed.", Likeness.DIFFERENT, "only of the made-up address"),
        ("Some pages were removed.", None, Likeness.DIFFERENT, "of others than this"),
        ("The page you requested will be back soon.", None, Likeness.DIFFERENT, "it is not gone"),
    ],
)
def test_a_regret_at_both_addresses_tells_more_than_what_stands_around(page, sibling, likeness, why):
    url = "https://s.example/story/one"
    other = response(html("Daily", teasers("other", sibling or page)))
    web = ScriptedWeb({url: response(html("Daily", teasers("first", page)))}, missing=other)
    web.pages["https://s.example/robots.txt"] = [response("", 404)]
    chain = asyncio.run(follow(web, url))
    assert asyncio.run(SiblingProbe(web, name=lambda _place: "madeup").compare(chain))[0] is likeness, why
