"""Pages that say of themselves that they were withdrawn: deleted, taken down, sold, run out.

A read page goes in; the signs that it says so come out. Other addresses in the same place may well answer with an
honest error, so no sibling can clear such a page. What condemns it is that it says so and says hardly anything else.
What speaks of today, of a country or of an order only is left to others: that page may be there tomorrow, or elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from verifier.checks.page.phrases import Phrases, apart, count_words, holds, plain
from verifier.checks.page.reading import ReadPage
from verifier.checks.signs.blocks import of_an_order, of_the_readers_place
from verifier.checks.signs.kinds import NO_SIGNS, ErrorSigns, Kind, Sign
from verifier.checks.signs.notices import TEMPORARY
from verifier.checks.signs.quoting import quoted
from verifier.model.patterns import compile_late

_FEW_WORDS = 40  # of the page's own, beside its links
_HARDLY_ANY = 25  # words of a page that says nothing else
_LONGEST_STATEMENT = 30  # words
_A_WORD_OR_TWO = 3  # words that say no more of an offer than that it is taken
_PROVISION = compile_late(
    r"§|第[\d〇一二三四五六七八九十百千]{1,8}[条條]|제\s?\d+\s?조|(?<!\w)(?:art(?:icle|ículo|igo|icolo|icol|ikel|ikkel|ykuł|\.)?|section"
    r"|paragra(?:ph|f|fo|fe)|pasal|điều|madde|стать?[яи]|член|члан|čl(?:ánek|ánok|anak|en|\.)?|neni|άρθρο|(?:ال)?مادة|ماده|סעיף|धारा|ধারা|कलम"
    r"|มาตรา|მუხლი|հոդված|straipsnis|pants|artikla)\s?\d{1,3}(?!\d)"
)
"""The number of a provision, as laws count them."""
ENDS = compile_late(r"[.!?\n。！？।]+|\s[|·•–—-]\s")
THINGS = Phrases((
    "page", "article", "story", "this post", "post ", "video", "clip", "photo", "picture", "image", "this item",
    "item ", "product", "this ad ", "advert", "classified", "listing", "this offer", "job", "vacancy", "position",
    "content", "this file", "file ", "document", "profile", "account", "user", "blog", "site", "thread", "topic",
    "message", "recording", "episode", "programme", "this event", "entry", "link", "material", "publication", "seite",
    "artikel", "beitrag", "film", "bild", "foto", "produkt", "anzeige", "inserat", "angebot", "stelle", "inhalt",
    "datei", "dokument", "profil", "konto", "thema", "sendung", "meldung", "eintrag", "auktion", "nachricht", "vidéo",
    "produit", "annonce", "offre", "contenu", "fichier", "compte", "émission", "billet", "actualité", "página",
    "artículo", "vídeo", "anuncio", "oferta", "contenido", "archivo", "perfil", "cuenta", "sitio", "publicaci",
    "entrada", "noticia", "producto", "nota ", "hilo", "artigo", "produto", "anúncio", "conteúdo", "arquivo",
    "ficheiro", "conta ", "publicação", "postagem", "matéria", "notícia", "vaga ", "pagina", "articolo", "prodotto",
    "annuncio", "offerta", "contenuto", "profilo", "sito", "notizia", "advertentie", "aanbieding", "inhoud", "bestand",
    "profiel", "bericht", "vacature", "nieuws", "sidan", "klipp", "annons", "innehåll", "filen", "inlägg", "webbplats",
    "siden", "artikkel", "bilde", "annonse", "innhold", "innlegg", "stilling", "billede", "indhold", "indlæg",
    "opslag", "produktet", "sivu", "juttu", "kuva", "tuote", "ilmoitu", "sisältö", "tiedosto", "asiakirja", "profiili",
    "blogi", "julkaisu", "stron", "artykuł", "materiał", "wideo", "nagrani", "zdjęci", "ogłoszeni", "treść", "plik",
    "wpis", "wątek", "stránk", "článek", "článk", "fotografi", "inzerát", "nabídk", "obsah", "soubor", "účet",
    "příspěv", "téma", "článok", "ponuk", "súbor", "príspev", "oldal", "cikk", "videó", "termék", "hirdetés", "tartal",
    "fájl", "fiók", "bejegyzés", "állás", "pagin", "articol", "produs", "anunț", "anunţ", "ofert", "conținut",
    "conţinut", "fișier", "postare", "știre", "страниц", "стать", "материал", "видео", "фото", "товар", "объявлени",
    "предложени", "контент", "содержи", "файл", "документ", "профил", "аккаунт", "блог", "сайт", "запис", "публикаци",
    "пост", "сообщени", "тема ", "тему", "новост", "ваканси", "сторінк", "статт", "матеріал", "відео", "оголошен",
    "пропозиц", "вміст", "профіл", "акаунт", "обліков", "публікац", "допис", "новин", "вакансі", "стати", "обява",
    "оферт", "съдържан", "продукт", "снимк", "stranic", "član", "proizvod", "oglas", "sadržaj", "datotek", "objav",
    "vsebin", "izdel", "чланак", "садржај", "оглас", "σελίδα", "άρθρο", "βίντεο", "φωτογραφ", "προϊόν", "αγγελία",
    "περιεχόμενο", "αρχείο", "έγγραφο", "προφίλ", "λογαριασμ", "ιστολόγιο", "δημοσίευση", "ανάρτηση", "sayfa",
    "makale", "yazı", "haber", "fotoğraf", "ürün", "ilan", "içerik", "dosya", "belge", "hesap", "gönderi", "konu",
    "صفحة", "مقال", "فيديو", "مقطع", "صورة", "منتج", "إعلان", "محتوى", "الملف", "مستند", "حساب", "مدونة", "منشور",
    "موضوع", "الخبر", "رابط", "صفحه", "مطلب", "ویدیو", "ویدئو", "عکس", "محصول", "آگهی", "محتوا", "فایل", "سند",
    "پروفایل", "وبلاگ", "پست", "خبر", "نوشته", "דף", "עמוד", "כתבה", "מאמר", "סרטון", "תמונה", "מוצר", "מודעה", "תוכן",
    "קובץ", "מסמך", "פרופיל", "חשבון", "בלוג", "פוסט", "רשומה", "ידיעה", "पृष्ठ", "पेज", "लेख", "वीडियो", "तस्वीर",
    "उत्पाद", "विज्ञापन", "सामग्री", "दस्तावेज", "प्रोफ", "ब्लॉग", "पोस्ट", "खबर", "ख़बर", "পৃষ্ঠা", "নিবন্ধ", "ভিডিও",
    "খবর", "页面", "頁面", "网页", "網頁", "文章", "视频", "影片", "視頻", "图片", "圖片", "商品", "产品", "產品",
    "广告", "廣告", "内容", "內容", "文件", "档案", "檔案", "账号", "帳號", "博客", "部落格", "帖子", "主题", "主題",
    "新闻", "新聞", "稿件", "作品", "信息", "職缺", "职位", "文档", "ページ", "記事", "動画", "写真", "画像", "広告",
    "求人", "コンテンツ", "ファイル", "文書", "アカウント", "ブログ", "投稿", "トピック", "ニュース", "番組", "サイト",
    "페이지", "기사", "동영상", "영상", "사진", "상품", "제품", "광고", "공고", "콘텐츠", "게시물", "게시글", "글이",
    "파일", "문서", "계정", "블로그", "뉴스", "หน้า", "บทความ", "ข่าว", "วิดีโอ", "คลิป", "รูปภาพ", "สินค้า", "ประกาศ",
    "เนื้อหา", "ไฟล์", "เอกสาร", "โปรไฟล์", "บล็อก", "โพสต์", "กระทู้", "trang", "bài viết", "bài báo", "bài đăng",
    "sản phẩm", "tin đăng", "tin rao", "nội dung", "tập tin", "tài liệu", "hồ sơ", "tài khoản", "halaman", "laman",
    "berita", "produk", "iklan", "konten", "berkas", "dokumen", "akun", "kiriman", "postingan", "lehte", "lehekül",
    "leht ", "kuulutus", "postitus", "sisu ", "lapa", "raksts", "saturs", "sludināj", "puslap", "straipsn", "turin",
    "skelbim", "pàgina", "anunci", "contingut", "səhifə", "məqalə", "petition", "petici", "petição", "petizione",
    "petycj", "петиц", "namninsamling", "underskriftsindsamling", "underskriftskampanje", "imza kampanya", "campaign",
    "kampagne", "kampanj", "kampaň", "kampania", "kampany", "campagn", "campaña", "campanha", "campani", "кампан",
    "cagnotte", "collecte", "zbiórk", "zbierk", "sbírk", "gyűjtés", "insamling", "innsamling", "indsamling", "keräys",
    "dataset", "data set", "datensatz", "datasett", "jeu de données", "conjunto de datos", "conjunto de dados",
    "набор данных", "набір даних", "zbiór danych", "datová sada", "σύνολο δεδομένων", "question", "frage", "pregunta",
    "domanda", "вопрос", "toode", "toodet", "prece ", "preci ", "prekė", "prekės", "síða", "færsla", "faqe", "artikull",
    "էջ", "գրառում", "გვერდ", "სტატია", "პოსტ", "мақала", "жазба", "পাতা", "পোস্ট", "صفحہ", "مضمون", "ukurasa",
    "makala",
    "folder", "ordner ", "carpeta", "cartella", "папк", "klasör", "フォルダ", "文件夹", "資料夾", "폴더",
    "bladsy", "tudalen", "dudalen", "erthygl", "orri", "bideo", "kiri ", "video", "viestiketju", "keskustelu",
))  # fmt: skip
"""What a page may be, or show, in stems."""
GONE = Phrases((
    "no longer available", "no longer exist", "no longer online", "no longer active", "no longer accessible",
    "no longer published", "no longer offered", "no longer sold", "no longer here", "removed", "deleted", "taken down",
    "withdrawn", "been retired", "unpublished", "discontinued", "has expired", "have expired", "been filled",
    "gelöscht", "entfernt", "nicht mehr verfügbar",
    "nicht länger verfügbar", "nicht mehr vorhanden", "nicht mehr online", "nicht mehr aktiv",
    "nicht mehr abrufbar", "nicht mehr erhältlich", "nicht mehr zur verfügung", "existiert nicht mehr",
    "gibt es nicht mehr", "zurückgezogen", "offline genommen", "depubliziert", "abgelaufen", "supprim", "retiré",
    "effacé", "dépublié", "plus disponible", "plus en ligne", "n'existe plus", "plus accessible", "plus d'actualité",
    "expiré", "eliminad", "borrad", "retirad", "suprimid", "ya no está disponible", "ya no disponible", "ya no existe",
    "ya no se encuentra", "ya no está activ", "caducad", "dado de baja", "removid", "apagad", "excluíd",
    "mais disponível", "já não está disponível", "não existe mais", "já não existe", "deixou de existir", "expirou",
    "rimoss", "eliminat", "cancellat", "ritirat", "più disponibile", "non esiste più", "più online", "scadut",
    "verwijderd", "niet meer beschikbaar", "niet langer beschikbaar", "bestaat niet meer", "niet meer online",
    "ingetrokken", "verlopen", "borttag", "tagits bort", "tagits ner", "raderad", "raderats", "finns inte längre",
    "inte längre tillgänglig", "avpublicera", "fjernet", "slettet", "finnes ikke lenger", "ikke lenger tilgjengelig",
    "trukket tilbake", "utløpt", "findes ikke længere", "ikke længere tilgængelig", "udløbet", "taget ned", "poistett",
    "poistunut", "ei ole enää", "vanhentunut", "usunięt", "usunęl", "skasowan", "skasował", "usunął", "wycofan",
    "już nie istnieje", "nie jest już dostępn", "już niedostępn", "nieaktualn", "wygas", "odstraněn", "smazán",
    "smazan", "smazal", "odstranil", "vymazán", "stažen", "již neexistuje", "už neexistuje", "již není", "už není",
    "vypršel", "odstránen",
    "zmazan", "vymazan", "stiahnut", "už nie je", "eltávolít", "töröl", "megszűnt", "már nem elérhető",
    "már nem érhető el", "már nem létezik", "lejárt", "visszavon", "șters", "şters", "ștears", "ştears", "retras",
    "nu mai este",
    "nu mai există", "nu mai e ", "expirat", "удален", "удалён", "удалил", "снят с", "снята с", "снято с", "снято",
    "больше не существует", "больше не доступ", "больше недоступ", "более недоступ", "более не доступ", "больше нет",
    "неактуальн", "не актуальн", "видален", "видалил", "вилучен", "знят", "більше не існує", "більше недоступ",
    "більше не доступ", "більше немає", "премахнат", "изтрит", "свален", "вече не съществува", "вече не е ",
    "uklonjen", "obrisan", "izbrisan", "odstranjen", "više ne postoji", "ne postoji više", "više nije dostup",
    "nije više dostup", "ne obstaja več", "ni več na voljo", "povučen", "уклоњен", "обрисан", "више није",
    "αφαιρέθηκε", "αφαιρεθεί", "διαγράφηκε", "διαγραφεί", "δεν είναι πλέον", "δεν υπάρχει πλέον", "δεν υπάρχει πια",
    "αποσύρθηκε", "αποσυρθεί", "έληξε", "έχει λήξει", "κατέβηκε", "kaldırıl", "silindi", "silinmiş",
    "artık mevcut değil", "yayında değil", "artık yok", "yayından alın", "süresi dol", "حذف", "إزالة", "أزيل", "أُزيل",
    "لم يعد", "لم تعد", "تم سحب", "حُذف", "إزالت", "برداشته شد", "دیگر در دسترس نیست", "دیگر وجود ندارد",
    "دیگر موجود نیست", "منقضی", "پاک شد", "הוסר", "נמחק", "זמין עוד", "זמינה עוד", "כבר לא", "כבר אינ", "לא קיים יותר",
    "לא קיימת עוד", "ירד מהאתר", "हटा", "मिटा", "डिलीट", "अब उपलब्ध नहीं", "अब मौजूद नहीं", "মুছে ফেলা", "সরিয়ে",
    "删除", "刪除", "移除", "下架", "下线", "下線", "撤回", "撤下", "失效", "过期", "過期", "不再提供", "已不存在",
    "被删", "削除", "掲載期間が終了", "掲載を終了", "掲載は終了", "掲載終了", "公開を終了", "公開は終了", "公開終了",
    "配信を終了", "配信は終了", "配信終了", "販売終了", "販売を終了", "取り下げ", "募集は終了", "삭제",
    "더 이상 존재하지", "더 이상 제공되지", "더 이상 이용할 수", "게시가 종료", "판매 종료", "마감되", "만료", "ถูกลบ",
    "ลบออก", "ลบแล้ว", "ถูกนำออก", "ไม่มีอยู่แล้ว", "ไม่มีแล้ว", "หมดอายุ", "bị xóa", "bị xoá", "bị gỡ", "đã xóa",
    "đã xoá", "đã gỡ", "gỡ bỏ", "không còn", "hết hạn", "bị thu hồi", "dihapus", "dicabut", "ditarik",
    "tidak lagi tersedia", "sudah tidak tersedia", "sudah tidak ada", "tidak ada lagi", "kedaluwarsa", "dipadam",
    "eemaldatud", "kustutatud", "enam pole", "pole enam", "ei ole enam", "enam ei ole", "dzēst", "noņemt", "izņemt",
    "vairs nav", "pašalint", "ištrint", "nebėra", "nebeegzistuoja", "suprimit", "esborrat", "ja no està disponible",
    "ja no existeix", "silinib", "fjarlægð", "fjarlægt", "eytt", "umaknjen", "избришан", "отстранет", "hequr", "fshirë",
    "ezabatu", "ezabatua", "kendu", "dileu", "dynnu i lawr", "verwyder", "geskrap", "bestaan nie meer",
    "ikke lenger aktiv", "ikke længere aktiv", "inte längre aktiv", "više nije aktiv", "nije više aktiv", "umeondolewa",
    "imeondolewa", "imefutwa", "dibuang", "წაშლილ", "ջնջվ", "жойылған", "өшірілген", "ہٹا دی",
    "حذف کر", "publicerad längre", "inte längre publicerad", "ikke længere publiceret", "niet meer gepubliceerd",
))  # fmt: skip
"""Saying that it was there: "not available" alone is also said of what comes back."""
_IS_NO_LONGER = frozenset({
    "již není", "už není", "už nie je", "nu mai este", "nu mai e ", "вече не е ", "δεν είναι πλέον", "لم يعد", "لم تعد",
    "כבר לא", "כבר אינ", "ei ole enää", "enam pole", "pole enam", "ei ole enam", "enam ei ole", "vairs nav", "nebėra",
    "không còn",
})  # fmt: skip
_TAKEN_DOWN = Phrases(tuple([phrase for phrase in GONE.all if phrase not in _IS_NO_LONGER]))
"""The same without what only begins to say so: "is no longer"."""
NO_LONGER = Phrases((
    " no longer ", " any more", " anymore", " any longer", " nicht mehr ", " nicht länger ", "n'est plus",
    "ne peut plus", "ne sont plus", "n'a plus", " ya no ", " já não ", " não está mais", " não pode mais",
    " non è più", " non può più", " niet meer", " niet langer", " inte längre", " ikke længere", " ikke lenger",
    " enää", " enam ", " vairs n", " nebėra", " nebe",
    " już nie", " nie jest już", " nie można już", " již ne", " již si ", " už ne",
    " už si ", " už nie", " már nem ", " nu mai ", " вече не ", " више не", " više ne", " više nije", " ni več",
    " ne več", " больше не", " более не", " уже не", " більше не", " вже не", " πλέον", " πια", " artık ", "لم يعد",
    "لم تعد", " دیگر ", " כבר לא", " כבר אינ", "不再", "已不", "もう", "더 이상", "không còn", " tidak lagi",
    " sudah tidak", " jo no ", " ja no ", " ez dago jada",
))  # fmt: skip
"""Saying that what was is not so today, whatever it was."""
_TENDED = Phrases((
    "updat", "maintain", "support", "aktualis", "gepflegt", "betreut", "à jour", "actualis", "entreten", "actualiz",
    "mantiene", "atualiz", "mantid", "aggiorna", "bijgewerkt", "onderhoud", "uppdater", "opdater", "oppdater",
    "päivite", "aktualiz", "frissít", "frissül",
    "обновля", "поддержива", "оновлю", "підтрим", "актуализ", "ažurir", "ενημερών",
    "güncell", "تحديث", "به‌روز", "روزرسانی", "מתעדכ", "更新", "维护", "維護", "업데이트", "cập nhật", "diperbarui",
    "uuenda", "atjaun",
    "atnaujin", "actualitz", "posodab", "अपडेट", "अद्यतन", "อัปเดต", "ปรับปรุง", "underhåll", "vedligehold",
    "vedlikehold", "ylläpi", "karbantart", "udržov", "udržiav", "utrzymyw",
))  # fmt: skip
"""What pages are not any more that are there still."""
_OFFERS = Phrases((
    "listing", "advert", "classified", "offer", "job", "vacancy", "position", "auction", "property", "item ",
    "inserat", "anzeige", "angebot", "stelle ", "ausschreibung", "objekt", "annonce", "offre", "poste ", "anuncio",
    "oferta", "inmueble", "vacante", "annuncio", "offerta", "posizione", "anúncio", "vaga ", "imóvel", "vacature",
    "advertentie", "ogłoszeni", "ofert", "inzerát", "nabídk", "ponuk", "hirdetés", "állás", "anunț", "объявлени",
    "ваканси", "предложени", "оголошен", "вакансі", "обява", "oglas", "оглас", "αγγελία", "θέση", " ilan", "إعلان",
    "وظيفة", "آگهی", "מודעה", "משרה", "职位", "職位", "商品", "求人", "物件", "채용", "공고", "ประกาศ", "tin tuyển",
    "lowongan", "iklan", "annons", "stilling", "ilmoitu", "työpaik", "kuulutus", "sludināj", "skelbim",
))  # fmt: skip
"""What stands on the web until somebody takes it."""
_TAKEN = Phrases((
    " ended", " filled", " sold", " been let", " taken", " closed", "besetzt", "vergeben", "verkauft", "vermietet",
    "vermittelt", "beendet", "pourvu", "vendu", "loué", "terminé", "cubiert", "vendid", "cerrad", "finaliz", "copert",
    "vendut", "chius", "preenchid", "encerrad", "vervuld", "verkocht", "gesloten", "zakończ", "sprzedan", "obsazen",
    "prodán", "ukončen", "obsaden", "betölt", "eladt", "ocupat", "vândut", "închis", "закрыт", "продан", "снял",
    "занят", "завершен", "закрит", "зняв", "затворен", "попълнен", "popunjen", "prodan", "zatvoren", "έκλεισε",
    "πουλήθηκε", "καλύφθηκε", "doldu", "satıldı", "kapandı", "تم بيع", "تم شغل", "انتهى", "فروخته", "נמכר", "אויש",
    "已售", "已结束", "已結束", "已关闭", "已關閉", "終了", "売り切れ", "成約", "마감", "종료", "판매 완료", "ปิดรับ",
    "ขายแล้ว", "đã bán", "đã đóng", "terjual", "ditutup", "tillsatt", "såld", "besatt", "solgt", "täytetty", "myyty",
    "päättynyt", "inactiv", "inaktiv", "inattiv", "inativ", "nieaktywn", "neaktivn", "неактивн", "ανενεργ", "ปิดแล้ว",
))  # fmt: skip
THIS = Phrases((
    " this ", " the article ", " the story ", " dieser ", " dieses ", " diese ", " der artikel ", " der beitrag ",
    " cet ", " cette ", " ce ", " l'article ", " este ", " esta ", " esse ", " essa ", " questo ", " questa ",
    " quest'", " deze ", " dit ", " denna ", " denne ", " detta ", " dette ", " den här ", " det här ", " tämä ",
    " ten ", " ta ", " tento ", " tato ", " toto ", " táto ", " ez a", " acest", " această ", " этот ", " эта ",
    " это ", " данн", " цей ", " ця ", " цю ", " дан", " този ", " тази ", " ovaj ", " ova ", " овај ", " овa ",
    " αυτό ", " αυτή ", " το ", " bu ", "هذا", "هذه", " این ", " זה", " זו", " यह ", " इस ", "此", "本", "该", "該",
    "这", "這", "この", "当該", " 이 ", "해당", "นี้", " này ", " ini ", " see ", " šis ", " šī ", " aquest", " hau ",
))  # fmt: skip
"""Pointing at what is on the page, as its own notices do."""
SESSION = Phrases((
    "session", "sitzung", "sesión", "sessão", "sessione", "sessie", "сесс", "сесі", "oturum", "会话", "セッション",
    "세션", "sesj", "sesij", "sesiun", "sesi ", "сеси", "seans", "сеанс", "istunto", "relace", "reláci", "სესია",
    "munkamenet", "økten", "συνεδρί", "الجلسة", "جلستك", "نشست", "ההפעלה", "सत्र", "會話", "เซสชัน", "phiên",
))  # fmt: skip
"""A reader's own session, which ends."""
PASSING = Phrases(
    TEMPORARY.all,
    SESSION.all,
    (
        "tempora", "try again", "later", "shortly", "soon", "suspended", "private", "reload", "refresh the page",
        "cookies", "javascript", "your browser", "captcha", "später", "gesperrt", "provisoire", "réessay", "plus tard",
        "intente", "inténtalo", "más tarde", "mais tarde", "tente ", "riprova", "più tardi", "opnieuw", "försök igen",
        "senare", "prøv igen", "prøv igjen", "myöhemmin", "spróbuj", "później", "tymczas", "zkuste", "později",
        "dočasn", "próbálja", "később", "încerca", "mai târziu", "попробуйте", "позже", "временн", "заблокир",
        "спробуйте", "пізніше", "тимчас", "заблоков", "по-късно", "αργότερα", "daha sonra", "tekrar den", "لاحق",
        "حاول", "بعداً", "بعدا", "מאוחר יותר", "זמני", "נסו", "बाद में", "稍后", "稍後", "重试", "重試", "後ほど",
        "しばらく", "一時", "非公開", "다시 시도", "잠시", "일시", "비공개", "ภายหลัง", "ลองใหม่", "thử lại", "nanti",
        "coba lagi",
    ),
)  # fmt: skip
"""What is said of trouble that passes, of readers who are not let in, and of a reader's own session."""


def withdrawn_signs(read: ReadPage, names_an_error: Callable[[str], bool]) -> ErrorSigns:
    """Where the page says that it was withdrawn: in names it gives itself, and what else agrees. Mostly nothing.

    `names_an_error` tells whether a heading is of nothing but some error.
    """
    if not (read.unlinked or read.names) or read.says_more_than(_FEW_WORDS):
        return NO_SIGNS
    words = read.unlinked_words
    text = read.own_said
    everything = f"{read.names}\n{text}"
    if not may_say_so(everything) or holds(everything, PASSING) or _for_some_readers(everything):
        return NO_SIGNS
    names = read.name_lines
    strong = tuple([_of_itself(name) for name in names if _says_so_of_no_law(name)])
    said = next((one for one in ENDS.split(text) if one.strip() not in names and _says_so_of_no_law(one)), None)
    if said is None:
        return ErrorSigns(strong if words <= _HARDLY_ANY else ())
    # Under a heading of another kind such a sentence is a text: a recall, a retraction.
    if (
        not strong
        and words <= _HARDLY_ANY
        and all(names_an_error(heading) or _heads_an_absence(heading) for heading in read.page.headings)
    ):
        return ErrorSigns((_of_itself(said.strip()),))
    return ErrorSigns(strong, (_of_itself(said.strip()),))


def _heads_an_absence(heading: str) -> bool:
    """Whether a heading of a few words says no more than that something is gone, or taken."""
    name = plain(heading)
    return count_words(name) <= _A_WORD_OR_TWO and may_say_so(name)


def _says_so_of_no_law(statement: str) -> bool:
    return says_so(statement) and not is_provision(statement)


def _of_itself(statement: str) -> Sign:
    return Sign(Kind.WITHDRAWN, f"it says of itself {quoted(statement)}")


def points_at_itself(read: ReadPage) -> bool:
    """Whether a name that the page gives itself says that this very thing is gone: no headline speaks so."""
    return any(
        holds(f" {one} ", THIS) and holds(one, GONE) and holds(f"{one} ", THINGS)
        for name in read.name_lines
        for one in ENDS.split(name)
    )


def _for_some_readers(text: str) -> bool:
    """Whether it is gone for readers of a country, or by an order: others may be shown it."""
    sentences = ENDS.split(text)
    everything = " ".join(["", *sentences, ""])
    if not (of_the_readers_place(everything) or of_an_order(everything)):
        return False
    return any(of_the_readers_place(one) or (holds(one, GONE) and of_an_order(one)) for one in sentences)


def says_so(statement: str) -> bool:
    """Whether a short statement says of some page, or of what it shows, that it is gone."""
    if not may_say_so(statement) or count_words(statement) > _LONGEST_STATEMENT:
        return False
    return any(_is_gone(f" {one} ") for one in ENDS.split(statement))


@lru_cache(maxsize=16)
def may_say_so(text: str) -> bool:
    """Whether `text` holds any words without which nothing says so."""
    sentences = apart(text)
    return holds(text, GONE) or holds(sentences, NO_LONGER) or holds(sentences, _TAKEN)


def _is_gone(sentence: str) -> bool:
    """Whether a sentence, with spaces around it, says of a page that it is gone, or of an offer that it is taken."""
    gone = is_said_gone(sentence) or (holds(sentence, NO_LONGER) and not holds(sentence, _TENDED))
    if gone and (holds(sentence, THINGS) or holds(sentence, _OFFERS)):
        return True
    if not (holds(sentence, _TAKEN) and holds(sentence, _OFFERS)):
        return False
    # Others sell, fill and end theirs, too, and say more of it.
    return holds(sentence, THIS) or count_words(sentence) <= _A_WORD_OR_TWO


def is_said_gone(sentence: str) -> bool:
    """Whether a sentence says that something is gone, and not only that it is no longer kept up."""
    return holds(sentence, _TAKEN_DOWN if not_kept_up(sentence) else GONE)


def is_provision(name: str) -> bool:
    """Whether a name is that of a provision of a law: many were deleted, and say so."""
    return _PROVISION.search(name) is not None


def not_kept_up(sentence: str) -> bool:
    """Whether a sentence says of a page that it is there still, but that nobody keeps it up."""
    return holds(sentence, _TENDED) and holds(f" {sentence} ", NO_LONGER)
