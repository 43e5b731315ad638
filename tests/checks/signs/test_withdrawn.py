"""Pages that say that they were withdrawn, in many languages; and pages that come near."""

from __future__ import annotations

import pytest

from tests.checks.scripted import html
from verifier.checks.page.reading import read_page
from verifier.checks.signs.error_pages import error_signs
from verifier.checks.signs.withdrawn import says_so

URL = "https://site.example/a/18"
MENU = "<ul>" + "".join(f"<li><a href=/{n}>One of many things to read</a></li>" for n in range(20)) + "</ul>"
"""Menus that are not marked as such: 120 words, all in links."""
UNSEEN = "<meta name=robots content=noindex>"


def convicts(title: str, body: str, head: str = "") -> bool:
    read = read_page(html(title, body, head).encode(), "text/html; charset=utf-8")
    return error_signs((URL,), read).convicts


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Listing withdrawn", "This listing was taken down by its owner."),
        ("Anzeige gelöscht", "Die Anzeige wurde vom Anbieter entfernt."),
        ("Vidéo supprimée", "La vidéo n'est plus en ligne."),
        ("Anuncio retirado", "El anuncio ya no está disponible."),
        ("Anúncio removido", "O anúncio foi apagado pelo autor."),
        ("Annuncio scaduto", "Questo annuncio non è più online."),
        ("Vacature verlopen", "De vacature is niet langer beschikbaar."),
        ("Klippet är borttaget", "Videoklippet har tagits bort av ägaren."),
        ("Annonsen er slettet", "Annonsen finnes ikke lenger."),
        ("Opslaget er fjernet", "Stillingsopslaget findes ikke længere."),
        ("Ilmoitus on poistunut", "Ilmoitusta ei ole enää."),
        ("Wpis usunięty", "Autor skasował ten wpis."),
        ("Příspěvek byl smazán", "Tento příspěvek byl odstraněn."),
        ("Príspevok bol zmazaný", "Príspevok bol odstránený."),
        ("Hirdetés törölve", "A hirdetést a feladója eltávolította."),
        ("Anunț expirat", "Acest anunț nu mai este activ."),
        ("Объявление снято с публикации", "Автор удалил объявление."),
        ("Допис видалено", "Автор вилучив цей допис, його видалено."),
        ("Обявата е изтрита", "Тази обява вече не е активна."),
        ("Oglas je uklonjen", "Oglas je obrisan."),
        ("Η αγγελία διαγράφηκε", "Αυτή η αγγελία δεν υπάρχει πλέον."),
        ("Gönderi silindi", "Bu gönderi yayından kaldırıldı."),
        ("تم حذف المنشور", "لم يعد هذا المنشور موجودًا."),
        ("آگهی حذف شد", "این آگهی دیگر وجود ندارد."),
        ("הפוסט נמחק", "הפוסט הוסר על ידי הכותב."),
        ("पोस्ट हटाई गई", "यह पोस्ट मिटा दी गई है।"),
        ("帖子已被删除", "该帖子已被作者移除。"),
        ("影片已下架", "這部影片已被移除。"),
        ("投稿は削除されました", "この投稿の公開は終了しました。"),
        ("게시물이 삭제되었습니다", "작성자가 게시물을 삭제했습니다."),
        ("กระทู้ถูกลบแล้ว", "กระทู้นี้ถูกลบออกจากระบบ"),
        ("Tin đăng đã bị gỡ", "Tin đăng này không còn tồn tại."),
        ("Iklan telah dihapus", "Iklan ini tidak lagi tersedia."),
    ],
)
def test_what_says_so_twice_is_gone(title: str, sentence: str) -> None:
    assert convicts(f"{title} - Quay", f"{MENU}<h1>{title}</h1><p>{sentence}</p>")
    assert convicts("Quay", f"<p>{sentence}</p>"), "and hardly anything else"


STORY = "<p>" + "The lock was built in a dry year, and nobody knows by whom. " * 5 + "</p>"


@pytest.mark.parametrize(
    ("title", "body", "why"),
    [
        (
            "Article taken down",
            f"<h1>Article taken down</h1><p>This article was deleted.</p>{STORY}",
            "a story under it",
        ),
        ("The bridge", "<p>The old bridge was removed in May.</p>", "nothing that pages are made of"),
        ("Quay", f"{MENU}<p>Last week we removed one photo.</p>{STORY}", "news, in a sentence of many"),
        ("Video unavailable", "<p>This video was removed in your country.</p>", "others may see it"),
        ("Content taken down", "<p>This content was removed by order of a court.</p>", "an order"),
        ("Quay", "<p>This offer has expired. Your session ended. Reload it.</p>", "the reader's own session"),
        ("Profil gelöscht?", "<p>Das Profil ist vorübergehend entfernt.</p>", "it may come back"),
        ("Account suspended", "<p>This account was removed or suspended.</p>", "it may come back"),
        ("Recall", "<h1>Press 12</h1><p>The product was withdrawn from sale in May.</p>", "the text under a heading"),
        (
            "Retraction",
            "<h1>Retraction</h1><p>This article has been withdrawn by its authors.</p>",
            "the same, in a journal",
        ),
        ("The last lock", "<p>The lock keeper's post was given up long ago.</p>", "a post that is none"),
    ],
)
def test_what_only_comes_near_is_not(title: str, body: str, why: str) -> None:
    assert not convicts(title, body), why


@pytest.mark.parametrize(
    ("heading", "sentence", "is_gone"),
    [
        ("Bereits verkauft", "Dieses Inserat ist nicht mehr online.", True),
        ("Item sold", "This item was removed by its seller.", True),
        ("Offre pourvue", "Cette annonce n'est plus en ligne.", True),
        ("The lock keeper", "This job was removed from the budget.", False),
        ("Old bridge", "This listing was removed from the register.", False),
    ],
)
def test_a_heading_of_a_few_words_for_absence_agrees_with_its_text(heading: str, sentence: str, is_gone: bool) -> None:
    assert convicts("Fleet", f"{MENU}<h1>{heading}</h1><p>{sentence}</p>", UNSEEN) is is_gone


@pytest.mark.parametrize(
    ("statement", "gone", "why"),
    [
        ("this auction has ended", True, "what is on offer until somebody takes it"),
        ("diese stelle wurde schon vergeben", True, "the same, de"),
        ("эта вакансия уже закрыта", True, "the same, ru"),
        ("この求人は終了しました", True, "the same, ja"),
        ("the video can no longer be played", True, "no longer, whatever it was"),
        ("artykułu nie można już przeczytać", True, "the same, pl"),
        ("bu sayfa artık açılmıyor", True, "the same, tr"),
        ("diese anzeige gibt es nicht mehr.", True, "no longer, at the end of its sentence"),
        ("sold! this listing is over", False, "two sentences, neither of which says it"),
        ("the festival has ended", False, "no offer"),
        ("job filled", True, "hardly a word"),
        ("stelle des lotsen endlich besetzt", False, "news of somebody's offer"),
        ("the offer was taken to court, and the case closed", False, "the same"),
        ("該拍賣商品已結束", True, "pointing at it, zh"),
        ("this page is no longer updated", False, "it is there still"),
        ("diese seite wird nicht mehr gepflegt", False, "the same, de"),
        ("the bridge is no longer safe", False, "no page"),
    ],
)
def test_offers_are_taken_and_pages_are_no_longer(statement: str, gone: bool, why: str) -> None:
    assert says_so(statement) is gone, why


@pytest.mark.parametrize(
    "statement",
    [
        "diese anzeige ist online nicht mehr",
        "la oferta está activa ya no",
        "kuulutus ei kehti enam",
        "denne annonse er ikke lenger",
        "ilan geçerli değil artık",
    ],
)
@pytest.mark.parametrize("end", ["", ".", "!", " | site"])
def test_a_statement_says_the_same_with_its_full_stop_or_without(statement: str, end: str) -> None:
    assert says_so(statement + end)


@pytest.mark.parametrize(
    ("name", "gone"),
    [
        ("Article 12", "was deleted in 1990"),
        ("Artikel 12", "wurde gelöscht"),
        ("Article 12", "a été supprimé"),
        ("Статья 12", "удалена"),
        ("Artykuł 12", "usunięto"),
        ("Paragraph 7", "was removed"),
    ],
)
@pytest.mark.parametrize("heading", ["", "<h1>{name}</h1>"])
def test_a_paragraph_of_a_law_that_was_deleted_is_there_with_a_heading_or_without(name: str, gone: str, heading: str):
    assert not convicts(name, f"{heading.format(name=name)}<p>{name} {gone}.</p>")


def test_a_name_alone_is_no_statement_where_text_follows():
    text = "Il pleut sur le canal depuis trois jours et personne ne passe plus par ici le soir, sauf les chats. " * 2
    assert not convicts("Article supprimé", f"{MENU}<h1>Article supprimé</h1><p>{text}</p>")
    assert convicts("Article supprimé", f"{MENU}<h1>Article supprimé</h1>", UNSEEN)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tato stránka již není udržována.", "Această pagină nu mai este actualizată.", "لم يعد يتم تحديث هذه الصفحة.",
        "Šis puslapis nebėra atnaujinamas.", "Seda lehte enam ei uuendata.", "This page is no longer maintained.",
    ],
)  # fmt: skip
def test_what_nobody_keeps_up_is_there_still(sentence: str) -> None:
    assert not says_so(sentence.lower())
    assert not convicts("Ice, 2003", f"<h1>Ice, 2003</h1><p>{sentence}</p>")


def test_what_was_also_taken_down_is_not() -> None:
    assert says_so("this page is no longer maintained and was removed.")
