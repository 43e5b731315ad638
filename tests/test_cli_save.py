"""`verify save` as a user meets it: whole processes, the simulated web and archive, the history on disk."""

from __future__ import annotations

import os
import pty
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from tests.web.archive_save import ACCESS, SECRET, Snag
from tests.web.server import SimulatedWeb
from tests.web.sites import contested

ROOT = Path(__file__).parent.parent
KEYS = {"IA_ACCESS_KEY_ID": ACCESS, "IA_SECRET_ACCESS_KEY": SECRET}
SECRET_LINK = "https://share.example/report?access_token=0123456789abcdef"
LIVE = "https://www.bbc.co.uk/news/resources/idt-8df450b3-5d6d-4ed8-bdcc-bd99137eadc3"
OTHER = (
    "https://www.hrw.org/report/2017/09/05/costs-international-advocacy/chinas-interference-united-nations-human-rights"
)


@pytest.fixture
def web(simulated_web: SimulatedWeb) -> SimulatedWeb:
    """The simulated web, whose archive has lost its copies of a live page."""
    archive = simulated_web.archive
    kept = archive.captures
    archive.captures = [one for one in kept if one.url != LIVE]
    yield simulated_web
    archive.captures = kept
    simulated_web.reset_log()


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    links = (LIVE, SECRET_LINK, LIVE)
    notes = "\n".join(f"[{number}] A source, 28 May 2022: {url}" for number, url in enumerate(links, start=1))
    marks = " ".join(f"They said so [{number}]." for number in range(1, len(links) + 1))
    path.write_text(f"An open letter\n\n{marks}\n\nNotes\n\n{notes}\n", encoding="utf-8")
    return path


def environment(keys: Mapping[str, str]) -> dict[str, str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("VERIFY_", "IA_"))}
    return {**plain, "PYTHONPATH": str(ROOT), **keys}


def run(folder: Path, *arguments: str | Path, keys: Mapping[str, str] = KEYS) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "verifier", *map(str, arguments)]
    out, err = folder / "out.txt", folder / "err.txt"
    with out.open("w") as stdout, err.open("w") as stderr:
        done = subprocess.run(
            command, cwd=folder, env=environment(keys), stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr,
            timeout=120, check=False,
        )  # fmt: skip
    text = [path.read_text("utf-8") for path in (out, err)]
    assert not any(SECRET in each or ACCESS in each for each in text), "keys are never shown"
    return subprocess.CompletedProcess(command, done.returncode, *text)


def test_a_letters_live_pages_without_a_copy_are_captured(tmp_path: Path, letter: Path, web: SimulatedWeb) -> None:
    run(tmp_path, "check", letter, "--letter-date", "2022-06-08", "--no-report", *web.options)
    web.log.clear()
    done = run(tmp_path, "save", letter, "--yes", "--letter-date", "2022-06-08", *web.options)
    assert done.returncode == 0, done.stderr
    asked = {entry.path.partition("/spn2")[0] for entry in web.log}
    assert asked == {"/save", "/save/status/user", "/save/status"}, "what the check found is not asked again"
    assert not any("access_token" in f"{entry.target}{entry.body!r}" for entry in web.log)
    assert "This page would be captured by web.archive.org" in done.stderr
    assert "(note 1, note 3)" in done.stderr
    assert "no archive is told of it: it carries a secret (the parameter “access_token”)" in done.stderr
    (timestamp,) = [capture.timestamp for capture in web.archive.captures if capture.url == LIVE]
    assert done.stdout == f"saved     {LIVE}\n          https://web.archive.org/web/{timestamp}/{LIVE}\n"
    # Once more: what has been captured is known.
    again = run(tmp_path, "save", letter, "--yes", "--letter-date", "2022-06-08", *web.options)
    assert again.returncode == 0
    assert len(web.archive.save.submissions()) == 1
    assert "an earlier run had it captured" in again.stdout


def test_addresses_are_captured_where_they_are_live_and_have_no_copy(tmp_path: Path, web: SimulatedWeb) -> None:
    done = run(tmp_path, "save", LIVE, contested.STALE, "--yes", "--no-history", *web.options)
    assert done.returncode == 0, done.stderr
    assert [one.about for one in web.archive.save.submissions()] == [LIVE]
    assert "1 link shows no page to capture" in done.stderr


def test_private_addresses_are_neither_asked_nor_sent(tmp_path: Path, web: SimulatedWeb) -> None:
    done = run(tmp_path, "save", "http://127.0.0.1:9/admin", "http://10.0.0.8/x", "--yes", *web.options)
    assert done.returncode == 0
    assert web.log == []
    assert "private network" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "keys", "words"),
    [
        ([], KEYS, "--yes captures without asking"),
        (["--yes"], {}, "IA_ACCESS_KEY_ID and IA_SECRET_ACCESS_KEY not set"),
        ([], {}, "IA_ACCESS_KEY_ID and IA_SECRET_ACCESS_KEY not set"),
        (["--yes", "--private"], KEYS, "--private and `verify save` exclude each other"),
        (["--yes", "--offline"], KEYS, "--offline and `verify save` exclude each other"),
        (["--yes", "--no-archive"], KEYS, "--no-archive and `verify save` exclude each other"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_sent(
    tmp_path: Path, letter: Path, web: SimulatedWeb, arguments: list[str], keys: dict[str, str], words: str
) -> None:
    done = run(tmp_path, "save", letter, *arguments, *web.options, keys=keys)
    assert done.returncode == 2
    assert words in done.stderr
    assert web.log == []


def test_keys_that_are_refused(tmp_path: Path, letter: Path, web: SimulatedWeb) -> None:
    wrong = {"IA_ACCESS_KEY_ID": "Wrong", "IA_SECRET_ACCESS_KEY": "Keys"}
    done = run(tmp_path, "save", letter, "--yes", *web.options, keys=wrong)
    assert done.returncode == 2
    assert "did not accept the keys" in done.stderr
    assert web.archive.save.submissions() == []


def test_plan_sends_nothing_and_needs_no_keys(tmp_path: Path, letter: Path, web: SimulatedWeb) -> None:
    done = run(tmp_path, "save", letter, "--plan", *web.options, keys={})
    assert (done.returncode, web.log) == (0, [])
    assert "would be asked to capture" in done.stdout
    assert "Captures are public" in done.stdout


@pytest.mark.parametrize(("answer", "saved"), [("y\n", 1), ("\n", 0)])
def test_at_a_terminal_it_asks_first(tmp_path: Path, letter: Path, web: SimulatedWeb, answer: str, saved: int) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "verifier", "save", str(letter), "--letter-date", "2022-06-08", *web.options]
    out = tmp_path / "out.txt"
    with out.open("wb") as file:
        process = subprocess.Popen(
            command, cwd=tmp_path, env=environment(KEYS), stdin=theirs, stdout=file, stderr=subprocess.STDOUT
        )
        os.write(ours, answer.encode())
        assert process.wait(60) == 0
    os.close(ours)
    os.close(theirs)
    text = out.read_text("utf-8")
    assert text.index("would be captured") < text.index("Have them captured?")
    assert len(web.archive.save.submissions()) == saved
    assert ("Nothing was captured." in text) is (saved == 0)


@pytest.mark.parametrize(
    ("snag", "words"),
    [
        (Snag(LIVE, submit="error:no-access"), "the site refused the archive (403)"),
        (Snag(LIVE, late=7200), "the same command asks what became of it"),
    ],
)
def test_what_is_not_done_in_full_exits_with_3(
    tmp_path: Path, letter: Path, web: SimulatedWeb, snag: Snag, words: str
) -> None:
    web.archive.save.snags.append(snag)
    done = run(tmp_path, "save", letter, "--yes", *web.options)
    assert done.returncode == 3
    assert words in done.stdout


def jobs_kept(history: Path) -> int:
    """How many jobs another process has put into the history so far."""
    if not history.exists():
        return 0
    with closing(sqlite3.connect(history, timeout=30)) as db:
        if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'saves'").fetchone():
            return 0
        return int(db.execute("SELECT count(*) FROM saves").fetchone()[0])


def test_an_interrupted_run_goes_on_where_it_stopped(tmp_path: Path, letter: Path, web: SimulatedWeb) -> None:
    web.archive.save.seconds = 3600
    command = [sys.executable, "-m", "verifier", "save", str(letter), "--yes", *web.options]
    with (tmp_path / "out.txt").open("wb") as out:
        process = subprocess.Popen(command, cwd=tmp_path, env=environment(KEYS), stdout=out, stderr=out)
        until = time.monotonic() + 60
        while not jobs_kept(tmp_path / ".verify" / "history.sqlite") and time.monotonic() < until:
            time.sleep(0.05)
        process.terminate()
        process.wait(30)
    (job,) = web.archive.save.jobs.values()
    job.ends = 0.0
    web.archive.save.seconds = 0.0
    done = run(tmp_path, "save", letter, "--yes", *web.options)
    assert done.returncode == 0, done.stderr
    assert [one.about for one in web.archive.save.submissions()] == [LIVE], "it is not asked for twice"


def test_a_service_that_does_not_answer(tmp_path: Path, letter: Path, web: SimulatedWeb) -> None:
    silent = ("--resolve", "web.archive.org:443:nxdomain:0")
    run(tmp_path, "check", letter, "--no-report", *web.options)
    done = run(tmp_path, "save", letter, "--yes", *silent, *web.options)
    assert done.returncode == 3
    assert "does not take captures now" in done.stderr
