"""A link that leads astray is read on to the end of its citation, and what answers there decides."""

from __future__ import annotations

import asyncio

import pytest

from tests.checks.scripted import ScriptedWeb, article, redirect, response
from tests.web.archive_fetcher import NOW
from verifier import documents, pipeline
from verifier.checks.live import LiveChecker
from verifier.model.report import Finding, Verdict
from verifier.pipeline.changes import decide
from verifier.pipeline.desk import Clock, Desk, Options
from verifier.web.exchange import Response

CUT = "https://site.example/council/minutes-of-202"
WHOLE = CUT + "0"
GONE = response("gone", 404)


def verified(
    written: str, pages: dict[str, str], others: dict[str, Response] | None = None
) -> tuple[Finding, list[str]]:
    """The finding on the one link of a letter, and what was asked for."""
    letter = f"A letter\n\nWe ask for it.[1]\n\nNotes\n\n1. {written}\n".encode()
    web = ScriptedWeb({CUT: GONE, **{url: response(page) for url, page in pages.items()}, **(others or {})})
    source = documents.Source("letter.txt", documents.SourceKind.FILE)

    async def scenario() -> Finding:
        desk = Desk(live=LiveChecker(web, lambda: NOW, seed="1"), clock=Clock(now=lambda: NOW))
        planned = [pipeline.Planned(source, documents.read(letter, "letter.txt"), found(letter))]
        report = await pipeline.verify(planned, desk, Options())
        (finding,) = report.documents[0].findings
        made = decide(report.documents[0])
        citation = finding.citation
        assert [(one.written, one.shown) for one in made.changes] == (
            [(citation.as_written, citation.url)] if finding.verdict is Verdict.FIX else []
        )
        return finding

    return asyncio.run(scenario()), [request.url for request in web.asked]


def found(letter: bytes):
    from verifier import citations, repair

    document = documents.read(letter, "letter.txt")
    there = citations.find(document)
    return citations.assemble(document, there, repair.propose(document, there.references))


@pytest.mark.parametrize(
    ("written", "pages", "verdict", "why"),
    [
        (f"{CUT} 0.", {WHOLE: article("Minutes of the council")}, Verdict.FIX, "nothing there; read on, a page"),
        (f'"Minutes of the council", {CUT} 0.', {WHOLE: article("Minutes of the council")}, Verdict.FIX, "its title"),
        (f'"Minutes of the council", {CUT} 0.', {WHOLE: article("Roads and rivers")}, Verdict.REVIEW, "another page"),
        (f"{CUT} 0.", {}, Verdict.BROKEN, "nothing there either"),
        (
            f'"Minutes of the council", {CUT} 0.',
            {CUT: article("All the minutes"), WHOLE: article("Minutes of the council")},
            Verdict.FIX,
            "an index answers for the cut link; the title tells",
        ),
    ],
)
def test_what_answers_decides(written: str, pages: dict[str, str], verdict: Verdict, why: str) -> None:
    finding, asked = verified(written, pages)
    assert finding.verdict is verdict, why
    assert WHOLE in asked
    chosen = CUT if verdict is Verdict.BROKEN else WHOLE
    assert (finding.citation.url, finding.citation.value) == (chosen, chosen)
    assert finding.citation.as_written == (CUT if verdict is Verdict.BROKEN else CUT + " 0")


@pytest.mark.parametrize(
    ("written", "why"),
    [(f"{CUT} 0.", "a page that is there"), (f'"Minutes of the council", {CUT} 0.', "and bears the title")],
)
def test_a_link_that_leads_somewhere_is_not_read_on(written: str, why: str) -> None:
    finding, asked = verified(written, {CUT: article("Minutes of the council")})
    assert (finding.verdict, finding.citation.url) == (Verdict.OK, CUT), why
    assert WHOLE not in asked


@pytest.mark.parametrize(
    ("sent_to", "status", "why"),
    [
        (WHOLE, 301, "the site completes what is cut, and names the reading that is meant"),
        (WHOLE, 302, "for the time being, too"),
        ("https://site.example/", 302, "its home page is not what is cited"),
    ],
)
@pytest.mark.parametrize("title", ["", '"Minutes of the council", ', '"Roads and rivers", '])
def test_a_link_that_is_sent_elsewhere_is_read_on(sent_to: str, status: int, title: str, why: str) -> None:
    pages = {WHOLE: response(article("Minutes of the council")), "https://site.example/": response(article("Welcome"))}
    finding, _ = verified(f"{title}{CUT} 0.", {}, {CUT: redirect(sent_to, status), **pages})
    told = sent_to == WHOLE or "Roads" not in title
    assert (finding.verdict, finding.citation.url) == (Verdict.FIX if told else Verdict.REVIEW, WHOLE), why


@pytest.mark.parametrize(
    ("written", "found_at", "as_written", "why"),
    [
        ("council/ rivers, p. 3", "council/rivers", "council/ rivers", "on over a space"),
        ("council/rivers-a\n12; see the annex.", "council/rivers-a12", "council/rivers-a\n12", "on over a line's end"),
        ("inde- pendent-view", "inde-pendent-view", "inde- pendent-view", "the same text"),
        ("council-\nrivers-by\nlaw", "council-rivers-by", "council-\nrivers-by", "less far"),
    ],
)
def test_a_link_is_told_as_it_proved_to_stand(written: str, found_at: str, as_written: str, why: str) -> None:
    site = "https://site.example/"
    finding, _ = verified(f'"Rivers of old", {site}{written}', {site + found_at: article("Rivers of old")})
    citation = finding.citation
    assert (citation.url, citation.as_written) == (site + found_at, site + as_written), why
    spelled = citation.as_written
    for edit in sorted(citation.repair.edits, key=lambda one: -one.at):
        assert spelled[edit.at :].startswith(edit.removed)
        spelled = spelled[: edit.at] + edit.inserted + spelled[edit.at + len(edit.removed) :]
    assert spelled == citation.url
