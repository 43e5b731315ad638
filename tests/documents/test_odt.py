"""What an OpenDocument text shows, packed or flat: text, structure, notes, links, lists, revisions, hidden text."""

from __future__ import annotations

import pytest

from tests.documents.word_files import fodt, odt, odt_note
from verifier import citations
from verifier.documents import read
from verifier.model.document import Document, NoteKind, Position, Role


def p(content: str, style: str = "") -> str:
    return f"<text:p{_named(style)}>{content}</text:p>"


def _named(style: str) -> str:
    return f' text:style-name="{style}"' if style else ""


def span(content: str, style: str) -> str:
    return f"<text:span{_named(style)}>{content}</text:span>"


def read_body(body: str, **parts: str) -> Document:
    return read(odt(body, **parts), "a.odt")


def shown(document: Document, role: Role) -> list[str]:
    return [document.text[region.start : region.end] for region in document.regions if region.role is role]


def text_style(name: str, properties: str, parent: str = "", family: str = "text", more: str = "") -> str:
    base = f' style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}" style:family="{family}"{base}{more}><style:text-properties {properties}/>'
        "</style:style>"
    )


BOX = "<draw:frame><draw:text-box><text:p>In the box.</text:p></draw:text-box></draw:frame>"


@pytest.mark.parametrize(
    ("body", "text", "reason"),
    [
        (p("One.") + p("") + p("Two."), "One.\n\nTwo.", "paragraphs"),
        (p("a<text:line-break/>b<text:tab/>c"), "a\nb\tc", "breaks and tabs"),
        (p('a <text:s text:c="3"/>b<text:s/>c'), "a    b c", "spaces are counted"),
        (p('a<text:s text:c="0"/>b'), "ab", "none"),
        (p("  a \n   b  <text:span> c</text:span>"), "a b c", "white space in the file counts as one space"),
        (p("a<text:soft-page-break/>b"), "ab", "where a page ended is no text"),
        (p("a <text:page-number>7</text:page-number> b"), "a 7 b", "what a field shows"),
        (p("a<office:annotation><text:p>Check!</text:p></office:annotation>b"), "ab", "comments"),
        (p(f"Here {BOX}it goes on.") + p("Next."), "Here it goes on.\n\nIn the box.\n\nNext.", "a frame"),
        (BOX + p("Next."), "In the box.\n\nNext.", "a frame by itself"),
        (p("a<draw:frame><draw:image><text:p/></draw:image><svg:title>A picture</svg:title></draw:frame>"), "a",
         "what a picture is called"),
        (p("a<text:ruby><text:ruby-base>b</text:ruby-base><text:ruby-text>c</text:ruby-text></text:ruby>"), "ab",
         "readings above the line"),
        ("<text:section><text:h>Head</text:h></text:section>" + p("Text."), "Head\n\nText.", "sections"),
        ("<text:table-of-content><text:index-body>" + p("Contents") + "</text:index-body></text:table-of-content>",
         "Contents", "an index"),
        (p("a<text:p>b</text:p>c"), "ac", "a paragraph in a paragraph is nothing that could be shown"),
        ("stray" + p("a"), "a", "text outside of paragraphs"),
    ],
)  # fmt: skip
def test_text(body: str, text: str, reason: str) -> None:
    assert read_body(body).text == text, reason
    assert read(fodt(body), "a.fodt").text == text, reason


def test_tables() -> None:
    def cells(*texts: str) -> str:
        inner = "".join(f"<table:table-cell>{p(text)}</table:table-cell>" for text in texts)
        return f"<table:table-row>{inner}</table:table-row>"

    body = p("Before.") + f"<table:table>{cells('a', 'b')}{cells('', 'd')}</table:table>" + p("After.")
    assert read_body(body).text == "Before.\n\na\tb\nd\n\nAfter."


def test_positions_count_paragraphs() -> None:
    document = read_body(p("One.") + p("") + p("Two <text:line-break/>three."))
    assert document.position(document.text.index("Two")) == Position(3, 1, unit="paragraph")
    assert document.position(document.text.index("three")) == Position(3, 6, unit="paragraph")


def test_notes() -> None:
    first, second = odt_note("1", "First.", identity="f1"), odt_note("2", "Second.")
    end = odt_note("i", "End.", "endnote")
    body = p(f"One{first} two{end} three{second}.")
    document = read_body(body)
    assert document.text == "One[1] two[i] three[2].\n\nFirst.\n\nSecond.\n\nEnd."
    assert [(each.label, each.kind, document.text[each.start : each.end]) for each in document.note_spans] == [
        ("1", NoteKind.FOOTNOTE, "First."),
        ("2", NoteKind.FOOTNOTE, "Second."),
        ("i", NoteKind.ENDNOTE, "End."),
    ]
    assert [document.text[span.start : span.end] for span in document.marker_spans] == ["[1]", "[i]", "[2]"]


@pytest.mark.parametrize(
    ("citation", "label", "reason"),
    [
        ('<text:note-citation text:label="*">*</text:note-citation>', "*", "a mark that the author chose"),
        ("<text:note-citation> 7 </text:note-citation>", "7", "white space around it"),
        ("<text:note-citation/>", "1", "none written: counted"),
        ("<text:note-citation>0</text:note-citation>", "1", "a number that waits for a layout"),
        ("", "1", "no citation element"),
    ],
)
def test_labels(citation: str, label: str, reason: str) -> None:
    note = f'<text:note text:note-class="footnote">{citation}<text:note-body>{p("N.")}</text:note-body></text:note>'
    assert [each.label for each in read_body(p(f"One{note}")).note_spans] == [label], reason


def test_notes_of_one_name_stay_apart() -> None:
    body = p(f"One{odt_note('1', 'First.', identity='x')} two{odt_note('2', 'Second.', identity='x')}.")
    found = citations.find(read_body(body))
    assert [(note.text, len(note.markers)) for note in found.notes] == [("First.", 1), ("Second.", 1)]


def test_a_note_without_a_body_is_none() -> None:
    note = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation></text:note>'
    assert read_body(p(f"One{note}")).text == "One"


def test_a_note_within_a_note() -> None:
    inner = odt_note("2", "Inner.")
    assert read_body(p(f"One{odt_note('1', f'Outer{inner}.')}")).text == "One[1]\n\nOuter[2].\n\nInner."


def test_notes_reach_the_citations() -> None:
    body = p(f"The lake is old{odt_note('1', 'See https://example.org/lake.')}. It is cold.")
    found = citations.find(read_body(body))
    assert [(each.label, each.text, each.markers[0].sentence) for each in found.notes] == [
        ("1", "See https://example.org/lake.", "The lake is old.")
    ]
    assert [each.value for each in found.references] == ["https://example.org/lake"]


RAISED = text_style("T1", 'style:text-position="super 58%"')


@pytest.mark.parametrize(
    ("style", "markers", "reason"),
    [("T1", 2, "raised: a further mark"), ("", 1, "on the line: a word of the sentence")],
)
def test_marks_that_are_repeated(style: str, markers: int, reason: str) -> None:
    again = span('<text:note-ref text:note-class="footnote" text:ref-name="f1">1</text:note-ref>', style)
    document = read_body(p(f"One{odt_note('1', 'First.', identity='f1')}, see {again}."), automatic=RAISED)
    assert len(document.marker_spans) == markers, reason


@pytest.mark.parametrize(
    ("target", "expected"),
    [("https://example.org/a b", ["https://example.org/a b"]), ("#Chapter", []), ("", [])],
)
def test_links(target: str, expected: list[str]) -> None:
    document = read_body(p(f'See <text:a xlink:href="{target}"> this <text:span>page</text:span> </text:a>now.'))
    assert [link.url for link in document.links] == expected
    assert all(document.text[link.start : link.end] == "this page" for link in document.links)


@pytest.mark.parametrize(
    ("position", "raised"),
    [("super 58%", True), ("33% 58%", True), ("sub 58%", False), ("-33% 58%", False), ("0% 100%", False)],
)
def test_raised_characters(position: str, raised: bool) -> None:
    style = text_style("T2", f'style:text-position="{position}"')
    document = read_body(p("word" + span("1", "T2") + " more"), automatic=style)
    assert shown(document, Role.SUPERSCRIPT) == (["1"] if raised else [])


HIDDEN = text_style("T3", 'text:display="none"')


@pytest.mark.parametrize(
    ("body", "text", "reason"),
    [
        (p("a" + span("secret", "T3") + "b"), "ab", "a span"),
        (p("a") + p("secret", "P3"), "a", "a paragraph whose style's base hides it"),
        (p("a") + f'<text:section text:display="none">{p("secret")}</text:section>', "a", "a section"),
        (p("a") + p('<text:hidden-paragraph text:is-hidden="true"/>secret'), "a", "a paragraph on a condition"),
        (p("a" + span(f"b{odt_note('1', 'secret')}", "T3")), "a", "a note"),
    ],
)
def test_hidden_text_is_left_out_and_told(body: str, text: str, reason: str) -> None:
    base = text_style("Base", 'text:display="none"', family="paragraph")
    derived = text_style("P3", "", parent="Base", family="paragraph")
    document = read_body(body, automatic=HIDDEN + derived, styles=base)
    assert document.text == text, reason
    assert document.remarks[0].startswith("Hidden text was left out"), reason


def test_styles_based_on_each_other_end() -> None:
    loop = text_style("a", "", parent="b") + text_style("b", "", parent="a")
    assert read_body(p(span("Text.", "a")), automatic=loop).text == "Text."


def test_deleted_text_and_comments_are_told() -> None:
    changes = f"<text:tracked-changes><text:changed-region>{p('gone')}</text:changed-region></text:tracked-changes>"
    document = read_body(changes + p('a<text:change-start text:change-id="1"/>b<office:annotation/>'))
    assert document.text == "ab"
    assert document.remarks == (
        "1 tracked change: what was inserted is read, what was deleted is not.",
        "1 comment in the margin: not read.",
    )


TITLE = text_style("P1", "", parent="Title", family="paragraph") + text_style("Title", "", family="paragraph")
OUTLINED = text_style("P2", "", family="paragraph", more=' style:default-outline-level="2"')


def test_headings_and_title() -> None:
    body = p("Letterhead") + p("An open letter", "P1") + "<text:h>First</text:h>" + p("Second", "P2") + p("Text.")
    document = read_body(body, automatic=TITLE + OUTLINED)
    assert shown(document, Role.HEADING) == ["An open letter", "First", "Second"]
    assert document.title == "An open letter"


def test_what_the_file_says_of_itself() -> None:
    document = read_body(p("Dear all,"), meta="<dc:title>Lakes</dc:title><dc:language>fr-CA</dc:language>")
    assert (document.title, document.language) == ("Lakes", "fr")
    default = (
        '<style:default-style style:family="paragraph"><style:text-properties fo:language="de"/></style:default-style>'
    )
    assert read_body(p("Dear all,"), styles=default).language == "de"


def test_headers_and_footers_surround_the_letter() -> None:
    page = (
        f"<style:master-page><style:header>{p('Example Society, https://example.org')}</style:header>"
        f"<style:footer>{p('Page 1')}</style:footer></style:master-page>"
    )
    hidden = f'<style:master-page><style:header style:display="false">{p("Unseen")}</style:header></style:master-page>'
    document = read_body(p("The letter."), masters=page + page + hidden)
    assert document.text == "The letter.\n\nExample Society, https://example.org\n\nPage 1"
    assert shown(document, Role.SURROUNDINGS) == ["Example Society, https://example.org", "Page 1"]


def level(at: int, form: str, more: str = "") -> str:
    return f'<text:list-level-style-number text:level="{at}" style:num-format="{form}" {more}/>'


def list_style(*levels: str) -> str:
    return f'<text:list-style style:name="L">{"".join(levels)}</text:list-style>'


L = 'text:style-name="L"'


def a_list(*items: str, attributes: str = L) -> str:
    return f"<text:list {attributes}>{''.join(items)}</text:list>"


def item(*content: str, attributes: str = "") -> str:
    inner = "".join(each if each.startswith("<") else p(each) for each in content)
    return f"<text:list-item {attributes}>{inner}</text:list-item>"


def item_labels(body: str, styles: str) -> list[tuple[str, str | None]]:
    document = read_body(body, automatic=styles)
    return [
        (document.text[region.start : region.end], region.label)
        for region in document.regions
        if region.role is Role.ITEM
    ]


@pytest.mark.parametrize(
    ("body", "styles", "expected", "reason"),
    [
        (a_list(item("a"), item("b")), list_style(level(1, "1")), [("a", "1"), ("b", "2")], "numbers"),
        (a_list(item("a"), item("b")), list_style(level(1, "i", 'text:start-value="3"')), [("a", "iii"), ("b", "iv")],
         "roman from three"),
        (a_list(item("a", "more"), item("b")), list_style(level(1, "1")), [("a", "1"), ("b", "2")],
         "an item's second paragraph has no number"),
        (a_list(item("a"), item("b", attributes='text:start-value="9"')), list_style(level(1, "1")),
         [("a", "1"), ("b", "9")], "an item that starts anew"),
        (a_list("<text:list-header>" + p("head") + "</text:list-header>", item("a")), list_style(level(1, "1")),
         [("a", "1")], "a heading in a list"),
        (a_list(item("a", a_list(item("b"), item("c"), attributes="")), item("d")),
         list_style(level(1, "1"), level(2, "a", 'text:display-levels="2"')),
         [("a", "1"), ("b", "1.a"), ("c", "1.b"), ("d", "2")], "levels"),
        (a_list(item(a_list(item("b"), attributes="")), item("d")), list_style(level(1, "1"), level(2, "a")),
         [("b", "a"), ("d", "1")], "an item that only holds a list does not count"),
        (a_list(item("a")) + p("x") + a_list(item("b")), list_style(level(1, "1")), [("a", "1"), ("b", "1")],
         "the next list starts anew"),
        (a_list(item("a")) + p("x") + a_list(item("b"), attributes=f'{L} text:continue-numbering="true"'),
         list_style(level(1, "1")), [("a", "1"), ("b", "2")], "unless it goes on"),
        (a_list(item("a"), attributes=f'{L} xml:id="l1"') + a_list(item("z")) + a_list(
            item("b"), attributes=f'{L} text:continue-list="l1"'),
         list_style(level(1, "1")), [("a", "1"), ("z", "1"), ("b", "2")], "with a list that it names"),
        (a_list(item("a")), list_style('<text:list-level-style-bullet text:level="1"/>'), [], "bullets"),
        (a_list(item("a")), list_style(level(1, "")), [], "no number shown"),
        (a_list(item("a"), attributes='text:style-name="missing"'), "", [], "a style that is not there"),
        (a_list(item("a"), *(item(str(n)) for n in range(26))),
         list_style(level(1, "A", 'style:num-letter-sync="true"')),
         [("a", "A"), *((str(n), chr(ord("B") + n)) for n in range(25)), ("25", "AA")], "letters"),
        (a_list(item(p("a", "PL")), attributes=""), list_style(level(1, "1")) + text_style(
            "PL", "", family="paragraph", more=' style:list-style-name="L"'), [("a", "1")], "by the paragraph's style"),
    ],
)  # fmt: skip
def test_lists(body: str, styles: str, expected: list[tuple[str, str]], reason: str) -> None:
    assert item_labels(body, styles) == expected, reason


def test_many_spaces_cost_little() -> None:
    document = read_body(p('a<text:s text:c="999999999"/>b' * 1000))
    assert len(document.text) < 200_000
