"""A letter's bytes and the changes to its links -> the letter's bytes again, in its own format (pure).

One rewriter per format, found like the readers. What is not changed stays as it is, to the byte; and nothing is
believed: the result is read again, and must read as the letter with just these changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verifier.documents import columns, formats
from verifier.documents.encoding import decode
from verifier.documents.formats import Format
from verifier.documents.quoted_printable import unquoted
from verifier.documents.reading import read
from verifier.documents.rewrite.text import Outcome
from verifier.documents.seen_text import in_typing_order
from verifier.model.change import Change, Left, leave
from verifier.model.document import Document
from verifier.model.errors import SourceError

_REWRITABLE = frozenset(Format) - {Format.PDF}
_NOT_AS_MEANT = "the changed letter would not read as it should"
_QUOTED = "the letter is encoded as mail is sent (quoted-printable): save its text, and change that"
_IN_COLUMNS = "the text stands in columns side by side: change it by hand, or where it was laid out"
_AS_SEEN = "its lines stand as they are seen, not as they were typed: change it by hand, or where it was made"
_PDF_HINT = "Correct the document that it was made from; --errata lists the changes."


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The new bytes, the changes that are in them, and those that could not be made."""

    data: bytes
    changes: tuple[Change, ...] = ()
    left: tuple[Left, ...] = ()


def _can_rewrite(document: Document) -> bool:
    """Whether a letter in this format can be written again."""
    return document.media_type in _REWRITABLE


def rewrite(data: bytes, document: Document, changes: Sequence[Change]) -> Rewritten:
    """Make `changes` in `data`, which was read as `document`.

    A change that cannot be made is left, with the reason. Raises SourceError for formats that cannot be written.
    """
    if not _can_rewrite(document):
        name = formats.NAMES.get(Format(document.media_type), document.media_type)
        raise SourceError(f"{document.source}: links in {name} cannot be changed", _PDF_HINT)
    if not changes:
        return Rewritten(data)
    if document.media_type not in formats.FROM_BYTES and unquoted(data) is not None:
        return Rewritten(data, left=tuple(leave(change, _QUOTED) for change in changes))
    if document.media_type == Format.TEXT and (why := _out_of_order(data, document)):
        return Rewritten(data, left=tuple(leave(change, why) for change in changes))
    outcome = _dispatch(data, document, changes)
    if _reads_as_meant(outcome, document):
        return _made(changes, outcome)
    # Which one it is, is found by making them one after the other; each is kept only if the letter then reads right.
    kept: tuple[Change, ...] = ()
    left: tuple[Left, ...] = ()
    best = Outcome(data, {})
    for change in changes:
        further = _dispatch(data, document, (*kept, change))
        if not further.refused and _reads_as_meant(further, document):
            kept, best = (*kept, change), further
        else:
            left = (*left, leave(change, further.refused.get(change, _NOT_AS_MEANT)))
    return Rewritten(best.data, kept, left)


def _out_of_order(data: bytes, document: Document) -> str | None:
    """Why what follows in a text need not follow in its file; None where it does."""
    if columns.are_in(document):
        return _IN_COLUMNS
    written = decode(data, document.encoding).text
    return _AS_SEEN if in_typing_order(written) != written else None


def _made(changes: Sequence[Change], outcome: Outcome) -> Rewritten:
    made = tuple(change for change in changes if change not in outcome.refused)
    return Rewritten(outcome.data, made, tuple(leave(change, why) for change, why in outcome.refused.items()))


def _reads_as_meant(outcome: Outcome, document: Document) -> bool:
    """Whether the new bytes read as the old text with the changed pieces in it."""
    try:
        again = read(outcome.data, document.source, document.media_type, charset=document.encoding)
    except SourceError:
        return False
    return again.text == outcome.expected


def _dispatch(data: bytes, document: Document, changes: Sequence[Change]) -> Outcome:
    """Each rewriter is imported when first needed."""
    match document.media_type:
        case Format.TEXT:
            from verifier.documents.rewrite.text import rewrite_text

            return rewrite_text(data, document, changes)
        case Format.MARKDOWN:
            from verifier.documents.rewrite.markdown import rewrite_markdown

            return rewrite_markdown(data, document, changes)
        case Format.HTML:
            from verifier.documents.rewrite.html import rewrite_html

            return rewrite_html(data, document, changes)
        case Format.DOCX | Format.ODT:
            from verifier.documents.rewrite.word import rewrite_packed

            return rewrite_packed(data, document, changes)
        case Format.FLAT_ODT:
            from verifier.documents.rewrite.word import rewrite_flat

            return rewrite_flat(data, document, changes)
        case _:
            raise AssertionError(document.media_type)
