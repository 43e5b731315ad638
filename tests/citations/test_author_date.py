"""Reference lists without labels: which are author-date lists, and what in the text calls for their entries."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from verifier.citations import find
from verifier.model.document import Document, NoteKind

Make = Callable[..., Document]

A, B = "https://example.org/a", "https://example.org/b"
LISTS = [
    ("APA", f"Smith, A. (2020). Lakes. {A}\n\nLake Board. (2021). Low water. {B}", ["Smith 2020", "Lake Board 2021"]),
    (
        "Chicago",
        f"Smith, Anna. 2020. “Lakes.” {A}\nLake Board. 2021. Low Water. {B}",
        ["Smith 2020", "Lake Board 2021"],
    ),
    ("two authors", f"Smith, A. & Doe, J. (2020a). Lakes. {A}\n\nDoe, J. (2020b). {B}", ["Smith 2020a", "Doe 2020b"]),
    (
        "initials first",
        f"Smith A, Doe J. 2020. Lakes. {A}\n\nLake Board (2021). {B}",
        ["Smith 2020", "Lake Board 2021"],
    ),
    ("bullets", f"- Smith, A. (2020). {A}\n- Lake Board (2021). {B}", ["Smith 2020", "Lake Board 2021"]),
    (
        "wrapped lines",
        f"Smith, A. (2020). Lakes of the\n   north. {A}\nDoe, J. (2021). {B}",
        ["Smith 2020", "Doe 2021"],
    ),
    ("titles and links only", f"Low water\n{A}\n\nHigh water\n{B}", []),
    ("one entry is no list", f"Smith, A. (2020). Lakes. {A}", []),
    ("no dates", f"Lake Board, Low water, {A}\n\nRiver Society, High water, {B}", []),
]


@pytest.mark.parametrize(("reason", "entries", "labels"), LISTS, ids=[row[0] for row in LISTS])
def test_entries_by_author_and_date_are_notes(reason: str, entries: str, labels: list[str], a_document: Make) -> None:
    found = find(a_document(f"A letter.\n\nReferences\n\n{entries}\n\nContact\n\nus"))
    assert [note.label for note in found.notes][: len(labels)] == labels
    assert bool(found.notes) == bool(labels)
    assert all(note.kind is NoteKind.REFERENCE for note in found.notes)
    if labels:
        assert [(one.value, one.note_index) for one in found.references] == [(A, 0), (B, 1)]


CALLS = [
    ("in brackets", "It is low (Smith 2020).", ["It is low."]),
    ("with a comma and a page", "It is low (Smith, 2020, p. 4).", ["It is low."]),
    ("several", "It is low (Doe 2019; Smith, 2020).", ["It is low (Doe 2019;)."]),
    ("in the sentence", "Smith (2020) says that it is low.", ["Smith says that it is low."]),
    ("and others", "It is low (Smith et al., 2020).", ["It is low."]),
    ("twice", "Low (Smith 2020). And lower (Smith 2020).", ["Low.", "And lower."]),
    ("another year", "It is low (Smith 2021).", []),
    ("another author", "It is low (Smithson 2020).", []),
    ("a year in running text", "Smith said in 2020 that it is low.", []),
    ("a bracket that ends before", "Smith (who wrote) in 2020", []),
]


@pytest.mark.parametrize(("reason", "body", "sentences"), CALLS, ids=[row[0] for row in CALLS])
def test_what_calls_for_an_entry(reason: str, body: str, sentences: list[str], a_document: Make) -> None:
    text = f"{body}\n\nReferences\n\nSmith, A. (2020). Lakes. {A}\n\nLake Board (2018). Low water. {B}\n"
    note = find(a_document(text)).notes[0]
    assert (note.label, [marker.sentence for marker in note.markers]) == ("Smith 2020", sentences)


def test_each_entry_is_described_by_its_own_words(a_document: Make) -> None:
    text = f"One.\n\nReferences\n\nSmith, A. (2020a). Lakes. Lake Press. {A}\n\nRiver Society. 2021. Dry Land. {B}\n"
    said = [one.description for one in find(a_document(text)).references]
    assert [(one.title, one.author, str(one.date)) for one in said] == [
        ("Lakes", "Smith, A", "2020"),
        ("Dry Land", "River Society", "2021"),
    ]


def test_labelled_lists_stay_as_they_are(a_document: Make) -> None:
    text = f"One [1].\n\nReferences\n\n[1] Smith, A. (2020). Lakes. {A}\n[2] Doe, J. (2021). {B}\n"
    assert [note.label for note in find(a_document(text)).notes] == ["1", "2"]
