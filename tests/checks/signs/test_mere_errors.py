"""Pages headed by an error, an apology or a mere notice: what they tell decides."""

from __future__ import annotations

import pytest

from tests.checks.scripted import html
from verifier.checks.page.reading import read_page
from verifier.checks.signs.error_pages import error_signs

URL = "https://site.example/item/118"


def convicts(heading: str, said: str, url: str = URL) -> bool:
    body = f"<h1>{heading}</h1><p>{said}</p>"
    return error_signs((url,), read_page(html("Quay", body).encode(), "text/html; charset=utf-8")).convicts


@pytest.mark.parametrize(
    ("heading", "said", "why"),
    [
        ("Oups…", "Cette annonce a expiré.", "an apology, French"),
        ("Chyba", "Hľadaný článok sa nenašiel.", "the word error, Slovak"),
        ("Beklager", "Denne annonsen er ikke lenger aktiv.", "an apology, Norwegian"),
        ("Er is iets misgegaan", "Bestand niet gevonden. Correlatie-id: 8d0c", "a sentence for an error, Dutch"),
        ("Error", "Monument 118 could not be located.", "whatever the thing is"),
        ("Villa", "Síðan fannst ekki.", "an error in Icelandic, of a page"),
        ("Ups…", "Această pagină a fost ștearsă.", "an apology, Romanian, of a page"),
        ("알림", "존재하지 않는 게시물입니다.", "a mere notice, of a page, Korean"),
        ("Uwaga", "Ogłoszenie zostało usunięte.", "a mere notice, of a page, Polish"),
    ],
)
def test_what_the_text_tells_decides(heading: str, said: str, why: str) -> None:
    assert convicts(heading, said), why


@pytest.mark.parametrize(
    ("heading", "said", "why"),
    [
        ("Sorry", "The ferry does not run on Mondays.", "nothing is missing"),
        ("Aviso", "O navio não foi encontrado. As buscas terminaram.", "a ship is missing, and no page"),
        ("Fejl", "Prøv igen senere, siden er midlertidig fjernet.", "it comes back"),
        ("Error", "You do not have access, or the boat does not exist.", "readers may be kept out"),
        ("Villa", "Floor mosaic, removed to the museum in 1961.", "a house; an error in Icelandic"),
        ("UPS", "Supply of current for ships. Discontinued in 2009.", "a device; an apology elsewhere"),
        ("Trial and error", "The first boat was not found.", "more than an error"),
        ("Oops", "The keeper was not found. " + "He had gone home in the rain. " * 12, "a text"),
    ],
)
def test_other_texts_under_such_names(heading: str, said: str, why: str) -> None:
    assert not convicts(heading, said), why


LINE = "In this room hang twelve pages from the years of the first browsers, and the oldest of them came from a library"
PARAGRAPHS = f"{LINE}. {LINE}.</p>" + f"<p>{LINE}. {LINE}.</p>" * 2 + f"<p>Page not found, says the oldest. {LINE}."


def test_a_long_text_named_like_an_error_page_has_to_be_shown_elsewhere_too() -> None:
    read = read_page(
        html("Page not found", f"<h1>Page not found</h1><p>{PARAGRAPHS}</p>").encode(), "text/html; charset=utf-8"
    )
    signs = error_signs((URL,), read)
    assert not signs.convicts
    assert signs.suspicious, "a made-up address tells"
    rows = "".join(f"<p>Quay {number}, open from ten to six</p>" for number in range(40))
    listed = read_page(html("Page not found", f"<h1>Page not found</h1>{rows}").encode(), "text/html; charset=utf-8")
    assert error_signs((URL,), listed).convicts, "addresses and hours are no text"


def test_who_cites_the_address_of_an_error_page_cites_an_error_page() -> None:
    assert not convicts("Page not found", "The page was not found.", "https://site.example/status/404")
    assert convicts("Page not found", "The page was not found.", "https://site.example/status/118")
