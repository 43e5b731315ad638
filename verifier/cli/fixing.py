"""`verify fix`: letters with their links corrected."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from verifier.cli.calling import guarded, progress_line, settings_of
from verifier.cli.help import TopicalCommand
from verifier.cli.options import asking_options, reading_options


@click.command(cls=TopicalCommand, short_help="The letter with its links corrected, in its own format.")
@click.option("-o", "--output", metavar="OUT", type=click.Path(path_type=Path), help="Where the fixed copy goes.")
@click.option("--in-place", is_flag=True, help="Change the letter itself; the old one is kept as LETTER.bak.")
@click.option("--diff", is_flag=True, help="Show what would change; write nothing.")
@click.option("--errata", is_flag=True, help="List the corrections, for a letter that is already published.")
@click.option(
    "--only", multiple=True, metavar="KIND", help="Change only these: mended, moved, dead, chosen; repeatable."
)
@click.option("--force", is_flag=True, help="Overwrite OUT if it exists.")
@reading_options
@asking_options
def fix(source: tuple[str, ...], **given: Any) -> None:  # noqa: ANN401 - whatever the options above are
    """The letter in its own format, with broken and moved links corrected and dead ones led to archived copies.

    Nothing else in the file changes. A page that seems gone at first sight stays: it has to be confirmed. With --diff,
    exit code 1 says that something would change.
    """
    guarded(lambda: _fix(source, given))


def _fix(source: tuple[str, ...], given: dict[str, Any]) -> int:
    from verifier import wiring
    from verifier.model.exits import ExitCode, exit_code
    from verifier.report import changes, letters

    settings = settings_of(given)
    only = changes.kinds(given["only"])
    planned = wiring.plan(settings, source, given["stdin_name"], keep=True)
    if settings.plan:
        click.echo(wiring.disclosure(settings, planned), nl=False)
        return ExitCode.CLEAN
    ways = {name: given[name] for name in ("output", "in_place", "diff", "errata", "force")}
    way = letters.Way(**ways, several=len(planned) > 1)
    way.check([(one.source.name, one.source.path) for one in planned if one.document])
    report = wiring.check(settings, planned, progress_line(quiet=settings.quiet))
    if report.run.interrupted:
        click.echo("verify: interrupted; nothing was written", err=True)
        return ExitCode.INTERRUPTED
    code = exit_code(report, ("never",), min_decided=0.0)
    for letter in wiring.fix(planned, report, only, write=way.writes):
        where = "" if letter.error else way.deliver(letter)
        if letter.error:
            code = ExitCode.INCOMPLETE
        elif way.diff and letter.new != letter.old and code is ExitCode.CLEAN:
            code = ExitCode.FINDINGS
        if letter.error or not settings.quiet:
            click.echo(changes.summary(letter, where), nl=False, err=True)
    return code
