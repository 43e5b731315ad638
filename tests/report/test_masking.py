"""No report shows a user name or a password, and none but the HTML report a token."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_citation, a_document, a_finding, a_note, a_report
from verifier.model.citation import Candidate, Repair, RepairStatus
from verifier.model.evidence import LiveOutcome, LiveResult
from verifier.model.report import Action, ActionKind, RuleHit, Verdict
from verifier.model.review import evidence_of
from verifier.model.secrets import starred
from verifier.model.transition import Changes, Transition, TransitionKind
from verifier.report import FORMATS, pieces, render
from verifier.report.masking import REMARK, mask_credentials, mask_secrets, masked
from verifier.report.text import render_changes

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
    assert mask_credentials(SECRET) == "https://*****:******@example.org/draft"
    assert len(mask_credentials(SECRET)) == len(SECRET)


@pytest.mark.parametrize(
    "text",
    ["https://example.org/@someone", "write to someone@example.org", "https://example.org/a?b=c@d", "no address"],
)
def test_other_at_signs_stay(text: str) -> None:
    assert mask_credentials(text) == text


def test_a_report_without_credentials_is_passed_on_as_it_is() -> None:
    report = a_report(a_document(a_finding()))
    assert masked(report) is report


TOKEN = "s3cr3tT0ken"
SHARED = f"https://files.example.org/report?access_token={TOKEN}&page=2"
STARRED = "https://files.example.org/report?access_token=***********&page=2"


def a_tokened_report():
    """The link stands in a note, in the letter's text, at the end of a redirect, and in the words of the program."""
    text = f"[1] See {SHARED} of May"
    citation = a_citation(as_written=SHARED, value=SHARED, url=SHARED, start=8, end=8 + len(SHARED))
    finding = a_finding(
        citation=citation,
        live=LiveResult(
            LiveOutcome.MOVED,
            datetime(2022, 5, 2, tzinfo=UTC),
            final_url=f"{SHARED}&seen",
            evidence=(f"last asked at {SHARED}&seen",),
        ),
        verdict=Verdict.FIX,
        actions=(Action(ActionKind.USE_URL, f"{SHARED}&seen"),),
        rules=(RuleHit("V-MOVED", f"moved to {SHARED}&seen"),),
    )
    document = replace(a_document(finding), notes=(a_note(text=text, start=0, end=len(text)),), text=text)
    return a_report(document)


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"html"}))
def test_tokens_are_stars_unless_they_are_asked_for(name: str) -> None:
    assert TOKEN not in render(name, a_tokened_report())
    assert TOKEN in render(name, a_tokened_report(), show_secrets=True)
    assert TOKEN not in "".join(pieces(name, a_tokened_report()))


@given(st.lists(st.text(alphabet="abhtps:/?&#=.;*docsgle \n-_%6token@", max_size=80), max_size=5))
def test_a_secret_is_found_whichever_link_of_a_letter_holds_it(links: list[str]) -> None:
    findings = (a_finding(citation=a_citation(as_written="x", value="x", url="x", href=link)) for link in links)
    shown = masked(a_report(a_document(*findings)), tokens=True)
    assert [one.citation.href for one in shown.documents[0].findings] == [mask_secrets(link) for link in links]


def test_a_report_with_stars_says_so_and_keeps_all_else() -> None:
    report = a_tokened_report()
    shown = masked(report, tokens=True)
    assert shown.run.remarks[-1] == REMARK
    (told,) = shown.documents[0].findings
    (kept,) = report.documents[0].findings
    assert told.citation.url == told.citation.value == told.citation.as_written == STARRED
    assert told.citation.id == kept.citation.id
    assert shown.documents[0].text == f"[1] See {STARRED} of May"
    assert len(shown.documents[0].text) == len(report.documents[0].text)


def test_the_html_report_keeps_links_that_open_and_evidence_to_decide_on() -> None:
    report = a_tokened_report()
    page = render("html", report)
    assert f'href="{SHARED.replace("&", "&amp;")}"' in page
    assert f'data-e="{evidence_of(report.documents[0].findings[0])}"' in page


def test_extract_lists_the_links_as_they_are() -> None:
    report = a_tokened_report()
    found = replace(report, run=replace(report.run, judged=False))
    assert TOKEN in render("json", found)


@pytest.mark.parametrize(
    ("written", "shown", "why"),
    [
        ("https://a.example/f?sig=abcdefgh", "https://a.example/f?sig=********", "the least that counts"),
        ("https://a.example/f?sig=abcdefg", "https://a.example/f?sig=abcdefg", "too short to be one"),
        ("https://a.example/f?page=abcdefghij", "https://a.example/f?page=abcdefghij", "no key"),
        ("https://a.example/f#token=abcdefgh", "https://a.example/f#token=********", "a fragment"),
        ("https://a.example/f?a=1&amp;jwt=abcdefgh", "https://a.example/f?a=1&amp;jwt=********", "as HTML has it"),
        ("https://a.example/f?to%6ben=abcdefgh", "https://a.example/f?to%6ben=********", "a key in other signs"),
        ("https://a.example/f?sig=abcd\nefgh", "https://a.example/f?sig=****\n****", "cut by a line's end"),
        (
            "https://docs.google.com/document/d/1A2b3C4d5E6f7G8h9I0j1K/edit",
            "https://docs.google.com/document/d/**********************/edit",
            "a share's path",
        ),
        (
            "https://docs.google.com/document/d/1A2b3C4d5E6\n f7G8h9I0j1K/edit",
            "https://docs.google.com/document/d/***********\n ***********/edit",
            "the same, cut",
        ),
        (
            "https://Docs.Google.COM/document/d/1A2b3C4d5E6f7G8h9I0j1K/edit",
            "https://Docs.Google.COM/document/d/**********************/edit",
            "a host is one in any case",
        ),
        ("https://docs.google.com/document/d/short/edit", "https://docs.google.com/document/d/short/edit", "no id"),
        ("https://[broken?sig=abcdefgh", "https://[broken?sig=********", "no URL at all"),
        ("https://[docs.google.com/d/1A2b3C4d5E6f7G8h9I0j1K", "https://[docs.google.com/d/1A2b3C4d5E6f7G8h9I0j1K", ""),
    ],
)
def test_what_becomes_of_a_link(written: str, shown: str, why: str) -> None:
    assert starred(written, wrapped=True) == shown, why
    assert starred(shown, wrapped=True) == shown, "stars stay stars"


def test_a_link_in_running_words_is_starred_to_its_end_alone() -> None:
    text = f"Open {SHARED}, or “https://we.tl/t-abcdefghij” then"
    assert starred(text) == f"Open {STARRED}, or “https://we.tl/************” then"


@given(st.text(alphabet="abhtps:/?&#=.;*docsgle \n-_%6token", max_size=200), st.booleans())
def test_stars_change_no_length_and_no_space(text: str, wrapped: bool) -> None:
    shown = starred(text, wrapped=wrapped)
    assert len(shown) == len(text)
    assert all(new in (old, "*") for new, old in zip(shown, text, strict=True))
    assert [sign.isspace() for sign in shown] == [sign.isspace() for sign in text]


def test_what_changed_and_what_is_remarked_hold_no_token_either() -> None:
    changes = Changes(
        datetime(2022, 5, 1, tzinfo=UTC),
        (Transition(TransitionKind.NEWLY_BROKEN, "a", "letter.txt", "1", SHARED, "ok", "broken"),),
    )
    report = a_report(a_document(a_finding()))
    report = replace(report, changes=changes, run=replace(report.run, remarks=(f"The decision on {SHARED} …",)))
    shown = masked(report, tokens=True)
    assert shown.changes is not None and shown.changes.transitions[0].link == STARRED
    assert shown.run.remarks == (f"The decision on {STARRED} …", REMARK)
    assert STARRED in render_changes(changes) and TOKEN not in render_changes(changes)
