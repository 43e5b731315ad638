"""The HTML report before a browser sees it: one file, strict policy, light at any size, inert whatever is in it."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import NOON, a_citation, a_document, a_finding, a_mended_citation, a_note, a_report
from tests.golden.example import the_report
from tests.report.strategies import reports
from verifier.model.citation import Edit, EditKind, Repair, RepairStatus
from verifier.model.document import Part
from verifier.model.evidence import ArchiveOutcome, ArchiveResult, Snapshot
from verifier.model.report import Action, ActionKind, Network, Review, RuleHit, Verdict
from verifier.report import difference, escapes, markup, render
from verifier.report.html.cards import ready


class Reader(HTMLParser):
    """The elements of a page, with their attributes."""

    def __init__(self, page):
        super().__init__()
        self.elements = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))


def inline(page, tag):
    return re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)


def test_only_our_own_style_and_script_are_allowed():
    page = render("html", the_report())
    policy = unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1])
    for tag in ("style", "script"):
        (text,) = inline(page, tag)
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_no_letter_adds_an_element_an_attribute_or_a_target(report):
    page = Reader(render("html", report))
    names = [tag for tag, _ in page.elements]
    assert names.count("style") == 1
    assert [attributes.get("type") for tag, attributes in page.elements if tag == "script"] == [
        "application/json",
        None,
    ]
    assert not {"img", "iframe", "object", "embed", "base", "link", "video"} & set(names)
    for tag, attributes in page.elements:
        assert not [name for name in attributes if name.startswith("on") or name == "style"], tag
        for name in ("href", "src", "action"):
            target = attributes.get(name) or "#"
            assert target.startswith(("http://", "https://", "#"))
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    cited = [finding.citation.id for document in report.documents for finding in document.findings]
    assert len(ids) == len(set(ids)) or len(cited) != len(set(cited))


@pytest.mark.parametrize(
    ("url", "followed", "why"),
    [
        ("https://example.org/a?b=c#d", True, "plain"),
        ("http://xn--bcher-kva.example/", True, "punycode is plain"),
        ("https://zh.example.org/声明", True, "other scripts are text"),
        ("javascript:alert(1)", False, "not http"),
        ("JaVaScRiPt:alert(1)", False, "nor in disguise"),
        ("data:text/html,x", False, "not http"),
        ("file:///etc/passwd", False, "not http"),
        ("//example.org/", False, "no scheme"),
        ("https://", False, "no host"),
        ("http://[::1", False, "not a URL at all"),
        ("https://example.org/a b", False, "a space breaks it"),
        ("https://example.org/\u202egnp", False, "turns the text around"),
        ("https://example.org/\ud800", False, "cannot be written"),
        ('https://example.org/"onclick=', False, "breaks out"),
        ("https://user:pass@example.org/", False, "a host that pretends to be another"),
        ("https://example.org/" + "a" * 5000, False, "no real link is so long"),
        (None, False, "no link"),
    ],
)
def test_only_plain_web_addresses_are_linked(url, followed, why):
    assert (markup.href(url) is not None) == followed, why


def test_what_asks_for_nothing_is_closed_and_what_stands_around_the_letter_is_folded():
    around = a_finding(citation=a_citation(id="f" * 16, part=Part.SURROUNDINGS), verdict=Verdict.BROKEN)
    accepted = a_finding(citation=a_citation(id="e" * 16), verdict=Verdict.BROKEN, review=Review("accept", "N."))
    page = render("html", a_report(a_document(around, accepted)))
    opening = re.search('id="c-eeeeeeeeeeeeeeee"[^>]*>', page)[0]
    assert "open" not in opening.split() and 'data-d="accept"' in opening
    assert (
        page.index('id="c-eeeeeeeeeeeeeeee"')
        < page.index("1 link around the letter")
        < page.index('id="c-ffffffffffffffff"')
    )
    assert "Nothing needs doing." in page
    assert "accepted by N." in page


def test_commands_stand_in_the_type_of_links():
    asked = a_finding(verdict=Verdict.REVIEW, actions=(Action(ActionKind.SAVE_NOW, None),))
    page = render("html", a_report(a_document(asked)))
    assert "archived (<code>verify save</code>)" in page
    assert "`" not in re.sub("<script.*?</script>", "", page, flags=re.DOTALL)
    assert markup.coded("a `b <i>` <u> `") == "a <code>b &lt;i&gt;</code> &lt;u&gt; `"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"remarks": ("The web was simulated.",)}, "<strong>Please note.</strong> The web was simulated."),
        ({"partial": True, "interrupted": True}, "<strong>Interrupted.</strong>"),
        ({"partial": True}, "<strong>Incomplete.</strong>"),
        ({"network": Network.DOWN}, "<strong>Network down: no host answered, so no page was judged.</strong>"),
        ({"network": Network.OFFLINE}, "<strong>Network offline: nothing was looked up.</strong>"),
    ],
)
def test_what_the_reader_must_know_of_the_run_stands_at_the_top(changes, words):
    page = render("html", a_report(a_document(a_finding(verdict=Verdict.SKIPPED)), **changes))
    assert page.index(words) < page.index("<main")


@pytest.mark.parametrize(
    ("verdicts", "sentence"),
    [
        ([], "There is no citation to check."),
        (["ok"], "Nothing needs doing."),
        (["ok", "skipped"], "Nothing needs doing. 1 citation was not checked."),
        (["skipped", "skipped"], "Nothing was checked."),
        (["broken", "ok"], "1 of 2 citations asks for something: replace or drop 1 dead link."),
        (["fix", "fix", "review"], "3 of 3 citations ask for something: correct 2 links, look at 1 by hand."),
    ],
)
def test_the_sentence_that_says_what_to_do(verdicts, sentence):
    findings = [a_finding(verdict=Verdict(verdict)) for verdict in verdicts]
    assert f'<p class="lead">{sentence}</p>' in render("html", a_report(a_document(*findings)))


def test_a_note_of_a_megabyte_is_cut_around_its_citation_and_says_so():
    citation = a_citation(start=500_000, end=500_029)
    text = "a" * 499_943 + citation.as_written + "b" * 500_000
    document = replace(a_document(a_finding(citation=citation, verdict=Verdict.REVIEW)), notes=(a_note(text=text),))
    page = render("html", a_report(document))
    assert len(page) < 60_000
    assert f"<mark>{citation.as_written}</mark>bbb" in page
    assert "(cut; 999,972 characters in all)" in page


def test_only_what_leads_somewhere_is_offered_to_be_cited():
    url = "https://web.archive.example/web/20220524000000/https://example.org/statement"
    kept = ArchiveResult(ArchiveOutcome.ARCHIVED, "wayback", NOON, Snapshot("20220524000000", url, 200, -4))
    cited, dead = a_citation().url, a_finding(verdict=Verdict.BROKEN)
    assert cited in ready(a_finding())
    assert ready(dead) == ""
    assert url in ready(replace(dead, archives=(kept,)))
    assert cited in ready(replace(dead, review=Review("opened")))
    chosen = ready(replace(dead, archives=(kept,), review=Review("replace", url="https://example.net/new")))
    assert "https://example.net/new" in chosen
    assert cited not in chosen


@pytest.mark.parametrize(
    ("text", "start", "expected", "why"),
    [
        ("x https://example.org/statement y", 59, "x <mark>https://example.org/statement</mark> y", "at its offset"),
        ("x https://example.org/statement y", 0, "x <mark>https://example.org/statement</mark> y", "found by its text"),
        ("x <b> y", 59, "x &lt;b&gt; y", "not there at all: the note alone"),
    ],
)
def test_the_citation_is_marked_in_its_note(text, start, expected, why):
    assert str(markup.note_text(a_note(text=text), a_citation(start=start))) == expected, why


@pytest.mark.parametrize("number", [3_000, 10_000])
def test_a_report_of_thousands_stays_light_and_says_what_it_leaves_out(number):
    why = "The page answers, and its title is the cited one. " * 3
    findings = [
        a_finding(
            citation=a_mended_citation(id=f"{index:016x}"),
            verdict=Verdict.FIX if index % 3 else Verdict.OK,
            rules=(RuleHit("R1", why), RuleHit("R2", why * 4)),
            actions=(Action(ActionKind.USE_URL, "https://example.org/statement"),),
        )
        for index in range(number)
    ]
    page = render("html", a_report(a_document(*findings)))
    assert len(page.encode()) <= 8_000_000
    assert page.count(' id="c-00') == number
    assert "<strong>Shortened.</strong> There are too many citations" in page or number == 3_000


# --- what a repair changed


@pytest.mark.parametrize(
    ("written", "edits", "printed", "mended", "why"),
    [
        ("a b", (Edit(EditKind.JOIN, 1, " "),), 'a<del class="s">␣</del>b', "a<ins></ins>b", "a space"),
        ("a\nb", (Edit(EditKind.JOIN, 1, "\n"),), 'a<del class="s">↵</del>b', "a<ins></ins>b", "a line end"),
        ("a-\nb", (Edit(EditKind.UNHYPHENATE, 1, "-\n"),), "a<del>-↵</del>b", "a<ins></ins>b", "a hyphen"),
        (
            "www",
            (Edit(EditKind.SCHEME, 0, "", "https://"),),
            '<del class="s"></del>www',
            "<ins>https://</ins>www",
            "put in",
        ),
        ("ab", (Edit(EditKind.TRIM, 5, "x"),), "ab", "-", "edits that do not fit the text mark nothing"),
        ("abc", (Edit(EditKind.TRIM, 0, "ab"), Edit(EditKind.TRIM, 1, "b")), "abc", "-", "nor do overlapping ones"),
    ],
)
def test_the_pieces_of_a_mended_link(written, edits, printed, mended, why):
    value = {"-": "-"}.get(mended) or re.sub("<[^>]*>", "", mended)
    citation = a_citation(as_written=written, value=value, repair=Repair(RepairStatus.MENDED, 0.9, edits))
    shown = str(markup.pieces(difference.as_printed(citation))).replace('<del class="s"></del>', "")
    assert shown == printed.replace('<del class="s"></del>', ""), why
    assert str(markup.pieces(difference.as_mended(citation))) == mended, why


# --- escapes


@given(st.text(), st.integers(1, 50))
def test_prose_is_one_safe_line_of_bounded_length(text, limit):
    shown = escapes.prose(text, limit)
    assert "\n" not in shown and not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", shown)
    assert len(shown) <= 9 * limit + 60


@pytest.mark.parametrize(
    ("text", "shown", "why"),
    [
        ("a\u200db", "a‹U+200D›b", "joiners mean nothing in a link"),
        ("a\u00adb", "a‹U+00AD›b", "nor do soft hyphens"),
        ("a\nb\tc", "a b c", "one line"),
        ("x" * 5000, "x" * 4000 + " … (cut; 5,000 characters in all)", "cut, and says so"),
    ],
)
def test_links_hide_nothing(text, shown, why):
    assert escapes.link(text) == shown, why


def test_joiners_stay_in_prose():
    assert escapes.prose("می\u200cخواهم 👩\u200d🚀") == "می\u200cخواهم 👩\u200d🚀"


def test_a_copy_at_no_web_address_is_not_written_into_the_citation():
    hostile = ArchiveResult(
        ArchiveOutcome.ARCHIVED, "example", NOON, Snapshot("20220601000000", "\x1b[31m", None, None)
    )
    assert "\x1b" not in render("html", a_report(a_document(a_finding(archives=(hostile,), verdict=Verdict.OK))))
