"""Letters that the rules were not made for: what comes out is right, but for the misses that are known.

`tests/letters/unseen/README.md` tells how their truth is written; `tests/letter_truth.py` compares.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.letter_truth import Comparison
from verifier import extract
from verifier.api import render

UNSEEN = Path(__file__).parent / "letters" / "unseen"
TRUTH = ".truth.json"
NAMES = sorted(path.name.removesuffix(TRUTH) for path in UNSEEN.glob(f"*{TRUTH}"))
KNOWN: dict[str, list[str]] = json.loads((UNSEEN / "known_misses.json").read_text("utf-8"))


@cache
def found() -> dict[str, dict[str, Any]]:
    """What is found in every document, by its name."""
    report = json.loads(render("json", extract(*(UNSEEN / name for name in NAMES))))
    return {Path(one["source"]).name: one for one in report["documents"]}


@pytest.mark.parametrize("name", NAMES)
def test_what_a_reader_finds_is_found(name: str) -> None:
    truth = json.loads((UNSEEN / f"{name}{TRUTH}").read_text("utf-8"))
    assert Comparison(found()[name], truth).misses == KNOWN.get(name, [])


def test_every_known_miss_is_of_a_document() -> None:
    assert not KNOWN.keys() - set(NAMES)
