"""Moves and ways astray, loops, certificates, names and lines that fail.

Written blind: before any rule was read or tried on it.
"""

from __future__ import annotations

from tests.web.behaviours import Answer, Behaviour, Close, Drip, Pairs, Raw, Redirect, Reset, Silent
from tests.web.model import Host, Network, Page, Site, Tls, Truth
from tests.web.sites.dressing import bare, blog, news, office, story
from tests.web.sites.making import gone, good, unclear

QUARRY = "The quarry that became a lake"
DE, FR = "Der Steinbruch, der ein See wurde", "La carrière devenue lac"
ES, IT = "La cantera que se hizo lago", "La cava diventata lago"


def told(title: str, language: str, site: str = "Quarry Post", **more: str) -> Answer:
    """The whole story under that title, in a paper's dress."""
    return Answer(news(title, language, site, story(title, language, **more)))


def front(language: str, site: str) -> Answer:
    """A home page: the site's name for a title, and many stories."""
    return Answer(news("", language, site, "<h1>" + site + "</h1>" + story(site, language, count=3), og=False))


def moved(url: str, title: str | None, why: str, behaviour: Redirect, quote: str | None = None) -> Page:
    """A page that has gone to another address for good, and is the same page there."""
    return Page(url, behaviour, Truth("moved", "fix", title, why, quote=quote))


def astray(outcome: str, url: str, title: str, why: str, behaviour: Behaviour, **more: tuple[str, ...]) -> Page:
    """A page that leads elsewhere now."""
    return unclear(outcome, url, title, why, behaviour, **more)


DRAINED = "The pumps were switched off on a Sunday and never started again"
MOVED = (
    moved("https://steinbruch-blatt.example/2014/see.php?id=77", DE, "301 to a new path, German",
        Redirect("/region/steinbruch-see-77", 301)),
    Page("https://steinbruch-blatt.example/region/steinbruch-see-77", told(DE, "de", "Steinbruchblatt")),
    moved("https://stadt-haldenau.test/see", DE, "308 to a new name of the same town", Redirect("https://"
        "haldenau-stadt.example/umwelt/see/", 308)),
    Page("https://haldenau-stadt.example/umwelt/see/", Answer(office(DE, "de", "Stadt Haldenau", story(DE, "de")))),
    moved("http://carriere-lac.test/article.php3?id_article=18", FR, "http, https, www and then a new path, French",
          Redirect("https://carriere-lac.test/article.php3?id_article=18", 301)),
    Page("https://carriere-lac.test/article.php3?id_article=18", Redirect("https://www.carriere-lac.test/"
        "article.php3?id_article=18", 301)),
    Page("https://www.carriere-lac.test/article.php3?id_article=18", Redirect("https://www.carriere-lac.test/nature/"
        "la-carriere", 301)),
    Page("https://www.carriere-lac.test/nature/la-carriere", told(FR, "fr", "Le Rivage")),
    moved("https://cava-lago.example/node/412", IT, "a number becomes words, Italian", Redirect("/it/storie/la-cava",
        301)),
    Page("https://cava-lago.example/it/storie/la-cava", told(IT, "it", "La Sponda")),
    moved("https://karier-ozero.test/18", "Карьер, ставший озером", "to a Cyrillic address sent raw, Russian",
          Redirect("/природа/карьер-озеро", 301)),
    Page("https://karier-ozero.test/природа/карьер-озеро", told("Карьер, ставший озером", "ru", "Береговая газета")),
    moved("https://ishikiriba.example/a.html", "石切場が湖になるまで", "301, Japanese, the title has grown",
        Redirect("/kiji/a", 301)),
    Page("https://ishikiriba.example/kiji/a", told("石切場が湖になるまで（前編）", "ja", "岸辺新聞")),
    moved("https://only-a-quote.test/a/18", None, "only the quotation tells it is the same", Redirect("/stories/18",
        308), DRAINED),
    Page("https://only-a-quote.test/stories/18", told("When the pumps stopped", "en", quote=DRAINED + ".")),
    moved("https://gol-ocak.example/haber/18", "Göle dönüşen taş ocağı", "in two permanent hops, Turkish",
        Redirect("/news/18", 301)),
    Page("https://gol-ocak.example/news/18", Redirect("/yerel/gole-donusen-tas-ocagi-18", 308)),
    Page("https://gol-ocak.example/yerel/gole-donusen-tas-ocagi-18", told("Göle dönüşen taş ocağı", "tr",
        "Kıyı Postası")),
)  # fmt: skip
HARMLESS = (
    good("http://kamenolom.test/jezero", "Lom, z něhož je jezero", "http to https, Czech",
        Redirect("https://kamenolom.test/jezero", 301)),
    Page("https://kamenolom.test/jezero", told("Lom, z něhož je jezero", "cs", "Břeh")),
    good("https://limnyi.example/lake", "Το λατομείο που έγινε λίμνη", "to www, Greek", Redirect("https://"
        "www.limnyi.example/lake", 301)),
    Page("https://www.limnyi.example/lake", told("Το λατομείο που έγινε λίμνη", "el", "Η Ακτή")),
    good("https://slash.kofejo.test/tó", "A tóvá lett kőfejtő", "a slash is added, accents in the address, Hungarian",
         Redirect("https://slash.kofejo.test/t%C3%B3/", 301)),
    Page("https://slash.kofejo.test/tó/", told("A tóvá lett kőfejtő", "hu", "Part")),
    good("https://temp-302.example/a/18", QUARRY, "302 to another address of the day", Redirect("/today/a-18", 302)),
    Page("https://temp-302.example/today/a-18", told(QUARRY, "en")),
    good("https://temp-307.test/a/18", ES, "307 to a mirror, Spanish", Redirect("https://mirror2.temp-307.test/a/18",
        307)),
    Page("https://mirror2.temp-307.test/a/18", told(ES, "es", "La Orilla")),
    good("https://short-link.example/3xQ", QUARRY, "a short address, 302", Redirect("https://quarry-post.test/2020/"
        "lake", 302)),
    Page("https://quarry-post.test/2020/lake", told(QUARRY, "en")),
    good("https://refresh-to.test/a/18", "Kamieniołom, który stał się jeziorem", "a page that sends on at once to "
        "the same story, Polish",
         Answer("<html><head><meta http-equiv='refresh' content='0; url=/nowa/a-18'></head><body></body></html>")),
    Page("https://refresh-to.test/nowa/a-18", told("Kamieniołom, który stał się jeziorem", "pl", "Głos Brzegu")),
    good("https://eighteen-hops.example/h0", QUARRY, "eighteen hops and then the page", Redirect("/h1", 302)),
    *(Page(f"https://eighteen-hops.example/h{n}", Redirect(f"/h{n + 1}", 302)) for n in range(1, 18)),
    Page("https://eighteen-hops.example/h18", told(QUARRY, "en")),
)  # fmt: skip
HOME = (
    astray("redirected_home", "https://lomnik.example/clanek/18", "Lom, z něhož je jezero", "301 to the root, Czech",
        Redirect("/", 301)),
    Page("https://lomnik.example/", front("cs", "Lomník")),
    astray("redirected_home", "https://cantera-web.test/noticias/2014/lago.html", ES, "302 to a language's home, "
        "Spanish", Redirect("/es/", 302)),
    Page("https://cantera-web.test/es/", front("es", "La Cantera")),
    astray("redirected_home", "https://pedreira.example/index.php?option=com_content&id=18", "A pedreira que virou "
        "lago",
           "301 to www and its root, Portuguese", Redirect("https://www.pedreira.example/", 301)),
    Page("https://www.pedreira.example/", front("pt", "Pedreira")),
    astray("redirected_home", "https://meta-home.test/reports/lake.html", QUARRY, "a page that sends on to the root "
        "after a notice",
           Answer("<html><head><title>Moving</title><meta http-equiv='Refresh' "
                  "content='3;URL=https://meta-home.test/'></head><body><p>Our site "
                  "has changed. You will be taken to the new one.</p></body></html>")),
    Page("https://meta-home.test/", front("en", "Lakeside")),
    astray("redirected_home", "https://script-home.example/a/18", FR, "a script to the root, French",
           Answer("<!DOCTYPE html><html><head><script>top.location.href = \"https://script-home.example/\";</script>"
                  "</head><body></body></html>")),
    Page("https://script-home.example/", front("fr", "Le Rivage")),
    astray("redirected_home", "https://to-section.test/news/2014/05/lake-18.html", QUARRY, "301 to a mere section",
        Redirect("/news/", 301)),
    Page("https://to-section.test/news/", Answer(news("News", "en", "Quarry Post",
        "<h1>News</h1>" + story("All the news", "en"), og=False))),
    Page("https://sold-slots.example/projects/lake", Redirect("/", 301),
         Truth("soft_404", "broken", QUARRY, "sold, and every address is sent to a root of bets, Vietnamese",
               also=("redirected_home", "parked"), also_verdicts=("review",))),
    Page("https://sold-slots.example/", Answer(news("Nhà cái uy tín 2026", "vi", "BET88", story("Nhà cái uy tín 2026",
        "vi", count=3)))),
    astray("redirected_home", "https://pdf-to-root.test/files/lake.pdf", "Monitoring the quarry lake",
        "a PDF's address to the root", Redirect("/", 302)),
    Page("https://pdf-to-root.test/", front("en", "Lake Institute")),
)  # fmt: skip
ELSEWHERE = (
    astray("redirected_elsewhere", "https://other-story.example/a/18", QUARRY, "301 to another story",
        Redirect("/a/9944", 301)),
    Page("https://other-story.example/a/9944", told("Ten recipes with rhubarb", "en")),
    astray("redirected_elsewhere", "https://language-choice.test/docs/18", IT, "to a choice of languages",
        Redirect("/choose-language", 302),
           also=("redirected_home",)),
    Page("https://language-choice.test/choose-language", Answer(bare("Choose your language", "<h1>Choose your "
        "language</h1><ul><li><a href='/de/'>"
         "Deutsch</a></li><li><a href='/it/'>Italiano</a></li><li><a href='/fr/'>Français</a></li></ul>"))),
    astray("redirected_elsewhere", "https://new-portal.example/publikation/18", DE, "to the news of a new web site, "
        "German",
           Redirect("https://portal-neu.test/aktuelles/neue-website", 301)),
    Page("https://portal-neu.test/aktuelles/neue-website", Answer(office("Unsere neue Website ist da", "de",
        "Landesamt", story(
         "Unsere neue Website ist da", "de", count=3)))),
    astray("redirected_elsewhere", "https://to-results.test/a/18", QUARRY, "to a search with results",
        Redirect("/search?q=lake"),
           also=("soft_404", "redirected_home"), also_verdicts=("broken",)),
    Page("https://to-results.test/search?q=lake", Answer(blog("Search results for lake", "en", "Quarry Post",
        "<h1>Search results for: lake</h1>"
         + story("Boats on the upper lake", "en", count=3)))),
    astray("redirected_elsewhere", "https://to-app.example/story/18", QUARRY, "to a shop for apps",
        Redirect("https://apps.shelf.test/app/id1881")),
    Page("https://apps.shelf.test/app/id1881", Answer(bare("Quarry Post Reader on the Shelf", "<h1>Quarry Post "
        "Reader</h1><p>Read offline. Rated 4.6."
         "</p><button>Get</button>" + story("What is new", "en", count=2)))),
    astray("redirected_elsewhere", "https://bought-by.test/studies/lake", QUARRY, "sold, to a shop at another name",
        Redirect("https://cheap-tyres.example/sale", 301)),
    Page("https://cheap-tyres.example/sale", Answer(news("Tyres on sale", "en", "Cheap Tyres", story("Tyres on sale",
        "en", count=3)))),
    astray("redirected_elsewhere", "https://listing-left.example/files/2014/lake.pdf", QUARRY, "to a list of files",
        Redirect("/files/2014/"),
           also=("redirected_home", "soft_404"), also_verdicts=("broken",)),
    Page("https://listing-left.example/files/2014/", Answer("<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 3.2 "
                                                            "Final//EN\">\n<html><head><title>Index of "
         "/files/2014</title></head><body><h1>Index of /files/2014</h1><pre><a href=\"../\">Parent "
         "Directory</a>\n<a href=\"budget.pdf\">budget.pdf"
         "</a> 2014-03-02 10:11 88K\n<a href=\"bridge.pdf\">bridge.pdf</a> 2014-03-02 10:12 "
         "412K\n</pre></body></html>")),
    astray("redirected_elsewhere", "https://zh-tiaozhuan.test/news/18.html", "采石场变成湖泊",
        "a script to another page, Chinese",
           Answer("<html><head><meta charset='utf-8'><script>location.href='https://zh-tiaozhuan.test/zt/2024/';</"
                  "script></head></html>"),
           also=("redirected_home",)),
    Page("https://zh-tiaozhuan.test/zt/2024/", Answer(office("专题：春季植树", "zh", "河岸区政府",
        story("专题：春季植树", "zh", count=3)))),
)  # fmt: skip
SET: Pairs = (("Set-Cookie", "seen=1; Path=/"),)
LOOPS = (
    unclear("redirect_loop", "https://to-and-fro.example/a/18", QUARRY, "between two names",
        Redirect("https://www.to-and-fro.example/a/18", 301)),
    Page("https://www.to-and-fro.example/a/18", Redirect("https://to-and-fro.example/a/18", 301)),
    unclear("redirect_loop", "http://tls-flip.test/a/18", QUARRY, "https and back", Redirect("https://tls-flip.test/"
        "a/18", 301)),
    Page("https://tls-flip.test/a/18", Redirect("http://tls-flip.test/a/18", 302)),
    unclear("redirect_loop", "https://longer-and-longer.example/a?r=0", QUARRY, "thirty addresses, each another",
        Redirect("/a?r=1")),
    *(Page(f"https://longer-and-longer.example/a?r={n}", Redirect(f"/a?r={n + 1}")) for n in range(1, 31)),
    unclear("redirect_loop", "https://cookie-unheard.test/a/18", QUARRY, "a cookie that is never accepted",
        Redirect("/a/18", 302, SET)),
)  # fmt: skip


def ill(
    host: str, why: str, outcome: str, also: tuple[str, ...] = (), title: str = QUARRY, scheme: str = "https"
) -> Page:
    """A host that cannot be spoken with."""
    return unclear(outcome, f"{scheme}://{host}/a/18", title, why, told(title, "en"), also=also)


CERTIFICATES: dict[str, Tls] = {
    "run-out.example": "expired", "own-make.test": "self_signed", "neighbours.example": "wrong_host",
    "half-chain.test": "incomplete",
    "unknown-stamp.example": "unknown_authority", "too-early.test": "not_yet", "old-words.example": "old_protocol",
}  # fmt: skip
LINES: dict[str, tuple[Network, str, tuple[str, ...]]] = {
    "shut-door.example": ("refused", "unreachable", ()),
    "name-fails.test": ("servfail", "unreachable", ()),
    "name-silent.example": ("silent_dns", "unreachable", ("timeout",)),
    "no-answer.test": ("silent_connect", "timeout", ()),
}  # fmt: skip
WHOLE = news(QUARRY, "en", "Quarry Post", story(QUARRY, "en")).encode()
START = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n"
CUT = START % len(WHOLE) + WHOLE[: len(WHOLE) * 2 // 3]
BROKEN_LINES: tuple[tuple[str, str, Behaviour, str, tuple[str, ...]], ...] = (
    ("asks-and-waits.example", "no word after the request", Silent(), "timeout", ()),
    ("drop-by-drop.test", "a drip", Drip(), "timeout", ()),
    ("cut-off.example", "reset after the request", Reset(), "unreachable", ()),
    ("closes-early.test", "closed without a reply", Close(), "unreachable", ()),
    ("not-http.example", "another protocol's words", Raw(b"SSH-2.0-OpenSSH_9.6\r\n"), "unreachable", ()),
    ("no-location.test", "a redirect to nowhere", Redirect(None, 302), "unreachable", ()),
    ("empty-location.example", "a redirect with an empty address", Redirect("http://", 301), "unreachable",
        ("not_checkable",)),
)  # fmt: skip
HARD = (
    gone("https://dressed-404.example/2019/garden", "Il frutteto dietro la dogana", "404 in a paper's whole dress, "
        "Italian",
         Answer(news("Pagina non trovata", "it", "La Sponda", "<h1>Pagina non trovata</h1>"), 404)),
    gone("https://gone-410.test/2019/garden", "Le verger derrière la douane", "410, French",
         Answer(blog("Supprimé", "fr", "Carnets", "<h1>Ce billet a été retiré</h1>"), 410)),
    gone("https://api-404.example/v1/orchards/18", "Orchards by year", "404 as data",
         Answer('{"type":"about:blank","title":"Not Found","status":404}', 404, content_type="application/"
             "problem+json")),
    gone("https://hop-404.test/a/18", QUARRY, "a new name that does not know it", Redirect("https://"
        "www.hop-404.test/en/a/18", 301)),
    gone("https://silent-404.example/a/18", "Meyve bahçesi", "404 without a word", Answer("", 404)),
    gone("https://title-404.test/a/18", QUARRY, "404 whose page tells the cited title back",
         Answer(bare("404", f"<h1>404</h1><p>There is no page called {QUARRY}.</p>"), 404)),
    Page("https://www.hop-404.test/", Answer(news("", "en", "Hop", story("Hop", "en")))),
)  # fmt: skip
REFUSED_PLACES = (
    ("to-metadata.example", "to a cloud's own data", "http://169.254.169.254/latest/meta-data/"),
    ("to-printer.test", "to a house's own network", "http://192.168.1.1/login"),
    ("to-six.example", "to itself under IPv6", "http://[::ffff:127.0.0.1]:8080/"),
)
SITE = Site(
    hosts=(
        *(Host(name, tls=kind) for name, kind in CERTIFICATES.items()),
        *(Host(name, network=kind) for name, (kind, _, _) in LINES.items()),
        Host("sold-slots.example", missing=Redirect("/", 301)),
    ),
    pages=(
        *MOVED, *HARMLESS, *HOME, *ELSEWHERE, *LOOPS, *HARD,
        *(ill(name, f"certificate: {kind}", "tls_error", ("unreachable",) if kind == "old_protocol" else ()) for name,
            kind in CERTIFICATES.items()),
        unclear("tls_error", "http://then-expired.test/a/18", QUARRY, "http sends on to a certificate that has run out",
                Redirect("https://run-out.example/a/18", 301)),
        *(ill(name, f"line: {kind}", outcome, also) for name, (kind, outcome, also) in LINES.items()),
        *(unclear(outcome, f"https://{name}/a/18", QUARRY, why, how, also=also) for name, why, how, outcome,
            also in BROKEN_LINES),
        Page("https://two-thirds.test/a/18", Raw(CUT), Truth("unreachable", "review", QUARRY, "two thirds of the "
            "page, then the end",
                                                             also=("ok",), also_verdicts=("ok",))),
        *(Page(f"https://{name}/a/18", Redirect(where), Truth("not_checkable", "review", QUARRY, why)) for name, why,
            where in REFUSED_PLACES),
        Page("http://10.20.30.40/bericht", None, Truth("not_checkable", "review", DE, "a private address")),
        Page("https://to-app-scheme.example/a/18", Redirect("intent://open/18#Intent;scheme=quarry;end"),
             Truth("not_checkable", "review", QUARRY, "to an app", also_verdicts=("skipped",))),
        Page("ftp://ftp.quarry-files.example/pub/lake.txt", None, Truth("not_checkable", "skipped", QUARRY, "ftp")),
    ),
)  # fmt: skip
