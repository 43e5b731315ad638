"""History files as a user meets them: of earlier versions, of later ones, and two runs at one file."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.store.test_migrate import SCHEMAS
from tests.test_cli import ROOT, VERIFY
from verifier.cli import main
from verifier.store.migrate import APPLICATION_ID, known_migrations

SAMPLES = sorted(SCHEMAS.glob("*.sql"))
LETTER = "An open letter\n\n8 June 2022\n\nThe lake [1].\n\nNotes\n\n[1] ‘A statement’: https://example.org/{}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "lake.txt").write_text(LETTER.format("lake"), encoding="utf-8")
    (tmp_path / ".verify").mkdir()
    return tmp_path


def said(*arguments: str, code: int = 0) -> str:
    """What the command says, on standard error too; in this process, since there are many."""
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == code, done.output
    told = done.stdout + done.stderr
    return " ".join(told.split()) if code else told


def file_of(sample: Path, path: Path) -> Path:
    """A history file just as a program of that schema left it."""
    with closing(sqlite3.connect(path)) as database:
        for number, script in enumerate(known_migrations()[: int(sample.stem)], start=1):
            database.executescript(script.read_text(encoding="utf-8"))
            database.execute(f"PRAGMA user_version = {number}")
        database.executescript(sample.read_text(encoding="utf-8"))
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.commit()
    return path


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_file_of_every_earlier_version_serves_every_command(folder: Path, sample: Path) -> None:
    path = file_of(sample, folder / ".verify" / "history.sqlite")
    newest = f"{len(known_migrations()):04}"
    assert "answers, since 21 November 2026" in said("history", "letters/lake.txt")
    assert path.with_name(f"history.sqlite.schema-{int(sample.stem)}.backup").exists() is (sample.stem != newest)
    said("letters", "--offline", "--no-report")
    assert len(said("history").splitlines()) == 6, "two runs of then and one of now"
    for command in ("diff", "report", "export", "review"):
        assert said(command)
    said("forget", "letters/lake.txt")
    left = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"lake" not in left, "copies made before a migration go, too"


def test_a_file_of_a_later_version_is_left_alone(folder: Path) -> None:
    path = file_of(SAMPLES[-1], folder / ".verify" / "history.sqlite")
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    told = " ".join(said("letters", "--offline", "--no-report").split())
    assert "This run kept no history" in told, "and checked the letters all the same"
    assert "written by a newer version of this program (schema 99). Update the program" in told
    assert "Update the program, or name another file with --history." in said("history", code=3)
    assert path.read_bytes() == before


def test_two_runs_at_once_both_finish(folder: Path) -> None:
    for number in range(40):
        (folder / "letters" / f"{number}.txt").write_text(LETTER.format(number), encoding="utf-8")
    command = [*VERIFY, "letters", "--offline", "--no-report", "-f", "json=/dev/null"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with (folder / "errors").open("w") as errors:
        running = [
            subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=errors)
            for _ in range(3)
        ]
        assert [one.wait(timeout=120) for one in running] == [0, 0, 0]
    assert (folder / "errors").read_text() == ""
    told = said("history")
    assert told.count("41 skipped") == 3
    assert "not finished" not in told
