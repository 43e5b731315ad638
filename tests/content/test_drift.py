"""Sketches: bounded, the same in every process, and estimates near the exact score."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timing import at_most
from verifier.content import drift, sketch
from verifier.content.quotations import place
from verifier.model.evidence import Drift, Page


def prose(seed: int, sentences: int) -> list[str]:
    dice = random.Random(seed)
    return [" ".join(f"word{dice.randrange(4000)}" for _ in range(15)) + "." for _ in range(sentences)]


def page(lines: list[str], *, complete: bool = True) -> Page:
    return Page(text="\n".join(lines), complete=complete)


@pytest.mark.parametrize("kept", [0.97, 0.8, 0.6, 0.45, 0.2])
def test_long_pages_are_estimated_within_a_few_hundredths(kept: float) -> None:
    whole = prose(1, 2000)
    part = whole[: int(len(whole) * kept)]
    result = drift.compare(sketch(page(whole)), sketch(page(part)))
    assert result.similarity is not None
    assert abs(result.similarity - kept) < 0.04


def test_what_is_kept_of_a_page_is_bounded() -> None:
    kept = sketch(page(prose(2, 3_000)))
    assert kept is not None
    assert kept.prose is not None
    assert len(kept.everything.hashes) == len(kept.prose.hashes) == 2048


def test_scores_are_the_same_in_every_process() -> None:
    script = (
        "from verifier.content import drift, sketch; from verifier.model.evidence import Page;"
        "a = ' '.join(f'word{n}' for n in range(9000)); b = ' '.join(f'word{n}' for n in range(2500, 9000));"
        "print(drift.compare(sketch(Page(text=a)), sketch(Page(text=b))).similarity)"
    )
    said = {subprocess.run([sys.executable, "-c", script], capture_output=True, check=True).stdout for _ in range(3)}
    assert len(said) == 1


@pytest.mark.parametrize(
    ("then", "now", "why"),
    [
        (None, page(prose(3, 20)), "no copy was read"),
        (page(prose(3, 20)), None, "no page was read"),
        (page(prose(3, 3)), page(prose(3, 20)), "less than fifty words"),
        (page(prose(3, 20), complete=False), page(prose(3, 20)), "cut short"),
    ],
)
def test_unmeasured(then: Page | None, now: Page | None, why: str) -> None:
    result = drift.compare(sketch(then), sketch(now))
    assert (result.drift, result.similarity) == (Drift.UNMEASURED, None), why


def test_pages_of_short_lines_alone_are_compared_whole() -> None:
    rows = [f"Row {number}" for number in range(60)]
    assert drift.compare(sketch(page(rows)), sketch(page(rows))).drift is Drift.SAME
    assert drift.compare(sketch(page(rows)), sketch(page(rows[:15] + rows[45:]))).drift is not Drift.SAME


@given(st.text(max_size=400), st.text(max_size=400))
def test_comparing_never_raises_and_is_symmetric(one: str, other: str) -> None:
    a, b = sketch(Page(text=one * 3)), sketch(Page(text=other * 3))
    assert drift.compare(a, b) == drift.compare(b, a)
    if a is not None:
        assert drift.compare(a, a).similarity == 1.0


@pytest.mark.parametrize("unit", ["a ", "\n", "[", "… ", "[x] a ", "湖", "’", ". . ."])
def test_hostile_texts_are_quick(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    with at_most(2):
        sketch(Page(text=text))
        place(text[:2000], text[:200_000].split())
        place(text[:100_000], ["a", "b"])
