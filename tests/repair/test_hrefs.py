"""Links that the format itself carries: damaged hrefs, wrappers, and hrefs that settle a broken visible link."""

# ruff: noqa: E501 - rows of a table read better on one line

import pytest

from verifier.model.citation import Confirmation, Kind, RepairStatus
from verifier.repair.gateways import unwrap
from verifier.repair.hrefs import read_href

WRAPPED = [
    ("https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1&data=05%7C01&reserved=0",
     "https://example.org/a?b=1", "Outlook"),
    ("https://urldefense.proofpoint.com/v1/url?u=https://example.org/a&k=x", "https://example.org/a", "Proofpoint 1"),
    ("https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_a-2Db&d=Dw", "https://example.org/a-b", "Proofpoint 2"),
    ("https://urldefense.com/v3/__https://example.org/a*b__;Iw!!abc$", "https://example.org/a#b", "Proofpoint 3, one character"),
    ("https://urldefense.com/v3/__https:/example.org/a**Ab__;w6nDqQ!!x$", "https://example.org/aééb", "Proofpoint 3, a run"),
    ("https://www.google.com/url?q=https://example.org/x&sa=D", "https://example.org/x", "Google"),
    ("https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fexample.org%2Fx", "https://example.org/x", "Google, another country"),
    ("https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2F&h=AT0", "https://example.org/", "Facebook"),
    ("https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fexample%2Eorg%2Fx&urlhash=x", "https://example.org/x", "LinkedIn"),
    ("https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%3A%2F%2Fexample.org%2Fx",
     "https://example.org/x", "a wrapper in a wrapper"),
    ("https://secure-web.cisco.com/1abc/https%3A%2F%2Fexample.org%2Fx", "https://example.org/x", "Cisco"),
    ("https://web.archive.org/save/https://example.org/a%20b?c=d", "https://example.org/a%20b?c=d", "to be captured"),
    ("https://web.archive.org/save/https%3A%2F%2Fexample.org%2Fx", "https://example.org/x", "to be captured, in escapes"),
    ("https://archive.ph/?run=1&url=https%3A%2F%2Fexample.org%2Fx", "https://example.org/x", "to be captured elsewhere"),
]  # fmt: skip

BARE = [
    ("https://example.org/?url=https://example.com/", "no known gateway"),
    ("https://web.archive.org/web/2020/https://example.org/", "an archive"),
    ("https://web.archive.org/save", "the form"),
    ("https://www.google.com/search?q=https://example.org/x", "a search, not a redirect"),
    ("https://protect-eu.mimecast.com/s/AbCdEf", "the target does not show"),
    ("https://urldefense.com/v3/__https://example.org/__;!", "nothing kept, and no end"),
    ("https://www.google.com/url?q=javascript:alert(1)", "no link inside"),
    ("https://[", "not a URL"),
]


@pytest.mark.parametrize(("url", "target", "reason"), WRAPPED, ids=[row[2] for row in WRAPPED])
def test_unwraps(url, target, reason):
    assert unwrap(url) == target


@pytest.mark.parametrize(("url", "reason"), BARE, ids=[row[1] for row in BARE])
def test_leaves_what_is_no_wrapper(url, reason):
    assert unwrap(url) in (None, "https://example.org/")


HREFS = [
    (
        "https://example.org/tencent-%20medical",
        "https://example.org/tencent-medical",
        "an escaped space after a hyphen",
    ),
    ("http://https//example.org/a", "https://example.org/a", "two schemes, the inner one without its colon"),
    ("http://http://example.org/a", "http://example.org/a", "two schemes"),
    ("http://cms.example.com/%20https://example.org/b", "https://example.org/b", "the site's own address before it"),
    ("%20https://example.org/b", "https://example.org/b", "an escaped space before it"),
    ("https://example.org/a\nb/c", "https://example.org/a b/c", "a line end inside"),
    ("hxxps://example.org/b", "https://example.org/b", "defanged"),
]


@pytest.mark.parametrize(
    ("href", "url", "reason"), HREFS[:5] + HREFS[6:], ids=[row[2] for row in HREFS[:5] + HREFS[6:]]
)
def test_mends_an_href(read, reference, applied, href, url, reason):
    text = "as the report says"
    proposal = read(text, references=[reference(text, 3, 13, href=href, value=href)])[0]
    assert (proposal.url, proposal.repair.status) == (url, RepairStatus.MENDED)
    assert proposal.repair.confidence >= 0.9
    assert applied(href, proposal.repair.edits) == url


@pytest.mark.parametrize(
    "href", ["https://example.org/a", " https://example.org/a ", "https://example.org/My%20File.pdf", "mailto:a"]
)
def test_leaves_a_sound_href(href):
    (only,) = read_href(href)
    assert (only.url, only.edits) == (href.strip(), ())


def test_the_href_settles_a_broken_visible_link(read, reference, applied):
    text = "See https://example.org/annual report-of the-court.pdf here"
    proposal = read(text, references=[reference(text, 4, 30, href="https://example.org/annualreport-ofthe-court.pdf")])[
        0
    ]
    assert proposal.url == "https://example.org/annualreport-ofthe-court.pdf"
    assert proposal.repair.confirmed_by is Confirmation.ANNOTATION
    assert proposal.repair.confidence >= 0.99
    assert applied(text[proposal.start : proposal.end], proposal.repair.edits) == proposal.url


def test_the_href_is_taken_where_a_hyphen_parts_the_visible_scheme(read, reference):
    text = "See ht\u2010\ntps://example.org/lakes/low.htm here"
    href = "https://example.org/lakes/low.htm"
    assert read(text, references=[reference(text, 4, 39, href=href)])[0].url == href


def test_a_space_that_the_words_show_plainly_is_the_hrefs(read, reference):
    text = "see https://example.org/44 closure.pdf for it"
    href = "https://example.org/44%20closure.pdf"
    proposal = read(text, references=[reference(text, 4, 26, href=href)])[0]
    assert proposal.url == href


def test_an_href_that_differs_does_not_replace_the_visible_link(read, reference):
    text = "See https://example.org/annual here"
    proposal = read(text, references=[reference(text, 4, 30, href="https://example.com/other")])[0]
    assert (proposal.url, proposal.repair.status) == ("https://example.org/annual", RepairStatus.INTACT)


def test_a_visible_wrapper_is_unwrapped(read, applied):
    text = "See https://www.google.com/url?q=https://example.org/x&sa=D for more"
    proposal = read(text)[0]
    assert (proposal.url, proposal.repair.status) == ("https://example.org/x", RepairStatus.MENDED)
    assert applied(text[proposal.start : proposal.end], proposal.repair.edits) == proposal.url


@pytest.mark.parametrize(
    ("text", "value", "kind", "expected"),
    [
        ("doi:10.1000/\nxyz-123.456 (2020)", "10.1000", Kind.DOI, "10.1000/xyz-123.456"),
        ("doi:10.1000/abc-\n123.456/x (2020)", "10.1000/abc-", Kind.DOI, "10.1000/abc-123.456/x"),
        ("doi:10.1000/abc for more", "10.1000/abc", Kind.DOI, "10.1000/abc"),
        ("arXiv:2004.01234 and more", "2004.01234", Kind.ARXIV, "2004.01234"),
        ("ISBN 3-900051-10-0", "3900051100", Kind.ISBN, "3900051100"),
    ],
)
def test_identifiers(read, reference, text, value, kind, expected):
    start = text.find(value) if value in text else 0
    proposal = read(text, references=[reference(text, start, start + len(value), kind=kind, value=value)])[0]
    assert proposal.url == expected
