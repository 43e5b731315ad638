"""Pages that are gone: honest errors, and errors that are served as success, in several languages and house styles."""

from __future__ import annotations

from tests.web.behaviours import Answer, ByMethod, Redirect
from tests.web.model import Host, Page, Site
from tests.web.pages import error_page, page, pdf, shell, styled_error
from tests.web.sites.making import gone, good, soft, target, text

CENSUS = "The census of small harbours"
LETTERS = "Letters from the Aveley inquiry"
BUDGET = "Budget speech, spring session"

HONEST = (
    gone("https://bare404.example/reports/2019/census.html", CENSUS, "a bare 404"),
    gone("https://styled404.example/news/harbours", CENSUS, "a 404 in house style"),
    gone("http://archive-of-acts.test/acts/14", LETTERS, "a bare 410", Answer(error_page("410 Gone", "Gone."), 410)),
    gone(
        "https://gazette-mirebeau.example/articles/77",
        "La commission publie ses lettres",
        "a 410 in house style, in French",
        Answer(styled_error("Article supprimé", "Cet article a été retiré du site.", language="fr"), 410),
    ),
    gone("http://empty404.test/files/minutes.pdf", None, "a 404 without a body", Answer("", 404, content_type=None)),
    gone("https://api404.example/v1/series/9", None, "a 404 in JSON", Answer('{"error": "unknown"}', 404)),
    gone("https://to404.example/old/census", CENSUS, "a redirect to an error page that says 404", Redirect("/404")),
    gone("http://upgraded404.example/census", CENSUS, "404 after the change to https"),
    Page("https://upgraded404.example/", text("Home", "u404")),
    gone("https://edge404.example/census", CENSUS, "a 404 behind a content network that merely names itself"),
    gone("https://shell404.example/census", CENSUS, "a 404 that a script would draw", Answer(shell("App"), 404)),
    gone(
        "https://headfine.example/census",
        CENSUS,
        "HEAD says 200, GET says 404",
        ByMethod(Answer(""), Answer(error_page("404", "No such file."), 404)),
    ),
    gone(
        "https://zipped404.example/census",
        CENSUS,
        "a compressed, chunked 404",
        Answer(styled_error("Not here", "Nothing by that name."), 404, coding="gzip", framing="chunked"),
    ),
    gone(
        "https://verbose404.example/census-of-small-harbours",
        CENSUS,
        "a 404 whose title repeats the words of the address",
        Answer(styled_error(CENSUS, "We have no page of this name. Perhaps you meant another one."), 404),
    ),
    gone("http://brittle.test/download.php?id=771&lang=en", None, "a 404 for a query"),
)

SAYS_SO = {
    "softly.example": ("en", "Page not found", "We could not find the page you asked for. It may have been moved."),
    "weich.example": ("de", "Seite nicht gefunden", "Die angeforderte Seite existiert nicht oder wurde verschoben."),
    "doux.example": ("fr", "Page introuvable", "La page demandée n'existe pas ou a été supprimée."),
    "blando.example": ("es", "Página no encontrada", "La página que busca no existe o ha sido eliminada."),
    "myagko.example": ("ru", "Страница не найдена", "Запрошенная страница не существует или была удалена."),
    "yawaraka.example": ("ja", "ページが見つかりません", "お探しのページは移動または削除された可能性があります。"),
    "macio.example": ("pt", "Página não encontrada", "A página que procura não existe ou foi removida."),
    "yumusak.example": ("tr", "Sayfa bulunamadı", "Aradığınız sayfa bulunamadı veya kaldırılmış olabilir."),
    "ruan.example": ("zh", "页面不存在", "您访问的页面不存在或已被删除。"),
    "layyin.example": ("ar", "الصفحة غير موجودة", "الصفحة التي تبحث عنها غير موجودة أو تم حذفها."),
}

SOFT = (
    *(
        soft(
            f"https://{host}/2018/11/{number}-report",
            f"Report {number} on the harbours",
            f"says so in “{language}”, with 200",
        )
        for number, (host, (language, _, _)) in enumerate(SAYS_SO.items(), 41)
    ),
    good("https://softly.example/2018/11/harvest", "The harvest of 2018", "a real page on a host of soft errors"),
    good(
        "https://weich.example/2018/11/ernte",
        "Die Ernte des Jahres 2018",
        "a real page beside soft errors",
        language="de",
    ),
    soft("https://welcome-all.example/essays/1998/rivers", "Rivers and rights", "the same welcome for every path"),
    soft(
        "https://echoing.example/essays/1998/rivers",
        "Rivers and rights",
        "the same page for every path, with the path and a new token in it",
    ),
    soft(
        "https://sends-away.example/essays/rivers.html", "Rivers and rights", "every dead path goes to /error404.html"
    ),
    Page(
        "https://sends-away.example/error404.html",
        Answer(styled_error("Sorry", "That page does not exist any more.", title="Sorry – page not found")),
    ),
    soft("http://asp.test/docs/rivers.aspx", "Rivers and rights", "every dead path goes to /notfound.aspx?from=…"),
    Page("http://asp.test/notfound.aspx?from=gone", Answer(styled_error("Error", "Resource not found."))),
    soft(
        "https://papers-soft.example/tr/2009-03.pdf",
        "Technical report 2009-03",
        "a PDF's address that answers with a web page which says not found",
    ),
    good(
        "https://papers-soft.example/tr/2010-01.pdf",
        "Technical report 2010-01",
        "a real PDF on the same host",
        Answer(pdf("Technical report 2010-01", ["A short report."] * 30), content_type="application/pdf"),
    ),
    soft(
        "https://tombstone.example/story/4711",
        LETTERS,
        "this story was withdrawn and says so with 200; unknown paths get an honest 404",
        Answer(
            page(
                "Article no longer available",
                "<h1>This article is no longer available</h1><p>The article you requested has been removed.</p>",
                head='<meta name="robots" content="noindex">',
            )
        ),
    ),
    soft("https://noprobe.example/story/4711", LETTERS, "says not found with 200, and robots.txt forbids any probe"),
    soft(
        "https://walled-probe.example/story/4711",
        LETTERS,
        "says not found with 200, and unknown paths meet a challenge",
        Answer(styled_error("Page not found", "Sorry, the page you requested was not found.")),
    ),
    soft(
        "https://to-search.example/2011/05/spring-budget-speech",
        BUDGET,
        "every dead path goes to an empty search result",
        also=("redirected_elsewhere",),
        also_verdicts=("review",),
    ),
    Page(
        "https://to-search.example/search?q=",
        Answer(styled_error("Search results", "0 results. Nothing was found for your search.", title="Search results")),
    ),
    soft(
        "https://all-home.example/2011/05/spring-budget-speech",
        BUDGET,
        "every dead path goes to the home page",
        also=("redirected_home",),
        also_verdicts=("review",),
    ),
)

NOT_MISSING = (
    good("https://walled-elsewhere.example/story/12", LETTERS, "a real page; unknown paths meet a challenge"),
    good("https://home-elsewhere.example/story/12", LETTERS, "a real page; unknown paths go home"),
    good("https://broken-elsewhere.example/story/12", LETTERS, "a real page; unknown paths get 500"),
    good(
        "https://shortpage.example/note/3",
        "A short note",
        "a real page with few words",
        Answer(page("A short note", "<h1>A short note</h1><p>The ferry does not run on Mondays in winter.</p>")),
    ),
    target("https://shortpage.example/note/4", "Another short note", count=1),
    good(
        "https://generic-title.example/report/9",
        "On the repair of sea walls",
        "the title element names only the site; the heading is the cited title",
        text("Ministry of Works", "generic", heading="On the repair of sea walls", suffix=False),
    ),
    good(
        "https://support.example/articles/why-page-cannot-be-found",
        "Why your page cannot be found by visitors",
        "a help article about missing pages",
    ),
)

CHALLENGE = Answer(
    page("Just a moment...", "<script>window._cf_chl_opt={};</script>"), 403, (("cf-mitigated", "challenge"),)
)

SITE = Site(
    hosts=(
        Host("styled404.example", missing=Answer(styled_error("Oh dear", "This page has sailed."), 404)),
        Host(
            "edge404.example",
            missing=Answer(error_page("404", "nginx"), 404, (("Server", "cloudflare"), ("CF-RAY", "8f-TST"))),
        ),
        Host("to404.example", missing=Answer(styled_error("404", "Not found"), 404)),
        *(
            Host(host, missing=Answer(styled_error(heading, said, site=host, language=language)))
            for host, (language, heading, said) in SAYS_SO.items()
        ),
        Host("welcome-all.example", missing=text("Welcome", "welcome-all", suffix=False)),
        Host(
            "echoing.example",
            missing=Answer(
                text("Library", "echoing", before="<p>You are at {{path}}, visitor {{token}}.</p>", suffix=False).body,
                fresh=True,
            ),
        ),
        Host("sends-away.example", missing=Redirect("/error404.html")),
        Host("asp.test", missing=Redirect("/notfound.aspx?from=gone")),
        Host("papers-soft.example", missing=Answer(styled_error("File not found", "There is no such file."))),
        Host(
            "noprobe.example",
            missing=Answer(styled_error("Page not found", "Sorry, the page you requested was not found.")),
            robots="User-agent: *\nDisallow: /\n",
        ),
        Host("walled-probe.example", missing=CHALLENGE),
        Host("walled-elsewhere.example", missing=CHALLENGE),
        Host("to-search.example", missing=Redirect("/search?q=")),
        Host("all-home.example", missing=Redirect("/")),
        Host("home-elsewhere.example", missing=Redirect("/")),
        Host("broken-elsewhere.example", missing=Answer(error_page("500", "Internal error"), 500)),
    ),
    pages=(
        *HONEST,
        *SOFT,
        *NOT_MISSING,
        target("https://all-home.example/", "All home"),
        target("https://home-elsewhere.example/", "Home, elsewhere"),
    ),
)
