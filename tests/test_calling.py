"""What surrounds every command."""

from __future__ import annotations

import pytest

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
