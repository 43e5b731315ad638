"""Finding -> one line for continuous integration, and document -> the file it is there: what those formats share."""

from __future__ import annotations

import re
from posixpath import normpath
from urllib.parse import quote

from verifier.model.report import DocumentReport, Finding, RuleHit
from verifier.model.rules import RULES
from verifier.report import advice, escapes
from verifier.report.steps import to_do


def message(finding: Finding) -> str:
    """Why and what to do, on one line."""
    told = [_short(rule) for rule in finding.rules] or [*advice.reasons(finding)]
    told += [f"{step.sentence}{f': {step.url}' if step.url else ''}." for step in to_do(finding)]
    return " ".join(told) or "No reason was given."


def _short(rule: RuleHit) -> str:
    """What the rule says; of an archive's answer its title only, as errors of services fill lines and help nobody."""
    known = RULES.get(rule.id)
    return known.title if known and advice.of_the_archive(rule) else escapes.prose(rule.message, 1000)


def repository_path(source: str) -> str | None:
    """The source's path as a repository has it (`./a.txt` is `a.txt`); None for an address or standard input."""
    if "://" in source or source == "-" or not source.strip():
        return None
    return normpath(source.replace("\\", "/"))


def uri(path: str) -> str:
    """A path as a URI reference, escaped; `file:` for an absolute one."""
    escaped = quote(path.encode("utf-8", "replace"), safe="/:" if re.match("[A-Za-z]:/", path) else "/")
    if path.startswith("/"):
        return f"file://{escaped}"
    return f"file:///{escaped}" if re.match("[A-Za-z]:/", path) else escaped


def has_lines(document: DocumentReport) -> bool:
    """Whether positions are lines of the file itself, not paragraphs of a Word file or lines of a page."""
    return (document.media_type or "text/plain").startswith("text/")
