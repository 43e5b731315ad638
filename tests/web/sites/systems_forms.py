"""Twenty systems, part five: moves and redirects away, odd forms of what is fine, servers in trouble."""

from __future__ import annotations

import gzip
import json

from tests.web.behaviours import Answer, Close, Drip, Raw, Redirect, Reset, Silent
from tests.web.model import Host, Page, Truth
from tests.web.pages import pdf, wrapped
from tests.web.prose import paragraphs
from tests.web.sites.dressing import told
from tests.web.sites.making import good, unclear
from tests.web.sites.systems_dress import look, text


def whole(kind: str, title: str, language: str, site: str, quote: str = "", **more: object) -> Answer:
    """A whole article as an answer."""
    return Answer(look(kind, title, language, site, text(title, language, site, quote=quote)), **more)  # type: ignore[arg-type]


def _hop(outcome: str, url: str, title: str | None, why: str, where: str, status: int, there: Answer, quote: str = "",
         also: tuple[str, ...] = ()) -> tuple[Page, Page]:  # fmt: skip
    """A redirect, and the page where it leads."""
    verdict = {"moved": "fix", "ok": "ok"}.get(outcome, "review")
    target = where if where.startswith("http") else f"https://{url.split('/')[2]}{where}"
    truth = Truth(outcome, verdict, title, why, quote=quote or None, also=also)
    return Page(url, Redirect(where, status), truth), Page(target, there)


def _front(kind: str, language: str, site: str) -> Answer:
    return Answer(look(kind, "", language, site, f"<h1>{site}</h1>{told(language, site + 'front', 4)}"))


MOVES = (
    *_hop("moved", "https://old-slug-18.example/index.php?id=411", "Deichbuch von 1911", "an id became an address",
        "/archiv/deichbuch-1911", 301, whole("typo3", "Deichbuch von 1911", "de", "Archiv")),
    *_hop("moved", "https://moved-ja-18.test/old/181.html", "港の百年史", "to another host",
        "https://minato-new.example/history/100", 308, whole("press", "港の百年史", "ja", "港史")),
    *_hop("moved", "https://moved-he-18.example/art.asp?x=18", "המגדלור הישן", "an old address in Hebrew",
        "/articles/old-lighthouse", 301, whole("paper", "המגדלור הישן", "he", "עיתון")),
    *_hop("moved", "https://moved-pdf-18.test/files/a18.pdf", "Survey of the Aveley locks",
        "a PDF in another folder", "/media/2021/a18-final.pdf", 301, Answer(pdf("Survey of the Aveley locks",
        wrapped(" ".join(paragraphs("aveley")))), content_type="application/pdf")),
    *_hop("moved", "https://moved-quote-18.example/n/18", None, "only the quotation can tell",
        "/noticias/2016/farol", 301, whole("drupal", "O farol", "pt", "Cais",
        "o faroleiro apagou a luz e deixou a chave na porta"), "o faroleiro apagou a luz e deixou a chave na porta"),
    *_hop("ok", "https://temp-18.test/go/18", "Реестр паромов", "a temporary redirect to the page",
        "/registry/view?s=8f2", 302, whole("gov", "Реестр паромов", "ru", "Реестр")),
    *_hop("ok", "https://lang-18.example/tides", "Tide rules of the harbour", "to the reader's language",
        "/en/tides", 302, whole("drupal", "Tide rules of the harbour", "en", "Harbour")),
    *_hop("ok", "https://untitled-18.test/a/18", None, "moved, with nothing to match", "/b/eighteen", 301, whole(
        "gov", "Kanalordning", "sv", "Kanalen")),
)  # fmt: skip
HOMES = (
    *_hop("redirected_home", "https://to-home-18.example/2014/06/report", "Report on herring", "to the home page",
        "/", 301, _front("press", "en", "Herring Trust")),
    *_hop("redirected_home", "https://to-lang-home-18.test/etudes/18", "Étude des marées", "to the French home page",
        "/fr/", 302, _front("typo3", "fr", "Marées")),
    *_hop("redirected_home", "https://to-section-18.example/novosti/2015/18", "Новый шлюз открыт",
        "to the news section", "/novosti/", 301, _front("paper", "ru", "Новости шлюза")),
    *_hop("redirected_home", "https://to-www-18.test/pub/18.aspx", "دليل الموانئ", "to the new site's home",
        "https://www.to-www-18.test/default.aspx", 301, _front("sharepoint", "ar", "هيئة الموانئ")),
    Page("https://refresh-home-18.example/art/18", Answer('<html><head><meta http-equiv="refresh" content="0; '
        'url=/"><title></title></head></html>'), Truth("redirected_home", "review", "Ο φάρος",
        "a refresh to the home page")),
    Page("https://refresh-home-18.example/", _front("joomla", "el", "Φάροι")),
    Page("https://script-home-18.test/p/18", Answer(
        "<html><head><script>window.location.replace('/')</script></head><body></body></html>"), Truth(
        "redirected_home", "review", "등대 이야기", "a script to the home page", also=("unrendered",))),
    Page("https://script-home-18.test/", _front("press", "ko", "등대")),
)  # fmt: skip
AWAY = (
    *_hop("redirected_elsewhere", "https://other-18.example/a/18", "The eel census", "to another story",
        "/a/99-bridges", 301, whole("paper", "Ninety-nine bridges", "en", "Quay")),
    *_hop("redirected_elsewhere", "https://edition-18.test/annual-report-2009", "Annual report of the pilots 2009",
        "to a later edition", "/reports/2024/annual-report-2024", 302, whole("gov",
        "Annual report of the pilots 2024", "en", "Pilots")),
    *_hop("redirected_elsewhere", "https://tongue-18.example/hi/bandargah", "बंदरगाह का इतिहास",
        "to English, another text", "/en/overview", 302, whole("gov", "Overview of services", "en", "Port")),
    *_hop("redirected_elsewhere", "https://searching-18.test/doc/weir-18", "Weir protocol of Mirebeau",
        "to a search", "/search?q=doc+weir-18", 302, Answer(look("ckan", "Search", "en", "Data",
        "<h1>1,204 datasets found</h1>" + told("en", "hits", 3))), also=("soft_404", "redirected_home")),
    *_hop("redirected_elsewhere", "https://casino-led-18.example/raport/18", "Raport o śluzach",
        "the name is another's now", "https://spin-18.test/bonus", 301, Answer(look("press",
        "Kasyno online – bonus bez depozytu", "pl", "Spin", "<h1>Kasyno online</h1>" + told("pl", "spin", 4))),
        also=("parked", "soft_404")),
)  # fmt: skip


def _legacy(url: str, title: str, language: str, coding: str, declared: str, meta: str, why: str) -> Page:
    """A page in an old coding; what the header says, and what the page says of itself."""
    page = look("nineties", title, language, "", text(title, language)).replace('<meta charset="utf-8">', meta)
    kind = f"text/html; charset={declared}" if declared else "text/html"
    return good(url, title, why, Answer(page.encode(coding, "xmlcharrefreplace"), content_type=kind))


CODINGS = (
    _legacy("https://sjis-18.example/tou.html", "灯台の話", "ja", "shift_jis", "",
        '<META http-equiv=Content-Type content="text/html; charset=x-sjis">', "only the page tells its coding"),
    _legacy("https://euckr-18.test/l.htm", "등대의 역사", "ko", "euc-kr", "ks_c_5601-1987", "",
        "an old name for the coding"),
    _legacy("https://gbk-18.example/s.html", "港口志", "zh", "gbk", "gb2312", "", "more than it declares"),
    _legacy("https://win1255-18.test/n.html", "תולדות הנמל", "he", "cp1255", "", '<meta charset="windows-1255">',
        "only the page tells"),
    _legacy("https://win1256-18.example/m.html", "تاريخ الميناء", "ar", "cp1256", "windows-1256", "",
        "in the header"),
    _legacy("https://koi-18.test/m.html", "История маяка", "ru", "koi8-r", "koi8-r", '<meta charset="windows-1251">',
        "the header is right, the page wrong"),
    _legacy("https://tis-18.example/t.html", "ประวัติท่าเรือ", "th", "tis-620", "",
        "<meta http-equiv='content-type' content='text/html; charset=tis-620'>", "Thai of old"),
    _legacy("https://greek-18.test/f.html", "Ιστορία του φάρου", "el", "iso8859_7", "iso-8859-7", "",
        "Greek of old"),
)  # fmt: skip
LETTER = "\n\n".join(
    ("From: the weir board\nTo: the ministry\nSubject: Letter on the closed weirs", *paragraphs("letter-18"))
)
RECORD = json.dumps(
    {
        "id": 18,
        "title": "Lamps of the northern quay",
        "abstract": paragraphs("lamps")[0],
        "deleted": False,
        "error": None,
    }
)
FEED = ('<?xml version="1.0"?><rss version="2.0"><channel><title>Bulletin of the lock keepers</title>' + "".join(
    f"<item><title>No. {n}</title><description>{paragraphs(str(n))[0]}</description></item>" for n in range(6))
    + "</channel></rss>")  # fmt: skip
UN_PDF = pdf("S/2016/418: Letter on the weirs of Dolna", wrapped(" ".join(paragraphs("un-18"))))
FRAMES = (
    '<html><head><title>Chronicle of Port Elwen</title></head><frameset cols="20%,80%"><frame src="/menu.htm"><frame '
    'src="/main.htm"></frameset></html>'
)
LIVE = look(
    "paper",
    "Live: the weir vote",
    "en",
    "Quay",
    text("Live: the weir vote", "en"),
    '<meta http-equiv="refresh" content="300">',
)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
SAVED = (("Content-Disposition", 'attachment; filename="w18.csv.gz"'),)
CSV = b"station,level\n" + b"".join(b"%d,%d\n" % (n, n * 7) for n in range(500))
FORMS = (
    good("https://plain-letter-18.example/letter.txt", "Letter on the closed weirs", "a letter in plain text",
        Answer(LETTER, content_type="text/plain")),
    good("https://json-18.test/api/items/18", "Lamps of the northern quay", "a record as JSON", Answer(RECORD,
        content_type="application/json")),
    good("https://feed-18.example/rss.xml", "Bulletin of the lock keepers", "a feed", Answer(FEED,
        content_type="application/rss+xml")),
    good("https://undocs-18.test/en/S/2016/418", "Letter on the weirs of Dolna",
        "a document of many nations, as PDF", Answer(UN_PDF, content_type="application/pdf")),
    good("https://octet-18.example/dl?id=18", "Survey of Norrby", "a PDF to be saved", Answer(pdf("Survey of Norrby",
        ["One page."]), headers=(("Content-Disposition", 'attachment; filename="n.pdf"'),),
        content_type="application/octet-stream")),
    good("https://csvgz-18.test/w18.csv.gz", "Water levels", "packed data to be saved", Answer(gzip.compress(CSV,
        mtime=0), headers=SAVED, content_type="application/gzip")),
    good("https://image-18.example/map.png", "Map of the quay", "a picture", Answer(PNG, content_type="image/png")),
    good("https://svg-18.test/plan.svg", "Plan of the lock", "a drawing", Answer(
        '<svg xmlns="http://www.w3.org/2000/svg"><title>Plan of the lock</title><path d="M0 0"/></svg>',
        content_type="image/svg+xml")),
    good("https://tiny-18.example/s", "We object", "a page of one line", Answer(
        "<title>We object</title><h1>We object</h1><p>The board has not heard us.</p>")),
    good("https://huge-18.test/all", "All minutes, 1900 to 1999", "three megabytes", whole("nineties",
        "All minutes, 1900 to 1999", "en", "Minutes", pad=3_000_000)),
    good("https://slow-18.example/s", "The slow page", "two seconds", whole("wiki", "The slow page", "en", "Slow",
        delay=2.0)),
    good("https://live-18.test/v", "Live: the weir vote", "refreshes itself", Answer(LIVE)),
    good("https://status-203.example/a", "Kanava ja kylä", "203", whole("drupal", "Kanava ja kylä", "fi", "Kylä",
        status=203)),
    good("https://status-206.test/a", "Kanal i selo", "206 unasked", whole("press", "Kanal i selo", "en", "Selo",
        status=206)),
    good("https://status-202.example/a", "Kênh và làng", "202 with the whole page", whole("press", "Kênh và làng",
        "vi", "Làng", status=202)),
    good("https://nocontenttype-18.test/a", "Locks without a label", "no content type", whole("nineties",
        "Locks without a label", "en", "Locks", content_type=None)),
    good("https://head-405.example/a", "Šluz a obec", "chunked, to the end of the connection", whole("typo3",
        "Šluz a obec", "cs", "Obec", framing="close")),
    Page("https://frames-18.test/", Answer(FRAMES), Truth("ok", "ok", "Chronicle of Port Elwen",
        "frames, as pages were made once", also=("unrendered",), also_verdicts=("review",))),
    Page("https://frames-18.test/main.htm", whole("bare", "Chronicle", "en", "Port Elwen")),
    Page("https://frames-18.test/menu.htm", Answer("<a href='main.htm'>Chronicle</a>")),
    Page("https://pdf-as-html.example/r18.pdf", Answer(UN_PDF, content_type="text/html"), Truth("ok", "ok",
        "Letter on the weirs of Dolna", "a PDF that calls itself HTML", also=("unrendered",), also_verdicts=(
        "review",))),
    Page("https://packed-unsaid.test/a", Answer(gzip.compress(LIVE.encode(), mtime=0)), Truth("unrendered", "review",
        "Live: the weir vote", "packed, and the header does not say so: signs without sense", also=("ok",
        "unreachable"), also_verdicts=("ok",))),
    unclear("server_error", "https://rest-pl-18.example/a", "Kronika śluzy", "maintenance with 200", Answer(look(
        "bare", "Przerwa techniczna", "pl", "", "<h1>Przerwa techniczna</h1><p>Trwają prace serwisowe. Zapraszamy "
        "za kilka godzin.</p>")), also=("unrendered", "access_denied")),
    unclear("server_error", "https://suspended-18.test/a", "Notes of a pilot", "the host has shut the account",
        Answer(look("bare", "Account Suspended", "en", "", "<h1>This Account has been suspended.</h1><p>Contact "
        "your hosting provider for more information.</p>")), also=("access_denied", "unrendered")),
    unclear("server_error", "https://database-18.example/a", "Notes of a keeper", "no database, 200", Answer(
        "<h1>Error establishing a database connection</h1>"), also=("unrendered",)),
)  # fmt: skip
TROUBLE = (
    *(unclear("server_error", f"https://trouble-{status}.example/a", f"Report {status}", f"{status}", Answer(
        f"<html><head><title>{status}</title></head><body><h1>error code: {code}</h1></body></html>", status)) for
        status, code in ((500, "500"), (502, "bad gateway"), (503, "backend fetch failed"), (504,
        "gateway time-out"), (520, "520"), (521, "web server is down"), (522, "522"), (523, "origin is unreachable"),
        (524, "524"), (525, "SSL handshake failed"), (526, "invalid SSL certificate"), (530, "1016"))),
    *(unclear("tls_error", f"https://tls-{kind.replace('_', '-')}-18.test/a", "Report on seals", kind) for kind in (
        "expired", "self_signed", "wrong_host", "unknown_authority")),
    unclear("redirect_loop", "https://loop-self-18.example/a", "Report on loops", "to itself", Redirect("/a", 301)),
    unclear("redirect_loop", "https://loop-two-18.test/a", "Report on rings", "there and back", Redirect("/b")),
    Page("https://loop-two-18.test/b", Redirect("/a")),
    unclear("redirect_loop", "https://loop-grow-18.example/a", None, "ever new", Redirect("/a?n={{token}}")),
    Page("https://loop-www-18.test/a", Redirect("https://www.loop-www-18.test/a", 301), Truth("redirect_loop",
        "review", "Report on tides", "www and back")),
    Page("https://www.loop-www-18.test/a", Redirect("https://loop-www-18.test/a", 301)),
    unclear("unreachable", "https://choices-18.example/a", "Report on forks", "300 without a place", Answer(
        "<ul><li><a href='a.en.html'>en</a></ul>", 300)),
    unclear("unreachable", "https://same-18.test/a", "Report on calm", "304 unasked", Answer("", 304)),
    unclear("unreachable", "https://nowhere-18.example/a", "Report on fog", "302 without a place", Redirect(None)),
    unclear("unreachable", "https://reset-18.test/a", "Report on surf", "reset", Reset()),
    unclear("unreachable", "https://mute-close-18.example/a", "Report on wake", "closed without a word", Close()),
    unclear("unreachable", "http://gopher-18.test/a", None, "no HTTP", Raw(b"iWelcome\tfake\t(NULL)\t0\r\n")),
    unclear("unreachable", "https://servfail-18.example/a", "Report on names", "the name servers fail"),
    unclear("timeout", "https://silent-18.test/a", "Report on silence", "no answer", Silent()),
    unclear("timeout", "https://drip-18.example/a", "Report on drops", "a byte at a time", Drip()),
    unclear("timeout", "https://half-18.test/a", None, "silence in the middle", Silent("half")),
    unclear("timeout", "https://deaf-18.example/a", "Report on deafness", "no connection"),
    unclear("not_checkable", "http://192.168.18.1/report", "Report within", "a private address"),
    unclear("not_checkable", "https://to-metadata-18.test/a", "Report of clouds", "to a metadata service", Redirect(
        "http://169.254.169.254/latest/meta-data/")),
    unclear("not_checkable", "https://to-local-18.example/a", "Report at home", "to this machine", Redirect(
        "http://localhost:8080/a", 301)),
    unclear("not_checkable", "https://to-file-18.test/a", None, "to a file", Redirect("file:///srv/a.html")),
    Page("ftp://ftp-18.example/pub/tides.txt", None, Truth("not_checkable", "skipped", "Tides", "ftp")),
)  # fmt: skip
HOSTS = (
    Host("loop-grow-18.example", missing=Redirect("/a?n={{token}}")),
    Host("servfail-18.example", network="servfail"),
    Host("deaf-18.example", network="silent_connect"),
    *(Host(f"tls-{kind.replace('_', '-')}-18.test", tls=kind) for kind in ("expired", "self_signed", "wrong_host",
        "unknown_authority")),
)  # fmt: skip
PAGES: tuple[Page, ...] = (*MOVES, *HOMES, *AWAY, *CODINGS, *FORMS, *TROUBLE)
