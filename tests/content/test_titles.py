"""Does a page's name for itself fit the cited title? Pairs as they are met, each with its reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.content import similarity
from verifier.model.evidence import TITLE_MATCH


@pytest.mark.parametrize(
    ("cited", "name", "why"),
    [
        ("A statement on lakes", "A statement on lakes", "the same"),
        ("A statement on lakes", "A Statement on Lakes | Example Office", "site name behind a bar"),
        ("A statement on lakes", "Example Office – A statement on lakes", "site name in front"),
        ("Lakes’ rights", "Lakes' rights", "typographic apostrophe"),
        ("Expert: the lake is a “dark stain”", "The lake is a 'dark stain', says expert", "reworded a little"),
        ("Lake police files: inside a camp", "Inside a camp: the lake police files", "turned around"),
        ("The costs of fishing: an interference in lakes", "The Costs of Fishing", "the page shortens its title"),
        ("Lakes drying up", "Breaking news: lakes drying up in the whole region, says report", "inside a longer name"),
        ("湖泊权利声明", "湖泊权利声明 - 示例机构", "Chinese, with a site name"),
        ("Declaración sobre los lagos", "DECLARACIÓN SOBRE LOS LAGOS", "capitals"),
        ("A statement on lakes,", "A statement on lakes", "American comma inside the quotation marks"),
        ("Annual report 2014 of the mill", "Annual report 2014 of the mill | Mill 2023", "a number more on one side"),
        ("The ten lakes of 2014", "The ten lakes | Page 2", "the page's own number stands behind its title"),
        ("A census of 1,204 lakes", "A census of 1204 lakes", "grouped digits"),
        ("Отчёт за ٢٠١٤ год", "Отчёт за 2014 год", "digits of another script"),
        ("The colour of lakes", "The color of lakes", "another spelling"),
        ("Организация озёр севера", "Организация озера севера", "another form of a word"),
        ("Report of the council on lakes", "Report by the council on lakes", "hardly a word"),
        ("Example Office: the lakes of the north", "The lakes of the north, Example News", "whose it is"),
        ("Lakes, Mills & Weirs", "Lakes, mills and weirs: a history of them - Example Press", "a sign for a word"),
        ("Seen und Mühlen", "Seen & Mühlen", "the page has the sign"),
        ("Jezera i mlinovi i brane", "Jezera & mlinovi i brane | Ured", "one of two words is a sign"),
        ("The Bargeman", "Bargeman", "but for an article"),
        ("The law of lakes, by the council", "By the council: the law of lakes", "turned around"),
    ],
)
def test_titles_that_fit(cited: str, name: str, why: str) -> None:
    assert (similarity(cited, [name]) or 0) >= TITLE_MATCH, why


@pytest.mark.parametrize(
    ("cited", "name", "why"),
    [
        ("A statement on lakes", "Example Office", "only the site"),
        ("A statement on lakes", "Page not found | Example Office", "an error page"),
        ("A statement on lakes", "A statement", "too short to be the same"),
        (
            "A statement on the drying of lakes",
            "All statements by the office on fishing rights",
            "same words, other page",
        ),
        ("湖泊权利声明", "首页 - 示例机构", "a home page"),
        ("Lakes drying up", "Just a moment...", "a wall"),
        ("Reports", "All reports of the year and how to order them", "a general word"),
        ("Annual report 2014 of the mill", "Annual report 2023 of the mill", "the report of another year"),
        ("Lakes and their law, part 1", "Lakes and their law, part 2 | Office", "another part"),
        ("第12号湖泊通告全文", "第13号湖泊通告全文", "another number, in Chinese"),
        ("Regulations on eels", "Regulations", "a section, whose name is one word of the title"),
        ("Stellungnahmen zum Watt", "Stellungnahmen | Amt", "a section, with the site's name"),
        ("Old lake", "New lake", "one word for another"),
        ("Rules for the northern lakes", "Board for the northern lakes", "one word for another, in a longer title"),
        ("Part one: the dry years", "Part two: the dry years", "parts counted in words"),
        ("Volume I of the lakes", "Volume II of the lakes", "parts counted in Roman digits"),
        ("Part A of the lakes", "Part B of the lakes", "parts counted by letters"),
        ("Annex A & tables of lakes", "Annex B & tables of lakes", "a letter that means and in another language"),
        ("Annex A to the lake report", "Annex B to the lake report – Mill & Sons", "the sign is in the site's name"),
        ("Lakes I & their law", "Lakes II & their law", "a Roman digit that means and in another language"),
        ("Eastern lakes of the plain", "Western lakes of the plain", "words that end alike"),
        ("Letter to the council of lakes", "Letter from the council of lakes", "the answer to it"),
        ("دليل البحيرات", "هيئة البحيرات", "the authority and its guide, in Arabic"),
        ("湖泊管理办法", "湖泊收费办法", "rules about something else, in Chinese"),
        ("Rapport sur les lacs du nord", "Rapport sur les ponts du nord", "something else, in French"),
    ],
)
def test_other_titles(cited: str, name: str, why: str) -> None:
    assert (similarity(cited, [name]) or 0) < TITLE_MATCH, why


def test_any_of_the_names_may_fit() -> None:
    assert similarity("A statement on lakes", ["Example Office", None, "A statement on lakes"]) == 1.0


@pytest.mark.parametrize(("cited", "names"), [(None, ["x"]), ("", ["x"]), ("—", ["x"]), ("x", []), ("x", [None, ""])])
def test_nothing_to_compare_is_not_zero(cited: str | None, names: list[str | None]) -> None:
    assert similarity(cited, names) is None


@given(st.text(max_size=80), st.text(max_size=80))
def test_always_a_share(cited: str, name: str) -> None:
    value = similarity(cited, [name])
    assert value is None or 0 <= value <= 1
