"""A letter full of hostile text renders inert: nothing runs, nothing is asked for, hijacked links are text."""

from __future__ import annotations

import json
import re

import pytest

from tests.report import hostile
from tests.report.pages import page


@pytest.fixture
def shown(opened):
    return opened(page("hostile"), viewport={"width": 1280, "height": 900})


def test_nothing_runs_and_nothing_is_asked_for(shown):
    """`opened` asserts at its end that no request left the page, and that there was no dialogue and no complaint."""
    on = shown.page
    title = on.title()
    on.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    for view in on.locator("nav a").all():
        view.click()
    on.locator("nav a").first.click()
    on.mouse.move(300, 300)
    for key in "jjkojc":
        on.keyboard.press(key)
    on.fill("#q", "owned")
    on.locator("#n", has_text="of").wait_for()
    assert on.title() == title
    assert "owned" not in title


def test_no_element_attribute_or_style_comes_from_the_letter(shown):
    found = shown.page.evaluate(
        """() => ({
          kinds: [...new Set([...document.querySelectorAll("*")].map((one) => one.localName))],
          handlers: [...document.querySelectorAll("*")].flatMap((one) =>
            [...one.attributes].map((each) => each.name).filter((name) => name.startsWith("on") || name === "style")),
          scripts: document.scripts.length,
          sheets: document.styleSheets.length,
        })"""
    )
    assert not {"img", "iframe", "object", "embed", "base", "link", "video", "audio", "style-x"} & set(found["kinds"])
    assert found["handlers"] == []
    assert (found["scripts"], found["sheets"]) == (2, 1), "our script, the data for it, and our style"
    forms = shown.page.locator("form").evaluate_all("forms => forms.map(form => form.getAttribute('method'))")
    assert set(forms) <= {"dialog"}
    assert shown.page.locator("meta[http-equiv]").evaluate_all("all => all.map(one => one.httpEquiv)") == [
        "Content-Security-Policy"
    ]


def test_links_lead_to_plain_web_addresses_only(shown):
    links = shown.page.locator("a").evaluate_all(
        "links => links.map(link => [link.getAttribute('href'), link.protocol, link.username, link.rel])"
    )
    outside = [link for link in links if not link[0].startswith("#")]
    assert outside, "some links are fine"
    assert {protocol for _, protocol, *_ in outside} <= {"http:", "https:"}
    assert not [href for href, _, user, rel in outside if user or "noreferrer" not in rel]
    assert not [href for href, *_ in outside if re.search("[\\s\u202e\x00\"'<>]", href) or len(href) > 4000]


def test_hijacked_links_are_text(shown):
    """The same address in a letter where it answered is a link; the outcome decides, not the address."""
    hijacked = shown.page.locator(".c[data-o=parked], .c[data-o=domain_gone]")
    links = hijacked.locator("a").evaluate_all("links => links.map(link => link.href)")
    assert not [link for link in links if link.startswith(hostile.HIJACKED)]
    told = [one for one in hijacked.locator("code").all_text_contents() if one == hostile.HIJACKED]
    assert len(told) >= 2, "its address is there to be read"
    assert shown.page.locator(f".c[data-o=ok] a[href='{hostile.HIJACKED}']").count()


def test_what_cannot_be_seen_is_named(shown):
    text = shown.page.content()
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
    assert "‹U+202E›" in shown.page.locator("main").text_content()
    assert "‹U+0000›" in shown.page.locator("main").text_content()


def test_a_megabyte_of_note_is_cut_and_says_so(shown):
    assert len(page("hostile")) < 1_500_000, "less than the notes alone"
    assert "characters in all)" in shown.page.locator("main").text_content()


def test_the_data_for_the_script_cannot_end_it(shown):
    (data,) = re.findall('<script type="application/json" id="data">(.*?)</script>', page("hostile"), re.DOTALL)
    assert "<" not in data
    assert json.loads(data)


def test_ids_that_the_page_uses_itself_do_not_clash(shown):
    ids = shown.page.locator("[id]").evaluate_all("all => all.map(one => one.id)")
    assert len(ids) == len(set(ids))
    assert shown.page.locator("#q").evaluate("one => one.localName") == "input"
    shown.page.locator("label.chip.review").click()
    shown.page.locator("#n", has_text="of").wait_for()


def test_it_can_be_read_without_script_too(opened):
    shown = opened(page("hostile"), java_script_enabled=False)
    assert shown.count(".c") > 30
    assert "document.title='owned'" in shown.text("main"), "as text"
