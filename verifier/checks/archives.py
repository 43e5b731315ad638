"""What every archive checker offers: a URL and a date in, what that archive keeps of it out.

`wayback.py` is the first; another Memento archive is one more file with a class of this shape, named in `wiring.py`.
"""

from __future__ import annotations

from typing import Protocol

from verifier.model.dates import PartialDate
from verifier.model.evidence import ArchiveCheck


class ArchiveChecker(Protocol):
    """One archive service; `service` is the name that reports carry."""

    service: str

    async def check(
        self, url: str, cited: PartialDate | None, *, want_page: bool = False, want_stability: bool = False
    ) -> ArchiveCheck:
        """Look for a good copy of `url` near the date `cited` (None: today); never raises for what the archive does."""
        ...
