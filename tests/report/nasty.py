"""A report in which everything that a letter could bring is at its worst, for the validators of other makers."""

from __future__ import annotations

from dataclasses import replace

from tests.builders import NOON, a_citation, a_document, a_finding, a_mended_citation, a_note, a_report
from tests.golden.example import HOSTILE
from verifier.model.citation import Description
from verifier.model.document import Position
from verifier.model.evidence import LiveOutcome, LiveResult
from verifier.model.report import Action, ActionKind, Report, RuleHit, SourceFailure, Verdict

SOURCES = (
    "letters/ä b%20c#d?e.txt",
    "./letters/../letters/x\\y:z.md",
    "/srv/letters/absolute.html",
    "C:\\letters\\drive.txt",
    "https://example.org/letter?a=b",
    "-",
    "letters/scan.pdf",
    f"letters/{HOSTILE}.txt",
)


def nasty_report() -> Report:
    """Every verdict, with and without rules of the catalogue, from sources of every kind, full of hostile text."""
    rules = (RuleHit("VFY201", HOSTILE), RuleHit("VFY301", "x" * 5000))
    findings = tuple(
        a_finding(
            citation=maker(
                id=f"{verdict}{number}",
                position=Position(number + 1, 1),
                description=Description(title=HOSTILE, publisher="]]>--><!--"),
            ),
            verdict=verdict,
            live=LiveResult(LiveOutcome.NOT_FOUND, NOON, (HOSTILE,), elapsed_ms=1234),
            rules=rules[: number % 3],
            actions=(Action(ActionKind.LOOK, f"https://example.org/{HOSTILE}"),),
        )
        for number, verdict in enumerate((*Verdict, Verdict.BROKEN))
        for maker in (a_citation, a_mended_citation)
    )
    spread = a_finding(
        citation=a_mended_citation(as_written="https://example.org/sta\n  tement", id="spread"), verdict=Verdict.FIX
    )
    documents = [
        replace(a_document(*findings, spread, source=source), notes=(a_note(text=HOSTILE),), title=HOSTILE)
        for source in SOURCES
    ]
    scan = replace(documents[6], media_type="application/pdf")
    unread = a_document(source=f"{HOSTILE}.docx", error=SourceFailure(HOSTILE, HOSTILE))
    return a_report(*documents[:6], scan, documents[7], unread, remarks=(HOSTILE,))
