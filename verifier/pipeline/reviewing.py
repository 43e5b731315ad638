"""Which decisions of people hold for which findings. Pure.

In: documents with their findings, the decisions kept beside them, the comments in the letters. Out: the same documents
with each finding's decision, and remarks on decisions that are open again and on those that nothing needs any more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from verifier.model.errors import UsageError
from verifier.model.report import DocumentReport, Finding, Review
from verifier.model.review import DECISIONS, Reviewed, evidence_of, may_replace, was_looked_at

if TYPE_CHECKING:
    from verifier.model.past import PastFinding


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


def undecided(asked: Sequence[PastFinding], entries: Sequence[Reviewed], today: date) -> tuple[PastFinding, ...]:
    """Of what an earlier run found, that on which no decision holds."""
    decided = {
        (entry.citation, entry.evidence)
        for entry in entries
        if entry.review.expires is None or today <= entry.review.expires
    }
    return tuple(one for one in asked if (one.citation_id, one.evidence) not in decided)


def decision_on(
    finding: PastFinding,
    today: date,
    *,
    decision: str | None,
    note: str | None = None,
    by: str | None = None,
    url: str | None = None,
    expires: str | None = None,
) -> Reviewed:
    """A decision of `today` on what an earlier run found. Raises UsageError for one that could not be read again."""
    if decision not in DECISIONS:
        raise UsageError(f"{decision!r} is not one of {', '.join(DECISIONS)}")
    if decision == "replace" and not may_replace(url or ""):
        raise UsageError("replace needs the http or https address to put there", "Give it with --url.")
    if finding.evidence is None:
        raise UsageError("the last run over this letter kept no evidence", "Run `verify` on it again.")
    try:
        last_day = date.fromisoformat(expires) if expires else None
    except ValueError as error:
        raise UsageError(f"{expires!r} is not a day", "Write it as YYYY-MM-DD.") from error
    if last_day and last_day < today:
        raise UsageError(f"{expires} has passed", "Give the last day on which the decision holds.")
    review = Review(decision, by=by or None, on=today, note=note or None, url=url or None, expires=last_day)
    return Reviewed(finding.citation_id, finding.evidence, review, finding.source, finding.value)
