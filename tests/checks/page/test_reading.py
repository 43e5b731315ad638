"""Reading pages: names, words, marks, encodings, and pages made to do harm."""

from __future__ import annotations

from encodings import aliases

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.timing import at_most
from verifier.checks.page.encoding import decode, known_encoding
from verifier.checks.page.middle import read_middle
from verifier.checks.page.reading import is_html, read_page, read_text


def read(markup: str):
    return read_page(markup.encode(), "text/html; charset=utf-8")


def test_names_and_words():
    got = read(
        "<html lang='de-AT'><head><title> Flüsse\n und Rechte </title>"
        "<link rel='shortlink canonical' href=' /fluesse '>"
        "<meta property='og:title' content='Flüsse'><meta property='og:url' content='/f'></head>"
        "<body><nav>Start</nav>"
        "<h1>Flüsse <b>und</b> Rechte</h1><p>Der Fl<i>uss</i>.</p><p>Das Recht.</p><script>var x = 'nein'</script>"
        "<style>p {}</style><noscript>ohne</noscript><footer>Impressum</footer></body></html>"
    )
    assert got.page.title == "Flüsse und Rechte"
    assert got.page.headings == ("Flüsse und Rechte", "Flüsse")
    assert got.page.text == "Flüsse und Rechte\nDer Fluss.\nDas Recht."
    assert (got.page.language, got.page.canonical, got.own_url) == ("de-AT", "/fluesse", "/f")
    assert "Start" in got.shown and "Impressum" in got.shown and "nein" not in got.shown
    assert got.noscript == "ohne" and got.words == 9


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>one</p>two<div>three</div>", "one\ntwo\nthree"),
        ("a<br>b", "a\nb"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"),
        ("a <span hidden>no</span>b", "a b"),
        ("a <span style='color:red;display: none'>copied</span>b", "a b"),
        ("see<span class='u-visually-hidden'> (new window)</span> b", "see b"),
        ("a <span class='inline ad-box'>Anzeige</span>b", "a b"),
        ("<p>a</p><div class='ad'><p>Annonce</p></div><p>b</p>", "a\nb"),
        ("a <span class='added shadow lead'>word</span> b", "a word b"),
        (f"a <span style='display:none'>{'rest ' * 20}</span>", f"a {'rest ' * 20}".strip()),
        (f"a <s>b c <div>{'d ' * 600}</div>", f"a b c\n{'d ' * 600}".strip()),
        ("<p>was <del>ten</del> <ins>two</ins> <s>men</s>boats</p>", "was two boats"),
        ("<header>Site</header>text<aside>ad</aside>", "text"),
        ("<div role=navigation>menu</div>text", "text"),
        ("<article><header><h1>Name</h1></header>text</article>", "Name\ntext"),
        ("<p>x<script>y</script>z</p>", "xz"),
        ("<!-- no --><p>yes</p>", "yes"),
        ("no tags at all", "no tags at all"),
        ("a\u2003\u00a0 b", "a b"),
    ],
)
def test_the_text_that_a_reader_sees(markup, text):
    assert read(markup).page.text == text


@pytest.mark.parametrize(
    ("markup", "text", "reason"),
    [
        ("<head><title>t</title></head><body><p>a</p></body>", "a", "a head beside the body"),
        ("<body><p>a</p><svg><title>t</title></svg><title>u</title></body>", "a", "titles in the body"),
        ("<head><title>t</title></head><frameset><frame src=x></frameset>", "", "no body"),
        ("<body><div hidden><p>a</p></div><template>b</template>c</body>", "c", "what is hidden in two ways"),
        ("<body>a\n<p>\n b</p>\n<p>c</p>d</body>", "a\nb\nc\nd", "blocks that stand on lines of their own"),
    ],
)
def test_only_what_is_shown_of_the_body_counts(markup, text, reason):
    got = read(f"<html>{markup}</html>")
    assert (got.page.text, got.shown) == (text, text), reason


@pytest.mark.parametrize(
    ("markup", "unlinked", "reason"),
    [
        ("<p>a b</p>", "a b", "no links"),
        ("<p>a <a href=x>l</a> b</p>", "a l b", "a link in a sentence"),
        ("<p>a b</p><ul><li><a href=x>l</a></li></ul>", "a b", "a link by itself"),
        ("<nav><a href=x>l</a></nav><p>a b</p>", "a b", "a link in a menu"),
        (f"<p>c</p><main><p>{'a ' * 60}</p></main><nav><a href=x>l</a></nav>", "c\n" + "a " * 59 + "a", "all of it"),
    ],
)
def test_a_text_of_few_words_is_read_without_its_links(markup, unlinked, reason):
    got = read(markup)
    assert (got.unlinked, got.unlinked_words) == (unlinked, len(unlinked.split())), reason
    assert got.says_more_than(got.unlinked_words - 1) and not got.says_more_than(got.unlinked_words), reason


LONG = "It was taken away by those who had written it, or else it has never been here at all."


@pytest.mark.parametrize(
    ("markup", "headings", "text", "why"),
    [
        ("<div style='display:none'><h1>404</h1><p>Page not found.</p></div><h2>Oars</h2><p>Of ash. Dry. Not new.</p>",
         ("Oars",), "Oars Of ash. Dry. Not new.", "a box that waits for an error"),
        ("<section hidden><h1>Page not found</h1><p>So.</p></section><h1>Oars</h1><p>Of ash, and dry.</p>",
         ("Oars",), "Oars Of ash, and dry.", "the same, beside a heading of the same rank"),
        (f"<div style='visibility: hidden'><h1>Page not found</h1><p>{LONG}</p></div><p>©</p>",
         ("Page not found",), LONG, "a page that a script fades in"),
        (f"<div style='display:none'><h1>Oars</h1><p>{LONG}</p></div><p>{LONG} {LONG} {LONG}</p>",
         ("Oars",), f"Oars {LONG} {LONG} {LONG} {LONG}", "a text that is folded up"),
    ],
)  # fmt: skip
def test_errors_of_another_day_are_none_of_the_page(
    markup: str, headings: tuple[str, ...], text: str, why: str
) -> None:
    page = read_page(markup.encode(), "text/html; charset=utf-8").page
    assert page.headings == headings, why
    assert text in " ".join(page.text.split()), why


def test_the_main_part_is_preferred_when_it_holds_enough():
    words = "word " * 60
    assert read(f"<div>teaser</div><main><p>{words}</p></main>").page.text == words.strip()
    assert "teaser" in read("<div>teaser</div><main><p>little</p></main>").page.text
    behind = f"<html><body><p>teaser</p></body><main><p>{words}</p></main></html>"
    assert read(behind).page.text == words.strip(), "also where it stands behind the end of the body"


def test_the_title_is_the_pages_own_not_a_drawings():
    assert read("<svg><title>Logo</title></svg><title>Page</title>").page.title == "Page"
    assert read("<p>none</p>").page.title is None
    assert len(read("<title>" + "x" * 9000 + "</title>").page.title or "") == 500


def test_what_a_page_is_made_of_is_counted():
    got = read(
        "<meta name=robots content='NOINDEX, follow'><script></script><script src=a></script><iframe src=x></iframe>"
        "<form><input type=PASSWORD><button>Go <b>on</b></button><input type=submit value=Send></form>"
        "<a href=x>l</a><a>n</a>"
    )
    marks = got.marks
    assert (got.noindex, marks.scripts, marks.frames, marks.links, marks.password_field) == (True, 2, 1, 1, True)
    assert marks.buttons == ("Go on", "Send")


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        ("ä".encode(), "text/html", "ä"),
        ("ä".encode("latin-1"), "text/html", "ä"),
        ("ä".encode("latin-1"), "text/html; charset=ISO-8859-1", "ä"),
        (b"\x93x\x94", "text/html; charset=iso-8859-1", "“x”"),
        (b"\x80", "text/html; charset=us-ascii", "€"),
        ("\ufeffä".encode(), "text/html; charset=latin-1", "ä"),
        ("\ufeffä".encode("utf-16-le"), "text/html", "ä"),
        ("\ufeffä".encode("utf-16-be"), "text/html", "ä"),
        ("<meta charset=windows-1251>Ж".encode("cp1251"), "text/html", "<meta charset=windows-1251>Ж"),
        ("<meta charset=utf-16>ä".encode(), "text/html", "<meta charset=utf-16>ä"),
        ("<meta charset=nonsense>ä".encode(), "text/html", "<meta charset=nonsense>ä"),
        ("字".encode("gb18030"), 'text/html; charset="gb2312"', "字"),
        ("字".encode("cp932"), "text/html; charset=Shift_JIS", "字"),
        ("글".encode("cp949"), "text/html;charset=euc-kr", "글"),
        ("ä".encode(), "text/html; charset=hex", "ä"),
        ("ä".encode(), "text/html; charset=", "ä"),
        ("äaä".encode()[:-1], "text/html", "äa\ufffd"),
        (b"a\xffb", "text/html; charset=utf-8", "a\ufffdb"),
        # The default of many servers gives way to what the bytes can only be, and to the page's own word.
        ("Où, d’été".encode(), "text/html; charset=ISO-8859-1", "Où, d’été"),
        ("Où, d’été".encode()[:-1], "text/html; charset=ISO-8859-1", "Où, d’ét\ufffd"),
        ("<meta charset=koi8-r>Ж".encode("koi8-r"), "text/html; charset=latin1", "<meta charset=koi8-r>Ж"),
        ("<meta charset=gb2312>字".encode("gb18030"), "text/html; charset=iso-8859-1", "<meta charset=gb2312>字"),
        ("<meta charset=koi8-r>ä".encode("latin-1"), "text/html; charset=iso-8859-15", "<meta charset=koi8-r>ä"),
    ],
)
def test_in_which_encoding_a_page_is_read(body, content_type, text):
    assert decode(body, content_type) == text


@pytest.mark.parametrize(
    "name",
    ["", "hex", "rot13", "idna", "punycode", "utf-7", "undefined", "unicode_escape", "raw_unicode_escape", "x" * 50,
     "nul\x00"],
)  # fmt: skip
def test_what_is_no_encoding_of_pages(name):
    assert known_encoding(name) is None


@pytest.mark.parametrize(
    ("media_type", "body", "html"),
    [
        ("text/html", b"", True),
        ("application/xhtml+xml", b"", True),
        ("text/plain", b"<html>", False),
        ("", b"\n <!DOCTYPE HTML>", True),
        ("", b"\xef\xbb\xbf<html>", True),
        ("", b"%PDF", False),
    ],
)
def test_what_counts_as_html(media_type, body, html):
    assert is_html(media_type, body) is html


@pytest.mark.parametrize(
    ("markup", "unlinked"),
    [
        ("<ul><li><a href=/a>Menu</a></li></ul><p>It is gone.</p>", "It is gone."),  # a link that stands by itself
        ("<p>Please <a href=/l>log in</a> to see it.</p>", "Please log in to see it."),  # one within a sentence
        ("<div><a href=/a><h3>A teaser</h3></a> | </div><p>x</p>", "|\nx"),  # no word beside it
        ("<nav><a href=/>Home</a></nav><p>x</p>", "x"),  # in what is left out anyway
        ("<p>x</p>", "x"),  # no links
        ("<a href=/a>all of it</a>", ""),  # nothing else
        ("<p>" + "word " * 250 + "</p>", None),  # many words
    ],
)
def test_text_without_links(markup, unlinked):
    assert read(markup).unlinked == unlinked


def test_plain_text_is_read_as_it_stands():
    got = read_text("eins zwei".encode("utf-16"), "text/plain", complete=False)
    assert (got.page.text, got.words, got.page.complete) == ("eins zwei", 2, False)


@pytest.mark.parametrize(
    "piece",
    [
        b"<div>", b"<title>", b"<a href=x>", b"<a href=x></a>", b"<p>a<a href=x></a>",
        b"<", b"&", b" ", b"\n \n", "\u2003".encode(), "\u2003\n".encode(), b"<p>",
        b"<table><tr><td>", b"<!--", b"<script>", b"<style>x</style>y", b"<p hidden>y</p>z", b"<meta",
        b"<meta charset=",
        b"<form><input type=password>", b"<p><header>y</header>z</p>", b"\x00", b"\xff", b"<h1>a</h1>", b"<br>",
        b"<noscript>a</noscript>", b"<link rel=canonical href=x>", b"</p>", b"<svg>", b"<b><i>",
    ],
)  # fmt: skip
def test_a_megabyte_of_anything_is_read_in_time(piece):
    body = (piece * (1_000_000 // len(piece) + 1))[:1_000_000]
    with at_most(2):
        read_page(body, "text/html")


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.binary(max_size=400), st.text(alphabet="<>/=\"' abdhimnoprstu!-&;\x00é", max_size=400).map(str.encode))
)
def test_any_bytes_are_read(body):
    got = read_page(body, "text/html")
    assert "\x00" not in got.page.text and got.words >= 0


@pytest.mark.filterwarnings("error")
def test_no_codec_that_python_has_ends_the_reading_of_a_page():
    """A header may name any: one that raises, or makes half of a surrogate pair, would end the whole run."""
    body = b"<title>T</title><p>\\ud800 \\x \\777 \xff\xfe\x00\xd8 \x1b$)C\x0e~{ +2AA-</p>" + bytes(range(256))
    for name in sorted({*aliases.aliases, *aliases.aliases.values(), "idna", "undefined", "unicode_escape"}):
        decode(body, f"text/html; charset={name}").encode()


@pytest.mark.parametrize(
    "sign", [*(chr(code) for code in range(32)), "\x7f", "\x85", "\u2028", "\ufdd0", "\ufffe", "\uffff"]
)
@pytest.mark.parametrize("entity", [False, True])
def test_no_control_character_ends_the_reading_of_a_page(sign, entity):
    """lxml's parser lets them through and its setters refuse them: one vertical tab would end the whole run."""
    shown = f"&#{ord(sign)};" if entity else sign
    body = f"<body><main>one {shown}<p>two {shown}three<br>{shown} four</p>{shown} five</main>".encode()
    got = read_page(body, "text/html; charset=utf-8")
    assert [word for word in ("one", "two", "three", "four", "five") if word not in got.page.text] == []
    assert read_middle(body, "text/html; charset=utf-8", "https://example.org/a").words >= 5


@pytest.mark.parametrize(
    "markup",
    [
        "<!doctype html><title>T</title><main>words here</main>",
        "<!DOCTYPE HTML><HTML lang=en><META charset=utf-8><TITLE>T</TITLE><SECTION>words here</SECTION>",
        "<!-- a --><title>T</title><script>if (a <main) b()</script><custom-app>words here</custom-app>",
        "<!doctype html><head><title>T</title><link rel=x><article><p>words here</article>",
        "<!doctype html><title>T</title><p>words here",
        "<!doctype html><title>T</title>words here",
    ],
)
def test_a_page_that_leaves_its_optional_tags_out_has_a_body(markup):
    """As minifiers write pages: libxml2 took what begins with an element of HTML 5 for a part of the head."""
    got = read_page(markup.encode(), "text/html")
    assert (got.page.title, got.shown) == ("T", "words here")
