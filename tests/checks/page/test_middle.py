"""What stands in the middle of a page, between its menus."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.scripted import html
from verifier.checks.page.middle import read_middle

URL = "https://site.example/2019/rivers"


def middle(body: str):
    return read_middle(html("Gazette", body).encode(), "text/html; charset=utf-8", URL)


@pytest.mark.parametrize(
    ("body", "said", "why"),
    [
        ("<nav>Menu</nav><p>One two</p><footer>End</footer>", "one two", "menus and footers stand beside"),
        ("<header>Name</header><main><header>Own</header> text</main>", "own text", "an article's own header counts"),
        ("<p>One <a href=/x>link</a> two</p>", "one two", "links are no words of its own"),
        ("<p hidden>No</p><p style='display: none'>No</p><p>Yes</p>", "yes", "what is hidden is not said"),
        ("<div role=banner>Name</div><div role=dialog>Ask</div>", "ask", "a dialogue is all there is to see"),
        ("<p>One</p><p>two</p>", "one\ntwo", "blocks end lines"),
    ],
)
def test_what_is_said(body: str, said: str, why: str) -> None:
    found = middle(body)
    assert found.said == said, why
    assert found.words == len(said.split())


@pytest.mark.parametrize(
    ("body", "choices", "why"),
    [
        ("<button>Yes</button><button>No</button>", ("Yes", "No"), "two answers"),
        ("<form><input type=submit value=Go></form>", ("Go",), "a form without words to enter"),
        ("<form><input name=q><button>Find</button></form>", (), "a search is no answer"),
        ("<nav><button>Menu</button></nav>", (), "menus ask nothing"),
        ("<div hidden><button>OK</button></div>", (), "a bar that is not shown yet"),
        ("<a role=button href=#>Yes</a><a href=/>Home</a>", ("Yes",), "a link made a button"),
        (
            "<a class='btn btn-big' href=/y>Yes</a><a class=gate-button href=/n>No</a>",
            ("Yes", "No"),
            "by their classes",
        ),
        ("<a class=btn href=/>Home</a><a class=buttons href=/b>B</a>", (), "home is no answer, and a list no button"),
        ("<button>OK</button><button>OK</button>", ("OK",), "one answer twice is one"),
    ],
)
def test_the_answers_offered(body: str, choices: tuple[str, ...], why: str) -> None:
    assert middle(body).choices == choices, why


@pytest.mark.parametrize(
    ("href", "home"),
    [("/", True), ("https://site.example", True), ("../", True), ("https://site.example/?p=1", False), ("/news", False),
     ("https://other.example/", False), ("#top", False), ("", False), ("http://[", False)],
)  # fmt: skip
def test_links_that_lead_home(href: str, home: bool) -> None:
    assert middle(f"<nav><a href='{href}'>x</a></nav>").leads_home is home


@pytest.mark.parametrize(
    ("body", "waits", "why"),
    [
        ("<div id=app></div><script src=a.js></script>", True, "the frame of a framework"),
        ("<div id=app></div>", False, "no script that could fill it"),
        ("<nav>Menu</nav><main><router-view></router-view></main><script></script>", True, "by its tag"),
        ("<main><div class='box loader'>Wait…</div></main><script></script>", True, "a wheel"),
        ("<main><div class=loaders>Wait…</div></main><script></script>", False, "another word"),
        ("<p>Some text that is there, and no frame to be filled at all.</p><div id=app></div><script></script>", False,
         "the text is there"),
        ("<main></main><script></script>", False, "an empty place, and nothing to fill it"),
        ("<main><script></script></main>", True, "nothing but a script in its place"),
        ("<main><h1>Text</h1><script></script></main>", False, "a word beside the script"),
    ],
)  # fmt: skip
def test_frames_that_wait_for_a_script(body: str, waits: bool, why: str) -> None:
    assert (middle(body).frame is not None) is waits, why


@given(st.binary(max_size=300))
def test_no_bytes_are_too_strange(body: bytes) -> None:
    assert read_middle(body, "text/html", URL).words >= 0
