"""Links in angle brackets: all that the brackets hold is the link (RFC 3986, Appendix C), unless it is prose."""

# ruff: noqa: E501 - rows of a table read better on one line

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "url", "others", "reason"),
    [
        ("<https://example.org/annual report 2023.pdf>, 2023", "https://example.org/annual%20report%202023.pdf",
         ["https://example.org/annualreport2023.pdf", "https://example.org/annual"], "words of a name: a browser asks for it with %20"),
        ("<https://example.org/a b c>", "https://example.org/a%20b%20c", ["https://example.org/abc"], "single letters, too"),
        ("<https://example.org/press/human- rights/council>", "https://example.org/press/human-rights/council", [],
         "a space behind a character that joins is one too many"),
        ("<https://example.org/press/human\nrights-council>", "https://example.org/press/humanrights-council", [],
         "a line's end is no part of a link"),
        ("<https://example.org/press for more, said the editor>", "https://example.org/press", [], "a sentence stands between"),
        ("<https://example.org/press and so on\n\nMore>", "https://example.org/press", [], "a paragraph ends in between"),
        ("<https://example.org/press> and <https://example.org/other>", "https://example.org/press", [], "each has its own"),
        ("https://example.org/press kit or not>", "https://example.org/press", [], "no bracket opens before it"),
    ],
)  # fmt: skip
def test_what_the_brackets_hold(read, applied, text, url, others, reason):
    proposal = read(text)[0]
    assert proposal.url == url, reason
    assert {one.url for one in proposal.repair.candidates} >= set(others), reason
    as_written = text[proposal.start : proposal.end]
    for candidate in proposal.repair.candidates:
        written = text[proposal.start : candidate.end]
        assert applied(written, candidate.edits) == candidate.url
    assert applied(as_written, proposal.repair.edits) == url


def test_which_of_two_readings_is_right_is_left_to_the_evidence(read):
    (proposal,) = read("<https://example.org/annual report 2023.pdf>")
    assert proposal.repair.confidence < 0.9
