"""Finding -> what to do about it, step by step: as its actions ask, or as a person has decided."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.model.citation import RepairStatus
from verifier.model.evidence import ArchiveOutcome, ArchiveResult
from verifier.model.report import ActionKind, Finding, Verdict
from verifier.report import words
from verifier.report.advice import copy_words


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: the sentence, and the address to do it with (None when there is none)."""

    sentence: str
    url: str | None
    kind: ActionKind | None = None


def to_do(finding: Finding) -> tuple[Step, ...]:
    """What to do, in the order of the finding's actions; a dead link without any says why there is none.

    A person's decision comes before all of them: that it stays as it is, the address that was chosen, or that nothing
    is left to look at. The report's own script (`deciding.js`) keeps to the same.
    """
    if finding.settled:
        return ()
    decision = finding.review.decision if finding.review else None
    if decision == "replace" and finding.review and finding.review.url:
        return (Step("Put the address there that was decided on", finding.review.url, ActionKind.USE_URL),)
    asked = tuple(_step(action.kind, action.url, finding) for action in finding.actions)
    if decision == "opened":
        left = tuple(step for step in asked if step.kind is not ActionKind.LOOK)
        return (*_mending_that_stays(finding), *left)
    if asked or finding.verdict is not Verdict.BROKEN:
        return asked
    return (Step(_for_want_of_a_copy(finding.archive), None),)


def _for_want_of_a_copy(archive: ArchiveResult | None) -> str:
    """What to do about a dead link that no copy can stand in for, and why none does."""
    if archive is None:
        return "Look for the page elsewhere; no archive was asked for a copy"
    if archive.outcome is ArchiveOutcome.UNKNOWN:
        return "The archive did not tell whether it keeps a copy; ask again later"
    return "Look for the page elsewhere; no good copy is known"


def _mending_that_stays(finding: Finding) -> tuple[Step, ...]:
    """A page that seemed gone was seen by the mended link: the letter still prints the damaged one."""
    citation = finding.citation
    if finding.verdict is not Verdict.BROKEN or citation.repair.status is not RepairStatus.MENDED or not citation.url:
        return ()
    return (Step(words.USE_MENDED, citation.url, ActionKind.USE_URL),)


def _step(kind: ActionKind, url: str | None, finding: Finding) -> Step:
    sentence = words.ACTION[kind]
    archive = finding.archive
    if kind is ActionKind.USE_URL and url == finding.citation.url:
        sentence = words.USE_MENDED
    if kind is ActionKind.USE_ARCHIVE and archive and archive.snapshot:
        sentence = f"{sentence} {copy_words(archive, dated=finding.dated).removeprefix('copy ')}"
    return Step(sentence, url, kind)
