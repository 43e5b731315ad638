"""SARIF 2.1.0 as other programs read it: Microsoft's own validator, GitHub's limits, and what a rule says of itself."""

from __future__ import annotations

import gzip
import json
import os
import random
import subprocess
from base64 import b64encode
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.builders import a_citation, a_document, a_finding, a_report
from tests.golden.example import the_report
from tests.report.nasty import nasty_report
from tests.validators.node import modules
from verifier.model.report import RuleHit, Verdict
from verifier.model.rules import RULES
from verifier.report import render


def run_of(report):
    return json.loads(render("sarif", report))["runs"][0]


NO_HOME_PAGE = "SARIF2005"
"""The project has no page of its own that a log could name; inventing one would be worse than none."""


def complaints(log: str, folder: Path) -> list[str]:
    """The rules of the validator that the log breaks, errors and warnings alike, GitHub's own rules included."""
    file, said = folder / "report.sarif", folder / "said.sarif"
    file.write_text(log, encoding="utf-8")
    tool = modules() / "@microsoft" / "sarif-multitool-linux" / "Sarif.Multitool"
    tool.chmod(0o755)  # packages' own scripts, which would do it, are not run
    kinds = ("--level", "Error;Warning", "--rule-kind", "Sarif;Ghas")
    done = subprocess.run(
        [tool, "validate", file, *kinds, "--output", said],
        stdout=subprocess.DEVNULL,
        cwd=folder,
        timeout=120,
        check=False,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )
    assert said.exists(), f"the validator ended with {done.returncode}"
    results = json.loads(said.read_text(encoding="utf-8-sig"))["runs"][0]["results"]
    return sorted({result["ruleId"] for result in results} - {NO_HOME_PAGE})


@pytest.mark.parametrize("report", [the_report(), nasty_report(), a_report()], ids=["letter", "nasty", "empty"])
def test_the_validator_of_the_standard_finds_nothing_to_mend(report, tmp_path: Path) -> None:
    assert complaints(render("sarif", report), tmp_path) == []


def test_the_validator_would_say_so(tmp_path: Path) -> None:
    log = json.loads(render("sarif", the_report()))
    log["runs"][0]["results"][0]["ruleIndex"] = 999
    assert complaints(json.dumps(log), tmp_path) != []


def test_a_rule_of_the_catalogue_tells_what_it_means_and_what_to_do() -> None:
    finding = a_finding(verdict=Verdict.BROKEN, rules=(RuleHit("VFY201", "This page is gone."),))
    strange = a_finding(verdict=Verdict.REVIEW)
    known, unknown = run_of(a_report(a_document(finding, strange)))["tool"]["driver"]["rules"]
    rule = RULES["VFY201"]
    assert (known["id"], known["name"]) == ("VFY201", "NotFound")
    assert known["shortDescription"]["text"] == rule.title
    assert rule.todo in known["help"]["text"]
    assert f"**What to do.** {rule.todo}" in known["help"]["markdown"]
    assert known["properties"]["problem.severity"] == "error"
    assert "security-severity" not in known["properties"], "a dead link is no vulnerability"
    assert (unknown["id"], "name" in unknown) == ("verdict-review", False)


@pytest.mark.parametrize(
    ("source", "uri", "why"),
    [
        ("letters/a b.txt", "letters/a%20b.txt", "a URI has no spaces"),
        ("./letters/a.txt", "letters/a.txt", "relative to the root of the repository"),
        ("letters\\a.txt", "letters/a.txt", "as Windows writes it"),
        ("/srv/a.txt", "file:///srv/a.txt", "an absolute path is no relative reference"),
        ("C:\\a.txt", "file:///C:/a.txt", "nor is a drive's"),
        ("a:b.txt", "a%3Ab.txt", "a colon would make a scheme of what stands before it"),
        ("100%.txt", "100%25.txt", "a percent sign stands for itself"),
        ("brief-ä.txt", "brief-%C3%A4.txt", "UTF-8"),
    ],
)
def test_the_place_of_a_file(source: str, uri: str, why: str) -> None:
    (result,) = run_of(a_report(a_document(a_finding(verdict=Verdict.BROKEN), source=source)))["results"]
    given = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert given == uri, why
    assert urlsplit(given).query == ""


def test_a_page_or_a_paragraph_is_no_line_of_the_file() -> None:
    document = a_document(a_finding(verdict=Verdict.BROKEN), source="a.pdf", media_type="application/pdf")
    (result,) = run_of(a_report(document))["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    assert result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "a.pdf: note 1, line 10"


def test_a_log_fits_into_what_code_scanning_takes() -> None:
    """Ten million bytes when packed. Random words hardly pack at all, so a log of them has to be cut."""
    words = random.Random(1)
    findings = [
        a_finding(
            citation=a_citation(id=f"{number:016x}"),
            verdict=Verdict.BROKEN,
            rules=(RuleHit("VFY201", b64encode(words.randbytes(735)).decode()),),
        )
        for number in range(14_000)
    ]
    log = render("sarif", a_report(a_document(*findings)))
    assert len(gzip.compress(log.encode("utf-8"))) < 10_000_000
    run = json.loads(log)["runs"][0]
    left_out = len(findings) - len(run["results"])
    assert left_out > 0
    told = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    assert told == f"{left_out:,} results are left out; the JSON report has all."
