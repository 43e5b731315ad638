"""The part of a page to which a link points: named, worded, or neither, and what is told of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_cli import run
from tests.web.behaviours import Answer
from tests.web.catalogue import Catalogue
from tests.web.model import Page as At
from tests.web.model import Site
from tests.web.pages import article
from tests.web.server import SimulatedWeb
from verifier.checks.page.parts import parts_told
from verifier.model.evidence import Page

SOURCE = """<html><body><h2 id="history">History</h2><a name=old-part></a><h2 class='x' ID = 'In Mixed'>x</h2>
<p id=café>y</p><div data-id="hidden">z</div><h2 id="user-content-usage">Usage</h2><a id="t-1.2:3"></a>
<p>The bell was rung by&nbsp;hand, until the <em>win</em>ter. 霧の日に鐘が鳴る。</p></body></html>"""
TEXT = "The bell was rung by hand, until the winter. 霧の日に鐘が鳴る。"
PAGE = Page(text=TEXT)
POINTS = ", to which the link points"
NO_PART = f"no part of the page is called “{{}}”{POINTS} (a script may add it)"
NO_WORDS = f"the words “{{}}”{POINTS}, were not found in the text that was read"


@pytest.mark.parametrize(
    ("fragment", "told", "why"),
    [
        ("history", "the page has the part “history” to which the link points", "an id"),
        ("old-part", "the page has the part “old-part” to which the link points", "the name of an old anchor"),
        ("In%20Mixed", "the page has the part “In Mixed” to which the link points", "encoded, in capitals"),
        ("caf%C3%A9", "the page has the part “café” to which the link points", "beyond ASCII"),
        ("usage", "the page has the part “usage” to which the link points", "as a host's script names it"),
        ("t-1.2:3", "the page has the part “t-1.2:3” to which the link points", "signs that mean something elsewhere"),
        ("History", NO_PART.format("History"), "names have their case"),
        ("hist", NO_PART.format("hist"), "not the beginning of one"),
        ("hidden", NO_PART.format("hidden"), "an attribute of another name"),
        ("chapter-9", NO_PART.format("chapter-9"), "not there"),
        ("kapitel-%C3%BC", None, "not found, and in other signs: nothing can be told"),
        ("", None, "nothing named"),
        ("top", None, "the top of every page"),
        ("!/news/3", None, "an address for a script"),
        ("/news", None, "the same"),
        ("page=3", None, "a setting, as for a PDF"),
        ("L10-L20", None, "lines of a listing"),
        (":~:text=rung%20by%20hand", f"the words “rung by hand”{POINTS}, were found in the page", "words"),
        (":~:text=RUNG%20by,winter", f"the words “RUNG by … winter”{POINTS}, were found in the page", "from, to"),
        (":~:text=the-,bell,-was", f"the words “bell”{POINTS}, were found in the page", "with their neighbours"),
        (":~:text=%E9%9C%A7%E3%81%AE%E6%97%A5", f"the words “霧の日”{POINTS}, were found in the page", "no spaces"),
        (":~:text=winter,bell", NO_WORDS.format("winter … bell"), "in the other order"),
        (":~:text=nobody%20wrote", NO_WORDS.format("nobody wrote"), "not there"),
        (":~:text=", None, "no words"),
        (":~:other=x", None, "another directive"),
    ],
)
def test_what_is_told(fragment: str, told: str | None, why: str) -> None:
    assert parts_told([fragment], SOURCE.encode(), PAGE) == (() if told is None else (told,)), why


def test_a_part_and_words_in_it() -> None:
    told = parts_told(["history:~:text=rung&text=nobody"], SOURCE.encode(), PAGE)
    assert [line.split(",")[0] for line in told] == [
        "the page has the part “history” to which the link points",
        "the words “rung”",
        "the words “nobody”",
    ]


def test_nothing_is_missed_in_what_was_not_read() -> None:
    half = Page(text=TEXT, complete=False)
    assert parts_told(["chapter-9", ":~:text=nobody"], SOURCE.encode(), half) == ()
    assert len(parts_told(["history", ":~:text=rung"], SOURCE.encode(), half)) == 2, "what is found is found"


@given(st.lists(st.text(max_size=40), max_size=12), st.binary(max_size=200), st.text(max_size=200))
def test_any_fragment_of_any_page(fragments: list[str], source: bytes, text: str) -> None:
    assert all(isinstance(line, str) for line in parts_told(fragments, source, Page(text=text)))


def test_through_the_command_line(tmp_path: Path) -> None:
    """One request for all links to a page; a part that is not there is information, and the page is as good as ever."""
    page = "http://office.example/bells"
    body = article("The bells").replace("</body>", f"{SOURCE.partition('<body>')[2].partition('</body>')[0]}</body>")
    assert 'id="history"' in body
    links = [f"{page}#history", f"{page}#chapter-9", f"{page}#:~:text=rung%20by%20hand"]
    notes = "\n\n".join(f"[{number}] See <{url}>" for number, url in enumerate(links, 1))
    (tmp_path / "letter.txt").write_text(f"A letter\n\nNotes\n\n{notes}\n", encoding="utf-8")
    with SimulatedWeb(catalogue=Catalogue.of([Site(pages=(At(page, Answer(body)),))])) as web:
        options = ("--format", "json", "--no-report", "--no-archive", "--no-history", *web.options)
        done = run("letter.txt", *options, folder=tmp_path)
        asked = [one.target for one in web.log]
    found = json.loads(done.stdout)["documents"][0]["citations"]
    assert asked == ["/bells"]
    assert {(one["live"]["outcome"], one["verdict"]) for one in found} == {("ok", "ok")}
    evidence = found[0]["live"]["evidence"]
    assert "the page has the part “history” to which the link points" in evidence
    assert NO_PART.format("chapter-9") in evidence
    assert f"the words “rung by hand”{POINTS}, were found in the page" in evidence
