"""Boxes that ask for consent beside a text, told by their names; and what only looks like one."""

from __future__ import annotations

import pytest

from tests.checks.scripted import ScriptedWeb, check, html, response
from verifier.checks.page.reading import read_page

URL = "https://site.example/a/mole"
TEXT = "<h1>The mole</h1><p>The mole stays closed until May.</p>"
ASKS = "<p>We use cookies on this site.</p><button>Accept all</button>"


def text(body: str) -> str:
    return read_page(html("The mole", body).encode(), "text/html").page.text


@pytest.mark.parametrize(
    "named",
    ["class='cookie-banner'", "id=cookieconsent-box class='cookies'", "class='js site-cookie-notice show'",
     "id=cmplz-1", "class='tarteaucitronBeforeVisible tarteaucitronroot'", "id=iubenda-cs-banner", "class=gdpr_popup",
     "class='eu-cookie-compliance-banner'", "id=CybotCookiebotDialog", "class=onetrust-banner-sdk"],
)  # fmt: skip
def test_a_box_that_is_called_so_is_no_text_of_the_page(named: str) -> None:
    body = f"<div {named}>{ASKS}</div>{TEXT}"
    assert text(body) == "The mole\nThe mole stays closed until May."
    assert check(ScriptedWeb({URL: response(html("The mole", body))}), URL).result.outcome.value == "ok"


@pytest.mark.parametrize(
    ("box", "why"),
    [
        ("<div class=cookie-recipes><p>Bake the cookies.</p></div>", "no button to answer with"),
        ("<div class=biscuits><p>Eat it.</p><button>More</button></div>", "called otherwise"),
        ("<div class=cookie-page><h1>Our cookies</h1><p>Eat it.</p><button>Print</button></div>", "holds the heading"),
        (
            f"<div class=cookie-recipe><p>{'Bake them. ' * 40}</p><button>Print</button></div>",
            "no consent in its answers",
        ),
        (
            f"<div class=gdpr-fines><p>{'To accept or to agree. ' * 20}</p><input type=submit value=Search></div>",
            "the same, where the text speaks of it",
        ),
        (f"<div class=cookies><p>{'Long words. ' * 500}</p><button>Print</button></div>", "says too much"),
    ],
)
def test_what_is_no_such_box(box: str, why: str) -> None:
    assert len(text(f"{box}<p>End.</p>")) > len("End."), why


@pytest.mark.parametrize("answer", ["Accept all", "Alle akzeptieren", "Принять все", "すべて許可"])
def test_a_box_may_say_more_than_a_notice_where_its_answers_consent(answer: str) -> None:
    body = f"<div class=cookie-banner><p>{'Our partners and we. ' * 30}</p><button>{answer}</button></div>{TEXT}"
    assert text(body) == "The mole\nThe mole stays closed until May."


@pytest.mark.parametrize("beside", ["", "<p>© 2026 The mole and all its friends</p>", "<a href='/imprint'>Imprint</a>"])
def test_a_box_with_nothing_beside_it_is_a_gate(beside: str) -> None:
    page = response(html("The mole", f"<div class=consent-wall>{ASKS}</div>{beside}"))
    assert check(ScriptedWeb({URL: page}), URL).result.outcome.value == "access_wall"
