"""What is gone, said in words that no rule was written for, and what is there after all.

Written before any of it was tried. Error pages in twelve languages, other registrars and hosting companies, addresses
that changed, scripts that send readers on.
"""

from __future__ import annotations

from tests.web.behaviours import Answer, Raw, Redirect
from tests.web.model import Host, Page, Site, Truth
from tests.web.pages import article, page, pdf, styled_error
from tests.web.sites.making import gone, good, soft, target, unclear

TIDE = "How the tide tables were made"


def _house(host: str, heading: str, text: str, language: str, site: str) -> Host:
    return Host(host, missing=Answer(styled_error(heading, text, site=site, language=language)))


LOST = (
    _house("hafenmagazin.test", "Ups – da lief etwas schief", "Der Link führt leider ins Leere.", "de", "Hafenmagazin"),
    _house("lequai.example", "Aïe !", "Cette page a largué les amarres, ou changé d'adresse.", "fr", "Le Quai"),
    _house("zarpado.test", "¡Ay!", "Lo que buscas ha zarpado sin avisar.", "es", "El Muelle"),
    _house("banchina.example", "Ops!", "Il contenuto richiesto è stato spostato o cancellato.", "it", "La Banchina"),
    _house("cais.gov.example", "Desculpe", "O endereço não corresponde a nenhuma página do portal.", "pt", "Cais"),
    _house("prichal.test", "Увы", "Запрашиваемый материал удалён или перенесён.", "ru", "Причал"),
    _house("nabrzeze.example", "Oj!", "Ta podstrona odpłynęła w nieznane.", "pl", "Nabrzeże"),
    _house("kangkou.test", "抱歉", "您访问的内容已经下线。", "zh", "港口报"),
    _house("hangman.example", "안내", "요청하신 글이 삭제되었거나 주소가 변경되었습니다.", "ko", "항만"),
    _house("pristav.test", "Jejda", "Tudy cesta nevede.", "cs", "Přístav"),
    _house("kajen.example", "Här var det tomt", "Det du letar efter har kastat loss.", "sv", "Kajen"),
    _house("namal.test", "אופס", "התוכן שחיפשת כבר לא כאן.", "he", "הנמל"),
)
HOSTED = {
    "nginx-default.test": page("Welcome to nginx!", "<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web "
                               "server is successfully installed and working. Further configuration is required.</p>"),
    "it-works.example": page("Apache2 Debian Default Page: It works", "<h1>It works!</h1><p>This is the default welcome"
                             " page used to test the correct operation of the server.</p>"),
    "neue-praesenz.test": page("neue-praesenz.test", "<h1>Hier entsteht eine neue Internetpräsenz</h1><p>Diese Domain "
                               "wurde soeben registriert.</p>", language="de"),
    "suspended.example": page("Account Suspended", "<h1>This Account has been suspended.</h1><p>Contact your hosting "
                              "provider for more information.</p>"),
}  # fmt: skip
LISTINGS = page(
    "tidebooks.test",
    "<div id='main'><h2>tidebooks.test</h2><ul><li><a href='/?k=1'>Tide Tables</a></li><li><a href='/?k=2'>Boat "
    "Insurance</a></li><li><a href='/?k=3'>Cheap Cruises</a></li></ul><p>2024 Copyright. All Rights Reserved. The "
    "Sponsored Listings displayed above are served automatically by a third party. Neither the service provider nor "
    "the domain owner maintain any relationship with the advertisers.</p></div>",
)
LANDER = page(
    "tidewords.example",
    "<div id='root'></div><script src='https://img1.parking.example/parking-lander/static/js/main.js'></script>",
)
SELLER = page(
    "gezeiten-tafel.test",
    "<h1>gezeiten-tafel.test</h1><p>Der Inhaber dieser Domain bietet sie zum Kauf an. Preis auf Anfrage.</p>"
    "<form><input name='offer'><button>Angebot abgeben</button></form>",
    language="de",
)


def _sends(statement: str) -> Answer:
    return Answer(f"<!DOCTYPE html><html><head><script>{statement}</script></head><body></body></html>")


SCRIPTED = (
    good("https://s1.test/old/tides.html", TIDE, "a script replaces the address",
         _sends('window.location.replace("/new/tides.html");')),
    target("https://s1.test/new/tides.html", TIDE),
    good("https://s2.example/tides", TIDE, "a script sets the address, after a comment",
         _sends("/* moved */ window.location.href = 'https://s2.example/archive/tides' ;")),
    target("https://s2.example/archive/tides", TIDE),
    unclear("redirected_home", "https://s3.test/docs/tides.html", TIDE, "a script leads to the home page",
            _sends("top.location='/'")),
    target("https://s3.test/", "Welcome to the pilots", count=1),
    soft("https://s4.example/docs/tides.html", TIDE, "a script leads to an error page",
         _sends("document.location.assign('/errors/404.html')")),
    Page("https://s4.example/errors/404.html", Answer(styled_error("Page not found", "There is no such page."))),
    good("https://s5.test/tides", TIDE, "a script that would send readers on only when they click",
         Answer(article(TIDE, seed="s5", head="<script>function go(){location.href='/'}</script>"))),
    good("https://s6.test/tides", TIDE, "old browsers alone are sent away",
         Answer(article(TIDE, seed="s6", head="<script>if(document.all){location.href='/old'}</script>"))),
    unclear("unrendered", "https://s7.test/tides", TIDE, "a script computes where to go",
            _sends("var p=['/x','/y'];location.href=p[Math.floor(Math.random()*2)]+location.search;")),
    good("https://m1.test/tides", TIDE, "two pages in a row that send readers on",
         Answer(page("", "", head="<meta http-equiv=refresh content='0;url=/go'>"))),
    Page("https://m1.test/go", Answer(page("…", "", head="<META HTTP-EQUIV='Refresh' CONTENT='1; URL=\"/here\"'>"))),
    target("https://m1.test/here", TIDE),
)  # fmt: skip
SENT_ON = frozenset({
    "https://s1.test/old/tides.html", "https://s2.example/tides", "https://s3.test/docs/tides.html",
    "https://s4.example/docs/tides.html", "https://m1.test/tides",
})  # fmt: skip
"""Pages that lead on by themselves, by a script or a refresh: what they hold is not where they end."""
AWAY = (
    unclear("redirected_home", "https://locale.test/docs/tides", TIDE, "to the home page of a language",
            Redirect("/en/home.html")),
    target("https://locale.test/en/home.html", "Pilots' association", count=1),
    unclear("redirected_elsewhere", "https://finder.example/docs/tide-tables", TIDE, "to a search for its words",
            Redirect("/search?q=tide+tables"), ),
    target("https://finder.example/search?q=tide+tables", "Search results for tide tables", count=1),
    Page("https://slug.test/2014/tides", Redirect("/2014/how-the-tide-tables-were-made", 301),
         Truth("moved", "fix", TIDE, "a longer name in the address")),
    target("https://slug.test/2014/how-the-tide-tables-were-made", TIDE),
    good("https://start.example/", "The pilots' association", "a home page that has one for each language",
         Redirect("/en/")),
    target("https://start.example/en/", "The pilots' association"),
    good("https://viewer.test/files/tides.pdf", TIDE, "a page that shows the PDF inside, under its title",
         Answer(article(TIDE, seed="viewer"))),
    good("https://plainpdf.test/files/tides.pdf", TIDE, "a PDF called a stream of bytes",
         Answer(pdf(TIDE, ["Tides."] * 30), content_type="application/octet-stream")),
    soft("https://library.example/files/tides.pdf", TIDE, "every PDF that is gone leads to the list of documents"),
)  # fmt: skip
STATUS = (
    gone("https://rich410.test/tides", TIDE, "410 with a long page", Answer(article("Our archive", seed="410"), 410)),
    good("https://partial.test/tides", TIDE, "206 without having been asked for a part", Answer(article(TIDE), 206)),
    good("https://mirror.test/tides", TIDE, "203, through a mirror", Answer(article(TIDE), 203)),
    good("https://half.test/tides", TIDE, "the answer breaks off after the article's first half",
         Raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999\r\n\r\n" + article(TIDE).encode())),
    unclear("unrendered", "https://nothing.test/tides", TIDE, "200 and not a byte", Answer("")),
    unclear("unrendered", "https://nocontent.test/tides", TIDE, "204", Answer("", 204)),
    unclear("unreachable", "https://choices.test/tides", TIDE, "300 with a choice",
            Answer(page("Multiple Choices", "<ul><li><a href='/a'>a</a></li></ul>"), 300)),
    unclear("access_denied", "https://locked.test/tides", TIDE, "423", Answer(page("Locked", "<p>Locked.</p>"), 423)),
    unclear("access_denied", "https://country.test/tides", TIDE, "not in this country",
            Answer(page("451", "<p>Unavailable in your region.</p>"), 451)),
    unclear("server_error", "https://works.test/tides", TIDE, "work on the site",
            Answer(page("Wartungsarbeiten", "<p>Wir sind bald wieder da.</p>", language="de"), 503)),
    unclear("server_error", "https://origin-down.test/tides", TIDE, "an origin that does not answer its cache",
            Answer(page("origin-down.test | 522: Connection timed out",
                        "<div id='cf-error-details'><p>Connection timed out. Cloudflare Ray ID: 8f1</p></div>"), 522)),
    soft("https://records.test/view.php?id=5512", TIDE, "a record that is no longer there",
         Answer(page("Error", "<h1>Error</h1><p>The record you requested does not exist.</p>"))),
)  # fmt: skip
SITE = Site(
    hosts=(
        *LOST,
        *(Host(host, missing=Answer(body)) for host, body in HOSTED.items()),
        Host("tidebooks.test", missing=Answer(LISTINGS)),
        Host("tidewords.example", missing=_sends('window.onload=function(){window.location.href="/lander"}')),
        Host("gezeiten-tafel.test", missing=Answer(SELLER)),
        Host("library.example", missing=Redirect("/documents/")),
    ),
    pages=(
        *(soft(f"https://{host.name}/2014/tide-tables", TIDE, "an error page with 200") for host in LOST),
        good("https://lequai.example/2014/marees", "L'histoire des marées", "beside", None, language="fr"),
        good("https://kajen.example/2014/tidvatten", "Hur tidvattnet mättes", "beside"),
        *(
            soft(f"https://{host}/tides/tables.html", TIDE, "a server without its site", also=("parked",))
            for host in HOSTED
        ),
        *(
            Page(f"https://{host}/tables", None, Truth("parked", "broken", TIDE, "parked", also=("soft_404",)))
            for host in ("tidebooks.test", "gezeiten-tafel.test")
        ),
        Page(
            "https://tidewords.example/tables", None,
            Truth("parked", "broken", TIDE, "parked behind a script", also=("unrendered",), also_verdicts=("review",)),
        ),
        Page("https://tidewords.example/lander", Answer(LANDER)),
        target("https://library.example/documents/", "All documents", count=1),
        *SCRIPTED,
        *AWAY,
        *STATUS,
    ),
)  # fmt: skip
