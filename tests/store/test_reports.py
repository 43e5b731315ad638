"""Reports come back from the history as they went in, but for the letters' texts; the newest two of each letter."""

from __future__ import annotations

import zlib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given

from tests.builders import NOON, a_citation, a_document, a_finding, a_report
from tests.golden.example import the_report
from tests.report.strategies import reports
from verifier.model.document import Position
from verifier.model.report import Report
from verifier.store import History
from verifier.store.reports import KEPT, _packed, _unpacked


def without_texts(report: Report) -> Report:
    documents = tuple(replace(document, text="", regions=(), anchors=()) for document in report.documents)
    return replace(report, documents=documents, reviews=())


def kept(history: History, report: Report) -> Report | None:
    run, sources = report.run, [document.source for document in report.documents]
    history.begin_run(run.id, run.started_at, sources, "options", "1.0")
    history.finish_run(run.id, run.finished_at, report)
    return history.report_of(run.id)


def weekly(number: int, *sources: str) -> Report:
    documents = [
        a_document(a_finding(citation=a_citation(id=source)), source=source, text="The letter's own words.")
        for source in sources
    ]
    at = NOON + timedelta(weeks=number)
    return a_report(*documents, id=f"r{number}", started_at=at, finished_at=at)


def test_the_example_comes_back(tmp_path: Path) -> None:
    report = replace(the_report(), run=replace(the_report().run, partial=False))
    with History.open(tmp_path / "h.sqlite") as history:
        back = kept(history, report)
    assert _packed(back) == _packed(without_texts(report)), "texts that are no Unicode are spelt out"
    assert back.documents[0].findings[0] == report.documents[0].findings[0]
    assert type(back.documents[0].findings[0].citation.position) is Position


@given(report=reports())
def test_any_report_comes_back(report: Report) -> None:
    back = _unpacked(_packed(report))
    assert _packed(back) == _packed(without_texts(report)), "as far as the file can hold its texts"
    assert [len(document.findings) for document in back.documents] == [len(one.findings) for one in report.documents]


def test_the_newest_of_each_letter_stay(tmp_path: Path) -> None:
    with History.open(tmp_path / "h.sqlite") as history:
        kept(history, weekly(0, "rare.txt", "often.txt"))
        for number in range(1, 5):
            kept(history, weekly(number, "often.txt"))
        there = [number for number in range(5) if history.report_of(f"r{number}")]
    assert there == [0, 3, 4], f"{KEPT} of each, and what else stood in the same report"


def test_forgetting_a_letter_takes_its_reports_along(tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite"
    with History.open(path) as history:
        kept(history, weekly(0, "secret.txt", "other.txt"))
        kept(history, weekly(1, "other.txt"))
        assert history.forget("secret.txt")
        assert history.report_of("r0") is None
        assert history.report_of("r1") is not None
        assert history._connection.execute("SELECT count(*) FROM reports").fetchone() == (1,)


@pytest.mark.parametrize(
    "data", [b"", b"no", zlib.compress(b"[]"), zlib.compress(b'{"run": {}, "changes": null}')], ids=repr
)
def test_what_another_version_wrote_is_as_if_not_kept(tmp_path: Path, data: bytes) -> None:
    with History.open(tmp_path / "h.sqlite") as history:
        kept(history, weekly(0, "letter.txt"))
        history._connection.execute("UPDATE reports SET report = ?", (data,))
        assert history.report_of("r0") is None
        assert history.report_of("r1") is None
