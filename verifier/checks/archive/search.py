"""The search for a good copy in the Wayback Machine: in which order it is asked, and what its answers add up to.

In: a `Case` (URL, date, what is wanted). Out: `Conclusion` (both in `case.py`). Playback is asked first: one request
finds the nearest capture, a second reads it. The index is slower to ask (24 a minute), and is kept for what playback
cannot tell: a second word on absence, other captures when the nearest is bad, the digests around the date. Raises
`NoAnswerError` when the question stays open.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from verifier.checks.archive.ask import ArchiveLine, Budget, Errand, NoAnswerError
from verifier.checks.archive.case import Case, Conclusion, distance, when
from verifier.checks.archive.cdx import MOST_ROWS, NEAREST, Capture, Listing
from verifier.checks.archive.choose import NEAR, nearest, nearness, stable_around
from verifier.checks.archive.fitting import around, digests_of, is_around, is_as_listed, of_the_page, pages, to_read
from verifier.checks.archive.index import ask_index, beginning_with
from verifier.checks.archive.look import CaptureReader, Found, Reading
from verifier.checks.archive.playback import Excluded, NeverArchived
from verifier.checks.archive.urls import canonical
from verifier.checks.archives import Archive, Passed
from verifier.model.evidence import MAY_LOOK_ABSENT, ArchiveOutcome, Snapshot

_MOST_OTHERS = 4  # captures that are read beside one that is good, but of something else
_FEW = 100  # captures of a page that are kept in mind
_REMEMBERED = 256
_Key = TypeVar("_Key")
_Kept = TypeVar("_Kept")


@dataclass(slots=True)
class _Tried:
    """How many captures may still be read, and the times of those that were."""

    left: int
    seen: set[str] = field(default_factory=set)


class Search:
    """Searches one archive service."""

    def __init__(self, archive: Archive, line: ArchiveLine, budget: Budget) -> None:
        self._archive = archive
        self._service = archive.service
        self._reader = CaptureReader(archive, line)
        self._line = line
        self._budget = budget
        self._whole: OrderedDict[tuple[str, bool], Listing] = OrderedDict()
        self._silent: OrderedDict[tuple[str, bool], str] = OrderedDict()
        self._useless: OrderedDict[str, set[str]] = OrderedDict()

    async def run(self, case: Case) -> Conclusion:
        """Look for the good copy nearest to the citation's date."""
        found = of_the_page(case, await self._first(case))
        if isinstance(found, Reading):
            case.listed += [Capture(timestamp, case.url) for timestamp in around(found)]
        match found:
            case Excluded():
                return self._excluded(case, found)
            case NeverArchived():
                return await self._second_word(case)
            case Reading(why_bad=None) if case.precedes_page(found.memento.timestamp):
                return await self._younger(case, found)
            case Reading(why_bad=None):
                return await self._good(case, await self._nearer(case, found))
            case _:
                case.listed.append(Capture(found.memento.timestamp, case.url, found.memento.response.status_code))
                case.note(f"the nearest capture, of {when(found)}, is no use: {found.why_bad}")
                return await self._other_captures(case, found)

    async def beginning_with(self, stump: str, errand: Errand) -> tuple[str, ...]:
        """The archived addresses that begin with `stump`; none where the archive has no index to ask."""
        return await beginning_with(self._archive, self._line, stump, errand)

    async def _first(self, case: Case) -> Found:
        """The capture that the archive itself holds for nearest."""
        return await self._read(case, case.time_to_ask)

    async def _read(self, case: Case, timestamp: str) -> Found:
        """The capture nearest to a time; what is dated in the future tells of no time, and is no use."""
        found = await self._reader.read(timestamp, case.url, case.errand, want_page=case.want_page)
        if isinstance(found, Reading) and not case.has_come(found.memento.timestamp):
            return replace(found, why_bad="its date lies in the future", page=None)
        return found

    async def confirm(self, case: Case, timestamp: str | None) -> Conclusion | None:
        """The copy that the citation names, when it holds a page; None when it does not."""
        moment = timestamp or case.time_to_ask
        found = await self._read(case, moment)
        if not isinstance(found, Reading):
            return None
        if found.why_bad is not None:
            case.note(f"that copy, of {when(found)}, is no use: {found.why_bad}")
            return None
        if timestamp is not None and not found.memento.timestamp.startswith(timestamp):
            case.note(f"no capture has exactly that time; {self._service} shows the one of {when(found)}")
        return self._conclude(case, ArchiveOutcome.IS_ARCHIVE, found)

    async def another(self, case: Case, passed: Passed) -> Conclusion | None:
        """Beside the copy that was `passed` over, the nearest one that holds what is cited; None where none does."""
        listing = await self._list(case, good_only=True)
        if isinstance(listing, Excluded):
            return None
        case.useless |= {one.digest for one in listing.captures if one.digest and one.timestamp == passed.timestamp}
        others = [one for one in listing.captures if one.timestamp != passed.timestamp]
        reading = await self._first_good(case, others, None, _Tried(_MOST_OTHERS))
        return await self._good(case, reading, listing) if reading is not None else None

    async def _second_word(self, case: Case) -> Conclusion:
        """Playback knows nothing: absence is claimed only when the index, asked without a filter, agrees."""
        listing = await self._list(case, good_only=False)
        if isinstance(listing, Excluded):
            return self._excluded(case, listing)
        if not listing.captures and case.unshown:
            raise NoAnswerError("it names a capture, but does not show it where copies are looked for")
        if not listing.captures:
            case.note(f"{self._service}, asked at {case.now:%Y-%m-%d %H:%M} UTC, holds no copy; {MAY_LOOK_ABSENT}")
            return Conclusion(ArchiveOutcome.NONE_FOUND, tuple(case.evidence))
        reading, listing = await self._good_one(case, listing, None)
        if reading is not None:
            return await self._good(case, reading, listing)
        if case.bad is not None and not case.unshown:
            return self._conclude(case, ArchiveOutcome.ARCHIVED_BAD, case.bad)
        if any(capture.may_be_good for capture in listing.captures):
            shown = "not all" if case.bad else "none"
            raise NoAnswerError(f"its index lists captures, but it shows {shown} of them")
        statuses = sorted({str(capture.status_code) for capture in listing.captures})
        listed = f"{len(listing.captures)} capture{'s' * (len(listing.captures) != 1)}"
        case.note(f"the index lists {listed}, none of a page (HTTP {', '.join(statuses)})")
        return self._bad(case, listing.captures[0])

    async def _other_captures(self, case: Case, bad: Reading) -> Conclusion:
        """The nearest capture is bad: let the index name others, without those that cannot be good."""
        listing = await self._list(case, good_only=True)
        if isinstance(listing, Excluded):
            return self._excluded(case, listing)
        reading, listing = await self._good_one(case, listing, bad)
        if reading is not None:
            return await self._good(case, reading, listing)
        if not listing.captures:
            case.note("the index lists no capture of a page")
        return self._conclude(case, ArchiveOutcome.ARCHIVED_BAD, bad)

    async def _younger(self, case: Case, older: Reading) -> Conclusion:
        """The nearest capture is good, but `older` than the page: one from after that was published goes before it."""
        listing = await self._list_if_answered(case)
        reading = None
        if listing is not None:
            reading, listing = await self._good_one(case, listing, older)
        if reading is None:
            case.note(f"no good copy is known from after the page was published ({case.published})")
        return await self._good(case, reading or older, listing)

    async def _good_one(self, case: Case, listing: Listing, first: Reading | None) -> tuple[Reading | None, Listing]:
        """The nearest good capture of those listed, or of all where these are but the nearest and none of them is.

        `first` was read before: it is bad, or older than the page.
        """
        tried = _Tried(self._budget.captures)
        if first is not None:
            tried.seen.add(first.memento.timestamp)
        reading = await self._first_good(case, listing.captures, first, tried)
        if reading is None and listing.more and tried.left:
            further = await self._list(case, good_only=True, most=MOST_ROWS)
            if isinstance(further, Listing):
                listing = further
                reading = await self._first_good(case, listing.captures, first, tried)
        if case.useless:
            _remember(self._useless, canonical(case.url), case.useless)
        return reading, listing

    async def _first_good(
        self, case: Case, captures: Sequence[Capture], first: Reading | None, tried: _Tried
    ) -> Reading | None:
        """Read the captures that may be good beside the `first`, until one is: the nearest first, each content once."""
        case.useless |= digests_of(first, captures)
        for capture in to_read(case, captures, first):
            if capture.timestamp in tried.seen or (capture.digest and capture.digest in case.useless):
                continue
            if tried.left == 0:
                case.note(f"only the {self._budget.captures} nearest captures of different content were read")
                break
            tried.left -= 1
            found = of_the_page(case, await self._read(case, capture.timestamp))
            if not isinstance(found, Reading):
                tried.seen.add(capture.timestamp)
                case.note(f"the capture of {capture.timestamp} is listed, but not shown")
                case.unshown = True
                continue
            if found.why_bad is None:
                return found
            case.note(f"the capture of {when(found)} is no use: {found.why_bad}")
            case.bad = case.bad or found
            tried.seen |= {capture.timestamp, found.memento.timestamp}
            if is_as_listed(capture, found):
                case.useless.add(capture.digest)
        return None

    async def _nearer(self, case: Case, found: Reading) -> Reading:
        """The archive counts seconds, a citation days: take a neighbour that is nearer so, or as near and earlier."""
        here = found.memento.timestamp
        if case.days(here) == 0:
            return found
        try:
            named = await self._neighbours(case, found)
            fitting = [one for one in named if case.has_come(one) and not case.precedes_page(one)]
            there = nearest(case.cited, (here, *fitting)) or here
            if there == here:
                return found
            other = await self._read(case, there)
        except NoAnswerError:
            return found
        return other if isinstance(other, Reading) and other.why_bad is None else found

    async def _nearer_listed(self, case: Case, far: Reading, listing: Listing) -> Reading:
        """A good capture that is listed nearer than one to which an archived redirect has led, or else that one."""
        days = abs(case.days(far.memento.timestamp))
        nearer = [one for one in listing.captures if abs(case.days(one.timestamp)) < days]
        try:
            return await self._first_good(case, nearer, None, _Tried(_MOST_OTHERS)) or far
        except NoAnswerError:
            return far

    async def _neighbours(self, case: Case, found: Reading) -> tuple[str, ...]:
        """The times of the captures around the one found, which playback names with it."""
        return found.memento.neighbours

    async def _good(self, case: Case, reading: Reading, listing: Listing | None = None) -> Conclusion:
        far = abs(case.days(reading.memento.timestamp)) > NEAR
        if listing is None and far:
            listing = await self._list_if_answered(case)
            reading = await self._nearer_listed(case, reading, listing) if listing else reading
            far = abs(case.days(reading.memento.timestamp)) > NEAR
        stable = self._stable(case, listing)
        spans = stable and listing is not None and is_around(case, reading.memento.timestamp, listing)
        outcome = ArchiveOutcome.ARCHIVED_FAR if far and not spans else ArchiveOutcome.ARCHIVED
        return self._conclude(case, outcome, reading, stable)

    async def stability(self, case: Case) -> bool | None:
        """Whether the page stayed the same around the date, by the index's digests; None where it cannot tell."""
        case.useless = self._useless.get(canonical(case.url), case.useless)
        return self._stable(case, await self._list_if_answered(case))

    @staticmethod
    def _stable(case: Case, listing: Listing | None) -> bool | None:
        stable = stable_around(case.cited, pages(case, listing)) if listing else None
        if stable is not None:
            same = "hold the same bytes" if stable else "differ"
            case.note(f"the captures just before and just after the citation's date {same}")
        return stable

    async def _list_if_answered(self, case: Case) -> Listing | None:
        """What the index says, where a copy has been found already and it only adds to it."""
        try:
            listing = await self._list(case, good_only=True)
        except NoAnswerError as silent:
            case.note(f"whether the page changed around the date is not known: {silent}")
            return None
        return None if isinstance(listing, Excluded) else listing

    async def _list(self, case: Case, *, good_only: bool, most: int = NEAREST) -> Listing | Excluded:
        """The captures around the date, which are noted to be shown; what named them all answers for every date.

        So does silence: an index that gave no answer for one date, tried several times, is not asked for another.
        """
        key = (canonical(case.url), good_only)
        known = self._whole.get(key)
        if known is None and key in self._silent:
            raise NoAnswerError(self._silent[key])
        try:
            listing = known or await self._ask_index(case, good_only=good_only, most=most)
        except NoAnswerError as silent:
            _remember(self._silent, key, str(silent))
            raise
        if isinstance(listing, Excluded):
            return listing
        listing = Listing(tuple(one for one in listing.captures if case.has_come(one.timestamp)), listing.more)
        if known is None and not listing.more and len(listing.captures) <= _FEW:
            _remember(self._whole, key, listing)
        nearest_first = sorted(listing.captures, key=lambda one: nearness(case.cited, one.timestamp))
        case.listed += nearest_first
        return Listing(tuple(nearest_first), listing.more)

    async def _ask_index(self, case: Case, *, good_only: bool, most: int) -> Listing | Excluded:
        return await ask_index(self._archive, self._line, case, good_only=good_only, most=most)

    def _excluded(self, case: Case, excluded: Excluded) -> Conclusion:
        case.note(f"{self._service} does not show this page: it is excluded {excluded.why}")
        return Conclusion(ArchiveOutcome.EXCLUDED, tuple(case.evidence))

    def _bad(self, case: Case, capture: Capture) -> Conclusion:
        address = self._archive.copy(capture.timestamp, capture.original)
        snapshot = Snapshot(capture.timestamp, address, capture.status_code, case.days(capture.timestamp))
        return Conclusion(ArchiveOutcome.ARCHIVED_BAD, tuple(case.evidence), snapshot)

    def _conclude(
        self, case: Case, outcome: ArchiveOutcome, reading: Reading, stable: bool | None = None
    ) -> Conclusion:
        memento = reading.memento
        days = case.days(memento.timestamp)
        address = self._archive.copy(memento.timestamp, memento.url)
        snapshot = Snapshot(memento.timestamp, address, memento.response.status_code, days)
        if reading.why_bad is None:
            case.note(f"a copy of {when(reading)} UTC is kept, {distance(days, dated=case.dated)}")
        evidence = tuple(case.evidence)
        return Conclusion(outcome, evidence, snapshot, stable, reading.title, reading.page, self._service)


def _remember(memory: OrderedDict[_Key, _Kept], key: _Key, kept: _Kept) -> None:
    memory[key] = kept
    if len(memory) > _REMEMBERED:
        memory.popitem(last=False)
