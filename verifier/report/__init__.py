"""A report -> one of its formats. One file per format; each loads only when it is asked for.

`render` is pure: it writes nothing, and gives text that can always be encoded as UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from verifier.model.errors import UsageError

if TYPE_CHECKING:
    from verifier.model.report import Report

FORMATS: tuple[str, ...] = ("text", "json", "html", "markdown", "csv", "jsonl", "junit", "sarif", "github")
"""The names that `--format` takes."""


def render(
    name: str,
    report: Report,
    *,
    color: bool = False,
    width: int = 100,
    verbose: bool = False,
    show_secrets: bool = False,
) -> str:
    """`report` in the format `name`; what is taken and raised is told at `pieces`."""
    return "".join(pieces(name, report, color=color, width=width, verbose=verbose, show_secrets=show_secrets))


def pieces(  # noqa: PLR0911  one arm per format
    name: str,
    report: Report,
    *,
    color: bool = False,
    width: int = 100,
    verbose: bool = False,
    show_secrets: bool = False,
) -> Iterable[str]:
    """`report` in the format `name`, in pieces where it allows: one of any length is written without being held.

    `color`, `width` (terminal cells) and `verbose` (every finding in full) matter to text alone.

    Credentials in addresses are masked in every format, other secrets in all but HTML unless `show_secrets`.
    Raises UsageError for a name that is not in `FORMATS`.
    """
    report = _told(name, report, show_secrets)
    match name:
        case "text":
            from verifier.report import text

            return [text.render(report, color=color, width=width, verbose=verbose)]
        case "json":
            from verifier.report import json

            return json.pieces(report)
        case "html":
            from verifier.report import html

            return html.pieces(report)
        case "markdown":
            from verifier.report import markdown

            return [markdown.render(report)]
        case "csv":
            from verifier.report import csv

            return [csv.render(report)]
        case "jsonl":
            from verifier.report import jsonl

            return jsonl.pieces(report)
        case "junit":
            from verifier.report import junit

            return [junit.render(report)]
        case "sarif":
            from verifier.report import sarif

            return [sarif.render(report)]
        case "github":
            from verifier.report import github

            return [github.render(report)]
        case _:
            raise UsageError(f"There is no report format {name!r}.", f"Formats: {', '.join(FORMATS)}.")


def _told(name: str, report: Report, show_secrets: bool) -> Report:
    """The report as the format may tell it; `extract` has judged nothing, and gives the links that it was asked for."""
    from verifier.report.masking import masked

    return masked(report, tokens=name != "html" and report.run.judged and not show_secrets)
