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
from verifier.repair.ranker import Ranker
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
    return propose_with(document, references, Ranker())


def propose_with(document: Document, references: Sequence[Reference], ranker: Ranker) -> tuple[Proposal, ...]:
    """`propose` with a ranker of one's own, for measuring."""
    page = Page(document, references)
    return tuple(_propose(page, reference, ranker) for reference in references)


def _propose(page: Page, reference: Reference, ranker: Ranker) -> Proposal:
    if reference.kind is not Kind.URL:
        return Proposal(INTACT, reference.start, reference.end, reference.value)
    first = first_reading(page, reference)
    readings = search(page, first, max(reference.reach, first.end), ranker)
    return _settle(reference, first, readings)


def first_reading(page: Page, reference: Reference) -> Reading:
    """The plain reading, its scheme mended and its characters cleaned: where the search begins."""
    text = page.text
    default = syntax.split(reference.value)[0] or "https://"
    head = find_head(text, reference.start, reference.end, default)
    end = reference.end
    if end <= head.body:
        token = syntax.TOKEN.match(text, head.body)
        end = head.body + len(syntax.cut(token[0])) if token else head.body
    broken = syntax.SOFT_HYPHEN.search(text, head.body, end)
    end = broken.start() if broken else end
    body, unescaped = syntax.clean(text[head.body : end], head.body)
    edits = (*(replace(edit, at=edit.at + head.start) for edit in head.edits), *unescaped)
    title = " ".join((reference.description.title or "", text[max(0, head.start - _CONTEXT) : head.start]))
    words = frozenset(WORD.findall(title.lower()))
    url = head.scheme + body
    return Reading(head.start, end, url, edits, head_spaced=head.spaced, title=words, href=reference.href)


def _settle(reference: Reference, first: Reading, readings: list[Reading]) -> Proposal:
    start = first.start
    usable = [reading for reading in readings if syntax.is_url(reading.url)]
    if not usable:
        return Proposal(Repair(RepairStatus.UNMENDABLE, 1.0), start, first.end, None)
    ranked = _merge(usable)
    whole = sum(weight for weight, _ in ranked)
    candidates = tuple(_candidate(reading, start, weight / whole) for weight, reading in ranked)
    best, chosen = candidates[0], ranked[0][1]
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


def _merge(readings: list[Reading]) -> list[tuple[float, Reading]]:
    """Readings with their weights, best first; the same URL got in two ways counts together, under its likelier way."""
    merged: dict[str, tuple[float, Reading]] = {}
    for reading in readings:
        weight, first = merged.get(reading.url, (0.0, reading))
        merged[reading.url] = (weight + reading.probability * _plausibility(reading.url), first)
    return sorted(merged.values(), key=lambda pair: -pair[0])


def _plausibility(url: str) -> float:
    """A host of one label, or one that ends in no known top-level name, is seldom the whole host."""
    host = syntax.split(url)[1]
    return 1.0 if syntax.host_is_whole(host) else 0.3 if syntax.host_is_possible(host) else 0.05


def _candidate(reading: Reading, start: int, score: float) -> Candidate:
    edits = tuple(Edit(edit.kind, edit.at - start, edit.removed, edit.inserted) for edit in reading.edits)
    return Candidate(reading.url, reading.end, round(score, 4), edits, reading.why)


def _confirmation(reference: Reference, reading: Reading) -> Confirmation | None:
    if reference.href and syntax.key(reference.href) == syntax.key(reading.url):
        return Confirmation.ANNOTATION
    if any("title" in reason for reason in reading.why):
        return Confirmation.TITLE_WORDS
    return None
