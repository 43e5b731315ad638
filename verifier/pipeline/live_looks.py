"""Looks at every unique URL on the live web: quickly first, and at the end again where a trouble may have passed.

In: URLs with the descriptions that their pages are compared with. Out: results and comparisons in `Gathered`, each
stored as it lands. Memory is asked first; a page that was good before is only asked whether it has changed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial

from verifier import content
from verifier.content import Side
from verifier.model.citation import Description, QuoteWhere
from verifier.model.evidence import (
    TITLE_MATCH,
    ContentResult,
    Found,
    LiveCheck,
    LiveOutcome,
    LiveResult,
    Page,
    Provenance,
    Sought,
)
from verifier.pipeline.desk import Desk, Options
from verifier.pipeline.gathered import Gathered
from verifier.pipeline.lanes import Job, by_host
from verifier.pipeline.memory import Memory
from verifier.pipeline.questions import host_of
from verifier.pipeline.tracker import Tracker

PATIENCE = 5.0
"""Seconds that a first look waits before another try; who asks for more is asked again at the end."""
SECOND_AFTER = 3.0
"""Seconds between the end of the first looks and the second ones: a server that stumbled needs a moment."""
SECOND_LOOKS = 90.0
"""Seconds that all second looks may take together."""
_MAY_PASS = frozenset(
    {LiveOutcome.TIMEOUT, LiveOutcome.RATE_LIMITED, LiveOutcome.SERVER_ERROR, LiveOutcome.UNREACHABLE}
)
"""Outcomes that are worth a second look."""
_AT_FIRST = {
    LiveOutcome.TIMEOUT: "no answer came in time",
    LiveOutcome.RATE_LIMITED: "the host asked to be asked more slowly",
    LiveOutcome.SERVER_ERROR: "the server failed",
    LiveOutcome.UNREACHABLE: "it could not be reached",
}
_SHOWS_A_PAGE = frozenset({LiveOutcome.OK, LiveOutcome.SOFT_404, LiveOutcome.UNRENDERED})
_NOTHING = ContentResult()
"""What comes of comparing nothing. It is not kept for each link: a run may have a hundred thousand."""
_UNCHANGED = 304
_SURELY_QUOTED = 25  # characters from which on a quotation is found by no chance


@dataclass(slots=True)
class _Asked:
    """What one page is compared with, by the digest of each question, and what came of it."""

    host: str
    questions: Mapping[str, Description]
    seen: dict[str, ContentResult] = field(default_factory=dict)
    page: Page | None = None

    @classmethod
    def of(cls, host: str, descriptions: Sequence[Description]) -> _Asked:
        """What `descriptions` ask of a page of `host`."""
        return cls(host, {content.question(description, Side.LIVE): description for description in descriptions})

    def bears(self, page: Page) -> bool | None:
        """Whether the page bears what is cited; None when there is no title to tell by."""
        self.page = page
        self.seen = {digest: content.read(one, page, Side.LIVE) for digest, one in self.questions.items()}
        titles = [seen.title_similarity for seen in self.seen.values() if seen.title_similarity is not None]
        quoted = any(quote.found is Found.LIVE for seen in self.seen.values() for quote in seen.quotes)
        if quoted or any(title >= TITLE_MATCH for title in titles):
            return True
        return False if titles else None

    def quoted(self, page: Page) -> bool:
        """Whether the page's text holds what is quoted from it, in more words than chance would put there."""
        return any(
            seen.found is Found.LIVE and quote.where is not QuoteWhere.TITLE and len(quote.text) >= _SURELY_QUOTED
            for one in self.questions.values()
            if one.quotes
            for quote, seen in zip(one.quotes, content.read(one, page, Side.LIVE).quotes, strict=True)
        )

    def compared(self, page: Page | None) -> Mapping[str, ContentResult]:
        """What comes of comparing `page`, taken from the check where it has compared this very page already."""
        if page is None or page is not self.page:
            self.seen = {digest: content.read(one, page, Side.LIVE) for digest, one in self.questions.items()}
        return self.seen


class LiveLooks:
    """The live looks of one run."""

    def __init__(self, desk: Desk, options: Options, memory: Memory, gathered: Gathered, tracker: Tracker) -> None:
        self._desk = desk
        self._options = options
        self._memory = memory
        self._gathered = gathered
        self._tracker = tracker
        self._fragments: dict[str, set[str]] = {}
        self._left: set[str] = set()
        """Who is to be asked a second time, and has not been yet."""

    async def ask(self, urls: Mapping[str, Sequence[Description]], fragments: Mapping[str, set[str]]) -> None:
        """Look at all `urls`, then again at those whose trouble may have passed by then.

        `fragments` are those of the links to each, where any has one.
        """
        self._fragments |= fragments
        self._tracker.pages.total += len(urls)
        hosts = {url: host_of(url) for url in urls}
        await self._lanes([(hosts[url], partial(self._first, hosts[url], url, asked)) for url, asked in urls.items()])
        doubtful = [url for url in urls if self._may_pass(url)]
        if not doubtful:
            return
        self._tracker.pages.total += len(doubtful)
        self._left.update(doubtful)
        await self._desk.clock.sleep(SECOND_AFTER)
        again: list[tuple[str, Job]] = [
            (hosts[url], partial(self._second, hosts[url], url, urls[url])) for url in doubtful
        ]
        with suppress(TimeoutError):
            async with asyncio.timeout(SECOND_LOOKS):
                await self._lanes(again)
        self._give_up()
        for url in doubtful:
            if self._may_pass(url):
                self._land(url, None)

    def _give_up(self) -> None:
        """Tell of those for whose second look no time was left."""
        for url in self._left:
            before = self._gathered.live[url]
            words = f"was not asked again: the {SECOND_LOOKS:.0f} s that a run has for this were over"
            result = replace(before, evidence=(*before.evidence, words))
            self._gathered.live[url] = result
            self._memory.keep_live(url, result)
        self._tracker.pages.done += len(self._left)
        self._left.clear()

    async def _lanes(self, jobs: Sequence[tuple[str, Job]]) -> None:
        await by_host(jobs, concurrency=self._options.concurrency, host_concurrency=self._options.host_concurrency)

    def _may_pass(self, url: str) -> bool:
        live = self._gathered.live.get(url)
        return live is not None and live.outcome in _MAY_PASS and live.provenance is Provenance.FRESH

    async def _first(self, host: str, url: str, descriptions: Sequence[Description]) -> None:
        """From memory where that answers every question, else from the web."""
        with self._gathered.sparing(url):
            await self._found(url, _Asked.of(host, descriptions))
        self._tracker.pages.done += 1

    async def _found(self, url: str, asked: _Asked) -> None:
        result = self._memory.live(url)
        known = self._known(url, asked) if result else None
        if result is not None and known is not None:
            self._gathered.live[url] = self._memory.confirmed(url, result)
            self._gathered.contents |= {(url, digest): seen for digest, seen in known.items()}
            # Remembered results are noted for this run too, so that an interrupted run can be resumed from it alone.
            self._memory.keep_live(url, result)
        elif self._desk.live is not None and not await self._unchanged(url, asked):
            self._keep(url, await self._check(url, asked), asked)

    def _known(self, url: str, asked: _Asked, *, however_old: bool = False) -> dict[str, ContentResult] | None:
        """What is remembered for every question; None when anything is missing."""
        known = {digest: self._memory.content(url, digest, however_old=however_old) for digest in asked.questions}
        found = {digest: seen for digest, seen in known.items() if seen is not None}
        return found if len(found) == len(known) else None

    async def _check(self, url: str, asked: _Asked, known: LiveResult | None = None) -> LiveCheck:
        assert self._desk.live is not None  # noqa: S101 -- asked only where there is someone to ask
        want_pdf = any(one.title or one.quotes for one in asked.questions.values())
        sought = Sought(asked.bears, asked.quoted, want_pdf, sorted(self._fragments.get(url, ())), known)
        with self._tracker.asking(asked.host):
            return await self._desk.live.check(url, sought, patience=PATIENCE)

    async def _unchanged(self, url: str, asked: _Asked) -> bool:
        """Ask whether a page has changed that was good at an earlier time; the answer, whatever it is, is kept.

        Only where all that was compared then is still known; False when there is nothing to go by and nothing was sent.
        """
        old = self._memory.outdated(url)
        known = self._known(url, asked, however_old=True) if old else None
        if old is None or known is None:
            return False
        checked = await self._check(url, asked, old)
        if checked.result.status_code != _UNCHANGED or checked.result.outcome is not LiveOutcome.OK:
            self._keep(url, checked, asked)
            return True
        now = checked.result
        words = f"answered 304: unchanged since it was read on {old.checked_at.date().isoformat()}"
        result = replace(
            old,
            checked_at=now.checked_at,
            evidence=(*(one for one in old.evidence if not one.startswith("answered 304")), words),
            elapsed_ms=now.elapsed_ms,
            requests=now.requests,
            answered=True,
            provenance=Provenance.FRESH,
        )
        self._gathered.live[url] = result
        for digest, seen in known.items():
            self._gathered.contents[(url, digest)] = seen
            self._memory.keep_content(url, digest, seen)
        self._memory.keep_live(url, result)
        self._land(url, None, unchanged=True)
        return True

    async def _second(self, host: str, url: str, descriptions: Sequence[Description]) -> None:
        """Once more from the web; what was seen before stays where a defect of ours gets in the way."""
        with self._gathered.sparing(url):
            await self._again(url, _Asked.of(host, descriptions))
        self._left.discard(url)
        self._tracker.pages.done += 1

    async def _again(self, url: str, asked: _Asked) -> None:
        before = self._gathered.live[url]
        checked = await self._check(url, asked)
        now = checked.result
        spent = before.requests + now.requests
        if now.outcome is LiveOutcome.SKIPPED:
            # Given up meanwhile; what was seen before says more.
            self._gathered.live[url] = replace(before, requests=spent)
            return
        words = "was asked again at the end of the run"
        words += ", with no better answer" if now.outcome in _MAY_PASS else f"; at first {_AT_FIRST[before.outcome]}"
        result = replace(now, evidence=(*now.evidence, words), requests=spent)
        self._keep(url, replace(checked, result=result), asked)

    def _keep(self, url: str, checked: LiveCheck, asked: _Asked) -> None:
        result = self._memory.confirmed(url, checked.result)
        self._gathered.live[url] = result
        # An error page or a wall has words of its own; a soft 404 is compared, since the cited title may clear it.
        page = checked.page if result.outcome in _SHOWS_A_PAGE else None
        # The comparisons first: a live result is only of use from memory together with them.
        for digest, seen in asked.compared(page).items():
            if seen != _NOTHING:
                self._gathered.contents[(url, digest)] = seen
            self._memory.keep_content(url, digest, seen)
        if result.outcome not in _MAY_PASS:
            self._land(url, page if result.outcome is LiveOutcome.OK else None)
        self._memory.keep_live(url, result)

    def _land(self, url: str, page: Page | None, *, unchanged: bool = False) -> None:
        """Let the copies that wait for today's page be compared with it; what came of an unchanged page still holds."""
        if not self._desk.archives:
            return
        known = partial(self._memory.content, url, however_old=True) if unchanged else None
        for question, moved in self._gathered.landed_live(url, page, known).items():
            self._memory.keep_content(url, question, moved)
