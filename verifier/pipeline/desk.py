"""What the pipeline works with: the clients on its desk, and the options that shape a run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from verifier.model.dates import PartialDate
from verifier.model.evidence import LiveCheck

if TYPE_CHECKING:
    import asyncio

    from verifier.checks.archives import ArchiveChecker
    from verifier.store.history import History


class LiveClient(Protocol):
    """Checks one URL on the live web."""

    async def check(self, url: str) -> LiveCheck:
        """What a reader would meet at `url`."""
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
    max_age: timedelta = timedelta(days=1)
    deadline: timedelta | None = None
    concurrency: int = 64
    host_concurrency: int = 2
    vantage: str | None = None
    shown: Mapping[str, object] = field(default_factory=dict)
    tool_version: str = ""


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _never_stopped() -> asyncio.Event:
    import asyncio

    return asyncio.Event()


@dataclass(slots=True)
class Desk:
    """The clients of a run. Without `live`, nothing is asked of cited hosts; without `archives`, of no archive.

    `progress(done, total)` is called as results land. `stop` is set to end the run early; its `reason` is reported.
    """

    live: LiveClient | None = None
    archives: Sequence[ArchiveChecker] = ()
    history: History | None = None
    now: Callable[[], datetime] = _utc_now
    progress: Callable[[int, int], None] = lambda _done, _total: None
    stop: asyncio.Event = field(default_factory=_never_stopped)
    remarks: tuple[str, ...] = ()
