"""A person's decisions as they are kept beside the letters: which citation, on what evidence, decided how.

In: findings. Out: the digest of a finding's evidence, which tells whether a decision still holds.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from verifier.model.addresses import is_web
from verifier.model.evidence import LiveOutcome
from verifier.model.report import Finding, Review

DECISIONS = ("accept", "ignore", "replace", "opened")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A decision on the citation `citation`, taken when its evidence had the digest `evidence`.

    `source` and `link` tell a reader of the file which link it is; only whether the decision is unused depends on them.
    """

    citation: str
    evidence: str
    review: Review
    source: str | None = None
    link: str | None = None


def was_looked_at(finding: Finding) -> bool:
    """Whether this run learnt anything of the link: offline and skipped ones are not."""
    return finding.live is not None and finding.live.outcome is not LiveOutcome.SKIPPED


def evidence_of(finding: Finding) -> str:
    """A short digest of what a decision rests on: the outcome, where the link ended, and the link as mended.

    Times, titles and copies are left out: they change without changing what was decided.
    """
    live = finding.live if was_looked_at(finding) else None
    final = live.final_url if live else None
    ends_at = final if final != finding.citation.url else None
    said = [live.outcome.value if live else None, ends_at, finding.citation.value]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:12]


def may_replace(url: str) -> bool:
    """Whether `url` may stand in the place of a link: a web address, in one piece."""
    return is_web(url) and not any(character.isspace() for character in url)
