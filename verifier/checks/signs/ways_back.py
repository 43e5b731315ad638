"""Buttons that only lead back, home, or to another try: error pages have them, and questions have others beside."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.checks.page.phrases import Phrases, holds, plain

_BACK = Phrases((
    "back", "home", "return", "try again", "retry", "reload", "zurück", "startseite", "erneut versuchen", "retour",
    "accueil", "réessayer", "volver", "inicio", "regresar", "reintentar", "voltar", "início", "indietro", "torna",
    "riprova", "terug", "startpagina", "tillbaka", "startsid", "försök igen", "tilbake", "tilbage", "forside",
    "prøv ig", "takaisin", "etusivu", "wróć", "powrót", "strona główna", "zpět", "domů", "späť", "domov", "vissza",
    "főoldal", "kezdőlap", "înapoi", "acasă", "назад", "на главную", "вернуться", "обновить", "повернут", "на головну",
    "обратно", "към начал", "nazad", "natrag", "početn", "почетн", "επιστροφή", "πίσω", "αρχική", "geri", "ana sayfa",
    "anasayfa", "العودة", "رجوع", "الرئيسية", "بازگشت", "صفحه اصلی", "חזר", "דף הבית", "वापस", "मुखपृष्ठ", "返回",
    "首页", "首頁", "重试", "重試", "戻る", "ホーム", "トップ", "再読み込み", "뒤로", "돌아가", "홈으로",
    "กลับ", "หน้าแรก", "quay lại", "trang chủ", "kembali", "beranda", "tagasi", "avaleht", "atpakaļ", "sākum",
    "grįžti", "atgal", "previous page", "vorherige seite", "page précédente", "página anterior", "pàgina anterior",
    "pagina precedente", "vorige pagina", "föregående sida", "forrige side", "edellinen sivu", "poprzednia strona",
    "předchozí strán", "előző oldal", "pagina anterioară", "предыдущ", "попередн", "предишна", "претходн",
    "önceki sayfa", "الصفحة السابقة", "صفحه قبل", "上一页", "上一頁", "前のページ", "이전", "trang trước",
    "halaman sebelumnya",
))  # fmt: skip


def only_lead_back(buttons: Sequence[str]) -> bool:
    """Whether all that the buttons offer is the way back."""
    return all(holds(plain(one), _BACK) for one in buttons)
