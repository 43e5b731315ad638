"""A comment settles one link, the one beside or below it."""

from __future__ import annotations

import pytest

from verifier import documents
from verifier.model.document import Document
from verifier.model.report import DocumentReport, Review
from verifier.pipeline.desk import Options
from verifier.pipeline.extracted import as_extracted
from verifier.pipeline.letter_comments import settle
from verifier.pipeline.plan import plan

A, B = "https://example.org/a", "https://example.org/b"


def settled(tmp_path, name: str, text: str) -> tuple[DocumentReport, Document]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    (planned,) = plan(documents.expand([str(path)]))
    assert planned.document is not None
    return settle(as_extracted(planned, Options()), planned.document), planned.document


@pytest.mark.parametrize(
    ("name", "text", "expected", "why"),
    [
        ("l.md", f"See {A} <!-- verify: ignore it is ours -->\nand {B} too.", {A: "ignore"}, "after its link"),
        ("l.md", f"See <!-- verify: accept -->{A} and {B} too.", {A: "accept"}, "before it: the next one only"),
        ("l.md", f"See {A} <!-- verify: ignore --> and {B} too.", {B: "ignore"}, "between two: the next one"),
        ("l.md", f"A line.\n\n<!-- verify: ignore -->\nSee {A} and {B}.", {A: "ignore"}, "above: the first below"),
        ("l.md", f"See {A}.\n<!-- verify: ignore -->\nNo link here.\nSee {B}.", {}, "not the line above, nor beyond"),
        ("l.md", f"See [the page]({A})<!-- verify: ignore --> and [that]({B}).", {B: "ignore"}, "inline links"),
        ("l.html", f"<p>See <!-- verify: ignore --><a href='{A}'>it</a>, <a href='{B}'>b</a></p>", {A: "ignore"}, ""),
        ("l.html", f"<p>One\n<!-- verify: accept why -->\n<a href='{A}'>it</a>, {B}</p>", {A: "accept"}, "above"),
        ("l.html", f"<p>See <a href='{A}'>it</a><!-- verify: ignore -->\n {B}</p>", {A: "ignore"}, "behind"),
    ],
)
def test_which_link_a_comment_settles(tmp_path, name: str, text: str, expected: dict, why: str) -> None:
    report, _ = settled(tmp_path, name, text)
    assert len(report.findings) == 2
    assert {f.citation.url: f.review.decision for f in report.findings if f.review} == expected, why
    assert any("no effect" in remark for remark in report.remarks) is (not expected)


def test_the_reason_is_kept(tmp_path) -> None:
    report, _ = settled(tmp_path, "l.md", f"See {A} <!-- verify: ignore it is\nours -->")
    assert [finding.review for finding in report.findings] == [Review("ignore", note="it is ours")]


def test_another_word_has_no_effect_and_is_told(tmp_path) -> None:
    report, _ = settled(tmp_path, "l.md", f"See {A} <!-- verify: skip -->")
    assert report.findings[0].review is None
    assert "on line 1 has no effect: it says neither ignore nor accept." in report.remarks[-1]


def test_what_could_not_be_read_stays_as_it_is() -> None:
    report = DocumentReport("missing.md")
    assert settle(report, None) is report
