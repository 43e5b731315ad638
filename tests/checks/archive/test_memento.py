"""Another Memento archive: a real pywb over real WARC files, and answers that pywb does not give."""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.checks.archive.test_chosen_copy import BAD, GOOD, days, right_copy
from tests.checks.archive.test_wayback import DAY, NEAREST, PAGE
from tests.checks.scripted import Scripted, ScriptedWeb, failure, redirect, response
from tests.web.archive import Captured
from tests.web.archive_fetcher import NOW, run_counted
from tests.web.pages import pdf
from tests.web.pywb.server import NotAvailableError, PywbServer, environment
from verifier.checks.archive.ask import INDEX, PLAYBACK
from verifier.checks.archive.memento import KNOWN, MementoArchive, archive_address, named_capture
from verifier.model.dates import PartialDate
from verifier.model.errors import UsageError
from verifier.model.evidence import ArchiveCheck, ArchiveOutcome
from verifier.web.client import HttpFetcher
from verifier.web.config import ClientConfig
from verifier.web.exchange import FailureKind, Fetcher
from verifier.web.limits import Rate, ServiceLimits
from verifier.web.overrides import parse_override

HOST = "archive.example"
BASE = f"http://{HOST}/kept"
FAST = {PLAYBACK: Rate(1000, in_flight=4), INDEX: Rate(1000)}
GONE = "https://example.org/gone"
MOVED = "https://example.org/harbour-wall"
AWAY = "https://example.org/away"
REPORT = "https://example.org/report.pdf"
PATCHY = "https://example.org/patchy"
QUERY = "https://example.org/a?b=c&d=%C3%A9"


def kept(url: str, timestamp: str, **more: object) -> Captured:
    return Captured(url, timestamp, **more)  # type: ignore[arg-type]


KEPT = [
    kept(GONE, "20220601120000", status=404, title="404 Not Found"),
    kept(MOVED, "20220601120000", status=301, location=PAGE),
    kept(PAGE, "20220601120000", text="Stone by stone. " * 20),
    kept(AWAY, "20220601120000", status=302, location="https://example.org/"),
    kept("https://example.org/", "20220601120000"),
    kept(REPORT, "20220601120000", mimetype="application/pdf", body=pdf("A report", ["The lake must be kept."])),
    kept(PATCHY, "20220528120000", status=503),
    kept(PATCHY, "20220520120000", title="The one that is good"),
    kept(QUERY, "20220601120000", title="With a query"),
]


def made(number: int) -> tuple[list[Captured], PartialDate]:
    """A page with up to four captures of any kind, on days of their own, and the date for which one is looked for."""
    chance = random.Random(number)  # the same in every run
    days = chance.sample(range(1, 2500), chance.randint(1, 4))
    captures = []
    for day in days:
        moment = datetime(2019, 1, 1, tzinfo=UTC) + timedelta(day, chance.randrange(86_400))
        kind = chance.choice([None, None, *("not found", "server error", "led home", "wall", "error page")])
        body = {"body": GOOD} if kind is None else BAD[kind]
        captures.append(kept(f"{PAGE}/made/{number}", f"{moment:%Y%m%d%H%M%S}", **body))
    asked = date(2019, 1, 1) + timedelta(chance.randrange(2500))
    return captures, PartialDate(asked.year, asked.month, chance.choice([asked.day, None]))


MADE = 40


@pytest.fixture(scope="module")
def pywb() -> Iterator[PywbServer]:
    try:
        programs = environment()
    except NotAvailableError as why:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"pywb cannot be installed here: {why}")
    rows = [
        kept(f"{PAGE}/{number}", stamp, text=f"As of {stamp}") for number, row in enumerate(NEAREST) for stamp in row[1]
    ]
    rows += [captured for number in range(MADE) for captured in made(number)[0]]
    with PywbServer(programs, "kept", [*KEPT, *rows]) as server:
        yield server


def ask(server: PywbServer, url: str, cited: PartialDate | None = DAY, *, want_page: bool = False) -> ArchiveCheck:
    async def main() -> ArchiveCheck:
        config = ClientConfig(
            user_agent="verifier/test", host_interval=0.0, overrides=(parse_override(f"*:80:127.0.0.1:{server.port}"),)
        )
        async with HttpFetcher(config) as fetcher:
            archive = MementoArchive(fetcher, ServiceLimits(HOST, FAST), lambda: NOW, base=BASE)
            return await archive.check(url, cited, want_page=want_page)

    return asyncio.run(main())


@pytest.mark.parametrize("number", range(MADE))
def test_of_any_captures_the_right_one_is_chosen(pywb: PywbServer, number: int) -> None:
    captures, cited = made(number)
    expected = right_copy(captures, cited)
    result = ask(pywb, f"{PAGE}/made/{number}", cited).result
    if expected is None:
        assert result.outcome is ArchiveOutcome.ARCHIVED_BAD, result.evidence
        return
    assert result.snapshot is not None, result.evidence
    assert abs(result.snapshot.days_from_citation or 0) == abs(days(expected, cited)), result.evidence
    assert result.snapshot.timestamp in {one.timestamp for one in captures if one.body == GOOD}
    near = abs(days(expected, cited)) <= 90
    assert result.outcome is (ArchiveOutcome.ARCHIVED if near else ArchiveOutcome.ARCHIVED_FAR)


@pytest.mark.parametrize("number", range(len(NEAREST)), ids=[row[5] for row in NEAREST])
def test_the_nearest_capture(pywb: PywbServer, number: int) -> None:
    cited, _, outcome, chosen, days, why = NEAREST[number]
    result = ask(pywb, f"{PAGE}/{number}", cited).result
    assert result.snapshot is not None, result.evidence
    assert (result.outcome, result.snapshot.timestamp, result.snapshot.days_from_citation) == (outcome, chosen, days), (
        why
    )
    assert result.service == HOST
    assert result.snapshot.url == f"{BASE}/{chosen}/{PAGE}/{number}"


@pytest.mark.parametrize(
    ("url", "outcome", "title", "why"),
    [
        (PAGE, ArchiveOutcome.ARCHIVED, "A page that was kept", "a page"),
        (QUERY, ArchiveOutcome.ARCHIVED, "With a query", "a query with escapes"),
        (MOVED, ArchiveOutcome.ARCHIVED, "A page that was kept", "a redirect to the same page under another name"),
        (PATCHY, ArchiveOutcome.ARCHIVED, "The one that is good", "the nearest is an error, another one is good"),
        (REPORT, ArchiveOutcome.ARCHIVED, "A report", "a PDF"),
        (GONE, ArchiveOutcome.ARCHIVED_BAD, None, "only an error was captured"),
        (AWAY, ArchiveOutcome.ARCHIVED_BAD, None, "only a redirect to the home page"),
        ("https://example.org/never", ArchiveOutcome.NONE_FOUND, None, "TimeGate and TimeMap agree"),
        (f"{BASE}/20220601120000/{PAGE}", ArchiveOutcome.IS_ARCHIVE, "A page that was kept", "a copy in this archive"),
    ],
)
def test_what_is_kept(pywb: PywbServer, url: str, outcome: ArchiveOutcome, title: str | None, why: str) -> None:
    result = ask(pywb, url, want_page=True).result
    assert (result.outcome, result.title) == (outcome, title), (why, result.evidence)


def test_its_words_come_along(pywb: PywbServer) -> None:
    page = ask(pywb, PAGE, want_page=True).page
    assert page is not None
    assert "Stone by stone." in page.text
    report = ask(pywb, REPORT, want_page=True).page
    assert report is not None
    assert "The lake must be kept." in report.text


def test_absence_names_who_was_asked(pywb: PywbServer) -> None:
    evidence = " ".join(ask(pywb, "https://example.org/never").result.evidence)
    assert f"{HOST}, asked at " in evidence


# Answers that pywb does not give

GATE = f"{BASE}/{PAGE}"
MAP = f"{BASE}/timemap/link/{PAGE}"
NAMED = f"http://{HOST}/m/20220601120000/{PAGE}"
LINK = f'<{BASE}/20220601120000/{PAGE}>; rel="memento"; datetime="Wed, 01 Jun 2022 12:00:00 GMT"'


def scripted(pages: dict[str, Scripted]) -> ArchiveCheck:
    web: Fetcher = ScriptedWeb(pages)

    async def main() -> ArchiveCheck:
        limits = ServiceLimits(HOST, FAST, clock=asyncio.get_running_loop().time)
        return await MementoArchive(web, limits, lambda: NOW, base=BASE).check(PAGE, DAY)

    return run_counted(main())


@pytest.mark.parametrize(
    ("gate", "timemap", "outcome", "why"),
    [
        (response("", 503), response("", 404), ArchiveOutcome.UNKNOWN, "the TimeGate fails"),
        (response("", 429), response("", 404), ArchiveOutcome.UNKNOWN, "the TimeGate throttles"),
        (failure(FailureKind.READ_TIMEOUT), response("", 404), ArchiveOutcome.UNKNOWN, "silence"),
        (response("", 404), response("", 503), ArchiveOutcome.UNKNOWN, "no second word on absence"),
        (response("", 404), response("<h1>Hello"), ArchiveOutcome.UNKNOWN, "the TimeMap is none"),
        (response("", 404), response("", 404), ArchiveOutcome.NONE_FOUND, "both know nothing"),
        (response("", 404), response(f'<{PAGE}>; rel="original"'), ArchiveOutcome.NONE_FOUND, "an empty TimeMap"),
        (response("", 404), response(LINK), ArchiveOutcome.UNKNOWN, "the TimeMap lists what is not shown"),
        (redirect(NAMED), response("", 404), ArchiveOutcome.UNKNOWN, "copies stand elsewhere in this archive"),
        (response("", 403), response("", 404), ArchiveOutcome.EXCLUDED, "refused"),
        (response("", 451), response("", 404), ArchiveOutcome.EXCLUDED, "withheld"),
        (response("<h1>Welcome"), response("", 404), ArchiveOutcome.UNKNOWN, "no TimeGate at all"),
    ],
)
def test_failures_are_never_absence(gate: Scripted, timemap: Scripted, outcome: ArchiveOutcome, why: str) -> None:
    assert scripted({GATE: gate, MAP: timemap}).result.outcome is outcome, why


def test_what_a_timemap_lists_is_kept_to_be_shown() -> None:
    pages = {GATE: response("", 404), MAP: response(LINK)}
    assert scripted(pages).result.captures == (("20220601", None),)


def page_of_map(address: str, kind: str = "link-format") -> str:
    return f'<{address}>; rel="timemap"; type="application/{kind}"; from="Wed, 01 Jun 2022 12:00:00 GMT",\n'


@pytest.mark.parametrize(
    ("first", "others", "days", "why"),
    [
        (page_of_map(f"{BASE}/timemap/link/2/{PAGE}"), 1, ["20220301", "20220601"], "the captures of the second page"),
        (page_of_map(f"http://{HOST}/kept/timemap/link/2/{PAGE}"), 1, ["20220301", "20220601"], "by http"),
        (page_of_map(MAP), 0, ["20220601"], "it names itself"),
        (page_of_map(f"{BASE}/timemap/json/{PAGE}", "json"), 0, ["20220601"], "itself in another format"),
        (page_of_map("https://example.org/timemap"), 0, ["20220601"], "an address outside the archive is not asked"),
        ("".join(page_of_map(f"{BASE}/timemap/link/{n}/{PAGE}") for n in range(2, 50)), 4, ["20220601"], "a bound"),
    ],
)
def test_the_further_pages_of_a_timemap(first: str, others: int, days: list[str], why: str) -> None:
    second = f'<{BASE}/20220301120000/{PAGE}>; rel="memento"; datetime="Tue, 01 Mar 2022 12:00:00 GMT"'
    further = {f"{BASE}/timemap/link/{n}/{PAGE}": response(second if n == 2 else "", 200) for n in range(2, 50)}
    web = ScriptedWeb({GATE: response("", 404), MAP: response(first + LINK), **further})

    async def main() -> ArchiveCheck:
        limits = ServiceLimits(HOST, FAST, clock=asyncio.get_running_loop().time)
        return await MementoArchive(web, limits, lambda: NOW, base=BASE).check(PAGE, DAY)

    listed = [day for day, _ in run_counted(main()).result.captures]
    assert listed[-len(days) :] == days, why
    assert sum("/timemap/" in asked.url for asked in web.asked) == 1 + others, why


@pytest.mark.parametrize(
    ("headers", "expected", "why"),
    [
        ({"Memento_Datetime": "Wed, 01 Jun 2022 12:00:00 GMT"}, "20220601120000", "it is the memento itself"),
        ({"Location": f"{BASE}/20220601120000/{PAGE}"}, "20220601120000", "302"),
        ({"Location": f"/kept/20220601120000mp_/{PAGE}"}, "20220601120000", "302 to a path"),
        ({"Content_Location": f"{BASE}/20220601120000/{PAGE}"}, "20220601120000", "200 with a Content-Location"),
        ({"Link": LINK}, "20220601120000", "200 with a frame around it"),
        ({"Link": f'<{PAGE}>; rel="original"'}, None, "names no capture"),
        ({"Location": "https://example.org/login"}, None, "leads elsewhere"),
        ({}, None, "nothing"),
    ],
)
def test_what_a_timegate_names(headers: dict[str, str], expected: str | None, why: str) -> None:
    assert named_capture(response("", 302 if "Location" in headers else 200, **headers)) == expected, why


def test_an_archive_is_known_by_name_or_address() -> None:
    assert archive_address("arquivo") == KNOWN["arquivo"]
    assert archive_address("Wayback") == "https://web.archive.org"
    assert archive_address("https://archive.org/web/") == "https://web.archive.org"
    assert archive_address(f"{BASE}/") == BASE


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("nowhere", "not known"),
        ("ftp://archive.example", "not known"),
        ("https://archive.today", "altered"),
        ("", "not known"),
    ],
)
def test_archives_that_are_refused(name: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        archive_address(name)
