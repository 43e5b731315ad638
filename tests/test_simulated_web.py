"""The simulated web does on the wire what its data says: plain sockets and a stock client, never our own program."""

from __future__ import annotations

import contextlib
import difflib
import functools
import re
import socket
import ssl
import subprocess
import sys
import time
import zlib
from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import httpx
import pytest

from tests.web.catalogue import as_asked, load
from tests.web.model import Case
from tests.web.server import SimulatedWeb
from tests.web.sites import bots, faults, founding, hops

CASES = load().cases
PERMANENT = {301, 308}


@pytest.fixture(scope="module")
def web() -> Iterator[SimulatedWeb]:
    with SimulatedWeb(patience=5) as web:
        yield web
    assert not web.errors


@pytest.fixture(autouse=True)
def _forget(request: pytest.FixtureRequest) -> None:
    if "web" in request.fixturenames:
        request.getfixturevalue("web").reset_log()


def outcome(*names: str) -> list[Case]:
    return [case for case in CASES if case.truth.outcome in names]


def port_of(web: SimulatedWeb, host: str, port: str) -> str:
    """Where the rules send a host's port; the first that fits holds."""
    rules = (rule.split(":") for rule in web.resolve)
    return next(rule[3] for rule in rules if rule[0] in {host, "*"} and rule[1] in {port, "*"})


@functools.cache
def trusting(web: SimulatedWeb) -> ssl.SSLContext:
    """A client's context; making one takes longer than a request."""
    return ssl.create_default_context(cafile=str(web.ca_bundle))


def get(web: SimulatedWeb, url: str, method: str = "GET", **headers: str) -> httpx.Response:
    """Ask as a stock client would, with the address swapped as `--resolve` would swap it."""
    parts = urlsplit(as_asked(url))
    host, wanted = parts.hostname or "", str(parts.port or {"http": 80, "https": 443}[parts.scheme])
    port = port_of(web, host, wanted)
    tail = f"{parts.path}?{parts.query}" if parts.query else parts.path
    with httpx.Client(verify=trusting(web), timeout=4, trust_env=False) as client:
        return client.request(
            method,
            f"{parts.scheme}://127.0.0.1:{port}{tail}",
            headers={"Host": parts.netloc, **headers},
            extensions={"sni_hostname": host},
        )


def follow(web: SimulatedWeb, url: str, limit: int = 22) -> tuple[list[tuple[str, int]], httpx.Response]:
    """The steps that a patient reader with cookies takes, and the last answer."""
    cookies: dict[str, str] = {}
    steps = []
    for _ in range(limit):
        try:
            answer = get(web, url, cookie="; ".join(f"{name}={value}" for name, value in cookies.items()))
        except httpx.TransportError:
            answer = get(web, url)
        cookies.update(answer.cookies)
        steps.append((url, answer.status_code))
        if answer.has_redirect_location:
            url = urljoin(url, answer.headers["location"])
        elif answer.status_code in {429, 500, 502, 503} and len(steps) < 4:
            time.sleep(float(answer.headers.get("retry-after", 0)))
        else:
            break
    return steps, answer


@contextlib.contextmanager
def connection(web: SimulatedWeb, url: str, timeout: float = 2.0) -> Iterator[socket.socket]:
    """A plain socket on which a GET for the URL has been sent."""
    parts = urlsplit(as_asked(url))
    host = parts.hostname or ""
    port = int(port_of(web, host, {"http": "80", "https": "443"}[parts.scheme]))
    with socket.create_connection(("127.0.0.1", port), timeout) as plain, contextlib.ExitStack() as stack:
        plug = plain
        if parts.scheme == "https":
            plug = stack.enter_context(trusting(web).wrap_socket(plain, server_hostname=host))
        plug.sendall(f"GET {parts.path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        yield plug


def received(plug: socket.socket, seconds: float, limit: int = 1 << 22) -> bytes:
    """What arrives within so many seconds; ends early when the other side closes."""
    until, got = time.monotonic() + seconds, b""
    while len(got) < limit and (left := until - time.monotonic()) > 0:
        plug.settimeout(left)
        try:
            piece = plug.recv(1 << 16)
        except TimeoutError:
            break
        if not piece:
            break
        got += piece
    return got


# --- the data


def test_it_is_large_and_has_two_of_everything() -> None:
    hosts = defaultdict(set)
    for case in CASES:
        hosts[case.truth.outcome].add(urlsplit(case.url).hostname)
    assert len(CASES) >= 250
    assert len(set().union(*hosts.values())) >= 150
    assert {name: len(found) for name, found in hosts.items() if len(found) < 2} == {}
    assert len({case.url for case in CASES}) == len(CASES)


def test_only_reserved_names_and_the_founding_letter_are_played() -> None:
    founders = {host.name for host in founding.SITE.hosts} | {"www.campaignforuyghurs.org"}
    invented = [*load().hosts, *load().unnamed]
    reserved = re.compile(r"(.+\.)?(example|test|example\.(org|com|net))|\d+(\.\d+){3}|::1")
    assert [name for name in invented if not reserved.fullmatch(name) and name not in founders] == []


def test_no_answer_carries_its_truth(web: SimulatedWeb) -> None:
    for case in outcome("soft_404", "bot_wall", "access_wall", "parked", "unrendered", "redirected_home"):
        answer = get(web, case.url)
        words = f"{answer.headers} {answer.text}"
        assert case.truth.outcome not in words, case.url
        assert case.truth.why.count(" ") < 3 or case.truth.why not in words, case.url


# --- pages that work


def test_every_fine_page_is_reached_and_holds_its_title(web: SimulatedWeb) -> None:
    unread = {f"https://{host}/lights/3" for host in faults.FLOODS} | {"https://refresh.example/ferry"}
    unread |= {case.url for case in CASES if case.url.endswith(".pdf") or "papers.example" in case.url}
    for case in outcome("ok", "moved"):
        if case.url in unread or case.url == "https://endless-text.test/lights/3":
            continue
        _, answer = follow(web, case.url)
        assert 200 <= answer.status_code < 300, case.url
        if case.truth.title and case.truth.title.isascii() and case.truth.outcome == "ok":
            shown = answer.text.replace("&amp;", "&")
            assert case.truth.title in shown, case.url


def test_moves_are_permanent_all_the_way_and_only_moves_are(web: SimulatedWeb) -> None:
    for case in outcome("moved"):
        steps, answer = follow(web, case.url)
        assert {status for _, status in steps[:-1]} <= PERMANENT, case.url
        wanted = (case.truth.title or case.truth.quote or "").casefold().split()[0]
        assert wanted in answer.text.casefold(), case.url


def test_encodings_are_as_declared(web: SimulatedWeb) -> None:
    for url, charset in {
        "https://archiv.haldenau.example/berichte/grenzpfaehle.html": "iso-8859-1",
        "http://letopis.dolna.example/glava/7": "windows-1251",
        "https://kawabe.example/kiroku/12": "shift_jis",
    }.items():
        case = next(case for case in CASES if case.url == url)
        assert (case.truth.title or "").encode(charset) in get(web, url).content


def test_brotli_comes_although_it_was_not_offered(web: SimulatedWeb) -> None:
    brotli = pytest.importorskip("brotli")
    with connection(web, "https://brotli.example/a") as plug:
        head, _, body = received(plug, 0.5).partition(b"\r\n\r\n")
    assert b"Content-Encoding: br" in head
    assert brotli.decompress(body).startswith(b"<!DOCTYPE html>")


def test_rate_limits_count_from_the_last_question(web: SimulatedWeb) -> None:
    url = "https://polite.example/a"
    assert [get(web, url).status_code for _ in range(2)] == [429, 429]
    time.sleep(1.0)
    assert get(web, url).status_code == 200
    assert all(get(web, case.url).status_code == 429 for case in outcome("rate_limited") for _ in range(3))


def test_a_new_log_starts_every_sequence_anew(web: SimulatedWeb) -> None:
    for _ in range(2):
        assert [get(web, "https://busy.example/report").status_code for _ in range(3)] == [503, 200, 200]
        assert [asked.url for asked in web.asked("busy.example")] == ["https://busy.example/report"] * 3
        web.reset_log()
        assert web.log == []


def test_the_log_has_who_what_and_when(web: SimulatedWeb) -> None:
    get(web, "https://data.example/series/14.csv?x=1", "HEAD", accept="text/csv")
    (asked,) = web.log
    assert (asked.scheme, asked.method, asked.host, asked.path) == ("https", "HEAD", "data.example", "/series/14.csv")
    assert asked.header("Accept") == "text/csv"
    assert time.monotonic() - asked.time < 5


# --- pages that are gone


def test_missing_pages_say_so_in_the_end(web: SimulatedWeb) -> None:
    assert {case.url: follow(web, case.url)[1].status_code for case in outcome("not_found")}.items() <= {
        (case.url, status) for case in outcome("not_found") for status in (404, 410)
    }


def test_soft_errors_answer_like_a_random_sibling_of_theirs(web: SimulatedWeb) -> None:
    honest = {"tombstone.example", "walled-probe.example"}
    for case in outcome("soft_404", "parked"):
        steps, answer = follow(web, case.url)
        assert answer.status_code == 200, case.url
        if urlsplit(case.url).hostname in honest or case.url == "https://redirect-error.example/":
            continue
        others, other = follow(web, urljoin(case.url, "qhzkwvtrmxpyslbndgfcjaeuo"))
        same_end = len(steps) > 1 and steps[-1][0] == others[-1][0]
        likeness = difflib.SequenceMatcher(None, answer.text.split(), other.text.split()).ratio()
        assert same_end or likeness >= 0.95, case.url
        assert (case.truth.title or "?") not in answer.text


@pytest.mark.parametrize("url", ["https://everything.example/real/report", "https://softly.example/2018/11/harvest"])
def test_real_pages_on_hosts_of_soft_errors_are_unlike_their_siblings(web: SimulatedWeb, url: str) -> None:
    sibling = get(web, urljoin(url, "qhzkwvtrmxpyslbndgfcjaeuo"))
    assert sibling.status_code == 200
    assert difflib.SequenceMatcher(None, get(web, url).text.split(), sibling.text.split()).ratio() < 0.6


def test_robots_txt(web: SimulatedWeb) -> None:
    assert "Disallow: /\n" in get(web, "https://noprobe.example/robots.txt").text
    assert "Disallow:\n" in get(web, "https://softly.example/robots.txt").text


# --- redirects


def test_ways_home_and_astray_end_on_pages_without_the_title(web: SimulatedWeb) -> None:
    for case in outcome("redirected_home", "redirected_elsewhere"):
        steps, answer = follow(web, case.url)
        refreshed = re.search(r"(?i)url='?([^'\"]+)'?\"", answer.text)
        end = steps[-1][0] if refreshed is None else urljoin(case.url, refreshed[1])
        assert end != case.url
        assert (case.truth.title or "?") not in get(web, end).text
        if case.truth.outcome == "redirected_home":
            assert urlsplit(end).path in {"/", "/news/", "/en/"}


def test_loops_never_arrive_and_twenty_hops_do(web: SimulatedWeb) -> None:
    for case in outcome("redirect_loop"):
        steps, answer = follow(web, case.url, limit=21)
        assert len(steps) == 21
        assert answer.has_redirect_location, case.url
    assert len(follow(web, "https://twenty.example/0")[0]) == 21


def test_forbidden_and_unusable_targets_are_sent_as_they_stand(web: SimulatedWeb) -> None:
    for host, where in (hops.FORBIDDEN_TARGETS | hops.UNUSABLE_LOCATIONS).items():
        with connection(web, f"https://{host}/report") as plug:
            assert f"\r\nLocation: {where}\r\n".encode() in received(plug, 0.1)


def test_a_good_cookie_is_rewarded_once(web: SimulatedWeb) -> None:
    assert get(web, "https://consent-cookie.example/a").status_code == 302
    assert get(web, "https://consent-cookie.example/a", cookie="x=y; seen=1").status_code == 200


# --- walls


def test_walls_hide_the_page_and_its_siblings(web: SimulatedWeb) -> None:
    for host in bots.WALLS:
        for path in ("strike/1926", "strike/qhzkwvtrmxpyslbndgfcjaeuo"):
            answer = get(web, f"https://{host}/{path}")
            assert bots.STRIKE not in answer.text
            assert answer.status_code in {200, 202, 401, 403, 404, 405, 429, 503, 999}


def test_carriers_of_vendors_marks_show_the_page(web: SimulatedWeb) -> None:
    for host in bots.CARRIERS:
        answer = get(web, f"https://{host}/strike/1926")
        sent = {name.lower() for name, _ in bots.CARRIED.get(host, ())}
        assert (answer.status_code, bots.STRIKE in answer.text, sent <= set(answer.headers)) == (200, True, True)


def test_gates_and_refusals(web: SimulatedWeb) -> None:
    for case in outcome("access_wall", "access_denied", "unrendered"):
        _, answer = follow(web, case.url)
        allowed = {"access_wall": {200, 401, 402}, "unrendered": {200}}.get(case.truth.outcome, set(range(400, 500)))
        assert answer.status_code in allowed - {404, 410, 429}, case.url
        words = re.sub(r"(?s)<head>.*?</head>|<script.*?</script>|<[^>]+>", " ", answer.text).split()
        assert len(words) < 40, case.url


# --- trouble


def test_errors_of_the_server_last(web: SimulatedWeb) -> None:
    for case in outcome("server_error"):
        assert {get(web, case.url).status_code // 100 for _ in range(5)} == {5}


@pytest.mark.parametrize(
    ("url", "least", "most"),
    [
        ("https://mute.example/lights/3", 0, 0),
        ("https://mute-headers.example/lights/3", 60, 200),
        ("https://mute-half.example/lights/3", 500, 2000),
        ("https://drip-body.example/lights/3", 60, 200),
        ("https://drip-headers.example/lights/3", 20, 200),
        ("https://drip-interim.example/lights/3", 20, 200),
    ],
)
def test_silences_and_drips_leave_the_connection_open(web: SimulatedWeb, url: str, least: int, most: int) -> None:
    with connection(web, url) as plug:
        got = received(plug, 0.7)
        assert least <= len(got) <= most
        if "drip" in url:
            assert received(plug, 0.5)
        else:
            with pytest.raises(TimeoutError):
                plug.recv(1)


def test_resets_are_resets_and_closes_are_closes(web: SimulatedWeb) -> None:
    with connection(web, "http://reset.example/lights/3") as plug, pytest.raises(ConnectionResetError):
        plug.recv(10)
    with connection(web, "http://reset-half.example/lights/3") as plug, pytest.raises(ConnectionResetError):
        while plug.recv(65536):
            time.sleep(0.1)
    with connection(web, "http://noreply.example/lights/3") as plug:
        assert plug.recv(10) == b""
    with connection(web, "http://cut-short.example/lights") as plug:
        cut = received(plug, 1)
    assert b"Content-Length: 100000" in cut
    assert len(cut) < 2000
    assert b"</html>" in cut


def test_broken_http_breaks_a_stock_client(web: SimulatedWeb) -> None:
    for name in ("garbage", "sshd", "badstatus", "badlength", "badchunk", "headerbomb", "longheader"):
        with pytest.raises(httpx.HTTPError):
            get(web, f"http://{name}.example/lights/3")
    with pytest.raises(httpx.DecodingError):
        get(web, "http://notgzip.example/lights")


def test_floods_do_not_end_by_themselves(web: SimulatedWeb) -> None:
    with connection(web, "http://headerbomb.example/lights/3") as plug:
        flood = received(plug, 2, 1_000_000)
    assert len(flood) >= 1_000_000
    assert b"\r\n\r\n" not in flood
    with connection(web, "https://endless-text.test/lights/3") as plug:
        assert len(received(plug, 2, 500_000)) >= 500_000
    with connection(web, "https://gzipbomb.example/lights/3") as plug:
        body = received(plug, 4, 20_000).partition(b"\r\n\r\n")[2]
    unpacker = zlib.decompressobj(47)
    start = unpacker.decompress(body, 2_000_000)
    assert faults.LIGHTS.encode() in start
    assert len(start) == 2_000_000


def test_the_forged_answer_lies_in_wait(web: SimulatedWeb) -> None:
    with connection(web, "http://desync.example/first") as plug:
        got = received(plug, 0.3)
        assert got.count(b"HTTP/1.1 ") == 2
        assert b"Not the page you asked for" in got
    assert "Buoys and beacons" in get(web, "http://desync.example/second").text


# --- TLS, network and names


VERIFY_CODES = {
    "expired": 10,
    "not_yet": 9,
    "self_signed": 18,
    "unknown_authority": 19,
    "incomplete": 20,
    "wrong_host": 62,
}


def test_certificates_are_wrong_in_the_way_they_say(web: SimulatedWeb) -> None:
    for host, kind in faults.TLS.items():
        port = int(port_of(web, host, "443"))
        with socket.create_connection(("127.0.0.1", port), 2) as plain, pytest.raises(ssl.SSLError) as failure:
            trusting(web).wrap_socket(plain, server_hostname=host)
        if kind in VERIFY_CODES:
            assert isinstance(failure.value, ssl.SSLCertVerificationError)
            assert failure.value.verify_code == VERIFY_CODES[kind], host
        else:
            assert "VERSION" in str(failure.value)


@pytest.mark.parametrize(
    ("host", "error"),
    [("hangup-tls.example", OSError), ("plaintext-tls.example", ssl.SSLError), ("silent-tls.example", TimeoutError)],
)
def test_tls_that_never_comes_about(web: SimulatedWeb, host: str, error: type[Exception]) -> None:
    with socket.create_connection(("127.0.0.1", int(port_of(web, host, "443"))), 0.5) as plain, pytest.raises(error):
        trusting(web).wrap_socket(plain, server_hostname=host)


def test_ports_that_refuse_and_ports_that_ignore(web: SimulatedWeb) -> None:
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", int(port_of(web, "refused.example", "443"))), 1)
    with pytest.raises(TimeoutError):
        socket.create_connection(("127.0.0.1", int(port_of(web, "noconnect.example", "443"))), 0.3)
    with connection(web, "http://mute-port.example/lights/3") as plug, pytest.raises(TimeoutError):
        plug.settimeout(0.3)
        plug.recv(1)


def test_names_without_an_address_come_before_the_rule_for_all(web: SimulatedWeb) -> None:
    rules = web.resolve
    assert {"gone.example:*:nxdomain:0", "servfail.example:*:servfail:0", "silent-dns.example:*:silent:0"} <= set(rules)
    first_for_all = next(place for place, rule in enumerate(rules) if rule.startswith("*"))
    assert all(rule.startswith("*") for rule in rules[first_for_all:])
    assert web.resolve_args == [part for rule in rules for part in ("--resolve", rule)]
    assert web.options[-2:] == ["--ca-bundle", str(web.ca_bundle)]


def test_unknown_hosts_are_misdirected(web: SimulatedWeb) -> None:
    assert get(web, "https://nobody-made-this.example/").status_code == 421


# --- the founding letter, and the rest of the house


def test_the_founding_links_work_mended_and_only_mended(web: SimulatedWeb) -> None:
    pairs = {
        founding.STATEMENT_URL: founding.STATEMENT_URL.removesuffix("-after-official"),
        founding.MEASURES_URL: founding.MEASURES_PATH.removesuffix("oms-china"),
        founding.COSTS_URL: founding.COSTS_STUMP,
        founding.GROUPS_URL: founding.GROUPS_URL.removesuffix("isit-to-china/"),
    }
    for whole, stump in pairs.items():
        case = next(case for case in CASES if case.url == whole)
        assert (case.truth.title or "?") in follow(web, whole)[1].text
        answer = follow(web, stump)[1]
        assert (case.truth.title or "?") not in answer.text
        assert answer.status_code in {200, 404}
    assert get(web, founding.DDS).content.startswith(b"%PDF-")
    assert founding.RESOLUTION in get(web, founding.DOCS).text


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
    assert time.monotonic() - begun < 2
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
