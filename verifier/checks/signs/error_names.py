"""What error pages call themselves, in the words of many languages: whole names, and what texts say of the missing.

A title or a heading goes in, yes or no comes out.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from verifier.checks.page.phrases import Phrases, holds, plain
from verifier.checks.signs.mere_errors import is_mere_error
from verifier.model.patterns import compile_late

# What error pages say is missing, how they say so, and whole names that are made of neither.
_THINGS = (
    "page", "webpage", "web page", "file", "document", "content", "article", "url", "address", "resource", "item",
    "link",
    "site", "story", "entry", "path", "record", "product", "requested page", "requested url",
    "requested resource",
    "requested document", "requested file", "requested content", "requested address",
    "seite", "webseite", "artikel", "datei", "dokument", "inhalt", "page demandée", "página",
    "pagina", "artículo",
    "contenido", "conteúdo", "notícia", "matéria", "artigo", "noticia", "notizia",
    "pagina richiesta", "pagina web", "sida", "sidan", "siden", "side", "sivu", "strona",
    "strony", "stránka", "oldal", "страница", "страницы", "страницу", "сторінка", "сторінку",
    "страницата", "stranica",
    "sayfa", "σελίδα", "الصفحة", "صفحة", "הדף", "דף", "עמוד", "halaman", "trang", "ページ", "お探しのページ", "页面",
    "頁面", "网页", "網頁", "페이지", "puslapis", "lapa", "leht", "orria", "pàgina", "صفحه", "पृष्ठ", "पेज",
    "העמוד", "sivua", "a keresett oldal", "صفحة الويب", "fichier", "fichero", "ficheiro", "bestand", "tiedosto",
    "tiedostoa", "plik", "pliku", "soubor", "súbor", "fájl", "fișierul", "файл", "datoteka",
    "αρχείο", "το αρχείο", "dosya", "الملف", "فایل", "הקובץ", "फ़ाइल", "文件", "檔案", "ファイル", "파일", "ไฟล์",
    "tệp", "berkas", "síðan", "faqja", "էջը", "გვერდი", "পাতাটি", "صفحہ",
    "ukurasa", "bladsy", "die bladsy", "сторінки", "старонка", "stran", "sahifa", "səhifə", "бет", "lehte", "lehekülg",
    "lehekülge", "laman", "páxina", "статията", "документът", "файлът", "новината", "публикацията", "هذه الصفحة",
    "このページ", "該当するページ", "该页面", "該頁面", "此页面", "此頁面", "หน้านี้", "หน้าที่ค้นหา", "পৃষ্ঠা", "পাতা",
)  # fmt: skip
_MISSING = (
    "not found", "missing", "removed", "deleted", "unavailable", "not available", "no longer available", "gone",
    "no longer exists", "no longer exist", "does not exist", "doesn't exist", "do not exist",
    "could not be found",
    "couldn't be found", "cannot be found", "can't be found", "can not be found", "was not found", "is not found",
    "isn't found", "has been removed", "has been deleted", "was removed", "was deleted", "is missing", "is gone",
    "not exist", "is not available", "is no longer available", "isn't available", "has gone",
    "has moved or been deleted",
    "has expired", "expired", "is unavailable", "has been moved or deleted", "may have been moved or deleted",
    "nicht gefunden", "wurde nicht gefunden", "konnte nicht gefunden werden", "nicht verfügbar",
    "existiert nicht", "existiert nicht mehr", "nicht vorhanden", "nicht mehr verfügbar", "introuvable",
    "est introuvable",
    "non trouvée", "non trouvé",
    "n'existe pas", "n'existe plus",
    "n'existe pas ou plus", "n'a pas été trouvée", "inexistante", "no encontrada", "no encontrado",
    "no se encuentra", "no existe", "no disponible", "no se ha encontrado", "não encontrada", "não encontrado",
    "não existe", "inexistente", "indisponível", "não foi encontrada", "non trovata", "non trovato", "non esiste",
    "non disponibile",
    "niet gevonden", "پیدا نشد", "bestaat niet", "bestaat niet meer", "hittades inte",
    "kunde inte hittas", "finns inte",
    "ikke funnet", "ikke fundet", "blev ikke fundet", "ble ikke funnet", "finnes ikke",
    "findes ikke", "ei löytynyt",
    "ei löydy", "nie znaleziono", "nie została znaleziona", "nie istnieje", "nenalezena", "nebyla nalezena",
    "nenájdená", "nebola nájdená", "neexistuje", "nem található", "negăsită", "nu a fost găsită", "nu există",
    "не найдена", "не найден", "не существует", "не знайдено", "не знайдена", "не існує", "не е намерена",
    "nije pronađena", "nije pronadjena", "ne postoji", "није пронађена", "ni bila najdena",
    "bulunamadı", "bulunamadi",
    "mevcut değil", "δεν βρέθηκε", "δεν υπάρχει", "غير موجودة", "غير موجود", "لم يتم العثور عليها", "לא נמצא",
    "לא נמצאה", "tidak ditemukan", "tidak dijumpai", "không tồn tại", "không tìm thấy", "不存在", "未找到", "找不到",
    "无法找到", "無法找到", "已删除", "已刪除", "が見つかりません", "は見つかりませんでした", "が見つかりませんでした",
    "は存在しません", "見つかりません", "를 찾을 수 없습니다", "을 찾을 수 없습니다", "찾을 수 없음", "nerasta",
    "nerastas", "nav atrasta", "ei leitud", "ez da aurkitu", "no trobada", "no s'ha trobat", "یافت نشد",
    "पाया नहीं गया",
    "नहीं मिला", "ไม่พบ", "उपलब्ध नहीं है", "मौजूद नहीं है", "غير متوفرة", "غير متاحة", "sa nenašla", "sa nenašlo",
    "ya no existe", "já não existe", "não existe mais", "non esiste più", "finns inte längre", "不存在或已删除",
    "fannst ekki", "finnst ekki", "er ekki til", "nuk u gjet", "nuk ekziston", "ვერ მოიძებნა", "չի գտնվել", "табылмады",
    "পাওয়া যায়নি", "نہیں ملا", "نہیں ملی", "haupatikani", "haujapatikana", "haukupatikana", "nie gevind nie",
    "bestaan nie", "не е пронајдена", "не постои", "ne obstaja", "neexistuje",
    "已不存在", "не съществува", "не е намерен", "не беше намерена", "nem létezik", "topilmadi", "tapılmadı", "yok",
    "が存在しません", "가 존재하지 않습니다", "는 존재하지 않습니다",
    "没有找到", "沒有找到", "找不到了", "не знойдзена",
    "kan inte hittas", "kunne ikke findes", "kan ikke findes", "eksisterer ikke", "existiert leider nicht",
    "wurde leider nicht gefunden", "is niet gevonden", "werd niet gevonden", "kon niet worden gevonden", "non atopada",
)  # fmt: skip
_WHOLE = (
    "404", "4 0 4", "4o4", "4 o 4", "410", "error 404", "404 error",
    "http 404", "http error 404", "status 404", "not found", "404 not found",
    "410 gone", "error 410", "fehler 404", "404 fehler", "erreur 404", "error 404 not found", "erro 404", "errore 404",
    "fout 404", "fel 404", "feil 404", "fejl 404", "błąd 404", "chyba 404", "hiba 404", "eroare 404", "ошибка 404",
    "помилка 404", "грешка 404", "greška 404", "hata 404", "σφάλμα 404", "خطأ 404", "שגיאה 404", "错误 404",
    "404 错误", "404错误", "404 エラー", "404エラー", "404 오류", "lỗi 404", "nothing found", "nothing was found",
    "no page found", "object not found", "file or directory not found", "the page you requested could not be found",
    "the page you requested was not found", "the requested url was not found on this server",
    "we couldn't find that page", "we can't find that page", "we couldn't find this page", "we can't find this page",
    "we can't find the page you're looking for", "we couldn't find the page you were looking for",
    "the page you are looking for", "the page you were looking for", "nie znaleziono strony", "nie znaleziono",
    "pagina niet gevonden", "strona nie znaleziona", "ไม่พบหน้า", "ไม่พบหน้าเว็บ", "không tìm thấy trang",
    "找不到页面", "找不到頁面", "找不到网页", "找不到網頁", "未找到页面", "no se encontró la página",
    "no se ha encontrado la página", "nous n'avons pas trouvé cette page", "cette page n'existe pas",
    "diese seite existiert nicht", "we could not find the page", "we couldn't find the page",
    "wir konnten die seite nicht finden", "wir konnten diese seite nicht finden", "wir haben die seite nicht gefunden",
    "nous n'avons pas trouvé la page", "no encontramos la página", "no encontramos esta página",
    "no hemos encontrado la página", "não encontramos a página", "não encontramos esta página",
    "não conseguimos encontrar a página", "non abbiamo trovato la pagina", "non troviamo la pagina",
    "we konden de pagina niet vinden", "we kunnen de pagina niet vinden", "we hebben de pagina niet gevonden",
    "vi hittar inte sidan", "vi kunde inte hitta sidan", "vi fant ikke siden", "vi finner ikke siden",
    "vi kunne ikke finde siden", "vi fandt ikke siden", "emme löytäneet sivua", "nie znaleźliśmy strony",
    "nie znaleźliśmy tej strony", "stránku jsme nenašli", "stránku se nepodařilo najít", "stránku sa nepodarilo nájsť",
    "nem találjuk az oldalt", "nem találtuk az oldalt", "nu am găsit pagina", "мы не нашли страницу",
    "мы не нашли эту страницу", "не удалось найти страницу", "ми не знайшли сторінку", "не вдалося знайти сторінку",
    "не намерихме страницата", "δεν βρήκαμε τη σελίδα", "sayfayı bulamadık", "bu sayfayı bulamadık",
    "لم نعثر على الصفحة", "لم نجد الصفحة", "صفحه را پیدا نکردیم", "לא מצאנו את הדף", "לא מצאנו את העמוד",
    "हमें यह पृष्ठ नहीं मिला", "我们找不到该页面", "我們找不到該頁面", "ページを見つけることができませんでした",
    "페이지를 찾지 못했습니다", "เราไม่พบหน้านี้", "chúng tôi không tìm thấy trang", "kami tidak menemukan halaman",
    "diese seite gibt es nicht", "diese seite wurde nicht gefunden", "seite nicht gefunden", "sidan finns inte",
    "nothing here", "there's nothing here", "nothing to see here", "invalid identifier", "invalid id", "no such page",
    "unknown record", "takiej strony nie ma", "нет такой страницы", "такой страницы нет", "page introuvable",
    "oops page not found", "sidan saknas", "không tìm thấy trang này", "tokio puslapio nėra", "strani ni mogoče najti",
    "stránku nelze najít", "stránku nebylo možné najít", "존재하지 않는 페이지입니다",
    "لم يتم العثور على الصفحة", "لم يتم العثور على هذه الصفحة", "no s'ha trobat la pàgina", "ez da orria aurkitu",
    "பக்கம் கிடைக்கவில்லை", "పేజీ కనుగొనబడలేదు", "хуудас олдсонгүй", "саҳифа топилмади", "барак табылган жок",
    "စာမျက်နှာ မတွေ့ပါ", "រកមិនឃើញទំព័រ", "hindi nahanap ang pahina",
)  # fmt: skip
_RECORDS = ("post", "news", "event", "topic", "thread", "user", "profile", "project", "job", "image", "photo", "video")
"""What sites keep by number, and headlines call removed, or gone, but hardly ever not found."""
_ENTRIES = ("record", "entry", "item", "datensatz", "eintrag", "registro", "notice", "fiche", "запись", "记录", "記錄")
WHAT = Phrases(_THINGS, _ENTRIES)
_FILLERS_WORDS = (
    "oops ooops whoops uh oh no err hmm hm sorry the this that we we're are your you error fehler erreur erro "
    "errore ups oups ops vaya jejda hoppla désolé lo sentimos entschuldigung leider die diese der das "
    "la le les cette esta essa el a o il questa den denna hups deze dit ova ta tato táto ця bu est "
    "抱歉 很抱歉 对不起 ой упс извините эта такой такої такая така http status code 404 410 page"
)
_LOOKED_FOR = (
    "you are looking for", "you're looking for", "you were looking for", "you requested", "que vous cherchez",
    "demandée",
    "que vous recherchez", "que vous avez demandée", "que buscas", "que busca", "que está buscando", "que procura",
    "que você procura", "solicitada", "richiesta", "cercata", "che cerchi", "die u zoekt", "die je zoekt", "du söker",
    "du letar efter", "du leter etter", "du leder efter", "angeforderte", "gesuchte", "gewünschte", "aufgerufene",
    "die sie suchen", "aradığınız", "keresett", "požadovaná", "hledaná", "szukana", "której szukasz", "запрашиваемая",
    "запрошенная", "запитувана", "которую вы ищете", "που ζητήσατε", "που αναζητάτε", "שחיפשת", "שביקשת", "المطلوبة",
    "التي تبحث عنها", "ที่คุณต้องการ", "ที่คุณค้นหา", "요청하신", "찾으시는", "您访问的", "您要查看的", "您要找的",
    "您请求的",
    "你访问的", "你要找的", "請求的", "您訪問的", "お探しの", "ご指定の", "bạn tìm", "yang anda cari", "tražena",
    "тражена", "căutată", "hakemaasi", "etsimääsi", "המבוקש", "המבוקשת", "مورد نظر",
)  # fmt: skip
"""What stands between a page and its absence in a full sentence: that it was looked for, or asked for."""
_FILLERS = frozenset(_FILLERS_WORDS.split())
TOLD_MISSING = Phrases((
    *(phrase for phrase in _MISSING if len(phrase) >= 5 or not phrase.isascii()),
    "mistyped", "we couldn't find", "we could not find", "we can't find", "cannot find", "isn't here",
    "não encontramos", "no encontramos", "non troviamo", "non abbiamo trovato", "nicht finden", "pas trouvé",
    "niet vinden", "hittar inte", "finner ikke", "fant ikke", "kunne ikke finde", "emme löytän", "nie znaleźliśmy",
    "jsme nenašli", "nem találtuk", "nem találjuk", "nu am găsit", "не нашли", "не удалось найти", "не знайшли",
    "δεν βρήκαμε", "bulamadık", "لم نعثر", "لم نجد", "לא מצאנו", "er ikke tilgjengelig", "er ikke tilgængelig",
    "är inte tillgänglig", "ei ole saatavilla", "nie jest dostępn", "není dostupn", "nie je dostupn", "nem elérhető",
    "nu este disponibil", "недоступна", "недоступен", "nije dostup", "niet beschikbaar", "nav pieejam", "pole saadaval",
    "neprieinam", "nepasiekiam",
))  # fmt: skip
"""How a text says that something is missing, which names say in whole phrases."""
_SEPARATORS = compile_late(r"\s+[|·•»«–—:>-]+\s+|\s*[|»«·•]\s*|\s*::\s*|\s*:\s*(?=\d{3}\b)")
_WORD = re.compile(r"[\w']+")
_PUNCTUATION = compile_late(r"[^\w'’\s§№]+")
_ARTICLE = 3  # letters that articles and the like have in most languages, before a noun
_MOST_ARTICLES = 2  # "why do i see" is made of short words, too
_LONGEST_PHRASE = 20  # words
LONGEST_NAME = 6  # words


def may_name_an_error(names: str) -> bool:
    """Whether names, made ready by `plain`, hold any of the words without which none in ASCII is an error page's."""
    return not (names.isascii() and _telling().isdisjoint(_WORD.findall(names)))


def names_some_error(heading: str) -> bool:
    """Whether a heading speaks of an error or of something missing, and hardly of anything else."""
    name = plain(heading)
    return is_mere_error(name) or (len(name.split()) <= LONGEST_NAME and holds(name, TOLD_MISSING))


def is_error_name(name: str) -> bool:
    """Whether a title or heading is what an error page calls itself, but for the site's name beside it."""
    words = " ".join(plain(name).split())
    if not may_name_an_error(words):
        return False
    pieces = [piece for piece in _SEPARATORS.split(words[:300]) if piece]
    if not any(_is_error_phrase(piece) for piece in pieces):
        return False
    others = [piece for piece in pieces if not _is_error_phrase(piece)]
    # A site's name is short and stands alone; a headline that begins with "404:" goes on at length.
    return len(others) <= 2 and all(len(piece.split()) <= 5 for piece in others)


@lru_cache(maxsize=1)
def _phrases() -> frozenset[str]:
    things = {f"{thing} {missing}" for thing in _THINGS for missing in _MISSING}
    glued = {f"{thing}{missing}" for thing in _THINGS for missing in _MISSING if not missing[0].isascii()}
    turned = {
        f"{missing} {thing}" for thing in _THINGS for missing in ("not found", "missing", "找不到", "未找到", "ไม่พบ")
    }
    before = {
        f"{missing}{thing}" for thing in _THINGS for missing in ("找不到", "未找到", "没有找到", "沒有找到", "ไม่พบ")
    }
    others = {f"{thing} not found" for thing in _RECORDS}
    return frozenset(things | glued | turned | before | others | set(_WHOLE))


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """Words without which no phrase in ASCII is complete: of each, the longest of what says that a thing is missing."""
    missing = {max(_WORD.findall(phrase), key=len) for phrase in (*_MISSING, *_WHOLE) if phrase.isascii()}
    return frozenset(missing)


def _is_error_phrase(piece: str) -> bool:
    """Whether a piece of a name, but for fillers before and after, is an error page's name."""
    words = _PUNCTUATION.sub(_spaced, piece).split()
    if len(words) > _LONGEST_PHRASE:
        return False
    if _is_but_for_fillers(words):
        return True
    without = _not_looked_for(" ".join(words))
    return without is not None and _is_but_for_fillers(without.split())


def _not_looked_for(piece: str) -> str | None:
    """`piece` without the words that say that the page was looked for; None when it holds none."""
    for phrase in _LOOKED_FOR:
        if phrase in piece:
            return piece.replace(phrase, " ")
    return None


def _is_but_for_fillers(words: list[str]) -> bool:
    phrases = _phrases()
    articles = 0
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            if " ".join(words[start:end]) in phrases and (
                words[start][0].isalpha() or _FILLERS.issuperset(words[:start])
            ):
                return True
            if words[end - 1] not in _FILLERS:
                break
        if words[start] not in _FILLERS:
            articles += 1
            if articles > _MOST_ARTICLES or not _may_be_an_article(words[start]):
                return False
    return False


def _may_be_an_article(word: str) -> bool:
    """Whether a word is as short as articles are; numbers and words in signs, as of Chinese, are none."""
    return len(word) <= _ARTICLE and not word.isdigit() and len(word.encode()) <= 2 * _ARTICLE


def _spaced(punctuation: re.Match[str]) -> str:
    """Space in place of punctuation; what is written over and under letters stays, as in Hindi and Thai."""
    return "".join(one if unicodedata.category(one).startswith("M") else " " for one in punctuation[0])
