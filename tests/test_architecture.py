"""The house keeps its shape: import contracts, sizes, what is loaded when, and pins."""

from __future__ import annotations

import ast
import os
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


def test_what_is_written_names_files_that_are_there() -> None:
    there = [path.as_posix() for room in ("verifier", "tests") for path in (ROOT / room).rglob("*.py")]
    texts = [*SOURCES, ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
    missing = {
        f"{path.relative_to(ROOT)} names {name}"
        for path in [*texts, *(ROOT / "tests").rglob("README.md")]
        for name in re.findall(r"`((?:[\w-]+/)*\w+\.py)`", path.read_text(encoding="utf-8"))
        if not any(one.endswith(f"/{name}") for one in there)
    }
    assert missing == set()


HEAVY = {"httpx", "h11", "bs4", "lxml", "jinja2", "rich", "waybackpy", "requests", "charset_normalizer", "rapidfuzz"}
JUDGING = {
    "verifier.checks.answers",
    "verifier.checks.classify",
    "verifier.checks.page.reading",
    "verifier.checks.archive.wayback",
    "verifier.pipeline.completion",
    "verifier.pipeline.conclude",
    "verifier.pipeline.news",
    "verifier.pipeline.reviewing",
    "verifier.pipeline.trends",
    "verifier.verdict",
}
ASIDE = {
    "sqlite3",
    "tomllib",
    "verifier.documents.html.reader",
    "verifier.documents.pdf.reader",
    "verifier.documents.rewrite.rewriting",
    "verifier.model.change",
    "verifier.pipeline.disclosure",
    "verifier.pipeline.doctor",
    "verifier.pipeline.sharing",
    "verifier.report.html.rendering",
    "verifier.report.text",
    "verifier.store",
}
FIRST_REQUEST = """
from verifier.web.client import HttpFetcher
async def tell(*_):
    tell_modules()
    os._exit(0)
HttpFetcher.fetch = tell
"""


@pytest.mark.parametrize(
    ("arguments", "watched", "unwanted"),
    [
        # What click needs, and the options: nothing of the program.
        (["--help"], "", HEAVY | JUDGING | ASIDE | {"verifier.model", "verifier.pipeline", "asyncio", "dataclasses"}),
        # Neither the event loop, nor the network, nor what judges.
        (
            ["extract", "twin.txt", "-f", "json"],
            "",
            HEAVY | JUDGING | ASIDE | {"asyncio", "socket", "ssl", "verifier.checks", "verifier.content", "shutil"},
        ),
        # All that only answers need is loaded while they are awaited.
        (
            ["twin.txt", "-f", "json", "--no-history", "--no-archive", "--no-report"],
            FIRST_REQUEST,
            HEAVY | JUDGING | ASIDE | {"verifier.model.report", "verifier.report.json", "verifier.report.masking"},
        ),
    ],
    ids=["help", "extract", "first request"],
)
def test_nothing_is_loaded_before_it_is_needed(
    arguments: list[str], watched: str, unwanted: set[str], tmp_path: Path
) -> None:
    program = (
        "import os, sys\n"
        "def tell_modules():\n"
        "    sys.stderr.write(' '.join(sys.modules))\n"
        "    sys.stderr.flush()\n"
        f"{watched}\n"
        "from verifier.cli import main\n"
        "try: main()\n"
        "except SystemExit: tell_modules()\n"
    )
    given = [str(ROOT / "tests" / "letters" / one) if one.endswith(".txt") else one for one in arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for name in [name for name in environment if name.startswith(("COV_CORE", "COVERAGE"))]:
        del environment[name]  # coverage in the child would load modules of its own
    done = subprocess.run(
        [sys.executable, "-c", program, *given],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = done.stderr.split()
    assert "verifier.cli" in loaded
    assert sorted(unwanted.intersection(loaded)) == []


def test_pins_carry_no_address() -> None:
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"[\w.-]+==[\w.+!-]+", line), line
