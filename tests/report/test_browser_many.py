"""A letter of more than a thousand citations stands in groups of cards: filtered, sorted and linked to all the same."""

from __future__ import annotations

from functools import cache

import pytest

from tests.builders import NOON, a_citation, a_document, a_finding, a_report
from verifier.model.evidence import LiveOutcome, LiveResult
from verifier.model.report import Verdict
from verifier.report import render

COUNT = 1_210
OUTCOMES = {
    Verdict.BROKEN: LiveOutcome.NOT_FOUND,
    Verdict.REVIEW: LiveOutcome.TIMEOUT,
    Verdict.FIX: LiveOutcome.MOVED,
    Verdict.OK: LiveOutcome.OK,
}


@cache
def page():
    findings = []
    for number in range(COUNT):
        verdict = list(OUTCOMES)[number % 11 % 4]
        url = f"https://h{number % 7}.example.org/{number}"
        citation = a_citation(id=f"{number:016x}", url=url, value=url, as_written=url, note_index=None)
        findings.append(a_finding(citation=citation, verdict=verdict, live=LiveResult(OUTCOMES[verdict], NOON)))
    return render("html", a_report(a_document(*findings)))


@pytest.fixture
def many(opened):
    return opened(page(), viewport={"width": 1000, "height": 800})


def ids(on):
    return on.locator(".c").evaluate_all(
        "all => all.filter(one => !one.hidden).map(one => parseInt(one.id.slice(2), 16))"
    )


def test_every_card_is_there_in_its_group_and_empty_groups_take_no_room(many):
    on = many.page
    assert on.locator(".group > .c").count() == on.locator(".c").count() == COUNT
    tall = on.evaluate("document.querySelector('.cards').offsetHeight")
    on.locator("label.chip.review").click()
    wanted = [number for number in range(COUNT) if number % 11 % 4 == 1]
    assert sorted(ids(on)) == wanted
    assert many.text("#n") == f"{len(wanted)} of {COUNT:,} shown"
    empty = on.locator(".group").evaluate_all(
        "all => all.filter(one => one.querySelector('.c:not([hidden])') ? one.hidden : !one.hidden).length"
    )
    assert empty == 0, "a group is there when it shows something, and only then"
    assert on.evaluate("document.querySelector('.cards').offsetHeight") < tall / 2
    on.locator("#clear").click()
    assert len(ids(on)) == COUNT


def test_it_can_be_sorted_and_sorted_back(many):
    on = many.page
    urgent = ids(on)
    on.select_option("#s", "text")
    assert ids(on) == list(range(COUNT))
    on.select_option("#s", "host")
    assert ids(on) == sorted(range(COUNT), key=lambda number: (number % 7, urgent.index(number)))
    on.select_option("#s", "")
    assert ids(on) == urgent
    on.select_option("#s", "text")
    on.locator("label.chip.broken").click()
    assert ids(on) == [number for number in range(COUNT) if number % 11 % 4 == 0], "filtered after it was sorted"


def test_a_permalink_leads_into_a_group_out_of_sight(opened):
    last = f"#c-{COUNT - 1:016x}"
    shown = opened(page(), last, viewport={"width": 1000, "height": 800})
    card = shown.page.locator(last)
    assert card.evaluate("card => card.open || card.localName === 'article'")
    assert 0 <= card.bounding_box()["y"] < 800


def test_the_keyboard_walks_from_group_to_group(many):
    for _ in range(45):
        many.page.keyboard.press("j")
    at = many.page.evaluate("document.activeElement.closest('.c').id")
    assert at == many.page.locator(".c").nth(44).get_attribute("id")


IN_SIGHT = """() => [...document.querySelectorAll("details.c[open]:not([hidden])")].filter((card) => {
  const place = card.getBoundingClientRect();
  return place.bottom > 0 && place.top < innerHeight && card.checkVisibility({ contentVisibilityAuto: true });
}).map((card) => card.querySelectorAll(".ask").length)"""


@pytest.mark.parametrize("moved", ["", "scrolled", "filtered"])
def test_cards_in_sight_can_be_decided_on_before_the_pointer_is_over_them(many, moved):
    on = many.page
    if moved == "scrolled":
        on.evaluate("scrollTo({ top: document.documentElement.scrollHeight / 3, behavior: 'instant' })")
    if moved == "filtered":
        on.locator("label.chip.fix input").dispatch_event("click")
    on.wait_for_function(f"() => {{ const all = ({IN_SIGHT})(); return all.length && all.every((n) => n === 1); }}")
    assert on.locator(".ask").count() < COUNT / 4, "and only those near it, for the sake of time"


def test_it_prints_and_reads_whole(opened):
    shown = opened(page(), java_script_enabled=False)
    shown.page.emulate_media(media="print")
    assert shown.page.locator(".group").first.evaluate("one => getComputedStyle(one).contentVisibility") == "visible"
    assert shown.page.locator(".c h3").count() == COUNT
