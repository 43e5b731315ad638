"""Where reports go: which target, never half a file, and a plain word when a place cannot be written to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import a_citation, a_document, a_finding, a_report
from verifier.model.errors import OutputError, UsageError
from verifier.report import render
from verifier.report.delivery import Target, deliver, parse_targets, refuse_letters, refuse_unwritable, write


@pytest.mark.parametrize(
    ("given", "targets", "why"),
    [
        ([], [Target("text")], "text to standard output unless something else goes there"),
        (["json"], [Target("json")], "json alone"),
        (["json=out.json"], [Target("text"), Target("json", Path("out.json"))], "text beside a file"),
        (["json=-"], [Target("json")], "- is standard output"),
        (["csv=a=b.csv", "json="], [Target("csv", Path("a=b.csv")), Target("json")], "only the first = parts"),
    ],
)
def test_where_each_format_goes(given: list[str], targets: list[Target], why: str) -> None:
    assert list(parse_targets(given)) == targets, why


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["xml"], "there is no format 'xml'"),
        (["json", "csv"], "Only one format can go to stdout, not json and csv"),
        (["json=-", "csv"], "Only one format can go to stdout"),
    ],
)
def test_targets_that_cannot_be_are_refused(given: list[str], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        parse_targets(given)


def test_all_formats_come_from_one_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = a_report(a_document(a_finding()))
    deliver(report, [Target("csv"), Target("json", tmp_path / "deep" / "down" / "a.json")])
    assert capsys.readouterr().out.startswith("source,id,verdict")
    assert (tmp_path / "deep" / "down" / "a.json").read_text("utf-8").startswith('{\n  "schema"')


def test_a_report_of_many_pieces_arrives_whole(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    report = a_report(a_document(*[a_finding(citation=a_citation(id=f"{number:016}")) for number in range(123)]))
    deliver(report, [Target("json"), Target("json", tmp_path / "a.json")])
    expected = render("json", report).encode("utf-8")
    assert (tmp_path / "a.json").read_bytes() == expected
    assert capfdbinary.readouterr().out == expected


def test_a_file_is_replaced_whole_and_a_device_written_to(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    write(path, "old")
    write(path, "new \ud800")
    assert path.read_text("utf-8") == "new ?"
    assert [one.name for one in tmp_path.iterdir()] == ["report.txt"], "no draft is left"
    write(Path("/dev/null"), "gone")


def test_what_is_replaced_keeps_its_permissions_and_its_links(tmp_path: Path) -> None:
    path, link = tmp_path / "report.txt", tmp_path / "link.txt"
    path.write_text("old")
    path.chmod(0o600)
    link.symlink_to(path)
    write(link, "new")
    assert (path.read_text(), path.stat().st_mode & 0o777, link.is_symlink()) == ("new", 0o600, True)


def test_no_report_is_written_over_another_or_over_the_letter(tmp_path: Path) -> None:
    letter, link = tmp_path / "letter.txt", tmp_path / "link.txt"
    letter.write_text("precious")
    link.symlink_to(letter)
    for path in (letter, link):
        with pytest.raises(UsageError, match="is one of the letters"):
            refuse_letters([Target("text"), Target("markdown", path)], [None, letter])
    refuse_letters([Target("csv", tmp_path / "out.csv")], [letter])
    with pytest.raises(UsageError, match="two formats cannot both be written to"):
        refuse_unwritable([Target("csv", tmp_path / "out"), Target("json", tmp_path / "out")])
    refuse_unwritable([Target("csv", Path("/dev/null")), Target("json", Path("/dev/null"))])


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot write") as refused:
        write(tmp_path / "file" / "report.txt", "x")
    assert "another place" in refused.value.hint


@pytest.mark.parametrize(
    ("target", "folder", "why"),
    [
        ("file/x.json", None, "a file stands where the folder should be"),
        ("file/deep/x.json", None, "likewise further up"),
        ("folder", None, "a folder stands where the file should be"),
        (f"{'x' * 250}.json", None, "its draft's name would be too long"),
        ("/proc/nowhere/x.json", None, "nobody can make a folder there, whatever its rights say"),
        (None, "file", "a file stands where the folder of reports should be"),
    ],
)
def test_what_cannot_be_written_is_told_beforehand(
    tmp_path: Path, target: str | None, folder: str | None, why: str
) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UsageError, match="cannot write") as refused:
        refuse_unwritable([Target("json", tmp_path / target)] if target else [], folder and tmp_path / folder)
    assert refused.value.hint.startswith("Choose another"), why
    assert "report.html" not in refused.value.message, "the page of a letter bears the letter's name"
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"
    assert sorted(tmp_path.rglob("*")) == before


def test_asking_whether_it_can_be_written_makes_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text("old", encoding="utf-8")
    given = [Target("text"), *(Target("json", tmp_path / name) for name in ("old.json", "new.json", "deep/down.json"))]
    refuse_unwritable([*given, Target("csv", Path("/dev/null"))], tmp_path / "reports")
    assert [path.name for path in tmp_path.iterdir()] == ["old.json"]
    assert (tmp_path / "old.json").read_text(encoding="utf-8") == "old"


def test_one_target_that_fails_keeps_no_other_from_being_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    report = a_report(a_document(a_finding()))
    targets = [Target("json", tmp_path / "file" / "a.json"), Target("csv", tmp_path / "a.csv"), Target("jsonl")]
    with pytest.raises(OutputError, match=r"cannot write .*a\.json"):
        deliver(report, targets)
    assert (tmp_path / "a.csv").is_file()
    assert capsys.readouterr().out.startswith("{")
