"""What becomes of output that cannot be written, and of a command that is stopped before it began."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.test_cli import ROOT, VERIFY
from verifier.cli import streams

LETTER = "A letter\n\nRead https://example.org/page too.\n"
ENVIRONMENT = {**{k: v for k, v in os.environ.items() if not k.startswith("VERIFY_")}, "PYTHONPATH": str(ROOT)}
MOST_TURNS = 400
"""Turns of at most 0.3 s that a question is given to end."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    return tmp_path


def shell(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    """What bash says of a line in which `verify` is this program."""
    program = f'verify() {{ "{sys.executable}" -m verifier "$@"; }}; set -o pipefail; {line}'
    return subprocess.run(
        ["bash", "-c", program], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )


def test_a_windows_console_keeps_its_own_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w", encoding="utf-8") as console:
        assert streams._patient(console, 1) is not console
        monkeypatch.setattr(streams.os, "name", "nt")
        kept = streams._patient(console, 1)
        monkeypatch.undo()
        assert kept is console, "bytes sent past it would be shown in the console's old code page"
    os.close(ours)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize(
    ("line", "code", "said", "why"),
    [
        ("verify extract letter.txt -f json >/dev/full", 3, "cannot be written: No space left", "a report is lost"),
        ("verify explain >/dev/full", 3, "cannot be written: No space left", "the same for every command"),
        ("verify --help >/dev/full", 3, "cannot be written: No space left", "and for help"),
        ("verify letter.txt --offline >/dev/full", 3, "The results are in the history", "where they are to be had"),
        ("verify letter.txt --offline 2>/dev/full", 0, "", "only hints are lost"),
        ("verify extract letter.txt 2>&-", 0, "", "nothing was to be said there"),
        ("verify letter.txt --offline >&-", 3, "cannot be written", "what was to be said there is lost"),
        ("verify letter.txt --offline -f text=t <&- >&- 2>&-", 3, "", "as from a daemon: the report is written"),
        ("verify extract - <&-", 3, "", "nothing read is not success"),
        ("verify extract missing.txt >&- 2>&-", 3, "", "the exit code still tells"),
        ("verify explain | true", 3, "", "whoever has gone wants no words"),
        ("verify letter.txt --offline | true", 3, "Report to read", "the report is written all the same"),
    ],
)
def test_output_that_nobody_takes(line: str, code: int, said: str, why: str, folder: Path) -> None:
    done = shell(folder, line)
    assert done.returncode == code, (why, done.stderr)
    assert said in done.stderr, why
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    if "--offline" in line:
        assert (folder / "reports" / "letter.html").stat().st_size > 1_000


@pytest.mark.parametrize("typed", [b"\x03", b"\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_leaving_a_question_is_no_defect(typed: bytes, folder: Path) -> None:
    broken = LETTER.replace("/page", "/news/2022/the-state\n-ment-on-the-lake.html")
    (folder / "letter.txt").write_text(broken, encoding="utf-8")
    assert shell(folder, "verify letter.txt --offline --no-report --fail-on never").returncode == 0
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a job in the background is begun with Ctrl-C ignored
        os.execve(sys.executable, [*VERIFY, "review"], ENVIRONMENT)
    said = b""
    with suppress(OSError):  # Linux's way to say that the other end of a terminal is closed
        for _ in range(MOST_TURNS):
            ready, _, _ = select.select([terminal], [], [], 0.3)
            if ready:
                said += os.read(terminal, 1 << 16)
            elif b"Your name" in said:  # more than once: what is typed while a prompt is made ready can be lost
                os.write(terminal, typed)
        os.kill(child, signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 130, said
    assert b"verify: interrupted" in said
    assert b"defect" not in said


def test_stopped_while_it_is_loaded_it_ends_as_a_shell_expects(folder: Path) -> None:
    """A traceback's exit code 1 would say “findings”."""
    program = (
        "import os, signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # which jobs in the background are begun without
        "class Stop:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'verifier.cli': os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Stop())\n"
        "from verifier.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (-signal.SIGINT, "")


def test_a_pipe_that_is_waited_for_is_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "letter.pipe")
    with tempfile.TemporaryFile() as errors, tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            [*VERIFY, "letter.pipe", "--offline", "--no-history", "--no-report"],
            cwd=tmp_path,
            env=ENVIRONMENT,
            stdout=output,
            stderr=errors,
        )
        try:
            told = b""
            while not told and process.poll() is None:
                time.sleep(0.05)
                told = os.pread(errors.fileno(), 1000, 0)
            (tmp_path / "letter.pipe").write_text("See https://example.org/a for it.\n")
            assert process.wait(timeout=60) in {0, 3}
        finally:
            process.kill()
    assert told == b"Waiting for what is written to the pipe 'letter.pipe'.\n"


def test_a_letter_that_is_to_be_typed_is_asked_for() -> None:
    ours, theirs = os.openpty()
    with tempfile.TemporaryFile() as errors, tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            [*VERIFY, "extract", "-"],
            env=ENVIRONMENT,
            stdin=theirs,
            stdout=output,
            stderr=errors,
        )
        try:
            os.write(ours, b"See https://example.org/a for it.\n\x04")
            assert process.wait(timeout=60) == 0
        finally:
            process.kill()
            os.close(ours)
            os.close(theirs)
        errors.seek(0)
        assert errors.read().startswith(b"Reading the letter from the keyboard: end it with Ctrl-D")
