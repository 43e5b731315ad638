"""What is new against the last run: marks on findings, and the list of changes for the top of a report.

In: documents with their findings and decisions, and what history tells. Out: the same with `new` set, and the changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from verifier.model.document import Part
from verifier.model.report import DocumentReport, Finding
from verifier.model.review import was_looked_at
from verifier.model.transition import Changes, Told, Transition, TransitionKind, is_worse, kind_of
from verifier.pipeline.memory import Memory

if TYPE_CHECKING:
    from verifier.store.findings import PastFinding

_ORDER = list(TransitionKind)


def tell_news(documents: Sequence[DocumentReport], memory: Memory) -> tuple[tuple[DocumentReport, ...], Changes | None]:
    """Mark what asks for more than the last run that judged it did, and list what changed.

    Letters that no run has finished before are new as a whole, and no change; nor is text around a letter, or what a
    person has accepted.
    """
    told: list[DocumentReport] = []
    transitions: list[Transition] = []
    dates: list[datetime] = []
    for document in documents:
        finished = memory.last_finished(document.source)
        if finished is None:
            told.append(document)
            continue
        dates.append(finished)
        findings = []
        for finding in document.findings:
            was = memory.last_judged(finding.citation.id, looked_at=was_looked_at(finding))
            findings.append(replace(finding, new=is_worse(was.verdict if was else None, finding.verdict)))
            transitions += _transition(document.source, finding, was)
        told.append(replace(document, findings=tuple(findings)))
    return tuple(told), Changes(max(dates), ordered(transitions)) if dates else None


def between(before: Iterable[PastFinding], after: Iterable[PastFinding]) -> tuple[Transition, ...]:
    """What changed between two finished runs, in the letters that both read and the links that the later looked up."""
    before = tuple(before)
    known = {one.citation_id: one.told for one in before}
    sources = {one.source for one in before}
    transitions = []
    for one in after:
        kind = kind_of(known.get(one.citation_id), one.told) if one.outcome and one.source in sources else None
        if kind is None or one.part == Part.SURROUNDINGS or one.decision in {"accept", "ignore"}:
            continue
        was = known.get(one.citation_id)
        transitions.append(
            Transition(kind, one.citation_id, one.source, one.note, one.value, was and was.verdict, one.verdict or "")
        )
    return ordered(transitions)


def ordered(transitions: Iterable[Transition]) -> tuple[Transition, ...]:
    """The most urgent first, otherwise in the order given."""
    return tuple(sorted(transitions, key=lambda one: _ORDER.index(one.kind)))


def _transition(source: str, finding: Finding, was: Told | None) -> Iterable[Transition]:
    from verifier.store.findings import told_of

    citation = finding.citation
    settled = finding.review is not None and finding.review.decision in {"accept", "ignore"}
    if not was_looked_at(finding) or citation.part is Part.SURROUNDINGS or settled:
        return
    now = told_of(finding)
    kind = kind_of(was, now)
    if kind:
        link = citation.url or citation.value
        yield Transition(kind, citation.id, source, citation.note, link, was and was.verdict, now.verdict or "")
