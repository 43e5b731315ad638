"""The pieces of a classification by themselves: error names and addresses, cookies, robots.txt, siblings."""

from __future__ import annotations

import asyncio
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.scripted import ScriptedWeb, article, failure, html, redirect, response
from verifier.checks.cookies import Jar
from verifier.checks.follow import follow, resolve_target
from verifier.checks.likeness import Likeness
from verifier.checks.robots import Robots, Rules
from verifier.checks.sibling import SiblingProbe
from verifier.checks.signs import error_names
from verifier.checks.signs.error_addresses import error_address, vague_error_address
from verifier.checks.signs.error_names import is_error_name
from verifier.web.exchange import FailureKind


@pytest.mark.parametrize(
    "name",
    [
        "404", "404 Not Found", "Page not found | Gazette", "Page not found - Gazette", "Gazette – Page not found",
        "Oops! That page can’t be found. – Blog", "Seite nicht gefunden | Zeitung", "Error 404: Page not found",
        "404 - File or directory not found.", "Page Not Found (404)", "ページが見つかりません | サイト",
        "페이지를 찾을 수 없습니다", "Erreur 404 - Page introuvable", "Sorry, this page is no longer available",
        "HTTP 404", "Page non trouvée", "Страница не найдена — Сайт", "未找到页面", "页面不存在", "Sidan hittades inte",
        "Página no encontrada", "Página não encontrada", "Pagina non trovata", "Pagina niet gevonden",
        "Sayfa bulunamadı",
        "Nie znaleziono strony", "Stránka nenalezena", "Η σελίδα δεν βρέθηκε",
        "الصفحة غير موجودة", "Halaman tidak ditemukan", "पृष्ठ नहीं मिला | समाचार", "ไม่พบหน้าที่คุณต้องการ",
        "La page que vous cherchez est introuvable", "Die angeforderte Seite existiert nicht", "您访问的页面不存在",
        "요청하신 페이지를 찾을 수 없습니다", "Aradığınız sayfa bulunamadı", "Запрашиваемая страница не найдена",
    ],
)  # fmt: skip
def test_names_of_error_pages(name):
    assert is_error_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "", "--", "Gazette", "Page not found: the history of the 404 error", "Why the page you want is not found",
        "The 404 Media story about missing pages", "Missing pages in the archive", "Not found: a novel | Books",
        "Missing",
        "Missing persons | Police", "404 ways to cook an egg", "Lost and found", "Error analysis in linguistics",
        "Page | Gazette", "Gone with the wind", "Die gesuchte Seite der Medaille", "The page you requested",
        "La page que vous cherchez", "您访问的页面", "Пропавшая страница не найдена в архиве Пскова",
    ],
)  # fmt: skip
def test_names_of_other_pages(name):
    assert not is_error_name(name)


@given(st.text(max_size=300))
def test_any_name_is_judged(name):
    assert is_error_name(name) in (True, False)


@pytest.mark.parametrize("piece", ["page ", "the page ", "a", " ", "-", ": ", "| ", "'", "404 "])
def test_long_names_are_judged_in_time(piece):
    started = time.thread_time()
    is_error_name(piece * 200_000)
    assert time.thread_time() - started < 1


@pytest.mark.parametrize(
    ("url", "error", "vague"),
    [
        ("https://s.example/404", True, False), ("https://s.example/404.html", True, False),
        ("https://s.example/error/404", True, False), ("https://s.example/en/page-not-found/", True, False),
        ("https://s.example/a?aspxerrorpath=/b", True, False), ("https://s.example/errors/notfound.aspx", True, False),
        ("https://s.example/x?error=404", True, False), ("https://s.example/error-404/index.php", True, False),
        ("https://s.example/Error.aspx", False, True), ("https://s.example/error-page", False, True),
        ("https://s.example/2019/404-errors-explained", False, False), ("https://s.example/x?id=404", False, False),
        ("https://s.example/terror", False, False), ("https://s.example/", False, False),
    ],
)  # fmt: skip
def test_addresses_of_error_pages(url, error, vague):
    assert (error_address(url), vague_error_address(url)) == (error, vague)


@pytest.mark.parametrize(
    ("base", "location", "target"),
    [
        ("https://s.example/a/b", "c", "https://s.example/a/c"),
        ("https://s.example/a/b", "/c", "https://s.example/c"),
        ("https://s.example/a/b", "//t.example/c", "https://t.example/c"),
        ("https://s.example/a/b", "?q=1", "https://s.example/a/b?q=1"),
        ("https://s.example/a#f", "/c", "https://s.example/c#f"),
        ("https://s.example/a#f", "/c#g", "https://s.example/c#g"),
        ("https://s.example/a", "  /c\n", "https://s.example/c"),
        ("https://s.example/a", "\\\\t.example\\c", "https://t.example/c"),
        ("https://s.example/a", "https://u:p@t.example/c", "https://t.example/c"),
        ("https://s.example/a", "mailto:a@b", "mailto:a@b"),
        ("https://s.example/a", "http://[::1", None),
        ("https://s.example/a", "https:///c", None),
        ("https://s.example/a", "http://t.example:99999/", None),
    ],
)
def test_where_a_redirect_leads(base, location, target):
    assert resolve_target(base, location) == target


@given(st.text(max_size=60))
def test_any_location_leads_somewhere_or_nowhere(location):
    target = resolve_target("https://s.example/a", location)
    assert target is None or ":" in target


@pytest.mark.parametrize(
    ("set_by", "cookie", "asked", "sent"),
    [
        ("https://s.example/a/b", "n=v", "https://s.example/a/c", "n=v"),
        ("https://s.example/a/b", "n=v", "https://s.example/x", ""),
        ("https://s.example/a/b", "n=v; Path=/", "https://s.example/x", "n=v"),
        ("https://s.example/a", "n=v; Path=/ab", "https://s.example/abc", ""),
        ("https://s.example/", "n=v", "https://www.s.example/", ""),
        ("https://www.s.example/", "n=v; Domain=s.example", "https://api.s.example/", "n=v"),
        ("https://www.s.example/", "n=v; domain=.s.example", "https://s.example/", "n=v"),
        ("https://www.s.example/", "n=v; Domain=example", "https://t.example/", ""),
        ("https://www.s.co.uk/", "n=v; Domain=co.uk", "https://t.co.uk/", ""),
        ("https://s.example/", "n=v; Domain=t.example", "https://t.example/", ""),
        ("https://s.example/", "n=v; Secure", "http://s.example/", ""),
        ("https://s.example/", "n=v; Secure", "https://s.example/", "n=v"),
        ("https://s.example/", "n=", "https://s.example/", "n="),
        ("https://s.example/", "novalue", "https://s.example/", ""),
        ("https://s.example/", "=v", "https://s.example/", ""),
        ("https://s.example/", "n=v\r\nX: y", "https://s.example/", ""),
        ("http://192.0.2.1/", "n=v; Domain=0.2.1", "http://9.0.2.1/", ""),
    ],
)
def test_cookies_go_where_they_belong(set_by, cookie, asked, sent):
    jar = Jar()
    jar.store(set_by, [cookie])
    assert jar.header(asked) == sent


def test_cookies_are_replaced_deleted_and_bounded():
    jar = Jar()
    jar.store("https://s.example/", ["a=1; Path=/", "a=2; Path=/", "b=1; Path=/", "c=1; Path=/"])
    jar.store("https://s.example/", ["b=; Path=/; Max-Age=0", "c=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT"])
    assert jar.header("https://s.example/") == "a=2"
    jar.store("https://s.example/", [f"n{number}=1" for number in range(500)])
    assert jar.header("https://s.example/").count(";") < 50


@given(st.text(max_size=100))
def test_any_cookie_is_taken_or_left(header):
    jar = Jar()
    jar.store("https://s.example/a", [header])
    assert "\n" not in jar.header("https://s.example/a") and "\r" not in jar.header("https://s.example/a")


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", True),
        ("User-agent: *\nDisallow: /private", True),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: verifier\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: other\nDisallow: /", True),
        ("User-agent: *\nDisallow: /*a*a*a*a*a*a*a*a*a*a$", False),
        ("<html>not robots.txt</html>", True),
    ],
)
def test_robots_txt(text, allowed):
    assert Rules.parse(text).allow("https://s.example/2019/made-up") is allowed


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_robots_txt_that_cannot_be_had_forbids(status):
    web = ScriptedWeb({"https://s.example/robots.txt": response("", status)})
    assert asyncio.run(Robots(web).allow("https://s.example/a")) == (False, 1)


def test_robots_txt_is_asked_for_once_per_origin():
    web = ScriptedWeb({})

    async def scenario():
        robots = Robots(web)
        return [await robots.allow(url) for url in ("https://s.example/a", "https://s.example/b", "http://s.example/")]

    assert asyncio.run(scenario()) == [(True, 1), (True, 0), (True, 1)]


@pytest.mark.parametrize(
    ("url", "before", "after"),
    [
        ("https://s.example/a/b.html", "https://s.example/a/", ".html"),
        ("https://s.example/a/b/", "https://s.example/a/", "/"),
        ("https://s.example/b.longsuffix", "https://s.example/", ""),
        ("https://s.example/", None, None),
        ("https://s.example", None, None),
        ("https://s.example/the-long-ebb?part=3", None, None),
    ],
)
def test_where_a_sibling_stands(url, before, after):
    web = ScriptedWeb({})
    chain = asyncio.run(follow(web, url))
    likeness, requests = asyncio.run(SiblingProbe(web, name=lambda _place: "madeup").compare(chain))
    if before is None:
        assert (likeness, requests, len(web.asked)) == (Likeness.UNKNOWN, 0, 1)
    else:
        assert (likeness, requests, web.urls[-1]) == (Likeness.HONEST, 2, f"{before}madeup{after}")


@pytest.mark.parametrize(
    ("sibling", "likeness"),
    [
        (response(article("Rivers")), Likeness.SAME),
        (response(article("Something else entirely", text="other words " * 90)), Likeness.DIFFERENT),
        (response("", 404), Likeness.HONEST),
        (response("", 410), Likeness.HONEST),
        (response("", 401), Likeness.UNKNOWN),
        (response("", 429), Likeness.UNKNOWN),
        (response("", 500), Likeness.UNKNOWN),
        (response(b"%PDF", content_type="application/pdf"), Likeness.UNKNOWN),
        (failure(FailureKind.READ_TIMEOUT), Likeness.UNKNOWN),
        (redirect("https://s.example/a/madeup"), Likeness.UNKNOWN),
    ],
)
def test_what_a_sibling_tells(sibling, likeness):
    web = ScriptedWeb({"https://s.example/a/rivers": response(article("Rivers"))}, missing=sibling)
    web.pages["https://s.example/robots.txt"] = [response("", 404)]
    chain = asyncio.run(follow(web, "https://s.example/a/rivers"))
    assert asyncio.run(SiblingProbe(web, name=lambda _place: "madeup").compare(chain))[0] is likeness


def test_words_that_repeat_the_address_do_not_tell_pages_apart():
    def echo(name: str):
        return response(html("Library", f"<p>You are at /a/{name} .</p><p>{'All books are lent. ' * 20}</p>"))

    web = ScriptedWeb({"https://s.example/a/x9": echo("x9"), "https://s.example/a/madeup": echo("madeup")})
    chain = asyncio.run(follow(web, "https://s.example/a/x9"))
    assert asyncio.run(SiblingProbe(web, name=lambda _place: "madeup").compare(chain))[0] is Likeness.ECHO


def test_no_phrase_is_passed_over_for_want_of_a_telling_word():
    passed_over = [phrase for phrase in error_names._phrases() if phrase.isascii() and not is_error_name(phrase)]
    assert passed_over == []
