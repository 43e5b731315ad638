"""Citation -> the link as printed and as mended, in pieces, so that a reader sees what was changed.

Pieces are shown by each format in its own way: `kept` as it is, `removed` struck through, `inserted` underlined.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from verifier.model.citation import Citation, Edit, RepairStatus
from verifier.report import escapes


class Change(StrEnum):
    """What became of a piece of the link."""

    KEPT = "kept"
    REMOVED = "removed"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a link, safe to show. An empty insertion is a seam: something was taken out there."""

    change: Change
    text: str


def as_printed(citation: Citation) -> tuple[Piece, ...]:
    """The link as written, with what the repair took out marked; unmarked when the edits do not fit the text."""
    return _pieces(citation.as_written, _fitting(citation), Change.REMOVED)


def as_mended(citation: Citation) -> tuple[Piece, ...]:
    """The link as mended, with what the repair put in marked; in one piece when the edits do not lead to it."""
    target = citation.value
    edits = _fitting(citation)
    if _applied(citation.as_written, edits) != target:
        return (Piece(Change.KEPT, escapes.link(target)),)
    return _pieces(citation.as_written, edits, Change.INSERTED)


def mended(citation: Citation) -> bool:
    """Whether there is a mended link to show beside the printed one."""
    return citation.repair.status in {RepairStatus.MENDED, RepairStatus.AMBIGUOUS} and citation.url is not None


def _fitting(citation: Citation) -> tuple[Edit, ...]:
    """The edits in order, or none when they overlap or name text that is not there."""
    text = citation.as_written
    edits = tuple(sorted(citation.repair.edits, key=lambda edit: edit.at))
    reached = 0
    for edit in edits:
        if edit.at < reached or not text.startswith(edit.removed, edit.at):
            return ()
        reached = edit.at + len(edit.removed)
    return edits


def _applied(text: str, edits: tuple[Edit, ...]) -> str:
    parts, reached = [], 0
    for edit in edits:
        parts += [text[reached : edit.at], edit.inserted]
        reached = edit.at + len(edit.removed)
    return "".join([*parts, text[reached:]])


def _pieces(text: str, edits: tuple[Edit, ...], change: Change) -> tuple[Piece, ...]:
    pieces, reached = [], 0
    for edit in edits:
        pieces.append(Piece(Change.KEPT, escapes.link(text[reached : edit.at])))
        changed = edit.removed if change is Change.REMOVED else edit.inserted
        pieces.append(Piece(change, escapes.removed(changed)))
        reached = edit.at + len(edit.removed)
    pieces.append(Piece(Change.KEPT, escapes.link(text[reached:])))
    return tuple(piece for piece in pieces if piece.text or piece.change is Change.INSERTED)
