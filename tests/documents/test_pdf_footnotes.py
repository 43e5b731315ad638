"""Lines at the foot of a page -> footnotes: what is a label, and what only looks like one."""

from __future__ import annotations

import pytest

from verifier.documents.pdf.box import Box
from verifier.documents.pdf.footnotes import find_endnotes, find_footnotes
from verifier.documents.pdf.lines import Line


def a_line(
    number: int,
    text: str,
    y: float,
    size: float = 10,
    raised: tuple[tuple[int, int], ...] = (),
    left: float = 50,
    hyphen: bool = False,
) -> Line:
    box = Box(left, y, left + 4 * len(text), y + size)
    return Line(1, number, text, box, size, [(0, 0)], hyphen, raised)


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


def a_page(*notes: tuple[str, bool]) -> list[Line]:
    """A line of text with markers 1 to 9 and, below it, lines in small type; of each, whether it ends in a hyphen."""
    text = "A1 B2 C3 D4 E5 F6 G7 H8 I9"
    raised = tuple((at, at + 1) for at in range(1, len(text), 3))
    feet = (a_line(at, line, 90 - 8 * at, 8, hyphen=hyphen) for at, (line, hyphen) in enumerate(notes, 2))
    return [a_line(1, text, 600, raised=raised), *feet]


@pytest.mark.parametrize(
    ("first", "hyphen", "second", "found", "reason"),
    [
        ("1 Board, https://example.org/d/1e", True, "7d8-8a/edit", ["1"], "the rest of an address"),
        ("1 Board, https://example.org/d/1e-", False, "3d8-8a/edit", ["1"], "the rest of one whose hyphen is its own"),
        ("1 Board, https://example.org/d/", False, "3 Office", ["1", "3"], "a note below one that ends in a slash"),
        ("1 The report says water", True, "3 and no more", ["1"], "the rest of a word"),
        ("1 Bericht, letzter Zugriff:", False, "3. November 2022", ["1"], "the day of a date"),
        ("1 Informe, consultado el", False, "3 de marzo de 2021, p. 4", ["1"], "a Spanish one"),
        ("1 Board, “Lake”,", False, "3 May 2021, p. 4", ["1"], "an English one"),
        ("1 Board, “Lake”.", False, "3 May 2021 was dry.", ["1", "3"], "a note that ends in a full stop"),
        ("1 Board, “Lake”,", False, "3 Mayor of the town, 2021", ["1", "3"], "a word that is no month"),
        ("1 Board, “Lake”", False, "2 Office", ["1", "2"], "the next note"),
        ("1 Board, www.example.org/lake.", False, "2Office, 2021", ["1", "2"], "it is glued to its label"),
        ("1 Board, www.example.org/lake.", False, "2Pdf?page=4", ["1"], "the rest of an address"),
    ],
)
def test_what_goes_on_with_the_line_above_is_no_label(
    first: str, hyphen: bool, second: str, found: list[str], reason: str
) -> None:
    assert [one.label for one in find_footnotes([a_page((first, hyphen), (second, False))], 10)] == found, reason


def test_a_note_runs_on_at_the_foot_of_the_next_column() -> None:
    lines = [
        a_line(1, "One.1 Two.2", 600, raised=((4, 5), (10, 11))),
        a_line(2, "1 Board, “Lake”, 3", 90, 8),
        a_line(3, "Three.3", 600, raised=((6, 7),), left=300),
        a_line(4, "May 2021, and then", 90, 8, left=300),
        a_line(5, "1 June 2021, p. 4.", 82, 8, left=300),
        a_line(6, "2 Office.", 74, 8, left=300),
        a_line(7, "3 Court.", 66, 8, left=300),
    ]
    notes = find_footnotes([lines], 10)
    assert [(one.label, [line.number for line in one.lines]) for one in notes] == [
        ("1", [2, 4, 5]),
        ("2", [6]),
        ("3", [7]),
    ]


@pytest.mark.parametrize(
    ("feet", "found", "reason"),
    [
        (("1 Minutes of the", "9rd session of all", "2 Office", "3 Court"), ["1", "2", "3"], "a number by chance"),
        (("1 Minutes of the", "3rd session.", "4 Court"), ["1", "4"], "an ordinal number, the note itself missing"),
        (("7 sessions later.", "1 Board", "2 Office"), ["1", "2"], "the rest of the page before's note"),
        (("1 Board", "8월 14일", "2 Office", "3 Court"), ["1", "2", "3"], "a Korean month"),
        (("1 Board", "4 Court"), ["1", "4"], "notes that are missing are not waited for"),
    ],
)
def test_the_next_number_is_waited_for(feet: tuple[str, ...], found: list[str], reason: str) -> None:
    assert [one.label for one in find_footnotes([a_page(*((foot, False) for foot in feet))], 10)] == found, reason


def on_two_pages(first: tuple[str, ...], second: tuple[str, ...], above: tuple[str, ...] = ()) -> list[list[Line]]:
    """Pages that call for notes 1 to 3 and for 4, small lines at their feet and, on the second, `above` the text."""
    small = [a_line(at, line, 700 - 8 * at, 8) for at, line in enumerate(above)]
    return [
        [a_line(1, "A1 B2 C3", 600, raised=((1, 2), (4, 5), (7, 8))), *feet(first)],
        [*small, a_line(1, "D4", 600, raised=((1, 2),)), *feet(second)],
    ]


def feet(lines: tuple[str, ...]) -> list[Line]:
    return [a_line(at, line, 90 - 8 * at, 8) for at, line in enumerate(lines, 2)]


@pytest.mark.parametrize(
    ("first", "second", "above", "found", "reason"),
    [
        (("1 Board",), ("2 Office", "3 Court", "4 Mine"), (), ["1", "2", "3", "4"], "no room for them on their page"),
        (
            ("1 Board, see", "2 Office"),
            ("the minutes.", "3 Court", "4 Mine"),
            (),
            ["1", "2", "3", "4"],
            "a rest before",
        ),
        ((), ("1 Board", "2 Office"), (), ["1", "2"], "none at all on their page"),
        (("1 Board",), ("5 Office", "4 Mine"), (), ["1", "4"], "a number that nothing calls for"),
        (("1 Board",), ("3 Court", "4 Mine"), (), ["1", "3", "4"], "one before them is missing"),
        (
            ("1 Board, see",),
            (),
            ("the minutes.", "2 Office", "3 Court"),
            ["1", "2", "3"],
            "a chapter's, above the next",
        ),
        (("1 Board",), ("4 Mine",), ("Figure 2", "2021 was dry"), ["1", "4"], "a caption above the text"),
    ],
)
def test_notes_that_came_to_stand_on_the_next_page(
    first: tuple[str, ...], second: tuple[str, ...], above: tuple[str, ...], found: list[str], reason: str
) -> None:
    notes = find_footnotes(on_two_pages(first, second, above), 10)
    assert [one.label for one in notes] == found, reason
    assert all(one.markers for one in notes), reason


def test_a_head_that_is_drawn_last_belongs_to_no_note() -> None:
    lines = [a_line(1, "A1", 600, raised=((1, 2),)), a_line(2, "1 Board.", 90, 8), a_line(3, "Lakes in danger", 780, 8)]
    (note,) = find_footnotes([lines], 10)
    assert [line.number for line in note.lines] == [2]


def test_notes_at_the_end_have_the_markers_since_the_numbering_began_again() -> None:
    chapters = [
        a_line(1, "A1 B2", 600, raised=((1, 2), (4, 5))),
        a_line(2, "1. Board. 2. Court.", 580),
        a_line(3, "C1 D2", 560, raised=((1, 2), (4, 5))),
    ]
    notes = find_endnotes([*chapters, a_line(4, "1 Mine.", 90, 8), a_line(5, "2 Port.", 80, 8)], 10, [])
    assert [[piece.line.number for piece in note.markers] for note in notes] == [[3], [3]]


@pytest.mark.parametrize("words", ["„Bericht“", "「報告」", "《报告》", "<https://example.org/>", "‹Rapport›"])
def test_a_label_may_be_glued_to_what_opens(words: str) -> None:
    assert [one.label for one in find_footnotes([a_page((f"1{words}", False), ("2 Office", False))], 10)] == ["1", "2"]
