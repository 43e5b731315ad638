"""Command line: arguments, help, exit codes. No logic: parse, wire, run, write. One file for each group of commands."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from verifier import __version__
from verifier.cli.calling import guarded
from verifier.cli.checking import check, extract
from verifier.cli.completing import completion, files
from verifier.cli.configuring import config, init
from verifier.cli.deciding import review
from verifier.cli.doctor import doctor
from verifier.cli.explaining import explain
from verifier.cli.fixing import fix
from verifier.cli.help import TopicalGroup
from verifier.cli.remembering import diff, export, forget, history_command
from verifier.cli.reporting import report_command
from verifier.cli.saving import save
from verifier.cli.trial import trial

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class DefaultToCheck(TopicalGroup):
    """`verify LETTER` is `verify check LETTER`."""

    def main(self, *arguments: Any, standalone_mode: bool = True, **named: Any) -> Any:  # noqa: ANN401 - as click's
        """Run the command line and end the process with an exit code, whatever happens."""
        run = partial(super().main, *arguments, **named, standalone_mode=False)
        if standalone_mode:
            guarded(run)
        return run()

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `check` in front unless a command or one of the group's own options comes first."""
        own = {"--help", "-h", "--version"}
        if args and args[0] not in own and args[0] not in self.commands:
            _refuse_misspelt(args[0], ctx)
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands and, since a letter may be named at once, files and the options of `check`."""
        if incomplete.startswith("-"):
            return [*super().shell_complete(ctx, incomplete), *check.shell_complete(ctx, incomplete)]
        return [*files(ctx, check.params[0], incomplete), *super().shell_complete(ctx, incomplete)]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the main job first."""
        formatter.write_usage("verify", "[OPTIONS] SOURCE...", prefix="Usage: ")
        formatter.write_usage("verify", "COMMAND [ARGS]...", prefix="       ")


def _refuse_misspelt(word: str, ctx: click.Context) -> None:
    """A word that is no file but nearly a command is a slip, not a letter."""
    if not word.isalpha() or os.path.exists(word):  # noqa: PTH110 - pathlib costs more than the rest of this
        return
    from difflib import get_close_matches

    meant = get_close_matches(word, main.commands, 1, cutoff=0.65)
    if meant:
        raise click.UsageError(f"There is no command or file {word!r}. Did you mean {meant[0]!r}?", ctx)


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


for _command in (
    check,
    extract,
    fix,
    save,
    explain,
    doctor,
    review,
    history_command,
    diff,
    report_command,
    trial,
    export,
    forget,
    init,
    config,
    completion,
):
    main.add_command(_command)
