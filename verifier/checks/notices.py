"""Short pages that say why there is nothing to read today: work on the site, a fault, or a reader in the wrong country.

A read page goes in, a sentence that says which, or None, comes out. Such pages are answered with success, are alike for
every address, and say "not available" as error pages do; but the page they stand before is not gone.
"""

from __future__ import annotations

from verifier.checks.page import ReadPage
from verifier.checks.phrases import holds, together

_FEW_WORDS = 80
_FEW_LINKS = 3
_WORKED_ON = "the page only says that the site is being worked on"
_NO_DATABASE = "the page only says that the site's database fails"
_CROWDED = "the page only says that the site cannot answer just now"
_WORK = (
    "maintenance", "wartung", "mantenimiento", "manutenção", "manutenzione", "onderhoud", "underhåll",
    "vedlikehold",
    "vedligehold", "huolto", "konserwacj", "prace techniczne", "údržb", "karbantart", "mentenanț", "održavanj",
    "технические работы", "технічні роботи", "технически работи", "техническое обслуживание",
    "συντήρηση", "bakım", "صيانة", "الصيانة", "در دست تعمیر", "תחזוקה", "维护",
    "維護", "メンテナンス", "点検", "점검", "维修", "維修", "रखरखाव", "pemeliharaan", "bảo trì", "ปรับปรุง",
)  # fmt: skip
_OF_THE_SITE = (
    "under maintenance", "tempora", "shortly", "back soon", "site", "server", "page is", "vorübergehend",
    "website", "seite", "sitio", "sito", "página", "pagina", "momentan", "probíhá",
    "stránk",
    "tymczas", "stron", "oldal", "сайт", "времен", "тимчас", "ιστοσελίδα", "ιστότοπος", "geçici", "الموقع", "האתר",
    "网站", "網站", "系统", "系統", "サイト", "システム", "사이트", "시스템", "साइट", "เว็บไซต์", "trang web", "situs",
)  # fmt: skip
_AT_WORK = (
    "working on", "improvements", "upgrading", "being updated", "wir arbeiten", "arbeiten gerade", "überarbeit",
    "aktualisier", "travaux", "mise à jour", "trabajando", "mejoras", "trabajos", "melhorias", "trabalhando",
    "a trabalhar", "atualiza", "actualiza", "lavorando", "lavori", "aggiorna", "werken aan", "werkzaamheden",
    "bijgewerkt", "pracujem", "przerwa techniczna", "aktualizac", "aktualizacj", "opravuj", "vylepš",
    "vylepšuj", "идут работы", "ведутся работы", "обновля", "обновлен", "тривають роботи", "працюємо над",
    "оновл", "çalışıyoruz", "çalışma", "güncell", "تحديث", "نعمل على", "به\u200cروزرسانی", "بروزرسانی",
    "به روزرسانی", "تعمیر", "עובדים על", "שדרוג", "काम चल", "अपडेट", "升级", "升級", "作業中", "アップデート",
    "작업 중", "업데이트", "ปิดปรับปรุง", "อัปเดต", "nâng cấp", "cập nhật", "perbaikan", "diperbarui",
    "peningkatan", "εργασίες", "συντηρείται", "αναβάθμιση", "ενημερών", "arbetar med", "arbetar på", "uppdater",
    "uppgrader", "arbejder på", "opdater", "jobber med", "oppdater", "huolletaan", "päivit", "dolgozunk",
    "frissít", "felújít", "lucrăm", "lucrări", "actualizăm", "radimo na", "работим", "обновява",
)  # fmt: skip
_BUSY = (
    "too many", "overload", "high traffic", "heavy traffic", "little busy", "very busy", "too busy",
    "high demand", "überlast", "ausgelastet", "viele zugriffe", "viele besucher", "surcharg", "saturé",
    "forte affluence", "trop de", "saturad", "sobrecarg", "demasiad", "muitas visitas", "muitos acessos",
    "sovraccaric", "troppe richieste", "troppi", "overbelast", "te druk", "przeciąż", "zbyt wiele", "přetížen",
    "preťažen", "перегруж", "слишком много", "перевантаж", "забагато", "aşırı yük", "yoğunluk", "ضغط", "ازدحام",
    "ترافیک", "بار زیاد", "עומס", "भीड़", "व्यस्त", "繁忙", "拥挤", "過多", "过多", "忙碌", "混雑", "混み合",
    "集中して", "접속자", "폭주", "혼잡", "หนาแน่น", "จำนวนมาก", "quá tải", "đông", "sibuk", "terlalu banyak",
    "padat", "υπερφόρτ", "αυξημένη", "överbelast", "hög belastning", "ruuhka", "kuormit", "túlterhel",
    "leterhelt", "supraîncărc", "suprasolicit",
)  # fmt: skip
_PASSING = (
    "temporar", "vorübergehend", "temporalmente", "momentaneamente", "momentáneamente", "momentanément",
    "tijdelijk", "tymczasow", "chwilowo", "dočasně", "dočasne", "временно", "тимчасово", "geçici", "مؤقت",
    "موقت", "זמנית", "अस्थायी", "暂时", "暫時", "一時的", "일시적", "ชั่วคราว", "tạm thời", "sementara",
    "προσωριν", "tillfällig", "midlertidig", "tilapäis", "väliaikais", "ideiglenes", "átmeneti", "privremen",
)  # fmt: skip
_SOON = (
    "back soon", "be back", "right back", "come back", "check back", "be online", "return soon", "back online",
    "try again", "minutes", "please wait", "bald zurück", "gleich zurück", "bald wieder", "gleich wieder",
    "in kürze", "später", "minuten", "revenez", "de retour", "revenons", "réessayez", "bientôt", "patien",
    "vuelva", "vuelve", "volveremos", "volvemos", "pronto", "más tarde", "molestias", "volte", "voltamos",
    "voltaremos", "em breve", "mais tarde", "incómodo", "torneremo", "torniamo", "tra poco", "a breve",
    "riprova", "più tardi", "zo terug", "binnenkort", "weer terug", "snel terug", "later", "wrócimy", "wracamy",
    "wkrótce", "niebawem", "później", "zpět", "vrátíme", "vraťte", "brzy", "později", "čoskoro", "neskôr",
    "späť", "вернемся", "вернёмся", "скоро", "позже", "попробуйте", "зайдите", "повернемо", "незабаром",
    "пізніше", "спробуйте", "döneceğiz", "yakında", "kısa süre", "daha sonra", "سنعود", "نعود", "قريب", "لاحق",
    "برمی\u200cگرد", "بازمی\u200cگرد", "به\u200cزودی", "به زودی", "بعداً", "بعدا", "دوباره", "נחזור", "נשוב",
    "בקרוב", "מאוחר יותר", "שוב", "लौटेंगे", "जल्द", "बाद में", "थोड़ी देर", "稍后", "稍後", "很快", "马上回来",
    "尽快", "盡快", "再来", "再來", "重试", "重試", "しばらく", "後ほど", "のちほど", "まもなく", "再開",
    "お待ち", "잠시", "나중에", "곧", "เร็ว ๆ นี้", "เร็วๆ นี้", "ภายหลัง", "อีกครั้ง", "สักครู่", "gặp lại",
    "trở lại", "quay lại", "thử lại", "segera", "kembali", "coba lagi", "nanti", "σύντομα", "επιστρέψ",
    "αργότερα", "strax", "snart", "tillbaka", "senare", "tilbake", "tilbage", "senere", "pian", "palaamme",
    "myöhemmin", "hetken", "hamarosan", "visszatér", "később", "revenim", "reveniți", "în curând", "mai târziu",
    "uskoro", "kasnije", "очаквайте",
)  # fmt: skip
_STORE = (
    "database", "sqlstate", "mysql", "datenbank", "base de données", "base de datos", "base de dados",
    "banco de dados", "basi di dati", "basi dati", "baza de date", "baze de date", "bazei de date",
    "bază de date", "baza danych", "bazą danych", "bazy danych", "databáz", "databas", "databank", "tietokan",
    "adatbázis", "базой данных", "базы данных", "базе данных", "бази даних", "базою даних", "базата данни",
    "βάση δεδομένων", "veritaban", "قاعدة البيانات", "پایگاه داده", "מסד הנתונים", "מסד נתונים", "डेटाबेस",
    "数据库", "資料庫", "データベース", "데이터베이스", "ฐานข้อมูล", "cơ sở dữ liệu", "basis data",
    "pangkalan data",
)  # fmt: skip
_NO_LINE = (
    "error", "connect", "fehler", "verbind", "connexion", "erreur", "conexi", "conectar", "conexão", "ligação",
    "erro", "connession", "connett", "errore", "verbinding", "fout", "połącz", "błąd", "připoj", "spojení",
    "pripoj", "chyb", "соедин", "подключ", "ошибк", "з'єдн", "підключ", "помилк", "връзка", "грешка", "bağlan",
    "hata", "اتصال", "خطأ", "خطا", "חיבור", "שגיאה", "कनेक्ट", "त्रुटि", "连接", "連接", "連線", "错误", "錯誤",
    "接続", "エラー", "연결", "오류", "เชื่อมต่อ", "ผิดพลาด", "kết nối", "lỗi", "koneksi", "kesalahan",
    "terhubung", "σύνδεση", "σφάλμα", "anslut", "fel ", "forbind", "yhtey", "virhe", "kapcsol", "hiba",
    "too many",
)  # fmt: skip
_WHERE = (
    "in your region", "in your country", "in your location", "in your area", "in this region", "in this country",
    "from your country", "from your region", "in ihrem land", "in ihrer region", "in deinem land",
    "dans votre pays",
    "dans votre région", "en tu país", "en su país", "en tu región", "en su región", "no seu país", "na sua região",
    "nel tuo paese", "nella tua regione", "in uw land", "in jouw land", "in je regio", "i ditt land", "i dit land",
    "maassasi", "w twoim kraju", "w twoim regionie", "ve vaší zemi", "vo vašej krajine", "az ön országában",
    "az országodban", "în țara ta", "în țara dumneavoastră", "u vašoj zemlji", "в вашем регионе", "в вашей стране",
    "у вашому регіоні", "у вашій країні", "във вашата страна", "στη χώρα σας", "στην περιοχή σας", "ülkenizde",
    "bölgenizde", "في بلدك", "في منطقتك", "במדינתך", "באזור שלך", "במדינה שלך", "आपके देश में", "आपके क्षेत्र में",
    "所在地区", "所在地區", "所在国家", "您的地区", "您的國家", "お住まいの地域", "お住まいの国", "お客様の地域",
    "해당 지역", "귀하의 국가", "현재 지역", "di negara anda", "di wilayah anda", "ở quốc gia của bạn", "ในประเทศของคุณ",
)  # fmt: skip
_WITHHELD = (
    "available", "blocked", "access", "verfügbar", "disponible", "disponib", "disponív", "beschikbaar",
    "tillgänglig",
    "tilgjengelig", "tilgængelig", "saatavilla", "dostępn", "dostupn", "nedostupn", "elérhető", "недоступ",
    "доступ",
    "διαθέσιμ", "kullanıl", "erişil", "mevcut", "متاح", "متوفر", "זמין", "उपलब्ध", "不可用", "无法", "無法", "不提供",
    "利用", "ご覧", "視聴", "이용", "제공", "tersedia", "có sẵn", "khả dụng", "ไม่พร้อม", "ไม่สามารถ",
)  # fmt: skip


def under_maintenance(read: ReadPage) -> str | None:
    """Whether the page only says that the site is being worked on, or that it cannot answer just now."""
    if read.words >= _FEW_WORDS:
        return None
    text = _text(read)
    if together(text, _WORK, _OF_THE_SITE):
        return _WORKED_ON
    if read.links < _FEW_LINKS and together(text, _STORE, _NO_LINE):  # manuals that name such faults have menus
        return _NO_DATABASE
    if holds(text, _SOON) and holds(text, _OF_THE_SITE) and together(text, _AT_WORK, (*_SOON, *_OF_THE_SITE)):
        return _WORKED_ON
    if (together(text, _BUSY, _OF_THE_SITE) or together(text, _BUSY, _SOON)) and holds(text, _SOON):
        return _CROWDED
    return None


def at_rest(text: str) -> str | None:
    """Whether the few words that a host shows for every address speak of work, of too many visitors or of a fault.

    Bolder than `under_maintenance`, for nobody's article stands at every address. `text` is in lower case.
    """
    if holds(text, _WORK) or (holds(text, _AT_WORK) and holds(text, (*_SOON, *_OF_THE_SITE))):
        return _WORKED_ON
    if together(text, _STORE, _NO_LINE):
        return _NO_DATABASE
    if holds(text, (*_BUSY, *_PASSING)) and holds(text, _SOON):
        return _CROWDED
    return None


def withheld_here(read: ReadPage) -> str | None:
    """Whether the page only says that readers of some countries do not get to see it."""
    if read.words < _FEW_WORDS and together(_text(read), _WHERE, _WITHHELD):
        return "the page only says that it is not shown in this country or region"
    return None


def _text(read: ReadPage) -> str:
    return f"{read.names}\n{read.said[:2000]}"
