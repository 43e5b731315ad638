"""Finding -> rows of evidence: what was seen of the link, live and in archives."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from verifier.model.citation import Description, QuoteWhere
from verifier.model.dates import PartialDate
from verifier.model.evidence import (
    ArchiveOutcome,
    ArchiveResult,
    ContentResult,
    Drift,
    LiveResult,
    Provenance,
)
from verifier.model.report import Finding
from verifier.report import advice, escapes, markup, words
from verifier.report.html import timeline
from verifier.report.html.strings import text


@dataclass(frozen=True, slots=True)
class Row:
    """One line of evidence: what it is about, what was found, and by what signs."""

    label: str
    told: str | Markup
    signs: tuple[str, ...] = ()
    holds_value: bool = False
    """Whether it is the row that holds the link as it was read, by which a decision names it."""


def evidence(finding: Finding, letter: PartialDate | None) -> tuple[Row, ...]:
    """What was seen. `letter`: the letter's date, from which copies are measured."""
    rows: list[Row] = []
    if finding.live:
        rows.append(_live(finding.live))
    services = finding.archives or ()
    rows += [_archive(archive, dated=finding.dated) for archive in services]
    in_time = timeline.captures(finding, letter)
    rows += [Row(text("row.captures"), in_time)] if in_time else []
    title = finding.citation.description.title
    found = finding.live.title if finding.live else None
    if title and found:
        rows.append(Row(text("row.title"), *_title(title, found, finding.content)))
    if finding.content:
        rows += _content(finding.content, finding.citation.description)
    so_far = timeline.checks(finding)
    if so_far:
        rows.append(Row(text("row.checks"), so_far))
    elif finding.seen > 1 and finding.since:
        rows.append(Row(text("row.since"), f"{words.day(finding.since)}, seen in {words.count(finding.seen, 'run')}"))
    return tuple(rows)


def _live(live: LiveResult) -> Row:
    told = words.LIVE[live.outcome]
    told += f" ({live.status_code})" if live.status_code else ""
    told += f", {words.moment(live.checked_at)}"
    told += f", {text('row.remembered')}" if live.provenance is Provenance.REMEMBERED else ""
    return Row(text("row.live"), told, tuple(escapes.prose(sign, 400) for sign in live.evidence))


def _archive(archive: ArchiveResult, *, dated: bool) -> Row:
    told: str | Markup = words.ARCHIVE[archive.outcome]
    signs = [escapes.prose(sign, 400) for sign in archive.evidence]
    if archive.snapshot:
        signs = signs if archive.outcome is ArchiveOutcome.ARCHIVED else [str(told), *signs]
        told = markup.anchor(archive.snapshot.url, advice.copy_words(archive, dated=dated), worded=True)
    if archive.stable_around_citation:
        signs.append(text("row.stable"))
    return Row(escapes.prose(archive.service, 40), told, tuple(signs))


def _title(cited: str, found: str, content: ContentResult | None) -> tuple[str, tuple[str, ...]]:
    alike = content.title_similarity if content else None
    told = text("row.title.told", cited=escapes.prose(cited, 300), found=escapes.prose(found, 300))
    return told, (text("row.alike", share=f"{alike:.0%}"),) if alike is not None else ()


def _content(content: ContentResult, said: Description) -> list[Row]:
    titles = {quote.text for quote in said.quotes if quote.where is QuoteWhere.TITLE}  # these have a row of their own
    rows = [
        Row(
            text("row.quotation"),
            f"“{escapes.prose(quote.text, 400)}”: {words.FOUND[quote.found]}",
            (escapes.prose(quote.excerpt, 200),) if quote.excerpt else (),
        )
        for quote in content.quotes
        if quote.text not in titles
    ]
    if content.drift is not Drift.UNMEASURED:
        alike = f", {text('row.alike', share=f'{content.similarity:.0%}')}" if content.similarity is not None else ""
        rows.append(Row(text("row.text"), f"{words.DRIFT[content.drift]}{alike}"))
    return rows
