"""Report -> the release sheet: one page for the file that says what was checked, when, what is open, what was decided.

Pure. Lists are cut to what one printed page holds, and say what they leave out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from verifier.model.report import ActionKind, DocumentReport, Finding, Report
from verifier.report import advice, escapes, words
from verifier.report.steps import to_do

_LETTERS = 4
_OPEN, _DECIDED = 28.0, 9.0
"""Printed lines; what fits on a page with everything else."""
_LINE = 95
"""Characters of a printed line."""
_APART = 1.25
"""What each finding takes besides its text, in lines: the end of the last one, and what parts it from the next."""


@dataclass(frozen=True, slots=True)
class Line:
    """One finding on the sheet."""

    id: str
    verdict: str
    symbol: str
    place: str
    name: str
    link: str
    told: str
    """What to do, or what was decided."""
    use: str = ""
    """The link that is to stand there instead, where that is not `link`."""
    looks: bool = False
    """Whether that is done once a person has looked."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one page says of a run; lines that do not fit are counted."""

    letters: tuple[tuple[str, str, str], ...]
    """Title, source and date of each letter."""
    more_letters: int
    open: tuple[Line, ...]
    open_count: int
    decided: tuple[Line, ...]
    decided_count: int


def sheet(report: Report) -> Sheet:
    """The release sheet of a run."""
    findings = [(document, finding) for document in report.documents for finding in document.findings]
    waiting = [(document, one) for document, one in findings if one.needs_doing]
    waiting.sort(key=lambda pair: advice.urgency(pair[1]))
    decided = [(document, one, one.review) for document, one in findings if one.review]
    several = len(report.documents) > 1
    return Sheet(
        letters=tuple(_letter(document) for document in report.documents[:_LETTERS]),
        more_letters=max(len(report.documents) - _LETTERS, 0),
        open=_fitting((_to_do(document, one, several=several) for document, one in waiting), _OPEN),
        open_count=len(waiting),
        decided=_fitting(
            (_line(document, one, advice.review_words(review), several=several) for document, one, review in decided),
            _DECIDED,
        ),
        decided_count=len(decided),
    )


def _fitting(lines: Iterable[Line], room: float) -> tuple[Line, ...]:
    """The first lines, as many as fit into so many printed ones."""
    kept = []
    for line in lines:
        room -= _APART + len(f"{line.place} {line.name} {line.link} {line.told} {line.use}") / _LINE
        if room < 0:
            break
        kept.append(line)
    return tuple(kept)


def _letter(document: DocumentReport) -> tuple[str, str, str]:
    title = escapes.prose(document.title, 200) if document.title else ""
    return title, escapes.source(document.source, 200), words.day(document.date) if document.date else ""


def _to_do(document: DocumentReport, finding: Finding, *, several: bool) -> Line:
    step = next(iter(to_do(finding)), None)
    line = _line(document, finding, step.sentence if step else "", several=several)
    use = escapes.link(step.url, 200) if step and step.url and step.kind is ActionKind.USE_URL else ""
    looks = step is not None and step.kind is ActionKind.LOOK
    return replace(line, use=use if use != line.link else "", looks=looks)


def _line(document: DocumentReport, finding: Finding, told: str, *, several: bool) -> Line:
    citation = finding.citation
    where = f"{escapes.source(document.source, 60)}, " if several else ""
    return Line(
        citation.id,
        finding.verdict.value if finding.verdict else "",
        words.SYMBOL[finding.verdict] if finding.verdict else "",
        where + advice.place(citation),
        escapes.prose(advice.name(citation), 220),
        escapes.link(citation.url or citation.value, 200),
        told,
    )
