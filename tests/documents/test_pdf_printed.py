"""Our letters printed to PDF by a real browser: the same notes and citations come out as from the letters."""

from __future__ import annotations

import html
import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from tests.test_letters import LETTERS, expected_of, extracted, outcome_of
from verifier import citations, documents, repair
from verifier.model.document import Role


@pytest.fixture(scope="module")
def printer() -> Iterator[Any]:
    """A page of a running Chromium. Where there is none the tests are skipped, except in CI, where they have to run."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        path = None
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("the printed letters have to be read in CI, but Chromium or playwright is missing")
        pytest.skip("there is no Chromium, or no playwright, on this machine")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser.new_page()
        browser.close()


def printed(printer: Any, name: str, **options: Any) -> bytes:
    """A letter as a PDF: a page as it is, a text in flowing lines."""
    text = (LETTERS / name).read_text(encoding="utf-8")
    flowing = f'<body style="font: 11pt serif; white-space: pre-wrap">{html.escape(text)}</body>'
    printer.set_content(text if name.endswith(".html") else flowing)
    margin = dict.fromkeys(("top", "left", "right", "bottom"), "2cm")
    return printer.pdf(format="A4", margin=margin, **options)


@pytest.mark.parametrize(
    "name",
    [
        "twin.html",
        "twin.md",
        "bilingual.txt",
        "chinese.txt",
        "french.txt",
        "renamed.txt",
        "german.txt",
        "spanish.txt",
        "superscript.txt",
        "no-citations.txt",
        "numbered-signatories.txt",
    ],
)
def test_a_printed_letter_gives_the_same_notes(printer: Any, name: str, tmp_path: Any) -> None:
    path = tmp_path / f"{name}.pdf"
    path.write_bytes(printed(printer, name))
    assert outcome_of(extracted(path)).notes == [
        (note["label"], note["markers"], [cited[:2] for cited in note["citations"]])
        for note in expected_of(LETTERS / name)["notes"]
    ]


def test_what_the_browser_prints_at_the_edges_is_set_apart(printer: Any) -> None:
    count = "<span class=pageNumber></span>/<span class=totalPages></span>"
    foot = f'<div style="font-size: 8px">https://example.org/letter {count}</div>'
    data = printed(printer, "twin.html", display_header_footer=True, header_template=foot, footer_template=foot)
    document = documents.read(data, "letter.pdf")
    around = [region for region in document.regions if region.role is Role.SURROUNDINGS][-1]
    assert document.text[around.start : around.end].startswith("https://example.org/letter")
    assert "https://example.org/letter" not in document.text[: around.start]


def test_hrefs_become_annotations(printer: Any) -> None:
    printer.set_content('<p>See <a href="https://example.org/a?b=1&amp;c=2">the report</a> of May.</p>')
    (link,) = documents.read(printer.pdf(), "page.pdf").links
    assert (link.url, link.origin) == ("https://example.org/a?b=1&c=2", "annotation")


def test_two_columns_with_heads_and_wrapped_links(printer: Any) -> None:
    urls = [
        "https://www.example.org/reports/2021/05/annual-report-on-the-state-of-the-lake-and-its-shores.pdf",
        "https://data.example.com/items/8df450b3-5d6d-4ed8-bdcc-bd99137eadc3?format=html&lang=en",
        "https://example.net/very/long/path/without/any-end/statement_of_the_harbour_master_2020.html",
    ]
    prose = "We write to you about the lake, which the town council promised to open again when the ice had gone"
    body = "".join(f"<p>{prose}{f'<sup>{at + 1}</sup>' if at < len(urls) else ''}. {prose}.</p>" for at in range(30))
    small = "font-size: 8pt; overflow-wrap: anywhere"
    notes = "".join(
        f'<p style="{small}"><sup>{at}</sup> Lake Board, “Report {at}”, {html.escape(url)}</p>'
        for at, url in enumerate(urls, 1)
    )
    columns = f'<div style="columns: 2; text-align: justify">{body}<h2>Notes</h2>{notes}</div>'
    printer.set_content(f'<body style="font: 11pt serif"><h1>On the lake</h1>{columns}</body>')
    head = '<div style="font-size: 8px">Friends of the Lake</div>'
    foot = '<div style="font-size: 8px"><span class=pageNumber></span></div>'
    margin = dict.fromkeys(("top", "left", "right", "bottom"), "2cm")
    options = {"display_header_footer": True, "header_template": head, "footer_template": foot, "margin": margin}
    document = documents.read(printer.pdf(format="A5", **options), "letter.pdf")
    found = citations.find(document)
    extract = citations.assemble(document, found, repair.propose(document, found.references))
    assert [(note.label, len(note.markers)) for note in extract.notes] == [("1", 1), ("2", 1), ("3", 1)]
    assert [(each.note, each.value) for each in extract.citations] == [(str(at), url) for at, url in enumerate(urls, 1)]


def test_markers_in_thai_stand_between_spaces(printer: Any) -> None:
    """Thai parts sentences by spaces, and pdfium puts one before what is raised; letters share a box."""
    body = "<p>เราเขียนถึงท่านเรื่องน้ำ<sup>1</sup> บ่อน้ำแห้งแล้ว</p><p>สถาบันเผยแพร่รายงาน<sup>2</sup></p><hr>"
    feet = "".join(
        f"<p style='font-size: 9pt'><sup>{at}</sup> รายงาน https://example.org/{at}</p>" for at in ("1", "2")
    )
    font = "font: 13pt 'Noto Sans Thai', sans-serif"
    printer.set_content(f'<html lang="th"><body style="{font}">{body}{feet}</body></html>')
    document = documents.read(printer.pdf(), "letter.pdf")
    found = citations.find(document)
    extract = citations.assemble(document, found, repair.propose(document, found.references))
    assert [(note.label, len(note.markers)) for note in extract.notes] == [("1", 1), ("2", 1)]
    assert [(each.note, each.value) for each in extract.citations] == [
        ("1", "https://example.org/1"),
        ("2", "https://example.org/2"),
    ]
