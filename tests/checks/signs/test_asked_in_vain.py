"""What was asked for in vain, told by its sentence; and short texts that are about something else."""

from __future__ import annotations

import pytest

from verifier.checks.page.reading import read_page
from verifier.checks.signs.asked_in_vain import asked_in_vain

URL = "https://site.example/archive/case-118"
HEARD = (
    "The court heard nine witnesses on the ferry and the quay and gave its judgment in the town hall on a rainy day."
)


def sign(heading: str, *said: str) -> object:
    body = f"<h1>{heading}</h1>" + "".join(f"<p>{one}</p>" for one in said)
    return asked_in_vain(URL, read_page(f"<title>Quay</title><body>{body}".encode(), "text/html; charset=utf-8"))


@pytest.mark.parametrize(
    ("heading", "said", "why"),
    [
        ("Notice", "The requested thread does not exist.", "English; a thread"),
        ("Tiedote", "Pyydettyä viestiketjua ei ole olemassa.", "Finnish; a word for threads that no list has"),
        ("", "Gradivo s to identifikacijsko številko ne obstaja.", "Slovene; by a number"),
        ("", "Nie znaleziono zabytku o podanym numerze.", "Polish; a monument"),
        ("Ой", "За адресою /archive/case-118 нічого немає.", "Ukrainian; the address is told back"),
        ("Jejda", "Tady nic není. Možná jsme to přesunuli.", "Czech; a guess, and that nothing is here"),
        ("Síðan fannst ekki", "Hún gæti hafa verið fjarlægð.", "Icelandic; a guess, and that it was not found"),
        ("Hm", "La page a peut-être été déplacée ou supprimée.", "French; a guess between two"),
        ("Ops", "A publicação que procura já não existe.", "Portuguese; what the reader looks for"),
        ("抱歉", "您访问的作品已被删除", "Chinese; what the reader visits"),
    ],
)
def test_the_request_was_in_vain(heading: str, said: str, why: str) -> None:
    assert sign(heading, said) is not None, why


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (("The ferry may have been moved to the north quay.",), "a guess about a ferry"),
        (("The file may have been moved or deleted by the ministry in 1990.",), "a guess about the past"),
        (("The statue may have been moved or removed during the war.",), "a guess between two about a statue"),
        (("The requested funds were granted.",), "nothing is missing"),
        (("Open from nine to five.", "Can't find what you are looking for? Write to us."), "a question on every page"),
        (("Offen von neun bis fünf.", "Sie haben nicht gefunden, was Sie suchen? Schreiben Sie."), "the same, German"),
        (("开放时间：九点到五点。", "没有找到您要找的内容？请联系我们。"), "the same, Chinese"),
        (("Ανοιχτά από τις εννέα.", "Δεν βρέθηκε αυτό που ψάχνετε; Γράψτε μας."), "the same, Greek"),
        (("Der gesuchte Mann wurde nicht gefunden.",), "whom the police want"),
        (("По указанному адресу никого не нашли, человек не найден.",), "a place in a town"),
        (("Das Bild wurde möglicherweise entfernt.",), "a guess about a picture, and no other"),
        (("The lost bell was not found.",), "nobody asked for it here"),
        (("The page you requested is for members, and access was removed.",), "readers who are not let in"),
        (("The requested video is not available in your country, it was removed there.",), "a country"),
        (("The requested page is temporarily gone, please try again later.",), "it comes back"),
        (
            ("The requested papers were not found.", HEARD),
            "a text with such a sentence in it",
        ),
        (("The requested papers were not found.", "The keeper went home. " * 20), "a longer text"),
    ],
)  # fmt: skip
def test_short_texts_on_other_things(said: tuple[str, ...], why: str) -> None:
    assert sign("Quay", *said) is None, why
