"""`verify report`: the report of an earlier run, once more, in any format."""

from __future__ import annotations

from typing import Any

import click

from verifier.cli.calling import settings_of
from verifier.cli.options import remembering_options, report_format, verbose


@click.command("report", short_help="An earlier run's report once more, in any format.")
@click.argument("run", required=False)
@report_format
@verbose
@remembering_options
def report_command(run: str | None, **given: Any) -> int:  # noqa: ANN401 - whatever the options above are
    """The report of RUN (an id of `verify history`), or of the last run, once more; asks nobody.

    The history keeps the newest two reports of each letter, without the letters' texts.
    """
    from verifier.pipeline import past
    from verifier.pipeline.sharing import share
    from verifier.report import delivery

    settings = settings_of(given)
    targets = delivery.parse_targets(settings.format)
    delivery.refuse_unwritable(targets)
    with past.open_past(settings.history) as history:
        report = past.report_of(history, run)
    delivery.deliver(
        share(report) if settings.share else report,
        targets,
        verbose=settings.verbose,
        show_secrets=settings.show_secrets,
    )
    return 0
