"""References, links and citations: spans, reach, identity, and that no text can upset them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timing import at_most
from verifier.citations import assemble, find
from verifier.model.citation import Kind, Proposal, RawExtract, Repair, RepairStatus
from verifier.model.document import Document, Link, Region, Role, line_anchors

Make = Callable[..., Document]
Unrepaired = Callable[[RawExtract], list[Proposal]]

URL = "https://example.org/a"


def test_two_parts_of_a_note_share_nothing(a_document: Make) -> None:
    text = (
        f"One [1].\n\nNotes\n[1] BBC, ‘A title’ 24 May 2022: {URL} ; OHCHR, https://example.net/b ; www.example.com\n"
    )
    first, second, third = (one.description for one in find(a_document(text)).references)
    assert (first.title, first.publisher, str(first.date)) == ("A title", "BBC", "2022-05-24")
    assert (second.title, second.publisher, second.date) == (None, "OHCHR", None)
    assert (third.title, third.publisher, third.date) == (None, None, None)


def test_sources_with_bullets_under_a_heading_are_described(a_document: Make) -> None:
    items = f"- Lake Board: Dust and lungs (2019) {URL}\n- Mill Watch,\n  “Low water”, 2020, {URL}b\n"
    text = f"A letter.\n\nSources:\n{items}"
    found = find(a_document(text)).references
    told = [(one.description.title, one.description.publisher, str(one.description.date)) for one in found]
    assert told == [("Dust and lungs", "Lake Board", "2019"), ("Low water", "Mill Watch", "2020")]


def test_bullets_of_an_appeal_describe_nothing(a_document: Make) -> None:
    text = f"We ask:\n- open the Lake Board, {URL}\n"
    assert find(a_document(text)).references[0].description.title is None


def test_a_symbol_in_a_quoted_passage(a_document: Make) -> None:
    text = f"One [1].\n\nNotes\n[1] “In accordance with General Assembly resolution 48/141, it is so.” {URL}\n"
    symbol, url = find(a_document(text)).references
    assert (symbol.kind, symbol.value, symbol.description.title) == (Kind.UN_SYMBOL, "A/RES/48/141", None)
    assert [(quote.where.value, quote.attributed) for quote in url.description.quotes] == [("note", True)]


REACH = [
    ("spaces within the note", f"[1] {URL} -after\n[2] x", " -after"),
    ("not into the next citation", f"[1] {URL} ; OHCHR, https://example.net/b\n[2] x", " ; OHCHR, "),
    ("not into the next note", f"[1] {URL}\n[2] x", ""),
]


@pytest.mark.parametrize(("reason", "notes", "beyond"), REACH, ids=[row[0] for row in REACH])
def test_how_far_a_link_may_reach(reason: str, notes: str, beyond: str, a_document: Make) -> None:
    text = "One [1]. Two [2].\n\nNotes\n" + notes
    reference = find(a_document(text)).references[0]
    assert text[reference.end : reference.reach] == beyond


def test_reach_bridges_a_blank_line_but_not_a_heading(a_document: Make) -> None:
    text = f"See {URL}/\n\nb/c\n\nNotes\n\nmore"
    reference = find(a_document(text)).references[0]
    assert text[reference.end : reference.reach].split() == ["b/c"]


def test_reach_ends_at_the_closing_bracket_in_quoted_mail_too(a_document: Make) -> None:
    text = "> See <https://example.org/long-\n> name> and more"
    reference = find(a_document(text)).references[0]
    assert text[reference.end : reference.reach] == "\n> name"


def test_code_is_not_read(a_document: Make) -> None:
    text = f"Run\n{URL}\nand see https://example.net/b"
    assert [one.value for one in find(a_document(text, regions=(Region(4, 25, Role.CODE),))).references] == [
        "https://example.net/b"
    ]


def test_a_link_over_words_is_a_citation(a_document: Make, unrepaired: Unrepaired) -> None:
    text = "See the report, please."
    document = a_document(text, links=(Link(8, 14, URL),))
    found = find(document)
    citation = assemble(document, found, unrepaired(found)).citations[0]
    assert (citation.as_written, citation.url, citation.href) == ("report", URL, None)


def test_a_link_that_differs_from_the_url_it_shows_is_one_citation(a_document: Make, unrepaired: Unrepaired) -> None:
    text = f"See {URL} now."
    document = a_document(text, links=(Link(4, 4 + len(URL), "https://example.net/elsewhere"),))
    found = find(document)
    proposals = [Proposal(Repair(RepairStatus.INTACT), one.start, one.end, one.value) for one in found.references]
    (citation,) = assemble(document, found, proposals).citations
    assert (citation.url, citation.href) == (URL, "https://example.net/elsewhere")


def test_pieces_of_one_annotated_link_are_one_citation(a_document: Make) -> None:
    text = "See https://example.org/long-\nname.html now."
    target = "https://example.org/long-name.html"
    cut = text.index("\n")
    document = a_document(text, links=(Link(4, cut, target), Link(cut + 1, cut + 10, target)))
    (reference,) = find(document).references
    assert reference.href == target
    assert reference.reach >= cut + 10


IGNORED = [
    ("mail", "mailto:me@example.org", ()),
    ("within the page", "#top", ()),
    ("relative", "/about", ("1 link was left out, leading nowhere on the web: relative, or of another scheme.",)),
]


@pytest.mark.parametrize(("reason", "target", "remarks"), IGNORED, ids=[row[0] for row in IGNORED])
def test_links_that_cite_nothing(reason: str, target: str, remarks: tuple[str, ...], a_document: Make) -> None:
    found = find(a_document("See the report.", links=(Link(8, 14, target),)))
    assert (found.references, found.remarks) == ((), remarks)


def test_a_markdown_link_and_its_target_are_one(a_document: Make) -> None:
    text = f"See [the report]({URL})."
    (reference,) = find(a_document(text, links=(Link(5, 15, URL),))).references
    assert text[reference.start : reference.end] == URL


def test_a_resolvers_link_is_its_identifier(a_document: Make, unrepaired: Unrepaired) -> None:
    document = a_document("See https://doi.org/10.5555/a.b, and doi:10.5555/c.")
    found = find(document)
    citations = assemble(document, found, unrepaired(found)).citations
    assert [(one.kind, one.value, one.url) for one in citations] == [
        (Kind.DOI, "10.5555/a.b", "https://doi.org/10.5555/a.b"),
        (Kind.DOI, "10.5555/c", "https://doi.org/10.5555/c"),
    ]


def test_what_cannot_be_mended_has_no_url(a_document: Make) -> None:
    document = a_document(f"See {URL} now.")
    found = find(document)
    proposals = [Proposal(Repair(RepairStatus.UNMENDABLE), one.start, one.end, None) for one in found.references]
    (citation,) = assemble(document, found, proposals).citations
    assert (citation.value, citation.url) == (URL, None)


def test_an_id_outlives_renumbering_reflowing_and_repair(a_document: Make, unrepaired: Unrepaired) -> None:
    before = a_document(f"One [1].\n\nNotes\n[1] {URL}\n")
    after = a_document(f"New\n\nOne [2]. Nil [1].\n\nNotes\n[1] nothing\n[2] {URL}\n")
    ids = []
    for document in (before, after):
        found = find(document)
        ids.append(assemble(document, found, unrepaired(found)).citations[0].id)
    reference = find(before).references[0]
    mended = Proposal(Repair(RepairStatus.MENDED), reference.start, reference.end, URL + "bc")
    ids.append(assemble(before, find(before), [mended]).citations[0].id)
    assert len(set(ids)) == 1
    assert len(ids[0]) == 16
    other = replace(before, source="another.txt")
    assert assemble(other, find(other), [mended]).citations[0].id != ids[0]


def test_there_must_be_a_proposal_for_each_reference(a_document: Make) -> None:
    document = a_document(URL)
    with pytest.raises(ValueError, match="shorter"):
        assemble(document, find(document), [])


LABELS = ["[1]", "1.", "(1)", "¹", "*", "[^a]:", "【1】", "Notes", "Signed by:", "word"]
LINKS = [
    "https://",
    "http : //",
    "example.org/a",
    "www.",
    "@",
    "doi:10.5555/a",
    "A/RES/1/2",
    "urn:a:b",
    "ISBN 0306406152",
]
WORDS = ["General Assembly ", "resolution 1/2", "2021", "May", "accessed"]
MARKS = ["]", ")", ">", "“", "”", "‘", "’", '"', ";", "。", "\n", "\n\n", " ", "\f", "\u200b"]
TOKENS = st.sampled_from([*LABELS, *LINKS, *WORDS, *MARKS])


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(TOKENS, max_size=60).map("".join)))
def test_no_text_upsets_the_finders(text: str) -> None:
    document = Document("letter.txt", "text/plain", text, anchors=line_anchors(text))
    found = find(document)
    at = 0
    for reference in found.references:
        assert at <= reference.start < reference.end <= reference.reach <= len(text)
        at = reference.end
    for one, following in zip(found.references, found.references[1:], strict=False):
        assert one.reach <= following.start
    assert [note.index for note in found.notes] == list(range(len(found.notes)))
    proposals = [Proposal(Repair(RepairStatus.INTACT), one.start, one.end, one.value) for one in found.references]
    citations = assemble(document, found, proposals).citations
    assert len({citation.id for citation in citations}) == len(citations)


@pytest.mark.parametrize(
    "unit", ["[", "(", "http://", "1. ", "1. \n", "[1]\n", "“", "' ", "\n", " ", "a.a.", "10.5555/"]
)
def test_time_is_linear_in_hostile_text(unit: str) -> None:
    text = (unit * (300_000 // len(unit) + 1))[:300_000]
    document = Document("letter.txt", "text/plain", text, anchors=line_anchors(text))
    with at_most(10):  # a second or less; measuring coverage takes four times as long
        find(document)


LETTERS = Path(__file__).parents[2].parent / "shared" / "letters"


@pytest.mark.skipif(not LETTERS.is_dir(), reason="the founding letters are not ours to publish")
def test_the_founding_letters_notes_markers_and_links(a_document: Make) -> None:
    text = (LETTERS / "uyghur-230-organisations.txt").read_text(encoding="utf-8")
    end = text.index("\nShare\n")
    found = find(a_document(text, regions=(Region(end, len(text), Role.SURROUNDINGS),)))
    assert [(note.label, len(note.markers)) for note in found.notes] == [(str(number), 1) for number in range(1, 11)]
    counts = [sum(one.note_index == note.index for one in found.references) for note in found.notes]
    assert counts == [2, 1, 1, 2, 2, 1, 0, 1, 1, 1]
    assert [one.part.value for one in found.references if one.note_index is None] == ["surroundings"]
    other = find(a_document((LETTERS / "xizang-73-organisations.txt").read_text(encoding="utf-8")))
    assert (other.notes, other.references) == ((), ())
