"""Whole letters, fixed in this process: clean afterwards, the same when fixed again, untouched elsewhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import NOON
from verifier.documents import Source, SourceKind
from verifier.model.change import Letter
from verifier.model.citation import RepairStatus
from verifier.model.evidence import LiveOutcome, LiveResult
from verifier.model.report import Verdict
from verifier.pipeline.desk import Options
from verifier.pipeline.extracted import as_extracted
from verifier.pipeline.fix import fix
from verifier.pipeline.plan import plan

TESTS = Path(__file__).parent.parent
SUFFIXES = {".txt", ".md", ".html", ".docx", ".odt", ".fodt"}
LETTERS = sorted(
    path
    for folder in (TESTS / "letters", TESTS / "documents" / "fixtures")
    for path in folder.iterdir()
    if path.suffix in SUFFIXES
)


def fixed(path: Path) -> Letter:
    (one,) = plan([Source(path.name, SourceKind.FILE, path)], keep=True)
    return fix(one, as_extracted(one, Options(offline=True)))


def fixed_bytes(folder: Path, name: str, data: bytes) -> Letter:
    path = folder / name
    path.write_bytes(data)
    return fixed(path)


def still_broken(path: Path) -> list[str]:
    (one,) = plan([Source(path.name, SourceKind.FILE, path)])
    return [
        each.as_written
        for each in one.found.citations
        if each.repair.status is RepairStatus.MENDED and each.repair.confidence >= 0.9
    ]


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.name)
def test_every_letter_is_clean_afterwards_and_fixing_it_again_changes_nothing(tmp_path: Path, path: Path) -> None:
    once = fixed(path)
    again = tmp_path / path.name
    again.write_bytes(once.new)
    assert still_broken(again) == []
    assert fixed(again).new == once.new
    assert (once.new == once.old) is not bool(once.changes)


def test_the_letters_hold_something_to_fix() -> None:
    assert sum(len(fixed(path).changes) for path in LETTERS) > 40


LETTER = (
    "An open letter\n\nThe lake is drying up [1]. Nobody came [2].\n\nNotes\n\n"
    "[1] Lake Office, ‘A statement on the lake’, 28 May 2022:"
    "https://example.org/news/2022/05/a-statement -on-the-lake ;\n"
    "[2] Lake Office, ‘Who came to the lake: fundamental freedoms’, 3 June 2022:\n"
    "https://example.org/news/2022/06/who-came-to-the-lake-fundamental-freed oms?lang=E&id=26006 \n"
)
MENDED = LETTER.replace("statement -on", "statement-on").replace("freed oms", "freedoms")


@pytest.mark.parametrize(
    ("encoding", "mark", "ending"),
    [
        ("utf-8", b"", "\n"),
        ("utf-8", b"\xef\xbb\xbf", "\r\n"),
        ("utf-8", b"", "\r"),
        ("cp1252", b"", "\r\n"),
        ("utf-16-le", b"\xff\xfe", "\r\n"),
        ("utf-16-be", b"\xfe\xff", "\n"),
        ("utf-32-le", b"\xff\xfe\0\0", "\n"),
        ("utf-16-le", b"", "\n"),
        ("gb18030", b"", "\n"),
    ],
)
def test_encoding_mark_and_line_ends_stay(tmp_path: Path, encoding: str, mark: bytes, ending: str) -> None:
    data = mark + LETTER.replace("\n", ending).encode(encoding)
    assert fixed_bytes(tmp_path, "letter.txt", data).new == mark + MENDED.replace("\n", ending).encode(encoding)


def test_mixed_line_ends_and_damaged_bytes_stay(tmp_path: Path) -> None:
    data = (
        LETTER.encode().replace(b"\n\n", b"\r\n\n")
        + "\n\nüberall gültige Wörter, schön. ".encode() * 20
        + b"\xff\xfe bad\r"
    )
    letter = fixed_bytes(tmp_path, "letter.txt", data)
    assert letter.new == data.replace(b"statement -on", b"statement-on").replace(b"freed oms", b"freedoms")


def test_a_line_end_inside_a_link_goes_and_no_other(tmp_path: Path) -> None:
    text = LETTER.replace("freed oms", "freed\noms").replace("\n", "\r\n")
    letter = fixed_bytes(tmp_path, "letter.txt", text.encode())
    assert letter.new == MENDED.replace("\n", "\r\n").encode()


def test_a_pdf_is_told_and_its_corrections_can_still_be_listed(tmp_path: Path) -> None:

    path = tmp_path / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    (one,) = plan([Source(path.name, SourceKind.FILE, path)], keep=True)
    assert one.document is not None
    printed = replace(one, document=replace(one.document, media_type="application/pdf"))
    report = as_extracted(one, Options(offline=True))
    refused = fix(printed, report)
    assert refused.error is not None
    assert "PDF cannot be changed" in refused.error.message
    assert len(fix(printed, report, write=False).changes) == 2


def test_a_source_that_could_not_be_read_keeps_its_error(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    assert fixed(path).error is not None


def with_moved(path: Path, url: str, to: str) -> Letter:
    (one,) = plan([Source(path.name, SourceKind.FILE, path)], keep=True)
    report = as_extracted(one, Options())
    live = LiveResult(LiveOutcome.MOVED, NOON, final_url=to, answered=True)
    findings = [
        replace(finding, live=live, verdict=Verdict.FIX) if finding.citation.url == url else finding
        for finding in report.findings
    ]
    return fix(one, replace(report, findings=tuple(findings)))


def test_a_change_that_would_not_read_back_is_taken_back_and_the_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(f"{LETTER}[3] See https://example.org/old (a page).\n", encoding="utf-8")
    letter = with_moved(path, "https://example.org/old", "https://example.org/new.")
    assert "https://example.org/old" in letter.new.decode()
    assert [one.why for one in letter.left] == ["the changed letter would be read otherwise than meant"]
    assert len(letter.changes) == 2
    assert with_moved(path, "https://example.org/old", "https://example.org/new").left == ()


def test_many_links_of_which_some_become_sure_only_in_company_of_the_others(tmp_path: Path) -> None:
    link = (
        "https://example.org/reports/{0}/over-220-groups-urgently-demand-commissioner-postpone-her-v isit-to-china-{0}/"
    )
    notes = [f"[{n}] Groups demand commissioner postpone her visit to China {link.format(n)}" for n in range(990, 1040)]
    data = ("A letter\n\n" + "\n\n".join(notes) + "\n").encode()
    once = fixed_bytes(tmp_path, "letter.txt", data)
    assert fixed_bytes(tmp_path, "letter.txt", once.new).new == once.new
    assert once.new == data.replace(b"her-v isit", b"her-visit")
