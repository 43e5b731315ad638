"""Deciding in the page: by mouse and by keyboard, kept, undone, downloaded in the form that the next run reads."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.golden.example import the_extract, the_report
from tests.test_cli import run
from verifier.model.evidence import LiveOutcome, LiveResult
from verifier.model.report import Review
from verifier.model.review import Reviewed, evidence_of
from verifier.report import render
from verifier.store import reviews

BROKEN, MENDED, WALLED = "0000000000000004", "0000000000000002", "0000000000000007"
FINDINGS = {finding.citation.id: finding for finding in the_report().documents[0].findings}
SOURCE = the_report().documents[0].source


@pytest.fixture
def report(opened):
    return opened(render("html", the_report()), viewport={"width": 1280, "height": 900})


def press(report, citation, word):
    report.page.locator(f"[id='c-{citation}'] [data-decide={word}]").click()


def go_to(report, view):
    """Changes the view; the address changes at once, what is seen a moment later."""
    report.page.locator(f".views a[href='{view}']").click()
    report.page.locator(view).wait_for()


def told_on(report, citation):
    """What its card says was decided."""
    return report.page.locator(f"[id='c-{citation}'] .d").text_content()


def downloaded(report, path):
    """The decisions in the file that the page hands out, as the next run reads them."""
    with report.page.expect_download() as waiting:
        report.page.locator("#download").click()
    assert waiting.value.suggested_filename == "verify.reviews.toml"
    waiting.value.save_as(path)
    return {entry.citation: entry for entry in reviews.read(path)}


def test_decisions_by_mouse_are_downloaded_as_the_file_that_runs_read(report, tmp_path):
    assert report.count("#taken") == 0, "nothing decided, nothing in the way"
    press(report, BROKEN, "accept")
    press(report, MENDED, "opened")
    assert "2 decisions taken, 6 still to take" in report.text("#taken")
    assert told_on(report, BROKEN) == "accepted"
    found = downloaded(report, tmp_path / "decided.toml")
    assert set(found) == {BROKEN, MENDED}
    entry = found[BROKEN]
    assert entry.evidence == evidence_of(FINDINGS[BROKEN])
    assert (entry.source, entry.link) == (SOURCE, "https://stories.example.org/dark-stain")
    assert entry.review.decision == "accept" and entry.review.on is not None
    assert found[MENDED].link == FINDINGS[MENDED].citation.value


def test_each_set_of_buttons_says_what_it_decides_on(report):
    """Who hears the page goes from button to button: five of them on every card are called the same."""
    names = report.page.locator(".c .ask").evaluate_all("all => all.map(one => one.ariaLabel)")
    titles = report.page.locator(".c:has(.ask) h3").all_text_contents()
    assert len(names) > 1 and names == titles
    first = report.page.locator(f"[id='c-{BROKEN}'] .ask")
    title = report.page.locator(f"[id='c-{BROKEN}'] h3").text_content()
    assert report.page.get_by_role("group", name=title, exact=True).and_(first).count() == 1


def test_an_address_that_is_typed_takes_the_place_of_the_one_proposed(report, tmp_path):
    press(report, MENDED, "replace")
    assert report.page.input_value("#decide-url").startswith("https://")
    report.page.keyboard.type("https://example.org/new")
    report.page.fill("#decide-expires", "2020-01-31")
    report.page.keyboard.press("Enter")
    assert report.count("dialog[open]") == 1, "that day has passed"
    report.page.fill("#decide-expires", "")
    report.page.keyboard.press("Enter")
    assert downloaded(report, tmp_path / "decided.toml")[MENDED].review.url == "https://example.org/new"


def test_a_decision_with_everything_survives_any_text(report, tmp_path):
    press(report, BROKEN, "replace")
    note = 'He said "\\o/"\n\ttwo lines, \u202eturned\u2066, \ufeffhidden, 声明 👩\u200d🚀 \x01 \ud800 ]]> """ = #'
    report.page.fill("#decide-url", "https://example.org/new?a=b#c")
    report.page.evaluate("note => { document.getElementById('decide-note').value = note }", note)
    report.page.fill("#decide-by", 'A "B" Example')
    report.page.fill("#decide-expires", "2999-01-31")
    report.page.locator("#decide-save").click()
    review = downloaded(report, tmp_path / "decided.toml")[BROKEN].review
    assert review.note == note.replace("\ud800", "\ufffd")
    assert (review.url, review.by, review.expires) == (
        "https://example.org/new?a=b#c",
        'A "B" Example',
        date(2999, 1, 31),
    )
    reviews.write(tmp_path / "again.toml", reviews.read(tmp_path / "decided.toml"))
    assert (tmp_path / "again.toml").read_bytes() == (tmp_path / "decided.toml").read_bytes(), "to the byte as we write"


@pytest.mark.parametrize(
    ("url", "taken"),
    [
        ("", False),
        ("example.org/x", False),
        ("javascript:alert(1)", False),
        ("https://example.org/a b", False),
        ("https://", False),
        ("https://example.org/a", True),
    ],
)
def test_only_a_web_address_can_replace(report, url, taken):
    press(report, BROKEN, "replace")
    report.page.fill("#decide-url", url)
    report.page.locator("#decide-save").click()
    assert (report.count("#decide") == 0) is taken
    assert (report.count("#taken") == 1) is taken
    if not taken:
        assert "begins with http" in report.text("#decide-wrong")
        report.page.keyboard.press("Escape")
        assert report.count("#decide, #taken") == 0


def test_the_keyboard_decides(report, tmp_path):
    keys = report.page.keyboard
    keys.press("j")
    keys.press("a")
    keys.press("j")
    keys.press("i")
    keys.press("j")
    keys.press("j")
    keys.press("r")
    assert report.page.evaluate("document.activeElement.id") == "decide-url"
    keys.type("https://example.org/ai")
    keys.press("Enter")
    keys.press("z")
    keys.press("j")
    keys.press("v")
    keys.press("j")
    keys.press("n")
    keys.type("said by telephone")
    report.page.locator("#decide-save").click()
    decided = [entry.review.decision for entry in downloaded(report, tmp_path / "decided.toml").values()]
    assert sorted(decided) == ["accept", "accept", "ignore", "opened"]
    report.page.locator("#undo").click()
    assert "3 decisions taken" in report.text("#taken")
    keys.press("j")
    here = "[...document.querySelectorAll('.c')].indexOf(document.activeElement.closest('.c'))"
    assert report.page.evaluate(here) == 6, "not the first one again, which is decided on"


def test_in_a_small_window_decisions_stand_below_and_each_finding_is_read_from_its_head(opened):
    report = opened(render("html", the_report()), viewport={"width": 390, "height": 500})
    keys = report.page.keyboard
    for key in "jja":
        keys.press(key)
    head = report.page.locator(".c:has(.d) > :first-child").first
    said, whole = head.locator(".d").bounding_box(), head.bounding_box()
    assert said["height"] < 50 and said["width"] < whole["width"], "its words stand side by side"
    for key in "jkk":
        keys.press(key)
        top = report.page.evaluate("document.activeElement.getBoundingClientRect().top")
        assert 0 <= top < 250, "also on the way back"


def test_decisions_outlive_a_reload_and_the_name_is_remembered(report):
    press(report, BROKEN, "more")
    report.page.fill("#decide-by", "A. Example")
    report.page.locator("#decide-save").click()
    report.page.reload()
    assert told_on(report, BROKEN) == "accepted by A. Example"
    press(report, MENDED, "ignore")
    assert told_on(report, MENDED) == "ignored by A. Example"
    assert "Kept in this browser" in report.text("#taken")


def next_run(report, *reviews, otherwise=()):
    """The page opened anew, once the next run has written its report to the same place."""
    document = the_report().documents[0]
    late = LiveResult(LiveOutcome.TIMEOUT, datetime(2026, 1, 2, tzinfo=UTC))
    findings = tuple(replace(one, live=late) if one.citation.id in otherwise else one for one in document.findings)
    later = replace(the_report(), documents=(replace(document, findings=findings),), reviews=reviews)
    path = Path(report.page.evaluate("decodeURIComponent(location.pathname)"))
    path.write_text(render("html", replace(later, run=replace(later.run, id="the-next-run"))), "utf-8")
    report.page.reload()


def test_decisions_that_were_not_downloaded_outlive_the_next_run(report):
    press(report, BROKEN, "accept")
    press(report, MENDED, "ignore")
    next_run(report, otherwise={MENDED})
    assert "1 decision taken" in report.text("#taken"), "the other was taken on what is not found any more"
    assert told_on(report, BROKEN) == "accepted"


@pytest.mark.parametrize(
    ("decision", "on", "taken", "why"),
    [
        ("accept", date(2026, 1, 2), 0, "it was put into the file"),
        ("ignore", date(2999, 1, 2), 0, "somebody decided otherwise since"),
        ("ignore", date(2020, 1, 2), 1, "the file holds an older one"),
    ],
)
def test_the_browser_gives_way_to_what_the_next_run_knows(report, decision, on, taken, why):
    press(report, BROKEN, "accept")
    next_run(report, known(BROKEN, decision, on=on))
    assert report.count("#taken") == taken, why


@pytest.mark.parametrize(
    "planted",
    [
        {"on": '2026-01-01\nby = "Nobody"'},
        {"expires": "2027-01-31]]"},
        {"decision": "<img src=x>"},
        {"citation": MENDED},
        {"note": 5},
    ],
    ids=lambda planted: next(iter(planted)),
)
def test_what_another_page_has_put_into_the_memory_is_not_taken_over(report, planted):
    press(report, BROKEN, "accept")
    report.page.evaluate(
        """([id, planted]) => {
          const key = Object.keys(localStorage).find((key) => key.startsWith("verifier.decisions."));
          const entry = { ...JSON.parse(localStorage.getItem(key))[0][1], ...planted };
          localStorage.setItem(key, JSON.stringify([[id, entry]]));
        }""",
        [BROKEN, planted],
    )
    report.page.reload()
    assert report.count("#taken") == 0
    press(report, MENDED, "ignore")
    assert "1 decision taken" in report.text("#taken"), "and deciding goes on"


def test_where_nothing_can_be_kept_it_says_so(opened, tmp_path):
    page = opened(render("html", the_report()))
    page.page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked') } })")
    page.page.reload()
    press(page, BROKEN, "accept")
    assert "keeps nothing for this page" in page.text("#taken")
    assert set(downloaded(page, tmp_path / "decided.toml")) == {BROKEN}


def test_what_is_decided_is_filtered_and_written_on_the_sheet(report):
    press(report, BROKEN, "accept")
    report.page.select_option("#d", "decided")
    assert report.text("#n") == "3 of 15 shown", "with the two that the run knew"
    report.page.select_option("#d", "open")
    assert report.text("#n") == "7 of 15 shown"
    report.page.locator(".views a[href='#sheet']").click()
    assert report.text("#sheet-decided-n") == "3"
    assert "Office, A dark stain accepted" in report.text("#sheet-decided")
    assert report.count(f"#sheet-open [data-c='{BROKEN}']") == 0


def test_what_is_left_to_do_follows_the_decision(report):
    """In the finding, beside the letter's text and on the sheet alike: as the next run would tell it."""
    done, steps = "[id='c-{}'] .do", "{} [data-c='{}'] .told"
    for citation, decision, left in (
        (WALLED, "opened", 0),
        (BROKEN, "opened", 1),
        (BROKEN, "accept", 0),
        (MENDED, "ignore", 0),
    ):
        assert report.count(done.format(citation)) == 1
        press(report, citation, decision)
        assert report.count(done.format(citation)) == left, "who has looked need not look again, and may cite the copy"
        for view in ("#letter", "#sheet"):
            go_to(report, view)
            assert report.count(steps.format(view, citation)) == left
        assert int(report.text("#sheet-open-n")) == report.count("#sheet-open li"), "the number is that of the lines"
        go_to(report, "#list")
        report.page.locator("#undo").click()
        assert report.count(done.format(citation)) == 1


def known(citation, decision, source=SOURCE, **said):
    return Reviewed(
        citation, evidence_of(FINDINGS[citation]), Review(decision, **said), source, "https://example.org/x"
    )


def test_what_was_decided_before_stays_in_the_file_unless_decided_anew_or_withdrawn(opened, tmp_path):
    entries = (
        known(BROKEN, "accept", by="N.", on=date(2026, 1, 2)),
        known(MENDED, "accept"),
        known("0000000000000003", "ignore", note="was so"),
        Reviewed("f" * 16, "0", Review("accept"), "letters/other.txt"),
        Reviewed("e" * 16, "0", Review("replace", url="https://u:secret@example.org/"), SOURCE),
    )
    html = render("html", replace(the_report(), reviews=entries))
    assert "other.txt" not in html and "secret" not in html, "what a reader of this letter need not know"
    page = opened(html)
    press(page, MENDED, "ignore")
    page.page.locator(f"[id='c-{BROKEN}'] [data-decide='']").click()
    assert "2 decisions on other letters" in page.text("#taken")
    found = downloaded(page, tmp_path / "decided.toml")
    assert {key: one.review.decision for key, one in found.items()} == {MENDED: "ignore", "0000000000000003": "ignore"}
    assert found["0000000000000003"] == entries[2]


def test_what_the_run_knew_is_told_where_a_decision_taken_here_is(report):
    seen = "0000000000000006"
    beside = report.page.locator(f"#letter .fd[data-c='{seen}'] .d")
    before = told_on(report, seen)
    assert before == beside.text_content() == "seen in a browser on 21 November 2026: It is the page that we meant."
    press(report, seen, "ignore")
    assert told_on(report, seen) == beside.text_content() == "ignored"
    report.page.locator("#undo").click()
    assert told_on(report, seen) == beside.text_content() == before


def test_nothing_is_to_be_decided_where_nothing_was_judged(opened):
    page = opened(render("html", the_extract()))
    assert page.page.locator("[data-decide], #decide, #taken").count() == 0


def test_from_the_letter_to_the_decision_to_the_next_run(opened, tmp_path):
    link = "https://example.org/news/2022/the-state\nment-on-the-lake.html"
    letter = f"An open letter\n\nThe lake is drying up [1].\n\nNotes\n\n[1] Example Office, ‘A statement’: {link}\n"
    (tmp_path / "letter.txt").write_text(letter, encoding="utf-8")
    first = run("letter.txt", "--offline", "--no-history", "-o", "out", folder=tmp_path)
    assert first.returncode == 1
    made = next((tmp_path / "out").glob("letter*.html"))
    page = opened(made.read_text(encoding="utf-8"))
    page.page.locator("[data-decide=accept]").first.click()
    downloaded(page, tmp_path / "decided.toml")
    arguments = ["letter.txt", "--offline", "--no-history", "--no-report", "--reviews", "decided.toml", "-f", "json"]
    again = run(*arguments, folder=tmp_path)
    assert again.returncode == 0, "accepted, so that nothing fails any more"
    review = json.loads(again.stdout)["documents"][0]["citations"][0]["review"]
    assert review["decision"] == "accept"
    assert date.fromisoformat(review["on"]) >= datetime.now(UTC).date().replace(day=1)
