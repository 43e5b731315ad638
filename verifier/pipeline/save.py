"""Which pages are to be captured: what is live and has no good copy, by what was found out about it. Pure.

In: a report. Out: the pages to ask for, and those that are not sent, each with its reason. `save_jobs.py` then asks.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.documents import Source, SourceKind
from verifier.model.addresses import is_web
from verifier.model.citation import INTACT, Citation, Description, Extract, Kind
from verifier.model.document import Document, Part, Position, line_anchors
from verifier.model.evidence import GOOD, WITH_COPY, ArchiveOutcome, LiveOutcome
from verifier.model.report import Finding, Report
from verifier.model.saving import SaveOutcome
from verifier.pipeline.plan import Planned
from verifier.pipeline.questions import key_of
from verifier.pipeline.secrecy import kept_from_archives

_NAMED_HERE = "command line"
"""What the addresses given on the command line are called in the report, as a source."""

_UNTIL_THEN = "1d"
"""Where no copy is known at all, a capture that somebody has made within this time will do."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One page to capture, and where it is cited. `unless_within`: a capture as young as that does as well."""

    url: str
    places: tuple[str, ...]
    unless_within: str | None = None


@dataclass(frozen=True, slots=True)
class Unasked:
    """One page that the service is not asked for, and why. `outcome` is postponed where that may pass."""

    url: str
    places: tuple[str, ...]
    why: str
    outcome: SaveOutcome = SaveOutcome.UNSENT


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for and what is not. `copied` pages have a good copy, `not_live` ones could not be captured."""

    wanted: tuple[Wanted, ...] = ()
    unasked: tuple[Unasked, ...] = ()
    copied: int = 0
    not_live: int = 0


def addresses(urls: Sequence[str]) -> Planned:
    """The addresses of the command line, each as it was given, as if a letter cited them."""
    urls = tuple(dict.fromkeys(urls))
    text = "".join(f"{url}\n" for url in urls)
    citations = []
    start = 0
    for line, url in enumerate(urls, start=1):
        end = start + len(url)
        citations.append(
            Citation(
                id=hashlib.sha256(f"{_NAMED_HERE}\0{url}".encode("utf-8", "surrogatepass")).hexdigest()[:16],
                part=Part.BODY, note=None, note_index=None, kind=Kind.URL, as_written=url, value=url, url=url,
                position=Position(line, 1), start=start, end=end, description=Description(), repair=INTACT,
            )
        )  # fmt: skip
        start = end + 1
    document = Document(_NAMED_HERE, "text/plain", text, line_anchors(text))
    return Planned(Source(_NAMED_HERE, SourceKind.STDIN), document, Extract(citations=tuple(citations)))


def choose(report: Report, *, again: bool = False) -> Choice:
    """What to have captured of all that was looked up; with `again` also what has a good copy already."""
    wanted: dict[str, Wanted] = {}
    unasked: dict[str, Unasked] = {}
    copied, not_live = set(), set()
    for place, finding in _findings(report):
        url = _page(finding)
        if url is None:
            continue
        key = key_of(url)
        why = kept_from_archives(url)
        if why is not None:
            known = unasked.get(key)
            unasked[key] = Unasked(key, (*(known.places if known else ()), place), f"no archive is told of it: {why}")
        elif finding.live is None or finding.live.outcome not in GOOD:
            not_live.add(key)
        elif (reason := _no_answer(finding)) is not None:
            unasked[key] = Unasked(key, (place,), *reason)
        elif _has_copy(finding) and not again:
            copied.add(key)
        else:
            known_place = wanted[key].places if key in wanted else ()
            absent = finding.archive is not None and finding.archive.outcome is ArchiveOutcome.NONE_FOUND
            within = None if again or not absent else _UNTIL_THEN
            wanted[key] = Wanted(key, tuple(dict.fromkeys((*known_place, place))), within)
    return Choice(tuple(wanted.values()), tuple(unasked.values()), len(copied), len(not_live - wanted.keys()))


def _findings(report: Report) -> Iterator[tuple[str, Finding]]:
    """Each finding that counts, with where it stands; text around a letter and what is ignored do not."""
    several = len(report.documents) > 1
    for document in report.documents:
        for one in document.findings:
            ignored = one.review is not None and one.review.decision == "ignore"
            if one.citation.part is Part.SURROUNDINGS or ignored:
                continue
            note = (
                f"note {one.citation.note}"
                if one.citation.note
                else f"{one.citation.position.unit} {one.citation.position.line}"
            )
            yield f"{document.source}, {note}" if several else note, one


def _page(finding: Finding) -> str | None:
    """The page that a reader should find in the archive: where one has moved for good, its new place."""
    if finding.live is not None and finding.live.outcome is LiveOutcome.MOVED and finding.live.final_url:
        return finding.live.final_url
    url = finding.citation.url
    return url if url and is_web(url) else None


def _no_answer(finding: Finding) -> tuple[str, SaveOutcome] | None:
    """Why it is not known whether a copy is kept, or why none can be; None where it is known."""
    archive = finding.archive
    said = archive.evidence[-1] if archive and archive.evidence else ""
    if archive is None or archive.outcome is ArchiveOutcome.UNKNOWN:
        why = f"whether a copy is kept is not known: {said}" if said else "whether a copy is kept was not asked"
        return why, SaveOutcome.POSTPONED
    if archive.outcome is ArchiveOutcome.EXCLUDED:
        return said or "the archive does not show this page", SaveOutcome.UNSENT
    return None


def _has_copy(finding: Finding) -> bool:
    return finding.archive is not None and finding.archive.outcome in WITH_COPY
