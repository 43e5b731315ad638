"""Pages that the number in their address chooses: what another number gets, and, where that is unclear, a name."""

from __future__ import annotations

import re

import pytest

from tests.checks.scripted import ScriptedWeb, check, html, response
from verifier.model.evidence import LiveResult
from verifier.web.exchange import Request, Response

SITE = "https://site.example"
URL = f"{SITE}/plate/48213"
HOME = response(html("Quay", f"<h1>Welcome</h1><p>{'All about the quay. ' * 20}</p>"))
MENU = "<div>" + "".join(f"<a href=/{n}>One of many things</a> " for n in range(12)) + "</div>"
NUMBERED = re.compile(rf"{SITE}/plate/\d+")


class Register(ScriptedWeb):
    """A host that answers every number in one way, and names in another; `{n}` stands for the number."""

    def __init__(self, cited: str, numbers: str, names: str | None = None) -> None:
        pages = {f"{SITE}/robots.txt": response("", 404), URL: response(html("Plates", cited)), f"{SITE}/": HOME}
        super().__init__(pages, missing=response(html("Plates", names)) if names is not None else None)
        self.numbers = numbers

    async def fetch(self, request: Request) -> Response:
        if NUMBERED.fullmatch(request.url) and request.url not in self.pages:
            body = self.numbers.replace("{n}", request.url.rpartition("/")[2])
            self.pages[request.url] = [response(html("Plates", body))]
        return await super().fetch(request)


def found(cited: str, numbers: str, names: str | None = None) -> tuple[LiveResult, list[str]]:
    web = Register(cited, numbers, names)
    return check(web, URL).result, [url for url in web.urls if not url.endswith("/robots.txt")]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("<p>The ledger knows no such plate.</p>", "no such thing"),
        ("<p>Böyle bir levha yok.</p>", "a word for no, tr"),
        ("<p>该图已撤下。</p>", "taken down, zh, whatever the number"),
    ],
)
def test_what_every_number_is_told_is_missing_where_it_says_no(said: str, why: str) -> None:
    result, asked = found(said, said)
    assert (result.outcome.value, result.confirmed) == ("soft_404", True), why
    assert len(asked) <= 3, "the page, another number, perhaps the home page"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("<p>Vain jäsenille.</p>", "for members, in a word or two"),
        ("<p>Qsdf wxcv azer.</p>", "words that no list knows"),
        ("<p>There is no access for guests.</p>", "a no to some readers"),
        ("<p>Plate</p><div id=view></div>", "a frame that something else fills"),
    ],
)
def test_where_it_says_nothing_of_the_kind_somebody_has_to_look(said: str, why: str) -> None:
    result, asked = found(said, said)
    assert (result.outcome.value, result.confirmed) in {("unrendered", False), ("access_wall", False)}, why
    assert len(asked) <= 3, "the page, another number, a name"


def test_a_host_that_tells_names_the_same_has_no_such_page() -> None:
    said = "<a href=/>Plates</a><p>Qsdf wxcv azer.</p>"
    result, asked = found(said, said, said)
    assert (result.outcome.value, result.confirmed) == ("soft_404", True)
    assert len(asked) == 4, "the page, another number, a name, the home page"


@pytest.mark.parametrize(
    "medium", ["<img src=/scan/{n}.jpg>", "<iframe src=/map?n={n}></iframe>", "<video src=/film/{n}.mp4></video>"]
)
def test_a_picture_or_a_film_of_its_own_is_what_the_page_shows(medium: str) -> None:
    result, _ = found(f"<h1>Plate</h1>{medium.replace('{n}', '48213')}", f"<h1>Plate</h1>{medium}")
    assert result.outcome.value == "ok"


def test_a_picture_that_every_number_gets_is_none_of_its_own() -> None:
    said = "<img src=/lost.png><p>No such plate.</p>"
    assert found(said, said)[0].outcome.value == "soft_404"


def test_another_number_that_is_missing_clears() -> None:
    result, _ = found("<p>31 cm, brass.</p>", "<p>No such plate.</p>")
    assert result.outcome.value == "ok"


@pytest.mark.parametrize(
    ("link", "outcome", "why"),
    [
        ("<a href=/files/{n}.zip>Fetch</a>", "unrendered", "a file of its own"),
        ("<a href=/plate/{n}/back>Back side</a>", "unrendered", "a part of its own"),
        ("<div id=map></div><script>draw({n})</script>", "unrendered", "a map that a script draws"),
        ("<div class=viewer data-plate='{n}'></div><script src=/v.js></script>", "unrendered", "what a script reads"),
        ("<script>count('/plate/{n}')</script>", "soft_404", "what counts visits"),
        ("<a href='/login?next=/plate/{n}'>Log on</a>", "soft_404", "a way back to the address"),
        ("<a href=/plate/{n}#top>Up</a>", "soft_404", "the address itself"),
        ("<a href=/all>All</a>", "soft_404", "what every number links to"),
    ],
)
def test_where_no_is_said_of_something_else_a_link_of_its_own_tells(link: str, outcome: str, why: str) -> None:
    said = f"{MENU}<p>No remarks so far.</p>{link}"
    assert found(said.replace("{n}", "48213"), said)[0].outcome.value == outcome, why
