"""What has to be asked, from what was found: which URLs, for which date, to look for which words. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urldefrag, urlsplit

from verifier.model.addresses import is_web
from verifier.model.citation import Candidate, Citation, Description, RepairStatus
from verifier.model.dates import PartialDate
from verifier.model.errors import UsageError
from verifier.pipeline.desk import Options
from verifier.pipeline.plan import Planned

MAX_READINGS = 3
"""How many of the readings that the text gives a link are tried: each is a request to somebody."""
_PLAIN_HOST = re.compile(r"https?://([a-z0-9.-]+)(?::[0-9]+)?(?![^/?#])")
"""A host that can be taken as it stands, as most can; to split a URL takes several times as long."""


@dataclass(frozen=True, slots=True)
class Question:
    """One URL to look at for one citation: the date it was cited, and the words to look for."""

    url: str
    cited: PartialDate | None
    description: Description

    @property
    def key(self) -> str:
        """The URL as it is sent: fragments stay with the reader."""
        return key_of(self.url)

    @property
    def day(self) -> str:
        """The date as the history keeps it; empty means today."""
        return str(self.cited or "")


def key_of(url: str) -> str:
    """The URL without its fragment: what is asked for, once."""
    return urldefrag(url).url if "#" in url else url


def cited_on(citation: Citation, planned: Planned, options: Options) -> PartialDate | None:
    """What the author last saw: the access date, else the letter's date, else (None) today."""
    letter = options.letter_date or (planned.document.date if planned.document else None)
    return citation.description.accessed or letter


def refuse_unknown_notes(planned: Sequence[Planned], options: Options) -> None:
    """Raise UsageError when a note that alone is to be checked is in no letter: checking nothing is no success."""
    if not options.notes or any(one.error for one in planned):
        return
    labels = dict.fromkeys(note.label for one in planned for note in one.found.notes)
    for label in options.notes:
        if label not in labels:
            known = ", ".join(labels)
            there = f"The notes found are {known}." if known else "No note was found at all."
            raise UsageError(
                f"--note {label}: there is no such note", there if len(there) < 300 else there[:300] + " …"
            )


def left_out(citation: Citation, options: Options) -> str | None:
    """Why nobody is to be asked about a citation, in words; None when somebody is."""
    return unwanted(citation, options) or ("the run was offline" if options.offline else None)


def unwanted(citation: Citation, options: Options) -> str | None:
    """Why the user wants a citation left alone, in words; None when it is to be checked."""
    if options.notes and citation.note not in options.notes:
        return f"only note {', '.join(options.notes)} was to be checked"
    url = citation.url or ""
    if (pattern := excluded_by(url, options)) is not None:
        return f"excluded by --exclude {pattern}"
    if options.include and not any(re.search(pattern, url) for pattern in options.include):
        return "not among what --include asks for"
    return None


def excluded_by(url: str, options: Options) -> str | None:
    """The pattern by which the user wants a URL left alone, whichever reading of a link it is."""
    return next((pattern for pattern in options.exclude if re.search(pattern, url)), None)


def first_readings(planned: Sequence[Planned], options: Options) -> Iterator[Question]:
    """The chosen reading of every citation, and all readings where the text leaves it open."""
    for one, citation in _to_check(planned, options):
        urls = [citation.url] if citation.url else []
        if citation.repair.status is RepairStatus.AMBIGUOUS:
            urls += [candidate.url for candidate in citation.repair.candidates[:MAX_READINGS]]
        for url in dict.fromkeys(urls):
            if is_web(url) and excluded_by(url, options) is None:
                yield Question(url, cited_on(citation, one, options), citation.description)


def other_readings(
    planned: Sequence[Planned], options: Options, further: Callable[[Citation], Sequence[Candidate]]
) -> Iterator[Question]:
    """The `further` readings of every citation that the first look leaves in doubt."""
    for one, citation in _to_check(planned, options):
        for candidate in further(citation):
            wanted = is_web(candidate.url) and excluded_by(candidate.url, options) is None
            if wanted and candidate.url != citation.url:
                yield Question(candidate.url, cited_on(citation, one, options), citation.description)


def _to_check(planned: Sequence[Planned], options: Options) -> Iterator[tuple[Planned, Citation]]:
    for one in planned:
        for citation in one.found.citations:
            if left_out(citation, options) is None:
                yield one, citation


def host_of(url: str) -> str:
    """The host of a URL, empty when it has none that can be read."""
    plain = _PLAIN_HOST.match(url)
    if plain is not None:
        return plain[1]
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
