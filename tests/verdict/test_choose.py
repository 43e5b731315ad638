"""Which reading what was seen singles out, and where somebody has to look: one row, one reason."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urldefrag

import pytest

from tests.builders import NOON, a_citation
from verifier.model.citation import Candidate, Citation, Confirmation, Edit, EditKind, Repair, RepairStatus
from verifier.model.evidence import (
    ArchiveOutcome,
    ArchiveResult,
    ContentResult,
    Hop,
    LiveOutcome,
    LiveResult,
    Snapshot,
)
from verifier.model.report import Verdict
from verifier.verdict import Evidence, Look, judge

HOST = "https://example.org/"
GONE = LiveOutcome.NOT_FOUND
OK = LiveOutcome.OK
COPY = ArchiveResult(
    ArchiveOutcome.ARCHIVED, "archive.example", NOON, Snapshot("20200101000000", "https://archive.example/1", 200, 0)
)


def seen(
    url: str,
    outcome: LiveOutcome,
    *,
    fits: float | None = None,
    final: str | None = None,
    title: str | None = None,
    body: str | None = None,
) -> Look:
    """A look at `url`: what it gave, how well the title fits, where it ended, which page was shown."""
    hops = (Hop(url, 301),) if final else ()
    end = final or urldefrag(url).url
    live = LiveResult(outcome, NOON, ("as seen",), final_url=end, redirects=hops, title=title, body_sha256=body)
    return Look(live, content=ContentResult(title_similarity=fits))


def cut(short: str, long: str, *, sure: float = 0.95, chosen: str = "") -> Citation:
    """A link that reads as `short` or, over a break, as `long`; `chosen` by the text with this confidence."""
    readings = {
        short: Candidate(HOST + short, 100 + len(short), 1.0 - sure if chosen == long else sure),
        long: Candidate(
            HOST + long, 101 + len(long), sure if chosen == long else 1.0 - sure, (Edit(EditKind.JOIN, 30, " "),)
        ),
    }
    best = readings[chosen or short]
    other = readings[long if best is readings[short] else short]
    status = RepairStatus.MENDED if best.edits else RepairStatus.INTACT
    return a_citation(repair=Repair(status, best.score, best.edits, (best, other)), url=best.url, value=best.url)


@pytest.mark.parametrize(
    ("short", "long", "title", "verdict", "why"),
    [
        ("river/stew", "river/stewards", "Stewards of the river", Verdict.FIX, "the page has the word that was cut"),
        ("river/stew", "river/stewards", "Roads", Verdict.REVIEW, "a word of the sentence might lead to a page"),
        ("river/14", "river/1402", "Roads", Verdict.REVIEW, "so might a number"),
        (
            "r",
            "river/stewards-2020.html",
            "Roads",
            Verdict.FIX,
            "what follows is of an address, whatever the page's name",
        ),
        ("river/14", "river/14.html", "Roads", Verdict.FIX, "so is a file's extension"),
        ("river/ste-", "river/ste-wards", "Roads", Verdict.FIX, "no link ends in a hyphen"),
        ("item.php?i", "item.php?id=4&n=2", None, Verdict.FIX, "so is the rest of a query"),
    ],
)
def test_one_page_alone_under_another_name(
    short: str, long: str, title: str | None, verdict: Verdict, why: str
) -> None:
    """The cited title may be no title, or not the page's own; what answers alone is never called dead for it."""
    looks = {HOST + short: seen(HOST + short, GONE), HOST + long: seen(HOST + long, OK, fits=0.1, title=title)}
    finding = judge(cut(short, long), Evidence(looks), NOON)
    assert (finding.verdict, finding.citation.url) == (verdict, HOST + long), why


def test_a_page_of_another_name_does_not_unmake_what_the_text_is_sure_of() -> None:
    looks = {
        HOST + "river/stew": seen(HOST + "river/stew", GONE),
        HOST + "river/stewards": seen(HOST + "river/stewards", OK, fits=0.1),
    }
    finding = judge(cut("river/stew", "river/stewards", chosen="river/stewards"), Evidence(looks), NOON)
    assert (finding.verdict, finding.citation.repair.confidence) == (Verdict.FIX, 0.95)


@pytest.mark.parametrize(
    ("short", "long", "sure", "verdict", "why"),
    [
        ("stew", "stewards", 0.95, Verdict.REVIEW, "no section is called as a word cut in two"),
        ("", "river/stewards", 0.95, Verdict.BROKEN, "a host answers for all of its paths"),
        ("river/", "river/stewards", 0.92, Verdict.REVIEW, "the sentence may go on with what was joined"),
        ("river/", "river/stewards", 0.95, Verdict.BROKEN, "a section's index answers for what is in it"),
        ("river", "river/stewards", 0.95, Verdict.BROKEN, "with the slash behind the break, too"),
    ],
)
def test_a_mended_link_that_is_dead_and_its_first_part_is_not(
    short: str, long: str, sure: float, verdict: Verdict, why: str
) -> None:
    looks = {HOST + short: seen(HOST + short, OK), HOST + long: seen(HOST + long, GONE)}
    finding = judge(cut(short, long, sure=sure, chosen=long), Evidence(looks), NOON)
    assert (finding.verdict, finding.citation.url) == (verdict, HOST + long), why


@pytest.mark.parametrize("scheme", ["http:", "https:"])
@pytest.mark.parametrize("fits", [None, 0.1, 0.9])
def test_a_site_that_sends_the_cut_link_on_tells_what_is_meant(fits: float | None, scheme: str) -> None:
    short, long = "river/stew", "river/stewards"
    final = (HOST + long).replace("https:", scheme) + "/"
    looks = {
        HOST + short: seen(HOST + short, OK, final=final, fits=fits),
        HOST + long: seen(HOST + long, OK, fits=fits),
    }
    finding = judge(cut(short, long, sure=0.6), Evidence(looks), NOON)
    assert (finding.verdict, finding.citation.url) == (Verdict.FIX, HOST + long)


@pytest.mark.parametrize("short", ["", "news/", "news"])
def test_a_section_to_which_what_is_gone_is_sent_is_not_what_is_meant(short: str) -> None:
    long = "news/stewards"
    looks = {HOST + short: seen(HOST + short, OK), HOST + long: seen(HOST + long, OK, final=HOST + short)}
    finding = judge(cut(short, long, chosen=long), Evidence(looks), NOON)
    assert finding.citation.url == HOST + long
    assert finding.live is not None
    assert finding.live.outcome is LiveOutcome.REDIRECTED_HOME


def test_a_link_that_is_sent_home_is_not_there() -> None:
    short, long = "river/stew", "river/stewards"
    looks = {HOST + short: seen(HOST + short, OK, final=HOST), HOST + long: seen(HOST + long, OK)}
    finding = judge(cut(short, long), Evidence(looks), NOON)
    assert (finding.verdict, finding.citation.url) == (Verdict.FIX, HOST + long)
    assert finding.citation.repair.confirmed_by is Confirmation.LIVE


@pytest.mark.parametrize(
    ("short", "long", "bodies", "sure", "verdict", "why"),
    [
        (
            "river#part-2",
            "river#part-2pdf",
            ("a", "a"),
            0.63,
            Verdict.REVIEW,
            "a page's title tells nothing of its parts",
        ),
        (
            "river#part",
            "river#part-2",
            ("a", "a"),
            0.97,
            Verdict.FIX,
            "where the text is sure, nothing speaks against it",
        ),
        ("q/12/how-to", "q/12/how-topdf", ("a", "a"), 0.63, Verdict.REVIEW, "a site that reads the number alone"),
        ("river", "river-2", ("a", "b"), 0.63, Verdict.FIX, "two pages, and the text prefers this one"),
    ],
)
def test_a_title_that_both_readings_bear(
    short: str, long: str, bodies: tuple[str, str], sure: float, verdict: Verdict, why: str
) -> None:
    looks = {
        HOST + path: seen(HOST + path, OK, fits=0.95, body=body)
        for path, body in zip((short, long), bodies, strict=True)
    }
    finding = judge(cut(short, long, sure=sure, chosen=long), Evidence(looks), NOON)
    assert (finding.verdict, finding.citation.url) == (verdict, HOST + long), why


@pytest.mark.parametrize(
    ("short", "long", "copied", "chosen", "why"),
    [
        ("river/stew", "river/stewards", "river/stewards", "river/stewards", "the longer one is archived"),
        ("river/", "river/stewards", "river/", "river/stewards", "indexes are archived, too"),
        ("river/stewards", "river/stewardsand", "river/stewards", "river/stewards", "no index is called so"),
    ],
)
def test_an_exact_copy_decides_where_nothing_answers(short: str, long: str, copied: str, chosen: str, why: str) -> None:
    looks = {HOST + path: seen(HOST + path, GONE) for path in (short, long)}
    looks[HOST + copied] = Look(looks[HOST + copied].live, archives=(COPY,))
    citation = cut(short, long, chosen=short if copied == long else long)
    assert judge(citation, Evidence(looks), NOON).citation.url == HOST + chosen, why


def test_a_copy_of_an_error_page_decides_nothing() -> None:
    bad = replace(COPY, outcome=ArchiveOutcome.ARCHIVED_BAD)
    looks = {HOST + path: seen(HOST + path, GONE) for path in ("river/stew", "river/stewards")}
    looks[HOST + "river/stewards"] = Look(looks[HOST + "river/stewards"].live, archives=(bad,))
    assert judge(cut("river/stew", "river/stewards"), Evidence(looks), NOON).citation.url == HOST + "river/stew"


@pytest.mark.parametrize(("fits", "chosen"), [(0.1, "river/stewards"), (0.9, "river/"), (None, "river/")])
def test_a_copy_of_the_longer_one_tells_that_an_index_is_not_meant(fits: float | None, chosen: str) -> None:
    gone = seen(HOST + "river/stewards", GONE)
    looks = {
        HOST + "river/": seen(HOST + "river/", OK, fits=fits),
        HOST + "river/stewards": Look(gone.live, archives=(COPY,)),
    }
    assert judge(cut("river/", "river/stewards"), Evidence(looks), NOON).citation.url == HOST + chosen


@pytest.mark.parametrize("fits", [None, 0.1])
def test_a_host_that_answers_keeps_no_page_from_being_chosen(fits: float | None) -> None:
    citation = cut("river/stewards", "river/stewards/issues")
    root = Candidate(HOST, 90, 0.03)
    repair = replace(citation.repair, candidates=(*citation.repair.candidates, root))
    looks = {
        HOST: seen(HOST, OK, fits=fits),
        HOST + "river/stewards": seen(HOST + "river/stewards", GONE),
        HOST + "river/stewards/issues": seen(HOST + "river/stewards/issues", OK, fits=fits),
    }
    finding = judge(replace(citation, repair=repair), Evidence(looks), NOON)
    assert (finding.verdict, finding.citation.url) == (Verdict.FIX, HOST + "river/stewards/issues")
