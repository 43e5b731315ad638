"""Looks for archived copies of every unique URL and date: near ones first, at the end others that may tell more.

In: questions by URL and date. Out: results and comparisons in `Gathered`, each stored as it lands. Memory is asked
first; what no archive should learn of is not sent. What only answers need is imported where it is used.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from verifier import content
from verifier.content import Side, drift
from verifier.model.citation import Description, QuoteWhere
from verifier.model.dates import PartialDate
from verifier.model.evidence import (
    DEAD,
    WALLED,
    ArchiveCheck,
    ArchiveOutcome,
    ArchiveResult,
    ContentResult,
    LiveOutcome,
    best_archive,
    preference,
)
from verifier.pipeline.desk import Desk
from verifier.pipeline.gathered import Gathered
from verifier.pipeline.lanes import at_once
from verifier.pipeline.memory import Memory, is_remembered
from verifier.pipeline.questions import Question
from verifier.pipeline.secrecy import kept_from_archives
from verifier.pipeline.tracker import Tracker

if TYPE_CHECKING:
    from verifier.checks.archives import ArchiveChecker
    from verifier.pipeline.other_copies import Doubt

_LANES = 4
"""How many archive questions wait at once; the archive's own limits pace them."""


class CopyLooks:
    """The looks for copies of one run."""

    def __init__(self, desk: Desk, memory: Memory, gathered: Gathered, tracker: Tracker) -> None:
        self._desk = desk
        self._memory = memory
        self._gathered = gathered
        self._tracker = tracker
        self._asked: dict[tuple[str, str], list[Question]] = defaultdict(list)
        """All questions so far, by URL and date."""

    async def ask(self, questions: Mapping[tuple[str, str], Sequence[Question]]) -> None:
        """Ask every archive about each URL and date, where none has been asked yet."""
        copies = [partial(self._near, same) for at, same in questions.items() if at not in self._gathered.archives]
        self._tracker.copies.total += len(copies)
        for at, same in questions.items():
            self._asked[at] += same
        await at_once(copies, _LANES)

    async def _near(self, questions: Sequence[Question]) -> None:
        with self._gathered.sparing(questions[0].key):
            await self._found(questions)
        self._tracker.copies.done += 1

    async def _found(self, questions: Sequence[Question]) -> None:
        """One URL and date in every archive; what the best copy says of title and quotations, and how far it is."""
        url, day = questions[0].key, questions[0].day
        if reason := kept_from_archives(url):
            services = (archive.service for archive in self._desk.archives)
            self._gathered.archives[(url, day)] = tuple(self._not_sent(service, reason) for service in services)
            return
        asked = _by_question(questions)
        known = {digest: self._memory.content(url, digest) for digest in asked}
        checks = []
        for archive in self._desk.archives:
            remembered = self._memory.archive(url, day, archive.service) if all(known.values()) else None
            checks.append(ArchiveCheck(remembered) if remembered else await self._ask(archive, questions))
        results = tuple(check.result for check in checks)
        best = min(checks, key=lambda check: preference(check.result))
        if is_remembered(best.result):
            self._recall_copy(url, day, best.result, {digest: seen for digest, seen in known.items() if seen})
        else:
            self._compare_copy(url, day, best, asked)
        for result in results:
            self._memory.keep_archive(url, day, result)
        self._gathered.archives[(url, day)] = results

    def _not_sent(self, service: str, reason: str) -> ArchiveResult:
        words = f"not asked: no archive should learn of this link, since {reason}"
        return ArchiveResult(ArchiveOutcome.UNKNOWN, service, self._desk.now(), evidence=(words,))

    def _compare_copy(self, url: str, day: str, best: ArchiveCheck, asked: Mapping[str, Description]) -> None:
        for digest, description in asked.items():
            seen = self._gathered.compare(url, description, best.page, Side.ARCHIVE)
            self._memory.keep_content(url, digest, seen)
        # A link that is itself an archived copy would be compared with itself.
        comparable = best.page if best.result.outcome is not ArchiveOutcome.IS_ARCHIVE else None
        self._keep_drift(url, self._gathered.landed_copy(url, day, _time_of(best.result), comparable))

    def _recall_copy(self, url: str, day: str, best: ArchiveResult, known: Mapping[str, ContentResult]) -> None:
        """What was compared before; noted for this run too, so that it can be resumed from this run alone."""
        question = drift.question(_time_of(best))
        moved = self._memory.content(url, question)
        if moved is not None:
            self._gathered.drifts[(url, day)] = moved
            self._keep_drift(url, {question: moved})
        for digest, seen in known.items():
            self._gathered.contents[(url, digest)] = seen
            self._memory.keep_content(url, digest, seen)

    async def _ask(self, archive: ArchiveChecker, questions: Sequence[Question]) -> ArchiveCheck:
        """One archive. The copy's text costs no further request, but is of no use where nothing is compared with it."""
        question = questions[0]
        live = self._gathered.live.get(question.key)
        today = self._desk.live is not None and (live is None or live.outcome is LiveOutcome.OK)
        quoted = any(quote.where is not QuoteWhere.TITLE for q in questions for quote in q.description.quotes)
        title, published = _cited_as(questions)
        with self._tracker.asking(archive.service):
            return await archive.check(
                question.key, question.cited, want_page=today or quoted, title=title, published=published
            )

    def _keep_drift(self, url: str, moved: Mapping[str, ContentResult]) -> None:
        for question, result in moved.items():
            self._memory.keep_content(url, question, result)

    async def ask_for_newest(self) -> None:
        """For pages that are dead or walled: was there a good copy lately? It contradicts, or attests."""
        if not self._desk.archives:
            return
        in_doubt = [url for url, live in self._gathered.live.items() if live.outcome in DEAD | WALLED]
        asked = [
            partial(self._newest, url)
            for url in in_doubt
            if (url, "") not in self._gathered.archives and not kept_from_archives(url) and self._may_have_one(url)
        ]
        self._tracker.copies.total += len(asked)
        await at_once(asked, _LANES)

    def _may_have_one(self, url: str) -> bool:
        """An archive that knows nothing of a URL for one date knows nothing for another; a silent one stays silent."""
        silent = {ArchiveOutcome.NONE_FOUND, ArchiveOutcome.EXCLUDED, ArchiveOutcome.UNKNOWN}
        known = [results[0] for (at, _), results in self._gathered.archives.items() if at == url and results]
        return not any(result.outcome in silent for result in known)

    async def _newest(self, url: str) -> None:
        archive = self._desk.archives[0]
        with self._gathered.sparing(url):
            result = self._memory.archive(url, "", archive.service)
            if result is None:
                with self._tracker.asking(archive.service):
                    result = (await archive.check(url, None, want_page=False)).result
            self._memory.keep_archive(url, "", result)
            self._gathered.recent[url] = result
        self._tracker.copies.done += 1

    async def ask_for_others(self) -> None:
        """Where the nearest copy does not show what is cited, and the page does not either: is there one that does?"""
        from verifier.pipeline.other_copies import MOST

        doubts = ((same, self._doubt(same)) for same in self._asked.values())
        asked = [partial(self._another, same, doubt) for same, doubt in doubts if doubt is not None][:MOST]
        self._tracker.copies.total += len(asked)
        await at_once(asked, _LANES)

    def _doubt(self, questions: Sequence[Question]) -> Doubt | None:
        """What there is against the best copy of one URL for one date."""
        from verifier.pipeline.other_copies import doubt

        url, day = questions[0].key, questions[0].day
        best = best_archive(self._gathered.archives.get((url, day)))
        if best is None:
            return None
        said = [(one.description, *self._gathered.sides(url, one.description)) for one in questions]
        return doubt(best, self._gathered.live.get(url), said)

    async def _another(self, questions: Sequence[Question], doubt: Doubt) -> None:
        """Put the copy that settles a doubt in the place of the one that raised it, where it is then the best one."""
        url, day = questions[0].key, questions[0].day
        with self._gathered.sparing(url):
            found = await self._ask_another(questions, doubt)
            known = self._gathered.archives[(url, day)]
            results = tuple(found.result if found and one.service == doubt.service else one for one in known)
            if found is not None and best_archive(results) is found.result:
                self._compare_copy(url, day, found, _by_question(questions))
                self._memory.keep_archive(url, day, found.result)
                self._gathered.archives[(url, day)] = results
        self._tracker.copies.done += 1

    async def _ask_another(self, questions: Sequence[Question], doubt: Doubt) -> ArchiveCheck | None:
        archive = next((one for one in self._desk.archives if one.service == doubt.service), None)
        if archive is None:
            return None
        title, published = _cited_as(questions)
        with self._tracker.asking(archive.service):
            return await archive.another(
                questions[0].key, questions[0].cited, doubt.passed, doubt.settled_by, title=title, published=published
            )


def _by_question(questions: Sequence[Question]) -> dict[str, Description]:
    return {content.question(one.description, Side.ARCHIVE): one.description for one in questions}


def _cited_as(questions: Sequence[Question]) -> tuple[str, PartialDate | None]:
    """The title of a page, and the first day on which it may have been published, as its citations have them."""
    title = next((one.description.title for one in questions if one.description.title), "")
    dates = [one.description.date for one in questions if one.description.date]
    return title, min(dates, key=_begins, default=None)


def _begins(published: PartialDate) -> date:
    return published.earliest


def _time_of(result: ArchiveResult) -> str:
    return result.snapshot.timestamp if result.snapshot else ""
