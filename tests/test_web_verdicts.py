"""The main job over the whole simulated web: what came out against the truth beside each page.

Prints the confusion table. What must hold without exception: nothing that is not dead is ever called broken, and what a
page's truth says comes out, or what the truth allows besides.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.test_cli import run
from tests.web.captures import simulated_archive
from tests.web.model import Case
from tests.web.server import SimulatedWeb
from tests.web.serving import Asked
from tests.web.sites.contested import STEADILY_GONE

DEAD = {"not_found", "domain_gone", "parked", "soft_404"}


def a_letter(cases: list[Case]) -> str:
    """A letter with one note per case, its title and quotation as the truth has them."""
    body, notes = [], []
    for number, case in enumerate(cases, 1):
        quote = f"The source says “{case.truth.quote}”" if case.truth.quote else "This has a source"
        body.append(f"{quote} [{number}].")
        title = f"‘{case.truth.title}’, " if case.truth.title else ""
        notes.append(f"[{number}] {title}{case.truth.date or ''} <{case.url}>")
    return "A letter to the simulated web\n\n" + "\n\n".join(body) + "\n\nNotes\n\n" + "\n\n".join(notes) + "\n"


ONLY_AN_ARCHIVE_CAN_TELL = re.compile(
    r"https://(?:cf-attested|contradicted|drifted\S*|misquoted|steadily-gone)\.example/"
)


@dataclass(frozen=True)
class Run:
    """One run of the main job: where, with which options, what it reported, and what the web was asked meanwhile."""

    folder: Path
    options: tuple[str, ...]
    report: dict
    log: tuple[Asked, ...] = ()


def verified(folder: Path, *options: str) -> Run:
    done = run(*("letter.txt", "--format", "json", "--no-report", "--no-history"), *options, folder=folder)
    assert done.returncode in {0, 1}, done.stderr[-2000:]
    return Run(folder, options, json.loads(done.stdout))


def recorded(folder: Path, cases: list[Case], web: SimulatedWeb, *options: str) -> Run:
    """Run the main job over the cases, and keep a record of it."""
    (folder / "letter.txt").write_text(a_letter(cases), encoding="utf-8")
    options = ("--timeout", "4s", "--host-interval", "20ms", *options, *web.options)
    before = len(web.log)
    done = verified(folder, *options, "--record", "run.warc.gz")
    return replace(done, options=options, log=tuple(web.log[before:]))


def by_case(cases: list[Case], done: Run) -> list[tuple[Case, dict]]:
    """Each case with the citation that came out for it."""
    citations = done.report["documents"][0]["citations"]
    by_note = {citation["note"]: citation for citation in citations if citation["note"]}
    assert len(by_note) == len(cases)
    return [(case, by_note[str(number)]) for number, case in enumerate(cases, 1)]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[list[Case], Run]]:
    with SimulatedWeb(patience=8.0, archive=simulated_archive()) as web:
        archived = [case for case in web.catalogue.cases if ONLY_AN_ARCHIVE_CAN_TELL.match(case.url)]
        live = [case for case in web.catalogue.cases if case not in archived]
        assert archived
        # The archive's published limits would make the whole web take minutes; it is asked where it decides.
        return [
            (live, recorded(tmp_path_factory.mktemp("live"), live, web, "--no-archive")),
            (archived, recorded(tmp_path_factory.mktemp("archived"), archived, web)),
        ]


@pytest.fixture(scope="module")
def judged(runs: list[tuple[list[Case], Run]]) -> list[tuple[Case, dict]]:
    return [pair for cases, done in runs for pair in by_case(cases, done)]


def test_nothing_alive_is_called_broken(judged: list[tuple[Case, dict]]) -> None:
    wrong = [
        (case.url, citation["live"]["outcome"])
        for case, citation in judged
        if citation["verdict"] == "broken" and not ({case.truth.outcome, *case.truth.also} & DEAD)
    ]
    assert wrong == []


def test_outcomes_are_true(judged: list[tuple[Case, dict]]) -> None:
    table = Counter((case.truth.outcome, citation["live"]["outcome"]) for case, citation in judged)
    sys.stdout.write("\n".join(f"{truth:22} -> {came:22} {n}" for (truth, came), n in sorted(table.items())) + "\n")
    wrong = {
        case.url: f"{citation['live']['outcome']}, not {case.truth.outcome} ({case.truth.why}): {citation['live']}"
        for case, citation in judged
        if citation["live"]["outcome"] not in {case.truth.outcome, *case.truth.also}
    }
    assert wrong == {}


def test_verdicts_are_true(judged: list[tuple[Case, dict]]) -> None:
    wrong = {
        case.url: f"{citation['verdict']}, not {case.truth.verdict}; {[rule['message'] for rule in citation['rules']]}"
        for case, citation in judged
        if citation["verdict"] not in {case.truth.verdict, *case.truth.also_verdicts}
    }
    assert wrong == {}


def test_an_archive_that_met_the_same_error_lately_confirms_it(judged: list[tuple[Case, dict]]) -> None:
    gone = {case.url: citation["live"] for case, citation in judged if citation["live"]["outcome"] == "not_found"}
    assert gone.pop(STEADILY_GONE)["confirmed"]
    assert not any(live["confirmed"] for live in gone.values())


def test_each_clean_page_is_asked_for_once(judged: list[tuple[Case, dict]]) -> None:
    clean = [
        citation for _, citation in judged if citation["live"]["outcome"] == "ok" and not citation["live"]["redirects"]
    ]
    assert clean
    assert sum(citation["live"]["requests"] for citation in clean) / len(clean) <= 1.3


def looks(live: dict) -> int:
    """How often a page was looked at before it was understood: on a busy machine, it may stay silent at first."""
    return 1 + ("was asked again at the end of the run; at first no answer came in time" in live["evidence"])


def test_a_suspect_page_costs_five_requests_at_most_and_no_request_is_untold(
    runs: list[tuple[list[Case], Run]],
) -> None:
    """By the server's own log. A chain of redirects costs its hops, and nothing beyond."""
    cases, done = runs[0]
    told = {case.url: citation["live"] for case, citation in by_case(cases, done)}
    dear = {
        url: live for url, live in told.items() if live["requests"] > looks(live) * max(5, len(live["redirects"]) + 1)
    }
    assert dear == {}
    assert max(Counter(asked.url for asked in done.log).values()) <= 5
    # Those that ended before they were understood (refused, no handshake) are told, and in no server's log.
    assert len(told) < len(done.log) <= sum(live["requests"] for live in told.values())


def test_a_replayed_run_says_the_same_to_the_letter(runs: list[tuple[list[Case], Run]]) -> None:
    """The web has been switched off by now. What may differ: ids and times, and the remark that names the record."""
    for _, done in runs:
        again = verified(done.folder, *done.options, "--replay", "run.warc.gz")
        remark, *remarks = again.report["run"]["remarks"]
        assert remark.startswith("Nothing was asked: the record run.warc.gz of ")
        assert timeless({**again.report, "run": {**again.report["run"], "remarks": remarks}}) == timeless(done.report)


def timeless(report: object) -> object:
    """A JSON report without its times and the run's id, which is one.

    Of two links that lead to one page at the same moment, either may be given the page's first answer when replayed.
    """
    if isinstance(report, list):
        return [timeless(part) for part in report]
    if not isinstance(report, dict):
        return report
    times = {"started_at", "finished_at", "checked_at", "since", "elapsed_ms"}
    if "as_written" not in report:
        times.add("id")
    return {name: timeless(part) for name, part in report.items() if name not in times}
