"""Text from `pdftotext` whose lines go from right to left."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_letters import extracted
from verifier import documents
from verifier.documents.rewrite.rewriting import rewrite
from verifier.documents.seen_text import in_typing_order
from verifier.model.change import Change, ChangeKind
from verifier.model.document import Position

RLE, LRE, PDF = "\u202b", "\u202a", "\u202c"


def line(text: str) -> str:
    """`text` with its marks of direction: <from the left>, between the marks of a line from the right."""
    return RLE + text.replace("<", LRE).replace(">", PDF) + PDF


@pytest.mark.parametrize(
    ("seen", "typed", "reason"),
    [
        (line("< 1>המכון למים< ,>דוח"), "1 המכון למים, דוח", "a label stands behind its space"),
        (
            line("דוח שנתי<https://example.org/a/b ,2023 ,>"),
            "דוח שנתי, 2023, https://example.org/a/b",
            "a link before what was typed ahead of it",
        ),
        (line("ראו< :><https://example.org>"), "ראו: https://example.org", "a colon by itself"),
        (line("שולם ב< 3->במאי <.)2024>"), "שולם ב-3 במאי 2024).", "numbers and the end of a sentence"),
        (line("</reports/2023/05>"), "reports/2023/05/", "the rest of a link, its end at the left"),
        (line("<7 >\u0627\u0625\u0644\u0646"), "7\u0627\u0644\u0625\u0646", "lam and alef are one glyph"),
        ("\f" + line("שלום<7 >"), "\fשלום 7", "a page begins"),
        ("A line\n" + line("שלום"), "A line\n" + line("שלום"), "without a stretch from the left nothing is turned"),
        (f"{RLE}שלום{PDF} {LRE}us{PDF}.", f"{RLE}שלום{PDF} {LRE}us{PDF}.", "marks within a line are somebody's own"),
    ],
)  # fmt: skip
def test_lines_are_read_as_typed(seen: str, typed: str, reason: str) -> None:
    assert in_typing_order(seen) == typed, reason


@given(st.text("אב ab1.,()/\n\f" + RLE + LRE + PDF, max_size=60))
def test_lines_remain(text: str) -> None:
    assert in_typing_order(text).count("\n") == text.count("\n")


LETTER = "\n".join(
    [
        line("מכתב גלוי למועצה"),
        "",
        line("המכון פרסם את הדוח שלו בשנה שעברה< [1] >וקבע כי המפלס ירד."),
        "",
        line("הערות"),
        line("< [1]>המכון למים<https://example.org/reports/annual- ,2023 ,>"),
        line("<2023.html>"),
        "",
    ]
)


def test_a_note_and_its_link_are_whole(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    extract = extracted(path)
    assert [(one.note, one.url) for one in extract.citations] == [("1", "https://example.org/reports/annual-2023.html")]
    assert [len(note.markers) for note in extract.notes] == [1]


def test_such_a_text_is_not_written_again() -> None:
    data = LETTER.encode()
    document = documents.read(data, "letter.txt")
    assert any("as they are seen" in remark for remark in document.remarks)
    at = document.text.index("https")
    change = Change(
        ChangeKind.MENDED,
        at,
        at + 5,
        "https",
        "http",
        "http://example.org",
        "https://example.org",
        Position(1, 1),
        "so",
    )
    written = rewrite(data, document, [change])
    assert (written.data, written.changes, len(written.left)) == (data, (), 1)
