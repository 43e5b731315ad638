"""The simulated web does on the wire what its data says: plain sockets and a stock client, never our own program."""

from __future__ import annotations

import difflib
import re
import time
from collections import defaultdict
from urllib.parse import urljoin, urlsplit

import pytest

from tests.web.asking import connection, follow, get, received
from tests.web.catalogue import load
from tests.web.model import Case
from tests.web.server import SimulatedWeb
from tests.web.sites import bots, faults, founding, gone_otherwise, hops, other_makers

CASES = load().cases
PERMANENT = {301, 308}


@pytest.fixture
def web(simulated_web: SimulatedWeb) -> SimulatedWeb:
    return simulated_web


def outcome(*names: str) -> list[Case]:
    return [case for case in CASES if case.truth.outcome in names]


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
        assert case.truth.outcome == "parked" or case.truth.outcome not in words, case.url
        assert case.truth.why.count(" ") < 3 or case.truth.why not in words, case.url


# --- pages that work


def test_every_fine_page_is_reached_and_holds_its_title(web: SimulatedWeb) -> None:
    unread = {f"https://{host}/lights/3" for host in faults.FLOODS} | {"https://refresh.example/ferry"}
    unread |= {case.url for case in CASES if case.url.endswith(".pdf") or "papers.example" in case.url}
    unread |= (
        gone_otherwise.SENT_ON | other_makers.ODDLY_WRITTEN | {"https://half.test/tides", "https://moved-script.test/r"}
    )
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
    honest = {"tombstone.example", "walled-probe.example", "s4.example", "records.test"}
    honest |= {"notice.test", "zapis.example", "sent-404.test"}
    honest |= {"nenalezeno.test", "nemtalalhato.example", "den-vrethike.test", "lo-nimtza.example", "nahi-mila.test"}
    honest |= {"to-search.example"}  # what the search says names what was looked for
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


def test_robots_txt_says_what_the_site_says(web: SimulatedWeb) -> None:
    assert "Disallow: /\n" in get(web, "https://noprobe.example/robots.txt").text
    assert "Disallow:\n" in get(web, "https://softly.example/robots.txt").text


# --- redirects


def test_ways_home_and_astray_end_on_pages_without_the_title(web: SimulatedWeb) -> None:
    for case in outcome("redirected_home", "redirected_elsewhere"):
        steps, answer = follow(web, case.url)
        refreshed = re.search(r"(?i)(?:url=|location=)'?([^'\"]+)'?\"?", answer.text)
        end = steps[-1][0] if refreshed is None else urljoin(case.url, refreshed[1])
        assert end != case.url
        assert (case.truth.title or "?") not in get(web, end).text
        if case.truth.outcome == "redirected_home":
            assert urlsplit(end).path in {"/", "/news/", "/en/", "/de/", "/index.html", "/en/home.html"}


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
        steps, answer = follow(web, case.url)
        if len(steps) > 1 and answer.status_code in {404, 421}:
            continue  # a gate whose own page is missing for programs
        allowed = {"access_wall": {200, 401, 402}, "unrendered": {200, 204}}.get(
            case.truth.outcome, set(range(400, 500))
        )
        assert answer.status_code in allowed - {404, 410, 429}, case.url
        words = re.sub(r"(?s)<head>.*?</head>|<script.*?</script>|<[^>]+>", " ", answer.text).split()
        assert len(words) < 80, case.url


# --- the founding letter


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
