"""Fix: a source, its report and its bytes -> the letter with its links corrected, proved by reading it again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from verifier import citations, documents, repair
from verifier.model.change import Change, ChangeKind, Left, leave
from verifier.model.citation import Citation, RepairStatus
from verifier.model.document import Document
from verifier.model.report import DocumentReport
from verifier.pipeline.changes import EVERY, SURE, decide
from verifier.pipeline.plan import Planned

_ROUNDS = 3
_READ_OTHERWISE = "the changed letter would be read otherwise than meant"


@dataclass(frozen=True, slots=True)
class Fixed:
    """A source with its changes: `old` and `new` are its bytes, `text` and `new_text` what people compare."""

    planned: Planned
    old: bytes
    new: bytes
    changes: tuple[Change, ...] = ()
    left: tuple[Left, ...] = ()
    text: str = ""
    new_text: str = ""


def decide_only(planned: Planned, report: DocumentReport, only: Collection[ChangeKind] = EVERY) -> Fixed:
    """The changes that a source asks for, without writing it: for lists of corrections, whatever the format."""
    links = planned.document.links if planned.document else ()
    decision = decide(report, links, only)
    data = planned.data or b""
    text = _source_text(data, planned.document)
    return Fixed(planned, data, data, decision.changes, decision.left, text, text)


def fix(planned: Planned, report: DocumentReport, only: Collection[ChangeKind] = EVERY) -> Fixed:
    """The source with its links corrected. Raises SourceError for a format that cannot be written.

    Every citation is looked for again in the result; a change that is not found there as meant is taken back.
    """
    fixed = decide_only(planned, report, only)
    document = planned.document
    if document is None:
        return fixed
    wanted, left = list(fixed.changes), list(fixed.left)
    for _ in range(_ROUNDS):
        rewritten = documents.rewrite(fixed.old, document, wanted)
        again = documents.read(rewritten.data, document.source, document.media_type, charset=document.encoding)
        misread = _misread(planned.found.citations, rewritten.changes, _cited(again))
        left += rewritten.left
        if not misread:
            left.sort(key=lambda one: one.position)
            text = _source_text(rewritten.data, again)
            return replace(fixed, new=rewritten.data, changes=rewritten.changes, left=tuple(left), new_text=text)
        wanted = [change for change in rewritten.changes if change not in misread]
        left += [leave(change, _READ_OTHERWISE) for change in misread]
    return replace(fixed, changes=(), left=(*left, *(leave(change, _READ_OTHERWISE) for change in wanted)))


def _source_text(data: bytes, document: Document | None) -> str:
    """What a person compares: a text format's source, else the text as read."""
    if document is None:
        return ""
    return data.decode(document.encoding, "replace") if document.encoding else document.text


def _cited(document: Document) -> Sequence[Citation]:
    found = citations.find(document)
    return citations.assemble(document, found, repair.propose(document, found.references)).citations


def _misread(before: Sequence[Citation], changes: Sequence[Change], after: Sequence[Citation]) -> list[Change]:
    """The changes that cannot be found in what the new letter cites, and those that spoil a neighbour."""
    cited = Counter(_name(citation) for citation in after)
    still = {_name(one) for one in after if one.repair.status is RepairStatus.MENDED and one.repair.confidence >= SURE}
    misread = []
    kept = []
    at = {change.start: change for change in changes}
    for citation in before:
        change = at.get(citation.start)
        if change is None:
            kept.append(citation)
            continue
        names = {_key(change.url), _key(change.shown or "")}
        found = next((name for name in names if cited[name] > 0 and name not in still), None)
        if found is None:
            misread.append(change)
        else:
            cited[found] -= 1
    for citation in kept:
        if cited[_name(citation)] <= 0 and changes:
            nearest = min(changes, key=lambda one: abs(one.start - citation.start))
            misread += [nearest] if nearest not in misread else []
        cited[_name(citation)] -= 1
    return misread


def _name(citation: Citation) -> str:
    return _key(citation.url or citation.value)


def _key(url: str) -> str:
    return "".join(url.split())
