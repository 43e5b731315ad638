"""Where web addresses stand and end, row by row with the reason."""

# ruff: noqa: E501 - rows of a table read better on one line

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.citations.domains import find_domains
from verifier.citations.urls import find_urls
from verifier.model.document import Region, Role

PLAIN = [
    ("glued to a date", "28 May 2022:https://example.org/a", ["https://example.org/a"]),
    ("glued to a word", "texthttps://example.org/a", ["https://example.org/a"]),
    ("a footnote number glued before", "12https://example.org/a", ["https://example.org/a"]),
    ("a footnote marker glued behind", "https://example.org/a[12] and", ["https://example.org/a"]),
    ("a raised marker glued behind", "https://example.org/a¹²", ["https://example.org/a"]),
    ("brackets of a query are its own", "https://example.org/a?b[0]=1", ["https://example.org/a?b[0]=1"]),
    ("an arrow back to the text", "https://example.org/a↩︎", ["https://example.org/a"]),
    ("an arrow behind the full stop", "(https://example.org/a).↑", ["https://example.org/a"]),
    ("Japanese words behind its bracket", "https://example.org/w/X_(Y)を参照", ["https://example.org/w/X_(Y)"]),
    ("a link of Org", "[[https://example.org/a#!b][the words]]", ["https://example.org/a#!b"]),
    (
        "links of Markdown without spaces",
        "[a](https://example.org/w/X_(Y))][[b](https://example.org/b)**",
        ["https://example.org/w/X_(Y)", "https://example.org/b"],
    ),
    ("a space of HTML", "https://example.org/a&nbsp;[back]", ["https://example.org/a"]),
    ("a forum's tags", "[url]https://example.org/a[/url]:[/SIZE]", ["https://example.org/a"]),
    ("a command of LaTeX", "\\footnote{\\url{https://example.org/a}}~and", ["https://example.org/a"]),
    ("words in brackets behind it", "see https://example.org/a#b-c[the lines] of it", ["https://example.org/a#b-c"]),
    ("given to a template", "{{cite web |url=https://example.org/a?b=c|title=Low}}", ["https://example.org/a?b=c"]),
    ("brackets of its own", "https://example.org/a?b[c][d]=1", ["https://example.org/a?b[c][d]=1"]),
    ("balanced brackets are its own", "(https://example.org/w/X_(Y)).", ["https://example.org/w/X_(Y)"]),
    ("the sentence's full stop is not", "See https://example.org/a. Then", ["https://example.org/a"]),
    ("a quotation mark ends it", "“https://example.org/a”", ["https://example.org/a"]),
    ("angle brackets end it", "<URL:https://example.org/a>b", ["https://example.org/a"]),
    ("Chinese punctuation ends it", "见https://example.org/a。下", ["https://example.org/a"]),
    ("Chinese words glued behind", "https://example.org/a访问日期", ["https://example.org/a"]),
    ("Chinese path", "https://example.org/wiki/中国", ["https://example.org/wiki/中国"]),
    ("Cyrillic host and path", "https://пример.test/путь", ["https://пример.test/путь"]),
    (
        "two pasted together",
        "https://example.org/ahttps://example.net/b",
        ["https://example.org/a", "https://example.net/b"],
    ),
    (
        "two pasted, the first a root",
        "https://example.org/https://example.net/",
        ["https://example.org/", "https://example.net/"],
    ),
    (
        "an archive carries the other",
        "https://web.archive.example/web/2020/https://example.net/",
        ["https://web.archive.example/web/2020/https://example.net/"],
    ),
    (
        "a redirect carries the other",
        "https://example.org/r?u=https://example.net/b",
        ["https://example.org/r?u=https://example.net/b"],
    ),
    (
        "cells of a table without spaces",
        "|https://example.org/a|https://example.net/b|",
        ["https://example.org/a", "https://example.net/b"],
    ),
    (
        "two of one host, parted by a bar",
        "https://example.org/r?u=1|https://example.org/r?u=2",
        ["https://example.org/r?u=1", "https://example.org/r?u=2"],
    ),
    (
        "a remark in brackets holds another",
        "http://example.org/a(archived:https://example.net/2019/http://example.org/a)",
        ["http://example.org/a", "https://example.net/2019/http://example.org/a"],
    ),
    ("a remark in brackets glued behind", "https://example.org/a.html(accessed 3 May)", ["https://example.org/a.html"]),
    ("a bracket behind a sign is its own", "https://example.org/w/X_(river bank)", ["https://example.org/w/X_(river"]),
    ("a conjunction glued behind", "https://example.org/a,and then", ["https://example.org/a"]),
    ("an unseen space behind the scheme", "https://\u200bexample.\u200borg/a", ["https://example.\u200borg/a"]),
    ("a Korean ending behind a number", "https://example.org/a?id=4에서", ["https://example.org/a?id=4"]),
    ("a remark in Chinese", "https://example.org/a(访问于2021年)", ["https://example.org/a"]),
    (
        "a query with two values",
        "https://example.org/r?u=1|https://example.net/b",
        ["https://example.org/r?u=1|https://example.net/b"],
    ),
    ("spaces in the scheme", "http : // example.org/a", ["http://example.org/a"]),
    ("space between the slashes", "https:/ /example.org/a", ["https://example.org/a"]),
    ("space before the colon", "https ://example.org/a", ["https://example.org/a"]),
    ("one slash", "https:/example.org/a", ["https://example.org/a"]),
    ("no colon", "https//example.org/a", ["https://example.org/a"]),
    ("lost first letter", "see ttps://example.org/a", ["https://example.org/a"]),
    ("defanged", "hxxps://example.org/a", ["https://example.org/a"]),
    ("ftp", "ftp://example.org/a.txt", ["ftp://example.org/a.txt"]),
    ("www", "see www.example.org, and", ["https://www.example.org"]),
    ("www behind a Chinese word", "另见www.example.net/abc，第5页", ["https://www.example.net/abc"]),
    ("www behind a letter", "seewww.example.net/abc", []),
    ("defanged dots and colon", "hxxps[:]//a[.]example[.]org/b[.]c", ["https://a[.]example[.]org/b[.]c"]),
    ("www in an address is no second one", "https://www.example.org/", ["https://www.example.org/"]),
    ("a scheme alone", "the http:// prefix", []),
    ("a scheme before prose", "http:// is a prefix", []),
    ("e-mail", "write to www@example.org", []),
    ("a bracket glued to a host", "at https://www.example.org(in German) or", ["https://www.example.org"]),
    ("a bracket glued to a www", "at www.example.org(www2.example.org (a mirror))", ["https://www.example.org", "https://www2.example.org"]),
    ("e-mail of a www", "write to www.lakes@example.org, or see www.example.org/@lakes", ["https://www.example.org/@lakes"]),
    ("soft hyphen inside", "https://exam\u00adple.org/a", ["https://exam\u00adple.org/a"]),
    ("a Turkish case behind a file", "https://example.org/haber-44118h.html'den aktaran", ["https://example.org/haber-44118h.html"]),
    ("behind a host", "https://example.org'un sitesi", ["https://example.org"]),
    ("behind a slash", "https://example.org/haber/'de.", ["https://example.org/haber/"]),
    ("behind a name", "https://example.org/haber/zeytin-2021'den, s. 4", ["https://example.org/haber/zeytin-2021"]),
    ("an English genitive", "https://example.org's page, and https://example.org/a.pdf's", ["https://example.org", "https://example.org/a.pdf"]),
    ("a Finnish case", "sivulla https://example.org/suo.html:ssä ja https://example.org:n", ["https://example.org/suo.html", "https://example.org"]),
    ("a SICI", "https://doi.org/10.5555/(SICI)1(2001)12:3<201::AID-OW7>3.0.CO;2-K", ["https://doi.org/10.5555/(SICI)1(2001)12:3<201::AID-OW7>3.0.CO;2-K"]),
    ("an apostrophe of its own", "https://example.org/what's-new", ["https://example.org/what's-new"]),
    ("a name with one", "https://example.org/wiki/O'Brien", ["https://example.org/wiki/O'Brien"]),
    ("an elision", "https://example.org/rue-de-l'ete", ["https://example.org/rue-de-l'ete"]),
    ("another", "https://example.org/aujourd'hui", ["https://example.org/aujourd'hui"]),
    ("a title of an encyclopedia", "https://example.org/wiki/Avrupa'da", ["https://example.org/wiki/Avrupa'da"]),
    ("a port", "https://example.org:8080/a.html", ["https://example.org:8080/a.html"]),
    ("a name behind a colon", "https://example.org/w/index.php?title=Talk:Main", ["https://example.org/w/index.php?title=Talk:Main"]),
    ("a tag", "https://example.org/a<b>2</b>", ["https://example.org/a"]),
    ("LaTeX braces", r"\url{https://example.org/a}", ["https://example.org/a"]),
    ("a list of links that end in dates", "https://example.org/news/20200101/\nhttps://example.org/news/20200102/", ["https://example.org/news/20200101/", "https://example.org/news/20200102/"]),
    ("years of an archive", "https://archive.example.org/2019/ https://archive.example.org/2020/", ["https://archive.example.org/2019/", "https://archive.example.org/2020/"]),
    ("things of an archive", "https://archive.org/details/1234/\nhttps://example.org/a", ["https://archive.org/details/1234/", "https://example.org/a"]),
    ("a capture, and what it holds below", "https://copies.example.org/20190304101010/\nhttps://example.org/a", ["https://copies.example.org/20190304101010/"]),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "text", "urls"), PLAIN, ids=[row[0] for row in PLAIN])
def test_where_addresses_begin_and_end(reason: str, text: str, urls: list[str]) -> None:
    assert [spot.value for spot in find_urls(text)] == urls


BARE = [
    ("a path makes it an address", "see example.org/path, and", ["example.org/path"]),
    ("behind a Chinese word", "见example.org/path。", ["example.org/path"]),
    ("a host alone is a name", "see example.org and", []),
    ("a file name", "read README.md/x and node.js/y", []),
    ("abbreviations", "U.S./China and/or 3.5/5 No.5/2022", []),
    ("e-mail", "me@example.org/x", []),
    ("part of an address", "https://example.org/a.net/b", []),
    ("second-level suffix", "example.co.uk/a", ["example.co.uk/a"]),
    ("a suffix alone", "co.uk/a", []),
]


@pytest.mark.parametrize(("reason", "text", "found"), BARE, ids=[row[0] for row in BARE])
def test_which_bare_domains_are_addresses(reason: str, text: str, found: list[str]) -> None:
    assert [text[spot.start : spot.end] for spot in find_domains(text)] == found


@pytest.mark.parametrize(
    ("hosts", "found", "reason"),
    [
        ("example.org", ["example.org"], "print sets it apart as links are"),
        ("data.name", [], "a field of a program"),
        ("settings.py", [], "a file"),
        ("example.org a.bcd e.fgh i.jkl", ["example.org"], "most names set apart are no hosts: only sure ones count"),
        ("www.example.de example.fr a.bcd", ["www.example.de", "example.fr"], "most are hosts"),
        ("example.fr a.bcd e.fgh i.jkl", [], "a country's ending may be chance there"),
    ],
)
def test_hosts_that_print_sets_apart(hosts: str, found: list[str], reason: str) -> None:
    text = f"See {hosts} for it."
    apart = [Region(match.start(), match.end(), Role.LINK) for match in re.finditer(r"\S+\.\w+", text)]
    assert [text[spot.start : spot.end] for spot in find_domains(text, apart)] == found, reason


PATH = st.text(alphabet="abcXYZ019-_~/%&=?#+", max_size=40).map(lambda path: path.rstrip("~") + "z")


@given(PATH, st.text(alphabet="word 12,.", max_size=20), st.text(alphabet="word 12,.", max_size=20))
def test_an_unbroken_url_between_spaces_is_found_exactly(path: str, before: str, after: str) -> None:
    url = "https://example.org/" + path
    text = f"{before} {url} {after}"
    assert url in [text[spot.start : spot.end] for spot in find_urls(text)]
