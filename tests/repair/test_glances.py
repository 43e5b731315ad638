"""What is told at a glance: links that nothing can mend are settled without a search, and only those."""

import pytest

from verifier.model.citation import Candidate, Kind, Reference, RepairStatus
from verifier.model.document import Part
from verifier.repair.annotations import OWN_LINK

WHOLE = [
    (
        "<http://127.0.0.1:8100/page/4>",
        "http://127.0.0.1:8100/page/4",
        "an address in digits with a port, in angle brackets",
    ),
    (
        "(https://Example.org/a?b=c&d=e#f)",
        "https://Example.org/a?b=c&d=e#f",
        "a query and a fragment, in round brackets",
    ),
    ("“https://example.org/a/”", "https://example.org/a/", "quotation marks"),
    ("See https://example.org/a", "https://example.org/a", "the end of the text"),
]


@pytest.mark.parametrize(("text", "url", "reason"), WHOLE, ids=[row[2] for row in WHOLE])
def test_whole_links(text, url, reason, read):
    (found,) = read(text)
    assert (found.url, found.repair.status, found.repair.confidence) == (url, RepairStatus.INTACT, 1.0)
    assert found.repair.candidates == (Candidate(url, text.index(url) + len(url), 1.0),)


NOT_AT_A_GLANCE = [
    ("<https://example.org/page.Next>", "https://example.org/page", "a sentence glued to the end"),
    (
        "<https://urldefense.proofpoint.com/v2/url?u=http-3A__example.org_a>",
        "http://example.org/a",
        "a gateway that spells the target with hyphens",
    ),
    ("<https://example.org/annual-\nreport>", "https://example.org/annual-report", "a break before the bracket"),
    ("<https://example.org/a&amp;b>", "https://example.org/a&b", "an ampersand of HTML"),
]


@pytest.mark.parametrize(("text", "url", "reason"), NOT_AT_A_GLANCE, ids=[row[2] for row in NOT_AT_A_GLANCE])
def test_what_may_be_damaged_is_searched(text, url, reason, read):
    assert [one.url for one in read(text)] == [url]


def test_the_link_of_the_format_is_the_reason(read):
    text, url = "See <https://example.org/a>, now", "https://example.org/a"
    (found,) = read(text, references=[_linked(text, url)])
    assert found.repair.candidates == (Candidate(url, text.index(">"), 1.0, (), (OWN_LINK,)),)


def test_another_link_of_the_format_is_not_settled_at_a_glance(read):
    text = "See <https://example.org/a>, now"
    (found,) = read(text, references=[_linked(text, "https://example.org/abc")])
    assert OWN_LINK not in {reason for one in found.repair.candidates for reason in one.why}


def _linked(text, href):
    start, end = text.index("http"), text.index(">")
    return Reference(Kind.URL, start, end, end, text[start:end], Part.BODY, href=href)
