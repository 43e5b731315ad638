"""The page around a letter in plain text. Each row says why a line stays or goes."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.documents import read
from verifier.documents.lines import visible_lines
from verifier.documents.surroundings import find
from verifier.model.document import Role

LETTERS = Path(__file__).resolve().parents[3] / "shared" / "letters"
PROSE = "We, the organisations listed here, write about a matter of public concern, and ask for a reply. " * 8


def around(text: str) -> list[str]:
    """The lines of `text` that are taken for surroundings."""
    return [line for start, end in find(visible_lines(text)) for line in text[start:end].split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (f"Home > News > World >\n\nTitle\n{PROSE}", ["Home > News > World >"], "a breadcrumb"),
        (f"Startseite » Presse » Briefe\n{PROSE}", ["Startseite » Presse » Briefe"], "a German one"),
        (f"首页 > 新闻 > 国际\n{PROSE}", ["首页 > 新闻 > 国际"], "a Chinese one"),
        (f"Profit > people, they said\n{PROSE}", [], "a sign in a sentence is no breadcrumb"),
        (
            f"Title\nShare\nFacebook\nTwitter\n\n{PROSE}\n",
            ["Share", "Facebook", "Twitter"],
            "a bar above the letter ends with itself",
        ),
        (
            f"{PROSE}\n\nPartager\nFacebook\nCourriel\n\nAutre article\nSon texte.",
            ["Partager", "Facebook", "Courriel", "Autre article", "Son texte."],
            "after the bar come teasers",
        ),
        (
            f"{PROSE}\n\n分享到\n微信\n微博\n\n相关阅读\n另一篇文章",
            ["分享到", "微信", "微博", "相关阅读", "另一篇文章"],
            "the same in Chinese",
        ),
        (
            f"{PROSE}\n\nShare\nFacebook\nX\n\nNotes\n[1] A note https://example.org/a\n",
            ["Share", "Facebook", "X"],
            "notes after a bar belong to the letter",
        ),
        (
            f"{PROSE}\n\nShare\nFacebook\n\n1. Author, Title, 2020\n2. Author, Other, 2021\n",
            ["Share", "Facebook"],
            "numbered notes too, without a heading",
        ),
        (
            f"{PROSE}\n\nShare on Facebook\nShare on X\n\nSigned by:\nOrg One\nOrg Two",
            ["Share on Facebook", "Share on X"],
            "signatories are never lost",
        ),
        (
            f"{PROSE}\n\nSincerely,\nOrg\n\nRelated articles\n1. One\n2. Two\n",
            ["Related articles", "1. One", "2. Two"],
            "a numbered list of teasers",
        ),
        (f"{PROSE}\n\nShare\n\nof the market fell", [], "one word is no bar"),
        (
            f"{PROSE}\n\nAbout us | Contact | Privacy policy\n© 2024 Example Org",
            ["About us | Contact | Privacy policy", "© 2024 Example Org"],
            "a footer",
        ),
        (
            f"{PROSE}\n\nE-mail:desk@example.org |About Us|Site Map|\n",
            ["E-mail:desk@example.org |About Us|Site Map|"],
            "a bar with an address",
        ),
        (f"{PROSE}\n\nContact: desk@example.org", [], "the letter's own contact line"),
        (
            f"{PROSE}\nWe ask for:\n• freedom\n• justice\n\n© 2024 Example Org",
            ["© 2024 Example Org"],
            "the letter's own bullets stay",
        ),
        (
            f"{PROSE}\n1. Org A\n2. Org B\n3. Org C\n  • Teaser one\n  • Teaser two\n\n© Example. All rights reserved.",
            ["• Teaser one", "  • Teaser two", "© Example. All rights reserved."],
            "bullets after a numbered list, before a footer",
        ),
        (f"{PROSE}\n1. Org A\n2. Org B\n3. Org C\n", [], "numbered signatories alone"),
        ("Related\n" + PROSE * 3, [], "a word at the top takes nothing with it"),
        (f"Intro.\n\nRecent news\n\n{PROSE}", [], "most of the text is never lost"),
    ],
)
def test_what_is_taken(text: str, expected: list[str], reason: str) -> None:
    assert around(text) == expected, reason


@pytest.mark.skipif(not LETTERS.is_dir(), reason="the founding letters are not beside the repository")
def test_the_founding_letters() -> None:
    for path in sorted(LETTERS.glob("*.txt")):
        document = read(path.read_bytes(), path.name)
        spans = [(r.start, r.end) for r in document.regions if r.role is Role.SURROUNDINGS]
        lines = document.text.split("\n")
        if any(line.startswith("[10]") for line in lines):
            bar = max(number for number, line in enumerate(lines) if line == "Share")
            ((start, end),) = spans
            assert document.position(start).line == bar + 1
            assert end == len(document.text.rstrip())
            assert document.date is None
        else:
            (first, _), (second, end) = spans
            last = next(number for number, line in enumerate(lines) if line.startswith("73. "))
            assert document.position(first).line == 1
            assert document.position(second).line == last + 2
            assert end == len(document.text.rstrip())
            assert str(document.date) == "2024-01-24"
        assert document.language == "en"
        assert document.title


KINDS = ["Share", "Facebook", "Notes", "[1] x", "1. x", "Related", "© Org", "• t", "Home > A >", "", PROSE]


@given(
    st.lists(
        st.sampled_from(
            ["Share", "Facebook", "Notes", "[1] x", "1. x", "Related", "© Org", "• t", "Home > A >", "", PROSE]
        ),
        max_size=25,
    )
)
def test_spans_are_sorted_apart_and_whole_lines(lines: list[str]) -> None:
    text = "\n".join(lines)
    spans = find(visible_lines(text))
    assert all(a < b for span in spans for a, b in [span])
    assert all(first[1] < second[0] for first, second in pairwise(spans))
    kept_notes = [line for line in lines if line.startswith("[1]")]
    assert not any(note in text[start:end] for note in kept_notes for start, end in spans)
