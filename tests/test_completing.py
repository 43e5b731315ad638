"""What a shell is offered while a command is typed, and that the offer costs next to nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_cli import run
from verifier.cli import main
from verifier.report import FORMATS

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent


def offered(line: str, folder: Path, shell: str = "bash") -> list[str]:
    """What is offered for the last word of `line`, as the shell's script asks for it."""
    words = line.split(" ")
    variables = {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1), "_VERIFY_COMPLETE": f"{shell}_complete"}
    done = subprocess.run(
        [BIN / "verify"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.split("\n")[:-1]


@pytest.mark.parametrize(
    ("line", "words", "why"),
    [
        ("verify ex", ["file,ex", "plain,explain", "plain,export", "plain,extract"], "a command, or a letter"),
        ("verify --fail", ["plain,--fail-on"], "the main job needs no name"),
        ("verify letter.txt --min", ["plain,--min-decided"], "nor after a letter"),
        (
            "verify letter.txt --fail-on ",
            [f"plain,{level}" for level in ("broken", "fix", "review", "new", "never")],
            "",
        ),
        ("verify extract -f js", ["plain,json", "plain,jsonl"], "formats"),
        ("verify check le", ["file,le"], "letters are files"),
        ("verify --reviews v", ["file,v"], "and so is what options name"),
        ("verify explain soft", ["plain,soft-404"], "rules by name"),
        ("verify explain VFY40", ["plain,VFY401", "plain,VFY402", "plain,VFY403"], "and by id"),
        ("verify export --to ", ["plain,csv", "plain,jsonl"], "choices"),
        ("verify config ", ["plain,show"], "commands of commands"),
        ("verify completion ", ["plain,bash", "plain,zsh", "plain,fish"], "shells"),
    ],
)
def test_offers(line: str, words: list[str], why: str, tmp_path: Path) -> None:
    assert offered(line, tmp_path) == words, why


def test_every_command_and_format_is_offered(tmp_path: Path) -> None:
    assert {word.removeprefix("plain,") for word in offered("verify ", tmp_path)} >= set(main.commands)
    assert offered("verify -f ", tmp_path) == [f"plain,{name}" for name in FORMATS]


def test_bash_completes_a_command_line(tmp_path: Path) -> None:
    (tmp_path / "script.sh").write_text(
        'eval "$(verify completion bash)"\n'
        "compopt() { :; }\n"  # only there while a line is edited
        "COMP_WORDS=(verify letter.txt --fail-on n) COMP_CWORD=3\n"
        "_verify_completion verify n --fail-on\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
        "complete -p verify\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        ["bash", "script.sh"],
        cwd=tmp_path,
        env={"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines()[:2] == ["new", "never"]
    assert "-F _verify_completion verify" in done.stdout


@pytest.mark.parametrize(("shell", "registers"), [("zsh", "compdef _verify_completion verify"), ("fish", "complete")])
def test_other_shells_have_a_script(shell: str, registers: str, tmp_path: Path) -> None:
    done = run("completion", shell, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert registers in done.stdout
    assert f"_VERIFY_COMPLETE={shell}_complete" in done.stdout


def test_an_unknown_shell_is_a_mistake(tmp_path: Path) -> None:
    assert run("completion", "elvish", folder=tmp_path).returncode == 2


def test_nothing_heavy_is_loaded_for_an_offer() -> None:
    program = (
        "import sys, os\n"
        "from verifier.cli import main\n"
        "os.environ |= {'_VERIFY_COMPLETE': 'bash_complete', 'COMP_WORDS': 'verify -f ', 'COMP_CWORD': '2'}\n"
        "try:\n    main(prog_name='verify')\nexcept SystemExit:\n    pass\n"
        "heavy = {'httpx', 'lxml', 'bs4', 'sqlite3', 'jinja2', 'rich', 'asyncio', 'pypdfium2', 'verifier.pipeline'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    measuring = ("COV_CORE", "COVERAGE")  # coverage in the child would load sqlite3 itself
    environment = {name: value for name, value in os.environ.items() if not name.startswith(measuring)}
    environment["PYTHONPATH"] = str(ROOT)
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
