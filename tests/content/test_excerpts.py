"""The passage around quoted words: what it shows, how much of it, and when none is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.content import Side, merge, read
from verifier.content.excerpts import MOST, excerpt
from verifier.content.words import words
from verifier.model.citation import Description, Quote, QuoteWhere
from verifier.model.evidence import Found, Page, QuoteResult

LONG = "The lake lies in a wide valley and many people have lived on its shores for a long time. " * 3


def seen(quotation: str, text: str, side: Side = Side.LIVE, where: QuoteWhere = QuoteWhere.SENTENCE) -> QuoteResult:
    description = Description(title="A statement", quotes=(Quote(quotation, where, attributed=True),))
    return read(description, Page(title="A statement", text=text), side).quotes[0]


@pytest.mark.parametrize(
    ("quotation", "text", "expected", "why"),
    [
        ("deeply worrying", "It is “deeply worrying”, she said.", "It is “deeply worrying”, she said.", "all of it"),
        ("worrying", "This is\n\n   deeply\tworrying .\n", "This is deeply worrying .", "white space is collapsed"),
        ("the end", "Nothing stands behind the end", "Nothing stands behind the end", "at the end of the page"),
        ("don’t dry it", "They DON'T   dry\nit up.", "They DON'T dry it up.", "as the page writes it"),
        ("decision was taken", "The deci-\nsion was taken.", "The decision was taken.", "joined over a line's end"),
        ("minister said so", "The minister said[12] so.", "The minister said so.", "without the marks of notes"),
        ("lake … kept", "The lake, which is old, must be kept.", "The lake, which is old, must be kept.", "a gap"),
        ("that [the wall] is ugly", "Say that it is ugly.", "Say that it is ugly.", "words in place of others"),
        ("湖泊必须", "我们认为湖泊必须保护", "我们认为湖泊必须保护", "a script without spaces"),
        ("½ of it", "About ½ of it, or less.", "About ½ of it, or less.", "one sign that is read as two words"),
        ("worrying", "Not here.", "", "not found: no guess"),
    ],
)
def test_the_words_around_a_quotation(quotation: str, text: str, expected: str, why: str) -> None:
    assert seen(quotation, text).excerpt == expected, why


def test_of_a_long_page_only_whole_words_nearby_are_shown() -> None:
    told = seen("deeply worrying", f"{LONG}It is deeply worrying, she said. {LONG}").excerpt
    assert told.startswith("…")
    assert told.endswith("…")
    assert "time. It is deeply worrying, she said. The lake" in told
    assert set(words(told)) <= set(words(f"{LONG} It is deeply worrying, she said."))
    assert MOST - 30 < len(told) <= MOST


def test_of_a_long_quotation_its_beginning_and_end_are_shown() -> None:
    quotation = " ".join(f"word{number}" for number in range(80))
    told = seen(quotation, f"She said: {quotation}. Then she left.").excerpt
    assert told.startswith("She said: word0 word1")
    assert told.endswith("word79. Then she left.")
    assert " … " in told
    assert len(told) <= MOST


def test_a_place_far_down_a_page_is_found() -> None:
    text = "Ébauche d’une page. " * 3_000 + "Here it is deeply worrying. " + "湖" * 30_000
    assert "Here it is deeply worrying." in seen("deeply worrying", text).excerpt


def test_words_that_do_not_stand_at_their_place_give_no_excerpt() -> None:
    assert excerpt("one two three", ["one", "two", "four"], 1, 3) == ""
    assert excerpt("one two three", ["one", "two", "three"], 5, 6) == ""


def test_a_title_needs_no_excerpt() -> None:
    result = seen("A statement", f"A statement. {LONG}", where=QuoteWhere.TITLE)
    assert (result.found, result.excerpt) == (Found.LIVE, "")


@pytest.mark.parametrize(
    ("live", "archive", "expected"),
    [
        ("It is worrying today.", "It was worrying then.", "It is worrying today."),
        ("It is gone.", "It was worrying then.", "It was worrying then."),
        ("It is gone.", "It was not there.", ""),
    ],
)
def test_the_page_speaks_before_the_copy(live: str, archive: str, expected: str) -> None:
    description = Description(quotes=(Quote("worrying", QuoteWhere.SENTENCE, attributed=True),))
    both = merge(read(description, Page(text=live), Side.LIVE), read(description, Page(text=archive), Side.ARCHIVE))
    assert both.quotes[0].excerpt == expected


@given(st.text(max_size=400), st.integers(0, 20), st.integers(1, 20))
def test_an_excerpt_is_short_one_line_and_holds_the_words(text: str, first: int, count: int) -> None:
    page_words = words(text)
    told = excerpt(text, page_words, first, first + count)
    assert len(told) <= MOST
    assert told == " ".join(told.split())
    if told and len(text) <= MOST // 3:
        assert " ".join(page_words[first : first + count]) in " ".join(words(told))
