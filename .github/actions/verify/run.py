"""One run of `verify` in a workflow: which letters, with which options, and what it came to as outputs of the step.

In: the action's inputs, in the environment. Out: the reports in a folder of their own, annotations on stdout, the job
summary (`verify` adds it), outputs. The step never fails by itself: its exit code is an output, so that the history
and the report are kept before the job ends with it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from changed import UnknownChangesError, changed_letters
from environment import lines, put, switch, tell, text

_HISTORY = ".verify/history.sqlite"
"""What the action's cache keeps."""


def main() -> int:
    """Run, and say how it ended."""
    paths = lines("PATHS")
    if not paths:
        tell("error", "verify", "the input `paths` names no letter")
        put(exit_code=2)
        return 0
    if switch("CHANGED_ONLY"):
        try:
            paths = changed_letters(paths, text("BASE"))
        except UnknownChangesError as error:
            tell("error", "verify", str(error))
            put(exit_code=2)
            return 0
        if not paths:
            sys.stdout.write("No letter was changed.\n")
            put(exit_code=0, broken=0, fix=0, review=0, changed=False)
            return 0
    folder = _folder()
    code = subprocess.run([*_command(folder), "--", *paths], check=False).returncode  # noqa: S603
    put(exit_code=code)
    report = _read(folder / "report.json")
    if report is not None:
        verdicts = report["summary"]["verdicts"] or {}
        put(**{name: verdicts.get(name, 0) for name in ("broken", "fix", "review")})
        put(changed=_changed(report), folder=folder, json=folder / "report.json", report=folder / "report.html")
    return 0


def _folder() -> Path:
    """An empty folder for this run's reports, outside the repository."""
    name = "".join(each if each.isalnum() or each in "-_" else "-" for each in text("NAME"))
    folder = Path(os.environ.get("RUNNER_TEMP", ".")) / f"{name or 'letters'}-report"
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    return folder


def _command(folder: Path) -> list[str]:
    # Beside the Python that runs this script, whose links are not followed: they would lead out of its environment.
    command = [str(Path(sys.executable).with_name("verify")), "check", "--quiet", "--no-report", "--format=github"]
    command += [f"--format=json={folder / 'report.json'}", f"--format=html={folder / 'report.html'}"]
    command += [f"--format={target}" for target in lines("FORMAT")]
    command += [f"--config={text('CONFIG')}"] if text("CONFIG") else []
    command += [f"--fail-on={level}" for level in text("FAIL_ON").split()]
    command += ["--share"] if switch("SHARE") else []
    command += [f"--history={_HISTORY}"] if switch("HISTORY") else ["--no-history"]
    return command + lines("ARGUMENTS")


def _read(file: Path) -> dict[str, Any] | None:
    """The report, or None when there is none to read: verify was told something it could not use."""
    try:
        report = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return report if isinstance(report, dict) else None


def _changed(report: dict[str, Any]) -> bool:
    """Whether anything is not as the last run left it; on a first run, whether anything needs an edit."""
    changes = report["changes"]
    if changes is not None:
        return bool(changes["transitions"])
    verdicts = report["summary"]["verdicts"] or {}
    return bool(verdicts.get("broken", 0) + verdicts.get("fix", 0))


if __name__ == "__main__":
    raise SystemExit(main())
