"""Short pages that say why there is nothing to read today, in many languages, and short pages that are to be read."""

from __future__ import annotations

import pytest

from tests.checks.scripted import html
from verifier.checks.page.phrases import plain
from verifier.checks.page.reading import read_page
from verifier.checks.signs.notices import at_rest, under_maintenance

AT_REST = [
    ("Back soon", "We are working on the site. Please come back later."),
    ("Startseite", "Wir arbeiten an unserer Website und sind in Kürze wieder für Sie da."),
    ("Fermé", "Des travaux sont en cours sur le site, revenez bientôt."),
    ("Aviso", "El sitio está recibiendo demasiadas visitas, vuelva más tarde."),
    ("Hinweis", "Unsere Server sind überlastet. Bitte versuchen Sie es später noch einmal auf dieser Seite."),
    ("Przerwa", "Pracujemy nad stroną, wrócimy wkrótce."),
    ("Внимание", "Сайт перегружен, зайдите позже."),
    ("お知らせ", "サイトは大変混雑しています。しばらくお待ちください。"),
    ("Error", "Error establishing a database connection"),
    ("Erreur", "Impossible d'établir la connexion à la base de données"),
    ("Oups", "SQLSTATE[HY000] [2002] Connection refused"),
    ("Chyba", "Nelze se připojit k databázi."),
]


@pytest.mark.parametrize(("title", "said"), AT_REST)
def test_sites_at_rest(title: str, said: str) -> None:
    assert under_maintenance(read_page(html(title, f"<p>{said}</p>").encode(), "text/html; charset=utf-8"))


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("We are working on a history of the mill. Volume two is out.", "work on a book"),
        ("The road is busy in summer. Later in the year it is not.", "a road, and no site"),
        ("The museum was closed for improvements and has opened again.", "improvements of a house"),
        ("The register is a database of mills.", "a database that is well"),
        ("The page could not be found. Check the address and try again.", "an error page"),
        ("Unsere Website wurde überarbeitet. Bitte nutzen Sie die Suche.", "renewed, and older addresses are lost"),
        ("Tady nic není. Zpět na úvod.", "the way back home is no coming back"),
        ("Επιστρέψτε στην αρχική.", "nor is it in Greek"),
        ("Nothing is here. In line with the rules of 2019 old files were destroyed.", "a line of another kind"),
        ("No hay nada aquí. Gracias por la colaboración.", "“la cola” within a word"),
    ],
)
def test_short_pages_that_are_not(said: str, why: str) -> None:
    read = read_page(html("Mill", f"<p>{said}</p>").encode(), "text/html; charset=utf-8")
    assert under_maintenance(read) is None, why
    assert at_rest(plain(said)) is None, why


def test_a_manual_that_names_a_fault_has_menus() -> None:
    menus = "<nav><a href=/a>A</a><a href=/b>B</a><a href=/c>C</a></nav>"
    body = html("Messages", f"{menus}<p>Error 2002: the connection to the database server was refused.</p>")
    assert under_maintenance(read_page(body.encode(), "text/html; charset=utf-8")) is None


@pytest.mark.parametrize(
    "said",
    [
        "Wartung",
        "Trabajos en curso. Volvemos pronto.",
        "Chwilowo niedostępne, później",
        "Prace serwisowe do godz. 6:30",
        "U staat in de wachtrij: nog 40 wachtenden voor u",
        "Siete in coda, posizione 12",
        "고객님 앞에 대기열 12명",
    ],
)
def test_where_every_address_says_it_fewer_words_will_do(said: str) -> None:
    assert at_rest(plain(said))
