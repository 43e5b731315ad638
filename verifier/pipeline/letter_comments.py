"""Decisions that stand in the letter itself: `<!-- verify: ignore REASON -->` beside a link. Pure.

In: a document as read and its report. Out: the report with those decisions, and remarks on comments without effect.
A comment settles one link: the next one on its line, else the one before it there; on a line of its own, the first
link of the line below.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from verifier.model.document import Comment, Document
from verifier.model.report import SETTLING, DocumentReport, Finding, Review


class _Spot(NamedTuple):
    """Where a finding's link stands in the source."""

    number: int | None
    start: tuple[int, int]
    end: tuple[int, int]


_NOWHERE = _Spot(None, (0, 0), (0, 0))


def settle(report: DocumentReport, document: Document | None) -> DocumentReport:
    """The report with what the letter's comments decide."""
    if document is None or not document.comments:
        return report
    starts: dict[int, list[_Spot]] = defaultdict(list)
    ends: dict[int, list[_Spot]] = defaultdict(list)
    for number, finding in enumerate(report.findings):
        spot = _spot(number, finding, document)
        starts[spot.start[0]].append(spot)
        ends[spot.end[0]].append(spot)
    reviews: dict[int, Review] = {}
    remarks = []
    for comment in document.comments:
        decision, _, reason = comment.words.partition(" ")
        settled = _settled(comment, starts, ends)
        if decision.lower() not in SETTLING:
            remarks.append(f"{_place(comment)} has no effect: it says neither ignore nor accept.")
        elif settled is None:
            remarks.append(f"{_place(comment)} has no effect: no link stands beside or below it.")
        else:
            reviews[settled] = Review(decision.lower(), note=reason.strip() or None)
    findings = tuple(
        replace(finding, review=reviews[number]) if number in reviews else finding
        for number, finding in enumerate(report.findings)
    )
    return replace(report, findings=findings, remarks=(*report.remarks, *remarks))


def _spot(number: int, finding: Finding, document: Document) -> _Spot:
    citation = finding.citation
    end = document.position(max(citation.end - 1, citation.start))
    return _Spot(number, (citation.position.line, citation.position.column), (end.line, end.column))


def _settled(
    comment: Comment, starts: Mapping[int, Sequence[_Spot]], ends: Mapping[int, Sequence[_Spot]]
) -> int | None:
    if comment.alone:
        return min(starts.get(comment.end.line + 1, ()), key=lambda spot: spot.start, default=_NOWHERE).number
    after = [spot for spot in starts.get(comment.end.line, ()) if spot.start >= comment.end[:2]]
    if after:
        return min(after, key=lambda spot: spot.start).number
    before = [spot for spot in ends.get(comment.start.line, ()) if spot.end < comment.start[:2]]
    return max(before, key=lambda spot: spot.end, default=_NOWHERE).number


def _place(comment: Comment) -> str:
    return f"The comment “verify: {comment.words[:60]}” on line {comment.start.line}"
