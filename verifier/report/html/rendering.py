"""Report -> one HTML file that needs nothing else: no network, no server, no script to be read.

The style and the script are inlined and allowed by their hashes alone; everything from a letter is escaped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from markupsafe import Markup

from verifier.model.document import Part
from verifier.model.evidence import LiveOutcome
from verifier.model.report import DocumentReport, Finding, Report, Verdict
from verifier.report import advice, escapes, words
from verifier.report.html import page, strings
from verifier.report.html.card_markup import card_markup
from verifier.report.html.cards import Card, Detail, cards
from verifier.report.html.letter_markup import LetterText, letter_text
from verifier.report.html.page_data import page_data
from verifier.report.html.plots import plots
from verifier.report.html.sheet import sheet
from verifier.report.html.strings import text
from verifier.report.news import news_of

_STYLES = ("report.css", "letter.css", "sheet.css", "plots.css")
_SCRIPTS = ("page.js", "list.js", "deciding.js", "keys.js")
_BAR = 1000
_MANY = 5_000
"""Citations; so many never fit in full, nor open at once when each of them folds."""
_UNGROUPED, _GROUP = 1000, 40
"""Citations of a letter up to which its cards stand in one list, and how many stand in a group beyond that."""
_LIGHT = 7_500_000
"""Characters; beyond it a page no longer opens at once."""
_SAMPLE = 50
"""Letters, and citations of each, from which a page's size is told."""
_PASSAGE = 800
"""Characters of a passage that cites, with what stands beside it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How much a page shows: of each citation, and of the letters' text (None: nothing of it)."""

    detail: Detail
    citing_only: bool | None


_WAYS = (
    Shown(Detail.FULL, citing_only=False),
    Shown(Detail.FULL, citing_only=True),
    Shown(Detail.BRIEF_REST, citing_only=True),
    Shown(Detail.BRIEF, citing_only=None),
    Shown(Detail.OUTLINE, citing_only=None),
)
"""From everything to the least, each tried in turn until the page is light enough to open at once."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One document as the page shows it."""

    document: DocumentReport
    heading: str
    meta: str
    inside: Iterator[Markup]
    """Its cards, made as they are written."""
    around: Iterator[Markup]
    around_count: int
    text: Markup
    citing_only: bool


@dataclass(frozen=True, slots=True)
class Share:
    """A verdict's part of the bar: from `start`, `width` thousandths wide."""

    verdict: str
    count: int
    start: float
    width: float


def pieces(report: Report) -> Iterator[str]:
    """The page in as much detail as leaves it light enough to open at once, whole; else its shortest form, in parts."""
    many = sum(len(document.findings) for document in report.documents) > _MANY
    for way in _WAYS[3 if many else 0 : -1]:
        if _estimate(report, way) <= _LIGHT:
            made = "".join(_page(report, way))
            if len(made) <= _LIGHT:
                yield made
                return
    yield from _page(report, _WAYS[-1])


def _estimate(report: Report, way: Shown) -> float:
    """About how many characters the page would have, told from a sample: whole pages are not made to be thrown away."""
    documents = report.documents[:: max(len(report.documents) // _SAMPLE, 1)]
    size = 0.0
    for document in documents:
        some = document.findings[:: max(len(document.findings) // _SAMPLE, 1)]
        made = cards(replace(document, findings=some), judged=report.run.judged, detail=way.detail)
        size += sum(len(card_markup(card)) for card in made) * len(document.findings) / max(len(some), 1)
        if way.citing_only is not None:
            shown = len(document.findings) * _PASSAGE if way.citing_only else len(document.text)
            size += min(len(document.text), shown)
    return 1.03 * size * len(report.documents) / max(len(documents), 1)


def _page(report: Report, way: Shown) -> Iterator[str]:
    judged = report.run.judged
    inside = [finding for finding in report.findings if finding.citation.part is not Part.SURROUNDINGS]
    changed = {one.citation: one.kind.value for one in report.changes.transitions} if report.changes else {}
    style = page.asset(*_STYLES)
    script = Markup('"use strict";\n(() => {\n') + page.asset(*_SCRIPTS) + Markup("\n})();")
    letters = [_letter(document, report, way, number, changed) for number, document in enumerate(report.documents)]
    return (
        page.environment()
        .get_template("report.html.j2")
        .generate(
            report=report,
            letters=letters,
            title=_title(report),
            advice=_advice(inside) if judged else words.NOT_LOOKED_UP,
            notices=advice.notices(report),
            unread=[escapes.source(document.source) for document in report.documents if document.error],
            left_out=_left_out(report, way),
            shares=_shares(inside) if judged else [],
            outcomes=_outcomes(report.findings),
            changed=len(changed),
            news=news_of(report.changes) if report.changes else (),
            plots=plots(report) if judged else [],
            sheet=sheet(report) if judged and inside else None,
            data=page_data(report),
            style=style,
            script=script,
            policy=page.policy(style, script),
            mark=page.mark(page.about(report), page.extent(report)),
            at=advice.at,
            decided=advice.decided(report),
            network=advice.network(report),
            network_told=advice.network_told(report),
            Verdict=Verdict,
            language=strings.LANGUAGE,
        )
    )


def _letter(document: DocumentReport, report: Report, way: Shown, number: int, changed: Mapping[str, str]) -> Letter:
    """With one letter alone its title is the title of the page, so that its source is the heading here."""
    judged, shown = report.run.judged, LetterText()
    made: Iterable[Card] = ()
    if way.citing_only is not None:
        made = list(cards(document, judged=judged, detail=way.detail, changed=changed))
        shown = letter_text(document, made, number, citing_only=way.citing_only)

    def written(*, surroundings: bool) -> Iterator[Markup]:
        kind = Part.SURROUNDINGS.value
        found = [card for card in made if (card.part == kind) is surroundings] or cards(
            document, judged=judged, detail=way.detail, changed=changed, surroundings=surroundings
        )
        shaped = (Markup(card_markup(card, shown.seats.get(card.id, ""))) for card in found)  # noqa: S704  escaped there
        yield from _grouped(shaped) if len(document.findings) > _UNGROUPED else shaped

    beyond = sum(finding.citation.part is Part.SURROUNDINGS for finding in document.findings)
    source = escapes.source(document.source, 300)
    alone = len(report.documents) == 1
    title = escapes.prose(document.title, 200) if document.title and not alone else None
    told = [source] if title else []
    told += [words.day(document.date)] if document.date else []
    told += [text("unread")] if document.error else []
    told += [advice.holdings(document)] if document.findings or document.notes else []
    return Letter(
        document,
        title or source,
        " · ".join(told),
        written(surroundings=False),
        written(surroundings=True) if beyond else iter(()),
        beyond,
        Markup(shown.html),  # noqa: S704  likewise
        shown.citing_only,
    )


def _grouped(written: Iterator[Markup]) -> Iterator[Markup]:
    """Cards in groups; of those out of sight a browser lays out the group alone, filtered or not."""
    while group := list(islice(written, _GROUP)):
        yield Markup("<div class=group>{}</div>").format(Markup("\n").join(group))


def _title(report: Report) -> str:
    if len(report.documents) == 1:
        document = report.documents[0]
        return escapes.prose(document.title, 200) if document.title else escapes.source(document.source, 200)
    return text("letters", len(report.documents))


def _left_out(report: Report, way: Shown) -> str:
    """What the page does not show, though the report holds it."""
    told = [words.LEFT_OUT[way.detail]] if words.LEFT_OUT[way.detail] else []
    if way.citing_only is None and any(document.text for document in report.documents):
        told.append(text("letter.none"))
    return " ".join(told)


def _advice(findings: list[Finding]) -> str:
    """What to do, in one plain sentence: "5 of 15 citations ask for something: correct 2 links, …"."""
    if not findings:
        return text("advice.none")
    asking = [finding for finding in findings if finding.needs_doing]
    if not asking:
        skipped = sum(finding.verdict is Verdict.SKIPPED for finding in findings)
        if skipped == len(findings):
            return text("advice.unchecked")
        return " ".join([text("advice.nothing"), *([text("advice.skipped", skipped)] if skipped else [])])
    counts = Counter(finding.verdict for finding in asking)
    what = ", ".join(
        text(f"advice.{verdict.value}", counts[verdict])
        for verdict in (Verdict.BROKEN, Verdict.FIX, Verdict.REVIEW)
        if counts[verdict]
    )
    all_of_them = text("advice.citations", len(findings))
    return text("advice", len(asking), citations=all_of_them, what=what)


def _shares(findings: list[Finding]) -> list[Share]:
    shares, start = [], 0.0
    for verdict, number in advice.tally(findings).items():
        width = _BAR * number / len(findings)
        shares.append(Share(verdict.value, number, round(start, 1), round(width, 1)))
        start += width
    return shares


def _outcomes(findings: Iterable[Finding]) -> list[tuple[str, str, int]]:
    counts = Counter(finding.live.outcome for finding in findings if finding.live)
    return [(outcome.value, words.LIVE[outcome], counts[outcome]) for outcome in LiveOutcome if counts[outcome]]
