"""Short pages that say why there is nothing to read today: work on the site, or a reader in the wrong country.

A read page goes in, a sentence that says which, or None, comes out. Such pages are answered with success, are alike for
every address, and say "not available" as error pages do; but the page they stand before is not gone.
"""

from __future__ import annotations

from verifier.checks.page import ReadPage
from verifier.checks.phrases import together

_FEW_WORDS = 80
_WORK = (
    "maintenance", "wartung", "mantenimiento", "manutenção", "manutenzione", "onderhoud", "underhåll",
    "vedlikehold",
    "vedligehold", "huolto", "konserwacj", "prace techniczne", "údržb", "karbantart", "mentenanț", "održavanj",
    "технические работы", "технічні роботи", "технически работи", "техническое обслуживание",
    "συντήρηση", "bakım", "صيانة", "תחזוקה", "维护",
    "維護", "メンテナンス", "점검", "रखरखाव", "pemeliharaan", "bảo trì", "ปรับปรุง",
)  # fmt: skip
_OF_THE_SITE = (
    "under maintenance", "tempora", "shortly", "back soon", "site", "server", "page is", "vorübergehend",
    "website", "seite", "sitio", "sito", "página", "pagina", "momentan", "probíhá",
    "stránk",
    "tymczas", "stron", "oldal", "сайт", "времен", "тимчас", "ιστοσελίδα", "ιστότοπος", "geçici", "الموقع", "האתר",
    "网站", "網站", "系统", "系統", "サイト", "システム", "사이트", "시스템", "साइट", "เว็บไซต์", "trang web", "situs",
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
    """Whether the page only says that the site is being worked on."""
    if read.words < _FEW_WORDS and together(_text(read), _WORK, _OF_THE_SITE):
        return "the page only says that the site is being worked on"
    return None


def withheld_here(read: ReadPage) -> str | None:
    """Whether the page only says that readers of some countries do not get to see it."""
    if read.words < _FEW_WORDS and together(_text(read), _WHERE, _WITHHELD):
        return "the page only says that it is not shown in this country or region"
    return None


def _text(read: ReadPage) -> str:
    return f"{read.names}\n{read.said[:2000]}"
