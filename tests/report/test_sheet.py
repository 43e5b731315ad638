"""The release sheet: what is open, with the address to do it with."""

from __future__ import annotations

import pytest

from tests.builders import a_citation, a_document, a_finding, a_mended_citation, a_report
from verifier.model.report import Action, ActionKind, Verdict
from verifier.report.html.sheet import sheet

MOVED = "https://moved.example/new"
MENDED = a_mended_citation()


@pytest.mark.parametrize(
    ("citation", "action", "use", "why"),
    [
        (a_citation(), Action(ActionKind.USE_URL, MOVED), MOVED, "the new address is not the one printed"),
        (MENDED, Action(ActionKind.USE_URL, MENDED.url), "", "the mended link stands there already"),
        (a_citation(), Action(ActionKind.USE_ARCHIVE, MOVED), "", "a page has no room for what the report has"),
        (a_citation(), Action(ActionKind.LOOK, None), "", "there is nothing to put in its place"),
    ],
)
def test_what_is_to_be_used_is_shown_once(citation, action, use, why):
    finding = a_finding(citation=citation, verdict=Verdict.FIX, actions=(action,))
    (line,) = sheet(a_report(a_document(finding))).open
    assert line.use == use, why
