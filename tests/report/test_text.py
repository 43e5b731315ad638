"""The terminal report: the right things first, nothing hidden, nothing hostile, right at every width."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import NOON, a_citation, a_document, a_finding, a_mended_citation, a_note, a_report, a_run
from tests.golden.example import HOSTILE, the_extract, the_report
from tests.report.strategies import reports
from verifier.model.citation import Candidate, Description, Kind, Repair, RepairStatus
from verifier.model.document import Part, Position
from verifier.model.evidence import (
    MAY_LOOK_ABSENT,
    ArchiveOutcome,
    ArchiveResult,
    ContentResult,
    Found,
    LiveOutcome,
    LiveResult,
    QuoteResult,
    Snapshot,
)
from verifier.model.report import Action, ActionKind, Network, Review, RuleHit, SourceFailure, Verdict
from verifier.model.transition import Changes
from verifier.report import render
from verifier.report.advice import of_the_archive
from verifier.report.terminal import Paint, cells, wrap
from verifier.verdict import Evidence, Look, judge

STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def shown(*findings, **changes):
    return render("text", a_report(a_document(*findings), **changes))


def test_what_needs_doing_comes_first_and_the_rest_is_one_line_each():
    ok = a_finding(citation=a_citation(url="https://ok.example/"), verdict=Verdict.OK)
    broken = a_finding(citation=a_citation(position=Position(99, 1)), verdict=Verdict.BROKEN)
    fix = a_finding(citation=a_mended_citation(), verdict=Verdict.FIX)
    lines = shown(ok, fix, broken).splitlines()
    order = [line.split()[1] for line in lines if line.startswith(("✗", "✎", "✓"))]
    assert order == ["BROKEN", "FIX", "ok"]
    assert [line for line in lines if "ok.example" in line] == ["✓ ok       note 1, line 10  https://ok.example/"]


def test_the_mended_link_stands_under_the_printed_one_with_the_space_made_visible():
    text = shown(a_finding(citation=a_mended_citation(), verdict=Verdict.FIX))
    assert "  printed  https://example.org/stat␣ement\n  mended   https://example.org/statement\n" in text


def test_a_dead_link_names_its_copy_its_date_and_the_distance():
    url = "https://web.archive.example/web/20220524000000/https://example.org/statement"
    kept = ArchiveResult(ArchiveOutcome.ARCHIVED, "wayback", NOON, Snapshot("20220524000000", url, 200, -4))
    finding = a_finding(
        verdict=Verdict.BROKEN,
        archives=(kept,),
        actions=(Action(ActionKind.USE_ARCHIVE, url),),
        rules=(RuleHit("R1", "Gone."),),
    )
    text = shown(finding)
    assert "do       Cite the archived copy of 24 May 2022, 4 days before it was cited:" in text
    assert f"           {url}\n" in text
    assert "why      Gone." in text


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_what_absence_does_not_prove_is_said_once(name):
    absent = ArchiveResult(ArchiveOutcome.NONE_FOUND, "web.archive.org", NOON)
    rule = RuleHit("VFY301", f"No good archived copy is known. It holds no copy; {MAY_LOOK_ABSENT}.")
    finding = a_finding(verdict=Verdict.BROKEN, archives=(absent,), rules=(rule,))
    text = " ".join(render(name, a_report(a_document(finding, finding))).split())
    assert text.count("It holds no copy.") == 2
    assert text.count(f"Where an archive holds no copy, {MAY_LOOK_ABSENT}.") == text.count(MAY_LOOK_ABSENT) == 1


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (ArchiveOutcome.UNKNOWN, "ask again later"),  # an archive that errs is not an archive without a copy
        (ArchiveOutcome.NONE_FOUND, "no good copy is known"),
    ],
)
def test_a_dead_link_without_a_copy_says_which_silence_it_is(outcome, expected):
    finding = a_finding(verdict=Verdict.BROKEN, archives=(ArchiveResult(outcome, "wayback", NOON),))
    assert expected in shown(finding)


def test_where_no_archive_was_asked_no_copy_is_called_unknown():
    assert "no archive was asked for a copy" in shown(a_finding(verdict=Verdict.BROKEN))


def test_what_the_archive_said_stands_in_one_place():
    none = ArchiveResult(ArchiveOutcome.NONE_FOUND, "web.archive.org", NOON)
    rules = (RuleHit("VFY201", "Answered 404."), RuleHit("VFY301", "No copy: asked at noon."))
    text = shown(a_finding(verdict=Verdict.BROKEN, archives=(none,), rules=rules))
    assert [line for line in text.splitlines() if line.startswith(("  why", "  archive"))] == [
        "  why      Answered 404.",
        "  archive  No copy: asked at noon.",
    ]


@pytest.mark.parametrize("outcome", ArchiveOutcome)
def test_all_that_a_verdict_tells_of_an_archive_is_known_as_such(outcome):
    live = LiveResult(LiveOutcome.OK, NOON)
    seen = Look(live=live, archives=(ArchiveResult(outcome, "web.archive.org", NOON),))
    told = judge(a_citation(), Evidence({a_citation().url: seen}), NOON).rules
    without = judge(a_citation(), Evidence({a_citation().url: Look(live=live)}), NOON).rules
    assert [hit.id for hit in told if not of_the_archive(hit)] == [hit.id for hit in without]


def test_a_reading_that_is_what_was_printed_is_shown_once():
    here, there = Candidate("https://gone.example/", 9, 0.5), Candidate("https://gone.example/lights", 9, 0.5)
    repair = Repair(RepairStatus.AMBIGUOUS, 0.5, (), (here, there))
    citation = a_citation(url=here.url, value=here.url, as_written=here.url, repair=repair)
    text = shown(a_finding(citation=citation, verdict=Verdict.REVIEW))
    assert "  printed  https://gone.example/\n  or       https://gone.example/lights  (50% sure)" in text


def test_an_identifier_is_called_by_its_kind_and_notes_without_a_citation_by_their_labels():
    doi = a_citation(kind=Kind.DOI, as_written="10.1000/182", value="10.1000/182", description=Description())
    page = render("markdown", a_report(a_document(a_finding(citation=doi, verdict=Verdict.REVIEW))))
    assert "### ? review: doi:10.1000/182" in page.replace("\u2060", "")
    empty = tuple(a_note(index=n, label=str(n)) for n in range(1, 9))
    text = render("text", a_report(replace(a_document(a_finding(verdict=Verdict.OK)), notes=empty)))
    assert "8 notes without a citation (1, 2, 3, 4, 5, …)" in text


@pytest.mark.parametrize(
    ("citation", "verdict", "told", "why"),
    [
        (a_mended_citation(), Verdict.BROKEN, True, "the page was seen, and the letter prints a damaged link still"),
        (a_citation(), Verdict.BROKEN, False, "the link is as it should be"),
        (a_mended_citation(), Verdict.REVIEW, False, "what asks for an edit is told by its own actions"),
    ],
)
def test_a_page_that_was_seen_by_its_mended_link_leaves_the_link_to_mend(citation, verdict, told, why):
    text = shown(a_finding(citation=citation, verdict=verdict, review=Review("opened")))
    assert ("Put the mended link in its place" in text) is told, why
    assert "Look for the page elsewhere" not in text


def test_accepted_findings_ask_for_nothing():
    finding = a_finding(verdict=Verdict.BROKEN, review=Review("accept", "N.", None, "as it was"))
    text = shown(finding)
    assert "BROKEN" not in text
    assert "✗ broken   note 1, line 10  https://example.org/statement · accepted by N.: as it was" in text
    assert "1 broken, of them 1 accepted or ignored" in text


def test_what_stands_around_the_letter_is_listed_but_asks_for_nothing():
    text = shown(a_finding(citation=a_citation(part=Part.SURROUNDINGS), verdict=Verdict.BROKEN))
    assert "No citation in this letter, 1 note, 1 around the letter." in text
    assert "✗ broken   around the letter, line 10" in text


def test_a_letter_without_citations_says_so():
    text = render("text", a_report(a_document(notes=())))
    assert "  No citation in this letter.\n" in text
    assert "proves no claim" not in text


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_what_came_by_standard_input_is_called_so(name):
    for title in (None, "An open letter"):
        page = render(name, a_report(a_document(a_finding(verdict=Verdict.OK), source="-", title=title)))
        assert "standard input" in page
        assert not re.search(r"(^|[>`(])-([<`)]|$)", page, re.MULTILINE)


def test_a_source_that_cannot_be_read_says_why_and_what_to_do():
    text = render("text", a_report(a_document(error=SourceFailure("The file is empty.", "Give another."))))
    assert "  error    The file is empty.\n  do       Give another.\n" in text
    assert "citation in this letter" not in text


def test_extract_lists_what_was_found_and_judges_nothing():
    other = a_note(index=1, label="2", text="See above.", position=Position(12, 1))
    document = a_document(a_finding(citation=a_mended_citation()), notes=(a_note(), other))
    text = render("text", a_report(document, judged=False))
    assert "mended   https://example.org/statement" in text
    assert "repair   Mended: white space taken out, 97% sure." in text
    assert "  1 mended\n" in text
    assert "note 2, line 12  cites no source\n  See above." in text
    assert "nothing was looked up" in text and "decided" not in text


def test_the_summary_tells_the_state_of_the_network_and_of_the_run():
    down = shown(a_finding(verdict=Verdict.SKIPPED), network=Network.DOWN, partial=True, remarks=("A rehearsal.",))
    assert "network down: no host answered, so no page was judged" in down
    assert "INCOMPLETE" in down
    assert "INTERRUPTED" in shown(a_finding(verdict=Verdict.OK), partial=True, interrupted=True)
    assert "! A rehearsal." in down


def test_what_is_remembered_while_the_network_is_down_was_not_judged_anew():
    remembered = a_finding(live=LiveResult(LiveOutcome.NOT_FOUND, NOON), verdict=Verdict.BROKEN)
    report = a_report(a_document(remembered, a_finding(verdict=Verdict.SKIPPED)), network=Network.DOWN)
    for name in ("text", "markdown", "html"):
        assert "down: no host answered, so no page was judged anew" in " ".join(render(name, report).split()), name


def test_how_long_an_outcome_has_been_seen():
    live = LiveResult(LiveOutcome.TIMEOUT, NOON)
    text = shown(a_finding(live=live, verdict=Verdict.REVIEW, since=NOON, seen=3))
    assert "3 runs have seen this since 21 November 2026." in text
    assert "The link: no answer in time." in text


def test_nothing_from_the_letter_steers_the_terminal():
    text = render("text", the_report())
    assert not STEERING.search(text)
    assert "‹U+001B›[31mred‹U+0000› ‹U+202E›txt.exe‹U+2066›" in text
    assert "https://evil.example/‹U+202E›gnp.exe" in text


@pytest.mark.parametrize(
    ("title", "told", "why"),
    [
        ("::error title=x::y", "  ‹U+003A›:error title=x::y", "GitHub obeys it after blanks"),
        ("a ##[error]y", "  a #‹U+0023›[error]y", "and this anywhere in a line"),
        ("a ##vso[task.x]y", "  a #‹U+0023›vso[task.x]y", "so does Azure"),
        (f"{'a' * 90} ::debug::y", "  ‹U+003A›:debug::y", "the line's start is of our making"),
        ("::name, a ::debug::y ##", "  ‹U+003A›:name, a ::debug::y ##", "it may be one"),
        (":: C++ and std::sort", "  :: C++ and std::sort", "no name follows"),
        ("a ::debug::y [##1]", "  a ::debug::y [##1]", "not at the line's start; no bracket follows"),
    ],
)
def test_nothing_from_the_letter_steers_the_runner_that_prints_it(title, told, why):
    assert told in render("text", a_report(a_document(title=title))).splitlines(), why


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports(), st.integers(40, 140))
def test_no_report_steers_the_terminal_or_fails_to_encode(report, width):
    text = render("text", report, width=width)
    assert not STEERING.search(text)
    text.encode("utf-8")


def test_colour_only_adds_what_can_be_taken_away():
    plain, coloured = render("text", the_report()), render("text", the_report(), color=True)
    assert "\x1b[" in coloured and "\x1b" not in plain
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain


@pytest.mark.parametrize("width", [60, 72, 80, 100, 120])
@pytest.mark.parametrize("report", [the_report(), the_extract()], ids=["judged", "extract"])
def test_prose_keeps_to_the_width_and_links_stay_whole(report, width):
    for line in render("text", report, width=width).splitlines():
        assert cells(line) <= width or "://" in line, line


def test_a_note_of_a_megabyte_is_cut_and_says_so():
    rule = RuleHit("R1", "word " * 200_000)
    text = shown(a_finding(verdict=Verdict.REVIEW, rules=(rule,)))
    assert len(text) < 5000
    assert "(cut; 1,000,000 characters in all)" in text


def test_hostile_titles_are_shown_in_full_but_inert():
    citation = a_citation(description=Description(title=HOSTILE))
    text = shown(a_finding(citation=citation, verdict=Verdict.REVIEW))
    assert "<script>alert(1)</script>" in text  # harmless in a terminal, and honest


@pytest.mark.parametrize(
    ("text", "size", "why"),
    [
        ("abc", 3, "plain"),
        ("声明", 4, "wide characters take two cells"),
        ("e\u0301", 1, "a combining accent takes none"),
        ("ｱ", 1, "halfwidth is narrow"),
        ("بيان", 4, "Arabic letters take one"),
    ],
)
def test_how_many_cells_a_text_takes(text, size, why):
    assert cells(text) == size, why


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc",)), max_size=200), st.integers(10, 40))
def test_wrapping_loses_nothing(text, width):
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert cells(line) <= width or not any(unicodedata.east_asian_width(c) in "WF" for c in line) or " " not in line


def test_wrapping_breaks_between_wide_characters():
    assert wrap("声明声明声明", 8) == ["声明声明", "声明"]
    assert wrap("a 声明声明声明声明 b", 8) == ["a 声明声", "明声明声", "明 b"]
    assert wrap("", 8) == []


def test_wrapping_a_megabyte_is_linear():
    assert len(wrap("声" * 200_000, 80)) == 5000


def test_paint_off_is_the_text():
    assert Paint(on=False)("x", "bold", "red") == "x"
    assert Paint(on=True)("x", "bold", "red") == "\x1b[1;31mx\x1b[0m"


def test_an_extract_shows_identifiers_with_what_they_open():
    finding = replace(the_extract().documents[0].findings[0])
    text = render("text", a_report(a_document(finding), judged=False))
    assert "UN symbol" in text and "opens    https://docs.un.org/en/A/RES/48/141" in text


def test_a_link_that_may_be_read_in_several_ways_shows_them_all():
    candidates = tuple(Candidate(f"https://example.org/{number}", 1, 0.5 - number / 10) for number in range(3))
    repair = Repair(RepairStatus.AMBIGUOUS, 0.5, (), candidates)
    citation = a_citation(url="https://example.org/0", value="https://example.org/0", repair=repair)
    text = shown(a_finding(citation=citation, verdict=Verdict.REVIEW))
    assert "perhaps  https://example.org/0\n  or       https://example.org/1  (40% sure)\n  or" in text
    assert "mended  " not in text


def test_verbose_tells_where_quoted_words_stand_and_what_is_around_them():
    quotes = (QuoteResult("the lowest level", Found.BOTH, "It is the lowest level yet."), QuoteResult("dry", Found.NO))
    report = a_report(a_document(a_finding(verdict=Verdict.OK, content=ContentResult(quotes=quotes))))
    told = re.sub(r"\s+", " ", render("text", report, verbose=True))
    assert "“the lowest level”: found in the page and in the archived copy: It is the lowest level yet. " in told
    assert "quotes “dry”: not found in the text that was read " in told
    assert "the lowest level" not in render("text", report)


def test_verbose_tells_every_finding_in_full():
    ok = a_finding(citation=a_citation(url="https://ok.example/"), verdict=Verdict.OK)
    report = a_report(a_document(ok))
    assert "✓ OK  note 1" in render("text", report, verbose=True)
    assert "✓ OK" not in render("text", report)


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_a_link_that_was_not_asked_tells_what_the_archive_keeps(name):
    copy = ArchiveResult(
        ArchiveOutcome.ARCHIVED, "web.archive.org", NOON, Snapshot("20220607220900", "https://web.archive.org/x")
    )
    private = a_finding(verdict=Verdict.SKIPPED, archives=(copy,))
    assert "archive: copy of 7 June 2022" in re.sub(r"\s+", " ", render(name, a_report(a_document(private))))
    silent = replace(copy, outcome=ArchiveOutcome.UNKNOWN, snapshot=None)
    for told_elsewhere in (None, (silent,)):
        assert "· archive:" not in render(name, a_report(a_document(replace(private, archives=told_elsewhere))))


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_a_letter_that_cannot_be_read_is_told_beside_the_others(name):
    unread = a_document(source="letters/locked.pdf", error=SourceFailure("The file is encrypted"))
    told = render(name, a_report(a_document(a_finding()), unread))
    if name == "html":
        assert told.index("1 letter could not be read:") < told.index('class="lead"'), "before all that reads as done"
    else:
        assert "2 documents, 1 could not be read ·" in told
    assert "could not be read:" not in render("html", a_report(unread)), "a page of its own needs no such hint"


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_an_archive_that_did_not_answer_is_told_though_all_links_are_in_order(name):
    silent = ArchiveResult(ArchiveOutcome.UNKNOWN, "web.archive.org", NOON)
    known = replace(silent, outcome=ArchiveOutcome.NONE_FOUND)
    fine = [a_finding(verdict=Verdict.OK, archives=(archive,)) for archive in (silent, silent, known)]
    report = a_report(a_document(*fine))
    report = replace(report, summary=replace(report.summary, archive={"unknown": 2, "none_found": 1}))
    told = "Whether a copy is kept is not known of 2 of 3 links: the archive gave no usable answer."
    assert told in re.sub(r"\s+", " ", render(name, report))
    cut = replace(report, run=a_run(partial=True))
    told = f"{told.removesuffix('.')}, or none before the run ended."
    assert told in re.sub(r"\s+", " ", render(name, cut)), "not all were asked"
    down = replace(report, run=a_run(network=Network.DOWN))
    assert "Whether a copy is kept" not in render(name, down), "then nothing at all is known"


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_every_finding_names_its_rules(name):
    rules = (RuleHit("VFY201", "Answered 404."), RuleHit("VFY301", "No good archived copy is known."))
    told = re.sub(r"<[^>]*>", " ", render(name, a_report(a_document(a_finding(verdict=Verdict.BROKEN, rules=rules)))))
    assert 0 < told.find("VFY201") < told.find("VFY301")


def test_what_is_new_alone_is_shown_unless_all_is_wanted():
    known = replace(a_report(a_document(a_finding(new=False))), run=a_run(options={"fail_on": ["new"]}))
    assert "Only what is new is shown (--fail-on new); -v shows all." in render("text", known)
    assert "Only what is new" not in (full := render("text", known, verbose=True))
    assert known.documents[0].findings[0].citation.url in full


@pytest.mark.parametrize(
    ("letters", "told", "why"),
    [
        ([["broken", "ok"]], None, "counted three lines above"),
        (
            [["broken", "ok"], ["broken", "review"]],
            " · 2 broken, 1 review, 1 ok ·",
            "two letters: nowhere else together",
        ),
        ([["broken"] * 4 + ["ok"]], " · 4 broken, 1 ok ·", "the head of the letter is out of sight"),
        ([[], []], None, "nothing to count"),
    ],
)
def test_what_is_counted_nowhere_in_sight_is_counted_together(letters, told, why):
    documents = [a_document(*(a_finding(verdict=Verdict(each)) for each in letter)) for letter in letters]
    last = next(line for line in render("text", a_report(*documents)).splitlines() if " document" in line)
    assert told in last if told else " broken" not in last, why


OPEN, SHUT = "of earlier runs still", "Nothing is open."


@pytest.mark.parametrize(
    ("new", "run", "error", "told", "why"),
    [
        ([], {}, False, SHUT, "all is in order"),
        ([True], {}, False, "Nothing of earlier runs is open.", "what is new stands above"),
        ([False], {}, False, f"1 finding {OPEN} asks for something.", "one"),
        ([False, False, True], {}, False, f"2 findings {OPEN} ask for something.", "several, and a new one"),
        ([], {"network": Network.DOWN}, False, None, "nothing was judged, so nothing is known"),
        ([], {"partial": True}, False, None, "the run ended before all was looked at"),
        ([], {}, True, None, "a letter could not be read"),
    ],
)
def test_what_is_still_open_is_told_only_where_it_is_known(new, run, error, told, why):
    findings = [a_finding(verdict=Verdict.FIX, new=each) for each in new] or [a_finding(verdict=Verdict.OK)]
    unread = [a_document(source="locked.pdf", error=SourceFailure("The file is encrypted"))] if error else []
    report = replace(a_report(a_document(*findings), *unread), run=a_run(options={"fail_on": ["new"]}, **run))
    if new == [True]:
        assert "No earlier run over these letters is known" in render("text", report), "nothing can be said of one"
    report = replace(report, changes=Changes(NOON, ()))
    last = re.sub(r"\s+", " ", render("text", report)).strip().rpartition("-v shows all.")[2]
    assert last.strip() == (told or ""), why


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_nothing_checked_is_not_called_decided(name):
    skipped = render(name, a_report(a_document(a_finding(verdict=Verdict.SKIPPED), a_finding(verdict=Verdict.SKIPPED))))
    assert "nothing was checked" in skipped
    assert "% decided" not in skipped


@pytest.mark.parametrize(
    ("interrupted", "live", "told", "why"),
    [
        (True, False, "nothing was checked", "the text alone made it one to fix; no page was looked at"),
        (True, True, "100% decided", "of what was checked"),
        (False, False, "100% decided", "a run that asks archives only comes to its end without looking"),
    ],
)
def test_what_the_text_alone_decides_is_no_share_of_an_interrupted_run(interrupted, live, told, why):
    answer = LiveResult(LiveOutcome.OK, NOON, status_code=200) if live else None
    looked = a_finding(verdict=Verdict.OK if live else Verdict.SKIPPED, live=answer)
    document = a_document(a_finding(verdict=Verdict.FIX, live=None), looked)
    page = re.sub(r"\s+", " ", render("text", a_report(document, partial=interrupted, interrupted=interrupted)))
    assert f"· {told} ·" in page, why


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
@pytest.mark.parametrize(
    ("findings", "network", "told"),
    [
        ([Verdict.OK], Network.ONLINE, "network online"),
        ([], Network.ONLINE, "nothing was looked up"),
        ([Verdict.SKIPPED], Network.OFFLINE, "network offline: nothing was looked up"),
    ],
)
def test_every_format_tells_the_same_of_the_network(name, findings, network, told):
    document = a_document(*(a_finding(verdict=verdict) for verdict in findings))
    page = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", render(name, a_report(document, network=network))))
    assert told in page
    assert findings or "network online" not in page
