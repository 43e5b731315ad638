"""Forgetting a letter: nothing of it is left in any byte, and nothing of the others is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.samples import LONG_AGO, NOON, URL, archive, day, finding, live, run, since
from verifier.model.errors import StoreError
from verifier.model.evidence import ContentResult, Drift, Found, LiveOutcome, QuoteResult
from verifier.store import History
from verifier.store.migrate import backup_path

SECRET = "secret-letter.txt"
OTHER = "other.txt"
SECRET_URL = "https://hidden.example.org/the-hushed-up-survey"
SHARED_URL = "https://shared.example.org/everybody-cites-this"
TRACES = (b"secret-letter", b"hushed-up", b"words of the silent source", b"the title of the hidden page")


def fill(history: History) -> None:
    """A secret letter and another one, each with a URL of its own, and one URL that both cite."""
    quoted = ContentResult(0.5, None, Drift.UNMEASURED, (QuoteResult("the words of the silent source", Found.LIVE),))
    history.begin_run("both", NOON, [SECRET, OTHER], "options", "1.0")
    history.record_live("both", SECRET_URL, live(title="the title of the hidden page"))
    history.record_archive("both", SECRET_URL, "2022", archive())
    history.record_content("both", SECRET_URL, "question", quoted)
    history.record_content("both", SHARED_URL, "question", quoted)
    history.record_content("both", URL, "question", quoted)
    run(
        history,
        "s1",
        finding(citation_id="s1", url=SECRET_URL),
        finding(citation_id="s2", url=SHARED_URL),
        source=SECRET,
    )
    run(history, "o1", finding(citation_id="o1", url=URL), finding(citation_id="o2", url=SHARED_URL), source=OTHER)
    for number in range(30):  # enough to spread over many pages
        run(history, f"s{number + 2}", finding(citation_id=f"x{number}", url=f"{SECRET_URL}/{number}"), source=SECRET)


def bytes_of(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in sorted(folder.iterdir()))


def test_no_byte_of_it_is_left(path: Path) -> None:
    with History.open(path) as history:
        fill(history)
    before = bytes_of(path.parent)
    assert all(trace in before for trace in TRACES), "the search would prove nothing"
    with History.open(path) as history:
        assert history.forget(SECRET)
        assert not any(trace in bytes_of(path.parent) for trace in TRACES), "while it is open"
    after = bytes_of(path.parent)
    assert not any(trace in after for trace in TRACES)


def test_what_others_cite_stays(history: History) -> None:
    fill(history)
    history.forget(SECRET)
    assert [each.id for each in history.runs()] == ["o1", "both"]
    assert history.runs(SECRET) == ()
    assert [each.citation_id for each in history.findings_of("o1")] == ["o1", "o2"]
    assert history.since("o2", "ok") == (NOON, 1)
    assert history.recall_live(URL, since(LONG_AGO)) is not None
    assert history.recall_live(SHARED_URL, since(LONG_AGO)) is not None
    assert history.recall_live(SECRET_URL, since(LONG_AGO)) is None
    assert history._connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert history._connection.execute("SELECT count(*) FROM results").fetchone() == (2,)


def test_the_other_letter_of_an_interrupted_run_starts_anew(history: History) -> None:
    """Its job is a digest in which the forgotten source could be recognised."""
    fill(history)
    history.forget(SECRET)
    assert history.unfinished_run([SECRET, OTHER], "options") is None


def test_forgetting_goes_on_working_in_the_same_history(history: History) -> None:
    fill(history)
    history.forget(SECRET)
    run(history, "s99", finding(LiveOutcome.NOT_FOUND, citation_id="s1", url=SECRET_URL, at=day(9)), source=SECRET)
    assert history.since("s1", "not_found") == (day(9), 1)


def test_an_unknown_source(history: History) -> None:
    run(history, "r1", finding(), source=OTHER)
    assert not history.forget(SECRET)
    assert [each.id for each in history.runs()] == ["r1"]


def test_copies_made_before_a_migration_go_too(path: Path) -> None:
    with History.open(path) as history:
        fill(history)
        backup_path(path, 1).write_bytes(b"secret-letter")
        other = path.with_name("other.sqlite.schema-1.backup")
        other.write_bytes(b"somebody else's")
        history.forget(SECRET)
    assert not backup_path(path, 1).exists()
    assert other.exists()


def test_another_process_that_reads_is_no_reason_to_keep_quiet(path: Path) -> None:
    with History.open(path, wait=0.05) as history, History.open(path) as reader:
        fill(history)
        reader._connection.execute("BEGIN")
        reader._connection.execute("SELECT * FROM runs").fetchone()
        with pytest.raises(StoreError, match="another process") as caught:
            history.forget(SECRET)
        assert caught.value.hint
        reader._connection.execute("ROLLBACK")
        history.forget(SECRET)
    assert not any(trace in bytes_of(path.parent) for trace in TRACES)
