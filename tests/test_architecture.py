"""The house keeps its shape: import contracts, sizes, what is loaded when, and pins."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "verifier").rglob("*.py"))


def test_the_import_contracts_hold() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_and_functions_hold_one_thing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 320
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno <= 55, node.name


def test_heavy_libraries_wait_until_they_are_needed() -> None:
    heavy = {
        "httpx",
        "bs4",
        "lxml",
        "jinja2",
        "rich",
        "waybackpy",
        "requests",
        "charset_normalizer",
        "rapidfuzz",
        "asyncio",
    }
    letter = ROOT / "tests" / "letters" / "twin.txt"
    code = (
        "import sys; sys.argv = ['verify', 'extract', sys.argv[1], '-f', 'json']\n"
        "from verifier.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"sys.stderr.write(' '.join(sorted({heavy!r} & set(sys.modules))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(letter)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""


def test_pins_carry_no_address() -> None:
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"[\w.-]+==[\w.+!-]+", line), line
