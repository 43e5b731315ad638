"""What type, colour and gaps on a printed page tell of links that bear no annotation."""

from __future__ import annotations

import pytest

from tests.documents.pdf_writer import Page, a_pdf
from verifier.documents.pdf.reader import read_pdf
from verifier.model.document import Document, LineEnd, Role

PROSE = "We, the organisations that sign this letter, write to ask you"
BLUE = "0 0 1"


def a_document(*pages: Page) -> Document:
    return read_pdf(a_pdf(*pages), "letter.pdf")


def regions(document: Document, role: Role) -> list[str]:
    return [document.text[region.start : region.end] for region in document.regions if region.role is role]


def a_line(words: str, font: str = "sans", colour: str = "0 0 0", after: str = "for more.") -> Page:
    """Prose in Helvetica with `words` amid it, set as asked."""
    page = Page().text(50, 700, "The list is kept at", font="sans")
    return page.text(150, 700, words, font=font, colour=colour).text(150 + 6.2 * len(words), 700, after, font="sans")


class TestHosts:
    @pytest.mark.parametrize(
        ("page", "found", "reason"),
        [
            (a_line("example.org", colour=BLUE), ["example.org"], "a colour of its own"),
            (a_line("example.org", font="mono"), ["example.org"], "typewriter type amid other type"),
            (a_line("example.org"), [], "set like the words around it: a name"),
            (a_line("example.org", colour="0.4 0.4 0.4"), [], "grey is no link's colour"),
            (a_line("settings.txt", font="mono"), [], "a file's name in typewriter type"),
            (a_line("e.g.", colour=BLUE), [], "an abbreviation"),
            (a_line("me@example.org", colour=BLUE), [], "an e-mail address"),
            (a_line("example.org/a", colour=BLUE), [], "it has a path: found without"),
            (a_line("a.example.org", colour=BLUE, after="= b();"), [], "program text, coloured by kinds of words"),
        ],
    )
    def test_what_is_set_as_a_link(self, page: Page, found: list[str], reason: str) -> None:
        assert regions(a_document(page), Role.LINK) == found, reason

    def test_all_of_a_line_in_one_colour_sets_nothing_apart(self) -> None:
        assert not regions(a_document(Page().text(50, 700, "Seen at example.org today", colour=BLUE)), Role.LINK)

    def test_hosts_beside_each_other_are_measured_by_the_words_around(self) -> None:
        page = Page().text(50, 700, "Ask", font="sans").text(75, 700, "example.org example.net", colour=BLUE)
        page.text(230, 700, "first", font="sans")
        assert regions(a_document(page), Role.LINK) == ["example.org", "example.net"]

    def test_an_annotated_one_needs_no_region(self) -> None:
        page = a_line("example.org", colour=BLUE).link(150, 700, 66, "https://example.org/")
        assert not regions(a_document(page), Role.LINK)


class TestHeadings:
    def test_larger_type_that_is_much_of_the_text_is_no_heading(self) -> None:
        page = Page().text(50, 760, "The Report", 16)
        page.lines("\n".join([PROSE] * 3), y=700, size=11).lines(
            "\n".join(["x = 1;" + " " * 40 + "y = 2;"] * 20), size=7
        )
        assert regions(a_document(page), Role.HEADING) == ["The Report"]


class TestSpaces:
    def a_spaced_link(self, gap: float) -> Page:
        page = Page()
        x = 50.0
        for words, space in (("read it at", 6), ("http", gap), (":", gap), ("/", gap), ("/", gap), ("example", gap)):
            page.text(x, 700, words)
            x += 6 * len(words) + space
        for words, space in ((".", gap), ("org", gap), ("/", gap), ("page", 6), ("and more words", 0)):
            page.text(x, 700, words)
            x += 6 * len(words) + space
        return page

    def test_narrow_gaps_at_delimiters_are_no_spaces(self) -> None:
        assert a_document(self.a_spaced_link(1.7)).text == "read it at http://example.org/page and more words"

    def test_gaps_as_wide_as_between_words_stay(self) -> None:
        assert "http : / / example . org / page" in a_document(self.a_spaced_link(6)).text

    def test_a_link_goes_on_without_its_spaces_on_the_next_line(self) -> None:
        page = self.a_spaced_link(1.7)
        page.content.pop()
        x = 50.0
        for words, space in (("/", 1.7), ("next", 1.7), (".", 1.7), ("html", 6), ("and more", 0)):
            page.text(x, 688, words)
            x += 6 * len(words) + space
        assert a_document(page).text.endswith("http://example.org/page\n/next.html and more")


class TestLineEnds:
    def ends(self, *pages: Page) -> tuple[LineEnd, ...]:
        return a_document(*pages).line_ends

    def test_a_link_that_is_set_apart(self) -> None:
        page = Page().lines(PROSE, y=740).text(50, 700, "see ").text(74, 700, "https://example.org/a/", colour=BLUE)
        (end,) = self.ends(page.text(50, 688, "long/page", colour=BLUE).text(110, 688, "and so on"))
        assert (end.same_style, end.set_apart) == (True, True)
        page = Page().lines(PROSE, y=740).lines("see https://example.org/a/\nlong/page and so on")
        (end,) = self.ends(page)
        assert (end.same_style, end.set_apart) == (True, False)

    def test_a_bold_word_before_it_sets_no_link_apart(self) -> None:
        page = Page().lines("\n".join([PROSE] * 3), y=780).text(50, 700, "Link:", font="bold")
        (end,) = self.ends(page.text(86, 700, "https://example.org/a/").text(50, 688, "And so on"))
        assert end.set_apart is False

    def test_punctuation_in_another_type_ends_the_link(self) -> None:
        page = Page().text(50, 700, "see ").text(74, 700, "https://example.org/a", colour=BLUE).text(200, 700, ",")
        (end,) = self.ends(page.text(50, 688, "example", colour=BLUE))
        assert end.same_style is False

    def test_typewriter_type_is_told(self) -> None:
        page = Page().text(50, 700, "see https://example.org/a-", font="mono").text(50, 688, "b", font="mono")
        assert self.ends(page)[0].typewriter
        page = Page().text(50, 700, "see https://example.org/a-", font="sans").text(50, 688, "b", font="sans")
        assert not self.ends(page)[0].typewriter

    def test_a_column_ends_where_the_next_begins(self) -> None:
        filler = Page().lines("\n".join([PROSE + " and more"] * 3), y=760)
        page = filler.lines("at https://example.org/\nannual/report.html ok", y=700).lines("Another cell\nhere", x=200)
        assert [end.fits for end in self.ends(page)] == [False]

    def test_notes_are_measured_by_lines_of_their_own_size(self) -> None:
        page = Page().lines("\n".join([PROSE + " and more"] * 6), y=760)
        page.lines("1 A first note stands here\nand goes on here as well\n2 https://example.org/a/\n", y=100, size=8)
        page.lines("annual-report/of-the-year\n3 A third note, like the", y=64, size=8)
        assert self.ends(page)[0].fits is False


def test_places_are_right_after_characters_beyond_the_basic_plane() -> None:
    tounicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <D835DC00> endbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
    objects = (
        f"1000 0 obj\n<</Length {len(tounicode)}>>\nstream\n{tounicode}\nendstream\nendobj\n"
        "1001 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Courier/ToUnicode 1000 0 R>>\nendobj\n"
    )
    page = Page().text(50, 700, "words").text(50, 688, "see example.org").text(50 + 96, 688, "now")
    page.content.insert(0, "BT /math 10 Tf 1 0 0 1 50 712 Tm (AAAA) Tj ET")
    data = a_pdf(page, objects=objects).replace(b"/Font <<", b"/Font <</math 1001 0 R ")
    page.link(50 + 4 * 6, 688, 11 * 6, "https://example.org/")
    data = a_pdf(page, objects=objects).replace(b"/Font <<", b"/Font <</math 1001 0 R ")
    document = read_pdf(data, "letter.pdf")
    (link,) = document.links
    assert "\U0001d400" in document.text
    assert document.text[link.start : link.end] == "example.org"
