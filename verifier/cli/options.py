"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from verifier.cli.completing import files, formats

Command = Callable[..., int]
Option = Callable[[Command], Command]


def _together(*options: Option) -> Option:
    """All of `options` as one decorator; help lists them in this order."""

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


verbose = click.option(
    "-v", "--verbose", is_flag=True, default=None, help="In text, every finding in full, those in order too."
)
quiet = click.option("-q", "--quiet", is_flag=True, default=None, help="No progress, no hints on stderr.")
config_file = click.option("--config", metavar="FILE", type=click.Path(path_type=Path), help="A further settings file.")
history_file = click.option(
    "--history", metavar="PATH", type=click.Path(readable=False), help="The history file (.verify/history.sqlite)."
)
no_history = click.option("--no-history", is_flag=True, default=None, help="Neither use nor keep a history.")
reviews_file = click.option(
    "--reviews",
    metavar="FILE",
    type=click.Path(readable=False),
    help="The decisions kept beside the letters (verify.reviews.toml).",
)
no_archive = click.option("--no-archive", is_flag=True, default=None, help="Ask no archive.")

connecting_options = _together(
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
    click.option(
        "--ca-bundle", metavar="FILE", type=click.Path(readable=False), help="Further certificate authorities to trust."
    ),
    config_file,
)
"""Options of every command that may send requests."""

reading_options = _together(
    click.argument("source", nargs=-1, required=True, shell_complete=files),
    click.option("--stdin-name", metavar="NAME", help="What to call standard input in reports."),
    click.option("--letter-date", metavar="DATE", help="The letter's date: 2022-06-08, 2022-06 or 2022."),
    connecting_options,
    quiet,
)
"""Options of every command that reads sources."""

report_format = _together(
    click.option(
        "-f",
        "--format",
        multiple=True,
        metavar="NAME[=PATH]",
        shell_complete=formats,
        help="Report format, repeatable; without PATH to stdout (one at most). "
        "text (default), json, html, markdown, csv, jsonl, junit, sarif, github.",
    ),
    click.option(
        "--share",
        is_flag=True,
        default=None,
        help="Reports to pass on: without folders, options, reviewers, the letter's own words and secret links.",
    ),
    click.option(
        "--show-secrets",
        is_flag=True,
        default=None,
        help="Secret links in full in every report; else only the HTML report has them, and others show stars.",
    ),
)
"""Options of every command that writes reports."""

remembering_options = _together(history_file, config_file)
"""Options of every command that asks the history alone."""

asking_options = _together(
    history_file,
    no_history,
    reviews_file,
    click.option("--offline", is_flag=True, default=None, help="Judge from the text alone; ask nobody."),
    click.option("--private", is_flag=True, default=None, help="Ask archives only, never the cited hosts."),
    click.option("--plan", is_flag=True, default=None, help="Say who would learn what; send nothing."),
    no_archive,
    click.option(
        "--archive",
        multiple=True,
        metavar="NAME|URL",
        help="Ask this archive: wayback, arquivo, ukwa, tna, loc, vefsafn, archive-it, an address; repeatable.",
    ),
    click.option("--note", multiple=True, metavar="LABEL", help="Check only this note; repeatable."),
    click.option("--refresh", is_flag=True, default=None, help="Ask everything again, whatever the history knows."),
    click.option("--max-age", metavar="TIME", help="How long good results are remembered (1d)."),
    click.option("--deadline", metavar="TIME", help="Longest time for the whole run (none)."),
    click.option("--concurrency", metavar="N", help="Requests under way at once (64)."),
    click.option("--host-concurrency", metavar="N", help="The same for one host (2)."),
    click.option("--host-interval", metavar="TIME", help="Shortest time between two requests to one host (250ms)."),
    click.option("--include", multiple=True, metavar="REGEX", help="Check only links that match."),
    click.option("--exclude", multiple=True, metavar="REGEX", help="Do not check links that match."),
    click.option("--vantage", metavar="NAME", help="Where this run looks from, for the report."),
)
"""Options of every command that looks links up."""
