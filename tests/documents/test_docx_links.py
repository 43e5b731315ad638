"""Links of DOCX files: relationships and field codes, over the words that they lie on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.word_files import docx, field, p, r
from tests.timing import at_most
from verifier.documents import read
from verifier.documents.docx.fields import link_target, note_reference

URL = "https://example.org/a"


def links(body: str, targets: dict[str, str] | None = None) -> list[tuple[str, str]]:
    document = read(docx(body, links=targets or {"l": URL}), "a.docx")
    assert all(link.origin == "href" for link in document.links)
    return [(document.text[link.start : link.end], link.url) for link in document.links]


def hyperlink(*runs: str, attributes: str = 'r:id="l"') -> str:
    return f"<w:hyperlink {attributes}>{''.join(r(run) if run[0] != '<' else run for run in runs)}</w:hyperlink>"


def code(text: str) -> str:
    return r(f"<w:instrText>{text}</w:instrText>")


BEGIN, SEPARATE, END = (r(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end"))
CODE = code(f'HYPERLINK "{URL}"')


@pytest.mark.parametrize(
    ("runs", "expected", "reason"),
    [
        ([hyperlink("the words")], [("the words", URL)], "a relationship"),
        ([hyperlink(" the ", "words ")], [("the words", URL)], "white space at its ends is no part of it"),
        ([hyperlink("x", attributes='r:id="l" w:anchor="part"')], [("x", f"{URL}#part")], "Word keeps fragments apart"),
        ([hyperlink("x", attributes='w:anchor="_Toc1"')], [], "a bookmark in the letter"),
        ([hyperlink("x", attributes='r:id="missing"')], [], "a relationship that is not there"),
        ([hyperlink(r("<w:drawing/>"))], [], "a link on a picture shows no text"),
        ([field(f'HYPERLINK "{URL}"', "the words")], [("the words", URL)], "a field"),
        ([field(f'HYPERLINK "{URL}" \\l "part"', "x")], [("x", f"{URL}#part")], "a field with a fragment"),
        ([field(f'HYPERLINK "{URL}"', "a ", r("b", "<w:b/>"), " c")], [("a b c", URL)], "a field over several runs"),
        ([BEGIN, code("HYPER"), code(f"LINK {URL}"), SEPARATE, "x", END], [("x", URL)], "a code in pieces"),
        ([BEGIN, CODE, SEPARATE, END], [], "a field that shows nothing"),
        ([BEGIN, CODE, END, r("x")], [], "a field without a result"),
        ([BEGIN, CODE, SEPARATE, r("x")], [("x", URL)], "a field that never ends"),
        ([END, SEPARATE, r("x")], [], "ends without a beginning"),
        ([f"<w:fldSimple w:instr='HYPERLINK {URL}'>{r('x')}</w:fldSimple>"], [("x", URL)], "a simple field"),
        ([f"<w:fldSimple w:instr='DATE'>{r('x')}</w:fldSimple>"], [], "a simple field of another kind"),
        ([field("TOC", field('HYPERLINK \\l "_Toc1"', "Chapter"), field(f'HYPERLINK "{URL}"', "link"))],
         [("link", URL)], "fields in the result of another"),
        ([field(BEGIN + code('QUOTE "x"') + SEPARATE + r(f'HYPERLINK "{URL}"') + END, "shown")],
         [("shown", URL)], "a field in the code of another"),
        ([hyperlink(field(f'HYPERLINK "{URL}/in"', "x"))], [("x", f"{URL}/in"), ("x", URL)], "one in another"),
    ],
)  # fmt: skip
def test_links(runs: list[str], expected: list[tuple[str, str]], reason: str) -> None:
    assert links(p("See ", *runs)) == expected, reason


def test_codes_are_never_text() -> None:
    assert read(docx(p("See ", field(f'HYPERLINK "{URL}"', "this"), ".")), "a.docx").text == "See this."


def test_a_field_over_several_paragraphs() -> None:
    body = p(BEGIN, r("<w:instrText>TOC</w:instrText>"), SEPARATE, r("One")) + p("Two", END) + p("Three")
    assert read(docx(body), "a.docx").text == "One\n\nTwo\n\nThree"


def test_a_code_that_never_ends_swallows_its_paragraph_only() -> None:
    assert read(docx(p("One", BEGIN, r("lost")) + p("Two")), "a.docx").text == "One\n\nTwo"


def test_a_code_over_several_paragraphs_is_no_text() -> None:
    body = p("One", BEGIN, r("<w:instrText>IF 1 = 1</w:instrText>"), r("inner")) + p(r("more"), END, r("Two"))
    assert read(docx(body), "a.docx").text == "One\n\nTwo"


def test_fields_nested_without_end_are_survived() -> None:
    depth = 3000
    body = p("".join(BEGIN + CODE + SEPARATE for _ in range(depth)), r("x"), END * depth)
    assert {url for _, url in links(body)} == {URL}


@pytest.mark.parametrize(
    ("instruction", "target", "reason"),
    [
        (' HYPERLINK "https://example.org/a b" ', "https://example.org/a b", "damage and all"),
        ('HYPERLINK"https://example.org/"', "https://example.org/", "no space after the name"),
        ("HYPERLINK https://example.org/", "https://example.org/", "no quotation marks"),
        ("HYPERLINK “https://example.org/”", "https://example.org/", "curly ones, typed by hand"),
        (r'HYPERLINK \o "A tip" "https://example.org/"', "https://example.org/", "a switch before the address"),
        (
            r'hyperlink "https://example.org/" \t "_blank" \n',
            "https://example.org/",
            "switches that say how to open it",
        ),
        (r'HYPERLINK "https://example.org/#x" \l "y"', "https://example.org/#x", "a fragment already there"),
        (r'HYPERLINK "file:\\\\host\\a.docx"', r"file:\\host\a.docx", "backslashes are written twice"),
        (r'HYPERLINK "a \"quoted\" word"', 'a "quoted" word', "quotation marks in it"),
        (r'HYPERLINK \l "_Ref1"', None, "a bookmark"),
        ("HYPERLINK", None, "nothing"),
        (r"HYPERLINK \l", None, "a switch without its value"),
        ('REF "https://example.org/"', None, "another field"),
        ("", None, "an empty code"),
        ('HYPERLINK "https://example.org/', "https://example.org/", "an unclosed quotation"),
    ],
)
def test_targets(instruction: str, target: str | None, reason: str) -> None:
    assert link_target(instruction) == target, reason


@given(st.text(max_size=200))
def test_no_code_makes_it_fail(text: str) -> None:
    link_target(text)
    link_target(f"HYPERLINK {text}")
    note_reference(f"NOTEREF {text}")


@pytest.mark.parametrize("sign", ['"', "\\", "“", " ", '"\\', "x"])
def test_long_codes_cost_little(sign: str) -> None:
    with at_most(1):
        link_target("HYPERLINK " + sign * 200_000)
