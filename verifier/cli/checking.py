"""`verify check` and `verify extract`: what reads sources and reports on them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from verifier.cli.calling import progress_line, settings_of, tell_waits
from verifier.cli.completing import levels
from verifier.cli.help import TopicalCommand
from verifier.cli.options import asking_options, reading_options, report_format, verbose

if TYPE_CHECKING:
    from verifier.model.report import Report
    from verifier.report.delivery import Target
    from verifier.settings import Settings


@click.command(cls=TopicalCommand, short_help="Find, mend, look up, judge, report: the main job.")
@report_format
@verbose
@reading_options
@asking_options
@click.option(
    "-o", "--output-dir", metavar="DIR", type=click.Path(readable=False), help="Where the HTML report goes (reports/)."
)
@click.option("--no-report", is_flag=True, default=None, help="Write no HTML report.")
@click.option(
    "--fail-on",
    multiple=True,
    metavar="LEVEL",
    shell_complete=levels,
    help="broken, fix (default: broken or fix), review, new or never; repeatable.",
)
@click.option("--min-decided", metavar="SHARE", help="Exit 3 when a smaller share (0 to 1) could be decided.")
@click.option("--record", metavar="FILE", type=click.Path(path_type=Path), help="Keep every exchange in a WARC file.")
@click.option("--replay", metavar="FILE", type=click.Path(path_type=Path), help="Ask nobody; answer from a record.")
def check(source: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401 - whatever the options above are
    """The main job: find, mend, look up, judge, report.

    SOURCE is a file, a folder, a glob, an http(s) URL, or - for standard input. Stopped with Ctrl-C, the same command
    goes on where it stopped.

    Exit codes: 0 clean, 1 findings at or above --fail-on, 2 usage or configuration, 3 the job could not be done in
    full, 130 interrupted.
    """
    from verifier import wiring
    from verifier.model.exits import exit_code
    from verifier.report import delivery

    settings = settings_of(given)
    targets = delivery.parse_targets(settings.format)
    if not settings.plan:
        delivery.refuse_unwritable(targets, None if settings.no_report else settings.output_dir)
        settings = wiring.with_record(settings, given["record"], given["replay"])
    tell_waits(source, quiet=settings.quiet)
    planned = wiring.plan(settings, source, given["stdin_name"])
    if settings.plan:
        click.echo(wiring.disclosure(settings, planned), nl=False)
        return 0
    delivery.refuse_letters(targets, [one.source.path for one in planned])
    report = wiring.check(settings, planned, progress_line(quiet=settings.quiet))
    _tell(_shared(report, settings), targets, settings)
    return exit_code(report, settings.fail_on, settings.min_decided)


@click.command(cls=TopicalCommand, short_help="What it cites, and how links were mended; asks nobody.")
@report_format
@verbose
@reading_options
def extract(source: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401 - whatever the options above are
    """Citations and mended links only; no network, save to fetch a SOURCE given as URL."""
    from datetime import UTC, datetime

    from verifier import pipeline, wiring
    from verifier.model.exits import ExitCode
    from verifier.report import delivery

    settings = settings_of(given)
    targets = delivery.parse_targets(settings.format)
    delivery.refuse_unwritable(targets)
    started_at = datetime.now(UTC)
    tell_waits(source, quiet=settings.quiet)
    planned = wiring.plan(settings, source, given["stdin_name"])
    delivery.refuse_letters(targets, [one.source.path for one in planned])
    report = pipeline.extract(planned, wiring.options_of(settings), started_at, datetime.now(UTC))
    delivery.deliver(_shared(report, settings), targets, verbose=settings.verbose)
    return ExitCode.INCOMPLETE if any(document.error for document in report.documents) else ExitCode.CLEAN


def _tell(told: Report, targets: Sequence[Target], settings: Settings) -> None:
    """Write all that was asked for. Raises OutputError when some of it could not be, and says how to get it still."""
    from verifier.model.errors import OutputError, UnreadError
    from verifier.report import delivery

    def formats() -> None:
        delivery.deliver(told, targets, verbose=settings.verbose, show_secrets=settings.show_secrets)

    def page() -> None:
        if not settings.no_report and any(document.error is None for document in told.documents):
            _write_page(told, settings)

    try:
        delivery.all_of(formats, page)
    except UnreadError:
        raise
    except OutputError as error:
        raise OutputError(error.message, f"{error.hint} {_kept(told.run.id, settings)}".strip()) from error


def _kept(run: str, settings: Settings) -> str:
    """Where the results of a run are that could not be written in full."""
    from verifier.model.errors import VerifierError
    from verifier.pipeline import past

    if not settings.no_history and settings.replay is None:
        try:
            with past.open_past(settings.history) as history:
                past.report_of(history, run)
        except VerifierError:
            pass
        else:
            return f"The results are in the history: verify report {run} -f NAME=PATH"
    return "No history keeps the results of this run; all other reports of it are written."


def _write_page(told: Report, settings: Settings) -> None:
    """Write the HTML report, and the index of its folder."""
    from verifier.model.errors import OutputError
    from verifier.report import delivery, pieces
    from verifier.report.html import index_log, index_place
    from verifier.report.html.page import extent

    page = index_place.place(settings.output_dir, told)
    try:
        delivery.write(page, pieces("html", told))
    except OutputError:
        index_place.give_up(page, told)
        raise
    index_place.clear_beside(page, told)
    untold = index_log.update(settings.output_dir, told, page.name)
    if not settings.quiet:
        click.echo(f"Report to {'pass on' if settings.share else 'read'}: {page}", err=True)
        if kept := index_place.kept(page, told):
            looked = "No cited page was" if extent(told) == "unchecked" else "Not all cited pages were"
            click.echo(f"{looked} looked at, so {kept} of an earlier run stays as it is.", err=True)
    if untold:
        click.echo(untold, err=True)


def _shared(report: Report, settings: Settings) -> Report:
    """The report as it is to be written: in full, or as it may be passed on (`--share`)."""
    if not settings.share:
        return report
    from verifier.pipeline.sharing import share

    return share(report)
