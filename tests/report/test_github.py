"""Annotations and the job summary, within what GitHub shows and takes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.builders import a_document, a_finding, a_mended_citation, a_report
from tests.report.nasty import nasty_report
from verifier.model.report import Verdict
from verifier.report import render
from verifier.report.delivery import IN_SUMMARY, Target, deliver

_COMMAND = re.compile(r"::(?P<level>error|warning|notice) (?P<properties>[^\n:]*)::(?P<data>[^\n]*)")


def read_as_the_runner(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Commands as the runner takes them apart: properties by commas and the first =, then the escapes undone."""
    commands = []
    for line in text.splitlines():
        match = _COMMAND.fullmatch(line)
        assert match, line
        pairs = (pair.split("=", 1) for pair in match["properties"].split(","))
        properties = {name: _undone(value, {"%3A": ":", "%2C": ","}) for name, value in pairs}
        commands.append((match["level"], properties, _undone(match["data"], {})))
    return commands


def _undone(text: str, more: dict[str, str]) -> str:
    for written, meant in {"%0D": "\r", "%0A": "\n", **more, "%25": "%"}.items():
        text = text.replace(written, meant)
    return text


def test_the_runner_gets_what_was_meant() -> None:
    commands = read_as_the_runner(render("github", nasty_report()))
    shown = Counter(level for level, _, _ in commands)
    assert shown == {"error": 10, "warning": 10, "notice": 10}
    files = {properties.get("file") for _, properties, _ in commands}
    assert "letters/ä b%20c#d?e.txt" in files
    assert all("::" not in properties.get("file", "") for _, properties, _ in commands)
    assert commands[-1][2].endswith("more findings; the report has them all.")


def test_a_line_is_named_only_where_the_file_has_lines() -> None:
    finding = a_finding(verdict=Verdict.FIX, citation=a_mended_citation())
    ((_, text, _),) = read_as_the_runner(render("github", a_report(a_document(finding, source="./a.md"))))
    assert (text["file"], text["line"], text["col"]) == ("a.md", "10", "5")
    scan = a_document(finding, source="a.pdf", media_type="application/pdf")
    ((_, page, _),) = read_as_the_runner(render("github", a_report(scan)))
    assert page["file"] == "a.pdf"
    assert "line" not in page


def test_the_summary_is_added_to_the_runners_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# Of an earlier step\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    report = a_report(a_document(*[a_finding(verdict=Verdict.BROKEN)] * 80, a_finding(verdict=Verdict.OK)))
    deliver(report, [Target("github")])
    told = summary.read_text(encoding="utf-8")
    assert told.startswith("# Of an earlier step\n# Citation report\n")
    assert told.count("### ✗ broken") == IN_SUMMARY
    assert "<summary>30 more that ask for something</summary>" in told
    assert "<summary>1 that ask for nothing</summary>" in told
    assert capsys.readouterr().out.startswith("::error file=letter.txt")


def test_the_longest_summary_is_not_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    findings = [a_finding(verdict=verdict) for verdict in Verdict] * 4000
    deliver(a_report(*[a_document(*findings)] * 2), [Target("github")])
    assert summary.stat().st_size < 1024 * 1000
    assert "left out" in summary.read_text(encoding="utf-8")
    assert capsys.readouterr().out.count("\n") == 30


@pytest.mark.parametrize("targets", [["json"], ["github=annotations.txt"]])
def test_nothing_else_writes_a_summary(targets: list[str], tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("See https://example.org/a\n", encoding="utf-8")
    summary = tmp_path / "summary.md"
    subprocess.run(
        [sys.executable, "-m", "verifier", "letter.txt", "--offline", "--no-report", "--no-history"]
        + [part for target in targets for part in ("-f", target)],
        cwd=tmp_path,
        env={**os.environ, "GITHUB_STEP_SUMMARY": str(summary), "PYTHONPATH": str(Path(__file__).parents[2])},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    assert not summary.exists()


def test_only_what_is_new_is_annotated_where_only_that_fails() -> None:
    known = a_finding(verdict=Verdict.BROKEN, new=False)
    new = a_finding(citation=a_mended_citation(), verdict=Verdict.FIX)
    every = read_as_the_runner(render("github", a_report(a_document(known, new))))
    only_new = read_as_the_runner(render("github", a_report(a_document(known, new), fail_on=("new",))))
    assert [level for level, _, _ in every] == ["error", "warning"]
    assert [level for level, _, _ in only_new] == ["warning"]
