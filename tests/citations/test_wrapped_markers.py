"""Markers that wrapping put at the start of lines are markers, not the labels of notes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from verifier.citations import find
from verifier.model.document import Document

Make = Callable[..., Document]

CHAPTER_1 = "Chapter 1\n\nThe lock was shut [1] in May and the gauge was lost.\n[2]\n\n[1] Minutes.\n\n[2] Report.\n\n"
NOTES = "\n\n[3] Letter.\n\n[4] Notice.\n"
ROWS = [
    ("The board met in June\n[3] and in July. It said so [4].", "the first marker of a later list"),
    ("The board met in June [3] and did the following\n[4]:\n\nIt left.", "a colon behind it, alone on a line"),
    ("The board met in June [3], and did this [4]:\n\nIt left.", "a colon behind it at a line's end"),
    ("The board met in June\n[4] and in July [3].", "over a gap it seems to go on with the list above"),
]


@pytest.mark.parametrize(("chapter_2", "reason"), ROWS, ids=[reason for _, reason in ROWS])
def test_each_note_is_called_once(chapter_2: str, reason: str, a_document: Make) -> None:
    notes = find(a_document(f"{CHAPTER_1}Chapter 2\n\n{chapter_2}{NOTES}")).notes
    assert [(note.label, note.text, len(note.markers)) for note in notes] == [
        ("1", "Minutes.", 1),
        ("2", "Report.", 1),
        ("3", "Letter.", 1),
        ("4", "Notice.", 1),
    ]


def test_lists_of_two_languages_that_nothing_calls_for_stay_whole(a_document: Make) -> None:
    lists = "Notes\n\n[1] Minutes of May.\n\n[2] Report.\n\n[3] Map.\n\n"
    found = find(a_document(f"A letter.\n\n{lists}Ein Brief.\n\n{lists.replace('Notes', 'Fußnoten')}"))
    assert [note.label for note in found.notes] == ["1", "2", "3"] * 2


def test_a_pattern_of_file_names_is_no_note(a_document: Make) -> None:
    assert find(a_document("All pages* end so:\n\n*.html and the like are pages.\n")).notes == ()
