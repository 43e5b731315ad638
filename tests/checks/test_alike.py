"""Pages that a host shows for made-up addresses too: which are error pages, and which are something else."""

from __future__ import annotations

import asyncio

import pytest

from tests.checks.scripted import NOW, PROSE, ScriptedWeb, article, check, html, redirect, response
from verifier.checks.live import LiveChecker
from verifier.model.evidence import Page, Sought
from verifier.web.exchange import Response

URL = "https://site.example/2019/rivers"
HOME = "https://site.example/"
ROBOTS = "https://site.example/robots.txt"
MENU = "<header><a href=/>Gazette</a></header><nav><a href=/a>News</a><a href=/b>About</a><a href=/c>Contact</a></nav>"
SEARCH = "<form action=/search><input name=q><button>Find</button></form>"


def dressed(middle: str, title: str = "Gazette", lang: str = "en") -> str:
    return html(
        title, f"{MENU}{SEARCH}<main>{middle}</main><footer>{MENU}</footer><script src=a.js></script>", lang=lang
    )


def never(_page: object) -> bool:
    """No page bears the cited title."""
    return False


ROWS = [
    (html("Тех. работы", "<h1>Идут работы</h1><p>Скоро вернёмся.</p>"), "server_error", "no site named"),
    (dressed("<h1>Volvemos pronto</h1><p>Trabajos en curso.</p>"), "server_error", "at rest, amid all its menus"),
    (html("Zu viele", "<p>Zu viele Besucher sind gerade hier.</p><p>Später wieder.</p>"), "server_error", "too many"),
    (html("ጋዜጣ", "<h1>ይቅርታ</h1><p>እባክዎ ቆይተው ይሞክሩ።</p>"), "server_error", "no word known"),
    (html("G", "<p>Mantenimiento y Cía.: página no encontrada.</p>"), "soft_404", "it is missing"),
    (html("Welcome to nginx!", "<h1>Welcome to nginx!</h1><p>It works.</p>"), "soft_404", "no site set up"),
    (html("Account suspended", "<p>Ask your provider.</p>"), "soft_404", "nobody pays for the site"),
    (html("ጋዜጣ 404", "<p>ይቅርታ</p>"), "soft_404", "no word known, but a number"),
    (dressed("<h1>Relace vypršela</h1><p>Začněte prosím znovu.</p>"), "access_denied", "the reader's own session"),
    (dressed("<h1>Seans</h1><p>Teie seanss on lõppenud.</p>"), "access_denied", "the same, in Estonian"),
    (dressed("<h1>Kayıtlar</h1><p>Erişim yalnızca kurum ağından mümkündür.</p>"), "access_denied", "for some readers"),
    (dressed("<h1>Databáze</h1><p>Záznam nebyl nalezen. Zkuste to znovu později.</p>"), "soft_404", "gone, though"),
    (html("Gazette", "<p>Anna orria jan du.</p><a href='/'>Hasiera</a>"), "soft_404", "it leads home"),
    (html("Gazette", f"<p>Orri hau jan dute.</p>{SEARCH}"), "soft_404", "it offers a search"),
    (html("Gazette", "<p>Nothing at this address.</p>"), "soft_404", "it speaks of an address, not of the site"),
    (dressed(f"<h1>Hello</h1><p>{PROSE}</p>"), "soft_404", "a whole home page for every address"),
    (dressed("<p>Jatkatko?</p><button>Kyllä</button><button>Ei</button>"), "access_wall", "asks amid menus"),
    (dressed("<p>Jatkatko?</p><button>Kyllä</button><button>Go back</button>"), "access_wall", "an answer beside it"),
    (html("Чаты", "<p>500</p><p>Уже чиним</p>"), "server_error", "the number of a fault"),
    (html("Сайт", "<h1>Домен не прилинкован к папке на сервере</h1>"), "soft_404", "a name without a site"),
    (dressed("<div role=dialog><p>Ok?</p><button>A</button><button>B</button></div>"), "access_wall", "a dialogue"),
    (dressed("<h1>Page not found</h1><button>Back</button><button>Report</button>"), "soft_404", "an error, buttons"),
    (dressed("<div id=app><router-view></router-view></div>"), "unrendered", "a frame amid menus"),
    (dressed("<div class='skeleton' aria-busy=true><span>Cargando…</span></div>"), "unrendered", "grey bars for text"),
    (dressed("<template></template><script>self.x=[]</script>"), "unrendered", "nothing in the middle but a script"),
    (dressed("<div class=spinner></div><h1>Ohne Fund</h1><p>Hier war einmal etwas, heute ist es nicht mehr da.</p>"),
     "soft_404", "a wheel beside a text"),
    (dressed("<h1>Hinweis</h1><p>Ihr Browser ist veraltet.</p>", lang="de"), "unrendered", "wants another browser"),
    (dressed("<h1>Not found</h1><p>Go back in your browser.</p>"), "soft_404", "a browser's way back"),
    (html("Gazette", "<p>One moment.</p><form><div class=h-captcha></div></form>"), "bot_wall", "a captcha alone"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "outcome", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_what_one_page_for_every_address_is(body: str, outcome: str, why: str) -> None:
    web = ScriptedWeb({ROBOTS: response("", 404)}, missing=response(body))
    result = check(web, URL, expected=never).result
    assert result.outcome == outcome, (why, result.evidence)
    assert result.requests <= 4 and len(web.asked) == result.requests


@pytest.mark.parametrize(
    "body",
    [
        html("ጀልባ", "<p>4<svg></svg>4</p><p>ይቅርታ።</p><button>Go back</button><button>Try again</button>"),
        html("Беседы", "<p>Не та дорога</p><button>Назад к беседам</button>"),
        html("Marés", "<p>A maré levou tudo.</p><button>Início</button><button>Página anterior</button>"),
    ],
)
def test_buttons_that_only_lead_back_ask_nothing(body: str) -> None:
    web = ScriptedWeb({ROBOTS: response("", 404), HOME: response(article("News of today"))}, missing=response(body))
    assert check(web, URL, expected=never).result.outcome == "soft_404"


def test_a_numbered_error_in_a_line_of_the_text_tells_of_no_site_at_rest() -> None:
    said = "<h1>Сюда не дошли</h1><p>Вернёмся обратно и заглянем в погреб.</p>"
    for line, outcome in (("Ошибка 404", "soft_404"), ("Дом 404", "server_error")):
        body = response(html("Погреб", f"<div>{line}</div>{said}"))
        web = ScriptedWeb({ROBOTS: response("", 404), HOME: body}, missing=body)
        assert check(web, URL, expected=never).result.outcome == outcome, line


def bears(page: Page) -> bool:
    """Whether a page calls itself the Harbour Archive, by its title or a heading."""
    return "Harbour Archive" in (page.title, *page.headings)


def test_the_name_of_a_site_in_the_title_of_an_error_page_is_none_of_a_page() -> None:
    lost = html("Harbour Archive", "<h1>404</h1><p>Someone sailed off with it.</p>")
    everywhere = ScriptedWeb({ROBOTS: response("", 404)}, missing=response(lost))
    looked = check(everywhere, URL, expected=bears)
    assert (looked.result.outcome, looked.result.confirmed) == ("soft_404", True)
    assert looked.page is not None and not bears(looked.page)
    here = ScriptedWeb({URL: response(lost), ROBOTS: response("", 404)})
    looked = check(here, URL, expected=bears)
    assert looked.page is not None and bears(looked.page), "others are told that nothing is there"
    named = response(html("404", "<h1>404</h1><h1>Harbour Archive</h1><p>The four hundred and fourth.</p>"))
    looked = check(ScriptedWeb({ROBOTS: response("", 404)}, missing=named), URL, expected=bears)
    assert looked.page is not None and bears(looked.page), "a heading is the page's own"


def test_what_servers_show_where_no_site_is_set_up_is_doubted_at_an_address_of_numbers_too():
    page = html("Default Web Site Page", "<h1>Sorry!</h1><p>If you own this site, write to those who host it. " * 9)
    web = ScriptedWeb({ROBOTS: response("", 404)}, missing=response(page))
    assert check(web, "https://site.example/2015/05.html").result.outcome == "soft_404"
    web = ScriptedWeb({"https://site.example/2015/05.html": response(page)})
    assert check(web, "https://site.example/2015/05.html").result.outcome == "ok", (
        "others are told that nothing is there"
    )


QUIET = response(html("ጋዜጣ", "<h1>ይቅርታ</h1><p>እባክዎ ቆይተው ይሞክሩ።</p>"))


@pytest.mark.parametrize(
    ("home", "outcome", "why"),
    [
        (QUIET, "server_error", "the home page, too"),
        (response(article("News of today")), "soft_404", "the host is well"),
        (redirect("/start"), "soft_404", "the home page is elsewhere"),
        (response("", 404), "soft_404", "no home page, no proof"),
        (response("", 503), "soft_404", "nor from a fault"),
    ],
)
def test_the_home_page_tells_a_host_at_rest_from_an_error_page(home, outcome, why):
    web = ScriptedWeb({ROBOTS: response("", 404), HOME: home}, missing=QUIET)
    assert check(web, URL, expected=never).result.outcome == outcome, why


def test_the_home_page_is_asked_for_once_and_only_where_robots_txt_allows():
    web = ScriptedWeb({ROBOTS: response("", 404)}, missing=QUIET)

    async def several():
        checker = LiveChecker(web, lambda: NOW)
        urls = (f"https://site.example/2019/{name}" for name in ("rivers", "lakes", "ponds"))
        return await asyncio.gather(*(checker.check(url, Sought(expected=never)) for url in urls))

    assert {looked.result.outcome for looked in asyncio.run(several())} == {"server_error"}
    assert web.urls.count(HOME) == 1
    forbidden = response("User-agent: *\nDisallow: /$", content_type="text/plain")
    web = ScriptedWeb({ROBOTS: forbidden}, missing=QUIET)
    assert check(web, URL, expected=never).result.outcome == "soft_404" and HOME not in web.urls


STORY = html("Mill money | Gazette", f"{MENU}<article><h1>Mill money</h1><p>{PROSE}</p></article>")


@pytest.mark.parametrize(
    ("url", "home", "outcome", "why"),
    [
        (
            "https://site.example/story/18812/rivers",
            article("News"),
            "ok",
            "the number chooses",
        ),
        ("https://site.example/story/18812/rivers", STORY, "ok", "one article, marked as such, on a site of one page"),
        ("https://site.example/2019/rivers", article("News"), "soft_404", "a year chooses nothing"),
        ("https://site.example/story/rivers", article("News"), "soft_404", "no number"),
    ],
)
def test_a_number_before_the_name_may_choose_the_page(url, home, outcome, why):
    web = ScriptedWeb({ROBOTS: response("", 404), HOME: response(home)}, missing=response(STORY))
    assert check(web, url, expected=never).result.outcome == outcome, why


def test_a_home_page_for_every_address_is_no_article_of_its_number():
    welcome = response(dressed(f"<h1>Welcome</h1><p>{PROSE}</p>"))
    web = ScriptedWeb({ROBOTS: response("", 404)}, missing=welcome)
    assert check(web, "https://site.example/story/18812/rivers", expected=never).result.outcome == "soft_404"


def test_equal_menus_do_not_make_two_pages_one():
    """All but a heading and a sentence are the same, and these name different things."""
    links = "".join(f"<li><a href=/t/{n}>Another headline of the day {n}</a></li>" for n in range(150))
    notice = html("Bulletin 7 | Mill", f"<h1>Bulletin 7</h1><p>The wheel stands still.</p><ul>{links}</ul>")
    lost = html("Nothing here | Mill", f"<h1>Nothing here</h1><p>The miller has lost it.</p><ul>{links}</ul>")
    web = ScriptedWeb({ROBOTS: response("", 404), URL: response(notice)}, missing=response(lost))
    assert check(web, URL, expected=never).result.outcome != "soft_404"
    web = ScriptedWeb({ROBOTS: response("", 404)}, missing=response(lost))
    assert check(web, URL, expected=never).result.outcome == "soft_404"


class Library(ScriptedWeb):
    """A host that looks for the words of whatever address is asked for, and finds none."""

    async def fetch(self, request):
        name = request.url.rpartition("/")[2].replace("-", " ")
        self.missing = response(dressed(f"<h1>No results for “{name}”</h1><p>0 items.</p>", f"Search: {name}"))
        return await super().fetch(request)


def bears_rivers(page) -> bool:
    return any("rivers and rights" in name for name in (page.title or "", *page.headings))


def test_a_search_for_the_words_of_the_address_does_not_bear_the_title():
    result = check(
        Library({ROBOTS: response("", 404)}), "https://site.example/rivers-and-rights", expected=bears_rivers
    )
    assert result.result.outcome == "soft_404" and result.result.confirmed


def test_nor_where_the_host_tells_something_else_back_for_a_made_up_name():
    def nothing(words: str):
        menus = "".join(f"<li><a href=/t/{n}>Another headline of the day {n}</a></li>" for n in range(30))
        return response(html(f"Search: {words}", f"<h1>No results for “{words}”</h1><p>0 items.</p><ul>{menus}</ul>"))

    url = "https://site.example/rivers-and-rights"
    web = ScriptedWeb({ROBOTS: response("", 404), url: nothing("rivers and rights")}, missing=nothing("your words"))
    assert check(web, url, expected=bears_rivers).result.outcome == "soft_404"


def test_a_page_about_a_search_bears_its_title():
    page = response(dressed(f"<h1>The search for rivers and rights</h1><p>{PROSE}</p>"))
    url = "https://site.example/rivers-and-rights"
    honest = check(ScriptedWeb({url: page}), url, expected=bears_rivers).result
    assert honest.outcome == "ok"
    everywhere = check(ScriptedWeb({ROBOTS: response("", 404)}, missing=page), url, expected=bears_rivers).result
    assert everywhere.outcome == "ok"


def test_a_notice_that_bears_the_cited_title_is_no_site_at_rest():
    notice = html(
        "Maintenance of the lock", "<h1>Maintenance of the lock</h1><p>Maintenance of the site goes on, back soon.</p>"
    )
    web = ScriptedWeb({URL: response(notice)})
    assert check(web, URL, expected=lambda _page: True).result.outcome == "ok"
    assert check(web, URL, expected=never).result.outcome == "server_error"


@pytest.mark.parametrize(
    ("body", "outcome", "why"),
    [
        (html("Welcome to nginx!", "<h1>Welcome to nginx!</h1><p>It works.</p>"), "soft_404", "a server's own page"),
        (html("Questo dominio", "<h1>Questo dominio è scaduto</h1><p>Rinnovalo.</p>"), "parked", "it ran out"),
        (html("Domenas", "<h1>Šis domenas užregistruotas</h1><p>Talpinimas.</p>"), "parked", "a registrar's page"),
        (html("Oh", "<p>Our server has lost its way to you</p>"), "server_error", "it speaks of a server"),
        (html("Gazette", "<h1>Gazette</h1><p>Anna orria jan du.</p>"), "server_error", "no word known"),
    ],
)
def test_without_a_title_too_a_server_without_a_site_is_known(body: str, outcome: str, why: str) -> None:
    page = response(body)
    web = ScriptedWeb({URL: page, HOME: page}, missing=page)
    assert check(web, URL).result.outcome.value == outcome, why


def test_without_a_title_a_line_that_every_address_gets_among_changing_teasers_is_worth_a_look():
    def page(teaser: str) -> Response:
        return response(dressed(f"<h1>Barkatu</h1><p>Ez dago halakorik hemen.</p><a href=/{teaser}>{teaser}</a>"))

    web = ScriptedWeb({ROBOTS: response("", 404), URL: page("uda eta negua mendian")}, missing=page("itsasoa gaur"))
    assert check(web, URL).result.outcome == "unrendered"


LINKS_TO_ANSWER = (
    "<div class=cookie-bar><p>We use cookies. You may change this.</p><a role=button>Settings</a><a role=button>Accept"
    "</a></div>"
)


def test_what_asks_for_consent_beside_an_error_asks_for_nothing_in_its_place():
    faulty = "<h1>This way leads nowhere</h1><p>It looks like the link pointing here was faulty.</p>"
    front = response(html("Quay", PROSE))
    web = ScriptedWeb({ROBOTS: response("", 404), HOME: front}, missing=response(html("Q", LINKS_TO_ANSWER + faulty)))
    assert check(web, URL, expected=lambda _page: False).result.outcome == "soft_404"
    few = response(html("Q", f"{LINKS_TO_ANSWER}<h1>Opa!</h1><p>Tudo aqui está vazio.</p>"))
    web = ScriptedWeb({ROBOTS: response("", 404), HOME: front}, missing=few)
    assert check(web, URL, expected=lambda _page: False).result.outcome == "soft_404"
    web = ScriptedWeb(
        {ROBOTS: response("", 404), HOME: front}, missing=response(html("Q", f"<p>Q</p>{LINKS_TO_ANSWER}"))
    )
    assert check(web, URL, expected=lambda _page: False).result.outcome == "access_wall"


OFFER = "<h1>Names for sale: how a parish buys one</h1><p>Buy this domain, it says.</p><p>Related searches: loans</p>"


@pytest.mark.parametrize(
    ("body", "outcome", "why"),
    [
        ("<h1>We are on strike</h1><p>Nothing appears here before Sunday.</p>", "server_error", "a weekday"),
        ("<h1>The register</h1><p>Open to readers from 7:00 to 22:00.</p>", "server_error", "hours of service"),
        ("<h1>Закрыто</h1><p>Сведения выдаются с 9:00 до 18:00.</p>", "server_error", "the same, of what is closed"),
        ("<h1>Zensur</h1>Heute bleibt die Zeitung leer.", "server_error", "a day that begins a line"),
        ("<h1>Hups</h1><p>Heute ist es nicht mehr da.</p>", "soft_404", "a day on which it is gone"),
        ("<h1>האתר סגור בשבת</h1><p>האתר ישוב במוצאי שבת.</p>", "server_error", "a feast, in Hebrew"),
        ("<h1>Banned</h1><p>Your IP address sent us too much.</p>", "access_denied", "whoever reads is barred"),
        ("<h1>Choose your country</h1><p><a href=/de/>Deutschland</a></p>", "access_wall", "a question, in links"),
        ("<p>Einen Augenblick, Sie werden weitergeleitet.</p>", "unrendered", "a way on"),
        ("<h1>Site suspendu</h1><p>Ce site est momentanément suspendu.</p>", "server_error", "for the moment"),
        ("<h1>Tudy cesta nevede</h1><p>Zkuste to jinudy, milý čtenáři.</p>", "soft_404", "none of these"),
        ("<h1>Hups</h1><p>Choose your topic from the list.</p>", "soft_404", "a way on through the site"),
        ("<h1>Page not found</h1><p>See what is new today.</p>", "soft_404", "something is missing, whatever the day"),
    ],
)
def test_few_words_for_every_address_may_speak_of_these_days(body: str, outcome: str, why: str) -> None:
    web = ScriptedWeb(
        {ROBOTS: response("", 404), HOME: response(html("Quay", PROSE))}, missing=response(html("", body))
    )
    assert check(web, URL, expected=never).result.outcome == outcome, why


SELLERS = (
    "<nav><a href=/tickets>Tickets</a><a href=/map>Map</a></nav><h1>quay.example: parking by the ferry</h1>"
    "<p>Parking from 2 crowns. Season tickets for sale at the gate.</p>"
)
BARE = "<h1>quay.example</h1><p>This domain is parked by its registrar.</p><a href=https://names.example/>Names</a>"


@pytest.mark.parametrize(
    ("path", "body", "missing", "outcome", "why"),
    [
        ("/", SELLERS, response("", 404), "ok", "a car park's home page, on a host that has errors"),
        ("/", SELLERS, response(html("quay.example", SELLERS)), "parked", "the same for every address"),
        ("/", BARE, response("", 404), "parked", "a registrar's page, which leads nowhere on its host"),
        ("/ferry", SELLERS, response("", 404), "ok", "another page of theirs"),
        ("/ferry", SELLERS, response(html("quay.example", SELLERS)), "parked", "but not for every address"),
        ("/", f"{SELLERS}<p>Related searches</p>", response("", 404), "parked", "advertisements, too"),
    ],
)
def test_sellers_of_other_things_than_their_domain_have_errors_for_made_up_addresses(path, body, missing, outcome, why):
    url = f"https://quay.example{path}"
    robots = "https://quay.example/robots.txt"
    web = ScriptedWeb({robots: response("", 404), url: response(html("quay.example", body))}, missing=missing)
    assert check(web, url).result.outcome == outcome, why


@pytest.mark.parametrize(
    ("missing", "title", "quote", "outcome", "why"),
    [
        (response("", 404), "Names for sale", None, "ok", "no lander has errors for made-up addresses"),
        (response(html("Other", PROSE)), "Names for sale", None, "ok", "nor another page"),
        (response(html("Names", OFFER)), "Names for sale", None, "parked", "landers may bear the cited title"),
        (response("", 404), "The weir", None, "parked", "another title"),
        (response(html("Names", OFFER)), "Names for sale", "Buy this domain, it says", "ok", "nobody quotes a lander"),
    ],
)
def test_a_page_that_seems_parked_and_bears_what_is_cited(missing, title, quote, outcome, why):
    web = ScriptedWeb({ROBOTS: response("", 404), URL: response(html("Names", OFFER))}, missing=missing)
    result = check(
        web,
        URL,
        expected=lambda page: title in " ".join(page.headings),
        quoted=lambda page: quote is not None and quote in page.text,
    ).result
    assert result.outcome == outcome, why
