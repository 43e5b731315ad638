"""Which readings of a link are worth asking for, after the first look at it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.builders import a_citation
from verifier import content
from verifier.content import Side
from verifier.model.citation import Candidate, Description, Repair
from verifier.model.citation import RepairStatus as Status
from verifier.model.evidence import ContentResult, LiveResult
from verifier.model.evidence import LiveOutcome as Live
from verifier.pipeline.gathered import Gathered

NOON = datetime(2022, 6, 8, 12, tzinfo=UTC)
LONG = Candidate("https://example.org/long", 10, 0.7)
SHORT = Candidate("https://example.org/lo", 8, 0.3)
SPARE = Candidate("https://example.org/longest", 12, 0.01)
BOTH, ALL = (LONG, SHORT), (LONG, SHORT, SPARE)


@pytest.mark.parametrize(
    ("status", "confidence", "outcome", "title", "expected", "why"),
    [
        (Status.MENDED, 0.7, Live.OK, None, BOTH, "it answers, but may be a section's index"),
        (Status.MENDED, 0.7, Live.OK, 0.9, (), "it bears the cited title"),
        (Status.MENDED, 0.95, Live.OK, None, (), "the text makes sure"),
        (Status.MENDED, 0.95, Live.TIMEOUT, None, BOTH, "no page"),
        (Status.MENDED, 0.95, Live.BOT_WALL, None, BOTH, "no page"),
        (Status.MENDED, 0.95, Live.NOT_FOUND, None, ALL, "nothing there"),
        (Status.MENDED, 0.95, Live.OK, 0.1, ALL, "another page"),
        (Status.MENDED, 0.7, None, None, BOTH, "not looked at yet"),
        (Status.AMBIGUOUS, 0.5, Live.NOT_FOUND, None, ALL, "nothing there"),
        (Status.AMBIGUOUS, 0.5, Live.OK, None, (), "all readings are asked for at first"),
        (Status.INTACT, 1.0, Live.NOT_FOUND, None, ALL, "nothing there"),
        (Status.INTACT, 1.0, Live.SOFT_404, None, ALL, "nothing there"),
        (Status.INTACT, 1.0, Live.OK, 0.1, ALL, "another page"),
        (Status.INTACT, 1.0, Live.DOMAIN_GONE, None, BOTH, "no host that could have the longer one"),
        (Status.INTACT, 1.0, Live.OK, None, (), "a page, and nothing to tell by"),
        (Status.INTACT, 1.0, Live.TIMEOUT, None, (), "silence says nothing"),
        (Status.INTACT, 1.0, None, None, (), "not looked at"),
    ],
)
def test_which_further_readings_are_asked_for(status, confidence, outcome, title, expected, why) -> None:
    described = Description(title="The longest harbour")
    citation = a_citation(url=LONG.url, description=described, repair=Repair(status, confidence, (), BOTH), spare=SPARE)
    gathered = Gathered()
    if outcome is not None:
        gathered.live[LONG.url] = LiveResult(outcome, NOON)
    gathered.contents[(LONG.url, content.question(described, Side.LIVE))] = ContentResult(title_similarity=title)
    assert gathered.further_readings(citation) == expected, why
