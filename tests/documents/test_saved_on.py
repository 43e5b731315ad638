"""One rule for the date of a letter that bears none, whatever its format."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from tests.documents.pdf_writer import Page, a_pdf
from tests.documents.word_files import docx, odt, p
from verifier import documents
from verifier.documents.saved_on import saved_on

REMARK = "The text bears no date; the file says that it was saved on 2022-06-08."
WORDS = "We, the organisations that sign this letter, write to ask you for an answer."


def a_docx(*lines: str, said: str = "<dcterms:modified>2022-06-08T09:00:00Z</dcterms:modified>") -> bytes:
    return docx("".join(p(line) for line in lines), properties=said)


def an_odt(*lines: str, said: str = "<dc:date>2022-06-08T09:00:00.5</dc:date>") -> bytes:
    return odt("".join(f"<text:p>{line}</text:p>" for line in lines), meta=said)


def a_printed(*lines: str, said: str = "/CreationDate (D:20220608090000Z)") -> bytes:
    return a_pdf(Page().lines("\n".join(lines)), info=said)


MAKERS = {"letter.docx": a_docx, "letter.odt": an_odt, "letter.pdf": a_printed}


@pytest.mark.parametrize("name", MAKERS)
def test_what_the_file_says_counts_with_a_remark(name: str) -> None:
    document = documents.read(MAKERS[name](WORDS), name)
    assert (str(document.date), document.remarks) == ("2022-06-08", (REMARK,))


@pytest.mark.parametrize("name", MAKERS)
def test_a_date_in_the_text_comes_first_and_needs_no_remark(name: str) -> None:
    document = documents.read(MAKERS[name]("An open letter", "3 May 2021", WORDS), name)
    assert (str(document.date), document.remarks) == ("2021-05-03", ())


@pytest.mark.parametrize("name", MAKERS)
def test_a_silent_file_has_no_date(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(MAKERS[name](WORDS, said=""))
    os.utime(path, (1_600_000_000, 1_600_000_000))
    (document,) = (documents.read(path.read_bytes(), str(path)),)
    assert (document.date, document.remarks) == (None, ())


@pytest.mark.parametrize(
    ("said", "day", "reason"),
    [
        (("2022-06-08T09:00:00Z",), "2022-06-08", "as XML writes it"),
        (("D:20220608093000+02'00'",), "2022-06-08", "as PDF writes it"),
        ((None, "2020-01-02"), "2020-01-02", "the first that is said"),
        (("2022-13-41", "2020-01-02"), "2020-01-02", "no day at all"),
        (("2031-01-01",), "None", "in the future"),
        (("1601-01-01T00:00:00Z",), "None", "the zero of some clocks"),
        (("once",), "None", "no date"),
        ((), "None", "nothing"),
    ],
)
def test_dates_as_files_write_them(said: tuple[str | None, ...], day: str, reason: str) -> None:
    assert str(saved_on(*said, today=date(2026, 1, 1))) == day, reason
