"""Pages of a few words that hosts show where a site is shut: for want of payment, or while it is being worked on.

A read page goes in, a sentence that says which, or None, comes out. Bare of menus, and without a number: a notice that
somebody publishes about works or accounts names a place and a time. An account that was shut is told only where nothing
else is known of the page: shown for every address, it stands for a site that nobody is coming back to.
"""

from __future__ import annotations

from verifier.checks.page.phrases import Phrases, holds
from verifier.checks.page.reading import ReadPage
from verifier.checks.signs.notices import WORKED_ON

_HARDLY_ANY = 20  # words
_FEW_LINKS = 3
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


def worked_on(read: ReadPage) -> str | None:
    """Whether a page of a few words says no more than that the site is being worked on."""
    words = _few_words(read)
    return WORKED_ON if words and holds(words, _WORKS) else None


def account_shut(read: ReadPage) -> str | None:
    """Whether a page of a few words says no more than that its host has shut the site."""
    words = _few_words(read)
    shut = bool(words) and holds(words, _SUSPENDED) and holds(words, _ACCOUNTS)
    return "the page only says that the site's account was shut" if shut else None


def _few_words(read: ReadPage) -> str:
    """What the page says, if that is next to nothing; else nothing."""
    if read.words > _HARDLY_ANY or read.marks.links >= _FEW_LINKS:
        return ""
    words = f"{read.names}\n{read.said}"
    return "" if any(char.isdigit() for char in words) else words
