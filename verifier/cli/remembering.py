"""`verify history`, `diff`, `export`, `forget`: what the history file knows, and what it is to forget."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from verifier.cli.calling import settings_of
from verifier.cli.completing import files
from verifier.cli.options import remembering_options


@click.command("history", short_help="The runs so far, or since when each link is what it is.")
@click.argument("source", required=False, shell_complete=files)
@click.option("-n", "--number", metavar="N", type=click.IntRange(min=1), default=20, help="How many runs to list (20).")
@remembering_options
def history_command(source: str | None, **given: Any) -> int:  # noqa: ANN401 - whatever the options above are
    """The runs so far; with SOURCE, each of its links: what it is, since when, and how often it changed."""
    from verifier.pipeline import past
    from verifier.report import past as told

    with past.open_past(settings_of(given).history) as history:
        if source is not None:
            spans = history.spans(past.known_source(history, source))
            click.echo("\n".join(told.links(spans)) if spans else "No run has found a citation in it.")
            return 0
        runs = history.runs()[: given["number"]]
        if not runs:
            click.echo("No run is kept here.")
        for run in runs:
            click.echo("\n".join(told.run(run, past.came_to(history, run))))
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
    from verifier.report import delivery
    from verifier.report import past as told

    with past.open_past(settings_of(given).history) as history:
        text = told.export(history.spans(), given["to"])
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
