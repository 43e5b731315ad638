"""Pages without the cited title and with hardly a word of their own; whole checks over a web of data."""

from __future__ import annotations

import pytest

from tests.checks.scripted import ScriptedWeb, check, html, response
from verifier.model.evidence import LiveOutcome, Page

URL = "https://site.example/a/keeper"
REST = "The town asked what was to be done with the quay; 411 letters came, and all are kept."
NOTE = '<p class="alert alert-warning" role="alert">The survey is closed.</p>'
MENU = "<ul>" + "".join(f"<li><a href=/{n}>One of many things to read</a></li>" for n in range(20)) + "</ul>"


def outcome(body: str, *, bears: bool | None, title: str = "Quay") -> LiveOutcome:
    def expected(page: Page) -> bool | None:
        return bears

    web = ScriptedWeb({URL: response(html(title, body))})
    return check(web, URL, expected=expected).result.outcome


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (f"{MENU}<p>A new keeper is wanted here.</p>", "a sentence among menus"),
        (f"{MENU}<h1>Seda lehte enam pole</h1>", "links under a name that is an error page's"),
        (f"{MENU}<p>Qsdf keeper wxcv azer.</p>", "a language that no list knows"),
        (f"<nav>{MENU}</nav><img src=/keeper.jpg alt=''>", "an empty frame"),
    ],
)
def test_without_the_title_a_page_of_few_words_is_looked_at(body: str, why: str) -> None:
    assert outcome(body, bears=False) is LiveOutcome.UNRENDERED, why
    assert outcome(body, bears=True) is LiveOutcome.OK, "the title is there"
    told = LiveOutcome.UNRENDERED if "enam pole" in body else LiveOutcome.OK
    assert outcome(body, bears=None) is told, "there is none to look for"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("<h1>Nakúpte</h1><p>The petition was deleted.</p>", "what is cited may be that petition"),
        ("<h1>Quay</h1><p>No such thread.</p>", "what is cited may be that thread"),
        ('<h1>Quay</h1><div class="alert alert-danger">Brzdy!</div>', "a box for errors, in whatever words"),
        ("<p role=alert>Brzdy!</p>", "a box for errors, by its role"),
        ("<h1>An error has occurred!</h1><p>The board is off limits.</p>", "something went wrong, whatever it was"),
    ],
)
def test_without_a_title_few_words_of_something_missing_are_worth_a_look(body: str, why: str) -> None:
    assert outcome(body, bears=None) is LiveOutcome.UNRENDERED, why
    assert outcome(body, bears=True) is LiveOutcome.OK, "the title is there"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (
            "<h1>The lock</h1><p>The old gate is gone. " + "A new one was built of oak, it is said. " * 2 + "</p>",
            "a note",
        ),
        ('<h1>Quay</h1><p>Open on Sundays.</p><div class="alert alert-danger"></div>', "an empty box"),
        ("<h1>Quay</h1><p>Open on Sundays.</p>", "a short page"),
        (f"<h1>Your views</h1>{NOTE}<p>{REST}</p>", "a note in a box beside a text"),
        (f"<h1>Regatta</h1>{NOTE}<p>4 May, noon, north quay</p>", "the same, beside a day and a place"),
        ("<h1>Bell</h1><p>No image available</p><p>Brass, 1871. Room four.</p>", "a thing without a picture"),
    ],
)
def test_without_a_title_other_short_pages_are_fine(body: str, why: str) -> None:
    assert outcome(body, bears=None) is LiveOutcome.OK, why


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("<p>" + "The keeper of the lock kept it well. " * 8 + "</p>", "a short text"),
        (f"<h1>All that we have on locks</h1>{MENU}<p>Quay, 12</p>", "a list of links, with a heading"),
        ("<p>" + "The keeper of the lock kept it well. " * 80 + "</p>", "a long text"),
        (
            "<p>" + "¤Î¿ô»ú¤¬°Û¤Ê¤ë¤Î¤Ï " * 3 + "</p>",
            "letters of another script, read as accents: no title is found in it",
        ),
    ],
)
def test_a_page_that_says_enough_is_fine(body: str, why: str) -> None:
    assert outcome(body, bears=False) is LiveOutcome.OK, why


@pytest.mark.parametrize(
    ("body", "told", "why"),
    [
        ("<p>" + "So the show is called, and it has nine rooms. " * 3 + "</p>", "unrendered", "an exhibition"),
        ("<p>The page that you are looking for was not found.</p>", "soft_404", "the text says so as well"),
        ("<p>Sorry!</p>", "soft_404", "hardly a word beside the name"),
    ],
)
def test_under_the_name_of_an_error_a_text_that_misses_nothing_is_looked_at(body: str, told: str, why: str) -> None:
    name = "Error 404: page not found"
    assert outcome(f"<h1>{name}</h1>{body}", bears=None, title=name).value == told, why


def test_who_quotes_an_error_page_is_none():
    name = "Minister löscht Beitrag"
    text = f"<h1>{name}</h1><p>Der Beitrag wurde nach einer Stunde gelöscht. {{}}Diese Seite existiert nicht{{}}.</p>"
    assert outcome(text.format("Dort hieß es: „", "“"), bears=None, title=name) is LiveOutcome.UNRENDERED
    assert outcome(text.format("", ""), bears=None, title=name) is LiveOutcome.SOFT_404
    removed = f"<h1>{name}</h1><p>Dieser Beitrag wurde gelöscht. Siehe „Was wir nicht mehr zeigen“.</p>"
    assert outcome(removed, bears=None, title=name) is LiveOutcome.SOFT_404, "another heading is named"


def test_a_shop_that_is_called_as_an_error_is_none():
    shop, hours = (
        "Hours - Page Not Found",
        "<h1>Hours</h1><p>The shop is open from Wednesday to Saturday, noon to six. In August by appointment.</p>",
    )
    home = "<header><a href='/' rel=home>Page Not Found</a></header>"
    assert outcome(home + hours, bears=None, title=shop) is LiveOutcome.OK
    assert outcome(home + "<h1>Page not found</h1><p>Sorry.</p>", bears=None, title=shop) is LiveOutcome.SOFT_404


def test_what_a_page_says_of_itself_condemns_it_where_a_title_is_missing_or_every_address_gets_it():
    gone = "<h1>Photo removed from the show</h1><p>The photo of the lock was removed, its owner said.</p>"
    assert outcome(gone, bears=False, title="Photo removed") is LiveOutcome.SOFT_404
    assert outcome(gone, bears=None, title="Photo removed") is LiveOutcome.UNRENDERED
    page = response(html("Quay", gone))
    found = check(ScriptedWeb({URL: page}, missing=page), URL).result
    assert (found.outcome, found.confirmed) == (LiveOutcome.SOFT_404, True)


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Photo", "The requested photo was removed at its owner's wish."),
        ("This photo is no longer available", "It was removed, its owner said."),
        ("Photo not found", "The photo was deleted."),
    ],
)
def test_who_speaks_of_the_request_or_points_at_itself_is_believed_without_a_title(heading: str, said: str) -> None:
    body = f"<h1>{heading}</h1><p>{said}</p>"
    assert outcome(body, bears=None, title=heading) is LiveOutcome.SOFT_404


def test_a_search_without_results_is_no_page_though_it_repeats_the_title():
    nothing = "<p>No results for “keeper”</p>"
    assert outcome(nothing, bears=True, title="Search results for “keeper”") is LiveOutcome.UNRENDERED
    found = "<h1>Search results for “keeper”</h1>" + "".join(
        f"<p><a href=/{n}>The keeper, part {n}</a>: how the lock was kept in winter.</p>" for n in range(9)
    )
    assert outcome(found, bears=True, title="Search results for “keeper”") is LiveOutcome.OK


@pytest.mark.parametrize(
    ("title", "body", "why"),
    [
        ("Quay", "<h1>Council replies</h1><p>The file you asked for does not exist.</p>", "an office's answer"),
        (
            "Help",
            "<h1>Why do I see “Page not found”?</h1><p>The page may have been moved or deleted.</p>",
            "help that is asked for",
        ),
        ("Page not found (waltz)", "<h1>Page not found</h1><p>For two accordions.</p>", "within a longer name"),
        ("404", "<h1>Room 404</h1><p>Ring twice.</p>", "a number that is another's"),
        ("Error 404", "<h1>Error 404</h1><p>" + "Waltzes in three movements for two hands. " * 4 + "</p>", "a text"),
    ],
)
def test_words_of_error_pages_alone_are_worth_a_look_where_no_sibling_confirms_them(
    title: str, body: str, why: str
) -> None:
    assert outcome(body, bears=None, title=title) is LiveOutcome.UNRENDERED, why
    assert outcome(body, bears=False, title=title) is LiveOutcome.SOFT_404, "another thing is cited"


@pytest.mark.parametrize(
    ("title", "body", "why"),
    [
        ("Quay", "<h1>Not found</h1><p>The file you asked for does not exist.</p>", "headed so"),
        ("Quay", "<h1>Quay</h1><p>No such page: /a/keeper.</p>", "it tells its address back"),
        ("Page not found (404)", "<h1>Page not found</h1><p>This page does not exist.</p>", "an error's name is none"),
        ("Error 404", "<h1>Error 404</h1><p>Quay's home.</p>", "hardly a word"),
    ],
)
def test_and_condemn_where_all_of_the_page_agrees(title: str, body: str, why: str) -> None:
    assert outcome(body, bears=None, title=title) is LiveOutcome.SOFT_404, why


@pytest.mark.parametrize("name", ["§ 9", "Article 9", "第九条", "제9조", "Pasal 9", "סעיף 9", "Статья 9", "المادة 9"])
def test_deleted_provisions_are_what_laws_hold(name: str) -> None:
    assert outcome(f"<h1>{name} (deleted)</h1><p>Deleted.</p>", bears=None) is LiveOutcome.OK
    assert outcome("<h1>Waltz 9 (deleted)</h1><p>Deleted.</p>", bears=None) is LiveOutcome.UNRENDERED
