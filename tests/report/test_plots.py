"""The plots below a report: what is counted where, and when there is nothing to show."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from tests.builders import NOON, a_citation, a_document, a_finding, a_report
from tests.report.strategies import reports
from verifier.model.document import Part
from verifier.model.evidence import ArchiveOutcome, ArchiveResult, LiveOutcome, LiveResult, Snapshot
from verifier.model.report import Review, Verdict
from verifier.model.trend import Tally
from verifier.report.html import page, plots


def copied(days, outcome=ArchiveOutcome.ARCHIVED):
    snapshot = Snapshot("20220601000000", "https://web.archive.org/web/x", 200, days) if days is not None else None
    return a_finding(archives=(ArchiveResult(outcome, "web.archive.org", NOON, snapshot),), verdict=Verdict.OK)


def plot_of(report, wanted):
    return next((plot for plot in plots.plots(report) if plot.id == wanted), None)


def lines(report, wanted):
    plot = plot_of(report, wanted)
    return {line.label: line.told for line in plot.lines} if plot else None


@pytest.mark.parametrize(
    ("days", "label"),
    [
        (-4000, "more than 5 years before"),
        (-1826, "more than 5 years before"),
        (-1825, "1 to 5 years before"),
        (-366, "1 to 5 years before"),
        (-365, "3 months to 1 year before"),
        (-91, "3 months to 1 year before"),
        (-90, "up to 3 months before"),
        (-1, "up to 3 months before"),
        (0, "when it was cited"),
        (1, "up to 3 months after"),
        (90, "up to 3 months after"),
        (91, "3 months to 1 year after"),
        (365, "3 months to 1 year after"),
        (1825, "1 to 5 years after"),
        (1826, "more than 5 years after"),
        (None, "at an unknown distance"),
    ],
)
def test_copies_are_counted_by_their_distance(days, label):
    assert lines(a_report(a_document(*[copied(days)] * 3)), "copies") == {label: ("3",)}


def test_links_without_a_good_copy_are_counted_by_the_reason():
    outcomes = [
        ArchiveOutcome.NONE_FOUND,
        ArchiveOutcome.NONE_FOUND,
        ArchiveOutcome.UNKNOWN,
        ArchiveOutcome.ARCHIVED_BAD,
    ]
    report = a_report(a_document(copied(0), *[copied(None, outcome) for outcome in outcomes]))
    assert lines(report, "copies") == {
        "when it was cited": ("1",),
        "only unusable copies": ("1",),
        "no copy is known": ("2",),
        "the archive did not tell": ("1",),
    }
    assert plot_of(report, "copies").sentence.startswith("Of 5 links, 1 has a copy from within three months")


def failed(outcome, url, verdict=Verdict.BROKEN, **changes):
    return a_finding(citation=a_citation(url=url), live=LiveResult(outcome, NOON), verdict=verdict, **changes)


def test_hosts_that_fail_come_worst_first_with_the_reasons():
    gone, late, fine = LiveOutcome.NOT_FOUND, LiveOutcome.TIMEOUT, LiveOutcome.OK
    around = a_citation(url="https://e.example/", part=Part.SURROUNDINGS)
    report = a_report(
        a_document(
            *[failed(gone, f"https://a.example/{number}") for number in range(2)],
            failed(fine, "https://a.example/fine", Verdict.OK),
            failed(late, "https://a.example/late", Verdict.REVIEW),
            failed(late, "https://b.example/", Verdict.REVIEW),
            failed(gone, "https://c.example/", review=Review("accept")),
            failed(fine, "https://d.example/", Verdict.FIX),
            replace(failed(gone, "https://e.example/"), citation=around),
        )
    )
    told = lines(report, "hosts")
    assert list(told) == ["a.example", "b.example"], "what was accepted, or is only misspelt, does not fail"
    assert told["a.example"][0] == "3 of 4"
    assert "(2)" in told["a.example"][1]


def weekly(*runs):
    return tuple(
        Tally(f"r{number}", NOON + timedelta(weeks=number), verdicts, verdicts.get("broken", 0))
        for number, verdicts in enumerate(runs)
    )


def test_verdicts_over_runs_are_told_newest_first_and_drawn_oldest_first():
    document = a_document(tallies=weekly({"ok": 3}, {"ok": 2, "broken": 1}))
    plot = plot_of(a_report(document), "over-runs")
    assert [line.told for line in plot.lines] == [("1", "1 broken, 2 ok"), ("0", "3 ok")]
    assert plot.sentence == "1 finding open on 28 November 2026, 0 on 21 November 2026."
    columns = re.findall(r'<rect class="(\w+)" x="([\d.]+)"', plot.picture)
    assert columns == [("ok", "2"), ("broken", "26"), ("ok", "26")]
    assert f"<desc>{plot.sentence}</desc>" in plot.picture


def test_runs_over_a_letter_without_a_citation_make_no_picture():
    assert plot_of(a_report(a_document(tallies=weekly({}, {}))), "over-runs") is None


@pytest.mark.parametrize(
    ("days", "opened", "told"),
    [
        (0, (2, 2), "2 findings open on 21 November 2026, as many earlier that day."),
        (0, (1, 2), "2 findings open on 21 November 2026, 1 earlier that day."),
        (7, (2, 2), "2 findings open on 28 November 2026, as many as on 21 November 2026."),
        (7, (0, 1), "1 finding open on 28 November 2026, 0 on 21 November 2026."),
    ],
)
def test_the_sentence_over_several_runs(days, opened, told):
    first, last = (
        Tally(f"r{number}", NOON + timedelta(days=days * number), {}, count) for number, count in enumerate(opened)
    )
    assert plots.since([first, last]) == told


def test_several_letters_are_summed_over_the_runs_that_they_share():
    first = a_document(tallies=weekly({"ok": 1}, {"ok": 2}))
    second = a_document(tallies=weekly({"ok": 1}, {"broken": 5})[1:])
    assert plot_of(a_report(first, second), "over-runs") is None, "they share a single run"
    both = plot_of(a_report(first, replace(first, source="b.txt")), "over-runs")
    assert [line.told for line in both.lines] == [("0", "4 ok"), ("0", "2 ok")]


def test_where_there_is_next_to_nothing_to_show_there_is_no_plot():
    assert plots.plots(a_report(a_document())) == []
    assert plots.plots(a_report(a_document(copied(0), copied(1)))) == []
    assert plots.plots(a_report(a_document(*[copied(0)] * 9), judged=False)) == []


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_any_report_has_plots_that_are_whole(report):
    for plot in plots.plots(report):
        assert plot.lines
        assert all(len(line.told) == len(plot.columns) - 1 for line in plot.lines)


def test_everything_in_a_table_is_escaped():
    report = a_report(
        a_document(*[failed(LiveOutcome.TIMEOUT, f"https://x&y.example/{n}", Verdict.REVIEW) for n in "abc"])
    )
    macros = page.environment().get_template("plots.html.j2").make_module({})
    assert "x&amp;y.example" in str(macros.show(plots.plots(report)))
