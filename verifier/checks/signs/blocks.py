"""Short pages that say that readers are kept out: of a country, or by an order.

A read page goes in, a sentence that says which, or None, comes out. Such pages are answered with success, are alike for
every address, and say "not available" as error pages do; but others are shown the page they stand before.
"""

from __future__ import annotations

from verifier.checks.page.phrases import Phrases, apart, holds
from verifier.checks.page.reading import ReadPage
from verifier.checks.signs.statements import only_says

_FEW_WORDS = 40  # of the page's own, beside its links
_ASIDE = 12  # words
_VERY_FEW_WORDS = 25
_LITTLE_ASIDE = 8  # words
_LET_NOBODY_IN = "the page only says that its reader is not let in"
_PLACES = Phrases((
    "region", "country", "countries", "location", "territor", "jurisdiction", "your area", "where you are", "gebiet",
    "standort", "ihrem land", "deinem land", "eurem land", "ihr land", "diesem land", "aufenthaltsort", "votre pays",
    "ton pays", "ce pays", "région", "territoire", "zone géographique", "país", "paises", "países", "región",
    "territorio", "ubicación", "região", "localização", "território", "paese", "regione", "area geografica", "uw land",
    "jouw land", "je land", "dit land", "regio", "locatie", "ditt land", "området", "maassa", "alueella", "sijain",
    "kraju", "kraj", "regionie", "lokalizacj", "obszar", "terytori", "zemi", "oblasti", "území", "krajin", "ország",
    "régió", "területén", "țar", "ţar", "regiun", "zona ", "zemlj", "držav", "regij", "регион", "стран", "территори",
    "местоположени", "регіон", "країн", "територі", "державa", "държава", "χώρα", "περιοχή", "τοποθεσ", "bölge",
    "ülke", "konum", "منطق", "بلد", "موقعك الجغرافي", "دولت", "کشور", "موقعیت", "אזור", "מדינ", "מיקומ", "בארצך",
    "देश", "क्षेत्र", "स्थान", "地区", "地區", "国家", "國家", "区域", "區域", "地域", "お住まい", "お客様の国",
    "日本国外", "지역", "국가", "해외", "ภูมิภาค", "ประเทศ", "พื้นที่", "khu vực", "quốc gia", "vùng", "wilayah",
    "negara", "lokasi", "piirkon", "riigis", "valstī", "reģion", "šalyje", "regió",
))  # fmt: skip
_YOURS = Phrases((
    "your", "you ", "this ", "these", "certain", "some ", "outside", "geo", "in which", "visitors", "readers from",
    "ihr", "dein", "eure", "dies", "außerhalb", "bestimmt", "votre", "vos ", "ton ", "ta ", "ce ", "cette", "ces ",
    "dehors", "su ", "tu ", "este", "esta", "fuera", "seu", "sua", "teu", "tua", "neste", "nesta", "fora d", "tuo",
    "suo", "vostr", "quest", "fuori", "uw ", "jouw", "je ", "deze", "dit ", "buiten", "din ", "ditt", "detta", "dette",
    "den här", "utanför", "utenfor", "uden for", "alueellasi", "maassasi", "sinun", "tällä", "sijainti", "twoim",
    "twoje", "twojej", "państwa", "tym ", "tej ", "poza", "vaš", "vaší", "této", "tomto", "mimo", "vašej", "tejto",
    "az ön", "országodban", "ebben", "kívül", "tău", "dumneavoastră", "această", "acest", "dvs", "afara", "ovoj",
    "vaše", "izvan", "вашем", "вашей", "вашего", "этом", "этой", "твоем", "вне ", "за предел", "вашому", "вашій",
    "цьому", "цій", "поза", "вашата", "вашия", "тази", "σας", "σου", "αυτή", "εκτός", "nız", "niz", "bulundu", "nuz",
    "nüz", "dışında", "bu ", "منطقتك", "بلدك", "موقعك", "هذ", "خارج", "شما", "این", "שלך", "שלכם", "מדינתך", "זה",
    "זו", "מחוץ", "आपके", "आपकी", "इस ", "बाहर", "您", "你", "所在", "此", "该", "該", "境外", "海外", "お住まい",
    "お客様", "ご利用", "この", "国外", "해당", "귀하", "현재", "사용자", "해외", "이 ", "คุณ", "นี้", "ท่าน", "bạn",
    "này", "anda", "kamu", "ini", "teie", "jūsu", "jūsų", "aquest", "teva", "seva",
))  # fmt: skip
"""That it is the readers' own country, or this one: what is said of any other country is news."""
_UNIONS = Phrases((
    "european economic area", "european union", "wirtschaftsraum", "europäischen union", "espace économique",
    "union européenne", "espacio económico", "unión europea", "spazio economico", "unione europea",
    "economische ruimte", "europese unie", "espaço económico", "espaço econômico", "união europeia",
    "obszaru gospodarczego", "unii europejskiej", " eea ", "(eea)", " ewr ", "gdpr", "dsgvo", "rgpd",
))  # fmt: skip
_VISITORS = Phrases((
    "visitor", "users ", "readers ", "besucher", "nutzer", "leser", "visiteur", "utilisateur", "lecteur", "visitante",
    "usuario", "lectores", "visitator", "utenti", "lettori", "bezoeker", "gebruiker", "usuários", "utilizadores",
    "leitores", "użytkownik", "odwiedzając", "czytelnik",
))  # fmt: skip
"""Who is kept out of a site by a law of their own union of states; what is said there of others is news."""
AVAILABILITY = Phrases((
    "available", "blocked", "access", "verfügbar", "disponib", "disponív", "beschikbaar", "tillgänglig",
    "tilgjengelig", "tilgængelig", "saatavilla", "dostępn", "dostupn", "nedostupn", "elérhető", "недоступ", "доступ",
    "διαθέσιμ", "kullanıl", "erişil", "mevcut", "متاح", "متوفر", "זמין", "उपलब्ध", "不可用", "无法", "無法", "不提供",
    "利用", "ご覧", "視聴", "이용", "제공", "tersedia", "có sẵn", "khả dụng", "ไม่พร้อม", "ไม่สามารถ",
))  # fmt: skip
"""What is said of things that can be had, or cannot."""
_SHOWN = Phrases(
    AVAILABILITY.all,
    (
        "block", "unavailable", "restricted", "permitted", "allowed", "shown", "view", "serve", "watch", "licens",
        "offer", "gesperrt", "zugänglich", "zugriff", "abrufbar", "angezeigt", "anzeigen", "gezeigt", "bereitgestellt",
        "erreichbar", "abgespielt", "accessib", "bloqu", "autoris", "accès", "consult", "acceso", "acesso", "ver ",
        "visualiz", "consentit", "accedere", "visibil", "toegang", "bekijk", "geblokkeerd", "visas", "vises", "katso",
        "käytettäv", "wyświetl", "dostęp", "zobraz", "přístup", "prístup", "érhető el", "megtekint", "hozzáfér",
        "accesa", "vizualiz", "dostop", "prikaz", "pristup", "просмотр", "показ", "заблок", "перегляд", "достъп",
        "налич", "προβ", "πρόσβαση", "erişim", "izlen", "gösteril", "sunulm", "عرض", "الوصول", "محظور", "دسترس",
        "نمایش", "مشاهده", "זמינ", "לצפ", "גישה", "חסומ", "मौजूद", "देख", "不能", "未开放", "不开放", "限制", "閲覧",
        "配信", "アクセス", "시청", "접근", "볼 수", "akses", "ditampilkan", "không có", "xem được", "truy cập",
        "เข้าถึง", "รับชม", "kättesaadav", "pieejam", "prieinam",
    ),
)  # fmt: skip
"""The same, and letting readers see it."""
_NOT = Phrases((
    " not ", "n't", "cannot", "unavailable", "inaccessible", " only", "nicht", "kein", " nur ", " pas ",
    "indisponible", "seulement", "uniquement", " no ", "indisponib", "inaccesib", " solo ", " sólo ", " não ",
    "inacess", "somente", " apenas ", " non ", " niet ", " geen ", " alleen ", " inte ", " ikke ", " kun ", " ei ",
    " eivät ", " vain ", "niedostępn", " nie ", " tylko ", "nedostup", "není", " nelze", " nie je", " pouze ", " nem ",
    " csak ", " nu ", " doar ", " nije ", " ni ", " не ", "недоступ", " только ", " нельзя", " лише ", " само ",
    " δεν ", " μη ", " μόνο ", "değil", "amıyor", "emiyor", "ılamıyor", "ilemiyor", "maz ", "mez ", "mamaktadır",
    "memektedir", " sadece ", " yalnızca ", " لا ", "ليس", "غير ", "نیست", "نمی", " فقط", "אינו", "אינה", "אינם",
    "לא ", "איננ", " רק ", "नहीं", "केवल", "不", "无", "無", "未", "仅", "僅", "只", "限", "ません", "できな", "のみ",
    "않", "없", "불가", "만 ", "ไม่", "เฉพาะ", "không", "chỉ ", "tidak", "hanya ", " pole ", " nav ", "nepieej",
    "neprieinam", "nėra",
))  # fmt: skip
"""Saying no, or only: what is there for readers of a country is told in the same words but for these."""
_PAGES = Phrases((
    "page", "site", "url", "web address", "content", "resource", "address", "domain", "video", "seite", "inhalt",
    "adresse", "contenu", "página", "sitio", "contenido", "conteúdo", "pagina", "sito", "contenuto", "inhoud", "sidan",
    "innehåll", "innhold", "indhold", "sivusto", "stron", "treść", "stránk", "obsah", "oldal", "tartalom", "conținut",
    "ресурс", "страниц", "сайт", "сторінк", "вміст", "съдържание", "σελίδα", "ιστότοπ", "περιεχόμενο", "sayfa",
    "içerik", "internet adres", "الموقع", "الصفحة", "المحتوى", "سایت", "صفحه", "محتوا", "תר", "דף", "वेबसाइट",
    "यूआरएल", "网站", "網站", "网页", "網頁", "内容", "サイト", "ページ", "사이트", "페이지", "เว็บไซต์", "เนื้อหา",
    "trang", "situs", "laman", "konten", "leht", "stranic",
))  # fmt: skip
"""What is blocked: a page, a whole site, or its address."""
_BLOCKED = Phrases((
    "seized", "beschlagnahmt", "incautad", "sequestrat", "in beslag genomen",
    "blocked", "restricted", "prohibited", "been denied", "been disabled", "gesperrt", "bloqué", "bloquead", "bloccat",
    "oscurat", "inibit", "interdit", "prohibid", "proibid", "geblokkeerd", "blockera", "sperret", "blokeret",
    "blokkert", "estetty", "zablokowan", "zablokován", "blokovan", "letiltott", "letiltva", "blocat", "blokiran",
    "заблокирован", "ограничен", "заблокован", "обмежен", "блокиран", "αποκλει", "engellen", "erişime kapat", "محجوب",
    "حجب", "محظور", "مسدود", "فیلتر", "חסומ", "נחסמ", "अवरुद्ध", "ब्लॉक", "封锁", "封鎖", "屏蔽", "封禁", "遮断",
    "ブロック", "차단", "ถูกระงับ", "ถูกปิดกั้น", "chặn", "diblokir", "dibatasi", "blokeeritud", "bloķēt", "blokuot",
    " закрыт", " закрито", "restringid", "restreint", "eingeschränkt", "ograniczon", "omezen", "beperkt", "sınırlan",
))  # fmt: skip
_ORDERS = Phrases((
    " order", "court", "ministry", " law", "legal", "government", "authorit", "regulator", "copyright", "dmca",
    "directive", "gericht", "behörd", "gesetz", "rechtlich", "anordnung", "urteil", "tribunal", "justice", "ministère",
    "légal", " loi", "judicial", "ministerio", "judiciári", "ministério", "autorità", "giudizi", "ministero", "legge",
    "rechter", "rechtbank", "wettelijk", "domstol", "myndighet", "oikeu", "viranom", "sąd", "urząd", "ustaw", "soud",
    "úřad", "zákon", "súd", "bíróság", "hatóság", "törvény", "instanț", "autorităț", " lege", " sud ", "zakon",
    "роскомнадзор", " суд", "закон", "министерств", "органа", "органов", "міністерств", "δικαστ", "νόμ", "αρχή ",
    "αρχών", "αρχές", "mahkeme", "karar", "kanun", "محكمة", "قانون", "وزارة", "هيئة", "دادگاه", "قضایی", "בית משפט",
    "בית המשפט", " צו ", "खंड", "न्यायालय", "आदेश", "मंत्रालय", "法院", "法律", "法规", "法規", "政府", "裁判所",
    "法令", "법원", "법률", "방송통신", "심의", "ศาล", "กฎหมาย", "กระทรวง", "tòa án", "pháp luật", "pengadilan",
    "hukum", "undang", "kementerian", "kominfo", "kohtu", "tiesas", "teismo", "regulation", "vorschrift", "règlement",
    "normativa", "mevzuat", "peraturan",
))  # fmt: skip
_DENIED = Phrases((
    "not authorized", "not authorised", "access denied", "access is denied", "permission denied",
    "not have permission", "n't have permission", "not have access", "n't have access", "nicht berechtigt",
    "keine berechtigung", "kein zugriff", "zugriff verweigert", "zugang verweigert", "accès refusé", "accès interdit",
    "pas autorisé", "pas accès", "acceso denegado", "no tiene permiso", "no está autorizad", "acesso negado",
    "não tem permissão", "sem permissão", "accesso negato", "non sei autorizzat", "non hai i permessi",
    "toegang geweigerd", "geen toegang", "åtkomst nekad", "inte behörig", "ikke tilgang", "ingen tilgang",
    "adgang nægtet", "ikke adgang", "pääsy kielletty", "ei ole oikeu", "brak dostępu", "odmowa dostępu",
    "nie masz uprawnień", "brak uprawnień", "přístup odepřen", "nemáte oprávnění", "prístup odmietnut",
    "nemáte oprávnenie", "hozzáférés megtagadva", "nincs jogosultság", "acces interzis", "nu aveți permisiun",
    "доступ запрещ", "нет доступа", "недостаточно прав", "не имеете прав", "доступ заборон", "немає доступу",
    "достъпът е отказан", "нямате достъп", "δεν έχετε δικαίωμα", "δεν έχετε πρόσβαση", "erişim engellendi",
    "erişim izniniz", "yetkiniz yok", "رفض الوصول", "غير مصرح", "ليس لديك صلاحية", "دسترسی ندارید", "دسترسی غیرمجاز",
    "הגישה נדחתה", "אין לך הרשאה", "अनुमति नहीं", "拒绝访问", "没有权限", "無權限", "沒有權限", "存取被拒",
    "アクセスが拒否", "アクセス権がありません", "権限がありません", "접근이 거부", "권한이 없습니다", "ไม่มีสิทธิ์",
    "không có quyền", "truy cập bị từ chối", "akses ditolak", "tidak memiliki izin",
))  # fmt: skip

_WANTING_ACCESS = frozenset({
    "you need access", "you need permission", "you don't have access", "sie benötigen zugriff", "du benötigst zugriff",
    "zugriff erforderlich", "vous devez demander l'accès", "vous avez besoin d'un accès", "necesitas acceso",
    "necesitas permiso", "devi richiedere l'accesso", "accesso necessario", "você precisa ter acesso",
    "precisa de acesso", "je hebt toegang nodig", "toegang vereist", "du behöver åtkomst", "du trenger tilgang",
    "du skal have adgang", "tarvitset käyttöoikeuden", "potrzebujesz dostępu", "potřebujete přístup",
    "вам нужен доступ", "потрібен доступ", "erişmeniz gerekiyor", "erişim izni gerekiyor", "アクセス権が必要です",
    "您需要访问权限", "您需要获得访问权限", "您需要存取權", "액세스 권한이 필요합니다", "נדרשת גישה",
    "يلزم الحصول على إذن",
    "bạn cần có quyền truy cập", "anda memerlukan akses",
})  # fmt: skip
"""How services for documents head the page that they show to whom nobody has let in."""


def blocked(read: ReadPage) -> str | None:
    """By which words the page says that it is withheld from readers of a country, or by an order."""
    if not read.is_brief(_FEW_WORDS):
        return None
    text = read.named_and_said
    if not (holds(text, _PLACES) or holds(text, _BLOCKED) or holds(apart(text), _UNIONS)):
        return None
    return only_says(text, read.name_lines, _withholds, aside=_ASIDE)


def _withholds(sentence: str) -> str | None:
    if of_the_readers_place(sentence) and holds(sentence, _SHOWN) and _denies(sentence):
        return "the page only says that it is not shown in this country or region"
    if holds(sentence, _BLOCKED) and of_an_order(sentence) and holds(sentence, _PAGES):
        return "the page only says that it is blocked by an order"
    return None


def of_the_readers_place(sentence: str) -> bool:
    """Whether a sentence, made ready by `plain`, speaks of the country or region that readers are in."""
    spaced = f" {sentence} "
    return (holds(sentence, _PLACES) and holds(spaced, _YOURS)) or (holds(spaced, _UNIONS) and holds(spaced, _VISITORS))


def _denies(sentence: str) -> bool:
    return holds(f" {sentence} ", _NOT) or holds(sentence, _BLOCKED)


def of_an_order(sentence: str) -> bool:
    """Whether a sentence, made ready by `plain`, speaks of a law, a court, an authority."""
    return holds(f" {sentence} ", _ORDERS)


def kept_out(read: ReadPage) -> str | None:
    """Whether a short page says no more than that its reader is not let in, whatever its status."""
    if not read.is_brief(_VERY_FEW_WORDS):
        return None
    text = read.named_and_said
    if any(line.strip(" .!") in _WANTING_ACCESS for line in text.split("\n")):
        return _LET_NOBODY_IN
    if not holds(text, _DENIED):
        return None
    return only_says(text, read.name_lines, _refuses, aside=_LITTLE_ASIDE)


def _refuses(statement: str) -> str | None:
    return _LET_NOBODY_IN if holds(statement, _DENIED) else None
