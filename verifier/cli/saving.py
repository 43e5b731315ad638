"""`verify save`: live pages without a copy are captured by the Wayback Machine, once the user has agreed."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from verifier.cli.calling import progress_line, settings_of, tell
from verifier.cli.help import TopicalCommand
from verifier.cli.options import asking_options, reading_options

if TYPE_CHECKING:
    from verifier.checks.saving.answers import Allowance
    from verifier.checks.saving.save_page_now import Keys
    from verifier.model.report import Report
    from verifier.model.saving import SaveResult
    from verifier.pipeline.save import Choice
    from verifier.settings import Settings


@click.command(cls=TopicalCommand, short_help="Have the Wayback Machine keep what has no copy; asks first.")
@click.option("-y", "--yes", is_flag=True, help="Capture without asking; needed where nobody can be asked.")
@click.option("--again", is_flag=True, help="Also what has a good copy already.")
@reading_options
@asking_options
def save(source: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401 - whatever the options above are
    """Have the Wayback Machine capture what is live and has no good copy. Shows first what would become public.

    SOURCE is a letter, whose links are looked up as `verify` does, or the http(s) address of a page to capture. Needs
    an account's keys in IA_ACCESS_KEY_ID and IA_SECRET_ACCESS_KEY (https://archive.org/account/s3.php). Links with
    secrets and private addresses are never sent. An interrupted run goes on where it stopped.
    """
    import os

    from verifier import wiring
    from verifier.checks.archives import WAYBACK
    from verifier.checks.saving.save_page_now import Keys
    from verifier.model.addresses import is_web
    from verifier.model.errors import UsageError
    from verifier.model.exits import ExitCode, exit_code
    from verifier.pipeline import save as saving

    settings = settings_of(given)
    _refuse(settings)
    letters = [one for one in source if not is_web(one)]
    planned = wiring.plan(settings, letters, given["stdin_name"])
    pages = [one for one in source if is_web(one)]
    planned += [saving.addresses(pages)] if pages else []
    if settings.plan:
        click.echo(wiring.disclosure(settings, planned), nl=False)
        click.echo(f"Then {WAYBACK} would be asked to capture those that are live and have no good copy,")
        click.echo("once you have seen the list and agreed (at once with --yes). Captures are public.")
        return ExitCode.CLEAN
    keys = Keys.of(os.environ)  # first, since whoever agrees to all and has none has agreed in vain
    if not given["yes"] and not sys.stdin.isatty():
        raise UsageError(
            "nobody can be asked here, and captures are public",
            "--yes captures without asking; --plan says who would learn what.",
        )
    report = wiring.check(settings, planned, progress_line(quiet=settings.quiet), lately=True)
    if report.run.interrupted:
        click.echo("verify: interrupted; nothing was captured", err=True)
        return ExitCode.INTERRUPTED
    choice = saving.choose(report, again=given["again"])
    code = exit_code(report, ("never",), min_decided=0.0)
    _tell_problems(report)
    postponed = any(one.outcome == "postponed" for one in choice.unasked)
    results = _captured(settings, keys, choice, report.run.id, given)
    if results is None:
        return code
    done = all(one.outcome in {"saved", "kept"} for one in results) and not postponed
    return code if done else ExitCode.INCOMPLETE


def _refuse(settings: Settings) -> None:
    """Raise UsageError for settings under which nothing can be known to be live and without a copy."""
    from verifier.model.errors import UsageError

    hint = "Whether a page is live and has no copy must be known before it is captured."
    for name in ("offline", "private", "no_archive"):
        if getattr(settings, name):
            raise UsageError(f"--{name.replace('_', '-')} and `verify save` exclude each other", hint)


def _tell_problems(report: Report) -> None:
    from verifier.report import escapes

    for document in report.documents:
        if document.error:
            tell(f"{escapes.source(document.source)}: {document.error.message}", document.error.hint)
    for remark in report.run.remarks:
        click.echo(escapes.prose(remark), err=True)


def _captured(
    settings: Settings, keys: Keys, choice: Choice, run_id: str, given: dict[str, Any]
) -> list[SaveResult] | None:
    """Show what would be captured, ask, and have it captured; None when nothing was to be, or the user said no."""
    from verifier import wiring
    from verifier.checks.archives import WAYBACK
    from verifier.report import saves
    from verifier.wiring import clients

    def say(words: str) -> None:
        """On stderr; who has agreed beforehand and wants no words gets none, who is asked must see what."""
        if not (settings.quiet and given["yes"]):
            click.echo(words, nl=False, err=True)

    left_out = saves.left_out([(one, one.why) for one in choice.unasked], choice.copied, choice.not_live)
    say(saves.intention(choice.wanted, WAYBACK) + left_out)
    if not choice.wanted:
        return [] if choice.unasked else None
    allowance = _allowance(settings, keys)
    say(saves.allowed(allowance.daily, allowance.daily_limit, len(choice.wanted)))
    if not given["yes"] and not click.confirm("Have them captured?", err=True):
        click.echo("Nothing was captured.", err=True)
        return None
    from verifier.model.errors import UnreadError
    from verifier.pipeline.save_jobs import Clerk, Ledger

    def told(result: SaveResult) -> None:
        with suppress(UnreadError):  # who read our output has gone; what was asked for is still seen through
            click.echo(saves.result(result), nl=False)
            sys.stdout.flush()

    async def job(client: Any, history: Any) -> list[SaveResult]:  # noqa: ANN401 - what wiring gives
        ledger = Ledger(client.service, history, run_id, refresh=settings.refresh)
        results = await Clerk(client, clients.clock(), ledger, told).save(choice.wanted, allowance)
        if ledger.problem:
            click.echo(ledger.problem, err=True)
        return results

    results = wiring.saving(settings, keys, job)
    say(saves.summary(results, WAYBACK))
    return results


def _allowance(settings: Settings, keys: Keys) -> Allowance:
    """What the account may do. Raises UsageError when its keys are refused, VerifierError when nothing is answered."""
    from verifier import wiring
    from verifier.checks.archive.ask import NoAnswerError
    from verifier.checks.archives import WAYBACK
    from verifier.checks.saving.answers import Refused
    from verifier.checks.saving.errors import BAD_KEYS
    from verifier.model.errors import UsageError, VerifierError

    try:
        answer = wiring.saving(settings, keys, lambda client, _: client.allowance())
    except NoAnswerError as silent:
        raise VerifierError(f"{WAYBACK} does not take captures now: {silent}", "Run again later.") from None
    if not isinstance(answer, Refused):
        return answer
    error = UsageError if answer.trouble is BAD_KEYS else VerifierError
    raise error(answer.trouble.words, answer.trouble.todo)
