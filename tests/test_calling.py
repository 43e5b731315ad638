"""What surrounds every command."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.test_cli import ROOT, VERIFY
from verifier.cli.calling import guarded
from verifier.model.errors import OutputError, SourceError, StoreError, UsageError


def defect() -> int:
    raise ZeroDivisionError("by nobody")


def interrupt() -> int:
    raise KeyboardInterrupt


def problem(error: Exception) -> int:
    raise error


@pytest.mark.parametrize(
    ("run", "code", "words", "why"),
    [
        (lambda: 1, 1, "", "findings are an answer, not a problem"),
        (lambda: problem(UsageError("no such option", "Look there.")), 2, "Look there.", "the caller's mistake"),
        (lambda: problem(SourceError("unreadable")), 3, "verify: unreadable", "the job cannot be done in full"),
        (lambda: problem(StoreError("locked")), 3, "verify: locked", "likewise"),
        (lambda: problem(OutputError("disk full")), 3, "verify: disk full", "the rest of the job was done"),
        (
            lambda: problem(SourceError("no a\n::x::\x1b[2J")),
            3,
            "no a ::x::‹U+001B›[2J",
            "names of files steer nothing",
        ),
        (interrupt, 130, "interrupted", "as a shell says it"),
        (defect, 3, "defect of verifier", "a traceback's own exit code would say “findings”"),
    ],
)
def test_every_end_has_its_exit_code(run, code, words, why, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        guarded(run)
    assert ended.value.code == code, why
    said = capsys.readouterr().err
    assert words in said
    assert ("Traceback" in said) == (run is defect)


@pytest.mark.parametrize(
    ("begun", "code", "told", "why"),
    [
        ("exec 0<&-", 0, "", "schedulers start programs without standard input; uvloop would abort the process"),
        ("exec 2>&-", 0, "", "messages go nowhere, and into no file that got the number"),
        ("exec 2>/dev/full", 0, "", "a message that cannot be told ends no run"),
        (
            "exec 1>&-",
            3,
            "standard output cannot be written: Bad file descriptor",
            "a lost report is told",
        ),
        ("exec 1>/dev/full", 3, "standard output cannot be written: No space left", "not with 120, nor a traceback"),
    ],
)
@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs /dev/full")
def test_streams_that_are_closed_or_full(begun: str, code: int, told: str, why: str, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("One [1].\n\nNotes\n\n[1] A source, https://example.org/a-\nb\n")
    script = f'{begun}; exec "$@"'
    command = [*VERIFY, "--offline", "--no-report", "--no-history", "letter.txt"]
    with (tmp_path / "out").open("w+") as out, (tmp_path / "err").open("w+") as err:
        done = subprocess.run(
            ["sh", "-c", script, "sh", *command],
            cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=out, stderr=err, check=False,
        )  # fmt: skip
    said = (tmp_path / "err").read_text()
    assert (done.returncode, "Traceback" in said) == (code, False), (why, said)
    assert told in said
    assert bool((tmp_path / "out").read_text()) == (code == 0)
