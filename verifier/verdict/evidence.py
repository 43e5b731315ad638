"""What `judge` is given: for each reading of a link that was tried, what was seen there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from verifier.model.evidence import TITLE_MATCH, ArchiveResult, ContentResult, LiveResult


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen of one URL for one citation. A stage that was not run is None.

    `recent` is the newest copy, asked for when the live page is dead or walled; `recent_title` is how well that copy's
    title fits the cited one, and `copy_title` the same of the best of `archives`, where that has to speak for the
    page or is set beside it. `sharing` is how many different links of the same host ended at the same page, where that
    is telling (`shared_ends.py`).
    """

    live: LiveResult | None = None
    archives: tuple[ArchiveResult, ...] | None = None
    content: ContentResult | None = None
    recent: ArchiveResult | None = None
    recent_title: float | None = None
    copy_title: float | None = None
    sharing: int = 0

    @property
    def title_matches(self) -> bool | None:
        """Whether the live page bears the cited title; None when there is nothing to compare."""
        similarity = self.content.title_similarity if self.content else None
        return None if similarity is None else similarity >= TITLE_MATCH

    @property
    def matches(self) -> bool:
        """Whether the live page bears the cited title, or holds an attributed quotation of the cited source."""
        quotes = self.content.quotes if self.content else ()
        return bool(self.title_matches) or any(quote.found in {"live", "both"} for quote in quotes)


_NO_LOOK = Look()


@dataclass(frozen=True, slots=True)
class Evidence:
    """All looks for one citation by URL; `asked` is False when neither the web nor an archive was to be asked.

    `left_out`: the user wanted this citation left alone (`--exclude`, `--note` …), whatever its text tells.
    """

    looks: Mapping[str, Look] = field(default_factory=dict)
    asked: bool = True
    left_out: bool = False

    def of(self, url: str | None) -> Look:
        """The look at `url`, empty when there was none."""
        return self.looks.get(url, _NO_LOOK) if url else _NO_LOOK
