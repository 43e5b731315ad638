"""Report -> the file that its page goes to: named after the letter, and never over what is not its own.

The name is the same on every run, so that links to a report last; another letter of that name gets a name of its own.
A run that looked at no cited page (offline, private, or without a network), or at a part of them (`--note`, Ctrl-C),
replaces no report that tells more of what was seen: it goes beside it, until a run that looks again.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from verifier.model.errors import UsageError
from verifier.model.report import Report
from verifier.report.html import page
from verifier.report.html.index_log import PAGE

_EXTENTS = ("unchecked", "part", "")
"""How much a page tells, the least first, as its mark says it; a page that gives way to another is called after it."""
_LONGEST = 200
"""Bytes of a name: file systems take 255, and digest, ending and the draft's own marks come on top."""


def place(folder: Path, report: Report) -> Path:
    """The page's file: `LETTER.html`, or `report.html` for several letters.

    Where that name is taken (by another letter's report, by the letter itself, by any other file) a digest is added.
    Raises UsageError when that is taken, too. The file is made at once, with nothing but its mark, so that of two runs
    at the same time over letters of one name neither writes over the other's report. Where the report that is there
    tells of more, it is `LETTER-unchecked.html` or `LETTER-part.html`.
    """
    subject, extent = page.about(report), page.extent(report)
    stem = _stem(subject) if subject else "report"
    digest = sha256(subject.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    for name in (f"{stem}.html", f"{stem}-{digest}.html"):
        path = folder / name
        if name.lower() == PAGE:
            continue
        if not path.exists() and _claimed(path, subject):
            return path
        if page.is_marked(path, subject):
            if not _tells_less(extent, page.extent_of(path)):
                return path
            path = _beside(path, extent)
            if page.is_marked(path, subject) or (not path.exists() and _claimed(path, subject)):
                return path
        elif path.exists() and not path.is_file():
            return path
    raise UsageError(f"{path} is not a report, and is not written over", "Choose another folder with -o.")


def kept(path: Path, report: Report) -> Path | None:
    """The report with more to tell that was left as it is, so that `report` went to `path` beside it."""
    richer = path.with_name(f"{path.stem.removesuffix(f'-{page.extent(report)}')}.html")
    return richer if richer != path and page.is_marked(richer, page.about(report)) else None


def clear_beside(path: Path, report: Report) -> None:
    """Take away the pages beside `path` that looked at less: `report`, which looked at all, tells all they told."""
    if page.extent(report):
        return
    for less in filter(None, _EXTENTS):
        beside = _beside(path, less)
        if page.is_marked(beside, page.about(report)) and page.extent_of(beside) == less:
            with suppress(OSError):
                beside.unlink()


def _tells_less(one: str, other: str) -> bool:
    return _EXTENTS.index(one) < _EXTENTS.index(other)


def _beside(path: Path, extent: str) -> Path:
    return path.with_name(f"{path.stem}-{extent}.html")


def _claimed(path: Path, subject: str) -> bool:
    """Whether the name is ours now, not another run's. Anything else that is wrong, writing the page will tell."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return True
    try:
        with path.open("x", encoding="ascii") as stream:
            stream.write(page.mark(subject, _EXTENTS[0]))
    except FileExistsError:
        return False
    except OSError:
        _let_go(path, "")
    return True


def give_up(path: Path, report: Report) -> None:
    """Take away what only held the name for a page that could not be written; a page that is there stays."""
    _let_go(path, page.mark(page.about(report), _EXTENTS[0]))


def _let_go(path: Path, held: str) -> None:
    with suppress(OSError):
        if path.is_file() and path.stat().st_size <= len(held):
            path.unlink()


def _stem(source: str) -> str:
    name = Path(source.rstrip("/").rpartition("/")[2]).stem if source != "-" else "stdin"
    safe = "".join(each if each.isalnum() or each in "-_." else "-" for each in name).strip("-.")[:80]
    return safe.encode("utf-8")[:_LONGEST].decode("utf-8", "ignore") or "report"
