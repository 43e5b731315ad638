"""The same troubles as in the first files, in further languages, labels and layouts; written before any rule was tried.

A rule that was fitted to the pages of the other files, and not to what they stand for, fails here.
"""

from __future__ import annotations

from tests.web.behaviours import Answer, Behaviour, Redirect
from tests.web.model import Host, Page, Site, Truth
from tests.web.pages import article, page, styled_error
from tests.web.prose import paragraphs
from tests.web.sites.making import good, soft, target, text, unclear

FERRY = "The night ferry and its passengers"
CARDS = "".join(
    f"<section class='card'><h3>Card {n}</h3><p>{words}</p><a href='/c/{n}'>more</a></section>"
    for n, words in enumerate(paragraphs("cards", count=7))
)
SAYS_SO: dict[str, Answer] = {
    "lautta.gov.test": Answer(
        styled_error("Voi ei, eksyit!", "Hakemaasi sivua ei ole enää olemassa.", site="Lauttavirasto", language="fi")
    ),
    "feribot.edu.example": Answer(
        styled_error("Aradığınız sayfa burada değil", "Sayfa kaldırılmış olabilir.", site="Feribot", language="tr")
    ),
    "ferry-kochi.test": Answer(
        page(
            "フェリー情報",
            "<div class='box'><p>申し訳ございません。お探しのページは移動または削除された可能性があります。</p>"
            "<a href='/'>トップへ</a></div>",
            language="ja",
        )
    ),
    "abbara.example": Answer(
        styled_error("عذراً!", "الصفحة التي تبحث عنها غير متاحة حالياً.", site="عبّارة", language="ar")
    ),
    "balsa.gob.test": Answer(
        page(
            "Balsa nocturna",
            "<div><strong>¡Vaya!</strong> Parece que este contenido ya no está aquí.<ul><li>Portada</li></ul></div>",
            language="es",
        )
    ),
    "phaquabien.test": Answer(
        styled_error("Rất tiếc", "Trang bạn yêu cầu không còn nữa.", site="Phà qua biển", language="vi")
    ),
    "cards.example": Answer(page("Ferry Board", f"<nav>Home</nav>{CARDS}")),
    "spa-404.test": Answer(
        page("Harbour", "<div id='root'><h2>Hmm.</h2><p>There is nothing at this address.</p></div>")
    ),
}
SOFT_THIRD = (
    *(
        soft(f"https://{host}/docs/2014/night-ferry", FERRY, "an error page with 200, in the host's own words")
        for host in SAYS_SO
    ),
    good("https://cards.example/docs/timetable-reform", "The reform of the timetable", "beside dead paths with cards"),
    good("https://balsa.gob.test/docs/2014/balsa-de-noche", "La balsa de noche", "beside", None, language="es"),
    soft("https://tosearch.test/reports/night-ferry.htm", FERRY, "every dead path goes to the search form"),
    target("https://tosearch.test/search", "Search the ferry board", count=1),
)

FOR_SALE: dict[str, tuple[str, str, str]] = {
    "veerboot-nacht.test": (
        "nl",
        "veerboot-nacht.test",
        "<h1>veerboot-nacht.test is te koop</h1><p>Deze domeinnaam kopen? Doe een bod.</p>",
    ),
    "nocny-prom.example": (
        "pl",
        "Domena na sprzedaż",
        "<p>Domena <b>nocny-prom.example</b> jest na sprzedaż.</p><form><button>Złóż ofertę</button></form>",
    ),
    "yakou-ferry.test": (
        "ja",
        "yakou-ferry.test",
        "<h1>yakou-ferry.test</h1><p>このドメインは販売中です。お問い合わせください。</p>",
    ),
}

GATES_THIRD: dict[str, tuple[str, Behaviour]] = {
    "balsa-noturna.test": (
        "a consent dialogue alone, in Portuguese",
        Answer(
            page(
                "A sua privacidade",
                "<div role='dialog'><h2>Valorizamos a sua privacidade</h2><p>Usamos cookies e tecnologias "
                "semelhantes.</p><button>Rejeitar</button><button>Aceitar e continuar</button></div>",
                language="pt",
            )
        ),
    ),
    "prom-login.example": (
        "a sign-in form alone, in Polish",
        Answer(
            page(
                "Logowanie",
                "<form><label>E-mail <input name='e'></label><label>Hasło <input type='password'></label>"
                "<button>Zaloguj się</button></form>",
                language="pl",
            )
        ),
    ),
    "traghetto-premium.test": (
        "the beginning of a text, then a request to subscribe, in Italian",
        Answer(
            page(
                FERRY,
                f"<h1>{FERRY}</h1><p>Il traghetto parte a mezzanotte.</p><p>Questo contenuto è riservato agli "
                "abbonati. Abbonati per continuare a leggere.</p>",
                language="it",
            )
        ),
    ),
    "sake-ferry.test": (
        "an age gate, in Japanese",
        Answer(
            page(
                "年齢確認",
                "<h1>年齢確認</h1><p>あなたは20歳以上ですか？</p><button>はい</button><button>いいえ</button>",
                language="ja",
            )
        ),
    ),
}
WALLS_THIRD: dict[str, tuple[str, Behaviour]] = {
    "yeogaekseon.test": (
        "a captcha in Korean, 403",
        Answer(
            page("보안 확인", "<p>로봇이 아닙니다.</p><div class='g-recaptcha' data-sitekey='x'></div>", language="ko"),
            403,
        ),
    ),
    "proof-of-work.example": (
        "a proof-of-work page with 200, by Anubis in German",
        Answer(
            page(
                "Es wird geprüft, ob du kein Bot bist",
                "<h1>Einen Moment</h1><script id='anubis_challenge' type='application/json'>{}</script>",
                language="de",
            )
        ),
    ),
}
FINE_THIRD = (
    good(
        "https://short-note.test/n/7",
        FERRY,
        "a note of two sentences",
        Answer(page(FERRY, f"<h1>{FERRY}</h1><p>The ferry sails at night.</p><p>It carries forty people.</p>")),
    ),
    good(
        "https://lexikon.test/w/seite-nicht-gefunden",
        "Seite nicht gefunden: Geschichte einer Meldung",
        "an article about such messages",
        None,
        language="de",
    ),
    good(
        "https://domain-history.test/essays/for-sale",
        "When the domain was for sale: a history of ferry names",
        "an essay about the trade",
        text(
            "When the domain was for sale: a history of ferry names",
            "domains",
            quote="The sign said that the domain is for sale, and buy this domain was written below it.",
        ),
    ),
    good(
        "https://consent-study.test/papers/cookies",
        "We value your privacy: a study of cookie banners",
        "a paper about consent, with a banner of its own",
        text(
            "We value your privacy: a study of cookie banners",
            "banners",
            before="<div role='dialog'><p>We use cookies.</p><button>Accept all</button></div>",
        ),
    ),
    good(
        "https://hidden-note.test/memo/3",
        FERRY,
        "kept out of search engines, and short",
        text(FERRY, "memo", count=1, head='<meta name="robots" content="noindex">'),
    ),
    good(
        "https://duchuan.test/wen/2019/0412.html",
        "夜间渡轮与乘客",
        "Chinese, under a numbered name",
        None,
        language="zh",
    ),
)
AWAY_THIRD = (
    unclear(
        "redirected_home",
        "https://sprachwahl.test/berichte/nachtfaehre.html",
        FERRY,
        "to the home page of one language",
        Redirect("/de/"),
    ),
    target("https://sprachwahl.test/de/", "Willkommen"),
    Page(
        "https://old-board.test/ferry.php?id=81",
        Redirect("https://new-board.test/ferry/night", 301),
        Truth("moved", "fix", FERRY, "a new address on a new host"),
    ),
    target("https://new-board.test/ferry/night", FERRY),
)
SITE = Site(
    hosts=(
        *(Host(host, missing=answer) for host, answer in SAYS_SO.items()),
        Host("tosearch.test", missing=Redirect("/search")),
        *(
            Host(host, missing=Answer(page(title, body, language=lang)))
            for host, (lang, title, body) in FOR_SALE.items()
        ),
        *(Host(host, missing=answer) for host, (_, answer) in WALLS_THIRD.items()),
        *(Host(host, missing=answer) for host, (_, answer) in GATES_THIRD.items()),
        Host("loud.test", missing=Answer(article("Not here", site="Loud"), 404)),
    ),
    pages=(
        *SOFT_THIRD,
        *(
            Page(f"https://{host}/docs/ferry", None, Truth("parked", "broken", FERRY, "for sale", also=("soft_404",)))
            for host in FOR_SALE
        ),
        *(unclear("access_wall", f"https://{h}/docs/ferry", FERRY, why) for h, (why, _) in GATES_THIRD.items()),
        *(unclear("bot_wall", f"https://{h}/docs/ferry", FERRY, why) for h, (why, _) in WALLS_THIRD.items()),
        *FINE_THIRD,
        *AWAY_THIRD,
        Page("https://loud.test/docs/ferry", None, Truth("not_found", "broken", FERRY, "a 404 with a long text")),
    ),
)
