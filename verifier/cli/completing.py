"""`verify completion SHELL`, and what a shell is offered while a command is typed.

Everything here runs at each press of the tab key: nothing heavy is imported, and nothing is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_SHELLS = ("bash", "zsh", "fish")


@click.command(short_help="Let the shell complete commands and options.")
@click.argument("shell", type=click.Choice(_SHELLS))
def completion(shell: str) -> None:
    """A script that has SHELL (bash, zsh or fish) complete commands, options and their values.

    bash: put  eval "$(verify completion bash)"  into ~/.bashrc; zsh: the same with zsh into ~/.zshrc;
    fish: verify completion fish > ~/.config/fish/completions/verify.fish
    """
    from click.shell_completion import get_completion_class

    from verifier.cli import main

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"There is no completion for {shell}.")
    click.echo(kind(main, {}, "verify", "_VERIFY_COMPLETE").source())


def files(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Have the shell offer files."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def formats(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The report formats."""
    from verifier.report import FORMATS

    return _those(FORMATS, incomplete)


def levels(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What `--fail-on` takes."""
    from verifier.settings.readers import FAIL_ON

    return _those(FAIL_ON, incomplete)


def rules(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Rules by id and by name, each with what it says."""
    from click.shell_completion import CompletionItem

    from verifier.model.rules import RULES

    known = [(word, rule.title) for rule in RULES.values() for word in (rule.id, rule.name)]
    return [CompletionItem(word, help=title) for word, title in known if word.lower().startswith(incomplete.lower())]


def _those(words: Iterable[str], incomplete: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(word) for word in words if word.startswith(incomplete)]
