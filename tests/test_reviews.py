"""Decisions through the real command line: what they do to reports and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_cli import run

OFFLINE = ["--offline", "--no-report", "--no-history"]


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(
        "An open letter\n\nThe lake is drying up [1].\n\nNotes\n\n"
        "[1] Example Office, ‘A statement’, 28 May 2022: https://example.org/news/2022/the-state\nment-on-the-lake.html\n",
        encoding="utf-8",
    )
    return path


def cited(folder: Path, *arguments: str) -> tuple[int, dict, dict]:
    done = run("letter.txt", *OFFLINE, "-f", "json", *arguments, folder=folder)
    report = json.loads(done.stdout)
    return done.returncode, report["documents"][0]["citations"][0], report


def decide(folder: Path, citation: str, **more: str) -> None:
    values = {"citation": citation, "evidence": "0", "decision": "accept", "source": "letter.txt", **more}
    lines = [f"{key} = {value if key == 'expires' else json.dumps(value)}" for key, value in values.items()]
    (folder / "verify.reviews.toml").write_text("[[review]]\n" + "\n".join(lines) + "\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("decision", "code", "why"),
    [
        ({"decision": "accept"}, 0, "it is as reported, and stays"),
        ({"decision": "ignore", "expires": "2999-12-31"}, 0, "not to be judged until then"),
        ({"decision": "opened"}, 1, "the letter is to be changed still"),
        ({"decision": "accept", "expires": "2020-01-01"}, 1, "its last day has passed"),
    ],
)
def test_decisions_and_exit_codes(tmp_path: Path, letter: Path, decision: dict[str, str], code: int, why: str) -> None:
    failing, citation, _ = cited(tmp_path)
    assert (failing, citation["verdict"], citation["review"]) == (1, "fix", None)
    decide(tmp_path, citation["id"], **decision)
    done, citation, report = cited(tmp_path)
    assert done == code, why
    assert (citation["review"] is None) is (decision.get("expires") == "2020-01-01")
    assert ("open again" in json.dumps(report)) is (citation["review"] is None)


def test_what_is_left_out_fails_nothing(tmp_path: Path, letter: Path) -> None:
    for option in (["--exclude", "example"], ["--include", "nothing"]):
        code, citation, _ = cited(tmp_path, *option)
        assert (code, citation["verdict"], citation["actions"]) == (0, "skipped", []), "though it is broken as printed"


def test_fail_on_new_fails_once(tmp_path: Path, letter: Path) -> None:
    arguments = ["letter.txt", "--offline", "--no-report", "--fail-on", "new"]
    assert [run(*arguments, folder=tmp_path).returncode for _ in range(3)] == [1, 0, 0]
    text = letter.read_text(encoding="utf-8")
    letter.write_text(
        f"{text}[2] Example Office, ‘Another’, 3 June 2022: https://example.org/news/2022/the-answ\ner-of-the-office.html\n",
        encoding="utf-8",
    )
    assert [run(*arguments, folder=tmp_path).returncode for _ in range(2)] == [1, 0]
    assert run(*arguments[:3], folder=tmp_path).returncode == 1


def test_comments_in_the_letter_count(tmp_path: Path) -> None:
    text = (
        "# An open letter\n\nThe lake is drying up.[^1]\n\n[^1]: Example Office, ‘A statement’, 28 May 2022: "
        "https://example.org/news/2022/the-state\nment-on-the-lake.html{}\n"
    )
    (tmp_path / "letter.md").write_text(text.format(""), encoding="utf-8")
    assert run("letter.md", *OFFLINE, folder=tmp_path).returncode == 1
    (tmp_path / "letter.md").write_text(text.format(" <!-- verify: accept it is so printed -->"), encoding="utf-8")
    done = run("letter.md", *OFFLINE, folder=tmp_path)
    assert done.returncode == 0
    assert "it is so printed" in done.stdout


def test_a_decision_on_a_link_that_is_gone_is_told(tmp_path: Path, letter: Path) -> None:
    decide(tmp_path, "0000000000000000", link="https://example.org/gone-from-the-letter")
    done = run("letter.txt", *OFFLINE, folder=tmp_path)
    assert "https://example.org/gone-from-the-letter is of no use any more" in " ".join(done.stdout.split())


def test_a_wrong_file_of_decisions_ends_the_run_before_it_begins(tmp_path: Path, letter: Path) -> None:
    (tmp_path / "verify.reviews.toml").write_text("[[review]]\ncitation = 'c'\n")
    done = run("letter.txt", *OFFLINE, folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "verify.reviews.toml, entry 1 (line 1): evidence is missing" in done.stderr
    done = run("letter.txt", *OFFLINE, "--reviews", "missing.toml", folder=tmp_path)
    assert done.returncode == 2
    assert "there is no file missing.toml" in done.stderr


def test_decisions_from_a_report_are_put_into_the_file(tmp_path: Path, letter: Path) -> None:
    _, citation, _ = cited(tmp_path)
    decide(tmp_path, citation["id"], note="old")
    decisions = tmp_path / "verify.reviews.toml"
    other = decisions.read_text(encoding="utf-8").replace(citation["id"], "0" * 16).replace("letter.txt", "other.txt")
    decisions.write_text(decisions.read_text(encoding="utf-8") + other, encoding="utf-8")
    (tmp_path / "new.toml").write_text(other.replace("0" * 16, citation["id"]).replace("old", "new"), encoding="utf-8")
    done = run("review", "--add", "new.toml", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "1 decision put into verify.reviews.toml; 2 in all.\n")
    assert decisions.read_text(encoding="utf-8").count("[[review]]") == 2
    assert cited(tmp_path)[1]["review"]["note"] == "new"
    missing = run("review", "--add", "missing.toml", folder=tmp_path)
    assert missing.returncode == 2 and "there is no file missing.toml" in missing.stderr
