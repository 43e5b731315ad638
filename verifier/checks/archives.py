"""What every archive checker offers: a URL and a date in, what that archive keeps of it out.

`archive/wayback.py` is the first; another archive is one more file there with a class of this shape, named in `wiring`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from verifier.model.dates import PartialDate
from verifier.model.evidence import ArchiveCheck, Page

WAYBACK = "web.archive.org"
"""The Wayback Machine: asked unless the user says otherwise."""


@dataclass(frozen=True, slots=True)
class Archive:
    """Where a Memento archive is: its name in reports, the address that times and inner URLs follow, and its index."""

    service: str
    playback: str
    index: str = ""

    def copy(self, timestamp: str, url: str) -> str:
        """The address at which readers see the capture of `url` made at `timestamp`."""
        return f"{self.playback}/{timestamp}/{url}"

    def raw(self, timestamp: str, url: str) -> str:
        """The address at which the capture nearest to `timestamp` is replayed as it was received."""
        return f"{self.playback}/{timestamp}id_/{url}"


Holds = Callable[[str | None, Page | None], bool]
"""Whether a copy, by its title and its page, shows what is cited."""


@dataclass(frozen=True, slots=True)
class Passed:
    """A copy that was looked at and does not show what is cited: its time, and what it lacks, in words for reports."""

    timestamp: str
    why: str


class ArchiveChecker(Protocol):
    """One archive service; `service` is the name that reports carry."""

    service: str

    async def check(
        self,
        url: str,
        cited: PartialDate | None,
        *,
        want_page: bool = False,
        title: str = "",
        published: PartialDate | None = None,
    ) -> ArchiveCheck:
        """Look for a good copy of `url` near the date `cited` (None: today); never raises for what the archive does.

        A copy from before the page was `published` is of something else, unless it bears the cited `title`.
        """
        ...

    async def another(
        self,
        url: str,
        cited: PartialDate | None,
        passed: Passed,
        holds: Holds,
        *,
        title: str = "",
        published: PartialDate | None = None,
    ) -> ArchiveCheck | None:
        """Beside the copy `passed` over, the nearest good one that `holds` what is cited; None where none does.

        The index is asked, and a few copies are read; an archive that gives no answer has none.
        """
        ...

    async def stable_around(self, url: str, cited: PartialDate) -> tuple[bool | None, str]:
        """Whether the captures just before and just after `cited` hold the same bytes (None: not known), in words too.

        One slow request, if the archive can tell at all.
        """
        ...

    async def beginning_with(self, stump: str) -> tuple[str, ...]:
        """A few archived addresses that begin with `stump`; empty where there are none or it cannot be told."""
        ...
