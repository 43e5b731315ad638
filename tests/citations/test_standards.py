"""Sources described after GOST R 7.0.5 and GB/T 7714: one row per sign that the standards set."""

from __future__ import annotations

import pytest

from verifier.citations.metadata import Own, describe

ROWS = [
    (
        "Иванин П. П. Плотины // Речная газета. 2020. 5 мая. URL: ",
        ("Плотины", "Речная газета", "Иванин П. П.", "2020"),
        "` // ` parts a title from what holds it, initials end the author",
    ),
    ("Где ремонт? // Речная газета. 2020. URL: ", ("Где ремонт?", "Речная газета", None, "2020"), "no author"),
    (
        "港务局．三号码头调查报告[EB/OL]．（2020-05-03）[2020-06-04]．",
        ("三号码头调查报告", "港务局", None, "2020-05-03"),
        "the day of access stands in square brackets behind the day of publication",
    ),
    ("港报. “又沉了”[N/OL]. 2020-05-06 ", ("又沉了", "港报", None, "2020-05-06"), "a quoted title under a kind"),
    ("Harbour Institute, “Quays” [Online], 2019, ", ("Quays", "Harbour Institute", None, "2019"), "no kind of GB/T"),
]


@pytest.mark.parametrize(("before", "expected", "why"), ROWS)
def test_parts_are_told_by_the_signs_of_the_standard(before: str, expected: tuple[str | None, ...], why: str) -> None:
    found = describe(Own(before, ""))
    assert (found.title, found.publisher, found.author, str(found.date)) == expected, why


def test_the_day_of_access_in_brackets() -> None:
    assert str(describe(Own("港报. 又沉了[N/OL]. 2020-05-06 [2020-06-07]. ", "")).accessed) == "2020-06-07"
