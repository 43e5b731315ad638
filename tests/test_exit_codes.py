"""How runs end, through the real command line, on a small web in which each page is what its name says."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.web.behaviours import Answer, Redirect
from tests.web.catalogue import Catalogue
from tests.web.model import Host, Page, Site
from tests.web.pages import article
from tests.web.server import SimulatedWeb
from verifier.cli import main

HOST = "https://office.example.org"
WALL = Answer("<h1>Members only</h1>", 401, headers=(("WWW-Authenticate", 'Basic realm="members"'),))
PAGES = {
    "good": Answer(article("The good report", seed="good")),
    "moved": Redirect(f"{HOST}/archive/the-moved-report", 301),
    "archive/the-moved-report": Answer(article("The moved report", seed="moved")),
    "walled": WALL,
    "locked": WALL,
    "barred": WALL,
}
Verify = Callable[..., Result]


@pytest.fixture(scope="module")
def web() -> Iterator[SimulatedWeb]:
    pages = tuple(Page(f"{HOST}/{name}", page) for name, page in PAGES.items())
    with SimulatedWeb(catalogue=Catalogue.of([Site(hosts=(Host("office.example.org"),), pages=pages)])) as web:
        yield web


@pytest.fixture
def verify(web: SimulatedWeb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Verify:
    """Runs `verify` in an empty folder, led into the web by its environment."""
    monkeypatch.chdir(tmp_path)
    rules = [rule for option, rule in zip(web.options[::2], web.options[1::2], strict=True) if option == "--resolve"]
    monkeypatch.setenv("VERIFY_RESOLVE", " ".join(rules))
    monkeypatch.setenv("VERIFY_CA_BUNDLE", str(web.ca_bundle))
    for name, value in {"NO_ARCHIVE": "true", "HOST_INTERVAL": "1ms", "NO_REPORT": "true", "MAX_AGE": "0s"}.items():
        monkeypatch.setenv(f"VERIFY_{name}", value)
    web.catalogue.pages.update({f"{HOST}/{name}": page for name, page in PAGES.items()})
    return lambda *arguments: CliRunner().invoke(main, list(arguments))


def letter(*names: str, file: str = "letter.txt") -> None:
    notes = [f"[{n}] Example Office, ‘The {name} report’, 2022: {HOST}/{name}" for n, name in enumerate(names, 1)]
    marks = " ".join(f"A claim [{number}]." for number in range(1, len(names) + 1))
    Path(file).write_text("\n\n".join(["An open letter", marks, "Notes", *notes, ""]), encoding="utf-8")


@pytest.mark.parametrize(
    ("cited", "options", "code", "why"),
    [
        (["good"], [], 0, "clean"),
        ([], [], 0, "a readable letter without citations"),
        (["good", "gone"], [], 1, "the default counts broken"),
        (["good", "moved"], [], 1, "and fix"),
        (["good", "moved"], ["--fail-on", "broken"], 0, "but not where only broken counts"),
        (["good", "gone"], ["--fail-on", "broken"], 1, ""),
        (["good", "walled"], [], 0, "a wall is no finding"),
        (["good", "walled"], ["--fail-on", "review"], 1, "unless it is asked for"),
        (["gone"], ["--fail-on", "never"], 0, "reports, and never fails"),
        (["gone"], ["--fail-on", "fix", "--fail-on", "never"], 0, "whatever else is said"),
        (["gone"], ["--exclude", "gone"], 0, "what is left out counts nothing"),
        (["good", "gone"], ["--note", "1"], 0, "nor do other notes"),
        (["walled", "locked", "barred"], [], 3, "of three none could be decided"),
        (["walled", "locked"], [], 0, "of two that may be chance"),
        (["walled", "locked", "barred"], ["--min-decided", "0"], 0, "as the user says"),
        (["good", "walled"], ["--min-decided", "0.5"], 0, "half is enough"),
        (["good", "walled"], ["--min-decided", "0.6"], 3, "half is not enough"),
        (["gone", "walled"], ["--min-decided", "1"], 3, "not done in full outweighs findings"),
        (["gone"], ["--deadline", "1ms"], 3, "no time"),
        (["gone"], ["--resolve", "*:443:nxdomain:0"], 3, "no host answers: the network is down"),
        (["gone"], ["--resolve", "*:443:nxdomain:0", "--fail-on", "never"], 3, "and never says nothing to that"),
        (["gone"], ["--offline"], 0, "intact, and nobody was asked"),
        (["gone"], ["--plan"], 0, "only says what would be asked"),
        (["gone"], ["--fail-on", "brokn"], 2, "no such level"),
        (["gone"], ["--min-decided", "2"], 2, "no such share"),
        (["gone"], ["--formt", "json"], 2, "no such option"),
        (["gone"], ["--format", "xml"], 2, "no such format"),
        (["gone"], ["--format", "json", "--format", "csv"], 2, "two to standard output"),
        (["gone"], ["--config", "missing.toml"], 2, "no such file"),
    ],
)
def test_what_one_letter_cites_decides_the_exit_code(
    verify: Verify, cited: list[str], options: list[str], code: int, why: str
) -> None:
    letter(*cited)
    done = verify("letter.txt", "--no-history", *options)
    assert done.exit_code == code, why + done.output
    assert (code == 2) is ("error" in done.stderr.lower() or done.stderr.startswith("verify: "))


@pytest.mark.parametrize(
    ("name", "content", "hint"),
    [
        ("empty.txt", b"", "empty"),
        ("missing.txt", None, "no such file"),
        ("locked.docx", b"PK\x03\x04 not a package", "cannot be read"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(64), "binary"),
    ],
)
def test_a_letter_that_cannot_be_read_fails_after_the_rest(verify: Verify, name: str, content, hint: str) -> None:
    letter("gone")
    if content is not None:
        Path(name).write_bytes(content)
    done = verify("letter.txt", name, "--no-history", "--format", "json")
    assert done.exit_code == 3
    first, second = json.loads(done.stdout)["documents"]
    assert first["citations"][0]["verdict"] == "broken", "the rest is reported"
    assert second["error"] is not None, hint


def test_the_mistake_in_a_settings_file_is_named(verify: Verify) -> None:
    letter("good")
    Path("verify.toml").write_text('fail_onn = ["broken"]\n', encoding="utf-8")
    done = verify("letter.txt", "--no-history")
    assert done.exit_code == 2
    assert "unknown setting 'fail_onn' in verify.toml (did you mean 'fail_on'?)" in done.stderr


def test_settings_of_every_level_decide(verify: Verify, monkeypatch: pytest.MonkeyPatch) -> None:
    letter("gone")
    Path("verify.toml").write_text('fail_on = ["never"]\n', encoding="utf-8")
    assert verify("letter.txt", "--no-history").exit_code == 0
    monkeypatch.setenv("VERIFY_FAIL_ON", "broken")
    assert verify("letter.txt", "--no-history").exit_code == 1
    assert verify("letter.txt", "--no-history", "--fail-on", "never").exit_code == 0


def test_new_fails_on_what_is_new(verify: Verify, web: SimulatedWeb) -> None:
    def week(*more: str) -> int:
        return verify("letter.txt", "--fail-on", "new", *more).exit_code

    letter("good", "gone")
    assert [week(), week(), week()] == [1, 0, 0], "known since the first run"
    assert week("--fail-on", "review") == 0
    letter("good", "gone", "lost")
    assert [week(), week()] == [1, 0], "one more"
    web.catalogue.pages.pop(f"{HOST}/good")
    assert [week(), week()] == [1, 0], "one that was good"
    assert verify("letter.txt").exit_code == 1, "without new, what stays broken fails"


def test_decisions_settle_findings_until_their_last_day_or_until_something_changes(
    verify: Verify, web: SimulatedWeb
) -> None:
    letter("good", "gone")
    assert verify("letter.txt").exit_code == 1
    citation = json.loads(verify("letter.txt", "--format", "json").stdout)["documents"][0]["citations"][1]["id"]

    def decide(decision: str, *more: str) -> None:
        Path("verify.reviews.toml").unlink(missing_ok=True)
        assert verify("letter.txt").exit_code == 1
        done = verify("review", "--id", citation, "--decision", decision, "--by", "M. Example", *more)
        assert done.exit_code == 0, done.output

    decide("accept", "--note", "cited because it is gone")
    assert verify("letter.txt").exit_code == 0
    decide("ignore", "--expires", "2999-12-31")
    assert verify("letter.txt").exit_code == 0
    decide("opened")
    assert verify("letter.txt").exit_code == 1, "it was seen, and still has to be changed"
    decide("replace", "--url", f"{HOST}/good")
    assert verify("letter.txt").exit_code == 1, "the letter still has the old one"
    decide("accept", "--expires", "2999-12-31")
    kept = Path("verify.reviews.toml")
    kept.write_text(kept.read_text(encoding="utf-8").replace("2999-12-31", "2020-01-01"), encoding="utf-8")
    done = verify("letter.txt")
    assert done.exit_code == 1, "its last day has passed"
    assert "is open again: it held until 2020-01-01" in " ".join(done.stdout.split())
    decide("accept")
    web.catalogue.pages[f"{HOST}/gone"] = Answer("<h1>Gone for good</h1>", 410)
    assert verify("letter.txt").exit_code == 0, "gone is gone"
    web.catalogue.pages[f"{HOST}/gone"] = Redirect(f"{HOST}/good", 301)
    done = verify("letter.txt", "--fail-on", "review")
    assert done.exit_code == 1, "it leads elsewhere now: nobody has accepted that"
    assert "what is found there has changed since" in " ".join(done.stdout.split())
    del web.catalogue.pages[f"{HOST}/gone"]


def test_what_stands_around_a_letter_fails_nothing(verify: Verify) -> None:
    Path("page.html").write_text(
        f"<html><body><nav><a href='{HOST}/gone'>News</a></nav><main><article><h1>An open letter</h1>"
        f"<p>{'The lake is drying up, and nobody has answered for it. ' * 12}"
        f"<a href='{HOST}/good'>The good report</a></p></article></main>"
        f"<footer><a href='{HOST}/lost'>Imprint</a></footer></body></html>",
        encoding="utf-8",
    )
    done = verify("page.html", "--no-history", "--format", "json")
    found = {one["url"]: (one["part"], one["verdict"]) for one in json.loads(done.stdout)["documents"][0]["citations"]}
    assert found[f"{HOST}/gone"] == ("surroundings", "broken")
    assert done.exit_code == 0


def test_what_cannot_be_written_is_told_before_anybody_is_asked(
    verify: Verify, web: SimulatedWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter("good")
    Path("file").write_text("mine", encoding="utf-8")
    before = len(web.log)
    monkeypatch.delenv("VERIFY_NO_REPORT")
    for options in (["-f", "json=file/x.json"], ["-o", "file"]):
        done = verify("letter.txt", "--no-history", *options)
        assert done.exit_code == 2
        assert "verify: cannot write file/" in done.stderr
        assert "Choose another" in done.stderr
    assert len(web.log) == before


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], "The results are in the history: verify report "),
        (["--no-history"], "No history keeps the results of this run"),
    ],
)
def test_what_fails_at_the_end_loses_no_other_output(
    verify: Verify, monkeypatch: pytest.MonkeyPatch, options: list[str], told: str
) -> None:
    monkeypatch.delenv("VERIFY_NO_REPORT")
    letter("good")
    done = verify("letter.txt", "-f", "json=taken", "-o", "taken", "-f", "csv=b.csv", *options)
    assert done.exit_code == 3, "the job was not done in full"
    assert "cannot write taken/" in done.stderr
    assert told in done.stderr
    assert json.loads(Path("taken").read_text(encoding="utf-8"))["documents"]
    assert Path("b.csv").is_file()
    if not options:
        run = done.stderr.split("verify report ")[1].split()[0]
        assert verify("report", run, "-f", "html=b.csv/page.html").exit_code == 2, "a place that cannot be"
        assert verify("report", run, "-f", "html=page.html").exit_code == 0
        assert Path("page.html").is_file()


@pytest.mark.parametrize(
    ("options", "name", "why"),
    [
        (("--offline",), "letter-unchecked.html", "No cited page was looked at"),
        (("--note", "1"), "letter-part.html", "Not all cited pages were looked at"),
        (("--include", "gone", "--share"), "letter-part.html", "Not all cited pages were looked at"),
    ],
)
def test_a_run_that_looks_at_less_leaves_the_report_of_what_was_seen(
    verify: Verify, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], name: str, why: str
) -> None:
    monkeypatch.delenv("VERIFY_NO_REPORT")
    letter("gone")
    verify("letter.txt", "--no-history")
    seen = Path("reports/letter.html").read_bytes()
    told = verify("letter.txt", *options, "--no-history").stderr
    assert f": reports/{name}\n" in told
    assert f"{why}, so reports/letter.html of an earlier run stays as it is." in told
    assert Path("reports/letter.html").read_bytes() == seen
    verify("letter.txt", "--no-history")
    assert [path.name for path in Path("reports").glob("letter*")] == ["letter.html"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], "Start the same command again and it goes on from here."),
        (["--no-history"], "The next run begins anew."),
        (["--refresh"], "The next run begins anew."),
        (["--history", "letter.txt"], "The next run begins anew."),
    ],
)
def test_a_run_that_ended_early_promises_only_what_the_next_one_does(
    verify: Verify, options: list[str], told: str
) -> None:
    letter("good")
    done = verify("letter.txt", "--deadline", "1ms", *options)
    assert done.exit_code == 3
    assert told in re.sub(r"\s+", " ", done.stdout)
