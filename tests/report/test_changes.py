"""What is said of changed letters: inert words, a diff that says what it is, errata."""

from __future__ import annotations

import pytest

from verifier.model.change import Change, ChangeKind, Left, Letter
from verifier.model.document import Position
from verifier.model.errors import UsageError
from verifier.model.report import SourceFailure
from verifier.report import changes

OLD, NEW = "https://example.org/stat ement", "https://example.org/statement"


def a_change(kind: str = "mended", **more) -> Change:
    facts = {"written": OLD, "shown": NEW, "url": NEW, "meant": NEW, "position": Position(10, 5), "why": "broken"}
    return Change(ChangeKind(kind), 0, len(OLD), **(facts | more))


def test_a_summary_names_each_link_and_what_is_left() -> None:
    letter = Letter(
        "a.txt", changes=(a_change(note="2"), a_change("moved")), left=(Left(OLD, Position(3, 1, 7), "unsure"),)
    )
    assert changes.summary(letter, " -> b.txt") == (
        "a.txt: 1 link mended, 1 link led to the page's new address -> b.txt\n"
        f"  note 2, line 10: {OLD}\n    mended: {NEW}\n"
        f"  line 10: {OLD}\n    led to the page's new address: {NEW}\n"
        f"  page 7: {OLD}\n    left: unsure\n"
    )
    assert changes.summary(Letter("a.txt", changes=(a_change(still="the page is gone"),)), "") == (
        f"a.txt: 1 link mended\n  line 10: {OLD}\n    mended: {NEW}\n    still: the page is gone\n"
    )
    assert changes.summary(Letter("a.txt"), "") == "a.txt: nothing to change\n"
    failed = Letter("a.pdf", error=SourceFailure("a.pdf: no", "Do this."))
    assert changes.summary(failed, "") == "a.pdf: not fixed. a.pdf: no\n  Do this.\n"


def test_a_diff_shows_line_ends_as_they_are_and_steers_no_terminal() -> None:
    old, new = "a\r\nb \x1b[2J\u202e\tc\r\nend", "a\r\nB \x1b[2J\u202e\tc\r\nend"
    assert changes.diff("a.txt", old, new) == (
        "--- a.txt\t(as it is)\n+++ a.txt\t(fixed)\n@@ -1,3 +1,3 @@\n a\r\n"
        "-b ‹U+001B›[2J‹U+202E›\tc\r\n+B ‹U+001B›[2J‹U+202E›\tc\r\n end\n\\ No newline at end of file\n"
    )
    assert changes.diff("a.txt", old, old) == ""
    assert "\n ‹U+003A›:error::x\n" in changes.diff("a.txt", "::error::x\na\n", "::error::x\nb\n")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (a_change(note="2"), f"- Note 2, line 10: for `{OLD}` read <{NEW}>."),
        (a_change("chosen"), f"- Line 10: for `{OLD}` read <{NEW}>."),
        (a_change("moved"), f"- Line 10: the page cited as `{NEW}` has moved to <{NEW}>."),
        (
            a_change("dead", captured="2022-06-01"),
            f"- Line 10: the page cited as `{NEW}` is gone; an archived copy of 2022-06-01 is kept at <{NEW}>.",
        ),
        (a_change("dead"), f"- Line 10: the page cited as `{NEW}` is gone; an archived copy is kept at <{NEW}>."),
    ],
)
def test_errata_say_what_was_corrected(change: Change, words: str) -> None:
    text = changes.errata("a.txt", "A *letter*", [change])
    assert text.startswith(
        "# Corrections to the links of A \\*letter\\*\n\n1 link corrected; nothing else was changed.\n"
    )
    assert text.splitlines()[-1] == words
    assert "There are none." in changes.errata("a.txt", None, [])


def test_kinds_of_changes_are_chosen_by_name() -> None:
    assert changes.kinds(()) == frozenset(ChangeKind)
    assert changes.kinds(("dead", "mended")) == {ChangeKind.DEAD, ChangeKind.MENDED}
    with pytest.raises(UsageError, match="no such kind"):
        changes.kinds(("death",))
