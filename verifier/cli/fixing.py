"""`verify fix`: letters with their links corrected."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from verifier.cli.calling import progress_line, settings_of, tell, tell_waits
from verifier.cli.help import TopicalCommand
from verifier.cli.options import asking_options, reading_options

if TYPE_CHECKING:
    from verifier.model.change import Letter
    from verifier.model.exits import ExitCode
    from verifier.report.letters import Way


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
def fix(source: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401 - whatever the options above are
    """The letter in its own format, with broken and moved links corrected and dead ones led to archived copies.

    Nothing else in the file changes. A page that seems gone at first sight stays: it has to be confirmed. With --diff,
    exit code 1 says that something would change.
    """
    from verifier import wiring
    from verifier.model.exits import ExitCode, exit_code
    from verifier.report import changes, letters

    settings = settings_of(given)
    only = changes.kinds(given["only"])
    tell_waits(source, quiet=settings.quiet)
    planned = wiring.plan(settings, source, given["stdin_name"], keep=True)
    if settings.plan:
        click.echo(wiring.disclosure(settings, planned), nl=False)
        return ExitCode.CLEAN
    ways = {name: given[name] for name in ("output", "in_place", "diff", "errata", "force")}
    way = letters.Way(**ways, several=len(planned) > 1)
    read = [one.source for one in planned if one.document]
    way.check([(source.name, source.path) for source in read])
    _refuse_another_format(way, [source.name for source in read])
    report = wiring.check(settings, planned, progress_line(quiet=settings.quiet))
    if report.run.interrupted:
        click.echo("verify: interrupted; nothing was written", err=True)
        return ExitCode.INTERRUPTED
    code = exit_code(report, ("never",), min_decided=0.0)
    for letter in wiring.fix(planned, report, only, write=way.writes):
        code = max(code, _deliver(letter, way, quiet=settings.quiet))
    return code


def _deliver(letter: Letter, way: Way, *, quiet: bool) -> ExitCode:
    """Write one letter and say what was done; one that cannot be written keeps no other from being so."""
    from verifier.model.errors import OutputError, SourceError, UnreadError
    from verifier.model.exits import ExitCode
    from verifier.report import changes

    try:
        where = "" if letter.error else way.deliver(letter)
    except UnreadError:
        raise
    except (OutputError, SourceError) as error:
        tell(error.message, error.hint)
        return ExitCode.INCOMPLETE
    if letter.error or not quiet:
        click.echo(changes.summary(letter, where), nl=False, err=True)
    if letter.error:
        return ExitCode.INCOMPLETE
    return ExitCode.FINDINGS if way.diff and letter.new != letter.old else ExitCode.CLEAN


def _refuse_another_format(way: Way, names: Sequence[str]) -> None:
    """Raise UsageError, before anything is asked, when a letter would be written under the ending of another format."""
    from verifier.documents.formats import NAMES, Format, of_name
    from verifier.model.errors import UsageError

    for name in names if way.output is not None and not way.to_stdout else ():
        place = way.place(name)
        kept, asked = of_name(name), of_name(place.name)
        if kept and asked and asked is not kept is not Format.PDF:
            hint = f"A letter keeps its format: give it a name that ends in {Path(name).suffix}."
            raise UsageError(f"{place} would be {NAMES[asked]} by its name, but {name} is {NAMES[kept]}", hint)
