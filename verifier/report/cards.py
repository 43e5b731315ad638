"""Finding -> card: what the HTML report shows of one citation, in the words and the order in which it shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

from markupsafe import Markup

from verifier.model.citation import Citation, Description, Note, QuoteWhere, RepairStatus
from verifier.model.document import Part
from verifier.model.evidence import (
    ArchiveOutcome,
    ArchiveResult,
    ContentResult,
    Drift,
    LiveResult,
    Provenance,
)
from verifier.model.report import DocumentReport, Finding, Verdict
from verifier.report import advice, difference, escapes, markup, words

_NOT_A_LINK = "not a link here, because it no longer leads where the letter meant"


class Detail(IntEnum):
    """How much of each citation is shown; a report of many thousands must still open at once."""

    FULL = 0
    BRIEF_REST = 1
    """What asks for nothing is shown without its evidence."""
    BRIEF = 2
    """Everything is shown without its evidence."""
    OUTLINE = 3
    """Only what it is, what to do and the links."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of evidence: what it is about, what was found, and by what signs."""

    label: str
    told: str | Markup
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, and the link to do it with; `below` when the same link stands among the links below."""

    sentence: str
    link: Markup | None
    below: bool


@dataclass(frozen=True, slots=True)
class Card:
    """Everything about one citation. `verdict` is "found" when nothing was judged."""

    id: str
    index: int
    verdict: str
    label: str
    symbol: str
    is_open: bool
    folds: bool
    """Whether it can be opened and closed; a browser takes twice as long over many thousands that can."""
    outcome: str
    host: str
    part: str
    place: str
    name: str
    why: str
    steps: tuple[Step, ...]
    links: tuple[Row, ...]
    claims: tuple[str, ...]
    note: Markup | None
    evidence: tuple[Row, ...]
    rules: tuple[tuple[str, str], ...]


def cards(document: DocumentReport, *, judged: bool, detail: Detail = Detail.FULL) -> list[Card]:
    """The document's cards: what needs doing first, or in the order of the text when nothing was judged."""
    notes = {note.index: note for note in document.notes}
    places = {id(finding): number for number, finding in enumerate(document.findings)}
    ordered = advice.by_urgency(document.findings) if judged else document.findings
    made = []
    for finding in ordered:
        index = finding.citation.note_index
        note = notes.get(index) if index is not None else None
        card = _card(finding, places[id(finding)], note, judged)
        brief = detail > Detail.BRIEF_REST or (detail is Detail.BRIEF_REST and not card.is_open)
        made.append(_brief(card, detail) if brief else _full(card, finding, note))
    return made


def _card(finding: Finding, index: int, note: Note | None, judged: bool) -> Card:
    """What every card shows, whatever the detail."""
    citation = finding.citation
    reasons = advice.reasons(finding)
    verdict = finding.verdict or Verdict.SKIPPED
    repaired = citation.repair.status is not RepairStatus.INTACT
    return Card(
        id=citation.id,
        index=index,
        verdict=verdict.value if judged else "found",
        label=verdict.value if judged else citation.repair.status.value,
        symbol=words.SYMBOL[verdict] if judged else "✎" if repaired else "✓",
        is_open=advice.needs_doing(finding) or (not judged and repaired),
        folds=True,
        outcome=finding.live.outcome.value if finding.live else "",
        host=markup.host(citation.url),
        part=citation.part.value,
        place=advice.place(citation),
        name=advice.name(citation),
        why=reasons[0] if reasons and judged else "",
        steps=_steps(finding),
        links=_links(finding),
        claims=tuple(escapes.prose(marker.sentence, 600) for marker in note.markers) if note else (),
        note=None,
        evidence=(),
        rules=(),
    )


def _full(card: Card, finding: Finding, note: Note | None) -> Card:
    return replace(
        card,
        note=markup.note_text(note, finding.citation) if note else None,
        evidence=_evidence(finding),
        rules=tuple((rule.id, escapes.prose(rule.message, 1000)) for rule in finding.rules),
    )


def _brief(card: Card, detail: Detail) -> Card:
    """What asks for nothing keeps its links; what asks for something also the sentence that cites it, cut."""
    longest, rows = (80, 2) if detail is Detail.OUTLINE else (160, 4)
    cites = card.is_open and detail is not Detail.OUTLINE
    return replace(
        card,
        folds=detail is Detail.BRIEF_REST,
        name=escapes.prose(card.name, longest),
        why=escapes.prose(card.why, longest),
        steps=tuple(replace(step, link=None) if step.below else step for step in card.steps),
        links=tuple(replace(row, signs=()) for row in card.links[:rows]),
        claims=tuple(escapes.prose(claim, longest) for claim in card.claims[:1]) if cites else (),
    )


def _steps(finding: Finding) -> tuple[Step, ...]:
    """What to do, each with its link; a link that no longer leads where the letter meant stays text."""
    own = {finding.citation.url, finding.live.final_url if finding.live else None}
    return tuple(
        Step(
            step.sentence,
            markup.anchor(step.url, trusted=advice.trusted(finding) or step.url not in own) if step.url else None,
            step.url in own,
        )
        for step in advice.steps(finding)
    )


def _links(finding: Finding) -> tuple[Row, ...]:
    """The link as printed, as mended, and where it leads."""
    citation, trusted = finding.citation, advice.trusted(finding)
    mended = difference.mended(citation)
    printed = Markup("<code>{}</code>").format(markup.pieces(difference.as_printed(citation)))
    if citation.url == citation.as_written:
        printed = markup.anchor(citation.url, trusted=trusted)
    rows = [Row("as printed", printed, () if trusted else (_NOT_A_LINK,))]
    if citation.url and mended:
        label = "as mended" if citation.repair.status is RepairStatus.MENDED else "perhaps"
        shown = markup.pieces(difference.as_mended(citation))
        rows.append(Row(label, markup.anchor(citation.url, shown, trusted=trusted), (advice.repair_words(citation),)))
    elif citation.url and citation.url != citation.as_written:
        rows.append(Row("opens", markup.anchor(citation.url, trusted=trusted)))
    rows += _others(citation, trusted)
    if citation.href:
        rows.append(Row("links to", markup.anchor(citation.href, trusted=trusted)))
    if finding.live:
        rows += _redirects(finding.live, citation.url, trusted)
    return tuple(rows)


def _others(citation: Citation, trusted: bool) -> list[Row]:
    """The other readings of a link that may be read in several ways, the likeliest first."""
    if citation.repair.status is not RepairStatus.AMBIGUOUS:
        return []
    others = [candidate for candidate in citation.repair.candidates if candidate.url != citation.url]
    return [
        Row(
            "or",
            markup.anchor(candidate.url, trusted=trusted),
            tuple(escapes.prose(sign, 200) for sign in (f"{candidate.score:.0%} sure", *candidate.why)),
        )
        for candidate in others[:5]
    ]


def _redirects(live: LiveResult, url: str | None, trusted: bool) -> list[Row]:
    rows = [
        Row(
            "redirects" if number == 0 else "then",
            Markup("<code>{} · {}</code>").format(hop.status_code, escapes.link(hop.url)),
        )
        for number, hop in enumerate(live.redirects)
    ]
    if live.final_url and live.final_url != url:
        rows.append(Row("ends at", markup.anchor(live.final_url, trusted=trusted)))
    return rows


def _evidence(finding: Finding) -> tuple[Row, ...]:
    """What was seen, and what a person decided."""
    rows = [Row("decided", advice.review_words(finding.review))] if finding.review else []
    if finding.live:
        rows.append(_live(finding.live))
    services = finding.archives or ((finding.archive,) if finding.archive else ())
    rows += [_archive(archive, dated=finding.dated) for archive in services]
    title = finding.citation.description.title
    found = finding.live.title if finding.live else None
    if title and found:
        rows.append(Row("title", *_title(title, found, finding.content)))
    if finding.content:
        rows += _content(finding.content, finding.citation.description)
    if finding.seen > 1 and finding.since:
        rows.append(Row("since", f"{words.day(finding.since)}, seen in {words.count(finding.seen, 'run')}"))
    return tuple(rows)


def _live(live: LiveResult) -> Row:
    told = words.LIVE[live.outcome]
    told += f" ({live.status_code})" if live.status_code else ""
    told += f", {words.moment(live.checked_at)}"
    told += ", remembered from an earlier run" if live.provenance is Provenance.REMEMBERED else ""
    return Row("live web", told, tuple(escapes.prose(sign, 400) for sign in live.evidence))


def _archive(archive: ArchiveResult, *, dated: bool) -> Row:
    told: str | Markup = words.ARCHIVE[archive.outcome]
    signs = [escapes.prose(sign, 400) for sign in archive.evidence]
    if archive.snapshot:
        signs = signs if archive.outcome is ArchiveOutcome.ARCHIVED else [str(told), *signs]
        told = markup.anchor(archive.snapshot.url, advice.copy_words(archive, dated=dated))
    if archive.stable_around_citation:
        signs.append("unchanged around the citation's date")
    return Row(escapes.prose(archive.service, 40), told, tuple(signs))


def _title(cited: str, found: str, content: ContentResult | None) -> tuple[str, tuple[str, ...]]:
    alike = content.title_similarity if content else None
    told = f"cited “{escapes.prose(cited, 300)}”, found “{escapes.prose(found, 300)}”"
    return told, (f"{alike:.0%} alike",) if alike is not None else ()


def _content(content: ContentResult, said: Description) -> list[Row]:
    titles = {quote.text for quote in said.quotes if quote.where is QuoteWhere.TITLE}  # these have a row of their own
    rows = [
        Row("quotation", f"“{escapes.prose(quote.text, 400)}”: {words.FOUND[quote.found]}")
        for quote in content.quotes
        if quote.text not in titles
    ]
    if content.drift is not Drift.UNMEASURED:
        alike = f", {content.similarity:.0%} alike" if content.similarity is not None else ""
        rows.append(Row("text", f"{words.DRIFT[content.drift]}{alike}"))
    return rows


def around(card: Card) -> bool:
    """Whether the card is of the surroundings."""
    return card.part == Part.SURROUNDINGS.value
