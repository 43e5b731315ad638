"""Decisions hold while their evidence does, and not past their last day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import NOON, a_citation, a_document, a_finding
from verifier.model.evidence import LiveOutcome, LiveResult
from verifier.model.report import Finding, Review, SourceFailure
from verifier.model.review import Reviewed, evidence_of
from verifier.pipeline.reviewing import apply

TODAY = date(2026, 11, 22)


def dead(outcome: LiveOutcome = LiveOutcome.DOMAIN_GONE, **live) -> Finding:
    return a_finding(live=LiveResult(outcome, NOON, **live))


def on(finding: Finding, **review) -> Reviewed:
    return Reviewed(finding.citation.id, evidence_of(finding), Review(**{"decision": "accept", **review}), "letter.txt")


MENDED_OTHERWISE = a_citation(value="https://example.org/other")


@pytest.mark.parametrize(
    ("now", "expires", "holds", "why"),
    [
        (dead(), None, True, "nothing has changed"),
        (dead(elapsed_ms=3, title="Another"), None, True, "times and titles are no evidence"),
        (dead(final_url="https://example.org/statement"), None, True, "it ended where it began before, too"),
        (dead(final_url="https://example.org/404"), None, False, "it ends elsewhere"),
        (dead(LiveOutcome.NOT_FOUND), None, False, "another outcome"),
        (a_finding(citation=MENDED_OTHERWISE, live=dead().live), None, False, "mended into another link"),
        (dead(LiveOutcome.SKIPPED), None, True, "a run that did not look cannot tell otherwise"),
        (a_finding(), None, True, "nor can an offline one"),
        (dead(), TODAY, True, "it holds on its last day"),
        (dead(), date(2026, 11, 21), False, "its last day has passed"),
        (a_finding(), date(2026, 11, 21), False, "also for a run that did not look"),
    ],
)
def test_a_decision_holds_or_is_open_again(now: Finding, expires: date | None, holds: bool, why: str) -> None:
    applied = apply([a_document(now)], [on(dead(), expires=expires)], TODAY)
    assert (applied.documents[0].findings[0].review is not None) is holds, why
    assert any("open again" in remark for remark in applied.documents[0].remarks) is not holds, why
    assert applied.remarks == ()


def test_another_decision_on_the_same_link_is_no_news() -> None:
    flapping = [on(dead()), on(dead(LiveOutcome.SERVER_ERROR), decision="ignore")]
    applied = apply([a_document(dead())], flapping, TODAY)
    assert applied.documents[0].findings[0].review == Review("accept")
    assert applied.documents[0].remarks == ()


@pytest.mark.parametrize(
    ("source", "told", "why"),
    [
        ("letter.txt", True, "its letter was read and cites it no more"),
        (None, True, "nobody knows what it was for"),
        ("other.txt", False, "its letter is not part of this run"),
        ("unreadable.txt", False, "what could not be read may still cite it"),
    ],
)
def test_decisions_that_nothing_needs_are_told(source: str | None, told: bool, why: str) -> None:
    entry = Reviewed("another", "e", Review("ignore"), source, "https://example.org/old")
    unreadable = a_document(source="unreadable.txt", error=SourceFailure("no"))
    applied = apply([a_document(dead()), unreadable], [entry], TODAY)
    assert any("https://example.org/old" in remark for remark in applied.remarks) is told, why
    assert applied.documents[0].findings[0].review is None


def test_without_decisions_nothing_changes() -> None:
    document = a_document(dead())
    assert apply([document], [], TODAY).documents == (document,)
