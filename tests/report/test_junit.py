"""JUnit XML as other programs read it: junitparser gets back, case by case, what the report says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from junitparser import Failure, JUnitXml, Skipped

from tests.builders import a_document, a_finding, a_report, a_run
from tests.golden.example import the_report
from tests.report.nasty import nasty_report
from verifier.model.exits import exit_code, failing_levels
from verifier.model.report import Verdict
from verifier.report import render


def read_back(report, folder: Path) -> JUnitXml:
    file = folder / "report.xml"
    file.write_text(render("junit", report), encoding="utf-8")
    return JUnitXml.fromfile(str(file))


@pytest.mark.parametrize("report", [the_report(), nasty_report()], ids=["letter", "nasty"])
def test_another_program_reads_back_what_was_written(report, tmp_path: Path) -> None:
    suites = list(read_back(report, tmp_path))
    assert len(suites) == len(report.documents)
    for suite, document in zip(suites, report.documents, strict=True):
        cases = list(suite)
        assert suite.tests == len(cases) == len(document.findings) + (document.error is not None)
        assert suite.failures == sum(isinstance(result, Failure) for case in cases for result in case.result)
        assert suite.skipped == sum(isinstance(result, Skipped) for case in cases for result in case.result)
        assert suite.errors == 0
        for case, finding in zip(cases[document.error is not None :], document.findings, strict=True):
            words = "".join(f"{result.message} {result.text}" for result in case.result)
            assert bool(case.result) is (finding.verdict is not Verdict.OK), words


def test_the_nasty_text_survives_as_text(tmp_path: Path) -> None:
    suite = next(iter(read_back(nasty_report(), tmp_path)))
    broken = next(case for case in suite if any(isinstance(result, Failure) for result in case.result))
    assert "‹U+202E›" in broken.result[0].message
    assert "\x1b" not in broken.result[0].message


@pytest.mark.parametrize("levels", [["broken"], ["fix"], ["review"], ["new"], ["fix", "new"], ["review", "never"], []])
@pytest.mark.parametrize("new", [True, False])
@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_suite_fails_when_the_command_does(levels, new, verdict, tmp_path: Path) -> None:
    report = a_report(a_document(a_finding(verdict=verdict, new=new)), options={"fail_on": levels})
    assert failing_levels(report.run) == tuple(levels)
    assert read_back(report, tmp_path).failures == exit_code(report, levels, None)


def test_what_is_broken_and_fails_nothing_is_seen_all_the_same(tmp_path: Path) -> None:
    report = replace(a_report(a_document(a_finding(verdict=Verdict.BROKEN))), run=a_run(options={"fail_on": ["never"]}))
    [suite] = read_back(report, tmp_path)
    assert (suite.failures, suite.skipped) == (0, 1)
    assert next(iter(suite)).result[0].message.startswith("broken: ")
