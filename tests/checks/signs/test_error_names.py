"""What error pages call themselves, and names of other pages that come near."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timing import at_most
from verifier.checks.signs import error_names
from verifier.checks.signs.error_names import is_error_name


@pytest.mark.parametrize(
    "name",
    [
        "404", "Err 404", "404 Not Found", "Gaz 404 not found",
        "Page not found | Gazette", "Page not found - Gazette", "Gazette – Page not found",
        "Oops! That page can’t be found. – Blog",
        "Oups, cet article n'existe pas (ou plus) - Gazette",
        "Notícia indisponível | Gazeta",
        "Seite nicht gefunden | Zeitung", "Error 404: Page not found",
        "404 - File or directory not found.", "Page Not Found (404)", "ページが見つかりません | サイト",
        "페이지를 찾을 수 없습니다", "Erreur 404 - Page introuvable", "Sorry, this page is no longer available",
        "HTTP 404", "Page non trouvée", "Страница не найдена — Сайт", "未找到页面", "页面不存在", "Sidan hittades inte",
        "Página no encontrada", "Página não encontrada", "Pagina non trovata", "Pagina niet gevonden",
        "Sayfa bulunamadı",
        "Nie znaleziono strony", "Stránka nenalezena", "Η σελίδα δεν βρέθηκε",
        "الصفحة غير موجودة", "Halaman tidak ditemukan", "पृष्ठ नहीं मिला | समाचार", "ไม่พบหน้าที่คุณต้องการ",
        "La page que vous cherchez est introuvable", "Die angeforderte Seite existiert nicht", "您访问的页面不存在",
        "요청하신 페이지를 찾을 수 없습니다", "Aradığınız sayfa bulunamadı", "Запрашиваемая страница не найдена",
        "4 0 4", "4O4 | Gazette", "Такой страницы не существует", "Такої сторінки не існує", "Страницата не съществува",
        "Статията не е намерена | Бряг", "Az oldal nem létezik", "Stránku nelze najít", "Tražena stranica ne postoji",
        "Diese Seite existiert leider nicht", "De pagina is niet gevonden", "Siden kunne ikke findes", "Sidan saknas",
        "Hakemaasi sivua ei löytynyt", "Lehekülge ei leitud", "Tokio puslapio nėra", "Pagina căutată nu există",
        "ページが存在しません", "このページは存在しません", "페이지가 존재하지 않습니다", "该页面不存在",
        "找不到該頁面", "ไม่พบหน้านี้", "Không tìm thấy trang này", "Laman tidak dijumpai", "הדף המבוקש לא נמצא",
        "لم يتم العثور على الصفحة", "صفحه مورد نظر یافت نشد", "Sahifa topilmadi", "Páxina non atopada",
        "Event not found",
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
        "4 0", "4:4", "Why do I see “Page not found”? - Help", "Event removed", "Job gone", "Photo missing",
        "Art. 410", "6.5.4 404 Not Found", "§ 404", "§ 410 | Gesetze", "№ 404", "Hwy 404", "Bus 410 | Timetables",
        "Nr. 404", "第四章 ページが見つかりません",
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
    with at_most(1):
        is_error_name(piece * 200_000)


def test_no_phrase_is_passed_over_for_want_of_a_telling_word():
    passed_over = [phrase for phrase in error_names._phrases() if phrase.isascii() and not is_error_name(phrase)]
    assert passed_over == []
