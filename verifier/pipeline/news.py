"""What is new since the last run: marks on findings, and the list of changes for the top of a report.

In: documents with their findings and decisions, and what history tells. Out: the same with `new` set, and the changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from verifier.model.document import Part
from verifier.model.report import ASKING, SETTLING, DocumentReport, Finding, Verdict
from verifier.model.review import was_looked_at
from verifier.model.transition import (
    Changes,
    Spell,
    Standing,
    Transition,
    TransitionKind,
    is_flapping,
    is_worse,
    kind_of,
    spells,
    stayed_broken,
)
from verifier.pipeline.memory import Memory

if TYPE_CHECKING:
    from verifier.model.past import PastFinding

_ORDER = list(TransitionKind)


def tell_news(documents: Sequence[DocumentReport], memory: Memory) -> tuple[tuple[DocumentReport, ...], Changes | None]:
    """Mark what asks for more than the last run that judged it did, and list what changed.

    Letters that no run has finished before are new as a whole, and no change; nor is text around a letter, or what a
    person has accepted. A flapping link is told each time, but is new only when it stays broken until a later day;
    what a person had accepted is new when that decision ends.
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
        past = _Past(document.source, memory)
        findings = []
        for finding in document.findings:
            was = memory.last_judged(finding.citation.id, looked_at=was_looked_at(finding))
            flapping = past.is_flapping(finding, was)
            new = past.stayed_broken(finding) if flapping else is_worse(was.verdict if was else None, finding.verdict)
            findings.append(replace(finding, new=new or _is_open_again(finding, memory)))
            transitions += _transition(document.source, finding, was, flapping=flapping)
        told.append(replace(document, findings=tuple(findings)))
    return tuple(told), Changes(max(dates), ordered(transitions)) if dates else None


def _is_open_again(finding: Finding, memory: Memory) -> bool:
    """Whether a decision that let a finding rest holds no longer."""
    return finding.verdict in ASKING and finding.review is None and memory.was_settled(finding.citation.id)


class _Past:
    """Since when the links of one letter were broken, and since when not; read from the history when it is needed."""

    def __init__(self, source: str, memory: Memory) -> None:
        self._source = source
        self._memory = memory
        self._of: dict[str, list[Spell]] | None = None

    def is_flapping(self, finding: Finding, was: Standing | None) -> bool:
        """Whether a link that is or was broken comes and goes; never without a look at it."""
        if was is None or not was_looked_at(finding) or "broken" not in {was.verdict, finding.verdict}:
            return False
        now = self._memory.started_at
        present = Spell(finding.verdict is Verdict.BROKEN, now, now)
        return is_flapping(spells([*self._spells(finding), present]), now)

    def stayed_broken(self, finding: Finding) -> bool:
        """Whether a flapping link has stayed broken since an earlier day, and this is the first run to find it so."""
        return finding.verdict is Verdict.BROKEN and stayed_broken(self._spells(finding), self._memory.started_at)

    def _spells(self, finding: Finding) -> list[Spell]:
        if self._of is None:
            self._of = {}
            for span in self._memory.spans(self._source):
                if span.outcome and span.verdict and span.verdict != "skipped":
                    seen = Spell(span.verdict == "broken", span.since, span.until)
                    self._of[span.citation_id] = spells([*self._of.get(span.citation_id, []), seen])
        return self._of.get(finding.citation.id, [])


def between(before: Iterable[PastFinding], after: Iterable[PastFinding]) -> tuple[Transition, ...]:
    """What changed between two finished runs, in the letters that both read and the links that the later looked up."""
    earlier = tuple(before)
    known = {one.citation_id: one.standing for one in earlier}
    sources = {one.source for one in earlier}
    transitions = []
    for one in after:
        kind = kind_of(known.get(one.citation_id), one.standing) if one.outcome and one.source in sources else None
        if kind is None or one.part == Part.SURROUNDINGS or one.decision in SETTLING:
            continue
        was = known.get(one.citation_id)
        verdict, link = was and was.verdict, one.url or one.value  # a bare number says not what it is the number of
        transitions.append(Transition(kind, one.citation_id, one.source, one.note, link, verdict, one.verdict or ""))
    return ordered(transitions)


def ordered(transitions: Iterable[Transition]) -> tuple[Transition, ...]:
    """The most urgent first, otherwise in the order given."""
    return tuple(sorted(transitions, key=lambda one: _ORDER.index(one.kind)))


def _transition(source: str, finding: Finding, was: Standing | None, *, flapping: bool) -> Iterable[Transition]:
    from verifier.store.findings import standing_of

    citation = finding.citation
    if not was_looked_at(finding) or citation.part is Part.SURROUNDINGS or finding.settled:
        return
    now = standing_of(finding)
    kind = kind_of(was, now)
    if kind:
        link = citation.url or citation.value
        before = was.verdict if was else None
        yield Transition(kind, citation.id, source, citation.note, link, before, now.verdict or "", flapping)
