"""Changes to a text file -> splices -> bytes. Markdown and HTML find their own splices and share the rest."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from verifier.documents.rewrite.splices import RefusedError, Splice, apply, encodable, keep_apart, splice_bytes
from verifier.model.change import Change
from verifier.model.document import Document

Plan = Callable[[Change], Sequence[Splice]]
"""The splices, in offsets of the decoded source, that one change takes; raises RefusedError when it cannot be made."""


class Outcome(NamedTuple):
    """The new bytes; the changes that could not be made, with their reasons; the splices made in the source.

    `expected` is the text that the new bytes must read as.
    """

    data: bytes
    refused: dict[Change, str]
    splices: tuple[Splice, ...] = ()
    expected: str = ""


def expected_text(document: Document, changes: Sequence[Change], refused: Collection[Change]) -> str:
    """The document's text with what the changes show in place of what was written."""
    made = {Splice(one.start, one.end, one.shown) for one in changes if one not in refused and one.shown is not None}
    return apply(document.text, sorted(made))


def rewrite_text(data: bytes, document: Document, changes: Sequence[Change]) -> Outcome:
    """Plain text: the link as written gives way, broken white space and all."""

    def plan(change: Change) -> Sequence[Splice]:
        if change.shown is None:
            raise RefusedError("the text does not spell the link out")
        return (Splice(change.start, change.end, change.shown),)

    return rewrite_source(data, document, changes, plan)


def rewrite_source(data: bytes, document: Document, changes: Sequence[Change], plan: Plan) -> Outcome:
    """Make what `plan` says of each change; those that cannot be made come back with their reasons."""
    encoding = document.encoding or "utf-8"
    refused: dict[Change, str] = {}
    taken: list[Splice] = []
    known: set[Splice] = set()
    for change in changes:
        try:
            wanted = sorted(set(plan(change)) - known)
            encodable(wanted, encoding)
            keep_apart(taken, wanted)
        except RefusedError as refusal:
            refused[change] = str(refusal)
        else:
            known.update(wanted)
            for one in wanted:
                insort(taken, one)
    try:
        data = splice_bytes(data, encoding, taken) if taken else data
    except RefusedError as refusal:
        taken, refused = [], {change: str(refusal) for change in changes}
    return Outcome(data, refused, tuple(taken), expected_text(document, changes, refused))
