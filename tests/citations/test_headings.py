"""Headings of notes: what is told of a line at a glance agrees with the tables of headings."""

from __future__ import annotations

import pytest

from verifier.citations import headings
from verifier.model.document import NoteKind

LINES = [
    ("## References", NoteKind.REFERENCE, "decoration"),
    ("1. Notes:", NoteKind.ENDNOTE, "numbering and a colon"),
    ("Notes[and/or sources]", NoteKind.ENDNOTE, "what stands in brackets behind it may hold a slash"),
    ("Notes/References", None, "no heading holds a slash"),
    ("<http://example.org/notes>", None, "a link"),
    ("Notes " + "x" * 60, None, "too long"),
]


@pytest.mark.parametrize(("line", "kind", "reason"), LINES, ids=[row[2] for row in LINES])
def test_which_lines_head_notes(line: str, kind: NoteKind | None, reason: str) -> None:
    assert headings.note_heading(line) is kind


def test_no_heading_holds_a_slash() -> None:
    assert not [name for name in (*headings._KINDS, *headings._SIGNATURES) if "/" in name or "[" in name]
