"""One proposal per reference: the link read in all probable ways, and what became of it.

In: a document and the references found in it. Out: for each, the ranked candidates, the chosen reading and its status.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from verifier.model.citation import (
    INTACT,
    Candidate,
    Confirmation,
    Edit,
    Kind,
    Proposal,
    Reference,
    Repair,
    RepairStatus,
)
from verifier.repair import syntax
from verifier.repair.head import find_head
from verifier.repair.page import WORD, Page
from verifier.repair.ranker import RuleRanker
from verifier.repair.reading import Reading, search

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verifier.model.document import Document

_CONTEXT = 400
_SHOWN = 8
_FAINT = 0.01
_CLEAR = 0.6
"""A best reading below this is one of two, not the one."""


def propose(document: Document, references: Sequence[Reference]) -> tuple[Proposal, ...]:
    """Read every reference: where the link as written stands, its most probable URL, and what was mended.

    Same order and number as `references`. Raises nothing: what cannot be read is `unmendable`.
    """
    page = Page(document, references)
    ranker = RuleRanker()
    return tuple(_propose(page, reference, ranker) for reference in references)


def _propose(page: Page, reference: Reference, ranker: RuleRanker) -> Proposal:
    if reference.kind is not Kind.URL:
        return Proposal(INTACT, reference.start, reference.end, reference.value)
    first, start = _first(page, reference)
    readings = search(page, first, max(reference.reach, first.end), ranker)
    return _settle(page, reference, start, first, readings)


def _first(page: Page, reference: Reference) -> tuple[Reading, int]:
    text = page.text
    default = syntax.split(reference.value)[0] or "https://"
    head = find_head(text, reference.start, reference.end, default)
    end = reference.end
    if end <= head.body:
        token = syntax.TOKEN.match(text, head.body)
        end = head.body + len(syntax.trim(token[0])) if token else head.body
    body, unescaped = syntax.clean(text[head.body : end], head.body)
    edits = (*(replace(edit, at=edit.at + head.start) for edit in head.edits), *unescaped)
    title = " ".join((reference.description.title or "", text[max(0, head.start - _CONTEXT) : head.start]))
    words = frozenset(WORD.findall(title.lower()))
    url = head.scheme + body
    reading = Reading(head.start, end, url, edits, head_damaged=head.damaged, title=words, href=reference.href)
    return reading, head.start


def _settle(page: Page, reference: Reference, start: int, first: Reading, readings: list[Reading]) -> Proposal:
    usable = [reading for reading in readings if syntax.is_url(reading.url)]
    if not usable:
        return Proposal(Repair(RepairStatus.UNMENDABLE, 1.0), start, first.end, None)
    whole = sum(reading.probability for reading in usable)
    candidates = tuple(_candidate(reading, start, whole) for reading in usable)
    best, chosen = candidates[0], usable[0]
    shown = tuple(one for one in candidates if one.score >= _FAINT)[:_SHOWN]
    damaged = any(edit.inserted != "https://" or edit.removed for edit in best.edits)
    if best.score < _CLEAR:
        status = RepairStatus.AMBIGUOUS
    elif damaged:
        status = RepairStatus.MENDED
    else:
        status = RepairStatus.INTACT
    confirmed = _confirmation(reference, chosen) if damaged else None
    repair = Repair(status, best.score, best.edits, shown, confirmed)
    url = reference.value if status is RepairStatus.INTACT else best.url
    return Proposal(repair, start, best.end, url)


def _candidate(reading: Reading, start: int, whole: float) -> Candidate:
    edits = tuple(Edit(edit.kind, edit.at - start, edit.removed, edit.inserted) for edit in reading.edits)
    return Candidate(reading.url, reading.end, round(reading.probability / whole, 4), edits, reading.why)


def _confirmation(reference: Reference, reading: Reading) -> Confirmation | None:
    if reference.href and syntax.key(reference.href) == syntax.key(reading.url):
        return Confirmation.ANNOTATION
    if any("title" in reason for reason in reading.why):
        return Confirmation.TITLE_WORDS
    return None
