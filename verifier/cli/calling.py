"""What every command does around its job: settings in, progress and problems in words, an exit code out."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from verifier.cli.streams import make_patient

if TYPE_CHECKING:
    from verifier.pipeline import Progress
    from verifier.settings import Settings


def guarded(run: Callable[[], int]) -> None:
    """Run a command; a problem is told in words and ends with its exit code, never with a traceback."""
    from verifier.model.errors import UsageError, VerifierError
    from verifier.model.exits import ExitCode

    make_patient()
    # What a run makes lives to its end or dies without cycles; looking for them took a fifth of a large run (measured).
    gc.set_threshold(100_000, 20, 50)
    atexit.register(gc.freeze)  # nor is anything gained by looking through all of it once more on leaving
    try:
        code = run()
        sys.stdout.flush()
    except VerifierError as error:
        tell(error.message, error.hint)
        code = ExitCode.USAGE if isinstance(error, UsageError) else ExitCode.INCOMPLETE
    except BrokenPipeError:
        # Whoever read our output has gone (`verify … | head`); nothing more can be said to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = ExitCode.INCOMPLETE
    except KeyboardInterrupt:
        click.echo("verify: interrupted", err=True)
        code = ExitCode.INTERRUPTED
    except Exception:  # noqa: BLE001 - a traceback alone would end with 1, which says “findings”
        _tell_defect()
        code = ExitCode.INCOMPLETE
    raise SystemExit(int(code))


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


def progress_line(*, quiet: bool) -> Callable[[Progress], None]:
    """A line on stderr that is rewritten as results land; nothing when nobody watches."""
    if quiet or not sys.stderr.isatty():
        return lambda _progress: None
    import shutil

    def show(progress: Progress) -> None:
        sys.stderr.write("\r\x1b[K" + ("" if progress.ended else progress.line(shutil.get_terminal_size().columns - 1)))
        sys.stderr.flush()

    return show
