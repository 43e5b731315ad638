"""Dates in the languages that letters come in."""

from __future__ import annotations

import pytest

from verifier.citations.dates import find_date

ROWS = [
    ("28 May 2022:", "2022-05-28"),
    ("May 28, 2022", "2022-05-28"),
    ("28th of May 2022", "2022-05-28"),
    ("1er mai 2021", "2021-05-01"),
    ("12 de marzo de 2021", "2021-03-12"),
    ("12. März 2021", "2021-03-12"),
    ("3 de março de 2020", "2020-03-03"),
    ("5 maggio 2022", "2022-05-05"),
    ("28 мая 2022", "2022-05-28"),
    ("2022年5月28日", "2022-05-28"),
    ("2021年10月", "2021-10"),
    ("28.05.2022", "2022-05-28"),
    ("2022-05-28", "2022-05-28"),
    ("12-May-2020", "2020-05-12"),
    ("September 2017:", "2017-09"),
    ("2021, pg. 24", "2021"),
    ("05/28/2022", "2022-05-28"),
    ("28/05/2022", "2022-05-28"),
    ("05/06/2022", "2022"),
    ("(2020). Title", "2020"),
    ("31 February 2022", None),
    ("room 2022 is closed", None),
    ("1,000 prisoners", None),
]


@pytest.mark.parametrize(("text", "date"), ROWS)
def test_what_a_date_says(text: str, date: str | None) -> None:
    found = find_date(text)
    assert (str(found.date) if found else None) == date


def test_the_fullest_date_wins_over_an_earlier_year() -> None:
    found = find_date("Report 2019, 3 May 2021, https://example.org")
    assert found is not None
    assert str(found.date) == "2021-05-03"
