"""The file of decisions: what is written is read again, and each mistake is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.model.errors import OutputError, UsageError
from verifier.model.report import Review
from verifier.model.review import DECISIONS, Reviewed
from verifier.store import reviews

ENTRY = '[[review]]\ncitation = "c1"\nevidence = "e1"\ndecision = "accept"\n'


def entry(citation: str = "c1", evidence: str = "e1", **review) -> Reviewed:
    return Reviewed(
        citation, evidence, Review(**{"decision": "accept", **review}), "letter.txt", "https://example.org/"
    )


def test_no_file_is_no_decision(tmp_path: Path) -> None:
    assert reviews.read(tmp_path / "missing.toml") == ()


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
days = st.none() | st.dates()


@given(st.lists(st.tuples(words, st.none() | words, st.sampled_from([d for d in DECISIONS if d != "replace"]), days)))
def test_whatever_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, rows: list) -> None:
    path = tmp_path_factory.mktemp("reviews") / "verify.reviews.toml"
    written = [
        Reviewed(f"c{n}", "e", Review(decision, by=by, note=note, on=day, expires=day), "a.txt", note)
        for n, (note, by, decision, day) in enumerate(rows)
    ]
    reviews.write(path, written)
    assert sorted(reviews.read(path), key=lambda one: one.citation) == sorted(written, key=lambda one: one.citation)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_file_keeps_its_permissions_and_is_found_through_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "r.toml", tmp_path / "link.toml"
    reviews.write(path, [])
    path.chmod(0o640)
    link.symlink_to(path)
    reviews.write(link, [entry()])
    assert (len(reviews.read(path)), path.stat().st_mode & 0o777, link.is_symlink()) == (1, 0o640, True)


def test_a_lone_surrogate_is_replaced_and_invisible_signs_are_spelt_out(tmp_path: Path) -> None:
    path = tmp_path / "r.toml"
    reviews.write(path, [entry(note="a\ud800b\u202ec")])
    assert "\\u202e" in path.read_text(encoding="utf-8")
    assert reviews.read(path)[0].review.note == "a\ufffdb\u202ec"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[review]\n", "not valid TOML"),
        ("\ud800", "not valid TOML"),
        (f"a = {'9' * 5000}\n", "not valid TOML"),
        ("a = 1\n", "unknown table 'a'"),
        ("[review]\ncitation = 'c'\n", "[[review]]"),
        ("review = [1]\n", "[[review]]"),
        (ENTRY + "\n" + ENTRY, "entry 2 (line 6): a second decision"),
        ('[[review]]\nevidence = "e"\ndecision = "accept"\n', "entry 1 (line 1): citation is missing"),
        ('[[review]]\ncitation = "c"\ndecision = "accept"\n', "evidence is missing"),
        (ENTRY.replace("accept", "maybe"), "'maybe' is not one of accept, ignore, replace, opened"),
        (ENTRY.replace("accept", "replace"), "replace needs url"),
        (ENTRY.replace("accept", "replace") + 'url = "javascript:alert(1)"\n', "replace needs url"),
        (ENTRY + 'expires = "2027-01-31"\n', "expires must be a date without quotation marks"),
        (ENTRY + "on = 2027-01-31T10:00:00\n", "on must be a date"),
        (ENTRY + "note = 3\n", "note must be text"),
        (ENTRY + "until = 2027-01-31\n", "unknown key 'until'"),
    ],
)
def test_mistakes_are_told_with_their_place(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "verify.reviews.toml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(UsageError) as caught:
        reviews.read(path)
    assert words in caught.value.message + caught.value.hint
    assert str(path) in caught.value.message


def test_a_folder_is_no_file_of_decisions(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read"):
        reviews.read(tmp_path)
    with pytest.raises(OutputError, match="cannot write"):
        reviews.write(tmp_path, [entry()])
    assert not list(tmp_path.iterdir())


def test_a_decision_takes_the_place_of_earlier_ones_on_the_citation() -> None:
    old, other, new = entry(evidence="e0"), entry("c2"), entry(evidence="e2", decision="ignore")
    assert reviews.decided([old, other], new) == (other, new)
