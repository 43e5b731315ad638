"""Report -> JUnit XML: a suite for each document, a case for each citation, for the test pages of CI systems.

Kept to what junit-10.xsd (Jenkins) allows: `failure` and `skipped` only, `file` on suites only, places in the text of
the failure. What is not in order and fails nothing (`review`, any verdict below `--fail-on`) is `skipped`, so that it
is seen: a case without a word says that all is well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from verifier.model.exits import counts, failing_levels, fails
from verifier.model.report import DocumentReport, Finding, Report, Run, Verdict
from verifier.report import advice, escapes, judgement, words

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot carry."""


def render(report: Report) -> str:
    """The document, with its declaration."""
    levels = failing_levels(report.run)
    root = ET.Element("testsuites", name="verifier")
    for document in report.documents:
        root.append(_suite(document, report.run, levels))
    for name in ("tests", "failures"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    ET.indent(root)
    written = ET.tostring(root, encoding="unicode").replace("##", "#&#35;")  # as it stands a runner obeys `##[error]…`
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


def legal(text: str) -> str:
    """Text that XML can carry and a terminal can show."""
    return _ILLEGAL.sub("", escapes.prose(text))


def _suite(document: DocumentReport, run: Run, levels: tuple[str, ...]) -> ET.Element:
    cases = list(_cases(document, levels))
    failures = sum(case.find("failure") is not None for case in cases)
    skipped = sum(case.find("skipped") is not None for case in cases)
    suite = ET.Element(
        "testsuite",
        name=legal(document.source),
        tests=str(len(cases)),
        failures=str(failures),
        errors="0",
        skipped=str(skipped),
        timestamp=f"{run.started_at:%Y-%m-%dT%H:%M:%S}",
        file=legal(document.source),
    )
    suite.extend(cases)
    return suite


def _cases(document: DocumentReport, levels: tuple[str, ...]) -> Iterator[ET.Element]:
    name = legal(document.source)
    if document.error:
        case = ET.Element("testcase", classname=name, name="can be read")
        failure = ET.SubElement(case, "failure", type="unreadable", message=legal(document.error.message))
        failure.text = legal(document.error.hint)
        yield case
    for finding in document.findings:
        yield _case(finding, name, levels)


def _case(finding: Finding, source: str, levels: tuple[str, ...]) -> ET.Element:
    citation = finding.citation
    link = escapes.link(citation.url or citation.value, 500)
    case = ET.Element("testcase", classname=source, name=legal(f"{advice.place(citation)}: {link}"))
    seconds = finding.live.elapsed_ms / 1000 if finding.live else 0
    case.set("time", f"{seconds:.3f}")
    verdict = finding.verdict
    if verdict and fails(finding, levels):
        failure = ET.SubElement(case, "failure", type=verdict.value, message=legal(judgement.message(finding)))
        failure.text = legal(f"{source}, {advice.place(citation)}: {citation.as_written}")
    elif verdict is not Verdict.OK or not counts(finding):
        ET.SubElement(case, "skipped", message=legal(_why_skipped(finding)))
    return case


def _why_skipped(finding: Finding) -> str:
    if finding.verdict is None:
        return words.NOT_LOOKED_UP
    if finding.review and finding.settled:
        return advice.review_words(finding.review)
    return f"{finding.verdict}: {judgement.message(finding)}"
