"""What only answers need is loaded while they are awaited, and the end of a run does not wait for it."""

import asyncio
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from verifier.report import FORMATS
from verifier.settings import Settings
from verifier.wiring.warm_up import warming_up

ROOT = Path(__file__).parent.parent.parent
AWAITING = """
import asyncio, sys
from verifier.settings import Settings
from verifier.wiring.warm_up import warming_up

async def run(needed):
    async with warming_up(Settings(format=("json", "csv=table.csv"))), asyncio.timeout(60):
        while not needed <= set(sys.modules):
            await asyncio.sleep(0.01)

needed = set(sys.argv[1:])
assert needed.isdisjoint(sys.modules)
asyncio.run(run(needed))
print(" ".join(sorted(name for name in sys.modules if name.startswith("verifier.report."))))
"""


def test_what_answers_and_reports_need_is_loaded_while_they_are_awaited() -> None:
    needed = ["verifier.checks.answers", "verifier.pipeline.conclude", "verifier.verdict", "verifier.pipeline.trends"]
    needed += ["verifier.report.json", "verifier.report.html.rendering", "verifier.report.csv"]
    done = subprocess.run(
        [sys.executable, "-c", AWAITING, *needed],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    assert "verifier.report.sarif" not in done.stdout.split(), "only the formats that were asked for"


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_has_a_module_of_its_name(name: str) -> None:
    """What cannot be loaded would end the warming up without a word, and what comes behind it would not be loaded."""
    assert find_spec(f"verifier.report.{name}") is not None


def test_a_run_that_ends_at_once_leaves_nothing_behind() -> None:
    async def run() -> set[asyncio.Task[None]]:
        async with warming_up(Settings()):
            pass
        await asyncio.sleep(0)
        return asyncio.all_tasks() - {asyncio.current_task()}

    assert asyncio.run(run()) == set()
