"""Short pages that turn readers away in plain words: they have to pay first, or to use an app.

A read page goes in; the gate, or None, comes out.
"""

from __future__ import annotations

from verifier.checks.page.phrases import SENTENCE_ENDS, Phrases, apart, count_words, holds
from verifier.checks.page.reading import ReadPage
from verifier.checks.signs.matters import Gate, Matter
from verifier.checks.signs.statements import only_says

_FEW_WORDS = 40  # of the page's own, beside its links
_HARDLY_ANY = 25
_ASIDE = 8  # words
_A_SHORT_SENTENCE = 10  # words
_PAID = Phrases((
    "paid ", "paying ", "premium ", "supporting ", "zahlende", "bezahl", "payant", "de pago", "pagos", "pagante",
    "paganti", "a pagamento", "betalend", "betaland", "betalende", "maksav", "płatn", "płacąc", "platící", "placen",
    "platiac", "fizető", "plătit", "plătitor", "платн", "платящ", "πληρω", "ücretli", "المدفوع", "مدفوعة", "پولی",
    "בתשלום", "משלמים", "भुगतान", "付费", "付費", "有料", "유료", "ชำระเงิน", "trả phí", "berbayar",
))  # fmt: skip
_READERS = Phrases((
    "subscriber", "member", "patron", "supporter", "reader", "abonnent", "mitglied", "abonné", "membre", "suscriptor",
    "miembro", "mecenas", "socios", "assinante", "membro", "apoiador", "abbonat", "sostenitor", "abonnee", "leden",
    "prenumerant", "medlem", "abonnenter", "tilaaj", "jäsen", "subskryb", "abonent", "patronów", "předplatitel",
    "člen", "predplatiteľ", "előfizető", "támogató", "abonaț", "подписчик", "участник", "подписник", "передплатник",
    "підписник", "абонат", "συνδρομητ", "μέλη", "abone", "üye", "المشترك", "للمشترك", "الأعضاء", "مشترک", "اعضا",
    "מנוי", "חברים", "सदस्य", "ग्राहक", "订阅", "訂閱", "会员", "會員", "会員", "購読者", "구독자", "회원", "สมาชิก",
    "thành viên", "người đăng ký", "pelanggan", "anggota",
))  # fmt: skip
"""Who reads, and may pay for it; whoever is merely registered belongs to `members`."""
_ITS_TEXT = Phrases((
    "this ", "dieser", "dieses", "diese ", "cet ", "cette ", "ce ", "este", "esta", "esto", "questo", "questa",
    "deze", "dit ", "det här", "den här", "denne", "dette", "tämä", "ten ", "ta ", "tento", "tato", "ez a",
    "acest", "этот", "эта", "это", "цей", "ця", "це ", "този", "тази", "αυτό", "αυτή", "το ", "bu ", "هذا", "هذه",
    "این", "זה", "זו", "यह", "此", "本", "该", "該", "这", "這", "この", "이 ", "해당", "นี้", "này", "ini",
))  # fmt: skip
"""Stems, as many languages inflect them; `taken_away` asks for whole words, for it knows less of its sentence."""
_APP = Phrases((
    " app ", " app.", " app,", "the app", " app to", "-app", "aplicación", "aplicativo", "aplicação", "applicazione",
    "l'application", "appen", "sovelluk", "aplikac", "aplikáci", "alkalmazás", "aplicați", "приложени", "додатк",
    "застосунк", "εφαρμογή", "uygulama", "تطبيق", "برنامه", "אפליקצי", "ऐप", "客户端", "客戶端", "微信", "app 中",
    "app中", "アプリ", "앱", "แอป", "ứng dụng", "aplikasi",
))  # fmt: skip
_OPEN = Phrases((
    "open", "öffne", "ouvr", "abre", "abra", "abrir", "apri", "öppna", "åpne", "åbn", "avaa", "otwórz", "otworzyć",
    "otevř", "otvor", "nyissa", "nyisd", "megnyit", "deschide", "откро", "открыт", "відкри", "отвор", "ανοίξ", " aç",
    "افتح", "فتح", "باز کن", "פתח", "खोल", "打开", "打開", "開啟", "开启", "開いて", "開く", "열", "เปิด", "mở",
    "buka",
))  # fmt: skip
_ASKED_TO = Phrases((
    "please", "to view", "to see", "to read", "only", "must", "bitte", "nur ", "veuillez", "pour ", "uniquement",
    "por favor", "para ver", "para leer", "solo ", "sólo", "somente", "apenas", "per ", "alleen", "graag", "för att",
    "for å", "for at", "vain", "aby", "proszę", "tylko", "prosím", "pouze", "kérjük", "csak", "pentru", "vă rugăm",
    "пожалуйста", "чтобы", "только", "будь ласка", "щоб", "лише", "моля", "παρακαλ", "για να", "lütfen", "için",
    "يرجى", "الرجاء", "لطفا", "נא ", "כדי", "कृपया", "请", "請", "ください", "주세요", "하세요", "주십시오", "กรุณา",
    "โปรด", "vui lòng", "hãy", "silakan",
))  # fmt: skip
"""How readers are asked to go elsewhere, or told that it is the only way."""


def turned_away(read: ReadPage) -> Gate | None:
    """Where the page sends readers in place of its text; None when it does not."""
    if not read.is_brief(_FEW_WORDS):
        return None
    text = read.own_said
    everything = read.named_and_said
    paid = holds(apart(everything), _PAID)
    if paid and any(_is_for_paying_readers(one) for one in SENTENCE_ENDS.split(everything)):
        return Gate("the page only says that it needs a paid subscription", (Matter.SUBSCRIPTION,))
    if count_words(text) > _HARDLY_ANY or not holds(apart(text), _APP):
        return None
    return only_says(text, read.name_lines, _only_in_an_app, aside=_ASIDE)


def _is_for_paying_readers(sentence: str) -> bool:
    """Whether a short sentence says of the very text that it is for readers who pay."""
    spaced = f"{sentence} "
    short = count_words(sentence) <= _A_SHORT_SENTENCE
    return short and holds(spaced, _ITS_TEXT) and holds(spaced, _PAID) and holds(spaced, _READERS)


def _only_in_an_app(statement: str) -> Gate | None:
    sentence = f" {statement.strip()} "
    asked = holds(sentence, _APP) and holds(sentence, _OPEN) and holds(sentence, _ASKED_TO)
    return Gate("the page only tells readers to open it in an app") if asked else None
