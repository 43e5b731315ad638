"""Pages that are what they say, made in every way that pages are made; many look like trouble and are none."""

from __future__ import annotations

from tests.web.behaviours import Answer, ByMethod, CookieGate, RateLimit, Raw, Redirect, Sequence
from tests.web.model import Host, Page, Site, Truth
from tests.web.pages import article, error_page, pdf, shell, styled_error, wrapped
from tests.web.prose import paragraphs
from tests.web.sites.making import good, target, text

PLAIN = "text/plain; charset=utf-8"
RIVER = "The river register of Norrby"
WELLS = "Wells and springs: a list"
MINUTES = "Minutes of the spring assembly"
KIOSK = "The last kiosk on Station Road"


def _encoded(title: str, url: str, charset: str, language: str) -> bytes:
    made = article(title, seed=url, language=language).replace("utf-8", charset)
    return made.encode(charset, "xmlcharrefreplace")


ENCODINGS = (
    good(
        "https://archiv.haldenau.example/berichte/grenzpfaehle.html",
        "Die Grenzpfähle von Haldenau",
        "German in ISO-8859-1, told by the header",
        Answer(
            _encoded("Die Grenzpfähle von Haldenau", "a", "iso-8859-1", "de"),
            content_type="text/html; charset=iso-8859-1",
        ),
    ),
    good(
        "http://letopis.dolna.example/glava/7",
        "Летопись города Дольна",
        "Russian in windows-1251, told only by the meta element",
        Answer(_encoded("Летопись города Дольна", "b", "windows-1251", "ru"), content_type="text/html"),
    ),
    good(
        "https://kawabe.example/kiroku/12",
        "川辺町の記録",
        "Japanese in Shift_JIS",
        Answer(
            _encoded("川辺町の記録", "c", "shift_jis", "ja"),
            content_type="text/html; charset=Shift_JIS",
        ),
    ),
    good(
        "https://zeitung-für-alle.example/lokales/brücke",
        "Die alte Brücke wird Museum",
        "an internationalised host and path",
        None,
        language="de",
    ),
    good("https://wikaya.example/taqrir/2021", "تقرير عن الأحوال في المخيم", "Arabic", None, language="ar"),
    good("https://guancha.example/2021/04/baogao.html", "关于边界问题的报告", "Chinese", None, language="zh"),
    good(
        "https://hansard.example/1951/sitting?col=12&part=2#c14",
        "Sitting of 4 May 1951 & after",
        "an entity in the title, a query and a fragment",
    ),
)

KINDS = (
    good(
        "https://papers.example/tr/2021-07.pdf",
        WELLS,
        "a PDF",
        Answer(pdf(WELLS, wrapped(" ".join(paragraphs(WELLS)))), content_type="application/pdf"),
    ),
    good(
        "https://papers.example/download?id=88",
        WELLS,
        "a PDF sent as an unnamed download",
        Answer(
            pdf(WELLS, wrapped(" ".join(paragraphs(WELLS)))),
            content_type="application/octet-stream",
            headers=(("Content-Disposition", "attachment; filename*=UTF-8''wells.pdf"),),
        ),
    ),
    good(
        "http://plain.example/rfc/draft-07.txt",
        None,
        "plain text",
        Answer("\n\n".join(paragraphs("draft-07")), content_type=PLAIN),
    ),
    good(
        "https://data.example/series/14.csv",
        None,
        "a table",
        Answer("year,count\n" + "".join(f"{y},{y % 97}\n" for y in range(1951, 2021)), content_type="text/csv"),
    ),
    good(
        "https://data.example/series/14.json", None, "JSON", Answer('{"series": 14}', content_type="application/json")
    ),
    good(
        "https://pictures.example/plate-9.png",
        None,
        "a picture",
        Answer(b"\x89PNG\r\n\x1a\n" + bytes(400), content_type="image/png"),
    ),
    good(
        "https://nolabel.example/essay",
        "An essay without a label",
        "no Content-Type at all",
        Answer(article("An essay without a label", seed="nolabel"), content_type=None),
    ),
    good(
        "https://xhtml.example/acts/3",
        "Acts of the third session",
        "XHTML",
        Answer(
            '<?xml version="1.0"?>' + article("Acts of the third session", seed="acts"),
            content_type="application/xhtml+xml",
        ),
    ),
)

TRANSPORT = (
    good("https://gzip.example/a", RIVER, "gzip", Answer(article(RIVER, seed="g"), coding="gzip")),
    good("https://deflate.example/a", RIVER, "deflate", Answer(article(RIVER, seed="d"), coding="deflate")),
    good("https://chunked.example/a", MINUTES, "chunked", Answer(article(MINUTES, seed="c"), framing="chunked")),
    good(
        "http://close.example/a",
        MINUTES,
        "ends with the connection",
        Answer(article(MINUTES, seed="x"), framing="close"),
    ),
    good("https://big.example/volume", "The whole volume", "5 MB", Answer(article("The whole volume"), pad=5_000_000)),
    good("https://late.example/title", "Slow but fine", "after a second", Answer(article("Slow but fine"), delay=1.0)),
    good(
        "https://brotli.example/a",
        None,
        "brotli although nobody offered to read it",
        Answer(article(KIOSK, seed="br"), coding="br"),
    ),
    good(
        "http://hints.example/a",
        KIOSK,
        "an interim response before the answer",
        Raw(
            b"HTTP/1.1 103 Early Hints\r\nLink: </s.css>; rel=preload\r\n\r\nHTTP/1.1 200 OK\r\n"
            b"Content-Type: text/html; charset=utf-8\r\nConnection: close\r\n\r\n" + article(KIOSK, seed="h").encode()
        ),
    ),
    good(
        "https://getonly.example/a",
        KIOSK,
        "refuses HEAD with 405",
        ByMethod(Answer("", 405, (("Allow", "GET"),)), text(KIOSK, "getonly")),
    ),
    good(
        "https://headless.example/a",
        KIOSK,
        "answers HEAD with 404, by mistake",
        ByMethod(Answer("", 404), text(KIOSK, "headless")),
    ),
    good("http://port.example:8080/list", WELLS, "a port of its own"),
    good("https://203.example/a", WELLS, "status 203", Answer(article(WELLS, seed="203"), 203)),
    good(
        "https://noreason.example/a",
        WELLS,
        "a status line without a reason",
        Answer(article(WELLS, seed="nr"), reason=""),
    ),
)

RECOVERING = (
    good(
        "https://busy.example/report",
        "A busy report",
        "503 once, then fine",
        Sequence((Answer(error_page("503", "Back soon"), 503), text("A busy report", "busy"))),
    ),
    good(
        "https://hiccup.example/report",
        "Two hiccups",
        "502 and 500, then fine",
        Sequence((Answer("", 502), Answer("", 500), text("Two hiccups", "hiccup"))),
    ),
    good(
        "https://polite.example/a",
        "Patience pays",
        "429 with Retry-After: 1, then fine for who waited",
        RateLimit(text("Patience pays", "polite"), 0.95, "1"),
    ),
    good(
        "https://unsaid.example/a",
        "Nobody said how long",
        "429 without Retry-After, then fine",
        Sequence((Answer("", 429), text("Nobody said how long", "unsaid"))),
    ),
)

HARMLESS_HOPS = (
    good(
        "https://consent-cookie.example/a",
        "Behind a cookie",
        "sets a cookie, comes back to the same URL, then answers",
        CookieGate(
            "seen=1",
            Redirect("/a", 302, (("Set-Cookie", "seen=1; Path=/"),)),
            text("Behind a cookie", "cookie"),
        ),
    ),
    good("http://upgrade.example/minutes", MINUTES, "http to https", Redirect("https://upgrade.example/minutes", 301)),
    target("https://upgrade.example/minutes", MINUTES),
    good("https://apex.example/minutes", MINUTES, "www added", Redirect("https://www.apex.example/minutes", 301)),
    target("https://www.apex.example/minutes", MINUTES),
    good("https://slash.example/minutes", MINUTES, "a slash added", Redirect("/minutes/", 301)),
    target("https://slash.example/minutes/", MINUTES),
    good("https://temp.example/minutes", MINUTES, "a temporary redirect", Redirect("/cache/7/minutes", 302)),
    target("https://temp.example/cache/7/minutes", MINUTES),
    good("https://polyglot.example/charter", "The charter", "a language is chosen", Redirect("/en/charter", 307)),
    target("https://polyglot.example/en/charter", "The charter"),
)

LOOKALIKES = (
    good(
        "https://essays.example/page-not-found",
        "Page not found: a short history of a dead end",
        "an essay about missing pages",
    ),
    good(
        "https://httpwiki.example/wiki/HTTP_404",
        "HTTP 404",
        "an encyclopaedia's article on the status code",
        text("HTTP 404", "wiki", quote="A server sends “404 Not Found” when it has no page of that name."),
    ),
    good(
        "https://everything.example/real/report",
        "The real report",
        "a host that answers 200 to every path; this page is real",
        text("The real report", "everything"),
    ),
    good(
        "https://corner.example/a",
        RIVER,
        "a sign-in form in the corner of a good page",
        text(RIVER, "corner", before='<form action="/login"><input name="u"><input type="password" name="p"></form>'),
    ),
    good(
        "https://banner.example/a",
        RIVER,
        "a cookie banner over a good page",
        text(RIVER, "banner", after='<div id="cookie-consent">We use cookies. <button>Accept all</button></div>'),
    ),
    good(
        "https://reader.example/login-systems-explained",
        "Login systems explained",
        "a path that speaks of logging in",
    ),
    good(
        "https://scripted.example/a",
        KIOSK,
        "many scripts and a noscript hint, and yet the text is there",
        text(KIOSK, "scripted", before="<noscript>Please enable JavaScript.</noscript><div id='root'></div>"),
    ),
    good(
        "https://names.example/buying-a-domain",
        "What happens when this domain is for sale",
        "an article about parked domains",
    ),
)

SITE = Site(
    hosts=(
        Host("everything.example", missing=Answer(styled_error("Everything", "Welcome. {{path}}"), fresh=True)),
        Host("scripted.example", missing=Answer(shell("Not here"), 404)),
    ),
    pages=ENCODINGS
    + KINDS
    + TRANSPORT
    + RECOVERING
    + HARMLESS_HOPS
    + LOOKALIKES
    + (
        Page(
            "https://truths.example/latin1/Falk%F6ping",
            text("Falköping", "falk", language="de"),
            Truth("ok", "ok", "Falköping", "a path in Latin-1 bytes, which must survive"),
        ),
    ),
)
