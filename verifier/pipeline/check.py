"""Check: ask the live web and the archives about every unique URL. The only concurrent stage.

One bounded task group per wave: the chosen readings; other readings of links that lead nowhere; cut links, completed
from an archive's index. Then the newest copies of what is dead or walled, and other copies where the nearest does not
show what is cited. Last, an archive tells whether pages changed around their date. Each result is stored as it lands
(`live_looks.py`, `copy_looks.py`). What only answers need is imported where it is used: the first requests do not wait
for it.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import suppress

from verifier.model.citation import Description
from verifier.pipeline.copy_looks import CopyLooks
from verifier.pipeline.desk import Desk, Options
from verifier.pipeline.gathered import Gathered
from verifier.pipeline.live_looks import LiveLooks
from verifier.pipeline.memory import Memory
from verifier.pipeline.plan import Planned
from verifier.pipeline.questions import Question, excluded_by, first_readings, other_readings
from verifier.pipeline.secrecy import kept_from_archives
from verifier.pipeline.tracker import Tracker


async def check(planned: Sequence[Planned], desk: Desk, options: Options, memory: Memory) -> Gathered:
    """Gather what can be known about the planned citations until done, stopped or past the deadline."""
    gathered = Gathered(services=tuple(archive.service for archive in desk.archives))
    if options.offline:
        return gathered
    tracker = Tracker(desk.progress)
    telling = asyncio.create_task(tracker.tell())
    work = asyncio.create_task(_Waves(planned, desk, options, memory, gathered, tracker=tracker).run())
    stop = asyncio.create_task(desk.stop.wait())
    seconds = options.deadline.total_seconds() if options.deadline is not None else None
    await asyncio.wait({work, stop}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    if not work.done():
        gathered.stopped = "it was interrupted" if desk.stop.is_set() else "its deadline had come"
        work.cancel()
    stop.cancel()
    try:
        with suppress(asyncio.CancelledError):
            await work
    finally:
        telling.cancel()
        with suppress(asyncio.CancelledError):
            await telling
    return gathered


class _Waves:
    """The waves of one run: which questions come after which answers."""

    def __init__(
        self,
        planned: Sequence[Planned],
        desk: Desk,
        options: Options,
        memory: Memory,
        gathered: Gathered,
        *,
        tracker: Tracker,
    ) -> None:
        self._planned = planned
        self._desk = desk
        self._options = options
        self._memory = memory
        self._gathered = gathered
        self._tracker = tracker
        self._pages = LiveLooks(desk, options, memory, gathered, tracker)
        self._copies = CopyLooks(desk, memory, gathered, tracker)

    async def run(self) -> None:
        """All waves, in order."""
        await self._wave(first_readings(self._planned, self._options))
        if self._desk.live is not None:
            await self._wave(other_readings(self._planned, self._options, self._gathered.further_readings))
        await self._complete()
        await self._copies.ask_for_newest()
        await self._copies.ask_for_others()
        await self._stability()

    async def _wave(self, questions: Iterable[Question]) -> None:
        """Ask each unique URL live, and each unique URL and date in every archive."""
        by_url: dict[str, list[Description]] = defaultdict(list)
        by_day: dict[tuple[str, str], list[Question]] = defaultdict(list)
        fragments: dict[str, set[str]] = defaultdict(set)
        for question in questions:
            by_url[question.key].append(question.description)
            if "#" in question.url:
                fragments[question.key].add(question.url.partition("#")[2])
            if self._desk.archives:
                by_day[(question.key, question.day)].append(question)
        urls = {url: asked for url, asked in by_url.items() if url not in self._gathered.live}
        async with asyncio.TaskGroup() as group:
            if self._desk.live is not None:
                group.create_task(self._pages.ask(urls, fragments))
            group.create_task(self._copies.ask(by_day))

    async def _complete(self) -> None:
        """Cut links of which every reading failed: what the first archive's index knows of them, and what is there."""
        if not self._desk.archives:
            return
        from verifier.pipeline.completion import completed, cut_links

        archive = self._desk.archives[0]
        questions = []
        listed: dict[str, tuple[str, ...]] = {}
        for cut in cut_links(self._planned, self._gathered, self._options):
            if kept_from_archives(cut.stump):
                continue
            if cut.stump not in listed:
                with self._tracker.asking(archive.service):
                    listed[cut.stump] = await archive.beginning_with(cut.stump)
            found = completed(cut, listed[cut.stump], archive.service)
            if found is not None and excluded_by(found.url, self._options) is None:
                self._gathered.completions[cut.citation.id] = found
                questions.append(Question(found.url, cut.cited, cut.citation.description))
        await self._wave(questions)

    async def _stability(self) -> None:
        """Whether pages stayed the same around their date, by the index of each archive."""
        from verifier.pipeline import stability

        for archive in self._desk.archives:
            for doubt, result in await stability.ask(self._gathered, archive):
                self._memory.keep_archive(doubt.url, doubt.day, result)
