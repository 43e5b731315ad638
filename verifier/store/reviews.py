"""The file of decisions, `verify.reviews.toml`: read with its mistakes told by line, written whole and in order.

In: a path; decisions. Out: decisions; the file. It is meant to be committed beside the letters and read in diffs, so
that entries are sorted and each has its own lines.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from verifier.model.errors import OutputError, UsageError
from verifier.model.report import Review
from verifier.model.review import DECISIONS, Reviewed, may_replace

_MAX_BYTES = 20_000_000
_TEXTS = ("citation", "evidence", "decision", "by", "note", "url", "source", "link")
_DATES = ("on", "expires")
_REQUIRED = ("citation", "evidence", "decision")
_TABLE = re.compile(r"^[ \t]*\[\[[ \t]*review[ \t]*\]\]", re.MULTILINE)
_HEAD = (
    "# Decisions on citations, read by every run of `verify`. `verify review` writes them; docs/reviews.md explains.\n"
)
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_UNSAFE = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]')


def read(path: Path) -> tuple[Reviewed, ...]:
    """All decisions in `path`; none when there is no such file. Raises UsageError naming the entry that is wrong."""
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise UsageError(f"{path} is larger than {_MAX_BYTES // 1_000_000} MB", "It should hold decisions only.")
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}", "Check the path given with --reviews.") from error
    except (ValueError, RecursionError) as error:  # a number too long to be read is no TOMLDecodeError
        raise UsageError(f"{path} is not valid TOML: {error}") from error
    for key in data:
        if key != "review":
            raise UsageError(f"{path}: unknown table {key!r}", "Each decision is a [[review]] table.")
    tables = data.get("review", [])
    if not isinstance(tables, list):
        raise UsageError(f"{path}: write [[review]], with two brackets, above each decision")
    places = _places(path, text, len(tables))
    entries = [_entry(table, place) for table, place in zip(tables, places, strict=True)]
    seen: set[tuple[str, str]] = set()
    for entry, place in zip(entries, places, strict=True):
        if (entry.citation, entry.evidence) in seen:
            raise UsageError(f"{place}: a second decision on the same citation and evidence", "Delete one of the two.")
        seen.add((entry.citation, entry.evidence))
    return tuple(entries)


def write(path: Path, entries: Iterable[Reviewed]) -> None:
    """Write `entries` in place of whatever `path`, or what it links to, holds, at once or not at all.

    Raises OutputError when it cannot.
    """
    ordered = sorted(entries, key=lambda one: (one.source or "", one.citation, one.evidence))
    text = _HEAD + "".join(f"\n{_table(entry)}" for entry in ordered)
    real = Path(os.path.realpath(path))
    draft = real.with_name(f".{real.name}.{os.getpid()}.part")
    try:
        try:
            draft.write_text(text, encoding="utf-8", newline="\n")
            if real.exists():
                draft.chmod(real.stat().st_mode & 0o777)
            draft.replace(real)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror}", "Check the path given with --reviews.") from error


def decided(entries: Iterable[Reviewed], decision: Reviewed) -> tuple[Reviewed, ...]:
    """`entries` with `decision` in place of every earlier one on the same citation."""
    return (*(one for one in entries if one.citation != decision.citation), decision)


def _places(path: Path, text: str, tables: int) -> list[str]:
    """How to name each entry: by number, and by line where that is certain."""
    lines = [text.count("\n", 0, match.start()) + 1 for match in _TABLE.finditer(text)] if tables < 5000 else []
    if len(lines) != tables:
        return [f"{path}, entry {number}" for number in range(1, tables + 1)]
    return [f"{path}, entry {number} (line {line})" for number, line in enumerate(lines, start=1)]


def _entry(table: object, place: str) -> Reviewed:
    if not isinstance(table, dict):
        raise UsageError(f"{place}: write [[review]] above each decision")
    for key, value in table.items():
        _check(key, value, place)
    for key in _REQUIRED:
        if not table.get(key):
            raise UsageError(f"{place}: {key} is missing", "`verify review` lists what it must be.")
    if table["decision"] not in DECISIONS:
        raise UsageError(f"{place}: {table['decision']!r} is not one of {', '.join(DECISIONS)}")
    if table["decision"] == "replace" and not may_replace(table.get("url", "")):
        raise UsageError(f"{place}: replace needs url, the http or https address to put there")
    return _reviewed(table)


def _check(key: str, value: object, place: str) -> None:
    if key in _TEXTS:
        if not isinstance(value, str):
            raise UsageError(f"{place}: {key} must be text in quotation marks")
    elif key in _DATES:
        if not isinstance(value, date) or isinstance(value, datetime):
            raise UsageError(f"{place}: {key} must be a date without quotation marks, such as 2027-01-31")
    else:
        raise UsageError(f"{place}: unknown key {key!r}", f"Known are {', '.join((*_TEXTS, *_DATES))}.")


def _reviewed(table: Mapping[str, Any]) -> Reviewed:
    return Reviewed(
        table["citation"],
        table["evidence"],
        Review(
            table["decision"],
            by=table.get("by"),
            on=table.get("on"),
            note=table.get("note"),
            url=table.get("url"),
            expires=table.get("expires"),
        ),
        source=table.get("source"),
        link=table.get("link"),
    )


def _table(entry: Reviewed) -> str:
    review = entry.review
    values: dict[str, str | date | None] = {
        "citation": entry.citation,
        "evidence": entry.evidence,
        "source": entry.source,
        "link": entry.link,
        "decision": review.decision,
        "url": review.url,
        "by": review.by,
        "on": review.on,
        "note": review.note,
        "expires": review.expires,
    }
    lines = [f"{key} = {_toml(value)}\n" for key, value in values.items() if value is not None]
    return "[[review]]\n" + "".join(lines)


def _toml(value: str | date) -> str:
    """A TOML date or basic string. What cannot be seen is spelt out; lone surrogates, not allowed in TOML, are lost."""
    if isinstance(value, date):
        return value.isoformat()

    def escaped(match: re.Match[str]) -> str:
        character = match[0]
        if "\ud800" <= character <= "\udfff":
            return "\ufffd"
        return _ESCAPED.get(character, f"\\u{ord(character):04x}")

    return f'"{_UNSAFE.sub(escaped, value)}"'
