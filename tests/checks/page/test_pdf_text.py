"""The words of cited PDFs: read in another process, in bounded time, or not at all."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys

import pytest

from tests.checks.scripted import NOW, Scripted, ScriptedWeb, response
from tests.web.archive import Captured, SimulatedArchive
from tests.web.pages import pdf
from verifier.checks.live import LiveChecker
from verifier.checks.page import pdf_text, pdf_worker
from verifier.checks.page.pdf_text import is_pdf, read_pdf
from verifier.content import Side, read
from verifier.model.citation import Description, Quote, QuoteWhere
from verifier.model.evidence import Found, LiveOutcome, Page, Sought
from verifier.web.exchange import Response

FILLER = [f"Line {number} of a report that goes on for a while." for number in range(30)]
REPORT = pdf("A report on lakes", ["Lakes and their keepers", *FILLER, "The lake must be kept."])


def words_of(body: bytes) -> Page | None:
    return asyncio.run(read_pdf(body))


def test_title_and_words() -> None:
    page = words_of(REPORT)
    assert page is not None
    assert page.complete
    assert "The lake must be kept." in page.text
    description = Description(
        title="Lakes and their keepers", quotes=(Quote("the lake must be kept", QuoteWhere.SENTENCE, attributed=True),)
    )
    result = read(description, page, Side.LIVE)
    assert result.title_similarity is not None, "the first page's beginning is a name of the document"
    assert result.title_similarity >= 0.9
    assert result.quotes[0].found is Found.LIVE


@pytest.mark.parametrize(
    ("lines", "quotation", "why"),
    [
        (["The rain-", "iest month was mea-", "sured."], "the rainiest month was measured", "cut words"),
        (["A long-", "term plan for the lake."], "a long-term plan for the lake", "a hyphen of its own"),
        (["A long-", "term plan was pub-", "lished."], "a long-term plan was published", "one of either kind"),
    ],
)  # fmt: skip
def test_words_that_the_ends_of_lines_cut(lines: list[str], quotation: str, why: str) -> None:
    page = words_of(pdf("A report on lakes", [*FILLER, *lines, *FILLER]))
    description = Description(quotes=(Quote(quotation, QuoteWhere.SENTENCE, attributed=True),))
    assert read(description, page, Side.LIVE).quotes[0].found is Found.LIVE, why


def test_a_title_that_the_end_of_a_line_cuts() -> None:
    page = words_of(pdf("", ["Lakes and their kee-", "pers in the moun-", "tains", *FILLER]))
    result = read(Description(title="Lakes and their keepers in the mountains"), page, Side.LIVE)
    assert result.title_similarity is not None
    assert result.title_similarity >= 0.9


def test_a_file_name_for_a_title_does_not_speak_against_it() -> None:
    page = words_of(pdf("Microsoft Word - final2.doc", FILLER))
    assert page is not None
    assert read(Description(title="Lakes and their keepers"), page, Side.LIVE).title_similarity is None


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "nothing"),
        (b"%PDF-1.7\nnot really", "damaged"),
        (REPORT[: len(REPORT) // 2], "cut short"),
        (pdf("", []), "no text, as in a scan"),
    ],
)
def test_what_cannot_be_read_is_nothing(body: bytes, why: str) -> None:
    assert words_of(body) is None, why


def test_what_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    slow = tmp_path / "slow.py"
    slow.write_text("import time\ntime.sleep(60)\n", encoding="utf-8")
    monkeypatch.setattr(pdf_text, "_WORKER", slow)
    monkeypatch.setattr(pdf_text, "_SECONDS", 0.3)
    assert words_of(REPORT) is None


def test_the_worker_stops_at_its_time_and_says_so() -> None:
    said = pdf_worker.read(REPORT, seconds=60)
    assert (said["title"], said["complete"]) == ("A report on lakes", True)
    pages = pdf("Long", FILLER * 20)
    assert pdf_worker.read(pages, seconds=60)["complete"]


def test_the_worker_as_a_process() -> None:
    done = subprocess.run(
        [sys.executable, "-P", pdf_worker.__file__], input=REPORT, capture_output=True, check=True, timeout=30
    )
    assert json.loads(done.stdout)["complete"]


def test_a_pdf_is_known_by_its_beginning() -> None:
    assert is_pdf(Response("", 200, body=b"\n%PDF-1.4"))
    assert not is_pdf(Response("", 200, body=b"<html>"))


def test_an_archived_pdf_is_read() -> None:
    from tests.checks.archive.test_wayback_over_http import ask

    url = "https://example.org/report.pdf"
    archive = SimulatedArchive([Captured(url, "20220601120000", mimetype="application/pdf", body=REPORT)])
    (check,) = ask(archive, url, want_page=True)
    assert check.page is not None
    assert "The lake must be kept." in check.page.text
    assert check.result.title == "A report on lakes"


PDF = response(REPORT, content_type="application/pdf", Content_Length=str(len(REPORT)))
BEGINNING = Response("", 200, PDF.headers, REPORT[:900], complete=False)
LARGE = Response(
    "",
    200,
    response("", content_type="application/pdf", Content_Length="10000001").headers,
    REPORT[:900],
    complete=False,
)


@pytest.mark.parametrize(
    ("answers", "want", "title", "requests", "why"),
    [
        ([PDF], True, "A report on lakes", 1, "came whole"),
        ([BEGINNING, PDF], True, "A report on lakes", 2, "was asked for again, whole"),
        ([BEGINNING, response("", 503)], True, None, 2, "did not come a second time: the link is fine all the same"),
        ([BEGINNING, BEGINNING], True, None, 2, "is longer than it says"),
        ([LARGE], True, None, 1, "is too large to be asked for"),
        ([BEGINNING], False, None, 1, "nothing is to be looked for in it"),
        ([response("%!PS", content_type="application/pdf")], True, None, 1, "is no PDF"),
    ],
)
def test_a_cited_pdf_is_asked_for_again_where_its_words_are_wanted(
    answers: list[Scripted], want: bool, title: str | None, requests: int, why: str
) -> None:
    url = "https://example.org/report.pdf"
    web = ScriptedWeb({url: answers})
    found = asyncio.run(LiveChecker(web, lambda: NOW).check(url, Sought(want_pdf=want)))
    assert (found.result.outcome, found.result.title) == (LiveOutcome.OK, title), why
    assert (len(web.asked), found.result.requests) == (requests, requests)
    assert (found.page is not None) == (title is not None)


@pytest.mark.parametrize(
    ("lines", "bears", "outcome", "why"),
    [
        (["The document you requested is not available.", "It may have been withdrawn."], False, LiveOutcome.SOFT_404,
         "a document that says that there is none"),
        (["The document you requested is not available.", "It may have been withdrawn."], True, LiveOutcome.OK,
         "it bears the title"),
        (FILLER, False, LiveOutcome.OK, "a document of many words"),
        (["A plan of the lake."], False, LiveOutcome.OK, "a short one"),
    ],
)  # fmt: skip
def test_a_document_that_says_that_there_is_none(lines: list[str], bears: bool, outcome: LiveOutcome, why: str) -> None:
    url = "https://example.org/files/118.pdf"
    web = ScriptedWeb({url: response(pdf("Notice", lines), content_type="application/pdf")})
    checker = LiveChecker(web, lambda: NOW)
    found = asyncio.run(checker.check(url, Sought(want_pdf=True, expected=lambda _page: bears)))
    assert found.result.outcome is outcome, why
