"""Plan: sources -> what they cite, with mended links. Synchronous, no network but for sources given as URLs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from verifier import citations, documents, repair
from verifier.documents import Source
from verifier.model.citation import Extract
from verifier.model.document import Document
from verifier.model.errors import SourceError
from verifier.web.exchange import REDIRECTS, Failure, Fetcher, Request, Response

if TYPE_CHECKING:
    from verifier.model.report import SourceFailure

_MAX_SOURCE = 30_000_000
"""Bytes read of a source given as a URL."""
_MAX_HOPS = 10
_NOTHING = Extract()
_AHEAD = 2
"""Sources begun to be read while another is waited for and looked through."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One source, read and understood, or the reason why it could not be."""

    source: Source
    document: Document | None = None
    found: Extract = _NOTHING
    error: SourceFailure | None = None
    data: bytes | None = field(default=None, repr=False)
    """The source's bytes, kept only for those who write it again."""
    base_url: str | None = None
    """Where a source given as a URL came from in the end."""


def plan(
    sources: Sequence[Source], fetched: Mapping[str, Response | SourceError] | None = None, *, keep: bool = False
) -> list[Planned]:
    """Read every source and find what it cites; a source that fails is told, and the rest goes on.

    `keep` keeps the bytes of each, to write them again.
    """
    if len(sources) > 1:  # a single one is read at once
        _begin(sources[:_AHEAD])
    return [
        _plan_one(source, (fetched or {}).get(source.name), keep=keep, then=sources[at + _AHEAD : at + _AHEAD + 1])
        for at, source in enumerate(sources)
    ]


def _begin(sources: Sequence[Source]) -> None:
    for source in sources:
        documents.read_ahead(source)


def _plan_one(source: Source, fetched: Response | SourceError | None, *, keep: bool, then: Sequence[Source]) -> Planned:
    """Plan one source; `then` is begun before it is waited for."""
    _begin(then)
    try:
        data = _bytes_of(source, fetched)
        document = _with_beside(_read(source, fetched, data), source)
    except SourceError as error:
        from verifier.model.report import SourceFailure

        return Planned(source, error=SourceFailure(error.message, error.hint))
    try:
        found = citations.find(document)
        proposals = repair.propose(document, found.references)
        extract = citations.assemble(document, found, proposals)
    except Exception as error:  # noqa: BLE001 - as in `documents.read`: one hostile letter must not end the run for all
        from verifier.model.report import SourceFailure
        from verifier.pipeline.defects import place_of

        words = f"{source.name} could not be searched for citations: {place_of(error)}"
        return Planned(source, error=SourceFailure(words, "This is a fault of the program; please report it."))
    return Planned(
        source,
        document,
        extract,
        data=data if keep else None,
        base_url=fetched.url if isinstance(fetched, Response) else None,
    )


def _with_beside(document: Document, source: Source) -> Document:
    """The document; the first of a folder tells which texts of the folder were not read."""
    left_out = {"of formats that are not read": source.beside, "reports of this program": source.reports}
    remarks = (
        f"Left out of the folder, being {why}: {documents.some(names)}" for why, names in left_out.items() if names
    )
    return replace(document, remarks=(*document.remarks, *remarks))


def _bytes_of(source: Source, fetched: Response | SourceError | None) -> bytes:
    if isinstance(fetched, SourceError):
        raise fetched
    return documents.load(source) if fetched is None else fetched.body


def _read(source: Source, fetched: Response | SourceError | None, data: bytes) -> Document:
    if not isinstance(fetched, Response):
        return documents.read(data, source.name)
    return documents.read(data, source.name, fetched.headers.get("content-type"), base_url=fetched.url)


async def fetch_sources(sources: Sequence[Source], fetcher: Fetcher) -> dict[str, Response | SourceError]:
    """Fetch the sources that are URLs, redirects followed; a failure is kept as the SourceError to report."""
    return {source.name: await _fetch(source.name, fetcher) for source in sources if source.kind == "url"}


async def _fetch(url: str, fetcher: Fetcher) -> Response | SourceError:
    from urllib.parse import urljoin

    at = url
    for _ in range(_MAX_HOPS):
        answer = await fetcher.fetch(Request(at, max_body=_MAX_SOURCE))
        if isinstance(answer, Failure):
            return SourceError(f"{url}: {answer.message}", "Check the address, or save the page and give the file.")
        location = answer.headers.get("location")
        if answer.status_code in REDIRECTS and location:
            try:
                at = urljoin(at, location)
            except ValueError:  # an unclosed bracket where the host should be
                hint = "Open it in a browser, save the page and give the file."
                return SourceError(f"{url}: it leads to {location[:200]!r}, which is no address", hint)
            continue
        if answer.status_code != 200:
            hint = "Open it in a browser, save the page and give the file."
            return SourceError(f"{url}: the server answered {answer.status_code}", hint)
        if not answer.complete:
            return SourceError(
                f"{url}: larger than {_MAX_SOURCE // 1_000_000} MB", "Save it and give the part you need."
            )
        return answer
    return SourceError(f"{url}: more than {_MAX_HOPS} redirects", "Open it in a browser and give the final address.")
