"""The JSON report: the published shape, to the key; every report against the schema; fast and lean."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

import verifier.report
from tests.builders import NOON, a_citation, a_document, a_finding, a_report
from tests.golden.example import the_extract, the_report
from tests.report.strategies import reports
from verifier.model.dates import PartialDate
from verifier.model.report import Network, Review, SourceFailure, Verdict
from verifier.report import render

SCHEMA = json.loads((Path(verifier.report.__file__).parent / "schema" / "verifier-report-1.json").read_text("utf-8"))


def closed(schema):
    """The schema with every object closed to keys it does not name, so that nothing undocumented slips out."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    shut = {key: closed(value) for key, value in schema.items()}
    if isinstance(shut.get("properties"), dict) and "required" in shut:
        shut["additionalProperties"] = False
    return shut


OPEN, CLOSED = Draft202012Validator(SCHEMA), Draft202012Validator(closed(SCHEMA))


def read(report):
    return json.loads(render("json", report))


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("report", [the_report(), the_extract(), a_report()], ids=["judged", "extract", "empty"])
def test_reports_have_the_published_shape_and_nothing_else(report):
    CLOSED.validate(read(report))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_any_report_has_the_published_shape(report):
    data = read(report)
    CLOSED.validate(data)
    assert render("json", report) == render("json", report)


@pytest.mark.parametrize(
    ("path", "value", "why"),
    [
        (("schema",), "verifier-report/2", "another version is another schema"),
        (("documents", 0, "citations", 0, "verdict"), "fine", "verdicts are a closed set"),
        (("documents", 0, "citations", 0, "live", "outcome"), "dead", "outcomes are a closed set"),
        (("documents", 0, "citations", 0, "line"), 0, "positions are 1-based"),
        (("documents", 0, "citations", 0, "repair", "confidence"), 1.5, "a confidence is a probability"),
        (("run", "started_at"), "2026-11-21 12:00", "moments are ISO 8601 in UTC"),
        (("summary", "verdicts"), {"ok": 1}, "every verdict is counted, also with 0"),
        (("documents", 0, "notes", 0, "index"), None, "an index is never missing"),
    ],
)
def test_the_schema_refuses_values_that_mean_nothing(path, value, why):
    data = read(the_report())
    target = data
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = value
    assert not OPEN.is_valid(data), why


def test_every_required_key_is_required():
    data = read(the_report())
    for key in list(data["documents"][0]["citations"][0]):
        broken = json.loads(json.dumps(data))
        del broken["documents"][0]["citations"][0][key]
        assert not OPEN.is_valid(broken), key


def test_fields_may_be_added():
    data = read(the_report())
    data["run"]["moon"] = "full"
    data["documents"][0]["citations"][0]["colour"] = "blue"
    OPEN.validate(data)


def test_extract_has_neither_verdicts_nor_their_summary():
    judged = a_finding(verdict=Verdict.OK, since=NOON, review=Review("accept"))
    data = read(a_report(a_document(judged), judged=False))
    assert (data["summary"]["decided"], data["summary"]["verdicts"]) == (None, None)
    citation = data["documents"][0]["citations"][0]
    assert (citation["verdict"], citation["since"], citation["review"]) == (None, None, None)
    assert read(a_report(a_document(), judged=False))["summary"]["decided"] is None


def test_a_stage_that_was_not_run_is_null_and_one_that_found_nothing_is_empty():
    offline = read(a_report(a_document(a_finding(verdict=Verdict.SKIPPED)), network=Network.OFFLINE))
    citation = offline["documents"][0]["citations"][0]
    assert [citation[key] for key in ("live", "archive", "archives", "content")] == [None] * 4
    assert offline["summary"]["live"] is None
    asked = read(a_report(a_document(a_finding(archives=()))))
    assert asked["documents"][0]["citations"][0]["archives"] == []


def test_moments_are_utc_whatever_they_were():
    early = datetime(2026, 1, 1, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    naive = datetime(2026, 1, 1, 1, 30)  # noqa: DTZ001  a naive value is the point
    run = read(a_report(started_at=early, finished_at=naive))["run"]
    assert (run["started_at"], run["finished_at"]) == ("2025-12-31T23:30:00Z", "2026-01-01T01:30:00Z")


def test_dates_errors_and_reviews_as_published():
    citation = a_citation(description=replace(a_citation().description, date=PartialDate(2017, 9)))
    review = Review("replace", "N.", date(2026, 5, 3), "note", "https://example.org/new", None)
    document = a_document(a_finding(citation=citation, review=review), error=SourceFailure("unreadable"))
    data = read(a_report(document))["documents"][0]
    assert data["citations"][0]["date"] == "2017-09"
    assert data["error"] == {"message": "unreadable", "hint": ""}
    assert data["citations"][0]["review"] == {
        "decision": "replace",
        "by": "N.",
        "on": "2026-05-03",
        "note": "note",
        "url": "https://example.org/new",
        "expires": None,
    }


def test_text_survives_and_steering_characters_are_escaped():
    title = '声明 \x1b[2J \x9b \u202e \ud800 \u2028 \x00 " \\ é'
    text = render("json", a_report(a_document(title=title)))
    assert "声明" in text and "é" in text
    assert not set(text) & set("\x1b\x9b\u202e\ud800\u2028\x00")
    text.encode("utf-8")
    assert json.loads(text)["documents"][0]["title"] == title


def test_options_of_any_kind_are_written():
    options = {"archive": ["wayback"], "max_age": timedelta(days=1), "deep": {"a b\n": 1.5}, "on": True, "none": None}
    data = read(a_report(options=options))["run"]["options"]
    assert data == {
        "archive": ["wayback"],
        "max_age": "1 day, 0:00:00",
        "deep": {"a b\n": 1.5},
        "on": True,
        "none": None,
    }


def test_it_is_indented_as_the_standard_library_does_it():
    text = render("json", the_report())
    assert text.isprintable() is False
    assert json.dumps(json.loads(text), indent=2).count("\n") == text.count("\n") - 1


def test_neither_rich_nor_jinja_nor_anything_heavy_is_loaded():
    code = (
        "import sys; before = set(sys.modules);"
        "from tests.builders import a_report; from verifier.report import render;"
        "render('json', a_report()); render('text', a_report());"
        "print([name for name in ('rich', 'jinja2', 'bs4', 'xml', 'html') if name in set(sys.modules) - before])"
    )
    root = Path(verifier.report.__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "[]"
