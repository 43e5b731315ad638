"""One URL under examination in an archive, and what the search for a copy of it came to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from verifier.checks.archive.ask import Errand
from verifier.checks.archive.cdx import Capture
from verifier.checks.archive.choose import days_between, time_to_ask
from verifier.checks.archive.look import Reading
from verifier.checks.archives import Holds
from verifier.model.dates import PartialDate
from verifier.model.evidence import ArchiveOutcome, Page, Snapshot


@dataclass(slots=True)
class Case:
    """One URL under examination, and the evidence so far."""

    url: str
    cited: PartialDate
    now: datetime
    errand: Errand
    dated: bool = True
    """False when `cited` is today, for want of a date."""
    want_page: bool = False
    published: PartialDate | None = None
    """When the page first appeared, as the citation says."""
    holds: Holds | None = None
    """Where a copy must show what is cited: whether one does."""
    evidence: list[str] = field(default_factory=list)
    listed: list[Capture] = field(default_factory=list)
    """Captures that answers named, whatever they were asked for."""
    useless: set[str] = field(default_factory=set)
    """Digests of captures that turned out to be no use."""
    bad: Reading | None = None
    """The nearest capture of those that the index listed and that turned out to be no use."""
    unshown: bool = False
    """Whether playback did not show a capture that the index lists, or a TimeGate names."""

    def note(self, text: str) -> None:
        """Add to the evidence."""
        self.evidence.append(text)

    @property
    def time_to_ask(self) -> str:
        """The 14 digits of the citation's date."""
        return time_to_ask(self.cited, self.now.astimezone(UTC).date())

    def has_come(self, timestamp: str) -> bool:
        """Whether a time is not in the future, by a day at most: a capture from there has a wrong date."""
        return timestamp <= (self.now.astimezone(UTC) + timedelta(days=1)).strftime("%Y%m%d%H%M%S")

    def precedes_page(self, timestamp: str) -> bool:
        """Whether a capture is older than the page, by more than a day: that of the archive may end before the site's.

        A page that was published after it was cited has a date of another kind.
        """
        if self.published is None or self.published.earliest > self.cited.latest:
            return False
        return timestamp < f"{self.published.earliest - timedelta(days=1):%Y%m%d}"

    def known(self) -> list[Capture]:
        """The captures that answers named, but for those from the future."""
        return [capture for capture in self.listed if self.has_come(capture.timestamp)]

    def days(self, timestamp: str) -> int:
        """Signed days from the citation's date to a capture."""
        return days_between(self.cited, timestamp)


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What the search came to. `service` is who said so, where that is not the service that was to be asked."""

    outcome: ArchiveOutcome
    evidence: tuple[str, ...]
    snapshot: Snapshot | None = None
    stable: bool | None = None
    title: str | None = None
    page: Page | None = None
    service: str | None = None


def when(reading: Reading) -> str:
    """The day and minute of a capture."""
    stamp = reading.memento.timestamp
    return f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]} {stamp[8:10]}:{stamp[10:12]}"


def distance(days: int, *, dated: bool) -> str:
    """How far a capture is from the citation's date, or from today where that is not known, in words."""
    if days == 0:
        return "from the citation's own date" if dated else "from today"
    unit = "day" if abs(days) == 1 else "days"
    day = "the citation's date" if dated else "today"
    return f"{abs(days):,} {unit} {'before' if days < 0 else 'after'} {day}"
