"""What became of asking a public archive to capture a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from verifier.model.evidence import Provenance


class SaveOutcome(StrEnum):
    """What it came to. Only `saved` and `kept` say that there is a copy."""

    SAVED = "saved"
    KEPT = "kept"  # the service had captured the page shortly before, and shows that capture
    PENDING = "pending"  # the job was taken on; that it ended is not known
    POSTPONED = "postponed"  # what stood in the way may pass
    FAILED = "failed"  # the service cannot capture this page as it is
    UNSENT = "unsent"  # the service was not told of this page


DONE = frozenset({SaveOutcome.SAVED, SaveOutcome.KEPT})
"""Outcomes that leave a copy."""


@dataclass(frozen=True, slots=True)
class SaveResult:
    """One page that was to be captured. `why` is in plain words, and says what to do where there is something.

    `code` is the service's own name for what went wrong, `job` its name for the capture under way. `timestamp` (14
    digits, UTC) and `copy` (its address) are those of the capture.
    """

    url: str
    outcome: SaveOutcome
    service: str
    asked_at: datetime
    why: str = ""
    job: str | None = None
    code: str | None = None
    timestamp: str | None = None
    copy: str | None = None
    provenance: Provenance = Provenance.FRESH
