"""What every format promises, and what each of the machine formats promises to the program that reads it."""

from __future__ import annotations

import csv
import io
import json
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings

from tests.builders import NOON, a_citation, a_document, a_finding, a_mended_citation, a_report
from tests.golden.example import the_extract, the_report
from tests.report.strategies import reports
from tests.timing import at_most
from verifier.model.citation import Description
from verifier.model.document import Part, Position
from verifier.model.evidence import LiveOutcome, LiveResult
from verifier.model.report import Action, ActionKind, Review, RuleHit, SourceFailure, Verdict
from verifier.report import FORMATS, judgement, markdown, render

STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(report=reports())
def test_any_report_can_be_written_in_any_format(name, report):
    text = render(name, report)
    text.encode("utf-8")
    assert not STEERING.search(text)
    assert text == render(name, report), "the same report gives the same bytes"


@pytest.mark.parametrize("name", FORMATS)
def test_a_megabyte_of_the_worst_is_no_trouble(name):
    for worst in (
        "[" * 1_000_000,
        "(" * 1_000_000,
        "http://" * 150_000,
        " " * 1_000_000,
        "\n" * 1_000_000,
        "`" * 1_000_000,
    ):
        citation = a_citation(as_written=worst, value=worst, url=worst, description=Description(title=worst))
        finding = a_finding(citation=citation, verdict=Verdict.BROKEN, rules=(RuleHit("R1", worst),))
        with at_most(5):
            render(name, a_report(a_document(finding)))


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in {"html", "github"}])
def test_nothing_that_a_runner_prints_is_a_command_to_it(name):
    """`-f json` in a job prints into its log; HTML goes to a file, and `github` is read by its own test."""
    said = "a ##[error]b ##vso[task.complete]c"
    citation = a_citation(as_written=f"https://example.org/{said}", description=Description(title=said))
    finding = a_finding(citation=citation, verdict=Verdict.BROKEN, rules=(RuleHit("R1", said),))
    assert not re.search(r"##\w*\[", render(name, a_report(a_document(finding, title=said))))


# --- CSV


def table(report):
    return list(csv.DictReader(io.StringIO(render("csv", report), newline="")))


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])
def test_no_cell_is_a_formula(start):
    citation = a_citation(description=Description(title=start, publisher=start), as_written=start)
    row = table(a_report(a_document(a_finding(citation=citation), source=start)))[0]
    for column in ("title", "publisher", "as_written", "source"):
        assert row[column].startswith("'"), (column, row[column])


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_every_citation_is_one_row(report):
    rows = table(report)
    empty = sum(not document.findings for document in report.documents)
    assert len(rows) == report.summary.citations + empty
    assert all(not value.startswith(("=", "+", "@")) for row in rows for value in row.values())


def test_numbers_stay_numbers_and_sources_without_citations_have_a_row():
    rows = table(the_report())
    assert rows[0]["days_from_citation"] == "-8"
    assert [row["error"] for row in rows[-2:]] == [
        "no citation in this letter",
        "The file is encrypted, so nothing could be read.",
    ]


# --- JSON lines


def test_each_line_stands_for_itself():
    lines = [json.loads(line) for line in render("jsonl", the_report()).splitlines()]
    assert [line["record"] for line in lines].count("citation") == 16
    assert all(line["schema"] == "verifier-report/1" for line in lines)
    assert lines[0]["summary"]["documents"] == 3
    assert lines[2]["source"] == "letters/230-organisations.txt"
    assert lines[-1]["error"]["message"].startswith("The file is encrypted")


def test_lines_say_what_the_report_says():
    whole = json.loads(render("json", the_report()))["documents"][0]["citations"]
    lines = [json.loads(line) for line in render("jsonl", the_report()).splitlines()]
    for citation, line in zip(whole, [line for line in lines if line["record"] == "citation"], strict=True):
        assert citation.items() <= line.items()


# --- JUnit


def suites(report):
    return ET.fromstring(render("junit", report))


@pytest.mark.parametrize(
    ("options", "verdict", "outcome", "why"),
    [
        ({}, Verdict.BROKEN, "failure", "the default is fix, and broken is worse"),
        ({}, Verdict.FIX, "failure", "the default"),
        ({}, Verdict.REVIEW, "skipped", "a person has to look; nothing is known to be wrong"),
        ({}, Verdict.SKIPPED, "skipped", "not checked"),
        ({}, Verdict.OK, None, "passes"),
        ({}, None, "skipped", "extract judges nothing"),
        ({"fail_on": ["broken"]}, Verdict.FIX, "skipped", "the user said so; it is seen all the same"),
        ({"fail_on": ["review"]}, Verdict.REVIEW, "failure", "the user said so"),
        ({"fail_on": "never"}, Verdict.BROKEN, "skipped", "the user said so; it is seen all the same"),
        ({"fail_on": ["new"]}, Verdict.FIX, "failure", "new, as nothing says otherwise"),
        ({"fail_on": ["broken", "never"]}, Verdict.BROKEN, "skipped", "never outweighs the others"),
    ],
)
def test_cases_fail_as_the_command_does(options, verdict, outcome, why):
    case = suites(a_report(a_document(a_finding(verdict=verdict)), options=options)).find(".//testcase")
    assert [child.tag for child in case] == ([outcome] if outcome else []), why


def test_what_was_accepted_or_stands_around_the_letter_fails_nothing():
    accepted = a_finding(verdict=Verdict.BROKEN, review=Review("accept", "N."))
    around = a_finding(verdict=Verdict.BROKEN, citation=a_citation(part=Part.SURROUNDINGS))
    root = suites(a_report(a_document(accepted, around)))
    assert root.get("failures") == "0"
    assert [skipped.get("message")[:13] for skipped in root.iter("skipped")] == ["accepted by N", "broken: Look "]


def test_only_what_the_schema_of_jenkins_allows():
    root = suites(the_report())
    assert root.tag == "testsuites"
    assert {suite.tag for suite in root} == {"testsuite"}
    for case in root.iter("testcase"):
        assert set(case.keys()) <= {"name", "time", "classname", "group"}
        assert {child.tag for child in case} <= {"failure", "skipped"}
        assert re.fullmatch(r"\d+\.\d{3}", case.get("time", "0.000"))
    assert int(root.get("tests")) == len(list(root.iter("testcase"))) == 17
    assert int(root.get("failures")) == len(list(root.iter("failure")))


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_any_report_is_well_formed_xml(report):
    suites(report)


# --- SARIF


def sarif(report):
    return json.loads(render("sarif", report))["runs"][0]


def test_results_name_their_rule_place_and_fingerprint():
    finding = a_finding(
        citation=a_mended_citation(position=Position(7, 3)), verdict=Verdict.FIX, rules=(RuleHit("VFY010", "Broken."),)
    )
    run = sarif(a_report(a_document(finding, source="letters/a b.txt")))
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "VFY010"
    assert result["level"] == "warning"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "letters/a%20b.txt"
    assert place["region"] == {"startLine": 7, "startColumn": 3, "endLine": 7, "endColumn": 33}
    assert result["partialFingerprints"]["primaryLocationLineHash"] == "c0ffee0000000001:1"
    assert run["columnKind"] == "unicodeCodePoints"


def test_a_fingerprint_outlives_a_moved_line():
    def prints(line):
        finding = a_finding(citation=a_citation(position=Position(line, 1)), verdict=Verdict.BROKEN)
        return sarif(a_report(a_document(finding)))["results"][0]["partialFingerprints"]

    assert prints(3) == prints(300)


@pytest.mark.parametrize("source", ["https://example.org/letter", "-"])
def test_what_is_no_file_has_a_logical_place_only(source):
    (result,) = sarif(a_report(a_document(a_finding(verdict=Verdict.BROKEN), source=source)))["results"]
    assert set(result["locations"][0]) == {"logicalLocations"}


def test_unread_sources_are_notifications_and_settled_findings_no_results():
    settled = a_finding(verdict=Verdict.BROKEN, review=Review("ignore"))
    run = sarif(a_report(a_document(settled), a_document(source="x.pdf", error=SourceFailure("encrypted"))))
    assert run["results"] == []
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == "x.pdf: encrypted"


def test_code_scanning_is_not_given_more_than_it_takes():
    finding, worse = a_finding(verdict=Verdict.REVIEW), a_finding(verdict=Verdict.BROKEN)
    run = sarif(a_report(a_document(*[finding] * 25_000, worse)))
    assert len(run["results"]) == 25_000
    assert run["results"][0]["level"] == "error"
    assert "1 results are left out" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


# --- GitHub


def test_data_and_properties_are_escaped():
    citation = a_citation(description=Description(title="a, b: 100%"))
    rule = RuleHit("R1", "50% gone\r\n::error::forged")
    finding = a_finding(citation=citation, verdict=Verdict.FIX, rules=(rule,))
    (line,) = render("github", a_report(a_document(finding))).splitlines()
    assert line == (
        "::warning file=letter.txt,line=10,col=5,title=fix%3A a%2C b%3A 100%25 (note 1%2C line 10)"
        "::50%25 gone ::error::forged"
    )


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_no_text_forges_a_command(report):
    lines = render("github", report).split("\n")
    assert all(re.match(r"::(error|warning|notice) [^:]+::", line) for line in lines[:-1])
    assert lines[-1] == ""


@pytest.mark.parametrize(
    ("verdict", "level", "number", "sent", "why"),
    [
        (Verdict.BROKEN, "error", 12, 10, "a step shows ten errors"),
        (Verdict.FIX, "warning", 12, 10, "and ten warnings"),
        (Verdict.REVIEW, "notice", 12, 9, "and ten notices, of which the last counts the rest"),
        (Verdict.BROKEN, "error", 10, 10, "nothing is left out, so there is no notice"),
    ],
)
def test_no_more_annotations_than_a_step_shows(verdict, level, number, sent, why):
    lines = render("github", a_report(a_document(*[a_finding(verdict=verdict)] * number))).splitlines()
    assert sum(line.startswith(f"::{level} file=") for line in lines) == sent, why
    more = [line for line in lines if "more finding" in line]
    assert more == (
        [f"::notice title=verifier::{number - sent} more findings; the report has them all."] if number > sent else []
    )


def test_a_source_without_a_file_and_one_that_cannot_be_read():
    web = a_document(a_finding(verdict=Verdict.BROKEN), source="https://example.org/letter")
    locked = a_document(source="x.pdf", error=SourceFailure("encrypted"))
    lines = render("github", a_report(web, locked)).splitlines()
    assert lines[0] == "::error file=x.pdf,title=could not be read::encrypted."
    assert lines[1].startswith("::error title=broken%3A A statement (note 1%2C line 10)::")


@pytest.mark.parametrize("message", ["x.pdf is encrypted", "x.pdf is encrypted."])
@pytest.mark.parametrize("form", ["github", "markdown"])
def test_why_a_source_cannot_be_read_and_what_to_do_are_two_sentences(form, message):
    locked = a_document(source="x.pdf", error=SourceFailure(message, "Save a copy without a password."))
    assert "is encrypted. Save a copy without a password." in render(form, a_report(locked))


# --- Markdown


@pytest.mark.parametrize(
    ("text", "shown", "why"),
    [
        ("a <b> & *c*", r"a \<b\> \& \*c\*", "no markup"),
        ("[x](javascript:1)", r"\[x\](javascript:1)", "no link"),
        ("https://example.org www.example.org", r"https\://example.org www\.example.org", "no link made by itself"),
        ("@all #12", "@\u2060all #\u206012", "no mention and no reference"),
        ("# x", "\u2060# x", "no heading"),
        ("1. x", "\u20601. x", "no list"),
        ("a|b", r"a\|b", "no table cell"),
    ],
)
def test_text_of_a_letter_renders_as_itself(text, shown, why):
    assert markdown.text(text) == shown, why


@pytest.mark.parametrize(("value", "shown"), [("a", "`a`"), ("a`b", "`` a`b ``"), ("``", "``` `` ```"), ("", "` `")])
def test_code_is_fenced_by_more_backticks_than_it_holds(value, shown):
    assert markdown.code(value) == shown


def test_a_page_too_long_for_a_job_summary_stops_short_and_says_so():
    page = render("markdown", a_report(a_document(*[a_finding(verdict=Verdict.BROKEN)] * 6000)))
    assert len(page.encode()) < 1_000_000
    assert re.search(r"\*\*[\d,]+ citations left out", page)


def test_the_rest_is_folded_and_extract_lists_all():
    page = render("markdown", the_report())
    assert "<details><summary>7 that ask for nothing</summary>" in page
    assert "- as printed: `https://office.example.org/en/statements/2022/05/statement-high-commissioner␣-after" in page
    assert "**Please note.** The web was simulated" in page
    found = render("markdown", the_extract())
    assert found.startswith("# Citations found\n") and "details" not in found and "nothing was looked up" in found


def test_an_interrupted_run_says_so():
    assert "**Interrupted.**" in render("markdown", a_report(a_document(), partial=True, interrupted=True))
    assert "**Incomplete.**" in render("markdown", a_report(a_document(), partial=True))


def test_what_an_archive_said_is_short_in_a_line_and_in_full_in_reports():
    error = "Web.archive.org was asked 3 times; HTTPSConnectionPool: max retries exceeded with url /cdx."
    rules = (RuleHit("VFY210", "Error 404."), RuleHit("VFY303", f"The archive gave no usable answer. {error}"))
    finding = a_finding(verdict=Verdict.BROKEN, rules=rules)
    assert judgement.message(finding).startswith("Error 404. The archive gave no usable answer. ")
    report = a_report(a_document(finding))
    for name, short in {"github": True, "junit": True, "sarif": True, "json": False, "html": False}.items():
        assert ("max retries" not in render(name, report)) is short, name


def test_reasons_without_rules_come_from_the_outcomes():
    live = LiveResult(LiveOutcome.TIMEOUT, NOON)
    finding = a_finding(citation=a_mended_citation(), live=live, verdict=Verdict.REVIEW)
    assert judgement.message(finding) == "Mended: white space taken out, 97% sure. The link: no answer in time."
    assert judgement.message(a_finding(verdict=Verdict.OK)) == "No reason was given."
    acting = a_finding(verdict=Verdict.FIX, actions=(Action(ActionKind.LOOK, None),))
    assert judgement.message(acting) == "Open it and look."
