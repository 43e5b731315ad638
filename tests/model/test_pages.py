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
    ],
)
def test_page_breaks(text: str, after: list[str]) -> None:
    assert [text[at:] for at in page_breaks(text)] == after


def test_page_breaks_of_hostile_text_are_bounded() -> None:
    assert sum(1 for _ in page_breaks("\f" * 20_000)) == 5000


@pytest.mark.parametrize(
    ("lines", "running"),
    [
        ([(0, "Annual report 1"), (9, "Annual report 2")], {0, 9}),  # digits aside
        ([(0, "Annual report"), (9, "Our demands")], set()),  # each stands once
        ([(4, "Annual report"), (4, "Annual report")], set()),  # one line, seen from two breaks
        ([(0, "a" * 91), (9, "a" * 91)], set()),  # too long for a head
    ],
)
def test_running_lines(lines: list[tuple[int, str]], running: set[int]) -> None:
    assert running_lines(lines) == running
