"""Sources described after GOST R 7.0.5 and GB/T 7714: one row per sign that the standards set."""

from __future__ import annotations

import pytest

from verifier.citations.metadata import Own, describe

ROWS = [
    (
        "Сільські школи: аналітична записка / Центр «Школа». Київ, 2021. URL: ",
        ("Сільські школи", "Центр «Школа»", None, "2021"),
        "the same without dashes, as in Ukraine",
    ),
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
    (
        "王小明. 湿地之殇[N/OL]. 城市日报, 2021-06-18(03)[2021-07-15]. ",
        ("湿地之殇", "城市日报", "王小明", "2021-06-18"),
        "the newspaper stands behind the kind",
    ),
    (
        "水利局. 湿地规划（2016—2030）[R/OL]. (2016-03-01)[2021-07-15]. ",
        ("湿地规划（2016—2030）", "水利局", None, "2016-03-01"),
        "a title may end in brackets",
    ),
    (
        "Лесной дозор: доклад / Союз «Зелёный пояс». — М., 2020. — 56 с. — URL: ",
        ("Лесной дозор", "Союз «Зелёный пояс»", None, "2020"),
        "a slash parts a title from who answers for it",
    ),
    (
        "Иванин П. П. Плотины / П. П. Иванин. — М.: Река, 2019. — 88 с. — URL: ",
        ("Плотины", "Река", "Иванин П. П.", "2019"),
        "a colon parts the place from the publisher",
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
