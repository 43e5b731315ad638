"""`verify history`, `diff`, `export`, `forget` and `review` over a history of four weekly runs."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.builders import NOON, a_citation
from tests.store.samples import finding, report
from tests.test_cli import ROOT, VERIFY, run
from verifier.model.citation import Kind
from verifier.model.evidence import LiveOutcome
from verifier.model.report import Review, Verdict
from verifier.store import History

GOOD, DEAD = (LiveOutcome.OK, Verdict.OK), (LiveOutcome.NOT_FOUND, Verdict.BROKEN)
WEEKS = [(GOOD, GOOD), (DEAD, GOOD), (GOOD, DEAD), (DEAD, DEAD)]
FLAPPING, STEADY = "https://example.org/flapping", "https://example.org/steady"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with History.open(tmp_path / ".verify" / "history.sqlite") as history:
        for number, week in enumerate(WEEKS):
            at = NOON + timedelta(weeks=number)
            findings = [
                finding(*told, at, citation_id=f"c{n}", url=url)
                for n, (told, url) in enumerate(zip(week, (FLAPPING, STEADY), strict=True))
            ]
            history.begin_run(f"r{number}", at, ["letter.txt"], "options", "1.0")
            history.finish_run(f"r{number}", at, report(*findings, source="letter.txt", id=f"r{number}", started_at=at))
        history.begin_run("r9", NOON + timedelta(weeks=9), ["letter.txt"], "options", "1.0")
    return tmp_path


def said(folder: Path, *arguments: str, code: int = 0) -> str:
    done = run(*arguments, folder=folder)
    assert "Traceback" not in done.stderr
    assert done.returncode == code, done.stderr
    return done.stdout if code == 0 else done.stderr


def test_history_lists_runs_and_links(folder: Path) -> None:
    runs = said(folder, "history", "-n", "3").splitlines()
    assert [line.split()[2] for line in runs[::2]] == ["r9", "r3", "r2"]
    assert "not finished" in runs[0]
    assert "2 broken" in runs[2]
    links = said(folder, "history", "letter.txt").splitlines()
    assert links[0].startswith("broken  note 1, https://example.org/flapping")
    assert links[1].endswith("in 1 run, last on 12 December 2026; the outcome changed 3 times: flapping")
    assert "the page is not found, since 5 December 2026, in 2 runs" in links[3]
    assert "flapping" not in links[3]


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ([], [f"newly broken: note 1, {FLAPPING}"]),
        (["r2"], [f"newly broken: note 1, {STEADY}", f"recovered: note 1, {FLAPPING}"]),
        (["r0", "r3"], [f"newly broken: note 1, {FLAPPING}", f"newly broken: note 1, {STEADY}"]),
        (["r3", "r3"], []),
    ],
)
def test_diff_tells_what_changed(folder: Path, runs: list[str], expected: list[str]) -> None:
    told = said(folder, "diff", *runs)
    assert [line.strip() for line in told.splitlines() if "note 1" in line] == expected
    assert told.startswith("No link that both runs looked at has changed since that of 12 December 2026.") is (
        not expected
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["diff", "nonsense"], "knows no finished run nonsense"),
        (["diff", "r9"], "knows no finished run r9"),
        (["diff", "r0"], "no run before r0"),
        (["diff", "r0", "r1", "r2"], "two runs at most"),
        (["history", "lettre.txt"], "Did you mean letter.txt?"),
        (["history", "--history", "missing.sqlite"], "no history at missing.sqlite"),
        (["forget", "else.docx"], "knows no letter else.docx"),
        (["review", "--id", "c1"], "belong together"),
        (["review", "--id", "c7", "--decision", "accept"], "nothing of id c7"),
        (["review", "--id", "c1", "--decision", "maybe"], "'maybe' is not one of"),
        (["review", "--id", "c1", "--decision", "replace"], "replace needs"),
        (["review", "--id", "c1", "--decision", "accept", "--expires", "soon"], "'soon' is not a day"),
        (["review", "--id", "c1", "--decision", "accept", "--expires", "2020-01-01"], "2020-01-01 has passed"),
    ],
)
def test_mistakes_are_told(folder: Path, arguments: list[str], words: str) -> None:
    assert words in said(folder, *arguments, code=2)
    assert not (folder / "missing.sqlite").exists()
    assert not (folder / "verify.reviews.toml").exists()


UNSEEN = (LiveOutcome.SKIPPED, Verdict.SKIPPED)


def a_week_without_looking(folder: Path, decision: str | None = None) -> None:
    """A fifth week, of a run that looked at no cited page (`--private`, say)."""
    at = NOON + timedelta(weeks=4)
    unseen = [
        replace(finding(*UNSEEN, at, citation_id=f"c{n}", url=url), review=Review(decision) if decision else None)
        for n, url in enumerate((FLAPPING, STEADY))
    ]
    with History.open(folder / ".verify" / "history.sqlite") as history:
        history.begin_run("r4", at, ["letter.txt"], "private", "1.0")
        history.finish_run("r4", at, report(*unseen, source="letter.txt", id="r4", started_at=at))


def test_a_run_that_did_not_look_settles_nothing(folder: Path) -> None:
    before = said(folder, "review")
    a_week_without_looking(folder)
    assert said(folder, "review") == before
    links = said(folder, "history", "letter.txt").splitlines()
    assert [line.split()[0] for line in links[::2]] == ["broken", "broken"]
    assert links[3].endswith("in 2 runs, last on 12 December 2026; not looked at since")
    assert "2 skipped" in said(folder, "history", "-n", "2")


def test_a_run_that_did_not_look_is_no_change_before_or_after_it(folder: Path) -> None:
    a_week_without_looking(folder)
    at = NOON + timedelta(weeks=5)
    with History.open(folder / ".verify" / "history.sqlite") as history:
        seen = [
            finding(*told, at, citation_id=f"c{n}", url=u)
            for n, (told, u) in enumerate([(GOOD, FLAPPING), (DEAD, STEADY)])
        ]
        history.begin_run("r5", at, ["letter.txt"], "options", "1.0")
        history.finish_run("r5", at, report(*seen, source="letter.txt", id="r5", started_at=at))
    assert said(folder, "diff", "r3", "r4").startswith("No link that both runs")
    told = [line.strip() for line in said(folder, "diff").splitlines() if "note 1" in line]
    assert told == [f"recovered: note 1, {FLAPPING}"], "the other was broken when it was last looked at"


def test_what_a_run_that_did_not_look_found_accepted_stays_so(folder: Path) -> None:
    a_week_without_looking(folder, "accept")
    assert said(folder, "review") == "Nothing needs a decision.\n"


def test_runs_that_found_nothing_say_why(folder: Path) -> None:
    (folder / "plain.txt").write_text("Dear all,\n\nthank you.\n")
    (folder / "empty.txt").write_text("")
    for name, told in (("plain.txt", "no citation"), ("empty.txt", "could not be read")):
        run(name, "--offline", "--no-report", folder=folder)
        assert said(folder, "history", "-n", "1").splitlines()[0].endswith(f"  {told}")


def test_a_run_that_could_not_read_a_letter_says_nothing_of_its_links(folder: Path) -> None:
    known = [said(folder, *words) for words in (("review",), ("diff",), ("history", "letter.txt"))]
    (folder / "letter.txt").write_text("")
    for name in ("letter.txt", "lettre.txt", "letter.txt"):
        run(name, "--offline", "--no-report", folder=folder)
    assert [said(folder, *words) for words in (("review",), ("diff",), ("history", "letter.txt"))] == known


def test_verdicts_are_counted_in_the_order_of_all_reports(folder: Path) -> None:
    assert said(folder, "history", "-n", "3").splitlines()[4].endswith("  1 broken, 1 ok")


def test_export_holds_every_span(folder: Path) -> None:
    table = list(csv.DictReader(io.StringIO(said(folder, "export"))))
    assert [(row["link"], row["verdict"], row["runs"]) for row in table if row["citation"] == "c1"] == [
        (STEADY, "ok", "2"),
        (STEADY, "broken", "2"),
    ]
    said(folder, "export", "--to", "jsonl", "-o", "out/history.jsonl")
    lines = [json.loads(line) for line in (folder / "out/history.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(lines) == len(table) == 6
    assert lines[0]["archived"] is None


def test_a_letter_without_citations_has_no_past(folder: Path) -> None:
    (folder / "plain.txt").write_text("Dear all,\n\nthank you.\n")
    run("plain.txt", "--offline", "--no-report", folder=folder)
    assert said(folder, "history", "plain.txt") == "No run has found a citation in it.\n"


def test_notes_are_listed_by_their_numbers(folder: Path) -> None:
    notes = "\n".join(f"[{n}] https://example.org/ca se/{n}" for n in range(1, 12))
    text = f"A letter\n\nAll of it {' '.join(f'[{n}]' for n in range(1, 12))}.\n\nNotes\n\n{notes}\n"
    (folder / "many.txt").write_text(text)
    run("many.txt", "--offline", "--no-report", folder=folder)
    told = [line.split("note ")[1].split(",")[0] for line in said(folder, "review", "many.txt").splitlines()[::2]]
    assert told == [str(n) for n in range(1, 12)]


def test_forget_leaves_nothing(folder: Path) -> None:
    said(folder, "forget", "letter.txt")
    assert b"example.org" not in (folder / ".verify" / "history.sqlite").read_bytes()
    assert said(folder, "history") == "No run is kept here.\n"


def test_review_lists_and_decides(folder: Path) -> None:
    listed = said(folder, "review", "letter.txt")
    assert "--id c0" in listed
    assert "--id c1" in listed
    said(folder, "review", "--id", "c0", "--decision", "accept", "--note", "it “comes\nback”", "--by", "M. Example")
    assert "--id c0" not in (listed := said(folder, "review"))
    said(folder, "review", "--id", "c1", "--decision", "replace", "--url", "https://example.org/new")
    assert said(folder, "review") == "Nothing needs a decision.\n"
    said(folder, "review", "--id", "c0", "--decision", "ignore", "--expires", "2999-12-31")
    assert said(folder, "review") == "Nothing needs a decision.\n"
    kept = folder / "verify.reviews.toml"
    text = kept.read_text(encoding="utf-8")
    assert text.count("[[review]]") == 2
    kept.write_text(text.replace("2999-12-31", "2020-01-01"), encoding="utf-8")
    assert "--id c0" in said(folder, "review")


def test_a_history_without_finished_runs(tmp_path: Path) -> None:
    with History.open(tmp_path / ".verify" / "history.sqlite") as history:
        history.begin_run("r1", NOON, ["letter.txt"], "options", "1.0")
    assert "no run has finished yet" in said(tmp_path, "diff", code=2)
    assert said(tmp_path, "review") == "Nothing needs a decision.\n"
    assert a_citation().id not in said(tmp_path, "history")


def test_review_asks_on_a_terminal(folder: Path) -> None:
    answers = "M. Example\nopened\nI saw it\n2999-13-31\n2020-01-01\n2999-12-31\nreplace\njavascript:x\n\n"
    told = on_a_terminal(["review"], answers, folder)
    assert "this is no day; write it as YYYY-MM-DD" in told
    assert "this day has passed" in told
    assert "this is no http or https address" in told
    text = (folder / "verify.reviews.toml").read_text(encoding="utf-8")
    assert 'decision = "opened"' in text
    assert 'note = "I saw it"' in text
    assert "expires = 2999-12-31" in text
    assert text.count("[[review]]") == 1
    assert "Decision" in on_a_terminal(["review"], "\nlater\n", folder)
    on_a_terminal(["review"], "\nreplace\nnowhere\nhttps://example.org/new\n\n\n", folder)
    assert 'url = "https://example.org/new"' in (folder / "verify.reviews.toml").read_text(encoding="utf-8")
    assert "Nothing needs a decision." in on_a_terminal(["review"], "", folder)


def test_a_terminal_that_cannot_rewrite_a_line_gets_no_line_to_rewrite(folder: Path) -> None:
    (folder / "plain.txt").write_text("See https://127.0.0.1/a for it.\n")
    told = on_a_terminal(["plain.txt", "--no-archive", "--no-history", "--no-report"], "", folder)
    assert "127.0.0.1" in told
    assert "\x1b" not in told
    assert "\x1b[K" in on_a_terminal(["plain.txt", "--no-archive", "--no-history", "--no-report"], "", folder, "xterm")


def test_quitting_writes_nothing(folder: Path) -> None:
    on_a_terminal(["review"], "\nquit\n", folder)
    assert not (folder / "verify.reviews.toml").exists()


def on_a_terminal(arguments: list[str], answers: str, folder: Path, term: str = "dumb") -> str:
    """What the command prints when its input and output are a pseudo-terminal on which `answers` are typed."""
    import pty

    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": term}
    with subprocess.Popen(
        [*VERIFY, *arguments], cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        os.write(ours, answers.encode())
        told = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:  # Linux says so when the other end is closed
                break
            if not piece:
                break
            told += piece
        process.wait(timeout=60)
    os.close(ours)
    assert process.returncode == 0, told
    return told.decode()


def test_report_shows_a_run_again_in_any_format(folder: Path) -> None:
    told = said(folder, "report")
    assert "Shown again from the history" in told
    assert FLAPPING in told
    again = json.loads(said(folder, "report", "r2", "-f", "json", "-f", "html=page.html", "-f", "sarif=out.sarif"))
    assert again["run"]["id"] == "r2"
    assert [citation["verdict"] for citation in again["documents"][0]["citations"]] == ["ok", "broken"]
    assert STEADY in (folder / "page.html").read_text(encoding="utf-8")
    assert (folder / "out.sarif").exists()
    assert "Kept are r3, r2." in said(folder, "report", "r0", code=2)
    assert "knows no finished run r9" in said(folder, "report", "r9", code=2)


def test_a_report_shown_again_is_the_one_of_then(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(
        "An open letter\n\n8 June 2022\n\nThe lake is drying up [1].\n\nNotes\n\n"
        "[1] ‘A statement’: https://example.org/news/2022/the-state-\nment.html\n",
        encoding="utf-8",
    )
    done = run("letter.txt", "--offline", "--no-report", "-f", "json", folder=tmp_path)
    then, now = json.loads(done.stdout), json.loads(said(tmp_path, "report", "-f", "json"))
    assert now["run"].pop("remarks")[:-1] == then["run"].pop("remarks")
    assert now == then


def test_identifiers_are_told_with_what_they_are_the_number_of(tmp_path: Path) -> None:
    cited = {"kind": Kind.ARXIV, "value": "1706.03762", "url": "https://arxiv.org/abs/1706.03762"}
    with History.open(tmp_path / ".verify" / "history.sqlite") as history:
        for number, told in enumerate((GOOD, DEAD)):
            at = NOON + timedelta(weeks=number)
            found = finding(*told, at, citation_id="c0")
            found = replace(found, citation=replace(found.citation, **cited))
            history.begin_run(f"r{number}", at, ["letter.txt"], "options", "1.0")
            history.finish_run(f"r{number}", at, report(found, source="letter.txt", id=f"r{number}", started_at=at))
    assert "note 1, arXiv:1706.03762\n" in said(tmp_path, "history", "letter.txt")
    assert "note 1, arXiv:1706.03762\n" in said(tmp_path, "review")
    assert "newly broken: note 1, https://arxiv.org/abs/1706.03762\n" in said(tmp_path, "diff")
