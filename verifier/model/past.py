"""What the history tells: the runs, what one found of a citation, and spans of runs that all said the same of it.

Verdicts, outcomes and the like are the texts that the file keeps: another version may have written them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from verifier.model.transition import Standing


@dataclass(frozen=True, slots=True)
class PastRun:
    """One run over `sources`; `finished_at` is None when it was interrupted (or is still going on).

    `read` are those that it could read: of the others it says nothing.
    """

    id: str
    started_at: datetime
    finished_at: datetime | None
    tool_version: str
    sources: tuple[str, ...]
    read: frozenset[str]


@dataclass(frozen=True, slots=True)
class PastFinding:
    """One citation as an earlier run found it. `since`: when this outcome was first seen without interruption.

    `evidence` is the digest that decisions rest on, `decision` the one that held; both None in runs of old versions.
    """

    citation_id: str
    source: str
    note: str | None
    value: str
    verdict: str | None
    outcome: str | None
    since: datetime
    archived: bool | None = None
    evidence: str | None = None
    decision: str | None = None
    part: str = "note"
    kind: str = "url"
    url: str | None = None
    """Where `value` leads, where that is known."""

    @property
    def standing(self) -> Standing:
        """How it stood in that run."""
        return Standing(self.verdict, self.outcome, self.archived)


@dataclass(frozen=True, slots=True)
class PastSpan:
    """One citation over `runs` finished runs that all said the same of it, the last of which ended at `until`."""

    citation_id: str
    source: str
    note: str | None
    value: str
    verdict: str | None
    outcome: str | None
    archived: bool | None
    since: datetime
    until: datetime
    runs: int
    kind: str = "url"
