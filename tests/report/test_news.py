"""What changed is told once for each link, in every report that people read."""

from __future__ import annotations

from dataclasses import replace

from tests.builders import NOON, a_document, a_finding, a_report
from verifier.model.transition import Changes, Transition, TransitionKind
from verifier.report import render
from verifier.report.news import news_of

LINK = "https://example.org/<b>statement"


def broken(source: str, **changes) -> Transition:
    told = Transition(TransitionKind.NEWLY_BROKEN, "c1", source, "3", LINK, "ok", "broken")
    return replace(told, **changes)


def test_letters_that_cite_one_link_share_a_line() -> None:
    other = broken("c.txt", link="https://example.org/other", flapping=True)
    first, second = news_of(Changes(NOON, (broken("a.txt"), broken("b.txt"), other)))
    assert (first.told, first.where, first.note) == ("was ok, now broken", "a.txt and 1 other place", None)
    assert (second.told, second.where, second.note) == ("was ok, now broken, and comes and goes", "c.txt", "3")


def test_a_copy_that_came_changes_no_verdict() -> None:
    kept = broken("a.txt", kind=TransitionKind.NEWLY_ARCHIVED, was="ok", now="ok")
    assert news_of(Changes(NOON, (kept,)))[0].told == "still ok"


def test_a_link_that_fared_differently_is_told_twice() -> None:
    changes = Changes(NOON, (broken("a.txt"), broken("b.txt", was="review"), broken("c.txt", was=None)))
    assert [one.told for one in news_of(changes)] == ["was ok, now broken", "was review, now broken", "now broken"]


def test_the_page_and_the_text_begin_with_it() -> None:
    changes = Changes(NOON, tuple(broken(f"{number}.txt") for number in range(5)))
    report = replace(a_report(a_document(a_finding())), changes=changes)
    text, page = render("text", report), render("html", report)
    assert text.splitlines()[:3] == [
        "Since the run of 21 November 2026",
        f"  newly broken: {LINK}",
        "    was ok, now broken · 0.txt and 4 other places",
    ]
    assert "Since the run of 21 November 2026: 1 change" in page
    assert "<b>statement" not in page
    assert page.index("Since the run of") < page.index('id="list"')


def test_a_page_names_thirty_and_counts_the_rest() -> None:
    many = Changes(NOON, tuple(broken("a.txt", link=f"https://example.org/{number}") for number in range(40)))
    page = render("html", replace(a_report(a_document(a_finding())), changes=many))
    assert page.count("was ok, now broken") == 30
    assert "… and 10 more" in page
