"""Finding -> card: what the HTML report shows of one citation, in the words and the order in which it shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum

from markupsafe import Markup

from verifier.model.citation import Citation, Note, RepairStatus
from verifier.model.dates import PartialDate
from verifier.model.document import Part
from verifier.model.evidence import WITH_COPY, LiveResult
from verifier.model.report import ActionKind, DocumentReport, Finding, Verdict
from verifier.model.review import evidence_of
from verifier.report import advice, difference, escapes, markup, words
from verifier.report.html.evidence import Row, evidence
from verifier.report.html.strings import text
from verifier.report.steps import to_do


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
class Step:
    """One thing to do, and the link to do it with.

    `below`: the same link stands among the links below. `looks`: it is done once a person has looked.
    """

    sentence: str
    link: Markup | None
    below: bool
    looks: bool


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
    digest: str
    """The digest of its evidence, by which a decision on it is known to hold; "" where none can be taken here."""
    changed: str
    """What became of it since the last run, in words; "" when nothing did."""
    decision: str
    """What a person decided: accept, ignore, replace, opened; "" when nothing."""
    decided: str
    """The same in words, with who, when and why."""
    place: str
    name: str
    why: str
    steps: tuple[Step, ...]
    links: tuple[Row, ...]
    claims: tuple[str, ...]
    note: Markup | None
    note_index: int | None
    evidence: tuple[Row, ...]
    cite: str
    """The citation as it may be written anew; "" when it is not offered."""
    rules: tuple[tuple[str, str], ...]


def cards(
    document: DocumentReport,
    *,
    judged: bool,
    detail: Detail,
    changed: Mapping[str, str] | None = None,
    surroundings: bool | None = None,
) -> Iterator[Card]:
    """The document's cards: what needs doing first, or in the order of the text when nothing was judged.

    `changed` tells, by citation id, what became of it since the last run. `surroundings`: only what stands around the
    letter, or only what does not.
    """
    notes = {note.index: note for note in document.notes}
    places = {id(finding): number for number, finding in enumerate(document.findings)}
    ordered = advice.by_urgency(document.findings) if judged else document.findings
    for finding in ordered:
        if surroundings not in {None, finding.citation.part is Part.SURROUNDINGS}:
            continue
        index = finding.citation.note_index
        note = notes.get(index) if index is not None else None
        became = (changed or {}).get(finding.citation.id, "")
        card = _card(finding, places[id(finding)], note, judged=judged, became=became)
        brief = detail > Detail.BRIEF_REST or (detail is Detail.BRIEF_REST and not card.is_open)
        yield _brief(card, detail) if brief else _full(card, finding, note, document.date)


def _card(finding: Finding, index: int, note: Note | None, *, judged: bool, became: str) -> Card:
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
        is_open=finding.needs_doing or (not judged and repaired),
        folds=True,
        outcome=finding.live.outcome.value if finding.live else "",
        host=markup.host(citation.url),
        part=citation.part.value,
        digest=evidence_of(finding) if judged and "*@" not in citation.value else "",
        changed=became,
        decision=finding.review.decision if finding.review else "",
        decided=advice.review_words(finding.review) if finding.review else "",
        place=advice.place(citation),
        name=advice.name(citation),
        why=reasons[0] if reasons and judged else "",
        steps=_steps(finding),
        links=_links(finding),
        claims=tuple(escapes.prose(marker.sentence, 600) for marker in note.markers if marker.sentence) if note else (),
        note=None,
        note_index=note.index if note else None,
        evidence=(),
        cite="",
        rules=(),
    )


def _full(card: Card, finding: Finding, note: Note | None, letter: PartialDate | None) -> Card:
    return replace(
        card,
        note=markup.note_text(note, finding.citation) if note else None,
        evidence=evidence(finding, letter),
        cite=ready(finding),
        # What is told of an archive stands in its row of the evidence.
        rules=tuple(
            (rule.id, "" if finding.archive and advice.of_the_archive(rule) else escapes.prose(rule.message, 1000))
            for rule in finding.rules
        ),
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
        links=tuple(replace(row, signs=()) if row.signs else row for row in card.links[:rows]),
        claims=tuple(escapes.prose(claim, longest) for claim in card.claims[:1]) if cites else (),
    )


def _steps(finding: Finding) -> tuple[Step, ...]:
    """What to do, each with its link; a link that no longer leads where the letter meant stays text."""
    own = {finding.citation.url, finding.live.final_url if finding.live else None}
    return tuple(
        Step(
            step.sentence,
            markup.anchor(step.url, trusted=advice.trusted(finding) or step.url not in own) if step.url else None,
            below=step.url in own,
            looks=step.kind is ActionKind.LOOK,
        )
        for step in to_do(finding)
    )


def _links(finding: Finding) -> tuple[Row, ...]:
    """The link as printed, as mended, and where it leads; the first row, or the second, holds the value."""
    citation, trusted = finding.citation, advice.trusted(finding)
    mended = difference.mended(citation)
    printed = markup.code(markup.pieces(difference.as_printed(citation)))
    if citation.url == citation.as_written:
        printed = markup.anchor(citation.url, trusted=trusted)
    reads_on = citation.url is not None and (mended or citation.url != citation.as_written)
    rows = [Row(text("printed"), printed, () if trusted else (text("not a link"),), holds_value=not reads_on)]
    if citation.url and mended:
        label = text("mended" if citation.repair.status is RepairStatus.MENDED else "perhaps")
        shown = markup.anchor(citation.url, markup.pieces(difference.as_mended(citation)), trusted=trusted)
        rows.append(Row(label, shown, (advice.repair_words(citation),), holds_value=True))
    elif citation.url and reads_on:
        rows.append(Row(text("opens"), markup.anchor(citation.url, trusted=trusted), holds_value=True))
    rows += _others(citation, trusted)
    if citation.href:
        rows.append(Row(text("links to"), markup.anchor(citation.href, trusted=trusted)))
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
            text("or"),
            markup.anchor(candidate.url, trusted=trusted),
            tuple(escapes.prose(sign, 200) for sign in (text("sure", share=f"{candidate.score:.0%}"), *candidate.why)),
        )
        for candidate in others[:5]
    ]


def _redirects(live: LiveResult, url: str | None, trusted: bool) -> list[Row]:
    rows = [
        Row(
            text("redirects" if number == 0 else "then"),
            markup.code(f"{hop.status_code} · {escapes.link(hop.url)}"),
        )
        for number, hop in enumerate(live.redirects)
    ]
    if live.final_url and live.final_url != url:
        rows.append(Row(text("ends at"), markup.anchor(live.final_url, trusted=trusted)))
    return rows


def ready(finding: Finding) -> str:
    """The citation as it may be written anew: author, title, date, link, copy; "" where none leads anywhere."""
    citation, said = finding.citation, finding.citation.description
    better = next((step.url for step in to_do(finding) if step.kind is ActionKind.USE_URL), None)
    url = better or citation.url
    archive, decision = finding.archive, finding.review.decision if finding.review else None
    kept = archive is not None and archive.outcome in WITH_COPY and decision != "replace"
    copy = archive.snapshot if archive and kept else None
    dead = finding.verdict is Verdict.BROKEN and not (better or copy or decision == "opened")
    if url is None or markup.href(url) is None or not advice.trusted(finding) or dead:
        return ""
    parts = [escapes.prose(part, 200) for part in (said.author, said.publisher) if part]
    parts += [f"‘{escapes.prose(said.title, 300)}’"] if said.title else []
    parts += [words.day(said.date)] if said.date else []
    parts.append(url)
    if said.accessed:
        parts.append(text("ready.accessed", day=words.day(said.accessed)))
    if copy and copy.url != url and markup.href(copy.url) is not None:
        parts.append(text("ready.archived", day=words.capture_day(copy.timestamp), url=copy.url))
    return ", ".join(parts)
