"""One URL looked up on a web made of data: where it leads, what it comes to, and how often anyone is asked."""

from __future__ import annotations

import asyncio
import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.scripted import NOW, ScriptedWeb, article, check, failure, html, redirect, response
from verifier.checks.live import LiveChecker
from verifier.model.evidence import Hop, LiveOutcome, LiveResult, Sought
from verifier.web.exchange import FailureKind, Response

URL = "https://site.example/2019/rivers"
RIVERS = article("Rivers and rights")
FINE = response(RIVERS, ETag='"1"', Last_Modified="Wed, 08 Jun 2022 11:00:00 GMT")


def test_a_page_that_is_fine_costs_one_request_and_says_all_it_knows():
    web = ScriptedWeb({URL: FINE})
    looked = check(web, URL)
    result = looked.result
    assert len(web.asked) == result.requests == 1
    assert (result.outcome, result.status_code, result.final_url) == (LiveOutcome.OK, 200, URL)
    assert (result.title, result.headings) == ("Rivers and rights | Gazette", ("Rivers and rights",))
    assert (result.media_type, result.etag) == ("text/html", '"1"')
    assert result.last_modified == "Wed, 08 Jun 2022 11:00:00 GMT"
    assert result.body_sha256 == hashlib.sha256(RIVERS.encode()).hexdigest()
    assert (result.checked_at, result.elapsed_ms, result.answered, result.redirects) == (NOW, 7, True, ())
    assert result.evidence == ("answered 200 (ok)",)
    assert looked.page is not None and "quiet story" in looked.page.text


def test_every_hop_is_recorded_and_the_fragment_carried_on():
    web = ScriptedWeb(
        {
            "http://site.example/a": redirect("https://site.example/a", 301),
            "https://site.example/a": redirect("../2019/rivers", 308),
            URL: FINE,
        }
    )
    result = check(web, "http://site.example/a#part").result
    assert result.redirects == (Hop("http://site.example/a#part", 301), Hop("https://site.example/a#part", 308))
    assert result.final_url == URL + "#part" and result.outcome is LiveOutcome.OK
    assert result.requests == 3 and result.elapsed_ms == 21


def test_a_page_that_sends_readers_on_at_once_is_a_redirect():
    page = html("Moved", "<p>moved</p>", head='<meta http-equiv="Refresh" content="0; URL=\'/2019/rivers\'">')
    result = check(
        ScriptedWeb({"https://site.example/old": response(page), URL: FINE}), "https://site.example/old"
    ).result
    assert result.redirects == (Hop("https://site.example/old", 200),) and result.final_url == URL


def test_so_is_a_refresh_header():
    web = ScriptedWeb({"https://site.example/old": response("<p>x</p>", Refresh=f"2; url={URL}"), URL: FINE})
    assert check(web, "https://site.example/old").result.final_url == URL


@pytest.mark.parametrize(
    "refresh",
    [
        '<meta http-equiv="refresh" content="30; url=/elsewhere">',
        '<meta http-equiv="refresh" content="5">',
        '<meta http-equiv="refresh" content="0; url=/2019/rivers">',
        '<noscript><meta http-equiv="refresh" content="0; url=/elsewhere"></noscript>',
    ],
    ids=["later", "no target", "itself", "only without scripts"],
)
def test_a_page_that_stays_is_no_redirect(refresh):
    web = ScriptedWeb({URL: response(article("Rivers and rights", head=refresh))})
    assert check(web, URL).result.redirects == () and len(web.asked) == 1


@pytest.mark.parametrize(
    ("pages", "outcome", "word"),
    [
        ({URL: redirect(URL)}, LiveOutcome.REDIRECT_LOOP, "lead back"),
        ({URL: redirect("/b"), "https://site.example/b": redirect(URL)}, LiveOutcome.REDIRECT_LOOP, "lead back"),
        ({URL: response("", 302)}, LiveOutcome.UNREACHABLE, "no target"),
        ({URL: redirect("http://[::1")}, LiveOutcome.UNREACHABLE, "no usable address"),
        ({URL: redirect("https:///elsewhere")}, LiveOutcome.UNREACHABLE, "no usable address"),
        ({URL: redirect("mailto:a@site.example")}, LiveOutcome.NOT_CHECKABLE, "mailto:"),
        ({URL: redirect("app://open")}, LiveOutcome.NOT_CHECKABLE, "app://"),
        ({URL: response("", 304)}, LiveOutcome.UNREACHABLE, "304"),
        ({URL: response("", 300)}, LiveOutcome.UNREACHABLE, "300"),
    ],
)  # fmt: skip
def test_redirects_that_lead_nowhere(pages, outcome, word):
    result = check(ScriptedWeb(pages), URL).result
    assert result.outcome is outcome and any(word in sentence for sentence in result.evidence) and result.answered


def test_twenty_redirects_are_followed_and_no_more():
    pages = {f"https://site.example/{number}": redirect(f"/{number + 1}") for number in range(40)}
    web = ScriptedWeb(pages)
    result = check(web, "https://site.example/0").result
    assert result.outcome is LiveOutcome.REDIRECT_LOOP and len(web.asked) == 21
    assert check(ScriptedWeb(pages | {"https://site.example/20": FINE}), "https://site.example/0").result.outcome is (
        LiveOutcome.OK
    )


def test_a_loop_that_a_cookie_ends_is_none():
    web = ScriptedWeb({URL: [redirect(URL, Set_Cookie="seen=1; Path=/"), FINE]})
    assert check(web, URL).result.outcome is LiveOutcome.OK
    assert [dict(request.headers) for request in web.asked] == [{}, {"Cookie": "seen=1"}]


def test_cookies_do_not_go_from_one_check_to_the_next():
    web = ScriptedWeb({URL: response(RIVERS, Set_Cookie="a=b; Path=/")})

    async def twice():
        checker = LiveChecker(web, lambda: NOW)
        await checker.check(URL, Sought())
        await checker.check(URL, Sought())

    asyncio.run(twice())
    assert all("Cookie" not in request.headers for request in web.asked)


def test_credentials_in_a_redirect_are_dropped():
    web = ScriptedWeb({URL: redirect("https://user:pw@other.example/x"), "https://other.example/x": FINE})
    assert check(web, URL).result.final_url == "https://other.example/x"


@pytest.mark.parametrize(
    ("kind", "detail", "outcome", "answered"),
    [
        (FailureKind.MALFORMED, "", LiveOutcome.NOT_CHECKABLE, False),
        (FailureKind.UNSUPPORTED_SCHEME, "", LiveOutcome.NOT_CHECKABLE, False),
        (FailureKind.REFUSED_ADDRESS, "", LiveOutcome.NOT_CHECKABLE, False),
        (FailureKind.NXDOMAIN, "", LiveOutcome.DOMAIN_GONE, False),
        (FailureKind.DNS_FAILURE, "servfail", LiveOutcome.UNREACHABLE, False),
        (FailureKind.DNS_FAILURE, "no_data", LiveOutcome.UNREACHABLE, False),
        (FailureKind.DNS_FAILURE, "timeout", LiveOutcome.TIMEOUT, False),
        (FailureKind.CONNECT_REFUSED, "", LiveOutcome.UNREACHABLE, False),
        (FailureKind.CONNECT_TIMEOUT, "", LiveOutcome.TIMEOUT, False),
        (FailureKind.READ_TIMEOUT, "", LiveOutcome.TIMEOUT, False),
        (FailureKind.RESET, "", LiveOutcome.UNREACHABLE, False),
        (FailureKind.PROTOCOL, "", LiveOutcome.UNREACHABLE, False),
        (FailureKind.TLS, "expired", LiveOutcome.TLS_ERROR, True),
        (FailureKind.PROXY, "", LiveOutcome.UNREACHABLE, False),
        (FailureKind.UNREACHABLE, "", LiveOutcome.UNREACHABLE, False),
        (FailureKind.GIVEN_UP, "", LiveOutcome.SKIPPED, False),
        (FailureKind.OTHER, "", LiveOutcome.UNREACHABLE, False),
    ],
)
def test_what_a_failure_comes_to(kind, detail, outcome, answered):
    result = check(ScriptedWeb({URL: failure(kind, "what happened", detail)}), URL).result
    assert (result.outcome, result.answered, result.final_url, result.status_code) == (outcome, answered, None, None)
    assert result.evidence == ("what happened",)


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        (FailureKind.REFUSED_ADDRESS, LiveOutcome.NOT_CHECKABLE),
        (FailureKind.NXDOMAIN, LiveOutcome.DOMAIN_GONE),
        (FailureKind.MALFORMED, LiveOutcome.UNREACHABLE),
        (FailureKind.READ_TIMEOUT, LiveOutcome.TIMEOUT),
    ],
)
def test_failures_after_a_redirect(kind, outcome):
    web = ScriptedWeb({URL: redirect("https://other.example/"), "https://other.example/": failure(kind)})
    result = check(web, URL).result
    assert result.outcome is outcome and result.answered and result.final_url == "https://other.example/"


# --- what has not changed


def test_an_unchanged_page_is_not_sent_again():
    web = ScriptedWeb({URL: response("", 304)})
    looked = check(
        web, URL, known=LiveResult(LiveOutcome.OK, NOW, etag='"1"', last_modified="Wed, 08 Jun 2022 11:00:00 GMT")
    )
    assert dict(web.asked[0].headers) == {
        "If-None-Match": '"1"',
        "If-Modified-Since": "Wed, 08 Jun 2022 11:00:00 GMT",
    }
    assert (looked.result.outcome, looked.result.status_code, looked.page) == (LiveOutcome.OK, 304, None)


@pytest.mark.parametrize("mark", ['"\x01"', '"a\x7f"', f'"{"a" * 2000}"'])
def test_a_mark_that_no_request_could_hold_is_not_sent_back(mark):
    web = ScriptedWeb({URL: FINE})
    assert check(web, URL, known=LiveResult(LiveOutcome.OK, NOW, etag=mark)).result.outcome is LiveOutcome.OK
    assert dict(web.asked[0].headers) == {}


def test_conditions_are_not_sent_on_to_where_a_redirect_leads():
    web = ScriptedWeb({URL: redirect("/home"), "https://site.example/home": response("", 304)})
    assert check(web, URL, known=LiveResult(LiveOutcome.OK, NOW, etag='"1"')).result.outcome is LiveOutcome.UNREACHABLE
    assert dict(web.asked[1].headers) == {}


# --- the second look


HOME = html("Gazette", "<p>Welcome to the Gazette. " + "News of the day. " * 40 + "</p>")
ROBOTS = "https://site.example/robots.txt"


def test_a_host_that_sends_every_name_home_is_found_out():
    web = ScriptedWeb({URL: redirect("/"), "https://site.example/": response(HOME)}, missing=redirect("/"))
    result = check(web, URL).result
    assert result.outcome is LiveOutcome.SOFT_404 and result.confirmed
    assert any("made-up address" in sentence for sentence in result.evidence)
    assert result.requests <= 7 and web.urls[2] == ROBOTS


def test_an_honest_host_that_sends_one_page_home_is_left_to_the_verdict():
    web = ScriptedWeb({URL: redirect("/"), "https://site.example/": response(HOME)})
    result = check(web, URL).result
    assert result.outcome is LiveOutcome.OK and not result.confirmed and len(result.redirects) == 1


def test_the_same_welcome_for_every_name_is_found_out():
    welcome = response(html("Welcome", "<p>" + "All are welcome in this house. " * 30 + "</p>"))
    result = check(ScriptedWeb({}, missing=welcome), URL).result
    assert result.outcome is LiveOutcome.SOFT_404 and result.confirmed


def test_a_page_that_is_real_on_a_host_that_welcomes_all():
    welcome = response(html("Welcome", "<p>" + "All are welcome in this house. " * 30 + "</p>"))
    web = ScriptedWeb({URL: response(article("Something quite different"))}, missing=welcome)
    result = check(web, URL).result
    assert result.outcome is LiveOutcome.OK and not result.confirmed


def test_what_robots_txt_forbids_is_not_asked():
    robots = response("User-agent: *\nDisallow: /", content_type="text/plain")
    web = ScriptedWeb(
        {URL: redirect("/"), "https://site.example/": response(HOME), ROBOTS: robots}, missing=redirect("/")
    )
    result = check(web, URL).result
    assert web.urls == [URL, "https://site.example/", ROBOTS]
    assert result.outcome is LiveOutcome.OK and "no comparison" in result.evidence[-1]


def test_a_walled_sibling_neither_clears_nor_convicts():
    wall = response("<title>Just a moment...</title>", 403, cf_mitigated="challenge")
    web = ScriptedWeb(
        {URL: redirect("/"), "https://site.example/": response(HOME), ROBOTS: response("", 404)}, missing=wall
    )
    result = check(web, URL).result
    assert result.outcome is LiveOutcome.OK and "no comparison" in result.evidence[-1]


def test_one_sibling_serves_a_whole_directory():
    web = ScriptedWeb({}, missing=response(html("Welcome", "<p>" + "All are welcome here. " * 30 + "</p>")))

    async def several():
        checker = LiveChecker(web, lambda: NOW)
        return await asyncio.gather(*(checker.check(f"https://site.example/2019/rivers-{n}", Sought()) for n in "abc"))

    looked = asyncio.run(several())
    assert {one.result.outcome for one in looked} == {LiveOutcome.SOFT_404}
    assert len(web.asked) == 3 + 1 + 1


def test_an_error_page_by_its_own_words_is_confirmed_by_its_sibling():
    error = response(html("Page not found | Gazette", "<h1>Page not found</h1><p>Sorry.</p>"))
    result = check(ScriptedWeb({}, missing=error), URL).result
    assert (result.outcome, result.confirmed) == (LiveOutcome.SOFT_404, True)
    result = check(ScriptedWeb({URL: error}), URL).result
    assert (result.outcome, result.confirmed) == (LiveOutcome.SOFT_404, False)


def test_what_the_user_accepts_is_good():
    web = ScriptedWeb({URL: response("no", 403)})
    assert check(web, URL).result.outcome is LiveOutcome.ACCESS_DENIED
    result = check(web, URL, accept={"site.example": {403}}).result
    assert result.outcome is LiveOutcome.OK and "settings accept" in result.evidence[0]


def test_no_digest_of_half_a_page_nor_of_an_error():
    half = Response("", 200, FINE.headers, RIVERS.encode(), complete=False)
    looked = check(ScriptedWeb({URL: half}), URL)
    assert looked.result.body_sha256 is None and looked.page is not None and not looked.page.complete
    assert check(ScriptedWeb({}), URL).result.body_sha256 is None


def test_a_pdf_is_not_read_for_words():
    looked = check(ScriptedWeb({URL: response(b"%PDF-1.4 ...", content_type="application/pdf")}), URL)
    assert (looked.result.outcome, looked.result.media_type, looked.page) == (LiveOutcome.OK, "application/pdf", None)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=60),
        st.text(alphabet="[]:@/?#%\\.a1\u00e4 \u3002", max_size=40).map(lambda text: f"http://{text}"),
    )
)
def test_no_url_makes_a_check_fail(url):
    from verifier.web.client import HttpFetcher
    from verifier.web.config import ClientConfig
    from verifier.web.overrides import parse_override

    async def scenario():
        async with HttpFetcher(ClientConfig(overrides=(parse_override("*:*:nxdomain"),))) as fetcher:
            return await LiveChecker(fetcher, lambda: NOW, accept={"a": {200}}).check(url, Sought())

    # A name of one label may be a private network's, and is not gone.
    expected = {LiveOutcome.NOT_CHECKABLE, LiveOutcome.DOMAIN_GONE, LiveOutcome.UNREACHABLE}
    assert asyncio.run(scenario()).result.outcome in expected


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet="[]:@/?#%\\.a1\u00e4 &=;", max_size=60),
    st.binary(max_size=200),
    st.sampled_from([200, 302, 403, 404]),
)
def test_no_answer_makes_a_check_fail(location, body, status):
    web = ScriptedWeb(
        {URL: response(body, status, Location=location, Refresh=f"0; url={location}", Set_Cookie=location)}
    )
    assert check(web, URL).result.outcome in set(LiveOutcome)


def test_a_query_of_thousands_of_fields_is_no_trouble():
    target = "https://site.example/login?" + "&".join(f"a{number}=1" for number in range(5000))
    web = ScriptedWeb({URL: redirect(target), target: FINE})
    assert check(web, URL).result.outcome is LiveOutcome.OK


@pytest.mark.parametrize("url", ["https://late.example/title", "http://desync.example/second"])
def test_over_real_sockets(simulated_web, url):
    from tests.web.catalogue import load
    from verifier.web.client import HttpFetcher
    from verifier.web.config import ClientConfig
    from verifier.web.overrides import parse_override

    async def scenario():
        overrides = tuple(parse_override(rule) for rule in simulated_web.resolve)
        settings = ClientConfig(overrides=overrides, ca_bundle=simulated_web.ca_bundle, host_interval=0.0, timeout=10)
        async with HttpFetcher(settings) as fetcher:
            return await LiveChecker(fetcher, lambda: NOW).check(url, Sought())

    case = next(case for case in load().cases if case.url == url)
    assert asyncio.run(scenario()).result.outcome == case.truth.outcome


# --- what the citation says of the page


def _titled(title):
    return lambda page: title.lower() in f"{page.title} {' '.join(page.headings)}".lower()


WELCOME = response(article("Welcome to our rivers"))


def test_a_page_that_bears_the_cited_title_is_never_compared_with_a_sibling():
    web = ScriptedWeb({URL: response(article("Page not found: rivers"))}, missing=FINE)
    result = check(web, URL, expected=_titled("Page not found: rivers")).result
    assert result.requests == len(web.asked) == 1 and result.outcome is LiveOutcome.OK


@pytest.mark.parametrize("title", ["Rivers and wrongs", "Fleuves et droits"])
def test_a_page_without_the_cited_title_is_compared_and_condemned_only_by_likeness(title):
    alike = ScriptedWeb({URL: WELCOME, "https://site.example/robots.txt": response("", 404)}, missing=WELCOME)
    result = check(alike, URL, expected=_titled(title)).result
    assert (result.outcome, result.confirmed, result.requests) == (LiveOutcome.SOFT_404, True, 3)
    honest = ScriptedWeb({URL: WELCOME})
    result = check(honest, URL, expected=_titled(title)).result
    assert result.outcome is LiveOutcome.OK and result.requests == 3
    assert "does not bear the cited title, but" in result.evidence[-1]


def test_where_nothing_can_tell_only_the_page_itself_raises_suspicion():
    web = ScriptedWeb({URL: WELCOME}, missing=WELCOME)
    assert check(web, URL, expected=lambda _page: None).result.requests == 1


def test_a_host_that_sends_every_dead_path_to_one_page_elsewhere():
    moved = redirect("https://sorry.example/we-moved", 301)
    target = response(article("We have a new website", text="Old addresses no longer work. " * 30))
    web = ScriptedWeb(
        {URL: moved, "https://sorry.example/we-moved": target, "https://site.example/robots.txt": response("", 404)},
        missing=moved,
    )
    assert check(web, URL, expected=_titled("Rivers and rights")).result.outcome is LiveOutcome.SOFT_404


HOST_WIDE = {
    "an empty frame amid menus is filled by a script": (
        html("Rivers", "<nav>" + "Menu entry " * 20 + "</nav><div id=root></div><script src=a.js></script>"),
        LiveOutcome.UNRENDERED,
    ),
    "buttons alone are a question, in whatever language": (
        html("Igazolás", "<h1>Igazolás</h1><p>Folytatja?</p><button>Igen</button><button>Nem</button>", lang="hu"),
        LiveOutcome.ACCESS_WALL,
    ),
    "a search field and links belong to an error page": (
        html("Hoppá", "<p>Valami elveszett.</p><form><input name=q><button>Keres</button></form><a href=/>x</a>"),
        LiveOutcome.SOFT_404,
    ),
    "one sign of parking and the same page for every name are two": (
        html("Domena na sprzedaż", "<p>Domena jest na sprzedaż.</p><button>Oferta</button>", lang="pl"),
        LiveOutcome.PARKED,
    ),
}


@pytest.mark.parametrize("why", HOST_WIDE)
def test_one_page_for_every_address_is_not_always_an_error_page(why):
    body, outcome = HOST_WIDE[why]
    web = ScriptedWeb({"https://site.example/robots.txt": response("", 404)}, missing=response(body))
    assert check(web, URL, expected=_titled("Rivers and rights")).result.outcome is outcome


@pytest.mark.parametrize("name", ["a", "rivers-and-rights"])
def test_a_short_name_in_the_address_hides_no_words_from_the_comparison(name):
    url = f"https://site.example/{name}"
    web = ScriptedWeb({url: WELCOME, "https://site.example/robots.txt": response("", 404)}, missing=WELCOME)
    assert check(web, url, expected=_titled("Lakes")).result.outcome is LiveOutcome.SOFT_404
