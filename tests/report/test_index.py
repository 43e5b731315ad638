"""The index of a folder of reports: which runs it lists, what it links to, and what it leaves alone."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser
from multiprocessing import get_context

import pytest

from tests.builders import NOON, a_citation, a_document, a_finding, a_report
from verifier.model.errors import UsageError
from verifier.model.evidence import ArchiveOutcome, ArchiveResult, LiveOutcome, LiveResult
from verifier.model.report import Network, Review, SourceFailure, Verdict
from verifier.model.transition import Changes, Transition, TransitionKind
from verifier.model.trend import Tally
from verifier.report import delivery, render
from verifier.report.html import index_log, index_place, page


class Reader(HTMLParser):
    """The links and the text of a page."""

    def __init__(self, path):
        super().__init__()
        self.links, self.words = [], []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.links.append(dict(attrs)["href"])

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())


def week(number, *verdicts, source="letters/lake.txt", **changes):
    """The report of a weekly run with findings of these verdicts."""
    findings = [
        a_finding(citation=a_citation(id=f"{source}{place}"), verdict=Verdict(verdict))
        for place, verdict in enumerate(verdicts)
    ]
    at = NOON + timedelta(weeks=number)
    report = a_report(
        a_document(*findings, source=source, title=f"Letter {source}"), id=f"r{number}", started_at=at, finished_at=at
    )
    return replace(report, run=replace(report.run, **changes))


def written(folder, report):
    """What `verify` does with a report: its page, then the index."""
    path = index_place.place(folder, report)
    delivery.write(path, render("html", report))
    assert index_log.update(folder, report, path.name) is None
    return path


def rows(folder):
    return [json.loads(line) for line in (folder / "index.jsonl").read_text("utf-8").splitlines()]


def test_runs_are_listed_newest_first_and_the_newest_links_to_its_report(tmp_path):
    for number, verdicts in enumerate([["ok"], ["ok", "fix"], ["broken", "fix"]]):
        path = written(tmp_path, week(number, *verdicts))
    index = Reader(tmp_path / "index.html")
    assert path.name == "lake.html"
    assert index.links.count("lake.html") == 2, "the letter's heading, and its newest run"
    assert index.text.index("5 December 2026, 12:00 UTC") < index.text.index("28 November 2026, 12:00 UTC")
    assert "2 findings open on 5 December 2026, 0 on 21 November 2026." in index.text
    assert "1 letter; 1 asks for something, 2 findings in all." in index.text
    assert "Verdicts of 3 runs" in index.text, "the trend has a name"


def test_letters_with_the_newest_run_come_first(tmp_path):
    written(tmp_path, week(1, "ok", source="new.txt"))
    written(tmp_path, week(0, "broken", source="old.txt"))
    index = Reader(tmp_path / "index.html")
    assert index.text.index("Letter new.txt") < index.text.index("Letter old.txt")


def test_changes_open_items_and_decisions_are_told(tmp_path):
    report = week(0, "broken", "broken", "fix")
    document = report.documents[0]
    accepted = replace(document.findings[0], review=Review("accept"))
    report = replace(
        report,
        documents=(replace(document, findings=(accepted, *document.findings[1:])),),
        changes=Changes(
            NOON,
            (Transition(TransitionKind.NEWLY_BROKEN, "c", document.source, "1", "https://x.example/", "ok", "broken"),),
        ),
    )
    written(tmp_path, report)
    assert "2 2 broken, 1 fix 1 newly broken" in Reader(tmp_path / "index.html").text


@pytest.mark.parametrize(
    ("report", "told"),
    [
        (a_report(a_document()), "No citation was found in this letter."),
        (a_report(a_document(error=SourceFailure("encrypted"))), "The letter could not be read."),
        (week(0, "review", network=Network.DOWN), "The network was down, so no page was judged."),
        (week(0, "ok", partial=True), "1 ok incomplete"),
        (week(0, "skipped"), "1 letter; nothing was checked."),
        (week(0, "skipped", "ok"), "1 letter; nothing needs doing."),
        (
            a_report(
                a_document(a_finding(live=LiveResult(LiveOutcome.NOT_FOUND, NOON), verdict=Verdict.BROKEN)),
                network=Network.DOWN,
            ),
            "1 broken incomplete",
        ),
    ],
)
def test_a_run_without_verdicts_says_why(tmp_path, report, told):
    written(tmp_path, report)
    assert told in Reader(tmp_path / "index.html").text


def test_runs_that_only_history_knows_are_listed_once(tmp_path):
    earlier = Tally("r0", NOON, {"broken": 4}, 4)
    report = week(1, "ok")
    report = replace(report, documents=(replace(report.documents[0], tallies=(earlier,)),))
    for _ in range(2):
        written(tmp_path, report)
    assert [row["run"] for row in rows(tmp_path)] == ["r0", "r1", "r1"], "a line for what was known, once"
    assert "4 broken" in Reader(tmp_path / "index.html").text


def test_deleted_reports_stay_listed_without_a_link(tmp_path):
    written(tmp_path, week(0, "ok", source="a.txt")).unlink()
    written(tmp_path, week(1, "ok", source="b.txt"))
    index = Reader(tmp_path / "index.html")
    assert "Letter a.txt" in index.text
    assert {link for link in index.links if not link.startswith("#")} == {"b.html"}


def test_lines_that_are_not_ours_are_passed_over(tmp_path):
    written(tmp_path, week(0, "ok"))
    log = tmp_path / "index.jsonl"
    good = log.read_bytes()
    row = json.loads(good)
    foreign = [
        b"not json", b"[]", b"{}", b"\xff\xfe", b"null", b"[" * 5000, b'{"run": 1}',
        *(json.dumps(row | change).encode() for change in (
            {"page": "../x.html"}, {"page": "a/b.html"}, {"page": "javascript:alert(1)"}, {"page": "\ud800.html"},
            {"open": -1}, {"open": "9"},
            {"finished_at": "yesterday"}, {"source": None}, {"verdicts": []}, {"verdicts": {"ok": 1.5}},
        )),
    ]  # fmt: skip
    log.write_bytes(b"\n".join(foreign) + b"\n" + good.rstrip())
    assert [entry.run for entry in index_log.read(log)] == ["r0"]
    written(tmp_path, week(1, "ok"))
    assert [entry.run for entry in index_log.read(log)] == ["r0", "r1"], "also after a line that was cut off"


def test_a_letter_cannot_steer_the_index(tmp_path):
    nasty = "<script>alert(1)</script>\u202e\x00\ud800\"'&.txt"
    report = week(0, "ok", source=nasty)
    path = written(tmp_path, replace(report, documents=(replace(report.documents[0], title=nasty),)))
    text = (tmp_path / "index.html").read_text("utf-8")
    assert "<script" not in text
    assert not {"\u202e", "\x00"} & set(text)
    assert path.parent == tmp_path


def test_a_folder_with_an_index_of_its_own_keeps_it(tmp_path):
    (tmp_path / "index.html").write_text("<h1>Ours</h1>")
    report = week(0, "ok")
    path = index_place.place(tmp_path, report)
    told = index_log.update(tmp_path, report, path.name)
    assert "index.html is not an index of reports" in told
    assert (tmp_path / "index.html").read_text() == "<h1>Ours</h1>"


def test_a_letter_called_index_leaves_the_index_its_name(tmp_path):
    path = written(tmp_path, week(0, "ok", source="index.txt"))
    assert path.name != "index.html"
    assert path.name in Reader(tmp_path / "index.html").links


@pytest.mark.parametrize(
    ("there", "why"),
    [
        ("<p>the letter itself</p>", "a letter in HTML, with the reports beside it"),
        ('<meta name="generator" content="another 0badcafe">', "a page of another program"),
        ("", "an empty file"),
    ],
)
def test_no_other_file_is_written_over(tmp_path, there, why):
    (tmp_path / "lake.html").write_text(there)
    path = written(tmp_path, week(0, "ok"))
    assert path.name != "lake.html", why
    assert (tmp_path / "lake.html").read_text() == there
    assert written(tmp_path, week(1, "ok")) == path, "and the name stays"


def test_letters_of_one_name_at_the_same_time_have_a_report_each(tmp_path):
    reports = [week(0, "ok", source=source) for source in ("a/lake.txt", "b/lake.txt")]
    paths = [index_place.place(tmp_path / "new", report) for report in reports]  # neither page is written yet
    assert paths[0] != paths[1]
    assert [index_place.place(tmp_path / "new", report) for report in reports] == paths, "each is found again"


def test_a_folder_that_cannot_be_made_is_told_when_the_page_is_written(tmp_path):
    (tmp_path / "file").touch()
    assert index_place.place(tmp_path / "file" / "reports", week(0, "ok")).name == "lake.html"


@pytest.mark.parametrize("sign", ["漢", "𝐀", "é", "x"], ids=lambda sign: f"U+{ord(sign):X}")
def test_a_long_name_is_cut_to_what_file_systems_take(tmp_path, sign):
    paths = [written(tmp_path, week(0, "ok", source=f"{folder}/{sign * 90}.txt")) for folder in "ab"]
    assert all(path.is_file() for path in paths)
    assert paths[0] != paths[1]


def test_two_letters_of_one_name_have_a_report_each_and_keep_it(tmp_path):
    names = [written(tmp_path, week(0, "ok", source=source)).name for source in ("a/lake.txt", "b/lake.txt", "lake.md")]
    assert names[0] == "lake.html"
    assert len(set(names)) == 3
    again = [written(tmp_path, week(1, "ok", source=source)).name for source in ("lake.md", "b/lake.txt", "a/lake.txt")]
    assert again == names[::-1]


def test_where_every_name_is_taken_nothing_is_written(tmp_path):
    (tmp_path / "lake.html").write_text("x")
    path = index_place.place(tmp_path, week(0, "ok"))
    path.write_text("x")
    with pytest.raises(UsageError, match="is not a report"):
        index_place.place(tmp_path, week(0, "ok"))


def test_reports_on_several_letters_share_a_page(tmp_path):
    one, other = week(0, "ok", source="a.txt"), week(0, "fix", source="b.txt")
    both = replace(one, documents=(*one.documents, *other.documents))
    assert written(tmp_path, both).name == "report.html"
    third = replace(both, documents=(*both.documents, *week(0, "ok", source="c.txt").documents))
    assert index_place.place(tmp_path, third).name == "report.html"
    assert "2 letters; 1 asks for something, 1 finding in all." in Reader(tmp_path / "index.html").text


def test_a_run_over_a_part_says_nothing_of_the_letter(tmp_path):
    whole = week(0, "broken", "fix")
    for report in (whole, week(1, "broken", "skipped", options={"note": ["1"]})):
        [document] = report.documents
        seen = [replace(finding, live=LiveResult(LiveOutcome.OK, NOON)) for finding in document.findings]
        written(tmp_path, replace(report, documents=(replace(document, findings=tuple(seen)),)))
    index = Reader(tmp_path / "index.html")
    assert "1 letter; 1 asks for something, 2 findings in all." in index.text
    assert "a part of the letter" in index.text
    assert [link for link in index.links if link.endswith(".html")] == ["lake.html", "lake-part.html", "lake.html"]


def _run(folder, number):
    report = week(number, "ok", source=f"{number}.txt")
    for again in range(4):
        index_log.update(folder, replace(report, run=replace(report.run, id=f"{number}-{again}")), f"{number}.html")


def test_runs_at_the_same_time_lose_nothing(tmp_path):
    """Processes of their own, as cron jobs are."""
    context = get_context("spawn")
    processes = [context.Process(target=_run, args=(tmp_path, number)) for number in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert len(rows(tmp_path)) == 12
    index = Reader(tmp_path / "index.html")
    assert all(f"Letter {number}.txt" in index.text for number in range(3))
    assert list(tmp_path.glob(".*")) == [], "no drafts are left"


def test_pages_are_known_by_their_mark(tmp_path):
    report = week(0, "ok")
    path = tmp_path / "x.html"
    path.write_text(render("html", report), "utf-8")
    assert page.is_marked(path, "letters/lake.txt")
    assert not page.is_marked(path, "letters/other.txt")
    assert not page.is_marked(tmp_path / "none.html", "letters/lake.txt")


@pytest.mark.parametrize("archive", [None, ArchiveOutcome.UNKNOWN, ArchiveOutcome.ARCHIVED])
def test_a_run_that_looked_at_no_cited_page_replaces_no_report_that_tells_more(tmp_path, archive):
    def run(outcome):
        copy = archive and ArchiveResult(archive, "web.archive.org", NOON)
        return a_report(
            a_document(a_finding(live=LiveResult(outcome, NOON), archives=copy and (copy,)), source="lake.txt")
        )

    seen, unseen = run(LiveOutcome.NOT_FOUND), run(LiveOutcome.SKIPPED)
    first = tmp_path / "lake.html"
    assert [written(tmp_path, unseen), written(tmp_path, unseen)] == [first, first], "it may replace its like"
    assert written(tmp_path, seen) == first, "and is replaced by what tells more"
    assert index_place.kept(first, seen) is None
    page_of_seen = first.read_bytes()
    beside = written(tmp_path, unseen)
    assert (beside.name, written(tmp_path, unseen)) == ("lake-unchecked.html", beside)
    assert first.read_bytes() == page_of_seen
    assert index_place.kept(beside, unseen) == first
    assert written(tmp_path, seen) == first
    other = replace(seen, documents=(replace(seen.documents[0], source="lake-unchecked.txt"),))
    assert written(tmp_path, other).name not in {first.name, beside.name}, "the name is taken by now"
    assert written(tmp_path, a_report(a_document(source="lake.txt"))) == first, "it cites nothing any more"
    index_place.clear_beside(first, unseen)
    assert beside.exists()
    part = replace(seen, run=replace(seen.run, options={"note": ["1"]}))
    beside_part = written(tmp_path, part)
    assert written(tmp_path, replace(seen, run=replace(seen.run, partial=True, interrupted=True))) == beside_part
    assert (beside_part.name, index_place.kept(beside_part, part)) == ("lake-part.html", first), "a part is not all"
    index_place.clear_beside(beside_part, part)
    assert beside.exists(), "it tells of the whole letter"
    index_place.clear_beside(first, seen)
    assert not beside.exists() and not beside_part.exists(), "what looked at less tells nothing more"
    beside.write_text("somebody else's page", "utf-8")
    index_place.clear_beside(first, seen)
    assert beside.exists()
