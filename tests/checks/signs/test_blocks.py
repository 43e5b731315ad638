"""Pages that keep readers of a country out, or everybody by an order; and pages that speak of countries and orders."""

from __future__ import annotations

import pytest

from tests.checks.scripted import html
from verifier.checks.page.reading import read_page
from verifier.checks.signs.blocks import blocked, kept_out

MENU = "<ul>" + "".join(f"<li><a href=/{n}>One of many things to read</a></li>" for n in range(20)) + "</ul>"


def says(sentence: str) -> str | None:
    body = f"{MENU}<p>{sentence}</p><p>Quay, Harbour Street 12</p>"
    return blocked(read_page(html("Quay", body).encode(), "text/html; charset=utf-8"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Sorry, viewers outside this country cannot watch the film.",
        "This programme may only be shown in certain territories.",
        "Von Ihrem Standort aus ist dieser Inhalt nicht abrufbar.",
        "Cette vidéo ne peut pas être consultée depuis votre pays.",
        "El contenido no se puede ver desde su país.",
        "O vídeo não pode ser visualizado no seu país.",
        "Il video non è visibile nel tuo paese.",
        "Deze video is in uw land niet te bekijken.",
        "Klippet kan inte visas i ditt land.",
        "Videoen er ikke tilgjengelig i ditt land.",
        "Video ei ole katsottavissa maassasi.",
        "Nagranie nie jest dostępne w twoim kraju.",
        "Video ve vaší zemi nelze zobrazit, není dostupné.",
        "A videó az Ön országában nem elérhető.",
        "Clipul nu este disponibil în țara dumneavoastră.",
        "Видео недоступно для просмотра в вашей стране.",
        "Перегляд відео у вашій країні заборонено, воно недоступне.",
        "Το βίντεο δεν είναι διαθέσιμο στη χώρα σας.",
        "Bu video ülkenizden izlenemiyor.",
        "لا يمكن عرض هذا الفيديو في بلدك.",
        "این ویدیو در کشور شما قابل نمایش نیست.",
        "הסרטון אינו זמין לצפייה במדינה שלך.",
        "यह वीडियो आपके देश में नहीं देखा जा सकता।",
        "您所在的国家无法观看此视频。",
        "お住まいの国ではこの動画をご覧いただけません。地域の制限により視聴できません。",
        "이 동영상은 거주하시는 국가에서 볼 수 없습니다. 해당 국가에서는 제공되지 않습니다.",
        "วิดีโอนี้ไม่สามารถรับชมได้ในประเทศของคุณ",
        "Video này không xem được tại quốc gia của bạn.",
        "Video ini tidak dapat diakses dari negara Anda.",
        "This site is currently unavailable to visitors from the European Economic Area.",
        "Besuchern aus dem Europäischen Wirtschaftsraum können wir diese Seite nicht anzeigen.",
    ],
)
def test_readers_of_a_country_are_kept_out(sentence: str) -> None:
    assert says(sentence) == "the page only says that it is not shown in this country or region"


@pytest.mark.parametrize(
    "sentence",
    [
        "Access to this site has been blocked by order of the High Court.",
        "Der Zugang zu dieser Seite wurde auf Anordnung einer Behörde gesperrt.",
        "Доступ к ресурсу заблокирован по решению суда.",
        "Bu internet adresi mahkeme kararıyla erişime engellenmiştir.",
        "根据法律规定，该网站已被屏蔽。",
        "Доступ к этому сайту закрыт: решение принято на основании закона.",
        "La page est restreinte en application du règlement.",
        "Laman ini dibatasi menurut peraturan yang berlaku.",
        "Situs ini diblokir berdasarkan peraturan Kementerian, menurut hukum.",
    ],
)
def test_an_order_keeps_everybody_out(sentence: str) -> None:
    assert says(sentence) == "the page only says that it is blocked by an order"


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("Our maps of this region are available in the shop.", "nothing is denied"),
        ("In ganz Frankreich war das Buch nicht verfügbar.", "a country, but not the reader's"),
        ("This grant is only available to schools in the European Union.", "a union, and nobody's visit"),
        ("Der Hafen ist auf Anordnung der Behörde gesperrt.", "a harbour"),
        ("Проезд по мосту закрыт на основании решения суда.", "a bridge"),
        ("The court blocked the sale of the mill.", "no page"),
        ("This film is not about a country but about a river. " + "It was shot in one spring. " * 12, "a text"),
        ("Die Seite ist derzeit nicht verfügbar.", "neither a country nor an order"),
    ],
)
def test_what_only_speaks_of_it_is_not(sentence: str, why: str) -> None:
    assert says(sentence) is None, why


@pytest.mark.parametrize(
    ("body", "kept", "why"),
    [
        ("<h1>You need access</h1><p>Ask for access, or switch to an account with access.</p>", True, "a document's"),
        ("<h1>Sie benötigen Zugriff</h1><p>Fordern Sie ihn beim Eigentümer an.</p>", True, "the same, German"),
        ("<h1>Records</h1><p>If you need access to closed records, ask for access in writing.</p>", False, "help"),
    ],
)
def test_who_has_not_been_let_in_is_told_so_in_a_line(body: str, kept: bool, why: str) -> None:
    page = read_page(html("Papers", body).encode(), "text/html; charset=utf-8")
    assert (kept_out(page) is not None) is kept, why


def test_a_heading_that_ends_as_sentences_do_is_no_word_aside() -> None:
    heading = "Our visitors from abroad are important to all of us here."
    body = f"{MENU}<h1>{heading}</h1><p>This site is not available in your region.</p><p>Latest news</p>"
    assert blocked(read_page(html("Quay", body).encode(), "text/html; charset=utf-8")) is not None
