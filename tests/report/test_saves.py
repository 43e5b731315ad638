"""What `verify save` asks and tells: exactly what would be public, nothing that steers a terminal, no credentials."""

from __future__ import annotations

from dataclasses import replace

from tests.builders import NOON
from verifier.model.saving import SaveOutcome, SaveResult
from verifier.pipeline.save import Unasked, Wanted
from verifier.report import saves

SERVICE = "web.archive.org"
PAGE = "https://example.org/statement"
SAVED = SaveResult(PAGE, SaveOutcome.SAVED, SERVICE, NOON, copy=f"https://web.archive.org/web/20261121120000/{PAGE}")


def test_every_page_is_listed_with_its_places() -> None:
    pages = [Wanted(f"{PAGE}/{number}", tuple(f"note {place}" for place in range(number))) for number in range(1, 6)]
    text = saves.intention(pages, SERVICE)
    assert text.startswith("These 5 pages would be captured by web.archive.org, for everybody to see and for good:\n")
    assert [page.url in text for page in pages] == [True] * 5
    assert "(note 0, note 1, note 2 and 2 more)" in text
    assert saves.intention([], SERVICE) == "Nothing to capture at web.archive.org.\n"


def test_what_is_left_out_is_told_with_its_reason() -> None:
    unasked = Unasked("https://reader:secret@example.org/", ("line 3",), "no archive is told of it")
    text = saves.left_out([(unasked, unasked.why)], 1, 2)
    assert text.splitlines() == [
        "Not asked for: https://******:******@example.org/  (line 3)",
        "    no archive is told of it",
        "1 page has a good copy already.",
        "2 links show no page to capture; `verify` tells more.",
    ]
    assert saves.left_out([], 0, 0) == ""


def test_what_the_account_may_do() -> None:
    assert saves.allowed(12, 30_000, 3) == "The account has made 12 of 30,000 captures today.\n"
    assert saves.allowed(29, 30, 3).endswith("Only 1 of these pages can be captured now.\n")
    assert saves.allowed(None, 30, 3) == ""


def test_what_became_of_each_page_and_of_all() -> None:
    assert saves.result(SAVED) == f"saved     {PAGE}\n          {SAVED.copy}\n"
    failed = replace(SAVED, outcome=SaveOutcome.FAILED, copy=None, why="it is blocked.\x1b[2J")
    assert saves.result(failed) == f"failed    {PAGE}\n          it is blocked.‹U+001B›[2J\n"
    assert saves.summary([SAVED, failed, failed], SERVICE) == "web.archive.org: 1 page captured, 2 failed\n"
    assert saves.summary([failed], SERVICE) == "web.archive.org: nothing captured, 1 failed\n"


def test_no_address_steers_the_terminal() -> None:
    hostile = Wanted("https://example.org/\x1b]0;x\x07\u202ereversed", ("note \x1b[31m1",))
    assert "\x1b" not in saves.intention([hostile], SERVICE)
    assert "\u202e" not in saves.intention([hostile], SERVICE)
