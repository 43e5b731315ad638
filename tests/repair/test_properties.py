"""What holds for every link: among its candidates when wrapped, its own first reading when whole, in linear time."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.timing import at_most
from verifier.citations import find
from verifier.documents import read
from verifier.model.citation import Kind, Reference, RepairStatus
from verifier.model.document import Document, Part
from verifier.repair import propose
from verifier.repair.breaks import continuations
from verifier.repair.page import Page
from verifier.repair.propose import first_reading
from verifier.repair.reading import extend

LETTERS = st.text("abcdefghiklmnoprstuvw", min_size=2, max_size=9)
HOST = st.builds("{}.{}".format, LETTERS, st.sampled_from(["example.org", "example.com", "example.net"]))
SEGMENT = st.lists(LETTERS, min_size=1, max_size=4).map("-".join)
URL = st.builds(
    lambda scheme, host, path, tail: f"{scheme}://{host}/{'/'.join(path)}{tail}",
    st.sampled_from(["http", "https"]),
    HOST,
    st.lists(SEGMENT, min_size=1, max_size=4),
    st.sampled_from(["", "/", ".html", "?id=26006&lang=en", "#part-2", "/a%E2%80%93b"]),
)
BREAKS = st.sampled_from(
    [" ", "\n", "\n    ", "\n\n", "\n \n    ", "\u00ad\n", "\x02", "\ufffe\n", "\ufffd\n  ", " \n"]
)
PROSE = st.sampled_from(["See ", "The report says so: ", "(", "[3] Ministry, ‘Report on Prisons’, 2021: ", ""])
AFTER = st.sampled_from(["", ".", " for details.", "\nThe next line.", ") and more", " (accessed 3 May 2020)"])


def link(text, start, end):
    return Reference(Kind.URL, start, end, len(text), text[start:end], Part.NOTE)


@given(URL, PROSE, AFTER)
def test_a_whole_link_is_its_own_first_candidate(url, before, after):
    text = before + url + after
    proposal = propose(Document("a", "text/plain", text), [link(text, len(before), len(before) + len(url))])[0]
    assert proposal.repair.candidates[0].url == url
    assert (proposal.start, proposal.end) == (len(before), len(before) + len(url))
    assert proposal.repair.status is RepairStatus.INTACT


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(URL, PROSE, BREAKS, st.integers(1, 3), AFTER, st.data())
def test_a_link_broken_anywhere_is_among_the_ways_that_are_weighed(url, before, broken, times, after, data):
    wrapped = url
    for _ in range(times):
        at = data.draw(st.integers(wrapped.index("://") + 4, len(wrapped) - 1))
        if wrapped[at - 1] in ".%-?" + broken or wrapped[at] in "?%.&=" + broken:
            return  # the plain reading ends before such a sign, which the finder's tests cover
        wrapped = wrapped[:at] + broken + wrapped[at:]
    text = before + wrapped + after
    reference = link(text, len(before), len(before) + wrapped.index(broken))
    page = Page(Document("a", "text/plain", text), [reference])
    waiting, weighed = [first_reading(page, reference)], set()
    while waiting:
        reading = waiting.pop()
        weighed.add(reading.url)
        ways = continuations(page, reading.end, len(text), reading.url)
        waiting += [further for way in ways if url.startswith((further := extend(page, reading, way)).url)]
    assert url in weighed


@given(URL, PROSE, st.integers(0, 5), st.sampled_from(["\n", "\n    ", " ", "\n\n"]), AFTER)
def test_a_scheme_broken_anywhere_is_found_and_mended(url, before, at, broken, after):
    at = min(at, url.index("://")) + 1
    text = before + url[:at] + broken + url[at:] + after
    document = Document("a", "text/plain", text)
    proposals = propose(document, find(document).references)
    assert url in [one.url for proposal in proposals for one in proposal.repair.candidates]


WORDS = st.sampled_from(
    ["water", "report", "rights", "council", "school", "visit", "letter", "people", "prison", "office", "treaty", "law"]
)
NAMES = st.lists(WORDS, min_size=1, max_size=4).map("-".join)
PARTS = st.sampled_from(["scheme", "host", "path", "percent-escape", "query", "fragment"])
WRAPS = {
    "space": " ",
    "newline": "\n",
    "indent": "\n      ",
    "blank line": "\n\n",
    "quoted mail": "\n> ",
    "page footer": "\n\n              12\n\n",
    "page break": "\n3\n\n\x0cOpen letter on water\n",
    "hyphen": "-\n",
    "soft hyphen": "\u00ad\n",
    "soft hyphen within a line": "\u00ad",
    "zero-width": "\u200b",
    "zero-width and newline": "\u200b\n",
    "hyphen lost by a PDF reader": "\ufffe\n",
}
PAGES = "".join(f"Open letter on water\nIt met.\n{number}\n\n\x0c" for number in (1, 2)) + "Open letter on water\n"


@st.composite
def wrapped_links(draw):
    """A link, how it is wrapped, and the link as written."""
    host = f"www.{draw(WORDS)}.example.org"
    path = "/".join(draw(st.lists(NAMES, min_size=2, max_size=4)))
    part = draw(PARTS)
    tail = {"query": "?id=26006&lang=en", "fragment": "#part-2/b", "percent-escape": "/caf%C3%A9-b.html"}.get(
        part, ".html"
    )
    url = f"{draw(st.sampled_from(['http', 'https']))}://{host}/{path}{tail}"
    begins = {
        "scheme": (1, url.index("//") + 1),
        "host": (url.index("//") + 3, url.index(host) + len(host) - 5),
        "path": (url.index(path) + 1, url.index(tail)),
        "query": (url.index(tail) + 1, len(url) - 4),
        "fragment": (url.index(tail) + 1, len(url) - 2),
        "percent-escape": (url.index(tail) + 4, url.index(tail) + 11),
    }
    at = draw(st.integers(*begins[part]))
    way = draw(st.sampled_from(sorted(WRAPS)))
    assume(part != "scheme" or way not in {"hyphen", "page footer", "page break", "hyphen lost by a PDF reader"})
    assume("hyphen" not in way or (url[at - 1].isalnum() and url[at].isalnum()))  # where typesetters hyphenate
    return url, url[:at] + WRAPS[way] + url[at:], way


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(
    wrapped_links(),
    st.sampled_from(["See ", "The report of the council says so: ", "[3] Ministry, ‘Report on Prisons’, 2021: ", "("]),
    st.sampled_from([" for details.", "\nThe next line goes on here.", ") and more", " (accessed 3 May 2020)", "."]),
)
def test_a_link_wrapped_anywhere_in_running_text_is_among_its_candidates(link_and_way, before, after):
    url, written, way = link_and_way
    text = PAGES + ("> " if way == "quoted mail" else "") + before + written + after
    document = read(text.encode(), "letter.txt", "text/plain")
    candidates = [
        one.url for proposal in propose(document, find(document).references) for one in proposal.repair.candidates
    ]
    assert url in candidates, written


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(URL, BREAKS, st.integers(1, 3), st.data())
def test_the_edits_make_the_link(applied, url, broken, times, data):
    text = url
    for _ in range(times):
        at = data.draw(st.integers(url.index("://") + 4, len(text) - 1))
        text = text[:at] + broken + text[at:]
    stop = next(
        at for at, character in enumerate(text + " ") if character.isspace() or character in "\x02\u00ad\ufffe\ufffd"
    )
    proposal = propose(Document("a", "text/plain", text), [link(text, 0, stop)])[0]
    for candidate in proposal.repair.candidates:
        assert applied(text[: candidate.end], candidate.edits) == candidate.url
    assert [one.score for one in proposal.repair.candidates] == sorted(
        (one.score for one in proposal.repair.candidates), reverse=True
    )
    assert sum(one.score for one in proposal.repair.candidates) <= 1.001


@given(st.text(alphabet="ab/.:-?&=%#_ \n\x02\u00ad()[]<>wht ps漢é", max_size=120), st.data())
def test_never_raises(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    reach = data.draw(st.integers(end, len(text)))
    href = data.draw(st.none() | st.text(alphabet="htps:/.a% \n", max_size=30))
    kind = data.draw(st.sampled_from([Kind.URL, Kind.DOI, Kind.ARXIV, Kind.ISBN]))
    reference = Reference(kind, start, end, reach, text[start:end], Part.BODY, href=href)
    proposal = propose(Document("a", "text/plain", text), [reference])[0]
    assert 0 <= proposal.start <= proposal.end <= len(text)


HOSTILE = [
    "[",
    "(",
    "http://",
    " ",
    "\n",
    "-\n",
    "a/ ",
    "/ ",
    "https :// ",
    "\x02",
    "%",
    "http://a.b/\n",
    "ht tp",
    "=\n",
    "()",
]


@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
def test_hostile_text_costs_linear_time(unit):
    text = "https://example.org/a" + unit * (1_000_000 // len(unit))
    references = [link(text, 0, 21)]
    step = max(len(unit), 2000)
    references += [link(text, at, min(at + 9, len(text))) for at in range(21, len(text) - 10, step)][:60]
    with at_most(5.0):
        propose(Document("a", "text/plain", text), references)
