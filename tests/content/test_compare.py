"""One page against a description, and two sides put together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.content import Side, merge, question, read
from verifier.content.quotations import place
from verifier.content.words import words
from verifier.model.citation import Description, Quote, QuoteWhere
from verifier.model.evidence import Drift, Found, Page

FILLER = "The lake lies in a wide valley and many people have lived on its shores for a long time. " * 6


def quoting(
    text: str, where: QuoteWhere = QuoteWhere.SENTENCE, title: str | None = "A statement on lakes"
) -> Description:
    return Description(title=title, quotes=(Quote(text, where, attributed=True),))


@pytest.mark.parametrize(
    ("quotation", "text", "there", "why"),
    [
        ("deeply worrying", "it is “deeply worrying” that", True, "verbatim"),
        ("don’t dry the lake", "DON'T   dry\nthe lake", True, "typography, case, line breaks"),
        ("one of a kind", "one-of-a-kind", True, "dashes are no difference"),
        ("the lake … must be kept", "The lake, which is old, must be kept.", True, "an ellipsis stands for any words"),
        ("the lake [...] must be kept", "The lake, which is old, must be kept.", True, "in brackets too"),
        ("must be kept … the lake", "The lake must be kept.", False, "the pieces come in order"),
        ("[t]he lake must be kept", "The lake must be kept.", True, "a letter in brackets belongs to its word"),
        ("they [the people] kept the lake", "They kept the lake.", True, "words put in"),
        ("[the lake] must be kept", "It must be kept.", True, "words put in for one of the source"),
        ("the lake [it says] must be kept", "The lake, " + "old " * 6 + "must be kept.", False, "for a few words only"),
        ("[never] [said]", "anything at all", False, "insertions alone quote nothing"),
        ("a [x] b [y] c", "a " * 5000, False, "a page of one word"),
        ("the lake must be drained", "The lake must be kept.", False, "other words"),
        ("lake must", "flake mustard", False, "whole words only"),
        ("湖泊 必须", "我们认为湖泊必须保护", True, "Chinese has no spaces"),
        ("…", "anything", False, "an ellipsis alone quotes nothing"),
    ],
)
def test_quotations(quotation: str, text: str, there: bool, why: str) -> None:
    assert (place(quotation, words(text)) is not None) is there, why


def test_a_page_read_in_full() -> None:
    page = Page(title="A statement on lakes", text=FILLER + "It is deeply worrying.")
    result = read(quoting("deeply worrying"), page, Side.LIVE)
    assert (result.title_similarity, result.quotes[0].found, result.drift) == (1.0, Found.LIVE, Drift.UNMEASURED)


@pytest.mark.parametrize(
    ("page", "expected", "why"),
    [
        (None, Found.UNMEASURED, "no page"),
        (Page(text="Too short."), Found.UNMEASURED, "a short page may be only a part"),
        (Page(text=FILLER, complete=False), Found.UNMEASURED, "the words may be in the part not read"),
        (Page(text=FILLER), Found.NO, "read in full"),
        (Page(text="It is deeply worrying."), Found.LIVE, "found is found, however short"),
    ],
)
def test_not_found_needs_the_whole_text(page: Page | None, expected: Found, why: str) -> None:
    assert read(quoting("deeply worrying"), page, Side.LIVE).quotes[0].found is expected, why


def test_a_title_is_looked_for_among_the_page_names() -> None:
    page = Page(title="A statement on lakes", text=FILLER)
    assert read(quoting("A statement on lakes", QuoteWhere.TITLE), page, Side.ARCHIVE).quotes[0].found is Found.ARCHIVE


@pytest.mark.parametrize(
    ("live", "archive", "together"),
    [
        (True, True, Found.BOTH),
        (True, False, Found.LIVE),
        (False, True, Found.ARCHIVE),
        (False, False, Found.NO),
        (None, False, Found.UNMEASURED),
        (False, None, Found.UNMEASURED),
        (None, True, Found.ARCHIVE),
    ],
)
def test_both_sides(live: bool | None, archive: bool | None, together: Found) -> None:
    pages = {True: Page(text=FILLER + "deeply worrying"), False: Page(text=FILLER), None: None}
    description = quoting("deeply worrying")
    merged = merge(read(description, pages[live], Side.LIVE), read(description, pages[archive], Side.ARCHIVE))
    assert merged.quotes[0].found is together


def test_a_question_is_known_by_what_it_asks() -> None:
    assert question(quoting("a"), Side.LIVE) == question(quoting("a"), Side.LIVE)
    asked = {question(quoting("a"), Side.LIVE), question(quoting("b"), Side.LIVE), question(quoting("a"), Side.ARCHIVE)}
    assert len(asked) == 3


@given(st.text(max_size=60), st.text(max_size=200))
def test_comparing_never_raises(quotation: str, text: str) -> None:
    read(quoting(quotation, title=quotation), Page(title=text, text=text), Side.LIVE)


@pytest.mark.parametrize(
    ("quotation", "text", "expected", "why"),
    [
        (
            "a well-known fact of life",
            "It is a well-\nknown fact of life.",
            True,
            "a hyphen of its own at a line's end",
        ),
        ("the deci-\nsion was taken", "The decision was taken.", True, "cut in the letter"),
        ("the deci- sion was taken", "The decision was taken.", True, "cut in the letter, set on one line"),
        ("the wall - old - fell", "The wall – old – fell.", True, "dashes are no hyphens"),
        ("the decision was taken", "The deci\u00ad\nsion was taken.", True, "cut at a soft hyphen"),
        ("a long-term decision", "A long-\nterm deci-\nsion.", True, "one hyphen of its own and one that cuts"),
        ("a long term decision", "A long-\nterm decision.", True, "quoted without its hyphen"),
        ("the e-mail was sent", "The email was sent.", True, "another spelling with a hyphen"),
        ("the decision was taken", "The deci- sion was taken.", False, "a dash between words"),
        ("pages 12-\n14 of it", "pages 12-14 of it", True, "a range is no cut word"),
        ("the minister said so", "The minister said1 so.", True, "a raised number"),
        ("the minister said so", "The minister said[12] so.", True, "a number in brackets"),
        ("the minister said so", "The minister said[citation needed] so.", True, "a remark on the page"),
        ("the covid19 report of May", "The Covid19 report of May.", True, "a name with figures"),
        ("section [4] of it", "Section 4 of it.", True, "figures in brackets stay where the author put them"),
        ("the naive view", "The na\u00efve view.", True, "an accent left out"),
        ("it cost 1,250 crowns", "It cost 1250 crowns.", True, "digits in groups of three"),
        ("it cost 1250 crowns", "It cost 1\u202f250 crowns.", True, "grouped by a space"),
        ("it cost 1,350 crowns", "It cost 1,250 crowns.", False, "another number"),
        ("in 1,2 litres", "in 12 litres", False, "a fraction is no group"),
        ("ทะเลสาบต้องได้รับการดูแล", "ทะเลสาบ ต้องได้รับ การดูแล", True, "Thai parts phrases as it likes"),
        ("ทะเลสาบต้องได้รับการดูแล", "สภาแถลงว่าทะเลสาบต้องได้รับการดูแลแล้ว", True, "nor words by spaces"),
        ("ທະເລສາບ ຕ້ອງໄດ້ຮັບ", "ທະເລສາບຕ້ອງໄດ້ຮັບ", True, "Lao too"),
        ("ทะเลสาบต้องได้รับการดูแล", "ทะเลสาบ ไม่ต้องได้รับ การดูแล", False, "but not with another word"),
        ("U.N. experts of the U.S.A.", "UN experts of the USA", True, "dots of abbreviations"),
        ("UN experts, i.e. four", "U.N. experts, ie four", True, "on either side"),
        ("as in A. B. Brandt", "as in AB Brandt", False, "initials are no abbreviation"),
        ("l’oeuvre des bâtisseurs", "L'œuvre des bâtisseurs", True, "joined letters typed as two"),
        ("في عام 2021 كان", "في عام ٢٠٢١ كان", True, "digits of another script"),
        ("في عام 2022 كان", "في عام ٢٠٢١ كان", False, "but other digits"),
        ("دریای کوچک ما", "درياي كوچك ما", True, "Persian letters from an Arabic keyboard"),
        ("دریای کوچک ما", "درياي بزرك ما", False, "another word"),
        ("the na\u0131ve view", "The naive view.", False, "another letter"),
        ("\u304c\u3042\u308b", "\u304b\u3042\u308b", False, "Japanese sound marks are no accents"),
        ("\u304c\u3042\u308b", "\u304b\u3099\u3042\u308b", True, "one letter in two signs"),
    ],
)
def test_what_counts_as_the_same_words(quotation: str, text: str, expected: bool, why: str) -> None:
    page = Page(text=f"{text} {'filler ' * 60}")
    description = Description(quotes=(Quote(quotation, QuoteWhere.SENTENCE, attributed=True),))
    seen = read(description, page, Side.LIVE).quotes[0].found
    assert seen is (Found.LIVE if expected else Found.NO), why


@pytest.mark.parametrize(
    ("between", "there", "why"),
    [
        ("Photograph: the keeper", True, "a caption"),
        ("Read more\nThe old mill\nShare", True, "headings and buttons"),
        ("Nobody had asked for it, and nobody was told of it before the end.", False, "a sentence of the page's own"),
    ],
)
def test_a_quotation_goes_on_over_what_stands_between_paragraphs(between: str, there: bool, why: str) -> None:
    quotation = "The lake has to be kept as it was. Its shores belong to all who live there."
    text = (
        f"{FILLER}\nThe lake has to be kept as it was.\n{between}\nIts shores belong to all who live there.\n{FILLER}"
    )
    seen = read(quoting(quotation), Page(text=text), Side.LIVE).quotes[0]
    assert seen.found is (Found.LIVE if there else Found.NO), why
    assert bool(seen.excerpt) is there


@pytest.mark.parametrize(
    ("page", "there", "why"),
    [
        ("The lake has to be kept,\nGet our letter. It comes every week and is free.\nas it was.", True, "an offer"),
        ("The lake has\nAdvertisement\nThe mill\nto be kept, as it was.", True, "short parts, two lines between"),
        ("The old lake\nThe lake has to be kept,\nPhoto: a keeper\nas it was.", True, "a heading before, a caption"),
        ("The lake has to be kept.\nGet our letter.\nas it was.", False, "that sentence has ended"),
        ("The lake has to be kept,\nWho said so? He did.\nAs it was.", False, "another one begins"),
    ],
)
def test_a_sentence_goes_on_behind_what_interrupts_it(page: str, there: bool, why: str) -> None:
    text = f"{FILLER}\n{page}\n{FILLER}"
    seen = read(quoting("The lake has to be kept, as it was."), Page(text=text), Side.LIVE).quotes[0]
    assert seen.found is (Found.LIVE if there else Found.NO), why
