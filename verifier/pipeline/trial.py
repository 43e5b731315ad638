"""The field trial: findings drawn by a stated rule for people to label, and what the labels say of the program. Pure.

In: a report and a seed; later the labels. Out: the sample; later, for each verdict, the share that people found right,
with its 95 % interval (E. B. Wilson, 1927), which holds for small samples and for shares near 0 and 1.

The rule: every verdict gets the same number of places, what it cannot fill going to the others; within a verdict each
outcome gets places in proportion to how often it came up (largest remainders); within an outcome the seed draws. So the
rare verdicts are seen as closely as the common ones, and within a verdict every finding had the same chance.
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from verifier.model.document import Part
from verifier.model.report import Finding, Report, Verdict

Key = TypeVar("Key", bound=Hashable)

_Z = 1.959964
"""The normal quantile of a 95 % interval."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One finding on the sheet, and the letter that it is from."""

    source: str
    finding: Finding

    @property
    def outcome(self) -> str:
        """The live outcome, else how the link was read."""
        live = self.finding.live
        return live.outcome.value if live else self.finding.citation.repair.status.value


@dataclass(frozen=True, slots=True)
class Score:
    """What people said of one kind of claim: `right` of `labelled`; the others were left open."""

    claim: str
    labelled: int
    right: int
    left_open: int

    @property
    def share(self) -> float | None:
        """How many of the labelled were right; None when none was labelled."""
        return self.right / self.labelled if self.labelled else None

    @property
    def interval(self) -> tuple[float, float]:
        """Where the share lies with 95 % confidence; all there is when nothing was labelled."""
        return wilson(self.right, self.labelled)


def wilson(right: int, number: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    if number == 0:
        return 0.0, 1.0
    share, square = right / number, _Z * _Z
    centre = (share + square / (2 * number)) / (1 + square / number)
    half = _Z / (1 + square / number) * math.sqrt(share * (1 - share) / number + square / (4 * number * number))
    return max(0.0, min(share, centre - half)), min(1.0, max(share, centre + half))  # whatever rounding does


def draw(report: Report, size: int, seed: int) -> tuple[Drawn, ...]:
    """`size` findings by the rule above, or all there are; the same ones for the same report and seed.

    Left out is what makes no claim: skipped links, and text around a letter.
    """
    strata: dict[str, dict[str, list[Drawn]]] = defaultdict(lambda: defaultdict(list))
    for document in report.documents:
        for finding in document.findings:
            claims = finding.verdict not in {None, Verdict.SKIPPED}
            if claims and finding.verdict and finding.citation.part is not Part.SURROUNDINGS:
                drawn = Drawn(document.source, finding)
                strata[finding.verdict.value][drawn.outcome].append(drawn)
    chance = random.Random(seed)  # noqa: S311 - a draw that can be repeated, no secret
    sample: list[Drawn] = []
    for verdict, places in _even({name: sum(map(len, of.values())) for name, of in strata.items()}, size).items():
        outcomes = strata[verdict]
        for outcome, number in _in_proportion({name: len(of) for name, of in outcomes.items()}, places).items():
            sample += chance.sample(outcomes[outcome], number)
    chance.shuffle(sample)  # who labels should not see a verdict coming
    return tuple(sample)


def _even(there: Mapping[Key, int], places: int) -> dict[Key, int]:
    """Places shared evenly, as far as each has enough to fill them; what is left over goes to the scarcest first."""
    given = dict.fromkeys(sorted(there, key=lambda name: (there[name], str(name))), 0)
    while places and any(given[name] < there[name] for name in given):
        for name in given:
            if places and given[name] < there[name]:
                given[name] += 1
                places -= 1
    return given


def _in_proportion(there: Mapping[Key, int], places: int) -> dict[Key, int]:
    """Places shared in proportion, by largest remainders."""
    total = sum(there.values())
    exact = {name: places * number / total for name, number in sorted(there.items(), key=str)}
    given = {name: math.floor(share) for name, share in exact.items()}
    for name in sorted(exact, key=lambda one: (given[one] - exact[one], str(one)))[: places - sum(given.values())]:
        given[name] += 1
    return given


def score(labels: Iterable[tuple[str, str | None]]) -> tuple[Score, ...]:
    """Scores by claim, in the order in which claims come; a label is "yes", "no", or None for one left open."""
    said: dict[str, Counter[str | None]] = {}
    for claim, label in labels:
        said.setdefault(claim, Counter())[label] += 1
    return tuple(
        Score(claim, counts["yes"] + counts["no"], counts["yes"], counts[None]) for claim, counts in said.items()
    )


def sources_in(text: str) -> Sequence[str]:
    """The letters that a list names, one a line; empty lines and those that begin with # are passed over."""
    lines = (line.strip() for line in text.removeprefix("\ufeff").splitlines())
    return [line for line in lines if line and not line.startswith("#")]
