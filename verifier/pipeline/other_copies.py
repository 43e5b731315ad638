"""Where the nearest copy does not show what is cited, and the page does not either: what another copy must hold.

In: the best copy of one page, and what page and copy say of each description under which it is cited. Out: the copy
that is passed over and why, with the test that another one must pass; None where the copy will do. The nearest capture
may be from before the page had its address, or from after another one was given it; what a letter quotes may have stood
there for a week. To look costs the index a slow request, and reading some captures. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from verifier import content
from verifier.checks.archives import Passed
from verifier.content import Side
from verifier.model.citation import Description, QuoteWhere
from verifier.model.evidence import (
    GOOD,
    TITLE_MATCH,
    ArchiveOutcome,
    ArchiveResult,
    ContentResult,
    Found,
    LiveResult,
    Page,
)
from verifier.pipeline.memory import is_remembered

MOST = 50
"""Pages for which another copy is looked for in one run."""
_MAY_BE_PASSED = frozenset({ArchiveOutcome.ARCHIVED, ArchiveOutcome.ARCHIVED_FAR})

Said = tuple[Description, ContentResult, ContentResult]
"""A description, and what the page of today and its copy say of it."""


@dataclass(frozen=True, slots=True)
class _Lacking:
    """What a copy lacks of one description: passages that are quoted, the title, or both."""

    description: Description
    passages: frozenset[str]
    title: bool

    @property
    def words(self) -> str:
        """For reports, behind the name of the copy."""
        return "does not hold the words that are quoted" if self.passages else "bears another title"

    def shown_by(self, title: str | None, page: Page | None) -> bool:
        """Whether another copy, of that title and page, has some of it."""
        if self.title and _bears(self.description, title):
            return True
        said = content.read(self.description, page, Side.ARCHIVE)
        return any(quote.text in self.passages and quote.found is Found.ARCHIVE for quote in said.quotes)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A copy that is passed over, the archive that keeps it, and what another one must show."""

    service: str
    passed: Passed
    lacking: tuple[_Lacking, ...]

    def settled_by(self, title: str | None, page: Page | None) -> bool:
        """Whether a copy, by its title and page, shows what the other one lacks."""
        return any(one.shown_by(title, page) for one in self.lacking)


def doubt(best: ArchiveResult, live: LiveResult | None, said: Iterable[Said]) -> Doubt | None:
    """What there is against the `best` copy; None where one of the descriptions fits it, or the page of today."""
    if best.outcome not in _MAY_BE_PASSED or best.snapshot is None or is_remembered(best):
        return None
    lacking = tuple(_lacking(best, live, *one) for one in said)
    if not all(one.passages or one.title for one in lacking):
        return None
    why = f"the nearest copy, of {best.snapshot.day}, {' and '.join(sorted({one.words for one in lacking}))}"
    return Doubt(best.service, Passed(best.snapshot.timestamp, why), lacking)


def _lacking(
    best: ArchiveResult, live: LiveResult | None, description: Description, today: ContentResult, then: ContentResult
) -> _Lacking:
    on_page = {quote.text for quote in today.quotes if quote.found is Found.LIVE}
    on_copy = {quote.text for quote in then.quotes if quote.found is Found.ARCHIVE}
    missing = {quote.text for quote in then.quotes if quote.found is Found.NO}
    passages = [quote for quote in description.quotes if quote.where is not QuoteWhere.TITLE]
    if any(quote.text in on_copy for quote in passages):
        return _Lacking(description, frozenset(), title=False)
    return _Lacking(
        description,
        frozenset(quote.text for quote in passages if quote.telling and quote.text in missing - on_page),
        title=_of_another_title(best, live, description, today),
    )


def _of_another_title(
    best: ArchiveResult, live: LiveResult | None, description: Description, today: ContentResult
) -> bool:
    """Whether the copy bears another title than the cited one, which is not just what its author calls the page."""
    if not description.title or not best.title or _bears(description, best.title):
        return False
    if live is None or live.outcome not in GOOD:
        return True
    return (today.title_similarity or 0.0) >= TITLE_MATCH and live.title != best.title


def _bears(description: Description, title: str | None) -> bool:
    return (content.similarity(description.title, [title]) or 0.0) >= TITLE_MATCH
