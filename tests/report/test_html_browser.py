"""The HTML report as a reader meets it: in Chromium, from a file, with and without script."""

from __future__ import annotations

import pytest

from tests.builders import a_document, a_report
from tests.golden.example import the_extract, the_report
from verifier.report import render

BROKEN, MENDED = "c-0000000000000004", "c-0000000000000002"


@pytest.fixture
def report(opened):
    return opened(render("html", the_report()), viewport={"width": 1280, "height": 900})


def test_it_opens_with_what_needs_doing_first_and_open(report):
    assert report.text("#n") == "15 in all, 1 around the letter"
    assert report.count(".cards > .c") == 15, "the one around the letter is folded away"
    verdicts = report.page.locator(".cards > .c").evaluate_all("cards => cards.map(card => card.classList[1])")
    assert verdicts[:9] == ["broken"] * 4 + ["fix"] * 2 + ["review"] * 3
    assert report.page.locator(".c[open]").count() == 9


def test_filters_narrow_the_list_and_are_kept_in_the_address(report, opened):
    report.page.locator("label.chip.fix").click()
    assert report.text("#n") == "2 of 15 shown"
    assert report.count(".c") == 2
    report.page.select_option("#o", "moved")
    assert report.text("#n") == "1 of 15 shown"
    assert report.page.url.endswith("#?v=fix&o=moved")
    again = opened(render("html", the_report()), "#?v=fix&o=moved")
    assert again.text("#n") == "1 of 15 shown"
    again.page.locator("#clear").click()
    assert again.text("#n") == "15 in all, 1 around the letter"
    assert "?" not in again.page.url


def test_filters_by_host_and_part(report):
    report.page.select_option("#h", "stories.example.org")
    assert report.text("#n") == "1 of 15 shown"
    report.page.select_option("#h", "")
    report.page.select_option("#p", "surroundings")
    assert report.text("#n") == "0 of 15 shown, 1 around the letter"


@pytest.mark.parametrize(
    ("words", "found"), [("dark stain", 2), ("声明", 1), ("VFY011", 1), ("no such words", 0), ("CONSCIENCE kept", 0)]
)
def test_search_finds_words_anywhere_in_a_card(report, words, found):
    report.page.fill("#q", words)
    report.page.locator("#n", has_text="shown").wait_for()
    assert report.text("#n") == f"{found} of 15 shown"


def test_who_narrows_the_list_from_further_down_sees_its_beginning(report):
    report.page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    report.page.fill("#q", "e")
    report.page.locator("#n", has_text="shown").wait_for()
    report.page.wait_for_function(
        "document.querySelector('.c:not([hidden])').getBoundingClientRect().top"
        " >= document.querySelector('.tools').getBoundingClientRect().bottom"
    )


def test_order_of_the_letter_and_back(report):
    def ids():
        return report.page.locator(".cards").first.locator("> .c").evaluate_all("cards => cards.map(card => card.id)")

    urgent = ids()
    report.page.select_option("#s", "text")
    assert ids() == sorted(urgent)
    report.page.select_option("#s", "")
    assert ids() == urgent


@pytest.mark.parametrize("width", [1400, 1000, 700, 360])
def test_nothing_that_is_led_to_stands_behind_the_bar(opened, width):
    shown = opened(render("html", the_report()), "#c-000000000000000c", viewport={"width": width, "height": 600})
    below = """() => {
        const bar = document.querySelector(".tools"), at = document.activeElement.getBoundingClientRect();
        return at.top - (getComputedStyle(bar).position === "sticky" ? bar.getBoundingClientRect().bottom : 0);
    }"""
    assert 0 <= shown.page.evaluate(below) < 200, "a link to a finding"
    for key in "kkkjjjj":
        shown.page.keyboard.press(key)
        assert shown.page.evaluate(below) >= 0, f"the finding that {key} leads to"


def test_a_permalink_opens_its_finding(opened):
    page = opened(render("html", the_report()), "#c-000000000000000c", viewport={"width": 1000, "height": 600})
    card = page.page.locator("[id='c-000000000000000c']")
    assert card.evaluate("card => card.open"), "one that is closed at first"
    assert page.page.evaluate("document.activeElement.parentNode.id") == "c-000000000000000c"
    folded = opened(render("html", the_report()), "#0000000000000011")  # as earlier reports wrote it
    assert folded.page.locator("[id='c-0000000000000011'] dl").first.is_visible(), "also where it is folded away"


def test_the_keyboard_is_enough(report):
    keys = report.page.keyboard
    focused = "document.activeElement.closest('.c')?.id"
    keys.press("j")
    assert report.page.evaluate(focused) == BROKEN
    keys.press("o")
    assert report.page.evaluate(f"document.getElementById('{BROKEN}').open") is False
    keys.press("j")
    keys.press("k")
    assert report.page.evaluate(focused) == BROKEN
    keys.press("/")
    assert report.page.evaluate("document.activeElement.id") == "q"
    keys.type("jkx?")
    assert report.page.input_value("#q") == "jkx?", "keys are letters while one types"
    keys.press("Escape")
    keys.press("x")
    assert report.page.input_value("#q") == ""
    keys.press("?")
    assert report.count("dialog") == 1
    report.page.locator("#single").uncheck()
    keys.press("Escape")
    report.page.evaluate("document.activeElement.blur()")
    keys.press("/")
    assert report.page.evaluate("document.activeElement.id") != "q", "single keys can be turned off"


def test_the_suggested_link_is_copied(opened):
    page = opened(render("html", the_report()), permissions=["clipboard-read", "clipboard-write"])
    button = page.page.locator(f"[id='{MENDED}'] .do .k")
    button.click()
    page.page.locator(f"[id='{MENDED}'] .do .k", has_text="Copied").wait_for()
    copied = page.page.evaluate("navigator.clipboard.readText()")
    assert copied == "https://office.example.org/en/statements/2022/05/statement-high-commissioner-after-official-visit"


def test_light_and_dark_and_the_choice_is_remembered(opened):
    page = opened(render("html", the_report()), color_scheme="dark")
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.page.evaluate(background)
    page.page.locator("#theme").click()
    light = page.page.evaluate(background)
    assert dark != light
    page.page.reload()
    assert page.page.evaluate(background) == light


@pytest.mark.parametrize("width", [320, 480, 768, 1280])
def test_nothing_is_wider_than_the_window(opened, width):
    page = opened(render("html", the_report()), viewport={"width": width, "height": 800})
    assert page.page.evaluate("document.documentElement.scrollWidth") <= width


def test_everything_can_be_read_without_script(opened):
    page = opened(render("html", the_report()), java_script_enabled=False)
    assert page.count(".c") == 15
    assert page.count(".tools") == 0, "no controls that do nothing"
    assert "9 of 15 citations ask for something" in page.text(".top")
    assert "A working link proves no claim" in page.text(".top")
    assert page.count(f"[id='{BROKEN}'] .do a") == 1
    closed = page.page.locator("[id='c-0000000000000001']")
    closed.locator("summary").click()
    assert closed.locator("dl").first.is_visible()


def test_hostile_text_stays_text(report):
    page = report.page
    assert page.locator("script:not([type])").count() == 1
    targets = page.locator("a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert all(target.startswith(("https://", "#")) for target in targets)
    outside = page.locator("a[href^=http]").evaluate_all("links => links.map(link => link.rel)")
    assert set(outside) == {"noreferrer"}
    text = page.content()
    assert not {"\u202e", "\x00", "\x1b"} & set(text)
    assert "‹U+202E›txt.exe" in page.locator("main").inner_text()
    assert not [target for target in targets if "casino" in target or "evil" in target or "gone.example" in target]


def test_the_difference_is_marked_and_not_by_colour_alone(report):
    card = report.page.locator(f"[id='{MENDED}']")
    assert card.locator("del").first.text_content() == "␣"
    assert card.locator("dt", has_text="as mended").count() == 1
    assert card.locator("summary b").text_content() == "✎ fix"


def test_print_leaves_the_findings_and_takes_the_controls(report):
    report.page.emulate_media(media="print")
    assert report.count(".tools") == 0 and report.count(".k") == 0
    assert report.count(".c") == 15
    assert report.page.pdf()[:5] == b"%PDF-"


def test_a_letter_without_citations_is_neither_good_nor_bad(opened):
    page = opened(render("html", a_report(a_document(notes=()))))
    assert "No citation was found in this letter" in page.text("main")
    assert page.count(".c, .bar, .tools") == 0


def test_an_extract_lists_what_was_found(opened):
    page = opened(render("html", the_extract()))
    assert "Nothing was looked up" in page.text(".top")
    assert page.count(".chip") == 0
    first = page.page.locator(".c").first
    assert first.get_attribute("id") == "c-0000000000000001", "in the order of the text"


def test_an_address_that_was_cut_within_an_escape_leads_to_the_list(opened):
    shown = opened(render("html", the_report()), fragment="#c-0000%")
    shown.page.reload()
    assert shown.page.evaluate("document.documentElement.dataset.view") == "list"
