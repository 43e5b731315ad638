"""Single results: they come back as they went in, and only while they may be used."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.samples import CONTENT, LONG_AGO, NOON, URL, archive, day, live, report, since
from verifier.model.errors import StoreError
from verifier.model.evidence import (
    ArchiveOutcome,
    ArchiveResult,
    ContentResult,
    Found,
    LiveOutcome,
    LiveResult,
    Provenance,
    QuoteResult,
    Snapshot,
    Usable,
)
from verifier.store import History
from verifier.store.codec import decode, encode

REMEMBERED = Provenance.REMEMBERED


def begin(history: History, run_id: str = "r1", at: datetime = NOON) -> None:
    history.begin_run(run_id, at, ["letter.txt"], "options", "1.0")


@pytest.mark.parametrize("value", [live(), archive(), CONTENT], ids=lambda value: type(value).__name__)
def test_samples_leave_no_field_at_its_default(value: object) -> None:
    """Else the round trips below would prove nothing for that field."""
    left = {each.name for each in fields(value) if getattr(value, each.name) == each.default}
    assert left <= {"provenance"}


def test_a_live_result_comes_back_whole(history: History) -> None:
    begin(history)
    history.record_live("r1", URL, live())
    assert history.recall_live(URL, since(LONG_AGO)) == live(provenance=REMEMBERED)


def test_an_archive_result_comes_back_whole(history: History) -> None:
    begin(history)
    history.record_archive("r1", URL, "2022-05-28", archive())
    recalled = history.recall_archive(URL, "2022-05-28", "web.archive.org", since(LONG_AGO))
    assert recalled == archive(provenance=REMEMBERED)


def test_a_content_result_comes_back_whole(history: History) -> None:
    begin(history)
    history.record_content("r1", URL, "question", CONTENT, at=NOON)
    assert history.recall_content(URL, "question", since(NOON)) == CONTENT


# Everything a hostile page or letter may put into a text: control characters, lone surrogates, quotes, the stand-in.
texts = st.text(st.characters(exclude_categories=()), max_size=20) | st.sampled_from(
    [URL, f'"{URL}"\x1a', "\\u001a", ""]
)
urls = st.sampled_from(
    [URL, 'https://example.org/"', "https://example.org/\\", "a", "\x1a", "\ud800", "https://例.example/"]
)
moments = st.datetimes(timezones=st.just(UTC))
everything = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)


@everything
@given(
    url=urls,
    result=st.builds(
        LiveResult,
        checked_at=moments,
        evidence=st.lists(texts, max_size=2).map(tuple),
        title=st.none() | texts,
        headings=st.lists(texts, max_size=2).map(tuple),
        final_url=st.none() | texts,
        etag=st.none() | st.text(max_size=5),
        last_modified=st.none() | st.text(max_size=5),
        body_sha256=st.none(),
        media_type=st.none() | texts,
        status_code=st.none() | st.integers(100, 999),
        elapsed_ms=st.integers(0, 10**9),
        requests=st.integers(0, 99),
        outcome=st.sampled_from([each for each in LiveOutcome if each is not LiveOutcome.SKIPPED]),
    ),
)
def test_any_live_result_comes_back_in_its_own_run(history: History, url: str, result: LiveResult) -> None:
    run = f"r{len(history.runs())}"
    begin(history, run)
    history.record_live(run, url, result)
    newest = history.recall_live(url, since(LONG_AGO, run))
    history.abandon_run(run)
    assert newest == replace(result, provenance=REMEMBERED)


@everything
@given(
    url=urls,
    result=st.builds(
        ArchiveResult,
        service=st.just("archive.example"),
        checked_at=moments,
        evidence=st.lists(texts, max_size=2).map(tuple),
        title=st.none() | texts,
        outcome=st.sampled_from([each for each in ArchiveOutcome if each is not ArchiveOutcome.UNKNOWN]),
    ),
)
def test_any_archive_result_comes_back_in_its_own_run(history: History, url: str, result: ArchiveResult) -> None:
    begin(history, "run")
    history.record_archive("run", url, "2022", result)
    recalled = history.recall_archive(url, "2022", "archive.example", since(NOON, "run"))
    history.abandon_run("run")
    assert recalled == replace(result, provenance=REMEMBERED)


@everything
@given(url=urls, result=st.builds(ContentResult, title_similarity=st.none() | st.floats(0, 1)))
def test_any_content_result_comes_back(history: History, url: str, result: ContentResult) -> None:
    begin(history, "run")
    history.record_content("run", url, "question", result, at=NOON)
    recalled = history.recall_content(url, "question", since(NOON))
    history.abandon_run("run")
    assert recalled == result


@pytest.mark.parametrize(
    ("result", "not_before", "resumed", "found", "reason"),
    [
        (live(), NOON, None, True, "good and just young enough"),
        (live(LiveOutcome.MOVED), NOON, None, True, "moved is good too"),
        (live(), NOON + timedelta(microseconds=1), None, False, "too old"),
        (live(), day(9), "r1", True, "of the resumed run, however old"),
        (live(), day(9), "other", False, "too old, and of another run than the resumed one"),
        (live(LiveOutcome.TIMEOUT), LONG_AGO, None, False, "a failure is asked again"),
        (live(LiveOutcome.NOT_FOUND), LONG_AGO, None, False, "a dead link is asked again: it may be back"),
        (live(LiveOutcome.BOT_WALL), LONG_AGO, None, False, "so is a wall"),
        (live(LiveOutcome.TIMEOUT), day(9), "r1", True, "but not within the run that goes on"),
        (live(LiveOutcome.SKIPPED), LONG_AGO, "r1", False, "skipped is no result"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_which_live_results_are_recalled(
    history: History, result: LiveResult, not_before: datetime, resumed: str | None, found: bool, reason: str
) -> None:
    begin(history, "r1")
    begin(history, "other")
    history.record_live("r1", URL, result)
    assert (history.recall_live(URL, since(not_before, resumed)) is not None) == found, reason


def test_a_good_result_from_before_a_bad_one_is_no_answer(history: History) -> None:
    begin(history, "r1")
    begin(history, "r2")
    history.record_live("r1", URL, live(at=day(0)))
    history.record_live("r2", URL, live(LiveOutcome.NOT_FOUND, at=day(0.5)))
    assert history.recall_live(URL, since(LONG_AGO)) is None


def test_what_bears_a_time_to_come_is_passed_over(history: History) -> None:
    """The clock was wrong when it was noted; what came after, by the right clock, is the newest."""
    begin(history, "wrong")
    ahead, later = NOON + timedelta(days=400), Usable(NOON, NOON + timedelta(hours=1))
    history.record_live("wrong", URL, live(at=ahead, title="of the wrong clock"))
    history.record_archive("wrong", URL, "2022", archive(at=ahead))
    history.record_content("wrong", URL, "question", ContentResult(title_similarity=0.1), at=ahead)
    assert history.recall_live(URL, later) is None
    assert history.recall_archive(URL, "2022", archive().service, later) is None
    assert history.recall_content(URL, "question", later) is None
    begin(history, "right")
    history.record_live("right", URL, live(title="of the right clock"))
    history.record_archive("right", URL, "2022", archive())
    history.record_content("right", URL, "question", ContentResult(title_similarity=0.9), at=NOON)
    assert (history.recall_live(URL, later) or live()).title == "of the right clock"
    assert history.recall_archive(URL, "2022", archive().service, later) is not None
    assert history.recall_content(URL, "question", later) == ContentResult(title_similarity=0.9)


def test_a_second_result_of_a_run_replaces_the_first(history: History) -> None:
    begin(history)
    history.record_live("r1", URL, live(LiveOutcome.NOT_FOUND))
    history.record_live("r1", URL, live(at=day(-1)))
    assert history.recall_live(URL, since(LONG_AGO)) == live(at=day(-1), provenance=REMEMBERED)


def test_a_remembered_result_keeps_its_own_time(history: History) -> None:
    begin(history, "r1")
    history.record_live("r1", URL, live())
    begin(history, "r2", day(0.5))
    remembered = history.recall_live(URL, since(LONG_AGO))
    assert remembered is not None
    history.record_live("r2", URL, remembered)
    assert history.recall_live(URL, since(NOON + timedelta(seconds=1))) is None
    assert history.recall_live(URL, since(day(9), "r2")) == remembered


@pytest.mark.parametrize(
    ("outcome", "not_before", "resumed", "found", "reason"),
    [
        (ArchiveOutcome.ARCHIVED, NOON, None, True, "a copy stays where it is"),
        (ArchiveOutcome.ARCHIVED_FAR, NOON, None, True, "a far one too"),
        (ArchiveOutcome.IS_ARCHIVE, NOON, None, True, "and a link that is a copy"),
        (ArchiveOutcome.ARCHIVED, day(1), None, False, "too old"),
        (ArchiveOutcome.NONE_FOUND, LONG_AGO, None, False, "a copy may have been made since"),
        (ArchiveOutcome.NONE_FOUND, day(1), "r1", True, "but not while the run goes on"),
        (ArchiveOutcome.ARCHIVED_BAD, LONG_AGO, None, False, "a good copy may have been made since"),
        (ArchiveOutcome.EXCLUDED, day(1), "r1", True, "an answer of the resumed run"),
        (ArchiveOutcome.UNKNOWN, LONG_AGO, "r1", False, "unknown is no answer"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_which_archive_results_are_recalled(
    history: History, outcome: ArchiveOutcome, not_before: datetime, resumed: str | None, found: bool, reason: str
) -> None:
    begin(history)
    history.record_archive("r1", URL, "2022", archive(outcome))
    recalled = history.recall_archive(URL, "2022", "web.archive.org", since(not_before, resumed))
    assert (recalled is not None) == found, reason


@pytest.mark.parametrize(
    ("url", "cited", "service"),
    [(URL + "/", "2022", "web.archive.org"), (URL, "2023", "web.archive.org"), (URL, "2022", "archive.example")],
    ids=["another URL", "another date", "another service"],
)
def test_an_archive_result_answers_only_what_was_asked(history: History, url: str, cited: str, service: str) -> None:
    begin(history)
    history.record_archive("r1", URL, "2022", archive())
    assert history.recall_archive(url, cited, service, since(LONG_AGO)) is None


def test_content_answers_only_the_same_question_and_not_for_ever(history: History) -> None:
    begin(history)
    history.record_content("r1", URL, "question", CONTENT, at=NOON)
    assert history.recall_content(URL, "another question", since(LONG_AGO)) is None
    assert history.recall_content(URL, "question", since(day(1))) is None
    assert history.recall_content(URL, "question", since(day(1), "r1")) == CONTENT


def test_content_is_dated_when_it_is_recorded(history: History) -> None:
    begin(history)
    before = datetime.now(UTC)
    history.record_content("r1", URL, "question", CONTENT)
    assert history.recall_content(URL, "question", since(before)) == CONTENT
    assert history.recall_content(URL, "question", since(datetime.now(UTC))) is None


def test_a_result_that_another_version_wrote_is_asked_again(history: History) -> None:
    begin(history)
    history.record_live("r1", URL, live())
    history.record_archive("r1", URL, "2022", archive())
    history.record_content("r1", URL, "question", CONTENT, at=NOON)
    history._connection.execute("""UPDATE results SET body = '{"redirects": 1, "snapshot": 1, "drift": "sideways"}'""")
    assert history.recall_live(URL, since(LONG_AGO)) is None
    assert history.recall_archive(URL, "2022", "web.archive.org", since(LONG_AGO)) is None
    assert history.recall_content(URL, "question", since(LONG_AGO)) is None


@pytest.mark.parametrize("text", ["\ud800", "\udcff and \x1a", 'a "quoted" \\ one', "湖", "\x00"], ids=ascii)
def test_text_that_a_hostile_page_may_have(history: History, text: str) -> None:
    """Lone surrogates are no UTF-8, and character 26 has a meaning in the file."""
    begin(history)
    result = live(title=text, final_url=f"https://example.org/{text}")
    history.record_live("r1", f"https://example.org/{text}", result)
    recalled = history.recall_live(f"https://example.org/{text}", since(LONG_AGO))
    assert recalled == replace(result, provenance=REMEMBERED)


def test_a_field_that_this_version_does_not_know_is_left_out(history: History) -> None:
    begin(history)
    history.record_content("r1", URL, "question", CONTENT, at=NOON)
    history._connection.execute('UPDATE results SET body = replace(body, \'{"title\', \'{"mood":"blue","title\')')
    assert history.recall_content(URL, "question", since(LONG_AGO)) == CONTENT


def test_what_says_the_same_is_written_once(history: History) -> None:
    for number in range(3):
        begin(history, f"r{number}")
        history.record_live(f"r{number}", URL, live(at=day(number), elapsed_ms=number, etag=f'"{number}"'))
        history.record_archive(f"r{number}", URL, "2022", archive(at=day(number)))
        history.record_content(f"r{number}", URL, f"question {number}", CONTENT)
    assert history._connection.execute("SELECT count(*) FROM results").fetchone() == (3,)


def test_a_run_must_be_known(history: History) -> None:
    with pytest.raises(StoreError, match="knows no run r9") as caught:
        history.record_live("r9", URL, live())
    assert "verify history" in caught.value.hint
    with pytest.raises(StoreError, match="knows no run r9"):
        history.finish_run("r9", NOON, report())


def test_a_run_begins_once(history: History) -> None:
    begin(history)
    with pytest.raises(StoreError, match="UNIQUE constraint"):
        begin(history)


@pytest.mark.parametrize(
    "quote",
    [
        QuoteResult("it is", Found.LIVE, "Now it is, and it is so."),
        QuoteResult("It is", Found.LIVE, "Now IT IS so."),
        QuoteResult("it is", Found.LIVE, "it is"),
        QuoteResult("it is", Found.NO),
        QuoteResult("", Found.NO, "nothing quoted"),
    ],
)
def test_an_excerpt_comes_back_whether_or_not_it_holds_the_quotation_as_written(quote: QuoteResult) -> None:
    content = ContentResult(quotes=(quote,))
    assert ContentResult(**decode(ContentResult, URL, encode(content, URL))) == content


def test_what_earlier_versions_wrote_is_read() -> None:
    body = '{"quotes":[{"text":"it is","found":"live"}]}'
    assert decode(ContentResult, URL, body) == {"quotes": (QuoteResult("it is", Found.LIVE),)}
    body = '{"snapshot":{"timestamp":"20220529010203","url":"u","status_code":200,"days_from_citation":1}}'
    assert decode(ArchiveResult, URL, body) == {"snapshot": Snapshot("20220529010203", "u", 200, 1)}
