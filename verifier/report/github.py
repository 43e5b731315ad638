"""Report -> workflow commands of GitHub Actions: annotations on the lines of the letter.

A step shows at most ten errors, ten warnings and ten notices, so the most urgent are sent, and a last notice says how
many more there are. Data escapes % CR LF; properties also : and , (actions/toolkit, command.ts).
"""

from __future__ import annotations

from collections.abc import Iterator

from verifier.model.exits import failing_levels
from verifier.model.report import DocumentReport, Finding, Report, Verdict
from verifier.report import advice, escapes, judgement, words

_LEVEL = {Verdict.BROKEN: "error", Verdict.FIX: "warning", Verdict.REVIEW: "notice"}
_MOST = 10


def render(report: Report) -> str:
    """The commands, one a line; nothing when nothing asks for anything."""
    sent: list[str] = []
    used = dict.fromkeys(_LEVEL.values(), 0)
    notices_room = _MOST - 1  # the last one is kept for the count
    left_out = 0
    for level, command in _commands(report):
        if used[level] >= (notices_room if level == "notice" else _MOST):
            left_out += 1
            continue
        used[level] += 1
        sent.append(command)
    if left_out:
        sent.append(f"::notice title=verifier::{words.count(left_out, 'more finding')}; the report has them all.")
    return "".join(f"{command}\n" for command in sent)


def _commands(report: Report) -> Iterator[tuple[str, str]]:
    only_new = "new" in failing_levels(report.run)
    for document in report.documents:
        if document.error:
            told = advice.unread(document.error)
            yield "error", command("error", {**_file(document), "title": "could not be read"}, told)
    for document in report.documents:
        for finding in advice.by_urgency(document.findings):
            if finding.needs_doing and finding.verdict and (finding.new or not only_new):
                level = _LEVEL[finding.verdict]
                yield level, command(level, _properties(document, finding), judgement.message(finding))


def _file(document: DocumentReport) -> dict[str, str]:
    """The file, where the source is one that the repository may hold."""
    path = judgement.repository_path(document.source)
    return {} if path is None else {"file": path}


def _properties(document: DocumentReport, finding: Finding) -> dict[str, str]:
    citation = finding.citation
    file = _file(document)
    known = file and judgement.has_lines(document)
    place = {"line": str(citation.position.line), "col": str(citation.position.column)} if known else {}
    title = f"{finding.verdict}: {advice.name(citation)} ({advice.place(citation)})"
    return {**file, **place, "title": title}


def command(level: str, properties: dict[str, str], message: str) -> str:
    """One workflow command: an annotation of the level error, warning or notice."""
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level} {given}::{_data(message)}" if given else f"::{level}::{_data(message)}"


def _data(text: str) -> str:
    return escapes.prose(text, 4000).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
