"""An OpenDocument text, packed (.odt) or flat (.fodt) -> Document: body, footnotes, endnotes, then headers and footers.

Notes stand in the file where their markers do; their text comes after the body, in the order of the markers, with the
labels that the word processor wrote.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from verifier.documents.formats import Format
from verifier.documents.odt.story import Letter, Story, margins
from verifier.documents.odt.styles import OFFICE, STYLE, Styles
from verifier.documents.office.package import Package, damaged, parse_xml, protected
from verifier.documents.office.word_letter import Facts, count, to_document
from verifier.documents.saved_on import saved_on
from verifier.model.document import Document, NoteKind, Role

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TEXT_TYPE = "application/vnd.oasis.opendocument.text"
_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_SAVED = (
    "{http://purl.org/dc/elements/1.1/}date",
    "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}creation-date",
)
_LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"


class _Parts(NamedTuple):
    """The roots of content.xml, styles.xml and meta.xml; a flat file is its own content and properties."""

    content: Element
    styles: Element | None
    properties: Element | None


def read_odt(data: bytes, source: str, remarks: tuple[str, ...]) -> Document:
    """Read a packed OpenDocument text; positions count its paragraphs. `remarks` were made on the way here.

    Raises SourceError when the file is damaged, protected with a password, holds no text, or is built to do harm.
    """
    package = Package(data, source)
    _check_type(package)
    content = package.xml("content.xml")
    if content is None:
        raise damaged(source, "its part content.xml is missing")
    parts = _Parts(content, package.xml("styles.xml"), package.xml("meta.xml"))
    return _read(source, Format.ODT, parts, remarks)


def read_flat_odt(data: bytes, source: str, remarks: tuple[str, ...]) -> Document:
    """Read an OpenDocument text that is a single XML file; as `read_odt` otherwise."""
    root = parse_xml(data, "the file", source)
    return _read(source, Format.FLAT_ODT, _Parts(root, None, root), remarks)


def _check_type(package: Package) -> None:
    manifest = package.xml("META-INF/manifest.xml")
    encrypted = manifest is not None and next(manifest.iter(f"{_MANIFEST}encryption-data"), None) is not None
    if encrypted or "encrypted-package" in package:
        raise protected(package.source)
    declared = (package.read("mimetype") or b"").decode("latin-1").strip()
    if declared and not declared.startswith(_TEXT_TYPE):
        raise damaged(package.source, f"it is declared as {declared[:100]}, which is no text")


def _read(source: str, kind: Format, parts: _Parts, remarks: tuple[str, ...]) -> Document:
    content, styles, properties = parts
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise damaged(source, "it holds no text document")
    letter = Letter()
    used = Styles.of([content] if styles is None else [styles, content])
    Story(letter, used).read(body)
    body_end = letter.out.length
    for note_kind in (NoteKind.FOOTNOTE, NoteKind.ENDNOTE):
        _read_notes(letter, used, note_kind)
    _read_margins(letter, content if styles is None else styles)
    facts = Facts(
        source,
        kind,
        body_end,
        letter.titles,
        _said(properties, _TITLE),
        _said(properties, _LANGUAGE) or used.language,
        (*remarks, *_remarks(letter)),
        saved_on(*(_said(properties, name) for name in _SAVED)),
    )
    return to_document(letter.out, facts)


def _read_notes(letter: Letter, styles: Styles, kind: NoteKind) -> None:
    for call in letter.calls:  # grows while it is walked, when a note calls for another
        if call.kind is kind:
            stretch = letter.out.open()
            Story(letter, styles).read(call.body)
            letter.out.add_note(letter.out.close(stretch), call.key, call.label, kind)


def _read_margins(letter: Letter, root: Element) -> None:
    """Headers and footers: read once each, and told as what surrounds the letter."""
    styles = Styles.of([root])
    seen: set[str] = set()
    for margin in margins(root):
        words = "".join(map(str, margin.itertext())).strip()
        if words and words not in seen and margin.get(f"{STYLE}display") != "false":
            seen.add(words)
            stretch = letter.out.open()
            Story(letter, styles).read(margin)
            letter.out.add_region(letter.out.close(stretch), Role.SURROUNDINGS)


def _said(properties: Element | None, name: str) -> str | None:
    meta = properties.find(f"{OFFICE}meta") if properties is not None else None
    return meta.findtext(name) if meta is not None else None


def _remarks(letter: Letter) -> Iterator[str]:
    if letter.changes:
        yield f"{count(letter.changes, 'tracked change')}: what was inserted is read, what was deleted is not."
    if letter.hidden:
        yield f"Hidden text was left out ({count(letter.hidden, 'character')})."
    if letter.guessed:
        yield "The file does not say the numbers of all its notes: they were counted."
    if letter.comments:
        yield f"{count(letter.comments, 'comment')} in the margin: not read."
