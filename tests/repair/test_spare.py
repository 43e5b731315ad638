"""The reading that is tried where all others are dead: what of the text it takes, and what it leaves alone."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from verifier import citations, repair
from verifier.documents import read
from verifier.model.citation import Citation
from verifier.repair.spare import READ_ON, WITHOUT_HYPHEN, WITHOUT_SPACES

LINK = "https://www.example.org/council/minutes"


def link_of(letter: str) -> Citation:
    """The one link of a letter."""
    document = read(letter.encode(), "letter.txt")
    found = citations.find(document)
    (link,) = citations.assemble(document, found, repair.propose(document, found.references)).citations
    return link


def spare_of(written: str) -> str | None:
    """The spare reading of the one link in a note that goes on as `written`."""
    letter = f"A letter\n\nWe ask for it.[1]\n\nNotes\n\n1. The minutes, {LINK}{written}\n"
    document = read(letter.encode(), "letter.txt")
    found = citations.find(document)
    first = citations.assemble(document, found, repair.propose(document, found.references)).citations[0]
    if first.spare is None:
        return None
    assert first.spare.url not in {candidate.url for candidate in first.repair.candidates}
    (edit,) = first.spare.edits[-1:]
    assert edit.removed.strip("- \n") == "" and document.text.startswith(edit.removed, first.start + edit.at)
    return first.spare.url.removeprefix(LINK)


@pytest.mark.parametrize(
    ("written", "expected", "why"),
    [
        ("/202 0.", "/2020", "a number cut before its last digit"),
        ("/202 0. Accessed 3 May 2021.", "/2020", "the citation ends there, and another sentence begins"),
        ("/ rivers, p. 3", None, "a word after the final slash is told as one of two readings"),
        ("/final report", "/finalreport", "a word, and the note ends"),
        ("/fin al report.", "/finalreport", "two pieces"),
        ("/fin al (archived)", "/final", "a bracket opens what is said of it"),
        ("/final", None, "nothing follows"),
        ("/final, page 3.", None, "the link is closed by its comma"),
        ("/final which says that they met.", None, "its sentence goes on"),
        ("/final Accessed.", None, "a sentence begins"),
        ("/final «rapport»", None, "a quotation"),
        ("/final доклад.", None, "no link goes on in another script"),
        ("/final report for members.", None, "words of the sentence, one that addresses have not among them"),
        (".pdf? OpenDocument.", ".pdf?OpenDocument", "a query that is a word, or a question that is asked"),
        (".pdf? Nobody knows.", None, "a question, and a sentence behind it"),
        (
            "/hea d war d-and-foot.",
            "/headward-and-foot",
            "one that happens to be a word, and more of an address behind it",
        ),
        ("/f 1 2 8.", "/f128", "three pieces"),
        ("/f 1 2 8 ; see also the annex.", "/f128", "a semicolon set off by a space ends a citation, too"),
        ("/rivers-a\n12; see the annex.", None, "told as one of two readings"),
        ("/f 1\n28 (in French).", "/f128", "a space, and the end of a line"),
        ("/f 1\nand so on", "/f1", "the sentence goes on below"),
        ("/f 12。", "/f12", "a full stop of another script"),
        ("/f 12\n2. Another note", "/f12", "another note follows"),
        ("/n u 5.pdf", "/nu5.pdf", "a file's name, whose spaces may be stray ones"),
        ("/inde- pendent-review", "/independent-review", "the hyphen of a line's end that the copy does not have"),
        ("/a-b- c/f, p. 3", "/a-bc/f", "the hyphen before the space, not the address's own"),
        ("/Annual Report- Final 2020.pdf", "/AnnualReport-Final2020.pdf", "a space of the file's name, no line's end"),
        ("/final   report", None, "a gap: another column, or a table's next cell"),
        ("/final – –", None, "nothing of an address"),
        ("/final annex.example.net/council, p. 3", None, "another link follows"),
    ],
)
def test_what_is_read_on(written: str, expected: str | None, why: str) -> None:
    assert spare_of(written) == expected, why


@pytest.mark.parametrize("host", ["www.river- watch.example", "river- watch.example.org"])
def test_a_host_keeps_its_hyphen(host: str) -> None:
    letter = f"A letter\n\nWe ask for it.[1]\n\nNotes\n\n1. The minutes, https://{host}/reports/2020/annual\n"
    link = link_of(letter)
    assert link.url == f"https://{host}/reports/2020/annual".replace(" ", "")
    assert link.spare is None


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("/My%20files/inde- pendent", WITHOUT_HYPHEN),
        ("/Annual Report- Final 2020.pdf", WITHOUT_SPACES),
        ("/202 0.", READ_ON),
    ],
)
def test_the_reason_says_what_is_left_out(written: str, reason: str) -> None:
    letter = f"A letter\n\nWe ask for it.[1]\n\nNotes\n\n1. The minutes, {LINK}{written}\n"
    link = link_of(letter)
    assert link.spare is not None and link.spare.why[-1] == reason


@given(st.text(alphabet="ab0 /.-,()Aé\n", max_size=30))
def test_a_spare_reading_is_the_text_without_its_spaces(rest: str) -> None:
    assume("(.)" not in rest)  # a dot that was put in brackets is taken out of them
    found = spare_of(f"/x{rest}")
    assert found is None or found.replace("-", "") in "".join(f"/x{rest}".split()).replace("-", "")
