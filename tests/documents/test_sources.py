"""Arguments -> sources, and the bytes of files and standard input."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from tests.builders import a_document, a_finding, a_report
from verifier.documents import Source, SourceKind, expand, formats, load
from verifier.model.errors import SourceError
from verifier.model.report import SourceFailure
from verifier.pipeline.plan import plan
from verifier.report import render


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "b.txt",
        "a.md",
        "sub/c.html",
        "sub/data.csv",
        ".hidden.txt",
        ".git/d.txt",
        "node_modules/e.md",
        "UP.TXT",
    ):
        path = tmp_path / "letters" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"letter {name}")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*arguments: str, stdin_name: str | None = None) -> list[str]:
    return [source.name for source in expand(arguments, stdin_name)]


def test_a_folder_is_walked_sorted_without_hidden_and_foreign_files(folder: Path) -> None:
    assert names("letters") == ["letters/UP.TXT", "letters/a.md", "letters/b.txt", "letters/sub/c.html"]


@pytest.mark.parametrize(
    ("arguments", "expected", "reason"),
    [
        (["letters/b.txt", "letters/a.md"], ["letters/b.txt", "letters/a.md"], "the order given is kept"),
        (["letters/b.txt", "./letters/b.txt"], ["letters/b.txt"], "the same file counts once"),
        (["letters/*.md", "letters/b.txt"], ["letters/a.md", "letters/b.txt"], "a glob the shell left alone"),
        (["letters/**/*.html"], ["letters/sub/c.html"], "two stars walk folders"),
        (["letters/sub/data.csv"], ["letters/sub/data.csv"], "a file named outright is read whatever its extension"),
        (["-", "-"], ["-"], "standard input is there once"),
        (["https://example.org/letter"], ["https://example.org/letter"], "a URL stays as it is"),
    ],
)
def test_expand(folder: Path, arguments: list[str], expected: list[str], reason: str) -> None:
    assert names(*arguments) == expected, reason


def test_kinds_and_the_name_of_standard_input(folder: Path) -> None:
    sources = expand(["-", "HTTP://example.org/", "letters/b.txt"], "pasted.md")
    assert [(source.name, source.kind) for source in sources] == [
        ("pasted.md", SourceKind.STDIN),
        ("HTTP://example.org/", SourceKind.URL),
        ("letters/b.txt", SourceKind.FILE),
    ]


@pytest.mark.parametrize(
    ("argument", "message", "hint"),
    [
        ("letters/c.txt", "no file or folder", "Did you mean letters/b.txt?"),
        ("letters/other.txt", "no file or folder", "Check the path."),
        ("nowhere/letter.txt", "no file or folder", "Check the path."),
        ("ftp://example.org/letter.txt", "no http or https address", "Download the letter and give the file."),
        ("letters/*.rst", "No file matches", "pattern"),
        ("empty", "holds no letter", ".txt"),
        ("x" * 5000, "path", ""),
        ("nul\0byte", "not a path", "Check"),
        ("", "names no file", "Check"),
    ],
)
def test_what_leads_nowhere_is_told_and_the_rest_goes_on(folder: Path, argument: str, message: str, hint: str) -> None:
    bad, good = expand([argument, "letters/b.txt"])
    assert bad.failure is not None
    assert message in bad.failure.message
    assert hint in bad.failure.hint
    assert good.failure is None
    with pytest.raises(SourceError, match=r"."):
        load(bad)


def test_texts_of_a_folder_that_are_not_read_are_told(folder: Path) -> None:
    for number in range(6):
        (folder / "letters" / f"old-{number}.DOC").write_bytes(b"x")
    (folder / "letters" / "photo.jpg").write_bytes(b"x")
    first, *others = expand(["letters"])
    assert first.beside == tuple(f"letters/old-{number}.DOC" for number in range(6))
    assert [other.beside for other in others] == [()] * len(others)
    [planned, *_] = plan([first])
    remark = (
        "not read: letters/old-0.DOC, letters/old-1.DOC, letters/old-2.DOC, letters/old-3.DOC, letters/old-4.DOC and 1"
    )
    assert remark in planned.document.remarks[-1]
    (folder / "empty" / "old.rtf").write_bytes(b"x")
    [failed] = expand(["empty"])
    assert failed.failure.message == "The folder empty holds no letter that can be read, only empty/old.rtf"


def test_reports_of_ours_are_no_letters_unless_named(folder: Path) -> None:
    page = render("html", a_report(a_document(a_finding())))
    (folder / "letters" / "b.html").write_text(page, encoding="utf-8")
    (folder / "empty" / "index.html").write_text(page, encoding="utf-8")
    first, *others = expand(["letters"])
    assert "letters/b.html" not in {first.name, *(other.name for other in others)}
    assert names("letters/*.html", "letters/b.txt") == ["letters/*.html", "letters/b.txt"]
    assert names("letters/**/*.html") == ["letters/sub/c.html"]
    assert names("letters/b.html") == ["letters/b.html"], "named outright"
    (folder / "letters" / "c.md").write_text(render("markdown", a_report(a_document(a_finding()))), encoding="utf-8")
    [planned, *_] = plan(expand(["letters"]))
    left_out = "Left out of the folder, being reports of this program: letters/b.html, letters/c.md"
    assert planned.document.remarks[-1] == left_out
    [failed, other] = expand(["empty", "empty/*.html"])
    assert failed.failure.message == "The folder empty holds no letter, only reports of this program"
    assert other.failure.message == "Only reports of this program match empty/*.html"


def test_a_link_that_leads_nowhere_is_not_suggested_for_itself(folder: Path) -> None:
    (folder / "lost.txt").symlink_to("nowhere")
    [lost] = expand(["lost.txt"])
    assert lost.failure.hint == "Check the path."


def test_a_link_to_the_same_file_counts_once(folder: Path) -> None:
    (folder / "same.txt").symlink_to(folder / "letters/b.txt")
    assert names("same.txt", "letters/b.txt") == ["same.txt"]


def test_load_reads_a_file_and_standard_input(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load(expand(["letters/b.txt"])[0]) == b"letter b.txt"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"piped")))
    assert load(expand(["-"])[0]) == b"piped"


def test_a_pipe_named_as_a_file_is_read(folder: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"through a pipe")
    os.close(writing)
    assert load(expand([f"/dev/fd/{reading}"])[0]) == b"through a pipe"
    os.close(reading)


def test_too_large_a_file_is_refused_with_its_limit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(formats.LIMITS, formats.Format.TEXT, 5)
    with pytest.raises(SourceError, match="larger than") as caught:
        load(expand(["letters/b.txt"])[0])
    assert "Split it" in caught.value.hint


def test_a_file_that_vanished_is_told() -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        load(Source("gone.txt", SourceKind.FILE, Path("/nonexistent/gone.txt")))


def test_a_url_is_not_loaded_here() -> None:
    with pytest.raises(SourceError, match="not a file"):
        load(Source("https://example.org/", SourceKind.URL))
    with pytest.raises(SourceError, match="why"):
        load(Source("x", SourceKind.FILE, None, SourceFailure("why", "hint")))
