"""The command line as a user meets it: whole processes, real sockets, exit codes of `design.md`."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from tests.web.server import SimulatedWeb

ROOT = Path(__file__).parent.parent
LETTERS = ROOT / "tests" / "letters"
VERIFY = [sys.executable, "-m", "verifier"]
NOTHING_ANSWERS = ["--resolve", "*:*:nxdomain:0"]


def run(*arguments: str | Path, folder: Path, **more) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("VERIFY_")}
    environment["PYTHONPATH"] = str(ROOT)
    command = [*VERIFY, *map(str, arguments)]
    # Into files, not pipes: the simulated web opens and closes hundreds of descriptors in this very process.
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            stdout=output,
            stderr=errors,
            text=True,
            encoding="utf-8",
            timeout=300,
            check=False,
            **more,
        )
        output.seek(0)
        errors.seek(0)
        said, complained = output.read().decode(), errors.read().decode()
    return subprocess.CompletedProcess(command, done.returncode, said, complained)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(
        "An open letter\n\nThe lake is drying up [1].\n\nNotes\n\n"
        "[1] Example Office, ‘A statement’, 28 May 2022: https://example.org/statement\n",
        encoding="utf-8",
    )
    return path


def test_extract_prints_the_contract(tmp_path: Path) -> None:
    done = run("extract", LETTERS / "twin.txt", "--format", "json", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    report = json.loads(done.stdout)
    document = report["documents"][0]
    assert [note["label"] for note in document["notes"]] == [str(n) for n in range(1, 11)]
    assert all(len(note["markers"]) == 1 for note in document["notes"])
    assert document["citations"][0]["live"] is None
    assert document["citations"][0]["verdict"] is None
    assert not any(tmp_path.iterdir())


def test_a_letter_without_citations_says_so(tmp_path: Path) -> None:
    done = run(LETTERS / "no-citations.txt", "--no-report", "--no-history", folder=tmp_path)
    assert done.returncode == 0
    assert "no citation" in done.stdout.lower()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "white space"),
        ("binary.txt", bytes(range(256)) * 40, "binary"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), "PNG"),
        ("large.txt", b"word " * 10_000_000, "larger than"),
    ],
)
def test_what_cannot_be_read_is_told_each_in_its_own_words(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    for command in (["extract"], ["--offline", "--no-report", "--no-history"]):
        done = run(*command, name, folder=tmp_path)
        assert done.returncode == 3
        assert words.lower() in (done.stdout + done.stderr).lower()
        assert "Traceback" not in done.stderr


def test_a_missing_file_and_a_folder_without_letters(tmp_path: Path, letter: Path) -> None:
    (tmp_path / "folder").mkdir()
    for name, words in (("lettre.txt", "letter.txt"), ("folder", "holds no letter"), ("*.md", "No file matches")):
        done = run("extract", name, folder=tmp_path)
        assert done.returncode == 3
        assert words in done.stdout + done.stderr
        assert "Traceback" not in done.stderr


def test_where_nothing_could_be_read_no_page_is_left(tmp_path: Path) -> None:
    done = run("lettre.txt", "--no-history", folder=tmp_path)
    assert done.returncode == 3
    assert not (tmp_path / "reports").exists()


def test_invalid_utf8_is_read_and_told(tmp_path: Path, letter: Path) -> None:
    letter.write_bytes(letter.read_bytes() + "Ein Stück Prosa, überall gültig. ".encode() * 20 + b"\xff\xfe broken\n")
    done = run("extract", "letter.txt", "--format", "json", folder=tmp_path)
    assert done.returncode == 0
    document = json.loads(done.stdout)["documents"][0]
    assert document["remarks"]
    assert document["citations"][0]["value"] == "https://example.org/statement"


def test_one_bad_source_does_not_stop_the_others(tmp_path: Path, letter: Path) -> None:
    done = run("extract", "missing.txt", "letter.txt", "--format", "json", folder=tmp_path)
    assert done.returncode == 3
    first, second = json.loads(done.stdout)["documents"]
    assert first["error"]["message"]
    assert first["error"]["hint"]
    assert len(second["citations"]) == 1


def test_standard_input_has_a_name(tmp_path: Path, letter: Path) -> None:
    text = letter.read_text(encoding="utf-8")
    done = run("extract", "-", "--stdin-name", "draft.txt", "-f", "json", folder=tmp_path, input=text)
    document = json.loads(done.stdout)["documents"][0]
    assert (document["source"], len(document["citations"])) == ("draft.txt", 1)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Missing argument"),
        (["--timeout", "soon", "letter.txt"], "--timeout"),
        (["-f", "pdf", "letter.txt"], "there is no format 'pdf'"),
        (["-f", "json", "-f", "csv", "letter.txt"], "Only one format"),
        (["--fail-on", "brokn", "letter.txt"], "broken"),
        (["--resolve", "nonsense", "letter.txt"], "--resolve"),
        (["--nonsense", "letter.txt"], "No such option"),
        (["--ca-bundle", "missing.pem", "letter.txt"], "missing.pem"),
    ],
)
def test_usage_errors_exit_2_and_say_what_to_do(tmp_path: Path, letter: Path, arguments: list[str], words: str) -> None:
    done = run("check", *arguments, folder=tmp_path)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_misspelt_command_is_not_taken_for_a_letter(tmp_path: Path, letter: Path) -> None:
    done = run("extrct", "letter.txt", folder=tmp_path)
    assert done.returncode == 2
    assert "Did you mean 'extract'?" in done.stderr


def test_without_network_nothing_is_judged(tmp_path: Path) -> None:
    done = run(LETTERS / "twin.txt", "-f", "json", "--timeout", "2s", *NOTHING_ANSWERS, folder=tmp_path)
    report = json.loads(done.stdout)
    assert done.returncode == 3
    assert report["run"]["network"] == "down"
    assert report["summary"]["verdicts"]["broken"] == 0
    citations = report["documents"][0]["citations"]
    assert {citation["live"]["outcome"] for citation in citations} == {"skipped"}
    assert {citation["archive"]["outcome"] for citation in citations} == {"unknown"}
    assert sum(citation["verdict"] == "fix" for citation in citations) == 4


def test_what_is_remembered_keeps_its_verdict_without_network(tmp_path: Path, simulated_web: SimulatedWeb) -> None:
    moved = "‘Hong Kong Reaches a Grim Milestone: 1,000 Political Prisoners’, https://hkdc.us/political-prisoners-research-report/"
    notes = f"[1] {moved}\n[2] https://bare404.example/reports/2019/census.html\n"
    (tmp_path / "letter.txt").write_text(f"A letter\n\nOne [1], two [2].\n\nNotes\n\n{notes}", encoding="utf-8")
    command = ("letter.txt", "-f", "json", "--no-archive", "--no-report")
    before = json.loads(run(*command, *simulated_web.options, folder=tmp_path).stdout)
    after = json.loads(run(*command, *NOTHING_ANSWERS, folder=tmp_path).stdout)
    assert after["run"]["network"] == "down"
    was, now = (report["documents"][0]["citations"][0] for report in (before, after))
    assert (was["live"]["outcome"], was["verdict"]) == (now["live"]["outcome"], now["verdict"]) == ("moved", "fix")
    assert now["live"]["provenance"] == "remembered"


def test_offline_judges_from_the_text(tmp_path: Path) -> None:
    done = run(LETTERS / "twin.txt", "--offline", "-f", "json", folder=tmp_path)
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert report["run"]["network"] == "offline"
    assert (report["summary"]["verdicts"]["fix"], report["summary"]["verdicts"]["review"]) == (4, 0)
    assert report["documents"][0]["citations"][0]["live"] is None
    assert (tmp_path / "reports" / "twin.html").exists()


def test_plan_sends_nothing_and_tells_who_would_learn_what(tmp_path: Path, simulated_web: SimulatedWeb) -> None:
    done = run(LETTERS / "twin.txt", "--plan", *simulated_web.options, folder=tmp_path)
    assert done.returncode == 0
    assert "www.ohchr.org" in done.stdout
    assert "web.archive.org would learn" in done.stdout
    assert not simulated_web.log
    assert not (tmp_path / ".verify").exists()


def test_a_rule_is_explained_by_its_id_its_name_or_the_words_of_its_title(tmp_path: Path) -> None:
    assert "soft-404" in run("explain", folder=tmp_path).stdout
    for word in ("VFY204", "soft_404", "Soft 404"):
        assert "What to do" in run("explain", word, folder=tmp_path).stdout
    assert "no-copy" in run("explain", "none_found", folder=tmp_path).stdout
    assert "Did you mean 'soft-404'?" in run("explain", "soft-405", folder=tmp_path).stderr
    assert run("explain", "VFY999", folder=tmp_path).returncode == 2


def test_several_formats_from_one_run(tmp_path: Path, letter: Path) -> None:
    targets = [
        f"--format={name}=out/{name}" for name in ("json", "markdown", "csv", "jsonl", "junit", "sarif", "github")
    ]
    done = run("letter.txt", "--offline", *targets, folder=tmp_path)
    assert done.returncode == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == {target.rpartition("/")[2] for target in targets}
    assert done.stdout


def test_a_closed_pipe_is_no_crash(tmp_path: Path) -> None:
    command = f"{sys.executable} -m verifier extract {LETTERS} -f json | head -c 10"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_nothing_is_lost_in_a_pipe_that_does_not_wait(tmp_path: Path) -> None:
    """Node.js sets the pipes of its children to non-blocking; what does not fit at once is refused."""
    lines = "".join(f"Read https://example.org/page-{number} too.\n" for number in range(300))
    (tmp_path / "letter.txt").write_text(f"A letter\n\n{lines}", encoding="utf-8")
    out, into = os.pipe()
    fcntl.fcntl(out, fcntl.F_SETPIPE_SZ, 4096)  # one page: it is full long before the reader below is ready
    os.set_blocking(into, False)
    command = [sys.executable, "-m", "verifier", "extract", "letter.txt", "-f", "json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=into) as process, os.fdopen(out) as reader:
        os.close(into)
        report = json.load(reader)
    assert process.returncode == 0
    assert len(report["documents"][0]["citations"]) == 300


class TestOnTheSimulatedWeb:
    def test_the_main_job(self, tmp_path: Path, simulated_web: SimulatedWeb) -> None:
        arguments = [LETTERS / "twin.txt", "--letter-date", "2022-06-08", "--format", "json", *simulated_web.options]
        done = run(*arguments, folder=tmp_path)
        assert done.returncode == 1, done.stderr
        report = json.loads(done.stdout)
        assert report["run"]["network"] == "online"
        assert any("simulated" in remark for remark in report["run"]["remarks"])
        by_note = {}
        for citation in report["documents"][0]["citations"]:
            by_note.setdefault(citation["note"], []).append(citation)
        assert [c["verdict"] for c in by_note["3"]] == ["fix"]
        assert by_note["3"][0]["repair"]["confirmed_by"] in {"title_words", "page_title"}
        assert by_note["3"][0]["content"]["title_similarity"] > 0.9
        assert by_note["2"][0]["archive"]["outcome"] == "archived"
        assert abs(by_note["2"][0]["archive"]["snapshot"]["days_from_citation"]) <= 90
        assert (tmp_path / "reports" / "twin.html").stat().st_size > 10_000

        asked = len([entry for entry in simulated_web.log if "archive.org" not in entry.host])
        simulated_web.reset_log()
        again = json.loads(run(*arguments, folder=tmp_path).stdout)
        remembered = [c for c in again["documents"][0]["citations"] if c["live"]["provenance"] == "remembered"]
        assert len(remembered) >= 8
        assert len([entry for entry in simulated_web.log if "archive.org" not in entry.host]) < asked / 2

    def test_killed_half_way_and_started_again_it_asks_for_nothing_twice(
        self, tmp_path: Path, simulated_web: SimulatedWeb
    ) -> None:
        pages = [f"https://example.org/kept/{number}" for number in range(12)]
        notes = "".join(f"[{n}] See {page}\n" for n, page in enumerate(pages, 1))
        markers = " ".join(f"Words [{n}]." for n in range(1, 13))
        (tmp_path / "letter.txt").write_text(f"A letter\n\n{markers}\n\nNotes\n\n{notes}", encoding="utf-8")
        arguments = ["letter.txt", "-f", "json", "--no-archive", "--host-interval", "200ms", *simulated_web.options]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(
            [*VERIFY, *arguments], cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        deadline = time.monotonic() + 30
        while len(simulated_web.asked("example.org")) < 5 and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(0.1)
        process.send_signal(signal.SIGKILL)
        process.wait()
        first = [entry.target for entry in simulated_web.asked("example.org")]
        assert 5 <= len(first) < 12
        report = json.loads(run(*arguments, folder=tmp_path).stdout)
        every = [entry.target for entry in simulated_web.asked("example.org")]
        # At most the requests that were under way when it was killed had left no result.
        assert len(every) - len(set(every)) <= 2
        assert len(report["documents"][0]["citations"]) == 12
        assert any("interrupted" in remark for remark in report["run"]["remarks"])

    @pytest.mark.parametrize(
        "sent", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=["Ctrl-C", "from a CI runner", "terminal closed"]
    )
    def test_stopping_leaves_a_partial_report(
        self, sent: signal.Signals, tmp_path: Path, simulated_web: SimulatedWeb
    ) -> None:
        lines = "".join(f"https://example.org/slow/{number}\n\n" for number in range(40))
        (tmp_path / "letter.txt").write_text(f"A letter\n\n{lines}", encoding="utf-8")
        arguments = ["letter.txt", "-f", "json", "--no-archive", "--host-interval", "1s", *simulated_web.options]
        process = subprocess.Popen(
            [*VERIFY, *arguments], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        deadline = time.monotonic() + 30
        while len(simulated_web.asked("example.org")) < 2 and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(sent)
        output, errors = process.communicate(timeout=30)
        assert process.returncode == 130, errors
        report = json.loads(output)
        assert report["run"]["partial"]
        outcomes = [citation["live"]["outcome"] for citation in report["documents"][0]["citations"]]
        assert "skipped" in outcomes
        assert report["summary"]["verdicts"]["broken"] < 40

    def test_a_deadline_ends_the_run(self, tmp_path: Path, simulated_web: SimulatedWeb) -> None:
        lines = "".join(f"https://example.org/slow/{number}\n\n" for number in range(40))
        (tmp_path / "letter.txt").write_text(f"A letter\n\n{lines}", encoding="utf-8")
        done = run(
            *("letter.txt", "-f", "json", "--deadline", "2s", "--host-interval", "1s"),
            *simulated_web.options,
            folder=tmp_path,
        )
        assert done.returncode == 3
        report = json.loads(done.stdout)
        assert any("deadline" in remark for remark in report["run"]["remarks"])
        archives = [citation["archive"] for citation in report["documents"][0]["citations"]]
        assert any("deadline" in archive["evidence"][0] for archive in archives if archive["outcome"] == "unknown")

    def test_private_asks_no_cited_host(self, tmp_path: Path, simulated_web: SimulatedWeb) -> None:
        run(
            LETTERS / "twin.txt",
            "--private",
            "--letter-date",
            "2022-06-08",
            "-f",
            "json",
            *simulated_web.options,
            folder=tmp_path,
        )
        assert simulated_web.log
        assert {entry.host for entry in simulated_web.log} == {"web.archive.org"}

    def test_a_source_given_as_url(self, tmp_path: Path, simulated_web: SimulatedWeb) -> None:
        page = "www.ohchr.org/en/stories/2022/04/expert-sustained-detention-dark-stain-our-collective-conscience"
        done = run("extract", f"https://{page}", "-f", "json", *simulated_web.options, folder=tmp_path)
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["documents"][0]["media_type"] == "text/html"
        missing = "https://www.ohchr.org/no-such-page"
        gone = run("extract", missing, "-f", "json", *simulated_web.options, folder=tmp_path)
        assert gone.returncode == 3
        assert "404" in json.loads(gone.stdout)["documents"][0]["error"]["message"]

    def test_choosing_what_to_check(self, tmp_path: Path, simulated_web: SimulatedWeb) -> None:
        run(
            LETTERS / "twin.txt", "--note", "4", "--exclude", "spcommreports", "--no-archive", "-f", "json",
            *simulated_web.options, folder=tmp_path,
        )  # fmt: skip
        assert {entry.host for entry in simulated_web.log} == {"www.ohchr.org"}
