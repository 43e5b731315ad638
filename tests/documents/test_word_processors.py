"""Letters made by a real word processor come out the same as their text twins, footnotes and endnotes alike.

The fixtures were made by LibreOffice (`python -m tests.documents.twin_odt`); where it is installed, they are made anew.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.documents.twin_odt import FEATURES, FIXTURES, TWIN, convert, sources
from verifier import citations, documents, repair
from verifier.model.citation import Extract, Kind
from verifier.model.document import Document, NoteKind, Part, Role

NAMES = ("footnotes", "mixed", "typed", "listed")
KINDS = ("docx", "odt")
EXPECTED_LABELS = [*"123456789", "10"]


def extracted(path: Path) -> tuple[Document, Extract]:
    document = documents.read(path.read_bytes(), path.name)
    found = citations.find(document)
    return document, citations.assemble(document, found, repair.propose(document, found.references))


def comparable(extract: Extract) -> dict[str, Any]:
    """What must not depend on the format: notes with their markers; citations, those in surroundings apart."""
    cited = [
        (each.part, each.note_index, each.kind, each.value, each.repair.status, each.description)
        for each in extract.citations
    ]
    return {
        "notes": [([marker.sentence for marker in note.markers], note.text) for note in extract.notes],
        "citations": [each for each in cited if each[0] is not Part.SURROUNDINGS],
        "surroundings": [each for each in cited if each[0] is Part.SURROUNDINGS],
    }


@pytest.fixture(scope="module")
def twin() -> Extract:
    return extracted(TWIN)[1]


def check_twin(path: Path, twin: Extract) -> None:
    document, extract = extracted(path)
    assert comparable(extract) == comparable(twin)
    assert extract.remarks == document.remarks == ()
    assert document.title == "EFL Joins 90 Associations Asking the Human Rights Office for a Timetable"
    labels = ["1", "2", "3", "4", "5", "6", "i", "ii", "iii", "iv"] if path.stem == "mixed" else EXPECTED_LABELS
    assert [note.label for note in extract.notes] == labels
    if path.stem == "mixed":
        assert [note.kind for note in extract.notes] == [NoteKind.FOOTNOTE] * 6 + [NoteKind.ENDNOTE] * 4


def printed(extract: Extract) -> dict[str, Any]:
    """What print must not change: which notes there are, what calls for them, and what they cite."""
    return {
        "markers": [len(note.markers) for note in extract.notes],
        "citations": [
            (each.note_index, each.kind, each.value) for each in extract.citations if each.part is not Part.SURROUNDINGS
        ],
    }


def _letters(text: str) -> str:
    return "".join(text.split()).replace("-", "").replace("\u00ad", "")


def check_printed_twin(path: Path, twin: Extract) -> None:
    document, extract = extracted(path)
    assert printed(extract) == printed(twin)
    labels = ["1", "2", "3", "4", "5", "6", "i", "ii", "iii", "iv"] if path.stem == "mixed" else EXPECTED_LABELS
    assert [note.label for note in extract.notes] == labels
    if path.stem == "mixed":
        assert [note.kind for note in extract.notes] == [NoteKind.FOOTNOTE] * 6 + [NoteKind.ENDNOTE] * 4
    # Print breaks lines, and nobody knows which hyphens at their ends are the words' own.
    assert [_letters(note.text) for note in extract.notes] == [_letters(note.text) for note in twin.notes]
    assert document.title == "EFL Joins 90 Associations Asking the Human Rights Office for a Timetable"


@pytest.mark.parametrize("name", NAMES)
def test_the_printed_twins_of_a_letter(name: str, twin: Extract) -> None:
    check_printed_twin(FIXTURES / f"{name}.pdf", twin)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_the_twins_of_a_letter(name: str, kind: str, twin: Extract) -> None:
    check_twin(FIXTURES / f"{name}.{kind}", twin)


FEATURES_TEXT = """An open letter on lakes

8 June 2022

What we ask

The lake is old[1]. It was cold[*] in spring, we think[2].

Ten km2 of it are deep[a].

In the box: https://example.org/box

Lake\tDepth
Old[3]\t9 m

Signed by:

Example Society for Oaks

Example Society for Elms

Example
Society\tfor Firs

The end.

Example Register, ‘Old lakes’ 3 May 2021: https://example.org/register/old-lakes

A mark of our own, https://example.org/cold

Two paragraphs:

https://example.org/two

From a table, https://example.org/table

At the end, https://example.org/deep

Example Society for Lakes, https://example.org/

Page 1"""


def check_features(path: Path) -> None:
    document, extract = extracted(path)
    # Word files repeat the author's own mark before the note's words.
    assert document.text.replace("*\tA mark", "A mark") == FEATURES_TEXT
    assert (document.title, str(document.date), document.language) == ("An open letter on lakes", "2022-06-08", "en")
    assert document.remarks == (
        "1 tracked change: what was inserted is read, what was deleted is not.",
        "Hidden text was left out (11 characters).",
    )
    roles = [(document.text[each.start : each.end], each.role, each.label) for each in document.regions]
    assert roles == [
        ("An open letter on lakes", Role.HEADING, None),
        ("What we ask", Role.HEADING, None),
        ("2", Role.SUPERSCRIPT, None),
        ("Example Society for Oaks", Role.ITEM, "1"),
        ("Example Society for Elms", Role.ITEM, "2"),
        ("Example\nSociety\tfor Firs", Role.ITEM, "3"),
        ("Example Society for Lakes, https://example.org/", Role.SURROUNDINGS, None),
        ("Page 1", Role.SURROUNDINGS, None),
    ]
    assert [(note.label, note.kind) for note in document.note_spans] == [
        ("1", NoteKind.FOOTNOTE),
        ("*", NoteKind.FOOTNOTE),
        ("2", NoteKind.FOOTNOTE),
        ("3", NoteKind.FOOTNOTE),
        ("a", NoteKind.ENDNOTE),
    ]
    assert len(document.marker_spans) == 5
    cited = {each.value: (each.part, each.note) for each in extract.citations if each.kind is Kind.URL}
    assert cited == {
        "https://example.org/old?a=1&b=2#top": (Part.BODY, None),
        "https://example.org/box": (Part.BODY, None),
        "https://example.org/register/old-lakes": (Part.NOTE, "1"),
        "https://example.org/cold": (Part.NOTE, "*"),
        "https://example.org/two": (Part.NOTE, "2"),
        "https://example.org/table": (Part.NOTE, "3"),
        "https://example.org/deep": (Part.NOTE, "a"),
        "https://example.org/": (Part.SURROUNDINGS, None),
    }


@pytest.mark.parametrize("kind", ("fodt", *KINDS))
def test_every_feature_in_every_format(kind: str) -> None:
    check_features(FIXTURES / f"features.{kind}")


needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")


@needs_libreoffice
@pytest.mark.parametrize("kind", KINDS)
def test_letters_made_anew(kind: str, twin: Extract, tmp_path: Path) -> None:
    for name, text in sources().items():
        source = tmp_path / f"{name}.fodt"
        source.write_text(text, encoding="utf-8")
        check_twin(convert(source, kind, tmp_path), twin)
        if kind == "odt":
            check_printed_twin(convert(source, "pdf", tmp_path), twin)
    check_features(convert(FEATURES, kind, tmp_path))
