"""Asks the Wayback Machine for a good copy of a page from about the day on which it was cited.

In: a URL and the citation's date. Out: `ArchiveCheck`: the outcome, the copy, and the evidence in plain words.
What fails is `unknown`, with its reason; never is a failure taken for absence. `search.py` holds the search.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlsplit
from weakref import WeakValueDictionary

from verifier.checks.archive.ask import RATES, ArchiveLine, Budget, Errand, NoAnswerError
from verifier.checks.archive.case import Case, Conclusion
from verifier.checks.archive.choose import nearest_days
from verifier.checks.archive.look import CaptureReader, Reading
from verifier.checks.archive.playback import path_in
from verifier.checks.archive.search import Search
from verifier.checks.archive.urls import ArchivedUrl, canonical, read_archived_url, split_memento
from verifier.checks.archives import WAYBACK, Archive, Holds, Passed
from verifier.model.dates import PartialDate
from verifier.model.evidence import ArchiveCheck, ArchiveOutcome, ArchiveResult, Page
from verifier.web.exchange import Fetcher
from verifier.web.limits import ServiceLimits

_NOT_KNOWN = "whether the page changed around the citation's date is not known"
_REMEMBERED = 4_096
_PREFIX_SECONDS = 60.0

_Key = tuple[str, str, str]


class Wayback:
    """The Wayback Machine (or, with another `base`, a service that speaks as it does). Use one for a whole run."""

    def __init__(
        self,
        fetcher: Fetcher,
        limits: ServiceLimits,
        now: Callable[[], datetime],
        *,
        base: str = f"https://{WAYBACK}",
        budget: Budget | None = None,
    ) -> None:
        base = base.rstrip("/")
        self.service = urlsplit(base).hostname or base
        self._archive = Archive(self.service, f"{base}/web", f"{base}/cdx/search/cdx")
        self._fetcher = fetcher
        self._limits = limits
        self._now = now
        self._budget = budget or Budget()
        self._line = ArchiveLine(fetcher, limits, now, request_timeout=self._budget.request_timeout)
        self._search = Search(self._archive, self._line, self._budget)
        self._elsewhere: dict[str, ServiceLimits] = {}
        self._results: OrderedDict[_Key, ArchiveResult] = OrderedDict()
        self._turns: WeakValueDictionary[_Key, asyncio.Lock] = WeakValueDictionary()

    async def check(
        self,
        url: str,
        cited: PartialDate | None,
        *,
        want_page: bool = False,
        title: str = "",
        published: PartialDate | None = None,
    ) -> ArchiveCheck:
        """Look for a good copy of `url` near the date `cited` (None: today).

        `want_page` also brings the copy's text; `title`, under which the page is cited, tells where redirects lead.
        Copies from before the day on which it was `published` come last, and those must bear that title.
        Forms of one URL that the archive does not tell apart are looked up once.
        """
        refusal = _refusal(url)
        if refusal is not None:
            return ArchiveCheck(self._result(Conclusion(ArchiveOutcome.UNKNOWN, (f"not asked: {refusal}",))))
        key = (canonical(url), str(cited or ""), str(published or ""))
        turn = self._turns.setdefault(key, asyncio.Lock())
        async with turn:
            known = self._results.get(key)
            if known is None:
                return await self._look_up(key, url, cited, want_page=want_page, title=title, published=published)
        return ArchiveCheck(known, await self._text_of(known) if want_page else None)

    async def another(
        self,
        url: str,
        cited: PartialDate | None,
        passed: Passed,
        holds: Holds,
        *,
        title: str = "",
        published: PartialDate | None = None,
    ) -> ArchiveCheck | None:
        """The nearest good copy that `holds` what is cited, beside the one that was `passed` over; None without one."""
        page = _page_of(url)
        if page is None:
            return None
        case = self._case(page, cited, title=title, published=published)
        case.want_page, case.holds = True, holds
        case.note(passed.why)
        try:
            conclusion = await self._search.another(case, passed)
        except NoAnswerError:
            return None
        return None if conclusion is None else ArchiveCheck(self._told(case, conclusion), conclusion.page)

    async def stable_around(self, url: str, cited: PartialDate) -> tuple[bool | None, str]:
        """Whether the page stayed the same around `cited`, by the index's digests (None: not known); and in words."""
        page = _page_of(url)
        if page is None:
            return None, _NOT_KNOWN
        case = self._case(page, cited)
        stable = await self._search.stability(case)
        return stable, (*case.evidence, _NOT_KNOWN)[0]

    async def beginning_with(self, stump: str) -> tuple[str, ...]:
        """The archived addresses that begin with `stump`, as the index lists them, a few dozen at most.

        Empty when it lists none, or does not answer: nothing follows from that. It is the slowest of all questions, for
        links that nothing else explains.
        """
        if _refusal(stump) is not None:
            return ()
        try:
            return await self._search.beginning_with(stump, Errand(stump, _PREFIX_SECONDS))
        except NoAnswerError:
            return ()

    async def _look_up(
        self,
        key: _Key,
        url: str,
        cited: PartialDate | None,
        *,
        want_page: bool,
        title: str,
        published: PartialDate | None,
    ) -> ArchiveCheck:
        case = self._case(url, cited, title=title, published=published)
        case.want_page = want_page
        archived = read_archived_url(url)
        try:
            conclusion = await (self._search.run(case) if archived is None else self._cited_copy(case, archived))
        except NoAnswerError as silent:
            conclusion = Conclusion(ArchiveOutcome.UNKNOWN, (*case.evidence, _told_by(self.service, str(silent))))
        result = self._told(case, conclusion)
        self._results[key] = result
        if len(self._results) > _REMEMBERED:
            self._results.popitem(last=False)
        return ArchiveCheck(result, conclusion.page)

    def _case(
        self, url: str, cited: PartialDate | None, *, title: str = "", published: PartialDate | None = None
    ) -> Case:
        now = self._now().astimezone(UTC)
        return Case(
            url=url,
            cited=cited or PartialDate.of(now.date()),
            dated=cited is not None,
            now=now,
            errand=Errand(url, self._budget.seconds, title=title),
            published=published,
        )

    def _told(self, case: Case, conclusion: Conclusion) -> ArchiveResult:
        result = self._result(conclusion, answered=case.errand.answered)
        return replace(result, captures=nearest_days(case.cited, case.known()))

    async def _cited_copy(self, case: Case, archived: ArchivedUrl) -> Conclusion:
        """The link itself leads to an archived copy: ask for that; where it is no use, search as for any page."""
        if archived.inner is None:
            kept = f"the link is itself an archived copy, at {archived.host}"
            if archived.is_archive_today:
                kept = f"the link leads to {archived.host}, whose copies are not counted as evidence"
            why = f"{kept}; it does not show which page was archived, so nothing was asked"
            return Conclusion(ArchiveOutcome.UNKNOWN, (why,))
        refusal = _refusal(archived.inner)
        if refusal is not None:
            return Conclusion(ArchiveOutcome.UNKNOWN, (f"not asked: {refusal}",))
        case.url = archived.inner
        case.note(f"the link is itself an archived copy, at {archived.host}, of {archived.inner}")
        if archived.is_archive_today:
            case.note(f"copies at {archived.host} are not counted as evidence, because that service has altered some")
            return await self._search.run(case)
        return await self._confirmed(case, archived) or await self._search.run(case)

    async def _confirmed(self, case: Case, archived: ArchivedUrl) -> Conclusion | None:
        """What the archive that the link names says of it; None when that does not settle it."""
        if self._is_mine(archived):
            return await self._search.confirm(case, archived.timestamp)
        if not archived.is_known:
            # With --private only archives are asked, and any host can give its URLs this shape.
            case.note(f"{archived.host} is not known as an archive, and was not asked")
            return None
        try:
            return await self._search_in(archived).confirm(case, archived.timestamp)
        except NoAnswerError as silent:
            case.note(f"{archived.host} did not confirm it: {silent}")
            return None

    def _is_mine(self, archived: ArchivedUrl) -> bool:
        """Whether the copy is in the archive that is asked here."""
        return archived.is_wayback or archived.host == self.service

    def _search_in(self, archived: ArchivedUrl) -> Search:
        """A search in the archive that a citation names, paced on its own."""
        limits = self._elsewhere.setdefault(archived.host, self._limits.for_another(archived.host, RATES))
        line = ArchiveLine(self._fetcher, limits, self._now, request_timeout=self._budget.request_timeout)
        return Search(Archive(archived.host, archived.playback), line, self._budget)

    async def _text_of(self, known: ArchiveResult) -> Page | None:
        """The text of a copy that was found before; None when it does not come a second time."""
        place = split_memento(path_in(self._archive.playback, known.snapshot.url)) if known.snapshot else None
        if place is None:
            return None
        try:
            errand = Errand(place[1], self._budget.seconds)
            found = await CaptureReader(self._archive, self._line).read(*place, errand, want_page=True)
        except NoAnswerError:
            return None
        return found.page if isinstance(found, Reading) else None

    def _result(self, conclusion: Conclusion, *, answered: bool = False) -> ArchiveResult:
        return ArchiveResult(
            outcome=conclusion.outcome,
            service=conclusion.service or self.service,
            checked_at=self._now(),
            snapshot=conclusion.snapshot,
            stable_around_citation=conclusion.stable,
            evidence=conclusion.evidence,
            answered=answered,
            title=conclusion.title,
        )


def _page_of(url: str) -> str | None:
    """The page to ask about: of a link into an archive the one that was archived. None where nothing may be asked."""
    archived = read_archived_url(url)
    page = url if archived is None else archived.inner
    return None if page is None or _refusal(page) is not None else page


def _told_by(service: str, why: str) -> str:
    """Why a service gave no answer, with its name where the words do not begin with that."""
    return why if why.startswith(service) else f"{service}: {why}"


def _refusal(url: str) -> str | None:
    """Why a URL is not told to an archive at all, or None."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return "this is not a URL"
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return "archives keep web pages only"
    if "@" in parts.netloc:
        return "the link carries a user name or password"
    return None
