"""Which links are changed, into what, and which are left: a row per rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import NOON, a_citation, a_document, a_finding, a_mended_citation
from verifier.model.change import Change, ChangeKind
from verifier.model.citation import (
    INTACT,
    Candidate,
    Citation,
    Confirmation,
    Edit,
    EditKind,
    Kind,
    Repair,
    RepairStatus,
)
from verifier.model.document import Link, Part
from verifier.model.evidence import ArchiveOutcome, ArchiveResult, LiveOutcome, LiveResult, Snapshot
from verifier.model.report import Action, ActionKind, Finding, Review, RuleHit, Verdict
from verifier.pipeline.changes import decide

URL = "https://example.org/statement"
NEW = "https://example.org/archive/statement"
COPY = f"https://web.archive.org/web/20220601120000/{URL}"
LEAD = "x" * 100
HREF = f"{URL}%20-two"


def written_in(finding: Finding, links: tuple[Link, ...] = (), only: frozenset[ChangeKind] = frozenset(ChangeKind)):
    text = LEAD + finding.citation.as_written + " and more."
    citation = replace(finding.citation, end=100 + len(finding.citation.as_written))
    return decide(replace(a_document(replace(finding, citation=citation)), text=text), links, only)


def moved(to: str = NEW, **more) -> Finding:
    live = LiveResult(LiveOutcome.MOVED, NOON, final_url=to, status_code=200)
    return a_finding(verdict=Verdict.FIX, live=live, **more)


def gone(*, confirmed: bool = True, copy: str | None = COPY, verdict: Verdict = Verdict.BROKEN, **more) -> Finding:
    snapshot = Snapshot("20220601120000", copy) if copy else None
    outcome = ArchiveOutcome.ARCHIVED if copy else ArchiveOutcome.NONE_FOUND
    return a_finding(
        verdict=verdict,
        live=LiveResult(LiveOutcome.NOT_FOUND, NOON, confirmed=confirmed, status_code=404),
        archives=(ArchiveResult(outcome, "web.archive.org", NOON, snapshot),),
        actions=(Action(ActionKind.USE_ARCHIVE, copy),) if copy else (),
        **more,
    )


def mended(**more) -> Citation:
    return a_mended_citation(repair=Repair(RepairStatus.MENDED, 0.97, (Edit(EditKind.JOIN, 24, " "),)), **more)


def unsure(status: RepairStatus, confidence: float) -> Citation:
    return a_mended_citation(repair=Repair(status, confidence, (Edit(EditKind.JOIN, 24, " "),)))


def titled(text: str, **more) -> Citation:
    return a_citation(as_written=text, **more)


WORDS = (Link(100, 113, URL),)

CHANGED = {
    "a mended link, as the author spells it": (a_finding(citation=mended()), (), "mended", URL, URL),
    "a scheme that the author left out stays out": (
        a_finding(
            citation=a_mended_citation(
                as_written="example.org/stat ement",
                repair=Repair(
                    RepairStatus.MENDED, 0.97, (Edit(EditKind.SCHEME, 0, "", "https://"), Edit(EditKind.JOIN, 16, " "))
                ),
            )
        ),
        (),
        "mended",
        URL,
        "example.org/statement",
    ),
    "a mended DOI": (
        a_finding(
            citation=a_citation(
                kind=Kind.DOI,
                as_written="doi:10.5555/ab c",
                value="10.5555/abc",
                url="https://doi.org/10.5555/abc",
                repair=Repair(RepairStatus.MENDED, 0.97, (Edit(EditKind.JOIN, 14, " "),)),
            )
        ),
        (),
        "mended",
        "https://doi.org/10.5555/abc",
        "doi:10.5555/abc",
    ),
    "a wrapper is taken off": (
        a_finding(
            citation=a_citation(
                as_written="https://wrap.example/?u=x",
                repair=Repair(
                    RepairStatus.MENDED, 0.97, (Edit(EditKind.UNWRAP, 0, "https://wrap.example/?u=x", URL),)
                ),
            )
        ),
        (),
        "mended",
        URL,
        URL,
    ),
    "a moved page": (moved(), (), "moved", NEW, NEW),
    "a mended link whose page has moved, in one step": (moved(citation=mended()), (), "moved", NEW, NEW),
    "a confirmed dead page with a copy": (gone(), (), "dead", COPY, COPY),
    "a mended link whose page is gone": (gone(citation=mended()), (), "dead", COPY, COPY),
    "a mended link whose page is gone at first sight is mended": (
        gone(confirmed=False, citation=mended()), (), "mended", URL, URL,
    ),
    "words stay, their target changes": (moved(citation=titled("the statement")), WORDS, "moved", NEW, None),
    "words with a damaged target": (
        a_finding(
            citation=titled(
                "the statement",
                url=f"{URL}-two",
                repair=Repair(RepairStatus.MENDED, 0.97, (Edit(EditKind.UNESCAPE, 29, "%20"),)),
            )
        ),
        (Link(100, 113, HREF),),
        "mended",
        f"{URL}-two",
        None,
    ),
    "the reader's place on the page stays": (
        moved(citation=titled(f"{URL}#part", url=f"{URL}#part")), (), "moved", f"{NEW}#part", f"{NEW}#part",
    ),
    "what a person chose, whatever was found": (
        gone(review=Review("replace", url=NEW)), (), "chosen", NEW, NEW,
    ),
    "a page that a person saw is mended all the same": (
        gone(citation=mended(), review=Review("opened")), (), "mended", URL, URL,
    ),
    "a link that an archive's index completed": (
        a_finding(
            citation=a_citation(
                as_written="https://example.org/sta temen",
                repair=Repair(
                    RepairStatus.MENDED, 0.98, edits := (Edit(EditKind.JOIN, 23, " temen", "tement"),),
                    (Candidate("https://example.org/sta", 123, 0.5), Candidate(URL, 134, 0.5, edits)),
                ),
            )
        ),
        (), "mended", URL, URL,
    ),
    "around the letter, what is broken is mended": (
        a_finding(citation=mended(part=Part.SURROUNDINGS)), (), "mended", URL, URL,
    ),
}  # fmt: skip


@pytest.mark.parametrize("row", CHANGED.values(), ids=CHANGED)
def test_what_a_link_is_changed_into(row) -> None:
    finding, links, kind, url, shown = row
    decision = written_in(finding, links)
    (change,) = decision.changes
    assert (change.kind, change.url, change.shown, change.written) == (kind, url, shown, finding.citation.as_written)
    assert decision.left == ()


STAYS = {
    "a link that is fine": (a_finding(), ""),
    "an ambiguous reading": (a_finding(citation=unsure(RepairStatus.AMBIGUOUS, 0.5)), "more than one way"),
    "a reading that is not sure enough": (a_finding(citation=unsure(RepairStatus.MENDED, 0.89)), "more than one way"),
    "a link that nothing mends": (
        a_finding(citation=a_citation(url=None, repair=Repair(RepairStatus.UNMENDABLE))), "no reading",
    ),
    "a page gone at first sight": (gone(confirmed=False), "first sight"),
    "a page gone without a copy": (gone(copy=None), "no good archived copy"),
    "a page gone whose copy bears another title": (
        gone(rules=(RuleHit("VFY307", "The copy calls itself “A flower show”."),)), "does not bear the cited title",
    ),
    "a page that a recent capture contradicts": (gone(verdict=Verdict.REVIEW), ""),
    "a copy that is cited already": (gone(copy=URL), ""),
    "a page around the letter that moved": (moved(citation=a_citation(part=Part.SURROUNDINGS)), ""),
    "a new address with a secret": (moved(f"{NEW}?access_token=0123456789abcdef"), "secret"),
    "a new address that breaks out": (moved('https://example.org/"><script>'), "characters"),
    "a new address with white space": (moved("https://example.org/a b"), "characters"),
    "a new address that is no web address": (moved("javascript:alert(1)"), "characters"),
    "an unsure intact reading of a moved page": (
        moved(citation=a_citation(repair=Repair(RepairStatus.INTACT, 0.8))), "more than one way",
    ),
    "words without a target in the format": (moved(citation=titled("the statement")), "does not spell"),
    "a UN resolution in words": (
        moved(citation=titled("resolution 48/141", kind=Kind.UN_SYMBOL, value="A/RES/48/141")), "does not spell",
    ),
    "what a person accepted": (moved(review=Review("accept")), ""),
    "a page that a person saw": (gone(review=Review("opened")), ""),
    "a choice that stands there already": (gone(review=Review("replace", url=URL)), ""),
}  # fmt: skip


@pytest.mark.parametrize("row", STAYS.values(), ids=STAYS)
def test_what_is_left_and_why(row) -> None:
    finding, why = row
    decision = written_in(finding)
    assert decision.changes == ()
    assert [why in one.why for one in decision.left] == ([True] if why else [])


@pytest.mark.parametrize(
    ("finding", "still", "why"),
    [
        (gone(citation=mended(), copy=None), "no good archived copy is known", "mended, and there is nothing"),
        (gone(citation=mended(), confirmed=False), "gone at first sight", "its copy waits for a second look"),
        (gone(citation=mended(), copy=None, review=Review("opened")), None, "a person saw the page"),
        (gone(citation=mended(), copy=None, verdict=Verdict.REVIEW), None, "a program is not sure"),
        (a_finding(citation=mended()), None, "the mended link answers"),
    ],
)
def test_a_mended_link_that_leads_nowhere_is_not_passed_over(finding: Finding, still: str | None, why: str) -> None:
    (made,) = written_in(finding).changes
    assert made.kind is ChangeKind.MENDED
    assert (made.still is None) is (still is None), why
    assert (still or "") in (made.still or ""), why


@pytest.mark.parametrize(
    ("only", "kinds"),
    [
        ({"mended"}, ["mended", "mended"]),
        ({"moved"}, ["moved", "moved"]),
        ({"dead"}, ["dead"]),
        ({"mended", "dead"}, ["mended", "dead", "mended"]),
        ({"mended", "moved", "dead"}, ["mended", "moved", "dead", "moved"]),
    ],
)
def test_only_the_kinds_asked_for_are_changed(only: set[str], kinds: list[str]) -> None:
    findings = [a_finding(citation=mended()), moved(), gone(), moved(citation=mended())]
    asked = frozenset(map(ChangeKind, only))
    made = [change for finding in findings for change in written_in(finding, (), asked).changes]
    assert [change.kind for change in made] == kinds


def test_the_reading_that_evidence_chose_reaches_as_far_as_it_reads() -> None:
    edits = (Edit(EditKind.JOIN, 24, " "),)
    whole = Candidate(URL, 100 + len(URL) + 1, 0.4, edits)
    short = Candidate("https://example.org/stat", 124, 0.6)
    citation = a_citation(
        as_written="https://example.org/stat",
        end=124,
        repair=Repair(RepairStatus.MENDED, 0.98, edits, (short, whole)),
    )
    text = f"{LEAD}https://example.org/stat ement and more"
    (change,) = decide(replace(a_document(a_finding(citation=citation)), text=text)).changes
    assert text[change.start : change.end] == change.written == "https://example.org/stat ement"
    assert change.shown == URL


def test_dead_links_know_the_day_of_their_copy_and_what_they_were() -> None:
    (change,) = written_in(gone()).changes
    assert isinstance(change, Change)
    assert (change.captured, change.meant, change.note) == ("2022-06-01", URL, "1")


def test_a_link_over_the_text_is_handed_on() -> None:
    (change,) = written_in(moved(citation=a_citation(repair=INTACT)), (Link(100, 129, f"{URL}/"),)).changes
    assert change.href == f"{URL}/"


JOINED = (Edit(EditKind.JOIN, 24, " "),)
SEEN = LiveResult(LiveOutcome.OK, NOON, status_code=200, answered=True)
WALLED = LiveResult(LiveOutcome.BOT_WALL, NOON, status_code=403, answered=True)
KEPT = ArchiveResult(ArchiveOutcome.ARCHIVED, "web.archive.org", NOON, Snapshot("20220601120000", COPY))


@pytest.mark.parametrize(
    ("confidence", "by", "live", "archive", "changed", "why"),
    [
        (0.93, None, None, None, False, "the shape of the text alone"),
        (0.93, None, WALLED, None, False, "a wall shows nothing"),
        (0.97, None, None, None, True, "the shape leaves little doubt"),
        (0.93, Confirmation.TITLE_WORDS, None, None, True, "the title's words stand in it"),
        (0.93, Confirmation.ANNOTATION, None, None, True, "the format's own link"),
        (0.93, None, SEEN, None, True, "the page answers"),
        (0.93, None, WALLED, KEPT, True, "a copy is kept under it"),
        (0.89, Confirmation.TITLE_WORDS, SEEN, KEPT, False, "the text leaves it open"),
    ],
)
def test_what_is_changed_unseen_needs_more_than_the_shape_of_the_text(
    confidence: float,
    by: Confirmation | None,
    live: LiveResult | None,
    archive: ArchiveResult | None,
    changed: bool,
    why: str,
) -> None:
    citation = a_mended_citation(repair=Repair(RepairStatus.MENDED, confidence, JOINED, confirmed_by=by))
    decision = written_in(a_finding(citation=citation, live=live, archives=archive and (archive,), verdict=Verdict.FIX))
    assert bool(decision.changes) is changed, why
    assert bool(decision.left) is not changed, "what is left is told"
