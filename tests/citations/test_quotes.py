"""Quotations and to whom the letter gives them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.citations.quotes import find_quotations, is_attributed

ROWS = [
    ("straight", 'say "low water" here', ["low water"]),
    ("curly", "say “low water” here", ["low water"]),
    ("German", "das „niedrige Wasser“ hier", ["niedrige Wasser"]),
    ("French", "l’« eau basse » ici", ["eau basse"]),
    ("Chinese", "称为「暂停」了", ["暂停"]),
    ("apostrophes alone", "China’s and the workers’ rights", []),
    ("single with apostrophe", "‘China’s plan’, 2020", ["China’s plan"]),
    ("two quotations", "“one” and “two”", ["one", "two"]),
    ("unclosed", "“one and nothing", []),
    ("empty", "“” and ''", []),
]


@pytest.mark.parametrize(("reason", "text", "quotations"), ROWS, ids=[row[0] for row in ROWS])
def test_where_quotations_stand(reason: str, text: str, quotations: list[str]) -> None:
    assert [one.text for one in find_quotations(text)] == quotations


ATTRIBUTION = [
    ("words of the title", "for decisive measures", "They call", "UN experts call for decisive measures", (), True),
    ("two words, though in the title", "decisive measures", "So", "Experts call for decisive measures", (), False),
    ("two words, though by the source", "low water", "The Lake Board said", None, ("Lake Board",), False),
    ("scare quotes", "deeply worrying", "She called it", "A Grim Milestone", (), False),
    ("the source is named", "the water is low", "The Lake Board said", None, ("Lake Board",), True),
    ("a document speaks", "the water is low", "The report found that", None, (), True),
    ("somebody else speaks", "the water is low", "My aunt thinks", "Title", ("Lake Board",), False),
    ("the title is named", "the water is low", "The notice of pilots says", "Notice of pilots", (), True),
    ("two words of a subject", "the water is low", "On human rights my aunt said", "Human rights", (), False),
    ("a notice speaks", "the water is low", "The board's own notice explains that", None, (), False),
    ("that notice speaks", "the water is low", "That notice explains that", None, (), True),
    ("an accent left out", "вода очень низкая", "Комитет озер пишет", None, ("Комитет озёр",), True),
    ("an accent put in", "l’eau est très basse", "Pour le Comité des étangs", None, ("Comite des etangs",), True),
    ("another name", "вода очень низкая", "Комитет рек пишет", None, ("Комитет озёр",), False),
    ("Japanese names it", "水位がとても低いことを認める", "湖委員会は", None, ("湖委員会",), True),
    ("a Latin name in Japanese", "水位がとても低いことを認める", "Lake Boardによれば", None, ("Lake Board",), True),
    ("a Korean particle", "물이 아주 낮다", "호수위원회는", None, ("호수위원회",), True),
    ("Thai names it", "ระดับน้ำต่ำมากในปีนี้", "คณะกรรมการทะเลสาบกล่าวว่า", None, ("คณะกรรมการทะเลสาบ",), True),
    ("a part of a Latin word", "the water is low", "The Lakeboarders “湖”", None, ("Lake Board",), False),
    ("French", "l’eau est très basse", "Selon le rapport,", None, (), True),
    ("German", "das Wasser ist niedrig", "Laut dem Bericht", None, (), True),
    ("Russian", "вода очень низкая", "Согласно докладу,", None, (), True),
    ("Chinese", "水位非常低而且还在下降", "据该报告称，", None, (), True),
    ("Chinese of somebody", "水位非常低而且还在下降", "我姑姑觉得", None, (), False),
    ("Korean", "물이 아주 낮다", "보고서에 따르면", None, (), True),
    ("a French report speaks", "l’eau est très basse", "Le rapport de la chambre parle d’un", None, (), True),
    ("a Spanish report speaks", "el agua está muy baja", "El informe técnico reconoce que", None, (), True),
    ("a German study speaks", "das Wasser ist niedrig", "Die Studie kommt zu dem Schluss:", None, (), True),
    ("a Russian report speaks", "вода очень низкая", "В докладе говорится:", None, (), True),
    ("an Arabic report speaks", "الماء منخفض جدا", "وقد ذكر تقرير الوزارة أن", None, (), True),
    ("a Turkish report speaks", "su çok alçak", "Raporda", None, (), True),
    ("the letter's own, in Spanish", "el agua está muy baja", "Nuestro informe señala que", None, (), False),
    ("a Spanish union is no verb", "el agua está muy baja", "Ni el informe ni el sindicato:", None, (), False),
    ("French of somebody", "l’eau est très basse", "Ma tante pense :", None, (), False),
    ("Thai of somebody", "ระดับน้ำต่ำมากในปีนี้", "ป้าของฉันคิดว่า", None, ("คณะกรรมการทะเลสาบ",), False),
]
BEHIND = [
    (", the report said.[1]", (), True, "a document speaks behind it"),
    (", wrote the Lake Board.[1]", ("Lake Board",), True, "the source is named behind it"),
    (", according to the study.[1]", (), True, "according to a document"),
    (", selon le rapport.[1]", (), True, "behind it in French"),
    ("“, heißt es im Bericht.[1]", (), True, "behind it in German"),
    (", my aunt said.[1]", ("Lake Board",), False, "somebody else speaks"),
    (" is what they say, and nobody knows why the report was never read aloud.[1]", (), False, "far behind"),
]


@pytest.mark.parametrize(("tail", "sources", "given_to", "why"), BEHIND)
def test_a_quotation_is_given_to_its_source_behind_it_too(
    tail: str, sources: tuple[str, ...], given_to: bool, why: str
) -> None:
    assert is_attributed("the water is low", "", None, sources, tail) is given_to, why


@pytest.mark.parametrize(("reason", "quotation", "lead", "title", "sources", "given_to"), ATTRIBUTION)
def test_which_quotations_are_given_to_the_source(
    reason: str, quotation: str, lead: str, title: str | None, sources: tuple[str, ...], given_to: bool
) -> None:
    assert is_attributed(quotation, lead, title, sources) is given_to


@given(st.text(alphabet="“”‘’\"'«»「」ab s.,\n", max_size=60))
def test_quotations_lie_in_order_within_the_text(text: str) -> None:
    at = 0
    for one in find_quotations(text):
        assert at <= one.start < one.end <= len(text)
        at = one.end
