"""The whole decision table: what was seen -> verdict and deciding rule, each row with its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.builders import NOON, a_citation, a_mended_citation
from verifier.model.citation import (
    Candidate,
    Citation,
    Confirmation,
    Description,
    Edit,
    EditKind,
    Kind,
    Quote,
    QuoteWhere,
    Repair,
    RepairStatus,
)
from verifier.model.evidence import (
    DEAD,
    ArchiveOutcome,
    ArchiveResult,
    ContentResult,
    Drift,
    Found,
    Hop,
    Listed,
    LiveOutcome,
    LiveResult,
    QuoteResult,
    Snapshot,
)
from verifier.model.report import ActionKind, Attestation, Finding, Verdict
from verifier.model.rules import RULES, find_rule
from verifier.verdict import Evidence, Look, judge
from verifier.verdict.outcome import same_place, shrunk
from verifier.verdict.table import TABLE, Case, decide

URL = "https://example.org/statement"
HOME = "https://example.org/"


def live(outcome: LiveOutcome, **more) -> LiveResult:
    return LiveResult(outcome, NOON, ("as seen",), final_url=more.pop("final_url", URL), **more)


def copy(days_old: int, outcome: ArchiveOutcome = ArchiveOutcome.ARCHIVED, title: str | None = None) -> ArchiveResult:
    taken = NOON - timedelta(days=days_old)
    url = f"https://web.archive.org/web/{taken:%Y%m%d%H%M%S}/{URL}"
    return ArchiveResult(outcome, "web.archive.org", NOON, Snapshot(f"{taken:%Y%m%d%H%M%S}", url, 200, 0), title=title)


def absent(outcome: ArchiveOutcome = ArchiveOutcome.NONE_FOUND) -> ArchiveResult:
    return ArchiveResult(outcome, "web.archive.org", NOON, evidence=("web.archive.org was asked",))


def judged(citation: Citation, look: Look) -> Finding:
    return judge(citation, Evidence({citation.url or "": look}), NOON)


@pytest.mark.parametrize(
    ("outcome", "verdict", "rule"),
    [
        (LiveOutcome.NOT_CHECKABLE, Verdict.REVIEW, "VFY218"),  # a refused address may be a mistake of the author
        (LiveOutcome.SKIPPED, Verdict.SKIPPED, "VFY219"),  # nobody looked
        (LiveOutcome.BOT_WALL, Verdict.REVIEW, "VFY208"),  # blocked is not dead
        (LiveOutcome.ACCESS_WALL, Verdict.REVIEW, "VFY209"),
        (LiveOutcome.RATE_LIMITED, Verdict.REVIEW, "VFY210"),
        (LiveOutcome.NOT_FOUND, Verdict.BROKEN, "VFY201"),
        (LiveOutcome.DOMAIN_GONE, Verdict.BROKEN, "VFY202"),
        (LiveOutcome.PARKED, Verdict.BROKEN, "VFY203"),
        (LiveOutcome.SOFT_404, Verdict.BROKEN, "VFY204"),
        (LiveOutcome.REDIRECTED_HOME, Verdict.REVIEW, "VFY205"),
        (LiveOutcome.REDIRECTED_ELSEWHERE, Verdict.REVIEW, "VFY206"),
        (LiveOutcome.MOVED, Verdict.FIX, "VFY207"),
        (LiveOutcome.UNRENDERED, Verdict.REVIEW, "VFY217"),
        (LiveOutcome.OK, Verdict.OK, "VFY220"),
        (LiveOutcome.TLS_ERROR, Verdict.REVIEW, "VFY215"),
        (LiveOutcome.REDIRECT_LOOP, Verdict.REVIEW, "VFY216"),
        (LiveOutcome.ACCESS_DENIED, Verdict.REVIEW, "VFY211"),
        (LiveOutcome.SERVER_ERROR, Verdict.REVIEW, "VFY212"),  # may pass: never broken
        (LiveOutcome.TIMEOUT, Verdict.REVIEW, "VFY213"),
        (LiveOutcome.UNREACHABLE, Verdict.REVIEW, "VFY214"),
    ],
)
def test_each_outcome_alone(outcome: LiveOutcome, verdict: Verdict, rule: str) -> None:
    finding = judged(a_citation(), Look(live(outcome)))
    assert (finding.verdict, finding.rules[0].id) == (verdict, rule)


def test_the_table_decides_every_outcome_and_names_only_known_rules() -> None:
    for outcome in LiveOutcome:
        for status in RepairStatus:
            decide(Case(Repair(status), URL, live(outcome)))
    assert {row.rule for row in TABLE} <= set(RULES)


def test_every_outcome_has_a_rule_that_explains_it() -> None:
    for outcome in set(LiveOutcome) - {LiveOutcome.OK}:
        rule = find_rule(outcome.value.replace("_", "-"))
        assert rule is not None
        assert rule.todo


@pytest.mark.parametrize("outcome", sorted(set(LiveOutcome) - DEAD))
def test_only_dead_outcomes_are_ever_broken(outcome: LiveOutcome) -> None:
    for citation in (a_citation(), a_mended_citation()):
        assert judged(citation, Look(live(outcome))).verdict is not Verdict.BROKEN


def mended(confidence: float = 0.97, *candidates: Candidate) -> Citation:
    citation = a_mended_citation()
    repair = replace(citation.repair, confidence=confidence, candidates=candidates)
    return replace(citation, repair=repair)


@pytest.mark.parametrize(
    ("citation", "outcome", "verdict", "why"),
    [
        (mended(), LiveOutcome.OK, Verdict.FIX, "the letter is still wrong as printed"),
        (mended(), LiveOutcome.BOT_WALL, Verdict.FIX, "a wall at the target does not make the print right"),
        (mended(), LiveOutcome.TIMEOUT, Verdict.FIX, "nor does silence"),
        (mended(), LiveOutcome.SKIPPED, Verdict.FIX, "offline, the text alone says that it is broken"),
        (mended(), LiveOutcome.NOT_FOUND, Verdict.BROKEN, "mended to a page that is gone"),
        (mended(0.7), LiveOutcome.TIMEOUT, Verdict.REVIEW, "not sure enough to tell the author what to print"),
        (mended(0.7), LiveOutcome.OK, Verdict.REVIEW, "a page that answers is not yet proof"),
    ],
)
def test_mended_links(citation: Citation, outcome: LiveOutcome, verdict: Verdict, why: str) -> None:
    assert judged(citation, Look(live(outcome))).verdict is verdict, why


@pytest.mark.parametrize("asked", [True, False], ids=["online", "offline"])
@pytest.mark.parametrize("status", list(RepairStatus))
def test_what_the_user_leaves_out_is_skipped_whatever_its_text_tells(status: RepairStatus, asked: bool) -> None:
    broken = a_mended_citation()
    citation = replace(broken, repair=replace(broken.repair, status=status))
    assert judge(citation, Evidence(asked=asked, left_out=True), NOON).verdict is Verdict.SKIPPED


def test_an_offline_run_judges_from_the_text() -> None:
    nothing = Evidence(asked=False)
    assert judge(a_citation(), nothing, NOON).verdict is Verdict.SKIPPED
    assert judge(mended(), nothing, NOON).verdict is Verdict.FIX
    assert judge(a_citation(repair=Repair(RepairStatus.AMBIGUOUS, 0.5)), nothing, NOON).verdict is Verdict.REVIEW
    unmendable = a_citation(repair=Repair(RepairStatus.UNMENDABLE, 0.0), url=None)
    assert judge(unmendable, nothing, NOON).verdict is Verdict.BROKEN
    assert judge(unmendable, nothing, NOON).live is None


def test_what_names_no_web_address_is_skipped_with_its_reason() -> None:
    isbn = a_citation(kind=Kind.ISBN, value="9780306406157", url=None)
    finding = judge(isbn, Evidence(), NOON)
    assert finding.verdict is Verdict.SKIPPED
    assert "isbn" in finding.live.evidence[0]


def test_a_scheme_that_is_not_http_is_skipped() -> None:
    ftp = a_citation(url="ftp://example.org/file.pdf")
    assert judged(ftp, Look(live(LiveOutcome.NOT_CHECKABLE))).verdict is Verdict.SKIPPED


@pytest.mark.parametrize(
    ("look", "verdict", "why"),
    [
        (Look(live(LiveOutcome.NOT_FOUND), (copy(30),)), Verdict.REVIEW, "captured a month ago: is it really gone?"),
        (Look(live(LiveOutcome.NOT_FOUND), (copy(300),)), Verdict.BROKEN, "an old capture contradicts nothing"),
        (Look(live(LiveOutcome.NOT_FOUND), (copy(300),), recent=copy(10)), Verdict.REVIEW, "the newest copy is young"),
        (Look(live(LiveOutcome.BOT_WALL), recent=copy(10), recent_title=0.9), Verdict.OK, "attested by the archive"),
        (Look(live(LiveOutcome.BOT_WALL), recent=copy(10), recent_title=0.2), Verdict.REVIEW, "another page's title"),
        (Look(live(LiveOutcome.BOT_WALL), recent=copy(40), recent_title=0.9), Verdict.REVIEW, "too old to attest"),
        (Look(live(LiveOutcome.ACCESS_WALL), recent=copy(1), recent_title=0.9), Verdict.OK, "the same for a sign-in"),
        (Look(live(LiveOutcome.TIMEOUT), recent=copy(1), recent_title=0.9), Verdict.REVIEW, "silence is no wall"),
    ],
)
def test_archives_contradict_and_attest(look: Look, verdict: Verdict, why: str) -> None:
    assert judged(a_citation(), look).verdict is verdict, why


@pytest.mark.parametrize(
    ("outcome", "captures", "confirmed", "why"),
    [
        (LiveOutcome.NOT_FOUND, [(20, 404)], True, "the archive met the same error lately"),
        (LiveOutcome.NOT_FOUND, [(400, 200), (20, 410)], True, "a page long ago, gone since"),
        (LiveOutcome.NOT_FOUND, [(100, 404)], False, "not lately"),
        (LiveOutcome.NOT_FOUND, [(20, 503)], False, "another error, which may pass"),
        (LiveOutcome.NOT_FOUND, [(20, None)], False, "what that capture holds was not told"),
        (LiveOutcome.NOT_FOUND, [(30, 404), (20, 200)], False, "a page was captured since"),
        (LiveOutcome.SOFT_404, [(20, 404)], False, "not the same: this one is sent as success"),
        (LiveOutcome.NOT_FOUND, [], False, "nothing captured"),
    ],
)
def test_recent_captures_of_the_same_error_confirm_it(
    outcome: LiveOutcome, captures: list[tuple[int, int | None]], confirmed: bool, why: str
) -> None:
    listed = tuple(Listed(f"{NOON - timedelta(days=old):%Y%m%d}", status) for old, status in captures)
    recent = replace(absent(ArchiveOutcome.ARCHIVED_BAD), captures=listed)
    finding = judged(a_citation(), Look(live(outcome), recent=recent))
    assert finding.live.confirmed is confirmed, why
    assert finding.rules[0].message.startswith("Probably gone") is not confirmed


def test_who_attests_an_ok() -> None:
    assert judged(a_citation(), Look(live(LiveOutcome.OK))).attested_by is Attestation.LIVE
    walled = Look(live(LiveOutcome.BOT_WALL), recent=copy(10), recent_title=0.9)
    assert judged(a_citation(), walled).attested_by is Attestation.ARCHIVE


@pytest.mark.parametrize(
    ("final", "codes", "similarity", "outcome", "why"),
    [
        ("https://example.org/new", (301,), 0.9, LiveOutcome.MOVED, "for good, and the title fits"),
        ("https://example.org/new", (308, 301), 0.9, LiveOutcome.MOVED, "every hop for good"),
        ("https://example.org/new", (302,), 0.9, LiveOutcome.OK, "a temporary target is never suggested"),
        ("https://example.org/new", (301, 302), 0.9, LiveOutcome.OK, "one temporary hop is enough"),
        ("https://example.org/new", (301,), 0.1, LiveOutcome.REDIRECTED_ELSEWHERE, "another title"),
        ("https://example.org/new", (302,), 0.1, LiveOutcome.REDIRECTED_ELSEWHERE, "temporary, and another title"),
        ("https://example.org/new", (301,), None, LiveOutcome.OK, "nothing to match, nothing claimed"),
        ("https://example.org/", (301,), 0.1, LiveOutcome.REDIRECTED_HOME, "home, and the title is not there"),
        ("https://example.org/", (302,), None, LiveOutcome.REDIRECTED_HOME, "home, with nothing to match"),
        ("https://example.org/", (301,), 0.9, LiveOutcome.MOVED, "a title match beats the URL's shape"),
        ("https://www.example.org/statement/", (301,), 0.1, LiveOutcome.OK, "www and a slash are no move"),
        ("http://example.org/statement", (302,), None, LiveOutcome.OK, "nor is the scheme"),
        ("https://example.org/statement?session=1", (302,), 0.1, LiveOutcome.OK, "nor an added parameter"),
    ],
)
def test_redirects(
    final: str, codes: tuple[int, ...], similarity: float | None, outcome: LiveOutcome, why: str
) -> None:
    hops = tuple(Hop(URL if at == 0 else f"https://example.org/hop{at}", code) for at, code in enumerate(codes))
    look = Look(
        live(LiveOutcome.OK, final_url=final, redirects=hops), content=ContentResult(title_similarity=similarity)
    )
    assert judged(a_citation(), look).live.outcome is outcome, why


@pytest.mark.parametrize(
    ("final", "similarity", "outcome", "why"),
    [
        ("https://example.org/press", 0.1, LiveOutcome.REDIRECTED_HOME, "a section, by its one plain word"),
        ("https://example.org/press", None, LiveOutcome.OK, "with nothing to match, that word may name the page"),
        ("https://example.org/a-new-harbour", 0.1, LiveOutcome.REDIRECTED_ELSEWHERE, "a page's own name"),
        ("https://example.com/press", 0.1, LiveOutcome.REDIRECTED_ELSEWHERE, "another host"),
    ],
)
def test_a_deep_link_may_end_at_a_section(final: str, similarity: float | None, outcome: LiveOutcome, why: str) -> None:
    deep = "https://example.org/2012/articles/harbour.html"
    looked = live(LiveOutcome.OK, final_url=final, redirects=(Hop(deep, 302),))
    look = Look(looked, content=ContentResult(title_similarity=similarity))
    assert judged(a_citation(url=deep), look).live.outcome is outcome, why


def test_a_harmless_temporary_hop_does_not_unmake_a_move() -> None:
    hops = (Hop("http://example.org/statement", 302), Hop(URL, 301))
    look = Look(live(LiveOutcome.OK, final_url="https://example.org/new", redirects=hops), content=ContentResult(0.95))
    finding = judged(a_citation(url="http://example.org/statement"), look)
    assert finding.live.outcome is LiveOutcome.MOVED
    assert finding.actions[0].url == "https://example.org/new"


def test_a_found_quotation_speaks_for_a_redirect_target() -> None:
    content = ContentResult(0.1, quotes=(QuoteResult("five words that are quoted", Found.LIVE),))
    look = Look(live(LiveOutcome.OK, final_url="https://example.org/new", redirects=(Hop(URL, 301),)), content=content)
    assert judged(a_citation(), look).live.outcome is LiveOutcome.MOVED


def test_a_title_match_clears_a_soft_404() -> None:
    look = Look(live(LiveOutcome.SOFT_404), content=ContentResult(title_similarity=0.95))
    assert judged(a_citation(), look).live.outcome is LiveOutcome.OK


def test_a_doi_that_its_resolver_knows_is_right_whatever_the_publisher_does() -> None:
    doi = a_citation(kind=Kind.DOI, value="10.1000/182", url="https://doi.org/10.1000/182")
    hop = Hop("https://doi.org/10.1000/182", 302)
    walled = Look(live(LiveOutcome.BOT_WALL, redirects=(hop,), final_url="https://publisher.example/182"))
    finding = judged(doi, walled)
    assert (finding.verdict, finding.live.outcome) == (Verdict.OK, LiveOutcome.OK)
    assert "VFY222" in {hit.id for hit in finding.rules}
    gone = Look(live(LiveOutcome.NOT_FOUND, final_url="https://publisher.example/182", redirects=(hop,)))
    told = judge(doi, Evidence({doi.url: gone}), NOON)
    assert told.live and told.live.outcome is LiveOutcome.NOT_FOUND
    assert "the publisher should be told" in told.live.evidence[-1]
    unknown = Look(live(LiveOutcome.NOT_FOUND, final_url="https://doi.org/10.1000/182"))
    assert judged(doi, unknown).verdict is Verdict.BROKEN
    gone_at_publisher = Look(live(LiveOutcome.NOT_FOUND, redirects=(hop,), final_url="https://publisher.example/182"))
    assert judged(doi, gone_at_publisher).verdict is Verdict.BROKEN


SHORT = Candidate("https://example.org/stat", 124, 0.45)
LONG = Candidate("https://example.org/statement", 130, 0.55, (Edit(EditKind.JOIN, 24, " "),), ("the title fits",))


def ambiguous() -> Citation:
    repair = Repair(RepairStatus.AMBIGUOUS, 0.55, LONG.edits, (LONG, SHORT))
    return a_citation(repair=repair, url=LONG.url, value=LONG.url)


@pytest.mark.parametrize(
    ("long", "short", "status", "chosen", "by", "why"),
    [
        ((LiveOutcome.OK, 0.9), (LiveOutcome.NOT_FOUND, None), "mended", LONG, "page_title", "answers, title fits"),
        ((LiveOutcome.OK, 0.1), (LiveOutcome.OK, 0.9), "intact", SHORT, "page_title", "both answer: the title decides"),
        ((LiveOutcome.OK, None), (LiveOutcome.NOT_FOUND, None), "mended", LONG, "live", "the longer one answers alone"),
        ((LiveOutcome.NOT_FOUND, None), (LiveOutcome.OK, None), "ambiguous", LONG, None, "a stump may be a section"),
        ((LiveOutcome.OK, None), (LiveOutcome.OK, None), "ambiguous", LONG, None, "both answer, nothing tells"),
        ((LiveOutcome.OK, 0.1), (LiveOutcome.NOT_FOUND, None), "ambiguous", LONG, None, "answers with another title"),
        ((LiveOutcome.TIMEOUT, None), (LiveOutcome.NOT_FOUND, None), "ambiguous", LONG, None, "silence proves nothing"),
    ],
)
def test_evidence_settles_open_readings(long, short, status, chosen, by, why) -> None:
    looks = {
        candidate.url: Look(live(outcome, final_url=candidate.url), content=ContentResult(title_similarity=similarity))
        for candidate, (outcome, similarity) in ((LONG, long), (SHORT, short))
    }
    repair = judge(ambiguous(), Evidence(looks), NOON).citation.repair
    finding = judge(ambiguous(), Evidence(looks), NOON)
    assert (repair.status, finding.citation.url, repair.confirmed_by) == (status, chosen.url, by), why


def intact() -> Citation:
    return a_citation(repair=Repair(RepairStatus.INTACT, 0.9, (), (SHORT, LONG)), url=SHORT.url, value=SHORT.url)


@pytest.mark.parametrize(
    ("short", "long", "chosen", "verdict", "why"),
    [
        (
            (LiveOutcome.NOT_FOUND, None),
            (LiveOutcome.OK, None),
            LONG,
            Verdict.FIX,
            "nothing there, but read on",
        ),
        ((LiveOutcome.NOT_FOUND, None), (LiveOutcome.OK, 0.9), LONG, Verdict.FIX, "and bears the cited title"),
        (
            (LiveOutcome.NOT_FOUND, None),
            (LiveOutcome.OK, 0.1),
            LONG,
            Verdict.REVIEW,
            "a page is there, of another name",
        ),
        ((LiveOutcome.NOT_FOUND, None), (LiveOutcome.NOT_FOUND, None), SHORT, Verdict.BROKEN, "both are dead"),
        ((LiveOutcome.NOT_FOUND, None), (LiveOutcome.BOT_WALL, None), SHORT, Verdict.BROKEN, "a wall is no answer"),
        ((LiveOutcome.OK, 0.1), (LiveOutcome.OK, 0.9), LONG, Verdict.FIX, "a section index; the title tells"),
        ((LiveOutcome.OK, 0.1), (LiveOutcome.OK, None), SHORT, Verdict.OK, "both answer, and no title tells"),
        ((LiveOutcome.OK, None), (LiveOutcome.OK, 0.9), SHORT, Verdict.OK, "nothing speaks against it"),
        ((LiveOutcome.TIMEOUT, None), (LiveOutcome.OK, 0.9), SHORT, Verdict.REVIEW, "silence proves nothing"),
    ],
)
def test_an_intact_link_is_doubted_only_where_it_leads_astray(short, long, chosen, verdict, why) -> None:
    looks = {
        candidate.url: Look(live(outcome, final_url=candidate.url), content=ContentResult(title_similarity=similarity))
        for candidate, (outcome, similarity) in ((SHORT, short), (LONG, long))
    }
    finding = judge(intact(), Evidence(looks), NOON)
    assert (finding.citation.url, finding.verdict) == (chosen.url, verdict), why
    assert (finding.citation.repair.status is RepairStatus.MENDED) == (verdict is Verdict.FIX), why


@pytest.mark.parametrize(
    ("start", "verdict"), [(intact, Verdict.BROKEN), (ambiguous, Verdict.REVIEW)], ids=["intact", "ambiguous"]
)
def test_a_reading_that_is_sent_to_the_home_page_is_not_the_one(start, verdict) -> None:
    home = live(LiveOutcome.OK, final_url="https://example.org/", redirects=(Hop(LONG.url, 302),))
    finding = judge(start(), Evidence({LONG.url: Look(home), SHORT.url: Look(live(LiveOutcome.NOT_FOUND))}), NOON)
    assert (finding.citation.repair, finding.verdict) == (start().repair, verdict)


def test_an_open_reading_is_not_broken_while_another_may_live() -> None:
    looks = {LONG.url: Look(live(LiveOutcome.NOT_FOUND)), SHORT.url: Look(live(LiveOutcome.TIMEOUT))}
    assert judge(ambiguous(), Evidence(looks), NOON).verdict is Verdict.REVIEW
    looks[SHORT.url] = Look(live(LiveOutcome.NOT_FOUND))
    assert judge(ambiguous(), Evidence(looks), NOON).verdict is Verdict.BROKEN


def test_an_exact_archive_record_settles_what_is_not_live() -> None:
    looks = {
        LONG.url: Look(live(LiveOutcome.NOT_FOUND), (absent(),)),
        SHORT.url: Look(live(LiveOutcome.NOT_FOUND), (copy(1000),)),
    }
    finding = judge(ambiguous(), Evidence(looks), NOON)
    assert (finding.citation.url, finding.citation.repair.confirmed_by) == (SHORT.url, Confirmation.ARCHIVE)


def test_a_confirmed_reading_may_be_told_to_the_author() -> None:
    looks = {LONG.url: Look(live(LiveOutcome.OK), content=ContentResult(0.95)), SHORT.url: Look()}
    finding = judge(ambiguous(), Evidence(looks), NOON)
    assert finding.verdict is Verdict.FIX
    assert finding.citation.repair.confidence >= 0.9
    assert finding.citation.id == ambiguous().id


@pytest.mark.parametrize(
    ("look", "actions"),
    [
        (Look(live(LiveOutcome.NOT_FOUND), (copy(400),)), [ActionKind.USE_ARCHIVE]),
        (Look(live(LiveOutcome.NOT_FOUND), (absent(),)), []),
        (Look(live(LiveOutcome.OK), (absent(),)), [ActionKind.SAVE_NOW]),
        (Look(live(LiveOutcome.OK), (absent(ArchiveOutcome.UNKNOWN),)), []),  # not known to be missing
        (Look(live(LiveOutcome.OK), (absent(ArchiveOutcome.EXCLUDED),)), []),  # cannot be saved
        (Look(live(LiveOutcome.OK), (copy(400),)), []),
        (Look(live(LiveOutcome.BOT_WALL), (copy(400),)), [ActionKind.LOOK, ActionKind.USE_ARCHIVE]),
        (Look(live(LiveOutcome.MOVED), (absent(),)), [ActionKind.USE_URL, ActionKind.SAVE_NOW]),
    ],
)
def test_actions(look: Look, actions: list[ActionKind]) -> None:
    assert [action.kind for action in judged(a_citation(), look).actions] == actions


def test_a_mended_link_to_a_page_that_has_moved_is_put_right_in_one_step() -> None:
    moved = live(LiveOutcome.MOVED, final_url="https://example.org/new")
    finding = judged(a_mended_citation(), Look(moved, (absent(),)))
    assert finding.rules[0].id == "VFY101"
    assert "mended, 97% sure" in finding.rules[0].message, "told as in reports"
    assert [(action.kind, action.url) for action in finding.actions] == [
        (ActionKind.USE_URL, "https://example.org/new"),
        (ActionKind.SAVE_NOW, "https://example.org/new"),
    ]


def test_the_best_archive_speaks() -> None:
    far = copy(2000, ArchiveOutcome.ARCHIVED_FAR)
    look = Look(live(LiveOutcome.OK), (absent(ArchiveOutcome.UNKNOWN), absent(), far))
    assert judged(a_citation(), look).archive is far


QUOTE = "these are five quoted words"


@pytest.mark.parametrize(
    ("attributed", "text", "found", "verdict", "why"),
    [
        (True, QUOTE, Found.NO, Verdict.REVIEW, "attributed, long enough, in neither"),
        (False, QUOTE, Found.NO, Verdict.OK, "not given to this source"),
        (True, "dark stain", Found.NO, Verdict.OK, "two words are a phrase of the author's"),
        (True, "我们认为湖泊必须保护", Found.NO, Verdict.REVIEW, "ten letters of Chinese are five words"),
        (True, "湖泊必须", Found.NO, Verdict.OK, "four are a phrase"),
        (True, "ทะเลสาบต้องได้รับการดูแลรักษา", Found.NO, Verdict.REVIEW, "Thai has no spaces between words"),
        (True, QUOTE, Found.UNMEASURED, Verdict.OK, "not read in full, so nothing is said"),
        (True, QUOTE, Found.ARCHIVE, Verdict.OK, "in the copy: information"),
    ],
)
def test_missing_quotations(attributed: bool, text: str, found: Found, verdict: Verdict, why: str) -> None:
    citation = a_citation(description=Description(quotes=(Quote(text, QuoteWhere.SENTENCE, attributed),)))
    look = Look(live(LiveOutcome.OK), content=ContentResult(quotes=(QuoteResult(text, found),)))
    assert judged(citation, look).verdict is verdict, why


@pytest.mark.parametrize(
    ("url", "drift", "found", "verdict", "why"),
    [
        (URL, Drift.DRIFTED, None, Verdict.REVIEW, "another text stands there than was cited"),
        (URL, Drift.EDITED, None, Verdict.OK, "edits are information"),
        (URL, Drift.DRIFTED, Found.BOTH, Verdict.OK, "what the letter quotes is still there"),
        (URL, Drift.DRIFTED, Found.LIVE, Verdict.OK, "what the letter quotes is there today"),
        (URL, Drift.DRIFTED, Found.ARCHIVE, Verdict.REVIEW, "only the copy has the quoted words"),
        (HOME, Drift.DRIFTED, None, Verdict.OK, "home pages always change"),
        (HOME, Drift.DRIFTED, Found.ARCHIVE, Verdict.REVIEW, "the quoted words went from the home page"),
        (f"{HOME}?id=4", Drift.DRIFTED, None, Verdict.REVIEW, "not a home page: the query names a page"),
    ],
)
def test_pages_that_have_drifted(url: str, drift: Drift, found: Found | None, verdict: Verdict, why: str) -> None:
    citation = a_citation(
        url=url, value=url, description=Description(quotes=(Quote(QUOTE, QuoteWhere.SENTENCE, attributed=False),))
    )
    quotes = (QuoteResult(QUOTE, found),) if found else ()
    content = ContentResult(0.9, 0.1, drift, quotes)
    assert judged(citation, Look(live(LiveOutcome.OK), content=content)).verdict is verdict, why


def test_a_title_that_stands_does_not_excuse_drift() -> None:
    citation = a_citation(description=Description(quotes=(Quote("The harbour", QuoteWhere.TITLE, attributed=False),)))
    content = ContentResult(1.0, 0.1, Drift.DRIFTED, (QuoteResult("The harbour", Found.BOTH),))
    assert judged(citation, Look(live(LiveOutcome.OK), content=content)).verdict is Verdict.REVIEW


@pytest.mark.parametrize(
    ("look", "said"),
    [
        (
            Look(live(LiveOutcome.NOT_FOUND), (copy(4),)),
            ["The page seems gone, but an archive captured it on 20"],
        ),
        (
            Look(live(LiveOutcome.BOT_WALL), recent=copy(4), recent_title=1.0),
            ["The page is behind a wall, but its copy of", "bears the cited title."],
        ),
        (
            Look(live(LiveOutcome.OK), content=ContentResult(quotes=(QuoteResult(QUOTE, Found.NO),))),
            [f"“{QUOTE}” was found neither in the text of the page nor in that of the archived copy."],
        ),
        (
            Look(live(LiveOutcome.OK), (copy(4),), ContentResult(1.0, 0.06, Drift.DRIFTED)),
            ["The live page differs much from the archived copy of 2", ": 6% of the runs of five words are in both."],
        ),
    ],
)
def test_what_is_said_of_copies_can_be_acted_on(look: Look, said: list[str]) -> None:
    citation = a_citation(description=Description(quotes=(Quote(QUOTE, QuoteWhere.SENTENCE, attributed=True),)))
    message = judged(citation, look).rules[0].message
    assert all(part in message for part in said), message


@pytest.mark.parametrize(
    ("outcome", "copy_title", "copied", "found", "astray", "why"),
    [
        (LiveOutcome.OK, 0.1, "A flower show", Found.LIVE, True, "what was captured is another page"),
        (
            LiveOutcome.OK,
            0.1,
            "A flower show",
            Found.ARCHIVE,
            False,
            "the copy holds what is quoted, whatever its title",
        ),
        (LiveOutcome.OK, 0.1, "Lake News", Found.LIVE, False, "page and copy bear the same title, the site's name"),
        (LiveOutcome.OK, 0.9, "Harbour wall", Found.LIVE, False, "the copy bears the cited title"),
        (LiveOutcome.OK, None, None, Found.LIVE, False, "the copy has no title to tell by"),
        (LiveOutcome.NOT_FOUND, 0.1, "A flower show", Found.UNMEASURED, True, "nobody knows whether it is the page"),
        (LiveOutcome.NOT_FOUND, 0.1, "A flower show", Found.ARCHIVE, False, "it holds what is quoted"),
        (LiveOutcome.BOT_WALL, 0.1, "A flower show", Found.UNMEASURED, True, "likewise behind a wall"),
        (LiveOutcome.NOT_FOUND, 0.9, "Harbour wall", Found.UNMEASURED, False, "the copy bears the cited title"),
    ],
)
def test_a_copy_of_another_page_is_told(
    outcome: LiveOutcome, copy_title: float | None, copied: str | None, found: Found, astray: bool, why: str
) -> None:
    look = Look(
        live(outcome, title="Lake News"),
        (copy(400, title=copied),),
        ContentResult(0.9, 0.05, Drift.DRIFTED, (QuoteResult("Harbour wall", found),)),
        copy_title=copy_title,
    )
    finding = judged(a_citation(), look)
    said = [rule.message for rule in finding.rules if rule.id == "VFY307"]
    assert bool(said) is astray, why
    assert all(f"“{copied}”" in message for message in said)
    proposed = ActionKind.USE_ARCHIVE in [action.kind for action in finding.actions]
    assert proposed is not (astray and outcome is LiveOutcome.OK), "a living page is not given up for it"


def test_dead_at_first_sight_is_called_probable() -> None:
    first = judged(a_citation(), Look(live(LiveOutcome.NOT_FOUND)))
    again = judged(a_citation(), Look(live(LiveOutcome.NOT_FOUND, confirmed=True)))
    assert first.rules[0].message.startswith("Probably gone, seen on one day so far: "), "however many runs there were"
    assert not again.rules[0].message.startswith("Probably")


def test_information_rules_come_after_the_deciding_one() -> None:
    citation = replace(mended(), href="https://example.org/other")
    look = Look(live(LiveOutcome.NOT_FOUND), (absent(),), ContentResult(title_similarity=0.1))
    assert [hit.id for hit in judged(citation, look).rules] == ["VFY201", "VFY101", "VFY104", "VFY301"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://example.org/a", "https://www.example.org/a/", True),
        ("https://example.org/%61", "https://example.org/a", True),
        ("https://example.org/a?x=1", "https://example.org/a?x=1&utm_source=b", True),
        ("https://example.org/a?x=1", "https://example.org/a", False),
        ("https://example.org/a", "https://example.org/b", False),
        ("https://example.org/a", "https://other.example/a", False),
    ],
)
def test_same_place(one: str, other: str, same: bool) -> None:
    assert same_place(one, other) is same


@pytest.mark.parametrize(
    ("url", "final", "home"),
    [
        ("https://example.org/a/b", "https://example.org/", True),
        ("https://example.org/a/b", "https://example.org/a", True),  # a mere section of its own path
        ("https://example.org/a/b", "https://example.org/en", True),
        ("https://example.org/a/b", "https://example.org/index.html", True),
        ("https://example.org/a/b", "https://other.example/", True),
        ("https://example.org/?p=12", "https://example.org/", True),
        ("https://example.org/a/b", "https://example.org/c/d", False),
        ("https://example.org/", "https://example.org/en", False),  # a home page was cited
        ("https://example.org/a/b", "https://other.example/a", False),
    ],
)
def test_shrunk(url: str, final: str, home: bool) -> None:
    assert shrunk(url, final) is home


def test_ages_are_counted_from_now() -> None:
    later = datetime(2030, 1, 1, tzinfo=UTC)
    look = Look(live(LiveOutcome.NOT_FOUND), (copy(10),))
    assert judge(a_citation(), Evidence({URL: look}), later).verdict is Verdict.BROKEN
