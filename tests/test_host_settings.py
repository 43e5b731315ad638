"""What `[hosts."…"]` sets arrives at the host, and at no other: pace, company, headers, and what counts as good."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.web.behaviours import Answer, Redirect
from tests.web.catalogue import Catalogue
from tests.web.model import Host, Page, Site
from tests.web.pages import article
from tests.web.server import SimulatedWeb
from verifier.cli import main

SLOW, OTHER = "slow.example.org", "other.example.net"
DELAY = 0.1
"""Seconds that each page takes, so that requests to one host would overlap if they might."""
FORBIDDEN = Answer("<h1>Forbidden</h1>", 403, delay=DELAY)
LETTER = "\n\n".join(
    ["Notes", *(f"[{number}] See https://{host}/page-{number}" for host in (SLOW, OTHER) for number in range(1, 5)), ""]
)


@pytest.fixture(scope="module")
def web() -> Iterator[SimulatedWeb]:
    pages = [
        Page(f"https://{host}/page-{number}", Answer(article(f"Page {number}", seed=f"{host}{number}"), delay=DELAY))
        for host in (SLOW, OTHER)
        for number in (1, 2, 3)
    ]
    pages += [Page(f"https://{SLOW}/page-4", FORBIDDEN), Page(f"https://{OTHER}/page-4", FORBIDDEN)]
    pages.append(Page(f"https://{SLOW}/away", Redirect(f"https://{OTHER}/page-1", 302)))
    with SimulatedWeb(catalogue=Catalogue.of([Site(hosts=(Host(SLOW), Host(OTHER)), pages=tuple(pages))])) as web:
        yield web


def verify(web: SimulatedWeb, folder: Path, monkeypatch: pytest.MonkeyPatch, settings: str, letter: str = LETTER):
    """The verdicts of a run with these settings for the slow host, by URL; what was asked is in the web's log."""
    monkeypatch.chdir(folder)
    Path("letter.txt").write_text(letter, encoding="utf-8")
    Path("verify.toml").write_text(f'[hosts."{SLOW}"]\n{settings}\n', encoding="utf-8")
    web.reset_log()
    options = ["--no-archive", "--no-history", "--no-report", "--host-interval", "1ms", "--format", "json"]
    done = CliRunner().invoke(main, ["letter.txt", *options, *web.options])
    assert done.exit_code in {0, 1}, done.output
    assert "s3cret" not in done.output
    return {one["url"]: one["verdict"] for one in json.loads(done.stdout)["documents"][0]["citations"]}


def gaps(web: SimulatedWeb, host: str) -> list[float]:
    """Seconds between one request to the host and the next."""
    times = [asked.time for asked in web.asked(host)]
    return [later - earlier for earlier, later in pairwise(times)]


def test_interval(web: SimulatedWeb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    verify(web, tmp_path, monkeypatch, 'interval = "500ms"')
    # Three waits of half a second; the busiest machine does not note the first request later than half of that.
    assert sum(gaps(web, SLOW)) > 0.75, "the host has its own pace"


def test_concurrency(web: SimulatedWeb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    verify(web, tmp_path, monkeypatch, "concurrency = 1")
    assert min(gaps(web, SLOW)) > 0.9 * DELAY, "one after the other: each waits for the answer to the one before"


def test_headers_come_from_the_environment_and_stay_with_their_host(
    web: SimulatedWeb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OFFICE_TOKEN", "s3cret")
    letter = f"{LETTER}\n\n[5] See https://{SLOW}/away\n"
    verify(web, tmp_path, monkeypatch, 'headers = { Authorization = "Bearer ${OFFICE_TOKEN}" }', letter)
    assert {asked.header("authorization") for asked in web.asked(SLOW)} == {"Bearer s3cret"}
    assert {asked.header("authorization") for asked in web.asked(OTHER)} == {""}, "not even after a redirect"


def test_accept(web: SimulatedWeb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    verdicts = verify(web, tmp_path, monkeypatch, "accept = [403]")
    assert verdicts[f"https://{SLOW}/page-4"] == "ok"
    assert verdicts[f"https://{OTHER}/page-4"] == "review"


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ('headers = { Authorization = "${NOT_THERE}" }', "the environment variable NOT_THERE is not set"),
        ('intervall = "2s"', "unknown key 'intervall' in [hosts.\"slow.example.org\"] (did you mean 'interval'?)"),
        ("accept = [99]", "'99' is no status code"),
        ('accept = ["fine"]', "'fine' is no status code, such as 403"),
        ("accept = [true]", "'True' is no status code"),
        ('headers = { "X-Bad" = "a\\nb" }', "printable ASCII"),
        ('headers = { "X Bad" = "a" }', "X Bad"),
        ("concurrency = 0", "at least 1"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str, words: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("verify.toml").write_text(f'[hosts."{SLOW}"]\n{settings}\n', encoding="utf-8")
    done = CliRunner().invoke(main, ["config", "show"])
    assert done.exit_code == 2
    assert words in done.stderr
