"""A DOCX file -> Document, straight from its XML: body, footnotes, endnotes, then what stands in headers and footers.

Footnotes and endnotes are found in parts of their own; their text comes after the body, in the order of their markers,
and their numbers are worked out as Word does it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.documents.docx.letter import Letter
from verifier.documents.docx.lists import Lists
from verifier.documents.docx.notes import NoteNumbers, notes_by_id
from verifier.documents.docx.parts import Part, Parts, R, W
from verifier.documents.docx.story import Story
from verifier.documents.docx.styles import Styles
from verifier.documents.formats import Format
from verifier.documents.office.package import damaged
from verifier.documents.office.word_letter import Facts, to_document
from verifier.documents.saved_on import saved_on
from verifier.model.document import Document, NoteKind, Role

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_SAVED = ("{http://purl.org/dc/terms/}modified", "{http://purl.org/dc/terms/}created")


def read_docx(data: bytes, source: str, remarks: tuple[str, ...]) -> Document:
    """Read a Word letter; positions count its paragraphs. `remarks` were made on the way here.

    Raises SourceError when the file is damaged, protected with a password, holds no letter, or is built to do harm.
    """
    parts = Parts(data, source)
    body = parts.main.root.find(f"{W}body")
    if body is None:
        raise damaged(source, "its main part holds no body")
    letter = _letter(parts, body)
    Story(letter, parts.main.addresses).read(body)
    body_end = letter.out.length
    for kind in letter.numbers:
        _read_notes(letter, kind, parts.related(f"{kind.value}s"))
    letter.tie_references()
    _read_margins(letter, parts, body)
    properties = parts.properties()
    facts = Facts(
        source,
        Format.DOCX,
        body_end,
        letter.titles,
        properties.root.findtext(_TITLE) if properties else None,
        letter.styles.language or _theme_language(parts.related("settings")),
        (*remarks, *letter.remarks()),
        saved_on(*map(properties.root.findtext, _SAVED)) if properties else None,
    )
    return to_document(letter.out, facts)


def _letter(parts: Parts, body: Element) -> Letter:
    styles, lists, settings = parts.related("styles"), parts.related("numbering"), parts.related("settings")
    sections = [
        section
        for section in body.iter(f"{W}sectPr")
        if (parent := section.getparent()) is not None and parent.tag in (f"{W}pPr", f"{W}body")
    ]
    return Letter(
        styles=Styles(styles.root if styles else None),
        lists=Lists(lists.root if lists else None),
        numbers={
            kind: NoteNumbers(kind, settings.root if settings else None, sections)
            for kind in (NoteKind.FOOTNOTE, NoteKind.ENDNOTE)
        },
        rendered_pages=next(body.iter(f"{W}lastRenderedPageBreak"), None) is not None,
    )


def _read_notes(letter: Letter, kind: NoteKind, part: Part | None) -> None:
    """Read the notes of a kind in the order of their markers."""
    if part is None:
        return
    notes = notes_by_id(part.root, kind)
    for call in letter.calls:  # grows while it is walked, when a note calls for another
        if call.kind is kind and (note := notes.pop(call.id, None)) is not None:
            stretch = letter.out.open()
            Story(letter, part.addresses).read(note)
            letter.out.add_note(letter.out.close(stretch), call.key, call.label, kind)
    letter.tally.orphans += len(notes)


def _read_margins(letter: Letter, parts: Parts, body: Element) -> None:
    """Headers and footers: read once each, and told as what surrounds the letter."""
    seen: set[str] = set()
    for relation in body.iter(f"{W}headerReference", f"{W}footerReference"):
        identity = relation.get(f"{R}id", "")
        part = parts.named(identity) if identity not in seen else None
        seen.add(identity)
        if part is None:
            continue
        words = "".join(text.text or "" for text in part.root.iter(f"{W}t")).strip()
        if words and words not in seen:
            seen.add(words)
            stretch = letter.out.open()
            Story(letter, part.addresses).read(part.root)
            letter.out.add_region(letter.out.close(stretch), Role.SURROUNDINGS)


def _theme_language(settings: Part | None) -> str | None:
    element = settings.root.find(f"{W}themeFontLang") if settings else None
    return element.get(f"{W}val") if element is not None else None
