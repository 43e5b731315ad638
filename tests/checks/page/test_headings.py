"""What heads a page whose first rank is missing, or is a logo."""

from __future__ import annotations

import pytest

from verifier.checks.page.reading import read_page


def headings(body: str, head: str = "") -> tuple[str, ...]:
    markup = f"<html><head><title>Society</title>{head}</head><body>{body}</body></html>"
    return read_page(markup.encode(), "text/html; charset=utf-8").page.headings


@pytest.mark.parametrize(
    ("body", "expected", "why"),
    [
        ("<h1>Gulls</h1><h2>Nests</h2>", ("Gulls",), "the first rank heads the page"),
        ("<h2>Gulls</h2><p>They nest.</p>", ("Gulls",), "the only one of the second"),
        ("<h3>Gulls</h3><p>They nest.</p>", ("Gulls",), "the only one of the third"),
        ("<h2>Gulls</h2><h3>Eggs</h3>", ("Gulls",), "ranks below are parts of it"),
        ("<h2>Gulls</h2><h2>Terns</h2>", (), "two are teasers, or parts"),
        ("<h2><a href='/g'>Gulls</a></h2>", (), "a teaser leads on"),
        ("<h1><a href='/'>Society</a></h1><h2>Gulls</h2>", ("Society", "Gulls"), "a logo heads every page"),
        ("<nav><h2>Menu</h2></nav><h2>Gulls</h2>", ("Gulls",), "menus are headed, too"),
        ("<div role=dialog><h2>Cookies</h2><button>Accept</button></div><h2>Gulls</h2>", ("Gulls",), "dialogues, too"),
        ("<div class='page-title x'>Gulls</div><p>They nest.</p>", ("Gulls",), "called a title"),
        ("<span id=ctl00_Main_lblTitle>Gulls</span><p>They nest.</p>", ("Gulls",), "a label that is called a title"),
        ("<span id=headline>Gulls</span><p>They nest.</p>", ("Gulls",), "called a headline"),
        ("<div class=title>Gulls</div><div class=title>Terns</div>", (), "two are called so"),
        ("<div class=subtitles-menu>Gulls</div>", (), "a name that only holds the word"),
        ("<p><b>Gulls</b></p><p>They nest.</p>", ("Gulls",), "a bold line"),
        ("<table><tr><td><font size=5>Gulls</font></td></tr></table>", ("Gulls",), "large letters in a cell"),
        ("<p><b>Gulls</b></p><p><b>Terns</b></p>", (), "two bold lines"),
        ("<p><b>Gulls</b> nest.</p>", (), "a bold word in a sentence"),
        ("<p>They nest.</p>", (), "nothing stands out"),
    ],
)
def test_what_heads_a_page(body: str, expected: tuple[str, ...], why: str) -> None:
    assert headings(body) == expected, why


def test_what_a_page_calls_itself_counts_beside_its_headings() -> None:
    named = "<meta property='og:title' content='Gulls of the mole'>"
    assert headings("<h2>Gulls</h2>", named) == ("Gulls of the mole", "Gulls")


def test_a_page_of_many_boxes_is_read_all_the_same() -> None:
    assert headings("<div class=title></div>" * 20_000 + "<h2>Gulls</h2>") == ("Gulls",)
