"""Report -> SARIF 2.1.0, for code scanning: a result for each citation that asks for something.

Columns count code points. A fingerprint is made of the citation's id, which is of the source, the link as written and
its occurrence, never of a line: an alert keeps its history when a paragraph moves. GitHub is said to read
`primaryLocationLineHash` alone, so both names carry it. No `security-severity`: a dead link is no vulnerability.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import quote

from verifier.model.document import Position
from verifier.model.report import DocumentReport, Finding, Report, Verdict
from verifier.report import advice, escapes, judgement
from verifier.report.json import Data, safe

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL = {Verdict.BROKEN: "error", Verdict.FIX: "warning", Verdict.REVIEW: "note"}
_MOST = 25_000
"""Results that code scanning takes in one run; the most urgent come first."""


def render(report: Report, rule_texts: Mapping[str, str] | None = None) -> str:
    """The log. `rule_texts` gives each rule id its help; without, the rule's first message stands for it."""
    asking = [
        (document, finding)
        for document in report.documents
        for finding in document.findings
        if advice.needs_doing(finding)
    ]
    asking.sort(key=lambda pair: list(_LEVEL).index(pair[1].verdict or Verdict.REVIEW))
    kept = asking[:_MOST]
    rules = _rules([finding for _, finding in kept], rule_texts or {})
    run: Data = {
        "tool": {
            "driver": {"name": "verifier", "semanticVersion": report.run.tool_version, "rules": list(rules.values())}
        },
        "automationDetails": {"id": f"verifier/citations/{report.run.id}"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, left_out=len(asking) - len(kept))],
        "results": [_result(document, finding, list(rules)) for document, finding in kept],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return safe(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _rule_id(finding: Finding) -> str:
    return finding.rules[0].id if finding.rules else f"verdict-{finding.verdict}"


def _rules(findings: list[Finding], texts: Mapping[str, str]) -> dict[str, Data]:
    rules: dict[str, Data] = {}
    for finding in findings:
        name = _rule_id(finding)
        told = texts.get(name) or (advice.reasons(finding) or ["A citation asks for something."])[0]
        short = escapes.prose(told, 300)
        rules.setdefault(
            name,
            {
                "id": name,
                "shortDescription": {"text": short},
                "fullDescription": {"text": escapes.prose(told, 1000)},
                "help": {"text": f"{escapes.prose(told, 2000)} See: verify explain {name}"},
                "defaultConfiguration": {"level": _LEVEL[finding.verdict or Verdict.REVIEW]},
                "properties": {"tags": ["citations"]},
            },
        )
    return dict(sorted(rules.items()))


def _invocation(report: Report, *, left_out: int) -> Data:
    """How the run went: sources that could not be read, and what did not fit, as notifications."""
    told = [f"{document.source}: {document.error.message}" for document in report.documents if document.error]
    told += [f"{left_out:,} results are left out; the JSON report has all."] if left_out else []
    return {
        "executionSuccessful": not told and not report.run.partial,
        "startTimeUtc": f"{report.run.started_at:%Y-%m-%dT%H:%M:%SZ}",
        "endTimeUtc": f"{report.run.finished_at:%Y-%m-%dT%H:%M:%SZ}",
        "toolExecutionNotifications": [
            {"level": "error", "message": {"text": escapes.prose(message, 1000)}} for message in told
        ],
    }


def _result(document: DocumentReport, finding: Finding, rules: list[str]) -> Data:
    name = _rule_id(finding)
    message = f"{advice.name(finding.citation)}: {judgement.message(finding)}"
    return {
        "ruleId": name,
        "ruleIndex": rules.index(name),
        "level": _LEVEL[finding.verdict or Verdict.REVIEW],
        "message": {"text": escapes.prose(message, 2000)},
        "locations": [_location(document, finding)],
        "partialFingerprints": {
            "primaryLocationLineHash": f"{finding.citation.id}:1",
            "citation/v1": finding.citation.id,
        },
    }


def _location(document: DocumentReport, finding: Finding) -> Data:
    """Where it stands: a region of the file, or a logical place when the source is not a file of the repository."""
    place = advice.place(finding.citation)
    source = document.source
    logical: Data = {"fullyQualifiedName": escapes.prose(f"{source}: {place}", 1000)}
    if "://" in source or source == "-":
        return {"logicalLocations": [logical]}
    region = _region(finding.citation.position, len(finding.citation.as_written), finding.citation.as_written)
    uri = quote(source.replace("\\", "/").encode("utf-8", "replace"), safe="/")
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}, "logicalLocations": [logical]}


def _region(position: Position, length: int, written: str) -> Data:
    region: Data = {"startLine": position.line, "startColumn": position.column}
    if "\n" not in written:
        region |= {"endLine": position.line, "endColumn": position.column + length}
    return region
