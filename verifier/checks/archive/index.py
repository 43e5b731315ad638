"""Asks the index of an archive (CDX): for the captures of a page, or the addresses that begin alike.

In: the archive, the way to it, and what is wanted. Out: what the index lists, or that the page is excluded. Raises
`NoAnswerError` for whatever is not the answer of an index; an error page is no list without captures.
"""

from __future__ import annotations

from verifier.checks.archive.ask import INDEX, SHORT, ArchiveLine, Errand, NoAnswerError
from verifier.checks.archive.case import Case
from verifier.checks.archive.cdx import Listing, prefix_url, query_url, read_listing
from verifier.checks.archive.playback import Excluded, read_exclusion
from verifier.checks.archives import Archive
from verifier.web.exchange import Request

_BODY_OF_A_ROW = 6_554  # bytes, of an address as long as they come


async def ask_index(
    archive: Archive, line: ArchiveLine, case: Case, *, good_only: bool, most: int
) -> Listing | Excluded:
    """The captures nearest to the citation's date, `most` of them at most."""
    address = query_url(archive.index, case.url, case.time_to_ask, good_only=good_only, most=most)
    response = await line.ask(INDEX, Request(address, max_body=_BODY_OF_A_ROW * most), case.errand)
    excluded = read_exclusion(response)
    if excluded is not None:
        return excluded
    if response.status_code != 200:
        raise NoAnswerError(f"its index answered HTTP {response.status_code}")
    listing = read_listing(response.body, most) if response.complete else None
    if listing is None:
        raise NoAnswerError("its index answered something that is not an index")
    return listing


async def beginning_with(archive: Archive, line: ArchiveLine, stump: str, errand: Errand) -> tuple[str, ...]:
    """The archived addresses that begin with `stump`; none where the archive has no index to ask."""
    if not archive.index:
        return ()
    request = Request(prefix_url(archive.index, stump), max_body=SHORT)
    response = await line.ask(INDEX, request, errand)
    listing = read_listing(response.body) if response.status_code == 200 and response.complete else None
    return tuple(dict.fromkeys(capture.original for capture in listing.captures)) if listing else ()
