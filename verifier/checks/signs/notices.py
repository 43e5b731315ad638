"""Short pages that say why there is nothing to read today: work on the site, a fault, an account that was shut.

A read page goes in, a sentence that says which, or None, comes out. Such pages are answered with success, are alike for
every address, and say "not available" as error pages do; but the page they stand before is not gone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from verifier.checks.page.phrases import Phrases, holds, together
from verifier.checks.page.reading import ReadPage
from verifier.checks.signs.blocks import AVAILABILITY
from verifier.model.patterns import compile_late

_FEW_WORDS = 80
_HARDLY_ANY = 20  # words
_FEW_LINKS = 3
_A_NOTICE = 150  # words that a notice has at most, its menus aside
_REST_PATH = compile_late(
    r"(?:^|[/._-])(?:maintenance|maint|wartung|wartungsarbeiten|mantenimiento|manutencao|manutenzione|onderhoud"
    r"|underhall|vedlikehold|vedligeholdelse|huolto|huoltokatko|konserwacja|przerwa|udrzba|karbantartas|mentenanta"
    r"|odrzavanje|bakim|tehraboty|teh-raboty|tenken|weihu|pemeliharaan|bao-tri|downtime|outage|overload(?:ed)?"
    r"|too-?busy|site-?(?:down|closed|offline)|service-?unavailable|unavailable-?503|503)(?:[/._-]|$)",
    re.IGNORECASE,
)
_WORKED_ON = "the page only says that the site is being worked on"
_NO_DATABASE = "the page only says that the site's database fails"
_FAULTY = "the page only bears the number of a server's fault"
_FAULTS_NUMBER = compile_late(r"^\W{0,3}(?:[^\W\d]{1,12}\s){0,2}50[0-4]\W{0,3}$", re.MULTILINE)
"""A line of its own for it: "500", "HTTP error 503"."""
_CROWDED = "the page only says that the site cannot answer just now"
_WORK = Phrases((
    "maintenance", "wartung", "mantenimiento", "manutenção", "manutenzione", "onderhoud", "underhåll",
    "vedlikehold", "vedligehold", "huolto", "konserwacj", "prace techniczne", "údržb", "karbantart",
    "mentenanț", "održavanj", "технические работы", "технічні роботи", "технически работи",
    "техническое обслуживание", "συντήρηση", "bakım", "صيانة", "در دست تعمیر", "תחזוקה", "维护", "維護",
    "メンテナンス", "点検", "점검", "维修", "維修", "रखरखाव", "pemeliharaan", "bảo trì", "ปรับปรุง",
    "hooldustöö", "apkopes darb", "apkope", "uzturēšanas darb", "priežiūros darb", "techninė priežiūra",
    "profilaktikos darb", "viðhald",
    "mirëmbajtj",
    "manteniment", "mantentze", "cynnal a chadw", "во одржување", "vzdrževalna dela", "v vzdrževanju",
    "ტექნიკური სამუშაო",
    "տեխնիկական աշխատանք",
    "техникалық жұмыс", "রক্ষণাবেক্ষণ", "penyelenggaraan", "matengenezo", "instandhaltung", "техничка поддршка",
))  # fmt: skip
_OF_THE_SITE = Phrases((
    "under maintenance", "tempora", "shortly", "back soon", "site", "server", "page is", "vorübergehend",
    "seite", "sitio", "sito", "página", "pagina", "momentan", "probíhá", "stránk", "tymczas", "stron", "oldal",
    "сайт", "времен", "тимчас", "ιστοσελίδα", "ιστότοπος", "geçici", "האתר", "网站", "網站", "系统", "系統",
    "サイト", "システム", "사이트", "시스템", "साइट", "เว็บไซต์", "trang web", "situs", "nuestra web",
    "náš web", "webu", "webhely", "sivust", "sajt", "nettsted", "hjemmeside", "homepage", "situl", "سایت",
    "موقع", "platform",
    "lehel ", "leht ", "veebi", "vietn", "lapa", "svetain", "puslap", "vefur", "vefsíð", "faqj", "lloc web", "webgune",
    "gwefan", "веб-", "страниц", "spletn", "stran je ", "საიტ", "կայք", "সাইট", "tovuti",
))  # fmt: skip
_AT_WORK = Phrases((
    "working on", "wir arbeiten", "arbeiten gerade", "travaux", "trabajando", "trabajos", "trabalhando",
    "a trabalhar", "lavorando", "lavori", "werken aan", "werkzaamheden", "pracujem", "przerwa techniczna",
    "opravuj", "идут работы", "ведутся работы", "тривають роботи", "працюємо над", "çalışıyoruz", "çalışma",
    "نعمل على", "تعمیر", "עובדים על", "काम चल", "作業中", "작업 중", "ปิดปรับปรุง", "perbaikan", "εργασίες",
    "συντηρείται", "arbetar med", "arbetar på", "arbejder på", "jobber med", "huolletaan", "dolgozunk",
    "lucrăm", "lucrări", "radimo na", "работим", "gewartet", "plánovan", "плановые работы", "проводятся работы",
    "планові роботи", "проводяться роботи", "tareas programadas",
))  # fmt: skip
_UPDATING = Phrases((
    "improvements", "upgrading", "being updated", "überarbeit", "aktualisier", "mise à jour", "mejoras",
    "melhorias", "atualiza", "actualiza", "aggiorna", "bijgewerkt", "aktualizac", "vylepš", "обновля",
    "обновлен", "оновл", "güncell", "تحديث", "به\u200cروزرسانی", "بروزرسانی", "به روزرسانی", "שדרוג", "अपडेट",
    "升级", "升級", "アップデート", "업데이트", "อัปเดต", "nâng cấp", "cập nhật", "diperbarui", "peningkatan",
    "αναβάθμιση", "ενημερών", "uppdater", "uppgrader", "opdater", "oppdater", "päivit", "frissít", "felújít",
    "actualizăm", "обновява", "upgrades", "undergoing", "améliorons", "aktualizuje", "aktualizow", "αναβαθμίζ",
    "更新しています", "正在更新", "網站更新",
))  # fmt: skip
"""A site that is being renewed, if it says when to come back; one that has been renewed may have lost its pages."""
_BUSY = Phrases((
    "too many", "for mange besøg", "overload", "high traffic", "heavy traffic", "little busy", "very busy", "too busy",
    "high demand", "überlast", "ausgelastet", "viele zugriffe", "viele besucher", "surcharg", "saturé",
    "forte affluence", "trop de", "saturad", "sobrecarg", "demasiad", "muitas visitas", "muitos acessos",
    "sovraccaric", "troppe richieste", "troppi", "overbelast", "te druk", "przeciąż", "zbyt wiele", "přetížen",
    "preťažen", "перегруж", "слишком много", "перевантаж", "забагато", "aşırı yük", "yoğunluk", "ضغط", "ازدحام",
    "ترافیک", "بار زیاد", "עומס", "भीड़", "व्यस्त", "繁忙", "拥挤", "過多", "过多", "忙碌", "混雑", "混み合",
    "集中して", "접속자", "폭주", "혼잡", "หนาแน่น", "จำนวนมาก", "quá tải", "đông", "sibuk", "terlalu banyak",
    "padat", "υπερφόρτ", "αυξημένη", "överbelast", "hög belastning", "ruuhka", "kuormit", "túlterhel",
    "leterhelt", "supraîncărc", "suprasolicit",
))  # fmt: skip
_WAITING_LINE = Phrases((
    "now in line", "are in line", "place in line", "waiting in line", "in a queue", "in the queue", "waiting room",
    "virtual queue", "warteschlange", "warteraum", "file d'attente", "salle d'attente", "en cola", "la cola de",
    "cola virtual", "sala de espera", "fila virtual", "fila de espera", "in coda", "lista d'attesa", "sala d'attesa",
    "wachtrij", "wachtkamer", "i kö ", "kölapp", "väntrum", "i køen", "venterom", "venteværelse", "jonossa", "jonoon",
    "w kolejce", "poczekalni", "ve frontě", "do fronty", "čekárn", "v poradí", "čakár", "várólist", "sorban áll",
    "coada de așteptare", "в очереди", "ваша очередь", "у черзі", "на опашката", "у реду чекања", "u redu čekanja",
    "čakalnic", "ουρά αναμονής", "αίθουσα αναμονής", "sıradasınız", "sıraya alın", "bekleme odası", "قائمة الانتظار",
    "طابور", "صف انتظار", "اتاق انتظار", "תור ההמתנה", "חדר המתנה", "प्रतीक्षा कक्ष", "कतार में", "排队", "排隊",
    "等候室", "順番待ち", "順番をお待ち", "待合室", "대기열", "대기실", "เข้าคิว", "ในคิว", "ห้องรอ", "hàng đợi",
    "phòng chờ", "dalam antrean", "ruang tunggu",
))  # fmt: skip
"""Where visitors wait to be let in, one after the other."""
TEMPORARY = Phrases((
    "temporar", "vorübergehend", "temporalmente", "momentáneamente", "tijdelijk", "tymczasow", "chwilowo",
    "dočasně", "dočasne", "временно", "тимчасово", "geçici", "مؤقت", "موقت", "זמנית", "अस्थायी", "暂时", "暫時",
    "一時的", "일시적", "ชั่วคราว", "tạm thời", "sementara", "προσωριν", "tillfällig", "midlertidig", "tilapäis",
    "väliaikais", "ideiglenes", "átmeneti", "privremen", "momentan", "derzeit nicht", "at the moment",
    "right now",
))  # fmt: skip
_RETURN = Phrases((
    "be back", "back soon", "right back", "back shortly", "back online", "be online", "return soon",
    "returning soon", "bald zurück", "gleich zurück", "bald wieder", "gleich wieder", "revenons", "volveremos",
    "volvemos", "estaremos de vuelta", "voltamos", "voltaremos", "de volta em", "torneremo", "torniamo",
    "di nuovo online", "zo terug", "weer terug", "snel terug", "wrócimy", "wracamy", "vrátíme", "vrátime",
    "вернемся", "вернёмся", "скоро верн", "повернемо", "döneceğiz", "سنعود", "نعود قريب", "برمی\u200cگرد",
    "بازمی\u200cگرد", "باز می\u200cگرد", "נחזור", "נשוב", "लौटेंगे", "वापस आ", "马上回来", "馬上回來",
    "很快回来", "很快回來", "即將回來", "まもなく", "再開", "돌아오", "찾아뵙", "พบกันใหม่", "กลับมา", "gặp lại",
    "segera kembali", "strax tillbaka", "snart tillbaka", "är tillbaka", "snart tilbake", "snart tilbage",
    "palaamme", "revenim", "vratit ćemo", "vraćamo se", "връщаме се", "jsme zpět", "budeme zpět", "brzy zpět",
    "sme späť", "budeme späť", "olemme takaisin", "sớm trở lại", "sẽ trở lại", "επιστρέφουμε", "επιστρέψουμε",
    "visszatérünk", "visszajövünk", "sommes de retour", "serons de retour", "bientôt de retour",
    "de retour dans", "de retour très", "すぐに戻ります", "戻ってまいります", "очаквайте скоро",
    "we zijn terug", "er zo weer",
    "kmalu se vrnemo", "kmalu spet", "komum aftur", "tornarem", "tornem aviat", "uskoro se vraćamo",
    "ускоро се враћамо",
))  # fmt: skip
"""Who comes back says that he is away."""
_AGAIN = (
    "come back", "check back", "try again", "shortly", "a few minutes", "few moments", "please wait", "apologi",
    "inconvenience", "später", "minuten", "geduld", "revenez", "réessayez", "réessayer", "bientôt", "patien",
    "vuelva", "vuelve", "pronto", "más tarde", "molestias", "paciencia", "volte", "em breve", "mais tarde",
    "paciência", "incómodo", "incômodo", "tra poco", "a breve", "riprova", "più tardi", "pazienza",
    "binnenkort", "later", "opnieuw", "wkrótce", "niebawem", "później", "ponownie", "cierpliwo", "vraťte",
    "brzy", "později", "trpěliv", "čoskoro", "neskôr", "trpezliv", "скоро", "позже", "попробуйте", "повторите",
    "зайдите", "терпен", "незабаром", "пізніше", "спробуйте", "терпін", "yakında", "kısa süre", "daha sonra",
    "sabr", "قريب", "لاحق", "به\u200cزودی", "به زودی", "بعدا", "دوباره", "شکیبایی", "صبر", "בקרוב",
    "מאוחר יותר", "שוב", "סבלנות", "जल्द", "बाद में", "थोड़ी देर", "धैर्य", "稍后", "稍後", "很快", "尽快", "盡快",
    "再来", "再來", "再试", "再試", "重试", "重試", "耐心", "しばらく", "後ほど", "のちほど", "お待ち",
    "ご不便", "ご迷惑", "잠시", "나중에", "곧", "기다려", "불편", "เร็ว ๆ นี้", "เร็วๆ นี้", "ภายหลัง", "อีกครั้ง",
    "สักครู่", "ขอบคุณที่รอ", "ขออภัย", "sớm", "quay lại", "thử lại", "kiên nhẫn", "segera", "coba lagi",
    "nanti", "kesabaran", "σύντομα", "αργότερα", "υπομον", "strax", "snart", "senare", "tålamod", "senere",
    "tålmod", "pian", "myöhemmin", "hetken", "kärsiväll", "hamarosan", "később", "türelm", "reveniți",
    "în curând", "mai târziu", "răbdare", "uskoro", "kasnije", "strpljenj", "по-късно", "търпен", "in kürze",
)  # fmt: skip
_SOON = Phrases(_RETURN.all, _AGAIN)
_WORKING = Phrases(_AT_WORK.all, _UPDATING.all)
_SOON_OR_SITE = Phrases(_SOON.all, _OF_THE_SITE.all)
_STORE = Phrases((
    "sqlstate", "mysql", "datenbank", "base de données", "base de datos", "base de dados", "banco de dados",
    "basi di dati", "basi dati", "baza de date", "baze de date", "bazei de date", "bază de date", "baza danych",
    "bazą danych", "bazy danych", "databáz", "databas", "databank", "tietokan", "adatbázis", "базой данных",
    "базы данных", "базе данных", "бази даних", "базою даних", "базата данни", "βάση δεδομένων", "veritaban",
    "قاعدة البيانات", "پایگاه داده", "מסד הנתונים", "מסד נתונים", "डेटाबेस", "数据库", "資料庫", "データベース",
    "데이터베이스", "ฐานข้อมูล", "cơ sở dữ liệu", "basis data", "pangkalan data",
))  # fmt: skip
_NO_LINE = Phrases((
    "connect", "fehler", "verbind", "connexion", "erreur", "conexi", "conectar", "conexão", "ligação", "erro",
    "connession", "connett", "fout", "połącz", "błąd", "připoj", "spojení", "pripoj", "chyb", "соедин",
    "подключ", "ошибк", "з'єдн", "підключ", "помилк", "връзка", "грешка", "bağlan", "hata", "اتصال", "خطأ",
    "خطا", "חיבור", "שגיאה", "कनेक्ट", "त्रुटि", "连接", "連接", "連線", "错误", "錯誤", "接続", "エラー", "연결",
    "오류", "เชื่อมต่อ", "ผิดพลาด", "kết nối", "lỗi", "koneksi", "kesalahan", "terhubung", "σύνδεση", "σφάλμα",
    "anslut", "fel ", "forbind", "yhtey", "virhe", "kapcsol", "hiba", "too many",
))  # fmt: skip
_ACCOUNTS = Phrases((
    "account", "this site", "this website", "web site", "hosting", "konto", "website", "webseite", "webpräsenz",
    "compte", "ce site", "cuenta", "este sitio", "conta ", "este site", "sito", "questo sito", "deze site",
    "webbplats", "nettsted", "hjemmeside", "tili ", "sivusto", "strona", "stránk", "účet", "fiók", "webhely",
    "contul", "site-ul", "аккаунт", "сайт", "учетная запись", "хостинг", "обліковий", "акаунт", "λογαριασμ",
    "ιστότοπ", "hesap", "hesab", "site ", "الحساب", "الموقع", "حساب", "سایت", "החשבון", "האתר", "खाता", "वेबसाइट",
    "账户", "帳戶", "账号", "帳號", "网站", "網站", "アカウント", "サイト", "계정", "사이트", "บัญชี", "เว็บไซต์",
    "tài khoản", "trang web", "akun", "situs",
))  # fmt: skip
_SUSPENDED = Phrases((
    "suspended", "deactivated", "disabled by", "has been disabled", "gesperrt", "deaktiviert", "suspendu",
    "désactivé", "suspendid", "suspenso", "suspensa", "desactivad", "desativad", "sospes", "disattivat", "opgeschort",
    "geblokkeerd", "avstängd", "avstängt", "suspendert", "suspenderet", "lukket", "suljettu", "jäädytetty",
    "zawieszon", "zablokowan", "pozastaven", "felfüggeszt", "suspendat", "приостановлен", "заблокирован", "отключен",
    "призупинен", "заблокован", "спрян", "obustavljen", "suspendiran", "ανεστάλη", "ανασταλεί", "σε αναστολή",
    "askıya alın", "تعليق", "إيقاف", "مسدود", "تعلیق", "הושעה", "निलंबित", "已被暂停", "已暂停", "已停用", "已關閉",
    "已暫停", "停止されて", "凍結", "정지", "중지", "ถูกระงับ", "bị tạm ngưng", "bị đình chỉ", "bị khóa",
    "ditangguhkan", "dinonaktifkan",
))  # fmt: skip
_WORKS = Phrases((
    "under maintenance", "maintenance in progress", "scheduled maintenance", "wartungsarbeiten", "wartungsmodus",
    "wird gewartet", "en maintenance", "maintenance en cours", "en mantenimiento", "tareas de mantenimiento",
    "em manutenção", "in manutenzione", "manutenzione in corso", "in onderhoud", "onderhoudswerkzaamheden",
    "driftstopp", "underhåll pågår", "under vedlikehold", "under vedligehold", "huoltokatko", "huoltotauko",
    "przerwa techniczna", "przerwa serwisowa", "prace serwisowe", "prace konserwacyjne", "odstávka systému",
    "odstávka webu", "plánovaná odstávka", "servisní práce", "probíhá údržba", "údržba systému", "údržba webu",
    "servisné práce", "karbantartás alatt", "karbantartást végz", "karbantartás miatt", "în mentenanță",
    "lucrări de mentenanță", "технические работы", "профилактические работы", "технічні роботи",
    "профілактичні роботи", "техническа поддръжка", "održavanje u toku", "radovi na održavanju",
    "εργασίες συντήρησης", "υπό συντήρηση", "bakım çalışması", "bakımda", "أعمال الصيانة", "تحت الصيانة",
    "قيد الصيانة", "در حال تعمیر", "در دست تعمیر", "به‌روزرسانی سایت", "בתחזוקה", "עבודות תחזוקה", "रखरखाव", "维护中",
    "維護中", "系统维护", "系統維護", "メンテナンス中", "点検中", "점검 중", "점검중", "시스템 점검", "ปิดปรับปรุง",
    "đang bảo trì", "sedang dalam pemeliharaan", "dalam perbaikan", "hooldustöö", "apkopes darbi",
))  # fmt: skip
"""Work that is done on sites and systems, by the words of their operators."""


def notice(urls: Sequence[str], read: ReadPage) -> str | None:
    """What the page says of its site today in place of a text; `urls` are the addresses that led to it."""
    return under_maintenance(read) or _sent_to_rest(urls, read) or _worked_on(read)


def account_shut(read: ReadPage) -> str | None:
    """Whether a page of a few words says no more than that its host has shut the site.

    Only where nothing else is known of the page: a site that was shut shows the same for every address.
    """
    words = _bare_words(read)
    shut = bool(words) and holds(words, _SUSPENDED) and holds(words, _ACCOUNTS)
    return "the page only says that the site's account was shut" if shut else None


def under_maintenance(read: ReadPage) -> str | None:
    """Whether the page only says that the site is being worked on, or that it cannot answer just now."""
    if read.words >= _FEW_WORDS:
        return None
    text = _text(read)
    if together(text, _WORK, _OF_THE_SITE):
        return _WORKED_ON
    bare = read.marks.links < _FEW_LINKS  # manuals that name faults, and other short pages, have menus
    if bare and together(text, _STORE, _NO_LINE):
        return _NO_DATABASE
    return _to_come_back_to(text, bare=bare) if holds(text, _SOON) else None


def _sent_to_rest(urls: Sequence[str], read: ReadPage) -> str | None:
    """Whether a redirect ends at an address that by its own words is that of a notice, and at few words."""
    if len(urls) < 2 or read.own_words >= _A_NOTICE:
        return None
    path = urlsplit(urls[-1]).path
    if not _REST_PATH.search(path) or _REST_PATH.search(urls[0]):
        return None
    return f"readers are sent to a notice that the site is at rest ({path[:120]})"


def _worked_on(read: ReadPage) -> str | None:
    """Whether a page of a few words says no more than that the site is being worked on."""
    words = _bare_words(read)
    return _WORKED_ON if words and holds(words, _WORKS) else None


def _bare_words(read: ReadPage) -> str:
    """What the page says, if that is next to nothing, bare of menus and numbers; else nothing.

    A notice that somebody publishes about works or accounts names a place and a time.
    """
    if read.words > _HARDLY_ANY or read.marks.links >= _FEW_LINKS:
        return ""
    words = f"{read.names}\n{read.said}"
    return "" if any(char.isdigit() for char in words) else words


def _to_come_back_to(text: str, *, bare: bool) -> str | None:
    """Why readers of a page that asks them to come back later, or for patience, have to."""
    if holds(text, _OF_THE_SITE) and (together(text, _WORKING, _SOON_OR_SITE) or (bare and holds(text, _RETURN))):
        return _WORKED_ON
    busy = together(text, _BUSY, _SOON_OR_SITE)
    return _CROWDED if busy or (bare and together(text, TEMPORARY, AVAILABILITY)) else None


def at_rest(text: str) -> str | None:
    """Whether the few words that a host shows for every address speak of work, of too many visitors or of a fault.

    Bolder than `under_maintenance`, for nobody's article stands at every address. `text` is in lower case.
    """
    if (
        holds(text, _WORK)
        or holds(text, _WORKS)
        or holds(text, _RETURN)
        or (holds(text, _AT_WORK) and holds(text, _SOON_OR_SITE))
    ):
        return _WORKED_ON
    if holds(text, _UPDATING) and holds(text, _SOON):
        return _WORKED_ON
    if together(text, _STORE, _NO_LINE):
        return _NO_DATABASE
    if _FAULTS_NUMBER.search(text):
        return _FAULTY
    suspended = holds(text, TEMPORARY) and together(text, _SUSPENDED, _ACCOUNTS)
    passing = holds(text, _SOON) and (holds(text, _BUSY) or holds(text, TEMPORARY))
    return _CROWDED if suspended or passing or holds(text, _WAITING_LINE) else None


def _text(read: ReadPage) -> str:
    return f"{read.names}\n{read.said[:2000]}"
