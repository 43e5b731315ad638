"""Real processes at one file: killed in mid-run, several at once, and the size after a year."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from pytest import MonkeyPatch

from tests.store.samples import CONTENT, LETTER, NOON, URL, archive, day, finding, live, report, since
from verifier.model.evidence import Snapshot
from verifier.store import History

ROOT = Path(__file__).parents[2]

RECORDER = """
import sys
from pathlib import Path
from tests.store.samples import LETTER, NOON, live, archive, CONTENT
from verifier.store import History
path, run, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
with History.open(path, wait=60) as history:
    history.begin_run(run, NOON, [LETTER], "options", "1.0")
    print("begun", flush=True)
    for number in range(count):
        url = f"https://example.org/{number}"
        history.record_live(run, url, live())
        history.record_archive(run, url, "2022", archive())
        history.record_content(run, url, "question", CONTENT)
        print(number, flush=True)
"""


def recorder(path: Path, run: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", RECORDER, str(path), run, str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_a_killed_run_loses_nothing_that_it_had_learnt(path: Path) -> None:
    with recorder(path, "killed", 10**6) as process:
        assert process.stdout is not None
        said = [process.stdout.readline().strip() for _ in range(40)]
        process.kill()
        said += process.stdout.read().split()
    assert process.returncode == -9
    done = [number for number in said if number.isdecimal()]
    assert len(done) >= 39
    with History.open(path) as history:
        assert history.unfinished_run([LETTER], "options") == "killed"
        history.begin_run("next", day(30), [LETTER], "options", "1.0")
        for number in done[:39]:
            url = f"https://example.org/{number}"
            assert history.recall_live(url, since(day(30), "killed")) is not None
            assert history.recall_archive(url, "2022", "web.archive.org", since(day(30), "killed"))
            assert history.recall_content(url, "question", since(day(3650), "killed")) == CONTENT
        assert history._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_processes_that_begin_and_write_one_file_at_once_all_finish(path: Path) -> None:
    processes = [recorder(path, f"r{number}", 60) for number in range(3)]
    for process in processes:
        said, _ = process.communicate(timeout=120)
        assert process.returncode == 0
        assert said.split()[-1] == "59"
    with History.open(path) as history:
        assert {each.id for each in history.runs()} == {"r0", "r1", "r2"}
        for number in range(60):
            assert history.recall_live(f"https://example.org/{number}", since(NOON)) is not None
        assert history._connection.execute("SELECT count(*) FROM checks").fetchone() == (180,)
    assert sorted(each.name for each in path.parent.iterdir()) == [".gitignore", "history.sqlite"]


def test_a_history_that_another_process_begins_as_it_is_looked_at_is_ours(path: Path, monkeypatch: MonkeyPatch) -> None:
    connect = sqlite3.connect
    asked: list[str] = []

    def looked_at(statement: str) -> None:
        asked.append(statement)
        if len(asked) == 2:
            monkeypatch.undo()
            History.open(path).close()

    def watched(*given: Any, **named: Any) -> sqlite3.Connection:
        connection = connect(*given, **named)
        connection.set_trace_callback(looked_at)
        return connection

    monkeypatch.setattr(sqlite3, "connect", watched)
    with History.open(path) as history:
        assert list(history.runs()) == []
    assert len(asked) > 2


def test_many_runs_stay_below_two_kilobytes_per_citation(path: Path) -> None:
    """Unchanged pages from the third run on cost nothing more, however often they are looked at."""
    sizes = []
    for citations, runs in ((1, 1), (300, 3), (300, 5)):
        with History.open(path.with_name(f"{citations}-{runs}.sqlite")) as history:
            for week in range(runs):
                _weekly_run(history, week, citations)
        sizes.append(history.path.stat().st_size)
    assert (sizes[1] - sizes[0]) / 300 < 2000
    assert sizes[2] - sizes[1] < 300 * 5


def _weekly_run(history: History, week: int, citations: int) -> None:
    run, at = f"r{week}", day(7 * week)
    history.begin_run(run, at, [LETTER], "options", "1.0")
    findings = []
    for number in range(citations):
        url = f"{URL}/{number}"
        seen = live(at=at, final_url=url, redirects=(), body_sha256=f"{week:064x}", elapsed_ms=week)
        copied = archive(at=at, snapshot=Snapshot("20220529010203", f"https://web.archive.org/web/2022/{url}", 200, 1))
        history.record_live(run, url, seen)
        history.record_archive(run, url, "2022", copied)
        history.record_content(run, url, "question", CONTENT, at=at)
        findings.append(replace(finding(citation_id=f"{number:016x}", url=url, at=at), live=seen))
    history.finish_run(run, at, report(*findings, id=run, started_at=at))
