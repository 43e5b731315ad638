"""The small pictures of time: where things stand on them, and that the same is said in words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given

from tests.builders import NOON, a_citation, a_finding
from tests.report.strategies import findings, partial_dates
from verifier.model.citation import Description
from verifier.model.dates import PartialDate
from verifier.model.evidence import ArchiveOutcome, ArchiveResult, LiveOutcome, LiveResult, Snapshot
from verifier.model.report import Verdict
from verifier.model.trend import Stretch
from verifier.report.html import timeline

LETTER = PartialDate(2022, 6, 8)
MIDDLE = 120.0


def kept(timestamp="20220610000000", outcome=ArchiveOutcome.ARCHIVED, service="web.archive.org"):
    return ArchiveResult(outcome, service, NOON, Snapshot(timestamp, "https://web.archive.org/web/x"))


def found(*archives, accessed=None):
    citation = a_citation(description=Description(accessed=accessed))
    return a_finding(citation=citation, live=LiveResult(LiveOutcome.OK, NOON), archives=archives)


def copies(shown):
    return [float(x) for x in re.findall(r'<circle class="\w+" cx="([\d.]+)"', shown)]


def words_of(shown):
    return re.sub(r"<[^>]*>", "", shown.partition("</svg>")[2])


@pytest.mark.parametrize(
    ("timestamp", "where", "why"),
    [
        ("20220608120000", "middle", "on the day"),
        ("20220601000000", "near before", "a week before"),
        ("20220905000000", "near after", "89 days after"),
        ("20220908000000", "far after", "92 days after: beyond the shade"),
        ("20200101000000", "far before", "years before"),
    ],
)
def test_a_copy_stands_on_its_side_of_the_date_and_in_the_shade_when_it_is_near(timestamp, where, why):
    shown = timeline.captures(found(kept(timestamp)), LETTER)
    left, width = (
        float(size) for size in re.search(r'class="near" x="([\d.]+)" y="1" width="([\d.]+)"', shown).groups()
    )
    (x,) = copies(shown)
    side = "before" if x < MIDDLE else "after"
    is_near = left <= x <= left + width
    assert where == ("middle" if x == MIDDLE else f"{'near' if is_near else 'far'} {side}"), why


def test_the_words_come_in_the_order_of_time():
    shown = timeline.captures(found(kept("20220610000000"), kept("20200101000000", service="other")), LETTER)
    assert (
        words_of(shown) == "● copy 1 January 2020 │ cited 8 June 2022 ● copy 10 June 2022 ◆ looked up 21 November 2026"
    )


def test_the_access_date_counts_before_the_letters_and_a_month_is_told_as_one():
    shown = timeline.captures(found(kept("20220520000000"), accessed=PartialDate(2022, 5)), LETTER)
    assert "cited May 2022" in words_of(shown)
    assert copies(shown) == [MIDDLE], "within the month there is no distance"


def test_without_any_date_copies_are_measured_from_today():
    shown = timeline.captures(found(kept("20220610000000")), None)
    assert words_of(shown) == "● copy 10 June 2022 │ today, 21 November 2026"


def test_an_unusable_copy_is_told_and_drawn_as_such():
    shown = timeline.captures(found(kept(outcome=ArchiveOutcome.ARCHIVED_BAD)), LETTER)
    assert '<circle class="bad"' in shown
    assert "○ unusable copy 10 June 2022" in words_of(shown)


@pytest.mark.parametrize("timestamp", ["", "2022", "20221399000000", "x" * 14])
def test_without_a_copy_that_has_a_date_there_is_no_picture(timestamp):
    assert timeline.captures(found(kept(timestamp)), LETTER) is None


def stretches(*told):
    made, at = [], NOON
    for verdict, outcome, runs in told:
        until = at + timedelta(weeks=runs - 1)
        made.append(Stretch(verdict, outcome, at, until, runs))
        at = until + timedelta(weeks=1)
    return tuple(made)


@pytest.mark.parametrize(
    ("past", "told"),
    [
        ([("ok", "ok", 2)], "answers, 2 times since 21 November 2026"),
        (
            [("ok", "ok", 3), ("broken", "not_found", 1)],
            "answers, 3 times from 21 November 2026 to 5 December 2026; then {gone}, on 12 December 2026",
        ),
        (
            [("ok", "ok", 1), ("review", "timeout", 1), ("ok", "ok", 1), ("review", "timeout", 1), ("ok", "ok", 1)],
            (
                "2 changes before that; answers, on 5 December 2026; then no answer in time, on 12 December 2026; then "
                "answers, on 19 December 2026"
            ),
        ),
    ],
)
def test_what_runs_said_is_told_in_words(past, told):
    from verifier.report import words

    expected = told.replace("answers", words.LIVE[LiveOutcome.OK]).format(gone=words.LIVE[LiveOutcome.NOT_FOUND])
    shown = timeline.checks(a_finding(past=stretches(*past)))
    assert words_of(shown) == expected


def test_what_asks_for_more_stands_higher_and_longer_stretches_are_wider():
    shown = timeline.checks(
        a_finding(past=stretches(("ok", "ok", 9), ("review", "timeout", 1), ("broken", "not_found", 1)))
    )
    bars = re.findall(r'<rect class="(\w+)".*? width="([\d.]+)" height="([\d.]+)"', shown)
    assert [kind for kind, *_ in bars] == ["ok", "review", "broken"]
    assert sorted(float(height) for *_, height in bars) == [float(height) for *_, height in bars]
    assert float(bars[0][1]) > 5 * float(bars[1][1])


def test_a_first_run_has_no_past():
    assert timeline.checks(a_finding(verdict=Verdict.OK)) is None


@given(findings, partial_dates)
def test_any_finding_has_a_small_picture_or_none(finding, letter):
    shown = timeline.captures(finding, letter)
    assert shown is None or len(shown) < 900
    assert not shown or re.search(r'<svg [^>]*role="img"><title>[^<]+</title>', shown)
    assert shown is None or all(0 <= x <= 240 for x in copies(shown))


def test_other_captures_are_drawn_and_counted_beside_the_chosen_one():
    captures = (("20220301", 200), ("20220610", 200), ("20220701", None), ("20230101", 404), ("nonsense", 200))
    shown = timeline.captures(found(replace(kept("20220610000000"), captures=captures)), LETTER)
    assert words_of(shown).endswith(
        " ╷ 2 other captures, 1 March 2022 to 1 July 2022 × 1 captured error, 1 January 2023"
    )
    ticks = [float(x) for x in re.findall(r"M([\d.]+) 5v6", shown)]
    assert [tick < MIDDLE for tick in ticks] == [True, False]
    assert len(re.findall(r'class="error"', shown)) == 1
    assert len(copies(shown)) == 1


def test_a_day_that_another_archive_holds_well_counts_as_no_error():
    first = replace(kept(), captures=(("20220301", 404),))
    shown = timeline.captures(found(first, replace(kept(service="other"), captures=(("20220301", 200),))), LETTER)
    assert words_of(shown).endswith("╷ 1 other capture, 1 March 2022")


def test_a_capture_weighs_a_dozen_bytes():
    days = tuple((f"2021{month:02}01", 200) for month in range(1, 9))
    bare, full = (timeline.captures(found(replace(kept(), captures=some)), LETTER) for some in (days[:1], days))
    assert len(full) - len(bare) <= 7 * 12 + len("s to 1 August 2021")
