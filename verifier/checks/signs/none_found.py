"""Whether the few words that a host shows for every address say that nothing is there, or sell something else.

The words of a page go in, in lower case; whether they say so comes out. Bolder than the rules for pages that stand at
one address only: nobody's article stands at all of them.
"""

from __future__ import annotations

from functools import lru_cache

from verifier.checks.page.phrases import SENTENCE_ENDS, Phrases, apart, holds
from verifier.checks.signs.withdrawn import GONE, THINGS, is_said_gone, not_kept_up

NOWHERE = Phrases((
    "not found", "not exist", "n't exist", "couldn't find", "could not find", "can't find", "nothing matche",
    "no such ", "not correspond", "no longer exist", "unknown identifier", "invalid identifier", "nothing here",
    "not a valid ", "nicht gefunden", "nicht finden", "existiert nicht", "existiert leider nicht",
    "nicht vorhanden", "gibt es nicht",
    "liegt nicht vor", "n'existe", "introuvable", "non trouvé", "pas trouvé", "pas été trouvé", "no existe",
    "no encontrad", "no se encontr", "no se encuentra", "no se ha encontrado", "no se han encontrado",
    "no corresponde", "não existe", "não encontrad", "não foi encontrad", "não foram encontrad", "não corresponde",
    "inexistente", "non trovat", "non esiste", "non è stat", "non corrisponde", "bestaat niet", "bestaat nog niet",
    "niet gevonden", "niet vinden", "finns inte", "hittades inte", "hittar inte", "finnes ikke", "findes ikke",
    "ikke funnet", "ikke fundet", "ei löyt", "ei ole olemassa", "ei ole tekstiä", "nie istnieje", "nie znaleziono",
    "nie została znalezion", "nie ma jeszcze", "nenalezen", "nebyl nalezen", "nebyla nalezen", "nebylo nalezen",
    "neexistuje", "nenájden", "nebol nájden", "nem található", "nem létezik", "nem találjuk", "nu există",
    "nu a fost găsit", "nu s-a găsit", "nu au fost găsit", "не найден", "не существ", "не знайден", "не існує",
    "не е намер", "не съществ", "не постоји", "ne postoji", "nije pronađen", "ne obstaja", "ni bil najden",
    "δεν βρέθηκ", "δεν υπάρχ", "bulunamad", "mevcut değil", "غير موجود", "لم يتم العثور", "لا يوجد", "لا توجد",
    "یافت نشد", "پیدا نشد", "وجود ندارد", "לא נמצא", "לא קיים", "לא קיימת", "नहीं मिल", "मौजूद नहीं", "不存在",
    "未找到", "找不到", "没有找到", "沒有找到", "查无", "查無", "見つかりません", "見つかりませんでした",
    "存在しません", "찾을 수 없", "존재하지 않", "ไม่พบ", "không tìm thấy", "không tồn tại", "tidak ditemukan",
    "tidak dijumpai", "ei leitud", "nav atrast", "nerasta", "neatrasta", "no s'ha trobat", "ez da aurkitu",
    "tapılmadı", "yielded no", "aucun résultat", "sin resultados", "kein datensatz", "fannst ekki", "finnst ekki",
    "ekki til", "nuk u gjet", "nuk ekziston", "ვერ მოიძებნა", "არ არსებობს", "არ მოიძებნა", "չի գտնվել",
    "գոյություն չունի", "табылмады", "পাওয়া যায়নি", "পাওয়া যায়নি", "نہیں مل", "موجود نہیں", "ni ddaethpwyd o hyd",
    "ddim yn bodoli", "nid yw'n bodoli", "nie gevind", "bestaan nie", "haupatikana", "haujapatikana", "haikupatikana",
    "haijapatikana", "не е пронајден", "не постои", "ei ole olemas", "pole olemas", "neeksist", "neegzistuoja",
    "nevar atrast", "non se atopou", "podido encontrar", "pudimos encontrar", "não encontramos", "currently exist",
    "nothing was found", "be located",
    "is not here", "nenašiel", "nenašla", "nenašlo", "hier ist nichts", "gibt es nichts", "il n'y a rien",
    "no hay nada", "não há nada",
    "non c'è nulla", "non c'è niente", "hier is niets", "er is niets", "finns inget här", "ingenting her",
    "intet at se her", "ei ole mitään", "nic tu není", "nic není", "nič nie je", "nic tu nie ma", "nincs itt semmi",
    "itt nincs semmi", "nu este nimic", "nimic aici", "ничего нет", "нічого немає", "тук няма нищо", "няма нищо",
    "ništa ov", "nema ničega", "нема ничега", "υπάρχει τίποτα", "hiçbir şey yok", "لا شيء هنا", "چیزی نیست",
    "אין כאן כלום", "यहाँ कुछ नहीं", "什么都没有", "什麼都沒有", "何もありません", "아무것도 없", "ไม่มีอะไร",
    "không có gì", "tidak ada apa", "siin pole midagi", "šeit nekā nav", "čia nieko nėra", "ekkert hér",
    "topilmadi", "топилмади", "не знойдзен", "олдсонгүй", "табылган жок", "கிடைக்கவில்லை", "కనుగొనబడలేదు",
))  # fmt: skip
"""Saying by itself that there is nothing."""
_NO = Phrases((
    " no ", " none ", " zero ", " kein", " aucun", " pas de ", " ningún", " ninguna", " no hay ", " nenhum",
    " não há ", " nessun", " non ci sono ", " geen ", " inga ", " inget ", " ingen ", " ingenting ", " ei ole ",
    " brak ", " nie ma ", " žádn", " žiadn", " není ", " nie je ", " nincs", " niciun", " nicio ", " nu sunt ",
    " нет ", " отсутству", " немає ", " відсутн", " няма ", " nema ", " нема ", " ni ", " δεν ", " κανέν", " καμία ",
    " yok", " هیچ ", " نیست", " אין ", " नहीं ", " कोई ", "没有", "沒有", "无此", "無此", "無該", "ありません",
    "없습니다", "없음", "ไม่มี", " không có ", " tidak ada ", " pole ", " nav ", " nėra ", " invalid", " ungültig",
    " non valide", " no válid", " inválid", " non valid", " ongeldig", " ogiltig", " ugyldig", " virheellinen",
    " nieprawidłow", " neplatn", " érvénytelen", " неверн", " недействит", " недійсн", " невалид", " neispravn",
    " μη έγκυρ", " geçersiz", " غير صالح", " نامعتبر", " לא תקין", " अमान्य", "无效", "無效", "無効", "잘못된",
    " không hợp lệ", " tidak valid", " vigane", " nederīg", " neteising",
))  # fmt: skip
RESULTS = Phrases((
    "result", "record", "match", "hits", "entries", "ergebnis", "treffer", "eintrag", "eintrâg", "résultat",
    "enregistrement", "fiche", "registro", "coincidencia", "risultat", "scheda", "resultaten", "träff", "resultat",
    "treff", "tulos", "osuma", "wynik", "rekord", "výsled", "záznam", "találat", "rezultat", "înregistr", "результат",
    "запис", "резултат", "αποτελέσ", "εγγραφ", "sonuç", "kayıt", "نتائج", "نتيجة", "سجل", "نتیجه", "رکورد", "תוצאות",
    "רשומה", "परिणाम", "रिकॉर्ड", "结果", "結果", "记录", "記錄", "紀錄", "データ", "該当", "결과", "기록", "자료",
    "ผลลัพธ์", "ข้อมูล", "kết quả", "bản ghi", "hasil", "catatan", "dataset", "topic", "article",
))  # fmt: skip
NOT_LET_IN = Phrases((
    "access", "permission", "permiss", "authori", "autori", "sign in", "log in", "login", "right to", "zugriff",
    "zugang", "berecht", "accès", "droit", "acces", "permis", "toegang", "rechten", "behörig", "tilgang", "adgang",
    "oikeu", "uprawn", "dostęp", "oprávn", "přístup", "prístup", "jogosult", "hozzáfér", "доступ", "прав ", "дозвол",
    "достъп", "πρόσβ", "δικαίωμα", "erişim", "yetki", "izn", "صلاحي", "وصول", "إذن", "دسترس", "مجوز", "הרשא", "גישה",
    "अनुमति", "权限", "權限", "アクセス", "権限", "권한", "접근", "สิทธิ", "quyền", "truy cập", "akses", "izin",
))  # fmt: skip
"""What is said of readers who are not let in."""
FAULTY = Phrases((
    "database", "datenbank", "connection", "verbindung", "connexion", "conexi", "conexão", "server", "сервер",
    "соедин",
))  # fmt: skip
"""What is said where a program broke off."""
KEPT_OUT = Phrases(NOT_LET_IN.all, FAULTY.all)
"""Readers who are not let in, and faults: what there is not for them, there may be for others."""
_SOLD = Phrases((
    "casino", "kasino", "kasyno", "kaszinó", "cazinou", "казино", "καζίνο", "كازينو", "کازینو", "קזינו", "कैसीनो",
    "娱乐城", "娛樂城", "百家乐", "百家樂", "カジノ", "카지노", "คาสิโน", "บาคาร่า", "sòng bạc", "nhà cái", "cá cược",
    "slot gacor", "slot online", "judi ", "togel", "สล็อต", "바카라", "토토", "博彩", "彩票", "betting", "sportsbook",
    "bookmaker", "букмекер", "ставки на спорт", "bahis", "şans oyun", "apuestas", "apostas", "scommesse",
    "paris sportifs", "sportwetten", "شرط بندی", "viagra", "cialis", "sildenafil", "sildénafil", "kamagra", "виагра",
    "without prescription", "sans ordonnance", "sin receta", "senza ricetta", "ohne rezept", "escort", "эскорт",
    "replica watches", "payday loan",
))  # fmt: skip
"""What those sell who take over lapsed names."""


def says_none(words: str) -> bool:
    """Whether a sentence of `words` says that there is no such thing, to whomever it may be."""
    return may_say_none(words) and any(map(_says_none, SENTENCE_ENDS.split(words)))


@lru_cache(maxsize=16)
def may_say_none(words: str) -> bool:
    """Whether `words` hold any without which no sentence says so."""
    return holds(words, NOWHERE) or holds(apart(words), _NO)


def _says_none(sentence: str) -> bool:
    spaced = f" {sentence} "
    none = holds(sentence, NOWHERE) or (holds(spaced, _NO) and (holds(spaced, RESULTS) or holds(spaced, THINGS)))
    return none and not holds(sentence, KEPT_OUT) and not not_kept_up(sentence)


def tells_of_absence(words: str) -> bool:
    """Whether `words` say that something is gone, or that there is no such thing."""
    gone = holds(words, GONE) and any(map(is_said_gone, SENTENCE_ENDS.split(words)))
    return gone or says_none(words)


def sells_in_its_place(words: str) -> bool:
    """Whether `words` sell what takers-over of lapsed names do."""
    return holds(words, _SOLD)
