"""What a hostile letter or web may aim at: the machine that checks. Through the real command line, on real sockets."""

from __future__ import annotations

import asyncio
import errno
import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing
from ipaddress import ip_address
from pathlib import Path

import pytest

from tests.test_cli import ROOT, VERIFY, run
from tests.web.behaviours import Answer, Drip, Endless, GzipBomb, HeaderBomb, Redirect, Silent
from tests.web.catalogue import Catalogue
from tests.web.model import Host, Page, Site
from tests.web.pages import article
from tests.web.server import SimulatedWeb
from verifier.web.client import HttpFetcher
from verifier.web.config import ClientConfig
from verifier.web.exchange import Failure, FailureKind, Request
from verifier.web.resolve import Resolver

QUIETLY = ("--format", "json", "--no-report", "--no-archive", "--host-interval", "5ms", "--timeout", "3s")

REFUSED = {
    "loopback": "127.0.0.1",
    "loopback, short": "127.1",
    "loopback, decimal": "2130706433",
    "loopback, hexadecimal": "0x7f000001",
    "loopback, octal": "0177.0.0.1",
    "loopback, one octal number": "017700000001",
    "loopback, wide digits": "１２７.0.0.1",
    "any address": "0.0.0.0",
    "any address, in one number": "0",
    "this network": "0.1.2.3",
    "loopback, a dot at its end": "127.0.0.1.",
    "loopback, encoded": "%31%32%37.0.0.1",
    "loopback, its dots encoded": "127%2E0%2E0%2E1",
    "loopback, ideographic dots": "127。0。0。1",
    "private, decimal": "167772161",
    "private, octal": "012.0.0.1",
    "metadata, hexadecimal": "0xa9fea9fe",
    "a name of this machine, in capitals and with a dot": "LocalHost.",
    "a name of this machine": "localhost",
    "below that name": "intranet.localhost",
    "private, class A": "10.0.0.1",
    "private, class B": "172.16.9.1",
    "private, class C": "192.168.1.1",
    "carrier-grade NAT": "100.64.0.1",
    "link-local, metadata": "169.254.169.254",
    "multicast": "224.0.0.1",
    "reserved": "240.0.0.1",
    "broadcast": "255.255.255.255",
    "benchmarking": "198.18.0.1",
    "benchmarking, its end": "198.19.255.255",
    "documentation, second": "198.51.100.7",
    "documentation, third": "203.0.113.7",
    "IETF protocol assignments": "192.0.0.8",
    "6to4 relays": "192.88.99.1",
    "carrier-grade NAT, its end": "100.127.255.254",
    "metadata of a cloud, elsewhere": "168.63.129.16",
    "documentation": "192.0.2.7",
    "IPv6 loopback": "[::1]",
    "IPv6 any": "[::]",
    "IPv6 unique local": "[fd00:ec2::254]",
    "IPv6 link-local": "[fe80::1]",
    "IPv6 link-local, with a zone": "[fe80::1%25lo]",
    "IPv6 unique local, private": "[fc00::1]",
    "IPv6 documentation, newer": "[3fff::1]",
    "IPv6 discard": "[100::1]",
    "IPv4 translated": "[::ffff:0:7f00:1]",
    "ISATAP": "[2001:470::5efe:7f00:1]",
    "IPv4 mapped, private": "[::ffff:10.0.0.1]",
    "NAT64, metadata": "[64:ff9b::a9fe:a9fe]",
    "6to4, private": "[2002:a00:1::]",
    "IPv6 site-local": "[fec0::1]",
    "IPv6 multicast": "[ff02::1]",
    "IPv6 documentation": "[2001:db8::1]",
    "IPv4 mapped": "[::ffff:127.0.0.1]",
    "IPv4 mapped, hexadecimal": "[::ffff:7f00:1]",
    "IPv4 compatible": "[::7f00:1]",
    "NAT64": "[64:ff9b::7f00:1]",
    "NAT64, local": "[64:ff9b:1::7f00:1]",
    "6to4": "[2002:7f00:1::]",
    "Teredo": "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
}


class Canary:
    """A listener on this machine that must never be met, on IPv4 and IPv6."""

    def __init__(self) -> None:
        self.met: list[object] = []
        self._sockets = [socket.create_server(("127.0.0.1", 0))]
        self.port = self._sockets[0].getsockname()[1]
        if socket.has_ipv6:
            try:
                self._sockets.append(socket.create_server(("::1", self.port), family=socket.AF_INET6))
            except OSError as error:
                assert error.errno in {errno.EADDRNOTAVAIL, errno.EADDRINUSE, errno.EAFNOSUPPORT}
        for one in self._sockets:
            threading.Thread(target=self._listen, args=(one,), daemon=True).start()

    def _listen(self, one: socket.socket) -> None:
        while True:
            try:
                self.met.append(one.accept()[1])
            except OSError:
                return

    def close(self) -> None:
        for one in self._sockets:
            one.close()


@pytest.fixture
def canary() -> Iterator[Canary]:
    one = Canary()
    yield one
    one.close()


def a_letter(folder: Path, urls: list[str]) -> None:
    notes = "\n\n".join(f"[{number}] A source, <{url}>" for number, url in enumerate(urls, 1))
    body = "\n\n".join(f"A sentence with its source [{number}]." for number in range(1, len(urls) + 1))
    (folder / "letter.txt").write_text(f"A letter\n\n{body}\n\nNotes\n\n{notes}\n", encoding="utf-8")


def citations(done: subprocess.CompletedProcess[str]) -> dict[str, dict]:
    assert "Traceback" not in done.stderr, done.stderr
    return {one["note"]: one for one in json.loads(done.stdout)["documents"][0]["citations"] if one["note"]}


def opened(folder: Path) -> AbstractContextManager[sqlite3.Connection]:
    """The history of the runs in `folder`; every statement is kept at once, and the file closed at the end."""
    return closing(sqlite3.connect(folder / ".verify" / "history.sqlite", isolation_level=None))


def leading_to(target: str, way: int) -> Answer:
    """A page that sends its reader to `target` in one of three ways."""
    if way == 0:
        return Answer("Moved", headers=(("Refresh", f"0; url={target}"),))
    refresh = f'<meta http-equiv="refresh" content="0; url={target}">'
    script = f'<script>window.location.replace("{target}");</script>'
    return Answer(f"<html><head><title>Moved</title>{refresh if way == 1 else script}</head><body></body></html>")


def test_no_form_of_a_private_address_is_ever_asked(tmp_path: Path, canary: Canary) -> None:
    """Neither cited nor where a redirect or a page leads; one good page keeps the network from counting as down."""
    direct = [f"http://{address}:{canary.port}/admin" for address in REFUSED.values()]
    hops = [f"http://hop{number}.example/page" for number in range(len(REFUSED))]
    ways = [f"http://way{number}.example/page" for number in range(len(REFUSED))]
    pages = [Page(hop, Redirect(target)) for hop, target in zip(hops, direct, strict=True)]
    pages += [
        Page(url, leading_to(target, number % 3)) for number, (url, target) in enumerate(zip(ways, direct, strict=True))
    ]
    fine = Page("http://fine.example/page", Answer(article("A source")))
    a_letter(tmp_path, [*direct, *hops, *ways, fine.url])
    with SimulatedWeb(catalogue=Catalogue.of([Site(pages=(*pages, fine))])) as web:
        done = run("letter.txt", "--no-history", *QUIETLY, *web.options, folder=tmp_path)
    found = citations(done)
    assert canary.met == []
    names = list(REFUSED)
    labels = (
        *names,
        *(f"redirect to {name}" for name in names),
        *(f"a page that redirects to {name}" for name in names),
    )
    for number, label in enumerate(labels, 1):
        if label == "IPv6 link-local, with a zone" and str(number) not in found:
            continue  # no letter's link in the first place; as the target of a redirect it is looked at below
        live = found[str(number)]["live"]
        assert live["outcome"] == "not_checkable", (label, live)
        assert found[str(number)]["verdict"] in {"review", "broken" if "redirect" not in label else "review"}, label
        assert not [words for words in live["evidence"] if "asked at" in words], "it was not asked"
    assert found[str(3 * len(names) + 1)]["live"]["outcome"] == "ok"


def test_a_name_that_turns_private_between_two_looks_is_pinned_to_what_was_vetted(canary: Canary) -> None:
    answers = iter([[ip_address("93.184.216.34")], [ip_address("127.0.0.1")], [ip_address("127.0.0.1")]])
    asked: list[str] = []

    def rebinding(host: str) -> list:
        asked.append(host)
        return next(answers)

    async def scenario() -> list:
        resolver = Resolver(lookup=rebinding, timeout=2)
        config = ClientConfig(timeout=0.3, retries=0, host_interval=0.0)
        async with HttpFetcher(config, resolver=resolver) as fetcher:
            return [await fetcher.fetch(Request(f"http://rebind.example:{canary.port}/{n}")) for n in range(2)]

    first, second = asyncio.run(scenario())
    assert canary.met == []
    assert isinstance(first, Failure) and isinstance(second, Failure)
    assert asked == ["rebind.example"] or second.kind is FailureKind.REFUSED_ADDRESS


def test_credentials_are_neither_sent_nor_carried_on(tmp_path: Path) -> None:
    target = "http://other.example/page"
    pages = (
        Page("http://first.example/page", Redirect("http://bob:hunter2@other.example/page")),
        Page(target, Answer(article("A source"))),
    )
    a_letter(tmp_path, ["http://alice:swordfish@first.example/page"])
    with SimulatedWeb(catalogue=Catalogue.of([Site(pages=pages)])) as web:
        done = run("letter.txt", "--no-history", *QUIETLY, *web.options, folder=tmp_path)
        sent = [value for asked in web.log for value in (asked.target, *(f"{k}: {v}" for k, v in asked.headers))]
    assert citations(done)["1"]["live"]["redirects"][0]["url"] == "http://first.example/page"
    assert not [value for value in sent if "swordfish" in value or "hunter2" in value or "uthorization" in value]
    live = json.dumps(citations(done)["1"]["live"])
    assert "swordfish" not in live and "hunter2" not in live


# --- what may befall a run


def a_web_of(count: int, *, delay: float = 0.0) -> Catalogue:
    pages = tuple(Page(f"http://h{n}.example/p", Answer(article(f"Page {n}"), delay=delay)) for n in range(count))
    return Catalogue.of([Site(pages=pages)])


def urls_of(count: int) -> list[str]:
    return [f"http://h{n}.example/p" for n in range(count)]


@pytest.mark.parametrize("after", [0, 2, 9, 23])
def test_a_killed_run_goes_on_where_it_was(tmp_path: Path, after: int) -> None:
    """kill -9 at any moment, told by how many hosts were asked: what was stored is not asked again, nothing breaks."""
    a_letter(tmp_path, urls_of(24))
    options = ("letter.txt", *QUIETLY, "--concurrency", "2")
    with SimulatedWeb(catalogue=a_web_of(24, delay=0.1)) as web:
        command = [*VERIFY, *options, *web.options]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while len(web.log) < after and process.poll() is None:
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
        process.wait()
        history = tmp_path / ".verify" / "history.sqlite"
        stored = 0
        if history.exists():
            with opened(tmp_path) as db:
                assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
                stored = db.execute("SELECT count(*) FROM checks").fetchone()[0] if "checks" in tables else 0
        assert stored >= after - 4  # two hosts at a time, and two more answers that may just have come
        web.reset_log()
        done = run(*options, *web.options, folder=tmp_path)
        again = {asked.host for asked in web.log}
    found = citations(done)
    assert {one["live"]["outcome"] for one in found.values()} == {"ok"} and len(found) == 24
    assert len(again) <= 24 - stored


def test_when_the_network_goes_in_mid_run_nothing_more_is_judged_dead(tmp_path: Path) -> None:
    """Names stop resolving for all but the first hosts: silence of a name server proves nothing."""
    a_letter(tmp_path, urls_of(12))
    with SimulatedWeb(catalogue=a_web_of(12)) as web:
        gone = [f"--resolve=h{n}.example:*:{how}:0" for n in range(2, 12) for how in (["silent", "servfail"][n % 2],)]
        done = run("letter.txt", "--no-history", *QUIETLY, *gone, *web.options, folder=tmp_path)
    found = citations(done)
    outcomes = [found[str(n)]["live"]["outcome"] for n in range(1, 13)]
    assert outcomes[:2] == ["ok", "ok"] and set(outcomes[2:]) <= {"timeout", "unreachable"}
    assert not [one for one in found.values() if one["verdict"] == "broken"]


def test_a_locked_history_is_told_and_the_run_goes_on(tmp_path: Path) -> None:
    a_letter(tmp_path, urls_of(2))
    with SimulatedWeb(catalogue=a_web_of(2)) as web:
        assert run("letter.txt", *QUIETLY, *web.options, folder=tmp_path).returncode == 0
        with opened(tmp_path) as db:
            db.execute("BEGIN EXCLUSIVE")
            done = run("letter.txt", "--refresh", *QUIETLY, *web.options, folder=tmp_path)
            db.execute("ROLLBACK")
    assert {one["live"]["outcome"] for one in citations(done).values()} == {"ok"}
    assert any("history" in remark.lower() for remark in json.loads(done.stdout)["run"]["remarks"])


@pytest.mark.parametrize("damage", [b"no database at all, whatever its name says" * 40, b""])
def test_a_corrupt_history_is_told_and_the_run_goes_on(tmp_path: Path, damage: bytes) -> None:
    a_letter(tmp_path, urls_of(2))
    history = tmp_path / ".verify" / "history.sqlite"
    history.parent.mkdir()
    history.write_bytes(damage)
    with SimulatedWeb(catalogue=a_web_of(2)) as web:
        done = run("letter.txt", *QUIETLY, *web.options, folder=tmp_path)
    assert {one["live"]["outcome"] for one in citations(done).values()} == {"ok"}
    if damage:
        assert any("history" in remark.lower() for remark in json.loads(done.stdout)["run"]["remarks"])


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs /dev/full")
def test_a_full_disk_is_told_in_words(tmp_path: Path) -> None:
    a_letter(tmp_path, urls_of(2))
    # Through a link of our own, so that a writer which replaces what it finds can do no harm.
    (tmp_path / "full.json").symlink_to("/dev/full")
    with SimulatedWeb(catalogue=a_web_of(2)) as web:
        done = run(
            *("letter.txt", "--no-history", "--no-report", "--no-archive", "--format", "json=full.json"),
            *web.options,
            folder=tmp_path,
        )
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert "No space left" in done.stderr and (tmp_path / "full.json").is_symlink()


def in_a_small_place(folder: Path, *arguments: str, room: str = "200k") -> subprocess.CompletedProcess[str]:
    """Run with `small/` on a disk with so much room, which belongs to this one process and goes with it."""
    (folder / "small").mkdir()
    mount = f'mount -t tmpfs -o size={room} none small || exit 77; "$@"; code=$?; ls -A small >left; exit $code'
    command = ["unshare", "--map-root-user", "--mount", "sh", "-c", mount, "sh", *VERIFY, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with (folder / "out").open("w+") as out, (folder / "err").open("w+") as err:
        code = subprocess.run(command, cwd=folder, env=environment, stdout=out, stderr=err, check=False).returncode
    said = [(folder / name).read_text() for name in ("out", "err")]
    return subprocess.CompletedProcess(command, code, *said)


def test_a_disk_that_fills_up_in_mid_run_costs_the_history_and_nothing_else(tmp_path: Path) -> None:
    a_letter(tmp_path, urls_of(60))
    with SimulatedWeb(catalogue=a_web_of(60)) as web:
        done = in_a_small_place(tmp_path, "letter.txt", "--history", "small/h.sqlite", *QUIETLY, *web.options)
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("this machine lets nobody mount a disk of their own")
    found = citations(done)
    assert {one["live"]["outcome"] for one in found.values()} == {"ok"} and len(found) == 60
    (remark,) = [one for one in json.loads(done.stdout)["run"]["remarks"] if "history" in one.lower()]
    assert "disk is full" in remark and "--history" in remark


def test_a_report_that_finds_no_room_says_so_and_leaves_no_half(tmp_path: Path) -> None:
    a_letter(tmp_path, urls_of(60))
    with SimulatedWeb(catalogue=a_web_of(60)) as web:
        options = ("--no-history", "--no-report", "--no-archive", "-q", "--format", "json=small/report.json")
        done = in_a_small_place(tmp_path, "letter.txt", *options, *web.options, room="64k")
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("this machine lets nobody mount a disk of their own")
    assert done.returncode != 0 and "Traceback" not in done.stderr and "No space left" in done.stderr
    assert (tmp_path / "left").read_text() == ""


@pytest.mark.parametrize("status", [200, 404])
def test_a_clock_set_back_confirms_nothing_and_loses_nothing(tmp_path: Path, status: int) -> None:
    """What bears a time to come may be of this very day: it is neither "another day" nor young enough to be used."""
    a_letter(tmp_path, ["http://h.example/p", "http://fine.example/p"])
    pages = (Page("http://h.example/p", Answer(article("Page"), status)), Page("http://fine.example/p", Answer("x")))
    with SimulatedWeb(catalogue=Catalogue.of([Site(pages=pages)])) as web:
        run("letter.txt", *QUIETLY, *web.options, folder=tmp_path)
        with opened(tmp_path) as db:  # as a clock a year behind sees it
            later = "(CAST(substr({0}, 1, 4) AS INTEGER) + 1) || substr({0}, 5)"
            times = {"checks": ["checked_at"], "contents": ["recorded_at"], "runs": ["started_at", "finished_at"]}
            for table, columns in times.items():
                for column in columns:
                    db.execute(f"UPDATE {table} SET {column} = {later.format(column)} WHERE {column} IS NOT NULL")
            stored = db.execute("SELECT count(*) FROM checks").fetchone()[0]
        web.reset_log()
        done = run("letter.txt", *QUIETLY, *web.options, folder=tmp_path)
        asked = {request.host for request in web.log}
    live = citations(done)["1"]["live"]
    assert live["outcome"] == {200: "ok", 404: "not_found"}[status] and live["confirmed"] is False
    assert asked == {"h.example", "fine.example"}
    with opened(tmp_path) as db:
        assert db.execute("SELECT count(*) FROM checks").fetchone()[0] == 2 * stored == 4


def test_what_was_seen_by_a_clock_ahead_of_time_is_asked_again_once(tmp_path: Path) -> None:
    """Not at every run until that day has come: what was seen since by the right clock is as good as ever."""
    a_letter(tmp_path, urls_of(2))
    with SimulatedWeb(catalogue=a_web_of(2)) as web:
        run("letter.txt", *QUIETLY, *web.options, folder=tmp_path)
        with opened(tmp_path) as db:
            for table, column in (("checks", "checked_at"), ("contents", "recorded_at")):
                db.execute(f"UPDATE {table} SET {column} = '2999' || substr({column}, 5)")
            db.execute("UPDATE runs SET started_at = '2999' || substr(started_at, 5)")
            db.execute("UPDATE runs SET finished_at = '2999' || substr(finished_at, 5)")
            db.execute("UPDATE findings SET since = '2999' || substr(since, 5)")
        asked = []
        for _ in range(3):
            web.reset_log()
            done = run("letter.txt", *QUIETLY, *web.options, folder=tmp_path)
            asked.append(sorted(request.host for request in web.log))
    assert asked == [["h0.example", "h1.example"], [], []]
    assert not [one["since"] for one in citations(done).values() if one["since"].startswith("2999")]


ENDLESS = {
    "says nothing": Silent(),
    "says nothing after its headers": Silent("headers"),
    "says nothing after half a body": Silent("half"),
    "drips its body": Drip("body"),
    "drips its headers": Drip("headers"),
    "goes on with interim answers": Drip("interim", 0.01),
    "limits the rate, and wants an hour": Answer("", 429, headers=(("Retry-After", "3600"),)),
    "sends headers without end": HeaderBomb(40_000_000),
    "sends one header without end": HeaderBomb(40_000_000, lines=False),
    "sends a body without end": Endless(b"<title>Much</title>"),
    "packs much into little": GzipBomb("<title>Much</title>"),
}
HELD = 6
"""So many of them, the first, give no answer in any time."""


def test_no_bad_url_can_hold_a_run_past_its_deadline(tmp_path: Path) -> None:
    """With a minute for each request; and what answers is judged all the same."""
    hosts = (
        Host("no-name-server.example", network="silent_dns"),
        Host("no-connection.example", network="silent_connect"),
        Host("no-handshake.example", tls="silent"),
    )
    urls = [
        *(f"http://bad{number}.example/p" for number in range(len(ENDLESS))),
        *(f"https://{host.name}/p" for host in hosts),
        "http://fine.example/p",
    ]
    behaviours = (*ENDLESS.values(), *[Answer(article("A source"))] * (len(hosts) + 1))
    pages = tuple(Page(url, behaviour) for url, behaviour in zip(urls, behaviours, strict=True))
    a_letter(tmp_path, urls)
    with SimulatedWeb(catalogue=Catalogue.of([Site(hosts=hosts, pages=pages)])) as web:
        started = time.monotonic()
        slow = [*QUIETLY[:-1], "60s"]
        done = run("letter.txt", "--no-history", *slow, "--deadline", "3s", *web.options, folder=tmp_path)
        seconds = time.monotonic() - started
    assert done.returncode == 3 and seconds < 40
    live = {url: citations(done)[str(number)]["live"] for number, url in enumerate(urls, 1)}
    for url in (*urls[:HELD], *urls[-4:-1]):
        assert live[url]["outcome"] == "skipped", (url, live[url])
        assert "deadline" in " ".join(live[url]["evidence"])
    assert live[urls[-1]]["outcome"] == "ok"
    assert {one["verdict"] for one in citations(done).values()} <= {"ok", "review", "skipped"}


def test_nothing_is_left_behind_when_no_history_is_wanted(tmp_path: Path) -> None:
    a_letter(tmp_path, urls_of(1))
    with SimulatedWeb(catalogue=a_web_of(1)) as web:
        run("letter.txt", "--no-history", *QUIETLY, *web.options, folder=tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["letter.txt"]
    shutil.rmtree(tmp_path)
