"""Which decisions of people hold for which findings. Pure.

In: documents with their findings, the decisions kept beside them, the comments in the letters. Out: the same documents
with each finding's decision, and remarks on decisions that are open again and on those that nothing needs any more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from verifier.model.report import DocumentReport, Finding, Review
from verifier.model.review import Reviewed, evidence_of, was_looked_at


@dataclass(frozen=True, slots=True)
class Applied:
    """The documents with their decisions, and what the run has to remark."""

    documents: tuple[DocumentReport, ...]
    remarks: tuple[str, ...] = ()


def apply(documents: Sequence[DocumentReport], entries: Sequence[Reviewed], today: date) -> Applied:
    """Put every decision that still holds on its finding.

    A decision holds as long as the evidence is what it was (a run that did not look cannot tell otherwise) and its
    last day has not passed. It is unused when its letter was read and cites the link no more.
    """
    if not entries:
        return Applied(tuple(documents))
    of: dict[str, list[Reviewed]] = defaultdict(list)
    for entry in entries:
        of[entry.citation].append(entry)
    decided = tuple(_document(document, of, today) for document in documents)
    return Applied(decided, _unused(documents, entries))


def _document(document: DocumentReport, of: Mapping[str, Sequence[Reviewed]], today: date) -> DocumentReport:
    findings = []
    remarks = []
    for finding in document.findings:
        review, remark = _decision(finding, of.get(finding.citation.id, ()), today)
        findings.append(replace(finding, review=review) if review else finding)
        if remark and not finding.review:
            remarks.append(remark)
    return replace(document, findings=tuple(findings), remarks=(*document.remarks, *remarks))


def _decision(finding: Finding, entries: Sequence[Reviewed], today: date) -> tuple[Review | None, str | None]:
    """The decision that holds; or why the last one does not."""
    if not entries:
        return None, None
    evidence = evidence_of(finding)
    fitting = [one for one in entries if one.evidence == evidence or not was_looked_at(finding)]
    standing = [one for one in fitting if one.review.expires is None or today <= one.review.expires]
    if standing:
        return standing[-1].review, None
    last = (fitting or entries)[-1].review
    why = f"it held until {last.expires}" if fitting else "what is found there has changed since"
    return None, f"{_name(finding)}: the decision “{last.decision}” is open again: {why}."


def _name(finding: Finding) -> str:
    citation = finding.citation
    note = f"Note {citation.note}, " if citation.note else ""
    return f"{note}{citation.url or citation.value}"


def _unused(documents: Sequence[DocumentReport], entries: Sequence[Reviewed]) -> tuple[str, ...]:
    cited = {finding.citation.id for document in documents for finding in document.findings}
    read = {document.source for document in documents if document.error is None}
    unused = [
        entry for entry in entries if entry.citation not in cited and (entry.source is None or entry.source in read)
    ]
    return tuple(
        f"The decision “{entry.review.decision}” on {entry.link or entry.citation} is of no use any more: "
        f"{entry.source or 'no letter of this run'} does not cite it so."
        for entry in unused
    )
