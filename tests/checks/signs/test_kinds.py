"""Signs of an error page: what it takes to convict, and what only deserves a second look."""

from __future__ import annotations

import pytest

from verifier.checks.signs.kinds import NO_SIGNS, ErrorSigns, Kind, Sign

NAME = Sign(Kind.ERROR_NAME, "its title is “Not found”")
NOTICE = Sign(Kind.IN_ITS_PLACE, "in place of a text it says “This text was removed”")
SHORT = Sign(Kind.FEW_WORDS, "it holds few words")
HIDDEN = Sign(Kind.UNINDEXED, "it asks search engines to leave it out")
ANOTHER = Sign(Kind.CLAIMS_ANOTHER, "it gives the home page as its address")


@pytest.mark.parametrize(
    ("signs", "convicts", "suspicious", "why"),
    [
        (NO_SIGNS, False, False, "nothing speaks against it"),
        (ErrorSigns((NAME,)), False, False, "an article about missing pages may bear that title"),
        (ErrorSigns((NAME,), (SHORT,)), True, False, "a name and something else agree"),
        (ErrorSigns((NAME, NOTICE)), True, False, "two names agree"),
        (ErrorSigns((), (SHORT,)), False, False, "short pages are many"),
        (ErrorSigns((), (SHORT, HIDDEN)), False, True, "two things agree, and none is a name"),
        (ErrorSigns((), (ANOTHER,)), False, True, "it says itself that it is another page"),
    ],
)
def test_what_signs_come_to(signs: ErrorSigns, convicts: bool, suspicious: bool, why: str) -> None:
    assert (signs.convicts, signs.suspicious) == (convicts, suspicious), why


def test_rules_ask_for_kinds_and_reports_for_words() -> None:
    signs = ErrorSigns((NOTICE,), (SHORT,))
    assert signs.hold(Kind.MARKED, Kind.IN_ITS_PLACE)
    assert not signs.hold(Kind.ERROR_NAME)
    assert signs.words == (NOTICE.words, SHORT.words)
