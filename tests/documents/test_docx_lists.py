"""Numbers that Word puts before the paragraphs of a list."""

from __future__ import annotations

import pytest

from tests.documents.word_files import docx, p
from verifier import citations
from verifier.documents import read
from verifier.documents.number_formats import spell
from verifier.model.document import Role


def level(at: int, text: str, form: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def item(text: str, at: int = 0, identity: int | str = 1, more: str = "") -> str:
    return p(text, properties=f'{more}<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{identity}"/></w:numPr>')


def labels(body: str, numbers: str, styles: str | None = None) -> list[tuple[str, str | None]]:
    document = read(docx(body, numbering=numbers, **({"styles": styles} if styles else {})), "a.docx")
    return [
        (document.text[region.start : region.end], region.label)
        for region in document.regions
        if region.role is Role.ITEM
    ]


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("%1.", "decimal", ["1", "2", "3"]),
        ("[%1]", "decimal", ["1", "2", "3"]),
        ("(%1)", "lowerLetter", ["a", "b", "c"]),
        ("%1", "upperRoman", ["I", "II", "III"]),
        ("Article %1", "decimal", ["Article 1", "Article 2", "Article 3"]),
        ("•", "bullet", []),
        ("", "none", []),
        ("", "decimal", []),
    ],
)
def test_labels(text: str, form: str, expected: list[str]) -> None:
    found = labels(item("a") + item("b") + item("c"), numbering(level(0, text, form)))
    assert [label for _, label in found] == expected


def test_levels() -> None:
    numbers = numbering(level(0, "%1."), level(1, "%1.%2"), level(2, "%3)", "lowerLetter"))
    body = item("a") + item("b", 1) + item("c", 1) + item("d", 2) + item("e") + item("f", 1) + item("g", 2)
    assert [label for _, label in labels(body, numbers)] == ["1", "1.1", "1.2", "a", "2", "2.1", "a"]


def test_a_level_that_counts_on() -> None:
    numbers = numbering(level(0, "%1."), level(1, "%2", more='<w:lvlRestart w:val="0"/>'))
    body = item("a") + item("b", 1) + item("c") + item("d", 1)
    assert [label for _, label in labels(body, numbers)] == ["1", "1", "2", "2"]


def test_legal_numbers() -> None:
    numbers = numbering(level(0, "%1", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"))
    assert [label for _, label in labels(item("a") + item("b", 1), numbers)] == ["I", "1.1"]


def test_lists_of_one_kind_count_together_until_one_starts_anew() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num>"
    )
    body = item("a") + p("Between.") + item("b", identity=2) + item("c", identity=3) + item("d", identity=3)
    assert [label for _, label in labels(body, numbering(level(0, "%1."), nums=nums))] == ["1", "2", "5", "6"]


def test_a_level_overridden_by_the_list() -> None:
    nums = (
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{level(0, "%1", "upperLetter")}'
        "</w:lvlOverride></w:num>"
    )
    assert labels(item("a"), numbering(level(0, "%1."), nums=nums)) == [("a", "A")]


def test_a_list_that_is_a_style() -> None:
    numbers = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Mine"/></w:abstractNum><w:abstractNum '
        f'w:abstractNumId="1"><w:styleLink w:val="Mine"/>{level(0, "%1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert labels(item("a"), numbers) == [("a", "1")]


def test_paragraph_styles_that_number() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="S"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="T"><w:name w:val="T"/><w:basedOn w:val="S"/>'
        "</w:style>"
    )
    numbers = numbering(level(0, "%1."), level(1, "%1.%2", more='<w:pStyle w:val="T"/>'))
    body = p("a", properties='<w:pStyle w:val="S"/>') + p("b", properties='<w:pStyle w:val="T"/>')
    plain = p("c", properties='<w:pStyle w:val="S"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert labels(body + plain, numbers, styles) == [("a", "1"), ("b", "1.1")]


@pytest.mark.parametrize("identity", ["9", "", "x"])
def test_lists_that_are_not_there(identity: str) -> None:
    assert labels(item("a", identity=identity), numbering(level(0, "%1."))) == []


def test_levels_beyond_the_last() -> None:
    assert labels(item("a", 40), numbering(level(0, "%1."))) == [("a", "1")]


def test_empty_paragraphs_count_but_show_nothing() -> None:
    assert labels(item("a") + item("") + item("c"), numbering(level(0, "%1."))) == [("a", "1"), ("c", "3")]


def test_notes_that_are_a_numbered_list_are_tied_to_their_markers() -> None:
    body = (
        p("The lake is old [1]. It is cold [2].")
        + p("Notes")
        + item("See https://example.org/old")
        + item("See https://example.org/cold")
    )
    found = citations.find(read(docx(body, numbering=numbering(level(0, "[%1]"))), "a.docx"))
    assert [(note.label, [marker.sentence for marker in note.markers]) for note in found.notes] == [
        ("1", ["The lake is old."]),
        ("2", ["It is cold."]),
    ]


def test_numbered_signatories_are_no_notes() -> None:
    body = p("We ask for “a timetable”.") + p("Signed by:") + "".join(item(f"Example Society {n}") for n in range(73))
    found = citations.find(read(docx(body, numbering=numbering(level(0, "%1."))), "a.docx"))
    assert found.notes == found.references == ()


@pytest.mark.parametrize(
    ("number", "style", "expected", "reason"),
    [
        (27, "lowerLetter", "aa", "Word's letters repeat themselves"),
        (28, "lowerLetter", "bb", "each as often as the alphabet was gone through"),
        (28, "alpha", "ab", "OpenDocument counts on as columns of a sheet do"),
        (28, "ALPHA", "AB", "in capitals too"),
        (1999, "upperRoman", "MCMXCIX", "roman"),
        (4000, "lowerRoman", "4000", "beyond roman numbers"),
        (6, "chicago", "††", "the second round of marks"),
        (5, "decimalZero", "05", "with a zero"),
        (21, "decimalEnclosedCircle", "21", "there are circles up to twenty"),
        (12, "decimalFullWidth", "１２", "wide digits"),
        (21, "chineseCounting", "二十一", "Chinese"),
        (10, "japaneseCounting", "十", "ten"),
        (120, "chineseCounting", "120", "beyond what notes need"),
        (2, "russianLower", "б", "Russian letters"),
        (2, "russianUpper", "Б", "in capitals"),
        (0, "lowerRoman", "0", "no sign for nothing"),
        (-3, "chicago", "-3", "nor for less"),
        (30_000, "lowerLetter", "30000", "a label is short"),
        (3, "unheard-of", "3", "an unknown style"),
    ],
)  # fmt: skip
def test_numbers_are_spelled(number: int, style: str, expected: str, reason: str) -> None:
    assert spell(number, style) == expected, reason
