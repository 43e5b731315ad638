"""Gates, and pages that are themselves about what gates want."""

from __future__ import annotations

import pytest

from tests.checks.scripted import html
from verifier.checks.page.reading import read_page
from verifier.checks.signs.gates import access_gate

COOKIES = "<p>We use cookies.</p><button>Accept</button>"
CHOICE = "<p>We use cookies.</p><button>Accept</button><button>Reject</button>"
CHOICE_BOX = f"<div class=cookie-bar>{CHOICE}</div>"
PARTNERS = "<p>We and our partners process your data. Do you agree?</p><button>I agree</button><button>No</button>"
SIGN_IN = "<h1>Log in</h1><form><input name=user><button>Go</button></form>"
PASSWORD = "<h1>Log in</h1><form><input name=user><input type=password><button>Go</button></form>"
TERMS = "<p>By law nobody under that age may see what the brewery's pages show, in this country at least.</p>"
OFFER = "<h1>Subscribe now</h1><p>Subscribe to read the full article.</p>"


@pytest.mark.parametrize(
    ("path", "body", "is_gate", "why"),
    [
        ("/2021/ferry", COOKIES, True, "a consent dialogue in place of an article"),
        ("/cookie-policy", COOKIES, False, "a page about cookies speaks of them"),
        (
            "/cookies",
            f"{CHOICE_BOX}<h1>Cookies</h1><p>You must ask before you set any.</p>",
            False,
            "a box beside such a text",
        ),
        ("/consent", CHOICE, True, "a bare choice is put to its readers, whatever the address"),
        ("/consent", f"<p>{'It lets readers choose, and keeps their choice. ' * 4}</p>{CHOICE}", False, "it says more"),
        ("/2021/ferry", PARTNERS, True, "consent, asked for without the word cookie"),
        ("/2021/ferry", "<p>Our partners.</p><button>Accept</button>", False, "nothing to choose from"),
        ("/paywall", OFFER, True, "the name of the gate itself, which no text on paywalls has alone"),
        ("/2021/ferry", OFFER, True, "an offer in place of an article"),
        ("/subscribe", OFFER, False, "the page of the offer itself"),
        ("/cookie-policy", OFFER, True, "an offer has nothing to do with cookies"),
        ("/2021/ferry", f"<h1>Are you over 18?</h1>{TERMS}<button>Yes</button>", True, "a question and its terms"),
        (
            "/2021/ferry",
            f"<h1>Are you over 18?</h1>{TERMS * 3}<button>Share</button>",
            False,
            "a text on such questions",
        ),
        (
            "/2021/ferry",
            "<h1>Welcome</h1><p>Are you of legal drinking age?</p><button>Yes</button><button>No</button>",
            True,
            "an age without its number",
        ),
        ("/2021/ferry", f"{CHOICE_BOX}<h1>Ferry act<br>Section 9</h1><p>(repealed)</p>", False, "a heading in lines"),
        ("/law/drinking-age", f"<h1>Age</h1><p>Are you over 18? Then {TERMS}</p>{CHOICE_BOX}", False, "a law on age"),
        ("/2021/ferry", SIGN_IN, True, "a form in place of an article"),
        ("/login", SIGN_IN, False, "the form was cited"),
        ("/login", PASSWORD, True, "what asks for a password is a form, whatever its address"),
    ],
)
def test_a_page_about_what_a_gate_wants_is_no_gate(path: str, body: str, is_gate: bool, why: str) -> None:
    read = read_page(html("Harbour", body).encode(), "text/html; charset=utf-8")
    assert (access_gate((f"https://site.example{path}",), 200, read) is not None) is is_gate, why


SEARCH = "<form><input name=q><button>Find</button></form>"


@pytest.mark.parametrize(
    ("heading", "words", "is_gate", "why"),
    [
        ("Log in to the tower: nine keepers tell", 40, False, "a headline over a text"),
        ("Log in to the tower: nine keepers tell", 8, True, "the same over a line"),
        ("Please log in", 40, True, "a short name over help on signing in"),
        ("Вход в пещеру снова открыт для всех", 40, False, "an entrance, ru"),
        ("Вход", 40, True, "a sign-in, ru"),
    ],
)
def test_a_headline_that_holds_words_for_a_sign_in_is_none(heading: str, words: int, is_gate: bool, why: str) -> None:
    text = "The lamp was lit every night. " * (words // 6)
    read = read_page(html(heading, f"{SEARCH}<h1>{heading}</h1><p>{text}</p>").encode(), "text/html; charset=utf-8")
    assert (access_gate(("https://site.example/2021/ferry",), 200, read) is not None) is is_gate, why


BAR = "<div role=dialog><p>We use cookies.</p><button>Accept</button></div>"


@pytest.mark.parametrize(
    ("body", "is_gate", "why"),
    [
        (f"<h1>Sold out</h1><p>This lamp is sold out for now.</p>{BAR}", False, "a short text with a bar beside it"),
        (f"<h1>Page not found</h1>{BAR}", False, "an error page's name with a bar beside it"),
        (f"<h1>Harbour</h1>{BAR}", True, "a name and no text"),
        (f"<h1>Harbour</h1>{BAR.replace('role=dialog', '')}", True, "no mark that parts the two"),
        (f"<h1>Harbour</h1><p>We and 841 partners keep cookies on your device.</p>{BAR}", True, "the text asks, too"),
    ],
)
def test_a_consent_bar_beside_a_text_is_no_gate(body: str, is_gate: bool, why: str) -> None:
    read = read_page(html("Harbour", body).encode(), "text/html; charset=utf-8")
    assert (access_gate(("https://site.example/2021/ferry",), 200, read) is not None) is is_gate, why


CITED = "https://site.example/2021/ferry?page=2"


@pytest.mark.parametrize(
    ("end", "body", "is_gate", "why"),
    [
        ("https://site.example/rodo?u=%2F2021%2Fferry%3Fpage%3D2", "<p>Twoja sprawa.</p><button>Dalej</button>", True,
         "the whole address is kept for later, and there is an answer to give"),
        ("https://queue.example/?t=https%3A%2F%2Fsite.example%2F2021%2Fferry%3Fpage%3D2", "<p>Nr 41 882</p>", True,
         "a waiting room at another host"),
        ("https://site.example/oops?u=%2F2021%2Fferry%3Fpage%3D2", "<p>Hm.</p><button>Home</button>", False,
         "the address of an error"),
        ("https://site.example/show?u=%2F2021%2Fferry%3Fpage%3D2", "<p>No such page.</p><button>Home</button>", False,
         "the words of an error"),
        ("https://site.example/find?u=%2F2021%2Fferry%3Fpage%3D2", "<input name=q><button>Go</button>", False,
         "a search"),
        ("https://site.example/view?u=%2F2021%2Fferry%3Fpage%3D2", "<iframe src=/x></iframe><button>+</button>", False,
         "a viewer's frame"),
        ("https://site.example/read?u=%2F2021%2Fferry%3Fpage%3D2", "<p>The ferry.</p>", False, "nothing to answer"),
        ("https://site.example/rodo?u=%2F2021", "<p>Twoja sprawa.</p><button>Dalej</button>", False, "a part of it"),
        ("https://site.example/rodo?u=%2F2021%2Fferry%3Fpage%3D2",
         "<p>" + "The ferry was built of oak. " * 30 + "</p><button>Dalej</button>", False, "a text"),
    ],
)  # fmt: skip
def test_a_page_on_the_way_that_keeps_the_way_back(end: str, body: str, is_gate: bool, why: str) -> None:
    read = read_page(html("Harbour", body).encode(), "text/html; charset=utf-8")
    assert (access_gate((CITED, end), 200, read) is not None) is is_gate, why
