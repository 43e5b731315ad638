"""The verdict on one citation: `judge(citation, evidence) -> Finding`.

Three pure decisions in order: which reading of the link the evidence supports (choose.py), what its live outcome is
once the citation is known too (outcome.py), and the verdict by one decision table (table.py).
"""

from __future__ import annotations

from verifier.verdict.evidence import Evidence, Look
from verifier.verdict.judge import judge
from verifier.verdict.shared_ends import shared_ends

__all__ = ["Evidence", "Look", "judge", "shared_ends"]
