"""Every command that the documentation shows is understood, and those of its `console` blocks do what is shown there.

In such a block, a line after `$ ` is run, page by page in one folder that holds docs/examples, in the simulated web;
the lines below it must stand in its output in that order, `…` standing for any lines left out.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.documentation import DOCS
from tests.web.server import SimulatedWeb
from verifier.cli import main

ROOT = DOCS.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md"))]
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^(?:    |\$ |- run: |      run: )(?:\.venv/bin/)?(verify .*)$", re.MULTILINE)
_CODE = re.compile(r"`(verify [a-z-][^`]*)`")


def commands(page: Path) -> Iterator[str]:
    """The command lines of a page, without comments, pipes and what follows."""
    text = page.read_text(encoding="utf-8")
    for written in [*_COMMAND.findall(text), *_CODE.findall(text)]:
        yield re.split(r"\s+(?:#|\||>|·|&&)\s?|\s*\\$", written)[0]


def understood(words: list[str]) -> None:
    """Fails where `verify` would refuse the words before doing anything: unknown commands and options."""
    command: click.Command = main
    if not words or (words[0] not in main.commands and not re.fullmatch(r"[a-z]+", words[0])):
        words = ["check", *words]
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        name, *words = words
        assert name in command.commands, f"there is no command {name}"
        command = command.commands[name]
    options = {"-h", "--help", "--version", *(name for param in command.params for name in param.opts)}
    for word in words:
        if word.startswith("-") and word != "-":
            assert word.split("=")[0] in options, f"{command.name} has no option {word}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_are_understood(page: Path) -> None:
    for line in commands(page):
        understood(shlex.split(line)[1:])


@pytest.mark.parametrize(
    "page", [page for page in PAGES if _BLOCK.search(page.read_text(encoding="utf-8"))], ids=lambda page: page.name
)
def test_console_blocks_show_what_is_printed(page: Path, tmp_path: Path, simulated_web: SimulatedWeb) -> None:
    shutil.copytree(DOCS / "examples", tmp_path, dirs_exist_ok=True)
    environment = os.environ | {
        "VERIFY_RESOLVE": " ".join(rule for rule in simulated_web.options[1::2] if ":" in rule),
        "VERIFY_CA_BUNDLE": str(simulated_web.ca_bundle),
        "COLUMNS": "100",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    for block in _BLOCK.findall(page.read_text(encoding="utf-8")):
        for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            printed = run(command, tmp_path, environment)
            assert_shown(shown, printed, command)


def run(command: str, folder: Path, environment: dict[str, str]) -> str:
    """What the command prints on both streams, having ended as a command that was understood."""
    with (folder / ".printed").open("w+", encoding="utf-8") as file:
        done = subprocess.run(
            shlex.split(command), cwd=folder, env=environment, stdout=file, stderr=subprocess.STDOUT, timeout=120,
            check=False,
        )  # fmt: skip
        file.seek(0)
        printed = file.read()
    assert done.returncode in {0, 1}, f"{command} ended with {done.returncode}:\n{printed}"
    return printed


def assert_shown(shown: str, printed: str, command: str) -> None:
    """Each shown line is printed, in that order; without `…` between two, the second follows the first at once."""
    lines = [line.rstrip() for line in printed.splitlines() if line.strip()]
    at, anywhere = 0, False
    for line in (line.rstrip() for line in shown.splitlines() if line.strip()):
        if line == "…":
            anywhere = True
            continue
        found = next((place for place in range(at, len(lines)) if lines[place] == line), None)
        assert found is not None, f"{command} does not print {line!r} (any more):\n{printed}"
        assert anywhere or found == at, f"{command} prints other lines before {line!r}:\n{printed}"
        at, anywhere = found + 1, False
