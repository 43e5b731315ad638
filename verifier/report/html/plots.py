"""Report -> the few plots that people look at: verdicts over runs, copies by distance, hosts that fail.

Server-made: inline SVG, and every number also in a table. A plot that would show next to nothing is left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from verifier.model.document import Part
from verifier.model.evidence import GOOD, WITH_COPY, ArchiveOutcome, ArchiveResult, LiveOutcome
from verifier.model.report import Finding, Report, Verdict
from verifier.model.trend import Tally
from verifier.report import escapes, markup, words
from verifier.report.html import svg
from verifier.report.html.strings import text
from verifier.report.html.timeline import NEAR

_NOTHING = Markup()
_FEWEST = 3
"""Citations; of fewer the list says as much as any plot."""
_HOSTS = 10
_FAILING = frozenset({Verdict.BROKEN, Verdict.REVIEW})
_COLUMN, _HIGH = 24.0, 96.0

_YEAR = 365
_EDGES = (-5 * _YEAR, -_YEAR, -NEAR, 0, 1, NEAR + 1, _YEAR + 1, 5 * _YEAR + 1)
"""Days from the citation's date at which the next class of distance begins."""
_CLASSES = tuple(text(f"distance.{number}") for number in range(len(_EDGES) + 1))
_CLOSE = _CLASSES[3:6]
_UNPLACED = text("distance.unknown")
_WITHOUT = {
    ArchiveOutcome.ARCHIVED_BAD: text("distance.archived_bad"),
    ArchiveOutcome.NONE_FOUND: text("distance.none_found"),
    ArchiveOutcome.EXCLUDED: text("distance.excluded"),
    ArchiveOutcome.UNKNOWN: text("distance.no_answer"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: its label, a bar where it has one, and what else it says."""

    label: str
    told: tuple[str, ...]
    bar: Markup = _NOTHING


@dataclass(frozen=True, slots=True)
class Plot:
    """One plot: its heading, what it shows in a sentence, the picture over the table (if any), and the table."""

    id: str
    heading: str
    sentence: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    picture: Markup = _NOTHING


def plots(report: Report) -> list[Plot]:
    """The plots that this report has something to show in."""
    if not report.run.judged:
        return []
    inside = [
        finding
        for document in report.documents
        for finding in document.findings
        if finding.citation.part is not Part.SURROUNDINGS
    ]
    made = (_over_runs(_common(report)), _coverage(inside), _hosts(inside))
    return [plot for plot in made if plot]


def _common(report: Report) -> list[Tally]:
    """The runs over all letters that have a past, summed up."""
    several = [document.tallies for document in report.documents if document.tallies]
    if not several:
        return []
    runs = set.intersection(*({one.run for one in tallies} for tallies in several))
    summed = []
    for position in (one for one in several[0] if one.run in runs):
        of_run = [one for tallies in several for one in tallies if one.run == position.run]
        counts: Counter[str] = sum((Counter(one.verdicts) for one in of_run), Counter())
        summed.append(Tally(position.run, position.finished_at, counts, sum(one.open for one in of_run)))
    return summed


def trend(tallies: Sequence[Tally]) -> Markup:
    """A column for each run, what asks for most at its foot; all on one scale."""
    most = max((sum(one.verdicts.values()) for one in tallies), default=0) or 1
    shapes = []
    for number, one in enumerate(tallies):
        foot = _HIGH
        for verdict in words.URGENCY:
            height = _HIGH * one.verdicts.get(verdict.value, 0) / most
            if height:
                foot -= height
                shapes.append(svg.rectangle(verdict.value, number * _COLUMN + 2, foot, _COLUMN - 4, height))
    wide = len(tallies) * _COLUMN
    shapes.append(svg.path("axis", f"M0 {svg.number(_HIGH)}h{svg.number(wide)}"))
    told = text("plot.runs.name", len(tallies))
    return svg.picture("trend", wide, _HIGH + 1, shapes, name=told, description=since(tallies))


def since(tallies: Sequence[Tally]) -> str:
    """What became of the open findings between the first and the last of several runs, in a sentence."""
    first, last = tallies[0], tallies[-1]
    now = text("plot.open", last.open, day=words.day(last.finished_at))
    if len(tallies) == 1:
        return f"{now}."
    same = first.open == last.open
    was, day = f"{first.open:,}", words.day(first.finished_at)
    if first.finished_at.date() == last.finished_at.date():
        return text("plot.open.today.same" if same else "plot.open.today", now=now, was=was)
    return text("plot.open.same" if same else "plot.open.since", now=now, was=was, day=day)


def counted(verdicts: Mapping[str, int]) -> str:
    """ "3 broken, 2 fix, 40 ok", the most urgent first; "no citation" where there is none."""
    told = [f"{verdicts[one.value]:,} {one.value}" for one in words.URGENCY if verdicts.get(one.value)]
    return ", ".join(told) or text("plot.none")


def _over_runs(tallies: Sequence[Tally]) -> Plot | None:
    if len(tallies) < 2 or not any(one.verdicts for one in tallies):
        return None
    lines = tuple(
        Line(words.moment(one.finished_at), (f"{one.open:,}", counted(one.verdicts))) for one in reversed(tallies)
    )
    columns = (text("column.run"), text("column.open"), text("column.verdicts"))
    return Plot("over-runs", text("plot.runs"), since(tallies), columns, lines, trend(tallies))


def _coverage(findings: Sequence[Finding]) -> Plot | None:
    asked = [finding.archive for finding in findings if finding.archive]
    if len(asked) < _FEWEST:
        return None
    counts = Counter(map(_bin, asked))
    labels = [*_CLASSES, _UNPLACED, *_WITHOUT.values()]
    most = max(counts.values())
    lines = tuple(
        Line(label, (f"{counts[label]:,}",), svg.bar([(_tone(label), counts[label] / most)]))
        for label in labels
        if counts[label]
    )
    near = sum(counts[label] for label in _CLOSE)
    told = text("plot.copies.near", near, links=words.count(len(asked), "link"), how=text("plot.copies.how"))
    return Plot("copies", text("plot.copies"), told, (text("column.copy"), text("column.links")), lines)


def _bin(archive: ArchiveResult) -> str:
    if archive.outcome not in WITH_COPY:
        return _WITHOUT[archive.outcome]
    days = archive.snapshot.days_from_citation if archive.snapshot else None
    return _UNPLACED if days is None else _CLASSES[bisect_right(_EDGES, days)]


def _tone(label: str) -> str:
    if label in _WITHOUT.values():
        return "skipped"
    return "ok" if label in _CLOSE else "found"


def _hosts(findings: Sequence[Finding]) -> Plot | None:
    known: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.live and finding.live.outcome is not LiveOutcome.SKIPPED and markup.host(finding.citation.url):
            known[markup.host(finding.citation.url)].append(finding)
    failing = {host: [one for one in of if _fails(one)] for host, of in known.items()}
    ranked = sorted((host for host in failing if failing[host]), key=lambda host: (-len(failing[host]), host))
    if sum(len(failing[host]) for host in ranked) < _FEWEST:
        return None
    most = max(len(known[host]) for host in ranked[:_HOSTS])
    lines = tuple(_host(host, known[host], failing[host], most) for host in ranked[:_HOSTS])
    links = sum(len(of) for of in failing.values())
    told = text("plot.hosts.told", links=words.count(links, "link"), hosts=words.count(len(ranked), "host"))
    told += f" {text('plot.hosts.most', _HOSTS)}" if len(ranked) > _HOSTS else ""
    columns = (text("column.host"), text("column.failing"), text("column.why"))
    return Plot("hosts", text("plot.hosts"), told, columns, lines)


def _fails(finding: Finding) -> bool:
    live = finding.live
    return live is not None and live.outcome not in GOOD and finding.verdict in _FAILING and not finding.settled


def _host(host: str, known: Sequence[Finding], failing: Sequence[Finding], most: int) -> Line:
    counts = Counter(one.live.outcome for one in failing if one.live)
    why = ", ".join(
        f"{words.LIVE[outcome]}{f' ({count:,})' if count > 1 else ''}" for outcome, count in counts.most_common(3)
    )
    verdicts = Counter(one.verdict for one in failing)
    parts = [(verdict.value, verdicts[verdict] / most) for verdict in words.URGENCY if verdicts[verdict]]
    shares = svg.bar([*parts, ("rest", (len(known) - len(failing)) / most)])
    return Line(
        escapes.prose(host, 100), (text("plot.of", part=f"{len(failing):,}", whole=f"{len(known):,}"), why), shares
    )
