"""No report shows a user name or a password."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import a_citation, a_document, a_finding, a_note, a_report
from verifier.model.citation import Candidate, Repair, RepairStatus
from verifier.model.report import Action, ActionKind, Verdict
from verifier.report import FORMATS, render
from verifier.report.masking import mask, masked

SECRET = "https://maria:s3cret@example.org/draft"


def a_leaky_report():
    citation = a_citation(
        as_written=SECRET,
        value=SECRET,
        url=SECRET,
        repair=Repair(RepairStatus.MENDED, 0.95, (), (Candidate(SECRET, 129, 0.95, (), (f"{SECRET} is whole",)),)),
    )
    finding = a_finding(citation=citation, verdict=Verdict.FIX, actions=(Action(ActionKind.USE_URL, SECRET),))
    return a_report(replace(a_document(finding), notes=(a_note(text=f"See {SECRET}"),), text=f"[1] See {SECRET}"))


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_shows_credentials(name: str) -> None:
    shown = render(name, a_leaky_report())
    assert "s3cret" not in shown
    assert "maria" not in shown


def test_masks_keep_offsets_true() -> None:
    assert mask(SECRET) == "https://*****:******@example.org/draft"
    assert len(mask(SECRET)) == len(SECRET)


@pytest.mark.parametrize(
    "text",
    ["https://example.org/@someone", "write to someone@example.org", "https://example.org/a?b=c@d", "no address"],
)
def test_other_at_signs_stay(text: str) -> None:
    assert mask(text) == text


def test_a_report_without_credentials_is_passed_on_as_it_is() -> None:
    report = a_report(a_document(a_finding()))
    assert masked(report) is report
