"""Short pages that turn readers away, set them a puzzle, or say that a site is shut; and pages that only come near."""

from __future__ import annotations

import pytest

from tests.checks.scripted import ScriptedWeb, check, html, response

URL = "https://site.example/a/keeper"
FORM = """<h1>Write to us</h1><form><input name=name><textarea></textarea><img src=/captcha.png>Code in the picture
    <input name=captcha></form>"""
PICTURE = "<form><img src=/captcha.png><input name=code><button>Go</button></form>"


PROTECTED = "<form><input name=mail><div class=g-recaptcha></div></form><p>This site is protected by reCAPTCHA.</p>"


def outcome(body: str, title: str = "Quay") -> str:
    return check(ScriptedWeb({URL: response(html(title, body))}), URL).result.outcome.value


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (f"<p>Introduceți caracterele din imagine</p>{PICTURE}", "a code in a picture, ro"),
        (f"<p>Potwierdź, że nie jesteś robotem</p>{PICTURE}", "who asks, pl"),
        ("<h1>Проверка</h1><p>Перетащите ползунок вправо</p>", "a slider without a mark, ru"),
        (
            "<p>Please complete the CAPTCHA to continue.</p><div class='g-recaptcha'></div>",
            "a widget, filled by script",
        ),
        ("<p>スライドして認証してください</p><div id=slide-verify></div>", "a slider by its name, ja"),
    ],
)
def test_a_page_that_only_sets_a_puzzle_is_a_wall(body: str, why: str) -> None:
    assert outcome(body) == "bot_wall", why


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("<h1>The keeper</h1><p>Этот пост для платных подписчиков.</p>", "for paying readers, ru"),
        ("<h1>The keeper</h1><p>Este artículo es para suscriptores de pago.</p>", "the same, es"),
        ("<p>Otevřete tento odkaz prosím v aplikaci.</p>", "only in an app, cs"),
        (
            "<p>Czytaj z reklamami albo wykup abonament za 9 zł.</p><button>Akceptuję</button><button>Kup</button>",
            "advertising or money, pl",
        ),
    ],
)
def test_a_page_that_turns_readers_away_is_a_gate(body: str, why: str) -> None:
    assert outcome(body) == "access_wall", why


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Report</h1><p>You are not authorized to view this page.</p>",
        "<p>Nemáte oprávnění k zobrazení této stránky.</p>",
        "<p>您没有权限查看该页面。</p>",
    ],
)
def test_a_page_that_lets_nobody_in_is_denied(body: str) -> None:
    assert outcome(body) == "access_denied"


@pytest.mark.parametrize(
    ("title", "body", "why"),
    [
        ("Hooldus", "<h1>Hooldustööd</h1>", "work on the site, et"),
        ("Site", "<h1>Lucrări de mentenanță</h1>", "the same, ro"),
        ("Suspended", "<p>Ce site a été suspendu.</p>", "the host has shut it, fr"),
        ("暂停", "<p>该网站已被暂停</p>", "the same, zh"),
    ],
)
def test_a_shut_site_shows_nothing_today(title: str, body: str, why: str) -> None:
    assert outcome(body, title) == "server_error", why


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (FORM, "a form to write with"),
        ("<h1>Robots in the harbour</h1><p>A robot now cleans the hulls.</p>", "a note on robots"),
        (f"<h1>Human rights at the quay</h1><p>A note.</p>{PROTECTED}", "a note beside a widget that protects a form"),
        ("<h1>Maps</h1><p>Members who paid get the map of the estuary by post in May.</p>", "a note on members"),
        (
            f"<h1>Pier closed</h1><p>{'Access is denied to all but boats. ' + 'Anglers wait. ' * 12}</p>",
            "a note on anglers",
        ),
        ("<h1>Ferry app</h1><p>The app opens in May.</p>", "a note on an app"),
        ("<h1>Radio spots</h1><p>Advertising costs 9 € a line.</p><button>Subscribe to our news</button>", "a price"),
        ("<h1>Śluza</h1><p>Prace serwisowe od 4 do 9 maja.</p>", "a notice of works, with its days"),
        ("<h1>Bank case</h1><p>Accounts of 12 firms were suspended by the bank in 2019.</p>", "a note on accounts"),
    ],
)
def test_pages_that_come_near_are_fine(body: str, why: str) -> None:
    assert outcome(body) == "ok", why
