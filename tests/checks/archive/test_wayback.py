"""What the Wayback Machine's answers come to, over the simulated one."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping

import pytest

from tests.web.archive import Captured, SimulatedArchive
from tests.web.archive_faults import Answer, Fault
from tests.web.archive_fetcher import NOW, InProcess, on_counted_time, run_counted
from verifier.checks.archive.ask import Budget, archive_limits
from verifier.checks.archive.wayback import Wayback
from verifier.model.dates import PartialDate
from verifier.model.evidence import ArchiveCheck, ArchiveOutcome, ArchiveResult, Listed
from verifier.web.exchange import Failure, Request, Response

PAGE = "https://example.org/news/harbour-wall"
HOME = "https://example.org/"
DAY = PartialDate(2022, 5, 28)


def ask(
    archive: SimulatedArchive,
    url: str = PAGE,
    cited: PartialDate | None = DAY,
    *,
    want_page: bool = False,
    budget: Budget | None = None,
) -> ArchiveCheck:
    check, _ = on_counted_time(
        archive,
        lambda wayback: wayback.check(url, cited, want_page=want_page),
        budget=budget,
    )
    return check


def kept(timestamp: str, **more: object) -> Captured:
    return Captured(str(more.pop("url", PAGE)), timestamp, **more)  # type: ignore[arg-type]


def said(result: ArchiveResult) -> str:
    return "\n".join(result.evidence)


NEAREST = [
    (DAY, ["20220601120000"], ArchiveOutcome.ARCHIVED, "20220601120000", 4, "the only one"),
    (DAY, ["20220520120000", "20220530120000"], ArchiveOutcome.ARCHIVED, "20220530120000", 2, "after is nearer"),
    (
        DAY,
        ["20220527120000", "20220701120000"],
        ArchiveOutcome.ARCHIVED,
        "20220527120000",
        -1,
        "before is nearer, and negative",
    ),
    (DAY, ["20220518120000", "20220607120000"], ArchiveOutcome.ARCHIVED, "20220518120000", -10, "the earlier on a tie"),
    (
        DAY,
        ["20220518010000", "20220607010000"],
        ArchiveOutcome.ARCHIVED,
        "20220518010000",
        -10,
        "in days, not in seconds",
    ),
    (DAY, ["20220528235959"], ArchiveOutcome.ARCHIVED, "20220528235959", 0, "late on the day itself"),
    (DAY, ["20220227120000"], ArchiveOutcome.ARCHIVED, "20220227120000", -90, "90 days are near"),
    (DAY, ["20220226120000"], ArchiveOutcome.ARCHIVED_FAR, "20220226120000", -91, "91 are far"),
    (DAY, ["20220827120000"], ArchiveOutcome.ARCHIVED_FAR, "20220827120000", 91, "on both sides"),
    (
        PartialDate(2021),
        ["20200101000000", "20210102000000"],
        ArchiveOutcome.ARCHIVED,
        "20210102000000",
        0,
        "inside the year",
    ),
    (
        PartialDate(2021, 2),
        ["20210101000000", "20210303000000"],
        ArchiveOutcome.ARCHIVED,
        "20210303000000",
        3,
        "past the month",
    ),
    (None, ["20200101000000", "20261101000000"], ArchiveOutcome.ARCHIVED, "20261101000000", -20, "no date: today"),
    (
        PartialDate(2062, 5, 28),
        ["20261101000000"],
        ArchiveOutcome.ARCHIVED_FAR,
        "20261101000000",
        -12992,
        "a date to come",
    ),
]


@pytest.mark.parametrize(
    ("cited", "stamps", "outcome", "chosen", "days", "why"), NEAREST, ids=[row[5] for row in NEAREST]
)
def test_the_nearest_capture(
    cited: PartialDate | None, stamps: list[str], outcome: ArchiveOutcome, chosen: str, days: int, why: str
) -> None:
    result = ask(SimulatedArchive([kept(stamp, text=f"As of {stamp}") for stamp in stamps]), cited=cited).result
    assert result.snapshot is not None
    assert (result.outcome, result.snapshot.timestamp, result.snapshot.days_from_citation) == (outcome, chosen, days), (
        why
    )
    assert result.snapshot.url == f"https://web.archive.org/web/{chosen}/{PAGE}"
    assert result.snapshot.status_code == 200
    assert result.answered


def test_a_near_copy_costs_two_requests_and_none_to_the_index() -> None:
    archive = SimulatedArchive([kept("20220601120000"), kept("20230601120000")])
    assert ask(archive).result.title == "A page that was kept"
    assert [asked.pool for asked in archive.log] == ["playback", "playback"]


@pytest.mark.parametrize(
    ("captures", "expected", "pools", "why"),
    [
        (
            [kept(f"20{year}0601120000") for year in (19, 20, 21, 22, 23, 24, 25)],
            (("20190601", None), ("20210601", None), ("20230601", None)),
            ["playback", "playback"],
            "playback names the first, the one before and the next; the last is another one every week",
        ),
        (
            [kept("20200101000000", text="One"), kept("20250101000000", text="Other")],
            (("20200101", 200), ("20250101", 200)),
            ["playback", "playback", "index"],
            "the index was asked for digests",
        ),
        (
            [kept("20220601120000", only="index", status=404)],
            (("20220601", 404),),
            ["playback", "index"],
            "errors are told as such",
        ),
        ([], (), ["playback", "index"], "nothing is kept"),
    ],
)
def test_captures_that_were_named_anyway_are_kept_to_be_shown(
    captures: list[Captured], expected: tuple[tuple[str, int | None], ...], pools: list[str], why: str
) -> None:
    archive = SimulatedArchive(captures)
    assert ask(archive).result.captures == expected, why
    assert [asked.pool for asked in archive.log] == pools, "nothing is asked for them"


def test_absence_costs_one_request_to_each() -> None:
    archive = SimulatedArchive()
    ask(archive)
    assert [asked.pool for asked in archive.log] == ["playback", "index"]


@pytest.mark.parametrize("empty", ["[]", "[header]", ""])
def test_absence_names_who_was_asked_and_when(empty: str) -> None:
    result = ask(SimulatedArchive(empty=empty)).result
    assert result.outcome is ArchiveOutcome.NONE_FOUND
    assert result.snapshot is None
    assert "web.archive.org" in said(result)
    assert "2026-11-21 12:30 UTC" in said(result)
    assert "excluded" in said(result), "absence and exclusion can look the same, and the report says so"


@pytest.mark.parametrize(("cited", "day"), [(DAY, "the citation's date"), (None, "today")])
def test_a_distance_says_what_it_is_measured_from(cited: PartialDate | None, day: str) -> None:
    archive = SimulatedArchive([Captured(PAGE, "20150101000000")])
    assert re.search(rf"is kept, [24],\d{{3}} days before {day}$", said(ask(archive, cited=cited).result))


def test_playback_alone_does_not_make_absence() -> None:
    """Known to the index only: what playback misses is looked for there, and read."""
    result = ask(SimulatedArchive([kept("20220601120000", only="index")])).result
    assert result.outcome is ArchiveOutcome.UNKNOWN
    assert "lists captures, but it shows none" in said(result)


def test_the_index_unfiltered_knows_of_errors_only() -> None:
    result = ask(SimulatedArchive([kept("20220601120000", only="index", status=404)])).result
    assert result.outcome is ArchiveOutcome.ARCHIVED_BAD
    assert result.snapshot is not None
    assert result.snapshot.status_code == 404


# Stability


@pytest.mark.parametrize(
    ("texts", "outcome", "stable", "why"),
    [
        (("Same", "Same"), ArchiveOutcome.ARCHIVED, True, "far off on both sides, but the same bytes"),
        (("One", "Other"), ArchiveOutcome.ARCHIVED_FAR, False, "changed in between"),
    ],
)
def test_equal_digests_around_the_date_make_a_far_copy_good(
    texts: tuple[str, str], outcome: ArchiveOutcome, stable: bool, why: str
) -> None:
    captures = [kept("20200101000000", text=texts[0]), kept("20250101000000", text=texts[1])]
    result = ask(SimulatedArchive(captures)).result
    assert (result.outcome, result.stable_around_citation) == (outcome, stable), why


def test_revisits_attest_stability() -> None:
    captures = [kept("20200101000000"), kept("20250101000000", revisit=True), kept("20220601120000", status=404)]
    result = ask(SimulatedArchive(captures)).result
    assert (result.outcome, result.stable_around_citation) == (ArchiveOutcome.ARCHIVED, True)


def test_stability_of_a_near_copy_costs_one_question_of_its_own() -> None:
    captures = [kept("20220501120000"), kept("20220701120000")]
    archive = SimulatedArchive(captures)
    assert ask(archive).result.stable_around_citation is None
    assert archive.requests("index") == []
    archive.log.clear()
    assert stability(archive) == (
        True,
        "the captures just before and just after the citation's date hold the same bytes",
    )
    assert [asked.pool for asked in archive.log] == ["index"]


def stability(archive: SimulatedArchive, url: str = PAGE) -> tuple[bool | None, str]:
    return on_counted_time(archive, lambda wayback: wayback.stable_around(url, DAY))[0]


@pytest.mark.parametrize(
    ("captures", "faults", "stable", "words"),
    [
        ([kept("20220501120000", text="a"), kept("20220701120000", text="b")], [], False, "differ"),
        ([kept("20220501120000")], [], None, "is not known"),
        ([], [], None, "is not known"),
        ([kept("20220501120000"), kept("20220701120000")], [Fault("503")], None, "HTTP 503"),
        ([kept("20220501120000"), kept("20220701120000")], [Fault("429", times=1)], True, "same bytes"),
        ([kept("20220501120000"), kept("20220701120000")], [Fault("excluded 403")], None, "is not known"),
        ([kept("20220501120000"), kept("20220701120000")], [Fault("cut")], None, "not an index"),
    ],
    ids=["changed", "one side", "no copy", "an error", "throttled once", "excluded", "cut off"],
)
def test_whether_the_page_stayed_the_same(
    captures: list[Captured], faults: list[Fault], stable: bool | None, words: str
) -> None:
    found, said_so = stability(SimulatedArchive(captures, faults))
    assert found is stable
    assert words in said_so


def test_stability_of_a_copy_is_that_of_its_page() -> None:
    archive = SimulatedArchive([kept("20220501120000"), kept("20220701120000")])
    assert stability(archive, f"https://web.archive.org/web/20220501120000/{PAGE}")[0] is True
    assert [asked.url for asked in archive.log] == [PAGE]


def test_stability_of_what_no_archive_keeps_is_not_asked() -> None:
    archive = SimulatedArchive()
    assert stability(archive, "mailto:somebody@example.org")[0] is None
    assert archive.log == []


@pytest.mark.parametrize("fault", ["429", "503", "not an index", "excluded 403"])
def test_a_copy_in_hand_does_not_depend_on_the_index(fault: str) -> None:
    archive = SimulatedArchive([kept("20200101000000")], [Fault(fault, pool="index")])
    result = ask(archive).result
    assert (result.outcome, result.stable_around_citation) == (ArchiveOutcome.ARCHIVED_FAR, None)


# Captures that are no use


def test_a_bad_nearest_capture_is_passed_over() -> None:
    archive = SimulatedArchive([kept("20220601120000", status=503), kept("20220801120000")])
    result = ask(archive).result
    assert result.outcome is ArchiveOutcome.ARCHIVED
    assert result.snapshot is not None
    assert result.snapshot.timestamp == "20220801120000"
    assert "HTTP 503" in said(result)


@pytest.mark.parametrize("early", ["20150601120000", "20210601120000"])
def test_a_capture_from_the_future_is_passed_over(early: str) -> None:
    archive = SimulatedArchive([kept(early), kept("20270601120000"), kept("20330101120000")])
    result = ask(archive, cited=PartialDate(2026, 11, 20)).result
    assert result.outcome is ArchiveOutcome.ARCHIVED_FAR
    assert result.snapshot is not None
    assert result.snapshot.timestamp == early
    assert [one.day for one in result.captures] == [early[:8]]


def test_captures_from_the_future_alone_are_bad() -> None:
    result = ask(SimulatedArchive([kept("20330601120000")])).result
    assert result.outcome is ArchiveOutcome.ARCHIVED_BAD
    assert "in the future" in said(result)
    assert result.captures == ()


@pytest.mark.parametrize(
    ("captures", "said_of_it", "why"),
    [
        ([kept("20220601120000", status=404)], "HTTP 404", "an error"),
        ([kept("20220601120000", status=302, location="/")], "home page", "a redirect home"),
        ([kept("20220601120000", status=302, location="/sorry/404")], "error page", "a redirect to an error"),
        (
            [kept("20220601120000", status=301, location="https://market.example/?domain=example.org")],
            "another page",
            "a redirect away",
        ),
        ([kept("20220601120000", title="404 Not Found", text="")], "error page", "an error sent as 200"),
        ([kept("20220601120000", body=b"")], "empty", "nothing"),
        (
            [kept("20220601120000", status=301, location=f"{PAGE}/full-text")],
            "not archived",
            "a redirect to what is not archived",
        ),
    ],
)
def test_copies_that_show_no_page_are_bad(captures: list[Captured], said_of_it: str, why: str) -> None:
    result = ask(SimulatedArchive(captures)).result
    assert result.outcome is ArchiveOutcome.ARCHIVED_BAD, why
    assert said_of_it in said(result)
    assert result.snapshot is not None
    assert result.snapshot.timestamp == "20220601120000"


def test_a_redirect_to_the_same_page_is_followed() -> None:
    captures = [
        kept("20220601120000", status=301, location="/news/2022/harbour-wall"),
        Captured("https://example.org/news/2022/harbour-wall", "20220601120003", title="The harbour wall"),
    ]
    result = ask(SimulatedArchive(captures)).result
    assert (result.outcome, result.title) == (ArchiveOutcome.ARCHIVED, "The harbour wall")
    assert result.snapshot is not None
    assert (
        result.snapshot.url == "https://web.archive.org/web/20220601120003/https://example.org/news/2022/harbour-wall"
    )


@pytest.mark.parametrize("links", [True, False])
def test_a_redirect_to_https_in_a_circle_is_left(links: bool) -> None:
    """Both forms share one key in the archive, so the redirect seems to lead to itself."""
    captures = [
        Captured("http://example.org/news/harbour-wall", "20220601120000", status=301, location=PAGE),
        kept("20220601120005"),
    ]
    result = ask(SimulatedArchive(captures, links=links)).result
    assert result.outcome is ArchiveOutcome.ARCHIVED
    assert result.snapshot is not None
    assert result.snapshot.timestamp == "20220601120005"


def test_the_same_bad_content_is_not_read_twice() -> None:
    captures = [kept(f"2022060{day}120000", title="404 Not Found", text="") for day in range(1, 8)]
    archive = SimulatedArchive(captures)
    assert ask(archive).result.outcome is ArchiveOutcome.ARCHIVED_BAD
    assert len(archive.requests("playback")) == 2, "the nearest, once; the others have its digest"


def test_only_so_many_captures_are_read() -> None:
    captures = [kept(f"2022060{day}120000", title="404 Not Found", text=f"Case {day}") for day in range(1, 8)]
    archive = SimulatedArchive(captures)
    result = ask(archive, budget=Budget(captures=3)).result
    assert result.outcome is ArchiveOutcome.ARCHIVED_BAD
    assert "only the 3 nearest" in said(result)
    assert len(archive.requests("playback")) == 2 + 3


def test_a_revisit_is_read_before_it_is_believed() -> None:
    captures = [kept("20220528120000", status=404), kept("20220601120000", revisit=True)]
    archive = SimulatedArchive(captures)
    assert ask(archive).result.outcome is ArchiveOutcome.ARCHIVED
    assert archive.log[-1].pool == "playback"


def test_dirty_timestamps_lead_to_the_capture() -> None:
    captures = [
        kept("20001217044900", listed_as="20000012170449"),
        kept("20001201000000", status=404),
        Captured("http://example.org:80/news/harbour-wall", "20010101000000", mimetype="unk"),
    ]
    result = ask(SimulatedArchive(captures, repeat_rows=True), cited=PartialDate(2000, 12, 1)).result
    assert result.outcome is ArchiveOutcome.ARCHIVED
    assert result.snapshot is not None
    assert result.snapshot.timestamp == "20001217044900"


# The page


def test_the_page_is_brought_when_wanted() -> None:
    check = ask(SimulatedArchive([kept("20220601120000", text="Stone by stone.")]), want_page=True)
    assert check.page is not None
    assert "Stone by stone." in check.page.text


# One URL, one question


def test_forms_of_one_url_are_asked_about_once() -> None:
    forms = [PAGE, "http://www.example.org/news/harbour-wall/", f"{PAGE}#top", f"  {PAGE}"]
    archive = SimulatedArchive([kept("20220601120000")])
    checks, _ = on_counted_time(archive, lambda wayback: asyncio.gather(*(wayback.check(url, DAY) for url in forms)))
    assert len({check.result for check in checks}) == 1
    assert len(archive.log) == 2


def test_another_date_is_another_question() -> None:
    archive = SimulatedArchive([kept("20220601120000"), kept("20100101000000")])
    dates = [DAY, PartialDate(2010, 1, 1)]
    checks, _ = on_counted_time(archive, lambda wayback: asyncio.gather(*(wayback.check(PAGE, day) for day in dates)))
    assert [check.result.snapshot.timestamp[:4] for check in checks if check.result.snapshot] == ["2022", "2010"]


def test_the_page_of_a_known_copy_costs_one_request_more() -> None:
    archive = SimulatedArchive([kept("20220601120000")])

    async def twice(wayback: object) -> list[ArchiveCheck]:
        return [await wayback.check(PAGE, DAY), await wayback.check(f"{PAGE}/", DAY, want_page=True)]  # type: ignore[attr-defined]

    (first, second), _ = on_counted_time(archive, twice)
    assert first.page is None
    assert second.page is not None
    assert second.result == first.result
    assert len(archive.log) == 3


@pytest.mark.parametrize("fault", ["503", "404"])
def test_a_page_that_does_not_come_again_changes_nothing(fault: str) -> None:
    archive = SimulatedArchive([kept("20220601120000")])

    async def twice(wayback: object) -> list[ArchiveCheck]:
        first = await wayback.check(PAGE, DAY)  # type: ignore[attr-defined]
        archive.faults.append(Fault(fault))
        return [first, await wayback.check(PAGE, DAY, want_page=True)]  # type: ignore[attr-defined]

    (first, second), _ = on_counted_time(archive, twice)
    assert (second.result, second.page) == (first.result, None)


# What is never told


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("https://someone:secret@example.org/a", "user name or password"),
        ("https://someone@example.org/a", "user name or password"),
        ("https://web.archive.org/web/2022/https://someone:secret@example.org/a", "user name or password"),
        ("ftp://example.org/a", "web pages only"),
        ("https:///a", "web pages only"),
        ("https://[", "not a URL"),
        ("https://archive.ph/Ab1cD", "not counted as evidence"),
        ("https://perma.cc/AB12-CD34", "the link is itself an archived copy, at perma.cc"),
    ],
)
def test_some_urls_are_not_asked_about(url: str, why: str) -> None:
    archive = SimulatedArchive()
    result = ask(archive, url).result
    assert result.outcome is ArchiveOutcome.UNKNOWN
    assert why in said(result)
    assert "secret" not in said(result)
    assert archive.log == []
    assert not result.answered


# Links that are archived copies themselves


COPY = f"https://web.archive.org/web/20220601120000/{PAGE}"


def test_a_cited_copy_is_confirmed() -> None:
    archive = SimulatedArchive([kept("20220601120000"), kept("20220528000000")])
    result = ask(archive, COPY).result
    assert result.outcome is ArchiveOutcome.IS_ARCHIVE
    assert result.snapshot is not None
    assert (result.snapshot.timestamp, result.snapshot.url) == ("20220601120000", COPY)
    assert PAGE in said(result)
    assert len(archive.log) == 1, "the address names the capture"


@pytest.mark.parametrize(
    ("url", "told"),
    [
        (f"https://web.archive.org/web/20220601/{PAGE}", False),
        (f"https://web.archive.org/web/20220602000000if_/{PAGE}", True),
        (f"http://archive.org/web/{PAGE}", False),
        (f"https://web.archive.org/web/*/{PAGE}", False),
    ],
)
def test_a_cited_time_without_a_capture_is_told(url: str, told: bool) -> None:
    result = ask(SimulatedArchive([kept("20220601120000")]), url).result
    assert result.outcome is ArchiveOutcome.IS_ARCHIVE
    assert ("no capture has exactly that time" in said(result)) is told


def test_a_cited_copy_of_an_error_leads_to_a_better_one() -> None:
    result = ask(SimulatedArchive([kept("20220601120000", status=404), kept("20220701120000")]), COPY).result
    assert result.outcome is ArchiveOutcome.ARCHIVED
    assert "that copy, of 2022-06-01 12:00, is no use" in said(result)


def test_a_cited_copy_that_is_not_there() -> None:
    assert ask(SimulatedArchive(), COPY).result.outcome is ArchiveOutcome.NONE_FOUND


@pytest.mark.parametrize("host", ["archive.today", "archive.ph"])
def test_archive_today_is_no_evidence(host: str) -> None:
    result = ask(SimulatedArchive(), f"https://{host}/20220601120000/{PAGE}").result
    assert result.outcome is ArchiveOutcome.NONE_FOUND
    assert "not counted as evidence" in said(result)


# Copies in other archives


class TwoArchives(InProcess):
    """The Wayback Machine, and another archive at its own host."""

    def __init__(self, wayback: SimulatedArchive, other: SimulatedArchive) -> None:
        super().__init__(wayback)
        self.other = InProcess(other)

    async def fetch(self, request: Request) -> Response | Failure:
        here = request.url.startswith("https://web.archive.org/")
        return await (super().fetch(request) if here else self.other.fetch(request))


def ask_both(wayback: SimulatedArchive, other: SimulatedArchive, url: str) -> ArchiveResult:
    async def main() -> ArchiveResult:
        loop = asyncio.get_running_loop()
        limits = archive_limits("web.archive.org", loop.time, asyncio.sleep)
        return (await Wayback(TwoArchives(wayback, other), limits, lambda: NOW).check(url, DAY)).result

    return run_counted(main())


def arquivo(*captures: Captured, faults: tuple[Fault, ...] = ()) -> SimulatedArchive:
    return SimulatedArchive(captures, faults, base="https://arquivo.pt", place="/wayback")


ELSEWHERE = f"https://arquivo.pt/wayback/20220601120000/{PAGE}"


def test_a_copy_in_another_archive_is_confirmed_there() -> None:
    wayback = SimulatedArchive()
    result = ask_both(wayback, arquivo(kept("20220601120000")), ELSEWHERE)
    assert (result.outcome, result.service) == (ArchiveOutcome.IS_ARCHIVE, "arquivo.pt")
    assert result.snapshot is not None
    assert (result.snapshot.url, result.snapshot.days_from_citation) == (ELSEWHERE, 4)
    assert wayback.log == []


@pytest.mark.parametrize(
    ("other", "told", "why"),
    [
        (arquivo(), "", "it has no such copy"),
        (arquivo(kept("20220601120000", status=404)), "is no use", "its copy is of an error"),
        (arquivo(faults=(Fault("503"),)), "did not confirm it", "it does not answer"),
        (arquivo(faults=(Fault("429"),)), "did not confirm it", "it throttles"),
    ],
)
def test_otherwise_a_copy_is_looked_for_here(other: SimulatedArchive, told: str, why: str) -> None:
    result = ask_both(SimulatedArchive([kept("20220520120000")]), other, ELSEWHERE)
    assert (result.outcome, result.service) == (ArchiveOutcome.ARCHIVED, "web.archive.org"), why
    assert told in said(result)


def test_a_host_that_only_looks_like_an_archive_is_not_asked() -> None:
    other = arquivo(kept("20220601120000"))
    result = ask_both(SimulatedArchive(), other, f"https://keeper.example/20220601120000/{PAGE}")
    assert result.outcome is ArchiveOutcome.NONE_FOUND
    assert other.log == []
    assert "keeper.example is not known as an archive" in said(result)


# Corners


def test_a_known_absence_has_no_page_and_costs_nothing_more() -> None:
    archive = SimulatedArchive()

    async def twice(wayback: Wayback) -> ArchiveCheck:
        await wayback.check(PAGE, DAY)
        return await wayback.check(PAGE, DAY, want_page=True)

    check, _ = on_counted_time(archive, twice)
    assert (check.result.outcome, check.page) == (ArchiveOutcome.NONE_FOUND, None)
    assert len(archive.log) == 2


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("wayback", "look"):
        monkeypatch.setattr(f"verifier.checks.archive.{module}._REMEMBERED", 2)
    urls = [f"{HOME}{number}" for number in (1, 2, 3, 1)]
    archive = SimulatedArchive([Captured(url, "20220601120000") for url in urls[:3]])

    async def in_turn(wayback: Wayback) -> list[ArchiveCheck]:
        return [await wayback.check(url, DAY) for url in urls]

    checks, _ = on_counted_time(archive, in_turn)
    assert checks[0].result == checks[3].result
    assert len(archive.log) == 2 * 4, "the first was forgotten, and asked about again"


def test_where_nothing_is_shown_is_asked_once() -> None:
    archive = SimulatedArchive([kept("20220528060000", only="index")])
    assert ask(archive).result.outcome is ArchiveOutcome.UNKNOWN
    played = [asked.target for asked in archive.requests("playback")]
    assert len(played) == len(set(played))


def test_a_copy_that_was_read_is_not_asked_for_again() -> None:
    """Of a dead link the copy from when it was cited is wanted, and then the newest one: often they are one."""
    archive = SimulatedArchive([kept("20220601120000")])

    async def twice(wayback: Wayback) -> list[ArchiveCheck]:
        return [await wayback.check(PAGE, DAY, want_page=True), await wayback.check(PAGE, None)]

    checks, _ = on_counted_time(archive, twice)
    copies = [check.result.snapshot.timestamp for check in checks if check.result.snapshot]
    assert copies == ["20220601120000"] * 2
    assert sum("/20220601120000id_/" in asked.target for asked in archive.log) == 1
    assert checks[0].page is not None


def test_a_copy_whose_words_are_wanted_later_is_read_again() -> None:
    archive = SimulatedArchive([kept("20220601120000")])

    async def twice(wayback: Wayback) -> list[ArchiveCheck]:
        return [await wayback.check(PAGE, None), await wayback.check(PAGE, DAY, want_page=True)]

    checks, _ = on_counted_time(archive, twice)
    assert checks[1].page is not None


def test_playback_that_differs_from_the_index_says_nothing_of_other_captures() -> None:
    """The index lists one page twice; playback shows an error in place of the nearer: the other one holds the page."""
    archive = SimulatedArchive(
        [
            kept("20220601120000", digest="SAME", only="index"),
            kept("20220601120000", status=404, only="playback"),
            kept("20220501120000", digest="SAME"),
        ]
    )
    result = ask(archive).result
    assert (result.outcome, result.snapshot and result.snapshot.timestamp) == (
        ArchiveOutcome.ARCHIVED,
        "20220501120000",
    )


ERROR_PAGE = (
    b"<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><p>Page not found.</p></body></html>"
)


def test_a_row_of_error_pages_does_not_hide_the_good_copy_behind_it() -> None:
    """The index names the ten nearest; where they are one error page, captured again and again, more are asked for."""
    errors = [kept(f"202206{day:02}120000", body=ERROR_PAGE) for day in range(1, 21)]
    archive = SimulatedArchive([*errors, kept("20210301120000")])
    result = ask(archive).result
    assert (result.outcome, result.snapshot and result.snapshot.timestamp) == (
        ArchiveOutcome.ARCHIVED_FAR,
        "20210301120000",
    )
    assert sum(asked.pool == "index" for asked in archive.log) == 2
    assert len(archive.log) == 2 + 2 + 1, "no error page was read but the nearest"


def test_equal_walls_around_the_date_do_not_make_a_far_copy_near() -> None:
    """The captures just before and just after hold the same bytes, but those of an error page."""
    errors = [kept("20220501120000", body=ERROR_PAGE), kept("20220601120000", body=ERROR_PAGE)]
    archive = SimulatedArchive([*errors, kept("20210301120000"), kept("20200301120000", body=b"<p>Before.</p>")])

    async def in_turn(wayback: Wayback) -> tuple[ArchiveCheck, bool | None]:
        return await wayback.check(PAGE, DAY), (await wayback.stable_around(PAGE, DAY))[0]

    (check, stable), _ = on_counted_time(archive, in_turn)
    assert check.result.outcome is ArchiveOutcome.ARCHIVED_FAR
    assert (check.result.stable_around_citation, stable) == (None, None)
    assert "hold the same bytes" not in said(check.result)


def test_equal_pages_around_the_date_make_a_far_copy_near() -> None:
    archive = SimulatedArchive(
        [kept("20220601120000", body=ERROR_PAGE), kept("20210301120000"), kept("20230301120000")]
    )
    result = ask(archive).result
    assert (result.outcome, result.stable_around_citation) == (ArchiveOutcome.ARCHIVED, True)


NEW = "https://example.org/archive/item-17"


@pytest.mark.parametrize(
    ("target", "title", "outcome", "why"),
    [
        (Captured(NEW, "20220601120003", title="How the harbour wall was rebuilt"), "The harbour wall was rebuilt",
         ArchiveOutcome.ARCHIVED, "the page at the new address bears the cited title"),
        (Captured(NEW, "20220601120003", title="Autumn flower show"), "The harbour wall was rebuilt",
         ArchiveOutcome.ARCHIVED_BAD, "it bears another"),
        (Captured(NEW, "20220601120003", title="The harbour wall was rebuilt"), "",
         ArchiveOutcome.ARCHIVED_BAD, "no title is cited that could prove it"),
        (Captured(NEW, "20220601120003", title="The harbour wall", status=404), "The harbour wall",
         ArchiveOutcome.ARCHIVED_BAD, "an error, whatever its title"),
        (None, "The harbour wall was rebuilt", ArchiveOutcome.ARCHIVED_BAD, "the new address was not captured"),
    ],
)  # fmt: skip
def test_a_redirect_to_another_address_is_followed_for_the_cited_title(
    target: Captured | None, title: str, outcome: ArchiveOutcome, why: str
) -> None:
    archive = SimulatedArchive([kept("20220601120000", status=301, location=NEW), *([target] if target else [])])
    check, _ = on_counted_time(archive, lambda wayback: wayback.check(PAGE, DAY, title=title))
    assert check.result.outcome is outcome, why
    if outcome is ArchiveOutcome.ARCHIVED_BAD:
        assert "it redirects to another page" in said(check.result)
    else:
        assert check.result.snapshot is not None
        assert check.result.snapshot.url.endswith(NEW)


def test_a_redirect_that_leads_years_away_gives_way_to_a_nearer_capture() -> None:
    """The page at the new address was captured only then; the old address, in good order, a month before."""
    captures = [
        kept("20220601120000", status=301, location=NEW),
        Captured(NEW, "20250105120000", title="The harbour wall"),
        kept("20220420120000", title="The harbour wall"),
    ]
    archive = SimulatedArchive(captures)
    check, _ = on_counted_time(archive, lambda wayback: wayback.check(PAGE, DAY, title="The harbour wall"))
    assert check.result.outcome is ArchiveOutcome.ARCHIVED
    assert check.result.snapshot is not None
    assert (check.result.snapshot.timestamp, check.result.snapshot.days_from_citation) == ("20220420120000", -38)
    alone = SimulatedArchive(captures[:2])
    check, _ = on_counted_time(alone, lambda wayback: wayback.check(PAGE, DAY, title="The harbour wall"))
    assert check.result.outcome is ArchiveOutcome.ARCHIVED_FAR


@pytest.mark.parametrize("place", ["https://example.org/", "https://example.org/login?next=/news/harbour-wall"])
def test_a_redirect_to_a_home_page_or_a_gate_is_not_followed_for_a_title(place: str) -> None:
    captures = [
        kept("20220601120000", status=302, location=place),
        Captured(place, "20220601120003", title="The harbour wall"),
    ]
    archive = SimulatedArchive(captures)
    check, _ = on_counted_time(archive, lambda wayback: wayback.check(PAGE, DAY, title="The harbour wall"))
    assert check.result.outcome is ArchiveOutcome.ARCHIVED_BAD
    assert not [asked for asked in archive.log if asked.url == place]


def test_ten_error_pages_and_no_more_are_not_asked_about_twice() -> None:
    archive = SimulatedArchive([kept(f"202206{day:02}120000", body=ERROR_PAGE) for day in range(1, 10)])
    assert ask(archive).result.outcome is ArchiveOutcome.ARCHIVED_BAD
    assert sum(asked.pool == "index" for asked in archive.log) == 1


def test_an_index_that_has_named_all_captures_is_asked_once() -> None:
    """Of a dead link the copy from when it was cited is wanted, and then the newest one, and what the index knows."""
    archive = SimulatedArchive([kept("20210601120000"), kept("20230601120000")])

    async def in_turn(wayback: Wayback) -> list[object]:
        first = await wayback.check(PAGE, DAY)
        return [first.result.outcome, (await wayback.check(PAGE, None)).result.outcome,
                (await wayback.stable_around(PAGE, DAY))[0]]  # fmt: skip

    found, _ = on_counted_time(archive, in_turn)
    assert found == [ArchiveOutcome.ARCHIVED, ArchiveOutcome.ARCHIVED_FAR, True]
    assert sum(asked.pool == "index" for asked in archive.log) == 1


def test_an_index_with_more_captures_is_asked_for_each_date() -> None:
    archive = SimulatedArchive([kept(f"2021{month:02}01120000", body=b"%d" % month) for month in range(1, 13)])

    async def in_turn(wayback: Wayback) -> None:
        await wayback.stable_around(PAGE, PartialDate(2021, 2, 14))
        await wayback.stable_around(PAGE, PartialDate(2021, 11, 14))

    on_counted_time(archive, in_turn)
    assert sum(asked.pool == "index" for asked in archive.log) == 2


def test_playback_that_misses_what_the_index_lists_is_asked_by_time() -> None:
    """Asked for a date, playback once says that it knows nothing; asked for the listed time, it shows the capture."""
    archive = SimulatedArchive([kept("20220601120000")], [Fault("404", pool="playback", times=1)])
    result = ask(archive).result
    assert (result.outcome, result.title) == (ArchiveOutcome.ARCHIVED, "A page that was kept")


@pytest.mark.parametrize(
    ("then", "outcome", "why"),
    [
        ([], ArchiveOutcome.ARCHIVED_BAD, "all that is listed was read, and is no use"),
        (
            [Fault("slow", pool="playback", seconds=0.1, times=1), Fault("404", pool="playback")],
            ArchiveOutcome.UNKNOWN,
            "one that is listed was not shown, and may be good",
        ),
    ],
)
def test_captures_that_only_the_index_named_are_judged(then: list[Fault], outcome: ArchiveOutcome, why: str) -> None:
    captures = [kept("20220601120000", body=b""), kept("20220701120000", body=b"\n")]
    result = ask(SimulatedArchive(captures, [Fault("404", pool="playback", times=1), *then])).result
    assert result.outcome is outcome, why
    assert "it is empty" in said(result)


def test_the_status_of_a_bad_capture_is_kept_to_be_shown() -> None:
    captures = ask(SimulatedArchive([kept("20220601120000", status=404)])).result.captures
    assert Listed("20220601", 404) in captures


@pytest.mark.parametrize("fault", ["400", "404"])
def test_a_nearer_neighbour_that_does_not_come_is_done_without(fault: str) -> None:
    archive = SimulatedArchive([kept("20220518010000"), kept("20220607010000")])

    async def main(wayback: Wayback) -> ArchiveCheck:
        archive.faults = [Fault("slow", seconds=0.1, times=2), Fault(fault)]
        return await wayback.check(PAGE, DAY)

    check, _ = on_counted_time(archive, main)
    assert check.result.outcome is ArchiveOutcome.ARCHIVED
    assert check.result.snapshot is not None
    assert check.result.snapshot.timestamp == "20220607010000"


def test_a_long_chain_of_archived_redirects_is_left() -> None:
    chain = [
        Captured(f"{PAGE}-{number}", "20220601120000", status=301, location=f"{PAGE}-{number + 1}")
        for number in range(20)
    ]
    archive = SimulatedArchive(chain)
    result = ask(archive, f"{PAGE}-0").result
    assert result.outcome is ArchiveOutcome.ARCHIVED_BAD
    assert len(archive.requests("playback")) <= 10


def test_pages_are_read_as_captured_wherever_the_archive_points() -> None:
    """A pointer to the view for readers would bring the archive's banner, and hide archived redirects in a script."""

    class ForReaders(SimulatedArchive):
        def answer(self, path_and_query: str, headers: Mapping[str, str], **more: object) -> Answer:
            given = super().answer(path_and_query, headers)
            if "X-Archive-Redirect-Reason" not in dict(given.headers):
                return given
            return given._replace(headers=[(name, value.replace("id_/", "/")) for name, value in given.headers])

    archive = ForReaders([kept("20220601120000")])
    assert ask(archive).result.outcome is ArchiveOutcome.ARCHIVED
    assert all("id_/" in asked.target for asked in archive.log)
    assert len(archive.log) == 2


def test_a_redirect_that_names_no_capture_is_followed_from_its_own_time() -> None:
    """Some archives pass the page's own address on unchanged."""

    class Unrewritten(SimulatedArchive):
        def answer(self, path_and_query: str, headers: Mapping[str, str], **more: object) -> Answer:
            given = super().answer(path_and_query, headers)
            moved = [
                (name, value.rpartition("id_/")[2] if name == "Location" else value) for name, value in given.headers
            ]
            return given._replace(headers=moved) if given.status == 301 else given

    captures = [
        kept("20220601120000", status=301, location=f"{PAGE}/full"),
        Captured(f"{PAGE}/full", "20220601120003"),
    ]
    assert ask(Unrewritten(captures)).result.outcome is ArchiveOutcome.ARCHIVED


def test_a_small_budget_ends_in_unknown() -> None:
    archive = SimulatedArchive([kept("20220601120000")], [Fault("503")])
    result = ask(archive, budget=Budget(seconds=5)).result
    assert result.outcome is ArchiveOutcome.UNKNOWN
    assert "the time for this link was spent" in said(result)
    assert len(archive.log) == 2


def test_a_spent_budget_asks_no_more() -> None:
    archive = SimulatedArchive([kept("20220601120000")], [Fault("slow", seconds=3)])
    result = ask(archive, budget=Budget(seconds=3)).result
    assert result.outcome is ArchiveOutcome.UNKNOWN
    assert "the time for this link was spent" in said(result)
    assert len(archive.log) == 1


def test_a_captured_redirect_is_read_once() -> None:
    """Of a dead link the copy from when it was cited is wanted, and then the newest one."""
    archive = SimulatedArchive([kept("20220601120000", status=301, location=NEW), Captured(NEW, "20220601120003")])

    async def in_turn(wayback: Wayback) -> list[ArchiveResult]:
        checks = [await wayback.check(PAGE, day, title="A page that was kept") for day in (DAY, None)]
        return [check.result for check in checks]

    (near, newest), _ = on_counted_time(archive, in_turn)
    assert near.snapshot is not None
    assert newest.snapshot is not None
    assert near.snapshot.timestamp == newest.snapshot.timestamp == "20220601120003"
    redirects = [asked for asked in archive.requests("playback") if "/20220601120000id_/" in asked.target]
    assert len([asked for asked in redirects if asked.url == PAGE]) == 1


def test_an_index_that_stays_silent_about_a_page_is_not_asked_for_another_date() -> None:
    archive = SimulatedArchive([kept("20220501120000"), kept("20220701120000")], [Fault("503", pool="index")])

    async def in_turn(wayback: Wayback) -> list[bool | None]:
        return [(await wayback.stable_around(PAGE, day))[0] for day in (DAY, PartialDate(2022, 6, 1))]

    found, _ = on_counted_time(archive, in_turn)
    assert found == [None, None]
    assert len(archive.requests("index")) == 5, "one question, tried again as often as that may help"
