"""`index.jsonl`, the runs of a folder of reports, a line for each run over each letter; and `index.html` made from it.

A line is only ever added, so that runs at the same time lose nothing; lines that are not ours are passed over. Reports
may be deleted: the runs stay listed, without a link.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from verifier.model.errors import OutputError
from verifier.model.report import Report, Verdict
from verifier.model.transition import TransitionKind
from verifier.report.delivery import write
from verifier.report.html import index, page
from verifier.report.html.index import Entry
from verifier.report.words import STATE

PAGE = "index.html"
_LOG = "index.jsonl"
_TAIL = 4_000_000
"""Bytes of the log that are read, its newest lines: some ten thousand runs."""
_TRIES = 5


def update(folder: Path, report: Report, file: str) -> str | None:
    """Add a run whose page is `file` to the log, and write the index anew; returns why it was not, else None.

    The page is made again when another run added itself meanwhile, so that the last one written knows of all.
    """
    target = folder / PAGE
    if target.exists() and not page.is_marked(target, index.ABOUT):
        return f"{target} is not an index of reports, and was left as it is; choose another folder with -o."
    log = folder / _LOG
    try:
        known = {(entry.run, entry.source) for entry in read(log)}
        fresh = [one for one in index.entries_of(report, file) if one.page or (one.run, one.source) not in known]
        _append(log, fresh)
        for _ in range(_TRIES):
            size = log.stat().st_size
            present = {path.name for path in folder.glob("*.html")}
            write(target, index.render(read(log), present))
            if log.stat().st_size == size:
                break
    except OutputError as error:
        return f"the index of reports: {error.message}"
    except OSError as error:
        return f"the index of reports in {folder} could not be written: {error.strerror or error}"
    return None


def read(log: Path) -> list[Entry]:
    """The entries of the log, the oldest first; what cannot be read as one is passed over."""
    try:
        with log.open("rb") as stream:
            size = stream.seek(0, 2)
            stream.seek(max(size - _TAIL, 0))
            lines = stream.read(_TAIL).splitlines()
    except FileNotFoundError:
        return []
    return [entry for line in lines if (entry := _parsed(line))]


def _append(log: Path, entries: Iterable[Entry]) -> None:
    """All at once and at the end, wherever that is by then: other runs may be writing, or have been cut off."""
    lines = "".join(f"{json.dumps(_plain(entry))}\n" for entry in entries)
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as stream:
        stream.write(b"\n" * _is_cut(log) + lines.encode("ascii"))


def _is_cut(log: Path) -> bool:
    with log.open("rb") as stream:
        if not stream.seek(0, 2):
            return False
        stream.seek(-1, 2)
        return stream.read(1) != b"\n"


def _plain(entry: Entry) -> dict[str, object]:
    return {
        "run": entry.run,
        "finished_at": entry.finished_at.astimezone(UTC).isoformat(),
        "source": entry.source,
        "title": entry.title,
        "page": entry.page,
        "verdicts": dict(entry.verdicts),
        "open": entry.open,
        "changes": dict(entry.changes),
        "state": entry.state,
    }


def _parsed(line: bytes) -> Entry | None:
    try:
        given = json.loads(line)
        finished_at = datetime.fromisoformat(given["finished_at"]).astimezone(UTC)
        title, file = given["title"], given["page"]
        entry = Entry(
            _text(given["run"]),
            finished_at,
            _text(given["source"]),
            None if title is None else _text(title),
            None if file is None else _name(file),
            _counts(given["verdicts"], Verdict),
            _count(given["open"]),
            _counts(given["changes"], TransitionKind),
            given["state"] if given["state"] in {"", *STATE} else "",
        )
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None
    return entry


def _text(value: Any) -> str:  # noqa: ANN401  whatever a line holds
    if not isinstance(value, str):
        raise TypeError
    return value


def _name(value: Any) -> str:  # noqa: ANN401  likewise
    """The name of a page in this very folder."""
    name = _text(value)
    name.encode("utf-8", "surrogateescape")  # else no file is called so
    if not name.endswith(".html") or "/" in name or "\\" in name or name.startswith("."):
        raise ValueError
    return name


def _count(value: Any) -> int:  # noqa: ANN401  likewise
    if not isinstance(value, int) or not 0 <= value < 10**9:
        raise ValueError
    return value


def _counts(value: Any, names: Iterable[str]) -> dict[str, int]:  # noqa: ANN401  likewise
    if not isinstance(value, dict):
        raise TypeError
    return {str(name): _count(value[name]) for name in names if name in value}
