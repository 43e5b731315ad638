"""Where pages begin, and which lines beside their beginnings are running heads."""

import pytest

from verifier.model.pages import page_breaks, running_lines


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("one\ftwo\fthree", ["two\fthree", "three"]),  # form feeds
        ("one\n\n12\n\ntwo", ["\ntwo"]),  # a number alone between blank lines
        ("one\n \n - 12 - \n\t\ntwo", ["\t\ntwo"]),  # set off by dashes, white space around it
        ("one\n12\n\ntwo", []),  # the number closes a paragraph
        ("one\n\n12\ntwo", []),  # the number opens a paragraph
        ("one\n\n12345\n\ntwo", []),  # no page's number is as long
        ("one\n\n 2 / 4\n\ntwo", ["\ntwo"]),  # of how many
        ("one\n\n      Open letter – page 2 of 4\n\ntwo", ["\ntwo"]),  # behind the letter's name
        ("one\n\nSeite 2 von 4\n\ntwo", ["\ntwo"]),  # in German
        ("one\n\nCarta abierta | pág. 2\n\ntwo", ["\ntwo"]),  # in Spanish, behind a bar
        ("one\n\nстр. 2 из 4\n\ntwo", ["\ntwo"]),  # in Russian
        ("one\n\n2. oldal\n\ntwo", ["\ntwo"]),  # in Hungarian the number comes first
        ("one\n\n第 2 页\n\ntwo", ["\ntwo"]),  # in Chinese around it
        ("one\n\nWe wrote so on page 4\n\ntwo", []),  # a sentence names a page
        ("one\n\nSee the report, page 4 of 12, and weep\n\ntwo", []),  # and goes on
        ("one\n\nQuestion 2 of 7\n\ntwo", []),  # a heading counts
        ("one\n\nNotes on pages\n\ntwo", []),  # a heading
    ],
)
def test_where_pages_break(text: str, after: list[str]) -> None:
    assert [text[at:] for at in page_breaks(text)] == after


def test_page_breaks_of_hostile_text_are_bounded() -> None:
    assert sum(1 for _ in page_breaks("\f" * 20_000)) == 5000


@pytest.mark.parametrize(
    ("lines", "running"),
    [
        ([(0, "Annual report 1"), (9, "Annual report 2")], {0, 9}),  # digits aside
        ([(0, "Annual report"), (9, "Our demands")], set()),  # each stands once
        ([(4, "Annual report"), (4, "Annual report")], set()),  # one line, seen from two breaks
        ([(7, "Open letter – page 1 of 2")], {7}),  # what counts pages is no part of the text
        ([(7, "see also p. 4 of the report")], set()),  # a reference
        ([(0, "a" * 91), (9, "a" * 91)], set()),  # too long for a head
    ],
)
def test_what_stands_by_page_breaks_again_and_again_is_a_running_line(
    lines: list[tuple[int, str]], running: set[int]
) -> None:
    assert running_lines(lines) == running
