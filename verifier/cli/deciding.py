"""`verify review`: what needs a person's decision, and the decisions written into `verify.reviews.toml`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from verifier.cli.calling import settings_of
from verifier.cli.completing import files
from verifier.cli.options import remembering_options, reviews_file

if TYPE_CHECKING:
    from pathlib import Path

    from verifier.model.past import PastFinding
    from verifier.model.review import Reviewed

_CHOICES = ("accept", "ignore", "replace", "opened", "later", "quit")


@click.command(short_help="Decide once on findings that are to stay.")
@click.argument("source", required=False, shell_complete=files)
@click.option("--id", "citation", metavar="ID", help="The citation to decide on, without asking.")
@click.option("--decision", metavar="WORD", help="accept, ignore, replace or opened.")
@click.option("--note", metavar="TEXT", help="Why.")
@click.option("--by", metavar="NAME", help="Who decided.")
@click.option("--url", metavar="URL", help="With replace: the address to put there.")
@click.option("--expires", metavar="DATE", help="The last day on which the decision holds: YYYY-MM-DD.")
@click.option(
    "--add",
    "added",
    metavar="FILE",
    type=click.Path(readable=False),
    help="Put in the decisions of FILE, downloaded from a report.",
)
@reviews_file
@remembering_options
def review(source: str | None, **given: Any) -> int:  # noqa: ANN401 - whatever the options above are
    """What needs a decision since the last run, in SOURCE or in all letters; on a terminal, asks for each.

    With --id and --decision it writes that decision and asks nothing.
    """
    from verifier.model.errors import UsageError
    from verifier.pipeline import past, reviewing
    from verifier.report import past as told
    from verifier.store import reviews
    from verifier.wiring import clients

    settings = settings_of(given)
    entries = reviews.read(settings.reviews)
    if given["added"]:
        return _add(given["added"], entries, settings.reviews)
    with past.open_past(settings.history) as history:
        asked = past.open_questions(history, source and past.known_source(history, source))
    today = clients.clock().now().date()
    if given["citation"] or given["decision"]:
        if not (given["citation"] and given["decision"]):
            raise UsageError("--id and --decision belong together", "`verify review` lists the ids.")
        asked = tuple(one for one in asked if one.citation_id == given["citation"])
        if not asked:
            raise UsageError(f"nothing of id {given['citation']} needs a decision", "`verify review` lists what does.")
        decision = reviewing.decision_on(asked[0], today, **_said(given))
        reviews.write(settings.reviews, reviews.decided(entries, decision))
        click.echo(f"{decision.review.decision}: {told.link(asked[0])} ({settings.reviews})")
        return 0
    asked = reviewing.undecided(asked, entries, today)
    if sys.stdin.isatty() and sys.stdout.isatty():
        return _ask(asked, entries, settings.reviews)
    click.echo("\n".join(map(told.finding, asked)) if asked else "Nothing needs a decision.")
    if asked:
        click.echo("Decide with: verify review --id ID --decision accept|ignore|replace|opened --note WHY", err=True)
    return 0


def _add(name: str, entries: tuple[Reviewed, ...], path: Path) -> int:
    """Put the decisions of another file in: each in place of earlier ones on the same citation."""
    from pathlib import Path

    from verifier.model.errors import UsageError
    from verifier.store import reviews

    if not Path(name).is_file():
        raise UsageError(f"there is no file {name}", "Name the file that was downloaded from the report.")
    added = reviews.read(Path(name))
    for one in added:
        entries = reviews.decided(entries, one)
    reviews.write(path, entries)
    click.echo(f"{len(added)} decision{'' if len(added) == 1 else 's'} put into {path}; {len(entries)} in all.")
    return 0


def _said(given: dict[str, Any]) -> dict[str, str | None]:
    return {name: given[name] for name in ("decision", "note", "by", "url", "expires")}


def _ask(asked: Sequence[PastFinding], entries: tuple[Reviewed, ...], path: Path) -> int:
    """Ask for each; every answer is in the file before the next question."""
    from verifier.model.errors import UsageError
    from verifier.pipeline import reviewing
    from verifier.report import past as told
    from verifier.store import reviews
    from verifier.wiring import clients

    if not asked:
        click.echo("Nothing needs a decision.")
        return 0
    click.echo("accept: it is as reported, and stays · ignore: it is not to be judged")
    click.echo("replace: another address is to stand there · opened: you saw the page in a browser")
    by = click.prompt("Your name, for the file (may stay empty)", default="", show_default=False)
    for finding in asked:
        click.echo(f"\n{told.finding(finding)}")
        word = click.prompt("Decision", type=click.Choice(_CHOICES), default="later")
        if word == "quit":
            break
        if word == "later":
            continue
        said = {"decision": word, "by": by}
        if word == "replace":
            said["url"] = _until_right("The address to put there (empty: later)", _web_address)
            if not said["url"]:
                continue
        said["note"] = click.prompt("Why", default="", show_default=False)
        said["expires"] = _until_right("Last day, YYYY-MM-DD (empty: none)", _day)
        try:
            decision = reviewing.decision_on(finding, clients.clock().now().date(), **said)
        except UsageError as error:
            click.echo(f"{error.message}; nothing was written for this one.", err=True)
            continue
        entries = reviews.decided(entries, decision)
        reviews.write(path, entries)
    return 0


def _until_right(question: str, right: Callable[[str], str]) -> str:
    """The answer; what `right` refuses is asked for again, and an empty one is always taken."""
    answer: str = click.prompt(
        question, default="", show_default=False, value_proc=lambda text: right(text.strip()) if text.strip() else ""
    )
    return answer


def _web_address(answer: str) -> str:
    from verifier.model.review import may_replace

    if not may_replace(answer):
        raise click.BadParameter("this is no http or https address.")
    return answer


def _day(answer: str) -> str:
    from datetime import date

    from verifier.wiring import clients

    try:
        day = date.fromisoformat(answer)
    except ValueError as error:
        raise click.BadParameter("this is no day; write it as YYYY-MM-DD.") from error
    if day < clients.clock().now().date():
        raise click.BadParameter("this day has passed.")
    return day.isoformat()
