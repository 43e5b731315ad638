"""What is drawn for people to label, and what their labels say."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import NOON, a_citation, a_document, a_finding, a_report
from tests.test_cli import run
from tests.web.captures import simulated_archive
from tests.web.judging import letter
from tests.web.server import SimulatedWeb
from verifier.model.document import Part
from verifier.model.evidence import LiveOutcome, LiveResult
from verifier.model.report import Report, Verdict
from verifier.pipeline.trial import draw, score, sources_in, wilson
from verifier.report import labels


def report(**kinds: int) -> Report:
    """So many findings of each outcome, its verdict before it: `broken_not_found=3`."""
    findings = []
    for kind, number in kinds.items():
        verdict, _, outcome = kind.partition("_")
        findings += [
            a_finding(
                citation=a_citation(id=f"{kind}-{n}"),
                live=LiveResult(LiveOutcome(outcome), NOON),
                verdict=Verdict(verdict),
            )
            for n in range(number)
        ]
    return a_report(a_document(*findings))


@pytest.mark.parametrize(
    ("there", "size", "drawn", "why"),
    [
        (
            {"ok_ok": 900, "broken_not_found": 90, "review_timeout": 10},
            30,
            {"ok_ok": 10, "broken_not_found": 10, "review_timeout": 10},
            "each verdict as closely",
        ),
        ({"ok_ok": 90, "broken_not_found": 2}, 10, {"ok_ok": 8, "broken_not_found": 2}, "what is scarce leaves room"),
        (
            {"review_timeout": 30, "review_bot_wall": 10, "ok_ok": 40},
            16,
            {"review_timeout": 6, "review_bot_wall": 2, "ok_ok": 8},
            "outcomes in proportion within their verdict",
        ),
        ({"ok_ok": 3}, 50, {"ok_ok": 3}, "no more than there are"),
        ({"skipped_skipped": 5, "ok_ok": 1}, 50, {"ok_ok": 1}, "what makes no claim is left out"),
        ({}, 50, {}, "nothing"),
    ],
)
def test_findings_are_drawn_by_the_stated_rule(
    there: dict[str, int], size: int, drawn: dict[str, int], why: str
) -> None:
    sample = draw(report(**there), size, seed=1)
    assert Counter(one.finding.citation.id.partition("-")[0] for one in sample) == drawn, why
    assert len({one.finding.citation.id for one in sample}) == len(sample)


def test_the_seed_draws() -> None:
    many = report(ok_ok=50, broken_not_found=50)
    ids = [[one.finding.citation.id for one in draw(many, 20, seed)] for seed in (1, 1, 2)]
    assert ids[0] == ids[1] != ids[2]
    assert [one.partition("_")[0] for one in ids[0]] != sorted(one.partition("_")[0] for one in ids[0]), "mixed"


def test_text_around_a_letter_is_left_out() -> None:
    around = a_finding(citation=a_citation(part=Part.SURROUNDINGS), verdict=Verdict.BROKEN)
    assert draw(a_report(a_document(around)), 50, seed=1) == ()


@pytest.mark.parametrize(
    ("right", "number", "low", "high"),
    [(0, 0, 0.0, 1.0), (10, 10, 0.722, 1.0), (0, 10, 0.0, 0.278), (81, 263, 0.255, 0.366), (15, 148, 0.062, 0.160)],
)
def test_wilson_against_published_values(right: int, number: int, low: float, high: float) -> None:
    """The last two rows are of R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3."""
    assert wilson(right, number) == pytest.approx((low, high), abs=0.0006)


@given(st.integers(1, 500).flatmap(lambda number: st.tuples(st.integers(0, number), st.just(number))))
def test_an_interval_holds_its_share(counts: tuple[int, int]) -> None:
    low, high = wilson(*counts)
    assert 0.0 <= low <= counts[0] / counts[1] <= high <= 1.0


def test_labels_are_read_as_people_write_them() -> None:
    sheet = "number;right;link_right;verdict;repair\n1;Yes;;broken;intact\n2; n ;y;fix;mended\n3;?;;broken;intact\n"
    scores = {one.claim: (one.labelled, one.right, one.left_open) for one in score(labels.read(f"\ufeff{sheet}", "s"))}
    assert scores == {"broken": (1, 1, 1), "fix": (1, 0, 0), "mended link": (1, 1, 0)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no column link_right"),
        ("a,b\n1,2\n", "is no sheet of a field trial"),
        ("number,right,link_right,verdict,repair\n7,perhaps,,ok,intact\n", "number 7: right is 'perhaps'"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "sheet.csv").write_text(text, encoding="utf-8")
    done = run("trial", "--score", "sheet.csv", folder=tmp_path)
    assert done.returncode == 2
    assert words in done.stderr


def test_a_list_names_letters() -> None:
    assert sources_in("\ufeff# ours\n\n letters/a.txt \nhttps://example.org/b\n") == [
        "letters/a.txt",
        "https://example.org/b",
    ]


def test_a_field_trial_from_list_to_score(tmp_path: Path) -> None:
    """The simulated web's truths are the labels: the program's own examination, as a person would set it."""
    with SimulatedWeb(archive=simulated_archive(), patience=4.0) as web:
        quick = [case for case in web.catalogue.cases if case.truth.outcome in {"ok", "not_found", "moved", "bot_wall"}]
        cases = {case.url: case for case in quick[::4]}
        (tmp_path / "letter.txt").write_text(letter(cases.values()), encoding="utf-8")
        (tmp_path / "list.txt").write_text("# one letter\nletter.txt\n", encoding="utf-8")
        options = ["--out", "trial", "--findings", "30", "--no-archive", "--timeout", "3s", "--host-interval", "10ms"]
        done = run("trial", "list.txt", *options, *web.options, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "trial").iterdir()) == [
        "record.warc.gz",
        "report.html",
        "report.json",
        "sheet.csv",
    ]
    sheet = (tmp_path / "trial" / "sheet.csv").read_text(encoding="utf-8").splitlines()
    assert len(sheet) == 31
    (tmp_path / "labelled.csv").write_text("\r\n".join([sheet[0], *map(labelled(cases), sheet[1:])]), encoding="utf-8")
    told = run("trial", "--score", "labelled.csv", folder=tmp_path).stdout
    rows = {line.split()[0]: line.split()[1:4] for line in told.splitlines()[1:]}
    assert set(rows) == {"ok", "broken", "fix", "review"}
    assert all(labelled == right != "0" for labelled, right, _ in rows.values()), told
    again = run("trial", "list.txt", *options, folder=tmp_path)
    assert (again.returncode, "there is such a file already" in again.stderr) == (2, True)


def labelled(cases):
    import csv
    import io

    def with_truth(line: str) -> str:
        row = dict(zip(labels.COLUMNS, next(csv.reader([line])), strict=True))
        case = cases.get(row["as_written"])
        if case:  # a title may cite something, too
            row["right"] = "yes" if row["verdict"] in {case.truth.verdict, *case.truth.also_verdicts} else "no"
        table = io.StringIO()
        csv.writer(table, lineterminator="").writerow(row.values())
        return table.getvalue()

    return with_truth


def test_a_trial_that_is_only_planned_sends_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("See https://nobody.example/report for it.\n", encoding="utf-8")
    (tmp_path / "list.txt").write_text("letter.txt\n", encoding="utf-8")
    done = run("trial", "list.txt", "--out", "trial", "--plan", "--resolve", "*:443:nxdomain:1", folder=tmp_path)
    assert (done.returncode, done.stdout.startswith("1 host would be asked for 1 address:")) == (0, True), done.stderr
    assert not (tmp_path / "trial").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "needs a list of letters and a folder"),
        (["empty.txt", "--out", "o"], "names no letter"),
        (["missing.txt", "--out", "o"], "cannot read missing.txt"),
    ],
)
def test_mistakes_are_told(tmp_path: Path, arguments: list[str], words: str) -> None:
    (tmp_path / "empty.txt").write_text("# none\n")
    done = run("trial", *arguments, folder=tmp_path)
    assert (done.returncode, words in done.stderr) == (2, True), done.stderr
