"""The rolling issue: which requests change something, what it says, and what text from a letter cannot do in it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.action.github import GitHub
from tests.builders import NOON, a_citation, a_document, a_finding, a_mended_citation, a_report
from tests.golden.example import HOSTILE
from tests.report.nasty import nasty_report
from verifier.model.citation import Description
from verifier.model.document import Part
from verifier.model.report import Action, ActionKind, Network, Review, RuleHit, SourceFailure, Verdict
from verifier.model.transition import Changes, Transition, TransitionKind
from verifier.report import render

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / ".github" / "actions" / "verify" / "rolling_issue.py"


@pytest.fixture
def github() -> Iterator[GitHub]:
    with GitHub() as github:
        yield github


def keep(github: GitHub, folder: Path, report, *, code: int = 1, **inputs: str) -> subprocess.CompletedProcess[str]:
    """One week: the script over a report; the log of requests begins anew."""
    github.log.clear()
    file = folder / "report.json"
    file.write_text(render("json", report), encoding="utf-8")
    environment = {
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "GITHUB_API_URL": github.url,
        "GITHUB_REPOSITORY": "example/letters",
        "GITHUB_OUTPUT": str(folder / "outputs"),
        "JSON": str(file),
        "EXIT_CODE": str(code),
        "NAME": "letters",
        "LABEL": "citations",
        "TOKEN": "t0ken",
        **inputs,
    }
    return subprocess.run([sys.executable, SCRIPT], env=environment, capture_output=True, text=True, check=False)


def broken(identity: str = "1", **changes):
    url = f"https://example.org/{identity}"
    finding = {"verdict": Verdict.BROKEN, "rules": (RuleHit("VFY201", "Answered 404 (not found)."),), **changes}
    return a_finding(citation=a_citation(id=identity, as_written=url, value=url, url=url), **finding)


def report(*findings, **run):
    return a_report(a_document(*findings), **run)


def test_what_is_not_to_be_edited_opens_nothing(github: GitHub, tmp_path: Path) -> None:
    around = a_finding(verdict=Verdict.BROKEN, citation=a_citation(part=Part.SURROUNDINGS))
    quiet = report(
        broken(review=Review("accept")),
        broken("2", review=Review("ignore")),
        around,
        a_finding(verdict=Verdict.REVIEW),
        a_finding(verdict=Verdict.OK),
    )
    assert keep(github, tmp_path, quiet, code=0).returncode == 0
    assert github.changes == []


@pytest.mark.parametrize(
    ("levels", "listed", "why"),
    [
        ("", ["broken", "fix"], "what the command counts"),
        ("never", ["broken", "fix"], "the job is not to fail, but the issue tells"),
        ("new", ["broken", "fix"], "what stays broken stays listed"),
        ("broken", ["broken"], "only the worst"),
        ("review", ["broken", "fix", "review"], "everything"),
    ],
)
def test_what_is_listed(github: GitHub, tmp_path: Path, levels: str, listed: list[str], why: str) -> None:
    mended = a_finding(verdict=Verdict.FIX, citation=a_mended_citation(id="2"))
    looks = a_finding(verdict=Verdict.REVIEW, citation=a_citation(id="3"))
    keep(github, tmp_path, report(looks, mended, broken()), FAIL_ON=levels)
    body = github.issues[0]["body"]
    assert [word for word in ("broken", "fix", "review") if f"**{word}**" in body] == listed, why
    assert body.index("**broken**") < body.replace("**fix**", "\0", 1).find("\0") or "**fix**" not in body


def test_steps_are_told_with_their_links(github: GitHub, tmp_path: Path) -> None:
    copy = "https://web.archive.org/web/20220601000000/https://example.org/1"
    keep(github, tmp_path, report(broken(actions=(Action(ActionKind.USE_ARCHIVE, copy),))))
    assert f"  - Cite the archived copy: <{copy}>" in github.issues[0]["body"]


def test_another_day_another_order_no_request(github: GitHub, tmp_path: Path) -> None:
    first, second = broken(), broken("2")
    keep(github, tmp_path, report(first, second))
    later = broken(rules=(RuleHit("VFY201", "Answered 404, seen on two days."),), seen=7)
    keep(github, tmp_path, report(later, second, id="another"))
    assert github.changes == []
    keep(github, tmp_path, report(later))
    assert [asked.method for asked in github.changes] == ["PATCH"], "one is repaired: nobody needs to be called"


@pytest.mark.parametrize(
    ("run", "code", "why"),
    [
        ({"network": Network.DOWN}, 3, "nothing was judged"),
        ({"network": Network.OFFLINE}, 0, "nobody was asked"),
        ({"partial": True}, 3, "only a part was looked at"),
        ({}, 3, "too little was decided"),
        ({}, 130, "interrupted"),
    ],
)
def test_a_run_that_was_not_done_changes_nothing(github: GitHub, tmp_path: Path, run, code, why) -> None:
    keep(github, tmp_path, report(broken()))
    done = keep(github, tmp_path, report(a_finding(verdict=Verdict.OK), **run), code=code)
    assert github.log == [], why
    assert "::notice" in done.stdout
    assert github.issues[0]["state"] == "open"


def test_a_letter_that_cannot_be_read_is_listed(github: GitHub, tmp_path: Path) -> None:
    locked = a_document(source="letters/x.pdf", error=SourceFailure("it is encrypted", "Save it without."))
    keep(github, tmp_path, a_report(locked), code=3)
    assert "- **could not be read:** it is encrypted Save it without." in github.issues[0]["body"]
    keep(github, tmp_path, report(a_finding(verdict=Verdict.OK)), code=0)
    assert github.issues[0]["state"] == "closed"


def test_what_gets_no_answer_stays_until_it_gets_one(github: GitHub, tmp_path: Path) -> None:
    keep(github, tmp_path, report(broken()))
    silent = broken(verdict=Verdict.REVIEW, rules=(RuleHit("VFY213", "No answer in time."),))
    keep(github, tmp_path, report(silent), code=0)
    assert "without a clear answer this time" in github.issues[0]["body"]
    assert (github.issues[0]["state"], github.comments) == ("open", [])
    keep(github, tmp_path, report(silent), code=0)
    assert github.changes == []
    keep(github, tmp_path, report(broken(verdict=Verdict.OK)), code=0)
    assert github.issues[0]["state"] == "closed"
    keep(github, tmp_path, report(silent), code=0)
    assert github.changes == [], "a closed issue is not opened by silence"


def test_a_link_that_comes_and_goes_is_listed_when_it_stays_away(github: GitHub, tmp_path: Path) -> None:
    def gone(*, new: bool, flapping: bool):
        change = Transition(
            TransitionKind.NEWLY_BROKEN, "1", "letter.txt", "1", "https://x.example", "ok", "broken", flapping
        )
        return replace(report(broken(new=new)), changes=Changes(NOON, (change,) if flapping else ()))

    keep(github, tmp_path, gone(new=False, flapping=True))
    assert github.changes == [], "it may be back tomorrow"
    keep(github, tmp_path, gone(new=True, flapping=False))
    assert [asked.method for asked in github.changes] == ["POST"], "it is not"
    keep(github, tmp_path, gone(new=False, flapping=True))
    assert github.changes == [], "what is listed stays listed"


def test_other_peoples_issues_are_left_alone(github: GitHub, tmp_path: Path) -> None:
    label = [{"name": "citations"}]
    github.issues += [
        {"number": 1, "state": "open", "body": "A question about citations", "labels": label},
        {"number": 2, "state": "open", "body": "<!-- verifier issue letters -->", "labels": []},
        {"number": 3, "state": "open", "body": "<!-- verifier issue letters -->", "labels": label, "pull_request": {}},
        {"number": 4, "state": "open", "body": "<!-- verifier issue reports -->", "labels": label},
        {"number": 5, "state": "closed", "body": None, "labels": label},
    ]
    keep(github, tmp_path, report(broken()))
    assert github.issues[5]["number"] == 6
    assert [one["body"] for one in github.issues[:2]] == [
        "A question about citations",
        "<!-- verifier issue letters -->",
    ]


def test_a_label_that_was_dropped_is_set_so_that_it_is_found_again(github: GitHub, tmp_path: Path) -> None:
    github.drops_labels = True
    keep(github, tmp_path, report(broken()))
    assert [asked.path.rpartition("/")[2] for asked in github.changes] == ["issues", "labels"]
    keep(github, tmp_path, report(broken()))
    assert (len(github.issues), github.changes) == (1, [])


def test_it_is_found_among_many(github: GitHub, tmp_path: Path) -> None:
    keep(github, tmp_path, report(broken()))
    github.issues += [
        {"number": number, "state": "open", "body": "?", "labels": [{"name": "citations"}]} for number in range(2, 252)
    ]
    keep(github, tmp_path, report(a_finding(verdict=Verdict.OK)), code=0)
    assert [asked.path for asked in github.changes] == ["/repos/example/letters/issues/1"]


def test_a_text_that_a_person_changed_is_written_anew(github: GitHub, tmp_path: Path) -> None:
    keep(github, tmp_path, report(broken()))
    github.issues[0]["body"] = "<!-- verifier issue letters --> <!-- verifier state {bad} -->"
    keep(github, tmp_path, report(broken()))
    assert [asked.method for asked in github.changes] == ["PATCH", "POST"]
    assert "1 link needs an edit." in github.issues[0]["body"]


def test_ids_that_a_person_changed_are_none(github: GitHub, tmp_path: Path) -> None:
    keep(github, tmp_path, report(broken()))
    text = github.issues[0]["body"]
    github.issues[0]["body"] = re.sub(r'"ids": \[[^]]*\]', '"ids": [{}]', text)
    keep(github, tmp_path, report(broken()), code=1)
    assert github.issues[0]["body"] == text


def test_nothing_from_a_letter_does_anything(github: GitHub, tmp_path: Path) -> None:
    evil = "@everyone closes #1 <!-- verifier issue letters --> [x](https://example.org) ![](https://example.org/a.png)"
    citation = a_citation(value=f"https://example.org/{evil}`", description=Description(title=HOSTILE))
    finding = a_finding(citation=citation, verdict=Verdict.BROKEN, rules=(RuleHit("VFY201", evil),))
    keep(github, tmp_path, a_report(a_document(finding, source=evil)))
    body = github.issues[0]["body"]
    outside_code = body.replace(f"`` https://example.org/{evil}` ``", "")
    assert outside_code.count("@everyone") == outside_code.count("#1") == outside_code.count("![") == 0
    assert body.count("<!-- verifier issue letters -->") == 2, "the mark, and the link in its fence"
    keep(github, tmp_path, a_report(a_document(finding, source=evil)))
    assert github.changes == []


def test_a_worst_case_fits(github: GitHub, tmp_path: Path) -> None:
    """The text that GitHub takes ends at 65,536 characters; the loopback GitHub refuses more."""
    many = report(*(broken(f"{number:016x}", rules=(RuleHit("VFY201", "x" * 900),)) for number in range(3000)))
    assert keep(github, tmp_path, many).returncode == 0
    assert "3,000 links need an edit." in github.issues[0]["body"]
    assert "more, in the report of the run." in github.issues[0]["body"]
    assert keep(github, tmp_path, nasty_report(), code=3).returncode == 0
    assert len(github.comments[0][1]) < 65_536


@pytest.mark.parametrize(("fails", "code", "requests"), [([503], 0, 3), ([403], 1, 1)])
def test_when_github_fails(github: GitHub, tmp_path: Path, fails, code, requests, monkeypatch) -> None:
    github.fails = list(fails)
    done = keep(github, tmp_path, report(broken()))
    assert (done.returncode, len(github.log)) == (code, requests), done.stdout
    if code:
        assert "403 Resource not accessible by integration (it needs the permission issues: write)" in done.stdout


def test_the_number_is_an_output(github: GitHub, tmp_path: Path) -> None:
    keep(github, tmp_path, report(broken()))
    name, number, end = (tmp_path / "outputs").read_text(encoding="utf-8").splitlines()
    assert (name, number) == (f"number<<{end}", "1")
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["schema"] == "verifier-report/1"
