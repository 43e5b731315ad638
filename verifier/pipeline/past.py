"""What commands ask the history outside of a run: opened only where it exists, letters and runs found by name."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from verifier.model.errors import UsageError
from verifier.model.past import PastFinding, PastRun
from verifier.model.report import ASKING, SETTLING, Report
from verifier.model.transition import Changes
from verifier.pipeline.identity import home_of, name_of
from verifier.pipeline.news import between
from verifier.store import History

AGAIN = "Shown again from the history, which keeps no letter's text: where a report shows that, it is missing."


def open_past(path: Path) -> History:
    """The history at `path`. Raises UsageError where there is none, since asking must not begin one."""
    if not path.exists():
        raise UsageError(f"there is no history at {path}", "A run of `verify` begins it; --history names another file.")
    return History.open(path)


def known_source(history: History, source: str) -> str:
    """The name under which `source` is kept. Raises UsageError when no run has read it, with the name most like it."""
    known = set(history.sources())
    for name in (source, name_of(source, home_of(history.path))):
        if name in known:
            return name
    close = difflib.get_close_matches(source, sorted(known), n=1)
    hint = f"Did you mean {close[0]}?" if close else "`verify history` lists what was read."
    raise UsageError(f"the history knows no letter {source}", hint)


def open_questions(history: History, source: str | None) -> tuple[PastFinding, ...]:
    """What asked for something when each letter (or `source`) was last checked, and was not decided then.

    A link that the last run did not look at (`--private`, `--note`) stays what it was when one last did.
    """
    sources = [source] if source else sorted(history.sources())
    asked: list[PastFinding] = []
    for name in sources:
        run = next((run for run in history.runs(name) if run.finished_at is not None), None)
        if run is None:
            continue
        findings = (one for one in history.findings_of(run.id) if one.source == name and one.decision not in SETTLING)
        asked += [one for one in (_as_seen(history, one, run) for one in findings) if _asks(one)]
    return tuple(asked)


def _as_seen(history: History, finding: PastFinding, run: PastRun) -> PastFinding:
    """What `run` found of a citation, or where it did not look, what the last one before it did that looked."""
    return (history.last_seen(finding.citation_id, run.id) if finding.verdict == "skipped" else None) or finding


def _asks(finding: PastFinding) -> bool:
    return finding.verdict in ASKING and finding.decision not in SETTLING and finding.part != "surroundings"


def came_to(history: History, run: PastRun) -> Mapping[str, int] | str:
    """How many citations had each verdict in a run; where none had, why, as far as is still known."""
    if run.finished_at is None:
        return "not finished"
    counts = Counter(one.verdict for one in history.findings_of(run.id) if one.verdict)
    return counts or _without_findings(history, run)


def _without_findings(history: History, run: PastRun) -> str:
    """Why a run found nothing, as far as is still known: what cannot be read is not without citations."""
    if not run.read:
        return "could not be read"
    report = history.report_of(run.id)
    if report is None:
        return "nothing found"
    return "could not be read" if any(document.error for document in report.documents) else "no citation"


def report_of(history: History, run_id: str | None) -> Report:
    """The report of a finished run, the last one unless it is named; it says that it comes from the history.

    Raises UsageError for a run that is unknown or not finished, and for one whose report is not kept any more.
    """
    finished = _finished(history)
    run = _named(finished, run_id) if run_id else finished[0]
    report = history.report_of(run.id)
    if report is None:
        kept = [one.id for one in finished if history.report_of(one.id)]
        raise UsageError(
            f"the report of run {run.id} is not kept any more: only the newest two of each letter are",
            f"Kept are {', '.join(kept[:5]) or 'none'}. `verify export` has what each run said of each link.",
        )
    return replace(report, run=replace(report.run, remarks=(*report.run.remarks, AGAIN)))


def changes_between(history: History, ids: Sequence[str]) -> Changes:
    """What changed between two finished runs, the older one first; each that is not named is found.

    The later one is the last that read anything; the earlier one the last before it that read a letter of those. Raises
    UsageError for a run that is unknown or not finished, and when there is nothing to compare with.
    """
    finished = _finished(history)
    named = [_named(finished, run_id) for run_id in ids]
    later = named[-1] if named else next((run for run in finished if run.read), finished[0])
    earlier = named[0] if len(named) == 2 else _before(finished, later)
    before = [_as_seen(history, one, earlier) for one in history.findings_of(earlier.id)]
    transitions = between(before, history.findings_of(later.id))
    return Changes(earlier.finished_at or earlier.started_at, transitions)


def _finished(history: History) -> list[PastRun]:
    """All finished runs, the newest first. Raises UsageError when there is none."""
    finished = [run for run in history.runs() if run.finished_at is not None]
    if not finished:
        raise UsageError("no run has finished yet", "Run `verify` on the letters first.")
    return finished


def _named(finished: Sequence[PastRun], run_id: str) -> PastRun:
    for run in finished:
        if run.id == run_id:
            return run
    raise UsageError(f"the history knows no finished run {run_id}", "`verify history` lists the runs.")


def _before(finished: Sequence[PastRun], later: PastRun) -> PastRun:
    for run in finished[finished.index(later) + 1 :]:
        if run.read & later.read:
            return run
    raise UsageError(f"there is no run before {later.id} over the same letters", "Run `verify` again another day.")
