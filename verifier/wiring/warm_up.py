"""What only answers need is loaded while the first ones are awaited, so that no request waits for it.

In: the settings of a run. Out: nothing but loaded modules; what is asked for earlier is loaded then, as anywhere.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from importlib import import_module

from verifier.report import FORMATS
from verifier.settings import Settings

_AT_FIRST = 0.03
"""Seconds that belong to the first requests: they go out before."""
_CONCLUDING = (
    "verifier.checks.answers",
    "verifier.pipeline.conclude",
    "verifier.pipeline.letter_comments",
    "verifier.pipeline.news",
    "verifier.pipeline.reviewing",
    "verifier.pipeline.trends",
)


@asynccontextmanager
async def warming_up(settings: Settings) -> AsyncIterator[None]:
    """Load what the answers and the reports of the run within need; its end is not kept waiting."""
    loading = asyncio.create_task(_load(settings))
    try:
        yield
    finally:
        loading.cancel()


async def _load(settings: Settings) -> None:
    await asyncio.sleep(_AT_FIRST)
    for module in (*_CONCLUDING, *_reports(settings)):
        # In a thread, so that answers which come meanwhile are taken. What cannot be loaded is told by who needs it.
        with suppress(ImportError):
            await asyncio.to_thread(import_module, module)


def _reports(settings: Settings) -> Iterator[str]:
    """The modules of the reports that will be written."""
    asked = {given.partition("=")[0] for given in settings.format} or {"text"}
    if not settings.no_report:
        asked.add("html")
    return (f"verifier.report.{name}" for name in FORMATS if name in asked)
