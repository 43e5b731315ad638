"""`verify doctor`: whether this machine, here and now, can do the job."""

from __future__ import annotations

from typing import Any

import click

from verifier.cli.calling import settings_of
from verifier.cli.help import TopicalCommand
from verifier.cli.options import connecting_options, history_file, no_archive, no_history


@click.command(cls=TopicalCommand, short_help="Is everything in place? Network, archives, history file.")
@connecting_options
@history_file
@no_history
@no_archive
@click.option(
    "--archive", multiple=True, metavar="NAME|URL", help="The archive to ask, as in `verify check`; repeatable."
)
def doctor(**given: Any) -> int:  # noqa: ANN401 - whatever the options above are
    """Look at network, DNS, proxies, TLS, clock, archives, history and versions. Exit code 3 when something is wrong.

    It asks https://example.org/, a name that cannot exist, and each archive for one page; nothing of any letter.
    """
    from verifier import wiring
    from verifier.model.exits import ExitCode
    from verifier.pipeline.doctor import State

    problems = 0
    for sign in wiring.doctor(settings_of(given)):
        click.echo(sign.lines)
        problems += sign.state is State.PROBLEM
    click.echo(f"\n{problems} problem{'' if problems == 1 else 's'} found." if problems else "\nAll is well.")
    return ExitCode.INCOMPLETE if problems else ExitCode.CLEAN
