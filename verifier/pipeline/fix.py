"""Fix: a source, its report and its bytes -> the letter with its links corrected, proved by reading it again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from verifier import citations, documents, repair
from verifier.model.change import Change, ChangeKind, Letter, leave
from verifier.model.citation import Citation, RepairStatus
from verifier.model.document import Document
from verifier.model.errors import SourceError
from verifier.model.report import DocumentReport, SourceFailure
from verifier.pipeline.changes import EVERY, SURE, decide
from verifier.pipeline.plan import Planned

_ROUNDS = 3
_READ_OTHERWISE = "the changed letter would be read otherwise than meant"


def fix(
    planned: Planned, report: DocumentReport, only: Collection[ChangeKind] = EVERY, *, write: bool = True
) -> Letter:
    """The source with its links corrected, or, without `write`, only the list of what is to be corrected.

    Every citation is looked for again in the result; a change that is not found there as meant is taken back. A source
    that could not be read, or whose format cannot be written, comes back with its error.
    """
    document = planned.document
    if document is None:
        return Letter(planned.source.name, planned.source.path, error=planned.error)
    decision = decide(report, document.links, only)
    data = planned.data or b""
    text = _source_text(data, document)
    letter = Letter(
        name=planned.source.name,
        path=planned.source.path,
        title=document.title,
        old=data,
        new=data,
        text=text,
        new_text=text,
        changes=decision.changes,
        left=decision.left,
    )
    if not write:
        return letter
    try:
        return _written(planned, document, letter)
    except SourceError as error:
        return replace(letter, changes=(), left=(), error=SourceFailure(error.message, error.hint))


def _written(planned: Planned, document: Document, letter: Letter) -> Letter:
    wanted, left = list(letter.changes), list(letter.left)
    for _ in range(_ROUNDS):
        rewritten = documents.rewrite(letter.old, document, wanted)
        left += rewritten.left
        again = document
        if rewritten.changes:
            again = documents.read(rewritten.data, document.source, document.media_type, charset=document.encoding)
        misread = _misread(planned.found.citations, rewritten.changes, _cited(again)) if rewritten.changes else []
        if not misread:
            left.sort(key=lambda one: one.position)
            text = _source_text(rewritten.data, again)
            return replace(letter, new=rewritten.data, changes=rewritten.changes, left=tuple(left), new_text=text)
        wanted = [change for change in rewritten.changes if change not in misread]
        left += [leave(change, _READ_OTHERWISE) for change in misread]
    return replace(letter, changes=(), left=(*left, *(leave(change, _READ_OTHERWISE) for change in wanted)))


def _source_text(data: bytes, document: Document) -> str:
    """What a person compares: a text format's source, else the text as read."""
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
