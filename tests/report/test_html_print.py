"""On paper: the whole report for a committee, and the release sheet as one page for the file."""

from __future__ import annotations

import pypdfium2
import pytest

from tests.golden.example import the_report
from tests.report import examples
from verifier.report import render


def pages_of(page):
    """The text of each page of the PDF that the browser prints."""
    pdf = pypdfium2.PdfDocument(page.page.pdf(format="A4", prefer_css_page_size=True))
    try:
        return [one.get_textpage().get_text_range().replace("\r\n", "") for one in pdf]
    finally:
        pdf.close()


def test_everything_is_printed_whatever_view_is_open(opened):
    pages = pages_of(opened(render("html", the_report()), "#sheet"))
    text = "".join(pages)
    assert "Office, A dark stain" in text, "a finding"
    assert "The server says that there is no such page (404)" in text, "open items are opened out"
    assert "https://web.archive.example/web/20220427120000/https://stories.example.org/dark-stain" in text
    assert "(https://web.archive.example/web/20220530081500/" in text, "the address of a link that is words"
    assert "One expert spoke of" in text, "the letter"
    assert "Release sheet" in pages[-1] and "Signature" in pages[-1]
    assert "Accept" not in text.replace("Accepted", "") and "Copy" not in text, "no buttons"


@pytest.mark.parametrize("report", [the_report, examples.demo, examples.long])
def test_the_release_sheet_is_one_page(opened, report):
    page = opened(render("html", report()), "#sheet")
    page.page.evaluate("document.documentElement.dataset.print = 'sheet'")
    (sheet,) = pages_of(page)
    assert "Release sheet" in sheet and "Checked by" in sheet and "A working link proves no claim" in sheet


def test_the_button_prints_the_sheet_alone_and_puts_everything_back(opened):
    page = opened(render("html", the_report()), "#sheet")
    page.page.evaluate("window.print = () => { window.printed = document.documentElement.dataset.print }")
    page.page.locator("#print").click()
    assert page.page.evaluate("window.printed") == "sheet"
    assert page.page.evaluate("document.documentElement.dataset.print") is None
