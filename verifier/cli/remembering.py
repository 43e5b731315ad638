"""`verify history`, `diff`, `export`, `forget`: what the history file knows, and what it is to forget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from verifier.cli.calling import settings_of
from verifier.cli.completing import files
from verifier.cli.options import remembering_options

if TYPE_CHECKING:
    from verifier.store import History, PastRun, PastSpan


@click.command("history", short_help="The runs so far, or since when each link is what it is.")
@click.argument("source", required=False, shell_complete=files)
@click.option("-n", "--number", metavar="N", type=click.IntRange(min=1), default=20, help="How many runs to list (20).")
@remembering_options
def history_command(source: str | None, **given: Any) -> int:  # noqa: ANN401 - whatever the options above are
    """The runs so far; with SOURCE, each of its links: what it is, since when, and how often it changed."""
    from verifier.pipeline import past
    from verifier.report import escapes

    with past.open_past(settings_of(given).history) as history:
        if source is not None:
            spans = history.spans(past.known_source(history, source))
            click.echo("\n".join(_links(spans)) if spans else "No run has found a citation in it.")
            return 0
        runs = history.runs()[: given["number"]]
        if not runs:
            click.echo("No run is kept here.")
        for run in runs:
            click.echo(_run_line(history, run))
            for name in run.sources[:5]:
                click.echo(f"    {escapes.source(name)}")
            if len(run.sources) > 5:
                click.echo(f"    … and {len(run.sources) - 5} more")
    return 0


@click.command(short_help="What changed between two runs.")
@click.argument("run", nargs=-1)
@remembering_options
def diff(run: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401 - whatever the options above are
    """What changed between two runs: newly broken, changed, recovered, newly archived.

    RUN is an id of `verify history`, the older one first. Without any, the last run and the one before it over the same
    letters; with one, that run and the one before it.
    """
    from verifier.model.errors import UsageError
    from verifier.pipeline import past
    from verifier.report import words
    from verifier.report.text import render_changes

    if len(run) > 2:
        raise UsageError("name two runs at most", "`verify history` lists them.")
    with past.open_past(settings_of(given).history) as history:
        changes = past.changes_between(history, run)
    same = f"No link that both runs looked at has changed since that of {words.day(changes.since)}.\n"
    click.echo(render_changes(changes) or same, nl=False)
    return 0


@click.command(short_help="All of the history, as CSV or JSON Lines.")
@click.option("--to", "to", type=click.Choice(["csv", "jsonl"]), default="csv", help="The format (csv).")
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Where to (standard output).")
@remembering_options
def export(**given: Any) -> int:  # noqa: ANN401 - whatever the options above are
    """All that history knows of each link, a row for each stretch of runs in which nothing changed."""
    from verifier.pipeline import past
    from verifier.report import delivery, rows

    with past.open_past(settings_of(given).history) as history:
        table = [_row(span) for span in history.spans()]
    text = rows.render(_COLUMNS, table, given["to"])
    if given["output"]:
        delivery.write(given["output"], text)
    else:
        click.echo(text, nl=False)
    return 0


@click.command(short_help="Delete all that the history knows of a letter.")
@click.argument("source", shell_complete=files)
@remembering_options
def forget(source: str, **given: Any) -> int:  # noqa: ANN401 - whatever the options above are
    """Delete all that the history knows of the letter SOURCE, its bytes in the history file included.

    Reports that are written, and decisions in verify.reviews.toml, are yours to delete.
    """
    from verifier.pipeline import past
    from verifier.report import escapes

    with past.open_past(settings_of(given).history) as history:
        name = past.known_source(history, source)
        history.forget(name)
    click.echo(f"The history has forgotten {escapes.source(name)}. Reports and decisions in files of their own stay.")
    return 0


def _run_line(history: History, run: PastRun) -> str:
    from verifier.report import words

    if run.finished_at is None:
        return f"{run.started_at:%Y-%m-%d %H:%M}  {run.id}  not finished"
    counts = Counter(one.verdict for one in history.findings_of(run.id))
    told = ", ".join(f"{counts[verdict]:,} {verdict}" for verdict in words.URGENCY if counts[verdict])
    return f"{run.started_at:%Y-%m-%d %H:%M}  {run.id}  {told or _without_findings(history, run)}"


def _without_findings(history: History, run: PastRun) -> str:
    """Why a run found nothing, as far as is still known: what cannot be read is not without citations."""
    if not run.read:
        return "could not be read"
    report = history.report_of(run.id)
    if report is None:
        return "nothing found"
    return "could not be read" if any(document.error for document in report.documents) else "no citation"


def _links(spans: Sequence[PastSpan]) -> list[str]:
    """Two lines for each citation: the link as it is now, and what is known of its past."""
    from verifier.report import escapes, words
    from verifier.report.masking import mask_secrets

    of: dict[str, list[PastSpan]] = {}
    for span in spans:
        of.setdefault(span.citation_id, []).append(span)
    lines = []
    for all_spans in of.values():
        same = [span for span in all_spans if span.outcome is not None] or all_spans
        last, unseen = same[-1], same[-1] is not all_spans[-1]
        start = len(same)
        while start > 1 and same[start - 2].outcome == same[-1].outcome:
            start -= 1
        changed = sum(a.outcome != b.outcome for a, b in pairwise(same))
        note = f"note {escapes.prose(last.note, 40)}, " if last.note else ""
        runs = sum(span.runs for span in same[start - 1 :])
        told = f"{words.standing(last.verdict, same[-1].outcome)}, since {words.day(same[start - 1].since)}"
        told += f", in {words.count(runs, 'run')}, last on {words.day(last.until)}"
        told += "; not looked at since" if unseen else ""
        told += f"; the outcome changed {changed} times" if changed > 2 else ""
        told += ": flapping" if _flaps(same) else ""
        link = words.numbered(last.kind, escapes.link(mask_secrets(last.value), 500))
        lines += [f"{last.verdict or 'none':<8}{note}{link}", f"        {told}"]
    return lines


def _flaps(spans: Sequence[PastSpan]) -> bool:
    """Whether the link broke and came back often of late, as seen from the last run."""
    from verifier.model.transition import Spell, is_flapping, spells

    seen = spells(Spell(span.verdict == "broken", span.since, span.until) for span in spans)
    return is_flapping(seen, spans[-1].until)


_COLUMNS = ("source", "note", "citation", "link", "verdict", "outcome", "archived", "since", "until", "runs")


def _row(span: PastSpan) -> tuple[object, ...]:
    from verifier.report.masking import mask_credentials

    since, until = f"{span.since:%Y-%m-%dT%H:%M:%SZ}", f"{span.until:%Y-%m-%dT%H:%M:%SZ}"
    told = (span.verdict, span.outcome, span.archived, since, until, span.runs)
    return (mask_credentials(span.source), span.note, span.citation_id, mask_credentials(span.value), *told)
