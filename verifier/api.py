"""The program as a library: sources and settings in, the same reports out as on the command line.

    from verifier import extract, verify

    report = verify("letter.pdf", letter_date="2022-06-08", no_history=True)
    for document in report.documents:
        for finding in document.findings:
            print(finding.verdict, finding.citation.as_written, finding.citation.url)

Settings are named as in verify.toml. As on the command line, those given win over `VERIFY_*`, those over `config`,
those over verify.toml and pyproject.toml in the current folder. Nothing is written but the history, and that not with
`no_history=True`. A source that cannot be read is in the report with its error, and does not raise.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

if TYPE_CHECKING:
    from verifier.model.report import Report
    from verifier.settings import Settings

T = TypeVar("T")
StrPath: TypeAlias = str | os.PathLike[str]


def extract(*sources: StrPath, config: StrPath | None = None, **settings: object) -> Report:
    """What the sources (files, folders, globs, http(s) URLs) cite and how their links were mended; asks nobody.

    A URL among the sources is fetched. Raises UsageError for an unknown setting or a value that cannot be used.
    """
    return _aside(lambda: _extract(_names(sources), _settings(settings, config)))


def verify(*sources: StrPath, config: StrPath | None = None, **settings: object) -> Report:
    """The main job: what the sources cite, looked up on the live web and in the archives, and judged.

    Raises UsageError for an unknown setting or a value that cannot be used, StoreError when the history cannot be.
    """
    return _aside(lambda: _verify(_names(sources), _settings(settings, config)))


def render(name: str, report: Report) -> str:
    """The report in one of the formats of `--format`. Raises UsageError for a name that is none."""
    from verifier.report import render as written

    return written(name, report)


def _extract(sources: list[str], settings: Settings) -> Report:
    from datetime import UTC, datetime

    from verifier import pipeline, wiring

    started_at = datetime.now(UTC)
    planned = wiring.plan(settings, sources)
    return pipeline.extract(planned, wiring.options_of(settings), started_at, datetime.now(UTC))


def _verify(sources: list[str], settings: Settings) -> Report:
    from verifier import wiring

    return wiring.check(settings, wiring.plan(settings, sources), lambda _progress: None)


def _names(sources: tuple[object, ...]) -> list[str]:
    from verifier.model.errors import UsageError

    if not sources:
        raise UsageError("no source was given", "Give files, folders, globs or http(s) URLs.")
    names = []
    for source in sources:
        if not isinstance(source, str | os.PathLike):
            hint = "Give each as an argument of its own: verify(*letters)."
            raise UsageError(f"a source is a string or a path, not {type(source).__name__}: {source!r:.200}", hint)
        names.append(os.fsdecode(source))
    return names


def _settings(given: dict[str, object], config: StrPath | None) -> Settings:
    from verifier import settings

    return settings.load(given, os.environ, Path(), Path(config) if config is not None else None, given_by="the call")


def _aside(job: Callable[[], T]) -> T:
    """Run the job; in a thread of its own where the caller's event loop (a notebook's) runs in this one."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return job()
    with ThreadPoolExecutor(1, "verifier") as thread:
        return thread.submit(job).result()
