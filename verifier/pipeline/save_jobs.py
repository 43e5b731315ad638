"""Has pages captured: asks, waits for each job, and tells a failure from a success that only looks like one.

In: the pages, a client, the history. Out: one `SaveResult` for each, stored when its job is taken on and when it ends,
so that the same command goes on where it stopped. The account's own figures bound how much is asked for.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from verifier.checks.archive.ask import NoAnswerError
from verifier.checks.saving.answers import Accepted, Allowance, Captured, Refused
from verifier.checks.saving.errors import UNCLEAR, Course, Trouble, trouble
from verifier.model.errors import StoreError
from verifier.model.saving import DONE, SaveOutcome, SaveResult
from verifier.pipeline.desk import Clock
from verifier.pipeline.lanes import at_once
from verifier.pipeline.save import Wanted

if TYPE_CHECKING:
    from verifier.checks.saving.save_page_now import SavePageNow
    from verifier.store.history import History

_MOST_AT_ONCE = 8
"""Captures of ours under way at once, whatever the account may have."""
_TRIES = 3
"""How often one page is asked for in one run: some errors pass."""
PATIENCE = 600.0
"""Seconds that a job is waited for; what takes longer is asked about by the next run."""
_FIRST_LOOK, _STRETCH, _LONGEST_LOOK = 2.0, 1.6, 30.0
"""Seconds before the first question about a job, how the next ones stretch, and the longest between two."""
_PAUSE = 60.0
"""Seconds before another try, and for a free place among the captures under way."""
_MOST_PAUSES = 10
REMEMBERED = timedelta(days=1)
"""How long what became of a page stands. Jobs are known to the service for about as long."""

_AGAIN = "the same command asks what became of it"


@dataclass(slots=True)
class Ledger:
    """What is known of pages asked for before, and where results go. Without a history nothing is remembered."""

    service: str
    history: History | None = None
    run_id: str | None = None
    refresh: bool = False
    problem: str | None = None
    """Why the history could not be used, in words."""

    def recall(self, url: str, now: datetime) -> SaveResult | None:
        """What still stands of an earlier run."""
        if self.history is None:
            return None
        try:
            known = self.history.recall_save(url, self.service)
        except StoreError as error:
            self._give_up(error)
            return None
        if known is None or now - known.asked_at > REMEMBERED:
            return None
        unfinished = known.outcome is SaveOutcome.PENDING
        return known if unfinished or not self.refresh else None

    def keep(self, result: SaveResult) -> None:
        """Store a result now."""
        if self.history is None or self.run_id is None:
            return
        try:
            self.history.record_save(self.run_id, result)
        except StoreError as error:
            self._give_up(error)

    def _give_up(self, error: StoreError) -> None:
        self.history = None
        self.problem = f"The history could not be used: {error.remark}"


@dataclass(slots=True)
class Clerk:
    """Asks for captures of one run. `told` is called with each result that is final for this run."""

    client: SavePageNow
    clock: Clock
    ledger: Ledger
    told: Callable[[SaveResult], None] = lambda _result: None
    stopped: str | None = None
    """Why nothing more is asked for, in words."""
    left_today: int | None = None
    results: list[SaveResult] = field(default_factory=list)
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held while a form is out: what the service says to one decides about the next."""

    async def save(self, wanted: Sequence[Wanted], allowance: Allowance) -> list[SaveResult]:
        """Have all of `wanted` captured, as far as the account's `allowance` goes; gives the results as they came."""
        self.left_today = allowance.left_today
        places = _MOST_AT_ONCE if allowance.available is None else max(1, min(_MOST_AT_ONCE, allowance.available))
        await at_once((partial(self._concluded, page) for page in wanted), places)
        return self.results

    async def _concluded(self, page: Wanted) -> None:
        result = await self._one(page)
        self.results.append(result)
        self.told(result)

    async def _one(self, page: Wanted) -> SaveResult:
        """One page, from what is remembered of it to its end."""
        known = self.ledger.recall(page.url, self.clock.now())
        blank = SaveResult(page.url, SaveOutcome.POSTPONED, self.client.service, self.clock.now())
        if known is not None and known.outcome in DONE | {SaveOutcome.FAILED}:
            return self._with_words(known)
        if known is not None and known.outcome is SaveOutcome.PENDING and known.job:
            result = await self._follow(known)
            if result.outcome is not SaveOutcome.POSTPONED:
                return self._ended(result)
        for attempt in range(_TRIES):
            if attempt:
                await self.clock.sleep(_PAUSE)
            result = await self._try(page, blank)
            if result.outcome is not SaveOutcome.POSTPONED or self.stopped:
                break
        return self._ended(result)

    def _ended(self, result: SaveResult) -> SaveResult:
        if result.outcome is not SaveOutcome.POSTPONED:
            self.ledger.keep(result)
        return result

    def _with_words(self, known: SaveResult) -> SaveResult:
        """A remembered result, with the words that belong to it."""
        day = f"{known.asked_at:%Y-%m-%d %H:%M} UTC"
        if known.outcome in DONE:
            copy = self.client.copy(known.timestamp, known.url) if known.timestamp else None
            return replace(known, copy=copy, why=f"an earlier run had it captured, on {day}")
        what = trouble(known.code)
        return replace(known, why=f"{what.words}, on {day}; --refresh asks again. {what.todo}".strip())

    async def _try(self, page: Wanted, blank: SaveResult) -> SaveResult:
        """Ask once, and wait for what comes of it."""
        async with self.turn:
            if self.stopped is None and self.left_today == 0:
                self.stopped = "the account's captures for today are used up; run the same command again tomorrow"
            if self.stopped:
                return replace(blank, why=f"not asked: {self.stopped}")
            asked = replace(blank, asked_at=self.clock.now())
            answer = await self._submit(page)
            if isinstance(answer, Accepted) and not answer.kept and self.left_today is not None:
                self.left_today = max(0, self.left_today - 1)
        if isinstance(answer, Accepted):
            return await self._accepted(asked, answer)
        return await self._refused(asked, answer)

    async def _submit(self, page: Wanted) -> Accepted | Refused:
        """Ask; while as many captures are under way as may be, wait for a place. What stops all, stops all at once."""
        answer: Accepted | Refused
        for _ in range(_MOST_PAUSES):
            try:
                answer = await self.client.submit(page.url, unless_within=page.unless_within)
            except NoAnswerError as silent:
                course = Course.AGAIN if silent.acted else Course.STOP
                words = UNCLEAR.words if silent.acted else "the archive did not take it on"
                answer = Refused(Trouble(course, f"{words}: {silent}", UNCLEAR.todo))
            if isinstance(answer, Accepted) or answer.trouble.course is not Course.WAIT:
                break
            await self.clock.sleep(_PAUSE)
        if isinstance(answer, Refused) and answer.trouble.course in (Course.STOP, Course.WAIT):
            self.stopped = answer.trouble.words
        return answer

    async def _accepted(self, asked: SaveResult, answer: Accepted) -> SaveResult:
        kept = replace(asked, job=answer.job, outcome=SaveOutcome.KEPT, why="the archive captured it shortly before")
        if answer.job is None:
            timestamp = await self.client.captured_since(asked.url, asked.asked_at - REMEMBERED)
            copy = self.client.copy(timestamp, asked.url) if timestamp else None
            return replace(kept, timestamp=timestamp, copy=copy)
        job = kept if answer.kept else replace(asked, job=answer.job, outcome=SaveOutcome.PENDING)
        if not answer.kept:
            self.ledger.keep(job)
        if answer.starts_in > PATIENCE:
            minutes = f"{answer.starts_in / 60:.0f}"
            return replace(job, why=f"taken on; the archive says that it begins in about {minutes} minutes; {_AGAIN}")
        if answer.starts_in:
            await self.clock.sleep(answer.starts_in)
        return await self._follow(job)

    async def _follow(self, job: SaveResult) -> SaveResult:
        """Ask about a job until it ends or patience does."""
        until = self.clock.monotonic() + PATIENCE
        wait = 0.0 if job.outcome is SaveOutcome.KEPT else _FIRST_LOOK
        while True:
            await self.clock.sleep(wait)
            try:
                answer = await self.client.status(job.job or "", job.url)
            except NoAnswerError as silent:
                return replace(job, why=f"taken on, but the archive does not say how it stands: {silent}; {_AGAIN}")
            if isinstance(answer, Captured):
                return self._captured(job, answer)
            if isinstance(answer, Refused):
                return job if job.outcome is SaveOutcome.KEPT else await self._refused(job, answer)
            if self.clock.monotonic() + wait > until:
                why = f"taken on, and not done after {PATIENCE / 60:.0f} minutes; {_AGAIN}"
                return job if job.outcome is SaveOutcome.KEPT else replace(job, why=why)
            wait = min(_LONGEST_LOOK, max(wait, _FIRST_LOOK) * _STRETCH)

    def _captured(self, job: SaveResult, answer: Captured) -> SaveResult:
        outcome = SaveOutcome.KEPT if job.outcome is SaveOutcome.KEPT else SaveOutcome.SAVED
        copy = self.client.copy(answer.timestamp, job.url)
        return replace(job, outcome=outcome, timestamp=answer.timestamp, copy=copy)

    async def _refused(self, asked: SaveResult, answer: Refused) -> SaveResult:
        what = answer.trouble
        if what.course is Course.GIVE_UP:
            return replace(asked, outcome=SaveOutcome.FAILED, code=answer.code, why=_told(what))
        if what.course is Course.AGAIN:
            return await self._doubted(asked, what, answer.code)
        if what.course is Course.STOP:
            self.stopped = self.stopped or what.words
        return replace(asked, outcome=SaveOutcome.POSTPONED, code=answer.code, why=_told(what))

    async def _doubted(self, asked: SaveResult, what: Trouble, code: str | None) -> SaveResult:
        """The service reports an error that may hide a success: look whether there is a capture after all."""
        timestamp = await self.client.captured_since(asked.url, asked.asked_at)
        if timestamp is None:
            return replace(asked, outcome=SaveOutcome.POSTPONED, code=code, why=_told(what))
        copy = self.client.copy(timestamp, asked.url)
        why = f"the archive reported an error ({code or what.words}), but holds a capture made since"
        return replace(asked, outcome=SaveOutcome.SAVED, timestamp=timestamp, copy=copy, why=why)


def _told(what: Trouble) -> str:
    return f"{what.words}. {what.todo}".strip()
