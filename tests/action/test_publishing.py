"""The warning of what becomes public: when it is given, and what it names."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.action.github import GitHub

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / ".github" / "actions" / "verify" / "publishing.py"
DEFAULTS = {"ACCEPTED": "false", "SHARE": "false", "HISTORY": "true", "ARTIFACT": "true", "ISSUE": "true"}
PUBLIC, PRIVATE, SILENT = {"repository": {"private": False}}, {"repository": {"private": True}}, {"schedule": "x"}


@pytest.fixture(scope="module")
def github() -> Iterator[GitHub]:
    with GitHub() as github:
        yield github


def said(github: GitHub, folder: Path, event: dict, **inputs: str) -> str:
    file = folder / "event.json"
    file.write_text(json.dumps(event), encoding="utf-8")
    runner = {"GITHUB_API_URL": github.url, "GITHUB_REPOSITORY": "example/letters", "GITHUB_EVENT_PATH": str(file)}
    environment = {"PYTHONPATH": str(ROOT), **runner, **DEFAULTS, **inputs}
    done = subprocess.run([sys.executable, SCRIPT], env=environment, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize(
    ("event", "asked", "inputs", "warned", "why"),
    [
        (PUBLIC, True, {}, "and the cached history", "a public repository"),
        (PRIVATE, False, {}, "", "a private one"),
        (SILENT, False, {}, "This repository is public", "the event does not say, but GitHub does: public"),
        (SILENT, True, {}, "", "or private"),
        (PUBLIC, True, {"ACCEPTED": "true"}, "", "somebody has thought of it"),
        (PUBLIC, True, {"SHARE": "true", "HISTORY": "false"}, "", "nothing of a letter is told"),
        (PUBLIC, True, {"SHARE": "true"}, "can read the cached history, through", "the history is whole"),
        (PUBLIC, True, {"HISTORY": "false", "ISSUE": "false"}, "summary of this job and its artifact.", "the others"),
    ],
)
def test_warnings(github: GitHub, tmp_path: Path, event, asked, inputs, warned, why) -> None:
    github.private = asked
    told = said(github, tmp_path, event, **inputs)
    assert told.count("::warning title=Letters may become public::") == bool(warned), why
    assert warned in told, why


def test_where_nobody_tells_the_worst_is_supposed(github: GitHub, tmp_path: Path) -> None:
    github.fails = [403]
    assert "It is not known whether this repository is private" in said(github, tmp_path, SILENT)
