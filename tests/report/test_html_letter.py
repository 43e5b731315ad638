"""The letter in the page: every citation marked where it stands, with its note and finding beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import a_citation, a_document, a_finding, a_note, a_report
from tests.golden.example import the_report
from verifier.model.citation import Description, Marker
from verifier.model.document import Part, Position, Region, Role
from verifier.model.report import RuleHit, Verdict
from verifier.pipeline.sharing import share
from verifier.report import render

WIDE = {"viewport": {"width": 1280, "height": 900}}


@pytest.fixture
def letter(opened):
    return opened(render("html", the_report()), "#letter", **WIDE)


def long_letter(paragraphs, sign="word "):
    """One citation in the midst of many paragraphs."""
    link = "https://example.org/statement"
    plain = [sign * 40] * paragraphs
    text = "\n\n".join([*plain, f"See {link} there.", *plain])
    start = text.index(link)
    return replace(a_document(a_finding(citation=a_citation(start=start, end=start + len(link)))), text=text, notes=())


def test_citations_and_markers_are_marked_by_sign_and_word(letter):
    marks = letter.page.locator("#letter .x, #letter .m").all_inner_texts()
    assert any("[2]" in mark and "✎ fix" in mark for mark in marks)
    assert any("https://old.example.org/page" in mark and "✗ broken" in mark for mark in marks)
    assert any(mark.strip() == "[7]" for mark in marks), "a note that cites nothing has no verdict"
    tones = letter.page.locator("#letter .m.broken b").evaluate_all(
        "all => all.map(one => getComputedStyle(one).color)"
    )
    assert len(set(tones)) == 1


def test_note_and_finding_stand_beside_the_sentence(letter):
    row = letter.page.locator("#letter .row", has=letter.page.locator("#m-0-1"))
    beside = row.locator(".by")
    assert "Statement after official visit" in beside.inner_text()
    assert beside.locator(".fd.fix p a").first.get_attribute("href").endswith("-after-official-visit")
    text, margin = row.locator("> :first-child").bounding_box(), beside.bounding_box()
    assert margin["x"] > text["x"] + text["width"], "in a column of its own"


def test_in_a_narrow_window_they_stand_below(opened):
    page = opened(render("html", the_report()), "#letter", viewport={"width": 320, "height": 800})
    row = page.page.locator("#letter .row", has=page.page.locator("#m-0-1"))
    text, margin = row.locator("> :first-child").bounding_box(), row.locator(".by").bounding_box()
    assert margin["y"] >= text["y"] + text["height"]
    assert page.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_from_the_finding_to_its_sentence_and_back(opened):
    page = opened(render("html", the_report()), "#c-0000000000000004", **WIDE)
    page.page.locator("[id='c-0000000000000004'] .l").click()
    assert page.page.url.endswith("#m-0-3")
    assert page.page.evaluate("document.documentElement.dataset.view") == "letter"
    assert "dark stain" in page.page.locator(".row:has(:target) .claim").first.inner_text()
    page.page.locator(".row:has(:target) .fd a").first.click()
    assert page.page.evaluate("document.activeElement.parentNode.id") == "c-0000000000000004"
    page.page.go_back()
    assert page.count("#letter") == 1 and page.count("#list") == 0


def test_markers_lead_to_notes_and_notes_back(letter):
    letter.page.locator("#m-0-0").click()
    assert letter.page.url.endswith("#n-0-0")
    note = letter.page.locator("#n-0-0")
    assert note.inner_text().startswith("[1] General Assembly")
    letter.page.locator(".row", has=note).locator(".up").click()
    assert letter.page.url.endswith("#m-0-0")


def test_the_keyboard_walks_the_letter_too(letter):
    keys = letter.page.keyboard
    focused = "document.activeElement.closest('.fd')?.dataset.c"
    keys.press("j")
    first = letter.page.evaluate(focused)
    keys.press("j")
    assert letter.page.evaluate(focused) not in {first, None}
    keys.press("k")
    assert letter.page.evaluate(focused) == first == "0000000000000001"
    keys.press("l")
    letter.page.wait_for_function("location.hash === '#c-0000000000000001'")
    keys.press("l")
    letter.page.wait_for_function("location.hash === '#m-0-0'")


def test_what_stands_around_the_letter_is_folded_away(letter):
    assert letter.count("text=About us") == 0
    letter.page.locator("#letter .fold summary").click()
    assert letter.count("text=About us") == 1


def test_it_can_be_read_without_script(opened):
    page = opened(render("html", the_report()), java_script_enabled=False, **WIDE)
    assert page.count("#list") == page.count("#letter") == page.count("#sheet") == 1
    assert "One expert spoke of" in page.page.locator("#letter").text_content()
    assert page.count("#letter .fd.broken") > 0


def test_a_letter_that_was_shared_without_its_text_has_none(opened):
    documents = tuple(replace(one, text="") for one in the_report().documents)
    page = opened(render("html", replace(the_report(), documents=documents)))
    assert page.count("#letter, .views a[href='#letter']") == 0
    assert page.page.locator(".l").count() == 0


def test_a_shared_report_leaves_no_empty_frames():
    page = render("html", share(the_report()))
    assert "<blockquote></blockquote>" not in page and 'class="q"' not in page
    assert "conscience" not in page


def test_of_a_long_letter_the_passages_that_cite_are_shown_and_the_rest_is_counted():
    page = render("html", a_report(long_letter(1500)))
    assert "Only the passages that cite are shown" in page
    assert page.count("1,500 passages left out (300,000 characters)") == 0
    assert page.count("1,500 passages left out (298,500 characters)") == 2
    assert len(page) < 120_000
    whole = render("html", a_report(long_letter(20)))
    assert "passages left out" not in whole


def test_a_passage_of_a_megabyte_is_cut_around_what_it_cites():
    link = "https://example.org/statement"
    text = f"{'a' * 500_000} {link} {'b' * 500_000}"
    finding = a_finding(citation=a_citation(start=500_001, end=500_001 + len(link)))
    page = render("html", a_report(replace(a_document(finding), text=text, notes=())))
    assert len(page) < 130_000
    assert f">{link}<" in page and "498,501 characters" in page


@pytest.mark.parametrize(
    ("language", "text", "direction"),
    [("ar", "وقد أصدر المكتب بيانا يدعو إلى التحقيق [1].", "rtl"), ("zh", "办事处发表了声明 [1]。", "ltr")],
)
def test_text_of_other_scripts_runs_its_own_way(opened, language, text, direction):
    at = text.index("[1]")
    marker = Marker(Position(1, at + 1), text[:at].strip(), at, at + 3)
    note = a_note(start=0, end=0, markers=(marker,))
    document = replace(a_document(a_finding(verdict=Verdict.OK)), text=text, notes=(note,), language=language)
    page = opened(render("html", a_report(document)), "#letter")
    told = page.page.locator("#letter .row > p").first
    assert told.evaluate("one => getComputedStyle(one).direction") == direction
    assert told.evaluate("one => one.closest('[lang]').lang") == language
    assert page.page.locator("html").get_attribute("lang") == "en"


def test_headings_quotations_and_superscripts_look_like_what_they_are():
    text = "## Notes on water\n\nA claim1 of ours.\n\nSaid by others."
    at = text.index("1 of")
    note = a_note(start=0, end=0, markers=(Marker(Position(3, 8), "A claim of ours.", at, at + 1),))
    regions = (Region(0, 17, Role.HEADING), Region(text.index("Said"), len(text), Role.QUOTED))
    page = render("html", a_report(replace(a_document(a_finding()), text=text, notes=(note,), regions=regions)))
    assert '<h3 dir="auto">Notes on water</h3>' in page
    assert '<blockquote dir="auto">Said by others.</blockquote>' in page
    assert 'href="#n-0-0"><sup>1</sup>' in page


ENDS = """(one, link) => {
  const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const at = text.data.indexOf(link);
    if (at < 0) continue;
    const place = (from) => {
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, from + 1);
      return range.getBoundingClientRect().left;
    };
    return place(at) < place(at + link.length - 1);
  }
}"""


@pytest.mark.parametrize("place", [".q", "dd.r"])
def test_an_address_in_a_line_from_right_to_left_is_not_torn(opened, place):
    link = "https://example.org/2022/05/"
    text = f"جمعية الميناء، جداول المد والجزر، {link}"
    at = text.index(link)
    described = Description(title="جداول المد والجزر", publisher="جمعية الميناء")
    citation = a_citation(
        url=link, value=link, as_written=link, start=at, end=len(text), description=described, part=Part.NOTE
    )
    note = a_note(text=text, start=0, end=len(text))
    finding = a_finding(citation=citation, verdict=Verdict.REVIEW, rules=(RuleHit("VFY211", "Answered 403."),))
    document = replace(a_document(finding), text=text, notes=(note,), language="ar")
    page = opened(render("html", a_report(document)), viewport={"width": 1400, "height": 900})
    assert page.page.locator(place).first.evaluate(ENDS, link) is True
