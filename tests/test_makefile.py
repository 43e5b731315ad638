"""What `make verify` tells whoever types it first: findings are no failure of make, anything else is."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not here")
@pytest.mark.parametrize(
    ("code", "failed", "why"),
    [
        (0, False, "clean"),
        (1, False, "findings: the report tells them, and nothing went wrong"),
        (2, True, "a mistake"),
        (3, True, "the job was not done in full"),
        (130, True, "interrupted"),
    ],
)
def test_findings_are_no_error_of_make(tmp_path: Path, code: int, failed: bool, why: str) -> None:
    program = tmp_path / "verify"
    program.write_text(f'#!/bin/sh\necho "checked $1"\nexit {code}\n')
    program.chmod(0o755)
    command = ["make", "-o", ".venv/.installed", f"BIN={tmp_path}", "verify", "LETTER=my letter.txt"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "checked my letter.txt" in done.stdout
    assert (done.returncode != 0, "Error" in done.stderr) == (failed, failed), why
