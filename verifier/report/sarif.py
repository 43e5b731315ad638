"""Report -> SARIF 2.1.0, for code scanning: a result for each citation that asks for something.

Columns count code points. A fingerprint is made of the citation's id, which is of the source, the link as written and
its occurrence, never of a line: an alert keeps its history when a paragraph moves. GitHub is said to read
`primaryLocationLineHash` alone, so both names carry it. No `security-severity`: a dead link is no vulnerability. No
snippets: they would carry the letter's words to where its links belong.
"""

from __future__ import annotations

import json
import zlib

from verifier.model.document import Position
from verifier.model.report import DocumentReport, Finding, Report, Verdict
from verifier.model.rules import RULES
from verifier.report import advice, escapes, judgement
from verifier.report.json import Data
from verifier.report.json_text import safe

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL = {Verdict.BROKEN: "error", Verdict.FIX: "warning", Verdict.REVIEW: "note"}
_SEVERITY = {"error": "error", "warning": "warning", "note": "recommendation"}
_PRECISION = {Verdict.BROKEN: "very-high", Verdict.FIX: "very-high", Verdict.REVIEW: "medium"}
_MOST = 25_000
"""Results that code scanning takes in one run; the most urgent come first."""
_LIGHT = 9_500_000
"""Bytes when packed; code scanning refuses a file of more than ten million."""


def render(report: Report) -> str:
    """The log, with a line feed at its end."""
    asking = [
        (document, finding) for document in report.documents for finding in document.findings if finding.needs_doing
    ]
    asking.sort(key=lambda pair: list(_LEVEL).index(pair[1].verdict or Verdict.REVIEW))
    kept = min(len(asking), _MOST)
    while _too_heavy(text := _log(report, asking[:kept], left_out=len(asking) - kept)):
        kept = kept * 4 // 5
    return text


def _too_heavy(text: str) -> bool:
    return len(text) > _LIGHT and len(zlib.compress(text.encode("utf-8"), 1)) > _LIGHT


def _log(report: Report, asking: list[tuple[DocumentReport, Finding]], *, left_out: int) -> str:
    rules = _rules([finding for _, finding in asking])
    places = {name: place for place, name in enumerate(rules)}
    run: Data = {
        "tool": {
            "driver": {"name": "verifier", "semanticVersion": report.run.tool_version, "rules": list(rules.values())}
        },
        "automationDetails": {"id": f"verifier/citations/{report.run.id}"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, left_out=left_out)],
        "results": [_result(document, finding, places) for document, finding in asking],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return safe(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _rule_id(finding: Finding) -> str:
    return finding.rules[0].id if finding.rules else f"verdict-{finding.verdict}"


def _rules(findings: list[Finding]) -> dict[str, Data]:
    """The rules that decided, each with its help; the level is that of the first finding, each result has its own."""
    deciding: dict[str, Finding] = {}
    for finding in findings:
        deciding.setdefault(_rule_id(finding), finding)
    return {name: _rule(name, deciding[name]) for name in sorted(deciding)}


def _rule(name: str, finding: Finding) -> Data:
    verdict = finding.verdict or Verdict.REVIEW
    told: Data = {"id": name}
    rule = RULES.get(name)
    if rule is None:  # nothing in the catalogue: what is said of the first finding stands for it
        short = full = plain = escapes.prose((advice.reasons(finding) or ["A citation asks for something."])[0], 1000)
        help_text: Data = {"text": plain}
    else:
        told["name"] = "".join(word.capitalize() for word in rule.name.split("-"))
        short, full = rule.title, f"{rule.title} {rule.why}"
        plain = f"{rule.title}\n\nWhy it matters: {rule.why}\n\nWhat to do: {rule.todo}"
        marked = f"{rule.title}\n\n**Why it matters.** {rule.why}\n\n**What to do.** {rule.todo}"
        help_text = {"text": plain, "markdown": marked}
    return told | {
        "shortDescription": {"text": short},
        "fullDescription": {"text": full},
        "help": help_text,
        "defaultConfiguration": {"level": _LEVEL[verdict]},
        "properties": {
            "tags": ["citations"],
            "precision": _PRECISION[verdict],
            "problem.severity": _SEVERITY[_LEVEL[verdict]],
        },
    }


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


def _result(document: DocumentReport, finding: Finding, places: dict[str, int]) -> Data:
    name = _rule_id(finding)
    message = f"{advice.name(finding.citation)}: {judgement.message(finding)}"
    return {
        "ruleId": name,
        "ruleIndex": places[name],
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
    citation = finding.citation
    logical: Data = {"fullyQualifiedName": escapes.prose(f"{document.source}: {advice.place(citation)}", 1000)}
    path = judgement.repository_path(document.source)
    if path is None:
        return {"logicalLocations": [logical]}
    lines = judgement.has_lines(document)
    region = _region(citation.position, citation.as_written) if lines else {"startLine": 1}
    return {
        "physicalLocation": {"artifactLocation": {"uri": judgement.uri(path)}, "region": region},
        "logicalLocations": [logical],
    }


def _region(position: Position, written: str) -> Data:
    region: Data = {"startLine": position.line, "startColumn": position.column}
    if "\n" not in written:
        region |= {"endLine": position.line, "endColumn": position.column + len(written)}
    return region
