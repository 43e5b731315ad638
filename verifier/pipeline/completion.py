"""Completing a cut link from real URLs, when every reading of it fails (`verdicts.md`, Repair by evidence). Pure.

In: what was cited and what was seen. Out: which links are worth asking an archive's index for, by the part before their
first break; and, of the URLs that the index lists, the one that the letter can have meant, as a further candidate with
its reasons. It is then looked up as any other reading is: the index alone decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from verifier.model.addresses import is_web
from verifier.model.citation import Candidate, Citation, Edit, EditKind, Kind, RepairStatus
from verifier.model.dates import PartialDate
from verifier.model.evidence import DEAD, ArchiveOutcome
from verifier.pipeline.desk import Options
from verifier.pipeline.gathered import Gathered
from verifier.pipeline.plan import Planned
from verifier.pipeline.questions import MAX_READINGS, cited_on, key_of, left_out

_LEAST_PATH = 12
"""Characters of path before the break: less would list half a site."""
_FAILED = frozenset({ArchiveOutcome.NONE_FOUND, ArchiveOutcome.ARCHIVED_BAD})
_BREAK = re.compile(r"[\s\u00ad\u200b]")
_NOT_TELLING = re.compile(r"[\W_]+")
_SCORE = 0.5
"""An index names addresses, not which of them was meant: what is seen there has to tell."""


@dataclass(frozen=True, slots=True)
class CutLink:
    """A link of which every reading failed; `stump` is what stands before its first break."""

    citation: Citation
    cited: PartialDate | None
    stump: str


def cut_links(planned: Sequence[Planned], gathered: Gathered, options: Options) -> Iterator[CutLink]:
    """The broken links of which no reading leads anywhere, live or archived; never an intact one."""
    for one in planned:
        for citation in one.found.citations:
            broken = citation.repair.status in {RepairStatus.MENDED, RepairStatus.AMBIGUOUS}
            if citation.kind is not Kind.URL or not broken or left_out(citation, options) is not None:
                continue
            stump = _BREAK.split(citation.as_written, maxsplit=1)[0]
            cited = cited_on(citation, one, options)
            if stump != citation.as_written and _is_telling(stump) and _all_fail(citation, cited, gathered):
                yield CutLink(citation, cited, stump)


def completed(cut: CutLink, listed: Iterable[str], service: str) -> Candidate | None:
    """The one listed URL that fits what the letter shows after the break; None when none or several do."""
    tried = {key_of(candidate.url).rstrip("/") for candidate in cut.citation.repair.candidates}
    rest = _telling(cut.citation.as_written[len(cut.stump) :])
    fitting: dict[str, str] = {}
    for url in listed:
        real = _as_begun(cut.stump, key_of(url))
        if real is None or real.rstrip("/") in tried or not _fits(rest, real[len(cut.stump) :]):
            continue
        fitting.setdefault(_telling(real), real)
    if len(fitting) != 1:
        return None
    (url,) = fitting.values()
    written = cut.citation.as_written[len(cut.stump) :]
    edit = Edit(EditKind.JOIN, len(cut.stump), written, url[len(cut.stump) :])
    why = (
        "no reading of the text leads anywhere",
        f"the index of {service} lists this as the one address that begins as the link does and goes on as it does",
    )
    end = max((candidate.end for candidate in cut.citation.repair.candidates), default=0)
    return Candidate(url, end, _SCORE, (edit,), why)


def _is_telling(stump: str) -> bool:
    try:
        return is_web(stump) and len(urlsplit(stump).path) >= _LEAST_PATH
    except ValueError:
        return False


def _all_fail(citation: Citation, cited: PartialDate | None, gathered: Gathered) -> bool:
    urls = [citation.url, *(candidate.url for candidate in citation.repair.candidates[:MAX_READINGS])]
    keys = {key_of(url) for url in urls if url and is_web(url)}
    return bool(keys) and all(_fails(key, str(cited or ""), gathered) for key in keys)


def _fails(key: str, day: str, gathered: Gathered) -> bool:
    """Whether one reading is known to lead nowhere. Without an answer from an archive nothing is known."""
    live = gathered.live.get(key)
    copies = gathered.archives.get((key, day))
    if not copies or any(copy.outcome not in _FAILED for copy in copies):
        return False
    return live is None or live.outcome in DEAD


def _as_begun(stump: str, url: str) -> str | None:
    """The listed URL written as the stump begins: an index does not tell scheme, www and case apart."""
    begun = _bare(stump)
    bare = _bare(url)
    return stump + bare[len(begun) :] if bare.lower().startswith(begun.lower()) else None


def _bare(url: str) -> str:
    return re.sub(r"(?i)^https?://(?:www\d?\.)?", "", url).replace(":80/", "/", 1).replace(":443/", "/", 1)


def _fits(written: str, real: str) -> bool:
    """Whether the real rest goes on as the letter does: all that it shows, or what it shows up to further words."""
    goes_on = _telling(real)
    if not written or not goes_on:
        return False
    if goes_on.startswith(written) or written.startswith(goes_on):
        return True
    from rapidfuzz.distance import OSA

    shorter = min(len(written), len(goes_on))
    return shorter >= 8 and OSA.normalized_similarity(written, goes_on) >= 0.85


def _telling(text: str) -> str:
    """Letters and digits alone: hyphens and white space are what breaks get wrong."""
    return _NOT_TELLING.sub("", unquote(text)).lower()
