"""Short honest pages about gates, works and withheld pages: what they speak of is their matter, not their state."""

from __future__ import annotations

import pytest

from tests.checks.scripted import ScriptedWeb, check, html, response
from verifier.checks.page.reading import read_page
from verifier.checks.signs.address_words import names_its_address
from verifier.model.evidence import Page

SITE = "https://site.example"
ROBOTS = f"{SITE}/robots.txt"
CONSENT = html("Shop", "<h1>Cookies</h1><p>We use cookies. You can accept all cookies or refuse them.</p>")
PAYWALLS = html("Gazette", "<h1>How paywalls work</h1><p>Readers must subscribe to continue reading, said editors.</p>")
BRIDGE = html(
    "Elder bridge maintenance works",
    "<h1>Maintenance works on the Elder bridge</h1><p>The site is under maintenance.</p>",
)
BUG = html("Bug 2214", "<h1>Bug 2214</h1><p>The server returned 404 for files with a plus sign in their name.</p>")
SIGN_IN = html("Library", "<h1>Loans</h1><p>To view your loans, please log in with your card.</p>")
AWAY = html("Film", "<h1>Film</h1><p>This film is not available in your country.</p>")
ESSAY = html(
    "Maps",
    "<h1>Why films are not available in your country</h1><p>Licences are sold by territory, one by one. "
    "This page explains how the holders of rights decide.</p>",
)
PETITION = html(
    "Crossing",
    "<h1>A safe crossing</h1><p>Are you 18 or over 18 years of age? Then sign.</p><form><input type='email' name=e>"
    "<button>Sign</button><button>Share</button></form>",
)
AGE = html("Gin", "<h1>Are you over 18?</h1><button>Yes</button><button>No</button>")
FOUR = html(
    "404 | Essays",
    "<h1>404</h1><p>That number stands for a page that was not found, and some pages of that kind are fun to read. "
    "Mine has a drawing of a lighthouse without a lamp.</p>",
)
LOST = html("Pilot not found", "<h1>Pilot not found</h1><p>The pilot was not found.</p>")
FRAME = html("Levels", "<h1>Water levels</h1><p>Nine gauges.</p><div id=root></div><script src=a.js></script>")


def said(_page: Page) -> bool:
    return True


def in_a_heading(page: Page) -> bool:
    """Whether the cited title is one of the page's headings."""
    return "Water levels" in (*page.headings, page.title)


@pytest.mark.parametrize(
    ("path", "body", "outcome", "why"),
    [
        ("/cookie-policy", CONSENT, "ok", "a policy on cookies, cited as such"),
        ("/2019/rivers", CONSENT, "access_wall", "the same words where a text was cited"),
        ("/2021/how-paywalls-work", PAYWALLS, "ok", "an article on paywalls"),
        ("/2019/rivers", PAYWALLS, "access_wall", "the same words where a text was cited"),
        ("/bugs/2214", BUG, "ok", "a sign within words is no sign-in"),
        ("/help/how-to-sign-in", SIGN_IN, "ok", "help on signing in"),
        ("/2019/rivers", SIGN_IN, "access_wall", "a sign-in before a text"),
        ("/2021/films", ESSAY, "ok", "an essay that says more than that a film is withheld"),
        ("/2021/films", AWAY, "access_denied", "a page that says nothing else"),
        ("/crossing", PETITION, "ok", "a petition that names an age, and asks for an address"),
        ("/crossing", AGE, "access_wall", "a question for the age"),
        ("/2021/maintenance-works-elder-bridge", BRIDGE, "ok", "a notice of works, named by its address"),
        ("/2019/rivers", BRIDGE, "server_error", "works in the place of a text"),
        ("/essays/404-2/", FOUR, "ok", "an essay on error pages, at an address that bears its name"),
        ("/2019/rivers", FOUR, "soft_404", "the same words where a text was cited"),
        ("/2019/pilot-not-found", LOST, "ok", "news of a loss, named by its address"),
        ("/2019/rivers", LOST, "unrendered", "a loss where a text was cited"),
    ],
)
def test_a_page_cited_for_its_matter_is_not_taken_for_a_gate(path, body, outcome, why):
    web = ScriptedWeb({ROBOTS: response("", 404), SITE + path: response(body)}, missing=response("", 404))
    result = check(web, SITE + path).result
    assert result.outcome == outcome, (why, result.evidence)


def test_an_address_that_spells_an_errors_name_clears_no_host_that_has_it_for_every_address():
    web = ScriptedWeb({ROBOTS: response("", 404)}, missing=response(FOUR))
    assert check(web, f"{SITE}/essays/404-2").result.outcome == "soft_404"


def test_a_host_at_rest_for_every_address_is_no_notice_of_works_on_a_bridge():
    web = ScriptedWeb({ROBOTS: response("", 404)}, missing=response(BRIDGE))
    assert check(web, f"{SITE}/2021/maintenance-works-elder-bridge").result.outcome == "server_error"


@pytest.mark.parametrize("body", [CONSENT, PAYWALLS, SIGN_IN, AWAY, FRAME])
def test_nothing_withholds_a_page_that_holds_what_is_quoted_from_it(body):
    web = ScriptedWeb({ROBOTS: response("", 404), f"{SITE}/2019/rivers": response(body)}, missing=response("", 404))
    assert check(web, f"{SITE}/2019/rivers", expected=said, quoted=said).result.outcome == "ok"


@pytest.mark.parametrize("body", [CONSENT, PAYWALLS, SIGN_IN, AWAY])
def test_a_title_alone_clears_no_gate(body):
    web = ScriptedWeb({ROBOTS: response("", 404), f"{SITE}/2019/rivers": response(body)}, missing=response("", 404))
    assert check(web, f"{SITE}/2019/rivers", expected=said).result.outcome != "ok"


def test_a_frame_under_the_cited_heading_is_part_of_a_page_and_under_a_title_alone_is_none():
    url = f"{SITE}/2019/levels"
    web = ScriptedWeb({url: response(FRAME)}, missing=response("", 404))
    assert check(web, url, expected=in_a_heading).result.outcome == "ok"
    empty = html("Water levels", "<div id=root></div><script src=a.js></script>")
    web = ScriptedWeb({url: response(empty)}, missing=response("", 404))
    assert check(web, url, expected=in_a_heading).result.outcome == "unrendered"


@pytest.mark.parametrize(
    ("path", "named", "why"),
    [
        ("/works-elder-bridge.html", True, "three words of three"),
        ("/bridge", False, "one word may be the site's name"),
        ("/elder-bridge-river-trust-annual", False, "two words of five"),
        ("/doi/10.1234/elder-bridge", False, "a code, whatever it looks like"),
        ("/", False, "no words at all"),
    ],
)
def test_which_headings_name_what_the_address_names(path, named, why):
    read = read_page(BRIDGE.encode(), "text/html")
    assert names_its_address(SITE + path, read) is named, why
