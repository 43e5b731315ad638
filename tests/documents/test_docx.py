"""What a DOCX file shows, and where: text, structure, revisions, hidden text, and what the file says of itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.word_files import docx, field, p, r
from verifier.documents import read
from verifier.documents.docx.symbols import symbol
from verifier.model.dates import PartialDate
from verifier.model.document import Document, Position, Role


def read_body(body: str, **parts: str) -> Document:
    return read(docx(body, **parts), "a.docx")


def shown(document: Document, role: Role) -> list[str]:
    return [document.text[region.start : region.end] for region in document.regions if region.role is role]


def style(identity: str, name: str, properties: str = "", kind: str = "paragraph", default: bool = False) -> str:
    is_default = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{identity}"{is_default}><w:name w:val="{name}"/>{properties}</w:style>'


BOX = "<w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent>"


@pytest.mark.parametrize(
    ("body", "text", "reason"),
    [
        (p("One.") + p("Two."), "One.\n\nTwo.", "paragraphs"),
        (p("One.") + p() + p() + p("Two."), "One.\n\nTwo.", "empty paragraphs make no further blank lines"),
        (p("a", r("<w:br/>"), "b", r("<w:cr/>"), "c"), "a\nb\nc", "line breaks"),
        (p("a", r("<w:tab/>"), "b", r("<w:ptab/>"), "c"), "a\tb\tc", "tabs"),
        (p("co", r("<w:noBreakHyphen/>"), "op", r("<w:softHyphen/>"), "x"), "co\u2011opx", "hyphens"),
        (p(r("<w:t> a  b </w:t>"), "c"), "a  bc", "outer white space counts only where it is preserved"),
        (p("a\n  b"), "a   b", "a line end in the file is white space"),
        (p(r('<w:sym w:font="Symbol" w:char="F0B7"/>'), r('<w:sym w:font="Wingdings" w:char="F04A"/>'), "x"), "•x",
         "symbols, and pictures of a picture font"),
        (p("a", f"<w:ruby><w:rt>{r('ka')}</w:rt><w:rubyBase>{r('b')}</w:rubyBase></w:ruby>"),
         "ab", "readings above the line repeat what stands on it"),
        (p("a", "<m:oMath><m:r><m:t>x²</m:t></m:r></m:oMath>"), "ax²", "formulas"),
        (f"<w:sdt><w:sdtContent>{p('In a control.')}</w:sdtContent></w:sdt>", "In a control.", "content controls"),
        (p("a", f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Click here')}</w:sdtContent></w:sdt>"),
         "a", "the prompt of an empty control is no text"),
        (p("a", "<w:smartTag><w:r><w:t>b</w:t></w:r></w:smartTag>"), "ab", "smart tags"),
        (p("a", r("<w:lastRenderedPageBreak/><w:t>b</w:t>")), "ab", "where a page ended is no text"),
        (p("a", r('<w:br w:type="page"/>'), "b"), "a\nb", "a page break by hand"),
        (p("a", field("PAGE", "7")), "a7", "the result of a field, not its code"),
        ("<w:r><w:t>outside</w:t></w:r>" + p("a"), "a", "runs outside of paragraphs are shown by nothing"),
    ],
)  # fmt: skip
def test_text(body: str, text: str, reason: str) -> None:
    assert read_body(body).text == text, reason


def cell(*paragraphs: str, properties: str = "") -> str:
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{''.join(paragraphs)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


@pytest.mark.parametrize(
    ("rows", "text", "reason"),
    [
        ([row(cell(p("a")), cell(p("b"))), row(cell(p("c")), cell(p("d")))], "a\tb\nc\td", "rows and cells"),
        ([row(cell(p()), cell(p("b"))), row(cell(p("c")), cell(p()))], "b\nc", "empty cells"),
        ([row(cell(p("a"), p("b")), cell(p("c")))], "a\n\nb\tc", "several paragraphs in a cell"),
        ([row(cell(p("a"))), row(cell(p("b")), properties="<w:del/>")], "a", "a deleted row"),
        ([row(cell(p("a")), cell(p("b"), properties="<w:cellDel/>"))], "a", "a deleted cell"),
        ([row(cell(f"<w:tbl>{row(cell(p('in')), cell(p('ner')))}</w:tbl>"), cell(p("outer")))], "in\tner\touter",
         "a table in a table"),
    ],
)  # fmt: skip
def test_tables(rows: list[str], text: str, reason: str) -> None:
    document = read_body(p("Before.") + f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>" + p("After."))
    assert document.text == f"Before.\n\n{text}\n\nAfter.", reason


@pytest.mark.parametrize(
    "anchor",
    [
        f"<w:pict><shape><textbox>{BOX}</textbox></shape></w:pict>",
        f"<mc:AlternateContent><mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent>",
        f"<mc:AlternateContent><mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent>",
    ],
    ids=["old", "both", "fallback alone"],
)
def test_a_text_box_is_read_once_and_after_its_paragraph(anchor: str) -> None:
    document = read_body(p("The paragraph ", r(anchor), "goes on.") + p("The next."))
    assert document.text == "The paragraph goes on.\n\nIn the box.\n\nThe next."


def test_a_box_within_a_box() -> None:
    inner = f"<w:txbxContent>{p('Outer.', r(f'<w:pict>{BOX}</w:pict>'))}</w:txbxContent>"
    assert read_body(p("Text.", r(f"<w:pict>{inner}</w:pict>"))).text == "Text.\n\nOuter.\n\nIn the box."


def test_positions_count_paragraphs_and_characters() -> None:
    document = read_body(p("One.") + p() + p("Two ", r("<w:br/>"), "three."))
    assert document.position(document.text.index("One")) == Position(1, 1, unit="paragraph")
    assert document.position(document.text.index("Two")) == Position(3, 1, unit="paragraph")
    assert document.position(document.text.index("three")) == Position(3, 6, unit="paragraph")


def test_tracked_changes_are_read_as_accepted_and_told() -> None:
    document = read_body(
        p("We ", f"<w:ins>{r('gladly ')}</w:ins>", "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>",
          f"<w:moveFrom>{r('here ')}</w:moveFrom>", "come.")
        + p("And the", properties="<w:rPr><w:del/></w:rPr>") + p(" end.")
    )  # fmt: skip
    assert document.text == "We gladly come.\n\nAnd the end."
    assert document.remarks == ("4 tracked changes: what was inserted is read, what was deleted is not.",)
    assert document.position(document.text.index(" end")) == Position(3, 1, unit="paragraph")


def test_old_properties_in_tracked_formatting_are_not_read() -> None:
    change = "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    assert read_body(p(r("Shown.", change))).text == "Shown."


INDEX_ENTRY = (
    '<w:fldChar w:fldCharType="begin"/>', "<w:instrText> XE x </w:instrText>", '<w:fldChar w:fldCharType="end"/>'
)  # fmt: skip
HIDING = style("hid", "Hidden", "<w:rPr><w:vanish/></w:rPr>", "character") + style(
    "base", "Base", "<w:rPr><w:vanish/></w:rPr>"
) + style("derived", "Derived", '<w:basedOn w:val="base"/>')  # fmt: skip


@pytest.mark.parametrize(
    ("paragraph", "text", "reason"),
    [
        (p("a", r("secret", "<w:vanish/>"), "b"), "ab", "hidden by the run"),
        (p("a", r("secret", '<w:rStyle w:val="hid"/>'), "b"), "ab", "hidden by its style"),
        (p("a") + p("secret", properties='<w:pStyle w:val="derived"/>'), "a", "hidden by a base of its style"),
        (p("a", r("shown", '<w:rStyle w:val="hid"/><w:vanish w:val="0"/>')), "ashown", "shown all the same"),
        (p("a", r("shown", "<w:webHidden/>")), "ashown", "hidden on the web only"),
        (p("a", *(r(inner, "<w:vanish/>") for inner in INDEX_ENTRY), "b"), "ab", "a hidden index entry"),
    ],
)  # fmt: skip
def test_hidden_text_is_left_out(paragraph: str, text: str, reason: str) -> None:
    document = read_body(paragraph, styles=HIDING)
    assert document.text == text, reason
    assert any("Hidden text" in remark for remark in document.remarks) == ("secret" in paragraph), reason


def test_styles_based_on_each_other_end() -> None:
    loop = style("a", "A", '<w:basedOn w:val="b"/>') + style("b", "B", '<w:basedOn w:val="a"/>')
    assert read_body(p("Text.", properties='<w:pStyle w:val="a"/>'), styles=loop).text == "Text."


def test_comments_and_embedded_files_are_told() -> None:
    document = read_body(p("Text.", r('<w:commentReference w:id="1"/>')) + '<w:altChunk r:id="x"/>')
    assert document.text == "Text."
    assert document.remarks == ("1 comment in the margin: not read.", "1 file embedded in the letter: not read.")


STYLES = (
    style("berschrift1", "heading 1")
    + style("Titel", "Title")
    + style("Eigene", "My own", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
    + style("Rumpf", "Body", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>')
    + style("Normal", "Normal", default=True)
)


@pytest.mark.parametrize(
    ("properties", "expected", "reason"),
    [
        ('<w:pStyle w:val="berschrift1"/>', ["Words"], "a heading's name is English in every Word, its id is not"),
        ('<w:pStyle w:val="Eigene"/>', ["Words"], "a style with an outline level"),
        ('<w:outlineLvl w:val="0"/>', ["Words"], "an outline level of its own"),
        ('<w:pStyle w:val="Titel"/>', ["Words"], "the title"),
        ('<w:pStyle w:val="Rumpf"/>', [], "level 10 is body text"),
        ('<w:pStyle w:val="missing"/>', [], "a style that is not there"),
        ("", [], "no style"),
    ],
)
def test_headings(properties: str, expected: list[str], reason: str) -> None:
    assert shown(read_body(p("Words", properties=properties), styles=STYLES), Role.HEADING) == expected, reason


@pytest.mark.parametrize(
    ("properties", "raised"),
    [
        ('<w:vertAlign w:val="superscript"/>', True),
        ('<w:vertAlign w:val="subscript"/>', False),
        ('<w:position w:val="6"/>', True),
        ('<w:position w:val="-6"/>', False),
        ("<w:b/>", False),
    ],
)
def test_raised_characters(properties: str, raised: bool) -> None:
    document = read_body(p("word", r("1", properties), r("2", properties), " more"))
    assert shown(document, Role.SUPERSCRIPT) == (["12"] if raised else [])


def test_raised_characters_at_a_paragraphs_end() -> None:
    document = read_body(p("word", r("1", '<w:vertAlign w:val="superscript"/>')) + p("x"))
    assert shown(document, Role.SUPERSCRIPT) == ["1"]


@pytest.mark.parametrize(
    ("body", "properties", "title", "reason"),
    [
        (
            p("Letterhead") + p("An open letter", properties='<w:pStyle w:val="Titel"/>'),
            "",
            "An open letter",
            "by style",
        ),
        (
            p("Letterhead") + p("On lakes", properties='<w:pStyle w:val="berschrift1"/>'),
            "",
            "On lakes",
            "first heading",
        ),
        (p("Dear all,") + p("text"), "<dc:title>Lakes</dc:title>", "Lakes", "the file's own"),
        (
            p("Dear all,") + p("text"),
            "<dc:title>Microsoft Word - x.docx</dc:title>",
            None,
            "what the program put there",
        ),
        (
            p("A letter on lakes") + p("Dear all,"),
            "<dc:title>Another</dc:title>",
            "A letter on lakes",
            "the first line",
        ),
    ],
)
def test_title(body: str, properties: str, title: str | None, reason: str) -> None:
    assert read(docx(body, properties=properties, styles=STYLES), "a.docx").title == title, reason


def test_date_is_the_letters_own_and_never_that_of_the_file() -> None:
    created = "<created>2019-01-01T00:00:00Z</created>"
    dated = read(docx(p("A letter on lakes") + p("8 June 2022") + p("Dear all,"), properties=created), "a.docx")
    assert dated.date == PartialDate(2022, 6, 8)
    assert read(docx(p("Text."), properties=created), "a.docx").date is None


LANGUAGE = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-CA"/></w:rPr></w:rPrDefault></w:docDefaults>'


@pytest.mark.parametrize(
    ("text", "parts", "language", "reason"),
    [
        ("Xyz.", {"styles": LANGUAGE}, "fr", "too little to tell: as declared"),
        ("Xyz.", {"settings": '<w:themeFontLang w:val="de-AT"/>'}, "de", "declared in the settings"),
        ("The letter is in the language of the people who wrote it and that is that.", {"styles": LANGUAGE}, "en",
         "what a program declares by default does not change what is read"),
        ("Xyz.", {}, None, "nothing known"),
    ],
)  # fmt: skip
def test_language(text: str, parts: dict[str, str], language: str | None, reason: str) -> None:
    assert read_body(p(text), **parts).language == language, reason


def test_headers_and_footers_surround_the_letter() -> None:
    margins = [("header", "header1"), ("footer", "footer1"), ("header", "header2"), ("header", "header1")]
    references = "".join(f'<w:{kind}Reference r:id="id{name}"/>' for kind, name in margins)
    section = f"<w:sectPr>{references}</w:sectPr>"
    document = read_body(
        p("The letter.") + section,
        header1=p("Example Society, https://example.org"),
        header2=p("Example Society, https://example.org"),
        footer1=p("Page ", field("PAGE", "1")),
    )
    assert document.text == "The letter.\n\nExample Society, https://example.org\n\nPage 1"
    assert shown(document, Role.SURROUNDINGS) == ["Example Society, https://example.org", "Page 1"]


def test_the_strict_variant_reads_the_same() -> None:
    body = p(
        "See ",
        '<w:hyperlink r:id="l"><w:r><w:t>this</w:t></w:r></w:hyperlink>',
        r("1", '<w:vertAlign w:val="superscript"/>'),
    )
    links = {"l": "https://example.org/"}
    strict, usual = (read(docx(body, links=links, strict=each), "a.docx") for each in (True, False))
    assert strict == usual
    assert strict.links


WORDS = st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="<&>\xad\ufffe\uffff")


@given(st.lists(st.text(WORDS, max_size=30)))
def test_every_paragraph_keeps_its_text_and_place(paragraphs: list[str]) -> None:
    document = read_body(p("First.") + "".join(p(r(text or " ")) for text in paragraphs))
    for number, text in enumerate(paragraphs, start=2):
        if text.strip():
            anchor = next(anchor for anchor in document.anchors if anchor.position.line == number)
            assert document.text.startswith(text.lstrip(), anchor.offset)
            assert anchor.position.column == len(text) - len(text.lstrip()) + 1


@pytest.mark.parametrize(
    ("font", "code", "expected"),
    [
        ("Symbol", "F061", "α"),
        ("Symbol", "F02A", "*"),
        ("Symbol", "F0B4", "×"),
        ("Symbol", "F0E9", ""),
        ("Wingdings", "F04A", ""),
        ("Arial", "2020", "†"),
        ("Arial", "00A7", "§"),
        ("Arial", "D800", ""),
        ("Arial", "E001", ""),
        ("Arial", "110000", ""),
        ("Arial", "0007", ""),
        (None, "x", ""),
        (None, None, ""),
    ],
)
def test_symbols(font: str | None, code: str | None, expected: str) -> None:
    assert symbol(font, code) == expected
