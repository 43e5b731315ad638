"""The letter in passages: in reading order, nothing lost, nothing twice, and links never cut in two."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import a_citation, a_document, a_finding, a_note
from verifier.model.citation import Marker
from verifier.model.document import Anchor, Position, Region, Role
from verifier.report.html import passages
from verifier.report.html.passages import PassageKind, PlaceKind


def letter(text, *spans, markers=(), notes=(), **changes):
    """A letter with citations at `spans`, and notes from (start, end), the first called at `markers`."""
    findings = [a_finding(citation=a_citation(id=f"{at:016x}", start=a, end=b)) for at, (a, b) in enumerate(spans)]
    calls = tuple(Marker(Position(1, 1), text[a:b].strip("[1]. "), b, c) for a, b, c in markers)
    made = tuple(a_note(index=at, start=a, end=b, markers=calls if at == 0 else ()) for at, (a, b) in enumerate(notes))
    return replace(a_document(*findings), text=text, notes=made, **changes)


def shown(document):
    return [document.text[one.start : one.end] for one in passages.passages(document)]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("one\n\ntwo", ["one", "two"], "a blank line parts"),
        ("one\n \t\ntwo", ["one", "two"], "blank, though not empty"),
        ("one\ntwo", ["one\ntwo"], "a line end alone does not"),
        ("one\ftwo", ["one", "two"], "the end of a page does"),
        ("\n\n  one \n\n", ["one"], "white space around it is not shown"),
        ("", [], "nothing"),
        (" \n\f\n", [], "nothing but white space"),
    ],
)
def test_what_parts_passages(text, expected, why):
    assert shown(letter(text)) == expected, why


def test_the_paragraphs_of_a_printed_page_end_with_a_short_line():
    full = "word " * 15 + "end"
    page = "\n".join([full, full, "short.", full, full, full, "again short.", "By hand"])
    assert [len(one.split("\n")) for one in shown(letter(page))] == [3, 4, 1]


def test_a_list_of_short_lines_stays_together():
    names = "\n".join(f"Society number {number}" for number in range(20))
    assert shown(letter(names)) == [names]


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        (Role.HEADING, PassageKind.HEADING),
        (Role.SURROUNDINGS, PassageKind.AROUND),
        (Role.QUOTED, PassageKind.QUOTED),
        (Role.CODE, PassageKind.CODE),
        (Role.ITEM, PassageKind.PARAGRAPH),
    ],
)
def test_what_the_format_says_of_a_passage(role, kind):
    found = passages.passages(letter("one\n\ntwo", regions=(Region(5, 8, role),)))
    assert [one.kind for one in found] == [PassageKind.PARAGRAPH, kind]


def test_notes_are_passages_of_their_own_even_without_a_blank_line():
    text = "Text [1].\n[1] A note\n[2] Another\nand its end"
    found = passages.passages(letter(text, notes=((10, 20), (21, len(text)))))
    assert [(one.kind, one.note) for one in found] == [
        (PassageKind.PARAGRAPH, None),
        (PassageKind.NOTE, 0),
        (PassageKind.NOTE, 1),
    ]


def test_a_sentence_reaches_up_to_its_marker():
    text = "First. A claim [1]. Last."
    (only,) = passages.passages(letter(text, markers=((7, 15, 18),), notes=((0, 0),)))
    assert [text[a:b] for a, b in only.claims] == ["A claim [1]"]
    assert [(one.kind, text[one.start : one.end]) for one in only.places] == [(PlaceKind.MARKER, "[1]")]


def test_a_link_over_the_end_of_a_page_stays_in_one_piece():
    text = "see https://example.org/a\f-b for more"
    found = passages.passages(letter(text, (4, 28)))
    assert [text[one.start : one.end] for one in found] == [text]


def test_pages_are_told():
    anchors = (Anchor(0, Position(1, 1, 1)), Anchor(4, Position(1, 1, 2)))
    assert [one.page for one in passages.passages(letter("one\ftwo", anchors=anchors))] == [1, 2]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("a" * 60 + "\n" + "b" * 60, "a" * 60 + " " + "b" * 60, "a full line goes on"),
        ("short\n" + "b" * 60, "short\n" + "b" * 60, "a short one was ended by its author"),
        ("Lakes\nRivers", "Lakes\nRivers", "short lines are a list"),
    ],
)
def test_only_the_line_ends_of_the_width_are_joined(text, expected, why):
    assert passages.lines(text) == expected, why


@settings(max_examples=150, deadline=None)
@given(
    st.text(st.sampled_from("ab1 []\n\f\u2029é声\u202e"), max_size=400),
    st.lists(st.tuples(st.integers(-5, 420), st.integers(-5, 420)), max_size=8),
    st.lists(st.tuples(st.integers(0, 420), st.integers(0, 420)), max_size=4),
)
def test_nothing_is_lost_nor_shown_twice(text, spans, notes):
    found = passages.passages(letter(text, *spans, notes=notes))
    reached = 0
    for one in found:
        assert reached <= one.start < one.end
        assert not text[reached : one.start].strip(), "only white space is left out"
        at = one.start
        for place in one.places:
            assert at <= place.start < place.end <= len(text)
            at = place.end
        assert at <= one.end
        reached = one.end
    assert not text[reached:].strip()
