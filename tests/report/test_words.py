"""Words that stand for what the history keeps."""

from __future__ import annotations

import pytest

from verifier.report import words


@pytest.mark.parametrize(
    ("verdict", "outcome", "told", "why"),
    [
        ("ok", "ok", "answers", "nothing is to be said of it"),
        ("fix", "ok", "broken as printed and mended; answers", "or nobody knows what there is to correct"),
        ("fix", "bot_wall", "broken as printed and mended; shut to programs", "the mended link is behind a wall"),
        ("fix", None, "broken as printed and mended; not looked at", "the run was offline"),
        ("fix", "moved", "moved for good", "that is what there is to correct"),
        ("review", "of another version", "of another version", "an outcome that this version does not know"),
    ],
)
def test_how_a_link_of_the_history_stands(verdict: str, outcome: str | None, told: str, why: str) -> None:
    assert words.standing(verdict, outcome).startswith(told), why
