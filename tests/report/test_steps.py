"""What a person is told to do: as the findings ask, unless a person has decided."""

from __future__ import annotations

import pytest

from tests.builders import a_finding
from verifier.model.report import Action, ActionKind, Review, Verdict
from verifier.report.steps import to_do

PAGE, OTHER = "https://example.org/page", "https://example.org/other"


@pytest.mark.parametrize(
    ("review", "left", "why"),
    [
        (None, [PAGE, OTHER], "nobody has decided"),
        (Review("accept"), [], "it stays as it is"),
        (Review("ignore"), [], "it is not to be judged"),
        (Review("opened"), [OTHER], "whoever has looked need not look again"),
        (Review("replace", url="https://example.net/"), ["https://example.net/"], "a person has chosen"),
    ],
)
def test_what_is_left_to_do_after_a_decision(review: Review | None, left: list[str], why: str) -> None:
    actions = (Action(ActionKind.LOOK, PAGE), Action(ActionKind.USE_ARCHIVE, OTHER))
    finding = a_finding(verdict=Verdict.REVIEW, actions=actions, review=review)
    assert [step.url for step in to_do(finding)] == left, why
