"""The nearest capture, and whether the page changed around the date."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.checks.archive.cdx import Capture
from verifier.checks.archive.choose import (
    SHOWN,
    by_nearness,
    days_between,
    nearest,
    nearest_days,
    stable_around,
    time_to_ask,
)
from verifier.model.dates import PartialDate

DAY = PartialDate(2022, 5, 28)
MONTH = PartialDate(2022, 5)
YEAR = PartialDate(2021)


@pytest.mark.parametrize(
    ("cited", "timestamps", "expected", "days", "why"),
    [
        (DAY, ["20220520", "20220530"], "20220530", 2, "after is nearer"),
        (DAY, ["20220526", "20220701"], "20220526", -2, "before is nearer, and negative"),
        (DAY, ["20220607", "20220518"], "20220518", -10, "the earlier on a tie"),
        (DAY, ["20220528", "20220527"], "20220528", 0, "the day itself"),
        (DAY, ["20100101"], "20100101", -4530, "the only one"),
        (MONTH, ["20220501", "20220601"], "20220501", 0, "inside the month"),
        (MONTH, ["20220430", "20220602"], "20220430", -1, "counted from the month's edge"),
        (YEAR, ["20201231", "20210704", "20220101"], "20210704", 0, "inside the year"),
        (YEAR, ["20190101", "20220102"], "20220102", 2, "counted from the year's edge"),
    ],
)
def test_the_nearest_capture_is_chosen_by_day(
    cited: PartialDate, timestamps: list[str], expected: str, days: int, why: str
) -> None:
    chosen = nearest(cited, [f"{stamp}120000" for stamp in timestamps])
    assert chosen == f"{expected}120000", why
    assert days_between(cited, chosen) == days


@pytest.mark.parametrize(
    ("listed", "expected", "why"),
    [
        ([], (), "nothing was listed"),
        ([("20230101", 404), ("20220601", 200)], (("20220601", 200), ("20230101", 404)), "in the order of time"),
        (
            [("20220601", 404), ("20220601", None), ("20220601", 503)],
            (("20220601", None),),
            "of a day, what may be good",
        ),
        ([("20220601", None), ("20220601", 200)], (("20220601", 200),), "a status that is told before one that is not"),
        (
            [(f"20{year:02}0528", 200) for year in range(10, 30)],
            tuple((f"20{year}0528", 200) for year in range(18, 26)),
            "the nearest eight, the earlier on a tie",
        ),
    ],
)
def test_the_days_to_be_shown(
    listed: list[tuple[str, int | None]], expected: tuple[tuple[str, int | None], ...], why: str
) -> None:
    captures = [Capture(f"{day}{12 + at % 12}0000", "", status) for at, (day, status) in enumerate(listed)]
    shown = nearest_days(DAY, captures)
    assert shown == expected, why
    assert len(shown) <= SHOWN


def test_nothing_is_nearest_to_nothing() -> None:
    assert nearest(DAY, []) is None


def test_only_what_may_be_good_is_ordered() -> None:
    rows = [
        Capture("20220528000000", "u", 404),
        Capture("20220901000000", "u", 200),
        Capture("20220601000000", "u", None),
        Capture("20220529000000", "u", 301),
        Capture("20220530000000", "u", 206),
    ]
    assert [row.timestamp[:8] for row in by_nearness(DAY, rows)] == ["20220530", "20220601", "20220901"]


TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("cited", "expected", "why"),
    [
        (DAY, "20220528060000", "the morning of the day"),
        (PartialDate(2022, 2), "20220214180000", "the middle of the month"),
        (YEAR, "20210702060000", "the middle of the year"),
        (PartialDate(2026), "20260612060000", "the middle of what has passed of the year"),
        (PartialDate(2031, 1, 1), "20261121060000", "a date to come means today"),
        (PartialDate(1850), "19960101060000", "older than any archive"),
    ],
)
def test_the_time_to_ask_for(cited: PartialDate, expected: str, why: str) -> None:
    assert time_to_ask(cited, TODAY) == expected, why


@given(st.integers(1990, 2040), st.integers(0, 12), st.lists(st.dates(date(1996, 1, 1), TODAY), min_size=1, max_size=6))
def test_the_nearest_to_the_time_asked_for_is_nearest_to_the_date(year: int, month: int, taken: list[date]) -> None:
    """An archive picks by seconds from one moment; that must come to the same as picking by days from an interval."""
    cited = PartialDate(year, month or None)
    moment = time_to_ask(cited, TODAY)
    asked = date(int(moment[:4]), int(moment[4:6]), int(moment[6:8]))
    picked = min(taken, key=lambda day: abs((day - asked).days))
    best = min(abs(cited.days_to(day)) for day in taken)
    assert abs(cited.days_to(picked)) - best <= 1


def rows(*known: tuple[str, str]) -> list[Capture]:
    return [Capture(f"{stamp}120000", "u", 200, digest) for stamp, digest in known]


@pytest.mark.parametrize(
    ("cited", "known", "expected", "why"),
    [
        (DAY, [("20220101", "A"), ("20220901", "A")], True, "the same before and after"),
        (DAY, [("20220101", "A"), ("20220901", "B")], False, "changed in between"),
        (DAY, [("20220901", "A"), ("20220101", "A")], True, "in any order"),
        (DAY, [("20220101", "A"), ("20220901", "A"), ("20230901", "B")], True, "later changes do not matter"),
        (DAY, [("20200101", "B"), ("20220101", "A"), ("20220901", "A")], True, "nor do earlier ones"),
        (DAY, [("20220101", "A")], None, "one side only"),
        (DAY, [("20220901", "A"), ("20220902", "A")], None, "after only"),
        (DAY, [("20220528", "A")], None, "one capture proves nothing about stability"),
        (DAY, [("20220528", "A"), ("20220901", "A")], True, "the day itself is both sides"),
        (DAY, [("20220101", "A"), ("20220528", "B"), ("20220901", "A")], False, "the day differs"),
        (DAY, [("20220101", ""), ("20220901", "")], None, "no digests"),
        (DAY, [], None, "nothing"),
        (YEAR, [("20201201", "A"), ("20210601", "A"), ("20220201", "A")], True, "throughout the year"),
        (YEAR, [("20201201", "A"), ("20210601", "B"), ("20220201", "A")], False, "not in the middle of the year"),
    ],
)
def test_whether_a_page_stayed_the_same_around_a_date(
    cited: PartialDate, known: list[tuple[str, str]], expected: bool | None, why: str
) -> None:
    assert stable_around(cited, rows(*known)) is expected, why


def test_revisits_count_and_errors_do_not() -> None:
    captures = [
        Capture("20220101000000", "u", 200, "A"),
        Capture("20220527000000", "u", 404, "B"),
        Capture("20220901000000", "u", None, "A", "warc/revisit"),
    ]
    assert stable_around(DAY, captures) is True
