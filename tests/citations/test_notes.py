"""Notes, markers and the lists that are none, through `find`: rows of shapes with the reason for each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from verifier.citations import find
from verifier.citations.extents import goes_on
from verifier.citations.layout import Layout
from verifier.model.document import Document, MarkerSpan, NoteKind, NoteSpan, Region, Role

Make = Callable[..., Document]

A, B = "https://example.org/a", "https://example.org/b"
ITEMS = (f"OHCHR, ‘Report’, 2021, {A}", f"HRW, “World”, May 2022, {B}")

LISTS = [
    ("square", "One [1]. Two [2].", "Notes", "[1]", "[2]"),
    ("dots, square markers", "One [1]. Two [2].", "References:", "1.", "2."),
    ("half brackets", "One 1). Two 2).", "Anmerkungen", "1)", "2)"),
    ("round", "One (1). Two (2).", "## Notas ##", "(1)", "(2)"),
    ("raised", "One thing.¹ Two things.²", "ENDNOTES", "¹", "²"),
    ("glued and bare, as a PDF gives them", "One thing.1 Two things.2", "Notes", "1", "2"),
    ("range and list", "All of it [1–2].", "Sources", "[1]", "[2]"),
    ("Roman", "One [i]. Two [ii].", "Endnotes", "[i]", "[ii]"),
    ("letters", "One [a]. Two [b].", "Editor’s Notes:", "[a]", "[b]"),
    ("caret", "One[^1]. Two[^2].", "Notes", "[^1]:", "[^2]:"),
    ("labels that are links", "One [1](#n1). Two [2](#n2).", "Notes", "1.", "2."),
    (
        "keys of a standard, set off",
        "One [LAKE-2]. Two [B.1999].",
        "7.  References",
        "[LAKE-2] ",
        "  [B.1999]\n       ",
    ),
    ("names of Org", "One[fn:a]. Two [fn:2].", "* Footnotes", "[fn:a]", "[fn:2]"),
    ("Chinese brackets", "一【1】。二【2】。", "参考资料：", "【1】", "【2】"),
    ("full width", "一［1］。二［2］。", "註釋", "［1］", "［2］"),
    ("words", "One (note 1). Two [note 2].", "Notes", "Note 1:", "Note 2:"),
    ("Chinese words", "一[註1]。二[註2]。", "附註", "註1：", "註2："),
    ("numbered heading", "One [1]. Two [2].", "IV. Références", "[1]", "[2]"),
    ("Russian", "Раз [1]. Два [2].", "Примечания", "1.", "2."),
    ("no heading", "One [1]. Two [2].", "", "[1]", "[2]"),
    ("no heading, dots", "One [1]. Two [2].", "", "1.", "2."),
    ("slashes, as in reports to governments", "One 1/ thing. Two 2/ things.", "", "1/", "2/"),
    ("court papers", "One thing.FN1 Two things.FN2", "", "FN1.", "FN2."),
    ("Japanese signs", "一つ※1。二つ※2。", "", "※1", "※2"),
    ("names of reStructuredText", "One [#a]_. Two [BOOK2]_.", "", ".. [#a]", ".. [BOOK2]"),
    ("no names of reStructuredText", "One [#]_. Two [#]_.", "", ".. [#]", ".. [#]"),
    ("arrows, as wikis are copied", "One.[1] Two.[2]", "References[edit]", "↑", "^"),
    ("glued to years", "It was so in 19981 and in 2004.2", "", "1", "2"),
    ("raised behind a year and an article", "It was so in 1998¹ by Article 7².", "", "¹", "²"),
    ("half brackets behind full stops", "One thing.1) „Two things“.2)", "Anmerkungen", "1)", "2)"),
    ("half brackets behind short words", "하나였다.1) 둘이 않았다.2)", "각주", "1)", "2)"),
    ("half brackets behind words of a script without spaces", "계획1)은 둘2)이다.", "각주", "1)", "2)"),
    ("raised between spaces", "One thing ¹ and two things ² .", "Notes", "¹", "²"),
    ("glued to numbers that end sentences", "It was done under Order No. 31.1 The lake sank by 40:2", "", "1", "2"),
    ("glued Roman numerals", "It was done in May.i The lake sank under Rule 9.ii", "", "i", "ii"),
    ("Roman numerals behind a quotation", "It was “done in May”.i The lake “sank”.ii", "", "i", "ii"),
    ("letters before the numbers", "One [n1]. Two [n2].", "", "[n1]", "[n2]"),
    ("number signs", "One [#1]. Two [#2].", "Notes", "[#1]", "[#2]"),
    ("full stops in the brackets", "One [1.]. Two [2.].", "Notes", "[1.]", "[2.]"),
    ("doubled brackets", "One [[1]]. Two [[2]].", "Notes", "[[1]]", "[[2]]"),
    ("the word for a source", "One [Source 1]. Two [Source 2].", "", "Source 1:", "Source 2:"),
    ("labels in bold type", "One [1]. Two [2].", "Notes", "**[1]**", "**[2]**"),
    ("numbers in bold type", "One [1]. Two [2].", "Notes", "**1.**", "**2.**"),
    ("labels in italics", "One (1). Two (2).", "Notes", "*(1)*", "*(2)*"),
    ("braces", "One {1}. Two {2}.", "*** Footnotes ***", "{1}", "{2}"),
    ("angle brackets", "One <1>. Two <2>.", "", "<1>", "<2>"),
    ("paragraphs and sections of the source", "Uno [1, par. 12]. Due [2, Sec. 4].", "Note", "[1]", "[2]"),
    ("a heading of one sign above the first label", "一つである1。二つである2。", "脚注", "1", "2"),
    ("bare, begun in a chapter before", "One thing.14 Two things.15", "", "14", "15"),
    ("begun in a chapter before", "One thing.14 Two things.15", "", "14.", "15."),
    ("begun before, in brackets", "One (8). Two (9).", "", "(8)", "(9)"),
    ("carets around", "It was done^1^. The lake sank.^2^ The end.", "Notes", "1.", "2."),
    ("set off between sentences", "One thing was done. 1 Two things in 2019. 2 The end.", "Notes", "1", "2"),
    ("glued to the word for a year", "Това беше през 2009 г.1 и през 2012 г.2", "", "1", "2"),
    ("raised behind words of Thai", "ลดลงต่อวัน¹ และไม่มีการประมูล²", "Notes", "¹", "²"),
    ("glued to words of Hindi", "पानी काला है1 और बोर्ड ने कहा2।", "Notes", "1.", "2."),
    ("raised behind words of two letters", "They read it¹, and so did we².", "Notes", "¹", "²"),
    ("Chinese words and figures", "一【註一】。二【註二】。", "", "【註一】", "【註二】"),
    ("guillemets", "One «1». Two «2».", "Note", "«1»", "«2»"),
    ("spaced guillemets", "One « 1 ». Two « 2 ».", "Notes", "« 1 »", "« 2 »"),
    ("single guillemets, no heading", "One ‹1›. Two ‹2›.", "", "‹1›", "‹2›"),
    ("bare Roman numerals, as a PDF gives them", "One [i]. Two [ii].", "Endnotes", "i", "ii"),
    ("the word in square brackets", "One [footnote 1]. Two [footnote 2].", "", "1.", "2."),
    ("the word in round brackets", "One (endnote 1). Two (endnote 2).", "Notes", "1.", "2."),
    ("the German word", "Eins [Fußnote 1]. Zwei [Anm. 2].", "Anmerkungen", "1.", "2."),
    ("Korean words", "하나였다 [각주 1]. 둘이었다 [미주 2].", "각주", "[각주 1]", "[각주 2]"),
    ("references", "One [ref. 1]. Two [see note 2].", "Notes", "[1]", "[2]"),
    ("wide stars", "一つ＊1。二つ＊2。", "", "＊1", "＊2"),
    ("bullets before the labels", "One [1]. Two [2].", "Notes", "• [1]", "• [2]"),
    ("dashes before the labels", "One [1]. Two [2].", "", "- [1]", "- [2]"),
    ("a dash right behind the number", "One (1). Two (2).", "Notes", "1-", "2-"),
    ("unseen characters before the labels", "One [1]. Two [2].", "Notes", "\u200b[1]", "\u200f[2]"),
    ("more stars than three", "One thing.**** Two things.*****", "", "****", "*****"),
    ("a letter with one bracket, under a heading", "One (a). Two (b).", "Footnotes", "a)", "b)"),
]


@pytest.mark.parametrize(("reason", "body", "heading", "first", "second"), LISTS, ids=[row[0] for row in LISTS])
def test_every_label_style_ties_each_note_to_its_marker(
    reason: str, body: str, heading: str, first: str, second: str, a_document: Make
) -> None:
    text = f"A letter\n\n{body}\n\n{heading}\n\n{first} {ITEMS[0]}\n{second} {ITEMS[1]}\n"
    found = find(a_document(text))
    assert [len(note.markers) for note in found.notes] == [1, 1]
    assert [note.text for note in found.notes] == list(ITEMS)
    assert [(one.value, one.note_index) for one in found.references] == [(A, 0), (B, 1)]
    assert found.remarks == ()


ITEM = "Example Society for {} Lakes"
NO_LISTS = [
    ("signatories under a date", "1 March 2023\n" + "".join(f"{n}. {ITEM.format(n)}\n" for n in range(1, 74))),
    ("signatories in brackets", "Signed by:\n\n" + "".join(f"[{n}] {ITEM.format(n)}\n" for n in range(1, 20))),
    ("signatories with addresses", "Signed by:\n\n1. Lakes, www.example.org\n2. Rivers, www.example.net\n"),
    (
        "demands",
        "We ask that you\n\n1. open it (see https://example.org/lock);\n2. publish the data;\n3. meet us.\n\nYours",
    ),
    ("an agenda", "1. Welcome\n2. Minutes\n3. Any other business\n"),
    ("numbered headings", "1. Introduction\n\nWords.\n\n2. Method\n\nMore words.\n"),
    ("a list that goes on from elsewhere, half called for", f"One.23\n\n23. See {A}\n24. See {B}\n25. Nothing\n"),
    ("years", "2021 was dry.\n2022 was drier.\n"),
    ("page numbers", "Words\n1\nmore words\n2\nand more\n3\n"),
    ("bullets", "* one\n* two\n"),
    (
        "bullets below a word with a star",
        "To all readers*, we ask:\n\n* open the lock\n* publish the\n  data\n\nYours\n",
    ),
    (
        "bullets of several paragraphs",
        "To all readers*:\n\n  * open the lock;\n\n      + now,\n\n    and soon;\n\n  * publish the data.\n",
    ),
    ("bullets with blank lines between", "To all readers* and friends:\n\n* open the lock;\n\n* publish the data.\n"),
    ("options of a program", "tool [OPTIONS] file\n\n[OPTIONS]  what to do\n[DEFAULT]  what is done\n"),
    ("emphasis above bullets", "* The *very* old lake.\n* A *small* one, and so on.\n"),
    ("strong words with a space", "Names**, **links** and **pages**.\n\n** Table 1.  Kinds**\n"),
    ("a page's number at its end", "Words.1 More.2\n\n1\n\n\fWords.\n\n2\n\n\fThe end.\n\n3\n"),
    ("workshops in capitals", "Workshops [A] to [C]\n\n[A] Maps\n[B] Budgets\n[C] Radio\n"),
    (
        "page numbers beside running heads",
        "The lake\n1\n\nWords.1 Words.2\n\n\fThe lake\n2\n\nWords.\n\fThe lake\n3\n\nMore words.3\n",
    ),
    (
        "a letter with one bracket, without a heading",
        "We ask (a) and (b):\n\na) open it, https://example.org/a\nb) go\n",
    ),
]


@pytest.mark.parametrize(("reason", "text"), NO_LISTS, ids=[row[0] for row in NO_LISTS])
def test_counting_alone_makes_no_notes(reason: str, text: str, a_document: Make) -> None:
    assert find(a_document("A letter.\n\n" + text)).notes == ()


def test_a_star_below_a_list_of_bullets_is_a_note(a_document: Make) -> None:
    text = f"We met in May.* We ask:\n\n* open it\n* drain it\n\nYours, the board\n\n* Minutes, {A}\n"
    assert [(note.label, note.text) for note in find(a_document(text)).notes] == [("*", f"Minutes, {A}")]


def test_two_raised_markers_side_by_side(a_document: Make) -> None:
    notes = "".join(f"{label} See https://example.org/{label}\n" for label in "¹²³")
    found = find(a_document(f"A letter.\n\nOne thing.¹ Two “things”.²³ Again.³\n\nNotes\n{notes}")).notes
    assert [len(note.markers) for note in found] == [1, 1, 2]


def test_a_marker_behind_the_list_calls_for_a_note_that_nothing_else_calls_for(a_document: Make) -> None:
    text = "The lock [1] was shut.\n\n[1] Minutes.\n\n[2] Report.\n\nAnnex\n\nThe gauges [2] were lost, as was [1].\n"
    assert [len(note.markers) for note in find(a_document(text)).notes] == [1, 1]


def test_a_marker_behind_the_list_is_not_taken_from_the_next_one(a_document: Make) -> None:
    chapter = "The lock [1] was shut.\n\n[1] Minutes.\n\n[2] Report.\n\n"
    text = f"{chapter}Chapter 2\n\nThe gauges [1] were lost [2] and found.\n\n[1] Letter.\n\n[2] Notice.\n"
    assert [len(note.markers) for note in find(a_document(text)).notes] == [1, 0, 1, 1]


def test_one_marker_for_lettered_notes(a_document: Make) -> None:
    found = find(a_document(f"A letter.\n\nAll of it [N1; N2].\n\nNotes\n\n[N1] See {A}\n[N2] See {B}\n")).notes
    assert [(note.label, len(note.markers)) for note in found] == [("N1", 1), ("N2", 1)]


def test_brackets_that_are_no_markers(a_document: Make) -> None:
    text = f"The region [Ch: name] was [sic] so in [2021], said all [1].\n\nNotes\n[1] See {A}\n"
    found = find(a_document(text))
    assert [marker.sentence for marker in found.notes[0].markers] == [
        "The region [Ch: name] was [sic] so in [2021], said all."
    ]
    assert found.remarks == ()


def test_a_note_runs_over_a_blank_line_to_its_url_and_stops_at_the_page_furniture(a_document: Make) -> None:
    text = f"One [1].\n\nNotes\n\n[1] OHCHR, ‘Report’ 26 June 2020:\n\n{A}\n\nShare\n\nFacebook\n"
    assert find(a_document(text)).notes[0].text.endswith(A)


def test_surroundings_end_the_last_note_and_keep_their_links(a_document: Make) -> None:
    text = f"One [1].\n\nNotes\n\n[1] See {A}\nwww.example.net reads on"
    at = text.index("www")
    found = find(a_document(text, regions=(Region(at, len(text), Role.SURROUNDINGS),)))
    assert [(one.part.value, one.note_index) for one in found.references] == [("note", 0), ("surroundings", None)]


def test_numbering_that_begins_again_keeps_labels_and_markers_apart(a_document: Make) -> None:
    one = f"One [1]. Two [2].\n\nNotes\n[1] {A}\n[2] {B}\n\n"
    found = find(a_document(one + one))
    assert [(note.index, note.label, len(note.markers)) for note in found.notes] == [
        (0, "1", 1),
        (1, "2", 1),
        (2, "1", 1),
        (3, "2", 1),
    ]


def test_two_texts_before_two_lists(a_document: Make) -> None:
    notes = f"Notes\n[1] {A}\n[2] {B}\n\n"
    found = find(a_document("One [1]. Two [2].\n\nUn [1]. Deux [2].\n\n" + notes + notes))
    assert [[marker.sentence for marker in note.markers] for note in found.notes] == [
        ["One."],
        ["Two."],
        ["Un."],
        ["Deux."],
    ]


def test_notes_at_the_foot_of_each_page_are_one_list(a_document: Make) -> None:
    text = (
        f"The lake is low.1 The mayor knows.2\n\n1 Lake Council, ‘Minutes’, 3 May 2021, {A}\n2 Ibid.\n7\n"
        f"\fThe next page goes on here.3 It has 1.4 million readers.\n\n3 See {B}\n"
    )
    notes = find(a_document(text)).notes
    assert [(note.label, note.kind, len(note.markers)) for note in notes] == [
        (label, NoteKind.FOOTNOTE, 1) for label in "123"
    ]
    assert notes[1].text == "Ibid."


def test_notes_that_close_a_letter_run_over_its_pages(a_document: Make) -> None:
    notes = f"[1] Lake Board, ‘The Board’s Low Water in the\n\fYears of Drought’, 2020, {A}\n[2] See {B}\n"
    first, second = find(a_document(f"A letter.\n\nOne [1]. Two [2].\n\n{notes}")).notes
    assert (first.text, second.text) == (
        f"Lake Board, ‘The Board’s Low Water in the Years of Drought’, 2020, {A}",
        f"See {B}",
    )


def test_a_list_below_its_heading_may_go_on_from_another_part(a_document: Make) -> None:
    body = "One [4]. Two [5].\n\nWe ask:\n\n7. Quiet.\n8. Rest.\n\n## References\n\n"
    notes = find(a_document(f"{body}4. Board, {A}\n\n5. River, {B}\n")).notes
    assert [(note.label, len(note.markers)) for note in notes] == [("4", 1), ("5", 1)]
    days = "Notes\n\n12 March 2020, the lake fell.\n13 March 2020, it rose.\n"
    assert not find(a_document(days)).notes


def test_symbols_call_for_notes_below(a_document: Make) -> None:
    notes = find(a_document(f"The lake is low.* The river† too.\n\n* See {A}\n† Dry since 2019.\n")).notes
    assert [(note.label, len(note.markers)) for note in notes] == [("*", 1), ("†", 1)]


@pytest.mark.parametrize(
    ("signed", "reason"),
    [
        ("Undertecknat av:\n\n", "a heading that announces them"),
        ("Friends of the lake\n\n", "a heading of whatever words"),
    ],
)
def test_names_counted_off_in_brackets_are_no_markers_of_the_notes_below(
    signed: str, reason: str, a_document: Make
) -> None:
    names = "".join(f"[{number}] {ITEM.format(number)}\n" for number in range(1, 9))
    body = "The lake is low [1].\nSo is the river\n[2] today.\n\n"
    text = f"{body}{signed}{names}\nNotes\n\n[1] {ITEMS[0]}\n[2] {ITEMS[1]}\n"
    notes = find(a_document(text)).notes
    assert [(note.text, len(note.markers)) for note in notes] == [(item, 1) for item in ITEMS], reason


def test_words_of_a_note_may_begin_with_a_number(a_document: Make) -> None:
    words = (
        "See the minutes.",
        "18 U.S.C. § 1001.",
        "42 U.S.C. § 1983.",
        "Ibid.",
        "2019 report, p. 3.",
        "Lake Council.",
    )
    body = " ".join(f"A claim of weight.{number}" for number in range(1, 7))
    text = f"{body}\n\nNotes\n\n" + "\n".join(f"{number} {each}" for number, each in enumerate(words, 1))
    assert [(note.label, note.text) for note in find(a_document(text)).notes] == [
        (str(number), each) for number, each in enumerate(words, 1)
    ]


@pytest.mark.parametrize(
    ("first", "day"), [("1 ", "2 February 2018, p. 4"), ("1. ", "2. März 2018"), ("1", "2 mars 2018")]
)
def test_the_day_of_a_wrapped_date_is_no_label(first: str, day: str, a_document: Make) -> None:
    second = first.replace("1", "2")
    text = f"A claim of weight.1 Another one.2\n\nNotes\n\n{first}Lake Council, Minutes,\n{day}\n{second}Board, {B}\n"
    assert [note.text for note in find(a_document(text)).notes] == [f"Lake Council, Minutes, {day}", f"Board, {B}"]


@pytest.mark.parametrize("names", [("2", "2bis", "3"), ("2", "3a", "3b"), ("2", "2 ter", "3"), ("2a", "2b", "3")])
def test_notes_put_between_two_others(names: tuple[str, ...], a_document: Make) -> None:
    body = " ".join(f"A claim [{name}]." for name in ("1", *names))
    lines = "\n".join(f"[{name}] Board, https://example.org/{at}" for at, name in enumerate(("1", *names)))
    found = find(a_document(f"{body}\n\nNotes\n\n{lines}\n"))
    assert [(note.label, len(note.markers)) for note in found.notes] == [(name, 1) for name in ("1", *names)]
    assert [one.note_index for one in found.references] == [0, 1, 2, 3]
    assert found.remarks == ()


@pytest.mark.parametrize(
    "words",
    [
        "„Bericht“, Amt",
        "「報告」、省",
        "《报告》，部",
        "J. R. Doe, Report",
        "Д. Орлова, Отчёт",
        "Öko-Institut, Bericht",
        "E-mail of 4 May",
        "L’Eco del Varno",
        "Ομάδα, Έκθεση",
    ],
)
def test_a_label_may_be_glued_to_its_words(words: str, a_document: Make) -> None:
    found = find(a_document(f"A claim of weight.1 Another one.2\n\nNotes\n\n1{words}, {A}\n2{words}, {B}\n"))
    assert [(note.text, len(note.markers)) for note in found.notes] == [(f"{words}, {A}", 1), (f"{words}, {B}", 1)]


def test_a_year_alone_on_a_line_is_no_number_of_a_page(a_document: Make) -> None:
    page = "{0}\n\n\fThe lake\nOne [{0}a].\n\n[{0}a] Lake Council, minutes of the 13th of June\n2025\n[{0}b] Ibid.\n\n"
    pages = [page.replace("{0}a", str(2 * at - 1)).replace("{0}b", str(2 * at)).format(at) for at in range(1, 5)]
    notes = find(a_document("The lake\n" + "".join(pages))).notes
    assert {note.text for note in notes} == {"Lake Council, minutes of the 13th of June 2025", "Ibid."}


def test_a_word_of_one_roman_letter_begins_no_note(a_document: Make) -> None:
    text = f"Jezioro wyschło.\n\nŹródła\n\nRada Jeziora, Raport\ni Rocznik, {A}\n"
    assert find(a_document(text)).notes == ()


@pytest.mark.parametrize(
    "body",
    [
        "The lake is low *). The river too **).",
        "The lake is low*). The river, too**), is dry.",
        "The lake is low (see *)). The river, too (see **)), is dry.",
        "The lake is low\n*). The river too\n**), they say.",
    ],
)
def test_stars_with_a_bracket_below_a_signature(body: str, a_document: Make) -> None:
    text = f"{body}\n\nYours,\nThe Lake Society\n\n*) Board, Low,\n{A}\n**) River, 2020, {B}\n(seen in May)\n"
    found = find(a_document(text))
    assert [(note.label, len(note.markers)) for note in found.notes] == [("*", 1), ("**", 1)]
    assert [(one.value, one.note_index) for one in found.references] == [(A, 0), (B, 1)]


def test_stars_with_a_bracket_that_nothing_calls_for(a_document: Make) -> None:
    assert find(a_document("We ask for a and b*c).\n\nYours\n\n*) free of charge\n**) bring boots\n")).notes == ()


def test_the_paragraph_of_a_rule_is_no_half_bracket(a_document: Make) -> None:
    text = f"The lake 1) is low (see Art.2), too (rule 4.2). The river 2) as well.\n\nNotes\n\n1) {A}\n2) {B}\n"
    assert [len(note.markers) for note in find(a_document(text)).notes] == [1, 1]


@pytest.mark.parametrize(
    "text",
    ["a quotation of a number: row «1» and seat «2» are taken.", "«1» is the name of a band.\n«2» is none."],
)
def test_numbers_in_guillemets_that_are_no_notes(text: str, a_document: Make) -> None:
    assert find(a_document(f"A letter.\n\n{text}\n\nYours\n")).notes == ()


@pytest.mark.parametrize(
    ("line", "its"),
    [
        ("hello", False),
        ("and/or/maybe we go on", False),
        ("#hashtag campaign of last year", False),
        ("_Emphasis_ begins a paragraph here", False),
        ("/minutes/2021/report.pdf (accessed 3 May 2021)", True),
        ("minutes/2021/report.pdf (accessed 3 May 2021)", True),
        ("eport-7.pdf", True),
    ],
)
def test_a_line_below_a_link_is_the_notes_where_it_can_be_of_an_address(line: str, its: bool, a_document: Make) -> None:
    text = f"Low [1]. High [2].\n\nNotes\n\n[1] Board, https://example.org/a\n[2] River, https://example.org/r\n{line}\n\nOn.\n"
    (_, last) = find(a_document(text)).notes
    assert (line in last.text) == its


@pytest.mark.parametrize("marks", ["", "> ", "> > "])
def test_the_signature_of_a_mail_ends_the_last_note(marks: str, a_document: Make) -> None:
    lines = ["Low [1]. High [2].", "", f"[1] Board, “Low”, {A}", "[2] River, art. 14,", "urn:example:rules:2019", "-- "]
    found = find(a_document("".join(f"{marks}{line}\n" for line in [*lines, "Lake Society", f"{B} - us@example.org"])))
    assert [one.note_index for one in found.references] == [0, 1, None]
    assert found.notes[1].text == "River, art. 14, urn:example:rules:2019"


def test_units_and_powers_call_for_nothing(a_document: Make) -> None:
    text = f"It is 12 km² wide, 10² deep and low.²\n\nNotes\n\n¹ {A}\n² {B}\n"
    assert [len(note.markers) for note in find(a_document(text)).notes] == [0, 1]


@pytest.mark.parametrize("price", ["44 mln zł²", "300 kr²", "12 mil. Kč²", "40 млн лв²"])
def test_no_currency_has_a_power(price: str, a_document: Make) -> None:
    text = f"It is 12 km³ wide.¹ It cost {price}, they say.³\n\nNotes\n\n¹ {A}\n² {B}\n³ {A}\n"
    assert [len(note.markers) for note in find(a_document(text)).notes] == [1, 1, 1]


def test_the_report_is_told_of_loose_ends(a_document: Make) -> None:
    found = find(a_document(f"One [1] and three [3].\n\nNotes\n[1] {A}\n[2] {B}\n"))
    assert found.remarks == ("No marker in the text belongs to note 2.", "No note belongs to marker 3.")


def test_notes_that_the_format_marks(a_document: Make) -> None:
    text = f"One1 two.\n\nSee {A}"
    at = text.index("See")
    document = a_document(
        text,
        note_spans=(NoteSpan("fn1", "1", NoteKind.FOOTNOTE, at, len(text)),),
        marker_spans=(MarkerSpan("fn1", 3, 4),),
    )
    found = find(document)
    assert [(note.label, note.markers[0].sentence) for note in found.notes] == [("1", "One two.")]
    assert found.references[0].note_index == 0


def test_numbers_that_the_format_makes(a_document: Make) -> None:
    text = f"One [1]. Two [2].\n\nReferences\n\n{ITEMS[0]}\n{ITEMS[1]}\n"
    starts = [text.index("OHCHR"), text.index("HRW")]
    regions = tuple(Region(start, start + 20, Role.ITEM, label) for start, label in zip(starts, "12", strict=True))
    found = find(a_document(text, regions=regions))
    assert [(note.label, note.kind, len(note.markers)) for note in found.notes] == [
        ("1", NoteKind.REFERENCE, 1),
        ("2", NoteKind.REFERENCE, 1),
    ]


def test_markers_that_the_format_raises(a_document: Make) -> None:
    text = f"The lake is low.1 Yes.\n\nNotes\n1 See {A}\n"
    marker, label = text.index("1"), text.index("1 See")
    regions = (Region(marker, marker + 1, Role.SUPERSCRIPT), Region(label, label + 1, Role.SUPERSCRIPT))
    notes = find(a_document(text, regions=regions)).notes
    assert [(note.label, [one.sentence for one in note.markers]) for note in notes] == [("1", ["The lake is low."])]


CLOSED = [
    "“so it was”.1",
    "“so it was.”1",
    '"so it was".1',
    "(so it was).1",
    "‘so it was’,1",
    "so it was;1",
    "« so it was ».1",
    "„so it was“.1",
    "„so it was.“1",
    "„so it was“1",
    "»so it was«.1",
    "‚so it was‘,1",
    "it cost 44 mln zł1",
    "it cost 1,8 Mio. €1",
    "it cost 300 kr.1",
    "it fell to 12.1",
    "it fell under Art. 9. 1",
]


@pytest.mark.parametrize("words", CLOSED)
def test_a_glued_marker_behind_closing_marks(words: str, a_document: Make) -> None:
    body = f"The Office said {words} Later, the Court agreed2 and so it … was done.3"
    text = f"{body}\n\nFootnotes\n1 See {A}\n2 {B}\n3 {A}\n"
    notes = find(a_document(text)).notes
    assert [len(note.markers) for note in notes] == [1, 1, 1]
    assert notes[1].markers[0].sentence == notes[2].markers[0].sentence
    assert notes[1].markers[0].sentence.endswith("the Court agreed and so it … was done.")


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        (f"One [1].\n\nNotes\n[1] ISBN 978-3-16-148410-1 {A}\n", "ISBN with a wrong check digit"),
        ("One [1]. " * 500 + f"\n\nNotes\n[1] {A}\n", "only 400 were looked at"),
        ("[1] " * 41_000, "More than 40000 places look like markers"),
        (f"{A} \n" * 2100, "Quotations beside links"),
        ("1. a\nx\n" * 4100, "only the likeliest lists"),
    ],
)
def test_bounds_that_were_reached_are_told(text: str, remark: str, a_document: Make) -> None:
    found = find(a_document(f"{text}\n[1] {A}\n" if text.startswith("[1] [") else text))
    assert any(remark in one for one in found.remarks), found.remarks


KINDS = [
    ("escaped brackets", "Low\\[1]. High\\[2].\n\nNotes\n\n\\[1] Board, {A}\n\n\\[2] River, {B}\n"),
    ("between paragraphs", "Low [1].\n\n[1]: Board, {A}\n\nHigh [2], they said.\n\n[2]: River, {B}\n\nYours\n"),
    ("Chinese words in brackets", "低【註1】。高【註2】。\n\n【註1】 Board, {A}\n【註2】 River, {B}\n"),
    ("round, no heading", 'Low (1). High (2).\n\n(1) Board, "Low", 2021, {A}\n(2) River, "High", 2020, {B}\n'),
    (
        "right below signatories",
        "Low [1]. High [2].\n\nSigned by:\n\n1. One Society\n2. Two Club\n\n[1] Board, {A}\n[2] River, {B}\n",
    ),
    (
        "bare numbers below signatories",
        (
            "It is low.1 It is high.2\n\nSignatories\n\n1. One Society\n2. Two Club\n\n"
            "1 Board, “Low”, {A}\n2 River, “High”, {B}\n"
        ),
    ),
    (
        "a running head between the pieces",
        (
            "It is low.1 It is high.2\n\n1 Board, “Low\nwater”, 3 May 2021,\n\nLake Letters 2021\n7\n"
            "\fLake Letters 2021\n\n{A}\n2 River, “High”, {B}\n"
        ),
    ),
    (
        "a page's foot and head without a page break",
        (
            "Low [1]. High [2].\n\n     Lake Letters – page 1 of 4\n\nLake Society\nand others wrote it.\n\nNotes\n\n"
            "[1] Board, “Low\nwater”, 3 May 2021,\n\n     Lake Letters – page 2 of 4\n\nLake Society\n"
            "{A}\n[2] River, {B}\n"
        ),
    ),
    ("quoted mail", '> Low [1].\n> High [2].\n>\n> Notes:\n> [1] Board, "Low\n> water", {A}\n> [2] River, {B}\n'),
]


@pytest.mark.parametrize(("reason", "text"), KINDS, ids=[row[0] for row in KINDS])
def test_notes_of_every_kind_in_text(reason: str, text: str, a_document: Make) -> None:
    found = find(a_document(text.replace("{A}", A).replace("{B}", B)))
    assert [(note.label, len(note.markers)) for note in found.notes] == [("1", 1), ("2", 1)]
    assert [(one.value, one.note_index) for one in found.references] == [(A, 0), (B, 1)]
    for note, ending in zip(found.notes, (A, B), strict=True):
        assert note.text.endswith(ending)
        assert "Lake Letters" not in note.text and "Lake Society" not in note.text
        assert ">" not in note.text


def test_a_passage_in_quoted_mail_has_no_marks_in_it(a_document: Make) -> None:
    found = find(a_document(f'> Low [1].\n>\n> Notes:\n> [1] Board, "Low\n> water in May", 2021, {A}\n'))
    described = found.references[0].description
    assert (described.title, [quote.where.value for quote in described.quotes]) == ("Low water in May", ["title"])


BEFORE, BEHIND = "The council of the town has told us that the", "lake was low in May"


@pytest.mark.parametrize(
    ("between", "joined", "reason"),
    [
        ("\n\nPage 2 of 3\n\n\f", True, "the number of the page"),
        ("\n\nPage 2 of 3\n\n\fOn the state of the lake\n", True, "a running head, too"),
        ("\n\n2\n\n\fOn the state of the lake\n\n", True, "a number alone"),
        (".\n\nPage 2 of 3\n\n\f", False, "the sentence before has ended"),
        ("\n\nA heading of its own\n\n", False, "no page ends there"),
    ],
)
def test_a_sentence_runs_over_the_end_of_a_page(between: str, joined: bool, reason: str, a_document: Make) -> None:
    head = "\n\nPage 1 of 3\n\n\fOn the state of the lake\n\nWords.\n\n1\n\n\fOn the state of the lake\n\nMore words.\n"
    notes = f"Notes\n\n[1] {ITEMS[0]}\n[2] {ITEMS[1]}\n"
    text = f"All is not well.\n{head}\nOur plea [1]. {BEFORE}{between}{BEHIND} [2].\n\n{notes}"
    assert find(a_document(text)).notes[1].markers[0].sentence == (f"{BEFORE} {BEHIND}." if joined else f"{BEHIND}."), (
        reason
    )
    text = f"All is not well.\n{head}\n{BEFORE} [1] poor{BEFORE.lower()}{between}{BEHIND}. So be it [2].\n\n{notes}"
    whole = f"{BEFORE} poor{BEFORE.lower()}"
    told = find(a_document(text)).notes[0].markers[0].sentence
    assert told.removesuffix(".") == (f"{whole} {BEHIND}" if joined else whole), reason


def test_a_note_at_the_foot_of_a_page_is_no_part_of_the_sentence_behind_it(a_document: Make) -> None:
    foot = "[1] Lake Council, Minutes of the meeting of the third of May 2021\n\nPage 1 of 2\n\n\f"
    text = f"The lake is low [1].\n\n{foot}All of it was read [2].\n\n[2] Board, {A}\n\nPage 2 of 2\n"
    assert find(a_document(text)).notes[1].markers[0].sentence == "All of it was read."


@pytest.mark.parametrize(
    ("tail", "line", "going_on", "reason"),
    [
        ("27 April", "2022: https://example.org/", True, "a date cut in two"),
        ("(abgerufen am 24.", "Januar 2023).", True, "the month of a date"),
        ("(accessed 21", "December 2013).", True, "an English one"),
        ("see p. 24.", "Janssen wrote of it", False, "a word that is no month"),
        ("accessed on the 13th of June", "2025", True, "the year of a date, alone on its line"),
        ("consultado el 13 de marzo de", "2025", True, "a Spanish one"),
        ("see p. 12 and the map", "2025", False, "a number of a page"),
        ("Summers,”", "2020, p. 31,", True, "a year after a quoted title"),
        ("Board, “Lake Levels 2018: A", "Review”, 2020, doi:10.5555/12345678", True, "the rest of a quoted title"),
        ("Amt, „Seen und", "Flüsse“, 2020", True, "of a German one"),
        ("Board, Minutes (Lakes and", "Rivers), p. 4", True, "the rest of what stands in brackets"),
        ("Board, “Lake Levels”, 2018", "“Review”, 2020", False, "another title"),
        ("Board, “Lake Levels 2018", "Lakes in danger", False, "nothing closes the quotation"),
        ("It was said.", "2022 was a dry year", False, "a sentence has ended"),
        ("27 April", "2. The next one", False, "a number is no year"),
        ("see https://example.org/lake/", "We have written thrice.", False, "an address that ends in a slash is whole"),
        ("see https://example.org/lake/", "low-water", True, "but one word may be the rest of it"),
        ("see https://example.org/lake/", "1182, p. 4 and on", True, "and so may a number before a comma"),
        ("see https://example.org/lake/", "Harbour, 3 May 2021", False, "a letter's place and day are none"),
        ("see https://example.org/lake/", "(accessed 3 May)", True, "or a remark on it"),
        ("see https://example.org/lake", "[consulté le 3 mai]", True, "a remark on any address"),
        ("see https://example.org/lake", "(2) The next note", False, "a label is no remark"),
        (
            "see https://example.org/lake-\nand-river/\nshores/",
            "We have written.",
            False,
            "an address over three lines",
        ),
        ("see the lake and/", "or the river", True, "a slash of prose"),
        ("so we ask,”", "She said", True, "a comma before the closing quotation mark"),
    ],
)
def test_what_plainly_goes_on(tail: str, line: str, going_on: bool, reason: str) -> None:
    assert goes_on(tail, line) is going_on, reason


def test_a_text_of_nothing_but_stars_is_not_read_once_for_each_star(
    a_document: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each may label a note that is followed to its end: 15 KB took 8 seconds."""
    read = 0
    line = Layout.line

    def counted(self: Layout, index: int) -> str:
        nonlocal read
        read += 1
        return line(self, index)

    monkeypatch.setattr(Layout, "line", counted)
    find(a_document("**a\n" * 4000))
    assert read < 20 * 4000


DISPLACED = [
    ("it is missing", ["1", "2", "", "4", "5"], ["1", "2", "4", "5"]),
    ("it stands at the page's foot", ["1", "2", "", "4", "5", "3"], ["1", "2", "4", "5"]),
    ("two are missing", ["1", "2", "", "", "5", "6"], ["1", "2"]),
    ("a single number stands further on", ["1", "2", "", "4"], ["1", "2"]),
]


@pytest.mark.parametrize(("reason", "labels", "found"), DISPLACED, ids=[row[0] for row in DISPLACED])
def test_a_list_goes_on_over_a_label_that_extraction_displaced(
    reason: str, labels: list[str], found: list[str], a_document: Make
) -> None:
    body = "".join(f"The board said so in its answer.{at} " for at in range(1, 7))
    items = "".join(f"{label}\nCouncil, Minutes {at}, https://example.org/{at}\n" for at, label in enumerate(labels, 1))
    notes = find(a_document(f"{body}\n\n{items}\n\fThe end.\n")).notes
    assert [note.label for note in notes] == found, reason


@pytest.mark.parametrize("arrow", ["↩", "↩︎", " ↩\ufe0e", " ⤴", " ↵"])
def test_an_arrow_that_leads_back_is_no_word_of_a_note(arrow: str, a_document: Make) -> None:
    notes = find(a_document(f"One [1]. Two [2].\n\n[1] Ibid., p. 4.{arrow}\n\n[2] See {A} {arrow}\n")).notes
    assert [note.text for note in notes] == ["Ibid., p. 4.", f"See {A}"]
