"""The simulated web does on the wire what its data says: plain sockets and a stock client, never our own program."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx
import pytest

from tests.web.catalogue import as_asked
from tests.web.server import SimulatedWeb


@pytest.fixture(scope="module")
def web() -> Iterator[SimulatedWeb]:
    with SimulatedWeb(patience=5) as web:
        yield web
    assert not web.errors


def get(web: SimulatedWeb, url: str, method: str = "GET", **headers: str) -> httpx.Response:
    """Ask as a stock client would, with the address swapped as `--resolve` would swap it."""
    parts = urlsplit(as_asked(url))
    host, wanted = parts.hostname or "", str(parts.port or {"http": 80, "https": 443}[parts.scheme])
    port = port_of(web, host, wanted)
    tail = f"{parts.path}?{parts.query}" if parts.query else parts.path
    context = ssl.create_default_context(cafile=str(web.ca_bundle))
    with httpx.Client(verify=context, timeout=4, trust_env=False) as client:
        return client.request(
            method,
            f"{parts.scheme}://127.0.0.1:{port}{tail}",
            headers={"Host": parts.netloc, **headers},
            extensions={"sni_hostname": host},
        )


def port_of(web: SimulatedWeb, host: str, port: str) -> str:
    """Where the rules send a host's port; the first that fits holds."""
    rules = (rule.split(":") for rule in web.resolve)
    return next(rule[3] for rule in rules if rule[0] in {host, "*"} and rule[1] in {port, "*"})


def follow(web: SimulatedWeb, url: str, limit: int = 21) -> tuple[str, httpx.Response]:
    """What a patient reader with cookies arrives at: the last URL and its answer."""
    cookies: dict[str, str] = {}
    for _ in range(limit):
        answer = get(web, url, cookie="; ".join(f"{name}={value}" for name, value in cookies.items()))
        cookies.update(answer.cookies)
        if answer.has_redirect_location:
            url = str(httpx.URL(url).join(answer.headers["location"]))
        elif answer.status_code in {429, 500, 502, 503}:
            time.sleep(float(answer.headers.get("retry-after", 0)))
        else:
            break
    return url, answer


def test_every_fine_page_answers_in_the_end(web: SimulatedWeb) -> None:
    web.reset_log()
    fine = [case.url for case in web.catalogue.cases if case.truth.outcome in {"ok", "moved"}]
    arrived = {url: follow(web, url)[1].status_code for url in fine}
    assert {url: status for url, status in arrived.items() if not 200 <= status < 300} == {}
