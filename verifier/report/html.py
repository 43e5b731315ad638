"""Report -> one HTML file that needs nothing else: no network, no server, no script to be read.

The style and the script are inlined and allowed by their hashes alone; everything from a letter is escaped.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from verifier.model.citation import Note
from verifier.model.document import Part
from verifier.model.evidence import LiveOutcome
from verifier.model.report import DocumentReport, Finding, Report, Verdict
from verifier.report import advice, escapes, words
from verifier.report.cards import Card, Detail, around, cards
from verifier.report.page import about
from verifier.report.page import mark as page_mark

_TEMPLATES = Path(__file__).parent / "templates"
_BAR = 1000
_MANY = 5_000
"""Citations; so many never fit in full, nor open at once when each of them folds."""
_LIGHT = 7_500_000
"""Characters; beyond it a page no longer opens at once."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One document as the page shows it."""

    document: DocumentReport
    heading: str
    meta: str
    inside: list[Card]
    around: list[Card]
    empty: list[Note]
    """Notes that cite nothing."""


@dataclass(frozen=True, slots=True)
class Share:
    """A verdict's part of the bar: from `start`, `width` thousandths wide."""

    verdict: str
    count: int
    start: float
    width: float


def render(report: Report) -> str:
    """The whole page, in as much detail as leaves it light enough to open at once."""
    page = ""
    many = sum(len(document.findings) for document in report.documents) > _MANY
    for detail in list(Detail)[Detail.BRIEF if many else 0 :]:
        page = _page(report, detail)
        if len(page) <= _LIGHT:
            break
    return page


def _page(report: Report, detail: Detail) -> str:
    judged = report.run.judged
    style, script = _asset("report.css"), _asset("report.js")
    findings = [finding for document in report.documents for finding in document.findings]
    inside = [finding for finding in findings if finding.citation.part is not Part.SURROUNDINGS]
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            report=report,
            letters=[
                _letter(document, judged, detail, alone=len(report.documents) == 1) for document in report.documents
            ],
            title=_title(report),
            advice=_advice(inside) if judged else words.NOT_LOOKED_UP,
            left_out=words.LEFT_OUT[detail],
            shares=_shares(inside) if judged else [],
            outcomes=_outcomes(findings),
            style=style,
            script=script,
            style_hash=_hash(style),
            script_hash=_hash(script),
            mark=page_mark(about(report)),
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters |= {"prose": escapes.prose, "day": words.day, "moment": words.moment}
    environment.globals |= {"words": words, "at": advice.at, "Verdict": Verdict}
    return environment


@cache
def _asset(name: str) -> Markup:
    return Markup((_TEMPLATES / name).read_text("utf-8").strip())  # noqa: S704  our own file


def _hash(text: str) -> str:
    """The hash by which a Content-Security-Policy allows one inline element."""
    return f"sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}"


def _letter(document: DocumentReport, judged: bool, detail: Detail, *, alone: bool) -> Letter:
    """`alone`: the letter's title is the title of the page, so that its source is the heading here."""
    made = cards(document, judged=judged, detail=detail)
    cited = {finding.citation.note_index for finding in document.findings}
    source = escapes.prose(document.source, 300)
    title = escapes.prose(document.title, 200) if document.title and not alone else None
    told = [source] if title else []
    told += [words.day(document.date)] if document.date else []
    told += ["could not be read"] if document.error else []
    told += [advice.holdings(document)] if document.findings or document.notes else []
    return Letter(
        document,
        title or source,
        " · ".join(told),
        [card for card in made if not around(card)],
        [card for card in made if around(card)],
        [note for note in document.notes if note.index not in cited],
    )


def _title(report: Report) -> str:
    if len(report.documents) == 1:
        document = report.documents[0]
        return escapes.prose(document.title or document.source, 200)
    return words.count(len(report.documents), "letter")


def _advice(findings: list[Finding]) -> str:
    """What to do, in one plain sentence: "5 of 15 citations ask for something: correct 2 links, …"."""
    if not findings:
        return "There is no citation to check."
    asking = [finding for finding in findings if advice.needs_doing(finding)]
    if not asking:
        return "Nothing needs doing."
    counts = Counter(finding.verdict for finding in asking)
    told = {
        Verdict.BROKEN: f"replace or drop {words.count(counts[Verdict.BROKEN], 'dead link')}",
        Verdict.FIX: f"correct {words.count(counts[Verdict.FIX], 'link')}",
        Verdict.REVIEW: f"look at {counts[Verdict.REVIEW]:,} by hand",
    }
    what = ", ".join(sentence for verdict, sentence in told.items() if counts[verdict])
    verb = "asks" if len(asking) == 1 else "ask"
    return f"{len(asking):,} of {words.count(len(findings), 'citation')} {verb} for something: {what}."


def _shares(findings: list[Finding]) -> list[Share]:
    shares, start = [], 0.0
    for verdict, number in advice.tally(findings).items():
        width = _BAR * number / len(findings)
        shares.append(Share(verdict.value, number, round(start, 1), round(width, 1)))
        start += width
    return shares


def _outcomes(findings: list[Finding]) -> list[tuple[str, str, int]]:
    counts = Counter(finding.live.outcome for finding in findings if finding.live)
    return [(outcome.value, words.LIVE[outcome], counts[outcome]) for outcome in LiveOutcome if counts[outcome]]
