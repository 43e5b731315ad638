"""Goes to one capture and says whether it holds a page: follows the archive's pointers and archived redirects.

In: a time and the URL that is wanted. Out: `Reading` (a capture, good or bad, and why), or that there is none, or that
it is excluded. Raises `NoAnswerError` when the archive gave nothing usable.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace

from verifier.checks.archive.ask import PLAYBACK, ArchiveLine, Errand, NoAnswerError
from verifier.checks.archive.capture import as_captured, is_named, judge_capture, name_of
from verifier.checks.archive.playback import (
    Elsewhere,
    Excluded,
    Memento,
    NeverArchived,
    Played,
    Unusable,
    path_in,
    read_playback,
    within,
)
from verifier.checks.archive.redirects import ANOTHER_PAGE, leads_away
from verifier.checks.archive.urls import askable, split_memento
from verifier.checks.archives import Archive
from verifier.checks.page.pdf_text import is_pdf, read_pdf
from verifier.model.evidence import Page
from verifier.web.exchange import Request

_MAX_HOPS = 8
_REMEMBERED = 512
_Place = tuple[str, ...]
"""The address of a capture, and those of the page that led to it, by which it is judged too."""
_BODY_FOR_SIGNS = 65_536
_BODY_FOR_PAGE = 1_000_000
_BODY_FOR_PDF = 3_000_000


@dataclass(frozen=True, slots=True)
class Reading:
    """One capture as it was found. `why_bad` is None for a good one, else says in plain words what is wrong.

    `named`: it bears the cited title, or one much like it.
    """

    memento: Memento
    why_bad: str | None = None
    title: str | None = None
    page: Page | None = None
    named: bool = False


Found = Reading | NeverArchived | Excluded


def _proved(found: Reading, away: Reading | None) -> Reading:
    """What was found behind redirects, one of which leads to another page by its address: only the title proves it."""
    return found if away is None or (found.named and found.why_bad is None) else away


def _bare(memento: Memento) -> Memento:
    """A capture without its body, to be remembered."""
    return replace(memento, response=replace(memento.response, body=b""))


class CaptureReader:
    """Reads captures of one archive."""

    def __init__(self, archive: Archive, line: ArchiveLine) -> None:
        self._archive = archive
        self._line = line
        self._judged: OrderedDict[_Place, Reading] = OrderedDict()
        self._told: OrderedDict[str, Memento | Elsewhere | NeverArchived] = OrderedDict()

    async def read(self, timestamp: str, url: str, errand: Errand, *, want_page: bool) -> Found:
        """The capture of `url` nearest to `timestamp`, after the redirects that lead to the same page.

        A page at another address is the same when it bears the cited title.
        """
        address = self._address(timestamp, url)
        visited: set[str] = set()
        chain = [url]
        redirected: Memento | None = None
        away: Reading | None = None
        while len(visited) < _MAX_HOPS:
            if address in visited:
                break
            visited.add(address)
            place = (address, *chain)
            if (known := self._known(place, want_page=want_page)) is not None:
                errand.answered = True
                return _proved(known, away)
            answer = await self._ask(address, errand, want_page=want_page)
            match answer:
                case Memento():
                    target = self._redirect_target(answer)
                    if target is None:
                        found = await self._read_page(answer, chain, errand.title, want_page=want_page)
                        return _proved(self._keep(place, found), away)
                    where = leads_away(url, target[1], errand.title)
                    if where is not None:
                        away = away or Reading(answer, f"it redirects {where} ({target[1]})")
                        if where != ANOTHER_PAGE or not errand.title:
                            return away
                    redirected = answer
                    chain.append(target[1])
                    address = self._address(*target)
                case Elsewhere():
                    address = self._plain(answer.url)
                case NeverArchived() if redirected is not None:
                    return away or Reading(
                        redirected, f"it redirects to a page that was not archived ({redirected.location})"
                    )
                case NeverArchived() | Excluded():
                    return away or answer
                case _:
                    raise NoAnswerError(answer.why)
        if redirected is not None:
            return away or Reading(redirected, "its redirects lead in a circle")
        raise NoAnswerError("its own redirects lead in a circle")

    async def _ask(self, address: str, errand: Errand, *, want_page: bool) -> Played:
        """What the archive says at an address; what points elsewhere, or holds nothing, is asked for only once."""
        if (told := self._told.get(address)) is not None:
            errand.answered = True
            return told
        body = _BODY_FOR_PAGE if want_page else _BODY_FOR_SIGNS
        other = _BODY_FOR_PDF if want_page else _BODY_FOR_SIGNS
        response = await self._line.ask(PLAYBACK, Request(address, max_body=body, max_other=other), errand)
        answer = read_playback(self._archive.playback, response)
        if isinstance(answer, Memento) and self._redirect_target(answer) is None:
            return answer
        if not isinstance(answer, Excluded | Unusable):
            self._told[address] = _bare(answer) if isinstance(answer, Memento) else answer
            if len(self._told) > _REMEMBERED:
                self._told.popitem(last=False)
        return answer

    def _known(self, place: _Place, *, want_page: bool) -> Reading | None:
        """What was found at a place before, where that is enough: of a dead link the copies are asked for twice."""
        known = self._judged.get(place)
        return None if known is not None and want_page and known.why_bad is None else known

    def _keep(self, place: _Place, found: Reading) -> Reading:
        """`found`, of which all but its words is remembered."""
        self._judged[place] = replace(found, memento=_bare(found.memento), page=None)
        if len(self._judged) > _REMEMBERED:
            self._judged.popitem(last=False)
        return found

    def _redirect_target(self, memento: Memento) -> tuple[str, str] | None:
        """The time and URL that an archived redirect leads to."""
        if not 300 <= memento.response.status_code < 400 or memento.location is None:
            return None
        if within(self._archive.playback, memento.location):
            return split_memento(path_in(self._archive.playback, memento.location))
        return memento.timestamp, memento.location

    def _plain(self, address: str) -> str:
        """The same capture without the archive's banner and rewriting, whatever form of address it pointed to."""
        place = split_memento(path_in(self._archive.playback, address))
        return self._address(*place) if place else address

    @staticmethod
    async def _read_page(memento: Memento, chain: list[str], cited: str, *, want_page: bool) -> Reading:
        judged = judge_capture(memento.response, chain, want_page=want_page, cited=cited)
        if not want_page or judged.why_bad is not None or judged.page is not None:
            return Reading(memento, judged.why_bad, judged.title, judged.page, judged.named)
        captured = as_captured(memento.response)
        page = await read_pdf(captured.body) if captured.complete and is_pdf(captured) else None
        if page is None:
            return Reading(memento, None, judged.title, named=judged.named)
        return Reading(memento, None, name_of(page, cited), page, is_named(page, cited))

    def _address(self, timestamp: str, url: str) -> str:
        return self._archive.raw(timestamp, askable(url))
