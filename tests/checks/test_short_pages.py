"""Short pages cited without a title: what the same host shows for a made-up address tells what they are."""

from __future__ import annotations

import re

import pytest

from tests.checks.scripted import ScriptedWeb, check, html, response
from verifier.model.evidence import LiveResult

SITE = "https://site.example"
URL = f"{SITE}/2016/4118"
ROBOTS = f"{SITE}/robots.txt"
MENU = "<div>" + "".join(f"<a href=/{n}>One of many things to read</a> " for n in range(60)) + "</div>"
HOME = response(html("Quay", f"<h1>Welcome</h1><p>{'All about the quay. ' * 20}</p>"))


def found(body: str, *, everywhere: bool, at_home: bool = False, url: str = URL) -> tuple[LiveResult, ScriptedWeb]:
    page = response(html("Quay", body))
    pages = {ROBOTS: response("", 404), url: page, f"{SITE}/": page if at_home else HOME}
    web = ScriptedWeb(pages, missing=page if everywhere else None)
    return check(web, url).result, web


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("<p>There is no document matching your request.</p>", "no such document"),
        ("<p>Nu s-au găsit înregistrări.</p>", "no records, ro"),
        ("<p>該当するデータがありません。</p>", "nothing of that kind, ja"),
        ("<p>Qsdf wxcv azer.</p>", "a language that no list knows"),
        ("<p>Casino bonus 500%, play today.</p>", "somebody else's business"),
    ],
)
def test_one_page_for_every_address_but_the_home_page_is_an_error_page(body: str, why: str) -> None:
    result, _ = found(f"<a href=/>Quay</a>{body}", everywhere=True)
    assert (result.outcome.value, result.confirmed) == ("soft_404", True), why


@pytest.mark.parametrize(
    ("body", "outcome", "why"),
    [
        ("<a href=/>Quay</a><p>There is no document matching your request.</p>", "soft_404", "it says so"),
        ("<a href=/>Quay</a><p>The band of the quay plays in May.</p>", "unrendered", "a site of one page, perhaps"),
        ("<p>Qsdf wxcv azer.</p>", "server_error", "bare, in words that no list knows"),
    ],
)
def test_one_page_at_home_too_condemns_only_by_its_words(body: str, outcome: str, why: str) -> None:
    assert found(body, everywhere=True, at_home=True)[0].outcome.value == outcome, why


def test_an_honest_host_clears_without_a_word() -> None:
    result, web = found("<p>412 cm.</p>", everywhere=False)
    assert (result.outcome.value, result.evidence) == ("ok", ("answered 200 (ok)",))
    assert len(web.asked) == 3, "the page, robots.txt, the sibling"


def test_long_menus_do_not_make_two_short_pages_one() -> None:
    page, other = (
        response(html("Quay", f"{MENU}<p>{text}</p>")) for text in ("The lamp of 1931.", "Nothing here, sorry.")
    )
    web = ScriptedWeb({ROBOTS: response("", 404), URL: page}, missing=other)
    assert check(web, URL).result.outcome.value == "ok"


@pytest.mark.parametrize(
    ("url", "body", "why"),
    [
        (URL, f"<p>{'The lamp was lit every night of the year. ' * 8}</p>", "a text"),
        (f"{SITE}/", "<p>412 cm.</p>", "a home page"),
    ],
)
def test_nothing_is_asked_where_it_would_tell_nothing(url: str, body: str, why: str) -> None:
    result, web = found(body, everywhere=True, url=url)
    assert (result.outcome.value, len(web.asked)) == ("ok", 1), why


def test_where_a_number_may_choose_the_page_another_number_is_asked_for() -> None:
    url = f"{SITE}/photo/48213/lamp"
    chosen, web = found("<p>Lamp, 1931.</p>", everywhere=False, url=url)
    assert chosen.outcome.value == "ok"
    assert re.fullmatch(rf"{SITE}/photo/19\d{{8}}/[a-z]{{25}}", web.urls[-1])
    assert found("<a href=/>Quay</a><p>Lamp?</p>", everywhere=True, url=url)[0].outcome.value == "soft_404"


def test_a_query_that_chooses_nothing_condemns_nobody() -> None:
    url = f"{SITE}/view.php?id=3"
    assert found("<h1>Quay 3</h1><p>Open.</p>", everywhere=True, url=url)[0].outcome.value == "unrendered"
    assert found("<h1>Quay</h1><p>No such entry.</p>", everywhere=True, url=url)[0].outcome.value == "soft_404"


def test_html_that_calls_itself_a_pdf_is_read_as_the_page_it_is() -> None:
    url = f"{SITE}/a/tides.pdf"
    lost = response("<html><body>Error: file does not exist.</body></html>", content_type="application/pdf")
    web = ScriptedWeb({ROBOTS: response("", 404), url: lost, f"{SITE}/": HOME}, missing=lost)
    assert check(web, url).result.outcome.value == "soft_404"
    real = ScriptedWeb({url: response(b"%PDF-1.4\n<html>", content_type="application/pdf")})
    assert check(real, url).result.outcome.value == "ok"
    feed = ScriptedWeb({url: response("<html></html>", content_type="application/json")})
    assert check(feed, url).page is None, "data is no page"


@pytest.mark.parametrize(
    ("heading", "text", "outcome", "why"),
    [
        ("Notice", "Article 5 has been deleted by the act of 3 May 2011.", "unrendered", "a law"),
        (
            "Hinweis",
            "Das Produkt wurde 2018 vom Markt genommen und ist nicht mehr erhältlich.",
            "unrendered",
            "a recall",
        ),
        ("Sorry", "A song. The single was deleted from the catalogue in 1984.", "unrendered", "a song"),
        ("Notice", "The page you requested has been deleted.", "soft_404", "it speaks of itself"),
        ("Hinweis", "Dieser Artikel wurde gelöscht.", "soft_404", "it speaks of itself, de"),
    ],
)
def test_a_mere_notice_condemns_no_page_that_speaks_of_other_things(
    heading: str, text: str, outcome: str, why: str
) -> None:
    page = response(html(heading, f"<h1>{heading}</h1><p>{text}</p>"))
    url = f"{SITE}/laws/act-on-water"
    assert check(ScriptedWeb({url: page}), url).result.outcome == outcome, why
