"""Columns side by side: read one after the other, with every sign kept and its place known; all else left as it is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier import extract
from verifier.documents import read
from verifier.documents.columns import unfolded
from verifier.documents.rewrite.rewriting import rewrite
from verifier.model.change import Change, ChangeKind
from verifier.model.citation import RepairStatus

LEFT = [
    "The ministry was asked for the figures in",
    "March, and it has not answered since. Its",
    "own rules [1] grant an answer within four",
    "weeks, and the courts have upheld them in",
    "every case that was brought before them.",
    "What the ministry publishes is less than",
    "what it published ten years ago, and what",
    "it leaves out is what was asked for.",
]
RIGHT = [
    "We ask the ministry to publish the list",
    "that its own rules require, with the days",
    "on which each answer was given, and to say",
    "which answers are still owed.",
    "",
    "[1] Rules on access to documents,",
    "https://ministry.example/rules/access-to-",
    "documents/2021/answers-within-four-weeks",
    "[2] https://courts.example/2019/14",
]


WIDTH = 46


def beside(left: list[str], right: list[str]) -> str:
    """The two columns, line by line in one row."""
    rows = max(len(left), len(right))
    left, right = (column + [""] * (rows - len(column)) for column in (left, right))
    return "\n".join((a.ljust(WIDTH) + b).rstrip() for a, b in zip(left, right, strict=True)) + "\n"


def between(left: list[str], right: list[str]) -> str:
    """The right column's lines between those of the left one, as where their heights differ."""
    return "".join(f"{a}\n{' ' * WIDTH}{b}\n" for a, b in zip(left, right, strict=False))


def test_columns_are_read_one_after_the_other() -> None:
    found = unfolded(beside(LEFT, RIGHT))
    assert found is not None
    assert found.text == "\n".join([*LEFT, *(line for line in RIGHT if line), ""])


def test_a_blank_line_beside_text_is_kept_where_two_follow_each_other() -> None:
    found = unfolded(beside(LEFT, [*RIGHT[:4], "", *RIGHT[4:]]))
    assert found is not None
    assert found.text == "\n".join([*LEFT, *RIGHT, ""])


def test_rows_that_one_column_fills_alone_part_no_paragraph() -> None:
    found = unfolded(between(LEFT, RIGHT[:4] + RIGHT[5:]))
    assert found is not None
    assert found.text == "\n".join([*LEFT, *RIGHT[:4], *RIGHT[5:], ""])


def test_what_runs_over_both_columns_stays_where_it_is() -> None:
    heading = "An open letter on the figures that the ministry has not published for years\n\n"
    foot = "\n\n" + " " * 44 + "12\n"
    found = unfolded(heading + beside(LEFT, RIGHT).rstrip("\n") + foot)
    assert found is not None
    assert found.text == heading + "\n".join([*LEFT, *(line for line in RIGHT if line)]) + foot


def test_three_columns() -> None:
    middle = [line.rstrip() for line in LEFT[3:] + LEFT[:3]]
    found = unfolded(beside(LEFT, beside(middle, RIGHT).split("\n")))
    assert found is not None
    assert found.text.split("\n")[:-2] == [*LEFT, *middle, *(line for line in RIGHT if line)]


def test_each_page_has_columns_of_its_own() -> None:
    page = beside(LEFT, RIGHT)
    found = unfolded(f"{page}\f{page.replace('ministry', 'council ')}")
    assert found is not None
    assert found.text.index("\f") == found.text.index("courts.example/2019/14\n") + len("courts.example/2019/14\n")


def test_a_page_that_begins_with_its_right_column_begins_a_page() -> None:
    page = beside(LEFT, RIGHT)
    found = unfolded(f"{page}\f{' ' * (WIDTH - 1)}and more of it\n{page}")
    assert found is not None
    assert found.text.count("\f") == 1
    assert found.text.index("\f") < found.text.index("and more of it")


def test_a_gap_may_stand_a_little_off() -> None:
    longer = [*LEFT[:2], "own rules [1] grant an answer in four weeks,  ", *LEFT[3:]]
    assert len(longer[2]) == WIDTH
    found = unfolded(beside([*longer[:2], f"{longer[2]} ", *longer[3:]], RIGHT[:4] + RIGHT[5:]))
    assert found is not None
    assert found.text.split("\n")[:3] == [*LEFT[:2], longer[2].rstrip()]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("\n".join([*LEFT, "", *RIGHT]), "one column"),
        ("".join(f"    {line}\n" for line in LEFT + RIGHT), "an indented text"),
        ("\n".join(LEFT) + "\n" + "".join(f"{' ' * WIDTH}{line}\n" for line in LEFT), "one below the other"),
        (
            "".join(f"{f'[{number}]':<12}{line}\n" for number, line in enumerate(LEFT + RIGHT)),
            "labels beside their notes",
        ),
        (
            "".join(f"{name:<30}{link}\n" for name, link in zip(
                ("Report of the year 2019, in two parts", "Report of the year 2020, in one part",
                 "Figures of the courts, all districts", "Figures of the ministry, all offices",
                 "Register of requests, as published", "Register of answers, as published"),
                (f"   https://ministry.example/reports/{year}/all-parts" for year in range(2019, 2025)), strict=True)),
            "a table: its rows belong together",
        ),
        (
            "".join(f"{f'value_{number} = compute({number})':<40}# it is asked for above\n" for number in range(9)),
            "code with remarks: the left side is no prose",
        ),
        (
            "".join(
                f"      {list_}@example.org".ljust(33) + f"{first}\n{' ' * 33}{second}\n"
                for list_, first, second in (
                    ("announcements-list", "For important announcements like new", "rules and such things, which is"),
                    ("members-of-the-list", "For general talk among members, and", "help with the forms (in English)."),
                    ("translators-list", "For those who translate the letter", "into further languages, or wish to."),
                    ("secretaries-list", "For the secretaries of the branches", "and those who stand in for them."),
                    ("treasurers-list", "For the treasurers, who write to it", "once a year and seldom more often."),
                )
            ),
            "addresses and what they are for",
        ),
        ("\n".join(line.replace(" ", "  ") for line in LEFT * 2), "prose justified with blanks"),
        (
            "".join(f" letters/drafts/version-{number:<14}| {number} lines ++--\n" for number in range(10)),
            "a list of files and their figures",
        ),
        ("", "nothing"),
        ("  \n" * 20, "blank lines"),
    ],
)  # fmt: skip
def test_what_stands_in_no_columns_is_left_alone(text: str, reason: str) -> None:
    assert unfolded(text) is None, reason


def test_notes_and_links_are_found_in_columns(tmp_path: Path) -> None:
    """Row by row, the note would end in the other column's words, and its link would be cut."""
    letter = tmp_path / "letter.txt"
    letter.write_text(beside(LEFT, RIGHT), encoding="utf-8")
    document = extract(letter).documents[0]
    rules, courts = (finding.citation for finding in document.findings)
    assert rules.url == "https://ministry.example/rules/access-to-documents/2021/answers-within-four-weeks"
    assert (rules.note, rules.repair.status) == ("1", RepairStatus.MENDED)
    assert (rules.position.line, rules.position.column) == (7, 47)
    assert (courts.note, courts.url) == ("2", "https://courts.example/2019/14")
    assert document.notes[0].markers[0].sentence.startswith("Its own rules grant an answer within four weeks")
    assert any("columns" in remark for remark in document.remarks)


def test_links_in_columns_are_not_changed_in_the_file() -> None:
    """What is put in for one line would push the other column about; the reader is told what to do instead."""
    data = beside(LEFT, RIGHT).encode()
    document = read(data, "letter.txt")
    start = document.text.index("https://courts")
    link = document.text[start : document.text.index("\n", start)]
    longer = f"{link}/annex"
    change = Change(
        ChangeKind.MOVED, start, start + len(link), link, longer, longer, link, document.position(start), "it has moved"
    )
    done = rewrite(data, document, [change])
    assert done.data == data
    assert [left.why for left in done.left] == [
        "the text stands in columns side by side: change it by hand, or where it was laid out"
    ]


WORD = st.text("abcdefgh.,-/[]1", min_size=1, max_size=9)
LINE = st.lists(st.sampled_from(["", "  ", "     "]) | WORD, max_size=12).map(" ".join)


@given(
    st.lists(LINE, max_size=30) | st.builds(lambda a, b: beside(a, b).split("\n"), *[st.lists(LINE, max_size=20)] * 2)
)
def test_no_sign_is_lost_and_each_is_found_again(lines: list[str]) -> None:
    text = "\n".join([*lines, beside(LEFT, RIGHT)])
    found = unfolded(text)
    if found is None:
        return
    assert Counter("".join(found.text.split())) == Counter("".join(text.split()))
    source = text.split("\n")
    offsets = [anchor.offset for anchor in found.anchors]
    for anchor, end in zip(found.anchors, [*offsets[1:], len(found.text) + 1], strict=True):
        piece = found.text[anchor.offset : end - 1]
        column = anchor.position.column - 1
        assert source[anchor.position.line - 1][column : column + len(piece)] == piece
