"""Runs -> `index.html`: the letters that reports in a folder are about, each with its runs and their trend.

Pure; `index_log` keeps the runs and writes the page. It needs no script, no network and no server.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from markupsafe import Markup

from verifier.model.report import DocumentReport, Network, Report, Verdict
from verifier.model.transition import TransitionKind
from verifier.model.trend import Tally
from verifier.report import advice, escapes, words
from verifier.report.html import page, plots
from verifier.report.html.strings import text
from verifier.report.masking import mask_credentials

ABOUT = "index of reports"
"""What the mark of the page says that it is about."""

_LETTERS, _RUNS, _COLUMNS = 500, 50, 30


@dataclass(frozen=True, slots=True)
class Entry:
    """One run over one letter. `page` names the report's file; None when the run is known from history alone.

    `state` says why there are no verdicts, or that they are not all: a key of `words.STATE` or "".
    """

    run: str
    finished_at: datetime
    source: str
    title: str | None
    page: str | None
    verdicts: Mapping[str, int]
    open: int
    changes: Mapping[str, int]
    state: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One run as the page shows it."""

    when: datetime
    open: str
    verdicts: str
    changes: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter as the page shows it, its newest run first."""

    heading: str
    source: str
    sentence: str
    trend: Markup | None
    changed: bool
    """Whether any of its runs has changes to tell."""
    rows: tuple[Row, ...]
    href: str | None
    open: int
    checked: bool
    left_out: int


def entries_of(report: Report, file: str) -> list[Entry]:
    """The entries of a run whose page is `file`: its own, and those of earlier runs that history tells of."""
    entries = []
    for document in report.documents:
        source, title = mask_credentials(document.source), document.title and mask_credentials(document.title)
        past = [
            Entry(one.run, one.finished_at, source, title, None, one.verdicts, one.open, {})
            for one in document.tallies
            if one.run != report.run.id
        ]
        entries += [*past, _entry(report, document, source, title, file)]
    return entries


def _entry(report: Report, document: DocumentReport, source: str, title: str | None, file: str) -> Entry:
    transitions = report.changes.transitions if report.changes else ()
    down = report.run.network is Network.DOWN
    remembered = down and bool(document.findings) and advice.looked_up(document.findings)
    state = "unread" if document.error else "down" if down and not remembered else ""
    return Entry(
        report.run.id,
        report.run.finished_at,
        source,
        title,
        file,
        {verdict.value: count for verdict, count in advice.tally(document.findings).items()},
        sum(finding.needs_doing for finding in document.findings),
        Counter(one.kind.value for one in transitions if one.source == document.source),
        state or ("partial" if report.run.partial or remembered else "part" if report.run.of_part else ""),
    )


def render(entries: Collection[Entry], present: Collection[str]) -> str:
    """The page over all entries; `present` names the report files that are there, so that no link leads nowhere."""
    by_source: dict[str, dict[str, Entry]] = {}
    for entry in entries:
        runs = by_source.setdefault(entry.source, {})
        if entry.page or entry.run not in runs:  # what history tells of a run says less than the run itself
            runs[entry.run] = entry
    newest = _newest(entries)
    letters = [_letter(list(runs.values()), newest, present) for runs in by_source.values()]
    letters.sort(key=lambda letter: (letter.rows[0].when, letter.open), reverse=True)
    style = page.asset("report.css", "plots.css", "index.css")
    return (
        page.environment()
        .get_template("index.html.j2")
        .render(
            letters=letters[:_LETTERS],
            left_out=len(letters[_LETTERS:]),
            lead=_lead(letters),
            style=style,
            policy=page.policy(style),
            mark=page.mark(ABOUT),
        )
    )


def _newest(entries: Collection[Entry]) -> dict[str, str]:
    """The run that wrote each file last."""
    return {entry.page: entry.run for entry in sorted(entries, key=lambda entry: entry.finished_at) if entry.page}


def _letter(runs: list[Entry], newest: Mapping[str, str], present: Collection[str]) -> Letter:
    runs.sort(key=lambda entry: (entry.finished_at, entry.run), reverse=True)
    whole = [entry for entry in runs if entry.state != "part"] or runs  # what a part holds says nothing of the rest
    last = whole[0]
    judged = [entry for entry in whole if entry.state not in {"unread", "down"}][:_COLUMNS]
    tallies = [Tally(one.run, one.finished_at, one.verdicts, one.open) for one in reversed(judged)]
    rows = tuple(_row(entry, newest, present) for entry in runs[:_RUNS])
    counted = any(one.verdicts for one in tallies)
    return Letter(
        last.title or escapes.source(last.source),
        escapes.source(last.source) if last.title else "",
        _sentence(last, tallies),
        plots.trend(tallies) if len(tallies) > 1 and counted else None,
        any(row.changes for row in rows),
        rows,
        next(filter(None, (_href(entry, newest, present) for entry in (*whole, *runs))), None),
        last.open,
        not _is_unchecked(last),
        len(runs[_RUNS:]),
    )


def _sentence(last: Entry, tallies: Sequence[Tally]) -> str:
    if last.state in words.STATE and last.state != "part":
        return words.STATE[last.state]
    if not any(one.verdicts for one in tallies):
        return words.NO_CITATION
    if _is_unchecked(last):
        return text("advice.unchecked")
    return plots.since(tallies)


def _is_unchecked(entry: Entry) -> bool:
    """Whether the run looked at nothing: it was offline, or what it found was left out."""
    return entry.verdicts.keys() == {Verdict.SKIPPED.value}


def _row(entry: Entry, newest: Mapping[str, str], present: Collection[str]) -> Row:
    changes = [f"{entry.changes[kind.value]:,} {kind}" for kind in TransitionKind if entry.changes.get(kind.value)]
    unjudged = entry.state in {"unread", "down"}
    return Row(
        entry.finished_at,
        "" if unjudged else f"{entry.open:,}",
        words.STATE[entry.state] if unjudged else plots.counted(entry.verdicts),
        ", ".join([*changes, *([words.STATE[entry.state]] if entry.state in {"partial", "part"} else [])]),
        _href(entry, newest, present),
    )


def _href(entry: Entry, newest: Mapping[str, str], present: Collection[str]) -> str | None:
    """The address of the run's page, while it is there and of this run."""
    there = entry.page and entry.page in present and newest[entry.page] == entry.run
    return quote(entry.page, errors="surrogateescape") if there and entry.page else None


def _lead(letters: Sequence[Letter]) -> str:
    asking = sum(letter.open > 0 for letter in letters)
    if not letters:
        return text("index.none")
    what = words.count(len(letters), "letter")
    if not any(letter.checked for letter in letters):
        return text("index.unchecked", letters=what)
    if not asking:
        return text("index.nothing", letters=what)
    links = words.count(sum(letter.open for letter in letters), "finding")
    return text("index.asking", asking, letters=what, findings=links)
