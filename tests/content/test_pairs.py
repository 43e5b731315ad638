"""Drift and quotations over the table of pairs, through the real reading of live answers and captures."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.checks.scripted import ScriptedWeb, check
from tests.content.pairs import FIRST_DRIFT, FIRST_QUOTES, LATER_DRIFT, LATER_QUOTES, DriftPair, QuotePair
from tests.content.pairs_third import THIRD_QUOTES
from verifier.checks.archive.capture import judge_capture
from verifier.content import Side, drift, merge, read, sketch
from verifier.model.citation import Description, Quote, QuoteWhere
from verifier.model.evidence import LiveOutcome, Page
from verifier.web.exchange import Response

URL = "https://harbour.example/news/sea-wall"


def today(answer: Response) -> Page | None:
    found = check(ScriptedWeb({URL: answer}), URL)
    return found.page if found.result.outcome is LiveOutcome.OK else None


def then(answer: Response) -> Page | None:
    return judge_capture(replace(answer, url=URL), [URL], want_page=True).page


def drifted(pair: DriftPair) -> str:
    return drift.compare(sketch(then(pair.then)), sketch(today(pair.now))).drift.value


def found(pair: QuotePair) -> str:
    description = Description(quotes=(Quote(pair.quote, QuoteWhere.SENTENCE, attributed=True),))
    live, archive = read(description, today(pair.now), Side.LIVE), read(description, then(pair.then), Side.ARCHIVE)
    return merge(live, archive).quotes[0].found.value


def test_there_are_enough_pairs_and_half_of_them_are_held_back() -> None:
    first, later = len(FIRST_DRIFT) + len(FIRST_QUOTES), len(LATER_DRIFT) + len(LATER_QUOTES)
    assert first + later >= 60
    assert later >= first


@pytest.mark.parametrize("pair", [*FIRST_DRIFT, *LATER_DRIFT], ids=lambda pair: pair.why)
def test_drift(pair: DriftPair) -> None:
    assert drifted(pair) == pair.drift


@pytest.mark.parametrize("pair", [*FIRST_QUOTES, *LATER_QUOTES, *THIRD_QUOTES], ids=lambda pair: pair.why)
def test_quotations(pair: QuotePair) -> None:
    assert found(pair) == pair.found


def _report(name: str, drifts: Sequence[DriftPair], quotes: Sequence[QuotePair]) -> None:
    wrong = [(p.why, p.drift, drifted(p)) for p in drifts if drifted(p) != p.drift]
    wrong += [(p.why, p.found, found(p)) for p in quotes if found(p) != p.found]
    sys.stdout.write(f"{name}: {len(drifts) + len(quotes) - len(wrong)} of {len(drifts) + len(quotes)}\n")
    for row in wrong:
        sys.stdout.write(f"  {row}\n")


if __name__ == "__main__":
    _report("first", FIRST_DRIFT, FIRST_QUOTES)
    _report("later", LATER_DRIFT, LATER_QUOTES)
    _report("third", (), THIRD_QUOTES)
