"""One letter has one name, however its file is given; what was kept under others still counts."""

from __future__ import annotations

import json
import os
from datetime import timedelta
from pathlib import Path

import pytest

from tests.builders import NOON
from tests.store.samples import finding, report
from tests.test_cli import run
from verifier.citations.assemble import citation_id
from verifier.model.evidence import LiveOutcome
from verifier.model.report import Verdict
from verifier.pipeline.identity import home_of, name_of
from verifier.store import History

LINK = "https://example.org/news/2022/the-state-\nment.html"
LETTER = f"An open letter\n\nThe lake is drying up [1].\n\nNotes\n\n[1] ‘A statement’: {LINK}\n"
SQUEEZED = "".join(LINK.split())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for place in ("home/project/letters", "elsewhere/checkout/letters"):
        folder = tmp_path / place
        folder.mkdir(parents=True)
        (folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    return tmp_path / "home" / "project"


@pytest.mark.parametrize(
    ("given", "name", "why"),
    [
        ("letters/letter.txt", "letters/letter.txt", "as it is"),
        ("./letters/letter.txt", "letters/letter.txt", "a detour"),
        ("letters/../letters//letter.txt", "letters/letter.txt", "a longer one"),
        ("{home}/letters/letter.txt", "letters/letter.txt", "the absolute path"),
        ("{home}/missing/letter.txt", "missing/letter.txt", "it need not exist any more"),
        ("{home}/../other/letter.txt", "{up}/other/letter.txt", "not under home: nothing to count from"),
        ("../other/letter.txt", "../other/letter.txt", "likewise, given without the whole path"),
    ],
)
def test_a_letter_has_one_name_however_it_is_given(
    project: Path, monkeypatch: pytest.MonkeyPatch, given: str, name: str, why: str
) -> None:
    monkeypatch.chdir(project)
    places = {"home": project, "up": project.parent}
    assert name_of(given.format(**places), project) == name.format(**places), why


def test_links_to_folders_are_followed(project: Path) -> None:
    link = project.parent / "link"
    link.symlink_to(project)
    assert (
        name_of(f"{link}/letters/letter.txt", home_of(project / ".verify" / "history.sqlite")) == "letters/letter.txt"
    )


def test_names_count_from_where_the_history_lies(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "letters")
    assert home_of(Path("../.verify/history.sqlite")) == Path(os.path.realpath(project))
    assert home_of(Path("/var/cache/letters.sqlite")) == Path(os.path.realpath(project / "letters"))


def cited(folder: Path, *arguments: str | Path) -> tuple[str, str]:
    done = run("extract", *arguments, "-f", "json", folder=folder)
    document = json.loads(done.stdout)["documents"][0]
    return document["source"], document["citations"][0]["id"]


def test_ids_are_the_same_everywhere(project: Path) -> None:
    name = "letters/letter.txt"
    assert cited(project, name) == (name, citation_id(name, SQUEEZED, 1))
    assert cited(project, project / name) == cited(project, f"./{name}") == cited(project, name)
    other = project.parents[1] / "elsewhere" / "checkout"
    assert cited(other, other / name) == cited(project, name)


def test_what_was_kept_under_the_absolute_path_still_counts(project: Path) -> None:
    old = str(project / "letters" / "letter.txt")
    was = citation_id(old, SQUEEZED, 1)
    with History.open(project / ".verify" / "history.sqlite") as history:
        for week in range(2):
            at = NOON - timedelta(weeks=2 - week)
            seen = finding(LiveOutcome.OK, Verdict.FIX, at, citation_id=was, url=SQUEEZED)
            history.begin_run(f"r{week}", at, [old], "options", "1.0")
            history.finish_run(f"r{week}", at, report(seen, source=old, id=f"r{week}", started_at=at))
    (project / "verify.reviews.toml").write_text(
        f'[[review]]\ncitation = "{was}"\nevidence = "0"\ndecision = "accept"\nsource = "{old}"\n', encoding="utf-8"
    )
    done = run("letters", "--offline", "--no-report", "-f", "json", folder=project)
    citation = json.loads(done.stdout)["documents"][0]["citations"][0]
    assert (done.returncode, citation["review"]["decision"]) == (0, "accept")
    assert "is of no use" not in done.stdout
    with History.open(project / ".verify" / "history.sqlite") as history:
        assert history.sources() == ("letters/letter.txt",)
        assert [span.runs for span in history.spans("letters/letter.txt")] == [2, 1]
        assert {span.citation_id for span in history.spans()} == {citation["id"]}
    for given in (old, "letters/letter.txt", "./letters/letter.txt"):
        assert "answers, since 7 November 2026" in run("history", given, folder=project).stdout


def test_a_name_that_is_taken_is_left_alone(project: Path) -> None:
    path = project / ".verify" / "history.sqlite"
    names = [str(project / "letter.txt"), "letter.txt", "-", "https://example.org/letter", "../letter.txt"]
    with History.open(path) as history:
        history.begin_run("r", NOON, names, "options", "1.0")
    (project / "letter.txt").write_text(LETTER, encoding="utf-8")
    run("letter.txt", "--offline", "--no-report", folder=project)
    with History.open(path) as history:
        assert sorted(history.sources()) == sorted(names)
