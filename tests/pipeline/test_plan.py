"""Sources given as URLs: fetched in the open, refused in words. A table of answers stands in for hosts."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from verifier import citations
from verifier.documents import expand
from verifier.model.citation import RawExtract
from verifier.model.document import Document
from verifier.model.errors import SourceError
from verifier.pipeline.plan import fetch_sources, plan
from verifier.web.exchange import Failure, FailureKind, Headers, Request, Response

PAGE = "https://example.org/letter"
HTML = Headers((("Content-Type", 'text/html; charset="windows-1252"'),))
BODY = "<html><body><p>Über den See, siehe <a href='https://example.net/a'>hier</a>.</p></body></html>".encode("cp1252")


class Table:
    """Answers from a table; what is not in it does not exist."""

    def __init__(self, answers: dict[str, Response | Failure]) -> None:
        self.answers = answers
        self.asked: list[str] = []

    async def fetch(self, request: Request) -> Response | Failure:
        self.asked.append(request.url)
        return self.answers.get(request.url) or Failure(request.url, FailureKind.NXDOMAIN, "no such name")


def redirect(url: str, target: str) -> Response:
    return Response(url, 302, Headers((("Location", target),)))


def fetched(answers: dict[str, Response | Failure]) -> tuple[dict[str, Response | SourceError], Table]:
    table = Table(answers)
    return asyncio.run(fetch_sources(expand([PAGE]), table)), table


def test_redirects_are_followed_and_the_charset_is_kept() -> None:
    answers, table = fetched(
        {PAGE: redirect(PAGE, "/en/letter"), "https://example.org/en/letter": Response(PAGE, 200, HTML, BODY)}
    )
    assert table.asked == [PAGE, "https://example.org/en/letter"]
    (planned,) = plan(expand([PAGE]), answers)
    assert planned.document is not None
    assert "Über den See" in planned.document.text
    assert [citation.url for citation in planned.found.citations] == ["https://example.net/a"]


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({}, "no such name"),
        ({PAGE: Response(PAGE, 404)}, "answered 404"),
        ({PAGE: redirect(PAGE, PAGE)}, "redirects"),
        ({PAGE: redirect(PAGE, "http://[")}, "no address"),
        ({PAGE: Response(PAGE, 200, HTML, BODY, complete=False)}, "larger than"),
    ],
)
def test_what_cannot_be_fetched_is_told(answers: dict[str, Response | Failure], words: str) -> None:
    kept, _ = fetched(answers)
    (planned,) = plan(expand([PAGE]), kept)
    assert planned.error is not None
    assert words in planned.error.message
    assert planned.error.hint


def test_files_are_not_fetched() -> None:
    table = Table({})
    assert asyncio.run(fetch_sources(expand(["missing.txt"]), table)) == {}
    assert table.asked == []


def test_a_letter_that_a_finder_trips_over_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    find = citations.find

    def tripping(document: Document) -> RawExtract:
        return find(document) if "good" in document.source else [][len("https://example.org/?token=secret")]

    monkeypatch.setattr(citations, "find", tripping)
    for name in ("bad.txt", "good.txt"):
        (tmp_path / name).write_text("See https://example.org/a\n")
    bad, good = plan(expand([str(tmp_path)]))
    assert bad.error is not None and "IndexError in plan.py" in bad.error.message and "report it" in bad.error.hint
    assert good.error is None and len(good.found.citations) == 1
