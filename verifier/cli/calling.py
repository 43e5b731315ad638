"""What every command does around its job: settings in, progress and problems in words, an exit code out."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from verifier.cli.streams import make_patient

if TYPE_CHECKING:
    from verifier.pipeline import Progress
    from verifier.settings import Settings


def guarded(run: Callable[[], int | None]) -> NoReturn:
    """Run a command; a problem is told in words and ends with its exit code, never with a traceback."""
    make_patient()
    _stop_with_words()
    # What a run makes lives to its end or dies without cycles; looking for them took a fifth of a large run (measured).
    gc.set_threshold(100_000, 20, 50)
    atexit.register(gc.freeze)  # nor is anything gained by looking through all of it once more on leaving
    try:
        code = run() or 0
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - a traceback alone would end with 1: “findings”
        code = _ended(error)
    raise SystemExit(int(code))


def _ended(error: BaseException) -> int:
    """Tell what ended a command, and with what exit code."""
    from verifier.model.errors import UnreadError, UsageError, VerifierError
    from verifier.model.exits import ExitCode

    match error:
        case click.ClickException():
            error.show()
            return error.exit_code
        case KeyboardInterrupt() | click.Abort():  # click's own: Ctrl-C, or the end of the input, at a question
            click.echo("verify: interrupted", err=True)
            return ExitCode.INTERRUPTED
        case UnreadError():
            return ExitCode.INCOMPLETE
        case VerifierError():
            tell(error.message, error.hint)
            return ExitCode.USAGE if isinstance(error, UsageError) else ExitCode.INCOMPLETE
        case _:
            _tell_defect()
            return ExitCode.INCOMPLETE


def _stop_with_words() -> None:
    """From here on Ctrl-C ends in words: while the program was loaded, it ended at once (`verifier/__main__.py`)."""
    import signal

    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def tell(message: str, hint: str) -> None:
    """A problem and what to do about it on stderr, a line each: a file's name in them can begin no line of its own."""
    from verifier.report import escapes

    click.echo(f"verify: {escapes.prose(message)}" + (f"\n{escapes.prose(hint)}" if hint else ""), err=True)


def _tell_defect() -> None:
    """A defect of ours: where it happened, and that what was found so far is not lost."""
    import platform
    import traceback

    from verifier import __version__

    click.echo(traceback.format_exc(), err=True, nl=False)
    click.echo(
        "verify: this is a defect of verifier, not of the letter; what was looked up so far is kept in the history.\n"
        f"Please report it with the lines above (they may name files of yours) and with: verifier {__version__}, "
        f"Python {platform.python_version()}, {platform.system()}.",
        err=True,
    )


def settings_of(given: dict[str, Any]) -> Settings:
    """The settings of a command: what its options gave, over the environment and the files."""
    from verifier import settings

    for name, meant in settings.misspelt(os.environ):
        tell(f"the environment variable {name} is no setting, and was not used", f"Did you mean {meant}?")
    flags = {key: value for key, value in given.items() if key in settings.KEYS and value not in {None, ()}}
    return settings.load(flags, os.environ, Path(), given["config"])


def tell_waits(sources: Sequence[str], *, quiet: bool) -> None:
    """Say what is waited for before it is read: the other end of a pipe, or somebody at the keyboard."""
    for source in sources if not quiet else ():
        if source == "-" and sys.stdin.isatty():
            click.echo("Reading the letter from the keyboard: end it with Ctrl-D on a line of its own.", err=True)
        elif source != "-" and _is_pipe(source):
            click.echo(f"Waiting for what is written to the pipe {source!r}.", err=True)


def _is_pipe(source: str) -> bool:
    try:
        return Path(source).is_fifo()
    except OSError:  # a long address, say
        return False


def progress_line(*, quiet: bool) -> Callable[[Progress], None]:
    """A line on stderr that is rewritten as results land; nothing when nobody watches, or none can be rewritten."""
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return lambda _progress: None
    import shutil

    def show(progress: Progress) -> None:
        sys.stderr.write("\r\x1b[K" + ("" if progress.ended else progress.line(shutil.get_terminal_size().columns - 1)))
        sys.stderr.flush()

    return show
