"""What earlier runs said, beside what this one says: verdicts over runs for a letter, stretches for each citation.

In: documents with their findings, and what history tells. Out: the same with `tallies` and `past` filled in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from verifier.model.document import Part
from verifier.model.report import DocumentReport, Finding
from verifier.model.review import was_looked_at
from verifier.model.trend import Stretch, Tally
from verifier.pipeline.memory import Memory

if TYPE_CHECKING:
    from verifier.model.past import PastSpan

_STRETCHES = 12
"""The newest stretches that are kept of a citation: what flaps more often is shown by them as well."""


def tell_trends(
    documents: Sequence[DocumentReport], memory: Memory, run_id: str, finished_at: datetime
) -> tuple[DocumentReport, ...]:
    """The documents with what earlier runs said of them; one that no run has finished before stays as it is."""
    return tuple(_told(document, memory, run_id, finished_at) for document in documents)


def _told(document: DocumentReport, memory: Memory, run_id: str, finished_at: datetime) -> DocumentReport:
    earlier = memory.tallies(document.source)
    if not earlier:
        return document
    spans: defaultdict[str, list[PastSpan]] = defaultdict(list)
    for span in memory.spans(document.source):
        spans[span.citation_id].append(span)
    findings = tuple(
        replace(finding, past=stretches(spans[finding.citation.id], finding, finished_at))
        for finding in document.findings
    )
    return replace(document, findings=findings, tallies=(*earlier, tally(document, run_id, finished_at)))


def tally(document: DocumentReport, run_id: str, finished_at: datetime) -> Tally:
    """What this run says of the document."""
    inside = [one for one in document.findings if one.citation.part is not Part.SURROUNDINGS and one.verdict]
    counts = Counter(one.verdict.value for one in inside if one.verdict)
    return Tally(run_id, finished_at, dict(counts), sum(one.needs_doing for one in inside))


def stretches(spans: Sequence[PastSpan], finding: Finding, now: datetime) -> tuple[Stretch, ...]:
    """Runs that said the same, joined, this run last; empty when it is the only one that looked.

    Runs that did not look (offline, skipped) are left out: they say nothing of the page.
    """
    from verifier.store.findings import outcome_of

    looked = [
        Stretch(span.verdict, span.outcome, span.since, span.until, span.runs)
        for span in spans
        if span.verdict and span.outcome
    ]
    outcome = outcome_of(finding)
    if finding.verdict and outcome and (finding.live is None or was_looked_at(finding)):
        looked.append(Stretch(finding.verdict.value, outcome, now, now, 1))
    joined: list[Stretch] = []
    for one in looked:
        if joined and (joined[-1].verdict, joined[-1].outcome) == (one.verdict, one.outcome):
            joined[-1] = replace(joined[-1], until=one.until, runs=joined[-1].runs + one.runs)
        else:
            joined.append(one)
    return tuple(joined[-_STRETCHES:]) if sum(one.runs for one in joined) > 1 else ()
