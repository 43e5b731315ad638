"""`--record` and `--replay` as a user gives them: the demonstration letter with its archive, and mistakes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.test_cli import LETTERS
from tests.test_web_verdicts import timeless
from tests.web.captures import simulated_archive
from tests.web.server import SimulatedWeb
from verifier.cli import main
from verifier.pipeline import Clock
from verifier.wiring import clients


def said(*arguments: str | Path, codes: tuple[int, ...] = (0, 1)) -> tuple[str, str]:
    done = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert done.exit_code in codes, done.output
    return done.stdout, done.stderr


@pytest.fixture
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses between requests to an archive are over at once: the simulated one does not mind."""
    seconds = [0.0]

    async def sleep(pause: float) -> None:
        seconds[0] += pause

    monkeypatch.setattr(clients, "clock", lambda: Clock(monotonic=lambda: seconds[0], sleep=sleep))


@pytest.mark.usefixtures("_quick")
def test_the_demonstration_letter_replayed_is_the_same_to_the_letter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    letter = [LETTERS / "twin.txt", "--letter-date", "2022-06-08", "--no-report", "-f", "json"]
    with SimulatedWeb(archive=simulated_archive()) as web:
        options = web.options
        first = json.loads(said(*letter, "--host-interval", "1ms", *options, "--record", "run.warc.gz")[0])
    again = json.loads(said(*letter, "--host-interval", "1ms", *options, "--replay", "run.warc.gz")[0])
    assert {citation["archive"]["outcome"] for citation in first["documents"][0]["citations"]} > {"archived"}
    assert first["changes"] is None
    assert timeless(again["documents"]) == timeless(first["documents"])
    assert again["summary"] == first["summary"]
    assert again["run"]["remarks"][1:] == first["run"]["remarks"]
    without = json.loads(said(*letter, "--replay", "run.warc.gz")[0])
    assert timeless(without["documents"]) == timeless(first["documents"]), "nothing but the record is needed"
    assert any("simulated" in remark for remark in without["run"]["remarks"]), "and it does not pass for the real web"
    assert len(said("history")[0].splitlines()) == 2, "a replay is no run of its own"


@pytest.mark.usefixtures("_quick")
def test_what_the_record_does_not_hold_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    notes = "[1] https://{}.example/a\n\n[2] https://gone.example/b\n\n[3] https://there.example/c\n"
    letter = f"A letter\n\n8 June 2022\n\nThis [1], that [2], and more [3].\n\nNotes\n\n{notes}"
    (tmp_path / "letter.txt").write_text(letter.format("gone"), encoding="utf-8")
    arguments = ["letter.txt", "--no-archive", "--no-report", "--no-history", "-f", "json"]
    with SimulatedWeb() as web:
        said(*arguments, *web.options, "--record", "run.warc")
    (tmp_path / "letter.txt").write_text(letter.format("other"), encoding="utf-8")
    report = json.loads(said(*arguments, "--replay", "run.warc")[0])
    first, second, _ = report["documents"][0]["citations"]
    assert (first["live"]["outcome"], second["live"]["outcome"]) == ("skipped", "domain_gone")
    assert "not in the record" in first["live"]["evidence"][0]
    assert "Not in the record, and so not asked: https://other.example/a." in report["run"]["remarks"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--record", "a.warc", "--replay", "b.warc"], "a replay asks nobody"),
        (["--record", "a.warc", "--offline"], "--offline asks nothing"),
        (["--record", "letter.txt"], "there is such a file already"),
        (["--replay", "missing.warc"], "--replay missing.warc: No such file"),
        (["--replay", "letter.txt"], "it is not a record of this program"),
    ],
)
def test_mistakes_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letter.txt").write_text("A letter [1].\n\nNotes\n\n[1] https://example.org/a\n", encoding="utf-8")
    assert words in said("letter.txt", *arguments, codes=(2,))[1]
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
