"""What is numbered as notes are and is none: contents, headings, listings, parts of arrays; and notes that look so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from verifier.citations import find
from verifier.model.document import Document, Region, Role

Make = Callable[..., Document]

GLUED = "The lock gave1 way and the lake ran2 dry, as was3 said.\n\n"
SQUARE = "The lock [1] gave way and the lake [2] ran dry, as was said [3].\n\n"
NOT_NOTES = [
    ("contents with dots", SQUARE + "1. Locks . . . . . . 4\n2. Lakes (https://example.org/l) . . . . . . 9\n"),
    ("contents with an ellipsis", SQUARE + "1 Locks ……………… 4\n2 Lakes ……………… 9\n3 Rivers ……………… 12\n"),
    ("contents without dots", SQUARE + "1. Locks 4\n2. Lakes of example.org 9\n3. Rivers 12\n"),
    (
        "sections with sections of their own",
        SQUARE
        + "1 Locks\n1.1 Gates\nSee https://example.org/g.\n2 Lakes\n2.1 Dry ones\nWords.\n3 Rivers\n3.1 All\nWords.\n",
    ),
    ("a listing of code", GLUED + "1 \\begin{lakes}\n2 https://example.org/l %\n3 \\end{lakes}\n"),
    ("parts of an array", "num[1] = 3\nnum[2] = r[1]*r[2]\n\n1. Type https://example.org/a\n2. Press Return\n"),
    ("arguments", "\\newcommand{\\lake}[1]{x}\n\\lipsum[2]\n\n1. Type https://example.org/a\n2. Press Return\n"),
    ("matrices", "a = [[1, 2], [2, 1]]\n\n1. Type https://example.org/a\n2. Press Return\n"),
    ("intervals", "It lies in [0, 1] or [0-2].\n\n[1] Lakes\n"),
    ("what a program prints", "> size(lake)\n\n[1] 4\n\n> size(river)\n\n[1] 9\n"),
    ("names of files", "Copy lake1.txt and lake2.txt.\n\n1. Type https://example.org/a\n2. Press Return\n"),
    ("names in paths", "It is in /usr/lake1, also in /usr/lake2.\n\n1. Type https://example.org/a\n2. Press Return\n"),
    ("a comment in code", "int lake; /* of water */\n\n* the lake is dry\n"),
    ("emphasis", "The lake*\n\n*is dry*\n"),
]


@pytest.mark.parametrize(("reason", "text"), NOT_NOTES, ids=[row[0] for row in NOT_NOTES])
def test_what_only_looks_like_notes(reason: str, text: str, a_document: Make) -> None:
    assert [note.text for note in find(a_document(text)).notes] == [], reason


NOTES = [
    ("titles that end with a year", SQUARE, "{} The Lake. 2019", "[{}]"),
    ("pages of a source", SQUARE, "{} The Lake, pp. 12–1{}", "[{}]"),
    ("notes on commands", GLUED, "{} https://example.org/{} \\lake{{}}", "{}"),
    ("a decimal below a note", SQUARE, "{} The Lake, https://example.org/{}\n{}.1 is the share of water.", "[{}]"),
]


@pytest.mark.parametrize(("reason", "body", "note", "_label"), NOTES, ids=[row[0] for row in NOTES])
def test_notes_that_look_so(reason: str, body: str, note: str, _label: str, a_document: Make) -> None:
    text = body + "Notes\n\n" + "\n".join(note.replace("{}", str(n)).replace("{{}}", "{}") for n in (1, 2, 3)) + "\n"
    assert [(one.label, len(one.markers)) for one in find(a_document(text)).notes] == [("1", 1), ("2", 1), ("3", 1)]


RAISED = [
    ("lines of code, of which one seems to be called", "x2\n\n" + "".join(f"{n} begin\n" for n in range(1, 9)), []),
    ("sections in raised type", "x2\n\n2.1 Locks\n", []),
    ("a year", "x1\n\n1992 The Lake\n", []),
    ("notes that are called", "So it is.1 And so.2\n\n1 Lakes\n2 Rivers\n", ["1", "2"]),
]


@pytest.mark.parametrize(("reason", "text", "labels"), RAISED, ids=[row[0] for row in RAISED])
def test_numbers_raised_before_lines(reason: str, text: str, labels: list[str], a_document: Make) -> None:
    """Print raises what is no label of a note: the numbers of lines, small figures of sections and years."""
    first, _, rest = text.partition("\n\n")
    spots = [at for at, sign in enumerate(first) if sign.isdigit()]
    at = len(first) + 2
    for line in rest.splitlines():
        spots.append(at)
        at += len(line) + 1
    regions = tuple(Region(spot, spot + 1, Role.SUPERSCRIPT) for spot in spots)
    assert [note.label for note in find(a_document(text, regions=regions)).notes] == labels, reason


def test_headings_in_larger_type_are_no_notes(a_document: Make) -> None:
    text = "The lock [1] broke, the lake [2] ran dry.\n\n1 Locks\nSee https://example.org/l.\n\n2 Lakes\nWords.\n"
    starts = [text.index("1 Locks"), text.index("2 Lakes")]
    assert len(find(a_document(text)).notes) == 2, "without its type nothing tells the headings"
    regions = tuple(Region(start, start + 7, Role.HEADING) for start in starts)
    assert find(a_document(text, regions=regions)).notes == ()


def test_emphasis_behind_markers_is_no_code(a_document: Make) -> None:
    text = "It broke [1] *as told* and ran dry [2].\n\n[1] Lakes, https://example.org/a\n[2] Locks, https://example.org/b\n"
    assert [len(note.markers) for note in find(a_document(text)).notes] == [1, 1]


def test_markdown_links_around_markers_are_no_code(a_document: Make) -> None:
    text = "It broke.[[1]](#n) It ran dry.[[2]](#n)\n\n[1] Lakes, https://example.org/a\n[2] Locks, https://example.org/b\n"
    assert [len(note.markers) for note in find(a_document(text)).notes] == [1, 1]
