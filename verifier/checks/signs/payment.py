"""Whether a page holds only the beginning of what has to be paid for.

A read page goes in; the gate, by the sign that tells it, or None, comes out. What publishers declare to machines comes
first (schema.org, the tier of an article), then the containers that makers of paywalls fill, then wording: a paragraph
that speaks of subscribing and of reading on, in as few words as possible per language.
"""

from __future__ import annotations

from html import unescape

from verifier.checks.page.phrases import Phrases, holds, in_one_line, is_longer, plain, straight, together
from verifier.checks.page.reading import ReadPage
from verifier.checks.signs.matters import Gate, Matter
from verifier.model.patterns import compile_late

_SHORTENED = 250  # words below which an article that has to be paid for is not shown whole
_FEW_WORDS = 150
_VERY_FEW_WORDS = 80
_ANY_PAGE = 2000  # words, all navigation included, from which on a page is taken to be shown
_MOST_LINES = 100
_LAST_LINES = 4
_LONGEST_OFFER = 50  # words
_MOST_WALLS = 5  # containers that are looked into
_IN_A_WALL = 800  # characters of source that are looked at in each
_FREE_VALUE = r"\W{{1,12}}(?:content\W{{1,4}})?(?:https?://schema\.org/)?{}\b"
_NOT_FREE = compile_late(r"\bisaccessibleforfree" + _FREE_VALUE.format("false"))
_FREE = compile_late(r"\bisaccessibleforfree" + _FREE_VALUE.format("true"))
"""What publishers tell search engines of an article, in JSON-LD or as microdata (schema.org)."""
_LOCKED = frozenset({"locked", "paid", "subscription"})
"""Values of `article:content_tier` for what only subscribers see; `metered` pages are often shown whole."""
_WALL = compile_late(
    r"<[a-z][^<>]{0,300}?\b(?:class|id)\s*=\s*[\"'](?:[^\"'<>]{0,200}[\s_-])?"
    r"(?:paywall|pay-wall|payment-wall|regwall|subscription-wall|subscriber-wall|tp-modal|tp-container|poool"
    r"|piano-(?:container|modal|offer|inline|template)|leaky-paywall|premium-wall|content-gate|article-gate|article-b"
    r"arrier)"
    r"(?:[_-]{1,2}(?:container|modal|overlay|wrapper|box|content|notice|message|prompt|offer|widget|inner|active))?"
    r"[\s\"'][^<>]{0,300}>"
)
_OF_A_WALL = Phrases(
    ("wall", "tp-modal", "tp-container", "poool", "piano-", "content-gate", "article-gate", "article-barrier")
)
"""What the name of every such container holds: most pages hold none of it, and are not searched for one."""
_HIDDEN = compile_late(r"\shidden\b|display:\s*none|aria-hidden\s*=\s*[\"']?true")
_TAG = compile_late(r"<[^<>]{0,500}>")
PRICE = compile_late(
    r"[€$£¥₩₹₺₽₪]\s?\d|\d\s?(?:[€$£¥₩₹₺₽₪円元원]|(?:eur|euros?|usd|dollars?|pounds?|kr|kronor|kroner|zł|złotych|kč|korun"
    r"|ft|forint|грн|гривень|руб|рубл[а-я]{1,3}|lei|tl|lira|chf|francs?|franken)\b)"
)
"""A sum of money in a text of lower case."""
_PAY = Phrases((
    "subscribe to continue", "to keep reading", "仅限会员", "会员专享", "會員專屬", "회원만",
    "om verder te lezen", "um weiterzulesen", "benötigen sie ein abo", "nur mit abo", "subscribe to keep",
    "subscribe to read", "subscribe now", "subscription required",
    "subscribers only", "for subscribers", "available to members", "already a subscriber", "purchase access",
    "purchase this article", "to continue reading", "nur für abonnenten", "abo abschließen", "réservé aux abonnés",
    "exclusivo para suscriptores", "exclusivo para assinantes", "riservato agli abbonati", "alleen voor abonnees",
))  # fmt: skip
SUBSCRIPTION = Phrases((
    "subscri", "abonn", "abbonat", "abbonam", "abbonar", "abbonaz", "suscri", "suscrí", "assina", "assine", "prenumer",
    "tilaa", "předplat", "predplat", "predplať", "pretplat", "naročni", "előfizet", "подписк", "подписчик", "передплат",
    "абонамент", "абонат", "συνδρομ", "abone", "abona", "subskryb", "tellija", "有料会員", "会員限定", "有料記事",
    "订阅", "訂閱", "付费", "付費", "구독", "유료", "اشترك", "مشترك", "اشتراك", "اشتراک", "מנוי", "सदस्यता", "सब्सक्र",
    "สมัครสมาชิก", "đăng ký", "berlangganan", "pelanggan", "langganan", "paywall", "مشترک", "ग्राहक", "người đăng ký",
    " abo ", " abo.", "-abo ", "-abo.", "abonent", "abonēj",
))  # fmt: skip
_OR_MEMBERSHIP = Phrases((
    *SUBSCRIPTION.all, "membership", "become a member", "free trial", "your trial", "premium article", "with premium",
    "aux membres", "会员", "會員", "สมาชิก",
))  # fmt: skip
_READS_ON = Phrases((
    "continue", "on reading", "keep reading", "read the", "read this", "full article", "full story", "full text",
    "unlock", "unlimited", "lesen", "freischalt", "poursuivre", "lire ", "débloqu", "leyendo", "leer ", "desbloque",
    "lendo", "ler ", "leggere", "קריאה", "خواندن", "sblocca", "lezen", "lese ", "lesa ", "läsa", "lås upp", "læse",
    "lås op", "lukea", "czyta", "odblokuj", "číst", "čtěte", "čtení", "čítať", "odemkn", "čita", "brati", "olvas",
    "folytatás", "citi ", "citeș", "чита", "чете", "доступ", "διαβά", "συνεχίσ", "okuma", "devamı", "lugeda",
    "続きを", "阅读", "閱讀", "이용", "읽", "قراءة", "לקרוא", "प\u095d", "पढ\u093c", "อ่าน", "để đọc", "đọc tiếp",
    "membaca", "fortsett", "fortsæt", "fortsätt", "continua", "întreg", "adgang til", "tilgang", "jatka", "ادامه",
    "מאמר המלא", "全文",
))  # fmt: skip
_THE_REST = Phrases((
    "continue reading", "to continue", "keep reading", "read on", "the rest of th", "the rest is", "full article",
    "full story", "whole article", "entire article", "remaining part", "to read this", "weiterlesen", "weiter lesen",
    "weiterzulesen", "ganzen artikel", "ganze artikel", "vollständigen artikel", "vollständige artikel",
    "rest des artikels", "rest lesen", "der rest ist", "lesen sie mit", "kompletten artikel", "lire la suite",
    "la suite de l'article", "la suite de cet", "la suite est", "lire l'article", "lire cet article",
    "poursuivre la lecture", "poursuivre votre lecture", "intégralité", "en entier", "le reste de l'article",
    "le reste est", "el resto es", "el resto del artículo", "seguir leyendo", "sigue leyendo", "continuar leyendo",
    "leer el artículo", "artículo completo", "nota completa", "o restante é", "o resto é", "restante do artigo",
    "resto do artigo", "continuar lendo", "continue lendo", "continuar a ler", "ler o artigo", "na íntegra",
    "il resto è", "il resto dell'articolo", "a leggere", "leggere l'articolo", "leggere tutto", "articolo completo",
    "de rest is", "rest van dit artikel", "rest van het artikel", "verder te lezen", "verder lezen", "lees verder",
    "hele artikel", "volledige artikel", "resten är", "resten er", "resten av artik", "resten af artik", "läs vidare",
    "läsa vidare", "hela artikeln", "fortsätt läsa", "les videre", "lese videre", "læs videre", "læse videre",
    "hele artikkelen", "hele artiklen", "loput", "jatka luk", "jatkaaksesi luk", "koko juttu", "koko artikkeli",
    "lukemista", "dalsza część", "dalszą część", "czytać dalej", "czytaj dalej", "cały artykuł", "całego artykułu",
    "pozostał", "resztę", "zbytek je", "zbytek článku", "číst dál", "čtěte dál", "celý článek", "pokračovat ve čtení",
    "pokračování", "zvyšok článku", "čítať ďalej", "celý článok", "pokračovanie", "folytatás", "továbbolvas",
    "tovább olvas", "teljes cikk", "restul este", "restul articol", "mai departe", "articolul integral",
    "întregul articol", "продолжение", "читать дальше", "читать далее", "читайте дальше", "читайте далее", "дочитать",
    "полный текст", "остальной текст", "остальная часть", "целиком", "продовження", "читати далі", "читайте далі",
    "дочитати", "повний текст", "решта ", "продължи", "продължение", "останалата част", "нататък", "η συνέχεια είναι",
    "τη συνέχεια του", "συνεχίσετε", "υπόλοιπο", "ολόκληρο", "devamı", "okumaya devam", "devam etmek", "tamamını",
    "بقية", "متابعة القراءة", "لمتابعة", "كامل المقال", "المقال كامل", "للاستمرار", "ادامه مطلب", "ادامه این",
    "ادامه خواندن", "ادامه متن", "متن کامل", "המשך", "להמשיך", "המאמר המלא", "הכתבה המלאה", "आगे का", "आगे पढ़",
    "पढ़ना जारी", "जारी रख", "पूरा लेख", "बाकी लेख", "剩余内容", "剩余部分", "以下内容", "以下內容", "继续阅读",
    "繼續閱讀", "后继续", "後繼續", "全文", "余下", "其餘", "ここから先", "続き", "残りの", "이후 내용", "계속 읽",
    "나머지", "전체 기사", "ส่วนที่เหลือ", "อ่านต่อ", "ฉบับเต็ม", "phần còn lại", "đọc tiếp", "toàn bộ",
    "selengkapnya", "membaca lanjut", "sisa artikel", "edasi lug", "ülejäänud", "lasīt tālāk", "skaityti toliau",
    "nastavak", "ostatak", "nadaljevanj", "artikel lezen", "artikel lesen", "reportagem completa", "matéria completa",
    "notícia completa", "texto completo", "texte complet", "testo completo", "notizia completa", "artigo completo",
    "complete article", "nuskaityti", "lasīt visu", "visą straipsnį",
))  # fmt: skip
"""What is kept back, and reading on to it."""
_ONLY_FOR = Phrases((
    "only for", "rezervat", "samo pretplat", "exclusiv", "nur für", "réservé", "riservat", "alleen voor", "vain ",
    "tylko dla", "jen pro", "pouze pro", "len pre", "iba pre", "samo za", "csak előfizet", "numai pentru",
    "doar pentru", "только для", "лише для", "тільки для", "само за", "μόνο σε", "μόνο για", "yalnızca", "özeldir",
    "限定", "전용", "فقط", "בלבד", "केवल", "kun for", "bare for", "endast för", "só para", "solo para", "sólo para",
    "somente para", "ainult", "bara för", "vain tilaaj", "solo per", "pentru abona", "khusus", "hanya untuk",
    "chỉ dành cho", "เฉพาะ", "ویژه", "專屬", "专享",
))  # fmt: skip
_ALONE = Phrases((
    " only ", "exclusive", " nur ", "vorbehalten", "ausschließlich", "réserv", "seulement", "uniquement", "exclusiv",
    " solo ", " sólo ", "somente", "apenas", "reservad", "riservat", "alleen", "uitsluitend", "bara ", "endast",
    "enbart", "forbehold", " kun ", " vain ", " tylko ", "wyłącznie", "pouze", " jen ", " len ", " iba ", " csak ",
    " doar ", " numai ", "только", "исключительно", "лише", "тільки", "виключно", " само ", " samo ", "μόνο",
    "αποκλειστικά", "sadece", "yalnız", "özel", "فقط", "حصري", "ویژه", "בלבד", " רק ", "केवल", "仅", "僅", "專屬",
    "专属", "のみ", "限定", "전용", "만 ", "เท่านั้น", "เฉพาะ", "dành riêng", " chỉ ", "hanya", "khusus", "ainult",
    " tikai ", " tik ",
))  # fmt: skip
"""Whole words: a line at the end of an article may be any prose."""
_NEWSLETTER = Phrases((
    "newsletter", "news letter", "mailing list", "rundbrief", "boletín", "boletim", "infolettre", "bulletin",
    "nieuwsbrief", "nyhetsbrev", "nyhedsbrev", "uutiskirje", "zpravodaj", "hírlevél", "e-bülten", "bülten", "рассылк",
    "розсилк", "бюлетин", "ενημερωτικό δελτίο", "メールマガジン", "メルマガ", "电子报", "電子報", "뉴스레터",
    "ניוזלטר", "النشرة", "न्यूज़लेटर", "podcast",
))  # fmt: skip
_FREE_ARTICLES = Phrases(("free article", "free stor", "free read", "free view"))
_GRATIS = Phrases((
    "gratis", "grátis", "gratuit", "kostenlos", "kostenfrei", "darmow", "bezpłatn", "zdarma", "bezplatn",
    "ingyenes", "ilmais", "besplatn", "brezplačn", "бесплатн", "безкоштовн", "безплатн", "δωρεάν", "ücretsiz", "無料",
    "免费", "免費", "무료", "مجاني", "חינם", "मुफ़्त", "मुफ\u093cत", "मुफ्त", "miễn phí", "ฟรี",
))  # fmt: skip
_ARTICLES = Phrases((
    "article", "artikel", "artikl", "artík", "articol", "artíc", "artigo", "matéria", "notícia", "noticia", "beiträg",
    "nieuwsbericht", "artyku", "článk", "článek", "vollständige text", "članak", "članaka", "člank", "cikk", "juttu",
    "juttua", "статей", "статті", "стаття", "статьи", "материал", "матеріал", "άρθρ", "makale", "haber", "içerik",
    "記事", "文章", "기사", "مقال", "כתבות", "लेख", "bài viết", "บทความ", "story", "cet article", "tekst", "texto",
    "raksts", "straipsn", "статия", "статья", "本文", "内容", "內容", "全文", "مطلب", "artikkel",
))  # fmt: skip
_COUNTED = Phrases((
    "limit", "límite", "left", "you have read", "you've read", "remaining", "reached", "used", "grenze", "erreicht",
    "übrig", "aufgebraucht", "atteint", "épuisé", "restant", "alcanzado", "agotado", "raggiunto", "esaurito",
    "atingiu", "esgotou", "bereikt", "nått", "nådd", "nået", "wykorzyst", "vyčerp", "dosáhl", "felhasznált", "elérte",
    "исчерп", "лимит", "вичерп", "ліміт", "όριο", "εξαντλ", "doldu", "残り", "上限", "剩余", "已达", "用完", "모두",
    "한도", "الحد", "استنفد", "מכסת", "सीमा",
))  # fmt: skip


def payment_gate(read: ReadPage) -> Gate | None:
    """By which sign the page wants to be paid for before it shows the rest; None when there is none.

    A page that declares itself free is believed, whatever it offers besides.
    """
    if read.words >= _ANY_PAGE:
        return None
    tier = (read.tier or "").lower()
    declares = "isaccessibleforfree" in read.markup
    if read.own_words < _SHORTENED and (tier in _LOCKED or (declares and _NOT_FREE.search(read.markup))):
        return Gate("the page holds the beginning of an article that it declares not to be free")
    if tier == "free" or (declares and _FREE.search(read.markup)):
        return None
    offer = _offer(read)
    return Gate(offer, (Matter.SUBSCRIPTION,)) if offer is not None else None


def _offer(read: ReadPage) -> str | None:
    """How the page offers a subscription in place of its text, or of the rest of it."""
    if read.own_words < _FEW_WORDS and _has_a_wall(read.markup):
        return "a paywall's container asks for a subscription in place of the text"
    if _only_asks(read):
        return "the page only asks for a subscription"
    return "the text ends with the offer of a subscription for its rest" if _ends_with_an_offer(read) else None


def _only_asks(read: ReadPage) -> bool:
    """Whether the few words that are shown, or those of the page's own text, ask for a subscription."""
    texts = [read.said[:3000]] if read.words < _VERY_FEW_WORDS else []
    if read.own_words < _VERY_FEW_WORDS:
        texts.append(straight(read.page.text[:3000]))  # mostly the same
    if any(_asks(f"{read.names}\n{plain(text)}\n{read.marks.on_buttons}") for text in dict.fromkeys(texts)):
        return True
    return read.is_brief(_VERY_FEW_WORDS) and _asks(read.names)  # whatever teasers stand around it


def _ends_with_an_offer(read: ReadPage) -> bool:
    """Whether one of the last lines of a short text keeps its rest for subscribers; newsletters have no rest."""
    last = read.unlinked.rsplit("\n", _LAST_LINES)[-_LAST_LINES:] if read.unlinked else []
    short = [straight(line) for line in last if not is_longer(line, _LONGEST_OFFER)]
    return holds("\n".join(short), _OR_MEMBERSHIP) and any(map(_offers_the_rest, short))


def _offers_the_rest(line: str) -> bool:
    if not holds(line, _OR_MEMBERSHIP) or holds(line, _NEWSLETTER):
        return False
    if holds(line, _THE_REST) or together(line, SUBSCRIPTION, _ONLY_FOR):
        return True
    return holds(f" {line} ", _ALONE) and holds(line, _ARTICLES)


def _has_a_wall(markup: str) -> bool:
    """Whether a container that is named as those of paywalls are, and not hidden, asks for money or a subscription."""
    if not holds(markup, _OF_A_WALL):
        return False
    for number, found in enumerate(_WALL.finditer(markup)):
        if number == _MOST_WALLS:
            break
        if _HIDDEN.search(found[0]):
            continue
        inside = plain(unescape(_TAG.sub(" ", markup[found.end() : found.end() + _IN_A_WALL])))
        if PRICE.search(inside) or holds(inside, SUBSCRIPTION):
            return True
    return False


def _asks(words: str) -> bool:
    """Whether a paragraph speaks of a subscription and of reading on, or a sentence keeps something for subscribers, or
    free articles are counted; what is about newsletters is left out.
    """
    kept = words
    if holds(words, _NEWSLETTER):
        kept = "\n".join([line for line in words.split("\n") if not holds(line, _NEWSLETTER)])
    if holds(kept, _PAY):
        return True
    if holds(kept, SUBSCRIPTION) and (
        in_one_line(kept, SUBSCRIPTION, _READS_ON) or together(kept, SUBSCRIPTION, _ONLY_FOR)
    ):
        return True
    lines = kept.split("\n")[:_MOST_LINES] if holds(kept, _COUNTED) else []
    return any(holds(line, _COUNTED) and _speaks_of_free_articles(line) for line in lines)


def _speaks_of_free_articles(line: str) -> bool:
    return holds(line, _FREE_ARTICLES) or (holds(line, _GRATIS) and holds(line, _ARTICLES))
