"""The day on which a citation's author last saw the source: `accessed 3 May 2020`, `2024年3月2日查阅`.

In: a citation's own words, before and behind it. Out: the date, and the words without its mention.
"""

from __future__ import annotations

import re

from verifier.citations.dates import dates_in, find_date
from verifier.model.dates import PartialDate
from verifier.model.patterns import compile_late

_ACCESS = compile_late(
    r"(?:last\s)?(?:accessed|visited|retrieved|viewed|checked|consulted|access date)(?:\son)?|"
    r"(?:date\sof\saccess|as\sof)\b|"
    r"(?:dernière\sconsultation|consultée?|accès|vue?)\s(?:le)?|consultad[oa](?:\sel|\sem|\so)?|cited(?=\s\d)|приступљено|accedido\sel|"
    r"(?:fecha\sde\s)?(?:última\s)?consulta(?=:)|último\sacceso|acesso\sem|acessado\sem|consultato\sil|ultimo\saccesso|"
    r"(?:zuletzt\s)?(?:abgerufen|aufgerufen|besucht|geprüft)(?:\sam)?|zugriff(?:\sam)?|stand|"
    r"访问日期|訪問日期|访问时间|查阅日期|查閱日期|浏览日期|瀏覽日期|最[后後](?:访问|訪問|浏览|瀏覽|查阅|查閱)(?:日期|时间|時間)?|検索日|閲覧日?|アクセス日?|"
    r"дата\sобращения|просмотрено|дата\sзвернення|تاريخ\s(?:الاطلاع|الوصول|الزيارة|الدخول|الاسترجاع)|شوهد(?:\sفي)?|استرجع(?:\sفي)?|(?:تم\s)?(?:الاطلاع|اطلع)\sعلي(?:ه|ها)(?:\sفي)?|"
    r"dostęp|erişim(?:\starihi)?|geraadpleegd(?:\sop)?|hämtad|besøgt(?:\sden)?|hentet|lest(?=\s\d)|læst|tilgået|"
    r"viitattu|luettu|cit\.(?=\s\d)|navštíveno|přístup|letöltve|megtekintve|hozzáférés|accesat(?:\sla)?|"
    r"letzter\s(?:zugriff|abruf)|abruf(?:\sam)?|truy\scập(?:\sngày)?|diakses(?:\spada)?|pristup(?:ljeno|ano)?|"
    r"(?:τελευταία\s)?(?:πρόσβαση|ανάκτηση|επίσκεψη)(?:\sστις)?|נצפה(?:\sב-?)?|נדלה(?:\sב-?)?|אוחזר(?:\sב-?)?|"
    r"(?:تاریخ\s)?(?:دسترسی|بازدید|مشاهده)(?:\sدر)?|अभिगमन(?:\sतिथि)?|เข้าถึง(?:เมื่อ)?|สืบค้น(?:เมื่อ)?|"
    r"visit(?:ad[oa]|ata|ato|ée?)\s(?:el|em|il|le)|visualizzat[oa]\sil|consultat\sel|vizitat(?:\sla)?|"
    r"(?:eingesehen|abgefragt|zugegriffen)\sam|(?:laatst\s)?bezocht(?:\sop)?|besøkt|besökt|läst(?=\s\d)|"
    r"vaadatud|žiūrėta|skatīts|dostop(?:ano)?|достъп(?:ено)?(?:\sна)?|посетено?(?:\sна)?|посећено|переглянуто|"
    r"검색일|접속일|열람일|확인일",
    re.IGNORECASE,
)
_ACCESS_STEMS = (
    "access", "visited", "retrieved", "viewed", "checked", "as of", "consult", "accès", "vu", "acced", "acess",
    "gerufen", "besucht", "geprüft", "zugriff", "stand", "访问", "訪問", "查阅", "查閱", "浏览", "瀏覽", "最后", "最後",
    "检索", "檢索", "検索", "閲覧", "アクセス", "取得", "acceso", "обращения", "просмотрено", "звернення",
    "الاطلاع", "اطلع", "الدخول", "سترج", "شوهد", "الوصول", "الزيارة", "dostęp", "erişi",
    "ulaşıl", "görüntül", "geraadpleegd", "hämtad", "besøgt", "검색", "접속",
    "열람", "확인", "hentet", "lest", "læst", "tilgået", "viitattu", "luettu", "cit.", "cited",
    "приступ", "navštív", "přístup", "letölt",
    "megtekint", "hozzáfér", "accesat", "abruf", "truy cập", "diakses", "pristup", "πρόσβαση", "ανάκτηση", "επίσκεψη",
    "visit", "vizit", "visualizz", "eingesehen", "abgefragt", "zugegriffen", "bezocht", "besøkt", "besökt", "läst",
    "vaadatud", "žiūrėta", "skatīts", "dostop", "достъп", "посетен", "посећено", "переглянуто",
    "נצפה", "נדלה", "אוחזר", "دسترسی", "بازدید", "مشاهده", "अभिगमन", "เข้าถึง", "สืบค้น",
)  # fmt: skip
"""What every mention of an access date holds one of: a quick look before a slow one."""
_DATE_THEN_ACCESS = compile_late(
    r"(?<=[日号號일\d])\s?(?:访问|訪問|查阅|查閱|浏览|瀏覽|检索|檢索|閲覧|アクセス|取得|접속|검색|열람|확인|tarihinde\s(?:erişil|ulaşıl|görüntül))"
)


def tells_access(text: str, start: int) -> bool:
    """Whether the sentence that starts at `start` tells when the source was seen: `Accessed 3 May 2020.`"""
    match = _ACCESS.match(text, start + (text[start : start + 1] == " "))
    found = find_date(text[match.end() : match.end() + 40]) if match else None
    return found is not None and found.start <= 6


def split_access(before: str, after: str) -> tuple[PartialDate | None, str, str]:
    """The access date, and the words without it."""
    for words, behind in ((after, True), (before, False)):
        if not dates_in(words) and "年" not in words:  # behind a word of that script, too: `閲覧2021年`
            continue
        lowered = words.lower()
        if not any(map(lowered.__contains__, _ACCESS_STEMS)):
            continue
        for match in _ACCESS.finditer(words):
            found = find_date(words[match.end() : match.end() + 40])
            if found is not None and found.start <= 6:
                kept = words[: match.start()] + " " + words[match.end() + found.end :]
                return found.date, before if behind else kept, kept if behind else after
        dated = _DATE_THEN_ACCESS.search(words)
        found = find_date(words[: dated.start()][-40:]) if dated else None
        if dated and found is not None:
            kept = words[: max(dated.start() - 40, 0)] + " " + words[dated.end() :]
            return found.date, before if behind else kept, kept if behind else after
    return None, before, after
