"""What the pipeline works with: the clients on its desk, and the options that shape a run."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from verifier.model.dates import PartialDate
from verifier.model.evidence import LiveCheck, Sought
from verifier.pipeline.progress import Progress

if TYPE_CHECKING:
    import asyncio

    from verifier.checks.archives import ArchiveChecker
    from verifier.model.review import Reviewed
    from verifier.store.history import History


class LiveClient(Protocol):
    """Checks one URL on the live web."""

    async def check(self, url: str, sought: Sought, *, patience: float | None = None) -> LiveCheck:
        """What a reader would meet at `url`; `patience` (seconds) is the longest wait before another try."""
        ...


@dataclass(frozen=True, slots=True)
class Options:
    """What shapes a run, as plain values. `shown` goes into the report, secrets left out."""

    letter_date: PartialDate | None = None
    offline: bool = False
    private: bool = False
    notes: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    refresh: bool = False
    lately: bool = False
    """Whatever the last run over the same sources found is used again, as long as it is no older than `max_age`."""
    max_age: timedelta = timedelta(days=1)
    deadline: timedelta | None = None
    concurrency: int = 64
    host_concurrency: int = 2
    vantage: str | None = None
    shown: Mapping[str, object] = field(default_factory=dict)
    tool_version: str = ""


def _utc_now() -> datetime:
    return datetime.now(UTC)


async def _sleep(seconds: float) -> None:
    import asyncio

    await asyncio.sleep(seconds)


def _never_stopped() -> asyncio.Event:
    import asyncio

    return asyncio.Event()


@dataclass(frozen=True, slots=True)
class Clock:
    """What time it is, how it passes (seconds), and pauses: the machine's own, a record's, or a test's."""

    now: Callable[[], datetime] = _utc_now
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = _sleep


@dataclass(slots=True)
class Desk:
    """The clients of a run. Without `live`, nothing is asked of cited hosts; without `archives`, of no archive.

    `progress` is called every half second, and once at the end. `stop` is set to end the run early. `remarks` go into
    the report. `reviews` are the decisions that people have taken.
    """

    live: LiveClient | None = None
    archives: Sequence[ArchiveChecker] = ()
    history: History | None = None
    clock: Clock = field(default_factory=Clock)
    progress: Callable[[Progress], None] = lambda _progress: None
    stop: asyncio.Event = field(default_factory=_never_stopped)
    remarks: tuple[str, ...] = ()
    reviews: Sequence[Reviewed] = ()

    def now(self) -> datetime:
        """The time of day."""
        return self.clock.now()
