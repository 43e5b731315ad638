"""What a full disk does to each thing that is written: told, exit code 3, nothing lost and nothing half there.

The system refuses files beyond a few kilobytes (RLIMIT_FSIZE), which is the same error to a program as no room.
"""

from __future__ import annotations

import resource
import subprocess
from pathlib import Path

import pytest

from tests.test_cli import run

LETTER = (
    "A letter\n\nThe ferry was mended [1].\n\nNotes:\n\n[1] Ferry Board, “A small repair to the ferry”: "
    "https://www.ferry.example.org/en/news/2022/03/a-small-repair-to-the-fer ry\n\n"
)


def in_little_room(*arguments: str, folder: Path, room: int = 4096) -> subprocess.CompletedProcess[str]:
    """A run that can write no file beyond `room` bytes."""
    return run(*arguments, folder=folder, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)))


def left(folder: Path) -> list[str]:
    """Every file below `folder`, but the bytecode and the history."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


OFFLINE = ("letter.txt", "--offline", "--no-history", "--quiet")


def test_a_report_without_room_leaves_nothing_and_takes_no_name(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(LETTER)
    for _ in range(2):
        done = in_little_room(*OFFLINE, folder=tmp_path)
        assert (done.returncode, "cannot write reports/letter.html" in done.stderr) == (3, True), done.stderr
        assert left(tmp_path) == ["letter.txt"]
    assert run(*OFFLINE, folder=tmp_path).returncode in {0, 1}
    assert "reports/letter.html" in left(tmp_path), "its own name, once there is room"
    before = (tmp_path / "reports" / "letter.html").read_bytes()
    assert in_little_room(*OFFLINE, folder=tmp_path).returncode == 3
    assert (tmp_path / "reports" / "letter.html").read_bytes() == before, "the report that was there stays"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("fix", "letter.txt", "--offline", "--no-history", "-o", "fixed.txt"), "cannot write fixed.txt"),
        (("fix", "letter.txt", "--offline", "--no-history", "--in-place"), "letter.txt cannot be written"),
        (("init",), "cannot write verify.toml"),
        ((*OFFLINE, "--no-report", "-f", "json=report.json"), "cannot write report.json"),
    ],
)
def test_what_has_no_room_is_told_and_nothing_is_half_there(
    tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    (tmp_path / "letter.txt").write_text(LETTER + "It is so. " * 500)
    before = (tmp_path / "letter.txt").read_bytes()
    done = in_little_room(*arguments, folder=tmp_path, room=2048)
    assert (done.returncode, told in done.stderr) == (3, True), done.stderr
    assert (tmp_path / "letter.txt").read_bytes() == before
    assert left(tmp_path) == ["letter.txt"]


def test_one_letter_without_room_keeps_no_other_from_being_written(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LETTER + "It is so. " * 500)
    (tmp_path / "b.txt").write_text(LETTER)
    done = in_little_room("fix", "a.txt", "b.txt", "--offline", "--no-history", "-o", "out", folder=tmp_path, room=2048)
    assert done.returncode == 3
    assert "cannot write out/a.txt" in done.stderr
    assert left(tmp_path / "out") == ["b.txt"]


def test_a_copy_that_cannot_be_written_is_refused_before_anything_is_asked(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(LETTER)
    (tmp_path / "file").write_text("mine")
    done = run("fix", "letter.txt", "--offline", "-o", "file/fixed.txt", folder=tmp_path)
    assert (done.returncode, "cannot write file/fixed.txt" in done.stderr) == (2, True), done.stderr
    assert left(tmp_path) == ["file", "letter.txt"], "no history was begun"


def test_a_table_that_cannot_be_written_is_no_mistake_in_the_options(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(LETTER)
    (tmp_path / "file").write_text("mine")
    run("letter.txt", "--offline", "--no-report", folder=tmp_path)
    done = run("export", "-o", "file/table.csv", folder=tmp_path)
    assert (done.returncode, "cannot write file/table.csv" in done.stderr) == (3, True), done.stderr
