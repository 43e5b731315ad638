"""Gates, and pages that are themselves about what gates want."""

from __future__ import annotations

import pytest

from tests.checks.scripted import html
from verifier.checks.page.reading import read_page
from verifier.checks.signs.gates import access_gate

COOKIES = "<p>We use cookies.</p><button>Accept</button>"
SIGN_IN = "<h1>Log in</h1><form><input name=user><button>Go</button></form>"
PASSWORD = "<h1>Log in</h1><form><input name=user><input type=password><button>Go</button></form>"
OFFER = "<h1>Subscribe now</h1><p>Subscribe to read the full article.</p>"


@pytest.mark.parametrize(
    ("path", "body", "is_gate", "why"),
    [
        ("/2021/ferry", COOKIES, True, "a consent dialogue in place of an article"),
        ("/cookie-policy", COOKIES, False, "a page about cookies speaks of them"),
        ("/2021/ferry", OFFER, True, "an offer in place of an article"),
        ("/subscribe", OFFER, False, "the page of the offer itself"),
        ("/cookie-policy", OFFER, True, "an offer has nothing to do with cookies"),
        ("/2021/ferry", SIGN_IN, True, "a form in place of an article"),
        ("/login", SIGN_IN, False, "the form was cited"),
        ("/login", PASSWORD, True, "what asks for a password is a form, whatever its address"),
    ],
)
def test_a_page_about_what_a_gate_wants_is_no_gate(path: str, body: str, is_gate: bool, why: str) -> None:
    read = read_page(html("Harbour", body).encode(), "text/html; charset=utf-8")
    assert (access_gate((f"https://site.example{path}",), 200, read) is not None) is is_gate, why
