"""What a single answer comes to, one row per rule, in the order in which the rules are decided."""

from __future__ import annotations

import pytest

from tests.checks.scripted import PROSE, article, html, response
from verifier.checks.classify import classify, status_words
from verifier.checks.follow import Chain, read_answer
from verifier.model.evidence import Hop
from verifier.web.exchange import Headers, Response

URL = "https://site.example/2019/rivers"
HOME = "https://site.example/"


def come_to(answer: Response, *urls: str):
    urls = urls or (URL,)
    answer = Response(urls[-1], answer.status_code, answer.headers, answer.body, answer.complete)
    hops = tuple(Hop(url, 302) for url in urls[:-1])
    return classify(Chain(urls, hops, answer, read_answer(answer)))


def short(title: str = "Gazette", body: str = "<p>Some few words.</p>", head: str = "") -> str:
    return html(title, body, head)


LOGIN_FORM = "<form><input name=u><input type=password><button>Sign in</button></form>"
MENU = (
    "<ul>"
    + "".join(f"<li><a href=/{n}>One of many things that one may read here</a></li>" for n in range(20))
    + "</ul>"
)
KEYED = "<html data-adblockkey='MFwwDQYJKoZIhvcNAQEB'"
YES_NO = "<button>1</button><button>2</button>"
NOT_FOUND = short("Page not found | Gazette", "<h1>Page not found</h1><p>Sorry.</p>")


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        # good
        (response(article("Rivers")), "ok"),
        (response(article("Rivers"), 206), "ok"),
        (response("plain words", content_type="text/plain"), "ok"),
        (response(b"%PDF", content_type="application/pdf"), "ok"),
        (response("{}", content_type="application/json"), "ok"),
        (response('{"code": 404}', content_type="application/problem+json"), "soft_404"),
        (response('{"code": 404}', content_type="text/csv"), "ok"),
        (response(short("", "Fatal error: no such function in /srv/www/a.php on line 7")), "server_error"),
        (response(short("", '<script>window.park = "e30="</script>').replace("<html", KEYED)), "parked"),
        (response(short("", '<script>window.park = "a bench"</script>')), "unrendered"),
        (response(article("Rivers"), content_type=""), "ok"),
        # walls against programs come before everything
        (response("", 999), "bot_wall"),
        (response(short("Just a moment..."), 404, cf_mitigated="challenge"), "bot_wall"),
        (response(short("Just a moment..."), 403), "bot_wall"),
        (response(short(body="<script>window._cf_chl_opt={}</script>"), 503), "bot_wall"),
        (response(short(body='<script id="anubis_challenge">{}</script>')), "bot_wall"),
        (response("", 202, x_amzn_waf_action="challenge"), "bot_wall"),
        (response(short("Access Denied", "You don't have permission to access it. Reference #1"), 403), "bot_wall"),
        (response(short("Robot check")), "bot_wall"),
        (response(short(body="<div class=g-recaptcha></div>"), 429), "bot_wall"),
        # gates
        (response(short(), 401), "access_wall"),
        (response(short(), 402), "access_wall"),
        (response(short("Sign in", LOGIN_FORM)), "access_wall"),
        (response(short("Members", LOGIN_FORM), 403), "access_wall"),
        (response(short("Gazette", "<p>We use cookies</p><button>Accept all</button>")), "access_wall"),
        (response(short("Gazette", "<p>Are you over 18?</p><a href=/y>Yes</a>")), "access_wall"),
        (response(short("Gazette", "<p>Subscribe to continue reading</p>")), "access_wall"),
        (response(short("Log in to Gazette", "<form><input name=mail><button>Go</button></form>")), "access_wall"),
        (response(short("Weir", f"<header>{LOGIN_FORM}</header><p>{'Words about a weir. ' * 9}</p>")), "ok"),
        (response(short("Weir", f"<div hidden>{LOGIN_FORM}</div><p>{'Words about a weir. ' * 9}</p>")), "ok"),
        (response(short("Σύνδεση", "<button>A</button>")), "access_wall"),
        (response(short("Σιδηροδρομική σύνδεση", "<p>Η γραμμή άνοιξε.</p><button>A</button>")), "ok"),
        (response(short("Gazette", '<div id="onetrust-x" role=dialog><p>Hm</p><button>Accept</button></div>')),
         "access_wall"),
        (response(short("Gazette", f'<div id="onetrust-x" role=dialog><button>Accept</button></div>{"<p>A</p>" * 9}')),
         "ok"),
        # a dialogue in the place of the text, with all menus around it
        (response(short("Quay", f"{MENU}<p>برای ورود باید ۱۸ سال داشته باشید؟</p>{YES_NO}")), "access_wall"),
        (response(short("Quay", f"{MENU}<p>อายุครบ ๑๘ ปีแล้วหรือไม่</p>{YES_NO}")), "access_wall"),
        (response(short("Quay", f"{MENU}<p>Vi sparar kakor.</p><button>Tillåt</button><button>Neka</button>")),
         "access_wall"),
        (response(short("Quay", f"{MENU}<p>The weir is 18 years old.</p>{YES_NO}")), "ok"),
        (response(short("Quay", f"{MENU}<p>{'Om kakor till kaffet, av en bagare. ' * 9}</p><button>Tillåt</button>"
                                "<button>Neka</button>")), "ok"),
        # limited, gone
        (response(short(), 429), "rate_limited"),
        (response(short(), 404), "not_found"),
        (response(short("Sign in", LOGIN_FORM), 404), "not_found"),
        (response("", 410), "not_found"),
        # parked: two signs
        (response(short("site.example is for sale", "<p>Buy this domain</p>")), "parked"),
        (response(short("site.example", "<p>Related searches</p><a href=/a>Loans</a>")), "parked"),
        (response(short("Welcome", "<p>This domain may be for sale</p><script src=/adsense/domains/caf.js></script>")),
         "parked"),
        (response(short("site.example", "<p>My own small site</p>")), "ok"),
        (response(short("Imprint – site.example", "<p>The domain site.example is registered by the mill.</p>")), "ok"),
        (response(short("Impressum | site.example", "<p>Domain registriert auf den Mühlenverein.</p>")), "ok"),
        (response(short("Name", "<p>This domain is registered.</p><script src=/adsense/domains/caf.js></script>")),
         "parked"),
        (response(short("This house is for sale", "<p>A house by the river, with a garden.</p>")), "ok"),
        # error pages served as success: two signs
        (response(NOT_FOUND), "soft_404"),
        (response(short("Seite nicht gefunden", "<p>" + "Wort " * 20 + "</p>")), "soft_404"),
        # notices that are no error pages: nothing is gone behind them
        (response(short("Site unavailable", "<p>This site is unavailable due to maintenance.</p>")), "server_error"),
        (response(short("Wartungsarbeiten", "<p>Wartung der Seite bis Mai.</p>")), "server_error"),
        (response(short("Maintenance of weirs", "<p>Each weir is cleaned in spring.</p>")), "ok"),
        (response(short("Content not available", "<p>It is not available in your country.</p>")), "access_denied"),
        (response(short("पृष्ठ उपलब्ध नहीं है", "<p>यह आपके देश में उपलब्ध नहीं है।</p>")), "access_denied"),
        (response(short("Weirs in your region", "<p>Each weir is cleaned in spring.</p>")), "ok"),
        (response(short("Gazette", "<h1>404</h1><p>The page you requested could not be found.</p>")), "soft_404"),
        (response(html("404 Not Found", f"<p>{PROSE}</p>", '<meta name=robots content="noindex">')), "soft_404"),
        (response(article("Page not found: a history of the missing page")), "ok"),
        (response(article("Why pages are not found")), "ok"),
        (response(html("Page not found", f"<h1>The art of losing</h1><p>{PROSE}</p>")), "ok"),
        # text that only a browser brings up
        (response(html("App", "<noscript>Please enable JavaScript.</noscript><div id=root></div><script src=a.js>")),
         "unrendered"),
        (response(html("App", "<div id='app'></div><script src=a.js></script>")), "unrendered"),
        (response(html("App", "<app-root></app-root><script src=a.js></script>")), "unrendered"),
        (response(html("App", "<noscript>Увімкніть JavaScript</noscript><p>Новини</p><script src=a.js></script>")),
         "unrendered"),
        (response(html("磨坊", f"<p>{'旱年里水坝被加高了一掌。' * 9}</p><script src=a></script><script src=b>")),
         "ok"),
        (response(html("App", "<p>Loading…</p><script src=a.js></script>")), "unrendered"),
        (response("<html><frameset><frame src=a><frame src=b></frameset></html>"), "unrendered"),
        (response(html("", "")), "unrendered"),
        (response("", 200), "unrendered"),
        (response("", 204), "unrendered"),
        # a box, and back: what the box says counts
        (response("<script>alert('페이지를 찾을 수 없습니다.');history.back();</script>"), "soft_404"),
        (response("<script>alert('Members only.');history.go(-1);</script>"), "unrendered"),
        (response("<script>alert('This offer has expired.');history.back();</script>"), "soft_404"),
        # and how long it is counts, too
        (response(f"<script>alert('{'The inn by the old bridge opens at noon. ' * 4}This offer has expired.');"
                  "history.back();</script>"), "unrendered"),
        # what may pass
        (Response(URL, 200, Headers((("Content-Type", "text/html"),)), b"<html><head>", complete=False), "unreachable"),
        (response(short(), 403), "access_denied"),
        (response(short(), 406), "access_denied"),
        (response(short(), 451), "access_denied"),
        (response(short(), 418), "access_denied"),
        (response(short(), 500), "server_error"),
        (response(short(), 503), "server_error"),
        (response(short(), 599), "server_error"),
        (response("", 700), "unreachable"),
    ],
)  # fmt: skip
def test_what_one_answer_comes_to(answer, outcome):
    found = come_to(answer)
    assert found.outcome.value == outcome, found.evidence
    assert found.evidence and all(found.evidence)


@pytest.mark.parametrize(
    ("answer", "urls", "outcome"),
    [
        (response(short("Sign in")), (URL, "https://site.example/login?next=%2F2019%2Frivers"), "access_wall"),
        (response(short()), (URL, "https://idp.example/saml2/sso?SAMLRequest=abc"), "access_wall"),
        (response(short()), (URL, "https://login.example/x?back=https://site.example/2019/rivers"), "access_wall"),
        (response(short()), (URL, "https://consent.site.example/m?continue=https://site.example/2019"), "access_wall"),
        (response(article("Login")), (URL, "https://site.example/login"), "ok"),
        (response(short()), (URL, "https://site.example/wartung.html"), "server_error"),
        (response(short()), (URL, "https://status.site.example/site-down"), "server_error"),
        (response(article("Maintenance")), (URL, "https://site.example/maintenance/"), "ok"),
        (response(short()), ("https://site.example/maintenance", "https://www.site.example/maintenance"), "ok"),
        (response(short()), (URL, "https://w.site.example/static/captcha/t.html?back=x"), "bot_wall"),
        (response(article("Captchas")), (URL, "https://site.example/captcha"), "ok"),
        (response(short()), ("https://site.example/captcha", "https://site.example/en/captcha"), "ok"),
        (response(article("In")), ("https://site.example/login?a=1", "https://site.example/login?next=/"), "ok"),
        (response(article("Home")), (URL, "https://site.example/404"), "soft_404"),
        (response(article("Home")), (URL, "https://site.example/error.aspx?aspxerrorpath=/2019/rivers"), "soft_404"),
        (response("", 200), (URL, "https://site.example/notfound.html"), "soft_404"),
        (response(article("The 404")), ("https://site.example/404", "https://www.site.example/404"), "ok"),
        (response(short("Buy it", "<p>site.example is for sale</p>")), (URL, "https://hugedomains.com/x"), "parked"),
        (response(short("Names", "<p>Buy this domain</p>")), (URL, "http://ww16.site.example/?s=a"), "parked"),
        (response(article("A market")), (URL, "https://www.hugedomains.com/x"), "ok"),
    ],
)  # fmt: skip
def test_an_answer_at_the_end_of_a_way(answer, urls, outcome):
    found = come_to(answer, *urls)
    assert found.outcome.value == outcome, found.evidence
    assert found.evidence[0].startswith("sent on once (302)")


def test_who_comes_back_to_the_cited_page_was_asked_in_passing():
    way = (URL, "https://sso.site.example/silent?return=https%3A%2F%2Fsite.example%2F2019%2Frivers", f"{URL}#part")
    assert come_to(response(article("Rivers")), *way).outcome.value == "ok"
    assert come_to(response(short("Sign in", LOGIN_FORM)), *way).outcome.value == "access_wall"
    assert come_to(response("", 404), *way).outcome.value == "access_wall"


@pytest.mark.parametrize(
    ("answer", "urls", "suspicious"),
    [
        (response(article("Rivers")), (URL,), False),
        (response(article("Rivers")), (URL, HOME), True),
        (response(article("Rivers")), (URL, "https://site.example/2019/"), True),
        (response(article("Rivers")), (URL, "https://site.example/archive/rivers"), False),
        (response(article("Rivers")), (HOME, "https://www.site.example/"), False),
        (response(article("Rivers", head="<link rel=canonical href='/'>")), (URL,), True),
        (response(article("Rivers", head="<meta property='og:url' content='/404'>")), (URL,), True),
        (response(article("Rivers")), ("https://site.example/rivers.pdf",), True),
        (response(article("Something else")), (URL,), True),
        (response(article("Something else")), ("https://site.example/2019/index.html",), False),
        (response(article("Реки и права", text="река " * 300)), (URL,), False),
        (response(html("Page not found", f"<h1>The art of losing</h1><p>Rivers. {PROSE}</p>")), (URL,), False),
        (response(html("Page not found", f"<h1>Rivers</h1><p>{'some words ' * 60}</p>")), (URL,), True),
    ],
)
def test_what_deserves_a_second_look(answer, urls, suspicious):
    found = come_to(answer, *urls)
    assert (found.suspicion is not None) is suspicious, found


def test_status_codes_in_words():
    assert (status_words(404), status_words(799)) == ("404 (not found)", "799")


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("86400", "answered 429 (too many requests), asking to be left alone for 86400 s"),
        ("soon", "answered 429 (too many requests), also after waiting"),
        (
            "Sun, 22 Nov 2026 18:00:00 GMT",
            "answered 429 (too many requests), asking to be left alone until Sun, 22 Nov 2026 18:00:00 GMT",
        ),
        (None, "answered 429 (too many requests), also after waiting"),
    ],
)
def test_a_throttled_link_tells_when_to_come_again(wanted: str | None, said: str) -> None:
    answer = response(short(), 429)
    pairs = (*answer.headers.pairs, *((("Retry-After", wanted),) if wanted else ()))
    asked = Response(URL, 429, Headers(pairs), answer.body, complete=True)
    assert come_to(asked).evidence == (said,)


def test_a_page_that_sends_its_readers_on_by_itself_shows_no_status() -> None:
    hops = (Hop(URL, 200),)
    answer = response(article("Rivers"))
    found = classify(Chain((URL, HOME), hops, Response(HOME, 200, answer.headers, answer.body, complete=True), None))
    assert found.evidence[0].startswith("sent on once (by the page itself)")
