"""Comments to this program are found where they stand, in time that grows with the source."""

from __future__ import annotations

import pytest

from tests.timing import at_most
from verifier import documents
from verifier.documents.comments import find_comments


def found(text: str) -> list[tuple]:
    return [(one.words, one.start[:2], one.end[:2], one.alone) for one in find_comments(text)]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("<!-- verify: ignore -->", [("ignore", (1, 1), (1, 24), True)], "the plainest"),
        ("a\n  <!--VERIFY:accept it\n is so--> \nb", [("accept it is so", (2, 3), (3, 10), True)], "over two lines"),
        ("x <!-- verify: ignore -->", [("ignore", (1, 3), (1, 26), False)], "text before it"),
        ("<!-- verify: ignore --> x", [("ignore", (1, 1), (1, 24), False)], "text after it"),
        (
            "<!-- verify: a --><!-- verify: b -->",
            [("a", (1, 1), (1, 19), False), ("b", (1, 19), (1, 37), False)],
            "two",
        ),
        ("a <!-- other -->\n<!-- verify: b -->", [("b", (2, 1), (2, 19), True)], "others are passed over"),
        ("<!-- verify: ignore", [], "one that never ends is none"),
        ("<!-- to verify: ignore -->", [], "it must be the first word"),
    ],
)
def test_comments_are_found(text: str, expected: list, why: str) -> None:
    assert found(text) == expected, why


@pytest.mark.parametrize("piece", ["<!--", "<!-- verify: ", "<!-- verify: a -->", "<!-- verify: a -->\n", "-->"])
def test_long_sources_take_no_time(piece: str) -> None:
    with at_most(2):
        find_comments(piece * (1_000_000 // len(piece)))


@pytest.mark.parametrize(("name", "known"), [("letter.md", 1), ("letter.html", 1), ("letter.txt", 0)], ids=str)
def test_markdown_and_html_carry_them(name: str, known: int) -> None:
    source = b"<p>The lake is drying up.</p>\n<!-- verify: ignore it -->\n<p>See https://example.org/</p>\n"
    document = documents.read(source, name, None if known else "text/plain")
    assert len(document.comments) == known
