"""The action from its first step to its last, as the runner plays it, week after week on a web that changes."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.action.github import GitHub
from tests.action.player import Left, Runner
from tests.web.behaviours import Answer
from tests.web.catalogue import Catalogue
from tests.web.model import Page, Site
from tests.web.pages import article
from tests.web.server import SimulatedWeb

ROOT = Path(__file__).parents[2]
ACTION = ROOT / ".github" / "actions" / "verify"
SHORE, OFFICE = "https://news.example.org/2022/the-shore", "https://office.example.com/statement"
LETTER = f"""An open letter of 8 June 2022

The shore retreats [1], and the office has said so [2].

Notes

[1] Example News, ‘The shore’, 28 May 2022: {SHORE}
[2] Example Office, ‘A statement’, 1 June 2022: {OFFICE}
"""
ALIVE = {url: Answer(article(title, seed=url)) for url, title in ((SHORE, "The shore"), (OFFICE, "A statement"))}
FAILING = Answer("<h1>Internal error</h1>", 503)


@pytest.fixture(scope="module")
def web() -> Iterator[SimulatedWeb]:
    sites = Site(pages=tuple(Page(url, page) for url, page in ALIVE.items()))
    with SimulatedWeb(catalogue=Catalogue.of([sites])) as web:
        yield web


@pytest.fixture
def github() -> Iterator[GitHub]:
    with GitHub() as github:
        yield github


def git(folder: Path, *arguments: str) -> None:
    names = ("-c", "user.name=A. Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, stdout=subprocess.DEVNULL)


@pytest.fixture
def runner(tmp_path: Path, github: GitHub) -> Runner:
    workspace = tmp_path / "workspace"
    (workspace / "letters").mkdir(parents=True)
    (workspace / "letters" / "appeal.txt").write_text(LETTER, encoding="utf-8")
    git(workspace, "init", "-q", "-b", "main")
    git(workspace, "add", "letters")
    git(workspace, "commit", "-q", "-m", "A letter")
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"repository": {"private": True}}), encoding="utf-8")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT),
        "GITHUB_ACTIONS": "true",
        "GITHUB_API_URL": github.url,
        "GITHUB_EVENT_PATH": str(event),
        "GITHUB_REPOSITORY": "example/letters",
    }
    seen = {"event_name": "schedule", "run_id": 1, "run_attempt": 1, "token": "t0ken", "event": {}}
    return Runner(ACTION, workspace, tmp_path / "storage", environment, seen)


def week(runner: Runner, web: SimulatedWeb, pages: dict[str, Answer | None], **inputs: str) -> Left:
    """One scheduled run on a fresh checkout, while the web is as `pages` has it."""
    web.catalogue.pages.clear()
    web.catalogue.pages.update({url: page for url, page in {**ALIVE, **pages}.items() if page is not None})
    web.reset_log()
    subprocess.run(["git", "clean", "-qffdx"], cwd=runner.workspace, check=True)
    runner.github["run_id"] += 1
    options = ["--max-age=0s", "--no-archive", "--host-interval=1ms"]
    options += [f"{name}={value}" for name, value in zip(web.options[::2], web.options[1::2], strict=True)]
    arguments = "\n".join([*options, inputs.pop("arguments", "")])
    return runner.play(**{"issue": "true", "fail_on": "never", "arguments": arguments, **inputs})


def told(left: Left) -> tuple[str, str, str, str]:
    return tuple(left.outputs[name] for name in ("exit-code", "broken", "changed", "issue"))


def test_quiet_until_something_changes(runner: Runner, web: SimulatedWeb, github: GitHub) -> None:
    """Seven weeks: what is said, and to whom."""
    left = week(runner, web, {})
    assert told(left) == ("0", "0", "false", ""), left.log
    assert github.changes == [], "all is well, and nobody is told"
    assert "## Since" not in left.summary

    left = week(runner, web, {SHORE: None})
    assert told(left) == ("0", "1", "true", "1"), left.log
    assert [asked.method for asked in github.changes] == ["POST"]
    issue = github.issues[0]
    assert issue["title"] == "Citations that need an edit: letters"
    assert "1 link needs an edit." in issue["body"]
    assert f"✗ **broken** · note 1, line 7 · `{SHORE}`" in issue["body"]
    assert "::error file=letters/appeal.txt,line=7,col=45,title=" in left.log
    assert f"- **newly broken**: `{SHORE}` (was ok, now broken) · letters/appeal.txt, note 1" in left.summary

    github.log.clear()
    left = week(runner, web, {SHORE: None})
    assert told(left) == ("0", "1", "false", "1"), "the same is not said twice"
    assert github.changes == []

    left = week(runner, web, {SHORE: None, OFFICE: None})
    assert told(left) == ("0", "2", "true", "1")
    assert [asked.method for asked in github.changes] == ["PATCH", "POST"]
    assert "2 links need an edit." in issue["body"]
    ((number, comment),) = github.comments
    assert (number, SHORE in comment, OFFICE in comment) == (1, False, True), "the comment tells of what is new"

    left = week(runner, web, {SHORE: None, OFFICE: FAILING})
    assert told(left) == ("0", "1", "true", "1")
    assert "without a clear answer this time" in issue["body"], "a server error does not make it good"
    assert len(github.comments) == 1

    github.log.clear()
    left = week(runner, web, {})
    assert told(left) == ("0", "0", "true", "1")
    assert [(asked.method, asked.data["state"]) for asked in github.changes] == [("PATCH", "closed")]

    third = "https://office.example.com/appendix"
    letter = runner.workspace / "letters" / "appeal.txt"
    letter.write_text(f"{LETTER}[3] Example Office, ‘An appendix’, 3 June 2022: {third}\n", encoding="utf-8")
    left = week(runner, web, {})
    assert (len(github.issues), issue["state"]) == (1, "open"), "the same issue is opened again"
    assert third in github.comments[-1][1]
    assert SHORE not in issue["body"]
    assert github.tokens == {"Bearer t0ken"}
    assert {one.name for one in runner.artifacts.iterdir()} == {"letters-report"}
    assert {one.name for one in (runner.artifacts / "letters-report").iterdir()} == {"report.html", "report.json"}
    assert len(list(runner.cache.iterdir())) == 7, "each run has a key of its own"


def test_the_job_ends_as_verify_did_after_everything_is_kept(runner: Runner, web: SimulatedWeb, github: GitHub) -> None:
    further = "sarif=out/citations.sarif\njunit=out/citations.xml"
    left = week(runner, web, {SHORE: None}, fail_on="broken", issue="false", share="true", format=further)
    assert {one.name for one in (runner.workspace / "out").iterdir()} == {"citations.sarif", "citations.xml"}
    assert left.failed
    assert told(left) == ("1", "1", "true", "")
    assert left.ran[-3:] == ["Remember this run", "Keep the report", "Pass on how it ended"]
    assert "The shore retreats" not in (runner.artifacts / "letters-report" / "report.html").read_text("utf-8")
    assert "The shore retreats" not in left.summary
    assert github.log == []


def test_an_option_that_does_not_exist_fails_the_job(runner: Runner, web: SimulatedWeb, github: GitHub) -> None:
    left = week(runner, web, {}, arguments="--no-such-option")
    assert left.failed
    assert left.outputs["exit-code"] == "2"
    assert "No such option" in left.log
    assert not runner.artifacts.exists()


def test_inputs_are_words_never_code(runner: Runner, web: SimulatedWeb, github: GitHub, tmp_path: Path) -> None:
    evil = f'"; touch {tmp_path}/owned; echo "$(touch {tmp_path}/owned)'
    left = runner.play(paths=evil, name="a/../b", fail_on=evil, config=evil, arguments="--offline")
    assert left.failed
    assert left.outputs["exit-code"] == "2"
    assert not (tmp_path / "owned").exists()


# --- pull requests


def pull_request(runner: Runner, change: dict[str, str | None]) -> None:
    """What checkout leaves of a pull request with fetch-depth 2: the merge, its parents, and no history behind them."""
    folder = runner.workspace
    git(folder, "switch", "-q", "-c", "change")
    for name, content in change.items():
        (folder / name).parent.mkdir(exist_ok=True)
        if content is None:
            (folder / name).unlink()
        else:
            (folder / name).write_text(content, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "A change")
    git(folder, "switch", "-q", "main")
    git(folder, "merge", "-q", "--no-ff", "-m", "The merge that is tried", "change")
    runner.github |= {"event_name": "pull_request"}


def test_a_pull_request_checks_the_letters_that_it_changes(
    runner: Runner, web: SimulatedWeb, github: GitHub, tmp_path: Path
) -> None:
    another = LETTER.replace("An open letter", "Another letter")
    pull_request(runner, {"letters/second letter.txt": another, "letters/picture.svg": "<svg/>", "README.md": "# x\n"})
    left = week(runner, web, {SHORE: None}, changed_only="true", fail_on="")
    assert left.failed
    assert told(left) == ("1", "1", "true", "")
    assert [line.split(",")[0] for line in left.log.splitlines() if line.startswith("::error")] == [
        "::error file=letters/second letter.txt"
    ]
    assert github.log == [], "a pull request has nothing to do with the issue"
    assert not runner.cache.exists(), "nor does it change what the main branch remembers"


def test_a_pull_request_without_letters_is_done_at_once(runner: Runner, web: SimulatedWeb, github: GitHub) -> None:
    pull_request(runner, {"README.md": "# x\n", "letters/appeal.txt": None})
    left = week(runner, web, {}, changed_only="true")
    assert (left.failed, left.outputs["exit-code"], left.outputs["broken"]) == (False, "0", "0")
    assert "No letter was changed." in left.log
    assert web.log == []


def test_what_cannot_be_compared_is_said(runner: Runner, web: SimulatedWeb, github: GitHub) -> None:
    runner.github["event"] = {"pull_request": {"base": {"sha": "0" * 40}}}
    left = week(runner, web, {}, changed_only="true")
    assert (left.failed, left.outputs["exit-code"]) == (True, "2")
    assert "fetch-depth: 2" in left.log


def test_a_base_that_is_given_is_compared_with(runner: Runner, web: SimulatedWeb, github: GitHub) -> None:
    (runner.workspace / "letters" / "later.txt").write_text("A later letter without links.\n", encoding="utf-8")
    git(runner.workspace, "add", "-A")
    git(runner.workspace, "commit", "-q", "-m", "Later")
    left = week(runner, web, {SHORE: None}, changed_only="true", base="HEAD~1")
    assert (left.failed, left.outputs["broken"]) == (False, "0"), left.log


def test_the_warning_comes_before_anything_is_published(runner: Runner, github: GitHub) -> None:
    Path(runner.environment["GITHUB_EVENT_PATH"]).write_text('{"repository": {"private": false}}', encoding="utf-8")
    left = runner.play(arguments="--offline")
    assert left.log.startswith("::warning title=Letters may become public::This repository is public"), left.log
    assert not left.failed
