"""Lines at the foot of a page -> footnotes: what is a label, and what only looks like one."""

from __future__ import annotations

import pytest

from verifier.documents.pdf.box import Box
from verifier.documents.pdf.footnotes import find_footnotes
from verifier.documents.pdf.lines import Line


def a_line(number: int, text: str, y: float, size: float = 10, raised: tuple[tuple[int, int], ...] = ()) -> Line:
    return Line(1, number, text, Box(50, y, 50 + 6 * len(text), y + size), size, [(0, 0)], raised=raised)


@pytest.mark.parametrize(
    ("label", "note", "found", "reason"),
    [
        ("t", "tThe first note.", ["t"], "a label glued to its note, as pdfium reads it"),
        ("t", "t the first note", ["t"], "a space parts them"),
        ("t", "thttps://example.org/", ["t"], "a link is glued to it"),
        ("t", "(t)see there", ["t"], "a bracket parts them"),
        ("t", "that are, in a sense, the best.", [], "the beginning of a word"),
        ("iv", "iv The fourth note.", ["iv"], "a Roman label"),
        ("iv", "ivory, of which much was said.", [], "the beginning of a word"),
        ("1", "1and so on", ["1"], "numbers begin no word"),
    ],
)
def test_a_letter_is_a_label_unless_it_begins_a_word(label: str, note: str, found: list[str], reason: str) -> None:
    text = f"A claim{label}"
    lines = [a_line(1, text, 600, raised=((7, len(text)),)), a_line(2, note, 80, 8), a_line(3, "and more.", 70, 8)]
    assert [one.label for one in find_footnotes([lines], 10)] == found, reason
