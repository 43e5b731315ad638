"""Pages whose words only a browser can bring up. A read page goes in, the reason, or None, comes out."""

from __future__ import annotations

import re

from verifier.checks.page import ReadPage
from verifier.checks.phrases import plain, together

_HARDLY_ANY = 25  # visible words below which a page with scripts has not shown its text
_FEW = 80
_ASKS = re.compile(
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
_ROOTS = re.compile(
    r"<(?:div|main|app-root|body)[^>]{0,200}?\b(?:id|data-reactroot)\s*=\s*[\"']?(?:root|app|__next|__nuxt"
    r"|___gatsby|main-app|react-root|svelte|"
    r"ember|mount|react|vue)[\"']?[^>]{0,200}>\s*</|<app-root[^>]{0,200}>\s*</"
)
_TURN_ON = (
    "aktiver", "aktivieren", "povol", "zapn", "engedélyez", "ενεργοποι", "etkinleştir", "הפעיל", "włącz", "увімкн",
    "включить",
    "활성화", "تفعيل", "चालू", "सक्षम", "schakel", "slå på", "ota käyttöön", "nyalakan", "aktifkan", "bật ", "เปิดใช้",
    "uključi", "omogoči", "activați", "включете",
)  # fmt: skip
"""Turning on, in languages whose words for it stand anywhere about the script's name."""
_LOADING = re.compile(
    r"^\W*(?:loading|please wait|lädt|wird geladen|chargement|cargando|carregando"
    r"|caricamento|загрузка|読み込み中|加载中)",
    re.IGNORECASE,
)


def filled_by_script(read: ReadPage) -> str | None:
    """Whether the page is an empty frame, whatever stands around it; in words."""
    return "the page is an empty frame that a script fills" if read.scripts and _ROOTS.search(read.markup) else None


def _asks(text: str) -> bool:
    return _ASKS.search(text) is not None or together(plain(text), ("javascript", "java script"), _TURN_ON)


def unrendered(read: ReadPage) -> str | None:  # noqa: PLR0911 -- one line per reason reads best
    """Why the page's text is thought to need a browser, in words."""
    if read.words < _FEW and read.scripts + read.frames and _asks(f"{read.shown} {read.noscript}"[:3000]):
        return "the page asks for JavaScript before it shows its text"
    if read.words >= _HARDLY_ANY:
        return None
    if (filled := filled_by_script(read)) is not None:
        return filled
    if read.scripts and _LOADING.match(read.shown):
        return "the page only says that it is loading"
    if read.frames and not read.words:
        return "the page's text is in frames"
    if read.scripts >= 2 or (read.scripts and read.words < 5):
        return f"the page holds {read.scripts} script{'s' * (read.scripts != 1)} and hardly any text"
    return "the page holds no text" if not read.words and not read.links else None
