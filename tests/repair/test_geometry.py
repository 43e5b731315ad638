"""What the geometry of a printed page does to a reading: a line that was not full is no wrap."""

from __future__ import annotations

import pytest

from verifier.citations.extract import find
from verifier.model.document import Document, LineEnd
from verifier.repair.propose import propose

TEXT = "The figures are told at https://www.example.org/library/\nannual-report and elsewhere."
JOINED = "https://www.example.org/library/annual-report"
CUT = "https://www.example.org/library/"
END = TEXT.index("\n")


def best(text: str, *ends: LineEnd) -> tuple[str | None, float, tuple[str, ...]]:
    document = Document("letter.pdf", "application/pdf", text, line_ends=ends)
    (proposal,) = propose(document, find(document).references)
    return proposal.url, proposal.repair.confidence, proposal.repair.candidates[0].why


@pytest.mark.parametrize(
    ("end", "url", "reason"),
    [
        (LineEnd(END, fits=False, same_style=True), JOINED, "the line was full and both sides look alike"),
        (LineEnd(END, fits=True, same_style=False), CUT, "there was room, and the type changes"),
        (LineEnd(END, fits=True, same_style=True), CUT, "there was room"),
        (LineEnd(END, fits=False, same_style=False), CUT, "the type changes"),
    ],
)
def test_geometry_decides(end: LineEnd, url: str, reason: str) -> None:
    plain = "The figures are told at https://www.example.org/library/\nAnnual reports follow elsewhere."
    assert best(TEXT if url == JOINED else plain, end)[0] == url, reason


def test_it_moves_the_confidence_either_way_and_says_why() -> None:
    _, bare, _ = best(TEXT)
    url, sure, why = best(TEXT, LineEnd(END, fits=False, same_style=True))
    assert url == JOINED
    assert sure > bare
    assert "the part after the break would not have fitted on the line" in why
    url, doubted, _ = best(TEXT, LineEnd(END, fits=True, same_style=False))
    assert url == CUT or doubted < bare


def test_what_is_said_of_a_link_behind_a_comma_is_not_the_links() -> None:
    text = "[1] Library, annual report, https://www.example.org/library/file?id=20788,\naccessed 7 November 2023."
    url, *_ = best(text, LineEnd(text.index("\n"), fits=False, same_style=True))
    assert url == "https://www.example.org/library/file?id=20788"


def test_what_the_page_does_not_tell_changes_nothing() -> None:
    assert best(TEXT, LineEnd(END, fits=None, same_style=None)) == best(TEXT)


def test_only_the_line_end_itself_counts() -> None:
    assert best(TEXT, LineEnd(3, fits=True, same_style=False)) == best(TEXT)
    assert best(TEXT, LineEnd(len(TEXT), fits=True, same_style=False)) == best(TEXT)


def test_a_soft_hyphen_is_a_line_end_too() -> None:
    text = "The figures are told at https://www.example.org/annual\u00adreport and elsewhere."
    at = text.index("\u00ad")
    _, sure, _ = best(text, LineEnd(at, fits=False, same_style=True))
    _, bare, _ = best(text)
    assert sure >= bare


def test_a_line_that_ends_in_a_hyphen_was_full_whatever_else_would_have_fitted() -> None:
    text = "The figures are told at https://www.example.org/annual\u00adreport and elsewhere."
    at = text.index("\u00ad")
    assert best(text, LineEnd(at, fits=True, same_style=True)) == best(text, LineEnd(at, fits=False, same_style=True))


def test_a_hyphen_in_typewriter_type_is_the_links_own() -> None:
    text = "The figures are told at https://www.example.org/inter\u00adnational and elsewhere."
    at = text.index("\u00ad")
    _, unsure, _ = best(text, LineEnd(at, fits=False, same_style=True))
    url, sure, why = best(text, LineEnd(at, fits=False, same_style=True, typewriter=True))
    assert url == "https://www.example.org/inter-national"
    assert sure > max(unsure, 0.9)
    assert any("typewriter" in reason for reason in why)


def test_a_link_set_apart_from_the_words_around_is_surer_still() -> None:
    _, alike, _ = best(TEXT, LineEnd(END, fits=False, same_style=True, set_apart=False))
    _, apart, why = best(TEXT, LineEnd(END, fits=False, same_style=True, set_apart=True))
    assert apart >= alike
    assert "both sides are printed in the same type and colour, other than the words around" in why


@pytest.mark.parametrize(
    ("text", "url", "reason"),
    [
        (
            "see https://www.example.org/sources-de -la\u00adhaute-vallee and more",
            "https://www.example.org/sources-de-la-haute-vallee",
            "a stray space, then a hyphen at the line's end",
        ),
        (
            "see https://www.example.org/statement-after -\nspring-inspection-northern-quay\n\nMore words.",
            "https://www.example.org/statement-after-spring-inspection-northern-quay",
            "the line ends right after the stray hyphen",
        ),
        ("see https://www.example.org/a -\nwhich is good", "https://www.example.org/a", "a dash"),
    ],
)
def test_a_stray_space_before_a_hyphen_at_the_line_end(text: str, url: str, reason: str) -> None:
    document = Document("letter.pdf", "application/pdf", text)
    assert propose(document, find(document).references)[0].url == url, reason
