"""`verify init` and `verify config show`: the settings file, and what holds of all that is set."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from verifier.cli.calling import settings_of
from verifier.cli.options import config_file

_FILE = Path("verify.toml")


@click.command(short_help="Write a verify.toml to edit.")
def init() -> int:
    """Write a verify.toml with every setting, commented out, into this folder; one that is there is never changed."""
    from verifier.model.errors import UsageError
    from verifier.report import delivery
    from verifier.settings import example

    if os.path.lexists(_FILE):
        raise UsageError(f"there is a {_FILE} already", "It was not changed.")
    delivery.refuse_place(_FILE, "Go to the folder of your letters first.")
    delivery.write(_FILE, example.text())
    click.echo(f"{_FILE} is written: take away the # before what you want to set.")
    return 0


@click.group(short_help="The settings that hold in this folder.", invoke_without_command=True)
@click.pass_context
def config(context: click.Context) -> int:
    """The settings that hold in this folder; `verify config` alone shows them."""
    return 0 if context.invoked_subcommand else context.invoke(show)


@config.command(short_help="Every setting with the value that holds, as TOML.")
@click.option("--origin", is_flag=True, help="Say where each value comes from.")
@config_file
def show(**given: Any) -> int:  # noqa: ANN401 - whatever the options above are
    """Every setting with the value that holds, as TOML; secrets are masked."""
    from verifier.settings.show import toml

    click.echo(toml(settings_of(given), origins=given["origin"]), nl=False)
    return 0
