"""Where made-up siblings stand: in the directory of a page, or in the query of a program."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest

from verifier.checks.sibling_places import place_of

SITE = "https://s.example"


def filled(path: str) -> str | None:
    place = place_of(urlsplit(SITE + path))
    return None if place is None else place.filled("madeup").removeprefix(SITE)


@pytest.mark.parametrize(
    ("path", "pattern", "why"),
    [
        ("/viewtopic.php?t=7181", r"/viewtopic\.php\?t=19\d{8}", "a number, for one that no counter has come to"),
        ("/viewtopic.php?f=3&t=7181", r"/viewtopic\.php\?f=19\d{8}&t=19\d{8}", "all numbers: one of them chooses"),
        ("/news/articleView.html?idxno=18", r"/news/articleView\.html\?idxno=19\d{8}", "a name that says nothing"),
        ("/watch?v=x18Weir", r"/watch\?v=madeup", "a code, for a name in letters"),
        ("/?p=123", r"/\?p=19\d{8}", "a home page that shows what the query names"),
        (
            "/index.php?option=news&view=article&id=4",
            r"/index\.php\?option=news&view=article&id=19\d{8}",
            "commands stay",
        ),
        ("/doc.asp?id=201811040018", r"/doc\.asp\?id=19\d{10}", "as many digits as there were"),
        ("/item.php?id=4&lang=2&utm_source=x1", r"/item\.php\?id=19\d{8}&lang=2&utm_source=x1", "what chooses nothing"),
        ("/show.php?name=the-long-ebb", r"/show\.php\?name=madeup", "a name of many letters"),
        ("/doc.jsp?id=%D8%B1%DB%B1%DB%B8", r"/doc\.jsp\?id=madeup", "escaped letters with a number among them"),
        ("/a/b.html", r"/a/madeup\.html", "a path"),
        ("/photo/48213/lamp", r"/photo/19\d{8}/madeup", "a directory that is a number may choose the page by itself"),
        ("/story/id-48213/lamp.html", r"/story/id-19\d{8}/madeup\.html", "the same, with letters before it"),
        ("/photo/3f9a-77c2/lamp", r"/photo/madeup/madeup", "so may one that is a code"),
        ("/photo/Xk29LmQ/lamp", r"/photo/madeup/madeup", "the same, with more letters"),
        ("/photo/covid-19/lamp", r"/photo/covid-19/madeup", "a name with a number in it is a section"),
        ("/2016-05-04/lamp", r"/2016-05-04/madeup", "so is a day"),
        ("/2016/lamp/", r"/2016/madeup/", "a year chooses nothing"),
        ("/ruling/48213", r"/ruling/19\d{8}", "registers tell a number they do not have from a name"),
        ("/ruling/no-48213.html", r"/ruling/no-19\d{8}\.html", "the same, with letters before it and an extension"),
        ("/ruling/482131234567/", r"/ruling/19\d{10}/", "as many digits as there were"),
        ("/photo/48213/66201", r"/photo/19\d{8}/19\d{8}", "a number within a number"),
        ("/ruling/1987", r"/ruling/madeup", "a year is the name of a page"),
        ("/part/12", r"/part/madeup", "so is a chapter's number"),
    ],
)
def test_a_sibling_differs_in_what_chooses_the_page(path: str, pattern: str, why: str) -> None:
    assert re.fullmatch(pattern, filled(path) or ""), (why, filled(path))


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/the-long-ebb?part=2", "the path chooses the page"),
        ("/2014/the-long-ebb.html?id=2", "the same, with an extension"),
        ("/the-long-winter-ebb.php?v=3", "a page's own name, whatever made it"),
        ("/about.php?lang=2", "nothing chooses"),
        ("/index.php?view=article", "commands only"),
        ("/item.php?id=4&token=a1b2", "a secret"),
        ("/item.php?id=4&s=0123456789abcdef0123456789", "a session"),
        ("/item.php?id=" + "9" * 41, "too long to be a number to look up"),
        ("/unsubscribe.php?id=4", "it does something"),
        ("/index.php?do=delete&id=4", "so does this"),
        ("/x.php?" + "&".join(f"a{n}={n}" for n in range(9)), "too many fields"),
        ("/", "a home page"),
    ],
)
def test_where_no_sibling_fits_none_is_asked(path: str, why: str) -> None:
    assert filled(path) is None, why


@pytest.mark.parametrize("path", ["/view.php?id={}", "/photo/{}/lamp", "/ruling/{}", "/ruling/{}.html"])
def test_addresses_that_a_number_chooses_share_a_sibling(path: str) -> None:
    one, other = (place_of(urlsplit(SITE + path.format(number))) for number in (4043, 4044))
    assert one is not None
    assert other is not None
    assert one.key == other.key


def test_a_number_and_a_name_in_one_directory_have_siblings_of_their_own() -> None:
    number, name = (place_of(urlsplit(f"{SITE}/ruling/{last}")) for last in ("48213", "the-long-ebb"))
    assert number is not None
    assert name is not None
    assert number.key != name.key


def test_what_is_told_back_is_what_was_put_in() -> None:
    for path in ("/ruling/48213", "/watch?v=x18Weir", "/photo/48213/lamp"):
        place = place_of(urlsplit(SITE + path))
        assert place is not None
        assert place.told_back("madeup") in place.filled("madeup")
        assert place.told_back("madeup") != ""
