"""Footnotes and endnotes of DOCX files: their labels as Word shows them, their markers, their text."""

from __future__ import annotations

import pytest

from tests.documents.word_files import docx, field, note, p, r, reference
from verifier import citations
from verifier.documents import read
from verifier.model.document import Document, NoteKind

SEPARATORS = (
    f'<w:footnote w:type="separator" w:id="-1">{p(r("<w:separator/>"))}</w:footnote>'
    f'<w:footnote w:type="continuationSeparator" w:id="0">{p("———")}</w:footnote>'
)


def notes_of(count: int, kind: str = "footnote", first: int = 1) -> str:
    return "".join(note(number, p(f"Note {number}."), kind=kind) for number in range(first, first + count))


def labels(document: Document) -> list[str]:
    return [span.label for span in document.note_spans]


def section(properties: str) -> str:
    return f"<w:sectPr>{properties}</w:sectPr>"


def test_notes_follow_the_body_in_the_order_of_their_markers() -> None:
    body = p("One", reference(2), " and two", reference(1, "endnote"), " and three", reference(1), ".")
    document = read(docx(body, footnotes=SEPARATORS + notes_of(2), endnotes=notes_of(1, "endnote")), "a.docx")
    assert document.text == "One[1] and two[i] and three[2].\n\nNote 2.\n\nNote 1.\n\nNote 1."
    assert [(span.label, span.kind, document.text[span.start : span.end]) for span in document.note_spans] == [
        ("1", NoteKind.FOOTNOTE, "Note 2."),
        ("2", NoteKind.FOOTNOTE, "Note 1."),
        ("i", NoteKind.ENDNOTE, "Note 1."),
    ]
    markers = {span.key: document.text[span.start : span.end] for span in document.marker_spans}
    assert [markers[span.key] for span in document.note_spans] == ["[1]", "[2]", "[i]"]


def test_notes_and_sentences_reach_the_citations() -> None:
    body = p("The lake is old", reference(1), ". It froze in 1900, says “the register”", reference(2), ".")
    document = read(
        docx(body, footnotes=note(1, p("See https://example.org/lake.")) + note(2, p("Register,"), p("p. 4."))),
        "a.docx",
    )
    found = citations.find(document)
    assert [(each.label, each.text, [marker.sentence for marker in each.markers]) for each in found.notes] == [
        ("1", "See https://example.org/lake.", ["The lake is old."]),
        ("2", "Register, p. 4.", ["It froze in 1900, says “the register”."]),
    ]
    assert [(each.value, each.note_index) for each in found.references] == [("https://example.org/lake", 0)]


@pytest.mark.parametrize(
    ("properties", "expected", "reason"),
    [
        ("", ["1", "2", "3", "4", "5"], "plain numbers"),
        ('<w:numFmt w:val="lowerRoman"/>', ["i", "ii", "iii", "iv", "v"], "roman"),
        ('<w:numFmt w:val="upperLetter"/>', ["A", "B", "C", "D", "E"], "letters"),
        ('<w:numFmt w:val="chicago"/>', ["*", "†", "‡", "§", "**"], "the marks of the Chicago manual"),
        ('<w:numStart w:val="7"/>', ["7", "8", "9", "10", "11"], "another start"),
        ('<w:numFmt w:val="decimalEnclosedCircle"/>', ["①", "②", "③", "④", "⑤"], "circled"),
        ('<w:numFmt w:val="none-such"/>', ["1", "2", "3", "4", "5"], "an unknown format"),
    ],
)
@pytest.mark.parametrize("place", ["settings", "section"])
def test_formats_of_numbers(properties: str, expected: list[str], reason: str, place: str) -> None:
    body = p(*(run for number in range(1, 6) for run in ("word", reference(number))))
    rule = f"<w:footnotePr>{properties}</w:footnotePr>"
    inside, settings = (section(rule), "") if place == "section" else ("", rule)
    assert labels(read(docx(body + inside, footnotes=notes_of(5), settings=settings), "a.docx")) == expected, reason


def test_numbers_that_restart_in_every_section() -> None:
    rule = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
    body = (
        p("a", reference(1), reference(2))
        + p("b", reference(3), properties=section(rule))
        + p("c", reference(4))
        + section(rule + "<w:pgSz/>")
    )
    document = read(docx(body, footnotes=notes_of(4)), "a.docx")
    assert labels(document) == ["1", "2", "3", "1"]
    assert document.text.startswith("a[1][2]\n\nb[3]\n\nc[1]")


def test_sections_with_numbers_of_their_own() -> None:
    roman = '<w:footnotePr><w:numFmt w:val="lowerRoman"/></w:footnotePr>'
    letters = (
        '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numRestart w:val="eachSect"/><w:numStart w:val="3"/>'
        "</w:footnotePr>"
    )
    body = p("a", reference(1), properties=section(roman)) + p("b", reference(2), reference(3)) + section(letters)
    assert labels(read(docx(body, footnotes=notes_of(3)), "a.docx")) == ["i", "c", "d"]


def test_an_old_section_in_a_tracked_change_is_no_section() -> None:
    old = (
        "<w:sectPrChange><w:sectPr><w:footnotePr><w:numFmt w:val='chicago'/></w:footnotePr></w:sectPr></w:sectPrChange>"
    )
    assert labels(read(docx(p("a", reference(1)) + section(old), footnotes=notes_of(1)), "a.docx")) == ["1"]


@pytest.mark.parametrize(
    ("page_break", "pages"),
    [
        (p(r("<w:lastRenderedPageBreak/>"), "b", reference(2)), "as last laid out by Word"),
        (p(r('<w:br w:type="page"/>'), "b", reference(2)), "guessed from its page breaks"),
        (p("b", reference(2), properties="<w:pageBreakBefore/>"), "guessed from its page breaks"),
    ],
)
def test_numbers_that_restart_on_every_page(page_break: str, pages: str) -> None:
    settings = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
    document = read(docx(p("a", reference(1)) + page_break, footnotes=notes_of(2), settings=settings), "a.docx")
    assert labels(document) == ["1", "1"]
    assert pages in document.remarks[0]


@pytest.mark.parametrize(
    ("mark", "label"),
    [("*", "*"), ("†", "†"), ("N.B.", "N.B.")],
)
def test_marks_that_the_author_chose(mark: str, label: str) -> None:
    body = p("One", reference(1, custom=mark), " two", reference(2), ".")
    notes = f'<w:footnote w:id="1">{p(mark, " The first.")}</w:footnote>' + note(2, p("The second."))
    document = read(docx(body, footnotes=notes), "a.docx")
    assert document.text.startswith(f"One[{label}] two[1].\n\n{mark} The first."), "they don't count"
    assert labels(document) == [label, "1"]
    if not mark[-1].isalnum():
        first = document.note_spans[0]
        assert document.text[first.body : first.end] == "The first."


def test_a_mark_from_a_symbol_font() -> None:
    run = r('<w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:sym w:font="Symbol" w:char="F02A"/>')
    assert labels(read(docx(p("One", run), footnotes=notes_of(1)), "a.docx")) == ["*"]


def test_brackets_that_the_author_put_around_a_marker_belong_to_it() -> None:
    document = read(docx(p("One [", reference(1), "] and (", reference(2), "."), footnotes=notes_of(2)), "a.docx")
    assert document.text.startswith("One [1] and (2.")
    assert [document.text[span.start : span.end] for span in document.marker_spans] == ["[1]", "2"]


@pytest.mark.parametrize(
    ("marker", "reason"),
    [
        (f"<w:del>{reference(1)}</w:del>", "deleted"),
        (r('<w:footnoteReference w:id="1"/>', "<w:vanish/>"), "hidden"),
    ],
)
def test_markers_that_are_not_shown_don_t_count(marker: str, reason: str) -> None:
    document = read(docx(p("One", marker, " two", reference(2), "."), footnotes=notes_of(2)), "a.docx")
    assert document.text == "One two[1].\n\nNote 2.", reason
    assert any("1 note without a reference in the text" in remark for remark in document.remarks)


def test_a_marker_without_its_note() -> None:
    document = read(docx(p("One", reference(9), "."), footnotes=notes_of(1)), "a.docx")
    assert document.text == "One[1]."
    assert document.note_spans == document.marker_spans == ()


def test_a_file_that_lost_its_notes() -> None:
    assert read(docx(p("One", reference(1), ".")), "a.docx").text == "One[1]."


def test_a_note_called_for_twice() -> None:
    document = read(docx(p("One", reference(1), " two", reference(1)), footnotes=notes_of(1)), "a.docx")
    assert document.text == "One[1] two[2]\n\nNote 1."
    assert [span.key for span in document.marker_spans] == ["footnote 1", "footnote 1"]


def test_a_note_that_calls_for_a_note() -> None:
    notes = note(1, p("First", reference(2), ".")) + note(2, p("Second", reference(1), "."))
    document = read(docx(p("One", reference(1)), footnotes=notes), "a.docx")
    assert document.text == "One[1]\n\nFirst[2].\n\nSecond[3]."


def bookmarked(name: str, run: str) -> str:
    return f'<w:bookmarkStart w:id="5" w:name="{name}"/>{run}<w:bookmarkEnd w:id="5"/>'


@pytest.mark.parametrize(
    ("repeated", "markers", "reason"),
    [
        (field(r"NOTEREF _Ref1 \f \h", "1"), 2, "set as a mark"),
        (field(r"NOTEREF _Ref1 \h", "1"), 1, "a word of the sentence"),
        (field(r"NOTEREF _Ref2 \f", "1"), 1, "another bookmark"),
        (field("NOTEREF", "1"), 1, "no bookmark"),
    ],
)
def test_marks_that_are_repeated_by_a_field(repeated: str, markers: int, reason: str) -> None:
    body = p("One", bookmarked("_Ref1", reference(1)), ", see note ", repeated, ".")
    assert len(read(docx(body, footnotes=notes_of(1)), "a.docx").marker_spans) == markers, reason


def test_links_of_notes_are_those_of_their_own_part() -> None:
    link = '<w:hyperlink r:id="l"><w:r><w:t>here</w:t></w:r></w:hyperlink>'
    data = docx(
        p("One ", link, reference(1)),
        links={"l": "https://example.org/body"},
        footnotes=note(1, p("See ", link)),
        footnote_links={"l": "https://example.org/note"},
    )
    assert [link.url for link in read(data, "a.docx").links] == ["https://example.org/body", "https://example.org/note"]


def test_a_note_without_words() -> None:
    document = read(docx(p("One", reference(1), reference(2)), footnotes=note(1, p()) + note(2, p("Two."))), "a.docx")
    assert labels(document) == ["1", "2"]
    assert document.text == "One[1][2]\n\nTwo."
    assert [each.text for each in citations.find(document).notes] == ["", "Two."]


def test_real_notes_beside_numbered_signatories() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    names = "".join(p(f"Example Society No. {word}", properties=listed) for word in ("Oak", "Ash", "Elm", "Fir"))
    body = p("We ask", reference(1), " and ask", reference(2), " again", reference(3), ".") + p("Signed by:") + names
    document = read(docx(body, footnotes=notes_of(3), numbering=numbering), "a.docx")
    assert [each.text for each in citations.find(document).notes] == ["Note 1.", "Note 2.", "Note 3."]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("doi:10.1000/xyz123", "10.1000/xyz123"),
        ("A/HRC/45/12", "A/HRC/45/12"),
        ("https://example.org/a(1)", "https://example.org/a(1)"),
        ("https://example.org/a", "https://example.org/a"),
    ],
)
def test_a_marker_is_no_part_of_what_it_is_glued_to(written: str, value: str) -> None:
    document = read(docx(p(f"See {written}", reference(1), " and more."), footnotes=notes_of(1)), "a.docx")
    assert [each.value for each in citations.find(document).references] == [value]
    assert [each.markers[0].sentence for each in citations.find(document).notes] == [f"See {written} and more."]
