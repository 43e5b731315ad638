"""For everyone: what axe-core and html-validate find in real pages (nothing), and what the keyboard reaches (all)."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.report.pages import NAMES, page
from tests.validators.node import NotAvailableError, modules

_RUNNER = Path(__file__).parent.parent / "validators" / "html_validate.mjs"
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_WIDE, _NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
LOOKS = [
    ("demo", "light", _WIDE),
    ("demo", "dark", _NARROW),
    ("everything", "dark", _WIDE),
    ("everything", "light", _NARROW),
    *(("index", scheme, size) for scheme in ("light", "dark") for size in (_WIDE, _NARROW)),
    *((name, "light", _WIDE) for name in ("extract", "none", "hostile", "arabic", "chinese")),
    *((name, "dark", _NARROW) for name in ("none", "hebrew")),
]
"""Pages with the way in which they are looked at."""


@pytest.fixture(scope="module")
def node_modules():
    try:
        return modules()
    except NotAvailableError as error:
        if os.environ.get("CI"):
            pytest.fail(f"the validators have to run in CI: {error}")
        pytest.skip(str(error))


def violations(page, node_modules):
    """What axe-core finds in the page as it is now, in a line each.

    Laid out in full, since a part that is not yet laid out has no true size, and from the top, where what sticks to the
    window covers nothing.
    """
    page.evaluate(
        "() => { const all = new CSSStyleSheet(); all.replaceSync('.c { content-visibility: visible !important; }');"
        " document.adoptedStyleSheets = [all]; scrollTo({top: 0, behavior: 'instant'}); }"
    )
    page.evaluate((node_modules / "axe-core" / "axe.min.js").read_text("utf-8"))
    found = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", _TAGS
    )
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


def views(page):
    """The names of the views that the page has, or one that stands for the whole."""
    return page.locator("nav a").evaluate_all("links => links.map(link => link.hash)") or [""]


@pytest.mark.parametrize(
    ("name", "scheme", "size"), LOOKS, ids=[f"{name}-{scheme}-{size['width']}" for name, scheme, size in LOOKS]
)
def test_axe_finds_nothing_in_any_view(opened, node_modules, name, scheme, size):
    shown = opened(page(name), viewport=size, color_scheme=scheme).page
    for view in views(shown):
        if view:
            shown.locator(f"nav a[href='{view}']").click()
        shown.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
        assert violations(shown, node_modules) == [], view
        assert shown.evaluate("document.documentElement.scrollWidth") <= size["width"], f"{view} scrolls sideways"


def test_axe_finds_nothing_in_a_long_letter_that_was_filtered(opened, node_modules):
    """Of hundreds of cards that are all alike, dozens tell as much, in a tenth of the time."""
    shown = opened(page("long"), viewport=_NARROW, color_scheme="dark").page
    shown.fill("#q", "night trains paper")
    shown.locator("#n", has_text="of 320").wait_for()
    assert violations(shown, node_modules) == []
    assert shown.evaluate("document.documentElement.scrollWidth") <= _NARROW["width"]


def test_axe_finds_nothing_in_the_dialogs(opened, node_modules):
    shown = opened(page("demo"), viewport=_NARROW).page
    assert shown.locator("dialog").count() >= 1
    for dialog in shown.locator("dialog").evaluate_all("all => all.map(one => one.id)"):
        shown.evaluate("id => document.getElementById(id).showModal()", dialog)
        assert violations(shown, node_modules) == [], dialog
        shown.evaluate("id => document.getElementById(id).close()", dialog)


def test_html_validate_finds_nothing(node_modules, tmp_path):
    paths = {name: tmp_path / f"{name}.html" for name in NAMES}
    for name, path in paths.items():
        path.write_text(page(name), "utf-8")
    done = subprocess.run(
        ["node", _RUNNER, node_modules, *paths.values()], capture_output=True, text=True, check=True, timeout=120
    )
    found = json.loads(done.stdout)
    assert {name: found[str(path)][:5] for name, path in paths.items()} == {name: [] for name in NAMES}


_FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex='0']"


def reached(shown):
    """What Tab reaches from the top, each with how its focus is shown."""
    shown.evaluate("document.body.focus(); scrollTo(0, 0)")
    passed = []
    for _ in range(400):
        shown.keyboard.press("Tab")
        at = shown.evaluate(
            "() => { const at = document.activeElement; if (at === document.body) return null;"
            " at.dataset.passed ??= Math.random();"
            " const ring = (one) => { const style = getComputedStyle(one);"
            " return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2; };"
            " return [at.dataset.passed, ring(at) || ring(at.nextElementSibling || at), at.outerHTML.slice(0, 80)]; }"
        )
        if at is None or at[0] in {one[0] for one in passed}:
            break
        passed.append(at)
    return passed


@pytest.mark.parametrize("name", ["demo", "index"])
def test_the_keyboard_reaches_every_control_and_shows_where_it_is(opened, name):
    shown = opened(page(name), viewport=_WIDE).page
    passed = reached(shown)
    missed = (
        shown.locator(_FOCUSABLE)
        .filter(visible=True)
        .evaluate_all(
            "all => all.filter(one => !one.dataset.passed && !one.disabled && one.tabIndex >= 0"
            " && one.checkVisibility({contentVisibilityAuto: false})).map(one => one.outerHTML.slice(0, 80))"
        )
    )
    assert missed == []
    assert [html for _, ringed, html in passed if not ringed] == [], "where the focus is can be seen"
    assert len(passed) >= 10


def test_motion_and_themes_follow_the_reader(opened):
    moved = opened(page("demo"), reduced_motion="no-preference").page
    # A smooth scroll over cards that are laid out on the way ends somewhere else than at its target.
    assert moved.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    forced = opened(page("demo"), forced_colors="active").page
    assert forced.locator("summary b").first.is_visible()
    lines = [
        link.evaluate("link => getComputedStyle(link).borderBlockEndColor") for link in forced.locator(".views a").all()
    ]
    assert lines.count(lines[0]) == 1, "the view that is shown is marked, though a transparent line is drawn here"
