"""Asks any web archive that speaks Memento (RFC 7089) for a good copy: TimeGate for the nearest, TimeMap for the rest.

In and out as for the Wayback Machine (`wayback.py`), whose rules for choosing, pacing and giving up hold here too. What
is added is only how such an archive is asked: `{base}/{url}` with `Accept-Datetime` is its TimeGate,
`{base}/timemap/link/{url}` its TimeMap, `{base}/{time}id_/{url}` a capture as it was received: the addresses of pywb,
and of the archives that run it or follow the Wayback Machine's example.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import unquote, urlsplit

from verifier.checks.archive.ask import INDEX, PLAYBACK, ArchiveLine, Errand, NoAnswerError
from verifier.checks.archive.case import Case, Conclusion
from verifier.checks.archive.cdx import Capture, Listing
from verifier.checks.archive.look import Found, Reading
from verifier.checks.archive.playback import (
    Excluded,
    NeverArchived,
    linked_maps,
    linked_mementos,
    memento_time,
    read_exclusion,
    within,
)
from verifier.checks.archive.search import Search
from verifier.checks.archive.urls import ARCHIVE_TODAY_HOSTS, WAYBACK_HOSTS, ArchivedUrl, askable, split_memento
from verifier.checks.archive.wayback import Wayback
from verifier.checks.archives import WAYBACK, Archive
from verifier.model.errors import UsageError
from verifier.web.exchange import Fetcher, Request, Response
from verifier.web.limits import Rate, ServiceLimits

KNOWN = {
    "wayback": f"https://{WAYBACK}",
    "arquivo": "https://arquivo.pt/wayback",
    "ukwa": "https://www.webarchive.org.uk/wayback/archive",
    "tna": "https://webarchive.nationalarchives.gov.uk",
    "loc": "https://webarchive.loc.gov/all",
    "vefsafn": "https://wayback.vefsafn.is/wayback",
    "archive-it": "https://wayback.archive-it.org/all",
}
"""Archives by the names that `--archive` knows; `wayback` is asked unless the user says otherwise."""

RATES = {PLAYBACK: Rate(1.0, in_flight=2), INDEX: Rate(0.5, in_flight=1)}
"""Per second. Smaller archives publish no limits: they are asked no faster than a person clicks."""

_MOST_MAP = 1_000_000
_MOST_PAGES = 5  # of a TimeMap


def archive_address(name: str) -> str:
    """The address for a name or URL given with `--archive`; raises UsageError with the reason for what is refused."""
    address = KNOWN.get(name.strip().lower(), name.strip()).rstrip("/")
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        host = ""
    if not host or parts.scheme not in ("http", "https"):
        raise UsageError(f"--archive {name}: not known", f"Give {', '.join(KNOWN)}, or an archive's http(s) address.")
    if host in ARCHIVE_TODAY_HOSTS:
        why = "archive.today has altered captures, so that its copies are no evidence"
        raise UsageError(f"--archive {name}: {why}", "Choose another archive.")
    return KNOWN["wayback"] if host in WAYBACK_HOSTS else address


class MementoArchive(Wayback):
    """One Memento archive, at the address before its times and inner URLs. Use one for a whole run."""

    def __init__(
        self,
        fetcher: Fetcher,
        limits: ServiceLimits,
        now: Callable[[], datetime],
        *,
        base: str,
    ) -> None:
        super().__init__(fetcher, limits, now, base=base)
        self._archive = Archive(self.service, base.rstrip("/"))
        self._search = MementoSearch(self._archive, self._line, self._budget)

    def _is_mine(self, archived: ArchivedUrl) -> bool:
        return archived.host == self.service

    async def _confirmed(self, case: Case, archived: ArchivedUrl) -> Conclusion | None:
        """A copy that is kept elsewhere is for that archive's own checker to confirm."""
        return await super()._confirmed(case, archived) if self._is_mine(archived) else None


class MementoSearch(Search):
    """The search, with TimeGate and TimeMap in place of the Wayback Machine's playback and index."""

    async def _first(self, case: Case) -> Found:
        """The capture that the TimeGate names for the citation's date."""
        from email.utils import format_datetime

        moment = datetime.strptime(case.time_to_ask, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        wanted = {"Accept-Datetime": format_datetime(moment, usegmt=True)}
        address = f"{self._archive.playback}/{askable(case.url)}"
        request = Request(address, wanted, max_body=20_000)
        response = await self._line.ask(PLAYBACK, request, case.errand)
        if (refused := _refused(response)) is not None:
            return refused
        if response.status_code == 404 and "Memento-Datetime" not in response.headers:
            return NeverArchived()
        timestamp = named_capture(response)
        if timestamp is None:
            raise NoAnswerError(f"it answered HTTP {response.status_code} without naming a capture")
        found = await self._read(case, timestamp)
        case.unshown = isinstance(found, NeverArchived)
        return found

    async def _ask_index(self, case: Case, *, good_only: bool, most: int) -> Listing | Excluded:
        """All captures by the TimeMap; it tells neither statuses nor digests."""
        return await read_map(self._archive, self._line, case.url, case.errand)

    async def _neighbours(self, case: Case, found: Reading) -> tuple[str, ...]:
        """The times of all captures: a TimeGate counts seconds, and names no others."""
        listing = await self._list(case, good_only=True)
        return () if isinstance(listing, Excluded) else tuple(capture.timestamp for capture in listing.captures)

    async def _list_if_answered(self, case: Case) -> Listing | None:
        """Without digests a TimeMap does not tell whether the page changed around the date."""
        return None


async def read_map(archive: Archive, line: ArchiveLine, url: str, errand: Errand) -> Listing | Excluded:
    """The captures in an archive's TimeMap of `url`; raises NoAnswerError where it says nothing of them."""
    waiting = [f"{archive.playback}/timemap/link/{askable(url)}"]
    asked: set[str] = set()
    times: dict[str, None] = {}
    while waiting and len(asked) < _MOST_PAGES:
        address = waiting.pop(0)
        asked.add(_bare(address))
        response = await line.ask(INDEX, Request(address, max_body=_MOST_MAP), errand)
        if (refused := _refused(response)) is not None:
            return refused
        if response.status_code == 404:
            continue
        if response.status_code != 200:
            raise NoAnswerError(f"its list of captures answered HTTP {response.status_code}")
        text = response.body.decode("utf-8", "replace")
        found = linked_mementos(text, most=_MOST_MAP)
        further = [other for other in linked_maps(text, most=_MOST_MAP) if within(archive.playback, other)]
        if not found and not further and b'rel="original"' not in response.body and text.strip():
            raise NoAnswerError("its list of captures cannot be read")
        times.update(dict.fromkeys(found))
        waiting += [other for other in dict.fromkeys(further) if _bare(other) not in asked and other not in waiting]
    return Listing(tuple(Capture(time, url) for time in times))


def _bare(address: str) -> str:
    """An address as TimeMaps name themselves by it: some say http of what they serve by https."""
    return unquote(address.partition("://")[2])


def named_capture(response: Response) -> str | None:
    """The time of the capture that a TimeGate's answer leads to, 14 digits: RFC 7089, patterns 1.1, 2.1 and 2.2."""
    own = memento_time(response.headers.get("Memento-Datetime"))
    if own is not None:
        return own
    for name in ("Location", "Content-Location"):
        address = response.headers.get(name)
        at = 8 if address.lower().startswith(("http://", "https://")) else 0
        while (at := address.find("/", at) + 1) > 0:
            place = split_memento(address[at - 1 :])
            if place is not None:
                return place[0]
    linked = linked_mementos(", ".join(response.headers.all("Link")))
    return linked[0] if len(linked) == 1 else None


def _refused(response: Response) -> Excluded | None:
    excluded = read_exclusion(response)
    if excluded is None and response.status_code in (403, 451) and "Memento-Datetime" not in response.headers:
        return Excluded(f"by the archive (HTTP {response.status_code})")
    return excluded
