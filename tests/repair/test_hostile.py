"""Texts made to cost: breaks beyond all measure are left as they stand, and the report says so."""

import pytest

from tests.timing import at_most
from verifier import citations, documents, repair
from verifier.model.citation import RepairStatus
from verifier.repair.propose import MOST_JUDGED

SIZE = 150_000
GENEROUS = 15.0
"""Seconds of CPU, on a slow and busy machine; what was quadratic took minutes."""
UNITS = [
    ("https://a.example/c ", "nothing but links"),
    ("a.org/b ", "nothing but bare links, each of which may go on in the next"),
    ("1. x https://e.org/a", "notes glued to links"),
    ("www.\nab.cd ", "hosts broken after www."),
    ("<https://a.example/c\n", "angle brackets that never close"),
    ("1.\n2. https://e.org/a_\nb", "links that end in a character that joins"),
    ("https://e.org/a\u00ad\nb ", "soft hyphens at every line's end"),
    ("> https://a.example/b-\n> c\n", "hyphens at every line's end, in quoted mail"),
    ("doi:10.1000/\nab ", "identifiers cut at their slash"),
    ("https://e.org/é\né", "letters beyond ASCII on both sides of a break"),
    ("hxxps://press[.]example[.]com/a ", "nothing but defanged links"),
    ("h t t p s : / / ", "schemes spaced out without a host"),
    ("\n x", "a word on every line"),
    ("[", "brackets that never close"),
    ("http://", "schemes alone"),
]


def read_whole(text):
    document = documents.read(text.encode(), "letter.txt", "text/plain")
    found = citations.find(document)
    proposals = repair.propose(document, found.references)
    return proposals, citations.assemble(document, found, proposals)


@pytest.mark.parametrize(("unit", "reason"), UNITS, ids=[reason for _, reason in UNITS])
def test_a_text_made_to_cost_is_read_in_bounded_time(unit, reason):
    with at_most(GENEROUS, reason):
        read_whole((unit * (SIZE // len(unit) + 1))[:SIZE])


def test_links_beyond_the_bound_are_read_as_they_stand_and_the_report_says_so():
    links = 2 * MOST_JUDGED
    text = "".join(f"www.\nab{number}.example.org/x_\ny{number} \n" for number in range(links // 2))
    text += "See (https://example.org/last), example.org/bare and https://exam\u00adple.org/%41. At https://example.org/x/\n"
    proposals, extract = read_whole(text)
    plainly = [proposal for proposal in proposals if proposal.plainly]
    assert not proposals[0].plainly
    assert proposals[-1].plainly
    whole, spaced, cut, at_end = extract.citations[-4:]
    assert (whole.url, whole.repair.confidence) == ("https://example.org/last", 1.0), "a bracket closes behind it"
    assert (spaced.url, spaced.repair.status) == ("https://example.org/bare", RepairStatus.INTACT)
    assert 0.6 < spaced.repair.confidence < 0.9, "a space behind it was not weighed"
    assert cut.repair.status is RepairStatus.UNMENDABLE
    assert at_end.repair.status is RepairStatus.AMBIGUOUS, "half of the links that end in a slash at a line's end go on"
    assert "too many breaks" in at_end.repair.candidates[0].why[0]
    assert any(str(len(plainly)) in remark and "read as they stand" in remark for remark in extract.remarks)


def test_a_letter_of_a_thousand_broken_links_is_mended_to_its_end():
    text = "".join(
        f"{number}. The Council, Report on water {number}, https://www.example.org/reports/water-\nsupply-{number}.html\n\n"
        for number in range(1, 1001)
    )
    proposals, extract = read_whole(text)
    assert not any(proposal.plainly for proposal in proposals)
    assert extract.citations[-1].url == "https://www.example.org/reports/water-supply-1000.html"


def test_a_raised_digit_where_a_port_would_stand_is_no_port():
    """`"¹".isdigit()` is true, `int("¹")` raises."""
    proposals, _ = read_whole(
        "See https://example.org/a-\nb.example.org:¹ and example.net:²/c, https://example.com:³/d."
    )
    assert proposals
