"""`verify fix` as a user meets it: whole processes, the simulated web, files on disk."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.web.server import SimulatedWeb
from verifier.model.evidence import LiveOutcome, LiveResult
from verifier.store.history import History

ROOT = Path(__file__).parent.parent
LETTERS = ROOT / "tests" / "letters"
FIXTURES = ROOT / "tests" / "documents" / "fixtures"
FOUNDING = ROOT.parent / "shared" / "letters" / "uyghur-230-organisations.txt"
GONE = "https://s7712.pcdn.co/wp-content/uploads/2022/01/2021_ColonialBoardingSchoolReport_Digital.pdf"
MOVED = "https://hkdc.us/political-prisoners-research-report/"
ALONE = ("--offline", "--no-history")


def run(*arguments: str | Path, folder: Path, **more) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("VERIFY_")}
    environment["PYTHONPATH"] = str(ROOT)
    command = [sys.executable, "-m", "verifier", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=300, check=False, **more)


def unmended(path: Path) -> list[str]:
    """What a second look still finds broken."""
    report = json.loads(run("extract", path, "-f", "json", folder=path.parent).stdout)
    citations = [citation for document in report["documents"] for citation in document["citations"]]
    return [
        c["as_written"] for c in citations if c["repair"]["status"] == "mended" and c["repair"]["confidence"] >= 0.9
    ]


@pytest.fixture
def twin(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_bytes((LETTERS / "twin.txt").read_bytes())
    return path


def dead_yesterday(folder: Path, url: str) -> None:
    """A history in which the page was gone yesterday, too."""
    then = datetime.now(UTC) - timedelta(days=1)
    (folder / ".verify").mkdir()
    with History.open(folder / ".verify" / "history.sqlite") as history:
        history.begin_run("earlier", then, ["letter.txt"], "digest", "1")
        history.record_live("earlier", url, LiveResult(LiveOutcome.NOT_FOUND, then, answered=True, status_code=404))


def test_a_copy_differs_in_the_four_links_alone(tmp_path: Path, twin: Path) -> None:
    done = run("fix", twin, *ALONE, "-o", "out/fixed.txt", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"4 links mended" in done.stderr
    old, new = twin.read_text("utf-8").split("\n"), (tmp_path / "out" / "fixed.txt").read_text("utf-8").split("\n")
    changed = [(before, after) for before, after in zip(old, new, strict=True) if before != after]
    assert len(changed) == 4
    assert all(after == before.replace(space, joined) for (before, after), (space, joined) in zip(
        changed,
        [("bachelet -after", "bachelet-after"), ("freed oms", "freedoms"), ("r ights", "rights"), ("v isit", "visit")],
        strict=True,
    ))  # fmt: skip
    assert unmended(tmp_path / "out" / "fixed.txt") == []
    assert not (tmp_path / ".verify").exists()


@pytest.mark.skipif(not FOUNDING.exists(), reason="the founding letters are not in this checkout")
def test_the_founding_letter(tmp_path: Path) -> None:
    run("fix", FOUNDING, *ALONE, "-o", "fixed.txt", folder=tmp_path)
    old, new = FOUNDING.read_bytes(), (tmp_path / "fixed.txt").read_bytes()
    for space, joined in (("bachelet -after", "bachelet-after"), ("freed oms", "freedoms"), ("r ights", "rights"),
                          ("v isit", "visit")):  # fmt: skip
        assert old.count(space.encode()) == 1
        old = old.replace(space.encode(), joined.encode())
    assert new == old
    assert unmended(tmp_path / "fixed.txt") == []


def test_in_place_keeps_every_earlier_letter(tmp_path: Path, twin: Path) -> None:
    twin.chmod(0o640)
    before = twin.read_bytes()
    (tmp_path / "letter.txt.bak").write_text("of long ago", encoding="utf-8")
    assert run("fix", twin, *ALONE, "--in-place", folder=tmp_path).returncode == 0
    assert (tmp_path / "letter.txt.bak").read_text("utf-8") == "of long ago"
    assert (tmp_path / "letter.txt.bak2").read_bytes() == before
    assert twin.read_bytes() != before
    assert twin.stat().st_mode & 0o777 == 0o640
    files = sorted(path.name for path in tmp_path.iterdir())
    again = run("fix", twin, *ALONE, "--in-place", folder=tmp_path)
    assert (again.returncode, sorted(path.name for path in tmp_path.iterdir())) == (0, files)
    assert b"nothing to change" in again.stderr


def test_in_place_through_a_symbolic_link_changes_what_it_leads_to(tmp_path: Path, twin: Path) -> None:
    (tmp_path / "link.txt").symlink_to(twin)
    before = twin.read_bytes()
    assert run("fix", "link.txt", *ALONE, "--in-place", folder=tmp_path).returncode == 0
    assert (tmp_path / "link.txt").is_symlink()
    assert twin.read_bytes() != before


def test_diff_writes_nothing_and_can_be_applied(tmp_path: Path, twin: Path) -> None:
    before = twin.read_bytes()
    done = run("fix", twin, *ALONE, "--diff", folder=tmp_path)
    assert done.returncode == 1, "something would change"
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
    assert twin.read_bytes() == before
    removed = [
        line for line in done.stdout.decode().splitlines() if line.startswith("-") and not line.startswith("---")
    ]
    assert len(removed) == 4
    run("fix", twin, *ALONE, "-o", "fixed.txt", folder=tmp_path)
    subprocess.run(["patch", "-s", "letter.txt"], input=done.stdout, cwd=tmp_path, check=True)
    assert twin.read_bytes() == (tmp_path / "fixed.txt").read_bytes()


def test_a_letter_with_nothing_to_fix_gives_an_empty_diff_and_an_equal_copy(tmp_path: Path) -> None:
    letter = LETTERS / "no-citations.txt"
    done = run("fix", letter, *ALONE, "--diff", folder=tmp_path)
    assert (done.stdout, done.returncode) == (b"", 0)
    missing = run("fix", letter, "missing.txt", *ALONE, "--diff", folder=tmp_path)
    assert missing.returncode == 3, "a source that cannot be read outweighs"
    assert run("fix", letter, *ALONE, "-o", "copy.txt", folder=tmp_path).returncode == 0
    assert (tmp_path / "copy.txt").read_bytes() == letter.read_bytes()


def test_errata_list_the_corrections(tmp_path: Path, twin: Path) -> None:
    done = run("fix", twin, *ALONE, "--errata", folder=tmp_path)
    lines = done.stdout.decode().splitlines()
    assert lines[0].startswith("# Corrections to the links of EFL")
    assert [line.partition(",")[0] for line in lines if line.startswith("- ")] == [
        "- Note 2", "- Note 3", "- Note 9", "- Note 10",
    ]  # fmt: skip
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_letter_from_standard_input_to_standard_output(tmp_path: Path, twin: Path) -> None:
    run("fix", twin, *ALONE, "-o", "fixed.txt", folder=tmp_path)
    done = run("fix", "-", "--stdin-name", "x.txt", *ALONE, "-o", "-", folder=tmp_path, input=twin.read_bytes())
    assert done.stdout == (tmp_path / "fixed.txt").read_bytes()


def test_several_letters_go_into_a_folder(tmp_path: Path, twin: Path) -> None:
    (tmp_path / "other.txt").write_bytes(twin.read_bytes())
    done = run("fix", "letter.txt", "other.txt", "missing.txt", *ALONE, "-o", "fixed", folder=tmp_path)
    assert done.returncode == 3
    assert sorted(path.name for path in (tmp_path / "fixed").iterdir()) == ["letter.txt", "other.txt"]
    assert b"missing.txt" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "--in-place changes the letter"),
        (["-o", "there.txt"], "--force"),
        (["-o", "letter.txt", "--force"], "is the letter itself"),
        (["-o", "x.txt", "--diff"], "exclude each other"),
        (["--diff", "--only", "mendet"], "mended, moved, dead, chosen"),
        (["--diff", "--errata"], "--errata goes to stdout"),
        (["-o", "fixed.docx"], "fixed.docx would be Word (DOCX) by its name, but"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_happens(
    tmp_path: Path, twin: Path, arguments: list[str], words: str
) -> None:
    (tmp_path / "there.txt").write_text("precious", encoding="utf-8")
    before = twin.read_bytes()
    done = run("fix", "letter.txt", *ALONE, *arguments, folder=tmp_path)
    assert done.returncode == 2
    assert words in done.stderr.decode()
    assert (tmp_path / "there.txt").read_text("utf-8") == "precious"
    assert twin.read_bytes() == before


def test_force_overwrites(tmp_path: Path, twin: Path) -> None:
    (tmp_path / "there.txt").write_text("old", encoding="utf-8")
    assert run("fix", twin, *ALONE, "-o", "there.txt", "--force", folder=tmp_path).returncode == 0
    assert len((tmp_path / "there.txt").read_bytes()) > 1000


def test_only_some_kinds(tmp_path: Path, twin: Path) -> None:
    done = run("fix", twin, *ALONE, "--only", "moved", "--only", "dead", "-o", "out.txt", folder=tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "out.txt").read_bytes() == twin.read_bytes()


class TestOnTheSimulatedWeb:
    def test_what_moved_is_corrected_and_what_seems_gone_stays(
        self, tmp_path: Path, twin: Path, simulated_web: SimulatedWeb
    ) -> None:
        arguments = ["--letter-date", "2022-06-08", *simulated_web.options]
        done = run("fix", twin, "-o", "fixed.txt", *arguments, folder=tmp_path)
        assert done.returncode == 0, done.stderr
        fixed = (tmp_path / "fixed.txt").read_text("utf-8")
        assert MOVED not in fixed
        assert GONE in fixed
        assert "first sight" in done.stderr.decode()
        again = run("fix", "fixed.txt", "-o", "twice.txt", *arguments, folder=tmp_path)
        assert again.returncode == 0
        assert (tmp_path / "twice.txt").read_text("utf-8") == fixed

    @pytest.mark.parametrize("name", ["twin.txt", "twin.md", "twin.html"])
    def test_what_was_gone_on_another_day_too_is_led_to_its_copy(
        self, tmp_path: Path, name: str, simulated_web: SimulatedWeb
    ) -> None:
        dead_yesterday(tmp_path, GONE)
        letter = tmp_path / f"letter{Path(name).suffix}"
        letter.write_bytes((LETTERS / name).read_bytes())
        arguments = ["--letter-date", "2022-06-08", *simulated_web.options]
        done = run("fix", letter.name, "--only", "dead", "-o", f"fixed{letter.suffix}", *arguments, folder=tmp_path)
        assert done.returncode == 0, done.stderr
        copy = f"https://web.archive.org/web/20220601155959/{GONE}"
        old, new = letter.read_text("utf-8"), (tmp_path / f"fixed{letter.suffix}").read_text("utf-8")
        if letter.suffix != ".html":
            assert new == old.replace(GONE, copy)
            return
        facts = f'data-originalurl="{GONE}" data-versionurl="{copy}" data-versiondate="2022-06-01"'
        assert f'<a href="{copy}" {facts} rel="noopener">{copy}</a>' in new
        assert new == old.replace(f'"{GONE}"', f'"{copy}" {facts}').replace(f">{GONE}<", f">{copy}<")

    def test_errata_tell_what_moved_and_what_is_gone(
        self, tmp_path: Path, twin: Path, simulated_web: SimulatedWeb
    ) -> None:
        dead_yesterday(tmp_path, GONE)
        done = run(
            "fix", "letter.txt", "--errata", "--letter-date", "2022-06-08", *simulated_web.options, folder=tmp_path
        )
        text = done.stdout.decode()
        assert "has moved to" in text
        assert "an archived copy of 2022-06-01 is kept at" in text

    def test_plan_sends_nothing(self, tmp_path: Path, twin: Path, simulated_web: SimulatedWeb) -> None:
        done = run("fix", twin, "--diff", "--plan", *simulated_web.options, folder=tmp_path)
        assert (done.returncode, simulated_web.log) == (0, [])
        assert b"would be asked" in done.stdout

    def test_without_network_only_what_the_text_tells_is_changed(self, tmp_path: Path, twin: Path) -> None:
        done = run("fix", twin, "-o", "x.txt", "--timeout", "2s", "--resolve", "*:*:nxdomain:0", folder=tmp_path)
        assert done.returncode == 3
        assert unmended(tmp_path / "x.txt") == []


@pytest.mark.parametrize("name", ["footnotes.docx", "footnotes.odt"])
def test_in_a_word_processors_file_no_other_part_changes(tmp_path: Path, name: str) -> None:
    run("fix", FIXTURES / name, *ALONE, "-o", name, folder=tmp_path)
    with zipfile.ZipFile(FIXTURES / name) as old, zipfile.ZipFile(tmp_path / name) as new:
        assert new.testzip() is None
        assert old.namelist() == new.namelist()
        differing = [part for part in old.namelist() if old.read(part) != new.read(part)]
        facts = [
            [(m.date_time, m.compress_type, m.extra, m.external_attr, m.comment) for m in z.infolist()]
            for z in (old, new)
        ]
        assert facts[0] == facts[1]
    allowed = {"word/footnotes.xml", "word/_rels/footnotes.xml.rels"} if name.endswith("docx") else {"content.xml"}
    assert set(differing) <= allowed
    assert differing
