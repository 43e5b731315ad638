"""PDF: text in reading order with its places, links, notes at the foot, edges of pages, and clear refusals."""

from __future__ import annotations

import pytest

from tests.documents.pdf_writer import Page, a_pdf, quads_over
from tests.documents.twin_odt import FIXTURES
from verifier.documents import read
from verifier.documents.pdf.bounds import Bounds
from verifier.documents.pdf.reader import read_pdf
from verifier.model.document import Document, NoteKind, Position, Role
from verifier.model.errors import SourceError

PROSE = "We, the organisations listed here, write about a matter of\npublic concern, and ask for a reply without delay."


def a_document(*pages: Page, **options: str) -> Document:
    return read_pdf(a_pdf(*pages, **options), "letter.pdf")


def regions(document: Document, role: Role) -> list[str]:
    return [document.text[r.start : r.end] for r in document.regions if r.role is role]


def links(document: Document) -> list[tuple[str, str]]:
    return [(link.url, document.text[link.start : link.end]) for link in document.links]


def test_lines_keep_their_page_and_number() -> None:
    document = a_document(Page().lines("First line.\nSecond line."), Page().lines("Third line."))
    assert document.text == "First line.\nSecond line.\nThird line."
    assert document.media_type == "application/pdf"
    assert document.position(document.text.index("line", 14)) == Position(2, 8, 1)
    assert document.position(document.text.index("Third")) == Position(1, 1, 2)


def test_a_larger_step_parts_paragraphs() -> None:
    page = Page().lines("one\ntwo\nthree\nfour").lines("five\nsix", y=630)
    assert a_document(page).text == "one\ntwo\nthree\nfour\n\nfive\nsix"


@pytest.mark.parametrize(
    ("turn", "matrix"),
    [(90, "0 1 -1 0 {y} {x}"), (180, "-1 0 0 -1 {mx} {my}"), (270, "0 -1 1 0 {my} {mx}")],
)
def test_a_turned_page_reads_like_any_other(turn: int, matrix: str) -> None:
    width, height = (800, 600) if turn % 180 else (600, 800)
    page = Page(extra=f"/Rotate {turn}")
    for y, words in ((500, "alpha beta"), (488, "gamma")):
        places = {"x": 50, "y": height - y, "mx": width - 50, "my": y if turn == 270 else height - y}
        page.content.append(f"BT /mono 10 Tf {matrix.format(**places)} Tm ({words}) Tj ET")
    rectangles = {90: "297 86 310 110", 180: "490 297 514 310", 270: "497 690 510 714"}
    page.annotations.append(
        f"<</Type/Annot/Subtype/Link/Rect [{rectangles[turn]}]/A <</S/URI/URI (https://example.org/b)>>>>"
    )
    if turn == 90:
        page.annotations[0] = page.annotations[0].replace("297", "92").replace("310", "103")
    if turn == 180:
        page.annotations[0] = page.annotations[0].replace("297", "292").replace("310", "303")
    assert a_document(page).text == "alpha beta\ngamma"
    assert [words for _, words in links(a_document(page))] == ["beta"]


def test_sideways_text_is_not_strung_together() -> None:
    assert a_document(Page(extra="/Rotate 90").lines("one two\nthree")).text == "three\none two"


class TestLinks:
    def test_words_under_a_rectangle(self) -> None:
        page = Page().text(50, 700, "See the report here.").link(50 + 8 * 6, 700, 6 * 6, "https://example.org/r")
        assert links(a_document(page)) == [("https://example.org/r", "report")]

    def test_one_annotation_with_two_rectangles_is_one_link(self) -> None:
        first, second = "at https://example.org/a/", "long/page for more"
        page = Page().lines(f"{first}\n{second}")
        quads = quads_over(50 + 18, 700, 22 * 6) + quads_over(50, 688, 9 * 6)
        page.link(50, 688, 250, "https://example.org/a/long/page", height=30, quads=quads)
        assert links(a_document(page)) == [("https://example.org/a/long/page", "https://example.org/a/\nlong/page")]

    def test_a_rectangle_over_all_lines_of_a_wrapped_address(self) -> None:
        page = Page().lines("[7] Lakes: https://example.org/low-\nwater/; https://example.net/")
        page.link(50, 688, 35 * 6, "https://example.org/low-water/", height=22)
        page.link(50 + 8 * 6, 688, 20 * 6, "https://example.net/")
        assert [text for _, text in links(a_document(page))] == [
            "https://example.org/low\u00adwater/",
            "https://example.net/",
        ]

    def test_two_annotations_of_one_wrapped_address_are_one_link(self) -> None:
        page = Page().lines("at https://example.org/a/\nlong/page for more")
        page.link(68, 700, 22 * 6, "https://example.org/a/long/page")
        page.link(50, 688, 9 * 6, "https://example.org/a/long/page")
        assert links(a_document(page)) == [("https://example.org/a/long/page", "https://example.org/a/\nlong/page")]

    def test_a_rectangle_that_misses_the_dot_at_the_line_end(self) -> None:
        page = Page().lines("https://www.example.\norg/page and more")
        page.link(50, 700, 19 * 6, "https://www.example.org/page").link(50, 688, 8 * 6, "https://www.example.org/page")
        assert links(a_document(page)) == [("https://www.example.org/page", "https://www.example.\norg/page")]

    def test_the_same_address_told_twice_stays_two_links(self) -> None:
        page = Page().lines("https://example.org/a\nhttps://example.org/a")
        for y in (700, 688):
            page.link(50, y, 21 * 6, "https://example.org/a")
        assert len(a_document(page).links) == 2

    def test_an_address_cut_at_the_line_end_is_told_as_the_file_has_it(self) -> None:
        page = Page().lines("https://example.org/cut-\nhere").link(50, 700, 24 * 6, "https://example.org/cut-")
        assert links(a_document(page)) == [("https://example.org/cut-", "https://example.org/cut")]

    def test_a_link_over_a_page_end(self) -> None:
        pages = [Page().lines("see https://example.org/a/", y=60), Page().lines("long/page there.", y=740)]
        for number, page in enumerate(pages, 1):
            page.text(300, 20, str(number))
        pages[0].link(74, 60, 22 * 6, "https://example.org/a/long/page")
        pages[1].link(50, 740, 9 * 6, "https://example.org/a/long/page")
        assert links(a_document(*pages)) == [("https://example.org/a/long/page", "https://example.org/a/\nlong/page")]

    def test_a_link_over_no_text_is_told(self) -> None:
        page = Page().lines("Words.").link(400, 100, 50, "https://example.org/logo")
        document = a_document(page)
        assert not document.links
        assert "https://example.org/logo" in document.remarks[0]

    def test_more_links_than_any_letter_has_are_bounded(self) -> None:
        page = Page().lines("word " * 10)
        for _ in range(6000):
            page.link(50, 700, 24, "https://example.org/")
        assert len(a_document(page).links) == 1


class TestEdges:
    def test_heads_and_page_numbers_are_set_apart(self) -> None:
        pages = []
        for number in range(1, 4):
            page = (
                Page()
                .text(50, 780, f"The Organisation - page {number}")
                .lines(f"Text {number} begins\nand goes on", y=600)
            )
            pages.append(page.text(300, 20, str(number)))
        document = a_document(*pages)
        body, _, edges = document.text.partition("\n\n")
        assert body == "Text 1 begins\nand goes on\nText 2 begins\nand goes on\nText 3 begins\nand goes on"
        assert regions(document, Role.SURROUNDINGS) == [edges]
        assert edges == "The Organisation - page 1\n1"

    @pytest.mark.parametrize(
        ("note", "size", "foot", "reason"),
        [
            ("1", 10, True, "in the type of the text, below notes"),
            ("1", 8, False, "in the notes' own type: it may be theirs"),
            ("", 10, False, "below small type that bears no label: the text goes on there"),
        ],
    )
    def test_a_foot_below_the_notes_of_a_single_page(self, note: str, size: float, foot: bool, reason: str) -> None:
        page = Page().lines((PROSE + "\n") * 3).text(50, 600, "A claim").text(92, 604, "1", 6)
        page.text(50, 53, note, 5).text(58, 50, "Mill Trust, 2014.", 8).text(50, 38, "Mill Lane 4, Kellmouth", size)
        assert ("Kellmouth" in "".join(regions(a_document(page), Role.SURROUNDINGS))) == foot, reason

    def test_a_head_that_is_drawn_last_comes_first(self) -> None:
        page = Page().lines((PROSE + "\n") * 3).text(50, 780, "Lakes in danger", 8).text(50, 20, "Second edition", 8)
        assert a_document(page).text.startswith("Lakes in danger\n")
        assert a_document(page).text.endswith("Second edition")

    @pytest.mark.parametrize(
        ("x", "order", "reason"),
        [
            (36, ["1.", "First", "2.", "Second"], "an item's number left of it, drawn behind all"),
            (300, ["First", "Second", "1.", "2."], "a number right of it"),
        ],
    )
    def test_numbers_of_items_that_are_drawn_last(self, x: float, order: list[str], reason: str) -> None:
        page = Page().lines((PROSE + "\n") * 3).text(50, 600, "First").text(50, 588, "Second")
        page.text(x, 600, "1.").text(x, 588, "2.").text(50, 560, "The end.")
        words = a_document(page).text.split()
        assert [word for word in words if word in order] == order, reason

    def test_what_only_looks_alike_stays(self) -> None:
        pages = [Page().lines(f"Demand {n * n + 4}: act now.\nmore", y=760) for n in range(1, 4)]
        assert "Demand 13: act now." in a_document(*pages).text
        assert not regions(a_document(*pages), Role.SURROUNDINGS)

    def test_the_address_that_a_browser_prints(self) -> None:
        page = Page().lines("A letter.").text(50, 15, "https://example.org/letter 1/1", 8)
        assert regions(a_document(page), Role.SURROUNDINGS) == ["https://example.org/letter 1/1"]

    @pytest.mark.parametrize(
        ("head", "foot", "edge", "reason"),
        [
            ("11/22/26, 4:40 PM", "https://example.org/letter", True, "an American day, the page's address"),
            ("22.11.2026, 16:40", "1/1", True, "a German day, the number of pages"),
            ("2026/11/22 16:40", "file:///letter.html", True, "a day that begins with its year"),
            ("22.11.2026, 16:40", "The end.", False, "nothing at the foot"),
            ("Meeting of 22.11.2026, 16:40", "1/1", False, "words before the day"),
        ],
    )
    def test_the_day_and_title_that_a_browser_prints(self, head: str, foot: str, edge: bool, reason: str) -> None:
        page = Page().text(20, 785, head, 8).text(300, 785, "A title", 8).lines("A letter.").text(20, 15, foot, 8)
        around = "\n".join(regions(a_document(page), Role.SURROUNDINGS))
        assert (head in around, "A title" in around) == (edge, edge), reason

    @pytest.mark.parametrize(
        ("foot", "height", "edge", "reason"),
        [
            ("1", 30, True, "a 1 alone"),
            ("- 1 -", 30, True, "between dashes"),
            ("Page 1 of 1", 30, True, "with the word"),
            ("2", 30, False, "no single page's number"),
            ("1", 688, False, "right below the text"),
        ],
    )
    def test_the_number_of_a_single_page(self, foot: str, height: int, edge: bool, reason: str) -> None:
        page = Page().lines("A letter.\nIt ends here.", y=712).text(290, height, foot)
        assert (regions(a_document(page), Role.SURROUNDINGS) == [foot]) is edge, reason

    def test_roman_page_numbers(self) -> None:
        pages = [Page().lines(f"Text {n}.").text(300, 20, n) for n in ("iv", "v", "vi")]
        assert a_document(*pages).text.startswith("Text iv.\nText v.\nText vi.")


def a_page_with_notes(first: int, body: str = "") -> Page:
    """A page whose text calls for two footnotes at its foot."""
    page = Page().lines((PROSE + "\n") * 3)
    page.text(50, 600, f"{body}Experts have warned of it").text(50 + 6 * (25 + len(body)), 604, str(first), 6)
    page.text(50, 588, "and the committee agreed.").text(50 + 6 * 25, 592, str(first + 1), 6)
    page.text(50, 80, str(first), 5).text(58, 77, "Committee, Report, https://example.org/report/", 8)
    page.text(58, 67, f"annex-{first}, 2 May 2022.", 8)
    page.text(50, 57, str(first + 1), 5).text(58, 54, f"Minutes, https://example.org/minutes-{first}", 8)
    return page


class TestFootnotes:
    def test_notes_and_markers_are_tied(self) -> None:
        document = a_document(a_page_with_notes(1), a_page_with_notes(3))
        assert [note.label for note in document.note_spans] == ["1", "2", "3", "4"]
        assert {note.kind for note in document.note_spans} == {NoteKind.FOOTNOTE}
        first = document.note_spans[0]
        assert document.text[first.body : first.end] == (
            "Committee, Report, https://example.org/report/\nannex-1, 2 May 2022."
        )
        shown = [document.text[m.start - 5 : m.end] for m in document.marker_spans]
        assert shown == ["of it1", "reed.2", "of it3", "reed.4"]
        assert [m.key for m in document.marker_spans] == [note.key for note in document.note_spans]

    def test_the_text_reads_on_over_the_page_end(self) -> None:
        document = a_document(a_page_with_notes(1), a_page_with_notes(3))
        assert "agreed.2\nWe, the organisations" in document.text
        assert document.position(document.note_spans[2].start).page == 2

    def test_markers_are_raised(self) -> None:
        assert regions(a_document(a_page_with_notes(1)), Role.SUPERSCRIPT) == ["1", "2", "1", "2"]

    def test_a_note_that_runs_over_the_page(self) -> None:
        second = Page().lines((PROSE + "\n") * 3)
        second.text(50, 600, "Later on").text(50 + 48, 604, "3", 6)
        second.text(58, 90, "continued on this page.", 8).text(50, 80, "3", 5).text(58, 77, "Third note.", 8)
        document = a_document(a_page_with_notes(1), second)
        notes = [document.text[n.start : n.end] for n in document.note_spans]
        assert notes[1].endswith("minutes-1\ncontinued on this page.")
        assert notes[2].endswith("Third note.")

    def test_small_type_without_markers_stays_in_place(self) -> None:
        page = Page().lines((PROSE + "\n") * 3).text(50, 80, "1 Printed on recycled paper.", 7)
        document = a_document(page)
        assert not document.note_spans
        assert document.text.endswith("1 Printed on recycled paper.")

    def test_a_page_number_is_no_note_though_a_marker_bears_the_same(self) -> None:
        page = Page().lines((PROSE + "\n") * 3).text(50, 600, "A claim").text(92, 604, "1", 6).text(300, 30, "1", 7)
        assert not a_document(page).note_spans

    def test_small_type_amid_the_text_is_no_foot(self) -> None:
        page = Page().lines((PROSE + "\n") * 2).text(50, 640, "1 A caption.", 7)
        page.text(50, 600, "A claim").text(92, 604, "1", 6).lines(PROSE, y=560)
        assert not a_document(page).note_spans

    def test_a_raised_label_without_its_marker_still_begins_a_note(self) -> None:
        page = Page().lines((PROSE + "\n") * 3).text(50, 600, "A claim").text(92, 604, "1", 6)
        page.text(50, 80, "1", 5).text(58, 77, "First note.", 8).text(50, 70, "2", 5).text(58, 67, "Second note.", 8)
        assert [note.label for note in a_document(page).note_spans] == ["1", "2"]


class TestEndnotes:
    def a_document(self, *notes: str, size: float = 8) -> Document:
        first = Page().lines((PROSE + "\n") * 3).text(50, 600, "Experts have warned").text(50 + 6 * 19, 604, "i", 6)
        first.text(50, 588, "and the committee agreed.").text(50 + 6 * 25, 592, "ii", 6)
        second = Page().lines(PROSE).lines("\n".join(notes), y=300, size=size)
        return a_document(first, second)

    def test_small_type_at_the_very_end_that_roman_markers_call_for(self) -> None:
        document = self.a_document("i Committee, Report,", "https://example.org/report", "ii Minutes of May.")
        assert [(note.label, note.kind) for note in document.note_spans] == [
            ("i", NoteKind.ENDNOTE),
            ("ii", NoteKind.ENDNOTE),
        ]
        first = document.note_spans[0]
        assert document.text[first.body : first.end] == "Committee, Report,\nhttps://example.org/report"
        assert [document.text[m.start - 4 : m.end] for m in document.marker_spans] == ["rnedi", "eed.ii"]

    @pytest.mark.parametrize(
        ("notes", "reason"),
        [
            (("Printed in 2022.", "i Committee."), "other words come first"),
            (("ii Minutes.", "i Committee."), "they do not begin with the first"),
            (("iii Another.",), "no marker calls for it"),
        ],
    )
    def test_other_small_type_at_the_end_stays(self, notes: tuple[str, ...], reason: str) -> None:
        assert not self.a_document(*notes).note_spans, reason

    def test_a_letter_i_on_the_line_is_no_marker(self) -> None:
        assert not regions(a_document(Page().lines("Gandhi and Hawaii, six of them")), Role.SUPERSCRIPT)


def test_the_page_around_a_printed_letter_is_set_apart() -> None:
    body = [PROSE] * 8 + ["Share", "Facebook", "Twitter", "LinkedIn", "WhatsApp", "Read MORE", "Another story"]
    document = a_document(Page().lines("\n".join(body)))
    assert regions(document, Role.SURROUNDINGS)[0].startswith("Share\nFacebook")


class TestBrokenText:
    def test_a_hyphen_at_the_line_end_becomes_a_soft_one(self) -> None:
        document = a_document(Page().lines("They were not in-\nformed of any decision.\nLater more came."))
        assert document.text.startswith("They were not in\u00adformed of any")
        assert document.position(document.text.index("formed")).line == 2

    def test_spaces_without_a_gap_are_taken_out_of_links(self) -> None:
        page = Page().text(50, 700, "Code: https")
        x = 50 + 11 * 6
        for piece in (" ://", " example.", " org/page"):  # each piece drawn back over its own space
            page.text(x - 6, 700, piece)
            x += 6 * (len(piece) - 1)
        page.text(x + 6, 700, "and more words")
        assert a_document(page).text == "Code: https://example.org/page and more words"

    def test_places_after_a_space_taken_out_are_kept(self) -> None:
        page = (
            Page().text(50, 700, "Code: https").text(50 + 10 * 6, 700, " ://example.org/a").text(50 + 29 * 6, 700, "x")
        )
        page.text(50 + 30 * 6, 704, "7", 6).link(50 + 6 * 6, 700, 21 * 6, "https://example.org/a")
        document = a_document(page)
        assert links(document) == [("https://example.org/a", "https://example.org/a")]
        assert regions(document, Role.SUPERSCRIPT) == ["7"]

    def test_a_piece_that_is_parted_from_its_line_is_put_back(self) -> None:
        page = Page().text(50, 700, "the n").text(80, 705, "th", 6).text(87.2, 700, "root of")
        page.text(135, 690, "low", 6).text(150, 700, "and on")
        assert a_document(page).text.split("\n")[0].replace(" ", "").startswith("thenthrootof")

    def test_control_characters_are_shown_as_unreadable(self) -> None:
        page = Page().lines(PROSE)
        page.content.append("BT /mono 10 Tf 1 0 0 1 50 600 Tm (bad\\001sign) Tj ET")
        assert "\x01" not in a_document(page).text

    def test_real_spaces_in_links_stay(self) -> None:
        assert a_document(Page().text(50, 700, "at https : / / example.org")).text == "at https : / / example.org"

    def test_a_link_in_the_margin_is_a_line_of_its_own(self) -> None:
        page = Page().text(50, 700, "Issues are told in a blog").text(400, 700, "example.org/blog")
        assert a_document(page).text == "Issues are told in a blog\nexample.org/blog"


class TestLineEnds:
    @pytest.mark.parametrize(
        ("second", "fits", "reason"),
        [
            ("annual-report-of-the-year.html is the source of it all, we", False, "no room: the line was full"),
            ("It is a fact and more words follow until the line is full.", True, "room for the next word"),
        ],
    )
    def test_whether_the_next_token_would_have_fitted(self, second: str, fits: bool, reason: str) -> None:
        filler = "These words fill the whole width of the line to its end ok"
        page = Page().lines(
            f"{filler}\nthe report is at https://www.example.org/library/\n{second}\n{filler}\n{filler}"
        )
        (end,) = a_document(page).line_ends
        assert (end.fits, end.same_style) == (fits, True), reason

    @pytest.mark.parametrize(
        ("font", "size", "colour"), [("bold", 10, "0 0 0"), ("mono", 12, "0 0 0"), ("mono", 10, "0 0 1")]
    )
    def test_another_style_is_told(self, font: str, size: float, colour: str) -> None:
        page = Page().text(50, 700, "see https://www.example.org/library/").text(50, 688, "Chapter", size, font, colour)
        (end,) = a_document(page).line_ends
        assert end.same_style is False

    def test_offsets_are_those_of_the_line_ends(self) -> None:
        document = a_document(Page().lines("see https://www.example.org/library/\nand so on"))
        (end,) = document.line_ends
        assert document.text[end.offset] == "\n"

    def test_lines_without_links_are_not_asked(self) -> None:
        assert not a_document(Page().lines(PROSE)).line_ends

    def test_annotated_links_need_none(self) -> None:
        page = Page().lines("https://example.org/a/\nb").link(50, 700, 22 * 6, "https://example.org/a/b")
        page.link(50, 688, 6, "https://example.org/a/b")
        assert not a_document(page).line_ends
        bare = read_pdf(a_pdf(page), "letter.pdf", annotations=False)
        assert len(bare.line_ends) == 1
        assert not bare.links


class TestRaisedAndParted:
    @pytest.mark.parametrize(
        ("words", "reason"), [("50%2", "a figure"), ("x=2", "a formula"), ("3.14", "a number"), ("ISO9660", "a name")]
    )
    def test_digits_on_the_line_are_no_markers(self, words: str, reason: str) -> None:
        assert not regions(a_document(Page().lines(f"It says {words} here")), Role.SUPERSCRIPT), reason

    def test_a_label_that_justification_drove_far_from_its_address(self) -> None:
        page = Page().lines("Words.").text(50, 604, "7", 6).text(250, 600, "https://example.org/a")
        page.text(50, 580, "8").text(250, 580, "https://example.org/b")  # on the line: a cell of a table
        assert regions(a_document(page), Role.SUPERSCRIPT) == ["7"]

    def test_among_characters_of_a_lower_font(self) -> None:
        """`该湖的水很低。⁴ 该河也很低的` above an address, as Chromium printed them: the 4 is as high as the line."""
        document = read((FIXTURES / "raised-among-cjk.pdf").read_bytes(), "letter.pdf")
        assert regions(document, Role.SUPERSCRIPT) == ["4"]

    def test_beside_letters_that_reach_below_the_line(self) -> None:
        """`10 juillet`, `2 jours`, `publikacji`, `policy³`, `jpgⁱⁱ more`, `4 Quai`, as LibreOffice printed them."""
        document = read((FIXTURES / "descenders.pdf").read_bytes(), "letter.pdf")
        assert regions(document, Role.SUPERSCRIPT) == ["3", "ii"]

    def test_a_table_of_numbers_costs_little(self) -> None:
        row = " ".join(f"({n})" for n in range(10, 40))
        assert not regions(a_document(Page().lines("\n".join([row] * 50), size=4, step=12)), Role.SUPERSCRIPT)

    def test_a_marker_before_its_word(self) -> None:
        page = Page().text(50, 704, "1", 6).text(54, 700, "Note to editors.")
        assert regions(a_document(page), Role.SUPERSCRIPT) == ["1"]

    def test_several_markers_at_one_place(self) -> None:
        page = Page().lines((PROSE + "\n") * 3).text(50, 600, "A claim").text(92, 604, "1,2", 6)
        page.text(50, 80, "1", 5).text(58, 77, "First note.", 8).text(50, 70, "2", 5).text(58, 67, "Second note.", 8)
        document = a_document(page)
        assert [document.text[m.start : m.end] for m in document.marker_spans] == ["1", "2"]

    @pytest.mark.parametrize(
        ("before", "sign", "after", "reason"),
        [
            ("under Order No. 31.", "12", " The", "behind a number and its full stop"),
            ("under Article 9,", "3", " and", "behind one and a comma"),
            ("under Order No. 31", "4", ".", "behind a number itself"),
            ("in all of 2019", "11", ", and", "behind a year, two digits"),
            ("under Art. 5.", "iv", " The", "a Roman one"),
            ("of the harbour.", "b", " The", "a letter behind a word"),
            ("under Art. 5.", "c", " The", "a letter behind a number"),
            ("31", "6", ". The", "a number that begins a line"),
            ("it was said", "**", " and", "two stars"),
            ("“the lower lock”.", "d", " The", "a letter behind two signs"),
            ("In all 190.000.", "3", " The", "behind a number whose digits are grouped"),
            ("as in rule 4.2.", "‡", " The", "a sign behind a number's full stop: no decimal"),
        ],
    )
    def test_a_marker_behind_a_number(self, before: str, sign: str, after: str, reason: str) -> None:
        page = Page().lines((PROSE + "\n") * 3).text(50, 600, before)
        page.text(50 + 6 * len(before), 604, sign, 6).text(50 + 6 * len(before) + 4 * len(sign), 600, after)
        assert regions(a_document(page), Role.SUPERSCRIPT) == [sign], reason

    def test_digits_that_only_their_ink_raises(self) -> None:
        """Raised digits of the font's own in text and notes, as Typst prints them: set as high as the line."""
        document = read((FIXTURES / "drawn-raised.pdf").read_bytes(), "letter.pdf")
        assert regions(document, Role.SUPERSCRIPT) == [*"1234"] * 2
        assert [document.text[note.body : note.end].split()[0] for note in document.note_spans] == [
            "River",
            "“A",
            "E-mail",
            "https://eels.example.net/counts?year=2018",
        ]

    def test_a_letter_glued_to_its_note(self) -> None:
        page = Page().lines((PROSE + "\n") * 3).text(50, 600, "Claims, and a claim.").text(170, 604, "b", 6)
        page.text(50, 80, "b", 5).text(53, 77, "Mill Trust, 2014.", 8).text(50, 66, "and more of it.", 8)
        assert regions(a_document(page), Role.SUPERSCRIPT) == ["b", "b"]

    def test_the_asterisk_of_tex(self) -> None:
        """In the font of mathematics it is an operator, U+2217."""
        page = Page().lines((PROSE + "\n") * 3).text(50, 600, "A claim")
        page.content.append("BT /S 7 Tf 1 0 0 1 92 604 Tm (\\052) Tj ET")
        symbols = b"/Font <</S <</Type/Font/Subtype/Type1/BaseFont/Symbol>>"
        document = read_pdf(a_pdf(page).replace(b"/Font <<", symbols), "letter.pdf")
        assert regions(document, Role.SUPERSCRIPT) == ["*"]

    def test_numbers_on_the_line_behind_words(self) -> None:
        words = "under No. 31.12 of 2019, by 1,200 in Art. 5.3 of"
        assert not regions(a_document(Page().lines(words)), Role.SUPERSCRIPT)

    def test_a_power_is_no_marker_where_there_is_another(self) -> None:
        page = Page().lines((PROSE + "\n") * 3).text(50, 612, "about 10").text(98, 616, "1", 6)
        page.text(50, 600, "A claim").text(92, 604, "1", 6).text(50, 80, "1", 5).text(58, 77, "First note.", 8)
        (marker,) = a_document(page).marker_spans
        assert a_document(page).text[: marker.start].endswith("A claim")


class TestTitleAndDate:
    @pytest.mark.parametrize(
        ("said", "title", "reason"),
        [
            ("Joint letter on the visit", "Joint letter on the visit", "what the file says"),
            ("Microsoft Word - letter_final.docx", "An Open Letter", "the program's doing"),
            ("letter.odt", "An Open Letter", "a file name"),
            ("untitled", "An Open Letter", "no title"),
            ("(anonymous)", "An Open Letter", "no title either"),
            ("", "An Open Letter", "none said: the largest type"),
        ],
    )
    def test_title(self, said: str, title: str, reason: str) -> None:
        page = Page().text(50, 750, "12 May 2022").text(50, 720, "An Open Letter", 18).lines((PROSE + "\n") * 3, y=680)
        assert a_document(page, info=f"/Title ({said})").title == title, reason

    def test_headings_are_set_larger(self) -> None:
        page = Page().text(50, 720, "An Open Letter", 18).lines((PROSE + "\n") * 3, y=680)
        assert regions(a_document(page), Role.HEADING) == ["An Open Letter"]

    def test_the_letters_own_date_comes_first(self) -> None:
        page = Page().text(50, 750, "12 May 2022").lines((PROSE + "\n") * 3, y=680)
        document = a_document(page, info="/CreationDate (D:20230101000000Z)")
        assert str(document.date) == "2022-05-12"
        assert not document.remarks

    @pytest.mark.parametrize(
        ("info", "day", "reason"),
        [
            ("/CreationDate (D:20220608101112+02'00')", "2022-06-08", "when it was exported"),
            ("/CreationDate (D:20220608101112)/Producer (Skia/PDF m100)", "None", "when a browser printed it"),
            ("/CreationDate (D:99991231000000)", "None", "in the future"),
            ("/CreationDate (D:20221340000000)", "None", "no day"),
            ("/CreationDate (last May)", "None", "no date"),
        ],
    )
    def test_the_files_date(self, info: str, day: str, reason: str) -> None:
        document = a_document(Page().lines(PROSE), info=info)
        assert str(document.date) == day, reason
        assert any("no date" in remark for remark in document.remarks) is (day != "None")

    def test_language(self) -> None:
        assert a_document(Page().lines((PROSE + "\n") * 3)).language == "en"
        assert a_document(Page().lines("12 34 56"), catalog="/Lang (fr-FR)").language == "fr"
        assert a_document(Page().lines("12 34 56"), catalog="/Lang (x)").language is None


class TestRefusals:
    def test_pictures_only(self) -> None:
        with pytest.raises(SourceError) as refused:
            a_document(Page().picture(), Page().picture())
        assert "pictures" in refused.value.message
        assert "OCR" in refused.value.hint

    def test_some_pages_are_pictures(self) -> None:
        document = a_document(Page().lines(PROSE), Page().picture())
        assert document.remarks[0].startswith("Pages that hold pictures and no text were not read: 2")

    def test_no_text(self) -> None:
        with pytest.raises(SourceError, match="holds no text"):
            a_document(Page())

    @pytest.mark.parametrize(
        "data", [b"%PDF-1.7\n", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n", b"%PDF-1.7\n" + bytes(range(256)) * 40]
    )
    def test_damaged(self, data: bytes) -> None:
        with pytest.raises(SourceError, match="damaged PDF"):
            read(data, "letter.pdf")

    def test_cut_off_in_the_middle_is_read_as_far_as_it_goes(self) -> None:
        data = a_pdf(Page().lines("First page."), Page().lines("Second page."))
        assert "First page." in read(data[: data.index(b"trailer")] + b"trailer <</Root 1 0 R>>", "x.pdf").text

    def test_encrypted(self) -> None:
        locked = f"/Encrypt <</Filter/Standard/V 1/R 2/P -4/O <{'00' * 32}>/U <{'11' * 32}>>>/ID [<00> <00>]"
        with pytest.raises(SourceError) as refused:
            a_document(Page().lines(PROSE), trailer=locked)
        assert "password" in refused.value.message
        assert "password" in refused.value.hint

    def test_no_pdf_whatever_its_name(self) -> None:
        with pytest.raises(SourceError, match="is no PDF"):
            read(b"Dear all,", "letter.pdf")

    def test_a_pdf_under_another_name_is_read_as_one(self) -> None:
        document = read(a_pdf(Page().lines("Text.")), "letter.txt")
        assert (document.media_type, document.remarks) == ("application/pdf", ("Read as PDF, which it is.",))

    def test_fonts_that_do_not_say_what_they_show(self) -> None:
        page = Page()
        page.content.append("BT /mono 10 Tf 1 0 0 1 50 700 Tm <" + "0102030405060708" * 8 + "> Tj ET")
        with pytest.raises(SourceError, match=r"does not say which characters|holds no text"):
            a_document(page)


class TestBounds:
    def test_pages(self) -> None:
        document = read_pdf(
            a_pdf(*(Page().lines(f"Text {n}.", y=600) for n in range(5))), "x.pdf", bounds=Bounds(pages=2)
        )
        assert document.text == "Text 0.\nText 1."
        assert document.remarks == ("Only the first 2 of 5 pages were read.",)

    def test_characters(self) -> None:
        data = a_pdf(*(Page().lines("word " * 20) for _ in range(5)))
        document = read_pdf(data, "x.pdf", bounds=Bounds(characters=150))
        assert "of 5 pages were read: its text is too long" in document.remarks[0]
        assert len(document.text) < 250

    def test_seconds(self) -> None:
        data = a_pdf(Page().lines("Text."), Page().lines("More."))
        with pytest.raises(SourceError, match="holds no text"):
            read_pdf(data, "x.pdf", bounds=Bounds(seconds=-1))
