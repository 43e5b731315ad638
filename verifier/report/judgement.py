"""Finding -> failure, or not, by the run's own `--fail-on`: what the formats for continuous integration share."""

from __future__ import annotations

from verifier.model.document import Part
from verifier.model.report import Finding, Run, Verdict
from verifier.report import advice

_REACH = {
    "never": frozenset[Verdict](),
    "broken": frozenset({Verdict.BROKEN}),
    "fix": frozenset({Verdict.BROKEN, Verdict.FIX}),
    "review": frozenset({Verdict.BROKEN, Verdict.FIX, Verdict.REVIEW}),
}


def failing_verdicts(run: Run) -> frozenset[Verdict]:
    """The verdicts that fail this run; as with the command line, `fix` (and so `broken`) when nothing is said."""
    given = run.options.get("fail_on")
    names = [given] if isinstance(given, str) else given if isinstance(given, (list, tuple)) else []
    reached = [_REACH[name] for name in names if name in _REACH]
    return frozenset[Verdict]().union(*reached) if reached else _REACH["fix"]


def counts(finding: Finding) -> bool:
    """Whether a finding can fail at all: not when it was accepted or ignored, nor around the letter."""
    return not advice.settled(finding) and finding.citation.part is not Part.SURROUNDINGS


def message(finding: Finding) -> str:
    """Why and what to do, on one line."""
    told = [*advice.reasons(finding)]
    told += [f"{step.sentence}{f': {step.url}' if step.url else ''}." for step in advice.steps(finding)]
    return " ".join(told) or "No reason was given."
