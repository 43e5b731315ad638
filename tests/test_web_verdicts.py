"""The main job over the whole simulated web: what came out against the truth beside each page.

Prints the confusion table. What must hold without exception: nothing that is not dead is ever called broken, and what a
page's truth says comes out, or what the truth allows besides.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.test_cli import run
from tests.web.captures import simulated_archive
from tests.web.model import Case
from tests.web.server import SimulatedWeb

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


ONLY_AN_ARCHIVE_CAN_TELL = re.compile(r"https://(?:cf-attested|contradicted)\.example/")


def look_up(folder: Path, cases: list[Case], web: SimulatedWeb, *options: str) -> list[tuple[Case, dict]]:
    """Run the main job over the cases; each with the citation that came out for it."""
    (folder / "letter.txt").write_text(a_letter(cases), encoding="utf-8")
    done = run(
        *("letter.txt", "--format", "json", "--no-report", "--no-history"),
        *("--timeout", "4s", "--host-interval", "20ms"),
        *options,
        *web.options,
        folder=folder,
    )
    assert done.returncode in {0, 1}, done.stderr[-2000:]
    citations = json.loads(done.stdout)["documents"][0]["citations"]
    by_note = {citation["note"]: citation for citation in citations if citation["note"]}
    assert len(by_note) == len(cases)
    return [(case, by_note[str(number)]) for number, case in enumerate(cases, 1)]


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Case, dict]]:
    with SimulatedWeb(patience=8.0, archive=simulated_archive()) as web:
        archived = [case for case in web.catalogue.cases if ONLY_AN_ARCHIVE_CAN_TELL.match(case.url)]
        live = [case for case in web.catalogue.cases if case not in archived]
        assert archived
        # The archive's published limits would make the whole web take minutes; it is asked where it decides.
        return [
            *look_up(tmp_path_factory.mktemp("live"), live, web, "--no-archive"),
            *look_up(tmp_path_factory.mktemp("archived"), archived, web),
        ]


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


def test_each_clean_page_is_asked_for_once(judged: list[tuple[Case, dict]]) -> None:
    clean = [
        citation for _, citation in judged if citation["live"]["outcome"] == "ok" and not citation["live"]["redirects"]
    ]
    assert clean
    assert sum(citation["live"]["requests"] for citation in clean) / len(clean) <= 1.3
