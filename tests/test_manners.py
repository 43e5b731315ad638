"""How hosts are treated, proved from what they saw: never asked faster than was set, whoever leads there."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest

from tests.test_cli import run
from tests.web.behaviours import Answer, Redirect, Sequence
from tests.web.catalogue import Catalogue
from tests.web.model import Host, Page, Site
from tests.web.pages import article
from tests.web.server import SimulatedWeb

INTERVAL = 0.2
LATE = 0.4
"""Seconds by which a busy machine may note one request late, so that the next seems to follow too soon."""
OWNER = "council.example.org"
MISSING = Answer("<h1>Page not found</h1><p>The page that you asked for does not exist.</p>")


@pytest.mark.parametrize("named", [("www", "data", "press"), ("www", "www", "www")], ids=["subdomains", "one host"])
def test_a_domain_is_never_asked_faster_than_was_set(tmp_path: Path, named: tuple[str, str, str]) -> None:
    """Not by several hosts of one owner, redirects, retries, robots.txt, nor the probes for made-up addresses."""
    one, two, three = (f"http://{name}.{OWNER}" for name in named)
    pages = (
        Page(f"{one}/a", Answer(article("A source"))),
        Page(f"{two}/b", Redirect(f"{three}/c", 301)),
        Page(f"{three}/c", Answer(article("A source"))),
        Page(f"{one}/d/stumbles", Sequence((Answer("", 503), Answer(article("A source"))))),
        Page(f"{two}/e/gone", MISSING),
        Page("http://elsewhere.example/f", Redirect(f"{one}/a?from=elsewhere", 302)),
        Page(f"{one}/a?from=elsewhere", Answer(article("A source"))),
        *(Page(f"{three}/g/{number}", Answer(article("A source"))) for number in range(4)),
    )
    urls = [page.url for page in pages]
    hosts = tuple(Host(name, missing=MISSING) for name in sorted({f"{name}.{OWNER}" for name in named}))
    notes = "\n\n".join(f"[{number}] Office, ‘A source’, 2022: <{url}>" for number, url in enumerate(urls, 1))
    (tmp_path / "letter.txt").write_text(f"A letter\n\nNotes\n\n{notes}\n", encoding="utf-8")
    quietly = ("--format", "json", "--no-report", "--no-archive", "--no-history", "--host-concurrency", "8")
    with SimulatedWeb(catalogue=Catalogue.of([Site(hosts=hosts, pages=pages)])) as web:
        done = run("letter.txt", *quietly, "--host-interval", f"{INTERVAL}s", *web.options, folder=tmp_path)
        times = sorted(asked.time for asked in web.log if asked.host.endswith(OWNER))
    assert len(times) > len(urls), "redirects, retries and probes came on top"
    for (earlier, first), (later, last) in combinations(enumerate(times), 2):
        assert last - first >= (later - earlier) * INTERVAL - LATE, (earlier, later)
    outcomes = {one["url"]: one["live"]["outcome"] for one in json.loads(done.stdout)["documents"][0]["citations"]}
    assert outcomes[f"{one}/d/stumbles"] == "ok" and outcomes[f"{two}/e/gone"] == "soft_404"
