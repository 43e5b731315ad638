"""Fix: a source, its report and its bytes -> the letter with its links corrected, proved by reading it again."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from verifier import citations, documents, repair
from verifier.documents.rewrite.rewriting import rewrite
from verifier.model.change import Change, ChangeKind, Left, Letter, leave
from verifier.model.citation import SURE, Citation, RepairStatus
from verifier.model.document import Document
from verifier.model.errors import SourceError
from verifier.model.report import DocumentReport, SourceFailure
from verifier.pipeline.changes import EVERY, UNSUPPORTED, UNSURE, decide
from verifier.pipeline.desk import Options
from verifier.pipeline.extracted import as_extracted
from verifier.pipeline.plan import Planned

_ROUNDS = 5
_MOST_TAKEN_BACK = 50
"""After so many changes that do not hold, something is wrong with all of them."""
_OPEN = frozenset({UNSURE, UNSUPPORTED})
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
        return _written(planned, report, letter, only)
    except SourceError as error:
        return replace(letter, changes=(), left=(), error=SourceFailure(error.message, error.hint))


def _written(planned: Planned, report: DocumentReport, letter: Letter, only: Collection[ChangeKind]) -> Letter:
    """The letter with its changes made, and with those that they in turn make sure.

    How a link is read depends on the others in the letter: mended ones may settle one that was open before, and a
    second run of the program would find it. So it is looked for at once.
    """
    made = _proved(planned, letter.changes)
    changes, left = made.changes, [*letter.left, *made.left]
    settled = _settled(report)
    for _ in range(_ROUNDS):
        if not made.changes or ChangeKind.MENDED not in only:
            break
        still_open = {one.written for one in left if one.why in _OPEN}
        made = _proved(made.planned, _made_sure(made.planned, tuple(settled - still_open)))
        changes = (*changes, *made.changes)
        mended = {one.written for one in made.changes}
        left = [one for one in left if one.why not in _OPEN or one.written not in mended]
    document = made.planned.document
    return replace(
        letter,
        new=made.planned.data or b"",
        new_text=_source_text(made.planned.data or b"", document) if document else "",
        changes=tuple(sorted(changes, key=lambda one: one.position)),
        left=tuple(sorted(left, key=lambda one: one.position)),
    )


def _settled(report: DocumentReport) -> set[str]:
    """The links, as written and as read, that are not for the text to decide: a person did, or they were answered."""
    sure = [one.citation for one in report.findings if one.review or (one.live and one.live.answered)]
    return {spelled for one in sure for spelled in (one.as_written, one.value)}


def _made_sure(planned: Planned, closed: tuple[str, ...]) -> list[Change]:
    """The links that the text of `planned` alone is now enough to mend, but for those that begin as one of `closed`."""
    links = planned.document.links if planned.document else ()
    further = decide(as_extracted(planned, Options()), links, {ChangeKind.MENDED}).changes
    return [one for one in further if not one.written.startswith(closed)]


class _Proved(NamedTuple):
    """The source as it reads after the changes that hold; those that do not are left."""

    planned: Planned
    changes: tuple[Change, ...] = ()
    left: tuple[Left, ...] = ()


def _proved(planned: Planned, changes: Sequence[Change]) -> _Proved:
    """Make the changes; take those back that are not found as meant in what the result cites."""
    document, wanted, left = planned.document, list(changes), list[Left]()
    while wanted and document is not None:
        rewritten = rewrite(planned.data or b"", document, wanted)
        left += rewritten.left
        again = _read_again(planned, document, rewritten.data)
        misread = _misread(planned.found.citations, rewritten.changes, again.found.citations)
        if not misread:
            return _Proved(again, rewritten.changes, tuple(left))
        wanted = [change for change in rewritten.changes if change not in misread]
        left += [leave(change, _READ_OTHERWISE) for change in misread]
        if len(left) > _MOST_TAKEN_BACK:
            left += [leave(change, _READ_OTHERWISE) for change in wanted]
            break
    return _Proved(planned, (), tuple(left))


def _read_again(planned: Planned, document: Document, data: bytes) -> Planned:
    again = documents.read(
        data, document.source, document.media_type, base_url=planned.base_url, charset=document.encoding
    )
    found = citations.find(again)
    extract = citations.assemble(again, found, repair.propose(again, found.references))
    return replace(planned, document=again, found=extract, data=data)


def _source_text(data: bytes, document: Document) -> str:
    """What a person compares: a text format's source, else the text as read."""
    return data.decode(document.encoding, "replace") if document.encoding else document.text


def _misread(before: Sequence[Citation], changes: Sequence[Change], after: Sequence[Citation]) -> list[Change]:
    """The changes that cannot be found in what the new letter cites, and those that spoil a neighbour."""
    at = {change.start: change for change in changes}
    misread = _not_found([at[one.start] for one in before if one.start in at], after)
    for spoilt in _spoilt([one for one in before if one.start not in at], after):
        nearest = min(changes, key=lambda one: abs(one.start - spoilt.start))
        misread += [nearest] if nearest not in misread else []
    return misread


def _not_found(changes: Iterable[Change], after: Sequence[Citation]) -> list[Change]:
    """The changes whose link is not among what is now cited, or would have to be mended still."""
    cited = Counter(_name(citation) for citation in after)
    still = {_name(one) for one in after if one.repair.status is RepairStatus.MENDED and one.repair.confidence >= SURE}
    missing = []
    for change in changes:
        names = {_key(change.url), _key(change.shown or "")}
        found = next((name for name in names if cited[name] > 0 and name not in still), None)
        if found is None:
            missing.append(change)
        else:
            cited[found] -= 1
    return missing


def _spoilt(kept: Iterable[Citation], after: Sequence[Citation]) -> Iterator[Citation]:
    """The intact links that no citation begins with any more: in new company one may be read on, but not cut."""
    spelled = sorted(_key(one.as_written) for one in after)
    for citation in kept:
        shown = _key(citation.as_written)
        place = bisect_left(spelled, shown)
        begins_one = place < len(spelled) and spelled[place].startswith(shown)
        if citation.repair.status is RepairStatus.INTACT and not begins_one:
            yield citation


def _name(citation: Citation) -> str:
    return _key(citation.url or citation.value)


def _key(url: str) -> str:
    return "".join(url.split())
