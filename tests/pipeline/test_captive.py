"""A guest network that answers for every host: nothing is judged, and the report says what to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.builders import NOON
from tests.test_cli import run
from tests.web.server import SimulatedWeb
from verifier.model.evidence import Hop, LiveOutcome, LiveResult
from verifier.pipeline.captive import answered_as_one

SITES = ("https://one.example/a", "https://two.test/b", "http://three.example/c")


def page(digest: str | None, outcome: LiveOutcome = LiveOutcome.ACCESS_WALL, **more: object) -> LiveResult:
    return LiveResult(outcome, NOON, body_sha256=digest, answered=True, **more)  # type: ignore[arg-type]


def led(url: str, to: str) -> LiveResult:
    return page(None, LiveOutcome.NOT_CHECKABLE, redirects=(Hop(url, 302),), final_url=to)


def signed_off(url: str) -> LiveResult:
    return page(f"sign on, and back to {url}", LiveOutcome.SERVER_ERROR, status_code=511)


ROWS = [
    (dict.fromkeys(SITES, page("a")), True, "three sites, one page"),
    (dict.fromkeys(SITES[:2], page("a")), False, "two sites may belong together"),
    ({**dict.fromkeys(SITES, page("a")), "https://four.example/": page("b")}, False, "one site has a page of its own"),
    ({f"https://www{n}.one.example/": page("a") for n in range(5)}, False, "one site under many names"),
    ({url: led(url, "http://192.168.1.1/login?to=x") for url in SITES}, True, "sent to the router, which is not asked"),
    ({url: led(url, url + "/x") for url in SITES}, False, "each is sent on within its own site"),
    (
        {**dict.fromkeys(SITES, page("a")), "https://four.example/": page(None, LiveOutcome.TLS_ERROR)},
        True,
        "a certificate that is not the host's agrees with it",
    ),
    ({**dict.fromkeys(SITES, page("a")), "https://four.example/": page(None, LiveOutcome.NOT_FOUND)}, False, "a 404"),
    (dict.fromkeys(SITES, page("a", LiveOutcome.OK)), False, "one page on many sites, and nothing wrong with it"),
    ({url: signed_off(url) for url in SITES}, True, "status 511, each with its own way back"),
    ({**{url: signed_off(url) for url in SITES}, "https://four.example/": page("b")}, False, "one site is reached"),
    (
        {
            **{url: signed_off(url) for url in SITES},
            "https://four.example/": LiveResult(LiveOutcome.DOMAIN_GONE, NOON),
        },
        True,
        "names that such a network does not know are silence",
    ),
    ({url: signed_off(url) for url in SITES[:2]}, False, "two sites that say 511"),
    ({}, False, "nothing was asked"),
]


@pytest.mark.parametrize(("lives", "captive", "why"), ROWS)
def test_which_answers_are_one_networks(lives, captive, why):
    assert answered_as_one(lives) is captive, why


def test_behind_a_sign_on_page_nothing_is_judged(tmp_path: Path) -> None:
    notes = "\n".join(f"[{n}] ‘A harbour story’, {url}" for n, url in enumerate(SITES, 1))
    (tmp_path / "letter.txt").write_text(f"A letter\n\nOne [1], two [2], three [3].\n\nNotes\n\n{notes}\n")
    with SimulatedWeb(captive=True) as web:
        done = run(
            *("letter.txt", "--format", "json", "--no-report", "--no-archive", "--host-interval", "10ms"),
            *web.options,
            folder=tmp_path,
        )
    assert done.returncode == 3
    report = json.loads(done.stdout)
    assert report["run"]["network"] == "down"
    citations = report["documents"][0]["citations"]
    assert {citation["live"]["outcome"] for citation in citations} == {"skipped"}
    assert not {citation["verdict"] for citation in citations} & {"broken", "ok"}
