"""HTML pages: the text a reader sees, where it stands in the source, links, notes, and the page around the letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timing import at_most
from verifier.documents import read
from verifier.model.document import Document, NoteKind, Role

PROSE = "We, the organisations listed here, write about a matter of public concern, and ask for a reply. " * 4


def a_page(html: str, **options: str) -> Document:
    return read(html.encode(), "page.html", **options)


def regions(document: Document, role: Role) -> list[str]:
    return [document.text[r.start : r.end].strip() for r in document.regions if r.role is role]


@pytest.mark.parametrize(
    ("html", "text", "reason"),
    [
        ("<p>one<p>two", "one\n\ntwo", "paragraphs need no end tag"),
        ("a<br>b<br><br>c", "a\nb\n\nc", "one break is a line, two a paragraph"),
        ("<ul><li>a<li>b</ul>c", "a\n\nb\n\nc", "items are blocks"),
        (
            "<table><tr><td>[1]<td>Text<tr><td>[2]<td>More</table>",
            "[1]\tText\n\n[2]\tMore",
            "cells of a row stay together",
        ),
        ("  a \n\t b<b> c </b> d", "a b c d", "white space collapses"),
        ("<pre>a\n  b</pre>c", "a\n  b\n\nc", "not in <pre>"),
        ("a &amp; b &lt;c&gt; &#233; &zzz; &nbsp;x", "a & b <c> é &zzz; \xa0x", "character references"),
        ("a < b, 1 <2", "a < b, 1 <2", "a sign that opens no tag"),
        ("a<script>x</script><style>y</style><template>z</template><!-- c -->b", "ab", "what no reader sees"),
        ("a<p hidden>x</p><div style='display: none'>y<p>z</div>b", "a\n\nb", "hidden elements with all they hold"),
        ("exam<wbr>ple so\u00adft a\u200bb", "example so\u00adft a\u200bb", "invisible characters stay"),
        ("<q>a <q>b</q></q>", "“a ‘b’”", "quotation marks that the element makes"),
        ("<div><table><tr><td>a</div>b</table>c", "ab\n\nc", "an end tag does not reach out of its cell"),
        ("<b><i>a</b>b</i><dl><dt>t<dd>d</dl>", "ab\n\nt\n\nd", "misnested and unclosed"),
        ("<title>T</title>a<textarea>form</textarea>b", "ab", "raw text elements"),
        ("x<!DOCTYPE html><?php y ?><![CDATA[z]]>w", "xw", "declarations"),
        ("a<!-->b<!--->c<!-- d --!>e", "abce", "comments that end at once"),
        ("<h1>a<h2>b</h2>c</p>d", "a\n\nb\n\nc\n\nd", "headings close each other, a stray </p> is a break"),
        ("<a href=x>1<a href=y>2</a>3", "123", "no link inside a link"),
    ],
)
def test_text(html: str, text: str, reason: str) -> None:
    assert a_page(html).text == text, reason


def test_every_visible_word_is_anchored_to_its_place() -> None:
    html = "<p>one  two\n  three &amp; <b>fo&eacute;ur</b>\r\n<br>five</p>\n<pre>six\n  seven</pre>"
    document = a_page(html)
    lines = html.replace("\r\n", "\n").split("\n")
    for word in ("one", "two", "three", "fo", "ur", "five", "six", "seven"):
        line, column, *_ = document.position(document.text.index(word))
        assert lines[line - 1][column - 1 :].startswith(word), word
    line, column, *_ = document.position(document.text.index("é"))
    assert lines[line - 1][column - 1 :].startswith("&eacute;")


@given(
    st.lists(
        st.sampled_from(["word ", "é", "&amp;", "\n", "  ", "<b>", "</b>", "<p>", "<br>", "<!-- c -->", "x<y "]),
        max_size=40,
    )
)
def test_plain_letters_keep_their_place(pieces: list[str]) -> None:
    html = "start " + "".join(pieces)
    document = a_page(html)
    lines = html.split("\n")
    for offset, character in enumerate(document.text):
        if character in "wordé":
            line, column, *_ = document.position(offset)
            assert lines[line - 1][column - 1] == character


@pytest.mark.parametrize(
    ("href", "url", "reason"),
    [
        ("https://example.org/tencent-%20medical", "https://example.org/tencent-%20medical", "damage stays"),
        (" https://example.org/a b ", "https://example.org/a b", "inner spaces stay"),
        (
            "https://example.org/?a=1&amp;b=2&copy=3",
            "https://example.org/?a=1&b=2&copy=3",
            "references as browsers read them",
        ),
        ("//example.org/x", "https://example.org/x", "a host is named"),
        ("www.example.org/x", "www.example.org/x", "meant to be absolute; mending is another's work"),
        ("mailto:a@example.org", None, "no citation"),
        ("javascript:void(0)", None, "no citation"),
        ("JavaScript:void(0)", None, "schemes have no case"),
        ("../x", None, "relative to an address that nobody knows"),
        ("", None, "leads nowhere"),
    ],
)
def test_links(href: str, url: str | None, reason: str) -> None:
    document = a_page(f'<p>See <a href="{href}"> the\n page </a>.')
    assert [link.url for link in document.links] == ([url] if url else []), reason
    assert all(document.text[link.start : link.end] == "the page" for link in document.links)


def test_relative_links_need_a_base() -> None:
    assert "2 relative links" in a_page("<a href=x>1</a> <a href=/y>2</a>").remarks[0]
    for page, options in (
        ("<base href='https://example.org/d/'>", {}),
        ("<link rel=canonical href='https://example.org/d/page'>", {}),
        ("", {"base_url": "https://example.org/d/"}),
        ("<base href='/d/'>", {"base_url": "https://example.org/z"}),
    ):
        document = a_page(f"{page}<a href=x>1</a>", **options)
        assert [link.url for link in document.links] == ["https://example.org/d/x"], page


MARKED = {
    "pandoc": '<p>text<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref">'
    "<sup>1</sup></a>.</p>"
    '<section role="doc-endnotes"><ol><li id="fn1"><p>'
    'Note. <a href="#fnref1" role="doc-backlink">↩︎</a></p></li></ol></section>',
    "word": '<p>text<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>.</p>'
    '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Note.</p></div>',
    "libreoffice": '<p>text<sup><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym">'
    "1</a></sup>.</p>"
    '<div id="sdfootnote1"><p>'
    '<a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> Note.</p></div>',
    "mediawiki": '<p>text<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>.</p>'
    '<ol class="references"><li id="cite_note-1">'
    '<span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> <span>Note.</span></li></ol>',
    "table": '<p>text<a href="#n1">(1)</a>.</p><table><tr><td id="n1">1.</td><td>Note.</td></tr></table>',
    "link back only": '<p>text<a id="up" href="#down">1</a>.</p><p><a id="down" href="#up">1</a> Note.</p>',
    "same page": '<link rel=canonical href="https://example.org/l">'
    '<p>text<sup><a href="https://example.org/l#z">1</a></sup>.</p><p id="z">1 Note.</p>',
    "epub": '<p>text<a epub:type="noteref" href="#q">*</a>.</p><aside epub:type="footnote" id="q">* Note.</aside>',
    "label alone": '<p>text<a href="#fn1">1</a>.</p><p id="fn1">1</p><p>Note.</p>',
}


@pytest.mark.parametrize("style", MARKED)
def test_markers_and_notes_are_tied(style: str) -> None:
    document = a_page(MARKED[style] + "<p>After.</p>")
    (note,), (marker,) = document.note_spans, document.marker_spans
    assert note.key == marker.key
    assert note.label in ("1", "*")
    start = note.start if note.body is None else note.body
    assert document.text[start : note.end].strip("1\n") == "Note."
    assert document.text[marker.start : marker.end].strip("[]()") == note.label


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<a href=#s1>1</a><h2 id=s1>Section</h2>", "a table of contents"),
        ("<a href=#part-one>1</a><p id=part-one>Section", "an id that names no note, and no link back"),
        ("<a href=#fn9>9</a><p>no such note", "no target"),
        ("<a href=#fn1>read the note</a><p id=fn1>x", "words are no label"),
    ],
)
def test_what_is_no_note(html: str, reason: str) -> None:
    assert a_page(html).note_spans == (), reason


def test_kinds_of_notes() -> None:
    assert a_page(MARKED["pandoc"]).note_spans[0].kind is NoteKind.ENDNOTE
    assert a_page(MARKED["word"]).note_spans[0].kind is NoteKind.FOOTNOTE
    assert a_page(MARKED["mediawiki"]).note_spans[0].kind is NoteKind.REFERENCE


@pytest.mark.parametrize(
    ("html", "labels"),
    [
        ("<ol><li>a<li>b</ol>", ["1", "2"]),
        ("<ol start=4><li>a<li value=9>b<li>c</ol>", ["4", "9", "10"]),
        ("<ol reversed><li>a<li>b</ol>", ["2", "1"]),
        ("<ol type=i><li>a<li>b</ol>", ["i", "ii"]),
        ("<ol type=A start=27><li>a</ol>", ["AA"]),
        ("<ol style='list-style-type: upper-roman'><li>a</ol>", ["I"]),
        ("<ol style='list-style:none'><li>a</ol>", []),
        ("<ol><li>a<ul><li>b</ul><ol><li>c</ol><li>d</ol>", ["1", "1", "2"]),
        ("<ol type=i start=5000><li>a</ol><ol type=a start=0><li>b</ol>", ["5000", "0"]),
    ],
)
def test_numbers_that_the_list_makes(html: str, labels: list[str]) -> None:
    assert [region.label for region in a_page(html).regions if region.role is Role.ITEM] == labels


def test_roles() -> None:
    document = a_page(
        "<h2>H</h2>a<sup>2</sup><span style='vertical-align: super'>3</span><blockquote>q</blockquote><code>c</code>"
        "<pre class='highlight'>p</pre><pre>letter</pre><div role=heading>R</div>"
    )
    assert regions(document, Role.HEADING) == ["H", "R"]
    assert regions(document, Role.SUPERSCRIPT) == ["2", "3"]
    assert regions(document, Role.QUOTED) == ["q"]
    assert regions(document, Role.CODE) == ["c", "p"]


@pytest.mark.parametrize(
    ("html", "around", "reason"),
    [
        (f"<nav>Menu</nav><main><p>{PROSE}</main><footer>Foot</footer>", ["Menu", "Foot"], "what lies outside <main>"),
        (f"<div>Top</div><article><p>{PROSE}</article><div>End</div>", ["Top", "End"], "outside <article>"),
        (f"<h1>Title</h1><article><p>{PROSE}</article>", [], "the title before the article is the letter's"),
        (f"<p>{PROSE}<div class='share-buttons'>Bar</div>", ["Bar"], "a class that says so"),
        (f"<div class='region region-header'>Home</div><p>{PROSE}", ["Home"], "a region that says so"),
        (f"<p>{PROSE}<div id=comments>Talk</div><aside>Box</aside>", ["Talk\n\nBox"], "comments, asides"),
        (f"<body class='has-sidebar'><div class=sidebar><p>{PROSE}</div>", [], "most of the text is never taken"),
        (f"<p>{PROSE}<footer><h2>Notes</h2><p>[1] x</footer>", [], "a footer with the notes"),
        (f"<p>{PROSE}<a href=#fn1>1</a><aside><p id=fn1>1 x</aside>", [], "an aside with a note tied to a marker"),
        (
            f"<article><header>By us</header><p>{PROSE}<footer>Signed</footer></article>",
            [],
            "the article's own header and footer",
        ),
        (
            f"<main><p>{PROSE * 3}<article>T1</article><article>T2</article></main>",
            ["T1\n\nT2"],
            "teasers inside <main>",
        ),
        (f"<article><p>{PROSE}</article><article><p>{PROSE}</article>", [], "two equals: unsure, so all is kept"),
        (f"<div itemprop=articleBody><p>{PROSE}</div><p>Tail", ["Tail"], "articleBody"),
        (
            f"<p>{PROSE}<p>Share<p>Facebook<p>X<p>Other",
            ["Share\n\nFacebook\n\nX\n\nOther"],
            "the rules for plain text apply too",
        ),
    ],
)
def test_the_page_around_the_letter(html: str, around: list[str], reason: str) -> None:
    assert regions(a_page(html), Role.SURROUNDINGS) == around, reason


@pytest.mark.parametrize(
    ("head", "title", "date"),
    [
        ("<title>A letter to all | Example Org</title>", "A letter to all", "None"),
        ("<title>x</title><meta property=og:title content='Shared title'>", "Shared title", "None"),
        ("<meta property=article:published_time content=2022-06-08T10:00:00Z>", None, "2022-06-08"),
        ("<meta name=date content='8 June 2022'>", None, "2022-06-08"),
        ('<script type=application/ld+json>{"@graph":[{"datePublished":"2021-05-04"}]}</script>', None, "2021-05-04"),
        ("<script type=application/ld+json>{broken</script><time datetime=20210504>x</time>", None, "2021-05-04"),
        ("<time datetime=2021-05-04>x</time><time datetime=2020-05-04>y</time>", None, "None"),
        ("<time datetime=2021-05-04 pubdate>x</time><time datetime=2020-05-04>y</time>", None, "2021-05-04"),
        ("<meta name=date content=2021-99-99>", None, "None"),
        ("<h1>The letter's own heading</h1><title>Other</title>", "The letter's own heading", "None"),
    ],
)
def test_metadata(head: str, title: str | None, date: str) -> None:
    document = a_page(f"<html lang=fr-CA>{head}<p>{PROSE}")
    assert (document.language, str(document.date)) == ("fr", date)
    assert title is None or document.title == title


def test_text_hidden_until_scripts_run_is_read_and_told() -> None:
    assert "hides its text" in a_page(f"<body style='visibility:hidden'><p>{PROSE}").remarks[0]
    assert "noscript" in a_page(f"<p>Loading<noscript><p>{PROSE}</noscript>").remarks[0]
    assert "x" not in a_page(f"<p>{PROSE}<noscript>x-tracker</noscript>").text


@pytest.mark.parametrize("tail", ["<a href='x", "<!-- never closed", "<script>never closed"])
def test_a_page_cut_short_is_told(tail: str) -> None:
    assert "page ends inside" in a_page(f"<p>{PROSE}{tail}").remarks[0]


def test_xhtml_keeps_cdata_and_closes_empty_elements() -> None:
    document = read(b"<?xml version='1.0'?><html><p>a<b/><![CDATA[<c>]]><a id='x'/>d", "p.xhtml")
    assert document.text == "a<c>d"


def test_deep_nesting_and_a_link_at_the_bottom() -> None:
    document = a_page("<div>" * 10_000 + "<a href=https://example.org/>x</a>" + "</div>" * 10_000)
    assert [link.url for link in document.links] == ["https://example.org/"]


@pytest.mark.parametrize(
    "unit",
    ["<", "<!--", "<a ", "<![CDATA[", '<a href="', "<b><div>", "<div><a></div>", "</", "&#", "<title></titl",
     "<nav>1. a http://a.b<p>", "<div class=share>x<p>", "<footer>a", f"<span class={'noteai' * 8000}>x"],
)  # fmt: skip
def test_time_grows_with_size_only(unit: str) -> None:
    with at_most(8):
        a_page("x" + unit * (200_000 // len(unit)))


@given(st.text(alphabet="<>/ab=\"'!-&#; \npi[]", max_size=120))
def test_any_soup_is_read(soup: str) -> None:
    document = a_page("x" + soup)
    assert all(0 <= r.start < r.end <= len(document.text) for r in document.regions)
    assert all(0 <= link.start <= link.end <= len(document.text) for link in document.links)
