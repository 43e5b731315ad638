"""Finding -> one line for continuous integration: what the formats for machines share."""

from __future__ import annotations

from verifier.model.report import Finding
from verifier.report import advice


def message(finding: Finding) -> str:
    """Why and what to do, on one line."""
    told = [*advice.reasons(finding)]
    told += [f"{step.sentence}{f': {step.url}' if step.url else ''}." for step in advice.steps(finding)]
    return " ".join(told) or "No reason was given."
