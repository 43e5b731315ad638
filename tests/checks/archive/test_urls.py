"""Reading archive URLs, and putting URLs into requests to archives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timing import at_most
from verifier.checks.archive.urls import ArchivedUrl, askable, canonical, read_archived_url, split_memento

PAGE = "https://example.org/news/story"

READ = [
    (f"https://web.archive.org/web/20220601120000/{PAGE}", "20220601120000", PAGE, "as readers see it"),
    (f"https://web.archive.org/web/20220601120000id_/{PAGE}", "20220601120000", PAGE, "as machines see it"),
    (f"https://web.archive.org/web/20220601120000im_/{PAGE}", "20220601120000", PAGE, "as an image"),
    (f"http://archive.org/web/20220601/{PAGE}", "20220601", PAGE, "old host, short time"),
    (f"https://www.archive.org/web/2022/{PAGE}", "2022", PAGE, "a year"),
    (f"https://web.archive.org/web/{PAGE}", None, PAGE, "no time: the newest"),
    (f"https://web.archive.org/web/*/{PAGE}", None, PAGE, "the calendar"),
    (f"https://web.archive.org/web/2022*/{PAGE}", None, PAGE, "the calendar of a year"),
    ("https://web.archive.org/web/20220601120000/http:/example.org/a", "20220601120000", "http://example.org/a", "/"),
    ("https://web.archive.org/web/20220601120000/example.org/a", "20220601120000", "http://example.org/a", "no scheme"),
    (
        "https://web.archive.org/web/20220601120000/https://example.org/a?b=c&d=http://example.net/",
        "20220601120000",
        "https://example.org/a?b=c&d=http://example.net/",
        "the query belongs to the page",
    ),
    (f"https://wayback.archive-it.org/1234/20220601120000/{PAGE}", "20220601120000", PAGE, "a collection"),
    (f"https://arquivo.pt/wayback/20220601120000/{PAGE}", "20220601120000", PAGE, "Portugal"),
    (f"https://arquivo.pt/noFrame/replay/20220601120000/{PAGE}", "20220601120000", PAGE, "Portugal, bare"),
    (
        f"https://webarchive.nationalarchives.gov.uk/ukgwa/20220601120000/{PAGE}",
        "20220601120000",
        PAGE,
        "the United Kingdom",
    ),
    (f"https://keeper.example/all/20220601120000mp_/{PAGE}", "20220601120000", PAGE, "an archive nobody has heard of"),
    (f"https://archive.ph/2022.06.01-120000/{PAGE}", None, PAGE, "archive.today writes its times otherwise"),
    (f"https://archive.today/20220601120000/{PAGE}", "20220601120000", PAGE, "or like this"),
    (
        "https://web.archive.org/web/20220601120000/https%3A%2F%2Fexample.org%2Fa%3Fb%3Dc%26d%3D1",
        "20220601120000",
        "https://example.org/a?b=c&d=1",
        "an address in escapes",
    ),
    (f"https://web.archive.org/web/20220601120000*/{PAGE}", None, PAGE, "the calendar of a day"),
    (
        "https://web.archive.org/web/2022/https://example.org/go/https%3A%2F%2Fexample.net%2Fa",
        "2022",
        "https://example.org/go/https%3A%2F%2Fexample.net%2Fa",
        "an address in escapes within another",
    ),
    ("https://archive.is/Ab1cD", None, None, "a short link shows nothing"),
    ("https://perma.cc/AB12-CD34", None, None, "nor does a code"),
    ("https://perma.cc/AB12-CD34?type=image", None, None, "whatever form of the copy is asked for"),
    ("https://ghostarchive.org/archive/Ab1cD", None, None, "nor one of another service"),
    ("http://www.webcitation.org/6AbCdEfGh", None, None, "nor one of a service that has closed"),
]


@pytest.mark.parametrize(("url", "timestamp", "inner", "why"), READ, ids=[row[3] for row in READ])
def test_archive_urls_are_read(url: str, timestamp: str | None, inner: str | None, why: str) -> None:
    read = read_archived_url(url)
    assert read is not None, why
    assert (read.timestamp, read.inner) == (timestamp, inner)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        (PAGE, "a page"),
        ("https://archive.org/details/some-book", "a library item, not a capture"),
        ("https://web.archive.org/", "the front door"),
        ("https://web.archive.org/web/about", "no address in it"),
        ("https://archive.ph/", "the front door"),
        ("https://perma.cc/about", "a page about the archive"),
        ("https://arquivo.pt/2022/about", "a page of the archive itself"),
        ("https://example.org/20220601/https://example.net/", "not 14 digits at an unknown host"),
        ("https://example.org/?url=https://example.net/", "an address in a query"),
        ("https://example.org/go/20220601120000/next", "digits, but no address"),
        ("ftp://web.archive.org/web/2022/https://example.org/", "not the web"),
        ("https://[::1", "not a URL"),
        ("", "nothing"),
    ],
)
def test_other_urls_are_not(url: str, why: str) -> None:
    assert read_archived_url(url) is None, why


@pytest.mark.parametrize(
    ("url", "playback"),
    [
        (f"https://web.archive.org/web/2022/{PAGE}", "https://web.archive.org/web"),
        (f"https://arquivo.pt/noFrame/replay/20220601120000/{PAGE}", "https://arquivo.pt/noFrame/replay"),
        (f"http://keeper.example:8080/20220601120000/{PAGE}", "http://keeper.example:8080"),
        (f"https://vefsafn.is/is/{PAGE}", "https://vefsafn.is/is"),
    ],
)
def test_where_the_playback_is(url: str, playback: str) -> None:
    read = read_archived_url(url)
    assert read is not None
    assert read.playback == playback


def test_which_archive_it_is() -> None:
    assert ArchivedUrl("web.archive.org", PAGE).is_wayback
    assert not ArchivedUrl("web.archive.org", PAGE).is_archive_today
    assert ArchivedUrl("archive.md", PAGE).is_archive_today
    assert not ArchivedUrl("arquivo.pt", PAGE).is_wayback


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (f"/20220601120000id_/{PAGE}", ("20220601120000", PAGE)),
        (f"/20220601120000/{PAGE}?a=b", ("20220601120000", f"{PAGE}?a=b")),
        (f"/2022/{PAGE}", None),
        (f"/{PAGE}", None),
        ("/about", None),
    ],
)
def test_a_capture_address_is_split(path: str, expected: tuple[str, str] | None) -> None:
    assert split_memento(path) == expected


@pytest.mark.parametrize(
    ("url", "expected", "why"),
    [
        (f" {PAGE}#part ", PAGE, "fragments stay at home"),
        ("https://example.org/a b", "https://example.org/a%20b", "a space ends a request line"),
        ("https://example.org/a%20b?c=%2Fd&e", "https://example.org/a%20b?c=%2Fd&e", "nothing is encoded twice"),
        ("https://example.org/é", "https://example.org/%C3%A9", "UTF-8"),
        ("https://bücher.example/é", "https://xn--bcher-kva.example/%C3%A9", "archives list hosts in Punycode"),
        ("http://Пример.example:8080/", "http://xn--e1afmkfd.example:8080/", "in small letters, with its port"),
        ("https://bücher.example:x/a", "https://b%C3%BCcher.example:x/a", "a port that is none"),
        ("https://example.org/news*", "https://example.org/news%2A", "a star would ask for a prefix"),
        ("https://example.org/a\r\nX: y", "https://example.org/a%0D%0AX:%20y", "no line of its own"),
        ("https://example.org/\ud800", "https://example.org/?", "half a character"),
    ],
)
def test_urls_are_made_askable(url: str, expected: str, why: str) -> None:
    assert askable(url) == expected, why


@pytest.mark.parametrize(
    ("one", "other", "same", "why"),
    [
        ("http://www.example.org/a/", "https://example.org/a", True, "scheme, www, slash"),
        ("https://EXAMPLE.org:443/a#x", "http://example.org:80/a", True, "case of the host, port, fragment"),
        ("https://example.org", "https://example.org/", True, "the root"),
        ("https://example.org?", "https://example.org/", True, "an empty query"),
        ("https://example.org/a?b=1", "https://example.org/a?b=2", False, "the query counts"),
        ("https://example.org/A", "https://example.org/a", False, "paths may differ by case"),
        ("https://www2.example.org/a", "https://example.org/a", True, "numbered servers"),
        ("https://example.org:8080/a", "https://example.org/a", False, "another port"),
        ("https://bücher.example/a", "http://xn--bcher-kva.example/a", True, "a host in Punycode"),
    ],
)
def test_forms_of_one_url(one: str, other: str, same: bool, why: str) -> None:
    assert (canonical(one) == canonical(other)) is same, why


@given(st.text(max_size=200))
def test_nothing_makes_it_raise(text: str) -> None:
    for url in (text, f"https://web.archive.org/web/{text}", f"https://arquivo.pt/{text}", f"https://{text}"):
        read_archived_url(url)
        canonical(url)
        assert askable(url).isascii()


@pytest.mark.parametrize(
    "unit", ["/", "/1", "/20220601120000/", "http:/", "/2022aa_", "*/", "/20220601120000/a/", ".a/"]
)
def test_long_urls_take_no_time(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    with at_most(2):
        for host in ("web.archive.org/web", "arquivo.pt", "example.org"):
            read_archived_url(f"https://{host}/{text}")
