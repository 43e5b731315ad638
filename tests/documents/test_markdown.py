"""Markdown: the source stays the text; links, footnotes, code and comments have their exact places in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timing import at_most
from verifier.citations import find
from verifier.documents import read
from verifier.model.document import Document, Role


def a_letter(text: str) -> Document:
    return read(text.encode(), "letter.md")


def marked(document: Document, role: Role) -> list[str]:
    return [document.text[r.start : r.end] for r in document.regions if r.role is role]


@pytest.mark.parametrize(
    ("text", "links", "reason"),
    [
        ("[a](https://e.example/x)", [("a", "https://e.example/x")], "inline"),
        ('[a *b*](https://e.example/x_(y) "Title")', [("a *b*", "https://e.example/x_(y)")], "parentheses, a title"),
        ("[a](<https://e.example/x y>)", [("a", "https://e.example/x y")], "angle brackets"),
        ("[a](https://e.example/x y)", [("a", "https://e.example/x y")], "stray white space is damage, not an end"),
        ("[a](https://e.example/x\\_y?a=1&amp;b)", [("a", "https://e.example/x_y?a=1&b")], "escapes"),
        (
            "[a][B] [b] [c][]\n\n[b]: https://e.example/b\n[C]: <https://e.example/c> 't'",
            [("a", "https://e.example/b"), ("b", "https://e.example/b"), ("c", "https://e.example/c")],
            "references",
        ),
        ("<https://e.example/x>", [("https://e.example/x", "https://e.example/x")], "an autolink"),
        ('<a class=x href="https://e.example/?a&amp;b">t</a>', [("t", "https://e.example/?a&b")], "raw HTML"),
        ("[![i](i.png)](https://e.example/x)", [("![i](i.png)", "https://e.example/x")], "a linked picture"),
        ("![i](https://e.example/i.png)", [], "a picture cites nothing"),
        ("`[a](https://e.example/x)` ``[b](https://e.example/`)``", [], "code"),
        ("```\n[a](https://e.example/x)\n```\n    \n    [a](https://e.example/x)", [], "code blocks"),
        ("\\[a](https://e.example/x)", [], "an escaped bracket"),
        ("<!-- [a](https://e.example/x) -->", [], "a comment"),
        ("[a](mailto:x@e.example) [b](#c)", [], "no citations"),
        ("- item\n\n    [a](https://e.example/x)", [("a", "https://e.example/x")], "a list's own paragraph is no code"),
        ("> quoted [a](https://e.example/x)", [("a", "https://e.example/x")], "in a quotation"),
        ("[a [b](https://e.example/b)](https://e.example/a)", [("b", "https://e.example/b")], "no link in a link"),
        ("[a][none] [b]", [], "undefined"),
    ],
)
def test_links(text: str, links: list[tuple[str, str]], reason: str) -> None:
    document = a_letter(f"Words. {text}" if not text.startswith(("```", "- ", "> ")) else text)
    assert [(document.text[link.start : link.end], link.url) for link in document.links] == links, reason


def test_regions() -> None:
    document = a_letter("# One\n\nTwo\n---\n\n> q\nlazy\n\ntext `c`\n\n    code\n\n~~~\nf\n~~~\n> a\n\nb")
    assert marked(document, Role.HEADING) == ["# One", "Two\n---"]
    assert marked(document, Role.QUOTED) == ["> q\nlazy", "> a"]
    assert marked(document, Role.CODE) == ["`c`", "    code", "~~~\nf\n~~~"]


def test_targets_are_marked_so_that_nobody_reads_them_twice() -> None:
    document = a_letter(
        "[a](https://e.example/x) ![i](i.png) [b]\n\n[b]: https://e.example/b\n[unused]: https://e.example/u"
    )
    assert marked(document, Role.TARGET) == ["https://e.example/x", "i.png", "https://e.example/b"]


def test_footnotes() -> None:
    document = a_letter(
        "One[^1], two[^b], none[^x].\n\n[^1]: First\n    more\n\n    and more\n[^b]: Second\nlazy\n\nAfter."
    )
    notes = {note.key: document.text[note.body : note.end] for note in document.note_spans}
    assert notes == {"1": "First\n    more\n\n    and more", "b": "Second\nlazy"}
    assert [document.text[marker.start : marker.end] for marker in document.marker_spans] == ["[^1]", "[^b]"]


def test_comments_become_blanks_and_positions_stay() -> None:
    text = "a <!-- x\ny --> b\n<!-- open"
    document = a_letter(text)
    assert len(document.text) == len(text)
    assert document.position(document.text.index("b"))[:2] == (2, 7)
    assert "y" not in document.text


@pytest.mark.parametrize(
    ("text", "title", "date", "language"),
    [
        ('---\ntitle: "A: letter"\ndate: 2024-01-26T10:00\nlang: fr-FR\n---\n# Other', "A: letter", "2024-01-26", "fr"),
        ("+++\ntitle = 'T'\ndate = \"8 June 2022\"\n+++\nx", "T", "2022-06-08", None),
        ("# **Heading** one #\n\n8 June 2022\n", "Heading one", "2022-06-08", None),
        ("Heading\n=======\n\nx", "Heading", "None", None),
        ("---\nno end", "no end", "None", None),
        ("## Notes\n\nx y", None, "None", None),
    ],
)
def test_metadata(text: str, title: str | None, date: str, language: str | None) -> None:
    document = a_letter(text)
    assert (document.title, str(document.date), document.language) == (title, date, language)


def test_front_matter_is_not_the_letter() -> None:
    document = a_letter("---\nsource: https://e.example/\n---\nText")
    assert marked(document, Role.SURROUNDINGS) == ["---\nsource: https://e.example/\n---"]


def test_relative_links_are_told() -> None:
    assert "1 relative link" in a_letter("[a](x.md)").remarks[0]
    assert "2 relative links" in a_letter("[a](x.md) [b](y.md)").remarks[0]


@pytest.mark.parametrize(
    "unit", ["[", "](", "[](", "[a](http://e.example/ ", "`", "`` ", "<a ", "![", "[^a]: x\n", "> ", "<!--", "[x]: y\n"]
)
def test_time_grows_with_size_only(unit: str) -> None:
    with at_most(8):
        a_letter("x" + unit * (200_000 // len(unit)))


@given(st.text(alphabet="[]()!<>`\\^:# \n>-ahtps/.=\"'", max_size=150))
def test_any_text_is_read_and_stays_the_text(text: str) -> None:
    source = "x" + text
    document = a_letter(source)
    assert len(document.text) == len(source)
    if "<!--" not in source:
        assert document.text == source
    spans = [(r.start, r.end) for r in document.regions] + [(n.start, n.end) for n in document.note_spans]
    assert all(0 <= start <= end <= len(source) for start, end in spans)


NOTES = [
    (
        "One.^[Board, “Lake”, 2021.] Two[^x].\n\n[^x]: Words.",
        [("1", "Board, “Lake”, 2021."), ("x", "Words.")],
        "in the line",
    ),
    ("One.^[https://example.org/a]", [("1", "https://example.org/a")], "in the line, an address alone"),
    ("x^[2] and y\\^[no note here]", [], "a power, and an escaped sign"),
    (
        "One<sup>[1](#n1)</sup>. Two [2](#n2).\n\n<a name=\"n1\">1</a>: Board.\n<a id='n2'></a>2. Office, 2021.",
        [("1", "Board."), ("2", "Office, 2021.")],
        "anchors of HTML that labels lead to",
    ),
    (
        (
            'One<sup><a id="r.1" href="#f.1">1</a></sup>. Two<a href="#f.2"\nclass="r"><sup>[2]</sup></a>.\n\n<div>\n'
            '<div class="f"><sup><a id="f.1" href="#r.1">1</a></sup> <div class="p">Board.</div></div>\n\n<ol>\n'
            '<li id="f.2"><p>Office,\n2021.<a\nhref="#r.2">↩︎</a></p></li>\n</ol>'
        ),
        [("1", "Board."), ("2", "Office,\n2021.")],
        "HTML that other programs exported",
    ),
    (
        (
            "One[1](#n-1), two[^2^](#n-2), three[[3]](#n-3).\n\n[1](#b-1)\n\nBoard.\n\n[2](#b-2) Office.\n\nAfter.\n\n"
            "## Notes\n\n3.  **[^](#b-3)** River.\n"
        ),
        [("1", "Board."), ("2", "Office."), ("3", "River.")],
        "links back whose names are lost",
    ),
    (
        (
            "One[1](https://e.example/p#n-a). Two[2](https://e.example/p#n-b).\n\n1. Board. "
            "[↩](https://e.example/p#r-a) [↩2](https://e.example/p#r-a2)\n2. Office. [↩](https://e.example/p#r-b)\n"
        ),
        [("1", "Board."), ("2", "Office.")],
        "links back that spell the page's address",
    ),
    (
        (
            "One [1](#r), two<sup>[2](x.md#r)</sup>.\n\n## Notes\n\n"
            '<a id="r" href="#a">[1]</a> Board.\n\n<a id="r" href="#a">[2]</a> Office.\n\n'
            '<a id="r" href="#a">[3]</a> River.\n'
        ),
        [("1", "Board."), ("2", "Office."), ("3", "River.")],
        "one name for all notes, the last of which nothing calls for",
    ),
    (
        "A[1](#fn-7-a), b[2](#fn-7-b).\n\n2. Board.\n\n    More of it. [↩](#fnref-7-a)\n\n4. Office. [↩](#fnref-7-b)\n",
        [("1", "Board.\n\n    More of it."), ("2", "Office.")],
        "items numbered anew, told by their links' names",
    ),
    (
        'One[*](#n), two [**2**](#m).\n\n<a name="n">*</a> Board.\n\n<a id="m">2</a> Office.',
        [("*", "Board."), ("2", "Office.")],
        "a star",
    ),
    ("Rows [1](#a) of it.\n\n[1](#a) again, [2](#b).\n", [], "the same link twice leads to no note"),
    ('# <a id="s1"></a>One\n\n[1](#s1), [2](#s2)\n\n## <a id="s2"></a>Two\n', [], "numbers that lead to headings"),
    ('See [below](#n1).\n\n<a name="n1"></a>Section of its own.', [], "words that lead to an anchor are no marker"),
]


@pytest.mark.parametrize(("text", "notes", "reason"), NOTES, ids=[row[2] for row in NOTES])
def test_notes_without_a_block_of_their_own(text: str, notes: list[tuple[str, str]], reason: str) -> None:
    document = a_letter(text)
    found = [(note.label, document.text[note.body or note.start : note.end]) for note in document.note_spans]
    assert found == notes
    assert len({span.key for span in document.marker_spans}) == len(notes) - ("nothing calls for" in reason)


def test_the_sentence_of_a_marker_goes_without_its_link() -> None:
    document = a_letter(
        'Low[1](#n), so <sup>[2](#m)</sup> and<sup><a href="#k">3</a></sup>.\n\n[1](#r) A.\n\n[2](#s) B.\n\n[3](#t) C.'
    )
    assert [marker.sentence for note in find(document).notes for marker in note.markers] == ["Low, so and."] * 3


def test_what_a_source_spells_out_unseen_is_cited_once_or_not_at_all() -> None:
    document = a_letter(
        'A <a href="https://e.example/a">map</a>, <a href="https://e.example/b">https://e.example/b</a>, '
        '![c](https://e.example/c.png), <img src="https://e.example/d.png">, '
        "[![e](https://e.example/e.png)](https://e.example/f), noted[1](https://e.example/p#n-1) "
        'with <Map at="https://e.example/g" />.\n\n[1](https://e.example/p#b-1) Board.\n'
    )
    references = find(document).references
    assert [reference.href or reference.value for reference in references] == [
        f"https://e.example/{name}" for name in "abfg"
    ]


def test_the_name_of_a_target_calls_for_no_note() -> None:
    assert not find(a_letter("The [호수][8] is low.\n\n [8]: https://e.example/x?a=1\n")).notes


@pytest.mark.parametrize("begun", ["[b]:", "[b]: <>", "[b]: c"])
def test_spaces_in_a_definition_are_counted_once(begun: str) -> None:
    """15 KB of them took minutes: each could stand before or behind a line break that was not there."""
    with at_most(4):
        a_letter(f"x\n\n{begun}{' ' * 30_000}d")


def test_definitions_right_below_the_last_note_are_none_of_its_words() -> None:
    text = "One.[^1] See [the report][r].\n\n[^1]: Board, 2021\n[r]: https://e.example/r\n[s]: https://e.example/s\n"
    document = a_letter(text)
    (note,) = document.note_spans
    assert text[note.start : note.end] == "[^1]: Board, 2021"
    assert [link.url for link in document.links] == ["https://e.example/r"]
    (note,) = a_letter(text.replace("[the report][r]", "the report")).note_spans
    assert text[note.start : note.end] != "[^1]: Board, 2021", "no words lead to it: CommonMark's reading holds"


TITLES = [
    (
        "Board, [The *lake* report](https://e.example), 3 June 2021.",
        ("The lake report", "Board", "2021-06-03"),
        "italics",
    ),
    ("Board, 5 June 2021, [The lake report](https://e.example)", ("The lake report", "Board", "2021-06-05"), "the end"),
    (
        "[The lake: a *second* look](https://e.example), Board, 2020",
        ("The lake: a second look", "Board", "2020"),
        "first",
    ),
    (
        'See [_Annual report_ of 12](<https://e.example> "t"), 2019.',
        ("Annual report of 12", None, "2019"),
        "a title's title",
    ),
    ('Board, ["The lake report"](https://e.example), 2021.', ("The lake report", "Board", "2021"), "quoted inside"),
    ("Board, “[The lake report](https://e.example),” 2021.", ("The lake report", "Board", "2021"), "quoted outside"),
    ("River, **Low** water of the lake, <https://e.example>.", ("Low water of the lake", "River", None), "bold"),
    (
        "J. Doe, *The Lake and its Shores* (2020), https://e.example",
        ("The Lake and its Shores", None, "2020"),
        "no link",
    ),
]


@pytest.mark.parametrize(("note", "described", "reason"), TITLES, ids=[row[2] for row in TITLES])
def test_the_words_of_a_link_are_a_title(note: str, described: tuple[str | None, ...], reason: str) -> None:
    (reference,) = find(a_letter(f"One.[^1]\n\n[^1]: {note}")).references
    found = reference.description
    assert (found.title, found.publisher, str(found.date) if found.date else None) == described


def test_each_link_of_a_note_has_its_own_title() -> None:
    note = "See [the _first_ report](https://e.example) and [a **further** one](https://f.example)."
    found = find(a_letter(f"One.[^1]\n\n[^1]: {note}")).references
    assert [one.description.title for one in found] == ["the first report", "a further one"]


@pytest.mark.parametrize(
    ("anchor", "shown"),
    [
        ('<a href="https://e.example/a"><img src="https://i.example/a.svg"></a>', "https://e.example/a"),
        (
            '<a href="https://e.example/a">\n  <img alt="A" src="https://i.example/a.svg" />\n</a>',
            "https://e.example/a",
        ),
        ('<a href="https://e.example/a">![A](https://i.example/a.svg)</a>', "https://e.example/a"),
        ('<a href="https://e.example/a"><b>The map</b> <img src="https://i.example/a.svg"></a>', "The map"),
        ('<a href="https://e.example/a"><i>The</i> map</a>', "The</i> map"),
    ],
)
def test_pictures_and_tags_around_the_words_of_a_link_are_not_its_words(anchor: str, shown: str) -> None:
    document = a_letter(f'The map.\n\n<p align="center">\n{anchor}\n</p>\n')
    (link,) = document.links
    assert (document.text[link.start : link.end], link.url) == (shown, "https://e.example/a")
    (reference,) = find(document).references
    assert (reference.href or reference.value) == "https://e.example/a"
