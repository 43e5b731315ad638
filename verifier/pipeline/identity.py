"""What a letter is called: the same name however its file is given, on this machine and on others.

In: paths as given, and the folder that they count from. Out: names. The name goes into the ids of citations, into the
history and into decisions: a checkout at another place, `./letter.txt` and the absolute path all mean one letter.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.citations.assemble import citation_id

if TYPE_CHECKING:
    from verifier.documents import Source
    from verifier.model.review import Reviewed
    from verifier.pipeline.plan import Planned
    from verifier.store.history import History

_KEPT_IN = ".verify"


def home_of(history: Path) -> Path:
    """The folder that names count from: the one that `.verify` lies in, else the working folder."""
    kept_in = Path(os.path.realpath(history)).parent
    return kept_in.parent if kept_in.name == _KEPT_IN else Path(os.path.realpath("."))


def name_of(path: str, home: Path) -> str:
    """The letter's name: its path from `home`; for one that lies elsewhere, the path as given, without detours.

    Links to folders are followed; a link that is the letter itself is a letter of its own.
    """
    return _named(path, partial(_within, home=home))


def named(sources: Sequence[Source], home: Path) -> tuple[Source, ...]:
    """The sources, each file under its name."""
    within = cache(partial(_within, home=home))  # a folder of many letters is looked up once
    return tuple(
        replace(source, name=_named(str(source.path), within)) if source.path is not None else source
        for source in sources
    )


def _within(folder: str, home: Path) -> str | None:
    """The path of a folder from `home`; None for one that lies elsewhere."""
    real = Path(os.path.realpath(folder))
    return real.relative_to(home).as_posix() if real.is_relative_to(home) else None


def _named(path: str, within: Callable[[str], str | None]) -> str:
    whole = os.path.normpath(path)
    folder, _, name = whole.rpartition(os.sep)
    place = within(folder or (os.sep if path.startswith(os.sep) else "."))
    if place is None:
        return Path(whole).as_posix()
    return name if place == "." else f"{place}/{name}"


def _renamed(name: str, home: Path) -> str:
    """What a letter is called now that was called `name`; addresses and standard input keep their names."""
    if "://" in name[:12] or name == "-" or name.startswith("<"):
        return name
    return name_of(name, home) if Path(name).is_absolute() else name


def adopt(history: History, home: Path) -> None:
    """Let what earlier versions kept under absolute paths count for the letters as they are called now."""
    for old in history.sources():
        new = _renamed(old, home)
        if new != old:
            history.rename(old, new, citation_id)


def readdressed(entries: Sequence[Reviewed], planned: Sequence[Planned], home: Path) -> tuple[Reviewed, ...]:
    """The decisions, with those on letters that were called otherwise tied to their citations of now."""
    old_names = {entry.source for entry in entries if entry.source and _renamed(entry.source, home) != entry.source}
    if not old_names:
        return tuple(entries)
    now: dict[str, tuple[str, str]] = {}
    for old in sorted(old_names):
        for one in planned:
            if one.source.name == _renamed(old, home):
                now |= {was: (new, one.source.name) for was, new in _ids(one, old)}
    return tuple(
        replace(entry, citation=now[entry.citation][0], source=now[entry.citation][1])
        if entry.citation in now
        else entry
        for entry in entries
    )


def _ids(planned: Planned, old: str) -> Iterator[tuple[str, str]]:
    """For each citation the id that it had when its letter was called `old`, and its id of now."""
    occurrences: Counter[str] = Counter()
    for citation in planned.found.citations:
        squeezed = "".join(citation.as_written.split())
        occurrences[squeezed] += 1
        if citation.id == citation_id(planned.source.name, squeezed, occurrences[squeezed]):
            yield citation_id(old, squeezed, occurrences[squeezed]), citation.id
