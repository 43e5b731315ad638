"""Which reading of a link the evidence supports (`verdicts.md`, Repair by evidence).

In: the repair as proposed from the text, and what was seen at each candidate. Out: the repair with the choice made,
confirmed or left open. A page that answers is not yet proof, since a cut link may answer with a section index: where
the citation has a title, the title must fit too.
"""

from __future__ import annotations

from dataclasses import replace

from verifier.model.citation import Candidate, Citation, Confirmation, Kind, Repair, RepairStatus
from verifier.model.evidence import DEAD, GOOD, NOT_ASKED
from verifier.verdict.evidence import Evidence
from verifier.verdict.outcome import refine

CONFIRMED_BY_TITLE = 0.98
CONFIRMED_BY_ANSWER = 0.93


def settle(citation: Citation, evidence: Evidence) -> tuple[Repair, str | None]:
    """The repair after evidence, and the chosen URL.

    Only open questions are settled: an intact link is replaced by another reading only where it leads astray.
    """
    repair = citation.repair
    if not evidence.looks or not _is_open(citation, evidence):
        return repair, citation.url
    chosen, by, confidence = _pick(citation, evidence)
    if chosen is None:
        return repair, citation.url
    settled = replace(
        repair,
        status=RepairStatus.MENDED if chosen.edits else RepairStatus.INTACT,
        edits=chosen.edits,
        confidence=max(repair.confidence if chosen.url == citation.url else 0.0, confidence),
        confirmed_by=repair.confirmed_by if chosen.url == citation.url and repair.confirmed_by else by,
    )
    return settled, chosen.url


def _is_open(citation: Citation, evidence: Evidence) -> bool:
    status = citation.repair.status
    if status is RepairStatus.INTACT and len(citation.repair.candidates) > 1:
        look = evidence.of(citation.url)
        return look.title_matches is False or (look.live is not None and look.live.outcome in DEAD)
    return status in {RepairStatus.MENDED, RepairStatus.AMBIGUOUS}


def _pick(citation: Citation, evidence: Evidence) -> tuple[Candidate | None, Confirmation | None, float]:
    """The candidate that the evidence singles out, by what, and how sure that is; (None, None, 0) when none."""
    repair = citation.repair
    titled = [c for c in repair.candidates if _answers(c, evidence) and evidence.of(c.url).title_matches]
    if titled:
        # Variants may lead to the same page; the one that the text prefers comes first.
        return titled[0], Confirmation.PAGE_TITLE, CONFIRMED_BY_TITLE
    answering = [c for c in repair.candidates if _answers(c, evidence)]
    others_dead = [c for c in repair.candidates if c not in answering and _dead(c, evidence)]
    single = len(answering) == 1 and others_dead and len(others_dead) == len(_tried(repair, evidence)) - 1
    if single and _is_page(answering[0], citation.kind, evidence) and _extends(answering[0], others_dead):
        return answering[0], Confirmation.LIVE, CONFIRMED_BY_ANSWER
    archived = [c for c in repair.candidates if _exactly_archived(c, evidence)]
    if not answering and len(archived) == 1 and archived[0].url != citation.url:
        return archived[0], Confirmation.ARCHIVE, CONFIRMED_BY_ANSWER
    return None, None, 0.0


def _tried(repair: Repair, evidence: Evidence) -> list[Candidate]:
    return [c for c in repair.candidates if (live := evidence.of(c.url).live) and live.outcome not in NOT_ASKED]


def _answers(candidate: Candidate, evidence: Evidence) -> bool:
    live = evidence.of(candidate.url).live
    return live is not None and live.outcome in GOOD


def _is_page(candidate: Candidate, kind: Kind, evidence: Evidence) -> bool:
    """Whether what answers may be the page that is cited: not one with another title, nor a home page instead."""
    look = evidence.of(candidate.url)
    live = refine(candidate.url, kind, look)
    return look.title_matches is not False and live is not None and live.outcome in GOOD


def _dead(candidate: Candidate, evidence: Evidence) -> bool:
    live = evidence.of(candidate.url).live
    return live is not None and live.outcome in DEAD


def _extends(candidate: Candidate, others: list[Candidate]) -> bool:
    """Whether the answering reading is longer than the dead ones: a page cannot be reached by a wrong longer URL."""
    return all(candidate.end >= other.end for other in others)


def _exactly_archived(candidate: Candidate, evidence: Evidence) -> bool:
    look = evidence.of(candidate.url)
    return any(archive.snapshot and archive.snapshot.status_code == 200 for archive in look.archives or ())
