"""Where fixed letters go: nothing is overwritten unasked, nothing is lost, nothing is left half written."""

from __future__ import annotations

from pathlib import Path

import pytest

from verifier.model.change import Letter
from verifier.model.errors import OutputError, SourceError, UsageError
from verifier.report.letters import Way, write_copy, write_in_place


@pytest.mark.parametrize(
    "way",
    [
        Way(),
        Way(output=Path("x"), in_place=True),
        Way(output=Path("x"), diff=True),
        Way(errata=True, diff=True),
        Way(errata=True, output=Path("-")),
        Way(output=Path("-"), several=True),
    ],
)
def test_ways_that_make_no_sense(way: Way) -> None:
    with pytest.raises(UsageError):
        way.check([("a.txt", Path("a.txt"))])


def test_what_has_no_file_cannot_be_changed_in_place() -> None:
    with pytest.raises(UsageError, match="no file"):
        Way(in_place=True).check([("https://example.org/letter", None)])


def test_several_letters_go_into_a_folder_by_their_names(tmp_path: Path) -> None:
    assert Way(output=tmp_path / "out", several=True).place("letters/a.txt") == tmp_path / "out" / "a.txt"
    assert Way(output=tmp_path).place("https://example.org/letters/b/") == tmp_path / "b"
    assert Way(output=tmp_path / "c.txt").place("a.txt") == tmp_path / "c.txt"


def test_two_letters_of_one_name_do_not_go_to_one_file(tmp_path: Path) -> None:
    letters = [("a/letter.txt", tmp_path / "a" / "letter.txt"), ("b/letter.txt", tmp_path / "b" / "letter.txt")]
    with pytest.raises(UsageError, match=r"a/letter\.txt and b/letter\.txt would both be written to"):
        Way(output=tmp_path / "out", several=True, force=True).check(letters)


def test_in_place_refuses_a_letter_that_changed_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"edited meanwhile")
    with pytest.raises(SourceError, match="while it was being checked"):
        write_in_place(path, b"old", b"new")
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_in_place_touches_nothing_without_a_change(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"same")
    assert Way(in_place=True).deliver(Letter("a.txt", path, old=b"same", new=b"same")) == ""
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="cannot write"):
        write_copy(tmp_path / "file" / "a.txt", b"x", force=False)
    with pytest.raises(SourceError, match="cannot be written"):
        write_in_place(tmp_path / "missing.txt", b"x", b"y")


def test_what_came_to_stand_there_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"precious")
    with pytest.raises(UsageError, match="exists already"):
        write_copy(tmp_path / "a.txt", b"x", force=False)
    write_copy(tmp_path / "a.txt", b"x", force=True)
    assert (tmp_path / "a.txt").read_bytes() == b"x"
