"""Redirects of every kind: moves, detours, ways home, ways astray, loops, and addresses that must never be asked."""

from __future__ import annotations

from tests.web.behaviours import Answer, CookieGate, Redirect
from tests.web.model import Host, Page, Site, Truth
from tests.web.pages import page
from tests.web.sites.making import good, target, text, unclear

FERRY = "The ferry question: a history in six hearings"
TARIFF = "Tariffs on timber, 1951 to 1968"
QUARRY = "Report of the quarry commission"


def moved(url: str, title: str | None, why: str, behaviour: Redirect, **more: str) -> Page:
    """A page that lives elsewhere for good."""
    return Page(url, behaviour, Truth("moved", "fix", title, why, quote=more.get("quote")))


MOVED = (
    moved("https://moved301.example/ferry.html", FERRY, "301 to a new path", Redirect("/history/ferry", 301)),
    target("https://moved301.example/history/ferry", FERRY),
    moved("https://moved308.example/node/9", FERRY, "308 to a new path", Redirect("/archive/ferry", 308)),
    target("https://moved308.example/archive/ferry", FERRY),
    moved(
        "http://old-journal.test/tariffs",
        TARIFF,
        "301 to another host",
        Redirect("https://journal.test/vol3/tariffs", 301),
    ),
    target("https://journal.test/vol3/tariffs", "Tariffs on Timber, 1951–1968", site="The Journal"),
    moved("https://steps.example/a", QUARRY, "three permanent steps", Redirect("/b", 301)),
    Page("https://steps.example/b", Redirect("/c", 308)),
    Page("https://steps.example/c", Redirect("/quarry-commission", 301)),
    target("https://steps.example/quarry-commission", QUARRY),
    moved(
        "http://both.example/quarry.htm",
        QUARRY,
        "https and a new path",
        Redirect("https://both.example/quarry.htm", 301),
    ),
    Page("https://both.example/quarry.htm", Redirect("/reports/quarry", 301)),
    target("https://both.example/reports/quarry", QUARRY),
    moved("https://headed.example/p/12", QUARRY, "only the new page's heading names it", Redirect("/d/quarry", 301)),
    Page("https://headed.example/d/quarry", text("Documents", "headed", heading=QUARRY)),
    moved(
        "https://campaign.example/petition",
        "Keep the ferry",
        "to the home page, which is the cited page",
        Redirect("/", 301),
    ),
    target("https://campaign.example/", "Keep the ferry", suffix=False),
    moved(
        "https://quoted.example/speech/5",
        None,
        "no title, but the quoted words are on the new page",
        Redirect("/speeches/5-may", 301),
        quote="no harbour was ever built by silence alone",
    ),
    Page(
        "https://quoted.example/speeches/5-may",
        text("Speeches", "quoted", quote="He said that no harbour was ever built by silence alone, and sat down."),
    ),
)

STILL_FINE = (
    good("https://mixed.example/ferry", FERRY, "a permanent step, then a temporary one", Redirect("/x", 301)),
    Page("https://mixed.example/x", Redirect("/y", 302)),
    target("https://mixed.example/y", FERRY),
    good(
        "https://elsewhere-for-now.example/ferry",
        FERRY,
        "302 to another host",
        Redirect("https://mirror.example/ferry"),
    ),
    target("https://mirror.example/ferry", FERRY),
    good("https://untitled.example/n/8", None, "moved for good, but with nothing to match", Redirect("/n/eight", 301)),
    target("https://untitled.example/n/eight", "Number eight"),
    good("https://schemeless.example/a", FERRY, "Location without a scheme", Redirect("//mirror.example/ferry")),
    good("https://blank.example/a", FERRY, "a space in Location", Redirect("/the ferry", 302)),
    target("https://blank.example/the%20ferry", FERRY),
    good("https://rawbytes.example/a", FERRY, "raw UTF-8 in Location", Redirect("/fähre", 302)),
    target("https://rawbytes.example/fähre", FERRY),
    good("https://querying.example/a", FERRY, "Location is a query only", Redirect("?v=2", 302)),
    target("https://querying.example/a?v=2", FERRY),
    good("https://twenty.example/0", FERRY, "twenty hops", Redirect("/1")),
    *(Page(f"https://twenty.example/{n}", Redirect(f"/{n + 1}")) for n in range(1, 20)),
    target("https://twenty.example/20", FERRY),
    good(
        "https://refresh.example/ferry",
        FERRY,
        "a meta refresh to the page itself",
        Answer(
            page("Redirecting", "<p>Moving on.</p>", head='<meta http-equiv="refresh" content="0; url=/read/ferry">')
        ),
    ),
    target("https://refresh.example/read/ferry", FERRY),
    good(
        "https://guide.example/go?to=signin-guide",
        "How to sign in: a guide",
        "a detour to a page about signing in",
        Redirect("/signin-guide"),
    ),
    target("https://guide.example/signin-guide", "How to sign in: a guide"),
)

HOME = (
    unclear("redirected_home", "https://home302.example/2012/ferry", FERRY, "302 to the home page", Redirect("/")),
    unclear(
        "redirected_home", "https://home301.example/2012/ferry.html", FERRY, "301 to the home page", Redirect("/", 301)
    ),
    unclear(
        "redirected_home",
        "https://home-www.example/ferry",
        FERRY,
        "to the home page of www",
        Redirect("https://www.home-www.example/", 301),
    ),
    target("https://www.home-www.example/", "Home of www"),
    unclear(
        "redirected_home", "https://section.example/news/2012/05/ferry", FERRY, "to a mere section", Redirect("/news/")
    ),
    target("https://section.example/news/", "News"),
    unclear(
        "redirected_home", "https://locale.example/ferry", FERRY, "to the home page of a language", Redirect("/en/")
    ),
    target("https://locale.example/en/", "Welcome to our site"),
    unclear(
        "redirected_home",
        "https://refresh-home.example/ferry",
        FERRY,
        "a meta refresh to the home page",
        Answer(page("Moved", "<p>This way.</p>", head='<meta http-equiv="refresh" content="0;URL=\'/\'">')),
    ),
)

ELSEWHERE = (
    unclear(
        "redirected_elsewhere",
        "https://astray.example/ferry",
        FERRY,
        "to an unrelated article",
        Redirect("/shop/boots"),
    ),
    target("https://astray.example/shop/boots", "Winter boots on offer"),
    unclear(
        "redirected_elsewhere",
        "https://astray301.example/f/7",
        FERRY,
        "for good, to an unrelated page",
        Redirect("/about-us/our-team", 301),
    ),
    target("https://astray301.example/about-us/our-team", "Our team"),
    unclear(
        "redirected_elsewhere",
        "https://sold.example/tariffs",
        TARIFF,
        "another owner sends all visitors to a game",
        also=("redirected_home", "parked", "soft_404"),
        also_verdicts=("broken",),
    ),
    target("https://games.test/play", "Spin the wheel and win"),
)

LOOPS = (
    unclear("redirect_loop", "https://selfloop.example/a", FERRY, "to itself", Redirect("/a")),
    unclear("redirect_loop", "https://pingpong.example/a", FERRY, "two pages send to each other", Redirect("/b")),
    Page("https://pingpong.example/b", Redirect("/a")),
    unclear(
        "redirect_loop",
        "http://updown.example/a",
        FERRY,
        "http to https and back",
        Redirect("https://updown.example/a", 301),
    ),
    Page("https://updown.example/a", Redirect("http://updown.example/a", 301)),
    unclear("redirect_loop", "https://spiral.example/start", FERRY, "a new address each time, for ever"),
    unclear("redirect_loop", "https://twentyone.example/0", FERRY, "twenty-one hops", Redirect("/1")),
    *(Page(f"https://twentyone.example/{n}", Redirect(f"/{n + 1}")) for n in range(1, 21)),
    target("https://twentyone.example/21", FERRY),
    unclear(
        "redirect_loop",
        "https://stale-cookie.example/a",
        FERRY,
        "sets the same cookie again and again",
        CookieGate("never=2", Redirect("/a", 302, (("Set-Cookie", "seen=1; Path=/"),)), text(FERRY, "stale")),
    ),
)

FORBIDDEN_TARGETS = {
    "loopback.example": "http://127.0.0.1/",
    "metadata.example": "http://169.254.169.254/latest/meta-data/",
    "loopback6.example": "http://[::1]/",
    "private.example": "http://10.0.0.8:8080/console",
    "decimal.example": "http://2130706433/",
    "shortform.example": "http://127.1/",
    "mapped.example": "http://[::ffff:127.0.0.1]/",
    "file-scheme.example": "file:///etc/hostname",
    "mail-scheme.example": "mailto:someone@example.org",
    "script-scheme.example": "javascript:void(0)",
    "ftp-scheme.example": "ftp://files.example/a",
}
FORBIDDEN = (
    *(
        unclear("not_checkable", f"https://{host}/report", FERRY, f"leads to {where}", Redirect(where))
        for host, where in FORBIDDEN_TARGETS.items()
    ),
    unclear("not_checkable", "http://127.0.0.1/admin", None, "the citation itself names this machine"),
    unclear("not_checkable", "http://169.254.169.254/latest/", None, "the citation itself names the metadata service"),
    unclear("not_checkable", "http://[::1]:8080/", None, "the citation itself names this machine, in IPv6"),
    unclear("not_checkable", "http://192.168.1.1/setup", None, "a private address"),
    Page("ftp://files.example/pub/a.txt", None, Truth("not_checkable", "skipped", None, "a scheme nobody supports")),
)

UNUSABLE_LOCATIONS = {
    "halfhost.example": "http://[::1",
    "nohost.example": "https:///elsewhere",
    "spacehost.example": "http://not a host/",
    "badport.example": "https://mirror.example:99999/ferry",
}
UNUSABLE = (
    *(
        unclear("unreachable", f"https://{host}/report", FERRY, f"Location: {where!r}", Redirect(where, 301))
        for host, where in UNUSABLE_LOCATIONS.items()
    ),
    unclear(
        "unreachable",
        "https://emptyloc.example/report",
        FERRY,
        "an empty Location",
        Redirect("", 301),
        also=("redirect_loop",),
    ),
    unclear("unreachable", "https://noloc.example/report", FERRY, "a redirect without Location", Redirect(None, 302)),
    unclear("unreachable", "https://choices.example/report", FERRY, "300 without Location", Redirect(None, 300)),
    unclear("unreachable", "https://unasked304.example/report", FERRY, "304 that nobody asked for", Answer("", 304)),
)

SITE = Site(
    hosts=(
        Host("sold.example", missing=Redirect("https://games.test/play", 301)),
        Host("spiral.example", missing=Redirect("/turn/{{token}}")),
    ),
    pages=(*MOVED, *STILL_FINE, *HOME, *ELSEWHERE, *LOOPS, *FORBIDDEN, *UNUSABLE),
)
