"""The main job, in the order of its flow: plan (sync) -> check (async) -> conclude (sync). Read this first.

In: sources, options and a desk with the clients. Out: a `Report`. Stages know nothing of each other; what one hands to
the next is in `verifier.model`, and history goes in and out here alone.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from verifier import __version__
from verifier.pipeline.desk import Clock, Desk, Options
from verifier.pipeline.plan import Planned, fetch_sources, plan
from verifier.pipeline.progress import Progress

if TYPE_CHECKING:
    from verifier.model.report import Report

__all__ = [
    "Clock",
    "Desk",
    "Options",
    "Planned",
    "Progress",
    "extract",
    "fetch_sources",
    "plan",
    "verify",
]


def _new_run_id(now: datetime) -> str:
    """An id that sorts by time and does not repeat."""
    return f"{now:%Y%m%dT%H%M%S}-{os.urandom(4).hex()}"


def extract(planned: Sequence[Planned], options: Options, started_at: datetime, finished_at: datetime) -> Report:
    """The report of `verify extract`: what the sources cite and how their links were mended, nothing judged."""
    from verifier.model.report import Network, Report, Run, summarise
    from verifier.pipeline.extracted import as_extracted

    documents = tuple(as_extracted(one, options) for one in planned)
    run = Run(
        id=_new_run_id(started_at),
        started_at=started_at,
        finished_at=finished_at,
        tool_version=__version__,
        network=Network.OFFLINE,
        vantage=options.vantage,
        options=dict(options.shown),
        judged=False,
    )
    return Report(run, summarise(documents), documents)


async def verify(planned: Sequence[Planned], desk: Desk, options: Options) -> Report:
    """Check every citation of `planned` and judge it; the report is partial when the desk was told to stop."""
    # `verify extract` never comes here, and should not pay for the event loop.
    from verifier.pipeline.check import check
    from verifier.pipeline.memory import Memory

    started_at = desk.now()
    run_id = _new_run_id(started_at)
    memory = Memory(desk.history, run_id, options)
    memory.begin([one.source.name for one in planned], started_at)
    gathered = await check(planned, desk, options, memory)
    # Loaded while the first answers were awaited, if there were any (`wiring/warm_up.py`).
    from verifier.model.report import Network, Report, Run, summarise
    from verifier.pipeline.conclude import conclude
    from verifier.pipeline.letter_comments import settle
    from verifier.pipeline.news import tell_news
    from verifier.pipeline.reviewing import apply
    from verifier.pipeline.trends import tell_trends

    network = gathered.network(offline=options.offline)
    concluded = conclude(planned, gathered, memory, options, desk.now(), down=network is Network.DOWN)
    settled = [settle(report, one.document) for report, one in zip(concluded, planned, strict=True)]
    reviewed = apply(settled, desk.reviews, desk.now().date())
    documents, changes = tell_news(reviewed.documents, memory)
    finished_at = desk.now()
    documents = tell_trends(documents, memory, run_id, finished_at)
    run = Run(
        id=run_id,
        started_at=started_at,
        finished_at=finished_at,
        tool_version=__version__,
        network=network,
        vantage=options.vantage,
        options=dict(options.shown),
        remarks=(*desk.remarks, *gathered.remarks(goes_on=memory.goes_on), *memory.remarks, *reviewed.remarks),
        partial=gathered.stopped is not None or bool(gathered.defects),
        interrupted=desk.stop.is_set(),
    )
    report = Report(run, summarise(documents), documents, changes, tuple(desk.reviews))
    memory.finish(report, stopped=gathered.stopped is not None)
    return report
