"""Few words that every address of a host gets, and that speak of these days, or of who reads, and of nothing missing.

The words go in, made ready for wording; what they say of the page, or None, comes out. Error pages tell of no weekday,
of no hours, of no reader's address on the net: strikes, protests, feasts, hours of service and bans do. The page behind
such a notice may be there tomorrow, or for others. Bolder than rules for single pages, for nobody's article stands at
every address.
"""

from __future__ import annotations

from verifier.checks.page.phrases import Phrases, apart, holds, together
from verifier.checks.signs.withdrawn import GONE, NO_LONGER
from verifier.model.evidence import LiveOutcome
from verifier.model.patterns import compile_late

_A_DAY = Phrases((
    " today", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    " heute", " morgen ", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "werktags",
    "aujourd'hui", " demain", " lundi", " mardi", "mercredi", " jeudi", "vendredi", " samedi", "dimanche",
    " hoy ", " mañana", " lunes", " martes", "miércoles", " jueves", "viernes", "sábado", "domingo",
    " oggi", " domani", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", " sabato", "domenica",
    " hoje", " amanhã", "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira",
    "vandaag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
    " idag", " i dag", "imorgon", "i morgen", "måndag", "mandag", "lördag", "lørdag", "söndag", "søndag", "huomenna",
    "maanantai", "lauantai", "sunnuntai", "dzisiaj", " dziś", " jutro", "poniedział", "sobot", "niedziel", " dnes",
    " zítra", " zajtra", "pondělí", "pondelok", "nedel", "holnap", "hétfő", "szombat", "vasárnap", " astăzi",
    " mâine", "duminică", "сегодня", "завтра", "понедельник", "суббот", "воскресен", "сьогодні", "понеділ", "неділ",
    " днес ", " утре ", "неделя", "σήμερα", "αύριο", "δευτέρα", "σάββατο", "κυριακή", "bugün", "yarın ", "pazartesi",
    "cumartesi", "اليوم", " غدا", "الجمعة", "السبت", "الأحد", "امروز", "فردا", "جمعه", "היום", " מחר", "שבת",
    "आज ", "रविवार", "今天", "今日", "明天", "明日", "本日", "星期", "周一", "周日", "曜日", "오늘", "내일", "요일",
    "วันนี้", "พรุ่งนี้", "hôm nay", "ngày mai", "hari ini", " besok", "avui ", " demà",
))  # fmt: skip
"""Days that are told by how near they are, or by their names."""
_HOURS = compile_late(
    r"(?<!\d)\d{1,2}(?:[:.h]\d\d| ?[ap]m)(?!\d)[^.!?\n]{1,30}?(?<!\d)\d{1,2}(?:[:.h]\d\d| ?[ap]m)(?!\d)"
)
"""From an hour of the day to another one."""
_BY_ADDRESS = Phrases((
    "ip address", "ip-adres", "adresse ip", "dirección ip", "indirizzo ip", "endereço ip", "adres ip", "adresa ip",
    "adresu ip", "ip-cím", "adresă ip", "ip-адрес", "ip адрес", "ip-адреса", "διεύθυνση ip", "ip adres", "عنوان ip",
    "ip地址", "ipアドレス", "ip 주소", "địa chỉ ip", "alamat ip", " vpn", "proxy", "прокси",
))  # fmt: skip
"""Readers' addresses on the net, and what hides them."""
_SENT_ON = Phrases((
    "being redirected", "please wait", "bitte warten", "weitergeleitet", "veuillez patienter", "être redirigé",
    "redirection en cours", "siendo redirigid", "espere un momento", "aguarde", "redirecionad", "attendere",
    "reindirizza", "even geduld", "doorgestuurd", "vänta", "przekierowan", "proszę czekać", "přesměrov", "presmerov",
    "átirányít", "redirecțion", "подождите", "перенаправ", "зачекайте", "изчакайте", "ανακατευθ", "yönlendiril",
    "lütfen bekleyin", "يرجى الانتظار", "إعادة توجيه", "لطفا صبر", "מועבר", "请稍候", "請稍候", "正在跳转", "正在跳轉",
    "お待ちください", "기다려", "กรุณารอ", "vui lòng đợi", "chuyển hướng", "harap tunggu", "dialihkan",
))  # fmt: skip
_CHOOSE = Phrases((
    "choose your", "select your", "wählen sie", "wähle de", "choisissez", "sélectionnez", "elija su", "elige tu",
    "seleccione su", "selecciona tu", "scegli ", "seleziona ", "selecione o seu", "selecione seu", "escolha ",
    "kies uw", "kies je",
    "välj ", "velg ", "vælg ", "valitse ", "wybierz ", "vyberte ", "válasszon", "alegeți", "выберите",
    "оберіть", "изберете", "επιλέξτε", "seçin", "اختر", "انتخاب کنید", "בחרו", "चुनें", "请选择", "請選擇", "選択して",
    "선택하", "เลือก", "chọn ", "pilih ",
))  # fmt: skip
_A_COUNTRY = Phrases((
    "country", "region", "language", "edition", " land", "sprache", " pays", "langue", "país", "idioma", "paese",
    "lingua", " taal", "språk", "sprog", "kieli", "kraj", "język", " zemi", "jazyk", "ország", "nyelv", "țara", "limba",
    "стран", "язык", "країн", " мов", "език", "χώρα", "γλώσσα", "ülke", " dil", "البلد", "اللغة", "کشور", "زبان",
    "מדינה", "שפה", "देश", "भाषा", "国家", "國家", "语言", "語言", "言語", "국가", "언어", "ประเทศ", "ภาษา", "quốc gia",
    "ngôn ngữ", "negara", "bahasa",
))  # fmt: skip
"""What readers are asked to choose before they see anything, in links that no button is."""


def told_instead(words: str) -> tuple[LiveOutcome, str] | None:
    """What the few words of a page that every address gets tell in place of a text, as far as these words are known."""
    spaced = apart(words)
    if holds(spaced, _BY_ADDRESS):
        return LiveOutcome.ACCESS_DENIED, "the few words of the page speak of its reader's address on the net"
    if together(words, _CHOOSE, _A_COUNTRY):
        return LiveOutcome.ACCESS_WALL, "the few words of the page ask its reader for a country or language"
    if holds(spaced, _SENT_ON):
        return LiveOutcome.UNRENDERED, "the few words of the page ask its reader to wait, or send him on"
    gone = holds(words, GONE) or holds(spaced, NO_LONGER)
    if not gone and (holds(spaced, _A_DAY) or _HOURS.search(words) is not None):
        return LiveOutcome.SERVER_ERROR, "the few words of the page tell of a day, or of hours: it shows nothing today"
    return None
