"""Command line: arguments, help, exit codes. No logic: parse, wire, run, write."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from verifier import __version__

if TYPE_CHECKING:
    from verifier.pipeline import Progress
    from verifier.settings import Settings


class DefaultToCheck(click.Group):
    """`verify LETTER` is `verify check LETTER`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `check` in front unless a command or one of the group's own options comes first."""
        own = {"--help", "-h", "--version"}
        if args and args[0] not in own and args[0] not in self.commands:
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the main job first."""
        formatter.write_usage("verify", "[OPTIONS] SOURCE...", prefix="Usage: ")
        formatter.write_usage("verify", "COMMAND [ARGS]...", prefix="       ")


@click.group(cls=DefaultToCheck, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="verify")
def main() -> None:
    """Check the citations of letters, reports and articles.

    SOURCE is a file, a folder, a glob, an http(s) URL, or - for standard input. `verify SOURCE` finds its notes and
    links, mends links that line-wrapping broke, looks each one up on the live web and in the Wayback Machine, and
    writes a report. `verify check --help` lists the options.

    Exit codes: 0 clean, 1 findings at or above --fail-on, 2 usage or configuration, 3 the job could not be done in
    full, 130 interrupted.
    """


Command = Callable[..., None]


def _reading_options(command: Command) -> Command:
    """Options of every command that reads sources."""
    for option in reversed(
        [
            click.argument("source", nargs=-1, required=True),
            click.option("--stdin-name", metavar="NAME", help="What to call standard input in reports."),
            click.option(
                "--letter-date", metavar="DATE", help="When the letter was written: YYYY, YYYY-MM or YYYY-MM-DD."
            ),
            click.option("--timeout", metavar="TIME", help="Longest wait for one request (20s)."),
            click.option("--allow-network", multiple=True, metavar="CIDR", help="A private range that may be asked."),
            click.option(
                "--resolve",
                multiple=True,
                metavar="HOST:PORT:ADDRESS:PORT",
                help="Look HOST up as ADDRESS (or nxdomain, servfail, silent); * allowed.",
            ),
            click.option("--user-agent", metavar="TEXT", help="The name to send instead of this tool's own."),
            click.option("--contact", metavar="TEXT", help="How to reach you, added to the User-Agent."),
            click.option("--proxy", metavar="URL", help="http, https or socks5h proxy for all requests."),
            click.option("--ca-bundle", metavar="FILE", help="Further certificate authorities to trust."),
            click.option("--config", metavar="FILE", type=click.Path(path_type=Path), help="A further settings file."),
            click.option("-q", "--quiet", is_flag=True, help="No progress, no hints on stderr."),
        ]
    ):
        command = option(command)
    return command


_report_format = click.option(
    "-f",
    "--format",
    multiple=True,
    metavar="NAME[=PATH]",
    help="Report format, repeatable; without PATH to stdout (one at most). "
    "text (default), json, html, markdown, csv, jsonl, junit, sarif, github.",
)


def _asking_options(command: Command) -> Command:
    """Options of every command that looks links up."""
    for option in reversed(
        [
            click.option("--history", metavar="PATH", help="The history file (.verify/history.sqlite)."),
            click.option("--no-history", is_flag=True, default=None, help="Neither use nor keep a history."),
            click.option("--offline", is_flag=True, default=None, help="Judge from the text alone; ask nobody."),
            click.option("--private", is_flag=True, default=None, help="Ask archives only, never the cited hosts."),
            click.option("--plan", is_flag=True, default=None, help="Say who would learn what; send nothing."),
            click.option("--no-archive", is_flag=True, default=None, help="Ask no archive."),
            click.option("--note", multiple=True, metavar="LABEL", help="Check only this note; repeatable."),
            click.option(
                "--refresh", is_flag=True, default=None, help="Ask everything again, whatever the history knows."
            ),
            click.option("--max-age", metavar="TIME", help="How long good results are remembered (1d)."),
            click.option("--deadline", metavar="TIME", help="Longest time for the whole run (none)."),
            click.option("--concurrency", metavar="N", help="Requests under way at once (64)."),
            click.option("--host-concurrency", metavar="N", help="The same for one host (2)."),
            click.option(
                "--host-interval", metavar="TIME", help="Shortest time between two requests to one host (250ms)."
            ),
            click.option("--include", multiple=True, metavar="REGEX", help="Check only links that match."),
            click.option("--exclude", multiple=True, metavar="REGEX", help="Do not check links that match."),
            click.option("--vantage", metavar="NAME", help="Where this run looks from, for the report."),
        ]
    ):
        command = option(command)
    return command


@main.command()
@_report_format
@_reading_options
@_asking_options
@click.option("-o", "--output-dir", metavar="DIR", help="Where the HTML report goes (reports/).")
@click.option("--no-report", is_flag=True, default=None, help="Write no HTML report.")
@click.option(
    "--fail-on", multiple=True, metavar="LEVEL", help="broken, fix (default: broken or fix), review, new or never."
)
@click.option("--min-decided", metavar="SHARE", help="Exit 3 when a smaller share (0 to 1) could be decided.")
def check(source: tuple[str, ...], **given: Any) -> None:  # noqa: ANN401 - whatever the options above are
    """The main job: find, mend, look up, judge, report."""
    _guarded(lambda: _check(source, given))


@main.command()
@_report_format
@_reading_options
def extract(source: tuple[str, ...], **given: Any) -> None:  # noqa: ANN401 - whatever the options above are
    """Citations and mended links only; no network, save to fetch a SOURCE given as URL."""
    _guarded(lambda: _extract(source, given))


@main.command()
@click.option("-o", "--output", metavar="OUT", type=click.Path(path_type=Path), help="Where the fixed copy goes.")
@click.option("--in-place", is_flag=True, help="Change the letter itself; the old one is kept as LETTER.bak.")
@click.option("--diff", is_flag=True, help="Show what would change; write nothing.")
@click.option("--errata", is_flag=True, help="List the corrections, for a letter that is already published.")
@click.option("--only", multiple=True, metavar="KIND", help="Change only these: mended, moved or dead; repeatable.")
@click.option("--force", is_flag=True, help="Overwrite OUT if it exists.")
@_reading_options
@_asking_options
def fix(source: tuple[str, ...], **given: Any) -> None:  # noqa: ANN401 - whatever the options above are
    """The letter in its own format, with broken and moved links corrected and dead ones led to archived copies.

    Nothing else in the file changes. A page that seems gone at first sight stays: it has to be confirmed.
    """
    _guarded(lambda: _fix(source, given))


@main.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """What a rule means, why it matters and what to do. Without RULE, a list of all."""
    from verifier.model.rules import RULES, find_rule

    if rule is None:
        click.echo("\n".join(f"{each.id}  {each.name:28}  {each.title}" for each in RULES.values()))
        return
    found = find_rule(rule)
    if found is None:
        raise click.UsageError(f"There is no rule {rule!r}. `verify explain` lists all rules.")
    click.echo(f"{found.id} {found.name}\n\n{found.title}\n\nWhy it matters: {found.why}\nWhat to do: {found.todo}")


def _guarded(run: Callable[[], int]) -> None:
    """Run a command; a problem is told in words and ends with its exit code, never with a traceback."""
    from verifier.model.errors import UsageError, VerifierError
    from verifier.model.exits import ExitCode

    try:
        code = run()
        sys.stdout.flush()
    except VerifierError as error:
        click.echo(f"verify: {error.message}" + (f"\n{error.hint}" if error.hint else ""), err=True)
        code = ExitCode.USAGE if isinstance(error, UsageError) else ExitCode.INCOMPLETE
    except BrokenPipeError:
        # Whoever read our output has gone (`verify … | head`); nothing more can be said to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = ExitCode.INCOMPLETE
    except KeyboardInterrupt:
        click.echo("verify: interrupted", err=True)
        code = ExitCode.INTERRUPTED
    raise SystemExit(int(code))


def _settings(given: dict[str, Any]) -> Settings:
    from verifier import settings

    flags = {key: value for key, value in given.items() if key in settings.KEYS and value not in {None, ()}}
    return settings.load(flags, os.environ, Path(), given["config"])


def _extract(source: tuple[str, ...], given: dict[str, Any]) -> int:
    from datetime import UTC, datetime

    from verifier import pipeline, wiring
    from verifier.model.exits import ExitCode
    from verifier.report import delivery

    settings = _settings(given)
    targets = delivery.parse_targets(settings.format)
    started_at = datetime.now(UTC)
    planned = wiring.plan(settings, source, given["stdin_name"])
    report = pipeline.extract(planned, wiring.options_of(settings), started_at, datetime.now(UTC))
    delivery.deliver(report, targets)
    return ExitCode.INCOMPLETE if any(document.error for document in report.documents) else ExitCode.CLEAN


def _check(source: tuple[str, ...], given: dict[str, Any]) -> int:
    from verifier import wiring
    from verifier.model.exits import exit_code
    from verifier.report import delivery, render

    settings = _settings(given)
    targets = delivery.parse_targets(settings.format)
    planned = wiring.plan(settings, source, given["stdin_name"])
    if settings.plan:
        click.echo(wiring.disclosure(settings, planned), nl=False)
        return 0
    report = wiring.check(settings, planned, _progress(quiet=given["quiet"]))
    delivery.deliver(report, targets)
    if not settings.no_report:
        page = delivery.page_path(settings.output_dir, report)
        delivery.write(page, render("html", report))
        if not given["quiet"]:
            click.echo(f"Report to read and share: {page}", err=True)
    return exit_code(report, settings.fail_on, settings.min_decided)


def _fix(source: tuple[str, ...], given: dict[str, Any]) -> int:
    from verifier import wiring
    from verifier.model.exits import ExitCode, exit_code
    from verifier.report import changes, letters

    settings = _settings(given)
    only = changes.kinds(given["only"])
    planned = wiring.plan(settings, source, given["stdin_name"], keep=True)
    if settings.plan:
        click.echo(wiring.disclosure(settings, planned), nl=False)
        return ExitCode.CLEAN
    ways = {name: given[name] for name in ("output", "in_place", "diff", "errata", "force")}
    way = letters.Way(**ways, several=len(planned) > 1)
    way.check([(one.source.name, one.source.path) for one in planned if one.document])
    report = wiring.check(settings, planned, _progress(quiet=given["quiet"]))
    if report.run.interrupted:
        click.echo("verify: interrupted; nothing was written", err=True)
        return ExitCode.INTERRUPTED
    code = exit_code(report, ("never",), min_decided=0.0)
    for letter in wiring.fix(planned, report, only, write=way.writes):
        where = "" if letter.error else way.deliver(letter)
        code = ExitCode.INCOMPLETE if letter.error else code
        if letter.error or not given["quiet"]:
            click.echo(changes.summary(letter, where), nl=False, err=True)
    return code


def _progress(*, quiet: bool) -> Callable[[Progress], None]:
    """A line on stderr that is rewritten as results land; nothing when nobody watches."""
    if quiet or not sys.stderr.isatty():
        return lambda _progress: None
    import shutil

    def show(progress: Progress) -> None:
        sys.stderr.write("\r\x1b[K" + ("" if progress.ended else progress.line(shutil.get_terminal_size().columns - 1)))
        sys.stderr.flush()

    return show
