"""What the user named -> sources in order, and the bytes of a file or of standard input.

A name that leads nowhere becomes a source with a failure, so that the rest of the run goes on and the report tells it.
"""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from verifier.documents.formats import EXTENSIONS, LIMITS, NAMES, UNREAD, Format, megabytes, of_name
from verifier.model.errors import SourceError

if TYPE_CHECKING:
    from verifier.model.report import SourceFailure

_SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv", "env", "site-packages", "bower_components"})
"""Folders that hold other people's files; hidden ones (.git, .venv …) are skipped by their leading dot."""

_MOST_LETTERS = 1 << 16
"""Bytes that hold most letters: asking for the limit at once would make room for all of it first."""
_LETTERS = ", ".join(EXTENSIONS)
_NAMED = 5


class SourceKind(StrEnum):
    """Where a source's bytes come from."""

    FILE = "file"
    URL = "url"
    STDIN = "stdin"


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to read: its name in reports, a file's path, and why it cannot be read, if it cannot.

    `beside`: files of the folder it is the first letter of that are texts, too, but of formats that are not read;
    `reports`: reports there that this program wrote, which are no letters.
    """

    name: str
    kind: SourceKind
    path: Path | None = None
    failure: SourceFailure | None = None
    beside: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()


def expand(arguments: Sequence[str], stdin_name: str | None = None) -> tuple[Source, ...]:
    """The sources that `arguments` (files, folders, globs, http(s) URLs, "-") name, in the order given.

    Folders are walked, sorted; of their files only those with a letter's extension count, and no report of ours. What
    is named twice counts once. What cannot be found comes back as a Source with a `failure`.
    """
    seen: set[str] = set()
    real_folder = cache(os.path.realpath)  # so that each folder is asked for once
    sources: list[Source] = []
    for argument in arguments:
        for source in _expand_one(argument, stdin_name):
            identity = _real(source.path, real_folder) if source.path else f"{source.kind}:{source.name}"
            if identity not in seen:
                seen.add(identity)
                sources.append(source)
    return tuple(sources)


def _real(path: Path, real_folder: Callable[[str], str]) -> str:
    """The file that `path` leads to."""
    if path.is_symlink():
        return os.path.realpath(path)
    folder, name = os.path.split(path)
    return f"{real_folder(folder).rstrip(os.sep)}{os.sep}{name}"


def load(source: Source) -> bytes:
    """The bytes of a file or of standard input; raises SourceError when it cannot be read or is too large."""
    if source.failure:
        raise SourceError(source.failure.message, source.failure.hint)
    if source.kind is SourceKind.STDIN:
        return _read_bounded(sys.stdin.buffer, source.name)
    if source.path is None:
        raise SourceError(f"{source.name} is not a file", "A source on the web is fetched, not opened.")
    try:
        with source.path.open("rb") as stream:
            return _read_bounded(stream, source.name)
    except OSError as error:
        raise SourceError(
            f"{source.name} cannot be read: {error.strerror or error}", _permission_hint(error)
        ) from error


def check_size(size: int, name: str, kind: Format) -> None:
    """Raise SourceError when `size` bytes are more than the reader of `kind` takes."""
    if size > LIMITS[kind]:
        limit = megabytes(LIMITS[kind])
        message = f"{name} is larger than {limit}, the most that is read of a {NAMES[kind]} source"
        raise SourceError(message, "Split it, or pass only the part that is the letter.")


def _read_bounded(stream: BinaryIO, name: str) -> bytes:
    promised = of_name(name)
    limit = LIMITS[promised] if promised else max(LIMITS.values())
    data = stream.read(_MOST_LETTERS)
    if len(data) == _MOST_LETTERS:
        data += stream.read(limit + 1 - _MOST_LETTERS)
    if promised:
        check_size(len(data), name, promised)
    elif len(data) > limit:
        check_size(len(data), name, Format.HTML)
    return data


def _permission_hint(error: OSError) -> str:
    return "Check that you may read it." if isinstance(error, PermissionError) else "Check the path."


def _expand_one(argument: str, stdin_name: str | None) -> Iterator[Source]:
    if argument == "-":
        yield Source(stdin_name or "-", SourceKind.STDIN)
    elif argument[:8].lower().startswith(("http://", "https://")):
        yield Source(argument, SourceKind.URL)
    else:
        yield from _expand_path(argument)


def _expand_path(argument: str) -> Iterator[Source]:
    if "\0" in argument:
        yield _failed(argument, f"{argument!r} is not a path: it holds a NUL character", "Check the argument.")
        return
    try:
        path = Path(argument)
        is_folder, exists = path.is_dir(), path.exists()
    except OSError as error:  # a name too long
        yield _failed(argument, f"{argument[:200]!r} is not a path: {error}", "Check the argument.")
        return
    if not argument:
        yield _failed("", "An empty argument names no file", "Check the argument.")
    elif is_folder:
        yield from _expand_folder(path)
    elif exists:
        yield Source(path.as_posix(), SourceKind.FILE, path)
    elif "://" in argument[:20]:
        yield _failed(argument, f"{argument} is no http or https address", "Download the letter and give the file.")
    elif glob.has_magic(argument):
        yield from _expand_glob(argument)
    else:
        yield _failed(argument, f"There is no file or folder {argument}", _similar_names(path))


def _expand_glob(pattern: str) -> Iterator[Source]:
    matches = [Path(match) for match in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207 - keeps the prefix as given
    files = [path for path in matches if path.is_file() and not _is_our_report(path)]
    if not files and any(map(_is_our_report, matches)):
        yield _failed(pattern, f"Only reports of this program match {pattern}", "Name the letters that they are about.")
    elif not files:
        yield _failed(pattern, f"No file matches {pattern}", "Check the pattern; ** walks folders.")
    for path in files:
        yield Source(path.as_posix(), SourceKind.FILE, path)


def _expand_folder(folder: Path) -> Iterator[Source]:
    problems: list[OSError] = []
    letters: list[Source] = []
    unread: list[str] = []
    reports: list[str] = []
    for parent, folders, files in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED_FOLDERS)
        for name in sorted(files):
            path = Path(parent, name)
            if name.startswith(".") or not path.is_file():
                continue
            if _is_our_report(path):
                reports.append(path.as_posix())
            elif of_name(name):
                letters.append(Source(path.as_posix(), SourceKind.FILE, path))
            elif path.suffix.lower() in UNREAD:
                unread.append(path.as_posix())
    if letters:
        letters[0] = replace(letters[0], beside=tuple(unread), reports=tuple(reports))
    yield from letters
    for problem in problems:
        name = Path(problem.filename or folder).as_posix()
        yield _failed(
            name, f"The folder {name} cannot be read: {problem.strerror or problem}", _permission_hint(problem)
        )
    if not letters and not problems:
        name = folder.as_posix()
        only = f" that can be read, only {some(unread)}" if unread else ", only reports of this program" * bool(reports)
        message = f"The folder {name} holds no letter{only}"
        yield _failed(name, message, f"Letters in folders end in {_LETTERS}.")


def _is_our_report(path: Path) -> bool:
    """Whether a file is a report that this program wrote: it cites all that its letter cites, and more."""
    kind = of_name(path.name)
    if kind not in {Format.HTML, Format.MARKDOWN}:
        return False
    from verifier.model.own_reports import FOUND_HEADING, JUDGED_HEADING, PAGE_HEAD, PAGE_MARK

    try:
        with path.open("rb") as stream:
            head = stream.read(PAGE_HEAD)
    except OSError:
        return False  # reading it will tell why
    if kind is Format.HTML:
        return PAGE_MARK in head
    return head.partition(b"\n")[0].decode("utf-8", "replace") in {JUDGED_HEADING, FOUND_HEADING}


def some(names: Sequence[str]) -> str:
    """The first of many names, and how many more there are."""
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _failed(name: str, message: str, hint: str) -> Source:
    from verifier.model.report import SourceFailure

    return Source(name, SourceKind.FILE, None, SourceFailure(message, hint))


def _similar_names(path: Path) -> str:
    try:
        neighbours = sorted(entry.name for entry in path.parent.iterdir() if entry.exists())
    except OSError:
        return "Check the path."
    import difflib

    similar = difflib.get_close_matches(path.name, neighbours, n=1, cutoff=0.75)
    return f"Did you mean {(path.parent / similar[0]).as_posix()}?" if similar else "Check the path."
