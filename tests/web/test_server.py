"""The server itself: captive mode, a prompt end, the mounted archive, standalone mode, and the marking of answers."""

from __future__ import annotations

import subprocess
import sys
import time
from urllib.parse import quote

import httpx
import pytest

from tests.web.archive import SimulatedArchive
from tests.web.archive_faults import Fault
from tests.web.asking import connection, get, received
from tests.web.catalogue import load
from tests.web.judging import letter, mark
from tests.web.server import SimulatedWeb
from tests.web.sites import founding

CASES = load().cases


@pytest.fixture
def web(simulated_web: SimulatedWeb) -> SimulatedWeb:
    return simulated_web


def test_everyone_meets_the_portal_in_a_captive_network() -> None:
    with SimulatedWeb(captive=True) as web:
        answers = {get(web, case.url).text for case in CASES[:12]}
    assert len(answers) == 1
    assert not web.errors


def test_the_server_stops_at_once_whatever_hangs_on_it() -> None:
    web = SimulatedWeb().start()
    with connection(web, "https://mute.example/lights/3"), connection(web, "https://drip-body.example/lights/3"):
        begun = time.monotonic()
        web.stop()
    assert time.monotonic() - begun < 20, "and they hang on for a minute"
    assert web.errors == []
    assert not web.ca_bundle.exists()


def test_patience_ends_a_silence() -> None:
    with SimulatedWeb(patience=0.3) as web, connection(web, "http://mute.example/") as plug:
        pass
    with SimulatedWeb(patience=0.3) as web, connection(web, "https://mute.example/lights/3") as plug:
        assert received(plug, 2) == b""


def test_the_command_runs_another_and_returns_its_code() -> None:
    code = "import sys; assert '--ca-bundle' in sys.argv and sys.argv[1] == 'letter'; sys.exit(7)"
    ran = subprocess.run(
        [sys.executable, "-m", "tests.web", "--run", sys.executable, "-c", code, "letter"], check=False
    )
    assert ran.returncode == 7


def test_the_wayback_machine_is_mounted(web: SimulatedWeb) -> None:
    asked = f"https://web.archive.org/cdx/search/cdx?output=json&url={quote(founding.SCHOOLS_URL, safe='')}"
    rows = get(web, asked).json()
    assert [row[rows[0].index("timestamp")] for row in rows[1:]] == [
        "20220118190210",
        "20220601155959",
        "20240312080000",
    ]
    copy = get(web, f"https://web.archive.org/web/20220601155959id_/{founding.SCHOOLS_URL}")
    assert copy.content.startswith(b"%PDF-")
    assert "memento-datetime" in copy.headers
    assert len(web.archive.log) == 2


def test_an_archive_can_break_off_and_dawdle() -> None:
    faults_to_play = [Fault("reset", times=1), Fault("cut", times=1), Fault("slow", seconds=0.3, times=1)]
    with SimulatedWeb(archive=SimulatedArchive(faults=faults_to_play)) as web:
        url = "https://web.archive.org/cdx/search/cdx?url=example.org&output=json"
        for _ in range(2):  # under TLS, Python reports a reset as the end of the stream
            with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
                get(web, url)
        begun = time.monotonic()
        assert get(web, url).text.strip() == "[]"
        assert time.monotonic() - begun >= 0.3


def test_the_letter_cites_every_case_once_and_marks_are_given() -> None:
    cases = CASES[:20]
    text = letter(cases)
    assert [text.count(f": {case.url}\n") for case in cases] == [1] * 20
    assert all(f"[{number}]." in text for number in range(1, 21))
    seen = {case.url: (case.truth.outcome, case.truth.verdict) for case in cases}
    assert mark(cases, seen).wrong == ()
    slandered = next(case for case in cases if case.truth.verdict == "ok")
    marks = mark(cases, seen | {slandered.url: ("not_found", "broken")})
    assert [wrong.case for wrong in marks.false_alarms] == [slandered]
    assert "20 cases, 1 wrong, 1 falsely called broken" in marks.table()
    assert "not_found: 1" in marks.table()
