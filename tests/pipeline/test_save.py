"""Which pages are to be captured, by what was found out about them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import NOON, a_citation, a_document, a_finding, a_report
from verifier.model.document import Part
from verifier.model.evidence import ArchiveOutcome, ArchiveResult, LiveOutcome, LiveResult
from verifier.model.report import Finding, Report, Review
from verifier.model.saving import SaveOutcome
from verifier.pipeline.save import Choice, addresses, choose

PAGE = "https://example.org/statement"
NONE_FOUND = ArchiveOutcome.NONE_FOUND


def found(
    live: LiveOutcome = LiveOutcome.OK,
    archive: ArchiveOutcome | None = NONE_FOUND,
    *,
    url: str = PAGE,
    final_url: str | None = None,
    **changes: Any,
) -> Finding:
    citation = {key: changes.pop(key) for key in ("part", "note") if key in changes}
    return a_finding(
        citation=a_citation(url=url, value=url, as_written=url, **citation),
        live=LiveResult(live, NOON, final_url=final_url or url),
        archives=archive and (ArchiveResult(archive, "web.archive.org", NOON, evidence=(f"it is {archive.value}",)),),
        **changes,
    )


def chosen(*findings: Finding, again: bool = False) -> Choice:
    return choose(a_report(a_document(*findings)), again=again)


def wanted(*findings: Finding, again: bool = False) -> list[str]:
    return [page.url for page in chosen(*findings, again=again).wanted]


@pytest.mark.parametrize(
    ("live", "archive", "expected", "why"),
    [
        (LiveOutcome.OK, NONE_FOUND, True, "live, and no copy"),
        (LiveOutcome.MOVED, NONE_FOUND, True, "live at its new place"),
        (LiveOutcome.OK, ArchiveOutcome.ARCHIVED_BAD, True, "no good copy is no copy"),
        (LiveOutcome.OK, ArchiveOutcome.ARCHIVED, False, "there is one"),
        (LiveOutcome.OK, ArchiveOutcome.ARCHIVED_FAR, False, "there is one, if an old one"),
        (LiveOutcome.OK, ArchiveOutcome.IS_ARCHIVE, False, "it is one"),
        (LiveOutcome.OK, ArchiveOutcome.UNKNOWN, False, "not known to have none"),
        (LiveOutcome.OK, ArchiveOutcome.EXCLUDED, False, "it would not be shown"),
        (LiveOutcome.OK, None, False, "not asked"),
        *((outcome, NONE_FOUND, False, "not seen to be live") for outcome in LiveOutcome
          if outcome not in (LiveOutcome.OK, LiveOutcome.MOVED)),
    ],
)  # fmt: skip
def test_what_is_live_and_has_no_copy(
    live: LiveOutcome, archive: ArchiveOutcome | None, expected: bool, why: str
) -> None:
    assert wanted(found(live, archive)) == ([PAGE] if expected else []), why


def test_again_takes_what_has_a_copy_too_and_nothing_that_is_not_live() -> None:
    findings = (
        found(archive=ArchiveOutcome.ARCHIVED),
        found(LiveOutcome.NOT_FOUND, ArchiveOutcome.ARCHIVED, url=f"{PAGE}/gone"),
        found(archive=ArchiveOutcome.UNKNOWN, url=f"{PAGE}/unknown"),
    )
    assert wanted(*findings, again=True) == [PAGE]
    assert chosen(*findings, again=True).wanted[0].unless_within is None, "a new capture is what was asked for"
    assert chosen(*findings).copied == 1


@pytest.mark.parametrize(
    "url",
    [
        f"{PAGE}?access_token=0123456789abcdef",
        "https://reader:secret@example.org/statement",
        "https://docs.google.com/document/d/0123456789abcdefghijklmnop/edit",
        "http://192.168.1.7/statement",
        "http://localhost/statement",
        "http://intranet/statement",
        "http://wiki.internal/statement",
    ],
)
def test_secrets_and_private_addresses_are_told_and_never_sent(url: str) -> None:
    for again in (False, True):
        choice = chosen(found(url=url), again=again)
        assert choice.wanted == ()
        (left,) = choice.unasked
        assert (left.url, left.outcome) == (url, SaveOutcome.UNSENT)
        assert "secret" in left.why or "private" in left.why


def test_a_redirect_that_ends_with_a_secret_is_not_sent_either() -> None:
    moved = found(LiveOutcome.MOVED, final_url=f"{PAGE}?sessionid=0123456789abcdef")
    assert chosen(moved).wanted == ()


def test_where_a_page_has_moved_its_new_place_is_captured() -> None:
    assert wanted(found(LiveOutcome.MOVED, final_url=f"{PAGE}/new")) == [f"{PAGE}/new"]


@pytest.mark.parametrize(
    ("archive", "outcome"),
    [(ArchiveOutcome.UNKNOWN, SaveOutcome.POSTPONED), (ArchiveOutcome.EXCLUDED, SaveOutcome.UNSENT)],
)
def test_what_the_archive_did_not_say_is_told(archive: ArchiveOutcome, outcome: SaveOutcome) -> None:
    (left,) = chosen(found(archive=archive)).unasked
    assert left.outcome is outcome
    assert f"it is {archive.value}" in left.why


def test_each_page_once_with_all_its_places() -> None:
    findings = (found(), found(url=f"{PAGE}#part-2", note="7"), found(note="7"))
    (page,) = chosen(*findings).wanted
    assert (page.url, page.places) == (PAGE, ("note 1", "note 7"))


def test_places_name_the_letter_where_there_are_several() -> None:
    report: Report = a_report(a_document(found()), a_document(found(url=f"{PAGE}/2", note=None), source="b.txt"))
    assert [page.places for page in choose(report).wanted] == [("letter.txt, note 1",), ("b.txt, line 10",)]


def test_what_stands_around_a_letter_or_is_ignored_is_left_alone() -> None:
    assert wanted(found(part=Part.SURROUNDINGS)) == []
    assert wanted(found(review=Review("ignore"))) == []
    assert wanted(found(review=Review("accept"))) == [PAGE]


def test_only_where_no_copy_is_known_at_all_somebody_elses_capture_will_do() -> None:
    pages = chosen(found(), found(archive=ArchiveOutcome.ARCHIVED_BAD, url=f"{PAGE}/bad")).wanted
    assert [page.unless_within for page in pages] == ["1d", None]


def test_addresses_are_taken_as_they_were_given() -> None:
    given = ["https://example.org/a_(b).", "https://example.org/a b", "https://example.org/a_(b).", "http://x.test/#é"]
    planned = addresses(given)
    assert [citation.url for citation in planned.found.citations] == [given[0], given[1], given[3]]
    assert planned.document is not None
    for citation in planned.found.citations:
        assert planned.document.text[citation.start : citation.end] == citation.url
    assert len({citation.id for citation in planned.found.citations}) == 3
