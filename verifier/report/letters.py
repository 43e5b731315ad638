"""Where fixed letters go: a new file, or the letter's own place with the old one kept beside it. Nothing is lost."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from verifier.model.change import Letter
from verifier.model.errors import OutputError, SourceError, UsageError
from verifier.report import changes, escapes
from verifier.report.delivery import refuse_place, taking_place_of

_STDOUT = Path("-")
_ELSEWHERE = "Choose another place with -o."
_WAYS = "-o OUT writes a copy, --in-place changes the letter, --diff shows the changes, --errata lists them."


@dataclass(frozen=True, slots=True)
class Way:
    """What is to become of fixed letters. `several`: there is more than one, so that `output` names a folder."""

    output: Path | None = None
    in_place: bool = False
    diff: bool = False
    errata: bool = False
    force: bool = False
    several: bool = False

    @property
    def writes(self) -> bool:
        """Whether letters are written, or at least shown as they would be."""
        return self.output is not None or self.in_place or self.diff

    @property
    def to_stdout(self) -> bool:
        """Whether the letter itself goes to standard output."""
        return self.output == _STDOUT

    def check(self, sources: Sequence[tuple[str, Path | None]]) -> None:
        """Raise UsageError, before anything is asked, when this cannot be done for `sources` (names and files)."""
        ways = [self.output is not None, self.in_place, self.diff]
        if sum(ways) > 1:
            raise UsageError("-o, --in-place and --diff exclude each other", "Choose one of them.")
        if self.errata and (self.diff or self.to_stdout):
            raise UsageError("--errata goes to stdout, where nothing else may go", "Leave out --diff or -o -.")
        if not any((*ways, self.errata)):
            raise UsageError("Where shall the fixed letter go?", _WAYS)
        if self.to_stdout and self.several:
            raise UsageError("Only one letter can go to stdout", "Give a folder: -o FOLDER")
        taken: dict[Path, str] = {}
        for name, path in sources:
            if self.in_place and path is None:
                raise UsageError(f"{name} is no file that can be changed in place", "Write a copy with -o.")
            if self.output is not None and not self.to_stdout:
                place = self.place(name)
                _check_free(place, path, force=self.force)
                refuse_place(place, _ELSEWHERE)
                if place in taken:
                    raise UsageError(
                        f"{taken[place]} and {name} would both be written to {place}", "Fix each by itself."
                    )
                taken[place] = name

    def place(self, name: str) -> Path:
        """The file that the fixed copy of the source `name` goes to: `output`, or one of its name in that folder."""
        output = self.output or Path()
        return output / Path(name.rstrip("/")).name if self.several or output.is_dir() else output

    def deliver(self, letter: Letter) -> str:
        """Write or show one letter as told; returns where it went, in words for the summary."""
        if self.errata:
            _say(changes.errata(letter.name, letter.title, letter.changes))
        if self.diff:
            _say(changes.diff(letter.name, letter.text, letter.new_text))
        elif self.to_stdout:
            sys.stdout.buffer.write(letter.new)
        elif self.output is not None:
            place = self.place(letter.name)
            write_copy(place, letter.new, force=self.force)
            return f" -> {escapes.prose(str(place))}"
        elif self.in_place and letter.path is not None and letter.new != letter.old:
            backup = write_in_place(letter.path, letter.old, letter.new)
            return f" in place; the letter as it was is kept as {escapes.prose(str(backup))}"
        return ""


def _check_free(path: Path, source: Path | None, *, force: bool) -> None:
    """Raise UsageError when writing `path` would overwrite something unasked, or the letter itself in any case."""
    if source is not None and path.exists() and path.samefile(source):
        raise UsageError(f"{path} is the letter itself", "--in-place changes it and keeps a backup beside it.")
    if path.exists() and not force:
        raise UsageError(f"{path} exists already", "Choose another name, or add --force to overwrite it.")


def write_copy(path: Path, data: bytes, *, force: bool) -> None:
    """Write a fixed copy, whole or not at all. Raises OutputError when it cannot be, UsageError when one is there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _check_free(path, None, force=force)
        _put(path, data)
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror or error}", _ELSEWHERE) from error


def write_in_place(path: Path, old: bytes, new: bytes) -> Path:
    """Put `new` in the letter's place and keep `old` beside it; returns the backup's path.

    Raises SourceError when the letter is no longer what was read, or when it cannot be written.
    """
    real = path.resolve()
    try:
        if real.read_bytes() != old:
            raise SourceError(f"{path} was changed while it was being checked", "Nothing was written; run again.")
        backup = _keep(real, old)
        _put(real, new)
    except OSError as error:
        raise SourceError(f"{path} cannot be written: {error.strerror or error}", "Write a copy with -o.") from error
    return backup


def _keep(path: Path, data: bytes) -> Path:
    """Write a backup under a name that is free: letter.txt.bak, letter.txt.bak2 …"""
    for number in count(1):
        backup = path.with_name(f"{path.name}.bak{number if number > 1 else ''}")
        try:
            with backup.open("xb") as stream:
                stream.write(data)
        except FileExistsError:
            continue
        except OSError:
            backup.unlink(missing_ok=True)
            raise
        shutil.copystat(path, backup)
        return backup
    raise AssertionError


def _put(path: Path, data: bytes) -> None:
    """Write a letter, whole or not at all."""
    with taking_place_of(path) as draft:
        draft.write_bytes(data)


def _say(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
