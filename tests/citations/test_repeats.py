"""Notes that repeat an earlier source: which one is meant, and when nobody can tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from verifier.citations import assemble, find
from verifier.model.citation import INTACT, Kind, Proposal, RawExtract
from verifier.model.document import Document

Make = Callable[..., Document]
Unrepaired = Callable[[RawExtract], list[Proposal]]

A, B, C = "https://example.org/a", "https://example.org/b", "https://example.net/c"
FIRST, SECOND = f"Lake Board, “Low water”, 2021, {A}", f"River Society, “Dry”, 2020, {B}"

ROWS = [
    ("ibid.", [FIRST, "Ibid."], [A, A]),
    ("ibid. of an ibid.", [FIRST, "Ibid., p. 3", "See ibid."], [A, A, A]),
    ("id.", [FIRST, "Id. at 12."], [A, A]),
    ("ebd.", [FIRST, "Ebd., S. 4."], [A, A]),
    ("ebenda", [FIRST, "Vgl. ebenda, S. 4."], [A, A]),
    ("a.a.O. alone", [FIRST, "A.a.O., S. 4."], [A, A]),
    ("Chinese", [FIRST, "同上，第5页。"], [A, A]),
    ("Russian", [FIRST, "Там же."], [A, A]),
    ("supra note", [FIRST, SECOND, "Lake Board, supra note 1, p. 5."], [A, B, A]),
    ("note above", [FIRST, SECOND, "See note 1 above."], [A, B, A]),
    ("a note of another chapter", [FIRST, SECOND, "Lake Board, above, note 2 of chapter 1."], [A, B]),
    ("Fn. in German", [FIRST, SECOND, "Lake Board, a.a.O. (Fn. 1), S. 3"], [A, B, A]),
    ("op. cit.", [FIRST, SECOND, "Lake Board, op. cit., p. 9."], [A, B, A]),
    ("an author's a.a.O.", [FIRST, SECOND, "Lake Board, a.a.O., S. 9."], [A, B, A]),
    ("one of two in the named note", [f"{FIRST} ; {SECOND}", f"{C}", "River Society, supra note 1."], [A, B, C, B]),
    ("ibid. after a note with two sources", [f"{FIRST} ; {SECOND}", "Ibid."], [A, B]),
    ("ibid. after a note with none", ["A remark.", "Ibid."], []),
    ("idem, a work of its own", [FIRST, f"Idem, “Dry”, 2020, {B}"], [A, B]),
    ("ibid. in Hungarian, a source of its own", [FIRST, f"Uo., 2021. április 9., {B}."], [A, B]),
    ("a date in German, a source of its own", [FIRST, f"Ebd., 3. Mai 2021, S. 4, {B}."], [A, B]),
    ("and a further source", [FIRST, f"Ibid.; see also {B}."], [A, A, B]),
    ("and one in another sentence", [FIRST, f"Ibid., p. 4. The data stand at {B}."], [A, A, B]),
    ("and one to compare", [FIRST, f"Ebd., S. 4, vgl. {B}."], [A, A, B]),
    ("and one behind a Greek sign", [FIRST, f"Ό.π., σ. 12· πίνακες: {B}."], [A, A, B]),
    ("and one joined by a word", [FIRST, f"Tamże i {B}."], [A, A, B]),
    ("ibid. of a note that has its own", [FIRST, f"Idem, “Dry”, 2020, {B}", "Ibid."], [A, B, B]),
    ("op. cit. by an unknown author", [FIRST, "Miller, op. cit."], [A]),
    ("op. cit. by an author of two works", [FIRST, f"Lake Board, {B}", "Lake Board, op. cit."], [A, B]),
    ("a note that does not exist", [FIRST, "Lake Board, supra note 9."], [A]),
    ("ibid. behind a source of the same note", [f"{FIRST} and ibid., p. 3"], [A]),
    ("words that only look alike", [FIRST, "The id of the lake, ibidem-like."], [A]),
    ("inside a link", [FIRST, "See https://example.org/ibid./x"], [A, "https://example.org/ibid./x"]),
]


def letter(notes: list[str]) -> str:
    body = " ".join(f"Sentence of the letter [{number}]." for number in range(1, len(notes) + 1))
    return f"{body}\n\nNotes\n" + "".join(f"[{number}] {note}\n" for number, note in enumerate(notes, 1))


@pytest.mark.parametrize(("reason", "notes", "cited"), ROWS, ids=[row[0] for row in ROWS])
def test_what_is_repeated(
    reason: str, notes: list[str], cited: list[str], a_document: Make, unrepaired: Unrepaired
) -> None:
    document = a_document(letter(notes))
    found = find(document)
    citations = assemble(document, found, unrepaired(found)).citations
    assert [one.url for one in citations] == cited


def test_a_repetition_keeps_its_own_words_and_tells_what_it_repeats(a_document: Make, unrepaired: Unrepaired) -> None:
    document = a_document(letter([FIRST, "Ibid., p. 3"]))
    found = find(document)
    repeated = assemble(document, found, unrepaired(found)).citations[1]
    assert (repeated.as_written, repeated.note, repeated.kind, repeated.href) == ("Ibid.", "2", Kind.URL, None)
    assert (repeated.description.title, repeated.description.publisher) == (None, None)
    assert found.references[1].repeats == 0
    assert "Sources repeated: note 2 (Ibid.) as in note 1." in found.remarks


def test_what_cannot_be_told_is_told(a_document: Make) -> None:
    found = find(a_document(letter([f"{FIRST} ; {SECOND}", "Ibid.", "Miller, op. cit."])))
    assert "What is repeated is unclear: note 2 (Ibid.); note 3 (op. cit.)." in found.remarks


def test_a_repetition_follows_the_mended_link(a_document: Make) -> None:
    document = a_document(letter([FIRST, "Ibid."]))
    found = find(document)
    proposals = [Proposal(INTACT, one.start, one.end, A + "bc") for one in found.references]
    assert [one.url for one in assemble(document, found, proposals).citations] == [A + "bc", A + "bc"]


def test_a_doi_is_repeated_as_a_doi(a_document: Make) -> None:
    document = a_document(letter(["Board, doi:10.5555/a", "Ibid."]))
    found = find(document)
    citations = assemble(document, found, [Proposal(INTACT, one.start, one.end, None) for one in found.references])
    assert [(one.kind, one.value, one.url) for one in citations.citations] == [
        (Kind.DOI, "10.5555/a", "https://doi.org/10.5555/a")
    ] * 2


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Op cit, p. 12", "without full stops"),
        ("Sealsamas, lk 4.", "Estonian"), ("Turpat, 4. lpp.", "Latvian"), ("Ten pat, p. 4.", "Lithuanian"),
        ("Prav tam, str. 4.", "Slovene"), ("Тамсама, с. 4.", "Belarusian"),
        ("Ό.π., σ. 12.", "Greek"), ("A.g.e., s. 4.", "Turkish"), ("Aynı yer.", "Turkish"), ("Uo. 3. o.", "Hungarian"),
        ("I.m. 4. o.", "Hungarian"), ("Tamtiež.", "Slovak"), ("Вж. пак там.", "Bulgarian"), ("Samma källa.", "Swedish"),
        ("Samme sted.", "Danish and Norwegian"), ("المرجع السابق.", "Arabic"), ("همان، ص ۴.", "Persian"),
        ("שם, עמ' 3.", "Hebrew"), ("वही, पृ. 4.", "Hindi"), ("เรื่องเดียวกัน, หน้า 3.", "Thai"), ("Sđd.", "Vietnamese"),
    ],
)  # fmt: skip
def test_the_same_source_in_other_languages(words: str, reason: str, a_document: Make, unrepaired: Unrepaired) -> None:
    document = a_document(letter([FIRST, words]))
    found = find(document)
    urls = [one.url for one in assemble(document, found, unrepaired(found)).citations]
    assert len(urls) == 2 and urls[0] == urls[1], reason


@pytest.mark.parametrize(
    "words", ["שם הספר: מים", "همان روز گزارش منتشر شد", "वही लोग फिर आए", "Uomini e acque, 2019", "Ten patron, 2019"]
)
def test_words_that_only_begin_so_repeat_nothing(words: str, a_document: Make, unrepaired: Unrepaired) -> None:
    document = a_document(letter([FIRST, words]))
    found = find(document)
    assert len(assemble(document, found, unrepaired(found)).citations) == 1
