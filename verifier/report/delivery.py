"""Where reports go: one format to stdout, the others to files, all from one run."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from errno import EACCES, EISDIR
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.model.errors import OutputError, UnreadError, UsageError
from verifier.report import FORMATS, pieces

if TYPE_CHECKING:
    from verifier.model.report import Report

IN_SUMMARY = 50
"""Findings that a job summary tells in full."""
_USUAL_WIDTH = 100
"""Cells of a line where no terminal says how many it has."""
_TOGETHER = 50
"""Pieces of a report, one for each citation, that are written at once."""
_ELSEWHERE = "Choose another place with -o or =PATH."


@dataclass(frozen=True, slots=True)
class Target:
    """One format and where it goes; without a path, to stdout."""

    name: str
    path: Path | None = None


def parse_targets(given: Sequence[str]) -> tuple[Target, ...]:
    """Read `NAME[=PATH]` values (`-` is stdout); text goes there when nothing else does.

    Raises UsageError for unknown names, and for two to stdout.
    """
    targets = []
    for value in given:
        name, _, path = value.partition("=")
        if name not in FORMATS:
            raise UsageError(f"--format {value}: there is no format {name!r}", f"Choose from {', '.join(FORMATS)}.")
        targets.append(Target(name, Path(path) if path not in {"", "-"} else None))
    to_stdout = [target for target in targets if target.path is None]
    if len(to_stdout) > 1:
        names = " and ".join(target.name for target in to_stdout)
        raise UsageError(
            f"Only one format can go to stdout, not {names}", "Give the others a path: --format json=out.json"
        )
    return tuple(targets) if to_stdout else (Target("text"), *targets)


def refuse_unwritable(targets: Iterable[Target], folder: Path | None = None) -> None:
    """Raise UsageError, before anything is asked, when a target or a report in `folder` could not be written.

    Tried with a draft that is taken away again: what is there stays as it is, and no folder is made.
    """
    taken: set[Path] = set()
    for path in (target.path for target in targets if target.path is not None):
        refuse_place(path, _ELSEWHERE)
        if path in taken and not _is_device(path):
            raise UsageError(f"two formats cannot both be written to {path}", _ELSEWHERE)
        taken.add(path)
    if folder is not None:
        # Which page it will be is not known yet: the folder is named, and no page that is not to be.
        hint = "Choose another folder with -o, or none with --no-report."
        refuse_place(folder / "report.html", hint, f"{folder}{os.sep}")


def refuse_letters(targets: Iterable[Target], letters: Iterable[Path | None]) -> None:
    """Raise UsageError, before anything is asked, when a report would be written over a letter that it is about."""
    there = [target.path for target in targets if target.path is not None and target.path.exists()]
    for letter in letters if there else ():
        if letter is not None and any(path.samefile(letter) for path in there):
            words = f"{letter} is one of the letters, and no report is written over it"
            raise UsageError(words, "Give it a place outside the folder that is checked: --format NAME=PATH.")


def refuse_place(path: Path, hint: str, name: str = "") -> None:
    """Raise UsageError when the file `path`, told as `name`, could not be written; asking leaves nothing there."""
    try:
        if path.is_dir():
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
        if _is_device(path):  # opening a pipe would wait for its reader
            if not os.access(path, os.W_OK):
                raise PermissionError(EACCES, os.strerror(EACCES))
            return
        nearest = path.parent
        while not nearest.exists():
            nearest = nearest.parent
        draft = nearest / _draft(path).name
        draft.touch()
        draft.unlink()
    except OSError as error:
        raise UsageError(f"cannot write {name or path}: {error.strerror or error}", hint) from error


def deliver(report: Report, targets: Sequence[Target], *, verbose: bool = False, show_secrets: bool = False) -> None:
    """Render and write every target; files first, so that what stdout announces is there. `verbose` is for text.

    Raises OutputError when one could not be written, after all the others are.
    """

    def writing(target: Target) -> Callable[[], None]:
        return lambda: _deliver(report, target, verbose=verbose, show_secrets=show_secrets)

    all_of(*(writing(target) for target in sorted(targets, key=lambda target: target.path is None)))


def all_of(*jobs: Callable[[], None]) -> None:
    """Do all jobs, also when one fails. Raises one OutputError for those that did."""
    failed = []
    for job in jobs:
        try:
            job()
        except (OutputError, UsageError) as error:
            failed.append(error)
    if failed and all(isinstance(error, UnreadError) for error in failed):
        raise failed[0]
    if failed:
        hints = dict.fromkeys(error.hint for error in failed if error.hint)
        raise OutputError("; ".join(error.message for error in failed), " ".join(hints)) from failed[0]


def _deliver(report: Report, target: Target, *, verbose: bool, show_secrets: bool) -> None:
    if target.path is not None:
        write(target.path, pieces(target.name, report, verbose=verbose, show_secrets=show_secrets))
        return
    color = target.name == "text" and _takes_color()
    width = _width() if target.name == "text" else _USUAL_WIDTH
    shown = pieces(target.name, report, color=color, width=width, verbose=verbose, show_secrets=show_secrets)
    for block in _encoded(shown):
        sys.stdout.buffer.write(block)
    sys.stdout.flush()
    if target.name == "github":
        _add_to_job_summary(report)


def _takes_color() -> bool:
    """Whether standard output is a terminal that shows colours, and nobody minds them (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _add_to_job_summary(report: Report) -> None:
    """On GitHub, annotations come with a summary of the job: the worst in full, the rest on a line each.

    The runner names the file; it takes 1,024 kB and drops a longer one as a whole (`markdown` stays below).
    """
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        return
    from verifier.report import markdown
    from verifier.report.masking import masked

    try:
        with Path(file).open("a", encoding="utf-8", errors="replace", newline="\n") as summary:
            summary.write(markdown.render(masked(report, tokens=True), in_full=IN_SUMMARY))
    except OSError as error:
        raise OutputError(f"cannot write the job summary {file}: {error.strerror or error}") from error


def write(path: Path, text: str | Iterable[str]) -> None:
    """Write a report or its pieces, folders made where needed. Raises OutputError when it cannot be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if _is_device(path):  # is written to, never replaced
            _write(path, text)
            return
        with taking_place_of(path) as draft:
            _write(draft, text)
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror or error}", _ELSEWHERE) from error


@contextmanager
def taking_place_of(path: Path) -> Iterator[Path]:
    """A draft that takes the place of `path` in the end: readers see the old file or the new one, never half of it.

    A file that was there keeps its permissions; where `path` is a symbolic link, what it leads to is replaced.
    """
    path = Path(os.path.realpath(path))
    draft = _draft(path)
    try:
        yield draft
        if path.exists():
            draft.chmod(path.stat().st_mode & 0o777)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _draft(path: Path) -> Path:
    """Where a file is written before it takes its place."""
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def _is_device(path: Path) -> bool:
    """Whether it is something else than a file, such as a pipe."""
    return path.exists() and not path.is_file()


def _write(path: Path, text: str | Iterable[str]) -> None:
    with path.open("wb") as file:
        file.writelines(_encoded([text] if isinstance(text, str) else text))


def _encoded(text: Iterable[str]) -> Iterator[bytes]:
    """The pieces of a text in UTF-8, many at a time: the fewer the writes, the less of the run they take."""
    pieces = iter(text)
    while together := list(islice(pieces, _TOGETHER)):
        yield "".join(together).encode("utf-8", "replace")


def _width() -> int:
    import shutil

    return min(shutil.get_terminal_size((_USUAL_WIDTH, 24)).columns, 120)
