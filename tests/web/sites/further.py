"""The same troubles once more, made otherwise: other languages, other wording, marks in other places.

A rule that was fitted to the pages of the other files, and not to what they stand for, fails here.
"""

from __future__ import annotations

from tests.web.behaviours import Answer, Behaviour, Redirect
from tests.web.model import Host, Page, Site, Truth
from tests.web.pages import article, page, pdf, styled_error, wrapped
from tests.web.prose import paragraphs
from tests.web.sites.making import gone, good, soft, target, text, unclear

MILL = "The water mill case and its files"
OTHER_TONGUES = {
    "morbida.example": ("it", "Pagina non trovata", "La pagina richiesta non esiste più."),
    "zacht.test": ("nl", "Pagina niet gevonden", "De opgevraagde pagina bestaat niet (meer)."),
    "mjuk.example": ("sv", "Sidan hittades inte", "Sidan du söker finns inte eller har flyttats."),
    "miekka.test": ("pl", "Nie znaleziono strony", "Strona, której szukasz, nie istnieje."),
    "myaka.example": ("uk", "Сторінку не знайдено", "Запитувана сторінка не існує або була видалена."),
    "budeureoun.test": ("ko", "페이지를 찾을 수 없습니다", "요청하신 페이지가 존재하지 않거나 삭제되었습니다."),
    "narm.example": ("fa", "صفحه پیدا نشد", "صفحه مورد نظر شما وجود ندارد."),
}
SOFT_AGAIN = (
    *(
        soft(f"https://{host}/archive/2016/mill-{number}.html", MILL, f"says so in “{language}”, with 200")
        for number, (host, (language, _, _)) in enumerate(OTHER_TONGUES.items())
    ),
    soft("https://oops.example/files/mill", MILL, "“Oops”, with a joke, with 200"),
    soft(
        "https://longread.example/files/mill",
        MILL,
        "every dead path gets the front page's stories, under the site's own title",
    ),
    soft("https://moved-all.test/files/mill", MILL, "every dead path goes to a sorry page elsewhere"),
    Page(
        "https://www.moved-all-sorry.test/missing/",
        Answer(styled_error("We have a new website", "Old addresses no longer work.", title="New website")),
    ),
    good("https://longread.example/stories/weir", "The weir below the bridge", "a real story beside the front page's"),
    good("https://oops.example/files/dam", "The dam above the bridge", "a real page beside “Oops”"),
)

GONE_AGAIN = (
    gone("https://chained.test/a", MILL, "two redirects, then 404", Redirect("/b", 301)),
    Page("https://chained.test/b", Redirect("/c")),
    gone(
        "https://teapots.example/files/mill?session=9",
        MILL,
        "410 after a change to www",
        Redirect("https://www.teapots.example/x"),
    ),
    Page("https://www.teapots.example/x", Answer("Gone", 410, content_type="text/plain")),
    gone("https://helpful.test/files/mill", MILL, "a 404 that shows stories and a sign-in form"),
)

WALLS_AGAIN: dict[str, tuple[str, Behaviour]] = {
    "guarded.test": (
        "DDoS-Guard, 403",
        Answer(
            page(
                "DDoS-Guard",
                "<h1>Checking your browser before accessing</h1><script src='/.well-known/ddos-guard/js.js'></script>",
            ),
            403,
            (("Server", "ddos-guard"),),
        ),
    ),
    "fastly.test": (
        "a client challenge without a vendor's header, 200",
        Answer(
            page(
                "Client Challenge",
                "<noscript>JavaScript is disabled in your browser. Please enable JavaScript to proceed."
                "</noscript><p>A required part of this site couldn’t load. Are you human? Verify you are human.</p>",
            )
        ),
    ),
    "cf-wordless.test": (
        "Cloudflare's header alone, in another language",
        Answer(page("Nur einen Moment…", "<p>Bitte warten.</p>", language="de"), 403, (("CF-Mitigated", "challenge"),)),
    ),
    "unusual.test": (
        "unusual traffic, 429, with a captcha",
        Answer(
            page("Sorry…", "<p>We have detected unusual traffic from your network.</p><div class='h-captcha'></div>"),
            429,
        ),
    ),
    "edgesuite.test": (
        "Akamai without its server header",
        Answer(
            page(
                "Access Denied",
                "<h1>Access Denied</h1>You don't have permission to access this on this server.<p>"
                "Reference&#32;&#35;18&#46;c6&#46;1</p>https&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;18",
            ),
            403,
        ),
    ),
}

GATES_AGAIN: dict[str, tuple[str, Behaviour]] = {
    "conecta.example": (
        "nothing but a sign-in form, in Spanish",
        Answer(
            page(
                "Iniciar sesión",
                "<h1>Iniciar sesión</h1><form><input name='correo'><input type='password'></form>",
                language="es",
            )
        ),
    ),
    "cookies.test": (
        "nothing but a consent dialogue, in French",
        Answer(
            page(
                "Votre vie privée",
                "<h1>Nous respectons votre vie privée</h1><p>Nous et nos partenaires utilisons des "
                "cookies.</p><button>Tout refuser</button><button>Tout accepter</button>",
                language="fr",
            )
        ),
    ),
    "idp-hop.test": ("two hops to an identity provider", Redirect("/Shibboleth.sso/Login?target=%2Ffiles%2Fmill")),
    "portal401.test": ("401 with a page", Answer(styled_error("Members only", "Please sign in."), 401)),
}
IDP = "https://login.university.test/idp/profile/SAML2/Redirect/SSO?SAMLRequest=abc&RelayState=%2Ffiles%2Fmill"

FINE_AGAIN = (
    good(
        "https://metadata-title.test/d/12",
        MILL,
        "the cited title stands only in og:title",
        text("Reader", "og", suffix=False, heading="Reader", head=f'<meta property="og:title" content="{MILL}">'),
    ),
    good("https://entities.test/d/13", "Mills & mines – a “short” list", "typographic characters and entities"),
    good(
        "https://canonical.test/d/14",
        MILL,
        "a canonical link to the home page, by mistake",
        text(MILL, "canon", head='<link rel="canonical" href="https://canonical.test/">'),
    ),
    good(
        "https://twins.test/d/15",
        "Minutes of the mill board, part 15",
        "its siblings are built alike",
        text("Minutes of the mill board, part 15", "twins15", count=2),
    ),
    target("https://twins.test/d/16", "Minutes of the mill board, part 16", count=2),
    good(
        "https://errors.test/docs/error/404-handling", "Handling 404 errors", "a manual page; its address speaks of 404"
    ),
    good(
        "https://nosuch.test/paintings/not-found", "Not Found: paintings lost in the war", "a catalogue of lost things"
    ),
    good("https://topdf.test/mill", MILL, "a detour to a PDF", Redirect("/files/mill.pdf")),
    Page(
        "https://topdf.test/files/mill.pdf",
        Answer(pdf(MILL, wrapped(" ".join(paragraphs("topdf")))), content_type="application/pdf"),
    ),
    good(
        "https://tracker.test/mill",
        MILL,
        "a detour through a cookie check and back",
        Redirect("https://tracker.test/mill?checked=1"),
    ),
    target("https://tracker.test/mill?checked=1", MILL),
    good("https://idnpath.test/größe/mühle", "Die Mühle und ihre Größe", "umlauts in the path", None, language="de"),
    good("https://bücher-mühle.example/", "Bücher aus der Mühle", "an internationalised host", None, language="de"),
)

AWAY_AGAIN = (
    unclear(
        "redirected_home",
        "https://index-home.test/2009/mill.html",
        MILL,
        "to /index.html",
        Redirect("/index.html", 301),
    ),
    target("https://index-home.test/index.html", "Welcome"),
    unclear(
        "redirected_home", "https://query-home.test/story.asp?id=9", MILL, "a query to the home page", Redirect("/")
    ),
    unclear(
        "redirected_elsewhere",
        "https://merged.test/mill",
        MILL,
        "to another site's unrelated page",
        Redirect("https://holding.test/brands/overview", 301),
    ),
    target("https://holding.test/brands/overview", "Our brands"),
    Page(
        "https://renamed.test/old/mill",
        Redirect("https://renamed-new.test/mill-case", 308),
        Truth("moved", "fix", MILL, "the site was renamed; dashes and case of the title differ"),
    ),
    target("https://renamed-new.test/mill-case", "The Water-Mill Case – and its Files", site="Renamed"),
)

PARKED_AGAIN: dict[str, tuple[str, str]] = {
    "molinos.test": ("es", "<h1>El dominio molinos.test está a la venta</h1><p>Compre este dominio ahora.</p>"),
    "mulini.test": (
        "en",
        "<p>The name mulini.test is available. Get this domain.</p><p>Page of a domain parking service.</p>",
    ),
}

FRONT = "".join(
    f"<article><h2>Story {n}</h2><p>{words}</p></article>" for n, words in enumerate(paragraphs("front", count=6))
)

SITE = Site(
    hosts=(
        *(
            Host(h, missing=Answer(styled_error(head, said, site=h, language=lang)))
            for h, (lang, head, said) in OTHER_TONGUES.items()
        ),
        Host(
            "oops.example",
            missing=Answer(
                styled_error("Oops! That page took a day off", "We looked everywhere and couldn't find it.")
            ),
        ),
        Host("longread.example", missing=Answer(page("Longread", FRONT))),
        Host("moved-all.test", missing=Redirect("https://www.moved-all-sorry.test/missing/", 301)),
        Host(
            "helpful.test",
            missing=Answer(
                article("Not here any more", after="<form><input type='password'></form>", site="Helpful"), 404
            ),
        ),
        *(Host(host, missing=answer) for host, (_, answer) in WALLS_AGAIN.items()),
        *(Host(host, missing=Answer(page(host, body, language=lang))) for host, (lang, body) in PARKED_AGAIN.items()),
    ),
    pages=(
        *SOFT_AGAIN,
        *GONE_AGAIN,
        *(unclear("bot_wall", f"https://{host}/files/mill", MILL, why) for host, (why, _) in WALLS_AGAIN.items()),
        *(
            unclear("access_wall", f"https://{h}/files/mill", MILL, why, played)
            for h, (why, played) in GATES_AGAIN.items()
        ),
        Page("https://idp-hop.test/Shibboleth.sso/Login?target=%2Ffiles%2Fmill", Redirect(IDP)),
        Page(IDP, Answer(page("University login", "<form><input name='u'><input type='password' name='p'></form>"))),
        *FINE_AGAIN,
        *AWAY_AGAIN,
        *(
            Page(
                f"https://{host}/files/mill",
                None,
                Truth("parked", "broken", MILL, "a name for sale", also=("soft_404",)),
            )
            for host in PARKED_AGAIN
        ),
    ),
)
