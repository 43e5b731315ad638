"""Sentences where print sets headings right above them, ends them in its own full stops, or runs them over a page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from verifier.citations import find
from verifier.citations.loose_headings import below_headings
from verifier.citations.sentences import sentence_around
from verifier.model.document import Anchor, Document, Position, Region, Role

Make = Callable[..., Document]

FULL_STOPS = [
    ("Tibetan", "ཆུ་ཚོད་དམའ་པོ་རེད། མཚོ་ནི་ཆུང་དུ་ཕྱིན།# ལན་མ་བྱུང་།", "མཚོ་ནི་ཆུང་དུ་ཕྱིན།"),
    ("Ethiopic", "ውኃው ዝቅ አለ። ሐይቁ ደረቀ።# ማንም አልመጣም።", "ሐይቁ ደረቀ።"),
    ("Armenian", "Ջուրն իջավ։ Լիճը չորացավ։# Ոչ ոք չեկավ։", "Լիճը չորացավ։"),
    ("Hindi", "पानी कम है। झील सूख गई।# कोई नहीं आया।", "झील सूख गई।"),
    ("Burmese", "ရေနည်းသည်။ ရေကန်ခန်းသည်။# မည်သူမျှမလာ။", "ရေကန်ခန်းသည်။"),
    ("Khmer", "ទឹកទាប។ បឹងរីង។# គ្មានអ្នកណាមក។", "បឹងរីង។"),
    ("Urdu", "پانی کم ہے۔ جھیل سوکھ گئی۔# کوئی نہیں آیا۔", "جھیل سوکھ گئی۔"),
    ("a Greek question", "Γιατί ξεράθηκε; Το νερό έπεσε#. Κανείς δεν ήρθε.", "Το νερό έπεσε."),
    ("a marker behind a Greek question", "Έπεσε. Γιατί ξεράθηκε;# Το νερό έπεσε.", "Γιατί ξεράθηκε;"),
    ("a Greek word before a semicolon, and no capital", "Έπεσε το νερό; όχι πολύ#. Τέλος.", "Έπεσε το νερό; όχι πολύ."),
    ("a year behind the marker", "Ջուրն իջավ։# 2019 թվականին լիճը չորացավ։", "Ջուրն իջավ։"),
    ("a number behind it", "The lake is low.# 12 villages asked why. Next.", "The lake is low."),
    ("an Arabic question", "لماذا جفت؟ انخفض الماء#. لم يأت أحد.", "انخفض الماء."),
    (
        "a German date",
        "Es regnete. Am 7. Oktober 2019 sank der Pegel#. Dann nichts.",
        "Am 7. Oktober 2019 sank der Pegel.",
    ),
    (
        "a day before its month",
        "Es war kalt. Erst 12. Juni, dann Juli# kam es. Ende.",
        "Erst 12. Juni, dann Juli kam es.",
    ),
    ("a century", "Kalt war es. Seit dem 18. Jahrhundert sinkt er#. Ende.", "Seit dem 18. Jahrhundert sinkt er."),
    (
        "a regulation's number",
        "It rained. Under Reg. 14 the lake is protected#. Next.",
        "Under Reg. 14 the lake is protected.",
    ),
    ("an annex's, in brackets", "It rained. See Ann. (3) for the lake#. Next.", "See Ann. (3) for the lake."),
    ("a word that is short for nothing", "We saw the cap. Nobody came#. Next.", "Nobody came."),
    ("a Russian sum", "Это стоило 3 млн руб. Жители ждут#. Конец.", "Жители ждут."),
    ("a Russian article", "Жарко. По ст. 9 закона он снижается#. Конец.", "По ст. 9 закона он снижается."),
    ("a Polish item", "Gorąco. Zgodnie z ust. 2 pkt. 3 opada#. Koniec.", "Zgodnie z ust. 2 pkt. 3 opada."),
    ("a number that ends a sentence", "It sank by 12. Nobody came#. The end.", "Nobody came."),
]


@pytest.mark.parametrize(("reason", "text", "sentence"), FULL_STOPS, ids=[row[0] for row in FULL_STOPS])
def test_full_stops_of_other_scripts_and_numbers_that_count(reason: str, text: str, sentence: str) -> None:
    at = text.index("#")
    assert sentence_around(text.replace("#", "[1]"), at, at + 3) == sentence


WRAPPED = (
    "The board has said nothing about the level of the lake since\nthen, and the villages around it were not asked [1]"
)
LOOSE = [
    ("a heading", "Water levels\n", True),
    ("a heading of two lines", "What was promised to the villages by the\nlake\n", True),
    ("a date", "Some words of the letter before it.\n12 May 2021\n", True),
    ("a caption", "Table 2. Levels by year\n", True),
    ("a row of a table", "2019 112\n", True),
    ("a long caption", "Figure 4.2 – Levels of all lakes of the district since 1998\n", True),
    ("a long German one", "Abb. 3: Pegel aller Seen des Bezirks seit dem Jahre 1998\n", True),
    ("a sentence that names a table", "All of this is shown in the map and in the large Table 3\n", False),
    ("a line broken by hand behind a short word", "We met with\n", False),
    ("the same in German", "Darüber sprach die\n", False),
    ("a full line", "It was so because nobody in the villages knew of any Lake\n", False),
    ("a line that ends in a comma", "As the Council said,\n", False),
    ("a line whose word goes on below", "As the Coun\u00ad\n", False),
    (
        "a full line above two that a hyphen joined",
        f"{'Nobody at the lake knew ' * 2}of any Council\nLake{'s' * 40}\u00ad{'s' * 40}\n",
        False,
    ),
]


@pytest.mark.parametrize(("reason", "above", "cut"), LOOSE, ids=[row[0] for row in LOOSE])
def test_the_text_begins_below_a_line_that_was_ended_on_purpose(reason: str, above: str, cut: bool) -> None:
    text = above + WRAPPED
    assert below_headings(text, 0, text.index("[1]")) == (len(above) if cut else 0), reason


def test_a_line_in_small_letters_goes_on() -> None:
    text = f"Water levels\n{WRAPPED[0].lower()}{WRAPPED[1:]}"
    assert below_headings(text, 0, text.index("[1]")) == 0


def test_scripts_without_capitals_need_a_wider_gap() -> None:
    line = "湖の水位が下がったことについて役所は何も言わなかったし、誰も来なかった"
    assert below_headings(f"水位の推移\n{line}[1]", 0, len(line) + 6) == 6
    assert below_headings(f"{line[:30]}\n{line}[1]", 0, len(line) + 31) == 0


def test_nothing_runs_into_a_heading_that_the_format_marks(a_document: Make) -> None:
    text = "Lakes and\nrivers\nthe lake is low[1] today\nSeas\n\nNotes\n[1] See https://example.org/a\n"
    regions = (Region(0, 9, Role.HEADING), Region(10, 16, Role.HEADING), Region(41, 45, Role.HEADING))
    (note,) = find(a_document(text, regions=regions)).notes
    assert [marker.sentence for marker in note.markers] == ["the lake is low today"]


def test_a_marker_in_a_heading_of_two_lines_has_all_of_it(a_document: Make) -> None:
    text = "The lakes and\nthe rivers[1]\nWords.\n\nNotes\n[1] See https://example.org/a\n"
    regions = (Region(0, 13, Role.HEADING), Region(14, 27, Role.HEADING))
    (note,) = find(a_document(text, regions=regions)).notes
    assert [marker.sentence for marker in note.markers] == ["The lakes and the rivers"]


def test_the_pages_of_a_pdf_are_known(a_document: Make) -> None:
    text = "It rained in May.[1] The board said that\n[1] See https://example.org/a.\nall was well.[2]\n[2] Ibid.\n"
    turn = text.index("all was")
    anchors = (Anchor(0, Position(1, 1, 1)), Anchor(turn, Position(1, 1, 2)))
    notes = find(Document("letter.pdf", "application/pdf", text, anchors=anchors)).notes
    assert [marker.sentence for marker in notes[1].markers] == ["The board said that all was well."]


PAGES = (
    "It rained in May.1 The board {}\n\n1 Board, https://example.org/m, 3 May 2021.\n\n- 1 -\n\n\f"
    "Lakes in danger\n{}2 It rained again.\n\n2 Court, Order, https://example.org/o\n\n- 2 -\n\n\fLakes in danger\n"
)


@pytest.mark.parametrize(
    ("last", "first", "sentence", "reason"),
    [
        (
            "has replied to none",
            "of our letters.",
            "The board has replied to none of our letters.",
            "small letters",
        ),
        (
            "refused what the court of",
            "Appeal had asked.",
            "The board refused what the court of Appeal had asked.",
            "a name",
        ),
        (
            "refused us (and the court",
            "(of appeal) too.",
            "The board refused us (and the court (of appeal) too.",
            "a bracket",
        ),
        ("has never replied to us.", "It rained.", "It rained.", "a sentence that ended"),
    ],
)
def test_a_sentence_runs_over_the_notes_of_a_page(
    last: str, first: str, sentence: str, reason: str, a_document: Make
) -> None:
    notes = find(a_document(PAGES.format(last, first))).notes
    assert [note.label for note in notes] == ["1", "2"]
    assert [marker.sentence for marker in notes[1].markers] == [sentence], reason


def test_carets_before_markers_as_text_browsers_show_them(a_document: Make) -> None:
    body = "The lake is low.^[1] It sank\nin May.\n^[2] Nobody saw it."
    text = f"{body}\n\nNotes\n\n 1. ^ Board, https://example.org/a\n 2.^ “Sinking”, Office\n"
    notes = find(a_document(text)).notes
    assert [note.text for note in notes] == ["Board, https://example.org/a", "“Sinking”, Office"]
    assert [marker.sentence for note in notes for marker in note.markers] == ["The lake is low.", "It sank in May."]
