"""The program as a library gives what the command line gives."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import verifier
from tests.web.server import SimulatedWeb
from verifier.model.errors import UsageError

LETTERS = Path(__file__).parent / "letters"
EXAMPLE = Path(__file__).parent.parent / "docs" / "examples" / "letter.txt"
CHANGING = {"id", "started_at", "finished_at", "options", "checked_at", "elapsed_ms"}


def lasting(value: object) -> object:
    """A report without what differs from run to run."""
    if isinstance(value, dict):
        return {key: lasting(part) for key, part in value.items() if key not in CHANGING}
    return [lasting(part) for part in value] if isinstance(value, list) else value


def test_extract_gives_what_the_command_gives(tmp_path: Path) -> None:
    letter = LETTERS / "twin.txt"
    with (tmp_path / "out.json").open("w") as out:
        subprocess.run([sys.executable, "-m", "verifier", "extract", letter, "-f", "json"], stdout=out, check=True)
    printed = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert lasting(json.loads(verifier.render("json", verifier.extract(letter)))) == lasting(printed)


def test_verify_checks_and_judges(simulated_web: SimulatedWeb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    report = verifier.verify(
        EXAMPLE, resolve=simulated_web.resolve, ca_bundle=str(simulated_web.ca_bundle), no_history=True
    )
    assert [finding.verdict for finding in report.documents[0].findings] == ["fix", "ok", "fix", "review"]
    assert not list(tmp_path.iterdir()), "nothing is written"


def test_where_only_a_plan_is_wanted_nothing_is_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "verify.toml").write_text("plan = true\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"plan \(verify.toml\): nothing is to be sent"):
        verifier.verify(EXAMPLE, resolve=["*:443:nxdomain:1"])
    assert [path.name for path in tmp_path.iterdir()] == ["verify.toml"], "nor was anything written"


def test_it_runs_where_an_event_loop_runs_already() -> None:
    async def in_a_notebook() -> int:
        return verifier.verify(LETTERS / "twin.txt", offline=True, no_history=True).summary.citations

    assert asyncio.run(in_a_notebook()) == 13


def test_a_source_that_cannot_be_read_is_in_the_report(tmp_path: Path) -> None:
    report = verifier.extract(tmp_path / "none.txt", EXAMPLE)
    assert report.documents[0].error is not None
    assert len(report.documents[1].findings) == 4


@pytest.mark.parametrize(
    ("sources", "settings", "words"),
    [
        ((), {}, "no source"),
        ((EXAMPLE,), {"ofline": True}, r"'ofline' in the call \(did you mean 'offline'"),
        ((EXAMPLE,), {"timeout": "soon"}, "timeout in the call: cannot use 'soon'"),
        (([EXAMPLE, EXAMPLE],), {}, "a source is a string or a path, not list"),
        ((b"letter.txt",), {}, "not bytes"),
        ((EXAMPLE, 3), {}, "not int: 3"),
    ],
)
def test_what_cannot_be_used_raises(sources: tuple[Any, ...], settings: dict[str, object], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        verifier.verify(*sources, **settings)


@pytest.mark.parametrize("name", ["mine.toml", Path("mine.toml")])
def test_a_settings_file_is_named_as_letters_are(
    name: str | Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.toml").write_text("letter_date = '2021-03-04'\n")
    assert str(verifier.extract(EXAMPLE, config=name).documents[0].date) == "2021-03-04"


def test_the_package_loads_nothing_until_asked() -> None:
    code = "import sys, verifier; sys.exit('verifier.api' in sys.modules or 'asyncio' in sys.modules)"
    root = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    assert subprocess.run([sys.executable, "-c", code], env=root, check=False).returncode == 0
    assert not hasattr(verifier, "nothing")
