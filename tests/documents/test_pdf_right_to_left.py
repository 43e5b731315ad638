"""Pages written from right to left: the order of reading, from what is seen and from letters printed by a browser."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.test_pdf_printed import printer
from tests.timing import at_most
from verifier import citations, documents, repair
from verifier.documents.pdf.box import Box
from verifier.documents.pdf.file import PdfPage
from verifier.documents.pdf.right_to_left import in_reading_order

__all__ = ["printer"]

WIDE, HIGH, LINE = 5.0, 10.0, 20.0


class Seen:
    """A page whose characters stand as they are given, from left to right and from the top line down."""

    def __init__(self, lines: Sequence[str], raised: str = "") -> None:
        self.text = "\r\n".join(lines)
        self.order: list[int] = []
        self._boxes: list[Box | None] = []
        widest = max(map(len, lines), default=0)
        for number, line in enumerate(lines):
            left, bottom = (widest - len(line)) * WIDE, 700 - number * LINE
            for at, char in enumerate(line):
                lift = 0.5 * HIGH if char in raised else 0.0
                x = left + at * WIDE
                self._boxes.append(Box(x, bottom + lift, x + WIDE, bottom + lift + (0.6 if lift else 1) * HIGH))
            self._boxes += [None, None]

    def boxes(self, offsets: Sequence[int]) -> list[Box | None]:
        return [self._boxes[offset] for offset in offsets]

    def reorder(self, offsets: Sequence[int]) -> None:
        self.order = list(offsets)


def read(*lines: str, raised: str = "") -> list[str]:
    """The lines as typed; the page is told where each character stands."""
    page = Seen(lines, raised)
    text = in_reading_order(cast("PdfPage", page), page.text)
    if text == page.text:
        return text.split("\r\n")
    for char, offset in zip(text, page.order, strict=True):
        assert char.isspace() if offset < 0 else page.text[offset] == char or char in "()[]«»"
    return text.split("\r\n")[:-1]


@pytest.mark.parametrize(
    ("seen", "typed", "reason"),
    [
        ("םולש םלוע", "עולם שלום", "words and letters go from the right"),
        ("2024 תנש", "שנת 2024", "numbers go from the left in a line from the right"),
        (".2024 תנש", "שנת 2024.", "its full stop is seen at the left"),
        ("https://example.org/a/b ,2024 ,חוד", "דוח, 2024, https://example.org/a/b", "a link after a year"),
        ("https://example.org/a 1 הרעה", "הערה 1 https://example.org/a", "a number before a link is no part of it"),
        ("/https://example.org/a ואר", "ראו https://example.org/a/", "the end of a link, seen at its left"),
        (".https://example.org/a ואר", "ראו https://example.org/a.", "the sentence's full stop, likewise"),
        ("https://example.org/a- ואר", "ראו https://example.org/a-", "a link that goes on in the next line"),
        ("Human Rights Watch ןוגרא", "ארגון Human Rights Watch", "a foreign name is read from the left"),
        ("(Human Rights Watch) ןוגרא", "ארגון (Human Rights Watch)", "its brackets are the line's"),
        (")Human Rights Watch( ןוגרא", "ארגון (Human Rights Watch)", "and may have been turned round before"),
        ("[12] ןאכ דע", "עד כאן [12]", "a marker in brackets"),
        ("2024-ב רמאנ", "נאמר ב-2024", "a number behind a prefix"),
        ("Water Watch, Report 2022, https://example.org ,ואר", "ראו, Water Watch, Report 2022, https://example.org",
         "what is read from the left may end in a link"),
        (".https://www ,ואר", "ראו, https://www.", "a link that goes on in the next line, its full stop at the left"),
        ("https://www. ,ואר", "ראו, https://www.", "or at the right"),
        ("«םולש» רמא", "אמר «שלום»", "quotation marks"),
    ],
)  # fmt: skip
def test_what_is_seen_is_read_as_it_was_typed(seen: str, typed: str, reason: str) -> None:
    assert read(seen, "תירבעב הרוש דוע")[0] == typed, reason


@pytest.mark.parametrize(
    ("seen", "typed", "reason"),
    [
        (
            "https://example.org/a .1",
            "1. https://example.org/a",
            "a note that is but a link has its label at the right",
        ),
        ("2019/report.pdf", "2019/report.pdf", "the rest of a link alone on its line"),
        ("/2019/report", "2019/report/", "the same, with its end at the left"),
        ("A line of another language.", "A line of another language.", "goes from the left"),
        ("— oder —", "— oder —", "dashes around a word"),
        ("Report 2022,", "Report 2022,", "its comma was typed behind it"),
        ("https://www.", "https://www.", "so was a link's full stop at the end of a line"),
    ],
)
def test_lines_without_a_word_from_the_right(seen: str, typed: str, reason: str) -> None:
    assert read("הזה ךמסמה לש הנושארה הרושה יהוז", seen)[1] == typed, reason


@pytest.mark.parametrize(
    ("seen", "typed", "reason"),
    [
        ("Water Watch 7", "7 Water Watch", "behind a space"),
        ("Water Watch, https://example.org/7", "7 Water Watch, https://example.org/", "clinging to a link"),
        ("https://example.org/a#part-17", "7 https://example.org/a#part-1", "clinging to a number"),
    ],
)
def test_a_raised_label_is_parted_from_what_is_read_from_the_left(seen: str, typed: str, reason: str) -> None:
    assert read("תורעה ןהילעו תורוש הזה ךמסמה לש הנושארה הרושה", seen, raised="7")[1] == typed, reason


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["A letter in English", "that quotes םולש once"], "a word does not make a page one from the right"),
        (["Ein Brief"], "nothing from the right"),
        ([""], "nothing at all"),
    ],
)
def test_other_pages_stay_as_they_are(lines: list[str], reason: str) -> None:
    assert read(*lines) == lines, reason


def test_lam_comes_before_the_alef_that_it_is_joined_with() -> None:
    page = Seen(["\u0627\u0644\u0633"])
    page._boxes[0] = page._boxes[1]  # one glyph shows both
    text = in_reading_order(cast("PdfPage", page), page.text)
    assert text.split("\r\n")[0] == "\u0633\u0644\u0627"


@given(st.lists(st.text("אבג ab1.,/()«»-\u05b7\u0640#", max_size=30), max_size=6))
def test_no_character_is_lost_or_made_up(lines: list[str]) -> None:
    page = Seen([*lines, "שלוםשלוםשלום"])
    text = in_reading_order(cast("PdfPage", page), page.text)
    left_out = "#\u0640"  # what only draws letters apart
    turned = str.maketrans(")»", "(«")
    counted = [
        sorted(char for char in one.translate(turned) if not char.isspace() and char not in left_out)
        for one in (text, page.text)
    ]
    assert counted[0] == counted[1]


@pytest.mark.parametrize("letters", ["ש", "ש\u05b7", "ש(", "1ש"])
def test_long_words_are_read_in_time(letters: str) -> None:
    """A quadratic step would take a minute."""
    page = Seen([(letters * 60_000)[:60_000]])
    with at_most(10):
        in_reading_order(cast("PdfPage", page), page.text)


ARABIC = (
    "ar",
    ["نكتب إليكم بشأن المياه في القرى، وقد نشر المعهد تقريره في العام الماضي", "وبينت دراسة أن الآبار القديمة جفت"],
    [
        ("المعهد الوطني، التقرير السنوي، 2023، ", "https://water.example.org/reports/annual-2023/"),
        (
            "دراسة الآبار (الطبعة الثانية)، ",
            "https://wells.example.net/ar/studies/old-wells-and-their-state/2022/summary",
        ),
    ],
)
HEBREW = (
    "he",
    ["אנו כותבים בעניין המים בכפרים, והמכון פרסם את הדוח שלו בשנה שעברה", "מחקר אחר הראה שהבארות הישנות יבשו"],
    [
        ("המכון למים, דוח שנתי, 2023, ", "https://water.example.org/reports/annual-2023/"),
        (
            "Water Watch, Annual Report 2022, ",
            "https://wells.example.net/he/studies/old-wells-and-their-state/2022/all",
        ),
    ],
)
RAISED = ("<sup>{}</sup>", "<sup>{}</sup> ")
BRACKETS = (" [{}]", "[{}] ")


@pytest.mark.parametrize(("marker", "label"), [RAISED, BRACKETS], ids=["raised", "brackets"])
@pytest.mark.parametrize(("language", "sentences", "notes"), [ARABIC, HEBREW], ids=["Arabic", "Hebrew"])
def test_a_letter_printed_by_a_browser(
    printer: Any, language: str, sentences: list[str], notes: list[tuple[str, str]], marker: str, label: str
) -> None:
    body = "".join(f"<p>{words}{marker.format(at)}.</p>" for at, words in enumerate(sentences, 1))
    feet = "".join(f"<p class=n>{label.format(at)}{words}{url}</p>" for at, (words, url) in enumerate(notes, 1))
    style = "body { font: 14pt 'Noto Naskh Arabic', 'Noto Sans Hebrew', sans-serif; width: 11cm }"
    style += ".n { font-size: 9pt; overflow-wrap: anywhere }"
    printer.set_content(f'<html lang="{language}" dir="rtl"><style>{style}</style><body>{body}<hr>{feet}</body></html>')
    document = documents.read(printer.pdf(), "letter.pdf")
    found = citations.find(document)
    extract = citations.assemble(document, found, repair.propose(document, found.references))
    assert [(each.note, each.url) for each in extract.citations] == [
        (str(at), url) for at, (_, url) in enumerate(notes, 1)
    ]
    for note, (words, _), sentence in zip(extract.notes, notes, sentences, strict=True):
        assert " ".join(note.text.split()).startswith(words.strip())
        assert [one.sentence.removesuffix(".").split(" [")[0].rstrip("12") for one in note.markers] == [sentence]


def test_two_columns(printer: Any) -> None:
    prose = "המים באזורים הכפריים זקוקים לתוכנית דחופה של המועצה כי המפלס ירד מאוד בשנים האחרונות"
    body = "".join(f"<p>{prose}{f'<sup>{at}</sup>' if at < 4 else ''}.</p>" for at in range(1, 13))
    links = [f"https://data.example.org/reports/{year}/annual-report-of-the-institute" for year in (2021, 2022, 2023)]
    feet = "".join(f"<p class=n><sup>{at}</sup> המכון למים: {link}</p>" for at, link in enumerate(links, 1))
    style = "body { font: 11pt 'Noto Sans Hebrew', sans-serif; columns: 2; column-gap: 8mm; text-align: justify }"
    style += ".n { font-size: 8pt; overflow-wrap: anywhere }"
    printer.set_content(f'<html lang="he" dir="rtl"><style>{style}</style><body>{body}<hr>{feet}</body></html>')
    document = documents.read(printer.pdf(format="A5"), "letter.pdf")
    found = citations.find(document)
    extract = citations.assemble(document, found, repair.propose(document, found.references))
    assert [(each.note, each.url) for each in extract.citations] == [(str(at), url) for at, url in enumerate(links, 1)]
    assert [[one.sentence for one in note.markers] for note in extract.notes] == [[f"{prose}."]] * 3


def test_annotations_lie_over_their_words(printer: Any) -> None:
    printer.set_content(
        '<html lang="he" dir="rtl"><p>ראו את <a href="https://example.org/report">הדוח השנתי</a> של המכון.</p></html>'
    )
    document = documents.read(printer.pdf(), "page.pdf")
    (link,) = document.links
    assert (link.url, document.text[link.start : link.end]) == ("https://example.org/report", "הדוח השנתי")
