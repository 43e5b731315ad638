"""Pages whose text only a browser can produce. A read page goes in, the reason, or None, comes out."""

from __future__ import annotations

import re

from verifier.checks.page.phrases import Phrases, plain, together
from verifier.checks.page.reading import ReadPage
from verifier.model.patterns import compile_late

_HARDLY_ANY = 25  # visible words below which a page with scripts has not shown its text
_FEW = 80
_ASKS = compile_late(
    r"(?:enable|activate|turn on|requires?|need|allow|without) java ?script|java ?script (?:is|to be|must be"
    r"|has to be)? ?(?:is )?"
    r"(?:disabled|required|enabled|not enabled|turned off|necessary)|javascript aktivieren"
    r"|aktivieren sie java ?script"
    r"|javascript (?:ist )?(?:deaktiviert|erforderlich)|activer javascript|activez javascript"
    r"|habilit\w+ (?:o )?javascript"
    r"|activ\w+ javascript|abilita\w* javascript|включите javascript|javascriptを有効"
    r"|启用 ?javascript|啟用 ?javascript",
    re.IGNORECASE,
)
FRAMES = (
    "root", "app", "__next", "__nuxt", "___gatsby", "main-app", "react-root", "svelte", "ember", "mount", "react",
    "vue",
)  # fmt: skip
"""What frameworks call the element that they fill."""
_FRAME = compile_late(
    r"<(?:div|main|app-root|body)[^>]{0,200}?\b(?:id|data-reactroot)\s*=\s*[\"']?"
    rf"(?:{'|'.join(FRAMES)})[\"']?[^>]{{0,200}}>\s*</|<app-root[^>]{{0,200}}>\s*</"
)
_JAVASCRIPT = Phrases(("javascript", "java script"))
_TURN_ON = Phrases((
    "aktiver", "aktivieren", "povol", "zapn", "engedélyez", "ενεργοποι", "etkinleştir", "הפעיל", "włącz", "увімкн",
    "включить",
    "활성화", "تفعيل", "चालू", "सक्षम", "schakel", "slå på", "ota käyttöön", "nyalakan", "aktifkan", "bật ", "เปิดใช้",
    "uključi", "omogoči", "activați", "включете",
))  # fmt: skip
"""Turning on, in languages whose words for it stand anywhere about the script's name."""
_BROWSER = Phrases((
    "browser", "navigateur", "navegador", "przeglądark", "prohlížeč", "prehliadač", "selain", "webbläsar", "nettleser",
    "böngésző", "tarayıcı", "браузер", "браузър", "πρόγραμμα περιήγησης", "φυλλομετρητ", "متصفح", "مرورگر", "דפדפן",
    "ब्राउज़र", "浏览器", "瀏覽器", "ブラウザ", "브라우저", "เบราว์เซอร์", "trình duyệt", "peramban",
))  # fmt: skip
_ANOTHER = Phrases((
    "outdated", "out of date", "supported", "unsupported", "upgrade", "update", "modern", "newer", "cookies",
    "veraltet", "unterstützt", "aktualisier", "obsolète", "à jour", "compatible", "obsoleto", "actuali", "atuali",
    "compatível", "aggiorna", "supportat", "verouderd", "ondersteun", "nieuwere", "nieobsług", "zaktualiz", "obsług",
    "podporov", "zastaral", "aktualiz", "устарел", "обновите", "поддерживается", "застаріл", "оновіть", "підтримується",
    "güncelle", "destekle", "قديم", "تحديث", "يدعم", "به\u200cروز", "پشتیبانی", "עדכן", "לעדכן", "נתמך", "अपडेट",
    "समर्थित", "升级", "升級", "更新", "不支持", "不支援", "アップデート", "対応", "업데이트", "지원", "อัปเดต",
    "รองรับ",
    "cập nhật", "hỗ trợ", "perbarui", "didukung", "ενημερώ", "αναβαθμίσ", "υποστηρίζ", "uppdater", "stöds", "oppdater",
    "opdater", "päivit", "tueta", "frissít", "támogat", "învechit",
))  # fmt: skip
"""What is said of a reader's browser by pages that want another one."""
_LOADING = compile_late(
    r"^\W*(?:loading|please wait|lädt|wird geladen|chargement|cargando|carregando"
    r"|caricamento|загрузка|読み込み中|加载中)",
    re.IGNORECASE,
)


def filled_by_script(read: ReadPage) -> str | None:
    """Whether the page is an empty frame, whatever stands around it; in words."""
    filled = read.marks.scripts and _FRAME.search(read.markup)
    return "the page is an empty frame that a script fills" if filled else None


def wants_another_browser(text: str) -> str | None:
    """Whether a page says that readers need another browser, or its cookies; `text` in lower case.

    Only of a page that all addresses show: an article about browsers says so, too.
    """
    return "the page asks for another browser" if together(text, _BROWSER, _ANOTHER) else None


def _asks(text: str) -> bool:
    return _ASKS.search(text) is not None or together(plain(text), _JAVASCRIPT, _TURN_ON)


def unrendered(read: ReadPage) -> str | None:  # noqa: PLR0911 -- one line per reason reads best
    """Why the page's text is thought to need a browser, in words."""
    scripts, frames = read.marks.scripts, read.marks.frames
    if read.words < _FEW and scripts + frames and _asks(f"{read.shown} {read.noscript}"[:3000]):
        return "the page asks for JavaScript before it shows its text"
    if read.words >= _HARDLY_ANY:
        return None
    if (filled := filled_by_script(read)) is not None:
        return filled
    if scripts and _LOADING.match(read.shown):
        return "the page only says that it is loading"
    if frames and not read.words:
        return "the page's text is in frames"
    if scripts >= 2 or (scripts and read.words < 5):
        return f"the page holds {scripts} script{'s' * (scripts != 1)} and hardly any text"
    return "the page holds no text" if not read.words and not read.marks.links else None
