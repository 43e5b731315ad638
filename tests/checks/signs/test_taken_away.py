"""Pages that bear their title still, and hold a notice in place of their text."""

from __future__ import annotations

import pytest

from tests.checks.scripted import ScriptedWeb, check, html, response
from verifier.model.evidence import Page

URL = "https://site.example/a/silt"
HEAD = "<h1>The silt affair</h1>"
NOTICE = f"{HEAD}<p>This article has been removed following a complaint.</p>"


def outcome(body: str, title: str = "The silt affair", body_class: str = "") -> tuple[str, Page | None]:
    page = html(title, body).replace("<body>", f"<body class='{body_class}'>")
    found = check(ScriptedWeb({URL: response(page)}), URL, expected=lambda _page: True)
    return found.result.outcome.value, found.page


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (NOTICE, "en"),
        (f"{HEAD}<p>Cet article a été retiré à la demande d'un ayant droit.</p>", "fr"),
        (f"{HEAD}<p>Эта статья удалена по жалобе. Приносим извинения.</p>", "ru"),
        (f"{HEAD}<p>この記事は申し立てにより削除されました。</p>", "ja"),
        (f"{HEAD}<p>There is currently no text in this page. You can search for its title.</p>", "a wiki, en"),
        (f"{HEAD}<p>Det er for tiden ikke noe innhold på denne siden. Du kan opprette siden.</p>", "a wiki, nb"),
        (f"{HEAD}<p>Orri hau ezabatua izan da. 2019ko martxoaren 4a, 10:14.</p>", "a wiki's log, eu"),
        (f"{HEAD}<div class='noarticletext mw-content-ltr'><p>Qsdf wxcv.</p></div>", "a wiki's mark, in any language"),
    ],
)
def test_a_name_does_not_save_a_page_whose_text_is_gone(body: str, why: str) -> None:
    found, page = outcome(body)
    assert found == "soft_404", why
    assert page is not None
    assert (page.title, page.headings) == (None, ()), "nothing clears it by its name later"


def test_what_software_calls_the_body_of_its_error_page_is_a_sign() -> None:
    found, page = outcome(f"{HEAD}<p>Qsdf.</p>", body_class="blog error404 wp-x")
    assert found == "soft_404" and page is not None and page.title, "its name may clear it: no error page bears it"
    untitled = html("The silt affair", f"{HEAD}<p>Qsdf.</p>").replace("<body>", "<body class='error404'>")
    assert check(ScriptedWeb({URL: response(untitled)}), URL).result.outcome == "unrendered", "made-up names get others"
    assert check(ScriptedWeb({}, missing=response(untitled)), URL).result.outcome == "soft_404", "or the same"
    assert outcome(f"{HEAD}<p>Qsdf.</p>", body_class="page page-id-404 postid-404")[0] == "ok", "the number of a page"


@pytest.mark.parametrize(
    ("title", "body", "why"),
    [
        ("The silt affair", f"{HEAD}<p>This article has been removed by order of a court.</p>", "an order"),
        ("The silt affair", f"{HEAD}<p>This article was removed in your country.</p>", "others may see it"),
        ("The silt affair", f"{HEAD}<p>No text of this law is known.</p>", "what is known of a law"),
        ("The silt affair", f"{HEAD}<p>This page was removed. Please try again later.</p>", "it may come back"),
        ("The silt affair", f"{HEAD}<p>This lamp was withdrawn from sale after a complaint.</p>", "a recall"),
        ("The old bridge removed", "<h1>The old bridge removed</h1><p>This story of iron is over, it was removed.</p>",
         "what the page is about"),
        ("The silt affair", f"{HEAD}<p>This article has been withdrawn by its authors.</p>", "a journal's notice"),
        ("The silt affair", f"{NOTICE}<p>{'The council has met about the silt of the harbour. ' * 5}</p>", "a text"),
    ],
)  # fmt: skip
def test_what_only_comes_near_keeps_its_name(title: str, body: str, why: str) -> None:
    _, page = outcome(body, title)
    assert page is not None
    assert page.title == title, why
