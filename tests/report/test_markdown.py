"""Markdown for a summary or an issue: what changed stands on top, and the rest keeps its order."""

from __future__ import annotations

from dataclasses import replace

from tests.builders import NOON, a_document, a_finding, a_report
from tests.golden.example import HOSTILE
from verifier.model.report import Verdict
from verifier.model.transition import Changes, Transition, TransitionKind
from verifier.report import markdown, render


def transition(number: int = 1, **changes) -> Transition:
    one = Transition(
        TransitionKind.NEWLY_BROKEN, f"{number}", "letter.txt", "1", f"https://example.org/{number}", "ok", "broken"
    )
    return replace(one, **changes)


def changed(*transitions: Transition):
    return replace(a_report(a_document(a_finding(verdict=Verdict.BROKEN))), changes=Changes(NOON, transitions))


def test_what_changed_stands_on_top() -> None:
    page = render("markdown", changed(transition(flapping=True), transition(2, was=None, note=None)))
    head = page.split("\n## A letter")[0]
    assert "## Since the run of 21 November 2026" in head
    assert (
        "- **newly broken**: `https://example.org/1` (was ok, now broken, and comes and goes) · letter.txt, note 1"
        in head
    )
    assert "- **newly broken**: `https://example.org/2` (now broken) · letter.txt\n" in head


def test_a_quiet_week_has_nothing_on_top() -> None:
    quiet = changed()
    assert render("markdown", quiet) == render("markdown", replace(quiet, changes=None))


def test_many_changes_are_counted() -> None:
    page = render("markdown", changed(*(transition(number) for number in range(900))))
    assert page.count("**newly broken**") == 200
    assert "- … and 700 more" in page


def test_what_changed_is_inert() -> None:
    page = render("markdown", changed(transition(link=HOSTILE, source=HOSTILE, note=HOSTILE, was=HOSTILE)))
    head = page.split("\n## A letter")[0]
    assert "\x1b" not in head
    assert "\\<script\\>" in head


def test_no_link_is_a_command_to_what_prints_the_page() -> None:
    page = render("markdown", changed(transition(link="https://example.org/##[error]x")))
    assert "https://example.org/#‹U+0023›[error]x" in page


def test_so_many_in_full_and_the_rest_on_a_line_each() -> None:
    broken = [a_finding(verdict=Verdict.BROKEN)] * 3
    report = a_report(a_document(*broken), a_document(*broken))
    page = markdown.render(report, in_full=4)
    assert page.count("### ✗ broken") == 4
    assert page.count("<summary>2 more that ask for something</summary>") == 1
    assert render("markdown", report).count("### ✗ broken") == 6
