"""What was seen when a citation was looked up: live, in archives, and in the words of the page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class LiveOutcome(StrEnum):
    """What a live check came to; `verdicts.md` lists them in the order in which they are decided."""

    NOT_CHECKABLE = "not_checkable"
    SKIPPED = "skipped"
    BOT_WALL = "bot_wall"
    ACCESS_WALL = "access_wall"
    RATE_LIMITED = "rate_limited"
    NOT_FOUND = "not_found"
    DOMAIN_GONE = "domain_gone"
    PARKED = "parked"
    SOFT_404 = "soft_404"
    REDIRECTED_HOME = "redirected_home"
    REDIRECTED_ELSEWHERE = "redirected_elsewhere"
    MOVED = "moved"
    UNRENDERED = "unrendered"
    OK = "ok"
    TLS_ERROR = "tls_error"
    REDIRECT_LOOP = "redirect_loop"
    ACCESS_DENIED = "access_denied"
    SERVER_ERROR = "server_error"
    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"


DEAD = frozenset({LiveOutcome.NOT_FOUND, LiveOutcome.DOMAIN_GONE, LiveOutcome.PARKED, LiveOutcome.SOFT_404})
"""Outcomes that say the page is gone."""

ANSWERED_OTHERWISE = "a made-up address in the same place is answered otherwise"
"""What evidence says of a page where its host tells addresses that it knows from those that it does not."""

WALLED = frozenset({LiveOutcome.BOT_WALL, LiveOutcome.ACCESS_WALL})
"""Outcomes that say the page is kept from this program, and perhaps not from readers."""

TAKEN_OVER = frozenset({LiveOutcome.DOMAIN_GONE, LiveOutcome.PARKED})
"""Outcomes that say the host is no longer whose it was: a reader might meet somebody else there."""

GOOD = frozenset({LiveOutcome.OK, LiveOutcome.MOVED})
"""Outcomes that are remembered for `--max-age`; everything else is asked again."""

NOT_ASKED = frozenset({LiveOutcome.SKIPPED, LiveOutcome.NOT_CHECKABLE})
"""Outcomes of links that no host was asked for: they say nothing of the page."""


class Provenance(StrEnum):
    """Whether a result was seen in this run or remembered from an earlier one."""

    FRESH = "fresh"
    REMEMBERED = "remembered"


class Usable(NamedTuple):
    """Which remembered results may be used: those of this time, and all of the run `resumed`, by its id.

    What bears a time after `not_after` was noted by a clock that was wrong: nobody knows how old it is.
    """

    not_before: datetime
    not_after: datetime
    resumed: str | None = None


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect: the URL that answered with it, and its status code."""

    url: str
    status_code: int


@dataclass(frozen=True, slots=True)
class LiveResult:
    """What the live web said of one URL. `elapsed_ms` spans all requests; `evidence` is in plain words.

    `final_url` is None when nothing answered. `headings` are the page's other names for itself (h1, og:title).
    """

    outcome: LiveOutcome
    checked_at: datetime
    evidence: tuple[str, ...] = ()
    confirmed: bool = False
    status_code: int | None = None
    final_url: str | None = None
    redirects: tuple[Hop, ...] = ()
    title: str | None = None
    headings: tuple[str, ...] = ()
    media_type: str | None = None
    body_sha256: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    elapsed_ms: int = 0
    requests: int = 0
    answered: bool = False
    """Whether any host on the way gave an HTTP answer or a TLS handshake: what the network-down rule counts."""
    provenance: Provenance = Provenance.FRESH


@dataclass(frozen=True, slots=True)
class Page:
    """A page's words, kept only while it is being compared. `complete` is False when reading stopped early."""

    title: str | None = None
    headings: tuple[str, ...] = ()
    text: str = ""
    language: str | None = None
    canonical: str | None = None
    complete: bool = True
    names_itself: bool = True
    """Whether title and headings are surely the page's names; a PDF's may be a file name, and then tell nothing."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for at a URL; with nothing of it, whether a page is there.

    `expected` tells whether a page bears what is cited, None where nothing can tell: a page that does is not suspected
    of being an error page, one that does not is. `quoted` tells whether words that are quoted stand in its text: then
    nothing withholds it. With `want_pdf` the words of a PDF are worth a further request, where the first brought only
    its beginning. `fragments` are parts of the page, or words in it, to which links point.

    `known` is the last good result of this very URL, without redirects: a page that has not changed since is not sent
    again, and the result is `ok` with status 304 and no page.
    """

    expected: Callable[[Page], bool | None] | None = None
    quoted: Callable[[Page], bool] | None = None
    want_pdf: bool = False
    fragments: Collection[str] = ()
    known: LiveResult | None = None


@dataclass(frozen=True, slots=True)
class LiveCheck:
    """A live result, and the page it was read from where there was one."""

    result: LiveResult
    page: Page | None = None


MAY_LOOK_ABSENT = "a page that is excluded, or was captured within the last day, can look the same"
"""What has to be said wherever an archive holds no copy."""


class ArchiveOutcome(StrEnum):
    """What an archive said of one URL."""

    ARCHIVED = "archived"
    ARCHIVED_FAR = "archived_far"
    ARCHIVED_BAD = "archived_bad"
    NONE_FOUND = "none_found"
    EXCLUDED = "excluded"
    UNKNOWN = "unknown"
    IS_ARCHIVE = "is_archive"


WITH_COPY = frozenset({ArchiveOutcome.ARCHIVED, ArchiveOutcome.ARCHIVED_FAR, ArchiveOutcome.IS_ARCHIVE})
"""Outcomes that come with a good copy."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One capture (memento): 14-digit UTC timestamp, its URL, the archived status, its distance in days.

    `days_from_citation` is negative when the copy is older than the citation's date.
    """

    timestamp: str
    url: str
    status_code: int | None = None
    days_from_citation: int | None = None

    @property
    def day(self) -> str:
        """YYYY-MM-DD."""
        return f"{self.timestamp[:4]}-{self.timestamp[4:6]}-{self.timestamp[6:8]}"


class Listed(NamedTuple):
    """A day (YYYYMMDD) on which an archive holds a capture, and the archived status where that was told."""

    day: str
    status_code: int | None = None


@dataclass(frozen=True, slots=True)
class ArchiveResult:
    """What one archive service said of one URL."""

    outcome: ArchiveOutcome
    service: str
    checked_at: datetime
    snapshot: Snapshot | None = None
    stable_around_citation: bool | None = None
    evidence: tuple[str, ...] = ()
    answered: bool = False
    """Whether the service gave any HTTP answer: counts for the network-down rule."""
    title: str | None = None
    """Title of the chosen capture, where it was read."""
    provenance: Provenance = Provenance.FRESH
    captures: tuple[Listed, ...] = ()
    """Captures that the archive named in answers that were needed anyway: those nearest in time, the oldest first."""


_TELLING_MOST_FIRST = (
    ArchiveOutcome.IS_ARCHIVE,
    ArchiveOutcome.ARCHIVED,
    ArchiveOutcome.ARCHIVED_FAR,
    ArchiveOutcome.ARCHIVED_BAD,
    ArchiveOutcome.EXCLUDED,
    ArchiveOutcome.NONE_FOUND,
    ArchiveOutcome.UNKNOWN,
)


def preference(result: ArchiveResult) -> tuple[int, int]:
    """Sort key of results of several archives: the one that says most first, of two copies the nearer one."""
    days = result.snapshot.days_from_citation if result.snapshot else None
    return _TELLING_MOST_FIRST.index(result.outcome), abs(days or 0)


def best_archive(results: Sequence[ArchiveResult] | None) -> ArchiveResult | None:
    """The result that says most: a good copy before a bad one before none before no answer."""
    return min(results, key=preference) if results else None


@dataclass(frozen=True, slots=True)
class ArchiveCheck:
    """An archive result, and the chosen capture's page where it was read."""

    result: ArchiveResult
    page: Page | None = None


TITLE_MATCH = 0.6
"""From this similarity on, a page bears the cited title (calibrated with the title pairs in the tests)."""


class Drift(StrEnum):
    """How far the live page has moved from the archived copy."""

    SAME = "same"
    EDITED = "edited"
    DRIFTED = "drifted"
    UNMEASURED = "unmeasured"


class Found(StrEnum):
    """Where a quotation was found, in the text that was read."""

    LIVE = "live"
    ARCHIVE = "archive"
    BOTH = "both"
    NO = "no"
    UNMEASURED = "unmeasured"


@dataclass(frozen=True, slots=True)
class QuoteResult:
    """One quotation, and where it was found."""

    text: str
    found: Found
    excerpt: str = ""
    """The words around it in the page, or in the copy where only that holds it; plain text on one line."""


@dataclass(frozen=True, slots=True)
class ContentResult:
    """Whether the page holds what is cited. Similarities are 0 to 1, None when they cannot be measured."""

    title_similarity: float | None = None
    similarity: float | None = None
    drift: Drift = Drift.UNMEASURED
    quotes: tuple[QuoteResult, ...] = ()
