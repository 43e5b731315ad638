"""Reading a report without script, from paper, and after coming back to it."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from tests.report import examples
from tests.report.pages import page
from verifier.report import advice


def printed(shown, path):
    """The text of the page printed to PDF, without any white space (lines end where paper does), and its pages."""
    path.write_bytes(shown.page.pdf(format="A4", margin=dict.fromkeys(["top", "right", "bottom", "left"], "15mm")))
    with pypdfium2.PdfDocument(path) as document:
        pages = [leaf.get_textpage().get_text_range() for leaf in document]
    return squeezed("".join(pages)), len(pages)


def squeezed(text):
    """Without white space, and without the character that the PDF reader puts where a hyphen ended a line."""
    return re.sub(r"\s", "", text.replace("\ufffe", "-"))


def test_what_is_printed_holds_every_open_finding_and_its_links(opened, tmp_path):
    text, pages = printed(opened(page("demo")), tmp_path / "report.pdf")
    findings = examples.demo().documents[0].findings
    asking = [finding for finding in findings if finding.needs_doing]
    assert len(asking) > 5
    for finding in asking:
        assert squeezed(advice.name(finding.citation)) in text
        assert squeezed(finding.citation.url) in text
        for action in finding.actions:
            assert squeezed(action.url) in text
    assert pages < 25


def test_a_long_letter_prints_whole(opened, tmp_path):
    text, _ = printed(opened(page("long")), tmp_path / "report.pdf")
    findings = examples.long().documents[0].findings
    missing = [one.citation.url for one in findings if one.needs_doing and squeezed(one.citation.url) not in text]
    assert missing == []


def test_the_sheet_for_the_file_prints_every_open_finding_and_little_else(opened, tmp_path):
    shown = opened(page("demo"))
    shown.page.evaluate("print = () => { window.asked = document.documentElement.dataset.print; }")
    shown.page.locator("nav a[href='#sheet']").click()
    shown.page.locator("#print").click()
    shown.page.evaluate("document.documentElement.dataset.print = asked")
    text, pages = printed(shown, tmp_path / "sheet.pdf")
    asking = [finding for finding in examples.demo().documents[0].findings if finding.needs_doing]
    assert [one for one in asking if squeezed(one.citation.url) not in text] == []
    assert pages == 1


@pytest.mark.parametrize("name", ["everything", "demo", "chinese", "arabic", "none"])
def test_everything_can_be_read_without_script(opened, name):
    shown = opened(page(name), java_script_enabled=False)
    hidden = shown.page.locator("main :is(h2, h3, p, dd, li, td, blockquote)").evaluate_all(
        "all => all.filter(one => !one.closest('details:not([open])') && !one.hidden && !one.checkVisibility())"
        ".map(one => one.outerHTML.slice(0, 100))"
    )
    assert hidden == [], "but for what a reader can open"
    unnamed = shown.page.locator("details").evaluate_all(
        "all => all.map(one => one.firstElementChild)"
        ".filter(one => one.localName !== 'summary' || !one.textContent.trim()).length"
    )
    assert unnamed == 0, "what is folded says what it holds, and opens without script"
    assert shown.count("button, input, select") == 0, "no controls that do nothing"


def test_every_citation_is_marked_in_the_letter_without_script(opened):
    shown = opened(page("demo"), java_script_enabled=False)
    text = shown.page.locator("#letter").text_content()
    assert "A closing statement was read out on its last day" in text
    leads = shown.page.locator("#letter a[href^='#c-']").evaluate_all("all => all.map(one => one.hash)")
    assert set(leads) == {f"#{card}" for card in shown.page.locator(".c").evaluate_all("all => all.map(one => one.id)")}


def test_coming_back_finds_the_same_view_filter_and_place(opened):
    shown = opened(page("long"), viewport={"width": 1280, "height": 900})
    on = shown.page
    on.locator("label.chip.broken").click()
    on.fill("#q", "night trains")
    on.locator("#n", has_text="5 of 320 shown").wait_for()
    on.reload()
    assert on.locator("#n").inner_text() == "5 of 320 shown"
    assert on.input_value("#q") == "night trains"
    assert on.locator("label.chip.broken input").is_checked()


@pytest.mark.parametrize("name", ["demo", "arabic", "chinese"])
def test_every_finding_has_a_permalink_that_opens_it(opened, name):
    shown = opened(page(name), viewport={"width": 1000, "height": 600})
    links = shown.page.locator(".c .f a").evaluate_all("all => all.map(one => one.hash)")
    own = [link for link in links if shown.page.locator(f".c{link}").count()]
    assert len(own) == shown.page.locator(".c").count()
    last = own[-1]
    again = opened(page(name), last, viewport={"width": 1000, "height": 600})
    card = again.page.locator(last)
    assert card.evaluate("card => card.open")
    assert card.locator("dl").first.is_visible()
    assert 0 <= card.bounding_box()["y"] < 600
